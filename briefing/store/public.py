"""From which day a row is public, so that a briefing holds nothing that came out later."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.store.layout import Row

#: Later than every day: what does not say when it came out is never known to be out.
UNKNOWN = "9999-12-31"


def document_public_from(document: Row) -> str:
    """The day (ISO 8601) on which a document came out.

    It is the day it was published, else the day of its meeting. Minutes come out after their
    meeting, whatever else is stated.
    """
    meeting = document.get("meeting", "")[-10:]
    day = document.get("published", "") or meeting or UNKNOWN
    if document.get("kind") == "minutes" and meeting:
        return max(day, (date.fromisoformat(meeting) + timedelta(days=1)).isoformat())
    return day


def agenda_day(meeting: Row) -> str:
    """The day (ISO 8601) on which a meeting's agenda came out, else the meeting's own."""
    return meeting.get("agenda_published", "") or meeting.get("date", "")
