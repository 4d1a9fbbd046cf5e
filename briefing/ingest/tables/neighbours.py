"""Cells of one row that stand hardly more than a word space apart, cut by the table's columns."""

from __future__ import annotations

from itertools import groupby, pairwise

from briefing.ingest.tables.chunks import Chunk, TextRow, beyond_space
from briefing.ingest.tables.columns import Columns
from briefing.ingest.tables.headings import is_unit
from briefing.ingest.tables.heads import is_figure
from briefing.ingest.words.values import read_value

#: By how many points the gap between two cells is wider than those between words of one.
_MORE = 0.2
_WHOLE = ("stated", "missing", "suppressed")


def cut_by_columns(row: TextRow, grid: Columns, space: float) -> TextRow:
    """A text row whose chunks over several columns are cut where a column begins.

    Only where every gap between columns is wider than the usual space between words and than the
    gaps inside the parts, and what stands behind the first part is what cells of values hold; or
    where every part is a whole figure.
    """
    parts = [part for chunk in row.chunks for part in _cut(chunk, grid, space)]
    return TextRow(tuple(parts)) if len(parts) > len(row.chunks) else row


def _cut(chunk: Chunk, grid: Columns, space: float) -> list[Chunk]:
    if len(chunk.words) < 2 or len(grid.of(chunk.x0, chunk.x1)) < 2:
        return [chunk]
    places = [grid.of(word.x0, word.x1) for word in chunk.words]
    if any(len(inside) != 1 for inside in places):
        return [chunk]
    runs = [
        Chunk(tuple(word for _, word in run))
        for _, run in groupby(zip(places, chunk.words, strict=True), key=lambda item: item[0])
    ]
    between = [(left.words[-1], right.words[0]) for left, right in pairwise(runs)]
    widest = max(
        (right.x0 - left.x1 for run in runs for left, right in pairwise(run.words)),
        default=0.0,
    )
    gaps = [right.x0 - left.x1 for left, right in between]
    wide = all(beyond_space(left, right, space) for left, right in between)
    if wide and min(gaps) > widest + _MORE and all(_of_cell(run.text) for run in runs[1:]):
        return runs
    whole = all(read_value(run.text).status in _WHOLE for run in runs)
    return runs if whole and min(gaps) > widest - _MORE else [chunk]


def _of_cell(text: str) -> bool:
    """Whether a text is what stands in a cell behind the label: a figure, a rating, a unit."""
    return is_figure(text) or bool(read_value(text, of="rag").rag) or is_unit(text)
