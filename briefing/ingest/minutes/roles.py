"""Offices in minutes: members keep their names, officers are carried by role alone."""

from __future__ import annotations

import re

from briefing.ingest.words.people import CHAIRS, is_name

#: Words that name an office.
_OFFICE = re.compile(
    r"\b(?:director|manager|head|officer|lead|leader|chief|executive|member|portfolio|assistant|deputy"
    r"|counsel|solicitor|lawyer|advis[eo]r|consultant|principal|commissioner|superintendent|inspector"
    r"|governor|head\s?teacher|co-?ordinator|analyst|accountant|nurse|representative|partner|clerk"
    r"|secretary|auditor|chair\w*|mayor|practitioner|specialist|engineer|planner|administrator"
    r"|treasurer|supervisor|teacher|president|trustee|champion|co-?optee|worker|psychologist)\b",
    re.I,
)
#: Words of departments, that a personal name is not made of.
_DEPARTMENT = re.compile(
    r"\b(?:services?|children\w*|learning|adults?|care|finance|legal|governance|housing|education"
    r"|health|social|public|communit\w+|environment|growth|transport\w*|resources|corporate|early|help"
    r"|safeguarding|quality|assurance|performance|strategy|strategic|commissioning|partnerships?"
    r"|famil\w+|youth|justice|send|skills|inclusion|planning|place|people|democratic|operations?"
    r"|digital|improvement|standards|highways|culture|leisure|wellbeing|prevention|policy|scrutiny"
    r"|council|interim|section|office|team|development|regeneration|economy|law|customer\w*|schools?|academ\w+|colleges?"
    r"|panel|committee|board|cabinet|commission|forum|members?|councillors?|officers?|government"
    r"|ofsted|police|nhs|minister|trusts?|hospitals?|carers?|workers?|residents?|pupils?|students?"
    r"|parents?|partners|providers?|staff|young|chair\w*|group|agenc\w+)\b",
    re.I,
)
_MEMBERS_OFFICE = re.compile(
    r"\b(?:cabinet|executive|portfolio|lead|deputy)\s+(?:lead\s+)?(?:member|holder|councillor)\b"
    r"|\bleader\s+of\s+the\s+council\b|\bdeputy\s+leader\b|\b(?:deputy\s+)?(?:lord\s+)?mayor\b"
    r"|\b(?:appointed|co-?opted|independent|lay)\s+member\b|\bco-?optee\b|\bchampion\b"
    r"|\b(?:church|parent|diocesan|teacher|faith|youth)\b.*\b(?:representative|governor|member)\b"
    r"|\brepresentative\b",
    re.I,
)
_POLITICAL = re.compile(r"\b(?:groups?|party|opposition|administration|whip)\b", re.I)
_REMOTE = re.compile(
    r"\b(?:virtual(?:ly)?|remote(?:ly)?|online|via\s+(?:\w+\s+)?(?:teams|zoom|video\w*|telephone)"
    r"|by\s+(?:video|telephone|teams|zoom)\w*|(?:ms|microsoft)\s+teams|teams|zoom)\b",
    re.I,
)
_IN_PERSON = re.compile(r"\bin\s+person\b", re.I)
_SUBSTITUTE = re.compile(
    r"(?:.*?\b)?(?:substitut\w+|reserve|deputis\w+|named\s+deputy)\b(?:\s+members?)?"
    r"(?:\s*(?:for|:)\s*(?P<whom>.*))?|(?:.*?\b)?in\s+(?:the\s+)?place\s+of\s+(?P<place>.*)",
    re.I,
)


def is_remote(text: str) -> bool | None:
    """Whether words say that someone took part from afar; None where they do not say."""
    if _REMOTE.search(text):
        return True
    return False if _IN_PERSON.search(text) else None


def substitute_for(role: str) -> str | None:
    """For whom a role says that someone stood in: blank where unnamed, None for no such role."""
    match = _SUBSTITUTE.fullmatch(role.strip())
    return None if match is None else (match["whom"] or match["place"] or "").strip(" .")


def members_role(role: str) -> str:
    """A member's office as printed; blank for a political one or for none."""
    cleaned = _without_means(role)
    if not cleaned or _POLITICAL.search(cleaned):
        return ""
    if CHAIRS.fullmatch(cleaned) or _MEMBERS_OFFICE.search(cleaned):
        return cleaned
    return ""


def officers_role(role: str) -> str:
    """An office without personal names in it; blank where nothing but names is left."""
    pieces = [piece.strip() for piece in re.split(r"\s*,\s*", _without_means(role))]
    kept = [piece for piece in pieces if piece and not is_personal(piece)]
    text = ", ".join(kept)
    return text if is_office(text) else ""


def is_office(text: str) -> bool:
    """Whether words name an office."""
    return bool(_OFFICE.search(text)) and not _POLITICAL.search(text)


def is_members_office(text: str) -> bool:
    """Whether an office is one that members hold."""
    return bool(CHAIRS.fullmatch(text.strip()) or _MEMBERS_OFFICE.search(text))


def is_personal(text: str) -> bool:
    """Whether words are a person's name, and not an office or a department."""
    if _OFFICE.search(text) or _DEPARTMENT.search(text) or "&" in text:
        return False
    return is_name(text) and not re.search(r"\b(?:and|for|of|The|This|These|All|Some|No)\b", text)


def _without_means(role: str) -> str:
    """A role without "(virtual)", "via Teams" and the like."""
    pieces = re.split(r"\s*[,;–]\s*|\s+-\s+", role)
    kept = [piece for piece in pieces if is_remote(piece) is None or is_office(piece)]
    text = ", ".join(kept)
    text = re.sub(r"\s*[(\[](?=[^)\]]*$|[^)\]]*[)\]])", " (", text) if "(" in text else text
    return re.sub(r"\s*\((?:[^()]*)\)?", "", text).strip(" *")
