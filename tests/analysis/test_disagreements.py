"""Figures that do not agree: each is found, and what agrees is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from analysis.samples import MEETING, cite
from briefing.analysis.disagreements import (
    counts_and_rates,
    parts_and_totals,
    printed_otherwise,
)
from briefing.model import Figure, Indicator, Period, Point, Series

START = Period("2030-08")


def series(
    indicator: str,
    values: Sequence[str],
    *,
    unit: str = "count",
    table: str = "one",
    meeting: str = MEETING,
    start: Period = START,
    name: str = "",
) -> Series:
    """A monthly series of values as printed; a blank is a month without one."""
    points = []
    for step, raw in enumerate(values):
        period = start.shift(step)
        row = f"{meeting}/{table}/{indicator}-{period}"
        place = cite({"document": "pack", "meeting": meeting, "table": table})
        figure = Figure(Decimal(raw), unit, period, place, raw, row) if raw else None
        points.append(Point(period, figure))
    measure = Indicator(indicator, indicator.replace("-", " ").capitalize(), unit, "stock")
    return Series(
        measure,
        tuple(points),
        table,
        table.capitalize(),
        name_as_printed=name,
        meeting=meeting,
    )


def some(count: int, first: int = 40, step: int = 7) -> list[int]:
    """Different numbers that neither rise nor fall."""
    return [first + (step * n * n) % 31 for n in range(count)]


def test_a_value_printed_otherwise_in_two_tables_is_told_with_both() -> None:
    one = series("calls", ["61", "62", "63", "64"])
    other = series("calls", ["61", "65", "63", "64"], table="two")
    (found,) = printed_otherwise([one, other])
    assert found.kind == "same_series"
    assert (found.left.raw, found.right.raw) == ("62", "65")
    assert found.working.text == (
        "Calls, September 2030: 62 in the table One, 65 in the table Two."
    )


def test_two_tables_that_differ_widely_throughout_are_told_once() -> None:
    one = series("calls", ["61", "14", "63", "22", "90"])
    other = series("calls", ["25", "65", "31", "84", "12"], table="two")
    (found,) = printed_otherwise([one, other])
    assert found.working.text == (
        "Calls: the tables One and Two print other values for 5 periods, such as 61 and 25 for "
        "August 2030; they may be of two things."
    )


def test_values_that_round_to_each_other_agree() -> None:
    one = series("share", ["61", "62"], unit="percent")
    other = series("share", ["61.4", "61.6"], unit="percent", table="two")
    assert not list(printed_otherwise([one, other]))


@pytest.mark.parametrize(("steps", "words"), [(1, "later"), (-1, "earlier")])
def test_a_series_moved_by_a_month_is_one_disagreement(steps: int, words: str) -> None:
    values = [str(v) for v in (61, 72, 55, 80, 47, 66, 91, 58)]
    one = series("calls", values)
    other = series("calls", values, table="two", start=START.shift(steps))
    (found,) = printed_otherwise([one, other])
    assert found.kind == "shifted"
    assert f"each one period {words}" in found.working.text


def test_a_level_series_is_not_taken_for_a_moved_one() -> None:
    one = series("calls", ["61"] * 8)
    other = series("calls", ["61", "60", *["61"] * 6], table="two")
    assert [d.kind for d in printed_otherwise([one, other])] == ["same_series"]


def shares(printed: dict[int, str]) -> list[Series]:
    parts, wholes = some(12, 20), some(12, 60, 11)
    right = [str(round(100 * a / b)) for a, b in zip(parts, wholes, strict=True)]
    return [
        series("led-to", [str(v) for v in parts]),
        series("held", [str(v) for v in wholes]),
        series("share", [printed.get(n, v) for n, v in enumerate(right)], unit="percent"),
    ]


def test_a_percentage_that_its_parts_do_not_give_is_told() -> None:
    (found,) = parts_and_totals(shares({4: "3"}))
    assert (found.kind, found.left.raw, found.left.period) == (
        "parts_and_total",
        "3",
        Period("2030-12"),
    )


def test_percentages_that_round_as_printed_agree() -> None:
    assert not list(parts_and_totals(shares({})))


def test_a_total_that_its_parts_do_not_make_is_told() -> None:
    one, other = some(10, 30), some(10, 50, 11)
    total = [str(a + b) for a, b in zip(one, other, strict=True)]
    total[7] = str(int(total[7]) + 5)
    (found,) = parts_and_totals(
        [
            series("boys", [str(v) for v in one]),
            series("girls", [str(v) for v in other]),
            series("children", total),
        ]
    )
    assert (found.kind, found.left.raw) == ("parts_and_total", total[7])


def test_no_sum_of_small_parts_is_worked_out() -> None:
    one, other = [2, 5, 1, 7, 4, 6, 3, 8, 9, 5], some(10, 50, 11)
    total = [str(a + b) for a, b in zip(one, other, strict=True)]
    total[0] = "99"
    rows = (("some", one), ("others", other))
    parts = [series(name, [str(v) for v in values]) for name, values in rows]
    assert not list(parts_and_totals([*parts, series("all", total)]))


def test_unrelated_counts_give_nothing() -> None:
    rows = [series(f"m{n}", [str(v) for v in some(13, 30 + 9 * n, 5 + n)]) for n in range(6)]
    assert not list(parts_and_totals(rows))


def test_a_share_that_its_name_ties_to_a_sure_whole_is_held_against_it() -> None:
    wholes = [100, 104, 98, 107, 103, 95, 101, 110, 99, 105, 102, 97]
    sure = [40 + 3 * n % 17 for n in range(12)]
    few = [30] * 12
    table = [
        series("children", [str(v) for v in wholes]),
        series("at-home", [str(v) for v in sure], name="Number of children at home"),
        series("away", [str(v) for v in few], name="Number of children away"),
    ]
    shares = [
        ("at-home-percent", "Percentage of children at home", sure),
        ("away-percent", "Percentage of children away", few),
    ]
    for slug, name, parts in shares:
        right = [str(round(100 * a / b)) for a, b in zip(parts, wholes, strict=True)]
        if slug == "away-percent":
            right[4] = str(int(right[4]) + 2)
        table.append(series(slug, right, unit="percent", name=name))
    (found,) = parts_and_totals(table)
    assert (found.left.raw, found.right.raw) == ("31", "30")
    other = series("children", ["", "", "", "", "97"], table="two")
    assert not list(parts_and_totals([*table, other]))


def rate_of(counts: Sequence[int], people: Sequence[int], printed: dict[int, str]) -> list[Series]:
    rates = [str(round(10_000 * c / p)) for c, p in zip(counts, people, strict=True)]
    return [
        series("open-cases", [str(c) for c in counts]),
        series(
            "rate-of-open-cases",
            [printed.get(n, rate) for n, rate in enumerate(rates)],
            unit="rate_per_10000",
        ),
    ]


COUNTS = [470 + 9 * v for v in range(14)]
PEOPLE = [50_000] * 14


def test_a_count_that_does_not_go_with_its_rate_is_told() -> None:
    (found,) = counts_and_rates(rate_of(COUNTS, PEOPLE, {5: "120"}))
    assert (found.kind, found.left.raw, found.right.raw) == ("count_and_rate", "515", "120")
    assert "515 goes with about 103 per 10,000" in found.working.text
    assert not list(counts_and_rates(rate_of(COUNTS, PEOPLE, {})))


def test_three_of_fourteen_that_differ_are_each_told() -> None:
    printed = {2: "120", 6: "90", 9: "130"}
    found = list(counts_and_rates(rate_of(COUNTS, PEOPLE, printed)))
    assert [one.right.raw for one in found] == ["120", "90", "130"]


def test_a_rate_over_a_year_beside_monthly_counts_is_passed_over() -> None:
    counts = [39, 71, 44, 90, 52, 66, 81, 47, 73, 58, 95, 41]
    yearly = {n: str(140 + n) for n in range(12)}
    assert not list(counts_and_rates(rate_of(counts, PEOPLE[:12], yearly)))


@pytest.mark.parametrize("since", [1, 3, 7, 13])
def test_a_number_of_people_set_anew_once_is_no_disagreement(since: int) -> None:
    people = [51_200 if n < since else 50_000 for n in range(14)]
    assert not list(counts_and_rates(rate_of(COUNTS, people, {})))
    (found,) = counts_and_rates(rate_of(COUNTS, people, {10: "140"}))
    assert found.right.raw == "140"


def test_a_rate_is_tied_to_its_count_by_name_where_neither_is_in_the_catalogue() -> None:
    count, rate = rate_of(COUNTS, PEOPLE, {5: "120"})
    loose = [
        unknown(count, "Number of cases open at the end of the month", "count"),
        unknown(rate, "Rate of cases open", "count"),
    ]
    (found,) = counts_and_rates(loose)
    assert (found.left.raw, found.right.raw) == ("515", "120")
    assert not list(counts_and_rates([loose[0], unknown(rate, "Rate of cases closed", "count")]))


def unknown(one: Series, name: str, unit: str) -> Series:
    """A series as of a row that no catalogue knows."""
    points = tuple(replace(p, figure=p.figure and replace(p.figure, unit=unit)) for p in one.points)
    measure = Indicator("", name, unit, "")
    return replace(one, indicator=measure, points=points, name_as_printed=name)


def test_no_rate_is_worked_out_for_fewer_than_ten() -> None:
    counts = [4 + 30 * n for n in range(14)]
    assert not list(counts_and_rates(rate_of(counts, PEOPLE, {0: "40"})))


def test_right_rates_of_any_population_are_never_told_and_wrong_ones_are() -> None:
    rng = Random(5)
    told = 0
    for _ in range(150):
        people, count = rng.randint(8_000, 120_000), rng.randint(40, 2500)
        anew, wrong = rng.randint(1, 13), rng.randint(2, 11)
        counts, rates = [], []
        for month in range(14):
            if month == anew:
                people = int(people * rng.uniform(0.97, 1.03))
            count = max(20, int(count * rng.uniform(0.94, 1.06)))
            counts.append(str(count))
            rates.append(str(round(10_000 * count / people)))
        of_count = series("open-cases", counts)
        right = series("rate-of-open-cases", rates, unit="rate_per_10000")
        assert not list(counts_and_rates([of_count, right]))
        rates[wrong] = str(round(float(rates[wrong]) * 1.25))
        seeded = series("rate-of-open-cases", rates, unit="rate_per_10000")
        found = list(counts_and_rates([of_count, seeded]))
        assert {one.left.period for one in found} <= {START.shift(wrong)}
        told += len(found)
    assert told > 140
