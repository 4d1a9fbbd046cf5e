"""Rows of a tracker: what is asked, what was answered, and which status goes with which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.ingest.page import Line
from briefing.ingest.papers.tracker_columns import is_status
from briefing.ingest.parts import Said, TrackerRow, Unread, Where
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.running import run_on
from briefing.ingest.words.small_counts import without_few

#: The mark of one of several actions: ``1)``, ``(ii)``, ``b)``, ``3.``.
_MARK = re.compile(r"(\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\)|\d{1,2}\.)\s+(?=\S)", re.IGNORECASE)


@dataclass
class RowInProgress:
    """A row while its lines come in, page by page."""

    raised: date | None
    where: Where
    title: list[Line] = field(default_factory=list)
    action: list[Line] = field(default_factory=list)
    taken: list[Line] = field(default_factory=list)
    status: list[Line] = field(default_factory=list)
    recipient: list[Line] = field(default_factory=list)


def clean(texts: Sequence[str]) -> str:
    """Texts run on, officers by role, without telephone, mail and counts of few people."""
    return without_few(roles_only(without_contacts(run_on(texts))))


def said(lines: Sequence[Line], number: str = "") -> Said:
    """The text of lines with the place of the first."""
    text = clean([line.text for line in lines])
    return Said(text.removeprefix(number).strip(), Where.of(lines[0]), number)


def marked(text: str) -> str:
    """The mark that a text opens with, such as ``1)``; blank for none."""
    found = _MARK.match(text)
    return found[1] if found else ""


def actions_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each action: a new one begins where the next mark of the list stands."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or marked(line.text):
            groups.append([])
        groups[-1].append(line)
    return groups


def _height(line: Line) -> tuple[int, float]:
    return (line.page or 0, line.top)


def _shared_out(lines: Sequence[Line], starts: Sequence[Line]) -> list[list[Line]]:
    """Lines by the action beside which they stand: from its first line to that of the next."""
    groups: list[list[Line]] = [[] for _ in starts]
    for line in lines:
        page, top = _height(line)
        place = (page, top + 4.0)
        groups[max(sum(_height(start) <= place for start in starts) - 1, 0)].append(line)
    return groups


def _statuses(lines: Sequence[Line]) -> list[Said]:
    """Statuses of one cell; a status over two lines is one."""
    if not lines:
        return []
    whole = run_on(line.text for line in lines)
    if is_status(whole) or not all(is_status(line.text) for line in lines):
        return [Said(whole, Where.of(lines[0]))]
    return [Said(line.text, Where.of(line)) for line in lines]


def placed_row(row: RowInProgress) -> tuple[TrackerRow, Unread | None]:
    """A row whose lines have their place on paper: answers stand beside what they answer."""
    groups = actions_of(row.action)
    actions = tuple(said(group, marked(group[0].text)) for group in groups)
    answers = _shared_out(row.taken, [group[0] for group in groups]) if groups else []
    marks = [
        found
        for lines in (_shared_out(row.status, [g[0] for g in groups]) if groups else [])
        for found in [_statuses(lines)]
    ]
    unread = None
    taken = tuple(said(lines) for lines in answers if lines)
    if len(taken) not in (0, len(actions)):
        taken = (said(row.taken),)
    statuses = tuple(found[0] for found in marks if len(found) == 1)
    if any(len(found) > 1 for found in marks) or len(statuses) not in (0, len(actions)):
        statuses, unread = (), unpaired(row.where, len(actions), sum(len(f) for f in marks))
    return finished(row, actions, taken, statuses), unread


def finished(
    row: RowInProgress,
    actions: tuple[Said, ...],
    taken: tuple[Said, ...],
    statuses: tuple[Said, ...],
) -> TrackerRow:
    """The row as a part."""
    return TrackerRow(
        raised=row.raised,
        title=clean([line.text for line in row.title]),
        actions=actions,
        taken=taken,
        statuses=statuses,
        where=row.where,
        recipient=clean([line.text for line in row.recipient]),
    )


def unpaired(where: Where, actions: int, statuses: int) -> Unread:
    """What is reported where statuses cannot be given each to its action."""
    return Unread(
        where=where,
        kind="statuses-not-paired",
        message=f"A row of the tracker asks {actions} things and prints {statuses} statuses; which "
        "goes with which is not certain, so none is taken.",
    )
