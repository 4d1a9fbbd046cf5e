"""The unit of a printed row: from its words, its cells and the form of its values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.ingest.measures.units import ANY, RATES, units_in_words, units_of, without_limits
from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.model import Period

WHERE = Where(page=1)
COLUMNS = (
    Column("label", "Measure"),
    Column("period", "Jan 31", Period("2031-01")),
    Column("period", "Feb 31", Period("2031-02")),
    Column("target", "Target"),
)


@pytest.mark.parametrize(
    ("label", "units"),
    [
        ("Percentage of visits", "percent"),
        ("The % of visits", "percent"),
        ("% of visits per 10,000", "percent"),
        ("Proportion of the number of visits", "percent"),
        ("Share of visits", "percent"),
        ("Per cent of visits", "percent"),
        ("Visits (%)", "percent"),
        ("Visits, as a proportion of calls", "percent"),
        ("Visits, percentages", "percent"),
        ("Rate of visits per 10,000", "rate_per_10000"),
        ("Visits per 10 000", "rate_per_10000"),
        ("Visits per 1,000", "rate_per_1000"),
        ("Visits per 1000", "rate_per_1000"),
        ("Visits per 100,000", ""),
        ("Visits per 1,000,000", ""),
        ("Rate of visits", "rate_per_10000 rate_per_1000 percent"),
        ("Rates of pay", "rate_per_10000 rate_per_1000 percent"),
        ("Average visits", "average"),
        ("Mean visits (%)", "average percent"),
        ("Median days to visit", "average days"),
        ("Average weeks to a visit within 20 days", "average weeks"),
        ("Average cost of a visit", "average gbp"),
        ("Average number of visits", "average"),
        ("Average score of visits", "average score"),
        ("Number of visits", "count"),
        ("Numbers of visits", "count"),
        ("No. of visits", "count"),
        ("No of visits", "count"),
        ("Count of visits", "count"),
        ("# visits", "count"),
        ("No visits", "count"),
        ("Visits: number", "count"),
        ("Number and % of visits", "count percent"),
        ("Number of visits per worker", "count average"),
        ("Number of visits per week", "count"),
        ("Number of days to a visit", "count days"),
        ("Number of visits in five days", "count"),
        ("Number of FTE visitors", "count fte"),
        ("Number of full-time equivalents", "count fte"),
        ("Number of visits per full-time equivalent", "count average"),
        ("Number of homes spend £", "count gbp"),
        ("Number of budget lines", "count gbp"),
        ("Number of scores", "count score"),
    ],
)
def test_the_words_of_a_label_allow_units(label: str, units: str) -> None:
    assert units_in_words(label) == set(units.split())


@pytest.mark.parametrize("label", ["Visits", "Visits made in 20 days", "Generated", "Sharing", ""])
def test_a_label_that_says_nothing_allows_every_unit(label: str) -> None:
    assert units_in_words(label) == ANY


def test_rates_are_per_ten_thousand_or_per_thousand() -> None:
    assert set(RATES) == {"rate_per_10000", "rate_per_1000"}
    assert RATES < ANY


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Paid within 30 days", "Paid within "),
        ("Paid within thirty-one days", "Paid within "),
        ("Paid within twenty working days", "Paid within "),
        ("Paid in 5 or more weeks", "Paid in "),
        ("Paid in a hundred days", "Paid in "),
        ("Paid over 10+ days", "Paid over "),
        ("Seen in nineteen consecutive school days", "Seen in "),
        ("A 45-day visit", "A  visit"),
        ("Paid within 2 days per week", "Paid within 2 days per week"),
        ("Days to pay", "Days to pay"),
    ],
)
def test_a_limit_of_time_is_no_part_of_a_unit(label: str, left: str) -> None:
    assert without_limits(label) == left


def cell(raw: str, at: int | None, unit: str = "", among: tuple[int, ...] = ()) -> Cell:
    value = Decimal(raw.strip(" £%")) if raw.strip(" £%-") else None
    return Cell(raw, "stated", WHERE, at, value, unit, among)


def units(label: str, *cells: Cell, unit: str = "", of_table: str = "") -> set[str]:
    row = TableRow(label, WHERE, cells, unit=unit)
    table = PrintedTable(where=WHERE, title="", columns=COLUMNS, rows=(row,), unit=of_table)
    return set(units_of(row, table))


def test_a_unit_that_the_cells_print_is_the_unit() -> None:
    assert units("Visits", cell("12%", 1)) == {"percent"}
    assert units("Visits", cell(" 12% ", 1), cell("13", 2)) == {"percent"}
    assert units("Visits", cell("£12", 1)) == {"gbp"}
    assert units("Visits", cell("12", 1, "days")) == {"days"}


def test_cells_that_contradict_each_other_or_the_label_leave_no_unit() -> None:
    assert units("Visits", cell("12%", 1), cell("£13", 2)) == set()
    assert units("Number of visits", cell("12%", 1)) == set()
    assert units("Number of visits", unit="percent") == set()


def test_targets_and_cells_without_a_value_say_nothing_of_the_unit() -> None:
    assert units("Number of visits", cell("12", 1), cell("95%", 3)) == {"count"}
    assert units("Number of visits", cell("-%", 1)) == {"count"}
    assert units("Number of visits", cell("9%", None, among=(2, 3))) == {"count"}
    assert units("Number of visits", cell("9%", None, among=(1, 2))) == set()
    assert units("Number of visits", cell("9%", 9)) == set()


def test_a_number_of_things_has_no_decimals() -> None:
    assert units("Number of visits", cell("12.5", 1)) == set()
    assert units("Number of visits", cell("12.0", 1)) == {"count"}
    assert units("Number and % of visits", cell("12.5", 1)) == {"percent"}
    assert units("Number of visits", cell("12", 1), cell("2.5", 3)) == {"count"}


def test_the_unit_of_the_row_goes_before_that_of_the_table() -> None:
    assert units("Visits", cell("12", 1), of_table="percent") == {"percent"}
    assert units("Visits", cell("12", 1), unit="days", of_table="percent") == {"days"}
    assert units("Number of visits", cell("12", 1), of_table="percent") == {"count"}
    assert units("Number and % of visits", cell("12", 1), of_table="percent") == {"percent"}
    assert units("Number and % of visits", cell("12", 1), of_table="days") == {"count", "percent"}
    assert units("Visits", cell("12", 1)) == ANY
