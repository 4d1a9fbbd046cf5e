"""Rows that say little, or say it twice: what becomes of them in a series."""

import pytest

from analysis.samples import MEETING, built, cite, indicator_row, observation, target_row
from briefing.analysis import build_series, read_indicator
from briefing.analysis.rows import Row
from briefing.model import Citation, Period
from briefing.model.series import NOT_CONFIRMED


def test_the_catalogue_row_is_read_whole_and_a_blank_polarity_is_neutral() -> None:
    found = read_indicator(
        indicator_row(theme="care", definition="Visits by day ten.", polarity="")
    )
    assert (found.theme, found.definition, found.polarity) == (
        "care",
        "Visits by day ten.",
        "neutral",
    )
    assert (found.window_months, found.small_base, found.confirmed) == (None, False, True)
    assert (found.name, found.unit, found.measure_type) == (
        "Visits made in time",
        "percent",
        "month",
    )


def test_a_catalogue_of_an_earlier_release_has_fewer_columns() -> None:
    columns = ("indicator", "name", "unit", "measure_type")
    found = read_indicator({c: indicator_row()[c] for c in columns})
    assert (found.polarity, found.theme, found.definition) == ("neutral", "", "")
    assert (found.window_months, found.small_base, found.confirmed) == (None, False, True)


def test_a_polarity_that_no_person_has_said_is_not_confirmed() -> None:
    assert not read_indicator(indicator_row(polarity_source=NOT_CONFIRMED)).confirmed
    assert read_indicator(indicator_row(polarity_source="the council's plan")).confirmed


def test_a_row_of_no_catalogue_that_prints_a_number_and_its_share_is_two_series() -> None:
    cells = {"indicator": "", "name_as_printed": "Visits seen"}
    number, share, other = built(
        [
            observation("2031-08", "40", unit="count", **cells),
            observation("2031-08", "80", unit="percent", **cells),
            observation("2031-07", "38", unit="count", **cells),
            observation("2031-08", "7", unit="count", indicator="", name_as_printed="Calls"),
        ]
    )
    assert [f.value for f in number.figures.values()] == [38, 40]
    assert (number.indicator.unit, share.indicator.unit) == ("count", "percent")
    assert (other.indicator.name, other.name_as_printed) == ("Calls", "Calls")
    assert not number.indicator.confirmed


def test_a_row_of_the_catalogue_is_one_series_though_its_unit_is_not_printed_everywhere() -> None:
    (one,) = built([observation("2031-07", "84"), observation("2031-08", "85", unit="")])
    assert {f.unit for f in one.figures.values()} == {"percent"}
    assert len(one.known) == 2


def test_a_row_of_no_catalogue_without_a_unit_is_a_count() -> None:
    (one,) = built([observation("2031-08", "40", unit="", indicator="")])
    assert one.indicator.unit == one.figures[Period("2031-08")].unit == "count"


def test_a_series_says_where_it_was_printed() -> None:
    (one,) = built([observation("2031-08", "85")])
    assert (one.meeting, one.table, one.name_as_printed) == (MEETING, "visiting", "Visits")
    assert not one.second_hand

    def quoted(row: Row) -> Citation:
        return Citation("press", item_number="4", section="Notes", second_hand=True)

    (other,) = build_series([observation("2031-08", "85")], [indicator_row()], [], quoted)
    assert other.second_hand and (other.item_number, other.table_title) == ("4", "Notes")


def test_each_figure_is_of_the_period_of_its_point() -> None:
    (one,) = built([observation("2031-07", "84"), observation("2031-08", "85")])
    assert [p.figure.period for p in one.points if p.figure] == [p.period for p in one.points]


def test_a_stated_value_without_a_period_and_an_ambiguous_one_with_it_are_no_points() -> None:
    (one,) = built(
        [
            observation("", "84"),
            observation("2031-07", "83", status="ambiguous"),
            observation("2031-08", "85"),
        ]
    )
    assert [(f.value, f.period) for f in one.unplaced] == [(84, None), (83, None)]
    assert [p.period.code for p in one.points] == ["2031-08"]


def test_an_ambiguous_period_without_a_value_stays_a_gap() -> None:
    (one,) = built([observation("2031-08", "", status="ambiguous"), observation("2031-08", "85")])
    assert [(p.figure, p.status) for p in one.points] == [(None, "ambiguous")]
    assert [f.value for f in one.unplaced] == [85]


