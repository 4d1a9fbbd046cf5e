"""Judgements at their edges: assurance that the figures deny, and series with nothing to judge."""

from decimal import Decimal

import pytest

from analysis.samples import VISITS, benchmark_row, cite, series, target
from briefing.analysis import judge
from briefing.model import Period

#: Ordinary variation about 83% with limits 76.35 and 89.65, and one month far below them.
DROP = (*VISITS[:6], 60, *VISITS[6:])


@pytest.mark.parametrize(
    ("goal", "direction", "assurance", "firm"),
    [
        ("95", "at_least", "consistently_fails", True),
        ("90", "at_least", "consistently_fails", False),
        ("90.15", "at_least", "consistently_fails", False),
        ("90.16", "at_least", "consistently_fails", True),
        ("75.84", "at_least", "consistently_passes", True),
        ("75.85", "at_least", "consistently_passes", False),
        ("90.15", "at_most", "consistently_passes", False),
        ("90.16", "at_most", "consistently_passes", True),
        ("83", "at_least", "hit_and_miss", True),
        ("89.5", "at_least", "hit_and_miss", True),
    ],
)
def test_an_assurance_that_turns_on_the_rounding_of_the_values_is_not_put_into_words(
    goal: str, direction: str, assurance: str, firm: bool
) -> None:
    trend = judge(series(VISITS, targets=[target(goal, direction)]))
    assert (trend.assurance, trend.assurance_firm) == (assurance, firm)
    assert trend.assured == (assurance if firm else "")


def test_an_assurance_that_a_point_denies_is_not_put_into_words() -> None:
    trend = judge(series(DROP, targets=[target(68)]))
    assert trend.limits[0].lower > 70
    assert (trend.assurance, trend.assured) == ("consistently_passes", "")
    assert judge(series(DROP, targets=[target(55)])).assured == "consistently_passes"


def test_an_assurance_is_given_against_a_floor_too_and_not_against_what_stands_before_it() -> None:
    assert judge(series(VISITS, targets=[target(95, kind="floor")])).assured == (
        "consistently_fails"
    )
    hoped = target(70, kind="ambition")
    both = judge(series(VISITS, targets=[hoped, target(95)]))
    assert (both.assurance, both.assurance_firm) == ("consistently_fails", True)
    near = judge(series(VISITS, targets=[hoped, target(90)]))
    assert (near.assurance, near.assurance_firm) == ("consistently_fails", False)


def test_a_series_without_figures_has_no_state_of_its_target() -> None:
    trend = judge(series([None, None], targets=[target(95)]))
    assert (trend.points, trend.targets, trend.target, trend.last) == ((), (), None, None)
    assert (trend.withheld_kind, trend.variation, trend.rule) == ("no_figures", "", "")
    assert (trend.previous, trend.year_before, trend.before_gap) == (None, None, ())
    assert trend.change_on_previous is trend.change_on_year is None
    assert trend.assurance_firm


def test_a_single_value_has_nothing_before_it() -> None:
    trend = judge(series([85], targets=[target(95)]))
    assert trend.last is not None and trend.last.judgement == ""
    assert (trend.limits, trend.previous, trend.change_on_previous) == ((), None, None)


def test_two_values_have_limits_that_are_provisional_and_eleven_no_judgement() -> None:
    (limits,) = judge(series([84, 86], unit="count")).limits
    assert limits.provisional and limits.mean == 85
    assert limits.upper == Decimal("90.32") and limits.lower == Decimal("79.68")
    assert limits.upper_two_sigma - limits.mean == limits.mean - limits.lower_two_sigma > 0
    eleven, twelve = judge(series([*VISITS[:10], 99])), judge(series([*VISITS[:11], 99]))
    assert eleven.limits[0].provisional and not twelve.limits[0].provisional
    assert (eleven.variation, twelve.variation) == ("", "improvement")
    assert [p.judgement for p in eleven.points] == [""] * 11
    assert "common_cause" in {p.judgement for p in twelve.points}


def test_each_point_has_its_side_and_its_way() -> None:
    points = judge(series(DROP)).points
    assert (points[6].side, points[6].direction, points[6].rules) == ("below", "low", ("outside",))
    assert points[6].judgement == "concern"
    assert (points[0].judgement, points[0].direction) == ("common_cause", "")
    assert {p.side for p in points} == {"above", "below"}


def test_a_series_that_may_not_be_judged_keeps_its_figures_and_its_targets() -> None:
    trend = judge(series(VISITS, measure_type="rolling_12_months", targets=[target(70)]))
    assert (trend.limits, trend.assurance, trend.variation) == ((), "", "")
    assert len(trend.points) == 13 and trend.target is not None and trend.target.met
    assert {p.judgement for p in trend.points} == {""}


def test_benchmarks_of_other_series_are_passed_over_and_none_need_no_place() -> None:
    one = series(VISITS)
    assert judge(one, benchmarks=()).comparators == ()
    rows = [benchmark_row("88", table="another")]
    assert judge(one, benchmarks=iter(rows), cite=cite).comparators == ()


def test_every_period_between_breaks_has_limits_of_its_own() -> None:
    values = [*VISITS, *(v - 20 for v in VISITS), *(v - 40 for v in VISITS)]
    breaks = {Period("2031-09"), Period("2032-10")}
    trend = judge(series(values, targets=[target(60)]), breaks=breaks)
    assert [x.mean for x in trend.limits] == [83, 63, 43]
    assert [(x.first.code, x.last.code) for x in trend.limits] == [
        ("2030-08", "2031-08"),
        ("2031-09", "2032-09"),
        ("2032-10", "2033-10"),
    ]
    assert trend.assured == "consistently_fails"
    assert trend.points[0].period == Period("2030-08") and trend.before_gap == ()


def test_the_rounding_that_counts_is_that_of_the_last_value() -> None:
    finer = judge(series([*VISITS[:-1], "85.0"], targets=[target(90)]))
    assert (finer.assurance, finer.assurance_firm) == ("consistently_fails", True)
    coarser = judge(series([f"{v}.0" for v in VISITS[:-1]] + ["85"], targets=[target(90)]))
    assert (coarser.assurance, coarser.assurance_firm) == ("consistently_fails", False)
