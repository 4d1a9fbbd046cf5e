"""Rows of tokens to the lines of a page, in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.page import Line, Word
from briefing.ingest.read.canvas import Glyph
from briefing.ingest.read.colours import as_hex
from briefing.ingest.read.symbols import BULLET, is_list_mark
from briefing.ingest.read.words import Row, Token

#: A list's mark stands at most this many sizes of the print before its text.
_MARK_GAP = 4.0


def lines_of(rows: Sequence[Row], number: int) -> tuple[Line, ...]:
    """The lines of a page from the top.

    Text that runs up or down the page (the headings of narrow columns) stands in one line with
    the other such text beside it, from the left.
    """
    level = [row.tokens for row in rows if row.tokens[0].turn in (0, 180)]
    upright = [row.tokens for row in rows if row.tokens[0].turn in (90, 270)]
    level += [[token for tokens in group for token in tokens] for group in _beside(upright)]
    lines = [_line(tokens, number) for tokens in level]
    return tuple(sorted(lines, key=lambda line: (line.bottom, line.x0)))


def word_of(token: Token) -> Word:
    """A token as a word."""
    x0, top, x1, bottom = _box(token.glyphs)
    run = token.glyphs[0].run
    return Word(
        text=token.text,
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        size=round(token.size, 1),
        bold=run.bold,
        colour=as_hex(run.colour),
        doubt=token.doubt,
    )


def _line(tokens: Sequence[Token], number: int) -> Line:
    words = [word_of(token) for token in tokens]
    for at, (word, after) in enumerate(pairwise(words)):
        near = 0 <= after.x0 - word.x1 < _MARK_GAP * after.size
        if near and is_list_mark(word.text, after.text, alike=word.colour == after.colour):
            words[at] = Word(
                BULLET, word.x0, word.top, word.x1, word.bottom, word.size, word.bold, word.colour
            )
    return Line(tuple(words), page=number)


def _beside(rows: Sequence[list[Token]]) -> list[list[list[Token]]]:
    """Rows of upright text in groups that stand side by side, each from the left."""
    groups: list[list[list[Token]]] = []
    for row in sorted(rows, key=_span):
        top, bottom = _span(row)
        for group in groups:
            above, below = _span(group[0])
            shared = min(below, bottom) - max(above, top)
            if shared >= 0.5 * min(below - above, bottom - top):
                group.append(row)
                break
        else:
            groups.append([row])
    for group in groups:
        group.sort(key=lambda row: row[0].glyphs[0].x0)
    return groups


def _span(row: Sequence[Token]) -> tuple[float, float]:
    glyphs = [glyph for token in row for glyph in token.glyphs]
    return min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)


def _box(glyphs: Sequence[Glyph]) -> tuple[float, float, float, float]:
    return (
        round(min(glyph.x0 for glyph in glyphs), 2),
        round(min(glyph.top for glyph in glyphs), 2),
        round(max(glyph.x1 for glyph in glyphs), 2),
        round(max(glyph.bottom for glyph in glyphs), 2),
    )
