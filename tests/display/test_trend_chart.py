"""The chart of one series: repeatable, legible, honest, and safe with any text."""

from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from briefing.display import words
from briefing.display.style import POINTS_PER_MM, SIZES
from briefing.display.trend_chart import trend_chart
from briefing.model import Period, derive
from briefing.model.trend import Comparator, Trend
from display.making import VISITS, figure, in_care, months, referrals, series, target, trend, visits
from display.reading import collisions, outside, size_of, texts

HOSTILE = 'A <script>alert(1)</script> & #panic() $x_1$ ]]> "q" \x00\x0b'


def crowded() -> Trend:
    """Everything at once, all about one level."""
    return trend(
        series(VISITS),
        mean="83",
        limits=("76.35", "89.65"),
        variation="concern",
        direction="low",
        flagged=2,
        rule="two_of_three",
        goal=target(85),
        comparators=(
            Comparator("statistical_neighbours", "proposed", figure(84), Period("2022/23")),
            Comparator("region", "proposed", figure(85), Period("2022/23")),
            Comparator("england", "named", figure("84.5"), Period("2022/23")),
        ),
    )


EVERY = (visits, referrals, in_care, crowded)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", EVERY)
def test_the_same_trend_gives_the_same_bytes(make: type, size: str) -> None:
    assert trend_chart(make(), size=size).svg == trend_chart(make(), size=size).svg


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", EVERY)
def test_no_text_touches_another_leaves_the_picture_or_is_too_small(make: type, size: str) -> None:
    svg = trend_chart(make(), size=size).svg
    assert collisions(svg) == []
    assert outside(svg) == []
    assert min(text.size for text in texts(svg)) >= 7.5


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_as_wide_as_it_is_on_paper(size: str) -> None:
    chart = trend_chart(visits(), size=size)
    assert size_of(chart.svg)[0] == pytest.approx(SIZES[size].width_mm * POINTS_PER_MM)
    assert chart.width_mm == SIZES[size].width_mm


def _words(shown: Trend, **options: object) -> str:
    lines = [t.text for t in texts(trend_chart(shown, **options).svg)]  # type: ignore[arg-type]
    return " ".join(lines).replace("\u00a0", " ")


def test_finding_measure_target_mean_and_range_stand_in_the_picture() -> None:
    text = _words(visits(), size="full")
    assert "Target of at least 95% out of reach" in text
    assert "Visits to children in care made in time, August 2023 to August 2024" in text
    assert "Target: at least 95%" in text
    assert "Mean 83.0%" in text
    assert "Usual range 76.4% to 89.7%" in text
    assert "(axis starts at 75%)" in text


def test_an_axis_from_nought_says_nothing() -> None:
    assert "axis starts" not in _words(referrals())


def test_the_gap_is_broken_and_the_lone_point_has_its_value() -> None:
    text = _words(in_care())
    assert "112" in text and "2022" in text
    assert "A year before" in text and "103" in text


def test_provisional_limits_are_called_so() -> None:
    few = trend(series((80, 85, 83)), mean="82.7", limits=("72.7", "92.7"), provisional=True)
    assert "Provisional range 72.7% to 92.7%" in _words(few)


def test_a_range_is_not_drawn_below_nought_where_no_value_can_be() -> None:
    low = trend(
        series((0, 3, 1), unit="count"), mean="1.3", limits=("-5.3", "8"), variation="common_cause"
    )
    chart = trend_chart(low)
    assert "Usual range up to 8.0" in _words(low)
    assert all(not label.startswith("-") for label in chart.axis)


def test_a_missing_month_and_unplaced_values_are_said_and_not_drawn() -> None:
    gappy = trend(series((80, 85, 83, None), unplaced=(figure(70), figure(71))))
    chart = trend_chart(gappy)
    notes = " ".join(note.text for note in chart.caption)
    assert "No certain figure for November 2023." in notes
    assert "2 values are not drawn" in notes
    assert "83% (Oct 23)" in _words(gappy)
    assert "No certain figure" in _words(gappy)
    assert "70%" not in [t.text for t in texts(chart.svg)] or "70%" in chart.axis


def test_peers_can_be_chosen_and_unnamed_columns_are_never_drawn() -> None:
    unnamed = Comparator("unknown", "unknown", figure("61.3"))
    own = Comparator("own", "proposed", figure("62.7"))
    shown = trend(series(VISITS), comparators=(unnamed, own))
    assert "61.3" not in _words(shown) and "62.7" not in _words(shown)
    assert "England" not in _words(crowded(), peers=())


