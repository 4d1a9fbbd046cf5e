"""Who was there: the lists under the heading of minutes, and what its items say of attendance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from briefing.ingest.minutes.paragraphs import Row
from briefing.ingest.minutes.roles import (
    is_members_office,
    is_office,
    is_remote,
    members_role,
    officers_role,
    substitute_for,
)
from briefing.ingest.parts import Person, Where
from briefing.ingest.words.people import names_in, people_in

Status = Literal["present", "apologies", "in_attendance", "substitute"]

_APPOINTED = (
    r"(?:(?:voting|non-voting|statutory)\s+)?(?:appointed|co-?opted|co-?optees?|lay)\s*"
    r"(?:members?|representatives?)?"
)
_LABELS: tuple[tuple[str, str], ...] = (
    ("absent", r"(?:members\s+|councillors\s+)?(?:absent|not\s+present)"),
    (
        "remote",
        r"(?:(?:also\s+)?(?:present|attending|attended|in\s+attendance|joined|joining|members?|councillors?)"
        r"\s+)(?:virtually|remotely|online|via\s+(?:ms\s+|microsoft\s+)?teams|via\s+zoom)"
        r"|(?:virtual|remote|online)\s+attend(?:ance|ees)|in\s+remote\s+attendance",
    ),
    (
        "apologies",
        r"apolog(?:y|ies)(?:\s+for\s+absence)?(?:\s+(?:were\s+)?received)?(?:\s+from)?",
    ),
    ("substitute", r"substitut(?:es?|e\s+members?|ions?)(?:\s+(?:present|in\s+attendance))?"),
    (
        "in_attendance",
        r"(?:(?:also|officers?|others?|other\s+(?:members|councillors)|cabinet\s+members?"
        r"|executive\s+members?|portfolio\s+holders?|guests?|staff|non-members)\s*)*(?:also\s+)?"
        r"(?:in\s+attendance|also\s+present|also\s+attending)"
        r"|(?:council\s+|other\s+)?(?:officers?|guests?|staff|invitees|visitors)"
        r"(?:\s+(?:present|attending))?|(?:cabinet|executive)\s+members?(?:\s+present)?",
    ),
    (
        "present",
        r"(?:(?:committee|panel|voting|other)\s+)?(?:members?\s+|councillors?\s+)?present"
        r"(?:\s+in\s+person)?|attendance|(?:members|councillors)(?=\s*:)",
    ),
    ("chair", r"(?:(?:vice|deputy)[\s-]*)?chair(?:man|woman|person)?(?=\s*:)"),
    ("appointed", _APPOINTED),
    (
        "other",
        r"(?:venue|place|location|date|time|clerk|contact|quorum|minutes?\s+taken?\s+by|note)(?=\s*:)",
    ),
)
_LABEL = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS), re.I)
_AFTER_LABEL = re.compile(r"\s*(?:\(.*?\))?\s*(?::|[-–]\s|$)\s*")
_WRAPPED = re.compile(r",\s*\n|\n\s*(?:\(|and\b)|\band\s*\n|\([^)]*\n[^)]*\)|\)\s*(?:,|and)\s")
_STOOD_IN_BY = re.compile(r".*\b(?:substituted|replaced)\s+by\s+(?P<who>.+)")
_STAND_IN = re.compile(
    r"(?:(?:substituted|replaced)\s+by|substitutes?\s*:?)?\s*(?P<who>(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)"
    r"\s.+?)(?:\s+(?:as\s+)?(?:a\s+)?(?:substitut|deputis|attend).*)?"
)
_NAMED = re.compile(r"\s+(?=(?:councillors?|cllrs?|mr|mrs|ms|miss|dr)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Listed:
    """The people of minutes; ``unnamed`` counts those in attendance without an office."""

    people: tuple[Person, ...]
    officers: tuple[tuple[str, str], ...]
    unnamed: int


@dataclass(slots=True)
class _Section:
    status: str
    remote: bool | None
    role: str
    councillors: bool
    rows: list[tuple[str, Row]]


def listed(rows: Sequence[Row]) -> Listed:
    """The people of the lists under a heading; ``officers`` pairs their names with their roles."""
    people: list[Person] = []
    officers: list[tuple[str, str]] = []
    unnamed = 0
    for section in _sections(rows):
        for name, role, row in _entries(section):
            where = Where.of(row.line, _SECTION_NAMES.get(section.status, "Present"))
            person = _person(name, role, section, where)
            if person is None:
                unnamed += 1
                continue
            if not person.name:
                officers.append((name, person.role))
            people.append(person)
    once = list(_told_once(people))
    stood_in = [person for person in once if person.status == "substitute"]
    others = [person for person in once if person.status != "substitute"]
    return Listed(with_prose(others, stood_in), tuple(officers), unnamed)


_SECTION_NAMES = {
    "apologies": "Apologies",
    "in_attendance": "In attendance",
    "substitute": "Substitutes",
}


def _sections(rows: Iterable[Row]) -> Iterator[_Section]:
    current: _Section | None = None
    for row in rows:
        found = _label(row.text)
        if found is None:
            if current is not None:
                current.rows.append((row.text, row))
            continue
        status, printed, rest = found
        before = current
        if current is not None:
            yield current
        remote = is_remote(printed)
        role = ""
        if status == "remote":
            status = "present"
            if re.search(r"attendance", printed, re.I) or (
                before and before.status == "in_attendance"
            ):
                status = "in_attendance"
        if status == "appointed":
            status = "apologies" if before and before.status == "apologies" else "present"
            role = re.sub(r"s$", "", " ".join(printed.split()).rstrip(" :-–"))
        if status == "chair":
            status, role = "present", printed.rstrip(" :-–")
        councillors = bool(re.match(r"councillors\b", printed, re.I))
        current = _Section(status, remote, role, councillors, [(rest, row)] if rest else [])
    if current is not None:
        yield current


def _label(text: str) -> tuple[str, str, str] | None:
    """The list that a line opens: its kind, the label and the text behind it."""
    match = _LABEL.match(text)
    if not match or not match.lastgroup:
        return None
    rest = text[match.end() :]
    after = _AFTER_LABEL.match(rest)
    if after and (after.end() or not rest):
        return match.lastgroup, match[0] + rest[: after.end()], rest[after.end() :]
    if (match[0].isupper() or match[0].istitle() or match[0].endswith("from")) and (
        named := _NAMED.match(rest)
    ):
        return match.lastgroup, match[0], rest[named.end() :]
    return None


def _entries(section: _Section) -> Iterator[tuple[str, str, Row]]:
    """Each name of a list with its role and its line."""
    if section.status in {"absent", "other"} or not section.rows:
        return
    starred = [text for text, _ in section.rows if text.startswith("*") and is_remote(text)]
    section.rows = [(text, row) for text, row in section.rows if not text.startswith("*")]
    text = "\n".join(_columns(text, row) for text, row in section.rows)
    attending = section.status == "in_attendance"
    found = list(_attending(text)) if attending else people_in(text)
    at = 0
    for name, role in found if attending else _with_stand_ins(found):
        last = re.split(r"[\s\-]", name.split(",")[0])[-1]
        for further in range(at, len(section.rows)):
            if last in section.rows[further][0]:
                at = further
                break
        if section.councillors and not name.startswith("Councillor "):
            name = f"Councillor {name}"
        row = section.rows[at][1]
        if starred and re.search(rf"{re.escape(last)}\s?\*", row.text):
            role = f"{role}, virtual" if role else "virtual"
        yield name, role or section.role, row


def _with_stand_ins(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Names, each with those that its brackets say stood in for it behind it."""
    for name, role in found:
        match = _STOOD_IN_BY.fullmatch(role) or _STAND_IN.fullmatch(role)
        yield name, "" if match else role
        for other in names_in(match["who"]) if match else ():
            yield other, f"substitute for {name}"


