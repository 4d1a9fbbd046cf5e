"""The judgement of one series: the run, limits, variation, assurance and changes."""

from decimal import Decimal

import pytest

from analysis.samples import VISITS, benchmark_row, built, cite, observation, series, target
from briefing.analysis import judge
from briefing.model import Period

#: Twelve ordinary months, then one far above them.
LEAP = (83, 81, 82, 85, 83, 84, 79, 83, 80, 85, 87, 84, 99)


def test_visits_to_children_in_care() -> None:
    trend = judge(series(VISITS, targets=[target(95)]))
    (limits,) = trend.limits
    assert (limits.mean, limits.lower, limits.upper) == (83, Decimal("76.35"), Decimal("89.65"))
    assert (trend.variation, trend.assurance) == ("common_cause", "consistently_fails")
    assert (limits.first, limits.last) == (Period("2030-08"), Period("2031-08"))
    assert trend.withheld_reason == trend.withheld_kind == trend.rule == ""


@pytest.mark.parametrize(
    ("polarity", "variation"), [("high", "improvement"), ("low", "concern"), ("neutral", "high")]
)
def test_variation_is_that_of_the_last_point(polarity: str, variation: str) -> None:
    trend = judge(series(LEAP, polarity=polarity))
    assert (trend.variation, trend.rule) == (variation, "outside")
    assert trend.last is not None
    assert (trend.last.side, trend.last.direction) == ("above", "high")
    low = judge(series([200 - v for v in LEAP], unit="count", polarity=polarity))
    assert low.variation == {"improvement": "concern", "concern": "improvement"}.get(
        variation, "low"
    )


def test_percentages_are_cut_at_nought_and_a_hundred_and_counts_are_not() -> None:
    values = [97, 100, 92, 99, 100, 91, 98, 100, 93, 99, 100, 94]
    (percent,) = judge(series(values)).limits
    (count,) = judge(series(values, unit="count")).limits
    assert percent.upper == 100 < count.upper
    assert percent.mean == count.mean
    assert percent.upper_two_sigma == 100 < count.upper_two_sigma
    (low,) = judge(series([100 - v for v in values])).limits
    assert low.lower == low.lower_two_sigma == 0


def test_cutting_the_limits_changes_no_judgement() -> None:
    values = [97, 100, 92, 99, 100, 91, 98, 100, 93, 99, 100, 70]
    percent, count = judge(series(values)), judge(series(values, unit="count"))
    assert [p.rules for p in percent.points] == [p.rules for p in count.points]
    assert percent.rule == "outside"


def test_a_header_that_jumps_a_year_is_never_joined_across() -> None:
    trend = judge(series(VISITS, before=[("2029-08", 20)]))
    assert trend == judge(series(VISITS, before=[("2029-08", 20)]))
    assert trend.limits == judge(series(VISITS)).limits
    assert [p.period.code for p in trend.before_gap] == ["2029-08"]
    assert trend.points[0].period == Period("2030-08")
    assert trend.year_before is not None and trend.year_before.period == Period("2030-08")


def test_the_year_before_may_stand_before_the_gap() -> None:
    trend = judge(series([84, 86], first="2031-07", before=[("2030-08", 80)]))
    assert trend.change_on_year is not None
    assert trend.change_on_year.text == "6 percentage points"
    assert trend.previous is not None and trend.previous.period == Period("2031-07")


def test_a_missing_month_is_a_gap() -> None:
    trend = judge(series([*VISITS, None, 85, 86]))
    assert len(trend.points) == 2 and len(trend.before_gap) == 13
    assert trend.withheld_kind == "few_points"


def test_a_missing_last_month_leaves_the_run_before_it() -> None:
    trend = judge(series([*VISITS, None]))
    assert trend.last is not None and trend.last.period == Period("2031-08")
    assert trend.variation == "common_cause"


def test_values_that_stand_in_no_period_are_not_judged() -> None:
    rows = [observation("", str(v), status="ambiguous") for v in VISITS]
    (one,) = built(rows)
    trend = judge(one)
    assert (trend.points, trend.limits, trend.withheld_kind) == ((), (), "unplaced")
    assert "which period" in trend.withheld_reason


