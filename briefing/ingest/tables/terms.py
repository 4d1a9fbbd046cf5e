"""The terms under which a page of key indicators prints what it says of one measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefing.ingest.words.periods import period_of
from briefing.ingest.words.values import read_value
from briefing.model import Period

TermKind = Literal["latest", "previous", "target", "floor", "rag", "direction", "other"]

_THING = (
    r"(?: (?:result|performance|value|actual|outturn|figure|position|rate|score|standard|rating|"
    r"status|level))*"
)
_WHEN = r"(?: (?:quarter|month|year|period|qtr))?"
_TERMS: tuple[tuple[TermKind, re.Pattern[str]], ...] = (
    (
        "latest",
        re.compile(
            rf"(?:kpi )?(?:(?:latest|current|this){_WHEN}{_THING}|result|actual|outturn"
            r"|performance)"
        ),
    ),
    ("previous", re.compile(rf"(?:previous|last|prior){_WHEN}{_THING}")),
    ("target", re.compile(rf"(?:current |annual |quarterly )?target{_THING}")),
    ("floor", re.compile(rf"(?:floor|minimum){_THING}")),
    ("rag", re.compile(r"(?:rag(?: rating| status)?|status|rating)")),
    ("direction", re.compile(r"(?:direction(?: of travel)?|dot|d\.o\.t\.?|trend|travel)")),
    (
        "other",
        re.compile(
            r"(?:good is|polarity|aim|aim to|frequency|units?|lead|owner|source|year to date|ytd|"
            r"variance|difference)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the period that it states, and the value printed in the same words, if any."""

    kind: TermKind
    text: str
    period: Period | None = None
    value: str = ""


def term_of(text: str) -> Term | None:
    """The term that a run of words is, alone or with its value: ``Target: 90%``."""
    if len(text) > 70:
        return None
    head, colon, rest = text.partition(":")
    if not colon:
        return _named(text)
    found = _named(head)
    return Term(found.kind, found.text, found.period, rest.strip()) if found else None


def _named(text: str) -> Term | None:
    plain = re.sub(r"\s+", " ", text).strip(" -–")
    match = re.fullmatch(r"(?P<name>[^()]+?)\s*(?:\((?P<when>[^()]*)\))?", plain)
    if not match:
        return None
    name, when = match["name"].lower(), match["when"] or ""
    period = period_of(when) if when else None
    if not when:
        words = name.split()
        for size in range(1, min(5, len(words))):
            period = period_of(" ".join(words[-size:]))
            if period:
                name = " ".join(words[:-size]).strip(" -–")
                break
    kind = next((kind for kind, words in _TERMS if words.fullmatch(name)), None)
    return Term(kind, plain, period) if kind else None


def is_value(text: str) -> bool:
    """Whether a text can stand as the value of a term."""
    found = read_value(text, of="target")
    move = read_value(text, of="direction").direction
    return found.status != "text" or bool(found.rag or read_value(text, of="rag").rag or move)
