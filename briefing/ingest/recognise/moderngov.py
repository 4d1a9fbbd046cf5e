"""Saved pages of the committee system: a meeting, its attendance, a committee, an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from briefing.ingest.agenda.lines import LEFT_OUT
from briefing.ingest.agenda.moderngov import (
    as_lines,
    council_of,
    heading,
    labels,
    named_section,
    page_kind,
    parsed,
    plain,
    title_of,
)
from briefing.ingest.exempt import marks
from briefing.ingest.minutes.paragraphs import blocks_of, rows_of
from briefing.ingest.minutes.resolutions import minuted
from briefing.ingest.minutes.votes import votes_in
from briefing.ingest.minutes.withheld import why_left_out
from briefing.ingest.page import Source
from briefing.ingest.parts import (
    AgendaItem,
    FrontSheet,
    Minutes,
    MinutesItem,
    Part,
    Person,
    ReportCover,
    Where,
)
from briefing.ingest.words.authors import report_of
from briefing.ingest.words.dates import clock, days, first_day
from briefing.ingest.words.people import CHAIRS, is_name, without_contacts
from briefing.ingest.words.roles import roles_only

_AGENDA = Where(section="Agenda")
_MINUTED = re.compile(r"(?:minutes|decisions?|resolved)\s*:?", re.IGNORECASE)
_NO_OFFICE = re.compile(
    r"(?:committee|panel|board|council|voting)?\s*(?:member|councillor)s?|substitute(?:\s+member)?|reserve",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"\b(?:officer|director|clerk|secretary|manager|solicitor|head\s+of|adviser|assistant|lawyer|guest|"
    r"press|public|auditor|representative)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"(?:councillor|cllr)\b", re.IGNORECASE)


def recognise(source: Source) -> Iterator[Part]:
    """The parts of a saved page of the committee system."""
    kind = page_kind(source)
    if not kind:
        return
    soup = parsed(source)
    if kind == "meeting":
        yield from _meeting(soup)
    elif kind == "attendance":
        yield from _attendance(soup)
    elif kind == "committee":
        yield from _committee(soup)
    else:
        yield from _issue(soup)


def _meeting(soup: BeautifulSoup) -> Iterator[Part]:
    """The front sheet, the agenda's items and what is minuted under them."""
    head, council = heading(soup), council_of(soup)
    said = labels(soup)
    venue = without_contacts(said.get("venue") or said.get("location") or "").rstrip(" .,")
    yield FrontSheet(
        where=Where(section="Front sheet"),
        certainty=1.0 if head.day else 0.5,
        council=council,
        panel_title=head.body,
        day=head.day,
        start_time=head.start_time or clock(said.get("time", "")),
        venue=venue,
        published=first_day(said.get("publication date") or said.get("agenda published") or ""),
    )
    read = [_item(row) for row in _rows(soup)]
    yield from (item for item, _ in read)
    items = tuple(minute for _, minute in read if minute is not None)
    if items:
        yield Minutes(
            where=Where(section="Minutes"),
            council=council,
            panel_title=head.body,
            day=head.day,
            start_time=head.start_time,
            venue=venue,
            items=items,
        )


def _rows(soup: BeautifulSoup) -> Iterator[Tag]:
    """The rows of the table of items."""
    for row in soup.find_all("tr"):
        if row.find("tr") is None and len(row.find_all(["td", "th"], recursive=False)) >= 2:
            numbered = row.find(class_="mgItemNumberCell")
            if numbered or row.find(class_=re.compile("^mgAiTitle")):
                yield row


def _item(row: Tag) -> tuple[AgendaItem, MinutesItem | None]:
    cells = row.find_all(["td", "th"], recursive=False)
    number = plain(cells[0]).rstrip(". ")
    cell = cells[1]
    head = cell.find(class_=re.compile("^mgAiTitle")) or cell.find(["p", "a"])
    title = title_of(head) if isinstance(head, Tag) else ""
    if title == LEFT_OUT or marks.in_title(title):
        return AgendaItem(where=_AGENDA, number=number, title="", exempt=True), None
    purpose: list[Tag] = []
    minutes: list[Tag] = []
    target = purpose
    for tag in cell.find_all(["p", "div", "ul", "ol", "h3", "h4"]):
        classes: list[str] = list(tag.get("class") or [])
        if "mgSubItemTitleTxt" in classes or tag.name in ("h3", "h4"):
            target = minutes if _MINUTED.fullmatch(plain(tag)) else []
        elif "mgWordPara" in classes and not tag.find_parent(class_="mgWordPara"):
            target.append(tag)
    text = without_contacts(" ".join(plain(tag) for tag in purpose))
    item = AgendaItem(
        where=_AGENDA,
        certainty=1.0 if number and title else 0.4,
        number=number,
        title=title,
        purpose=roles_only(text),
        report_of=report_of(text),
    )
    return item, _minutes(number, title, minutes) if minutes else None


