"""Sentences of running text that state a figure or a movement of something counted.

Rows of tables, lists of who was present and glossaries are no running text. Sentences that count
fewer than five people are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.ingest.page import Source
from briefing.ingest.papers.prose import Paragraph, paragraphs
from briefing.ingest.parts import Part, Passage, Where
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.running import sentences
from briefing.ingest.words.small_counts import tells_of_few

_SHARE = re.compile(
    r"\d\s?%|\bper\s?cent\b|\bpercentage\s+points?\b|\brates?\s+of\s+\d|\bper\s+1?0?,?000\b"
    r"|\b(?:a|one|two|three)[\s-](?:half|thirds?|quarters?|fifths?)\s+of\b|\b(?:doubled|halved"
    r"|trebled|tripled)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:increas(?:es|ed|ing|e)|ris(?:es|en|ing)|rose|grew|grown|decreas(?:es|ed|ing|e)"
    r"|reduc(?:es|ed|ing|tions?)"
    r"|fall(?:s|en|ing)|fell|drop(?:s|ped|ping)?|dipped|declin(?:es|ed|ing|e)|improved|remain(?:s"
    r"|ed|ing)?"
    r"|(?:low|high)(?:er|est)|fewer|above|below|new\s+(?:low|high)|averag(?:ed|ing|e)|target"
    r"|comparable|(?:up|down)(?!\s+to\b))\b",
    re.IGNORECASE,
)
_TIME_OR_FIGURE = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
    r"|\b(?:last|previous|same)\s+(?:month|year|quarter)\b|\b(?:steady|steadily|target|average"
    r"|neighbours?|England|nationally)\b"
)
_COUNTED = re.compile(
    r"\b(?:is|are|was|were|have|has|had|now|to|at|of|currently|saw)\s+(?:(?:currently|now|around"
    r"|about|over|under)\s+)?\d[\d,]*\b"
    r"(?!\s*(?:(?:st|nd|rd|th|am|pm)\b|[/:.]\d|(?:year|month|week|day|hour|minute)s?\b|January"
    r"|February|March|April|May|June"
    r"|July|August|September|October|November|December))(?!\d)|^(?:In\s+\w+,\s+)?\d[\d,]*\s+[a-z]+",
)
#: Ages, whose figures count nothing.
_AGES = re.compile(
    r"\b(?:aged?|until|turn(?:s|ed)?|reach(?:es|ed)?|up\s+to|under|over|above|below|is|are"
    r"|of)\s+(?:the\s+age\s+of\s+|they\s+are\s+)?"
    r"(?:1[0-9]|2[0-5]|[4-9])\b(?!\s*%)(?:\s+(?:or|and|to)\s+(?:(?:under|over|above)"
    r"|\d{1,2}))?(?:\s+years?(?:\s+olds?)?)?(?=\s*(?:[,.;]|$|unless|and\b|or\b|wherever|who|if))"
    r"|\b\d{1,2}\s+years?(?:\s+olds?|\s+of\s+age)",
    re.IGNORECASE,
)
_YEARS_ONLY = re.compile(r"\b(?:of|in|to|at)\s+(?:19|20)\d\d\b")
_PRONOUN = re.compile(
    r"^(?:(?:and|but|however|overall),?\s+)?(?:this|it|these|those|they|that|at\s+(?:this"
    r"|the\s+current)"
    r"|(?:the|our)\s+(?:rate|number|figure|percentage|proportion|target|goal|ambition))\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|make|makes|shows?|saw|rose|fell|remain\w*|reduced"
    r"|increased|improved|dropped|decreased|down|up|would|will|can|could|achieves?d?|reach(?:es|ed)?)\b"
)
_SHORTEST, _LONGEST = 3, 120


def recognise(source: Source) -> Iterator[Part]:
    """The sentences of a document that state figures or movements, in printed order."""
    for paragraph in paragraphs(source):
        yield from _passages(paragraph)


def _passages(paragraph: Paragraph) -> Iterator[Passage]:
    before, place = "", 0
    for sentence in sentences(paragraph.text):
        line, place = paragraph.line_of(sentence, place)
        few = tells_of_few(sentence)
        if not few and _states(sentence):
            text = roles_only(without_contacts(sentence))
            leans = _PRONOUN.match(sentence)
            yield Passage(
                where=Where.of(line, roles_only(paragraph.heading)),
                text=text,
                previous=roles_only(without_contacts(before)) if leans else "",
            )
        before = "" if few else sentence


def _states(sentence: str) -> bool:
    count = len(sentence.split())
    if not _SHORTEST <= count <= _LONGEST or not _VERB.search(sentence):
        return False
    if _SHARE.search(sentence):
        return True
    sentence = _AGES.sub(" ", sentence)
    if _MOVED.search(sentence) and _TIME_OR_FIGURE.search(sentence):
        return True
    return bool(_COUNTED.search(_YEARS_ONLY.sub(" ", sentence)))
