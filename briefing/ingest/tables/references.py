"""Columns of reference numbers left of the labels, such as ``KPI 12`` or ``1.2``.

They stand so near to the labels that a word space is hardly wider, half way down labels of
several lines, and below headings of sections that begin where they begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.ingest.tables.chunks import Chunk, TextRow

_REFERENCE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}[ .-]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?")
#: A gap wider than this share of the letters' size is no space between two words.
_NO_SPACE = 0.33
#: How far in points the beginnings of labels may differ.
_SAME = 0.8


def gutter(rows: Sequence[TextRow], head: Iterable[TextRow], edge: float) -> float | None:
    """Where the labels behind a column of references begin; None where there is no such column.

    Parameters
    ----------
    rows, head
        The text rows below the headings, and those of the headings.
    edge
        Where the first column of values begins.
    """
    fronts: list[tuple[float, float]] = []
    starts: list[float] = []
    for row in rows:
        first = row.chunks[0]
        if first.x0 >= edge:
            continue
        size = len(first.words) if _REFERENCE.fullmatch(first.text) else _length(first)
        if not size:
            starts.append(first.x0)
            continue
        fronts.append((first.x0, first.words[size - 1].x1))
        starts += [word.x0 for word in row.words[size:] if word.x0 < edge][:1]
    if len(fronts) < 2:
        return None
    reach = max(right for _, right in fronts)
    labels = [x for x in starts if x > reach]
    if not labels or len(labels) * 2 <= len(starts):
        return None
    place = Counter(round(x) for x in labels).most_common(1)[0][0]
    known = [*labels, *(word.x0 for row in head for word in row.words)]
    exact = [x for x in known if abs(x - place) <= _SAME and x > reach]
    return min(exact) if len(exact) > 1 else None


def _length(chunk: Chunk) -> int:
    """How many words of a chunk are a reference before its label; 0 for none."""
    for size in (1, 2):
        if len(chunk.words) <= size:
            break
        before, behind = chunk.words[size - 1], chunk.words[size]
        text = " ".join(word.text for word in chunk.words[:size])
        letters = max(before.size, behind.size) or behind.bottom - behind.top
        if _REFERENCE.fullmatch(text) and behind.x0 - before.x1 > _NO_SPACE * letters:
            return size
    return 0


def parted(row: TextRow, place: float, *, heading: bool = False) -> TextRow:
    """A text row with its reference, or the heading of these, cut from what begins at a place."""
    first = row.chunks[0]
    for at, word in enumerate(first.words[1:], start=1):
        front = Chunk(first.words[:at])
        if abs(word.x0 - place) <= _SAME and (heading or _REFERENCE.fullmatch(front.text)):
            return TextRow((front, Chunk(first.words[at:]), *row.chunks[1:]))
    return row


def across(chunk: Chunk, place: float) -> bool:
    """Whether a chunk stands over both the references and the labels."""
    return chunk.x0 < place - _SAME and chunk.x1 > place + _SAME
