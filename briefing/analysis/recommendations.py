"""The ledger of a panel's recommendations: what was asked, what was answered, what is left.

A recommendation lives from the resolution that makes it until the panel accepts it as complete.
That the papers call it complete does not end it; nor does its dropping off the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from briefing.analysis.asks import (
    LONGEST_WAIT_DAYS,
    first_tracker,
    following_meetings,
    never_entered,
)
from briefing.analysis.rows import Cite, Row, date_of, period, row_id
from briefing.model import Citation, Figure, Period, derive

#: The flags of an entry, in the order in which they are given.
FLAGS = (
    "overdue",
    "complete_but_only_planned",
    "status_without_evidence",
    "resolution_never_entered",
    "gone_without_acceptance",
)


@dataclass(frozen=True)
class Update:
    """What one meeting's papers said of a recommendation; ``status`` as printed."""

    meeting: str
    day: date
    response: str
    status: str
    flags: tuple[str, ...]
    citation: Citation
    row: str


@dataclass(frozen=True)
class Entry:
    """One recommendation over its life.

    Parameters
    ----------
    recommendation
        Its slug; blank for a resolution that no tracker took up.
    raised_at, raised_on
        The meeting that made it, and its day.
    item
        The title of the item under which it was made; of a resolution, the item's number.
    recipient, due
        Of whom it was asked and by when, blank and None where the papers do not say.
    updates
        Every response and status, in order of time.
    age_days, age_meetings
        Days since it was made, and meetings of the panel on record since.
    meetings_missing
        Whether the record has a gap since it was made that other meetings are likely to have
        filled: ``age_meetings`` is then the least that it can be.
    accepted
        Whether the panel's acceptance of it is on record.
    flags
        Of :data:`FLAGS`.
    row, rows
        The row that made it, and with it every row that the entry rests on.
    """

    recommendation: str
    raised_at: str
    raised_on: date
    item: str
    text: str
    text_kind: str
    recipient: str
    due: str
    updates: tuple[Update, ...]
    age_days: Figure
    age_meetings: Figure
    meetings_missing: bool
    accepted: bool
    flags: tuple[str, ...]
    citation: Citation
    row: str

    @property
    def status(self) -> str:
        """The latest status as printed; blank before the first."""
        return self.updates[-1].status if self.updates else ""

    @property
    def rows(self) -> tuple[str, ...]:
        """Names of every row of the store that the entry rests on."""
        return (self.row, *(u.row for u in self.updates))


def ledger(
    recommendations: Iterable[Row],
    updates: Iterable[Row],
    meetings: Iterable[Row],
    as_of: date,
    *,
    cite: Cite,
    resolutions: Iterable[Row] = (),
) -> tuple[Entry, ...]:
    """Every recommendation raised up to a day, oldest first, with its life and flags.

    Parameters
    ----------
    recommendations, updates, meetings, resolutions
        Rows of the tables of these names (``recommendation_updates`` for updates). Rows that were
        not public yet are the caller's to leave out: papers come out before their meeting.
    as_of
        The day on which ages are counted and due dates are past. For the briefing of a meeting,
        the day of the meeting.
    cite
        Maps a row to the place it was read from.

    Returns
    -------
    tuple of Entry
        With flags:

        * ``overdue``: its due date was past at the last tracker on record, which does not call it
          complete;
        * ``complete_but_only_planned``: called complete, while what was done lies in the future;
        * ``status_without_evidence``: its latest status stands without a response;
        * ``resolution_never_entered``: the panel asked for it, and the tracker of the panel's next
          meeting does not hold it;
        * ``gone_without_acceptance``: the tracker of the meeting after its last response no
          longer holds it, and neither a rejection nor the panel's acceptance is on record.

        The last two are given only where the tracker of the very next meeting is on record.
    """
    raised = [r for r in recommendations if date_of(r["meeting_raised"]) <= as_of]
    given = list(updates)
    held = [m for m in meetings if date_of(m["meeting"]) <= as_of]
    entries = [_entry(row, given, held, as_of, cite) for row in raised]
    resolved = [r for r in resolutions if date_of(r["meeting"]) < as_of]
    for row in never_entered(resolved, raised, given, held):
        entries.append(_unentered(row, held, as_of, cite))
    return tuple(sorted(entries, key=lambda e: e.raised_on))


