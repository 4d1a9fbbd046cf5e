"""The cells of one row: which words stand in which column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.page import Box, Page
from briefing.ingest.parts import Where
from briefing.ingest.tables.chunks import Chunk
from briefing.ingest.tables.colours import rag_of
from briefing.ingest.tables.columns import Columns
from briefing.ingest.tables.heads import is_figure, joined, unmarked
from briefing.ingest.tables.raw import RawCell, RawRow
from briefing.ingest.tables.rows import Group, levels
from briefing.ingest.words.values import Rag

_GLYPHS = frozenset("●■⬤◼◆▲▼•⚫")
_LABEL_AND_VALUES = "a run of words stands over the label and the values"


def row_of(
    group: Group, grid: Columns, page: Page, first: int, where: Where, heads: Sequence[Chunk]
) -> RawRow:
    """The row of a group of text rows; ``first`` is the first column of values."""
    lines: list[list[list[Chunk]]] = [[] for _ in grid.edges]
    loose: list[RawCell] = []
    spanning: list[str] = []
    doubt = group.doubt
    for row in group.rows:
        here: dict[int, list[Chunk]] = {}
        for chunk in row.chunks:
            for part, inside in _placed(chunk, grid, row.middle, heads):
                if len(inside) == 1:
                    here.setdefault(inside[0], []).append(part)
                elif is_figure(part.text):
                    loose.append(RawCell(part.text, part.doubt, candidates=inside))
                else:
                    spanning.append(part.text)
                    if any(character.isdigit() for character in part.text) and inside[:1] < (
                        first,
                    ):
                        doubt = doubt or _LABEL_AND_VALUES
        for at, chunks in here.items():
            lines[at].append(chunks)
    cells = tuple(
        _cell(_named(held) if at < first else held, _ground(page, grid, at, group, held))
        for at, held in enumerate(lines)
    )
    valued = any(cell.text for cell in cells[first:]) or bool(loose)
    words = [cell.text for cell in cells[:first] if cell.text] + spanning
    label = [line[0] for part in lines[:first] for line in part[:1]]
    bold = all(chunk.bold for chunk in label) if label else False
    indent = min((chunk.x0 for chunk in label), default=0.0)
    if not valued and not any(cell.rag for cell in cells[first:]):
        return RawRow(cells, where, group=" ".join(words), indent=indent, bold=bold)
    if spanning:
        doubt = doubt or "words of the row stand over several columns"
    return RawRow(cells, where, "", doubt, indent, bold, tuple(loose))


def _placed(
    chunk: Chunk, grid: Columns, middle: float, heads: Sequence[Chunk]
) -> list[tuple[Chunk, tuple[int, ...]]]:
    """A chunk with its columns; figures over several columns word by word."""
    inside = grid.of(chunk.x0, chunk.x1, middle)
    if len(inside) == 1 or len(chunk.words) == 1:
        return [(chunk, inside)]
    if all(is_figure(word.text) for word in chunk.words):
        over = [head for head in heads if head.x0 < chunk.x1 and head.x1 > chunk.x0]
        parts = [(Chunk((word,)), grid.of(word.x0, word.x1, middle)) for word in chunk.words]
        if len(over) > 1 and all(len(places) == 1 for _, places in parts):
            return parts
    return [(chunk, inside)]


def _named(lines: Sequence[Sequence[Chunk]]) -> list[list[Chunk]]:
    """The words of a label without the raised marks of notes."""
    return [[plain for chunk in line if (plain := unmarked(chunk))] for line in lines]


def _cell(lines: Sequence[Sequence[Chunk]], ground: Rag) -> RawCell:
    chunks = [chunk for line in lines for chunk in line]
    texts = [" ".join(chunk.text for chunk in line) for line in lines]
    text = joined(texts)
    rag = ground
    if text.strip() and set(text.strip()) <= _GLYPHS:
        rag = rag_of(chunks[0].words[0].colour) or ground
    doubt = next((chunk.doubt for chunk in chunks if chunk.doubt), "")
    return RawCell(text, doubt, rag)


def _ground(
    page: Page, grid: Columns, at: int, group: Group, lines: Sequence[Sequence[Chunk]]
) -> Rag:
    """The rating of the fill that a cell alone stands on."""
    left, right = grid.edges[at]
    chunks = [chunk for line in lines for chunk in line]
    x = chunks[0].centre if chunks else (left + right) / 2
    top, bottom = group.rows[0].top, group.rows[-1].bottom
    y = (top + bottom) / 2
    width = grid.edges[-1][1] - grid.edges[0][0]
    under = [
        fill
        for fill in page.fills
        if fill.x0 <= x <= fill.x1
        and fill.top <= y <= fill.bottom
        and fill.x1 - fill.x0 < 0.5 * width
        and fill.bottom - fill.top < bottom - top + 26
    ]
    return rag_of(min(under, key=_area).colour) if under else ""


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def shared_labels(
    rows: Sequence[RawRow], groups: Sequence[Group], grid: Columns, page: Page, first: int
) -> list[RawRow]:
    """Rows with the words that a cell as high as several rows gives to all of them.

    Level rules show how high the cells before the first column of values are.
    """
    found = list(rows)
    for at in range(max(0, first - 1)):
        heights = levels(page, grid.edges[at][0], grid.edges[at][1])
        if len(heights) < 2:
            continue
        bands: dict[int, list[int]] = {}
        for number, group in enumerate(groups):
            middle = (group.rows[0].top + group.rows[-1].bottom) / 2
            bands.setdefault(sum(1 for height in heights if height < middle), []).append(number)
        for band, numbers in bands.items():
            held = [n for n in numbers if found[n].cells[at].text and not found[n].group]
            if not 0 < band < len(heights) or len(held) != 1:
                continue
            for number in numbers:
                row = found[number]
                if not row.group and not row.cells[at].text:
                    cells = (*row.cells[:at], found[held[0]].cells[at], *row.cells[at + 1 :])
                    found[number] = replace(row, cells=cells)
    return found
