"""The panel's own recommendations: planned and called complete, overdue, undated, gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.recommendations import Entry
from briefing.analysis.rows import period
from briefing.model.agenda import is_tracker
from briefing.model.period import british
from briefing.model.sentence import Sentence
from briefing.questions.severity import weigh
from briefing.questions.signals.making import inside, make
from briefing.questions.signals.record import Signal
from briefing.questions.signals.statements import clause, has_number
from briefing.questions.templates import fill, phrases
from briefing.questions.view import View

#: Flag of the ledger -> kind of signal, gravest first.
KINDS = {
    "overdue": "recommendation-overdue",
    "complete_but_only_planned": "recommendation-only-planned",
    "gone_without_acceptance": "recommendation-gone",
    "status_without_evidence": "recommendation-no-evidence",
    "resolution_never_entered": "recommendation-not-entered",
}

#: The first clause of what was asked stands for the whole from this many letters on.
ENOUGH = 40


def signals(view: View) -> Iterator[Signal]:
    """One signal a recommendation, under the item that monitors them."""
    monitoring = (r for r in view.rows("agenda_items") if is_tracker(r["title"]))
    item = next(monitoring, None)
    if item is None:
        return
    for entry in view.ledger:
        kind = "" if entry.accepted else _kind(entry, item["meeting"])
        if kind:
            yield _signal(view, entry, item["item_number"], kind)
        if kind == "recommendation-complete":
            yield _signal(view, entry, item["item_number"], "answered")


def _kind(entry: Entry, meeting: str) -> str:
    """The kind of signal; blank for none. What a later tracker may say is left open."""
    if entry.updates and entry.updates[-1].meeting != meeting:
        gone = "gone_without_acceptance" in entry.flags
        return KINDS["gone_without_acceptance"] if gone else "recommendation-last-heard"
    flagged = next((kind for flag, kind in KINDS.items() if flag in entry.flags), "")
    if flagged or not entry.status:
        return flagged
    if entry.status.lower().startswith("complete"):
        return "recommendation-complete"
    return "recommendation-dated" if entry.due else "recommendation-undated"


def _signal(view: View, entry: Entry, item: str, kind: str) -> Signal:
    titles = {(r["meeting"], r["item_number"]): r["title"] for r in view.earlier("agenda_items")}
    title = titles.get((entry.raised_at, entry.item), entry.item)
    due = period({"due": entry.due}, "due") if entry.due else None
    fields = {
        "raised": british(entry.raised_on),
        "title": title,
        "asked": _asked(entry),
        "response": _response(entry),
        "status": entry.status.lower(),
        "reported": british(entry.updates[-1].day) if entry.updates else "",
        "age": entry.age_days,
        "due": due or "",
        "promise": fill(phrases()["due_by"], {"due": due}) if due else Sentence(""),
    }
    months = int(entry.age_days.value) // 30
    citations = [u.citation for u in entry.updates[-1:]] + [entry.citation]
    subject = entry.recommendation or re.sub(r"[^a-z0-9]+", "-", entry.row.lower()).strip("-")
    return make(
        kind,
        subject,
        item,
        weigh(kind, months=months),
        fields,
        citations=citations,
        rows=entry.rows,
        text=f"{title}. {entry.text}",
    )


def _asked(entry: Entry) -> str:
    """What was asked, as it stands behind the word "to": its first clause, if that says enough."""
    text = clause(entry.text)
    first = text.partition(", ")[0]
    text = first if len(first) >= ENOUGH else text
    return phrases()["as_resolved"] if has_number(text) else inside(text)


def _response(entry: Entry) -> Sentence:
    """The response printed last, where it holds no figures of its own."""
    response = entry.updates[-1].response if entry.updates else ""
    if not response or has_number(response):
        return Sentence("")
    return fill(phrases()["response"], {"response": clause(response)})
