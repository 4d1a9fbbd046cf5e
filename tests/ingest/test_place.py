"""Figures are placed on evidence only, which is recorded; the rest stays ambiguous."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.ingest.parts import PrintedTable, TableRow
from briefing.ingest.placing.place import Earlier, place
from briefing.ingest.recognise.text_table import recognise
from ingest.text_tables import source

MONTHS = "Jan-24 Feb-24 Mar-24 Apr-24 May-24 Jun-24"
CODES = [f"2024-0{month}" for month in range(1, 7)]


def placed(text: str, earlier: tuple[Earlier, ...] = ()) -> tuple[PrintedTable, ...]:
    made = source(text)
    tables = [part for part in recognise(made) if isinstance(part, PrintedTable)]
    before = list(tables)
    found = place(tables, made.lines, earlier)
    assert tables == before
    return found


def row(tables: tuple[PrintedTable, ...], label: str) -> tuple[PrintedTable, TableRow]:
    return next((t, r) for t in tables for r in t.rows if r.label == label)


def stated(tables: tuple[PrintedTable, ...], label: str) -> dict[str, str]:
    """The figures of a row that have a column, by the code of their period or by their kind."""
    table, found = row(tables, label)
    at = {}
    for cell in found.cells:
        if cell.column is not None and cell.status == "stated":
            column = table.columns[cell.column]
            at[column.period.code if column.period else column.kind] = cell.raw
    return at


def evidence(tables: tuple[PrintedTable, ...], label: str) -> set[str]:
    return {cell.evidence for cell in row(tables, label)[1].cells if cell.evidence}


def table(*rows: str, title: str = "Visits", heads: str = f"{MONTHS} Target") -> str:
    return "\n".join([title, "", f"Indicator {heads}", *rows, "", ""])


def test_a_gap_between_the_months_of_the_same_series_is_found() -> None:
    tables = placed(
        table("Number of visits 11 12 14 15 16 20", "Number of calls 1 2 3 4 5 6 9")
        + table("Number of visits 11 12 13 14 15 16", title="Before", heads=MONTHS)
    )
    assert stated(tables, "Number of visits") == {
        "2024-01": "11",
        "2024-02": "12",
        "2024-04": "14",
        "2024-05": "15",
        "2024-06": "16",
        "target": "20",
    }
    assert any("Before" in why for why in evidence(tables, "Number of visits"))


def test_a_series_of_an_earlier_paper_is_evidence() -> None:
    values = {code: Decimal(n) for code, n in zip(CODES, range(11, 17), strict=True)}
    record = Earlier("Number of visits", "", values)
    tables = placed(table("Number of visits 11 12 13 14 15 16"), (record,))
    assert list(stated(tables, "Number of visits")) == CODES
    assert all("earlier paper" in why for why in evidence(tables, "Number of visits"))


def test_the_latest_shared_figure_may_have_been_revised() -> None:
    values = {code: Decimal(n) for code, n in zip(CODES, (11, 12, 13, 14, 15, 99), strict=True)}
    record = Earlier("Number of visits", "", values)
    tables = placed(table("Number of visits 11 12 13 14 15 16"), (record,))
    assert list(stated(tables, "Number of visits")) == CODES
    assert any("June 2024" in why for why in evidence(tables, "Number of visits"))


def test_a_gap_that_may_be_a_revised_figure_stays_open() -> None:
    values = {code: Decimal(n) for code, n in zip(CODES, (11, 12, 13, 14, 15, 16), strict=True)}
    tables = placed(
        table("Number of visits 11 11 12 14 15 16"), (Earlier("Number of visits", "", values),)
    )
    assert stated(tables, "Number of visits") == {}


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Number of calls", (11, 12, 13, 14, 15, 16)),
        ("Rate of visits", (11, 12, 13, 14, 15, 16)),
        ("Number of visits", (11, 99, 13, 14, 15, 16)),
        ("Number of visits", (7, 7, 7, 7, 7, 7)),
    ],
)
def test_another_series_or_one_that_differs_is_none(name: str, numbers: tuple[int, ...]) -> None:
    values = {code: Decimal(n) for code, n in zip(CODES, numbers, strict=True)}
    figures = "7 7 7 7 7 7" if 7 in numbers else "11 12 13 14 15 16"
    tables = placed(table(f"Number of visits {figures}"), (Earlier(name, "", values),))
    assert stated(tables, "Number of visits") == {}
    assert {c.status for c in row(tables, "Number of visits")[1].cells} == {"ambiguous"}


def test_counts_and_their_percentage_place_each_other() -> None:
    tables = placed(
        table(
            "Number of meetings held 50 40 80 25 60",
            "Number of plans 5 10 8 5 12 3",
            "Percentage of meetings resulting in plans 10 25 10 20 20",
            heads=MONTHS,
        )
    )
    assert list(stated(tables, "Number of meetings held")) == CODES[:5]
    assert list(stated(tables, "Percentage of meetings resulting in plans")) == CODES[:5]
    assert all("divided by" in why for why in evidence(tables, "Number of meetings held"))


def test_a_percentage_that_leaves_out_a_period_of_its_counts_settles_nothing_more() -> None:
    tables = placed(
        table(
            "Number of meetings held 40 40 80 25 60",
            "Number of plans 8 8 8 5 12 3",
            "Percentage of meetings resulting in plans 20 10 20 20",
            heads=MONTHS,
        )
    )
    assert "2024-01" not in stated(tables, "Number of meetings held")


def test_counts_that_fit_in_two_ways_stay_open() -> None:
    tables = placed(
        table(
            "Number of meetings held 50 50 50 50 50",
            "Number of plans 5 5 5 5 5 5",
            "Percentage of meetings resulting in plans 10 10 10 10 10",
            heads=MONTHS,
        )
    )
    assert stated(tables, "Number of meetings held") == {}


SHORT = table("Rate of visits per 10,000 11 12 14 15 16 20", "Rate of calls 1 2 3 4 5 6 9")


def test_a_sentence_with_its_month_fixes_what_its_order_fixes() -> None:
    tables = placed(SHORT + "The rate of visits fell to 14 in April 2024.\n")
    assert stated(tables, "Rate of visits per 10,000") == {
        "2024-04": "14",
        "2024-05": "15",
        "2024-06": "16",
        "target": "20",
    }
    cells = row(tables, "Rate of visits per 10,000")[1].cells
    assert [cell.candidates for cell in cells][:2] == [(1, 2), (2, 3)]


def test_a_level_beside_the_target_is_of_the_latest_month() -> None:
    text = table(
        "Rate of visits 11 12 14 15 16 20 - 19",
        "Rate of calls 1 2 3 4 5 6 9 - 8",
        heads=f"{MONTHS} Target England Region",
    )
    behind = {"target": "20", "comparator": "19"}
    assert stated(placed(text), "Rate of visits") == behind
    now = "The rate of visits is now 16, below our target of 20.\n"
    assert stated(placed(text + now), "Rate of visits") == {"2024-06": "16", **behind}
    for other in (
        "is now 16",
        "is now 16, below our target of 21",
        "is now 15, near the target of 20",
    ):
        said = now.replace("is now 16, below our target of 20", other)
        assert stated(placed(text + said), "Rate of visits") == behind


def test_what_is_said_not_to_be_available_is_missing() -> None:
    tables = placed(
        SHORT + "The June data on the rate of visits is not available until the end of July.\n"
    )
    table_, found = row(tables, "Rate of visits per 10,000")
    last = found.cells[-1]
    assert (last.status, last.column, last.raw) == ("missing", 6, "")
    assert list(stated(tables, "Rate of visits per 10,000")) == [*CODES[:5], "target"]
    assert table_.columns[6].heading == "Jun-24"


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate of calls fell to 14 in April 2024.",
        "The rate of visits will be 14 by April 2025.",
        "The rate of visits fell to 17 in April 2024.",
        "The rate of visits fell to 14 in April 2023.",
        "Visits: see page 14 in April 2024",
    ],
)
def test_a_sentence_of_something_else_places_nothing(sentence: str) -> None:
    assert stated(placed(SHORT + sentence + "\n"), "Rate of visits per 10,000") == {}


TARGETS = [f"Rate of {what} 1 2 3 4 5 6 9" for what in ("plans", "letters", "reviews")]
TOLD = "The number of visits rose from 11 in January 2024 to 16 in June 2024.\n"
VISITS = "Number of visits 11 12 13 14 15 16"


def test_a_row_without_a_target_is_whole_where_another_is_proved_so() -> None:
    text = table(VISITS, "Number of calls 3 2 3 4 5 4", *TARGETS)
    assert stated(placed(text), "Number of calls") == {}
    tables = placed(text + TOLD)
    assert list(stated(tables, "Number of calls")) == CODES
    assert all("Number of visits" in why for why in evidence(tables, "Number of calls"))


@pytest.mark.parametrize(
    "rows",
    [
        ["Number of calls 3 2 3 4 5 9", *TARGETS],
        ["Number of calls 3 2 3 4 5 4", *TARGETS[:2]],
        ["Number of calls 3 2 3 4 5 4", *TARGETS, "Rate of letters lost 2 3 4 5 4"],
    ],
)
def test_a_row_that_may_lack_a_period_stays_open(rows: list[str]) -> None:
    assert stated(placed(table(VISITS, *rows) + TOLD), "Number of calls") == {}


def test_a_figure_with_more_decimals_than_any_target_is_no_target() -> None:
    tables = placed(table(VISITS, "Average 3.1 2.2 3.2 4.1 5.3 9.1", TARGETS[0]) + TOLD)
    assert list(stated(tables, "Average")) == CODES


def test_a_column_in_which_no_row_has_a_figure_is_the_empty_one() -> None:
    heads = f"{MONTHS} Target England Region"
    rows = [f"Rate of {what} 1 2 3 4 5 6 7 - 8" for what in ("visits", "plans", "letters")]
    text = table(*rows, "Rate of calls 1 2 3 4 5 6 9 10", heads=heads)
    assert list(stated(placed(text), "Rate of calls")) == [*CODES, "target", "comparator"]
    assert stated(placed(text.replace("7 - 8", "7 6 8", 1)), "Rate of calls") == {}
    assert stated(placed(text.replace("6 9 10", "6 9.5 10")), "Rate of calls") == {}


def test_no_tables_and_no_lines_are_no_trouble() -> None:
    assert place([], []) == ()
    made = source(SHORT)
    tables = [part for part in recognise(made) if isinstance(part, PrintedTable)]
    again = place(place(tables, ()), ())
    assert again == place(tables, ())
