"""The panel's own recommendations: planned and called complete, overdue, undated, gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.recommendations import Entry
from briefing.analysis.rows import period
from briefing.model.agenda import is_tracker
from briefing.model.period import MONTHS, british
from briefing.model.sentence import Sentence
from briefing.model.titles import readable
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
#: Letters of a printed recommendation that a question quotes at most.
QUOTED = 170

#: Statuses that say that work goes on. Of others, such as closed, nothing is asked.
_ONGOING = re.compile(
    r"\b(in progress|on-?going|open|outstanding|pending|part(ly|ial(ly)?)?|started|under ?way|"
    r"not (yet )?complete|on (track|course|target)|delayed|planned|awaiting|amber)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\s+(20\d\d)\b", re.IGNORECASE)


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
    if not _ONGOING.search(entry.status):
        return ""
    if entry.due:
        return "recommendation-dated"
    return "" if _names_a_date(entry) else "recommendation-undated"


def _names_a_date(entry: Entry) -> bool:
    """Whether the latest response names a month that was still to come."""
    last = entry.updates[-1]
    names = [m.lower() for m in MONTHS]
    found = ((int(m[2]), names.index(m[1].lower()) + 1) for m in _MONTH.finditer(last.response))
    return any(when >= (last.day.year, last.day.month) for when in found)


def _signal(view: View, entry: Entry, item: str, kind: str) -> Signal:
    titles = {(r["meeting"], r["item_number"]): r["title"] for r in view.earlier("agenda_items")}
    title = readable(titles.get((entry.raised_at, entry.item), entry.item))
    due = period({"due": entry.due}, "due") if entry.due else None
    fields = {
        "raised": british(entry.raised_on),
        "title": title,
        **_asked(entry, title),
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


def _asked(entry: Entry, title: str) -> dict[str, str]:
    """What was asked, as it stands inside a question, at its end, and as a sentence.

    Words of the kit's own stand behind the word "to": the first clause, if that says enough.
    Printed words are quoted, or give way to the title of their item where they hold numbers.
    """
    if entry.text_kind != "printed":
        text = clause(entry.text)
        first = text.partition(", ")[0]
        text = first if len(first) >= ENOUGH else text
        text = phrases()["as_resolved"] if has_number(text) else inside(text)
        return _worded(text, "asked_inside", "asked_last", "asked_sentence")
    text = entry.text.strip().rstrip(".;")
    if has_number(text) or (len(text) > QUOTED and re.search(r"\d", text)):
        return {**_worded(title, "asked_on", "asked_on", "asked_on"), "asked": ""}
    if len(text) > QUOTED:
        text = f"{text[:QUOTED].rpartition(' ')[0].rstrip(',;:')} …"
    return _worded(text, "quoted", "quoted", "quoted_sentence")


def _worded(text: str, inside_it: str, at_its_end: str, sentence: str) -> dict[str, str]:
    words = {"named": inside_it, "aside": at_its_end, "asked": sentence}
    return {field: phrases()[name].format(text=text) for field, name in words.items()}


def _response(entry: Entry) -> Sentence:
    """The response printed last, where it holds no figures of its own."""
    response = entry.updates[-1].response if entry.updates else ""
    if not response or has_number(response):
        return Sentence("")
    return fill(phrases()["response"], {"response": clause(response)})
