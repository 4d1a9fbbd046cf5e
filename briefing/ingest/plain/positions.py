"""Columns of characters: text that was laid out with spaces keeps its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.plain.counting import figures
from briefing.ingest.plain.header import Header
from briefing.ingest.plain.rows import RawRow

_GAP = 2.0
_FEWEST_ROWS = 2


def by_position(header: Header, rows: Sequence[RawRow]) -> list[list[int]] | None:
    """For each row the column of each figure as the columns of characters show it.

    None unless all of it agrees: the headings stand at least two characters apart, so do the
    figures of every row, and each figure stands under one heading alone.
    """
    extents = [extent for _, extent in header.edges]
    if len(rows) < _FEWEST_ROWS or header.spare or not _apart(extents):
        return None
    found = []
    for row in rows:
        tokens = figures(row)
        if row.wrapped or not _apart([(token.x0, token.x1) for token in tokens]):
            return None
        columns = []
        for token in tokens:
            under = [at for at, (x0, x1) in header.edges if token.x0 < x1 and x0 < token.x1]
            if len(under) != 1:
                return None
            columns += under
        if sorted(set(columns)) != columns:
            return None
        found.append(columns)
    return found


def _apart(extents: Sequence[tuple[float, float]]) -> bool:
    return all(right[0] - left[1] >= _GAP for left, right in pairwise(extents))
