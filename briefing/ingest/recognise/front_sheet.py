"""The front sheet: which panel meets, when and where, its role, its year's dates, its members."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.ingest.agenda.covers import covers
from briefing.ingest.agenda.dates import dates_of_year
from briefing.ingest.agenda.lines import Agenda, find_agenda
from briefing.ingest.agenda.moderngov import page_kind
from briefing.ingest.agenda.people import members
from briefing.ingest.page import Line, Source
from briefing.ingest.parts import FrontSheet, Where
from briefing.ingest.words.dates import clock, days, first_day
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import is_name
from briefing.ingest.words.running import run_on
from briefing.ingest.words.titles import readable

_BODY = re.compile(
    r"\b(?:panel|committee|cabinet|board|council|commission|executive|forum|partnership|assembly|"
    r"authority|group|sub-committee|tribunal)\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    r"(?:the\s+)?(?:(?:[A-Z][\w'’&.-]*|and|of|upon|on|in|the|with|le)\s+){1,6}"
    r"(?:City|County|Borough|District|Metropolitan|Unitary|Town|County\s+Borough)?\s*Council"
    r"|(?:Royal\s+|London\s+)+Borough\s+of\s+[A-Z][\w'’& -]+|City\s+of\s+[A-Z]\w+(?:\s+Council)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b((?:(?:[A-Z][\w'’-]+|and|upon|on|of)\s+){0,3}[A-Z][\w'’-]+\s+"
    r"(?:City|County|Borough|District|Metropolitan|Unitary)(?:\s+Borough)?\s+Council)\b"
)
_NO_TITLE = re.compile(
    r"[:@?]|\b(?:please|contact|members?|agenda|minutes|meeting|role|terms|dates?|constitution|"
    r"invited|summons|procedure|report|room|chamber|house|hall|street|road|offices?|attend|"
    r"telephone|officer|director|manager|public\s+information|venue|time)\b",
    re.IGNORECASE,
)
_NOT_THE_DAY = re.compile(
    r"\b(?:publi(?:shed|cation)|issued?|despatch(?:ed)?|dispatch(?:ed)?|dated|date of agenda|"
    r"deadline|by\s+(?:noon|no\s+later)|last\s+meeting|previous|held\s+on|register|no\s+later|"
    r"dates?\s+of\s+(?:future\s+)?meetings|next\s+meeting)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:agenda\s+)?publi(?:shed|cation\s+date|cation)|date\s+(?:of\s+)?(?:publi(?:cation|shed)|"
    r"issued?|agenda)|issued|despatch(?:ed)?(?:\s+date)?|dispatch(?:ed)?|agenda\s+date)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"(?:ask|contact|telephone|tel|phone|e-?mail|enquiries|direct)\b.*", re.I)
_VENUE = re.compile(r"(?:venue|place|location|at|where)\s*:\s*(?P<rest>.*)", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:the\s+)?(?:role|purpose|remit|function)s?\s+of\s+(?:this|the)\s+.{2,60}?:\s*(?P<rest>\S.*)?"
    r"|(?:about\s+(?:this|the)\s+\w+|terms\s+of\s+reference|remit)\s*:?-?\s*",
    re.IGNORECASE,
)
_HEADER = 60


def recognise(source: Source) -> Iterator[FrontSheet]:
    """The front sheet of a document that has an agenda."""
    agenda = None if page_kind(source) else find_agenda(source)
    if agenda is None:
        return
    lines = source.lines
    front = lines[: agenda.items[0].start]
    title, where = _panel(front, agenda)
    council = _council(lines, front, title)
    at = _day_line(front)
    day = first_day(_left(front, at)) if at is not None else None
    sure = day is not None
    if day is None:
        day = _day_of_covers(lines)
    municipal_year, meetings = dates_of_year(front)
    start = clock(_left(front, at)) if at is not None else ""
    yield FrontSheet(
        where=where,
        certainty=1.0 if title and sure else 0.8 if title and day else 0.6,
        council=council,
        panel_title=title,
        day=day,
        start_time=start or _labelled_time(front),
        venue=_venue(front, at),
        role=_role(front),
        municipal_year=municipal_year,
        meeting_dates=meetings,
        people=members(front),
        published=_published(lines, front, agenda, day),
    )


def _panel(front: Sequence[Line], agenda: Agenda) -> tuple[str, Where]:
    """The name of the body that meets, as printed, and its place."""
    for line in (*front[:_HEADER], *front[max(_HEADER, agenda.start) :]):
        text = line.text.strip(" *")
        apart = text.isupper() or line.bold or line.heading or len(line.words) <= 7
        capital = all(w[:1].isupper() or len(w) <= 3 for w in re.findall(r"[^\W\d_]+", text))
        if not (apart and capital and _BODY.search(text)) or _NO_TITLE.search(text):
            continue
        if _is_council(text) or len(line.words) > 12 or text.endswith((".", ",")):
            continue
        return text, Where.of(line, "Front sheet")
    first = next((line for line in front if not line.blank), front[0] if front else None)
    return "", Where.of(first, "Front sheet") if first else Where(section="Front sheet")


def _is_council(text: str) -> bool:
    return bool(_COUNCIL.fullmatch(text)) and text.upper() not in ("COUNTY COUNCIL", "CITY COUNCIL")


def _council(lines: Sequence[Line], front: Sequence[Line], title: str) -> str:
    """The council of a letterhead: a line above the body's name, or at the head of the sheet."""
    for at, line in enumerate(lines[:-1]):
        if _is_council(line.text):
            behind = next((one for one in lines[at + 1 : at + 4] if not one.blank), None)
            if at < min(len(front), 25) or (behind and title and behind.text == title):
                return readable(line.text)
    named: Counter[str] = Counter(f for line in front for f in _NAMED.findall(line.text))
    if len(named) == 1 and next(iter(named.values())) >= 3:
        (council,) = named
        return council
    return ""


