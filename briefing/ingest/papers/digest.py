"""A summary of a meeting that a third party published: its title line, sections and footnotes.

It is told by three marks together: a line that names the panel, the day and the time; a heading
``Summary``; and words that no council uses of itself (its own website seen from without, or a
subscription to the publisher's service).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from briefing.ingest.page import Line, Source
from briefing.ingest.words.dates import DAY, clock, first_day

_SUMMARY = re.compile(r"(?:.*\S)?summary", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"view (?:on|at) (?:the )?council(?:[’']s)? website|\bsubscribe\b|sign up (?:for|to) (?:our )?"
    r"(?:updates|summaries|alerts)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:attendees|topics|meeting documents|additional documents|agenda|reports pack"
    r"|related meetings|about this (?:summary|service))\b.{0,40}",
    re.IGNORECASE,
)
_MARK = re.compile(r"\[\^(\w+)\](?!:)")
_NOTE = re.compile(r"\[\^(\w+)\]:\s*(.*?)(?=\s*\[\^\w+\]:|$)")
_TABLE = re.compile(r"\|(?:[^|\n]*\|){5,}")
_BULLET = ("-", "•", "*", "–", "|")
_COUNCIL = re.compile(
    r"\b((?:[A-Z][\w’'-]+ (?:and |upon |of |on )?){1,4}(?:City|County|Borough|District|Metropolitan"
    r" Borough) Council|(?:London|Royal) Borough of [A-Z]\w+(?: (?:and )?[A-Z]\w+)*)"
)
_ANY_COUNCIL = re.compile(r"\b((?:[A-Z][\w’'-]+ ){1,3}Council)\b")
_HOST = re.compile(r"(?:https?://(?:www\.)?|@)([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or bullet without tables, footnotes and their marks."""

    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading with its place, and its paragraphs."""

    heading: str
    line: Line
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A published summary; ``notes`` are its footnotes: mark, text and line."""

    panel_title: str
    day: date
    start_time: str
    council: str
    publisher: str
    line: Line
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, str, Line], ...]


def digest_of(source: Source) -> Digest | None:
    """The summary that a document is; None for any other document."""
    lines = [line for line in source.lines if not line.blank]
    titled = next((i for i, line in enumerate(lines[:40]) if _panel_of(line.text)), None)
    if titled is None or not any(_OUTSIDE.search(line.text) for line in lines):
        return None
    begin = next(
        (i for i in range(titled + 1, min(titled + 8, len(lines))) if _is_summary(lines[i])), None
    )
    day = first_day(lines[titled].text)
    if begin is None or day is None:
        return None
    sections, notes = _sections(lines[begin + 1 :])
    if not sections:
        return None
    return Digest(
        panel_title=_panel_of(lines[titled].text),
        day=day,
        start_time=clock(lines[titled].text),
        council=_council(lines),
        publisher=_publisher(lines),
        line=lines[titled],
        sections=tuple(sections),
        notes=tuple(notes),
    )


def _panel_of(text: str) -> str:
    """The panel's name on a line ``Panel - Thursday, 11th September, 2025 5.30 pm``, else blank."""
    day = DAY.search(text)
    if not day or len(text) > 160 or not clock(text[day.end() :]):
        return ""
    name = re.fullmatch(r"(.{5,100}?)\s*[-–—,:]\s*", text[: day.start()])
    return name[1] if name else ""


def _is_summary(line: Line) -> bool:
    return bool(_SUMMARY.fullmatch(line.text)) and len(line.text) < 80


def _sections(lines: list[Line]) -> tuple[list[Section], list[tuple[str, str, Line]]]:
    notes: list[tuple[str, str, Line]] = []
    found: list[Section] = []
    open_: tuple[Line, list[Paragraph]] | None = None
    for at, line in enumerate(lines):
        if _TAIL.fullmatch(line.text):
            break
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        if _is_heading(line, below):
            if open_:
                found.append(_section(*open_))
            open_ = (line, [])
            continue
        notes += [(note[1], note[2].strip(), line) for note in _NOTE.finditer(line.text)]
        text = _MARK.sub("", _NOTE.sub("", _TABLE.sub(" ", line.text)))
        text = re.sub(r"\s+([.,;:])", r"\1", " ".join(text.split()))
        if text and open_:
            open_[1].append(Paragraph(text, line))
    if open_:
        found.append(_section(*open_))
    return [section for section in found if section.paragraphs], notes


def _section(line: Line, paragraphs: list[Paragraph]) -> Section:
    return Section(line.text, line, tuple(paragraphs))


def _is_heading(line: Line, below: str) -> bool:
    """Whether a line heads a section: a short line without a stop above a paragraph."""
    text = line.text
    if line.heading:
        return True
    if (
        text.startswith(_BULLET)
        or text[-1] in ".,;:?!)]"
        or len(text) > 90
        or not text[0].isupper()
    ):
        return False
    return len(below) > 60 and below[-1] in ".:" and not below.startswith(_BULLET)


def _council(lines: list[Line]) -> str:
    whole = "\n".join(line.text for line in lines)
    found = _COUNCIL.search(whole) or _ANY_COUNCIL.search(whole)
    return found[1] if found else ""


def _publisher(lines: list[Line]) -> str:
    """The publisher's host, where the page's own words name one that is no council's."""
    for line in lines:
        for host in _HOST.findall(line.text):
            if not host.endswith((".gov.uk", ".gov.wales", ".gov.scot")):
                return str(host).lower()
    return ""
