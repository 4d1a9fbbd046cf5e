"""Process limits and rules: known answers, and each rule at its edge."""

import csv
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest

from analysis.samples import VISITS
from briefing.analysis.spc import (
    ProcessLimits,
    assurance,
    moving_ranges,
    process_limits,
    special_causes,
    to_decimal,
)

AE = Path(__file__).parents[3] / "shared" / "spc" / "ae_attendances.csv"

#: Lines by hand: mean 0, two-sigma lines at 2, limits at 3.
LINES = ProcessLimits(Fraction(0), Fraction(-3), Fraction(3), Fraction(-2), Fraction(2))


def lines(values: list[int] | tuple[int, ...], **options: bool) -> tuple[Decimal, ...]:
    """Mean and limits to two decimal places."""
    found = process_limits(values, **options)
    return tuple(round(to_decimal(v), 2) for v in (found.mean, found.lower, found.upper))


def rules(values: list[int | Fraction]) -> list[str]:
    """The rule that counts at each point, by the lines by hand."""
    return [cause.rules[0] if cause.rules else "" for cause in special_causes(values, LINES)]


def rrk(column: str) -> list[Decimal]:
    """The type 1 figures of the trust RRK from April 2016 to March 2018."""
    if not AE.exists():
        pytest.skip("the folder ../shared is not beside this checkout")
    with AE.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["period"], Decimal(row[column]))
            for row in csv.DictReader(file)
            if row["org_code"] == "RRK"
            and row["type"] == "1"
            and "2016-04" <= row["period"] < "2018-04"
        ]
    assert len(rows) == 24
    return [value for _, value in sorted(rows)]


def test_one_to_ten() -> None:
    assert lines(list(range(1, 11))) == (Decimal("5.5"), Decimal("2.84"), Decimal("8.16"))


def test_visits_to_children_in_care() -> None:
    found = process_limits(VISITS)
    assert lines(VISITS) == (Decimal("83.00"), Decimal("76.35"), Decimal("89.65"))
    assert assurance(found, 95, "at_least") == "consistently_fails"
    assert not any(cause.rules for cause in special_causes(VISITS, found))


def test_one_outlier_is_screened_out_of_the_limits() -> None:
    values = [1, 2, 1, 2, 10, *[1, 2] * 6, 1]
    assert lines(values) == (Decimal("1.94"), Decimal("-0.72"), Decimal("4.60"))
    assert lines(values, screen=False) == (Decimal("1.94"), Decimal("-3.06"), Decimal("6.95"))


def test_screening_leaves_out_a_range_equal_to_the_bound() -> None:
    bound = Fraction("3.267")
    jump = 5 * bound / (6 - bound)
    values = [0, 1, 0, 1, 0, 1, 1 + jump]
    ranges = moving_ranges(values)
    assert ranges[-1] == bound * sum(ranges) / len(ranges)
    found = process_limits(values)
    assert found.upper - found.mean == Fraction("2.66")


def test_screening_is_done_once() -> None:
    values = [0, 1, 0, 1, 0, 1, 0, 5, 0, 40]
    kept = [1, 1, 1, 1, 1, 1, 5, 5]
    found = process_limits(values)
    assert found.upper - found.mean == Fraction("2.66") * sum(kept) / len(kept)


def test_two_sigma_lines_lie_at_two_thirds() -> None:
    found = process_limits(VISITS)
    assert (found.upper_two_sigma - found.mean) / (found.upper - found.mean) == Fraction(2, 3)
    assert round(to_decimal((found.mean - found.lower_two_sigma) / Fraction("2.5")), 4) == Decimal(
        "1.7733"
    )


def test_a_decimal_has_28_digits_whatever_its_surroundings_ask_for() -> None:
    with localcontext(prec=5):
        assert to_decimal(Fraction(1, 3)) == Decimal(f"0.{'3' * 28}")
        assert to_decimal(Fraction(249, 4)) == Decimal("62.25")


def test_limits_need_two_points() -> None:
    with pytest.raises(ValueError, match="at least two points"):
        process_limits([5])


def test_moving_ranges_are_distances() -> None:
    assert moving_ranges([3, 1, Decimal("1.5")]) == (2, Fraction(1, 2))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("column", "screen", "expected"),
    [
        ("breaches", True, ("1711.875", "849.79", "2573.96")),
        ("breaches", False, ("1711.875", "749.07", "2674.68")),
        ("attendances", True, ("9696.875", "8273.43", "11120.32")),
    ],
)
def test_accident_and_emergency(column: str, screen: bool, expected: tuple[str, ...]) -> None:
    found = process_limits(rrk(column), screen=screen)
    assert to_decimal(found.mean) == Decimal(expected[0])
    assert round(to_decimal(found.lower), 2) == Decimal(expected[1])
    assert round(to_decimal(found.upper), 2) == Decimal(expected[2])


@pytest.mark.shared
def test_accident_and_emergency_breaches_signal_where_they_should() -> None:
    values = rrk("breaches")
    found = special_causes(values, process_limits(values))
    marked = {i: c.rules for i, c in enumerate(found) if c.rules}
    january = 9
    assert marked == {january: ("outside",)} | {i: ("shift",) for i in range(10, 18)}
    assert found[january].direction == "high"
    assert {found[i].direction for i in range(10, 18)} == {"low"}


