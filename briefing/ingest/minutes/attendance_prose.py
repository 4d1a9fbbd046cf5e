"""What the sentences of minutes say of attendance: apologies, substitutes, who spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.ingest.minutes.roles import (
    is_members_office,
    is_office,
    is_personal,
    is_remote,
    members_role,
    officers_role,
)
from briefing.ingest.parts import Person, Where
from briefing.ingest.words.people import names_in, people_in

#: The longest sentence, in characters, that is read for names.
LONGEST = 2500
_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)(?:\s+for\s+absence)?\s+(?:(?:was|were|had\s+been|have\s+been|is|are)\s+)?"
    r"(?:received|submitted|given|tendered|reported|noted|sent)?\s*(?:from|of|by|on\s+behalf\s+of)\s+"
    r"(?P<names>.+)",
    re.I | re.S,
)
_SENTENCE = re.compile(r"(?<=[\w)”\"])[.](?:\s+(?=[A-Z])|$)")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Cllr|Rev|St|Prof|[A-Z])$")
_REPLACED = re.compile(
    r"\bappointed\s+(?P<who>.+?)\s+to\s+replace\s+(?P<whom>them|him|her|.+?)"
    r"(?=\s+(?:for|at|on|as)\s|[.,;]|$)",
    re.I,
)
_STOOD_IN = re.compile(
    r"(?P<who>(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\s[^.;:]+?)\s+"
    r"(?:(?:was|were|had|has|have|been|is|are|present|attending|attended|in\s+attendance|acted|acting|"
    r"nominated|as|a|an|the|their)\s+)*"
    r"(?:(?:substitut\w+|deputis\w+)(?:\s+members?)?\s+for|in\s+(?:the\s+)?place\s+of|replac(?:ed|ing))\s+"
    r"(?P<whom>(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\s[^.;]+)"
)
_ABSENT = re.compile(
    r"\b(?:resignation|absence|apologies)\s+(?:of|from)\s+(?P<names>.+?)\s+(?:from|the)\b"
)
_ATTENDED = re.compile(
    r"^(?P<who>.+?),?\s+(?:(?:was|were)\s+(?:also\s+)?(?:in\s+attendance|present\s+for\s+th)"
    r"|(?:also\s+)?(?:attended|joined)\s+(?:the\s+meeting|for\s+this|remotely|virtually|online|via)"
    r"|addressed\s+the\s+(?:meeting|panel|committee|board|commission)"
    r"|provided\s+the\s+(?:panel|committee|board|commission|meeting)\s+with)",
    re.I | re.S,
)
_AND_THE = re.compile(r",?\s+and\s+(?=the\s)|,\s+(?=the\s)|\s*;\s*(?:and\s+)?", re.I)
_AND = re.compile(r"\s+and\s+(?=(?:[A-Z][\w'’-]+\s+){1,3}(?:[-–—,(]|$)|Councillor)")


def told(text: str, where: Where) -> Iterator[Person]:
    """The people of a paragraph whose attendance or absence it tells."""
    for sentence in sentences(text):
        if len(sentence) > LONGEST:
            continue
        yield from _apologies(sentence, where)
        yield from _substitutes(sentence, where)
        yield from (person for _, person in attending(sentence, where))


def sentences(text: str) -> Iterator[str]:
    """A text cut at its full stops, not at those of titles and initials."""
    at = 0
    for match in _SENTENCE.finditer(text):
        if not _SHORT.search(text[at : match.start()]):
            yield text[at : match.start() + 1].strip()
            at = match.end()
    if text[at:].strip():
        yield text[at:].strip()


def attending(sentence: str, where: Where) -> Iterator[tuple[str, Person]]:
    """Those who a sentence says attended or addressed the meeting, each with the printed name."""
    match = _ATTENDED.match(sentence) if len(sentence) <= LONGEST else None
    if not match or len(match["who"]) > 400 or re.match(r"(?:it|apolog)", sentence, re.I):
        return
    remote = is_remote(sentence)
    for piece in _AND_THE.split(match["who"]):
        for phrase in _AND.split(piece):
            found = _attendee(phrase.strip(" ,"), where, remote)
            if found:
                yield found


def _attendee(phrase: str, where: Where, remote: bool | None) -> tuple[str, Person] | None:
    name, role = _name_and_role(re.sub(r"^the\s+", "", phrase, flags=re.I))
    if name.startswith(("Councillor ", "Cllr ")):
        whole = " and ".join(names_in(name))
        return whole, Person(whole, members_role(role), "in_attendance", where, remote=remote)
    office = role if is_members_office(role) else officers_role(role)
    if not office or not is_office(office):
        return None
    return name, Person("", office, "in_attendance", where, remote=remote)


def _name_and_role(phrase: str) -> tuple[str, str]:
    """The name and the office of "Name, Office", "Name (Office)" and the like, or the reverse."""
    if bracket := re.fullmatch(r"(.+?)\s*\((.+)\)", phrase):
        first, second = bracket[1], bracket[2]
    elif split := re.fullmatch(r"(.+?)(?:,|\s+[-–—])\s+(.+)", phrase, re.S):
        first, second = split[1], split[2]
    else:
        return ("", phrase) if is_office(phrase) else (phrase, "")
    if first.startswith(("Councillor ", "Cllr ")):
        return first, second
    if is_office(first):
        tail = second.rpartition(",")
        name = (
            second
            if is_personal(second)
            else tail[2].strip()
            if is_personal(tail[2].strip())
            else ""
        )
        return name, phrase if not name else phrase[: phrase.rindex(name)].strip(" ,–-(")
    return first, second


def _apologies(sentence: str, where: Where) -> Iterator[Person]:
    match = _APOLOGIES.search(sentence)
    if not match:
        return
    for name, role in people_in(match["names"]):
        if role and is_office(role) and not is_members_office(role):
            yield Person("", officers_role(role), "apologies", where)
        else:
            yield Person(name, members_role(role), "apologies", where)


def _substitutes(sentence: str, where: Where) -> Iterator[Person]:
    match = _REPLACED.search(sentence) or _STOOD_IN.search(sentence)
    if not match:
        return
    who, whom = names_in(match["who"]), names_in(match["whom"])
    if match["whom"].lower() in {"them", "him", "her"}:
        absent = _ABSENT.search(sentence)
        whom = names_in(absent["names"]) if absent else []
    paired = len(who) == len(whom) and (len(who) == 1 or "respectively" in sentence.lower())
    for at, name in enumerate(who):
        yield Person(name, "", "substitute", where, whom[at] if paired else _either(whom))


def _either(whom: list[str]) -> str:
    """Those stood in for, where the minutes do not say who stood in for whom."""
    if len(whom) < 2:
        return whom[0] if whom else ""
    prefix = "Councillor "
    if all(name.startswith(prefix) for name in whom):
        whom = [name.removeprefix(prefix) for name in whom]
        prefix = "Councillors "
    else:
        prefix = ""
    which = "which of the two" if len(whom) == 2 else "which"
    listing = f"{', '.join(whom[:-1])} and {whom[-1]}"
    return f"{prefix}{listing} (the minutes do not say {which})"
