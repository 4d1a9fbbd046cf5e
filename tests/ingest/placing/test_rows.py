"""A row keeps every way to read it until evidence leaves one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.ingest.parts import Cell, PrintedTable, TableRow
from briefing.ingest.placing.rows import (
    OpenRow,
    columns_behind,
    open_rows,
    period_columns,
    rows_with_values,
)
from briefing.model import Period
from ingest.placing.making import MONTHS, WHERE, columns, opened, placed, table

SHORT = {"Visits": "1 2 3 4 5"}
MARCH = Period("2031-03")


def test_a_row_has_every_way_that_keeps_its_order() -> None:
    assert opened({"Visits": "1 2 3 4 5 6"})[0].ways == [(1, 2, 3, 4, 5, 6)]
    (short,) = opened(SHORT)
    assert len(short.ways) == 6
    assert {tuple({1, 2, 3, 4, 5, 6} - set(way)) for way in short.ways} == {
        (1,), (2,), (3,), (4,), (5,), (6,)
    }  # fmt: skip
    assert all(list(way) == sorted(way) for way in short.ways)
    assert not short.settled
    assert not short.proved


def test_a_row_with_too_many_ways_is_left_as_it_is() -> None:
    many = tuple(str(year) for year in range(2000, 2030))
    printed = table({"Visits": "1 2 3 4 5 6", "Calls": " ".join("7" * 30)}, periods=many)
    assert [row.row.label for row in open_rows(printed)] == ["Calls"]
    exactly = tuple(str(year) for year in range(2000, 2100))
    assert len(opened({"Visits": " ".join("1" * 99)}, periods=exactly)[0].ways) == 100


def test_evidence_that_leaves_fewer_ways_is_recorded_where_it_decides() -> None:
    (row,) = opened(SHORT)
    assert row.narrow(lambda way: way[2] == 3, "a letter says so")
    assert row.evidence == {0: "a letter says so", 1: "a letter says so", 2: "a letter says so"}
    assert not row.settled
    assert placed(row) == {"2031-01": "1", "2031-02": "2", "2031-03": "3"}
    assert row.narrow(lambda way: 6 not in way, "a call says so", outside=True)
    assert row.evidence[2] == "a letter says so"
    assert row.evidence[4] == "a call says so"
    assert row.settled
    assert row.proved


def test_evidence_from_the_table_itself_proves_nothing_to_others() -> None:
    (row,) = opened(SHORT)
    assert row.narrow(lambda way: 6 not in way, "its shape")
    assert row.settled
    assert not row.proved
    (row,) = opened(SHORT)
    assert row.narrow(lambda way: way[0] == 1, "a letter", outside=True)
    assert not row.proved


def test_evidence_that_no_way_or_every_way_agrees_with_changes_nothing() -> None:
    (row,) = opened(SHORT)
    before = list(row.ways)
    assert not row.narrow(lambda way: False, "of something else")
    assert not row.narrow(lambda way: True, "says nothing")
    assert (row.ways, row.evidence) == (before, {})


def test_the_values_of_a_way_and_those_that_all_ways_share() -> None:
    (row,) = opened({"Visits": "1 - 3 4 5 6"}, "target")
    assert row.values((1, 2, 3, 4, 5, 7)) == {
        Period(code): Decimal(value)
        for code, value in (("2031-01", 1), ("2031-03", 3), ("2031-04", 4), ("2031-05", 5))
    }
    assert row.known() == {}
    row.narrow(lambda way: way[:3] == (1, 2, 3), "a letter says so")
    assert row.known() == {Period("2031-01"): Decimal(1), MARCH: Decimal(3)}
    assert [(found.row.label, dict(known)) for found, known in rows_with_values([row])] == [
        ("Visits", row.known())
    ]
    assert list(rows_with_values(opened(SHORT))) == []


def test_a_row_that_is_whole_is_known() -> None:
    (row,) = opened({"Visits": "1 2 3 4 5 6 9"}, "target")
    assert row.known() == {
        Period(code): Decimal(value) for value, code in enumerate(MONTHS, start=1)
    }


def test_a_figure_with_one_column_left_is_stated_with_the_evidence() -> None:
    (row,) = opened(SHORT)
    row.narrow(lambda way: way[0] == 1 and 2 not in way, "a letter says so")
    first = row.closed().cells[0]
    assert first == replace(
        row.cells[0],
        status="stated",
        column=1,
        candidates=(),
        reason="",
        evidence="a letter says so",
    )


def test_a_figure_with_several_columns_left_stays_ambiguous_and_names_them() -> None:
    (row,) = opened(SHORT)
    row.narrow(lambda way: 4 not in way or 5 not in way, "a letter")
    cells = row.closed().cells
    assert [cell.status for cell in cells] == ["stated"] * 3 + ["ambiguous", "stated"]
    assert cells[3].candidates == (4, 5)
    assert cells[3].reason == row.cells[3].reason
    assert cells[3].column is None


def test_a_withheld_figure_stays_withheld_even_where_one_column_is_left() -> None:
    printed = table(SHORT)
    cells = list(printed.rows[0].cells)
    cells[0] = replace(cells[0], status="withheld", value=None, reason="it is struck out")
    (row,) = open_rows(replace(printed, rows=(replace(printed.rows[0], cells=tuple(cells)),)))
    row.narrow(lambda way: way[0] == 1 and 2 in way, "a letter says so")
    first = row.closed().cells[0]
    assert (first.status, first.column, first.candidates) == ("withheld", None, (1,))
    assert first.reason == "it is struck out"


def test_a_suppressed_figure_stays_suppressed_in_its_column() -> None:
    printed = table(SHORT)
    cells = list(printed.rows[0].cells)
    cells[0] = replace(cells[0], raw="c", status="suppressed", value=None)
    (row,) = open_rows(replace(printed, rows=(replace(printed.rows[0], cells=tuple(cells)),)))
    row.narrow(lambda way: way[0] == 1, "a letter says so")
    first = row.closed().cells[0]
    assert (first.raw, first.status, first.column) == ("c", "suppressed", 1)


def test_a_dash_that_may_mark_no_period_is_left_out_and_one_that_marks_a_period_is_kept() -> None:
    (row,) = opened({"Visits": "1 2 3 4 5 6 -"}, "target", "comparator")
    kept = row.closed().cells
    assert [cell.raw for cell in kept] == ["1", "2", "3", "4", "5", "6"]
    (row,) = opened({"Visits": "1 - 3 4 5"})
    assert [cell.raw for cell in row.closed().cells] == ["1", "-", "3", "4", "5"]
    assert row.closed().cells[1].candidates == (2, 3)


def test_a_column_said_to_be_empty_is_missing_once_no_way_fills_it() -> None:
    (row,) = opened(SHORT)
    row.empty[6] = "the paper says so"
    assert len(row.closed().cells) == 5
    row.narrow(lambda way: 6 not in way, "the paper says so")
    assert row.closed().cells[-1] == Cell("", "missing", WHERE, 6, evidence="the paper says so")
    assert [cell.column for cell in row.closed().cells] == [1, 2, 3, 4, 5, 6]


def test_a_cell_with_its_column_stays_as_it_was_read() -> None:
    (row,) = opened({"Visits": "1 2 - 4 5 6"})
    assert row.closed() == row.row


def test_a_row_with_some_cells_placed_has_the_ways_of_the_others() -> None:
    cells = (
        Cell("1", "stated", WHERE, 2, Decimal(1)),
        Cell("2", "ambiguous", WHERE, None, Decimal(2), candidates=(1, 2, 3, 4)),
    )
    printed = PrintedTable(
        where=WHERE, title="", columns=columns(), rows=(TableRow("Visits", WHERE, cells),)
    )
    (row,) = open_rows(printed)
    assert isinstance(row, OpenRow)
    assert row.ways == [(2, 3), (2, 4)]


def test_the_columns_of_a_table() -> None:
    printed = table({}, "target", "comparator", "floor", "unknown", "rag")
    assert period_columns(printed) == [1, 2, 3, 4, 5, 6]
    assert columns_behind(printed) == [7, 8, 9, 10]
    before = replace(
        printed, columns=(printed.columns[0], printed.columns[7], *printed.columns[1:7])
    )
    assert period_columns(before) == [2, 3, 4, 5, 6, 7]
    assert columns_behind(before) == []
    bare = replace(printed, columns=(printed.columns[0], *printed.columns[7:9]))
    assert columns_behind(bare) == [1, 2]