def test_a_point_on_the_limit_is_not_outside() -> None:
    assert rules([0, 3, 0, -3, 0]) == [""] * 5
    assert rules([0, 4, 0, -4, 0]) == ["", "outside", "", "outside", ""]


def test_seven_rising_points_are_a_trend_and_every_one_is_marked() -> None:
    climb = [Fraction(i, 4) for i in (-4, -2, -1, 1, 2, 3, 4)]
    assert rules(climb) == ["trend"] * 7
    assert rules(climb[:6]) == [""] * 6
    assert {c.direction for c in special_causes(climb, LINES)} == {"high"}
    assert {c.direction for c in special_causes(climb[::-1], LINES)} == {"low"}


def test_a_tie_breaks_a_trend() -> None:
    assert rules([Fraction(i, 4) for i in (-4, -2, -1, -1, 1, 2, 3)]) == [""] * 7


def test_a_trend_points_the_way_it_runs_though_its_points_lie_below_the_mean() -> None:
    found = special_causes([Fraction(i, 10) for i in range(-17, -10)], LINES)
    assert found[0].rules == ("trend", "shift")
    assert found[0].side == "below"
    assert found[0].direction == "high"


def test_the_turning_point_of_two_trends_points_the_way_it_leaves() -> None:
    climb = [Fraction(i, 10) for i in range(-3, 4)]
    found = special_causes([*climb, *climb[-2::-1]], LINES)
    assert [c.direction for c in found] == ["high"] * 6 + ["low"] * 7


def test_the_ends_of_a_trend_point_the_way_it_runs_whatever_stands_about_it() -> None:
    climb = [Fraction(i, 10) for i in range(-3, 4)]
    rising = special_causes([0, *climb, 0], LINES)
    assert [c.direction for c in rising] == ["", *["high"] * 7, ""]
    assert rules([*climb, *[0] * 10]) == ["trend"] * 7 + [""] * 10
    falling = special_causes([0, *climb[::-1], 0], LINES)
    assert [c.direction for c in falling] == ["", *["low"] * 7, ""]


def test_two_of_three_marks_only_the_points_between_the_lines() -> None:
    near = Fraction(5, 2)
    assert rules([0, near, 1, near, 0]) == ["", "two_of_three", "", "two_of_three", ""]
    assert rules([0, near, near, 1, 0]) == ["", "two_of_three", "two_of_three", "", ""]
    assert rules([near, near, 1, -near]) == ["two_of_three", "two_of_three", "", ""]
    assert rules([near, near, 1, 1]) == ["two_of_three", "two_of_three", "", ""]
    assert rules([1, 1, near, near]) == ["", "", "two_of_three", "two_of_three"]


def test_two_of_three_needs_all_three_on_one_side() -> None:
    near = Fraction(5, 2)
    assert rules([0, near, -1, near, 0]) == [""] * 5
    assert rules([0, near, 0, near, 0]) == [""] * 5
    assert rules([near, near]) == ["", ""]


def test_a_near_point_away_from_the_other_two_is_not_marked() -> None:
    near = Fraction(5, 2)
    assert rules([near, 1, 1, near, near]) == ["", "", "", "two_of_three", "two_of_three"]


def test_a_level_step_between_two_trends_counts_as_falling() -> None:
    climb = [Fraction(i, 10) for i in range(-3, 4)]
    found = special_causes([*climb, *(v + climb[-1] * 2 for v in climb)], LINES)
    assert climb[-1] == climb[0] + climb[-1] * 2
    assert found[6].rules[0] == "trend" and found[6].direction == "low"
    assert found[5].direction == found[7].direction == "high"


def test_a_point_on_the_two_sigma_line_or_outside_is_not_between() -> None:
    near = Fraction(5, 2)
    assert rules([1, 2, near, 1]) == [""] * 4
    assert rules([-1, -2, -near, -1]) == [""] * 4
    assert rules([-1, -3, -near, -1]) == ["", "two_of_three", "two_of_three", ""]
    assert rules([1, 4, near, 1]) == ["", "outside", "", ""]


def test_seven_points_on_one_side_are_a_shift_and_a_point_on_the_mean_breaks_it() -> None:
    side = [1, Fraction(1, 2)] * 4
    assert rules([-1, *side[:7], -1]) == ["", *["shift"] * 7, ""]
    assert rules([-1, *side[:6], -1]) == [""] * 8
    assert rules([*side[:3], 0, *side[3:]]) == [""] * 9


def test_every_rule_broken_is_given_and_the_first_counts() -> None:
    found = special_causes([Fraction(i, 2) for i in range(1, 8)], LINES)
    assert found[-1].rules == ("outside", "trend", "shift")
    assert found[4].rules == ("trend", "two_of_three", "shift")


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (4, "at_least", "consistently_fails"),
        (-4, "at_least", "consistently_passes"),
        (4, "at_most", "consistently_passes"),
        (-4, "at_most", "consistently_fails"),
        (3, "at_least", "hit_and_miss"),
        (-3, "at_most", "hit_and_miss"),
        (4, "unknown", ""),
    ],
)
def test_assurance(target: int, direction: str, expected: str) -> None:
    assert assurance(LINES, target, direction) == expected