@pytest.mark.parametrize("status", ["missing", "suppressed", "withheld"])
def test_a_value_that_another_row_states_is_known_in_either_order(status: str) -> None:
    rows = [observation("2031-08", "", status=status), observation("2031-08", "85")]
    for order in (rows, rows[::-1]):
        (one,) = built(order)
        assert [(p.figure.value if p.figure else None, p.status) for p in one.points] == [
            (85, "stated")
        ]


def test_targets_stand_in_order_of_their_kinds_and_each_is_read_whole() -> None:
    kinds = ("expectation", "ambition", "floor", "target")
    rows = [
        target_row(
            "95",
            kind=kind,
            direction="at_most",
            due="2032-03" if kind == "ambition" else "",
            set_by="the plan",
            direction_evidence="its own words",
            raw="95%",
        )
        for kind in kinds
    ]
    (one,) = built([observation("2031-08", "85")], rows)
    assert [t.kind for t in one.targets] == list(reversed(kinds))
    first = one.targets[0]
    assert (first.direction, first.set_by, first.direction_evidence) == (
        "at_most",
        "the plan",
        "its own words",
    )
    assert (first.figure.unit, first.figure.raw, first.figure.period, first.due) == (
        "percent",
        "95%",
        None,
        None,
    )
    assert first.figure.citation is not None
    assert one.targets[2].due == Period("2032-03")


def test_a_target_whose_side_is_not_told_is_of_unknown_direction() -> None:
    row = target_row("95", direction="")
    del row["direction_evidence"]
    (one,) = built([observation("2031-08", "85")], [row])
    assert (one.targets[0].direction, one.targets[0].direction_evidence) == ("unknown", "")


def test_expectations_of_one_meeting_for_two_dates_both_hold() -> None:
    rows = [
        target_row(value, table="", kind="expectation", due=due, meeting=meeting)
        for value, due, meeting in (
            ("80", "2032-03", "westmoor-children/2031-07-16"),
            ("90", "2033-03", "westmoor-children/2031-07-16"),
            ("82", "2032-03", MEETING),
        )
    ]
    (one,) = built([observation("2031-08", "85")], rows[::-1])
    assert sorted((t.due.code, t.figure.value) for t in one.targets if t.due) == [
        ("2032-03", 82),
        ("2033-03", 90),
    ]


def test_a_row_of_no_catalogue_has_no_target_though_one_has_no_indicator_either() -> None:
    rows = [target_row("95", indicator="")]
    (one,) = built([observation("2031-08", "85", indicator="")], rows)
    assert one.targets == ()
    assert cite(rows[0]).document == "pack"


def test_an_expectation_of_another_panel_or_of_another_measure_does_not_hold() -> None:
    rows = [
        target_row("70", table="", kind="expectation", meeting="westmoor-adults/2031-07-16"),
        target_row("71", table="", kind="expectation", meeting="westmoor-children/2031-03-05",
                   indicator="other"),
        target_row("72", table="", kind="expectation", meeting="westmoor-children/2031-05-07"),
    ]  # fmt: skip
    (one,) = built([observation("2031-08", "85")], rows)
    assert [t.figure.value for t in one.targets] == [72]
    assert built([observation("2031-08", "85")], rows[:2])[0].targets == ()


def test_two_values_for_one_period_are_said_to_stand_in_doubt() -> None:
    rows = [
        observation("2031-07", "80"),
        observation("2031-07", "81"),
        observation("2031-08", "85"),
        observation("2031-08", "86"),
        observation("", "70", status="ambiguous"),
    ]
    (one,) = built(rows)
    assert [d.text for d in one.doubts] == [
        "Visits made in time: for July 2031 the table visiting gives 80% and 81%.",
        "Visits made in time: for August 2031 the table visiting gives 85% and 86%.",
    ]
    assert [f.value for f in one.doubts[0].figures] == [80, 81]
    (unknown,) = built([{**row, "indicator": ""} for row in rows[:2]])
    assert [d.text.partition(":")[0] for d in unknown.doubts] == ["Visits"]
    nameless = indicator_row(name="")
    (printed,) = built(rows[:2], indicators=[nameless])
    assert [d.text.partition(":")[0] for d in printed.doubts] == ["Visits"]
