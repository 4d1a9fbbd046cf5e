"""The ways in which the figures of a row can stand in its table's columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefing.ingest.parts import Cell, PrintedTable, TableRow
from briefing.model import Period

#: The column of each figure of a row, in printed order.
Way = tuple[int, ...]

_MOST_WAYS = 5000


@dataclass
class OpenRow:
    """A row with the ways that are left to read it; evidence narrows them.

    ``proved`` says whether evidence from outside its table has settled it.
    """

    table: PrintedTable
    row: TableRow
    ways: list[Way]
    evidence: dict[int, str] = field(default_factory=dict)
    empty: dict[int, str] = field(default_factory=dict)
    proved: bool = False

    @property
    def settled(self) -> bool:
        """Whether one way is left."""
        return len(self.ways) == 1

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells as read."""
        return self.row.cells

    def narrow(self, keep: Callable[[Way], bool], why: str, *, outside: bool = False) -> bool:
        """Leave only the ways that agree with evidence; False where it tells nothing.

        Evidence that no way agrees with is of something else, and changes nothing.
        """
        kept = [way for way in self.ways if keep(way)]
        if not kept or len(kept) == len(self.ways):
            return False
        for at in range(len(self.cells)):
            if len({way[at] for way in self.ways}) > 1 and len({way[at] for way in kept}) == 1:
                self.evidence[at] = why
        self.ways = kept
        if self.settled and outside:
            self.proved = True
        return True

    def values(self, way: Way) -> dict[Period, Decimal]:
        """The values by period if the row is read so."""
        columns = self.table.columns
        return {
            period: cell.value
            for cell, at in zip(self.cells, way, strict=True)
            if (period := columns[at].period) and cell.value is not None
        }

    def known(self) -> dict[Period, Decimal]:
        """The values by period that every way agrees on."""
        shared = [at for at in range(len(self.cells)) if len({way[at] for way in self.ways}) == 1]
        columns = self.table.columns
        return {
            period: value
            for at in shared
            if (period := columns[self.ways[0][at]].period)
            and (value := self.cells[at].value) is not None
        }

    def closed(self) -> TableRow:
        """The row with what the evidence says."""
        closed = (self._cell(at, cell) for at, cell in enumerate(self.cells))
        cells = [cell for cell in closed if cell]
        for column, why in self.empty.items():
            if all(column not in way for way in self.ways):
                cells.append(Cell("", "missing", self.row.where, column, evidence=why))
        return replace(self.row, cells=tuple(cells))

    def _cell(self, at: int, cell: Cell) -> Cell | None:
        """A cell with its column or those it may be of; None for a mark of none of the periods."""
        if cell.column is not None:
            return cell
        columns = tuple(sorted({way[at] for way in self.ways}))
        if len(columns) == 1 and cell.status != "withheld":
            return replace(
                cell,
                status="stated" if cell.status == "ambiguous" else cell.status,
                column=columns[0],
                candidates=(),
                reason="",
                evidence=self.evidence.get(at, cell.evidence),
            )
        marks_period = all(self.table.columns[column].kind == "period" for column in columns)
        if cell.status == "missing" and not marks_period:
            return None
        return replace(cell, candidates=columns)


def open_rows(table: PrintedTable) -> list[OpenRow]:
    """The rows of a table with every way to read them; those with too many are left out."""
    rows = []
    for row in table.rows:
        ways = _ways(row.cells)
        if ways:
            rows.append(OpenRow(table, row, ways))
    return rows


def _ways(cells: Sequence[Cell]) -> list[Way]:
    """Every way that keeps the printed order; none where they are too many to look at."""
    ways: list[Way] = [()]
    for cell in cells:
        places = cell.candidates if cell.column is None else (cell.column,)
        ways = [(*way, at) for way in ways for at in places if not way or at > way[-1]]
        if len(ways) > _MOST_WAYS:
            return []
    return ways


def period_columns(table: PrintedTable) -> list[int]:
    """The indexes of the columns of periods."""
    return [at for at, column in enumerate(table.columns) if column.kind == "period"]


def columns_behind(table: PrintedTable) -> list[int]:
    """The indexes of the target and comparator columns behind the periods."""
    last = max(period_columns(table), default=0)
    return [
        at
        for at, column in enumerate(table.columns)
        if at > last and column.kind in ("target", "floor", "comparator", "unknown")
    ]


def rows_with_values(rows: Sequence[OpenRow]) -> Iterator[tuple[OpenRow, Mapping[Period, Decimal]]]:
    """Rows with the values that are known of each."""
    for row in rows:
        known = row.known()
        if known:
            yield row, known