def test_two_targets_are_told_apart() -> None:
    state = visits().target
    assert state is not None
    expected = target(90, kind="expectation")
    both = trend(series(VISITS), goal=target(95))
    both = replace(both, targets=(state, replace(state, target=expected)))
    text = _words(both)
    assert "Target: at least 95%" in text and "Panel expects at least 90%" in text


def test_a_dated_target_of_the_same_level_is_drawn_with_its_date() -> None:
    level = target(87, "at_most", "rate_per_10000")
    plain = trend(in_care().series, goal=level)
    dated = in_care().target
    assert plain.target is not None and dated is not None
    text = _words(replace(plain, targets=(plain.target, dated)))
    assert "at most 87 by March 2025" in text


def test_the_pace_towards_a_dated_target_stands_in_the_caption() -> None:
    state = in_care().target
    assert state is not None
    rate = "rate_per_10000"
    paced = replace(
        state,
        pace_needed=derive(Decimal(-1), "change needed", unit=rate, places=0),
        pace_now=derive(Decimal("-0.75"), "change a month", unit=rate, places=2),
        ends_at=derive(Decimal("88.75"), "end", unit=rate, places=2),
        on_course=False,
        course_certain=True,
    )
    said = [note.text for note in trend_chart(replace(in_care(), targets=(paced,))).caption]
    assert (
        "The level due in March 2025 needs a fall of 1 a month; the pace of the last year, a fall "
        "of 0.75 a month, ends at 88.75, which does not reach it."
    ) in said
    close = replace(paced, course_certain=False, pace_needed=None)
    assert words.pace(close).text.endswith("ends at 88.75, too close to call after rounding.")
    assert (
        words.pace(replace(paced, pace_now=derive(0, "none", unit=rate))).text.count("no change")
        == 1
    )


def test_rules_and_sources_stand_in_the_caption() -> None:
    notes = [note.text for note in trend_chart(referrals()).caption]
    assert notes[0] == "The value lies below the range that ordinary variation keeps to."
    assert notes[-1] == "Source: item 9, Visiting, page 60."


def test_second_hand_figures_are_called_so() -> None:
    heard = trend(series((1, 2, 3), second_hand=True))
    assert trend_chart(heard).caption[-1].text.startswith("Second-hand source: ")


def test_hostile_text_is_data() -> None:
    svg = trend_chart(trend(series(VISITS, name=HOSTILE)), size="full").svg
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    said = " ".join(t.text for t in texts(svg))
    assert "<script>alert(1)</script> & #panic() $x_1$ ]]>" in said


def test_every_printed_figure_is_handed_on_with_its_rows() -> None:
    (block,) = trend_chart(visits()).to_blocks()
    printed = {entry["text"]: entry for entry in block["figures"]}
    assert {"85%", "95%", "83.0%", "76.4%", "89.7%", "13 months"} <= set(printed)
    assert printed["85%"]["rows"] == ["row/2024-08"]
    assert len(printed["83.0%"]["rows"]) == 13
    assert block["axis"][0] == "75%"
    assert block["alt"] and block["caption"]


def test_a_long_series_and_a_single_point_can_be_drawn() -> None:
    long = trend(series([50 + i % 7 for i in range(60)], first="2019-09"))
    assert collisions(trend_chart(long).svg) == []
    assert collisions(trend_chart(trend(series((7,), unit="count"))).svg) == []


@pytest.mark.parametrize("codes", [["2023-Q1", "2023-Q2", "2023-Q3"], ["2021", "2022", "2023"]])
def test_quarters_and_years_have_axes_too(codes: list[str]) -> None:
    shown = trend(series((3, 5, 4), periods=codes, unit="count", measure_type="quarter"))
    assert collisions(trend_chart(shown).svg) == []


def test_a_series_without_a_point_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        trend_chart(trend(series((None, None))))


def test_a_size_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        trend_chart(visits(), size="huge")


def test_nothing_changes_the_trend() -> None:
    shown = visits()
    trend_chart(shown)
    assert shown == visits()
    assert months("2023-08", 2) == ["2023-08", "2023-09"]
    assert shown.limits[0].mean == Decimal(83)
