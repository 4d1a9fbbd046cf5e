"""Figures in running text, where the sentence itself says what is measured, in what unit.

Only in papers that state figures in words: published summaries, slides, and the measures of
commitments and ambitions. A figure about which the sentence leaves anything to guess (a rank, a
range, ``around``, a projected change) is not read; a summary's or a slide's is named among what was
not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.ingest.page import Source
from briefing.ingest.papers.commitment_rows import commitment_rows
from briefing.ingest.papers.deck import deck_of
from briefing.ingest.papers.digest import digest_of
from briefing.ingest.papers.sentence_figures import Found, figures_in
from briefing.ingest.papers.sentence_leftover import left_over
from briefing.ingest.parts import InlineFigure, Part, Statement, Unread, Where
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.running import sentences
from briefing.ingest.words.small_counts import tells_of_few


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to read: of which kind, where, and under which heading."""

    text: str
    where: Where
    kind: str


def recognise(source: Source) -> Iterator[Part]:
    """The figures that a summary, slides or a paper of measures states in words."""
    for text in _texts(source):
        for sentence in sentences(text.text):
            yield from _in_sentence(sentence, text)


def _in_sentence(sentence: str, text: _Text) -> Iterator[Part]:
    if tells_of_few(sentence):
        if text.kind == "stated":
            message = "a sentence that counts few people, or tells of one, is not carried"
            yield Unread(where=text.where, kind="small-counts-left-out", message=message)
        return
    read = list(figures_in(sentence, text.kind))
    for found in read:
        yield _part(found, sentence, text.where)
    left = left_over(sentence, [found.number for found in read]) if text.kind == "stated" else []
    if left:
        message = f"figures in the text were not read: {', '.join(left)}"
        yield Unread(where=text.where, kind="figures-not-read", message=message)


def _texts(source: Source) -> Iterator[_Text]:
    digest = digest_of(source)
    if digest:
        for section in digest.sections:
            for paragraph in section.paragraphs:
                yield _Text(paragraph.text, Where.of(paragraph.line, section.heading), "stated")
        return
    for slide in deck_of(source):
        for text, line in slide.paragraphs:
            yield _Text(text, Where.of(line, slide.heading), "stated")
    for row in commitment_rows(source):
        if isinstance(row, Statement):
            where = replace(row.where, section=row.item_title)
            if row.kind == "ambition":
                yield _Text(row.text, where, "ambition")
            yield _Text(row.measure, where, "measure")


def _part(found: Found, sentence: str, where: Where) -> InlineFigure:
    value = Decimal(found.number.replace(",", "")) * found.scale
    return InlineFigure(
        where=where,
        certainty=found.certainty,
        label=roles_only(found.label),
        raw=found.raw,
        value=value.to_integral_value() if found.scale > 1 and value % 1 == 0 else value,
        unit=found.unit,
        text=roles_only(sentence),
        period=found.period,
        bound=found.bound,
        item_title=where.section,
        change=found.change,
    )
