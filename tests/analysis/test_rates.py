"""Counts and rates: which rows belong together, and on how many people they rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.test_disagreements import COUNTS, PEOPLE, rate_of, series, unknown
from briefing.analysis.disagreements import Disagreement, counts_and_rates
from briefing.analysis.disagreements.people import Range, fits, numbers_of_people
from briefing.model import Period, Series

COUNT, RATE = rate_of(COUNTS, PEOPLE, {5: "120"})


def told(*rows: Series) -> list[Disagreement]:
    return list(counts_and_rates(rows))


# ---------------------------------------------------------------- rows that belong together


@pytest.mark.parametrize(("unit", "words"), [("10000", "per 10,000"), ("1000", "per 1,000")])
def test_what_a_rate_is_per_does_not_matter(unit: str, words: str) -> None:
    values = [p.figure.raw for p in RATE.points if p.figure]
    rate = series("rate-of-open-cases", values, unit=f"rate_per_{unit}")
    (found,) = told(COUNT, rate)
    assert found.working.text == (
        f"Open cases, January 2031: 515 goes with about 103 {words}, as in the other periods; the "
        f"rate is printed as 120 {words}."
    )
    (worked,) = (f for f in found.working.figures if f.operation)
    assert worked.period == Period("2031-01")


def test_only_rows_of_one_table_and_of_no_group_are_held_together() -> None:
    assert told(COUNT, RATE)
    assert not told(COUNT, replace(RATE, table="two"))
    assert not told(COUNT, replace(RATE, meeting="another"))
    assert not told(replace(COUNT, breakdown="Boys"), replace(RATE, breakdown="Boys"))
    empty = replace(COUNT, points=())
    assert len(told(empty, COUNT, RATE)) == 1


def test_a_rate_is_not_held_against_another_rate_or_a_share() -> None:
    """A rate that the papers do not know to be one is no count of its own rate."""
    rate = unknown(RATE, "Rate of cases open", "count")
    again = replace(unknown(COUNT, "Rate of cases open", "count"), points=COUNT.points)
    assert not told(again, rate)
    share = unknown(COUNT, "Cases open", "percent")
    assert not told(share, rate)
    assert told(unknown(COUNT, "Cases open", "count"), rate)


@pytest.mark.parametrize("name", ["Cases open and their rate of change", "Cases at a rate of pay"])
def test_a_name_with_a_rate_inside_is_no_rate(name: str) -> None:
    count, rate = unknown(COUNT, name, "count"), unknown(RATE, name, "count")
    assert not told(count, rate)
    per_head = unknown(RATE, name, "rate_per_1000")
    assert told(count, per_head)


def test_a_count_that_another_rate_is_named_after_is_another() -> None:
    other = replace(
        RATE, indicator=replace(RATE.indicator, indicator="rate-of-plans", name="Plans")
    )
    assert not told(COUNT, other)
    loose = unknown(COUNT, "Letters", "count")
    nobody = replace(RATE, indicator=replace(RATE.indicator, indicator="rate-of-"))
    assert not told(loose, nobody)


# ---------------------------------------------------------------- how much has to fit


def printed(counts: Sequence[int], wrong: dict[int, str]) -> list[Disagreement]:
    return told(*rate_of(counts, [50_000] * len(counts), wrong))


@pytest.mark.parametrize(("months", "found"), [(7, 0), (8, 1)])
def test_eight_periods_are_needed(months: int, found: int) -> None:
    assert len(printed(COUNTS[:months], {3: "140"})) == found


@pytest.mark.parametrize(("values", "found"), [(4, 0), (5, 1)])
def test_five_different_counts_have_to_fit(values: int, found: int) -> None:
    counts = [470 + 40 * (n % values) for n in range(14)]
    assert len(printed(counts, {13: "300"})) == found


@pytest.mark.parametrize(("wrong", "found"), [(3, 3), (4, 0)])
def test_seven_of_ten_have_to_fit(wrong: int, found: int) -> None:
    spoilt = {3 * n: str(200 + 60 * n) for n in range(wrong)}
    assert len(printed(COUNTS[:10], spoilt)) == found


def test_a_rate_of_nothing_and_months_without_a_count_are_passed_over() -> None:
    assert [one.left.raw for one in printed(COUNTS, {0: "0", 5: "120"})] == ["515"]
    count = replace(COUNT, points=tuple(p for p in COUNT.points if p != COUNT.points[2]))
    assert [one.left.raw for one in told(count, RATE)] == ["515"]


@pytest.mark.parametrize(("small", "found"), [(9, ["140"]), (10, ["90", "140"])])
def test_a_count_under_ten_hides_no_later_one(small: int, found: list[str]) -> None:
    counts = [*COUNTS[:2], small, *COUNTS[3:]]
    assert [one.right.raw for one in printed(counts, {2: "90", 9: "140"})] == found


# ---------------------------------------------------------------- the number of people

START = Period("2030-01")


def ranges(*numbers: int, around: int = 1, step: int = 1) -> dict[Period, Range]:
    """Months, each of which allows a number of people and one or so more or fewer."""
    return {
        START.shift(n * step): (Decimal(number - around), Decimal(number + around))
        for n, number in enumerate(numbers)
    }


def numbers(allowed: dict[Period, Range]) -> list[tuple[int, int]]:
    found = numbers_of_people(allowed)
    return [(int(found[period][0]), int(found[period][1])) for period in sorted(allowed)]


def test_one_number_fits_most() -> None:
    assert numbers(ranges(100, 101, 100, 100)) == [(100, 101)] * 4
    assert numbers(ranges(100, 101, 150, 100)) == [(100, 101)] * 4
    assert numbers_of_people({}) == {}


def test_periods_are_taken_in_the_order_of_time() -> None:
    given = ranges(1000, 1000, 1000, 1040, 1040, 1040)
    turned = dict(sorted(given.items(), key=lambda item: item[0].start % 5))
    assert numbers(turned) == [(999, 1001)] * 3 + [(1039, 1041)] * 3


@pytest.mark.parametrize(
    ("later", "moves"), [(1062, True), (1065, False), (941, True), (940, False)]
)
def test_a_number_changes_by_six_per_cent_at_most(later: int, moves: bool) -> None:
    found = numbers(ranges(*[1000] * 6, *[later] * 5))
    assert (found[-1] != found[0]) is moves


@pytest.mark.parametrize(("between", "fits_all"), [(11, False), (12, True)])
def test_a_number_changes_a_year_apart(between: int, fits_all: bool) -> None:
    """More than twelve months from the end of the first number to the beginning of the third."""
    found = numbers(ranges(*[1000] * 5, *[1030] * between, *[1060] * 4))
    assert (found[4] == (999, 1001)) is fits_all


@pytest.mark.parametrize(("fitting", "changes"), [(2, False), (3, True)])
def test_a_number_between_two_others_has_to_fit_three_periods(fitting: int, changes: bool) -> None:
    found = numbers(ranges(*[1000] * 5, *[1030] * fitting, *[1059] * 4, step=7))
    assert len(set(found)) == (3 if changes else 2)


def test_the_fewest_changes_that_fit_as_much_are_taken() -> None:
    assert len(set(numbers(ranges(*[1000] * 20)))) == 1
    assert len(set(numbers(ranges(*[1000] * 10, *[1030] * 10)))) == 2


@pytest.mark.parametrize(
    ("number", "found"),
    [((5, 9), True), ((1, 4), True), ((8, 9), True), ((1, 3), False), ((9, 12), False)],
)
def test_a_number_fits_where_its_range_and_the_allowed_one_meet(
    number: tuple[int, int], found: bool
) -> None:
    low, high = number
    assert fits((Decimal(4), Decimal(8)), (Decimal(low), Decimal(high))) is found
