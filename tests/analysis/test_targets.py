"""Targets: met or missed and for how long, gaps, and the pace of dated ambitions."""

from decimal import Decimal

from analysis.samples import VISITS, series, target
from briefing.analysis import hold_against, judge
from briefing.model import Series
from briefing.model.trend import TargetState

#: Children in care per 10,000, August 2023 to August 2024, as printed.
IN_CARE = (103, 102, 101, 102, 102, 99, 99, 98, 97, 98, 96, 95, 94)


def in_care(values: tuple[int, ...] = IN_CARE, **more: str) -> Series:
    ambition = target(87, "at_most", kind="ambition", due="2025-03", unit="rate_per_10000")
    return series(
        values,
        first="2023-08",
        unit="rate_per_10000",
        measure_type="stock",
        polarity="neutral",
        targets=[ambition],
        **more,
    )


def state(one: Series) -> TargetState:
    found = judge(one).target
    assert found is not None
    return found


def test_a_dated_ambition_that_the_present_pace_does_not_reach() -> None:
    found = state(in_care())
    assert found.met is False
    assert found.pace_needed is not None and found.pace_needed.value == -1
    assert found.pace_now is not None and found.pace_now.value == Decimal("-0.75")
    assert found.ends_at is not None and found.ends_at.value == Decimal("88.75")
    assert found.ends_at.text == "88.75 per 10,000"
    assert found.pace_needed.text == "-1 per 10,000"
    assert found.on_course is False
    assert found.gap is not None and found.gap.value == 7
    assert found.months_running is not None and found.months_running.text == "13 months"


def test_the_range_that_rounding_allows_is_given_and_does_not_change_the_verdict() -> None:
    found = state(in_care())
    assert found.ends_between is not None
    low, high = found.ends_between
    assert low.value == Decimal("93.5") - 10 * Decimal(7) / 12
    assert round(low.value, 2) == Decimal("87.67")
    assert round(high.value, 2) == Decimal("89.83")
    assert found.course_certain is True


def test_a_verdict_that_rounding_could_turn_is_not_certain() -> None:
    found = state(in_care((*IN_CARE[:-1], 93)))
    assert found.ends_at is not None and round(found.ends_at.value, 2) == Decimal("87.17")
    assert (found.on_course, found.course_certain) == (False, False)
    far = state(in_care((*IN_CARE[:-1], 90)))
    assert (far.on_course, far.course_certain) == (True, True)


def test_the_pace_of_a_met_target_still_says_where_it_ends() -> None:
    found = state(in_care((*IN_CARE[:-1], 86)))
    assert found.met is True and found.gap is None and found.pace_needed is None
    assert found.on_course is True


def test_an_ambition_without_the_value_of_a_year_before_has_no_present_pace() -> None:
    found = state(in_care(IN_CARE[5:]))
    assert found.pace_needed is not None
    assert (found.pace_now, found.ends_at, found.on_course) == (None, None, None)


def test_an_ambition_whose_date_is_past_is_simply_met_or_not() -> None:
    due = target(87, "at_most", kind="ambition", due="2024-03", unit="rate_per_10000")
    one = series(IN_CARE, first="2023-08", unit="rate_per_10000", targets=[due])
    found = state(one)
    assert (found.met, found.on_course, found.pace_needed) == (False, False, None)


def test_nothing_is_said_of_a_target_whose_side_is_unknown() -> None:
    due = target(87, "unknown", kind="ambition", due="2025-03", unit="rate_per_10000")
    one = series(IN_CARE, first="2023-08", unit="rate_per_10000", targets=[due])
    found = state(one)
    assert (found.met, found.months_running, found.gap, found.on_course) == (None,) * 4
    assert found.course_certain is None
    assert found.pace_needed is not None and found.ends_at is not None


def test_months_running_count_back_to_the_last_change_of_outcome() -> None:
    found = state(series((*VISITS, 96, 95), targets=[target(95)]))
    assert found.met is True and found.months_running is not None
    assert found.months_running.text == "2 months"
    assert found.gap is None
    assert len(found.months_running.rows) == 3


def test_months_running_do_not_go_back_over_a_gap() -> None:
    found = state(series([80, 81, None, 82, 83], targets=[target(95)]))
    assert found.months_running is not None and found.months_running.value == 2


def test_quarters_running_are_not_called_months() -> None:
    one = series([80, 81], first="2031-Q1", measure_type="quarter", targets=[target(95)])
    found = state(one)
    assert found.months_running is not None and found.months_running.text == "2"


def test_a_gap_in_percentages_is_in_percentage_points() -> None:
    found = state(series(VISITS, targets=[target(95)]))
    assert found.gap is not None and found.gap.text == "10 percentage points"


def test_a_small_count_is_neither_gap_nor_pace() -> None:
    few = target(11, "at_most", kind="ambition", due="2032-03", unit="count")
    one = series([30] + [18] * 12, unit="count", targets=[few])
    found = state(one)
    assert found.met is False
    assert found.gap is None and found.pace_needed is None
    assert found.pace_now is not None and found.pace_now.value == -1


def test_a_pace_is_not_derived_from_a_small_change_of_a_count() -> None:
    few = target(5, "at_most", kind="ambition", due="2032-03", unit="count")
    found = state(series([25] + [18] * 12, unit="count", targets=[few]))
    assert found.pace_needed is not None
    assert found.pace_now is None and found.ends_at is None and found.on_course is None


def test_an_end_that_would_be_a_small_count_is_left_out() -> None:
    few = target(10, "at_most", kind="ambition", due="2032-08", unit="count")
    found = state(series([40] + [24] * 12, unit="count", targets=[few]))
    assert found.pace_now is not None and found.on_course is True
    assert found.ends_at is None and found.ends_between is None


def test_a_pace_is_printed_to_two_places_at_most() -> None:
    due = target(91, "at_most", kind="ambition", due="2025-03", unit="count")
    one = series([147] + [115] * 12, first="2023-08", unit="count", targets=[due])
    found = hold_against(due, one.known, one.known)
    assert found.pace_now is not None and found.pace_now.number == "-2.67"
    assert found.ends_at is not None and found.ends_at.number == "96.33"
