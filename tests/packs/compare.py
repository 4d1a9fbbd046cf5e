"""Holding the tables that were read against the right answer, cell by cell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow
from packs.answer import Answer, CellAnswer, ColumnAnswer, RowAnswer, TableAnswer

#: Kinds of columns whose values enter the store as figures.
_FIGURES = ("period", "target", "comparator")


@dataclass(frozen=True)
class Wrong:
    """A value that the paper does not print there."""

    kind: str
    layout: str
    label: str
    column: str
    printed: str
    read: str

    def __str__(self) -> str:
        return (
            f"{self.kind}: {self.label!r}, column {self.column!r}: "
            f"printed {self.printed!r}, read {self.read}"
        )


@dataclass
class Tally:
    """Cells counted by what became of them; traps are counted apart from plain cells."""

    cells: int = 0
    right: int = 0
    withheld: int = 0
    gaps: int = 0
    traps_right: int = 0
    traps_withheld: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    lost_tables: list[str] = field(default_factory=list)
    lost_units: int = 0
    marks: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        for name in ("cells", "right", "withheld", "gaps", "traps_right", "traps_withheld"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.lost_units += other.lost_units
        self.wrong += other.wrong
        self.lost_tables += other.lost_tables
        self.marks += other.marks

    @property
    def share_withheld(self) -> float:
        """Withheld cells among all plain cells that state a value."""
        return self.withheld / max(self.right + self.withheld, 1)


def plain(text: str) -> str:
    """A text without case, spaces and marks, so that line ends and hyphens do not count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def compare(tables: Iterable[PrintedTable], answer: Answer) -> Tally:
    """Count what was read right, withheld, lost and wrong."""
    tally = Tally()
    hits: dict[int, list[tuple[PrintedTable, TableAnswer]]] = {}
    for table in tables:
        found = _answer_to(table, answer.tables)
        if found is None:
            tally.wrong += _phantom(table)
        else:
            hits.setdefault(found[0], []).append((table, found[1]))
    for at, expected in enumerate(answer.tables):
        _count(hits.get(at, []), expected, tally)
    return tally


def _phantom(table: PrintedTable) -> list[Wrong]:
    return [
        Wrong("no such table", table.title, row.label, "", cell.raw, str(cell.value))
        for row in table.rows
        for cell in row.cells
        if cell.status == "stated"
        and cell.column is not None
        and table.columns[cell.column].kind in _FIGURES
    ]


def flipped(table: TableAnswer) -> TableAnswer:
    """A table with years down the side, turned so that they stand above."""
    columns = tuple(ColumnAnswer("period", row.label, row.number) for row in table.rows)
    rows = tuple(
        RowAnswer(column.heading, tuple(row.cells[at] for row in table.rows))
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns, rows=rows)


def _answer_to(
    table: PrintedTable, answers: Sequence[TableAnswer]
) -> tuple[int, TableAnswer] | None:
    best: tuple[int, int, TableAnswer] | None = None
    page = table.where.page
    for at, answer in enumerate(answers):
        if page is not None and not answer.page <= page <= answer.last_page:
            continue
        for view in (answer, flipped(answer)) if answer.transposed else (answer,):
            names = _names(view)
            score = 0
            for row in table.rows:
                found = _rows_of(row, view, names)
                raws = {cell.raw.strip() for cell in row.cells if cell.raw.strip()}
                if found:
                    same = max(len(raws & {c.raw for c in r.cells}) for r in found)
                    score += 1 + 4 * same
            if score and (best is None or score > best[0]):
                best = (score, at, view)
    return (best[1], best[2]) if best else None


def _names(table: TableAnswer) -> dict[str, list[RowAnswer]]:
    found: dict[str, list[RowAnswer]] = {}
    for row in table.rows:
        short = row.label.removeprefix("of which ")
        fronts = (
            {"", row.number, row.group, row.group + row.number} if not table.transposed else {""}
        )
        names = {row.label, short}
        if row.parent:
            names |= {row.parent + n for n in (row.label, short)}
            names |= {n + row.parent for n in (row.label, short)}
        marks = ("", row.footnote, "%", "No", "Days", "per 10,000")
        for name in {plain(f + n + m) for f in fronts for n in names for m in marks}:
            found.setdefault(name, []).append(row)
    return found


def _rows_of(
    row: TableRow, table: TableAnswer, names: dict[str, list[RowAnswer]]
) -> list[RowAnswer]:
    for text in (row.breakdown + row.label, row.label + row.breakdown, row.label):
        if plain(text) in names:
            return names[plain(text)]
    return []


