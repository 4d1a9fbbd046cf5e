"""The document itself, and the meetings that it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefing.ingest.parts import FrontSheet, Part, Summary, Where
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made


def meeting_rows(context: Context) -> Iterator[Made]:
    """Rows of documents and meetings: its own meeting, those it has minutes of, those it lists.

    Who sits on the panel has no table: attendance is of those who were at a meeting.
    """
    yield "documents", context.document
    if not context.meeting:
        return
    for minutes in context.minutes():
        held = date.fromisoformat(context.meeting_on(minutes.day)[-10:])
        yield _meeting(context, held, "held", minutes)
    own = date.fromisoformat(context.meeting[-10:])
    sheets: list[FrontSheet | Summary] = [*context.of(FrontSheet), *context.of(Summary)]
    sheet = next((s for s in sheets if s.day in (own, context.printed_day, None)), None)
    yield _meeting(context, own, "scheduled", sheet)
    for front in context.of(FrontSheet):
        for day in front.meeting_dates:
            yield _meeting(context, day, "known_date", None, front.where)


def _meeting(
    context: Context, day: date, status: str, told: Part | None, where: Where | None = None
) -> Made:
    meeting = f"{context.panel}/{day.isoformat()}"
    own = meeting == context.meeting and status == "scheduled"
    year = getattr(told, "municipal_year", "")
    published = getattr(told, "published", None)
    return "meetings", {
        "meeting": meeting,
        "panel": context.panel,
        "council": context.council,
        "title": context.panel_title,
        "date": day.isoformat(),
        "start_time": getattr(told, "start_time", ""),
        "venue": clean(getattr(told, "venue", "")),
        "status": status,
        "municipal_year": year or municipal_year(day),
        "agenda_published": published.isoformat() if own and published else "",
        "role": clean(getattr(told, "role", "")) if own else "",
        **context.place(told.where if told else where or Where()),
    }


def municipal_year(day: date) -> str:
    """The municipal year of a day: from the middle of May, blank in the weeks when it turns."""
    if day.month == 5:
        return ""
    start = day.year if day.month > 5 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"
