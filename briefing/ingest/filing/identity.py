"""What a document is: its kind, its panel and its meeting, as told from its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from statistics import median
from typing import Literal, TypeVar

from briefing.ingest.page import Source
from briefing.ingest.parts import (
    AgendaItem,
    FrontSheet,
    Inspection,
    Minutes,
    Part,
    ReportCover,
    Slides,
    Summary,
    Tracker,
)
from briefing.ingest.words.running import run_on
from briefing.ingest.words.slugs import slug
from briefing.ingest.words.titles import readable
from briefing.model.period import british

Kind = Literal["pack", "agenda", "minutes", "report", "tracker", "summary", "slides", "inspection"]
_P = TypeVar("_P", bound=Part)

#: Words of a council's name that say what kind it is, and not which.
_COUNCIL = re.compile(
    r"\b(?:the|council|city|county|borough|district|metropolitan|royal|london|unitary|town|of)\b",
    re.I,
)
#: Words of a body's name that a short name does without.
_BODY = re.compile(
    r"\b(?:overview|and\s+scrutiny|scrutiny|(?:select\s+)?committee|panel|sub-)\b", re.I
)
_VAGUE = ("", "management", "joint", "main", "standing", "board", "performance")

#: Titles that a program gave a file.
_NO_TITLE = re.compile(
    r"microsoft|powerpoint|\.(?:docx?|pptx?|xlsx?|pdf|indd)\b|template|untitled|presentation\b|document\d",
    re.IGNORECASE,
)

#: A title's print is so many times larger than the text, and has so many words at most.
_LARGE, _TITLE_WORDS = 1.5, 30

_NAMES = {
    "pack": "Reports pack",
    "agenda": "Agenda",
    "minutes": "Minutes",
    "report": "Report",
    "tracker": "Recommendations tracker",
    "summary": "Published summary",
    "slides": "Slides",
    "inspection": "Inspection report",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is, as far as it says so itself.

    ``missing`` names what it does not say of ``panel`` and ``meeting date``. ``title`` is one
    that a councillor knows it by; ``published`` the day on which it came out.
    """

    kind: Kind
    council: str
    panel_title: str
    meeting_day: date | None
    title: str
    published: date | None
    missing: tuple[str, ...] = ()


def identify(source: Source, parts: Iterable[Part]) -> Identity:
    """What a document is, from its parts.

    The body and the day of minutes bound into a pack are an earlier meeting's and name no pack.
    The title in the file stands in for a report's subject where no cover prints one, and the large
    print at the head of the first page for that.
    """
    found = list(parts)
    kind = _kind(found)
    council, panel, day = _whose(kind, found)
    published = _published(found)
    missing = []
    if not panel and kind != "inspection":
        missing.append("panel")
    if day is None and kind != "inspection":
        missing.append("meeting date")
    return Identity(
        kind=kind,
        council=readable(council),
        panel_title=readable(panel),
        meeting_day=day,
        title=_title(kind, found, day, published, source),
        published=published,
        missing=tuple(missing),
    )


def panel_slug(council: str, panel_title: str) -> str:
    """The slug of a panel: the council's short name and the body's.

    Examples
    --------
    >>> panel_slug("Westmoor City Council", "Children and Families Scrutiny Panel")
    'westmoor-children-and-families'
    >>> panel_slug("Westmoor County Council", "County Council")
    'westmoor-county-council'
    >>> panel_slug("", "Cabinet")
    'cabinet'
    """
    place = " ".join(_COUNCIL.sub(" ", council).split())
    body = panel_title
    if place:
        full = re.escape(" ".join(council.split()))
        cut = re.sub(rf"^(?:{full}|{re.escape(place)})\b\W*", "", body, flags=re.IGNORECASE)
        body = cut or body
    short = " ".join(_BODY.sub(" ", body).split()).strip(" -–,&")
    short = re.sub(r"^(?:and|the)\s+|\s+and$", "", short, flags=re.IGNORECASE)
    if short.lower() in _VAGUE:
        short = body
    name = " ".join(part for part in (place, short) if part)
    return _plain(name) or slug(panel_title)


def _plain(text: str) -> str:
    """A slug that keeps small words, as panels' names are spoken with them."""
    text = re.sub(r"['’]", "", text.lower().replace("&", " and "))
    return "-".join(re.findall(r"[a-z0-9]+", text))


