"""Header lines of printed tables in plain text: a run of periods and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.ingest.page import Line, Word
from briefing.ingest.parts import Column, ColumnKind
from briefing.ingest.words.periods import bare, complete, period_of
from briefing.model import Period

#: Headings behind the periods that name a column of their own, longest first where they overlap.
_HEADINGS: tuple[tuple[str, ColumnKind, str], ...] = (
    (r"direction of travel|direction|d\.?o\.?t\.?|trend", "direction", ""),
    (r"rag(?: rating| status)?|status", "rag", ""),
    (
        r"(?:(?:annual|local|current|year.end) )?targets?(?: \d{4}(?:/\d\d)?)?",
        "target",
        "",
    ),
    (r"floor(?: target| standard)?", "floor", ""),
    (
        r"stat(?:istical|\.)? neighbours?(?: (?:average|avg|mean))?|sn(?: (?:average|avg))?",
        "comparator",
        "statistical_neighbours",
    ),
    (r"(?:england|national|eng)(?: (?:average|avg|mean))?", "comparator", "england"),
    (
        r"(?:region(?:al)?|(?:north|south)(?: ?east| ?west)|east of england|london"
        r"|(?:east|west) midlands|yorkshire and (?:the )?humber)(?: (?:average|avg|mean))?",
        "comparator",
        "region",
    ),
    (r"unit|polarity|good is|good to be", "text", ""),
)
_NAMED = tuple((re.compile(words, re.I), kind, comparator) for words, kind, comparator in _HEADINGS)
_LABELS = re.compile(
    r"(?:(?:performance|key|ref|no|number|pi|kpi|indicator|indicators|measure|measures|metric"
    r"|description|category|service|name|of|title|type|area)\.?\s*)*",
    re.I,
)
_MAYBE = re.compile(r"\d\d|[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.I)
_SEPARATOR = re.compile(r"[|/,:\-–—]+")
_FEWEST = 3
_LONGEST = 3
_MOST_WORDS = 12


@dataclass(frozen=True)
class Header:
    """The header of a table: its columns, and which of them print a figure in each row.

    ``slots`` are the indexes of the columns with figures in printed order (the rating, arrows and
    words are none); ``periods`` how many of them are periods and ``before`` how many stand before
    these. ``rag`` says whether a column of ratings stands behind the target. ``spare`` counts the
    words of the heading that name no known column. ``next`` is the index of the first line below.
    ``edges`` are the extents in characters of the headings that were read, by column.
    """

    columns: tuple[Column, ...]
    slots: tuple[int, ...]
    before: int
    periods: int
    rag: bool
    spare: int
    next: int
    edges: tuple[tuple[int, tuple[float, float]], ...]

    @property
    def behind(self) -> int:
        """How many columns with figures are named behind the periods."""
        return len(self.slots) - self.before - self.periods

    @property
    def named(self) -> tuple[str, ...]:
        """The headings as printed."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True)
class _Run:
    """Words from ``start`` to ``end`` that are periods and nothing else."""

    start: int
    end: int
    heads: tuple[tuple[int, int], ...]
    periods: tuple[Period | None, ...]


def find_header(lines: Sequence[Line], at: int, band: str = "") -> Header | None:
    """The header that begins with line ``at``; None for none.

    Parameters
    ----------
    lines
        The lines of the document.
    at
        The index of the line with the first period.
    band
        What stands over the table: it may name the year of months and quarters without one.
    """
    words = list(lines[at].words)
    if sum(bool(_MAYBE.search(word.text)) for word in words) < _FEWEST:
        return None
    run = _run(words, band)
    if run is None or run.start > _MOST_WORDS:
        return None
    following = at + 1
    lead, tail = words[: run.start], words[run.end :]
    run_words = words
    if not tail and (more := _continued(lines, following, run, band)):
        run_words, run, tail, following = more
    if not _LABELS.fullmatch(_text(_without_named(lead))) or len(tail) > _MOST_WORDS:
        return None
    front, _ = _named_columns(lead)
    back, spare = _named_columns(tail)
    if any(column.kind not in ("target", "floor", "text") for column, _ in front):
        return None
    label = _text(_without_named(lead))
    columns = [Column("label", label)]
    edges: list[tuple[int, tuple[float, float]]] = []
    slots: list[int] = []
    for column, extent in front:
        _add(columns, slots, edges, column, extent)
    before = len(slots)
    for (first, last), period in zip(run.heads, run.periods, strict=True):
        part = run_words[first:last]
        heading = Column("period", _text(part), period)
        _add(columns, slots, edges, heading, (part[0].x0, part[-1].x1))
    position = 0
    for column, extent in back:
        if column.kind == "comparator":
            position += 1
            column = Column("comparator", column.heading, None, column.comparator, position)
        _add(columns, slots, edges, column, extent)
    rag = any(column.kind == "rag" for column, _ in back)
    return Header(
        tuple(columns),
        tuple(slots),
        before,
        len(run.periods),
        rag,
        spare,
        following,
        tuple(edges),
    )


