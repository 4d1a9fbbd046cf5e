"""Targets at their edges: the last month, roundings that decide, and how each figure was made."""

from decimal import Decimal

import pytest

from analysis.samples import VISITS, series, target
from briefing.analysis import judge
from briefing.model import Period, Series
from briefing.model.trend import TargetState

#: A year that ends at the second value, eleven ordinary months between.
RATE = "rate_per_10000"


def state(one: Series) -> TargetState:
    found = judge(one).target
    assert found is not None
    return found


def year(
    before: str,
    last: str,
    goal: str,
    direction: str = "at_most",
    due: str = "2025-03",
    unit: str = RATE,
) -> TargetState:
    """A series from August 2023 to August 2024 that goes from one value to another."""
    aim = target(goal, direction, kind="ambition", due=due, unit=unit)
    return state(series([before] + [last] * 12, first="2023-08", unit=unit, targets=[aim]))


def test_a_target_that_is_due_with_the_last_value_is_met_or_missed_and_has_no_pace() -> None:
    found = year("103", "94", "87", due="2024-08")
    assert (found.met, found.on_course) == (False, False)
    assert (found.pace_needed, found.pace_now, found.ends_at) == (None, None, None)
    assert year("103", "94", "94", due="2024-08").on_course is True


def test_a_target_that_is_due_next_month_needs_the_whole_distance() -> None:
    found = year("103", "94", "87", due="2024-09")
    assert found.pace_needed is not None and found.pace_needed.value == -7


def test_a_pace_says_how_it_was_made() -> None:
    found = year("103", "94", "87", due="2024-11")
    assert found.pace_needed is not None and found.pace_now is not None
    assert found.pace_needed.text == "-2.33 per 10,000"
    assert found.pace_needed.operation == "change a month that reaches the target in November 2024"
    assert [f.value for f in found.pace_needed.parents] == [94, 87]
    assert found.pace_now.text == "-0.75 per 10,000"
    assert found.pace_now.operation == "mean change a month over the last twelve months"
    assert [f.value for f in found.pace_now.parents] == [103, 94]


def test_an_end_says_how_it_was_made_and_of_when_it_is() -> None:
    found = year("103", "94", "87")
    assert found.ends_at is not None and found.ends_between is not None
    assert found.ends_at.operation == "the pace of the last twelve months carried on to March 2025"
    assert (found.ends_at.period, found.ends_at.unit) == (Period("2025-03"), RATE)
    assert [f.value for f in found.ends_at.parents] == [103, 94]
    low, high = found.ends_between
    assert low.value < found.ends_at.value < high.value
    assert (low.number, high.number) == ("87.67", "89.83")
    assert high.value == Decimal("94.5") - 8 * Decimal(7) / 12


def test_paces_of_a_percentage_are_in_percentage_points() -> None:
    found = year("80", "86", "95", "at_least", unit="percent")
    assert found.pace_needed is not None and found.pace_now is not None
    assert found.pace_needed.text == "1.29 percentage points"
    assert found.pace_now.text == "0.5 percentage points"
    assert found.ends_at is not None and found.ends_at.text == "89.5%"


@pytest.mark.parametrize(
    ("last", "on_course", "certain"),
    [("86", False, True), ("90", False, False), ("91", True, False), ("93", True, True)],
)
def test_rounding_decides_near_a_floor_too(last: str, on_course: bool, certain: bool) -> None:
    found = year("80", last, "97", "at_least", unit="percent")
    assert (found.on_course, found.course_certain) == (on_course, certain)


def test_a_target_already_met_needs_no_pace_but_has_one() -> None:
    found = year("103", "80", "87")
    assert found.met is True and found.pace_needed is None and found.pace_now is not None


def test_a_gap_says_how_it_was_made_and_of_when_it_is() -> None:
    found = state(series(VISITS, targets=[target(95)]))
    assert found.gap is not None and found.months_running is not None
    assert found.gap.operation == "distance from the target"
    assert found.gap.period == Period("2031-08")
    assert [f.value for f in found.gap.parents] == [85, 95]
    assert found.months_running.operation == (
        "periods in a row that missed the target as it stands now"
    )
    met = state(series(VISITS, targets=[target(70)])).months_running
    assert met is not None and met.value == 13
    assert met.operation == "periods in a row that met the target as it stands now"
    assert [f.value for f in met.parents] == [*VISITS, 70]


def test_a_gap_of_ten_people_is_told_and_one_of_nine_is_not() -> None:
    for goal, gap in ((90, 10), (91, None)):
        few = target(goal, "at_most", unit="count")
        found = state(series([120, 100], unit="count", targets=[few])).gap
        assert (found.value if found else None) == gap


@pytest.mark.parametrize(
    ("before", "text"),
    [("106", "-1 per 10,000"), ("100", "-0.5 per 10,000"), ("97", "-0.25 per 10,000")],
)
def test_a_pace_is_printed_with_as_few_places_as_it_needs(before: str, text: str) -> None:
    found = year(before, "94", "87")
    assert found.pace_now is not None and found.pace_now.text == text


def test_an_end_that_may_just_be_printed_as_the_target_is_not_certain_to_miss_it() -> None:
    down = year("99", "94", "87", due="2025-08")
    assert (down.on_course, down.course_certain) == (False, False)
    assert year("99", "94", "86", due="2025-08").course_certain is True
    up = year("80", "85", "92", "at_least", due="2025-08", unit="percent")
    assert (up.on_course, up.course_certain) == (False, False)
    assert year("80", "85", "93", "at_least", due="2025-08", unit="percent").course_certain is True


def test_periods_running_stop_at_the_first_that_had_another_outcome() -> None:
    found = state(series([96, 97, 80, 96, 95], targets=[target(95)])).months_running
    assert found is not None and found.text == "2 months"
    assert [f.value for f in found.parents] == [96, 95, 95]


def test_a_single_value_has_run_for_one_month() -> None:
    found = state(series([96], targets=[target(95)])).months_running
    assert found is not None and found.text == "1 month"


def test_a_success_that_rounding_could_undo_is_not_certain() -> None:
    found = year("104", "93", "87")
    assert (found.met, found.on_course, found.course_certain) == (False, True, False)
