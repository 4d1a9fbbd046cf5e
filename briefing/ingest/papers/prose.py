"""Running text: paragraphs and points with the heading that they stand under, without tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.ingest.page import Line, Source
from briefing.ingest.pages.in_text import page_starts
from briefing.ingest.words.running import run_on

_BULLET = re.compile(r"^(?:[•▪●◦■–*-]|o(?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_PAGE_MARK = re.compile(r"(?:P|age\s+\d{1,4}|Page\s+\d{1,4}|\d{1,4}|[-–]\s*\d{1,4}\s*[-–])")
_STRAY_MARK = re.compile(r"\s+Page\s+\d{1,4}$")
_FIGURE = re.compile(r"[£(+−–-]?\d[\d,.]*%?\)?|[-–]")
_ENDS = re.compile(r"[.!?;:]['’”\")]*$")
#: A line that ends so goes on, whatever stands between it and the next.
_HANGS = re.compile(
    r"\b(?:in|of|the|to|from|by|and|or|for|at|an?|with|on|since|than|our|is|are|was|were|that)$",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:.{0,40}\bglossary\b.{0,30}|.{0,20}\b(?:acronyms|abbreviations)\b.{0,20}|contents"
    r"|present:?|apologies:?|in attendance:?)",
    re.IGNORECASE,
)
_UNDER_TABLE = re.compile(
    r"(?:progress\s+)?(?:analysis|commentary|narrative)\s*[–-]?:?|(?:desired\s+)?outcomes?:?"
    r"|context:?|comments?:?",
    re.IGNORECASE,
)

#: The heads of a table's columns as one line.
_COLUMNS = re.compile(
    r"(?:No\.?|Ref\.?|Date|Item|Title|Indicator|Measure)\s.*"
    r"\b(?:Status|Progress|Action|Target|RAG|Lead|Owner|Due)\b.*"
)

#: A row of a table has so many figures at least, and no more words than figures.
_FIGURES = 3
#: So many times the size of the print part the cells of a row.
_APART = 2.5
#: A heading has no more words than these.
_HEADING = 14
#: What so many pages begin with, and one of so many, is a running head.
_PAGES, _ONE_OF = 3, 4


@dataclass
class Paragraph:
    """Lines that run on, each with the place where its text begins in the whole."""

    heading: str
    point: bool
    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph as one text."""
        return run_on(self.texts)

    def line_of(self, sentence: str, after: int) -> tuple[Line, int]:
        """The line on which a sentence of the text begins, and where it ends in the text."""
        at = max(self.text.find(sentence, after), 0)
        for count in range(len(self.texts), 0, -1):
            if len(run_on([*self.texts[: count - 1], "x"])) - 1 <= at:
                return self.lines[count - 1], at + len(sentence)
        return self.lines[0], at + len(sentence)


def paragraphs(source: Source) -> Iterator[Paragraph]:
    """The paragraphs and points of a document; rows of tables and glossaries are left out."""
    heading, closed = "", False
    held: Paragraph | None = None
    gap = False
    lines = source.lines
    starts = page_starts(lines) if source.form == "text" else frozenset()
    running = _running_heads(lines[at].text for at in starts)
    for at, line in enumerate(lines):
        text = _STRAY_MARK.sub("", line.text.strip())
        columns = at in starts and _COLUMNS.fullmatch(text)
        if not text or text in running or columns or _PAGE_MARK.fullmatch(text):
            gap = True
            continue
        if line.cells or _is_row(line):
            if held and held.lines:
                yield held
            held, gap = None, False
            continue
        bullet = _BULLET.match(text)
        gap = gap or at in starts
        runs_on = held is not None and not bullet and _continues(held, text, gap)
        if held is not None and runs_on:
            held.lines.append(line)
            held.texts.append(text)
            gap = False
            continue
        if held and held.lines and not closed:
            yield held
        held = None
        if not bullet and _is_heading(line, text, lines, at, first=at in starts):
            closed = bool(_CLOSED.fullmatch(text))
            heading = heading if _UNDER_TABLE.fullmatch(text) else text
        elif not closed:
            held = Paragraph(
                heading, bool(bullet), [line], [text[bullet.end() :] if bullet else text]
            )
        gap = False
    if held and held.lines and not closed:
        yield held


def _running_heads(tops: Iterable[str]) -> frozenset[str]:
    """What stands at the top of pages throughout; the title of a few pages in a row does not."""
    counted = Counter(text.strip() for text in tops)
    often = max(_PAGES, counted.total() / _ONE_OF)
    return frozenset(text for text, count in counted.items() if count >= often)


def _continues(held: Paragraph, text: str, gap: bool) -> bool:
    """Whether a line goes on with the paragraph above it."""
    ended = bool(_ENDS.search(held.texts[-1]))
    if not gap:
        return not (ended and text[:1].isupper() and len(held.texts[-1].split()) < 4)
    return not ended and (
        text[0].islower()
        or text[0].isdigit()
        or text[0] in "(£"
        or bool(_HANGS.search(held.texts[-1]))
    )


def _is_row(line: Line) -> bool:
    """Whether a line is one of a table: figures for the most part, or cells set well apart."""
    words = (
        line.words[1:] if line.words and _BULLET.match(f"{line.words[0].text} x") else line.words
    )
    if line.size and any(b.x0 - a.x1 > _APART * line.size for a, b in pairwise(words)):
        return True
    figures = sum(bool(_FIGURE.fullmatch(word.text)) for word in line.words)
    return figures >= _FIGURES and 2 * figures >= len(line.words)


def _is_heading(line: Line, text: str, lines: Sequence[Line], at: int, *, first: bool) -> bool:
    """A marked, bold or large line; in plain text, a short one that runs into no sentence.

    ``first`` says that a page begins with it.
    """
    if line.heading:
        return True
    words = text.split()
    fewest = 1 if first else 2
    if not fewest <= len(words) <= _HEADING or text.endswith((".", ",", ";")):
        return False
    if not text[0].isupper() or sum(any(c.isdigit() for c in word) for word in words) > 1:
        return False
    if line.bold:
        return True
    below = next((one for one in lines[at + 1 : at + 3] if one.words), None)
    runs_on = below is not None and below.text[:1].islower()
    if first or (at + 1 < len(lines) and not lines[at + 1].words):
        return not runs_on
    return (
        below is None
        or bool(_BULLET.match(below.text))
        or text.endswith(":")
        or _is_row(below)
        or (len(below.text.split()) > 2 and below.text[:1].isupper() and len(words) <= 8)
    )