def with_unnamed(header: Header, count: int) -> Header:
    """The header with so many unnamed comparator columns more behind it."""
    columns, slots = list(header.columns), list(header.slots)
    position = max((column.position for column in columns), default=0)
    for number in range(1, count + 1):
        slots.append(len(columns))
        columns.append(Column("comparator", "", position=position + number))
    return Header(
        tuple(columns),
        tuple(slots),
        header.before,
        header.periods,
        header.rag,
        0,
        header.next,
        header.edges,
    )


def _add(
    columns: list[Column],
    slots: list[int],
    edges: list[tuple[int, tuple[float, float]]],
    column: Column,
    extent: tuple[float, float],
) -> None:
    if column.kind in ("period", "target", "floor", "comparator", "unknown"):
        slots.append(len(columns))
    edges.append((len(columns), extent))
    columns.append(column)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).strip()


def _run(words: Sequence[Word], band: str) -> _Run | None:
    """The one run of periods on a line, all of one length and in the order of time."""
    texts = [word.text for word in words]
    for start in range(min(len(texts), _MOST_WORDS)):
        heads = _heads(texts, start, dated=True)
        if len(heads) >= _FEWEST:
            periods = [period_of(" ".join(texts[a:b])) for a, b in heads]
            return (
                _Run(start, heads[-1][1], tuple(heads), tuple(periods))
                if _run_on([period for period in periods if period])
                else None
            )
        heads = _heads(texts, start, dated=False)
        if len(heads) >= _FEWEST:
            given = complete([" ".join(texts[a:b]) for a, b in heads], band)
            kept = given if all(given) else [None] * len(heads)
            return _Run(start, heads[-1][1], tuple(heads), tuple(kept))
    return None


def _heads(texts: Sequence[str], start: int, *, dated: bool) -> list[tuple[int, int]]:
    """Words from ``start`` on, cut into headings of periods with or without a year."""
    heads: list[tuple[int, int]] = []
    at = start
    while at < len(texts):
        if heads and _SEPARATOR.fullmatch(texts[at]):
            at += 1
            continue
        for size in range(min(_LONGEST, len(texts) - at), 0, -1):
            part = " ".join(texts[at : at + size])
            if period_of(part) is not None if dated else bare(part):
                heads.append((at, at + size))
                at += size
                break
        else:
            break
    return heads


def _run_on(periods: Sequence[Period]) -> bool:
    same = len({(period.length, period.kind) for period in periods}) == 1
    pairs = list(pairwise(periods))
    return same and (all(a < b for a, b in pairs) or all(a > b for a, b in pairs))


def _continued(
    lines: Sequence[Line], following: int, run: _Run, band: str
) -> tuple[list[Word], _Run, list[Word], int] | None:
    """The run with the periods of the next line, where it goes on there."""
    if following >= len(lines) or not all(run.periods):
        return None
    above, below = list(lines[following - 1].words), list(lines[following].words)
    texts = [word.text for word in below]
    heads = _heads(texts, 0, dated=True)
    joined = [*run.periods, *(period_of(" ".join(texts[a:b])) for a, b in heads)]
    if not heads or not _run_on([period for period in joined if period]):
        return None
    shift = len(above)
    moved = tuple((a + shift, b + shift) for a, b in heads)
    end = moved[-1][1]
    longer = _Run(run.start, end, (*run.heads, *moved), tuple(joined))
    return [*above, *below], longer, below[heads[-1][1] :], following + 1


def _without_named(words: Sequence[Word]) -> list[Word]:
    named = {id(word) for column, part in _cut(words) if column for word in part}
    return [word for word in words if id(word) not in named]


def _named_columns(
    words: Sequence[Word],
) -> tuple[list[tuple[Column, tuple[float, float]]], int]:
    """The columns that words name, with their extents; and how many words name none."""
    found, spare = [], 0
    for column, part in _cut(words):
        if column is None:
            spare += sum(not _SEPARATOR.fullmatch(word.text) for word in part)
        else:
            found.append((column, (part[0].x0, part[-1].x1)))
    return found, spare


def _cut(words: Sequence[Word]) -> list[tuple[Column | None, Sequence[Word]]]:
    """Words cut into known headings (the longest that fits) and single words."""
    parts: list[tuple[Column | None, Sequence[Word]]] = []
    at = 0
    while at < len(words):
        for size in range(min(5, len(words) - at), 0, -1):
            part = words[at : at + size]
            text = _text(part)
            match = next((n for n in _NAMED if n[0].fullmatch(text)), None)
            if match:
                parts.append((Column(match[1], text, comparator=match[2]), part))
                at += size
                break
        else:
            parts.append((None, words[at : at + 1]))
            at += 1
    return parts
