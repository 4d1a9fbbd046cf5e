"""The comparison of read tables with the right answer finds what is wrong, withheld and lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from packs import Spec, make_pack
from packs.answer import Answer, CellAnswer, ColumnAnswer, RowAnswer, TableAnswer
from packs.compare import compare
from packs.compare_papers import leaks
from packs.reading import source_of

from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.model import Period

HERE = Where(page=4)


def _printed(raw: str, value: str = "", **more: object) -> CellAnswer:
    number = Decimal(value or raw) if value or raw else None
    return CellAnswer(raw, "stated" if raw else "missing", number, ("count",), **more)  # type: ignore[arg-type]


ANSWER = Answer(
    "reportlab",
    9,
    tables=(
        TableAnswer(
            "Table 1: Housing",
            "full rules",
            4,
            (ColumnAnswer("period", "Aug-31", "2031-08"), ColumnAnswer("target", "Target")),
            (
                RowAnswer("Number of trees planted", (_printed("1204"), _printed("1300"))),
                RowAnswer("Number of homes let", (_printed("", ""), _printed("40"))),
                RowAnswer(
                    "Number of gates hung",
                    (_printed("12³", "12", never=(Decimal(123),), trap="raised"), _printed("9")),
                ),
            ),
            last_page=4,
        ),
    ),
)


def _cell(column: int, raw: str, status: str = "stated", value: str = "") -> Cell:
    number = Decimal(value or raw) if status == "stated" else None
    return Cell(raw, status, HERE, column, number, "count")  # type: ignore[arg-type]


READ = PrintedTable(
    where=HERE,
    title="Table 1: Housing",
    columns=(
        Column("label", "Measure"),
        Column("period", "Aug-31", Period("2031-08")),
        Column("target", "Target"),
    ),
    rows=(
        TableRow("Number of trees planted", HERE, (_cell(1, "1204"), _cell(2, "1300"))),
        TableRow("Number of homes let", HERE, (_cell(1, "", "missing"), _cell(2, "40"))),
        TableRow("Number of gates hung", HERE, (_cell(1, "12³", value="12"), _cell(2, "9"))),
    ),
)


def _with(row: int, cell: int, **changes: object) -> PrintedTable:
    cells = list(READ.rows[row].cells)
    cells[cell] = replace(cells[cell], **changes)  # type: ignore[arg-type]
    rows = list(READ.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    return replace(READ, rows=tuple(rows))


def _named(row: int, label: str) -> PrintedTable:
    rows = list(READ.rows)
    rows[row] = replace(rows[row], label=label)
    return replace(READ, rows=tuple(rows))


def test_what_is_as_printed_is_right() -> None:
    tally = compare([READ], ANSWER)
    assert (tally.cells, tally.right, tally.traps_right, tally.gaps) == (6, 4, 1, 1)
    assert not tally.wrong


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: _with(0, 0, value=Decimal(204)), "value"),
        (lambda: _with(0, 0, unit="percent"), "unit"),
        (lambda: _with(0, 0, value=Decimal(-1204)), "value"),
        (lambda: _with(0, 1, column=1), "value"),
        (lambda: _with(1, 0, status="stated", value=Decimal(0)), "a gap stated"),
        (lambda: _with(2, 0, value=Decimal(123)), "trap, raised"),
        (lambda: _named(0, "Number of trees"), "label"),
        (lambda: _named(0, "Number of homes let"), "value"),
        (
            lambda: replace(
                READ,
                columns=(READ.columns[0], replace(READ.columns[1], period=Period("2031-09")),
                         READ.columns[2]),
            ),
            "column",
        ),
        (lambda: replace(READ, where=Where(page=7)), "no such table"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_printed_there_is_wrong(
    make: Callable[[], PrintedTable], kind: str
) -> None:
    assert kind in {wrong.kind for wrong in compare([make()], ANSWER).wrong}


def test_a_withheld_value_is_counted() -> None:
    tally = compare([_with(0, 0, status="withheld", value=None)], ANSWER)
    assert (tally.right, tally.withheld) == (3, 1)
    assert not tally.wrong


def test_a_trap_may_be_withheld() -> None:
    tally = compare([_with(2, 0, status="withheld", value=None)], ANSWER)
    assert (tally.traps_right, tally.traps_withheld, tally.withheld) == (0, 1, 0)


def test_a_table_that_is_not_read_is_lost() -> None:
    tally = compare([], ANSWER)
    assert tally.lost_tables == ["Table 1: Housing (full rules, page 4)"]
    assert tally.withheld == 4


@pytest.mark.parametrize("seed", (0, 12, 19))
def test_exempt_matter_that_stays_in_is_a_leak(seed: int) -> None:
    pdf, answer = make_pack(Spec(seed, whole=True), "reportlab")
    found = leaks(source_of(pdf), (), answer)
    assert len(found) == len(answer.exempt[0].words)
