"""Evidence of the shape of a table: what its other rows print and leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.ingest.parts import Cell
from briefing.ingest.placing.rows import OpenRow, Way, columns_behind, period_columns
from briefing.model.decimals import decimals

#: For each column behind the periods whether a row prints a figure (``x``) or a mark (``-``).
_Shape = tuple[str, ...]
_MANY = 3


def by_full_end(row: OpenRow, alike: Sequence[OpenRow]) -> bool:
    """Settle the columns behind the periods of a row that marks its empty ones with a dash.

    The last figures of the row, more than the target, must have the shape in which a settled row
    prints these columns, or else its target must be that of several rows; and each must be
    written as that column is.
    """
    behind = columns_behind(row.table)
    size = len(behind)
    if size < 2 or len(row.cells) <= size:
        return False
    end = row.cells[-size:]
    shape: _Shape = tuple("x" if cell.value is not None else "-" for cell in end)
    if shape[0] != "x" or "-" not in shape:
        return False
    settled = [other for other in alike if other.settled]
    shapes = {_end_of(other, behind) for other in settled}
    attested = shape in shapes and shape.count("x") > 1
    if not attested and _same_target(row, alike, size) < _MANY:
        return False
    if not all(
        _written_alike(cell, column, settled) for cell, column in zip(end, behind, strict=True)
    ):
        return False
    return row.narrow(
        lambda way: list(way[-size:]) == behind,
        "The row marks an empty column behind the periods with a dash, as other rows under these"
        " headings do, so none of these columns is left out",
    )


def by_empty_column(row: OpenRow, rows: Sequence[OpenRow]) -> bool:
    """Settle a row with figures only, by the column in which no row of its table has one.

    A row that prints figures in the columns around must mark that one with a dash, and several
    rows must be settled.
    """
    behind = columns_behind(row.table)
    if any(cell.value is None for cell in row.cells):
        return False
    settled = [other for other in rows if other.settled]
    ends = [shape for other in settled if (shape := _end_of(other, behind))]
    for at, column in enumerate(behind[1:], start=1):
        figures = ["x"] * len(behind)
        figures[at] = "-"
        if tuple(figures) not in ends or len(ends) < _MANY:
            continue
        wanted = [c for c in (*period_columns(row.table), *behind) if c != column]
        target = row.cells[1 - len(behind)]
        if all(shape[at] == "-" for shape in ends) and _written_alike(target, behind[0], settled):
            heading = row.table.columns[column].heading or f"column {at + 1} behind the periods"
            return row.narrow(
                lambda way, wanted=wanted: list(way) == wanted,  # type: ignore[misc]
                f"No row of the table has a figure in {heading}, and this row has one for every"
                " other column",
            )
    return False


def by_rows_without_target(row: OpenRow, rows: Sequence[OpenRow]) -> bool:
    """Settle a row with a figure for each period and none more, in a table with one target column.

    Another row of the table must be proved to leave its target out, none may leave out a period,
    and the last figure must not be what the table prints as targets.
    """
    periods, behind = period_columns(row.table), columns_behind(row.table)
    if len(behind) != 1 or any(cell.value is None for cell in row.cells):
        return False
    if len(row.table.rows) != len(rows) or any(len(o.cells) < len(periods) for o in rows):
        return False
    full: Way = tuple(periods)
    example = next((o for o in rows if o.proved and o.ways == [full]), None)
    unlike = _unlike_targets(row, rows, behind[0])
    if example is None or not unlike:
        return False
    return row.narrow(
        lambda way: way == full,
        f"The row has a figure for each of the {len(periods)} periods and no target, as"
        f" “{example.row.label}” of the same table is proved to have; no row of the table leaves"
        f" a period out, and {unlike}",
    )


def _unlike_targets(row: OpenRow, rows: Sequence[OpenRow], column: int) -> str:
    """Why the last figure of a row is none of its table's targets; blank where it may be one."""
    *others, last = (cell.value for cell in row.cells if cell.value is not None)
    targets = []
    for other in rows:
        printed = dict(zip(other.ways[0], other.cells, strict=True)) if other.settled else {}
        aim = printed.pop(column, None)
        values = [cell.value for cell in printed.values() if cell.value is not None]
        if aim and aim.value is not None and values:
            targets.append((aim.value, min(values), max(values)))
    if targets and all(decimals(aim) < decimals(last) for aim, _, _ in targets):
        return "its last figure has more decimals than any target of the table"
    beyond = all(not low <= aim <= high for aim, low, high in targets)
    if len(targets) >= _MANY and beyond and min(others) <= last <= max(others):
        return "its last figure lies among the others, where every target of the table lies beyond"
    return ""


def _written_alike(cell: Cell, column: int, rows: Sequence[OpenRow]) -> bool:
    """Whether a figure has decimals where all figures of settled rows in a column have, or none."""
    if cell.value is None:
        return True
    found = {
        decimals(other.value) > 0
        for row in rows
        for other, at in zip(row.cells, row.ways[0], strict=True)
        if at == column and other.value is not None
    }
    return len(found) != 1 or (decimals(cell.value) > 0) in found


def _end_of(row: OpenRow, behind: Sequence[int]) -> _Shape:
    """The shape of the columns behind the periods of a settled row; empty where one is left out."""
    printed = dict(zip(row.ways[0], row.cells, strict=True))
    if any(column not in printed for column in behind):
        return ()
    return tuple("x" if printed[column].value is not None else "-" for column in behind)


def _same_target(row: OpenRow, rows: Sequence[OpenRow], size: int) -> int:
    """How many rows print the row's own target at the same distance from their end."""
    seen = Counter(
        other.cells[-size].raw
        for other in rows
        if len(other.cells) > size and all(cell.value is None for cell in other.cells[1 - size :])
    )
    return seen[row.cells[-size].raw]