def _count(
    hits: list[tuple[PrintedTable, TableAnswer]], expected: TableAnswer, tally: Tally
) -> None:
    view = hits[0][1] if hits else expected
    if not hits:
        tally.lost_tables.append(f"{expected.title} ({expected.layout}, page {expected.page})")
    seen: set[tuple[int, int]] = set()
    for table, against in hits:
        if against.columns != view.columns:
            continue
        _read(table, view, tally, seen)
    for r, row in enumerate(view.rows):
        for c, cell in enumerate(row.cells):
            tally.cells += 1
            if (r, c) in seen:
                continue
            if view.columns[c].kind == "other":
                tally.gaps += 1
                continue
            if cell.trap:
                tally.traps_withheld += 1
                tally.marks[f"withheld: {cell.trap}"] += cell.status == "stated"
            elif cell.status == "stated":
                tally.withheld += 1
            else:
                tally.gaps += 1


def _read(table: PrintedTable, view: TableAnswer, tally: Tally, seen: set[tuple[int, int]]) -> None:
    names = _names(view)
    columns = _columns_of(table, view)
    places = {id(row): at for at, row in enumerate(view.rows)}
    for row in table.rows:
        found = _rows_of(row, view, names)
        if len(found) == 1:
            _marks(row, found[0], tally)
        for cell in row.cells:
            if cell.column is None or cell.status == "ambiguous":
                continue
            column, at = table.columns[cell.column], columns.get(cell.column)
            if cell.status == "stated" and (len(found) != 1 or at is None):
                _astray(cell, row, column, found, view, tally)
            elif len(found) == 1 and at is not None and cell.status == "stated":
                expected = found[0].cells[at]
                place = (places[id(found[0])], at)
                _value(cell, row, table, column, expected, view, tally, place in seen)
                seen.add(place)


def _astray(
    cell: Cell,
    row: TableRow,
    column: Column,
    found: list[RowAnswer],
    view: TableAnswer,
    tally: Tally,
) -> None:
    """A stated value of a row or a column that the paper does not have."""
    if column.kind not in _FIGURES and not (column.kind == "unknown" and not found):
        tally.marks["stated in a column of no figures"] += 1
        return
    kind = "column" if len(found) == 1 else ("row not told apart" if found else "label")
    heading = f"{column.heading} ({column.kind} {column.period or ''})"
    tally.wrong.append(Wrong(kind, view.layout, row.label, heading, cell.raw, str(cell.value)))


def _columns_of(table: PrintedTable, view: TableAnswer) -> dict[int, int]:
    """Which column of the answer each column that was read stands for."""
    found: dict[int, int] = {}
    nameless = [at for at, c in enumerate(view.columns) if c.kind == "comparator" and not c.heading]
    behind = 0
    for at, column in enumerate(table.columns):
        if column.kind in ("comparator", "unknown") and not plain(column.heading):
            behind += 1
            place = (column.position or behind) - 1
            if place < len(nameless):
                found[at] = nameless[place]
            continue
        alike = [n for n, expected in enumerate(view.columns) if _same_column(column, expected)]
        free = [n for n in alike if n not in found.values()]
        if free:
            found[at] = free[0]
    return found


def _same_column(column: Column, expected: ColumnAnswer) -> bool:
    if column.kind == "period":
        return column.period is not None and column.period.code == expected.period
    if column.kind == "target":
        return expected.kind == "target"
    if column.kind == "comparator" and column.comparator and expected.comparator:
        return column.comparator == expected.comparator
    return (
        column.kind in ("comparator", "unknown")
        and expected.kind in ("comparator", "measure", "other")
        and plain(column.heading) == plain(expected.heading)
    )


def _value(
    cell: Cell,
    row: TableRow,
    table: PrintedTable,
    column: Column,
    expected: CellAnswer,
    view: TableAnswer,
    tally: Tally,
    again: bool,
) -> None:
    unit = cell.unit or row.unit or table.unit
    fits = expected.status == "stated" and cell.value == expected.value
    fits_unit = unit in expected.units or not unit
    also = (cell.value, unit) in expected.also
    if (fits and fits_unit) or also:
        if again:
            return
        if expected.trap:
            tally.traps_right += 1
        else:
            tally.right += 1
        tally.lost_units += not also and not unit and "" not in expected.units
        return
    kind = f"trap, {expected.trap}" if expected.trap else "value"
    if not expected.trap and fits:
        kind = "unit"
    elif expected.status != "stated" and not expected.trap:
        kind = "a gap stated"
    read = f"{cell.value} {unit}".strip()
    heading = column.heading or column.kind
    tally.wrong.append(Wrong(kind, view.layout, row.label, heading, expected.raw, read))


def _marks(row: TableRow, expected: RowAnswer, tally: Tally) -> None:
    """Count RAG and direction, read right, lost or wrong."""
    rags = {row.rag, *(cell.rag for cell in row.cells)} - {""}
    wanted = expected.rag or next((cell.rag for cell in expected.cells if cell.rag), "")
    if wanted or rags:
        tally.marks[f"RAG {_verdict(wanted, rags)}"] += 1
    directions = {row.direction, *(cell.direction for cell in row.cells)} - {""}
    if expected.direction or directions:
        tally.marks[f"direction {_verdict(expected.direction, directions)}"] += 1


def _verdict(wanted: str, read: set[str]) -> str:
    if not read:
        return "lost"
    return "right" if read == {wanted} else "wrong"
