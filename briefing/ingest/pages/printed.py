"""The page numbers that councillors see, beside the file's own; blank where they are not certain.

On paper a number is certain where it runs on with the pages of the file: a report's own numbers
begin anew with each report and are told from the pack's by that. In plain text without pages the
marks that survive at the ends of pages are joined by the beginnings of pages between them
(:mod:`briefing.ingest.pages.in_text`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.ingest.page import Line, Page, Source
from briefing.ingest.pages.in_text import numbered_lines

_NUMBER = r"(?P<value>\d{1,4}|[ivxlc]{1,7})"
_WORDED = re.compile(
    rf"p\s*/?\s*(?:age|g\.?|\.)\s*(?:no\.?\s*)?[-–]?\s*{_NUMBER}(?:\s*(?:of|/)\s*(?P<of>\d{{1,4}}))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\W{{0,2}}\s*{_NUMBER}\s*\W{{0,2}}", re.IGNORECASE)
_OF = re.compile(r"(?P<value>\d{1,4})\s*(?:of|/)\s*(?P<of>\d{1,4})", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

#: The share of a page's height and width in which numbers of pages stand.
_MARGIN = 0.12
_EDGE_LINES = 3

#: A run of numbers needs so many pages; a bare run must leave out fewer than it numbers.
_SUPPORT = 2


@dataclass(frozen=True, slots=True)
class _Found:
    """A number at the edge of a page; ``style`` is how and where it is printed."""

    at: int
    value: int
    text: str
    style: str


def number(source: Source) -> Source:
    """The document with its printed page numbers, where they are certain."""
    if len(source.pages) == 1 and source.pages[0].number is None:
        if source.form != "text":
            return source
        page = source.pages[0]
        marked = zip(page.lines, numbered_lines(page.lines), strict=True)
        lines = tuple(replace(line, printed_page=printed) for line, printed in marked)
        return replace(source, pages=(replace(page, lines=lines),))
    printed_pages = _printed(source.pages)
    return replace(
        source,
        pages=tuple(
            _named(page, printed_pages.get(at, "")) for at, page in enumerate(source.pages)
        ),
    )


def _named(page: Page, printed: str) -> Page:
    lines = tuple(replace(line, printed_page=printed) for line in page.lines)
    return replace(page, lines=lines, printed=printed)


def _printed(pages: Sequence[Page]) -> Mapping[int, str]:
    """The printed number of each page where it is certain."""
    found = [one for at, page in enumerate(pages) for one in _at_edges(at, page)]
    runs: dict[tuple[str, int], dict[int, _Found]] = defaultdict(dict)
    for one in found:
        runs[_kind(one), one.value - one.at].setdefault(one.at, one)
    ranked = sorted(runs.items(), key=lambda run: _rank(run[0][0], run[1]), reverse=True)
    named: dict[int, str] = {}
    main = ""
    for (kind, offset), run in ranked:
        first, last = min(run), max(run)
        if not _certain(kind, run, len(pages)) or (main and kind != main):
            continue
        if any(at in named for at in range(first, last + 1)) or _clashes(named, run, offset, kind):
            continue
        main = main or kind
        for at in range(first, last + 1):
            value = at + offset
            if value > 0:
                named[at] = run[at].text if at in run else _written(value, kind)
    return named


def _kind(one: _Found) -> str:
    """What tells runs apart: the style, without the side on which facing pages print it."""
    return one.style


def _rank(kind: str, run: Mapping[int, _Found]) -> tuple[int, int, int]:
    """Which run is the document's own: the longest, and of two the one that says "Page"."""
    return (max(run) - min(run) + 1, len(run), int(kind.startswith("word")))


def _certain(kind: str, run: Mapping[int, _Found], pages: int) -> bool:
    span = max(run) - min(run) + 1
    if len(run) == 1:
        (only,) = run.values()
        return kind == "word-of" and pages == 1 and only.value == 1
    if kind.startswith("word"):
        return len(run) >= _SUPPORT and 4 * len(run) >= span
    return len(run) >= _SUPPORT and 2 * len(run) > span and (pages <= 3 or len(run) >= 3)


def _clashes(named: Mapping[int, str], run: Mapping[int, _Found], offset: int, kind: str) -> bool:
    """Whether a run gives a number again, or falls back, against those that are taken."""
    for at, printed in named.items():
        value = _value(printed)
        for other in (min(run), max(run)):
            if (other - at) * (other + offset - value) <= 0 and "roman" not in kind:
                return True
    return False


def _at_edges(at: int, page: Page) -> Iterator[_Found]:
    """The numbers at the head, foot and sides of a page."""
    shown = [line for line in page.lines if not line.blank]
    for line in _edge_lines(page, shown):
        yield from _in_line(at, line.text)
    for first, second in pairwise(shown):
        if re.fullmatch(r"p", first.text, re.IGNORECASE) and second.text.lower().startswith("age"):
            yield from _in_line(at, first.text + second.text)


def _edge_lines(page: Page, shown: Sequence[Line]) -> list[Line]:
    top, bottom = shown[:_EDGE_LINES], shown[-_EDGE_LINES:]
    if not page.height:
        return list(dict.fromkeys((*top, *bottom)))
    margin, side = _MARGIN * page.height, _MARGIN * page.width
    return [
        line
        for line in shown
        if line.bottom < margin
        or line.top > page.height - margin
        or line.x1 < side
        or line.x0 > page.width - side
    ]


def _in_line(at: int, text: str) -> Iterator[_Found]:
    """The number of a page in a line: the whole line, or at its beginning or end."""
    for match in _WORDED.finditer(text):
        apart = match.start() == 0 or match.end() == len(text)
        if apart and (value := _value(match["value"])):
            style = "word-of" if match["of"] else "word"
            yield _Found(at, value, match["value"], _style(style, match["value"]))
    if whole := _OF.fullmatch(text):
        yield _Found(at, int(whole["value"]), whole["value"], "of")
    elif (whole := _BARE.fullmatch(text)) and (value := _value(whole["value"])):
        yield _Found(at, value, whole["value"], _style("bare", whole["value"]))
    elif not _WORDED.search(text):
        words = text.split()
        for end, word in (("first", words[0]), ("last", words[-1])):
            if word.isdecimal() and len(word) <= 3 and 2 <= len(words) <= 14:
                yield _Found(at, int(word), word, end)


def _style(style: str, value: str) -> str:
    return style if value.isdecimal() else f"{style}-roman"


def _value(text: str) -> int:
    """A printed number as a whole number; 0 for what is none."""
    if text.isdecimal():
        return int(text)
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_VALUES[letter] for letter in text.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < behind else value for value, behind in pairs)


def _written(value: int, kind: str) -> str:
    """A number in figures, or in small roman numerals."""
    if "roman" not in kind:
        return str(value)
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
    text = ""
    for size, sign in (*signs, (4, "iv"), (1, "i")):
        text += sign * (value // size)
        value %= size
    return text
