"""Where minutes begin and end in a document, and what their heading says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from briefing.ingest.minutes.paragraphs import Row, in_capitals, joined_rows
from briefing.ingest.words.dates import DAY, clock, first_day
from briefing.ingest.words.people import without_contacts

_HEADING = re.compile(
    r"(?:(?:draft|unconfirmed|confirmed|public|printed)\s+)*minutes"
    r"(?:\s*$|\s*[-–]\s*.*|\s+of\s+(?:the|a|an)\b.*|\s+of\s+[A-Z].*|\s+(?:\w+day,?\s+)?\d.*)",
    re.I,
)
#: A heading that ends with the word, or has the body behind a colon.
_TITLED = re.compile(
    r"(?P<before>.{5,90}?)\s+[-–—]\s+(?:draft\s+)?minutes|minutes\s*:\s+(?P<behind>.{5,90})", re.I
)
_NOT_HEADING = re.compile(
    r"\(pages?\s|\bprevious\b|\blast meeting\b|\bmeetings held\b|\bapproved?\b|\bcorrect record\b",
    re.I,
)
_PRESENT = re.compile(
    r"(?:(?:members|councillors|committee members|panel members)\s+)?(?:present|attendance)\b"
    r"(?!\s+(?:the|a|an|and|to|was|were|is|in)\b)|in\s+attendance\s*:|(?:members|councillors)\s*:",
    re.I,
)
_CLOSE = re.compile(r"the\s+meeting\s+(?:was\s+)?(?:closed|ended|finished|concluded|rose)\b", re.I)
_NEXT = re.compile(
    r"DECISION[-\s]MAKER\s*:|REPORT (?:TO|OF|AUTHOR)\s*:|SUBJECT\s*:|Report (?:to|author)\s*:"
    r"|Agenda Item\s+\d+\w?\s*$|AGENDA\s*$|Public Document Pack\s*$|(?:Appendix|APPENDIX)\s+\w+\s*$"
    r"|This page is intentionally left blank",
)
_COUNCIL = re.compile(r"[A-Z][\w'’&.\- ]*\b(?:council|corporation|authority)", re.I)
_BODY = re.compile(
    r"\b(?:panel|committee|sub-?committee|board|commission|cabinet|forum|council|executive)\b", re.I
)
_OF = re.compile(
    r"minutes\s+of\s+(?:(?:the|a|an)\s+)?(?:(?:\w+\s+)?meeting\s+of\s+)?(?:the\s+)?(?P<body>.+?)"
    r"(?:,?\s+(?:which was\s+)?held\b|\s+meeting\b|\s*[-–,]\s+(?=\w*day\b|\d)|\s*$)",
    re.I,
)
_VENUE = re.compile(
    r"\bheld\s+(?:on\s+.*?\s+)?(?:in|at)\s+(?P<place>(?!\d)(?:the\s+)?.+?)"
    r"(?:,?\s+(?:on|at)\s+(?=\w*day\b|\d)|,?\s+(?:commencing|starting)\b|\.?$)",
    re.I,
)
_VENUE_BEHIND = re.compile(
    r"9999,?\s+(?:(?:at|commencing\s+at)\s+\d[\d.:]*\s*(?:[ap]\.?m\.?)?,?\s+)?(?:in|at)\s+(?!\d)"
    r"(?P<place>(?:the\s+)?[A-Z].+?)\.?$",
    re.I,
)
_LABELLED = re.compile(
    r"(?P<label>venue|place|location|date|time|date and time)\s*:\s*(?P<rest>.*)", re.I
)
_REACH = 60
_ABOVE = 6
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of minutes; ``at`` is its row, ``body`` and ``end`` bound its text."""

    at: int
    body: int
    end: int
    council: str
    panel_title: str
    day: date | None
    start_time: str
    venue: str


def headings(rows: list[Row]) -> list[Heading]:
    """The minutes of a document: each has a heading and, soon behind it, who was present.

    Of two headings with nothing between them the second alone is that of the minutes.
    """
    starts = [at for at in range(len(rows)) if _is_heading(rows, at)]
    bounds = [*starts[1:], len(rows)][: len(starts)]
    whole = [(at, end, _present(rows, at, end)) for at, end in zip(starts, bounds, strict=True)]
    return [_heading(rows, at, end, body) for at, end, body in whole if body is not None]


def _present(rows: list[Row], at: int, bound: int) -> int | None:
    """The row that begins the list of who was present."""
    return next((i for i in range(at + 1, bound) if _PRESENT.match(rows[i].text)), None)


