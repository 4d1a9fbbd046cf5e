"""Sentences that state figures or movements, for the check of words against tables."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.parts import Passage
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made


def passage_rows(context: Context) -> Iterator[Made]:
    """Rows of the passages, numbered as they come in the document."""
    if not context.meeting:
        return
    for number, passage in enumerate(context.of(Passage), start=1):
        yield (
            "passages",
            {
                "passage": f"{context.stem}-p{number:03d}",
                "meeting": context.meeting,
                "item_number": context.item_at(passage.where),
                "text": clean(passage.text),
                "previous": clean(passage.previous),
                "text_kind": "printed",
                **context.place(passage.where, passage.where.section or passage.item_title),
            },
        )
