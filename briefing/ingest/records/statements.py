"""What a paper states in words, such as commitments with lead, timescale and measure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.parts import Statement
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made
from briefing.ingest.words.slugs import unused


def statement_rows(context: Context) -> Iterator[Made]:
    """Rows of the statements, numbered as they come in the document."""
    if not context.meeting:
        return
    taken = set(context.statement_names.values())
    for number, statement in enumerate(context.of(Statement), start=1):
        measure = clean(statement.measure)
        if statement.due_raw and not statement.due:
            measure = "; ".join(filter(None, (measure, f"timescale: {clean(statement.due_raw)}")))
        text = clean(statement.text)
        name = context.statement_names.get(text) or unused(f"{context.stem}-{number:03d}", taken)
        taken.add(name)
        yield (
            "statements",
            {
                "statement": name,
                "meeting": context.meeting,
                "item_number": context.item_at(statement.where),
                "kind": statement.kind,
                "text": text,
                "owner": clean(statement.owner),
                "due": statement.due,
                "measure": measure,
                "text_kind": "printed",
                **context.place(statement.where, statement.where.section or statement.item_title),
            },
        )
