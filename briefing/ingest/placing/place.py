"""Figures whose row does not say which column they are of, placed where evidence says it.

A figure is placed only where exactly one way to read its row agrees with the evidence, which is
recorded with it in a sentence; every other stays ambiguous, with the columns that are left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.ingest.page import Line
from briefing.ingest.parts import PrintedTable
from briefing.ingest.placing.identity import by_identity
from briefing.ingest.placing.rows import OpenRow, open_rows
from briefing.ingest.placing.sentences import by_sentence, sentences
from briefing.ingest.placing.series import Printed, by_series, printed_in
from briefing.ingest.placing.shape import by_empty_column, by_full_end, by_rows_without_target
from briefing.model import Period

_MOST_ROUNDS = 6


@dataclass(frozen=True)
class Earlier:
    """A series that a paper on record states: values by the code of their period."""

    name: str
    unit: str
    values: Mapping[str, Decimal]


def place(
    tables: Sequence[PrintedTable], lines: Sequence[Line], earlier: Sequence[Earlier] = ()
) -> tuple[PrintedTable, ...]:
    """The tables with every figure placed that evidence places.

    Parameters
    ----------
    tables
        The tables of one document, in its order.
    lines
        The lines of the document: sentences near a table may state one of its figures.
    earlier
        Series of papers on record: the same series printed whole says where a row's gap is.

    Returns
    -------
    tuple of PrintedTable
        As many, in the same order; those given are not changed.
    """
    opened = [open_rows(table) for table in tables]
    if all(row.settled for rows in opened for row in rows):
        return tuple(_closed(table, rows) for table, rows in zip(tables, opened, strict=True))
    record = [_printed(series) for series in earlier]
    for at, rows in enumerate(opened):
        if any(not row.settled for row in rows):
            _by_shape(rows, opened)
            by_sentence(rows, list(sentences(_around(tables, at, lines))))
    for _ in range(_MOST_ROUNDS):
        if not _once(tables, opened, record):
            break
    return tuple(_closed(table, rows) for table, rows in zip(tables, opened, strict=True))


def _once(
    tables: Sequence[PrintedTable], opened: Sequence[list[OpenRow]], record: Sequence[Printed]
) -> bool:
    """One round of what one table tells another; whether it told anything."""
    told = []
    series = [printed_in(rows, _called(table)) for table, rows in zip(tables, opened, strict=True)]
    for at, rows in enumerate(opened):
        others = [
            *record,
            *(one for other, found in enumerate(series) if other != at for one in found),
        ]
        told += [by_series(row, others) for row in rows]
        told.append(by_identity(rows))
        told.append(_by_shape(rows, opened))
    return any(told)


def _by_shape(rows: Sequence[OpenRow], opened: Sequence[list[OpenRow]]) -> bool:
    alike = [
        row for others in opened for row in others if row.table.headers == rows[0].table.headers
    ]
    told = [by_full_end(row, alike) for row in rows]
    told += [by_empty_column(row, rows) for row in rows]
    told += [by_rows_without_target(row, rows) for row in rows]
    return any(told)


def _closed(table: PrintedTable, rows: Sequence[OpenRow]) -> PrintedTable:
    """The table with what its rows came to; those with too many ways stay as they were."""
    made = {id(row.row): row.closed() for row in rows}
    return replace(table, rows=tuple(made.get(id(row), row) for row in table.rows))


def _printed(series: Earlier) -> Printed:
    values = {Period(code): value for code, value in series.values.items() if code}
    return Printed(series.name, series.unit, values, "An earlier paper")


def _called(table: PrintedTable) -> str:
    """What a citation calls a table: its heading, and the page that councillors see."""
    name = f"The table “{table.title}”" if table.title else "Another table"
    return f"{name} on page {table.where.printed_page}" if table.where.printed_page else name


def _around(tables: Sequence[PrintedTable], at: int, lines: Sequence[Line]) -> list[Line]:
    """The lines from the table before to the table after, without the table's own."""
    table = tables[at]
    number, page = table.where.line, table.where.page
    if number is None:
        near = {page} if page is None else {page - 1, page, page + 1}
        return [line for line in lines if line.page in near]
    extents = [_extent(other) for other in tables if other.where.line is not None]
    above = max((last for _, last in extents if last < number), default=0)
    own = _extent(table)
    below = min((first for first, _ in extents if first > own[1]), default=None)
    return [
        line
        for line in lines
        if line.number is not None
        and above < line.number
        and (below is None or line.number < below)
        and not own[0] <= line.number <= own[1]
    ]


def _extent(table: PrintedTable) -> tuple[int, int]:
    """The first and the last line of a table."""
    numbers = [row.where.line for row in table.rows if row.where.line is not None]
    first = table.where.line or 0
    return first, max([first, *numbers])
