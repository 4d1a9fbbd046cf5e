"""Widths and type size of a printed table, so that no column runs off the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from briefing.model.blocks import Block
from briefing.publish.edition import plain
from briefing.publish.fonts import text_width

MM_PER_POINT = 25.4 / 72

#: Type sizes to try, in points, and the space on each side of a cell, in millimetres.
SIZES = {"": (9.5, 9.0, 8.5, 8.0), "dense": (8.0, 7.5, 7.0)}
INSETS = {"": 1.7, "dense": 1.0}

#: Extra space, in millimetres, between a column of figures and one of words behind it.
LEAD = 1.6

#: A column without a width of its own is given up to this much more than its text needs.
LOOSE = 1.35

#: Where a line may end inside a word.
_BREAKS = re.compile(r"(?<=[-–—/​])|\s+")

#: A row of more lines than this may go over two pages.
TALLEST = 30


@dataclass(frozen=True)
class Plan:
    """How a table is set: size in points, inset and column widths in millimetres, tall rows."""

    size: float
    inset: float
    widths: tuple[float, ...]
    fits: bool
    tall: tuple[bool, ...]


@dataclass(frozen=True)
class _Need:
    """What a column needs, in em of its table and in millimetres of pictures."""

    least: float
    best: float
    picture: float


def plan(table: Block, available: float) -> Plan:
    """The largest type at which every word of the table fits into ``available`` millimetres.

    ``fits`` is false where even the smallest does not; the widths then share the room by need
    and long words have to be broken.
    """
    style = "dense" if table.get("style") == "dense" else ""
    needs = _needs(table)
    shares = [float(c.get("width") or 0) for c in table["columns"]]
    inset = INSETS[style]
    leads = column_leads(table)
    for size in SIZES[style]:
        em = size * MM_PER_POINT
        sides = [2 * inset + 0.3 + lead for lead in leads]
        least = [max(n.least * em, n.picture) + s for n, s in zip(needs, sides, strict=True)]
        best = [max(n.best * em, n.picture) + s for n, s in zip(needs, sides, strict=True)]
        if sum(least) <= available:
            widths = _share(least, best, shares, available)
            return Plan(size, inset, tuple(widths), True, _tall(table, widths, em, inset))
    cut = [available * n / sum(least) for n in least]
    return Plan(size, inset, tuple(cut), False, _tall(table, cut, em, inset))


def column_leads(table: Block) -> list[float]:
    """Extra space before each column, in millimetres: figures to the right would else touch
    the words of the next column."""
    sides = ["left", *(c.get("align") or "left" for c in table["columns"])]
    return [LEAD if (before, own) == ("right", "left") else 0.0 for before, own in pairwise(sides)]


def words(text: str) -> list[str]:
    """The pieces of a text that stay on one line."""
    return [piece for piece in _BREAKS.split(text) if piece]


def cell_text(cell: Block) -> str:
    """The words of a cell."""
    return plain(cell.get("runs"))


def _needs(table: Block) -> list[_Need]:
    needs = []
    for index, column in enumerate(table["columns"]):
        title = str(column.get("text", ""))
        least = [text_width(w, bold=True) for w in words(title)]
        best = [text_width(title, bold=True) if len(title) < 18 else max([*least, 6.0])]
        picture = 0.0
        for row in table.get("rows", []):
            cell = row[index]
            bold = any(run.get("bold") for run in cell.get("runs", ()))
            mark = 1.6 if cell.get("icon") else 0.0
            text = cell_text(cell)
            pieces = words(text)
            least += [text_width(w, bold=bold) + (mark if w is pieces[0] else 0) for w in pieces]
            best += [text_width(line, bold=bold) + mark for line in text.split("\n")]
            picture = max(picture, float(cell.get("svg-width") or 0))
        needs.append(_Need(max(least, default=0.5), max(best, default=0.5), picture))
    return needs


def _share(
    least: Sequence[float], best: Sequence[float], shares: Sequence[float], available: float
) -> list[float]:
    """Room for every column: its least, and of the rest by share or by need."""
    if any(shares):
        return _by_shares(least, best, shares, available)
    loose = sum(best) * LOOSE
    if sum(best) <= available:
        factor = min(available, loose) / sum(best)
        return [b * factor for b in best]
    spare = available - sum(least)
    wanted = sum(best) - sum(least)
    return [a + (b - a) * spare / wanted for a, b in zip(least, best, strict=True)]


def _by_shares(
    least: Sequence[float], best: Sequence[float], shares: Sequence[float], available: float
) -> list[float]:
    """Columns without a share take what they need; the others split the rest by share."""
    columns = list(zip(shares, least, best, strict=True))
    fixed = [0.0 if s else max(a, min(b, available / 3)) for s, a, b in columns]
    open_least = sum(a for s, a in zip(shares, least, strict=True) if s)
    if sum(fixed) + open_least > available:
        fixed = [0.0 if s else a for s, a in zip(shares, least, strict=True)]
    widths = list(fixed)
    waiting = [i for i, s in enumerate(shares) if s]
    room = available - sum(fixed)
    while waiting:
        total = sum(shares[i] for i in waiting)
        short = [i for i in waiting if room * shares[i] / total < least[i]]
        if not short:
            for i in waiting:
                widths[i] = room * shares[i] / total
            break
        for i in short:
            widths[i] = least[i]
        room -= sum(least[i] for i in short)
        waiting = [i for i in waiting if i not in short]
    return widths


def _tall(table: Block, widths: Sequence[float], em: float, inset: float) -> tuple[bool, ...]:
    """For each row whether it has too many lines to be kept on one page."""
    tall = []
    for row in table.get("rows", []):
        lines = 0
        for cell, width in zip(row, widths, strict=True):
            room = max((width - 2 * inset) / em, 1.0)
            text = cell_text(cell).split("\n")
            lines = max(lines, sum(max(1, ceil(1.1 * text_width(t) / room)) for t in text))
        tall.append(lines > TALLEST)
    return tuple(tall)
