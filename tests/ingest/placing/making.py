"""Small tables with rows of which some leave out a column, to be placed by evidence."""

from __future__ import annotations

from decimal import Decimal

from briefing.ingest.page import Line, Word
from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.ingest.placing.rows import OpenRow, open_rows
from briefing.model import Period

WHERE = Where(page=1)
MONTHS = tuple(f"2031-0{month}" for month in range(1, 7))


def columns(periods: tuple[str, ...] = MONTHS, *behind: str) -> tuple[Column, ...]:
    """The column of labels, those of periods, and those behind them by their kinds."""
    return (
        Column("label", "Measure"),
        *(Column("period", code, Period(code)) for code in periods),
        *(Column(kind, kind.title()) for kind in behind),  # type: ignore[arg-type]
    )


def row(label: str, figures: str, of: int, unit: str = "") -> TableRow:
    """A row as printed under so many columns: with fewer figures it does not say which is empty."""
    raws = figures.split()
    slack = of - len(raws)
    cells = []
    for at, raw in enumerate(raws, start=1):
        value = None if raw == "-" else Decimal(raw.strip("%"))
        status = "missing" if value is None else "ambiguous" if slack else "stated"
        cells.append(
            Cell(
                raw,
                status,  # type: ignore[arg-type]
                WHERE,
                None if slack else at,
                value,
                "percent" if raw.endswith("%") else "",
                tuple(range(at, at + slack + 1)) if slack else (),
                "the row has fewer figures than the table has columns" if slack else "",
            )
        )
    return TableRow(label, WHERE, tuple(cells), unit=unit)


def table(
    rows: dict[str, str], *behind: str, periods: tuple[str, ...] = MONTHS, unit: str = ""
) -> PrintedTable:
    """A table: label -> figures; ``behind`` are the kinds of the columns behind the periods."""
    heads = columns(periods, *behind)
    made = tuple(row(label, figures, len(heads) - 1) for label, figures in rows.items())
    return PrintedTable(where=WHERE, title="Visits", columns=heads, rows=made, unit=unit)


def opened(
    rows: dict[str, str], *behind: str, periods: tuple[str, ...] = MONTHS, unit: str = ""
) -> list[OpenRow]:
    """The rows of such a table with the ways to read them."""
    return open_rows(table(rows, *behind, periods=periods, unit=unit))


def placed(row: OpenRow) -> dict[str, str]:
    """What a row has come to: the code or kind of each column that is certain -> the print."""
    found = {}
    for cell in row.closed().cells:
        if cell.column is not None:
            column = row.table.columns[cell.column]
            found[column.period.code if column.period else column.kind] = cell.raw
    return found


def line(text: str, number: int | None = None, page: int | None = 1, printed: str = "") -> Line:
    """A line of running text."""
    words = tuple(Word(word, at, 0, at + 1, 0) for at, word in enumerate(text.split()))
    return Line(words, page=page, printed_page=printed, number=number)
