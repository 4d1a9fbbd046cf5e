"""Glyphs to words to rows: what stands together on a baseline, as a reader sees it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from typing import Literal

from briefing.ingest.page import Doubt
from briefing.ingest.read.canvas import Canvas, Glyph, Run
from briefing.ingest.read.geometry import Sight, Surface
from briefing.ingest.read.symbols import RAISED_DIGITS

#: A gap wider than this, in parts of the size of the print, parts two words.
WORD_GAP = 0.15
_OVERLAP = 0.3
_SAME_BASE = 0.08
_SAME_LINE = 0.3
_SAME_SIZE = 0.86
_RAISED_MOST = 0.8
_RAISED_GAP = 0.25
_SAME_PLACE = 0.12
_ORDINAL = re.compile(r"(st|nd|rd|th)[,.;:)]?", re.IGNORECASE)
#: The gravest first.
_GRAVITY: tuple[Literal["off_page", "invisible", "covered", "struck"], ...] = (
    "off_page", "invisible", "covered", "struck",
)  # fmt: skip


@dataclass(slots=True)
class Token:
    """A word in the making.

    ``base`` is its baseline, ``line`` that of the line that it belongs to (another one for raised
    print); ``ended`` says that a space follows it.
    """

    glyphs: list[Glyph]
    sights: list[Sight]
    base: float
    size: float
    line: float
    start: float
    end: float
    ended: bool = False
    doubt: Doubt = ""

    @property
    def turn(self) -> int:
        """Where it runs to, in degrees."""
        return self.glyphs[0].run.turn

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def has_digit(self) -> bool:
        """Whether it may be, or be part of, a figure."""
        return any(sign.isdigit() for glyph in self.glyphs for sign in glyph.text)


@dataclass(slots=True)
class Row:
    """Tokens in the order of reading, and their baseline."""

    base: float
    tokens: list[Token] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    """The rows of a page, and what of its words stands under dark boxes and is not to be told."""

    rows: tuple[Row, ...]
    redacted: tuple[Token, ...]


def main_turn(canvas: Canvas) -> int:
    """Where most of the page's text runs to, in degrees; 0 where no direction has most of it."""
    counts: dict[int, int] = defaultdict(int)
    for run in canvas.runs:
        if not run.hidden:
            counts[run.turn] += len(run.glyphs)
    turn = max(counts, key=counts.__getitem__, default=0)
    return turn if counts and counts[turn] > 0.6 * sum(counts.values()) else 0


def read_words(canvas: Canvas, surface: Surface) -> Reading:
    """The words of a painted page in rows, from the top."""
    dividers = _Dividers(canvas)
    rows: list[Row] = []
    redacted: list[Token] = []
    by_turn: dict[int, list[Token]] = defaultdict(list)
    for token in _tokens(_once(canvas.runs), surface, dividers):
        by_turn[token.turn].append(token)
    for tokens in by_turn.values():
        _settle_raised(tokens)
        for row in _rows(tokens):
            row.tokens = _merged(row.tokens, dividers)
            row.tokens, dropped = _without_redactions(row.tokens)
            redacted += dropped
            if row.tokens:
                _judge(row.tokens)
                rows.append(row)
    return Reading(tuple(rows), tuple(redacted))


