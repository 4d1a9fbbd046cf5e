"""Which resolutions ask for something, and which of those a tracker never took up.

Both are told only where the papers leave little room for doubt: a resolution that approves
minutes, elects a chair or notes a report asks for nothing, and a tracker that came long after, or
that other trackers may have come before, proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.analysis.rows import Row, date_of, panel_of

#: A panel seldom waits longer than four months between two meetings, summer included: where the
#: record shows a longer gap, meetings in between are likely to be missing from it.
LONGEST_WAIT_DAYS = 125

#: Share of the words of a resolution that the text of its recommendation has at least.
_LIKE = 0.5

_PROCEDURAL = re.compile(
    r"\bminutes\b.*\b(approved|signed|agreed|confirmed)\b"
    r"|\b(elected|appointed)\b.*\b(vice-)?chair"
    r"|\b(press|public)\b.*\bexcluded\b"
    r"|\brecommendations? (of|in|set out in|contained in) the report\b"
    r"|\bapologies\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKING = re.compile(
    r"\b(circulat|provid|undertak|schedul|present|shar|send|sent|writ|investigat|invit|ask|"
    r"request|review|brief|arrang|produc|develop|consider giv|ensur|explor|updat|publish|"
    r"report(s|ed)? (back|on|to|the))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")


def asks_for_something(text: str) -> bool:
    """Whether a resolution asks someone to act, by its wording."""
    return not _PROCEDURAL.search(text) and bool(_ASKING.search(text))


def first_tracker(meeting: str, updates: Iterable[Row], meetings: Iterable[Row]) -> str:
    """The tracker that must hold what a meeting asked for: that of the panel's next meeting.

    Blank when no meeting of the panel followed within four months on record, or when the one that
    did has no tracker on record.
    """
    followed = following_meetings(meeting, meetings)
    if not followed:
        return ""
    next_meeting = followed[0]
    wait = (date_of(next_meeting) - date_of(meeting)).days
    tracked = {u["meeting"] for u in updates}
    return next_meeting if wait <= LONGEST_WAIT_DAYS and next_meeting in tracked else ""


def following_meetings(meeting: str, meetings: Iterable[Row]) -> tuple[str, ...]:
    """The meetings of the same panel after one, in order of time."""
    names = {
        m["meeting"]
        for m in meetings
        if panel_of(m["meeting"]) == panel_of(meeting) and date_of(m["meeting"]) > date_of(meeting)
    }
    return tuple(sorted(names))


def never_entered(
    resolutions: Iterable[Row],
    recommendations: Sequence[Row],
    updates: Sequence[Row],
    meetings: Sequence[Row],
) -> tuple[Row, ...]:
    """Resolutions that ask for something and that the next meeting's tracker does not hold.

    Where a meeting has as many recommendations on record as resolutions that ask for something,
    all of them are taken as entered: how their words were shortened is not held against them.
    """
    entered = {u["recommendation"] for u in updates}
    asking = [r for r in resolutions if asks_for_something(r["text"])]
    missing: list[Row] = []
    for meeting in dict.fromkeys(r["meeting"] for r in asking):
        if not first_tracker(meeting, updates, meetings):
            continue
        asked = [r for r in asking if r["meeting"] == meeting]
        held = [
            r
            for r in recommendations
            if r["meeting_raised"] == meeting and r["recommendation"] in entered
        ]
        if len(held) < len(asked):
            missing += [r for r in asked if not any(_alike(r["text"], h["text"]) for h in held)]
    return tuple(missing)


def _alike(left: str, right: str) -> bool:
    """Whether two texts share at least half of the words of the shorter one."""
    words, others = (set(_WORD.findall(t.lower())) for t in (left, right))
    shorter = min(len(words), len(others))
    return bool(shorter) and len(words & others) >= _LIKE * shorter