def _entry(
    row: Row, given: Sequence[Row], meetings: Sequence[Row], as_of: date, cite: Cite
) -> Entry:
    raised = row["meeting_raised"]
    own = [u for u in given if u["recommendation"] == row["recommendation"]]
    own.sort(key=lambda u: date_of(u["meeting"]))
    updates = tuple(_update(u, cite) for u in own)
    accepted = any("accepted" in u.flags for u in updates)
    return Entry(
        recommendation=row["recommendation"],
        raised_at=raised,
        raised_on=date_of(raised),
        item=row["item_title"],
        text=row["text"],
        text_kind=row.get("text_kind", ""),
        recipient=row["recipient"],
        due=row["due"],
        updates=updates,
        age_days=_age_days(raised, as_of),
        age_meetings=_age_meetings(raised, meetings),
        meetings_missing=_meetings_missing(raised, meetings),
        accepted=accepted,
        flags=_flags(row, updates, given, meetings, as_of, accepted),
        citation=cite(row),
        row=row_id("recommendations", row),
    )


def _unentered(row: Row, meetings: Sequence[Row], as_of: date, cite: Cite) -> Entry:
    return Entry(
        recommendation="",
        raised_at=row["meeting"],
        raised_on=date_of(row["meeting"]),
        item=row["item_number"],
        text=row["text"],
        text_kind=row.get("text_kind", ""),
        recipient="",
        due="",
        updates=(),
        age_days=_age_days(row["meeting"], as_of),
        age_meetings=_age_meetings(row["meeting"], meetings),
        meetings_missing=_meetings_missing(row["meeting"], meetings),
        accepted=False,
        flags=("resolution_never_entered",),
        citation=cite(row),
        row=row_id("resolutions", row),
    )


def _update(row: Row, cite: Cite) -> Update:
    return Update(
        meeting=row["meeting"],
        day=date_of(row["meeting"]),
        response=row["response"],
        status=row["status"],
        flags=tuple(f for f in row["flags"].split("|") if f),
        citation=cite(row),
        row=row_id("recommendation_updates", row),
    )


def _flags(
    row: Row,
    updates: Sequence[Update],
    given: Sequence[Row],
    meetings: Sequence[Row],
    as_of: date,
    accepted: bool,
) -> tuple[str, ...]:
    if accepted:
        return ()
    last = updates[-1] if updates else None
    complete = last is not None and last.status.strip().lower().startswith("complete")
    rejected = any(_is_rejection(u.status) for u in updates)
    after = last.meeting if last else row["meeting_raised"]
    dropped = bool(first_tracker(after, given, meetings)) and not rejected
    found = {
        "overdue": not complete
        and not rejected
        and _is_past(row, _known_to(given, meetings, as_of)),
        "complete_but_only_planned": complete and last is not None and "only_planned" in last.flags,
        "status_without_evidence": last is not None
        and bool(last.status)
        and (not last.response.strip() or "no_evidence" in last.flags),
        "resolution_never_entered": last is None and dropped,
        "gone_without_acceptance": last is not None and dropped,
    }
    return tuple(flag for flag in FLAGS if found[flag])


def _known_to(given: Sequence[Row], meetings: Sequence[Row], as_of: date) -> date:
    """The day up to which the record tells: the last tracker on record, or the day itself while no
    meeting since then is missing. What a later tracker may say is left open."""
    trackers = [date_of(r["meeting"]) for r in given]
    if not trackers or (as_of - max(trackers)).days <= LONGEST_WAIT_DAYS:
        return as_of
    return max(trackers)


def _is_rejection(status: str) -> bool:
    words = status.strip().lower()
    return words.startswith(("rejected", "not agreed", "declined"))


def _is_past(row: Row, as_of: date) -> bool:
    """Whether the last day of a due date, or of the month or year it names, is past."""
    if not row["due"]:
        return False
    if row["due"].count("-") == 2:
        return date.fromisoformat(row["due"]) < as_of
    due = period(row, "due")
    return due is not None and _last_day(due) < as_of


def _last_day(due: Period) -> date:
    year, month = divmod(due.start + due.length, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def _age_days(meeting: str, as_of: date) -> Figure:
    return derive(
        (as_of - date_of(meeting)).days,
        "days from the meeting that asked for it to the date of this ledger",
        unit="days",
    )


def _age_meetings(meeting: str, meetings: Sequence[Row]) -> Figure:
    return derive(
        len(following_meetings(meeting, meetings)),
        "meetings of the panel on record since the one that asked for it",
        unit="meetings",
    )


def _meetings_missing(meeting: str, meetings: Sequence[Row]) -> bool:
    days = [date_of(m) for m in (meeting, *following_meetings(meeting, meetings))]
    return any((b - a).days > LONGEST_WAIT_DAYS for a, b in pairwise(days))
