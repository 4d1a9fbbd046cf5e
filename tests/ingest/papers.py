"""Papers for tests, made from text: as plain text, as pages of text, or as pages on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from briefing.ingest.page import Line, Page, Source, Word
from briefing.ingest.read import read_source

PACKS = Path(__file__).parents[3] / "shared" / "packs"

WIDTH, HEIGHT = 595.0, 842.0


def text(written: str) -> Source:
    """A plain text; form feeds part its pages, without them it has none."""
    pieces = written.split("\f")
    pages, number = [], 1
    for at, piece in enumerate(pieces, start=1):
        page = at if len(pieces) > 1 else None
        lines = []
        for row in piece.split("\n"):
            lines.append(Line(_words(row), page=page, number=number))
            number += 1
        pages.append(Page(page, tuple(lines)))
    return Source("paper.txt", "0" * 64, "text", tuple(pages))


def _words(row: str) -> tuple[Word, ...]:
    return tuple(Word(m[0], m.start(), 0, m.end(), 0) for m in re.finditer(r"\S+", row))


def paper(*pages: Sequence[tuple[float, float, str]], bold: bool = False) -> Source:
    """Pages on paper: each line as its left edge, its top and its words; ``*`` before for bold.

    Words are five points a letter wide and twelve high; two spaces or more are a gap of 30.
    """
    made = []
    for number, rows in enumerate(pages, start=1):
        lines = tuple(_placed(number, x, top, words, bold) for x, top, words in rows)
        made.append(Page(number, lines, WIDTH, HEIGHT))
    return Source("paper.pdf", "0" * 64, "pdf", tuple(made))


def _placed(page: int, x: float, top: float, written: str, bold: bool) -> Line:
    heavy = bold or written.startswith("*")
    words, edge = [], x
    for gap, word in re.findall(r"(\s*)(\S+)", written.lstrip("*")):
        edge += 30 if len(gap) > 1 else 3 if gap else 0
        words.append(Word(word, edge, top, edge + 5 * len(word), top + 12, 12, heavy))
        edge += 5 * len(word)
    return Line(tuple(words), page=page)


def web(html: str) -> Source:
    """A web page with a line for each of its blocks."""
    plain = re.sub(r"<[^>]+>", "\n", html)
    rows = [" ".join(row.split()) for row in plain.split("\n") if row.strip()]
    lines = tuple(Line(_words(row)) for row in rows)
    links = tuple((b, a) for a, b in re.findall(r'<a[^>]*href="([^"]+)"[^>]*>([^<]*)</a>', html))
    return Source("page.html", "0" * 64, "html", (Page(None, lines),), html=html, links=links)


def shared(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that reads the council documents beside the checkout."""
    missing = pytest.mark.skipif(
        not PACKS.exists(), reason="the council documents are not beside the checkout"
    )
    marked: Callable[..., None] = pytest.mark.shared(missing(test))
    return marked


@cache
def published(name: str) -> Source:
    """A document that a council published, as read."""
    return read_source(PACKS / name)