class _Dividers:
    """The upright rules of a page: no word runs through one."""

    def __init__(self, canvas: Canvas) -> None:
        self._rules = sorted(
            (mark.x0, mark.top, mark.bottom)
            for mark in canvas.marks
            if mark.thin and mark.bottom - mark.top > mark.x1 - mark.x0
        )

    def between(self, left: Glyph, right: Glyph) -> bool:
        """Whether a rule stands between two neighbours of a row."""
        if left.run.turn or not self._rules:
            return False
        x0, x1 = left.x1 - 0.5, right.x0 + 0.5
        y = left.centre[1]
        first, end = bisect_left(self._rules, (x0,)), bisect_right(self._rules, (x1, inf, inf))
        return any(top <= y <= bottom for _, top, bottom in self._rules[first:end])


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without those painted twice in one place, as cheap bold print is."""
    seen: dict[tuple[int, str], list[Glyph]] = defaultdict(list)
    for run in runs:
        first = run.glyphs[0]
        near = _SAME_PLACE * run.size
        others = seen[run.turn, "".join(glyph.text for glyph in run.glyphs)]
        if not any(
            abs(other.start - first.start) <= near and abs(other.base - first.base) <= near
            and other.run.hidden == run.hidden and other.run.colour == run.colour
            for other in others
        ):  # fmt: skip
            others.append(first)
            yield run


def _tokens(runs: Iterable[Run], surface: Surface, dividers: _Dividers) -> list[Token]:
    tokens: list[Token] = []
    current: Token | None = None
    for run in runs:
        plain = surface.is_plain(run)
        for glyph in run.glyphs:
            if not glyph.text.strip():
                if current and glyph.text:
                    current.ended = True
                current = None
                continue
            if current is None or not _joins(current, glyph, dividers):
                current = Token(
                    [], [], glyph.base, run.size, glyph.base, glyph.start, glyph.end
                )  # fmt: skip
                tokens.append(current)
            current.glyphs.append(glyph)
            current.sights.append("" if plain else surface.sight_of(glyph))
            current.end = max(current.end, glyph.end)
    return tokens


def _joins(token: Token, glyph: Glyph, dividers: _Dividers) -> bool:
    last = token.glyphs[-1]
    size = min(token.size, glyph.run.size)
    if last.run is glyph.run and 0 <= glyph.start - last.end + 0.02 * size <= 0.04 * size:
        return (last.text in RAISED_DIGITS) == (glyph.text in RAISED_DIGITS)
    return (
        glyph.run.turn == last.run.turn
        and abs(glyph.base - token.base) <= _SAME_BASE * size
        and -_OVERLAP * size <= glyph.start - last.end <= WORD_GAP * size
        and _alike(token, last, glyph)
        and not dividers.between(last, glyph)
    )


def _alike(token: Token, last: Glyph, glyph: Glyph) -> bool:
    if (last.text in RAISED_DIGITS) != (glyph.text in RAISED_DIGITS):
        return False
    small, large = sorted((token.size, glyph.run.size))
    return small >= _SAME_SIZE * large or not (last.text.isdigit() or glyph.text.isdigit())


def _settle_raised(tokens: list[Token]) -> None:
    """Give raised and lowered print the line of what it stands at, and doubt its figures."""
    ends: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        ends[int(token.end // 4)].append(token)
    joined = set()
    for token in tokens:
        if token.glyphs[0].text in RAISED_DIGITS:
            token.doubt = "raised"
        at = int(token.start // 4)
        for host in (*ends[at - 1], *ends[at], *ends[at + 1]):
            if host is token or not _stands_at(token, host):
                continue
            token.line = host.base
            if _ORDINAL.fullmatch(token.text) and host.glyphs[-1].text.isdigit():
                host.glyphs += token.glyphs
                host.sights += token.sights
                host.ended = host.ended or token.ended
                host.end = token.end
                joined.add(id(token))
            elif token.base != host.base or token.has_digit:
                token.doubt = "raised"
            break
    tokens[:] = [token for token in tokens if id(token) not in joined]


def _stands_at(token: Token, host: Token) -> bool:
    shift = abs(token.base - host.base)
    gap = token.start - host.end
    if token.size < _SAME_SIZE * host.size:
        near = -_OVERLAP * token.size <= gap <= _RAISED_GAP * host.size
        if shift <= _SAME_BASE * host.size:
            near = near and not host.ended and host.glyphs[-1].text.isdigit() and token.has_digit
        return near and shift < _RAISED_MOST * host.size
    return (
        not host.ended
        and 0.15 * host.size < shift < 0.6 * host.size
        and token.size < 1.1 * host.size
        and -0.05 * host.size <= gap <= 0.1 * host.size
    )


def _rows(tokens: list[Token]) -> list[Row]:
    rows: list[Row] = []
    outside = [token for token in tokens if "off_page" in token.sights]
    inside = [token for token in tokens if "off_page" not in token.sights]
    for group in (inside, outside):
        first = len(rows)
        for token in sorted(group, key=lambda token: (token.line, token.start)):
            row = rows[-1] if len(rows) > first else None
            if row is None or token.line - row.base > _SAME_LINE * token.size:
                row = Row(token.line)
                rows.append(row)
            row.tokens.append(token)
    for row in rows:
        row.tokens.sort(key=lambda token: token.start)
    return rows


def _merged(tokens: Sequence[Token], dividers: _Dividers) -> list[Token]:
    """Tokens with those joined that one word was painted in."""
    merged: list[Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if (
            last
            and not (last.ended or last.doubt or token.doubt)
            and _touches(last, token)
            and not dividers.between(last.glyphs[-1], token.glyphs[0])
        ):
            last.glyphs += token.glyphs
            last.sights += token.sights
            last.end = max(last.end, token.end)
            last.ended = token.ended
        else:
            merged.append(token)
    return merged


def _touches(left: Token, right: Token) -> bool:
    size = min(left.size, right.size)
    return (
        -0.1 * size <= right.start - left.end <= WORD_GAP * size
        and abs(left.base - right.base) <= _SAME_BASE * size
        and _alike(left, left.glyphs[-1], right.glyphs[0])
    )


def _without_redactions(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Tokens without what stands under a dark box, and that; a word that lost a part is doubted."""
    kept = []
    dropped = []
    for token in tokens:
        hidden = [sight == "redacted" for sight in token.sights]
        if any(hidden):
            gone = [glyph for glyph, out in zip(token.glyphs, hidden, strict=True) if out]
            dropped.append(replace(token, glyphs=gone))
            token.glyphs = [
                glyph for glyph, out in zip(token.glyphs, hidden, strict=True) if not out
            ]
            token.sights = ["covered"] * len(token.glyphs)
        if token.glyphs:
            kept.append(token)
    return kept, dropped


def _judge(tokens: list[Token]) -> None:
    """Set the doubt of each token from what its glyphs look like and from what it overlaps."""
    for token in tokens:
        counted = [(token.sights.count(doubt), doubt) for doubt in _GRAVITY]
        least = 1 if token.has_digit else len(token.glyphs) / 2
        token.doubt = next((d for count, d in counted if count and count >= least), token.doubt)
    for left, right in pairwise(tokens):
        shared = min(left.end, right.end) - right.start
        size = min(left.size, right.size)
        narrow = min(left.end - left.start, right.end - right.start)
        if shared > 0.4 * narrow and shared > 0.2 * size and (left.has_digit or right.has_digit):
            left.doubt = left.doubt or "covered"
            right.doubt = right.doubt or "covered"
