"""Recommendations: due, overdue, complete but only planned."""

from __future__ import annotations

from briefing.analysis import Entry
from briefing.display.show import Blocks
from briefing.display.tables import recommendations_table
from briefing.model import Sentence, compose, derive
from briefing.model import blocks as b
from briefing.sections.agenda_item import question_card
from briefing.sections.edition import Edition


def recommendations(edition: Edition) -> Blocks:
    """The ledger as the panel sees it at this meeting, and what to ask about it."""
    number = edition.tracker_item
    made = [b.heading("Recommendations", level=2, anchor="recommendations")]
    ledger = edition.meeting.ledger
    if not ledger:
        made.append(b.paragraph("No recommendation of the panel is on record up to this meeting."))
        return Blocks(made)
    made.append(
        b.paragraph([_summary(ledger), _acceptance(ledger), " Status and response are as printed."])
    )
    made += list(recommendations_table(ledger))
    asked = [q for q in edition.questions if number and q.item_number == number]
    if asked:
        made.append(b.heading("Lines of enquiry", level=3))
        made += [question_card(q) for q in asked]
    if number:
        made.append(b.notes(2, label=f"Notes on item {number}"))
    return Blocks(made)


def _summary(ledger: tuple[Entry, ...]) -> Sentence:
    """How many there are, and how many are complete, planned, overdue or unanswered."""
    every = derive(len(ledger), "recommendations on record")
    parts = [
        compose("{count} {what}", count=derive(number, what), what=what)
        for number, what in (
            (sum(e.status.lower().startswith("complete") for e in ledger), "marked complete"),
            (_flagged(ledger, "complete_but_only_planned"), "of these with a step still to come"),
            (sum(e.status.lower().startswith("in progress") for e in ledger), "in progress"),
            (_flagged(ledger, "overdue"), "overdue"),
            (_flagged(ledger, "resolution_never_entered"), "never entered in the tracker"),
            (_flagged(ledger, "gone_without_acceptance"), "gone from the list without acceptance"),
            (sum(not e.updates for e in ledger), "without a response on record"),
        )
        if number
    ]
    sentence = compose("{every} on record", every=every)
    for place, part in enumerate(parts):
        joint = ": " if place == 0 else ", "
        sentence = compose("{so_far}{joint}{part}", so_far=sentence, joint=joint, part=part)
    return compose("{sentence}.", sentence=sentence)


def _flagged(ledger: tuple[Entry, ...], flag: str) -> int:
    return sum(flag in entry.flags for entry in ledger)


def _acceptance(ledger: tuple[Entry, ...]) -> str:
    if any(entry.accepted for entry in ledger):
        return ""
    return " None is on record as accepted by the panel."