def _columns(text: str, row: Row) -> str:
    """A line whose names stand in columns, with a break at each wide gap; else the line."""
    words = row.line.words
    if "," in text or len(words) < 2 or " ".join(word.text for word in words) != text:
        return text
    wide = 2.5 * row.line.size if row.line.size else 3
    built = words[0].text
    for before, word in pairwise(words):
        built += ("\n" if word.x0 - before.x1 >= wide else " ") + word.text
    return built


def _attending(text: str) -> Iterator[tuple[str, str]]:
    """People in attendance: "Name (Role)", "Name, Role", "Name - Role", one a line or in a run."""
    if _WRAPPED.search(text):
        yield from people_in(text)
        return
    for line in re.split(r"\n|;", text):
        line = line.strip(" •")
        if split := re.fullmatch(r"(.+?)(?:,|\s+[-–—])\s+(.+)", line):
            if is_office(split[2]) and not is_office(split[1]) and ")" not in split[1]:
                yield split[1], split[2]
                continue
            if is_office(split[1]) and not is_office(split[2]):
                yield split[2], split[1]
                continue
        if re.search(r"\(.*\)\s*\.?$", line) or line.startswith("Councillor "):
            yield from people_in(line)
        elif is_office(line):
            yield from (("", office) for office in _offices(line))
        elif line:
            yield from people_in(line)