def _is_heading(rows: list[Row], at: int) -> bool:
    text = rows[at].text
    if "minutes" not in text.lower():
        return False
    titled = _TITLED.fullmatch(text)
    if titled and not _BODY.search(titled["before"] or titled["behind"]):
        return False
    if not (titled or _HEADING.fullmatch(text)) or _NOT_HEADING.search(text):
        return False
    for row in rows[at + 1 : at + _REACH]:
        if _PRESENT.match(row.text):
            return True
        if _NEXT.match(row.text) or (_HEADING.fullmatch(row.text) and row.strong):
            return False
    return False


def _heading(rows: list[Row], at: int, bound: int, present: int) -> Heading:
    last = at
    while last + 1 < min(present, at + _LONGEST) and _goes_on(rows, last):
        last += 1
    text = joined_rows(rows[at : last + 1])
    above = _above(rows, at)
    near = [row.text for row in rows[last + 1 : present]]
    labelled = _labelled(near)
    council, panel = _whose(text, above, near)
    day = first_day(text) or first_day(labelled.get("date", "")) or _day_of(near + above)
    times = [text, labelled.get("time", ""), labelled.get("date", ""), *near]
    dayless = DAY.sub("9999", text)
    venue = _VENUE.search(dayless) or _VENUE_BEHIND.search(dayless)
    return Heading(
        at=at,
        body=present,
        end=_end(rows, present, bound),
        council=council,
        panel_title=panel,
        day=day,
        start_time=next((found for found in map(clock, times) if found), ""),
        venue=labelled.get("venue", "") or (_place(venue["place"]) if venue else ""),
    )


def _goes_on(rows: list[Row], last: int) -> bool:
    """Whether the heading's sentence goes on in the row below."""
    below = rows[last + 1]
    if below.gap or _LABELLED.fullmatch(below.text):
        return False
    return rows[last].line.heading == below.line.heading and not below.text.endswith(":")


def _above(rows: list[Row], at: int) -> list[str]:
    """The heading lines above, the nearest last; a sentence or another document ends them."""
    found: list[str] = []
    for row in reversed(rows[max(0, at - _ABOVE) : at]):
        if _NEXT.match(row.text) or len(row.text) > 90 or row.text.endswith((".", ":")):
            break
        found.insert(0, row.text)
    return found


def _whose(text: str, above: list[str], near: list[str]) -> tuple[str, str]:
    """The council and the body as printed; blank for what the heading does not say."""
    council = next(
        (line for line in [*above, *near] if _COUNCIL.fullmatch(line) and len(line) < 70), ""
    )
    named, titled = _OF.search(text), _TITLED.match(text)
    body = named["body"].strip(" ,.") if named else ""
    if titled:
        body = titled["before"] or titled["behind"]
    if body and (split := re.fullmatch(r"(.*\b\w+)\s+of\s+(?:the\s+)?(.*council)", body, re.I)):
        body, council = split[1], council or split[2]
    if day := DAY.search(body):
        body = body[: day.start()].strip(" ,-–")
    if not _BODY.search(body) or body.lower().startswith("meeting"):
        body = ""
    own = [*reversed(above), *near]
    own = [line for line in own if line != council and len(line) < 100 and ":" not in line]
    titles = (line for line in own if _BODY.search(line) and _is_title(line))
    return council, body or next((line for line in titles if not first_day(line)), "")


def _is_title(line: str) -> bool:
    return (
        in_capitals(line)
        or line.istitle()
        or bool(re.fullmatch(r"(?:[A-Z]\S*|\W|of|and|the|for|\s)+", line))
    )


def _labelled(near: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in near:
        if match := _LABELLED.fullmatch(line):
            label = match["label"].lower()
            key = "venue" if label in {"venue", "place", "location"} else label.split()[0]
            found.setdefault(key, without_contacts(match["rest"]))
    return found


def _day_of(lines: list[str]) -> date | None:
    return next((day for day in map(first_day, lines) if day), None)


def _place(printed: str) -> str:
    place = re.sub(r"\s*9999.*|,?\s+(?:on|at)$", "", printed).strip(" ,.")
    return re.sub(r"^the\s+", "", place)


def _end(rows: list[Row], start: int, bound: int) -> int:
    """The row behind the last one of the minutes."""
    for at in range(start, bound):
        if _NEXT.match(rows[at].text) or _CLOSE.search(rows[at].text):
            return at
    return bound
