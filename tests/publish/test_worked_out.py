"""Figures worked out again from their rows: each operation gives what it says, and only that."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import pytest

from briefing.publish.read_back.record import Record
from briefing.publish.read_back.worked_out import Source, of_other_periods, worked_out

NOTHING = cast(Record, None)
MONTHS = tuple(f"2031-{month:02d}" for month in range(1, 13))


def source(value: str, period: str = "2031-01", table: str = "observations", **row: str) -> Source:
    cells = {"period": period, "period_kind": "", "indicator": "visits", **row}
    unit = cells.pop("unit", "percent")
    return Source("r", table, cells, Decimal(value) if value else None, unit)


def over(*values: str, **row: str) -> list[Source]:
    """Values of successive months."""
    return [source(value, month, **row) for value, month in zip(values, MONTHS, strict=False)]


def gives(operation: str, sources: Sequence[Source]) -> list[tuple[str, str]]:
    found = worked_out(operation, sources, NOTHING)
    return [(str(Fraction(value)), unit) for value, unit in found]


# ---------------------------------------------------------------- limits and means


@pytest.mark.parametrize(
    ("operation", "value"),
    [
        ("mean of the points", "11"),
        ("lower process limit", str(11 - Fraction("2.66") * 2)),
        ("upper process limit", str(11 + Fraction("2.66") * 2)),
    ],
)
def test_limits_lie_about_the_mean(operation: str, value: str) -> None:
    assert gives(operation, over("10", "12", "10", "12")) == [(value, "percent")]


def test_a_moving_range_out_of_all_proportion_is_left_out_once() -> None:
    values = ["10", "12"] * 6 + ["90", "92"]
    sources = [source(value, "2031-01") for value in values]
    mean = Fraction(sum(map(int, values)), 14)
    found = gives("upper process limit", sources)
    assert found == [(str(mean + Fraction("2.66") * 2), "percent")]


def test_level_points_have_their_mean_as_both_limits() -> None:
    assert gives("upper process limit", over("7", "7", "7")) == [("7", "percent")]
    assert gives("lower process limit", over("7", "9")) == [
        (str(8 - Fraction("2.66") * 2), "percent")
    ]
    assert gives("mean of the points", over("7")) == []


def test_values_that_are_not_known_enter_no_mean() -> None:
    assert gives("mean from January 2031 to March 2031", over("7", "", "9")) == [("8", "percent")]
    assert gives("mean of anything", over("", "")) == []
    assert gives("mean of anything", over("7", unit="days")) == [("7", "days")]


# ---------------------------------------------------------------- changes


@pytest.mark.parametrize(
    ("operation", "found"),
    [
        ("change", ["-24"]),
        ("change from then to now", ["-24"]),
        ("size of the change", ["24", "2"]),
        ("size of the change from January 2031 to February 2031", ["24", "2"]),
        ("distance from the target", ["24"]),
        ("mean change a month over the last twelve months", ["-2"]),
        ("size of the mean change a month over the last twelve months", ["2"]),
    ],
)
def test_a_change_is_the_later_value_less_the_earlier(operation: str, found: list[str]) -> None:
    assert gives(operation, over("60", "36")) == [(v, "percentage_points") for v in found]
    assert gives(operation, over("60", "36", unit="count")) == [(v, "count") for v in found]
    assert gives(operation, over("60")) == gives(operation, over("60", "36", "1")) == []


def test_a_percentage_change_is_of_the_earlier_value() -> None:
    operation = "size of the percentage change from January 2031 to February 2031"
    assert gives(operation, over("40", "50", unit="count")) == [("25", "percent")]
    assert gives(operation, over("50", "40", unit="count")) == [("20", "percent")]
    assert gives(operation, over("0", "40")) == gives(operation, over("40")) == []
    assert gives(operation, over("40", "50", "60")) == []


def test_a_pace_carried_on() -> None:
    operation = "the pace of the last twelve months carried on to {}"
    sources = [source("60", "2031-01"), source("72", "2032-01", unit="count")]
    assert gives(operation.format("March 2032"), sources) == [("74", "count")]
    assert gives(operation.format("January 2032"), sources) == [("72", "count")]
    assert gives(operation.format("some day"), sources) == [("72", "count")]
    assert gives(operation.format("March 2032"), sources[:1]) == []
    since = "pace from January 2031 to July 2031 carried on to {}"
    months = [source("60", "2031-01"), source("72", "2031-07", unit="count")]
    assert gives(since.format("October 2031"), months) == [("78", "count")]
    assert gives(since.format("some day"), months) == []
    assert gives(since.format("October 2031"), months[:1]) == []


def test_the_change_a_month_that_is_needed() -> None:
    sources = [source("72", "2031-01"), source("60", table="targets", period="")]
    operation = "change a month that reaches the target in July 2031"
    assert gives(operation, sources) == [("-2", "percentage_points")]
    assert gives(f"size of the {operation}", sources) == [("2", "percentage_points")]
    assert gives("change a month that reaches the target in some day", sources) == []
    assert gives(operation, sources[:1]) == []
    school = [source("72", "2030/31", period_kind="academic"), sources[1]]
    by_school_year = gives("change a month that reaches the target in August 2032", school)
    assert by_school_year == [("-1", "percentage_points")]
    yearly = [source("72", "2030"), source("60", table="targets", period="")]
    assert gives("change a month that reaches the target in 2031", yearly) == [
        ("-1", "percentage_points")
    ]


# ---------------------------------------------------------------- other periods than are named


@pytest.mark.parametrize(
    ("operation", "other"),
    [
        ("change from January 2031 to March 2031", False),
        ("change from February 2031 to March 2031", True),
        ("change from January 2031 to February 2031", True),
        ("change from then to now", False),
        ("change", False),
        ("number of rows", False),
        ("no such thing", False),
    ],
)
def test_the_first_and_the_last_row_are_of_the_periods_that_are_named(
    operation: str, other: bool
) -> None:
    assert of_other_periods(operation, over("60", "50", "36")) is other


def test_rows_of_no_period_are_not_of_the_one_that_is_named() -> None:
    operation = "change from January 2031 to March 2031"
    assert of_other_periods(operation, [])
    assert of_other_periods(operation, [source("60", ""), source("36", "2031-03")])
    assert not of_other_periods("change from the first one to the last", [])


@pytest.mark.parametrize("label", ["2031", "2030/31", "Quarter 1 of 2031/32"])
def test_years_and_quarters_are_named_too(label: str) -> None:
    assert of_other_periods(f"change from {label} to {label}", over("60", "50"))


# ---------------------------------------------------------------- targets met and missed


def against(direction: str = "at_least", value: str = "80") -> Source:
    return source(value, "", "targets", direction=direction)


@pytest.mark.parametrize(
    ("values", "direction", "outcome", "found"),
    [
        (("80", "81"), "at_least", "met", ["2"]),
        (("79", "81"), "at_least", "met", []),
        (("79", "78"), "at_least", "missed", ["2"]),
        (("79", "80"), "at_least", "missed", []),
        (("80", "79"), "at_most", "met", ["2"]),
        (("81", "79"), "at_most", "met", []),
        (("81",), "at_most", "missed", ["1"]),
        (("81",), "unknown", "missed", []),
        (("",), "at_most", "missed", []),
    ],
)
def test_periods_in_a_row_that_met_or_missed(
    values: tuple[str, ...], direction: str, outcome: str, found: list[str]
) -> None:
    operation = f"periods in a row that {outcome} the target as it stands now"
    months = over(*values, period_kind="month")
    assert gives(operation, [*months, against(direction)]) == [(n, "months") for n in found]
    quarters = over(*values, period_kind="quarter")
    assert gives(operation, [*quarters, against(direction)]) == [(n, "count") for n in found]


def test_a_row_of_periods_ends_with_its_target() -> None:
    operation = "periods in a row that met the target as it stands now"
    assert gives(operation, over("80", "81")) == []
    assert gives(operation, [against()]) == [("0", "count")]
    assert gives(operation, [source("80"), against(value="")]) == []


@pytest.mark.parametrize(
    ("outcome", "value", "direction", "found"),
    [
        ("met", "80", "at_least", 1),
        ("met", "79", "at_least", None),
        ("did not meet", "79", "at_least", 1),
        ("did not meet", "80", "at_least", None),
        ("could not be held against", "79", "unknown", 2),
        ("could not be held against", "79", "at_least", None),
    ],
)
def test_measures_held_against_an_expectation(
    outcome: str, value: str, direction: str, found: int | None
) -> None:
    """Of those that could not be held there may be some without any value: all targets count."""
    operation = f"measures that {outcome} the expectation in January 2031"
    other = source("80", "", "targets", indicator="calls", direction="unknown")
    sources = [source(value), against(direction), other]
    assert gives(operation, sources) == ([(str(found), "count")] if found else [])
    late = operation.replace("January", "February")
    assert gives(late, sources) == []
    assert gives(operation, [source(value, indicator="letters"), against(direction)]) == []


# ---------------------------------------------------------------- counts, shares, sums


def test_rows_are_counted() -> None:
    for operation in ("number of values", "further rows of the table", "measures judged",
                      "points in a row that make it", "printed rows of an item"):  # fmt: skip
        assert gives(operation, over("1", "", "3")) == [("3", "count"), ("3", "months")]
        assert gives(operation, []) == []


def test_a_share_and_a_sum() -> None:
    share = "the part as a percentage of the whole"
    assert gives(share, over("20", "80", unit="count")) == [("25", "percent")]
    assert gives(share, over("20", "0")) == gives(share, over("20")) == []
    assert gives("one published rate as a percentage of another", over("20", "80")) == [
        ("25", "percent")
    ]
    assert gives("sum of the parts", over("20", "80", "1")) == [("101", "count")]


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ({}, {"table": "two"}, 1),
        ({}, {"table": "one"}, 0),
        ({}, {"table": "two", "period": "2031-02"}, 0),
        ({}, {"table": "two", "breakdown": "girls"}, 0),
        ({}, {"table": "two", "indicator": "calls"}, 0),
        ({"indicator": ""}, {"indicator": "", "table": "two"}, 1),
        ({"indicator": ""}, {"indicator": "", "table": "two", "name_as_printed": "Calls"}, 0),
        ({"indicator": ""}, {"indicator": "", "table": "two", "unit": "count"}, 0),
    ],
)
def test_values_that_two_tables_print_differently(
    left: dict[str, str], right: dict[str, str], count: int
) -> None:
    base = {"breakdown": "", "name_as_printed": "Visits"}

    def row(value: str, more: dict[str, str]) -> Source:
        cells = {**base, "table": "one", **more}
        printed_in = cells.pop("table")
        made = source(value, **cells)
        return Source(
            made.name, made.table, {**made.row, "table": printed_in}, made.value, made.unit
        )

    operation = "values that two tables print differently"
    assert gives(operation, [row("61", left), row("62", right)]) == [(str(count), "count")]
    assert gives(operation, [row("61", left), row("61", right)]) == [("0", "count")]


# ---------------------------------------------------------------- counted in the store again


def record(**meeting: object) -> Record:
    made: Any = SimpleNamespace(edition=SimpleNamespace(meeting=SimpleNamespace(**meeting)))
    return cast(Record, made)


def test_what_stands_under_no_item() -> None:
    loose = SimpleNamespace(item_number="", known=(1, 2), unplaced=(3,))
    placed = SimpleNamespace(item_number="7", known=(1,), unplaced=())
    kinds = [("commitment", ""), ("ambition", ""), ("ambition", "7"), ("quotation", "")]
    rows = [{"kind": kind, "item_number": item} for kind, item in kinds]
    held = record(series=lambda: [loose, placed, loose], rows=lambda table: rows)
    assert list(worked_out("figures under no agenda item", [], held)) == [(Decimal(6), "count")]
    said = worked_out("commitments and ambitions under no agenda item", [], held)
    assert list(said) == [(Decimal(2), "count")]


def entry(status: str, days: int, *flags: str, updates: tuple[str, ...] = ("x",)) -> object:
    def age(unit: str) -> object:
        return SimpleNamespace(value=Decimal(days), unit=unit)

    return SimpleNamespace(
        status=status, flags=flags, updates=updates, age_days=age("days"), age_meetings=age("count")
    )


LEDGER = record(
    ledger=[
        entry("Complete: done", 10, "complete_but_only_planned"),
        entry("complete", 20, "gone_without_acceptance"),
        entry("Complete", 25),
        entry("In progress", 30, "overdue", updates=()),
        entry("in progress since May", 40, "overdue", "gone_without_acceptance"),
        entry("", 50, "resolution_never_entered", "gone_without_acceptance", updates=()),
        entry("", 60, "overdue", "gone_without_acceptance"),
    ]
)


@pytest.mark.parametrize(
    ("operation", "count"),
    [
        ("recommendations on record", 7),
        ("marked complete", 3),
        ("in progress", 2),
        ("without a response on record", 2),
        ("of these with a step still to come", 1),
        ("overdue", 3),
        ("never entered in the tracker", 1),
        ("gone from the list without acceptance", 4),
    ],
)
def test_the_ledger_is_counted_again(operation: str, count: int) -> None:
    assert list(worked_out(operation, [], LEDGER)) == [(Decimal(count), "count")]


def test_ages_are_those_of_the_ledger() -> None:
    ages = [Decimal(n) for n in (10, 20, 25, 30, 40, 50, 60)]
    days = list(worked_out("days from the meeting to this ledger", [], LEDGER))
    assert days == [(age, "days") for age in ages]
    meetings = list(worked_out("meetings of the panel since", [], LEDGER))
    assert meetings == [(age, "count") for age in ages]
    assert list(worked_out("of these another thing", [], LEDGER)) == []


def test_an_operation_that_nobody_knows_gives_nothing() -> None:
    assert gives("what the stars say", over("1", "2")) == []
    assert gives("the change", over("1", "2")) == []


def test_a_value_that_three_tables_print_differently_counts_once() -> None:
    operation = "values that two tables print differently"
    cells = {"period": "2031-01", "period_kind": "", "indicator": "visits"}
    three = [
        Source("r", "observations", {**cells, "table": name}, Decimal(value), "count")
        for value, name in (("505", "a"), ("510", "b"), ("504", "c"))
    ]
    assert gives(operation, three) == [("1", "count")]
    other = Source("r", "observations", {**three[0].row, "period": "2031-02"}, Decimal(7), "count")
    again = Source("r", "observations", {**other.row, "table": "b"}, Decimal(8), "count")
    assert gives(operation, [*three, other, again]) == [("2", "count")]
