"""Tables with their periods down the side, turned so that each row is a measure."""

from __future__ import annotations

from briefing.ingest.parts import Column, PrintedTable, TableRow
from briefing.ingest.tables.headings import unit_of
from briefing.ingest.tables.interpret import cell_of
from briefing.ingest.tables.raw import RawRow, RawTable
from briefing.ingest.words.periods import period_of
from briefing.model import Period


def turned(raw: RawTable) -> PrintedTable | None:
    """The printed table of one whose periods stand down its side: its columns become rows.

    A row whose first cell is no period is left out.
    """
    held: list[tuple[Period, RawRow]] = []
    for row in raw.rows:
        period = period_of(row.cells[0].text) if row.cells and not row.group else None
        if period and not row.cells[0].doubt:
            held.append((period, row))
    if len(held) < 2 or len({period for period, _ in held}) != len(held):
        return None
    before = raw.rows[: raw.rows.index(held[0][1])]
    if any(cell.text for row in before for cell in row.cells[1:]):
        return None
    columns = [Column("label", raw.headings[0])]
    columns += [Column("period", row.cells[0].text, period) for period, row in held]
    rows: list[TableRow] = []
    for at in range(1, len(raw.headings)):
        label = " ".join(part for part in (raw.bands[at], raw.headings[at]) if part)
        unit, scale = unit_of(label)
        cells = tuple(
            cell_of(row.cells[at], number, row, "", (unit, scale), raw)
            for number, (_, row) in enumerate(held, start=1)
            if not any(at in loose.candidates for loose in row.loose)
        )
        if label and any(cell.status == "stated" for cell in cells):
            rows.append(TableRow(label, held[0][1].where, cells, unit=unit))
    if not rows:
        return None
    return PrintedTable(where=raw.where, title=raw.title, columns=tuple(columns), rows=tuple(rows))
