"""Words of a page as text rows, and each text row as chunks that a gap or a rule parts."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from briefing.ingest.page import Box, Page, Word

#: A wider gap than this share of the letters' size parts two chunks; a space is about 0.28.
_GAP = 0.45
#: A gap so many times as wide as the usual space between words may part two cells.
_BEYOND = 1.15
#: Words whose middles differ by less than this share of their height stand on one row.
_SAME_ROW = 0.3
#: The same for a word that stands raised beside the others.
_RAISED = 0.7
#: Words so many times as high as most of the page are a stamp across it.
_HUGE = 4.0
#: The least height of an upright rule that can part columns, in points.
_LEAST_RULE = 5.0


@dataclass(frozen=True)
class Chunk:
    """Words side by side without a gap: one cell's text, or part of it."""

    words: tuple[Word, ...]

    @cached_property
    def x0(self) -> float:
        """Its left edge."""
        return min(word.x0 for word in self.words)

    @cached_property
    def x1(self) -> float:
        """Its right edge."""
        return max(word.x1 for word in self.words)

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        """Half way between its edges."""
        return (self.x0 + self.x1) / 2

    @cached_property
    def text(self) -> str:
        """Its words with one space between."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def doubt(self) -> str:
        """The first doubt about the print of its words."""
        return next((word.doubt for word in self.words if word.doubt), "")


@dataclass(frozen=True)
class TextRow:
    """Chunks that stand at one height."""

    chunks: tuple[Chunk, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words from the left."""
        return tuple(word for chunk in self.chunks for word in chunk.words)

    @cached_property
    def top(self) -> float:
        """The upper edge of most of its words."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @cached_property
    def middle(self) -> float:
        """The height of its tallest word's middle."""
        return max(self.words, key=lambda word: word.bottom - word.top).middle

    @cached_property
    def height(self) -> float:
        """The height of its tallest word."""
        return max(word.bottom - word.top for word in self.words)

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(chunk.text for chunk in self.chunks)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.chunks[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(chunk.x1 for chunk in self.chunks)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(chunk.bold for chunk in self.chunks)


def upright(rules: Iterable[Box]) -> list[Box]:
    """The rules that may part columns."""
    return [box for box in rules if box.bottom - box.top >= _LEAST_RULE and box.x1 - box.x0 <= 3.0]


def text_rows(page: Page) -> list[TextRow]:
    """The text rows of a page, from the top."""
    rows: list[list[Word]] = []
    heights: list[tuple[float, float, int]] = []
    words = _of_usual_size([word for word in page.words if word.text.strip()])
    tallest = max((word.bottom - word.top for word in words), default=0.0)
    for word in sorted(words, key=_plain_first):
        height, middle = word.bottom - word.top, word.middle
        share = _RAISED if word.doubt == "raised" else _SAME_ROW
        best, distance = -1, 0.0
        first = bisect_left(heights, (middle - share * tallest,))
        for other, tall, at in heights[first:]:
            if other > middle + share * tallest:
                break
            away = abs(other - middle)
            if away <= share * max(tall, height) and (best < 0 or away < distance):
                best, distance = at, away
        if best < 0:
            insort(heights, (middle, height, len(rows)))
            rows.append([word])
        else:
            rows[best].append(word)
    bars = upright(page.rules)
    found = [TextRow(_chunks(sorted(row, key=lambda word: word.x0), bars)) for row in rows]
    return sorted(found, key=lambda row: (row.middle, row.x0))


def space_of(rows: Iterable[TextRow]) -> float | None:
    """The usual space between two words as a share of the letters' size; None without words."""
    gaps = [
        (right.x0 - left.x1) / (left.size or left.bottom - left.top or 1.0)
        for row in rows
        for chunk in row.chunks
        for left, right in pairwise(chunk.words)
    ]
    return median(gaps) if gaps else None


def beyond_space(left: Word, right: Word, space: float) -> bool:
    """Whether the gap between two words is wider than the usual space between words."""
    size = left.size or left.bottom - left.top
    return right.x0 - left.x1 > _BEYOND * space * size


def _plain_first(word: Word) -> tuple[bool, float, float]:
    """The order in which words find their rows: raised ones behind all others."""
    return word.doubt == "raised", word.top - word.bottom, word.middle


def _of_usual_size(words: list[Word]) -> list[Word]:
    """Words without those of a stamp or a watermark, which stand behind the others."""
    if not words:
        return words
    usual = median(word.bottom - word.top for word in words)
    return [word for word in words if word.bottom - word.top <= _HUGE * usual]


def _chunks(words: Sequence[Word], rules: Sequence[Box]) -> tuple[Chunk, ...]:
    top, bottom = min(word.middle for word in words), max(word.middle for word in words)
    bars = [bar for bar in rules if bar.top <= bottom and bar.bottom >= top]
    chunks: list[list[Word]] = [[words[0]]]
    for left, right in pairwise(words):
        size = max(left.size, right.size) or max(left.bottom - left.top, right.bottom - right.top)
        ruled = any(
            left.x1 - 1 <= bar.x0 <= right.x0 + 1 and bar.top <= right.middle <= bar.bottom
            for bar in bars
        )
        if ruled or right.x0 - left.x1 > _GAP * size:
            chunks.append([right])
        else:
            chunks[-1].append(right)
    return tuple(Chunk(tuple(chunk)) for chunk in chunks)
