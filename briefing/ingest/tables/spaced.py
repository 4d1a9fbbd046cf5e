"""Rows of a table told apart by the space between their lines, where that says it for certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing.ingest.tables.chunks import TextRow

#: Space that is wider than the least by this share parts two rows.
_WIDER = 1.12
#: Lines of one text stand at most this many times their height apart.
_LEADING = 1.6
#: And at least this many times: nearer ones are lines of cells that are set apart.
_LEAST = 0.8
#: How far in points values may stand from where they stand in other rows.
_OFF = 1.6


def spaced(
    rows: Sequence[TextRow], anchor: Callable[[TextRow], bool], worded: Callable[[TextRow], bool]
) -> list[list[TextRow]] | None:
    """The rows of a table, each as its text rows; None where the space does not settle it.

    It does where the lines of labels and comments are of two spacings, and every block of them
    has its values at one and the same place: at its first line, its last, or half way.

    Parameters
    ----------
    rows
        Text rows between two rules.
    anchor, worded
        Whether a text row holds values; whether it holds words of a label or a comment.
    """
    lines = [row for row in rows if worded(row)]
    if len(lines) < 2:
        return None
    steps = [low.middle - high.middle for high, low in pairwise(lines)]
    least, height = min(steps), max(line.height for line in lines)
    if least < _LEAST * height:
        return None
    wrapped = least <= _LEADING * height
    if wrapped and max(steps) <= least * _WIDER:
        return None
    blocks = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        if wrapped and step <= least * _WIDER:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    found = [list(block) for block in blocks]
    for row in rows:
        if not worded(row):
            owners = [at for at, block in enumerate(blocks) if _inside(row, block)]
            if len(owners) != 1:
                return None
            found[owners[0]].append(row)
    places = [
        _place(block, [r for r in whole if anchor(r)])
        for block, whole in zip(blocks, found, strict=True)
    ]
    if not set.intersection(*places):
        return None
    return [sorted(whole, key=lambda row: row.middle) for whole in found]


def _inside(row: TextRow, block: Sequence[TextRow]) -> bool:
    return block[0].middle - _OFF <= row.middle <= block[-1].middle + _OFF


def _place(block: Sequence[TextRow], valued: Sequence[TextRow]) -> set[str]:
    """Where in a block its values may be said to stand; nothing where it has several."""
    every = {"first", "last", "middle"}
    if not valued:
        return every
    if len(valued) > 1:
        return set()
    middle, first, last = valued[0].middle, block[0].middle, block[-1].middle
    spots = {"first": first, "last": last, "middle": (first + last) / 2}
    return {name for name in every if abs(middle - spots[name]) <= _OFF}
