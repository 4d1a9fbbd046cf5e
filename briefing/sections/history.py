"""Recommendations of a panel across its meetings."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analysis import Entry
from briefing.display.show import Blocks
from briefing.display.tables import recommendations_table
from briefing.errors import BriefingError
from briefing.face import Meeting, open_store
from briefing.model import blocks as b
from briefing.model import compose
from briefing.model.blocks import Block
from briefing.sections.edition import find_data
from briefing.sections.words import british_date


@dataclass(frozen=True)
class History:
    """A panel's recommendations as at one of its meetings."""

    meeting: Meeting

    @property
    def ledger(self) -> tuple[Entry, ...]:
        """Every recommendation raised up to the meeting, oldest first."""
        return self.meeting.ledger


def open_history(panel: str = "", *, as_of: str = "", data: str = "") -> History:
    """The recommendations of a panel.

    Parameters
    ----------
    panel
        Its slug; blank takes the only panel of the store.
    as_of
        A day (ISO 8601): the panel's last meeting on record up to it is taken; blank takes its
        last meeting that has papers.

    Raises
    ------
    BriefingError
        When the store has more than one panel and none is named, or no meeting fits.
    """
    store = open_store(data or find_data())
    if not panel:
        if len(store.panels) != 1:
            raise BriefingError(f"name a panel: {', '.join(store.panels)}")
        (panel,) = store.panels
    fitting = [
        meeting
        for name in store.meeting_ids
        if (meeting := store.meeting(name)).panel == panel
        and meeting.date <= (as_of or "9999-12-31")
        and meeting.status != "known_date"
    ]
    if not fitting:
        raise BriefingError(f"no meeting of {panel} is on record up to {as_of}")
    return History(fitting[-1])


def history_page(history: History) -> Blocks:
    """The ledger as a table."""
    meeting = history.meeting
    day = british_date(meeting.date)
    return Blocks(
        b.document(
            title=f"Recommendations of the {meeting.panel_title}, to {day}",
            subject="Recommendations across meetings",
            running=f"{meeting.panel_title} · recommendations to {day}",
            date=meeting.date,
            colour=meeting.panel_record.colour,
        ),
        b.heading(f"Recommendations of the {meeting.panel_title}", level=1),
        b.paragraph(f"As at the meeting of {day}. Statuses and responses are as printed."),
        recommendations_table(history.ledger),
    )


def history_entries(history: History) -> Blocks:
    """Each recommendation with every response, in order of time."""
    return Blocks([part for entry in history.ledger for part in _entry(history, entry)])


def _entry(history: History, entry: Entry) -> list[Block]:
    raised = british_date(entry.raised_on.isoformat())
    made = [
        b.heading(entry.text, level=2),
        b.paragraph(
            compose(
                "Raised on {raised} under {item}; {days} and {least}{meetings} old.",
                raised=raised,
                least="at least " if entry.meetings_missing else "",
                item=f"item {entry.item}" if entry.item.isdigit() else entry.item,
                days=entry.age_days,
                meetings=entry.age_meetings,
            )
        ),
    ]
    updates: list[b.Inline] = [
        [
            {"text": f"{british_date(update.day.isoformat())}: ", "bold": True},
            f"{update.status or 'no status'}. {update.response}",
            {"text": f" ({update.citation.text})", "muted": True},
        ]
        for update in entry.updates
    ]
    if updates:
        made.append(b.items(updates, style="tight"))
    else:
        made.append(b.paragraph("No response is on record."))
    return made