def _of(parts: Sequence[Part], kind: type[_P]) -> list[_P]:
    return [part for part in parts if isinstance(part, kind)]


def _kind(parts: Sequence[Part]) -> Kind:
    sheets, items = _of(parts, FrontSheet), _of(parts, AgendaItem)
    covers, minutes = _of(parts, ReportCover), _of(parts, Minutes)
    if sheets or len(items) >= 2:
        return "pack" if covers or _minutes_apart(sheets, minutes) else "agenda"
    if len(covers) >= 2:
        return "pack"
    if covers:
        return "report"
    if _of(parts, Inspection):
        return "inspection"
    if _of(parts, Summary):
        return "summary"
    if minutes:
        return "minutes"
    if _of(parts, Slides):
        return "slides"
    if _of(parts, Tracker):
        return "tracker"
    return "report"


def _minutes_apart(sheets: Sequence[FrontSheet], minutes: Sequence[Minutes]) -> bool:
    """Whether minutes of another meeting are bound behind an agenda."""
    days = {sheet.day for sheet in sheets}
    return any(one.day is not None and one.day not in days for one in minutes)


def _whose(kind: Kind, parts: Sequence[Part]) -> tuple[str, str, date | None]:
    """The council, the body and the day of the meeting that a document is for."""
    sheets, covers = _of(parts, FrontSheet), _of(parts, ReportCover)
    minutes = _of(parts, Minutes)
    council = panel = ""
    day: date | None = None
    if kind in ("pack", "agenda", "report"):
        council = _first(sheet.council for sheet in sheets)
        panel = _first(sheet.panel_title for sheet in sheets) or _agreed(
            cover.decision_maker for cover in covers
        )
        day = next((sheet.day for sheet in sheets if sheet.day), None) or _one_day(covers)
        same = [one for one in minutes if readable(one.panel_title) == readable(panel)]
        council = council or _first(one.council for one in same)
    elif kind == "minutes":
        last = max(minutes, key=lambda one: one.day or date.min)
        council, panel, day = last.council, last.panel_title, last.day
    elif kind == "summary":
        summary = _of(parts, Summary)[0]
        council, panel, day = summary.council, summary.panel_title, summary.day
    elif kind == "inspection":
        council = _of(parts, Inspection)[0].authority
    return council, panel, day


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _agreed(texts: Iterable[str]) -> str:
    """The one text that all have; blank where they differ."""
    found = {readable(text) for text in texts if text}
    return found.pop() if len(found) == 1 else ""


def _one_day(covers: Sequence[ReportCover]) -> date | None:
    found = {cover.day for cover in covers if cover.day}
    return found.pop() if len(found) == 1 else None


def _published(parts: Sequence[Part]) -> date | None:
    sheets = [sheet.published for sheet in _of(parts, FrontSheet)]
    return next(
        (day for day in [*sheets, *(i.published for i in _of(parts, Inspection))] if day), None
    )


def _title(
    kind: Kind, parts: Sequence[Part], day: date | None, published: date | None, source: Source
) -> str:
    subject = ""
    if kind == "report":
        subject = _first(cover.subject for cover in _of(parts, ReportCover))
        if not subject and not _NO_TITLE.search(source.title):
            subject = source.title.strip()
        subject = subject or _printed_title(source)
    elif kind == "slides":
        subject = _first(one.title for one in _of(parts, Slides))
    on = published if kind == "inspection" and published else day
    name = readable(subject) if subject else _NAMES[kind]
    if kind == "slides" and subject:
        name = f"{_NAMES[kind]}: {name}"
    return f"{name}, {british(on)}" if on else name


def _printed_title(source: Source) -> str:
    """The largest print of the first page, where it is the first and far larger than the text."""
    sizes = [line.size for line in source.lines if line.size]
    lines = next((p.lines for p in source.pages if any(not line.blank for line in p.lines)), ())
    shown = [line for line in lines if not line.blank]
    if not source.positioned or not sizes or not shown:
        return ""
    largest = max(line.size for line in shown)
    large = list(takewhile(lambda line: line.size >= largest - 0.5, shown))
    title = run_on(line.text for line in large)
    far_larger = largest >= _LARGE * median(sizes)
    whole = 2 <= len(title.split()) <= _TITLE_WORDS and not title.lower().endswith("council")
    return title if far_larger and whole else ""
