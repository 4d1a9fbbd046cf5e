"""The members that a front sheet lists, each with the office that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.page import Line
from briefing.ingest.parts import Person, Where
from briefing.ingest.words.people import CHAIRS, names_in, people_in, without_contacts

_HEADING = re.compile(
    r"(?P<label>(?:(?:panel|committee|board|voting|current|elected)\s+)?(?:members(?:hip)?|councillors)"
    r"(?:\s+of\s+the\s+\w+(?:\s+\w+){0,6})?)(?:\s*\(\d+\))?\s*(?::\s*(?P<rest>.*)|)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?P<label>(?:appointed|co-?opted|lay|independent|church|parent(?:\s+governor)?|statutory|non-voting)\s+"
    r"(?:members?|representatives?|co-?optees?)|co-?optees?)\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:contacts?|democratic|committee\s+(?:officer|manager)|officers?|tel|telephone|e-?mail|director|agenda|"
    r"quorum|substitutes?|role|terms|note|please|public|for\s+(?:further|more)|venue|dates?|apologies|"
    r"reserves?|this|the\s+(?:panel|committee)|access|published|scrutiny\s+manager)\b.*",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev|prof)\b", re.I
)
_HANGING = re.compile(
    r"(?:,|\band|&|\b(?:councillors?|cllrs?|mr|mrs|ms|miss|dr)\.?)$", re.IGNORECASE
)
_REACH = 40


def members(lines: Sequence[Line]) -> tuple[Person, ...]:
    """The members listed below a heading such as "Members"; political groups are left out."""
    for at, line in enumerate(lines):
        heading = _HEADING.fullmatch(line.text)
        if heading and len(line.words) <= (40 if heading["rest"] else 8):
            found = _listed(lines[at : at + _REACH], heading["rest"] or "")
            if found:
                return tuple(found)
    return ()


def _listed(lines: Sequence[Line], rest: str) -> list[Person]:
    found: list[Person] = []
    group = ""
    for text, line in _entries(lines, rest):
        if of_group := _GROUP.fullmatch(text):
            group, text = of_group["label"].capitalize(), of_group["rest"]
            if not text:
                continue
        text = re.sub(r"^[A-Z][\w ]{2,24}\(\d+\)\s*:\s*", "", without_contacts(text))
        if not group and not _TITLED.match(text):
            if found:
                break
            continue
        for name, role in people_in(text):
            office = role if CHAIRS.fullmatch(role or "-") else ""
            found.append(Person(name, office or _singular(group), "member", Where.of(line)))
        if group and not names_in(text):
            break
    return found


def _entries(lines: Sequence[Line], rest: str) -> Iterator[tuple[str, Line]]:
    """The entries of a list up to its end, those that run over lines made whole."""
    text, at = rest, lines[0]
    for line in lines[1:]:
        if line.blank or _END.fullmatch(line.text) or _GROUP.fullmatch(line.text):
            if text:
                yield text, at
            text = ""
            if not line.blank and _END.fullmatch(line.text):
                return
            if line.blank and rest:
                return
        if line.blank:
            continue
        if text and (text == rest or _HANGING.search(text)):
            text, rest = f"{text} {line.text}", f"{text} {line.text}" if text == rest else rest
        else:
            if text:
                yield text, at
            text, at = line.text, line
    if text:
        yield text, at


def _singular(label: str) -> str:
    return re.sub(r"(member|representative|optee)s$", r"\1", label)
