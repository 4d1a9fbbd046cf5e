"""Glossaries and lists of acronyms."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.parts import Glossary
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made


def glossary_rows(context: Context) -> Iterator[Made]:
    """Rows of the glossary of the panel."""
    for glossary in context.of(Glossary):
        for term in glossary.terms:
            yield (
                "glossary",
                {
                    "panel": context.panel,
                    "term": clean(term.term),
                    "expansion": clean(term.expansion),
                    "definition": clean(term.definition),
                    "text_kind": "printed",
                    **context.place(term.where),
                },
            )
