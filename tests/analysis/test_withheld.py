"""What may not be judged by process limits, each with its reason."""

import pytest

from analysis.samples import VISITS, built, observation, series
from briefing.analysis import judge
from briefing.model.trend import WITHHELD, Trend

STEADY = (83, 81, 82, 85, 83, 84, 79, 83, 80, 85, 87, 84, 99)


def assert_no_icon(trend: Trend, kind: str) -> None:
    assert trend.withheld_kind == kind
    assert kind in WITHHELD
    assert (trend.variation, trend.rule, trend.assurance) == ("", "", "")
    assert trend.withheld_reason.endswith(".")
    assert not any(c.isdigit() for c in trend.withheld_reason)
    assert {p.judgement for p in trend.points} <= {""}
    assert not any(p.rules for p in trend.points)


@pytest.mark.parametrize(
    ("measure", "window", "kind"),
    [
        ("rolling_12_months", None, "rolling"),
        ("year_to_date", None, "year_to_date"),
        ("stock", None, "stock"),
        ("look_back", 6, "look_back"),
        ("look_back", 2, "look_back"),
        ("look_back", None, "look_back"),
        ("quarter", None, "look_back"),
        ("year", None, "look_back"),
        ("", None, "unknown_measure"),
    ],
)
def test_points_that_share_data(measure: str, window: int | None, kind: str) -> None:
    trend = judge(series(STEADY, measure_type=measure, window=window))
    assert_no_icon(trend, kind)
    assert trend.limits == ()
    assert len(trend.points) == 13


def test_the_same_values_of_a_month_are_judged() -> None:
    trend = judge(series(STEADY))
    assert trend.withheld_reason == "" and trend.variation == "improvement"


def test_a_look_back_no_longer_than_the_step_is_judged() -> None:
    assert judge(series(STEADY, measure_type="look_back", window=1)).variation
    assert judge(series(STEADY, measure_type="quarter", first="2028-Q1")).variation
    assert judge(series(STEADY, measure_type="rolling_12_months", first="2012/13")).variation


def test_a_percentage_that_swings_over_most_of_the_scale() -> None:
    swings = (20, 57, 9, 0, 33, 92, 67, 80, 71, 92, 100, 95)
    known = judge(series(swings, small_base=True))
    unknown = judge(series(swings))
    for trend in (known, unknown):
        assert_no_icon(trend, "small_base")
        assert trend.limits == ()
    assert "rests on small numbers" in known.withheld_reason
    assert "do not say on how many" in unknown.withheld_reason


def test_a_count_may_swing() -> None:
    assert judge(series([v * 2 for v in STEADY], unit="count")).variation


def test_a_small_base_alone_does_not_forbid_a_judgement() -> None:
    assert judge(series(STEADY, small_base=True)).variation


def test_a_constant_series() -> None:
    trend = judge(series([85] * 13))
    assert_no_icon(trend, "constant")
    assert trend.limits == ()


def test_a_series_rounded_so_coarsely_that_most_moving_ranges_are_nought() -> None:
    trend = judge(series([8, 8, 8, 8, 7, 7, 7, 7, 7, 7, 7, 7, 6]))
    assert_no_icon(trend, "coarse")
    assert trend.limits == ()


def test_half_of_the_moving_ranges_may_be_nought() -> None:
    assert judge(series([80, 80, 81, 81, 80, 80, 82, 82, 80, 80, 81, 81, 83])).variation


def test_eleven_points_have_provisional_limits_and_no_icon() -> None:
    trend = judge(series(VISITS[:11]))
    assert_no_icon(trend, "few_points")
    (limits,) = trend.limits
    assert limits.provisional
    assert limits.lower < limits.mean < limits.upper
    assert not judge(series(VISITS[:12])).limits[0].provisional


def test_one_point_has_no_limits() -> None:
    trend = judge(series([85]))
    assert_no_icon(trend, "few_points")
    assert trend.limits == () and len(trend.points) == 1
    assert "One figure stands alone" in trend.withheld_reason


def test_values_that_stand_in_no_period_still_show_a_swing() -> None:
    rows = [observation("", v, status="ambiguous") for v in ("20", "57", "9", "0", "92")]
    (one,) = built([*rows, observation("2031-07", "100")])
    assert_no_icon(judge(one), "small_base")


def test_an_empty_series_says_that_no_figure_is_stated() -> None:
    trend = judge(series([None, None]))
    assert_no_icon(trend, "no_figures")
    assert trend.points == () and trend.last is None
