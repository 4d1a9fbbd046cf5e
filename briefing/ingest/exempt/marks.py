"""How papers mark what is not for the public, told from the words that stand in every report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefing.ingest.words.running import sentences

_SECRET = r"(?:exempt|confidential|restricted|private)"
_SCHEDULE = r"sch(?:edule|\.)?\s*12\s*\(?a\)?"

#: What the law says of an exempt paper, or the paper of itself.
_SURE = re.compile(
    r"\bnot\s+for\s+publication\b"
    r"|\bdocument\s+is\s+restricted\b"
    r"|\bpublication\s+(?:is\s+)?restricted\b"
    rf"|\bparagraphs?(?:\(s\))?\s*\(?\d[\d\s,&()and]*.{{0,70}}{_SCHEDULE}"
    rf"|\b(?:under|by\s+virtue\s+of|pursuant\s+to|within)\s+.{{0,60}}{_SCHEDULE}"
    rf"|\b(?:this|the|following)\s+(?:agenda\s+)?(?:item|report|paper|document|matter|business)s?"
    rf"(?:\s+\w+){{0,3}}\s+(?:is|are|was|were|has\s+been|have\s+been|remains?)\s+(?:\w+\s+){{0,3}}?"
    rf"(?:{_SECRET}|not\s+(?:open|available)\s+to\s+the\s+public)\b"
    rf"|\b(?:contains?|includes?|involves?|discloses?|disclosing|disclosure\s+of|containing)\s+"
    r"(?:\w+\s+){0,3}?(?:exempt|confidential)\s+information\b"
    r"|\b(?:will|to|must|shall)\s+be\s+(?:considered|heard|taken|discussed|dealt\s+with)\s+in\s+"
    r"(?:private|closed\s+session|confidence|the\s+absence\s+of\s+the\s+(?:press|public))"
    r"|\b(?:press|public)(?:\s+and\s+(?:the\s+)?(?:press|public))?\s+(?:will|shall|must|are\s+to)\s+be\s+"
    r"excluded\b"
    r"|\b(?:closed|not\s+open)\s+to\s+(?:the\s+)?(?:press|public)\b"
    r"|\bexempt(?:ed)?\s+from\s+(?:publication|disclosure|the\s+press\s+and\s+public)\b"
    r"|\bexempt\s*[:(–-]+\s*para(?:graph)?s?\.?\s*\d",
    re.IGNORECASE,
)

#: A title with the mark in brackets, at its end, or before a colon or dash.
_IN_TITLE = re.compile(
    rf"[(\[]\s*(?:(?:fully|wholly|partly|partially|part)\s+)?(?:{_SECRET}\b|part\s+(?:2|ii|b|two)\b"
    r"|pink\b|closed\s+session\b|in\s+camera\b)[^)\]]*[)\]]"
    rf"|(?:^|\s[-–—:|/]\s*|:\s*){_SECRET}(?:\s+(?:item|report|business|matter|session|paper|part))?s?\s*$"
    rf"|^\W*{_SECRET}(?:\s+(?:item|report|business|matter|paper|minutes?))?s?\s*[-–—:]\s*\S"
    r"|^\W*(?:exempt|confidential)\s+(?:item|report|business|matter|minutes?|appendix|appendices)\b"
    r"|\b(?:exempt|confidential)\s+(?:item|report|minutes?|business|session)s?\s*$"
    r"|\[\s*exempt\b",
    re.IGNORECASE,
)

#: What takes the mark back: a denial, a condition, a question answered with no, a form's wording.
_VOID = re.compile(
    r"\b(?:no|nil|none|without|non|nothing|neither)\b[\s-]+(?:[\w’']+\s+){0,5}?(?:exempt|confidential"
    r"|restricted|not\s+for\s+publication|private)"
    r"|\b(?:not|n’t|n't|never)\s+(?:[\w’']+\s+){0,3}?(?:exempt|confidential|restricted|private)\b"
    r"(?<!not\sfor\spublication)"
    r"|\b(?:not\s+for\s+publication|exempt(?:\s+\w+){0,2}|confidential(?:ity)?(?:\s+\w+){0,2}|restricted)"
    r"\s*[:?–-]+\s*(?:no|none|nil|n/?a|not\s+applicable)\b"
    r"|\bif\s+(?:applicable|any|appropriate|required|so|there|members|the\s+(?:panel|committee))\b"
    r"|\ballowing\s+(?:the\s+)?documents?\s+to\s+be\b"
    r"|\bwhether\b|\bin\s+the\s+event\b|\bshould\s+(?:any|there|members|the)\b"
    r"|\bmay\s+(?:also\s+)?(?:wish|need|resolve|decide|exclude|move|pass|consider|(?:include|contain)\s+"
    r"(?:exempt|confidential)|be\s+(?:asked|excluded|required|exempt|confidential|considered|taken|held))"
    r"|\bany\s+(?:items?|exempt|confidential|reports?)\b"
    r"|\bexempt\s+(?:from\s+(?!publication|disclosure|the\s+press)|accommodation|suppl|charit|vat\b)"
    r"|\b(?:tax|vat|rate|fee|charge)[\s-]exempt\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"(?:no|none|nil|n/?a|not\s+(?:applicable|exempt|confidential|restricted)|public|open|"
    r"un-?restricted|unclassified|official|part\s+(?:1|i|a)\b.*|for\s+publication|"
    r"(?:this|the)\s+report\s+is\s+(?:public|open|not\b).*|non[\s-]exempt|fully?\s+(?:open|public))\b"
    r"[\s.;,–-]*(?:report|item|document|public)?[\s.]*",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    rf"(?:yes|{_SECRET}|part\s+(?:2|ii|b)|not\s+for\s+publication|closed|partly|fully)\b", re.I
)
_PIECE = re.compile(
    r"\b(?:appendi(?:x|ces)|annex(?:es)?|schedule\s+(?!12)|enclosure|attachment)\b", re.I
)
_STATES = rf"(?:is|are|contains?|includes?|has|have)\s+(?:\w+\s+){{0,3}}?{_SECRET}"

#: A line that marks the page on which it stands alone.
_ON_PAGE = re.compile(
    r"\W*(?:(?:strictly\s+)?private\s*(?:and|&)\s*confidential|(?:strictly\s+)?confidential|exempt|"
    r"restricted|(?:exempt|confidential|restricted|private)\s+(?:item|report|appendix|information|"
    r"annex|paper|minutes?|document)(?:\s*[\dA-Z]{1,2})?|document\s+is\s+restricted|"
    r"(?:appendix|annex|item|report|document)(?:\s*[\dA-Z]{1,2})?\s*[-–:(]+\s*(?:exempt|confidential|"
    r"restricted)\W*|"
    r"(?:(?:exempt|confidential|private|restricted)\W+){0,2}not\s+for\s+publication\b.{0,240}|"
    r"(?:this\s+)?(?:report|document|appendix|annex|page|item|paper)(?:\s+[\dA-Z]{1,2})?\s+is\s+"
    r"(?:\w+\s+){0,2}?(?:exempt|confidential|not\s+for\s+publication|restricted)\b.{0,240}|"
    rf"(?:exempt\W+)?by\s+virtue\s+of\s+paragraph.{{0,60}}(?:{_SCHEDULE}.{{0,90}})?)\W*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\W*document\s+is\s+restricted\W*", re.IGNORECASE)

_CLOSED_SECTION = re.compile(
    rf"(?<!un)(?<!non-)\b(?:{_SECRET}|closed)\b|not\s+for\s+publication|not\s+open|\bexclu(?:ded|sion|ding)\b",
    re.IGNORECASE,
)
_OPEN_SECTION = re.compile(
    r"\b(?:unrestricted|non-exempt|public|open|part\s+(?:1|i|a|one))\b|\bno\s+(?:exempt|restricted)",
    re.IGNORECASE,
)
_SECOND_PART = re.compile(r"(?:agenda\s*)?(?:part|section)\s+(?:2|ii|b|two)\W*", re.IGNORECASE)

_MOTION = re.compile(
    r"\bexclu(?:sion|de|ding)\b.{0,30}\b(?:press|public)\b|\bmotion\s+to\s+exclude\b"
    r"|\b(?:move|moving|going)\s+into\s+(?:private|closed)\s+session\b"
    r"|\bexempt\s+information\b.{0,30}\bexclusion\b|\bprivate\s+session\s*$",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\bwhether\b|\bif\s+(?:any|so|necessary|required|appropriate|needed|there)\b|\bany\s+(?:items?|part|of\s+"
    r"the)\b|\bpossible\b|\b(?:may|might)\b|\bshould\s+(?:the|any|it|there|members)\b|\bin\s+the\s+event\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\bno\s+(?:[\w’']+\s+){0,3}?(?:exempt|confidential|items|business|such)|\bthere\s+are\s+none\b"
    r"|\bnot\s+(?:required|applicable|needed)\b|\bnone\s+(?:identified|at)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:agenda\s+)?items?\s+(?:nos?\.?\s*|numbers?\s*)?"
    r"(?P<list>[A-Z]?\d{1,3}[a-z]?(?:\s*(?:,|and|&|to|-|–)\s*[A-Z]?\d{1,3}[a-z]?)*)",
    re.IGNORECASE,
)

Scope = Literal["none", "named", "next", "rest", "appendix"]


@dataclass(frozen=True, slots=True)
class Motion:
    """What a motion to exclude the public is for.

    ``named`` items of the agenda, the ``next`` one, the ``rest`` of it, only an ``appendix`` of
    the next, or ``none``. ``sure`` is false where the motion does not say.
    """

    scope: Scope
    numbers: tuple[str, ...] = ()
    sure: bool = True


def in_title(title: str) -> bool:
    """Whether a title carries a mark of its own."""
    if _VOID.search(title) and not re.search(r"not\s+for\s+publication", title, re.I):
        return False
    return bool(_IN_TITLE.search(title) or _SURE.search(title)) and not is_motion(title)


def unmarked(title: str) -> str:
    """A title without the marks in it."""
    bare = re.sub(
        rf"\W*\bnot\s+for\s+publication\b.*|[(\[][^)\]]*\b(?:{_SECRET}|part\s+(?:2|ii|b|two))\b[^)\]]*[)\]]"
        rf"|^\W*{_SECRET}(?:\s+(?:item|report|business|matter|paper))?s?\s*[-–—:]\s*"
        rf"|\s[-–—:|]\s*{_SECRET}(?:\s+\w+)?\s*$",
        " ",
        title,
        flags=re.IGNORECASE,
    )
    return " ".join(bare.split())


def in_text(text: str) -> bool:
    """Whether a text says of what it stands with that it is not for the public."""
    return any(_says(sentence) for sentence in sentences(text))


def _says(sentence: str) -> bool:
    if _VOID.search(sentence):
        return False
    bracket = re.fullmatch(r"\W*(?:fully\s+)?(?:exempt|confidential|restricted)\W*", sentence, re.I)
    return bool(bracket or (_SURE.search(sentence) and not _of_a_piece(sentence)))


def _of_a_piece(sentence: str) -> bool:
    """Whether the mark is said of an appendix alone."""
    piece = _PIECE.search(sentence)
    if not piece:
        return False
    before = sentence[: piece.start()]
    return not re.search(r"\b(?:report|item|paper)s?\b.{0,40}\b(?:and|with)\b", before, re.I)


def of_an_appendix(text: str) -> bool:
    """Whether a text says that an appendix, and not the whole, is exempt."""
    return any(
        bool(_PIECE.search(s) and re.search(rf"{_SECRET}|not\s+for\s+publication", s, re.I))
        and not _VOID.search(s)
        for s in sentences(text)
    )


def by_status(value: str) -> bool:
    """Whether the field of a cover that states confidentiality or classification marks the report.

    A field with words that say neither is taken for a mark: better left out than let out.
    """
    text = value.strip()
    if (
        not text
        or _DENIAL.fullmatch(text)
        or re.match(r"(?:no|none|n/?a|not)\b[^a-z]*$", text, re.I)
    ):
        return False
    if _DENIAL.match(text) and not re.search(r"\b(?:but|except|exempt|part\s+2)\b", text, re.I):
        return False
    if _AFFIRMED.match(text):
        return True
    if of_an_appendix(text):
        return False
    return in_text(text) or (bool(re.search(_STATES, text, re.I)) and not _VOID.search(text))


def on_page(text: str) -> bool:
    """Whether a line alone marks the page on which it stands."""
    return bool(_ON_PAGE.fullmatch(text)) and not _VOID.search(text)


def is_placeholder(text: str) -> bool:
    """Whether a line is what stands in a public pack for a document that was left out."""
    return bool(_PLACEHOLDER.fullmatch(text))


def closed_section(heading: str, note: str = "") -> bool:
    """Whether the items below a heading are not for the public."""
    if _SECOND_PART.fullmatch(heading):
        return not _OPEN_SECTION.search(note)
    if _OPEN_SECTION.search(heading) and not re.search(
        r"\bnot\b|\bexclu|\bexempt\b(?<!non-exempt)", heading, re.I
    ):
        return False
    return bool(_CLOSED_SECTION.search(heading))


def is_motion(title: str) -> bool:
    """Whether an item is the motion to exclude the press and public."""
    return bool(_MOTION.search(title))


def motion(title: str, body: str) -> Motion:
    """What a motion to exclude the public is for."""
    text = f"{title}. {body}"
    if _NOTHING.search(text):
        return Motion("none")
    numbers = tuple(n for found in _NUMBERED.finditer(text) for n in _numbers(found["list"]))
    if numbers:
        return Motion("appendix" if _PIECE.search(text) else "named", numbers)
    if _UNDECIDED.search(text):
        return Motion("none")
    if _PIECE.search(text) or re.search(r"\bpapers\s+included\b", text, re.I):
        return Motion("appendix")
    if re.search(r"\bfollowing\s+(?:item|report|matter)\b(?!s|\(s)|\bnext\s+item\b", text, re.I):
        return Motion("next")
    return Motion("rest", sure=bool(re.search(r"\b(?:following|remain)", text, re.I)))


def _numbers(listed: str) -> list[str]:
    """Item numbers of a list such as ``9, 10 and 12`` or ``9 to 11``."""
    found: list[str] = []
    for piece in re.split(r"\s*(?:,|\band\b|&)\s*", listed):
        ends = re.split(r"\s*(?:\bto\b|[-–])\s*", piece)
        if len(ends) == 2 and all(end.isdecimal() for end in ends):
            found += [str(n) for n in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            found += [end for end in ends if end]
    return found
