"""Summaries of a meeting that third parties publish: second-hand, and labelled so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.ingest.page import Source
from briefing.ingest.papers.digest import Section, digest_of
from briefing.ingest.parts import Part, Said, Summary, Where
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.running import sentences
from briefing.ingest.words.small_counts import without_few

_ASKED = re.compile(
    r"the reports? (?:recommended|recommends|asked|asks) t(hat (?:the )?"
    r"(?:panel|committee|board|members|commission|forum)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


def recognise(source: Source) -> Iterator[Part]:
    """The summary that a document is, section by section; its footnotes apart."""
    digest = digest_of(source)
    if digest:
        yield Summary(
            where=Where.of(digest.line),
            panel_title=digest.panel_title,
            day=digest.day,
            publisher=digest.publisher,
            council=digest.council,
            start_time=digest.start_time,
            sections=tuple(_said(section) for section in digest.sections),
            asked=tuple(said for section in digest.sections for said in _asked(section)),
            footnotes=tuple(
                Said(_carried(text), Where.of(line, "Footnotes"), number)
                for number, text, line in digest.notes
            ),
        )


def _said(section: Section) -> Said:
    text = "\n".join(_carried(paragraph.text) for paragraph in section.paragraphs)
    return Said(text, Where.of(section.line, section.heading))


def _asked(section: Section) -> Iterator[Said]:
    """What the report of a section recommended that the panel do, from *That the panel …* on."""
    for paragraph in section.paragraphs:
        for sentence in sentences(_carried(paragraph.text)):
            if found := _ASKED.match(sentence):
                yield Said(f"T{found[1]}", Where.of(paragraph.line, section.heading))


def _carried(text: str) -> str:
    """What may be carried of a paragraph: no names of officers, contacts or counts of few."""
    return without_few(roles_only(without_contacts(text)))
