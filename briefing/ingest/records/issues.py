"""What a document held that was not understood, does not agree, or was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.ingest.parts import PrintedTable, Unread, Where
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made, Row
from briefing.model.tables import TABLES


def issue_rows(context: Context, clashes: Sequence[tuple[str, Row, Row]]) -> Iterator[Made]:
    """Rows of the issues; those of a paper of no meeting have a blank one."""
    for told in context.overruled:
        message = f"the document {told}: it was read as you say"
        row = {"meeting": context.meeting, "kind": "overruled", "message": message}
        yield "issues", {**row, **context.place(Where())}
    yield from _once(context, list(context.of(Unread)))
    for note in context.notes:
        yield "issues", {"meeting": context.meeting, **note}
    yield from _unmatched(context)
    for table, kept, other in clashes:
        name = " ".join(filter(None, (kept[c] for c in TABLES[table].key if c != "meeting")))
        yield (
            "issues",
            {
                "meeting": context.meeting,
                "document": other["document"],
                "page": other.get("page", ""),
                "line": other.get("line", ""),
                "kind": "printed-twice",
                "message": clean(
                    f"{table.replace('_', ' ')}: {name} is printed twice with other content; the "
                    "first is kept"
                ),
                "printed_page": other.get("printed_page", ""),
                "section": other.get("section", ""),
            },
        )


def _once(context: Context, unread: Sequence[Unread]) -> Iterator[Made]:
    """What was not understood, where the same message says how often and on which pages."""
    found: dict[tuple[str, str], list[Where]] = {}
    for part in unread:
        found.setdefault((part.kind, clean(part.message)), []).append(part.where)
    for (kind, message), places in found.items():
        pages = dict.fromkeys(where.printed_page or str(where.page or "") for where in places)
        named = [page for page in pages if page]
        if len(places) > 1:
            on = f", pages {', '.join(named)}" if len(named) > 1 else ""
            message = f"{message} ({len(places)} times{on})"
        row = {"meeting": context.meeting, "kind": kind, "message": message}
        yield "issues", {**row, **context.place(places[0])}


def _unmatched(context: Context) -> Iterator[Made]:
    """Printed rows that are of no known measure, and measures that wait to be confirmed."""
    tables = list(context.of(PrintedTable))
    for (at, number), found in context.matches.items():
        row = tables[at].rows[number]
        if found.how != "unmatched":
            continue
        nearest = "".join(
            f"; the nearest in the catalogue: {name}" for name, _ in found.suggestions[:1]
        )
        yield (
            "issues",
            {
                "meeting": context.meeting,
                "kind": "unmatched-measure",
                "message": clean(
                    f"{tables[at].title}: the row {row.label!r} was matched to no measure: "
                    f"{found.reason or 'no name fits'}{nearest}"
                ),
                **context.place(row.where, tables[at].title),
            },
        )
    if context.new_measures:
        number = len(context.new_measures)
        are = "measure is" if number == 1 else "measures are"
        yield (
            "issues",
            {
                "meeting": context.meeting,
                "kind": "new-measure",
                "message": f"{number} {are} new to the catalogue: over what time each is "
                "counted and which way is good await confirmation in notebooks/review.ipynb",
                **context.place(Where()),
            },
        )
