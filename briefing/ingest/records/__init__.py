"""From recognised parts to rows of the store, each with the place that it was read from."""

from __future__ import annotations

from briefing.ingest.records.agenda import agenda_rows
from briefing.ingest.records.context import Context
from briefing.ingest.records.inspection import inspection_rows
from briefing.ingest.records.issues import issue_rows
from briefing.ingest.records.meetings import meeting_rows
from briefing.ingest.records.minutes import minutes_rows
from briefing.ingest.records.passages import passage_rows
from briefing.ingest.records.recommendations import recommendation_rows
from briefing.ingest.records.rows import Rows
from briefing.ingest.records.statements import statement_rows
from briefing.ingest.records.tables import table_rows
from briefing.ingest.records.words import glossary_rows

__all__ = ["Context", "Rows", "records"]


def records(context: Context) -> Rows:
    """All rows of a document, by table in printed order.

    A row whose key another row of the document has already is left out, and an issue says so
    where the two differ.
    """
    rows = Rows()
    for make in (
        meeting_rows,
        agenda_rows,
        minutes_rows,
        recommendation_rows,
        statement_rows,
        passage_rows,
        table_rows,
        glossary_rows,
        inspection_rows,
    ):
        rows.extend(make(context))
    rows.extend(issue_rows(context, rows.clashes))
    return rows
