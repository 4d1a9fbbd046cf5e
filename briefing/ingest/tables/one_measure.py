"""Tables of one measure: its result, target, floor and rating as rows, periods as columns."""

from __future__ import annotations

from dataclasses import replace

from briefing.ingest.parts import Cell, Column, ColumnKind, PrintedTable, TableRow
from briefing.ingest.tables.dating import dated
from briefing.ingest.tables.headings import unit_of
from briefing.ingest.tables.interpret import cell_of
from briefing.ingest.tables.raw import RawRow, RawTable
from briefing.ingest.tables.terms import TermKind, term_of
from briefing.ingest.words.values import read_value

_SHOWN: tuple[tuple[TermKind, ColumnKind], ...] = (
    ("latest", "period"),
    ("target", "target"),
    ("floor", "floor"),
)


def one_measure(raw: RawTable) -> PrintedTable | None:
    """The printed table with one row, named by the title; None where its rows are no such terms.

    Targets and floors of each period become columns of their own behind the results.
    """
    rows: dict[TermKind, RawRow] = {}
    for row in raw.rows:
        term = None if row.group or row.doubt else term_of(row.cells[0].text)
        if term is None or term.kind in rows:
            return None
        rows[term.kind] = row
    said = dated(raw.headings, raw.bands, raw.title)
    periods = [at for at, one in enumerate(said) if at and one.kind == "period" and one.period]
    if "latest" not in rows or len(rows) < 2 or not periods or not raw.title:
        return None
    unit, scale = unit_of(raw.title)
    plain = replace(raw, headings=())
    columns = [Column("label", raw.headings[0])]
    cells: list[Cell] = []
    for kind, shown in _SHOWN:
        held = rows.get(kind)
        if held is None:
            continue
        for at in periods:
            heading = raw.headings[at]
            if kind != "latest":
                heading = f"{held.cells[0].text} {heading}"
            columns.append(Column(shown, heading, said[at].period))
            cell = cell_of(held.cells[at], len(columns) - 1, held, shown, (unit, scale), plain)
            if kind == "latest" and "rag" in rows:
                rating = rows["rag"].cells[at]
                cell = replace(cell, rag=read_value(rating.text, of="rag").rag or rating.rag)
            cells.append(cell)
    if not any(cell.status == "stated" for cell in cells):
        return None
    where = rows["latest"].where
    line = TableRow(raw.title, where, tuple(cells), unit=unit)
    return PrintedTable(where=raw.where, title=raw.title, columns=tuple(columns), rows=(line,))
