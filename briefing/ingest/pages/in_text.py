"""Printed pages in plain text without pages: marks at ends of pages, and where pages begin.

A mark ("Page 26") stands at the end of its page. A page begins behind a mark, or at a line that
one space sets in and no blank line sets off. Between two marks the pages are known only where as
many pages begin as the marks are apart. Two witnesses of another kind may stand in for a mark,
each only where the same count bears it out: the first page of a report as the agenda gives it, and
a report's own page numbers beside the pack's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefing.ingest.agenda.covers import covers
from briefing.ingest.agenda.lines import find_agenda
from briefing.ingest.page import Line, Page, Source
from briefing.ingest.words.letters import letters

_MARK = re.compile(r"(?:^|.*\s)P\s*/?\s*age\s+(?P<value>\d{1,4})\s*", re.DOTALL)
_ALONE = re.compile(r"P\s*/?\s*age\s+(?P<value>\d{1,4})\s*")
_OWN = re.compile(r"(?:[-–]\s*)?(?P<value>\d{1,3})(?:\s*[-–])?")
_PERIOD = re.compile(r"(?:[A-Za-z]{3,9}[-\s]?)?(?:\d{2}|20\d\d)(?:[-/]\d{2})?")
_FIGURE = re.compile(r"[£(+−–-]?\d[\d,.]*%?\)?|[-–]")

#: A row of a table has so many figures; a word on its side is in pieces of so few letters.
_ROW = 5
_PIECE = 3


def numbered_lines(lines: Sequence[Line]) -> list[str]:
    """The printed page of each line; blank where it is not certain."""
    marks = _marks(lines)
    if not marks:
        return [""] * len(lines)
    starts = _starts(lines, marks)
    known = _anchors(lines, starts, marks)
    printed = [""] * len(lines)
    for place, value in _filled(known, lines, starts).items():
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        for at in range(starts[place], end):
            printed[at] = str(value)
    return printed


def page_starts(lines: Sequence[Line]) -> frozenset[int]:
    """The lines at which a page of a plain text begins; none where the text marks no pages."""
    marks = _marks(lines)
    return frozenset(_starts(lines, marks)) if marks else frozenset()


def _marks(lines: Sequence[Line]) -> dict[int, int]:
    """The lines at which a mark ends, with its number; marks must rise."""
    found: dict[int, int] = {}
    for at, line in enumerate(lines):
        value = None
        if match := _ALONE.fullmatch(line.text):
            value = int(match["value"])
        elif line.text == "P" and at + 1 < len(lines):
            behind = re.fullmatch(r"age\s+(\d{1,4})", lines[at + 1].text)
            if behind:
                found[at + 1] = int(behind[1])
            continue
        elif (match := _MARK.fullmatch(line.text)) and "(" not in line.text[-14:]:
            following = lines[at + 1] if at + 1 < len(lines) else None
            if following is None or following.blank or following.x0 == 1:
                value = int(match["value"])
        if value is not None:
            found[at] = value
    pairs = list(found.items())
    rising = all(b[1] > a[1] for a, b in pairwise(pairs))
    return found if rising else {}


def _starts(lines: Sequence[Line], marks: Mapping[int, int]) -> list[int]:
    """The lines at which a page begins."""
    found = {0}
    for at in marks:
        behind = next((i for i in range(at + 1, len(lines)) if not lines[i].blank), None)
        if behind is not None:
            found.add(behind)
    for at in range(1, len(lines)):
        line, before = lines[at], lines[at - 1]
        if line.blank or before.blank or line.x0 != 1:
            continue
        piece = sum(len(word.text) for word in line.words) <= _PIECE
        if not piece and not (_figures(line) >= _ROW and _periods(before) >= _ROW):
            found.add(at)
    return sorted(found)


def _figures(line: Line) -> int:
    return sum(bool(_FIGURE.fullmatch(word.text)) for word in line.words)


def _periods(line: Line) -> int:
    return sum(bool(_PERIOD.fullmatch(word.text)) for word in line.words)


def _anchors(
    lines: Sequence[Line], starts: Sequence[int], marks: Mapping[int, int]
) -> dict[int, int]:
    """Pages that are known, as places among the starts: by a mark, or by witnesses that agree."""
    hard = {_place(starts, at): value for at, value in marks.items()}
    soft = _of_reports(lines, starts)
    for at, value in _own_numbers(lines, starts, marks, hard).items():
        soft.setdefault(at, value)
    known = dict(hard)
    while True:
        ordered = sorted({**soft, **known}.items())
        more = {
            place: value
            for (a, first), (b, second) in pairwise(ordered)
            if b - a == second - first
            for place, value in ((a, first), (b, second))
            if place not in known
        }
        if not more:
            return known
        known |= more


def _place(starts: Sequence[int], at: int) -> int:
    """Which page a line is of, counted by the starts."""
    return sum(start <= at for start in starts) - 1


def _of_reports(lines: Sequence[Line], starts: Sequence[int]) -> dict[int, int]:
    """The pages on which the agenda says that reports begin, where one does."""
    agenda = find_agenda(Source("", "", "text", (Page(None, tuple(lines)),)))
    if agenda is None:
        return {}
    ranged = [item for item in agenda.items if item.printed_from is not None]
    found: dict[int, int] = {}
    begins = {cover.start: letters(cover.fields["subject"]) for cover in covers(lines)}
    for place, at in enumerate(starts):
        if at < agenda.items[-1].end:
            continue
        top = " ".join(line.text for line in lines[at : at + 5])
        for item in ranged:
            title = letters(item.title)
            subject = begins.get(at, "")
            minutes = title.startswith("minutes") and re.search(r"\bminutes of\b", top, re.I)
            same = subject and title and (title in subject or subject in title)
            page = item.printed_from
            if (same or minutes) and page is not None and page not in found.values():
                found[place] = page
    return found


def _own_numbers(
    lines: Sequence[Line],
    starts: Sequence[int],
    marks: Mapping[int, int],
    hard: Mapping[int, int],
) -> dict[int, int]:
    """Pages by a report's own numbers, where one stands on a page with a mark."""
    reports = sorted({cover.start for cover in covers(lines)})
    own: dict[int, int] = {}
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        shown = [line for line in lines[start:end] if not line.blank]
        values = [int(m["value"]) for line in shown if (m := _OWN.fullmatch(line.text))]
        last = shown[-1].words[-1].text if shown else ""
        if last.isdecimal() and len(last) <= 3 and len(shown[-1].words) > 1 and not values:
            values = [int(last)]
        if len(values) == 1:
            own[place] = values[0]
    found: dict[int, int] = {}
    for place, value in hard.items():
        if place in own:
            first, behind = _report_of(starts, reports, place, len(lines))
            offset = value - own[place]
            for other, number in own.items():
                if first <= starts[other] < behind and other not in hard:
                    found[other] = number + offset
    return found


def _report_of(
    starts: Sequence[int], reports: Sequence[int], place: int, end: int
) -> tuple[int, int]:
    """The lines of the report that a page is of."""
    first = max((at for at in reports if at <= starts[place]), default=0)
    behind = min((at for at in reports if at > starts[place]), default=end)
    return first, behind


def _filled(
    known: Mapping[int, int], lines: Sequence[Line], starts: Sequence[int]
) -> dict[int, int]:
    """Known pages, those between two that are as far apart as their numbers, and neighbours."""
    ordered = sorted(known.items())
    filled: dict[int, int] = {}
    for (a, first), (b, second) in pairwise(ordered):
        if b - a == second - first:
            filled |= {place: first + place - a for place in range(a, b)}
            filled[b] = second
    longest = max((_length(lines, starts, place) for place in filled), default=0)
    for place, value in ordered:
        if place not in filled and _length(lines, starts, place) <= longest:
            filled[place] = value
    return filled


def _length(lines: Sequence[Line], starts: Sequence[int], place: int) -> int:
    end = starts[place + 1] if place + 1 < len(starts) else len(lines)
    return sum(not line.blank for line in lines[starts[place] : end])