def _minutes(number: str, title: str, tags: list[Tag]) -> MinutesItem:
    """What is minuted under an item."""
    section = f"Minute {number}"
    blocks = blocks_of(rows_of(as_lines(tags)))
    taken = list(votes_in(blocks, section))
    inside = {at for vote in taken for at in range(vote.first, vote.end)}
    said = minuted([block for at, block in enumerate(blocks) if at not in inside], section)
    return MinutesItem(
        number=number,
        title=title,
        where=Where(section=section),
        agenda_number=number,
        noted=tuple(one for one in said.noted if not why_left_out(one.text)),
        resolutions=tuple(said.resolutions),
        votes=tuple(one.vote for one in taken),
    )


def _attendance(soup: BeautifulSoup) -> Iterator[Part]:
    """Who was there, as minutes without items; none for a meeting still to come."""
    head = heading(soup)
    people = [p for row in soup.find_all("tr") if (p := _attender(row)) is not None]
    if people:
        yield Minutes(
            where=Where(section="Attendance"),
            council=council_of(soup),
            panel_title=head.body,
            day=head.day,
            start_time=head.start_time,
            people=tuple(people),
        )


def _attender(row: Tag) -> Person | None:
    """Someone of a row with a name, a role and how they attended."""
    cells = [plain(cell) for cell in row.find_all("td")]
    if len(cells) < 2:
        return None
    name, role, how = cells[0], cells[1] if len(cells) > 2 else "", cells[-1].lower()
    where = Where(section="Attendance")
    remote = True if re.search(r"virtual|remote|online", how) else None
    officer = _OFFICER.search(role) and not _MEMBER.match(name)
    if officer:
        there = re.search(r"present|attend", how) and "apolog" not in how
        return Person("", role, "in_attendance", where, remote=remote) if there else None
    if not is_name(name):
        return None
    office = "" if _NO_OFFICE.fullmatch(role) else role
    if "apolog" in how:
        return Person(name, office, "apologies", where)
    if "substitut" in how or re.search(r"substitut|reserve", role, re.IGNORECASE):
        return Person(name, "", "substitute", where, remote=remote) if "present" in how else None
    if "in attendance" in how:
        return Person(name, office, "in_attendance", where, remote=remote)
    if "present" in how:
        return Person(name, office, "present", where, remote=remote)
    return None


def _committee(soup: BeautifulSoup) -> Iterator[Part]:
    """A committee's page: its name, members, purpose and the dates of its meetings."""
    heads = [plain(tag) for tag in soup.find_all(["h1", "h2"])]
    names = [
        t for t in heads if not re.fullmatch(r"committee details|membership.*|meetings.*", t, re.I)
    ]
    people: list[Person] = []
    for tag in named_section(soup, "membership"):
        for entry in tag.find_all("li") or [tag]:
            if person := _member(entry):
                people.append(person)
    purpose = " ".join(plain(tag) for tag in named_section(soup, "purpose"))
    meetings = named_section(soup, "meetings") or named_section(soup, "meeting dates")
    dates = {day for tag in meetings for day in days(plain(tag))}
    yield FrontSheet(
        where=Where(section="Committee details"),
        council=council_of(soup),
        panel_title=names[0] if names else "",
        role=without_contacts(purpose),
        meeting_dates=tuple(sorted(dates)),
        people=tuple(people),
    )


def _member(entry: Tag) -> Person | None:
    """A member of a list, with the office in brackets or below the name."""
    link = entry.find("a")
    text = plain(entry)
    name = plain(link) if isinstance(link, Tag) and plain(link) else re.split(r"\s*[(,]", text)[0]
    name = re.split(r"\s*\(", name)[0].strip()
    if not is_name(name):
        return None
    rest = text.replace(name, "", 1)
    office = next((m[0] for m in CHAIRS.finditer(rest)), "")
    return Person(name, office, "member", Where(section="Membership"))


def _issue(soup: BeautifulSoup) -> Iterator[Part]:
    """An issue: what is decided, by whom and when."""
    heads = [plain(tag) for tag in soup.find_all(["h1", "h2"])]
    subject = next((t for t in heads if not re.search(r"\bdetails\b|\bhistory\b", t, re.I)), "")
    subject = re.sub(r"^(?:issue|decision)\s*[-–:]\s*", "", subject, flags=re.IGNORECASE)
    said = labels(soup)
    if not subject:
        return
    due = said.get("decision due") or said.get("decision due date") or ""
    by = re.search(r"\bby\s+(.+)$", due)
    maker = said.get("decision maker") or said.get("decision-maker") or (by[1] if by else "")
    status = " ".join(
        value for key, value in said.items() if re.search(r"exempt|confidential|public", key)
    )
    closed = marks.by_status(status) or marks.in_title(subject)
    yield ReportCover(
        where=Where(section="Issue details"),
        subject="" if closed else subject,
        decision_maker=maker,
        day=first_day(said.get("date of decision") or said.get("decision date") or due),
        exempt=closed,
    )
