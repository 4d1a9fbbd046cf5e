"""Summaries of a meeting that third parties publish: second-hand, and labelled so."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.page import Source
from briefing.ingest.papers.digest import Section, digest_of
from briefing.ingest.parts import Part, Said, Summary, Where
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.small_counts import without_few


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
            footnotes=tuple(
                Said(_carried(text), Where.of(line, "Footnotes"), number)
                for number, text, line in digest.notes
            ),
        )


def _said(section: Section) -> Said:
    text = "\n".join(_carried(paragraph.text) for paragraph in section.paragraphs)
    return Said(text, Where.of(section.line, section.heading))


def _carried(text: str) -> str:
    """What may be carried of a paragraph: no names of officers, contacts or counts of few."""
    return without_few(roles_only(without_contacts(text)))