def _day_line(front: Sequence[Line]) -> int | None:
    """The line of the front sheet that says on which day the panel meets."""
    best: int | None = None
    for at, line in enumerate(front):
        if not days(line.text) or _NOT_THE_DAY.search(line.text) or len(line.words) > 16:
            continue
        above = next((one.text for one in reversed(front[max(0, at - 2) : at]) if one.words), "")
        if _NOT_THE_DAY.search(above) and len(above.split()) < 8:
            continue
        if re.search(r"day\b", line.text, re.I) or re.match(
            r"(?:meeting\s+)?date\b|on\b", line.text, re.I
        ):
            return at
        best = at if best is None and len(line.words) <= 6 else best
    return best


def _day_of_covers(lines: Sequence[Line]) -> date | None:
    """The day that all reports are for, where there are reports and they agree."""
    found = {first_day(c.fields.get("day") or c.fields.get("maker", "")) for c in covers(lines)}
    found.discard(None)
    return next(iter(found)) if len(found) == 1 else None


def _left(front: Sequence[Line], at: int) -> str:
    """A line without the column of contacts at its right."""
    line = front[at]
    edges = [
        word.x0
        for one in front[max(0, at - 4) : at + 8]
        for word in one.words
        if word.x0 > one.x0 + 60 and _CONTACT.fullmatch(word.text) and one.page == line.page
    ]
    edge = min(edges, default=None)
    if edge is None or line.bottom <= line.top:
        return re.split(r"\b(?:ask\s+for|contact|telephone|tel)\s*:", line.text, flags=re.I)[
            0
        ].strip()
    return " ".join(word.text for word in line.words if word.x0 < edge - 2)


def _labelled_time(front: Sequence[Line]) -> str:
    """The time of day in a line of its own, or behind a label."""
    for line in front:
        match = re.match(r"(?:start\s+)?time\s*:?\s", line.text, re.IGNORECASE)
        alone = len(line.words) <= 4
        if (match or alone) and (found := clock(line.text)):
            return found
    return ""


def _venue(front: Sequence[Line], at: int | None) -> str:
    """Where the panel meets: behind a label, or below the day."""
    for place, line in enumerate(front):
        if match := _VENUE.fullmatch(line.text):
            text = match["rest"] or (front[place + 1].text if place + 1 < len(front) else "")
            return without_contacts(text).strip(" ,")
    if at is None:
        return ""
    found: list[str] = []
    same = re.split(r"\d\s*(?:[ap]\.?m\.?|hours)|noon", _left(front, at), maxsplit=1, flags=re.I)
    if len(same) > 1 and len(same[1].split()) > 1:
        found.append(re.sub(r"^[\s,.]*(?:in|at)?\s*(?:the\s+)?(?=[A-Z])", "", same[1].strip(" ,")))
    for place in range(at + 1, min(at + 6, len(front))):
        text = _left(front, place).strip()
        if not text:
            if found:
                break
            continue
        if len(found) >= 3 or not _is_place(text, front[place]):
            break
        found.append(text)
    return without_contacts(run_on(found)).strip(" ,")


def _is_place(text: str, line: Line) -> bool:
    if text.isupper() and len(text.split()) <= 4 and _BODY.search(text):
        return False
    if re.match(
        r"(?:members|membership|councillors?|agenda|contact|this|please|role|quorum|note|date)\b",
        text,
        re.I,
    ):
        return False
    if re.fullmatch(r"(?:un)?restricted items|agenda", text, re.I) or is_name(text):
        return False
    return (
        clock(text) != text and len(line.words) <= 14 and not text.endswith(":") and not days(text)
    )


def _role(front: Sequence[Line]) -> str:
    """What the sheet says that the panel is for: one paragraph."""
    for at, line in enumerate(front):
        match = _ROLE.fullmatch(line.text)
        if not match:
            continue
        found = [match["rest"]] if match["rest"] else []
        for below in front[at + 1 : at + 16]:
            if below.blank or (below.text.isupper() and len(below.words) <= 8):
                if found:
                    break
                continue
            found.append(below.text)
        if found:
            return without_contacts(run_on(found))
    return ""


#: What begins the papers behind an agenda: the minutes of an earlier meeting.
_OF_A_MEETING = re.compile(
    r"\b(date of (the )?meeting|meeting held|held (on|at)|minutes of)\b", re.IGNORECASE
)


def _published(
    lines: Sequence[Line], front: Sequence[Line], agenda: Agenda, day: date | None
) -> date | None:
    """The day that the agenda came out: behind a label, or beside the signature at its end."""
    for line in [*front, *lines[agenda.items[-1].start : agenda.end]]:
        if _PUBLISHED.search(line.text) and (found := first_day(line.text)):
            return found
    for line in lines[agenda.items[-1].end : agenda.end]:
        if _OF_A_MEETING.search(line.text):
            break
        found = first_day(line.text)
        if found and len(line.words) <= 14 and (day is None or found <= day):
            return found
    return None