def _offices(line: str) -> list[str]:
    """The offices of a line; a part without an office's word belongs to the one before it."""
    found: list[str] = []
    for piece in re.split(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+the\s+", line):
        if found and not is_office(piece):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def _person(name: str, role: str, section: _Section, where: Where) -> Person | None:
    """Someone of a list; None for one in attendance of whom the list names no office."""
    remote = is_remote(role)
    remote = section.remote if remote is None else remote
    member = name.startswith("Councillor ")
    whom = substitute_for(role)
    if section.status == "substitute" or whom is not None:
        return Person(name, "", "substitute", where, _named(whom or ""), remote)
    if section.status == "in_attendance":
        if member:
            return Person(name, members_role(role), "in_attendance", where, remote=remote)
        office = officers_role(role or name)
        return Person("", office, "in_attendance", where, remote=remote) if office else None
    status: Status = "apologies" if section.status == "apologies" else "present"
    if not member and is_office(role) and not is_members_office(role):
        given: Status = "apologies" if status == "apologies" else "in_attendance"
        office = officers_role(role)
        return Person("", office, given, where, remote=remote) if office else None
    return Person(name, members_role(role), status, where, remote=remote)


def _named(whom: str) -> str:
    """Those stood in for, as a list names them."""
    return " and ".join(names_in(whom)) or whom


def _told_once(people: Iterable[Person]) -> Iterator[Person]:
    """People without those told twice over: the same name, or the same office, and status."""
    seen: set[tuple[str, str]] = set()
    for person in people:
        key = (person.name.lower() or person.role.lower(), person.status)
        if key not in seen:
            seen.add(key)
            yield person


def surname(name: str) -> str:
    """The last name of a printed name, without honours."""
    words = name.split(",")[0].split()
    return words[-1].lower() if words else ""


def same_member(one: str, other: str) -> bool:
    """Whether two printed names can be of one member: one surname, no initials that differ."""
    if surname(one) != surname(other):
        return False
    initials = [_initials(name) for name in (one, other)]
    return not all(initials) or initials[0][0] == initials[1][0]


def _initials(name: str) -> str:
    words = [
        word
        for word in name.split(",")[0].split()[:-1]
        if not re.fullmatch(r"(?:councillor|mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.?", word, re.I)
    ]
    return "".join(word[0].lower() for word in words)


def with_prose(people: Sequence[Person], told: Iterable[Person]) -> tuple[Person, ...]:
    """The people of the lists with those that the items name: none twice, substitutes as such."""
    found = list(people)
    for person in told:
        same = [
            at
            for at, other in enumerate(found)
            if (person.name and other.name and same_member(person.name, other.name))
            or (not person.name and not other.name and person.role.lower() == other.role.lower())
        ]
        if not same:
            found.append(person)
        elif person.status == "substitute":
            found[same[0]] = replace(
                found[same[0]],
                status="substitute",
                substitute_for=found[same[0]].substitute_for or person.substitute_for,
                where=person.where,
            )
        elif person.remote and found[same[0]].status != "apologies":
            found[same[0]] = replace(found[same[0]], remote=True)
    return tuple(found)
