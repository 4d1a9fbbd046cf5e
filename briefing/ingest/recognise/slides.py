"""Decks of slides, such as a position statement that was presented to a panel."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.page import Source
from briefing.ingest.papers.deck import deck_of
from briefing.ingest.parts import Part, Said, Slides, Where
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.small_counts import without_few


def recognise(source: Source) -> Iterator[Part]:
    """The deck that a document is: the section of each slide's place is its heading."""
    slides = deck_of(source)
    if slides:
        yield Slides(
            where=Where.of(slides[0].line),
            title=source.title or slides[0].heading,
            slides=tuple(
                Said(
                    "\n".join(_carried(text) for text, _ in slide.paragraphs),
                    Where.of(slide.line, slide.heading),
                    str(number),
                )
                for number, slide in enumerate(slides, start=1)
            ),
            certainty=1.0 if source.positioned else 0.8,
        )


def _carried(text: str) -> str:
    """What may be carried of a paragraph: no names of officers, contacts or counts of few."""
    return without_few(roles_only(without_contacts(text)))
