"""What minutes print and the store does not carry: officers' names, groups, single children."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.ingest.minutes.roles import is_members_office, is_office, is_personal
from briefing.ingest.words.people import without_contacts

_GROUPS = re.compile(
    r"\b(?:leader|spokes\w+|whip|deputy\s+leader)\s+(?:of|for)\s+the\s+(?:[\w&]+\s+){0,5}(?:group|party|opposition)\b"
    r"|\b(?:conservative|labour|liberal\s+democrats?|lib\s?dems?|green|reform(?:\s+uk)?|independents?"
    r"|ukip|plaid\s+cymru)\b(?:\s+(?:&|and)\s+\w+)*(?:['’]s)?\s+"
    r"(?:group|party|councillors?|members?|amendment|administration|opposition)s?\b",
    re.I,
)
_ONE_CHILD = re.compile(
    r"\b(?i:child|young\s+person|baby|boy|girl|family|mother|father|sibling|student|pupil)"
    r"\s+[A-Z]\b(?![\w’'])"
    r"|\b(?:\d{1,2}|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"[\s-](?:year|month)s?[\s-]old\b"
    r"|\b(?:a|the|this|that|one)\s+(?:baby|boy|girl)\b",
)
_PERSON = r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){1,3}"
_SAYS = (
    r"(?:was|were|is|has|had|introduced|presented|provided|gave|advised|explained|reported|outlined"
    r"|said|stated|informed|told|asked|answered|replied|responded|confirmed|noted|thanked|updated"
    r"|attended|spoke|highlighted|summarised|described|added)\b"
)
_SPOKE = (
    r"(?:introduced|presented|advised|explained|outlined|said|stated|informed|told|asked|answered"
    r"|replied|responded|thanked|spoke|highlighted|summarised|described|added)\b"
)
_NAME_FIRST = re.compile(
    rf"\b(?P<name>{_PERSON})(?:,\s+|\s+[-–—]\s+|\s*\()(?:the\s+)?"
    rf"(?P<role>[A-Z][^.;:(),]{{3,80}}?)(?=\s*[.;:),]|\s+(?:and|{_SAYS}))"
)
_ROLE_FIRST = re.compile(
    rf"\b(?P<role>[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’-]+|of|for|and|the|&))*)(?:,\s+|\s*\()"
    rf"(?P<name>{_PERSON})(?=[),.]|\s+{_SAYS})"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+(?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+")
_SPEAKER = re.compile(rf"(?:^|(?<=[.!?]\s))(?P<name>[A-Z][\w'’-]+\s+[A-Z][\w'’-]+)(?=\s+{_SPOKE})")
_UNNAMED = "[name left out]"
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?\s+", re.I)


def why_left_out(text: str) -> str:
    """Why a paragraph is not carried, in words; blank where it may be."""
    if _GROUPS.search(text):
        return "it names a political group"
    if _ONE_CHILD.search(text):
        return "it may tell of a single child"
    return ""


def carried(text: str, officers: Sequence[tuple[str, str]]) -> str:
    """A text with each officer's name replaced by the office, and without telephone and mail.

    A replacement stands in square brackets, as in a quotation.
    """
    for name, role in officers:
        for pattern in _named(name, role):
            text = pattern.sub(f"[{role}]", text)
    return without_contacts(text)


def officers_named(text: str) -> Iterator[tuple[str, str]]:
    """The officers that a text names beside their office, each as name and office."""
    for pattern in (_NAME_FIRST, _ROLE_FIRST):
        for match in pattern.finditer(text):
            name, role = match["name"], match["role"].removeprefix("The ")
            if (
                is_personal(_TITLE.sub("", name))
                and is_office(role)
                and not is_members_office(role)
            ):
                yield name, role


def without_strangers(text: str, members: frozenset[str]) -> str:
    """A text without the names of people who are on none of the lists of the minutes.

    ``members`` are the last names of those who are, in small letters.
    """

    def kept(match: re.Match[str]) -> str:
        name = _TITLE.sub("", match[0])
        words = re.sub(r"['’]s\b", "", name).lower().split()
        return match[0] if members.intersection(words) or not is_personal(name) else _UNNAMED

    return _SPEAKER.sub(kept, _TITLED.sub(kept, text))


def known(officers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Officers whose name and office are known, the longest names first."""
    pairs = {(name.strip(), role) for name, role in officers if name.strip() and role}
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))


def _named(name: str, role: str) -> Iterable[re.Pattern[str]]:
    """The forms that a name has in running text, with the office behind it or without."""
    bare = _TITLE.sub("", name)
    words = bare.split()
    behind = rf"(?:,?\s+(?:[-–—(]\s*)?(?:the\s+)?{re.escape(role)}\)?)?"
    title = r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?\s+)"
    yield re.compile(rf"{re.escape(role)}\s*\({title}?{re.escape(bare)}\)")
    before = rf"(?:{re.escape(role)},\s+)?"
    yield re.compile(rf"{before}{title}?\b{re.escape(bare)}\b{behind}")
    if len(words) > 1:
        yield re.compile(rf"{title}(?:[A-Z]\w*\.?\s+){{0,3}}{re.escape(words[-1])}\b{behind}")
