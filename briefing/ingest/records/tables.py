"""Printed tables: observations, targets and comparators, a row a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count

from briefing.ingest.measures.match import Match
from briefing.ingest.parts import Cell, Column, InlineFigure, PrintedTable, TableRow
from briefing.ingest.published import Proposal
from briefing.ingest.records.context import Called, Context, clean
from briefing.ingest.records.rows import Made, Row
from briefing.ingest.words.slugs import slug, unused
from briefing.ingest.words.titles import readable
from briefing.model import Period

#: Which side of a target meets it, by the polarity of the measure.
_DIRECTION = {"high": "at_least", "low": "at_most"}


def table_rows(context: Context) -> Iterator[Made]:
    """Rows of indicators, tables, observations, targets and benchmarks."""
    if not context.meeting:
        return
    for measure in context.new_measures:
        yield "indicators", dict(measure)
    taken = set(context.taken_tables)
    for at, table in enumerate(context.of(PrintedTable)):
        name = unused(_name(table), taken)
        taken.add(name)
        yield from _Table(context, at, table, name).rows()
    yield from _inline(context, taken)


def plain(value: Decimal) -> str:
    """An exact decimal as text, never with an exponent."""
    return format(value, "f")


def numbered(called: Sequence[tuple[str, str]], known: Mapping[Called, int]) -> list[int]:
    """The numbers of printed rows, by what they are called; those known keep theirs."""
    if not known:
        return list(range(1, len(called) + 1))
    free = count(max(known.values()) + 1)
    seen: Counter[tuple[str, str]] = Counter()
    numbers = []
    for name in called:
        seen[name] += 1
        numbers.append(known.get((*name, seen[name])) or next(free))
    return numbers


def _name(table: PrintedTable) -> str:
    return slug(table.title, fallback="table")


class _Table:
    """One printed table on its way into the store.

    In a summary it stands in a section, and has its heading where only a sentence is above it.
    """

    def __init__(self, context: Context, at: int, table: PrintedTable, name: str) -> None:
        self.context, self.at, self.table, self.name = context, at, table, name
        within = clean(context.section_at(table.where))
        title = within if within and table.title.endswith(".") else clean(table.title)
        self.title = readable(title) or "Table"
        self.section = within or self.title

    def rows(self) -> Iterator[Made]:
        context, table = self.context, self.table
        yield (
            "tables",
            {
                "meeting": context.meeting,
                "table": self.name,
                "item_number": context.item_at(table.where),
                "title": self.title,
                "headers": "|".join(heading.replace("|", "/") for heading in table.headers),
                "rows": str(len(table.rows)),
                **context.place(table.where, self.section),
            },
        )
        called = [(clean(row.label), clean(row.breakdown)) for row in table.rows]
        numbers = numbered(called, context.row_numbers.get(self.name, {}))
        for at, (number, row) in enumerate(zip(numbers, table.rows, strict=True)):
            yield from self._row(at, number, row)

    def _row(self, at: int, number: int, row: TableRow) -> Iterator[Made]:
        match = self.context.matches.get((self.at, at), Match())
        place = 0
        for position, cell in enumerate(row.cells):
            column = self._column(cell)
            if column is None and cell.candidates and not self._periods(cell):
                yield "issues", self._of_no_period(row, cell)
            elif column is None or column.kind in ("period", "unknown"):
                place += 1
                yield "observations", self._observation(number, place, row, cell, match)
            elif column.kind in ("target", "floor") and cell.value is not None and match.indicator:
                yield "targets", self._target(column, cell, match)
            elif column.kind == "comparator" and match.indicator:
                found = self.context.benchmarks.get((self.at, at, position))
                yield "benchmarks", self._benchmark(column, cell, match, found)

    def _column(self, cell: Cell) -> Column | None:
        return None if cell.column is None else self.table.columns[cell.column]

    def _periods(self, cell: Cell) -> list[str]:
        """The periods of the columns that a cell may be of."""
        every = (self.table.columns[at].period for at in cell.candidates)
        return [period.code for period in every if period]

    def _of_no_period(self, row: TableRow, cell: Cell) -> Row:
        return {
            "meeting": self.context.meeting,
            "kind": "figure-not-placed",
            "message": clean(
                f"{self.title}: {row.label!r} prints {cell.raw}, and the row does not say whether "
                "it is a target or a comparator"
            ),
            **self.context.place(cell.where, self.section),
        }

    def _observation(self, number: int, place: int, row: TableRow, cell: Cell, match: Match) -> Row:
        context = self.context
        column = self._column(cell)
        period = column.period if column else None
        unit = match.unit or cell.unit or row.unit or self.table.unit
        status, reason = cell.status, cell.evidence or cell.reason
        if status == "stated" and period is None:
            status = "ambiguous"
            reason = reason or "The heading of its column does not say which period it is of."
        stated = status in ("stated", "ambiguous") and cell.value is not None
        return {
            "observation": f"{context.meeting}/{self.name}/r{number:02d}-p{place:02d}",
            "meeting": context.meeting,
            "table": self.name,
            "position": str(place),
            "indicator": match.indicator or "",
            "name_as_printed": clean(row.label),
            "breakdown": clean(row.breakdown),
            "period": period.code if period and status != "ambiguous" else "",
            "period_kind": period.kind if period and status != "ambiguous" else "",
            "value": plain(cell.value) if stated and cell.value is not None else "",
            "unit": unit if stated else "",
            "status": status,
            "period_candidates": "|".join(self._periods(cell)) if status == "ambiguous" else "",
            "evidence": clean(reason),
            "raw": cell.raw,
            "rag_printed": cell.rag or row.rag,
            "direction_printed": cell.direction or row.direction,
            **context.place(cell.where, self.section),
        }

    def _target(self, column: Column, cell: Cell, match: Match) -> Row:
        polarity = self.context.polarities.get(match.indicator, "neutral")
        way = _DIRECTION.get(polarity, "unknown")
        return {
            "meeting": self.context.meeting,
            "table": self.name,
            "indicator": match.indicator,
            "kind": "floor" if column.kind == "floor" else "target",
            "value": plain(cell.value) if cell.value is not None else "",
            "direction": way,
            "set_by": "the council",
            "raw": cell.raw,
            "direction_evidence": ""
            if way == "unknown"
            else f"The catalogue of indicators: {polarity} is good for this measure",
            **self.context.place(cell.where, self.section),
        }

    def _benchmark(self, column: Column, cell: Cell, match: Match, found: Proposal | None) -> Row:
        named = Proposal(column.comparator, "named", evidence=f"Its column: {column.heading}")
        known = named if column.comparator else found or Proposal()
        stated = cell.status == "stated" and cell.value is not None
        return {
            "meeting": self.context.meeting,
            "table": self.name,
            "indicator": match.indicator,
            "column_position": str(column.position or 1),
            "comparator": known.comparator,
            "identification": known.identification,
            "value": plain(cell.value) if stated and cell.value is not None else "",
            "period": known.period,
            "neighbour_set": known.neighbour_set,
            "release": known.release,
            "raw": cell.raw,
            "identification_evidence": clean(known.evidence),
            **self.context.place(cell.where, self.section),
        }


def _inline(context: Context, taken: set[str]) -> Iterator[Made]:
    """Figures in running text: a table of their own for each section that states some."""
    sections: dict[str, list[InlineFigure]] = {}
    for figure in context.of(InlineFigure):
        if not figure.bound:
            section = figure.item_title or figure.where.section
            sections.setdefault(section, []).append(figure)
    for section, figures in sections.items():
        title = f"Figures in the text: {section}" if section else "Figures in the text"
        name = unused(slug(f"{section} figures"), taken)
        taken.add(name)
        yield (
            "tables",
            {
                "meeting": context.meeting,
                "table": name,
                "item_number": context.item_at(figures[0].where),
                "title": clean(title),
                "rows": str(len(figures)),
                **context.place(figures[0].where, section),
            },
        )
        called = [(clean(figure.label), "") for figure in figures]
        numbers = numbered(called, context.row_numbers.get(name, {}))
        for number, figure in zip(numbers, figures, strict=True):
            yield (
                "observations",
                {
                    "observation": f"{context.meeting}/{name}/r{number:02d}-p01",
                    "meeting": context.meeting,
                    "table": name,
                    "position": "1",
                    "name_as_printed": clean(figure.label),
                    "period": figure.period.code if figure.period else "",
                    "period_kind": _kind(figure.period),
                    "value": plain(figure.value),
                    "unit": figure.unit,
                    "status": "stated" if figure.period else "ambiguous",
                    "evidence": _evidence(figure),
                    "raw": figure.raw,
                    **context.place(figure.where, section),
                },
            )


def _kind(period: Period | None) -> str:
    """The kind of a period in running text: a split year in a sentence may be of any kind."""
    return "" if period is None or "/" in period.code else period.kind


def _evidence(figure: InlineFigure) -> str:
    told = []
    if figure.period is None:
        told.append("The sentence does not say of when.")
    elif not _kind(figure.period):
        told.append(f"The paper does not say which kind of year {figure.period} is.")
    if figure.change:
        told.append(f"Printed with the change {figure.change.rstrip('.')}.")
    return clean(" ".join(told))
