"""The lines of a printed report: without page numbers, footnotes and the marks of footnotes.

Only what stands on the lines counts, so that a report's PDF and the text taken from it give the
same lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefing.ingest.page import Line, Source

#: The head of the table that opens a chapter with its judgement.
KEY = re.compile(r"key judgements?\s+judgement\s+grade", re.IGNORECASE)
#: A numbered paragraph.
NUMBERED = re.compile(r"(\d{1,3})\.\s+(\S.*)")
_FOOTNOTE = re.compile(r"(\d{1,2})\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Print:
    """A line of the report proper; ``fresh`` where it begins a block, ``top`` where a page."""

    text: str
    line: Line
    fresh: bool
    top: bool


def report_lines(source: Source) -> list[Print]:
    """The lines of the report without footnotes, their marks, page numbers and blanks."""
    if source.positioned:
        return _without_footnotes(_pdf_lines(source))
    return _chapters_first(_without_footnotes(_text_lines(source)))


def _chapters_first(prints: list[Print]) -> list[Print]:
    """Text with each chapter's judgement where it is printed: at the head of its page.

    Text taken from a PDF may give it behind the first paragraph of that page.
    """
    ordered: list[Print] = []
    page = 0
    for at in prints:
        if at.top:
            page = len(ordered)
        ordered.append(at)
        if at.text.lower() != "summary" or not NUMBERED.match(ordered[page].text):
            continue
        moved = next((i for i in range(page, len(ordered)) if KEY.fullmatch(ordered[i].text)), 0)
        if moved:
            ordered = [*ordered[:page], *ordered[moved:], *ordered[page:moved]]
            page = len(ordered)
    return ordered


def _pdf_lines(source: Source) -> list[Print]:
    letters: Counter[float] = Counter()
    for line in source.lines:
        letters[round(line.size)] += len(line.text)
    body = letters.most_common(1)[0][0] if letters else 0
    found: list[Print] = []
    for page in source.pages:
        before: Line | None = None
        for line in page.lines:
            words = tuple(
                w for w in line.words if not (_is_small(w.size, line.size) and w.text.isdigit())
            )
            kept = replace(line, words=tuple(w for w in words if w.doubt != "raised"))
            edge = (
                page.height and not 0.08 * page.height < line.words[0].middle < 0.92 * page.height
            )
            if kept.blank or line.size < body - 1 or (edge and kept.text.isdigit()):
                continue
            gap = kept.top - before.bottom if before else 0.0
            fresh = before is None or gap > 0.5 * kept.size or gap < -2 * kept.size
            found.append(Print(kept.text, kept, fresh, before is None))
            before = kept
    return found


def _is_small(size: float, beside: float) -> bool:
    return 0 < size < 0.8 * beside


def _text_lines(source: Source) -> list[Print]:
    found: list[Print] = []
    for page in source.pages:
        blank, top = True, True
        for line in page.lines:
            if line.blank:
                blank = True
                continue
            indented = line.x0 == 1
            if not (blank and re.fullmatch(r"\d{1,3}", line.text)):
                found.append(Print(line.text, line, blank or indented, top or indented))
            blank, top = False, False
    return found


def _without_footnotes(prints: list[Print]) -> list[Print]:
    """Without notes at a page's foot, and without their marks behind words."""
    kept: list[Print] = []
    notes: set[str] = set()
    inside = False
    for at in prints:
        number = _FOOTNOTE.match(at.text)
        if number and int(number[1]) == len(notes) + 1 and _marked(number[1], kept):
            notes.add(number[1])
            inside = True
        elif at.top or NUMBERED.match(at.text):
            inside = False
        if not inside:
            kept.append(at)
    if not notes:
        return kept
    any_note = "|".join(sorted(notes, key=len, reverse=True))
    mark = re.compile(rf"(?:(?<=[a-z])|(?<=[a-z][.,;:)’”]))(?:{any_note})(?=[\s,.;:)]|$)")
    return [replace(at, text=mark.sub("", at.text).strip()) for at in kept]


def _marked(number: str, before: list[Print]) -> bool:
    glued = re.compile(rf"[a-z][.,;:)’”]?{number}(?=[\s,.;:)]|$)")
    return any(glued.search(at.text) for at in before)