def test_changes_of_percentages_are_percentage_points_and_name_their_parents() -> None:
    trend = judge(series(VISITS))
    assert trend.change_on_previous is not None and trend.change_on_year is not None
    assert trend.change_on_previous.text == "1 percentage point"
    assert trend.change_on_year.text == "2 percentage points"
    assert trend.change_on_year.operation == "change from August 2030 to August 2031"
    assert trend.change_on_year.rows == ("row-2030-08-83", "row-2031-08-85")


def test_no_small_count_of_people_is_derived() -> None:
    trend = judge(series([40, 30, 39], unit="count", measure_type="stock"))
    assert trend.change_on_previous is None
    assert trend.previous is not None and trend.previous.figure is not None
    larger = judge(series([40, 50, 40], unit="count", measure_type="stock"))
    assert larger.change_on_previous is not None and larger.change_on_previous.value == -10


def test_assurance_takes_the_side_that_the_target_asks_for() -> None:
    assert judge(series(VISITS, targets=[target(95, "at_most")])).assurance == "consistently_passes"
    assert judge(series(VISITS, targets=[target(70, "at_least")])).assurance == (
        "consistently_passes"
    )
    assert judge(series(VISITS, targets=[target(85)])).assurance == "hit_and_miss"
    assert judge(series(VISITS)).assurance == ""


def test_no_assurance_while_the_side_of_the_target_is_unknown() -> None:
    trend = judge(series(VISITS, targets=[target(95, "unknown")]))
    assert trend.assurance == ""
    assert trend.target is not None and trend.target.met is None


def test_a_neutral_indicator_can_meet_a_target_without_assurance() -> None:
    trend = judge(series(VISITS, polarity="neutral", targets=[target(80)]))
    assert trend.assurance == ""
    assert trend.target is not None and trend.target.met is True


def test_assurance_is_given_against_a_target_and_not_an_expectation() -> None:
    expected = target(95, kind="expectation")
    trend = judge(series(VISITS, targets=[expected]))
    assert trend.assurance == "" and trend.target is not None and trend.target.met is False
    both = judge(series(VISITS, targets=[target(70), expected]))
    assert both.assurance == "consistently_passes"
    assert [s.target.kind for s in both.targets] == ["target", "expectation"]
    assert both.target == both.targets[0]


def test_a_rebase_begins_limits_of_its_own() -> None:
    values = [*VISITS, *(v + 10 for v in VISITS)]
    whole = judge(series(values))
    trend = judge(series(values, targets=[target(95)]), breaks=[Period("2031-09")])
    assert len(whole.limits) == 1 and len(trend.limits) == 2
    assert [x.mean for x in trend.limits] == [83, 93]
    assert trend.limits[1].first == Period("2031-09")
    assert trend.limits[0].last == Period("2031-08")
    assert not any(p.rules for p in trend.points) and whole.variation == "improvement"
    assert trend.assurance == "hit_and_miss"


def test_a_short_last_group_is_provisional_and_the_group_before_it_stays_judged() -> None:
    trend = judge(series([*LEAP, 83, 84]), breaks=[Period("2031-09")])
    assert [x.provisional for x in trend.limits] == [False, True]
    assert trend.withheld_kind == "few_points"
    assert (trend.variation, trend.assurance) == ("", "")
    assert trend.points[12].rules == ("outside",)
    assert trend.points[13].judgement == ""


def test_a_single_point_after_a_break_has_no_limits() -> None:
    trend = judge(series([*VISITS, 95]), breaks=[Period("2031-09")])
    assert len(trend.limits) == 1 and trend.withheld_kind == "few_points"
    assert trend.variation == ""


def test_a_break_outside_the_run_has_no_effect() -> None:
    assert judge(series(VISITS), breaks=[Period("2020-01")]) == judge(series(VISITS))


def test_screening_can_be_left_out() -> None:
    screened, every = judge(series(LEAP)), judge(series(LEAP), screen=False)
    assert screened.limits[0].upper < every.limits[0].upper


def test_comparators_come_with_the_trend() -> None:
    rows = [benchmark_row("88", period="2029/30")]
    trend = judge(series(VISITS), benchmarks=rows, cite=cite)
    assert [c.figure.value for c in trend.comparators] == [88]
    with pytest.raises(ValueError, match="need cite"):
        judge(series(VISITS), benchmarks=rows)
