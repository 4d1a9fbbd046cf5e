"""Figures that do not agree: each is found, and what agrees is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from analysis.samples import EARLIER, MEETING, cite
from briefing.analysis.disagreements import (
    against_earlier,
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
    return Series(measure, tuple(points), table, table.capitalize(), meeting=meeting)


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


def rate_of(counts: Sequence[int], people: int, printed: dict[int, str]) -> list[Series]:
    rates = [str(round(10_000 * c / people)) for c in counts]
    return [
        series("open-cases", [str(c) for c in counts]),
        series(
            "rate-of-open-cases",
            [printed.get(n, rate) for n, rate in enumerate(rates)],
            unit="rate_per_10000",
        ),
    ]


def test_a_count_that_does_not_go_with_its_rate_is_told() -> None:
    counts = [470 + 9 * v for v in range(12)]
    (found,) = counts_and_rates(rate_of(counts, 50_000, {5: "120"}))
    assert (found.kind, found.left.raw, found.right.raw) == ("count_and_rate", "515", "120")
    assert not list(counts_and_rates(rate_of(counts, 50_000, {})))


def test_a_rate_over_a_year_beside_monthly_counts_is_passed_over() -> None:
    counts = [39, 71, 44, 90, 52, 66, 81, 47, 73, 58, 95, 41]
    yearly = {n: str(140 + n) for n in range(12)}
    assert not list(counts_and_rates(rate_of(counts, 50_000, yearly)))


def test_a_revision_and_an_end_are_told_against_earlier_papers() -> None:
    before = [
        series("calls", ["61", "62", "63"], meeting=EARLIER),
        series("visits", ["80", "81"], meeting=EARLIER),
    ]
    now = [series("calls", ["61", "65", "63", "64"])]
    revised, vanished = against_earlier(before, now)
    assert (revised.kind, revised.left.raw, revised.right.raw) == ("revised", "62", "65")
    assert vanished.kind == "vanished"
    assert "August 2030 to September 2030" in vanished.working.text
