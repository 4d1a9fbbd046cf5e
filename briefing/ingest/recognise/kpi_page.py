"""Pages of key indicators: one measure a block with its latest result, target, floor and rating.

A block has a heading that names the measure, and below it terms with their values: under the term,
beside it or behind its colon. The rating and the direction are words, glyphs or coloured shapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from briefing.ingest.page import Page, Source
from briefing.ingest.parts import Cell, Column, ColumnKind, Part, PrintedTable, TableRow, Where
from briefing.ingest.tables.chunks import Chunk, TextRow, text_rows
from briefing.ingest.tables.colours import rag_of
from briefing.ingest.tables.headings import unit_of
from briefing.ingest.tables.terms import Term, TermKind, is_value, term_of
from briefing.ingest.words.values import Direction, Rag, read_value

_KINDS: dict[TermKind, ColumnKind] = {
    "latest": "period",
    "previous": "period",
    "target": "target",
    "floor": "floor",
}
#: Words of which a page of indicators has at least one.
_HELD_TO = frozenset(("target", "floor", "previous", "last", "prior", "minimum"))
#: The furthest that a value stands below its term, and a term below its block's heading, in points.
_BELOW = 26.0
_REACH = 260.0
#: The largest coloured shape that can be a rating, in points each way.
_SHAPE = (140.0, 45.0)

#: Words that no reader sees are withheld as values, and so must be known of.
READS_UNSEEN = True


@dataclass
class _Block:
    """A measure with its terms; ``left`` to ``right`` is the width of its card."""

    title: str
    top: float
    left: float
    right: float
    bottom: float = 0.0
    said: list[tuple[Term, Chunk, Chunk | None]] = field(default_factory=list)


def recognise(source: Source) -> Iterator[Part]:
    """The measures of pages of key indicators, one table for those alike on a page."""
    if not source.positioned:
        return
    for page in source.pages:
        if not any(word.text.lower().strip(":") in _HELD_TO for word in page.words):
            continue
        rows = text_rows(page)
        made = [one for block in _blocks(rows, page) if (one := _table(block, rows, page))]
        for columns, alike in groupby(made, key=lambda one: one[0]):
            lines = [row for _, row in alike]
            yield PrintedTable(
                where=lines[0].where, title=lines[0].label, columns=columns, rows=tuple(lines)
            )


def _blocks(rows: Sequence[TextRow], page: Page) -> list[_Block]:
    """The blocks of a page: each begins with the heading above its first term."""
    found: list[_Block] = []
    for left, right in _strips(rows, page):
        strip = [part for row in rows if (part := _within(row, left, right))]
        block: _Block | None = None
        for at, row in enumerate(strip):
            terms = [(term, chunk) for chunk in row.chunks if (term := term_of(chunk.text))]
            if not terms:
                continue
            repeated = block and {t.kind for t, _ in terms} & {t.kind for t, _, _ in block.said}
            if block is None or repeated or row.top - block.bottom > _REACH:
                block = _headed(strip[:at], row, left, right)
                if block is None:
                    continue
                found.append(block)
            block.said += [
                (term, chunk, _value(term, chunk, row, strip[at + 1 :])) for term, chunk in terms
            ]
            block.bottom = max([row.bottom, *(v.words[0].bottom for _, _, v in block.said if v)])
    return found


def _strips(rows: Sequence[TextRow], page: Page) -> list[tuple[float, float]]:
    """The columns of cards on a page, where a row prints one term several times."""
    starts: list[float] = []
    for row in rows:
        seen: dict[str, list[float]] = {}
        for chunk in row.chunks:
            term = term_of(chunk.text)
            if term and term.kind in ("latest", "target"):
                seen.setdefault(term.kind, []).append(chunk.x0)
        most = max(seen.values(), key=len, default=[])
        if len(most) > len(starts):
            first = min(places[0] for places in seen.values())
            starts = [place - (most[0] - first) for place in most]
    if len(starts) < 2:
        return [(0.0, page.width)]
    edges = [0.0, *(start - 8 for start in starts[1:]), page.width]
    return list(pairwise(edges))


def _within(row: TextRow, left: float, right: float) -> TextRow | None:
    chunks = tuple(chunk for chunk in row.chunks if left <= chunk.x0 < right)
    return TextRow(chunks) if chunks else None


def _headed(above: Sequence[TextRow], row: TextRow, left: float, right: float) -> _Block | None:
    """A new block under the nearest bold or larger line of words; None where there is none."""
    lines: list[TextRow] = []
    for line in reversed(above):
        if row.top - line.bottom > _REACH or (lines and lines[0].top - line.bottom > 6):
            break
        names = [c for c in line.chunks if not is_value(c.text) and not term_of(c.text)]
        titled = bool(names) and len(names[0].text) > 3
        strong = titled and (
            names[0].bold or names[0].words[0].size > row.chunks[0].words[0].size + 0.6
        )
        if strong and len(names) == 1:
            lines.insert(0, line)
        elif lines or any(term_of(c.text) for c in line.chunks):
            break
    if not lines:
        return None
    title = " ".join(
        chunk.text
        for line in lines
        for chunk in line.chunks
        if not is_value(chunk.text) and not term_of(chunk.text)
    )
    return _Block(title, lines[0].top, left, right)


def _value(term: Term, chunk: Chunk, row: TextRow, below: Sequence[TextRow]) -> Chunk | None:
    """The value of a term: the one next to it or the one under it, never one of two."""
    if term.value:
        return chunk
    behind = [other for other in row.chunks if other.x0 >= chunk.x1]
    beside = behind[0] if behind and is_value(behind[0].text) else None
    under = None
    for line in below:
        if line.top - chunk.words[0].bottom > _BELOW:
            break
        over = [
            other for other in line.chunks if other.x0 < chunk.x1 + 4 and other.x1 > chunk.x0 - 4
        ]
        if over:
            under = over[0] if len(over) == 1 and is_value(over[0].text) else None
            break
    if beside and under:
        return None
    return beside or under


def _table(
    block: _Block, rows: Sequence[TextRow], page: Page
) -> tuple[tuple[Column, ...], TableRow] | None:
    """A block as columns and one row; None where it states no result with what to hold it to."""
    where = Where(page.number, page.printed, None, block.title)
    unit, scale = unit_of(block.title)
    columns: list[Column] = [Column("label", "")]
    cells: list[Cell] = []
    for term, _, chunk in block.said:
        kind = _KINDS.get(term.kind)
        if kind is None:
            continue
        raw = (term.value or chunk.text) if chunk else ""
        value = read_value(
            raw,
            of="target" if kind in ("target", "floor") else "",
            unit=unit,
            scale=scale,
            doubt=chunk.doubt if chunk else "",
        )
        columns.append(Column(kind, term.text, term.period))
        status = "withheld" if value.status == "text" or not chunk else value.status
        cells.append(
            Cell(
                raw,
                status,
                where,
                len(columns) - 1,
                value.value,
                (value.unit or unit) if status == "stated" else "",
                reason=value.reason or ("no value stands clearly by the term" if not chunk else ""),
                rag=value.rag,
                direction=value.direction,
            )
        )
    said = {term.kind for term, _, _ in block.said}
    stated = any(
        cell.status == "stated" and columns[cell.column or 0].kind == "period" for cell in cells
    )
    if not stated or "latest" not in said or not said & {"target", "floor", "previous"}:
        return None
    if len({column.kind for column in columns if column.kind != "period"}) + sum(
        column.kind == "period" for column in columns
    ) != len(columns):
        return None
    rag, direction = _signs(block, rows, page)
    return tuple(columns), TableRow(
        block.title, where, tuple(cells), unit=unit, rag=rag, direction=direction
    )


def _signs(block: _Block, rows: Sequence[TextRow], page: Page) -> tuple[Rag, Direction]:
    """The one rating and the one direction of a block; blank where it shows none or several."""
    rags: set[Rag] = set()
    moves: set[Direction] = set()
    for term, _, chunk in block.said:
        text = term.value or (chunk.text if chunk else "")
        if term.kind == "rag":
            rags.add(read_value(text, of="rag").rag)
        elif term.kind == "direction":
            moves.add(read_value(text, of="direction").direction)
        elif term.kind == "latest" and text:
            rags.add(read_value(text).rag)
            moves.add(read_value(text).direction)
    inside = [
        chunk
        for row in rows
        if block.top - 2 <= row.middle <= block.bottom + 2
        for chunk in row.chunks
        if block.left <= chunk.x0 < block.right
    ]
    for chunk in inside:
        if len(chunk.text) <= 6 and not any(c.isdigit() for c in chunk.text):
            found = read_value(chunk.text)
            rags.add(found.rag)
            moves.add(found.direction)
    for shape in (*page.fills, *page.pictures):
        centre, middle = (shape.x0 + shape.x1) / 2, (shape.top + shape.bottom) / 2
        small = shape.x1 - shape.x0 <= _SHAPE[0] and shape.bottom - shape.top <= _SHAPE[1]
        if (
            small
            and block.left <= centre < block.right
            and block.top - 6 <= middle <= block.bottom + 6
        ):
            rags.add(rag_of(shape.colour))
            rags.add(read_value(shape.text, of="rag").rag)
            moves.add(read_value(shape.text, of="direction").direction)
    return _one(rags - {""}), _one_move(moves - {""})


def _one(found: set[Rag]) -> Rag:
    return found.pop() if len(found) == 1 else ""


def _one_move(found: set[Direction]) -> Direction:
    return found.pop() if len(found) == 1 else ""
