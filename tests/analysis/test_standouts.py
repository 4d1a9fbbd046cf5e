"""Which measures stand out, why, and in which order a panel sees them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.samples import figure, series, target
from briefing.analysis.standouts import WEIGHTS, Standout, primary, reasons, standouts
from briefing.model.trend import JudgedPoint, TargetState, Trend

CONCERN, BETTER = "special cause concern", "special cause improvement"


def trend(slug: str = "visits", *values: int, first: str = "2030-08", **more: object) -> Trend:
    """A trend as judged, without looking at its figures."""
    made = series(values or (83, 81), slug=slug, first=first)
    points = tuple(JudgedPoint(p.period, p.figure) for p in made.known if p.figure)
    return Trend(made, points, **more)  # type: ignore[arg-type]


def state(met: bool | None, running: int | None = 3, gap: str | None = None) -> TargetState:
    """A target of 50 that is met or not, so many months running."""
    return TargetState(
        target(50),
        met,
        None if running is None else figure(running, unit="months"),
        None if gap is None else figure(gap),
    )


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, ()),
        ({"variation": "common_cause"}, ()),
        ({"variation": "concern"}, (CONCERN,)),
        ({"variation": "improvement"}, (BETTER,)),
        ({"variation": "high"}, ("special cause",)),
        ({"variation": "low"}, ("special cause",)),
        ({"assurance": "consistently_fails"}, ("cannot meet its target",)),
        ({"assurance": "consistently_passes"}, ("expected to meet its target",)),
        ({"assurance": "hit_and_miss"}, ()),
        ({"assurance": "consistently_fails", "assurance_firm": False}, ()),
        ({"target": state(False)}, ("target missed",)),
        ({"target": state(True)}, ("target met",)),
        ({"target": state(None)}, ()),
        ({"target": state(False, 2)}, ()),
        ({"target": state(True, 2)}, ()),
        ({"target": state(False, 4)}, ("target missed",)),
        ({"target": state(False, None)}, ()),
        (
            {"variation": "improvement", "assurance": "consistently_fails"},
            ("cannot meet its target", BETTER),
        ),
        ({"variation": "concern", "target": state(True)}, (CONCERN, "target met")),
    ],
)
def test_why_a_measure_stands_out_the_weightiest_first(
    more: dict[str, object], found: tuple[str, ...]
) -> None:
    assert reasons(trend(**more)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on_course", "certain", "found"),
    [
        (False, True, ("off course for a dated target",)),
        (False, False, ()),
        (False, None, ()),
        (True, True, ()),
        (None, True, ()),
    ],
)
def test_off_course_only_where_that_is_certain(
    on_course: bool | None, certain: bool | None, found: tuple[str, ...]
) -> None:
    dated = replace(state(False, None), on_course=on_course, course_certain=certain)
    assert reasons(trend(targets=(state(True, None), dated))) == found


def test_the_weights_put_what_is_bad_before_what_is_good() -> None:
    assert list(WEIGHTS.items()) == [
        (CONCERN, 50),
        ("cannot meet its target", 44),
        ("off course for a dated target", 42),
        ("target missed", 30),
        (BETTER, 26),
        ("special cause", 43),
        ("expected to meet its target", 12),
        ("target met", 6),
    ]


@pytest.mark.parametrize(
    ("why", "good"),
    [
        ((BETTER,), True),
        (("expected to meet its target",), True),
        (("target met",), True),
        ((BETTER, "target met"), True),
        ((BETTER, "target missed"), False),
        (("special cause",), False),
        ((CONCERN,), False),
    ],
)
def test_what_stands_out_for_the_good_alone(why: tuple[str, ...], good: bool) -> None:
    assert Standout(trend(), why).good is good


def test_a_further_reason_weighs_a_little_and_the_distance_orders_the_rest() -> None:
    assert Standout(trend(), (CONCERN,)).weight == (50, Decimal(0))
    assert Standout(trend(), (CONCERN, "target missed", "target met")).weight == (54, Decimal(0))
    far = trend(target=state(False, gap="-10"))
    assert Standout(far, ("target missed",)).weight == (30, Decimal("0.2"))
    assert Standout(trend(target=state(True)), ("target met",)).weight == (6, Decimal(0))
    nought = TargetState(target(0), False, None, figure(5))
    assert Standout(trend(target=nought), ("target missed",)).weight == (30, Decimal(0))


def test_of_several_tables_the_best_to_judge_by_is_taken() -> None:
    one_late = trend("visits", 83, first="2031-09")
    short = trend("visits", 81, 82, first="2030-08")
    later = trend("visits", 81, 82, first="2030-09")
    longer = trend("visits", 80, 81, 82, first="2030-08")
    aimed = trend("visits", 80, 81, 82, first="2030-08", target=state(True))
    for worse, better in (
        (one_late, short),
        (short, later),
        (later, longer),
        (longer, aimed),
        (trend("visits", 83), one_late),
    ):
        assert primary([worse, better]) == (better,)
        assert primary([better, worse]) == (better,)
    again = trend("visits", 80, 81, 82, first="2030-08")
    assert primary([longer, again])[0] is longer
    other = trend("calls")
    assert primary([short, other]) == (short, other)


def test_a_table_without_figures_goes_behind_one_with_a_figure() -> None:
    empty = Trend(series([None], slug="visits", first="2031-09"), ())
    known = trend("visits", 83)
    assert primary([empty, known]) == (known,)
    assert primary([known, empty]) == (known,)


def slugs(found: tuple[Standout, ...]) -> list[str]:
    return [one.trend.series.indicator.indicator for one in found]


def test_the_weightiest_come_first_and_what_does_not_stand_out_is_left_out() -> None:
    trends = [
        trend("met", target=state(True)),
        trend("ordinary"),
        trend("missed", target=state(False, gap="5")),
        trend("missed-by-more", target=state(False, gap="10")),
        trend("worse", variation="concern"),
    ]
    assert slugs(standouts(trends)) == ["worse", "missed-by-more", "missed", "met"]


def test_places_are_kept_for_what_is_good() -> None:
    bad = [trend(f"bad-{at}", variation="concern") for at in range(14)]
    good = [trend(f"good-{at}", variation="improvement") for at in range(5)]
    found = slugs(standouts(bad + good))
    assert found == [f"bad-{at}" for at in range(9)] + ["good-0", "good-1", "good-2"]
    assert slugs(standouts(bad)) == [f"bad-{at}" for at in range(12)]
    assert slugs(standouts(bad + good, limit=3, good=1)) == ["bad-0", "bad-1", "good-0"]
    assert slugs(standouts(good)) == ["good-0", "good-1", "good-2"]
    lighter = trend("lighter", target=state(False))
    assert slugs(standouts([lighter, bad[0]], limit=1, good=0)) == ["bad-0"]


def test_a_number_and_its_percentage_take_one_place() -> None:
    both = [trend("visits-percent", variation="concern"), trend("visits", variation="concern")]
    assert slugs(standouts(both)) == ["visits"]
    assert slugs(standouts(both[:1])) == ["visits-percent"]
    assert slugs(standouts([both[0], trend("visits")])) == ["visits-percent"]


def test_a_measure_without_a_known_value_does_not_stand_out() -> None:
    silent = replace(trend("visits", variation="concern"), points=())
    assert standouts([silent]) == ()
