"""Tables with ruled cells: the rules of a page cut it into rows, and each row into its cells.

A row is what stands between two rules over the whole width, and never more; its cells are what
the upright rules beside it part. So a line that spans the table is a row of one cell.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.ingest.page import Box, Line, Page, Word
from briefing.ingest.words.running import run_on

#: How far apart two rules may stand, in points, and still be one.
_SLACK = 2.5

#: How thick a painted bar may be, in points, and still be a rule.
_THICK = 5.0

#: How much of a row's width its rule must cover: an underlined word is no rule of a table.
_COVER = 0.85


@dataclass(frozen=True, slots=True)
class RuledRow:
    """A row: its heights on the page, and the lines of each cell from the left.

    ``edges`` are the places of the upright rules, one more than there are cells.
    """

    page: Page
    top: float
    bottom: float
    edges: tuple[float, ...]
    cells: tuple[tuple[Line, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell, its lines run on."""
        return tuple(run_on(line.text for line in lines) for lines in self.cells)

    @property
    def first(self) -> Line | None:
        """Its uppermost line; None where the row is empty."""
        lines = [line for cell in self.cells for line in cell]
        return min(lines, key=lambda line: line.top, default=None)


def ruled_rows(page: Page) -> tuple[RuledRow, ...]:
    """The rows of the ruled tables of a page, from the top."""
    thick = [f for f in page.fills if min(_height(f), f.x1 - f.x0) <= _THICK]
    rules = [*page.rules, *thick]
    upright = [rule for rule in rules if _height(rule) > rule.x1 - rule.x0]
    level = [rule for rule in rules if _height(rule) <= rule.x1 - rule.x0]
    heights = [
        y for y in _clusters((r.top + r.bottom) / 2 for r in level) if _is_full(y, level, upright)
    ]
    if heights:
        heights = _with_open_ends(heights, upright)
    words = _seen(page)
    rows = []
    for top, bottom in itertools.pairwise(heights):
        middle = (top + bottom) / 2
        edges = _clusters(rule.x0 for rule in upright if rule.top <= middle <= rule.bottom)
        if len(edges) >= 2:
            inside = [word for word in words if top < word.middle < bottom]
            cells = tuple(
                lines_of((w for w in inside if left <= (w.x0 + w.x1) / 2 < right), page)
                for left, right in itertools.pairwise(edges)
            )
            rows.append(RuledRow(page, top, bottom, tuple(edges), cells))
    return tuple(rows)


def level_rows(page: Page, edges: Sequence[float], below: float) -> tuple[RuledRow, ...]:
    """Rows of a table that has level rules alone, under headings that begin at ``edges``.

    ``edges`` are the left edges of the headings and the right edge of the last; ``below`` is the
    foot of the headings. A word belongs to the heading at or left of its left edge.
    """
    level = [rule for rule in page.rules if _height(rule) <= rule.x1 - rule.x0]
    reach = edges[-2] - edges[0]
    wide = [rule for rule in level if rule.x1 - rule.x0 >= reach and rule.x0 <= edges[0] + 12]
    heights = [y for y in _clusters((r.top + r.bottom) / 2 for r in wide) if y >= below - _SLACK]
    rows = []
    for top, bottom in itertools.pairwise(heights):
        inside = [word for word in _seen(page) if top < word.middle < bottom]
        cells = tuple(
            lines_of((w for w in inside if left - 3 <= w.x0 < right - 3), page)
            for left, right in itertools.pairwise(edges)
        )
        rows.append(RuledRow(page, top, bottom, tuple(edges), cells))
    return tuple(rows)


def _seen(page: Page) -> list[Word]:
    """The words of a page that a reader sees."""
    hidden = ("invisible", "covered", "off_page")
    return [word for word in page.words if word.text and word.doubt not in hidden]


def _with_open_ends(heights: list[float], upright: Sequence[Box]) -> list[float]:
    """With the ends of the upright rules, where a row cut by the page's edge has no rule there."""
    table = [r for r in upright if r.top < heights[-1] + _SLACK and r.bottom > heights[0] - _SLACK]
    top = min((rule.top for rule in table), default=heights[0])
    bottom = max((rule.bottom for rule in table), default=heights[-1])
    above = [top] if top < heights[0] - _THICK else []
    below = [bottom] if bottom > heights[-1] + _THICK else []
    return [*above, *heights, *below]


def lines_of(words: Iterable[Word], page: Page) -> tuple[Line, ...]:
    """Words of one cell as lines, from the top; words within 3 points share a line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        if rows and abs(rows[-1][0].bottom - word.bottom) < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(
        Line(tuple(sorted(row, key=lambda w: w.x0)), page.number, page.printed) for row in rows
    )


def _height(rule: Box) -> float:
    return rule.bottom - rule.top


def _clusters(places: Iterable[float]) -> list[float]:
    """Places in order, those that lie together given once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SLACK:
            found.append(place)
    return found


def _is_full(y: float, level: Sequence[Box], upright: Sequence[Box]) -> bool:
    """Whether the rules at this height go over the width of the table that they stand in."""
    beside = [rule.x0 for rule in upright if rule.top - _SLACK <= y <= rule.bottom + _SLACK]
    if len(beside) < 2:
        return False
    left, right = min(beside), max(beside)
    covered, reach = 0.0, left
    for rule in sorted(level, key=lambda r: r.x0):
        if abs((rule.top + rule.bottom) / 2 - y) <= _SLACK:
            covered += max(0.0, min(rule.x1, right) - max(rule.x0, reach))
            reach = max(reach, rule.x1)
    return covered >= _COVER * (right - left)
