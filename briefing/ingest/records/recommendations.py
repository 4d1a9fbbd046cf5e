"""Recommendations of the panel, from minutes and from trackers, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count

from briefing.ingest.parts import MinutesItem, Said, Tracker, TrackerRow
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.meetings import municipal_year
from briefing.ingest.records.minutes import minute_of
from briefing.ingest.records.rows import Made, Row
from briefing.ingest.words.slugs import slug
from briefing.ingest.words.titles import readable
from briefing.model.agenda import is_procedural, is_tracker

_FORMAL = (
    r"(noted?|approved?|agreed?|accepted?|received?|elected?|appointed?|endorsed?|adopted?|"
    r"confirmed?|signed?|note|approve|agree|accept|receive|elect|appoint|endorse|adopt|confirm)"
)

#: What a panel resolves that asks nothing of anybody: it notes, approves, appoints or agrees.
_ASKS_NOTHING = re.compile(
    rf"^\W*(that\W+)?(to\s+)?{_FORMAL}\b"
    rf"|\b(be|been|is|are|was|were)\s+(\w+ly\s+)?{_FORMAL}\b"
    rf"|\b(panel|committee|members|council|cabinet|board)\s+(\w+ly\s+)?{_FORMAL}\b",
    re.IGNORECASE,
)

#: Bodies that scrutinise, and so recommend to others; the rest decide for themselves.
_SCRUTINY = re.compile(
    r"\b(scrutiny|overview|panel|select committee|policy development|advisory)\b", re.IGNORECASE
)

#: A response that begins by repeating its status.
_STATUS_FIRST = re.compile(r"^\W*(completed?|in progress|on-?going|on track)\b\W*", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(will|to be|due|scheduled|plans?|planned|propos\w+|intend\w*|recommendation that|"
    r"working to|arrang\w+)\b",
    re.IGNORECASE,
)
#: What was done. A passive in the present (*is presented in January*) tells of no past, but for
#: what lies before the reader (*is attached*).
_DONE = re.compile(
    r"(?<!\bbe )\b(completed|attached|noted|took place|taken place|written up)\b"
    r"|(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )"
    r"\b(circulated|undertaken|provided|presented(?! at)|published|analysed|shared|sent|held|"
    r"delivered|increased|introduced)\b",
    re.IGNORECASE,
)

#: How alike two printings of one recommendation are at least.
_ALIKE = 0.8


@dataclass(frozen=True)
class _Known:
    """A recommendation that is on record or was just read from minutes."""

    recommendation: str
    meeting: str
    text: str


def recommendation_rows(context: Context) -> Iterator[Made]:
    """Rows of recommendations and recommendation_updates.

    A resolution of a scrutiny panel that asks somebody for something is a recommendation. A row
    of a tracker is tied to the recommendation of the same meeting whose words are most alike;
    where there is none, it makes one of its own.
    """
    known = [
        _Known(row["recommendation"], row["meeting_raised"], row["text"])
        for row in context.resolved
    ]
    for minutes in context.minutes():
        meeting = context.meeting_on(minutes.day)
        if not meeting or not _SCRUTINY.search(minutes.panel_title or context.panel_title):
            continue
        used: set[str] = set()
        for item in minutes.items:
            for row in _of_item(context, meeting, item, known, used):
                yield "recommendations", row
    if not context.meeting:
        return
    for tracker in context.of(Tracker):
        for tracked in tracker.rows:
            for made in _of_tracker(context, tracked, known):
                if made[0] == "recommendations":
                    row = made[1]
                    known.append(_Known(row["recommendation"], row["meeting_raised"], row["text"]))
                yield made


def asks(text: str) -> bool:
    """Whether a resolution asks somebody to do something, by its first words."""
    first = re.split(r"[;:.]", text, maxsplit=1)[0]
    return not _ASKS_NOTHING.search(first)


def only_planned(response: str) -> bool:
    """Whether a response speaks of what is to come alone, whatever status stands beside it."""
    rest = _STATUS_FIRST.sub("", response)
    return bool(_AHEAD.search(rest)) and not _DONE.search(rest)


def _of_item(
    context: Context, meeting: str, item: MinutesItem, known: list[_Known], used: set[str]
) -> Iterator[Row]:
    """The recommendations of an item; one that a tracker told of first keeps its identifier."""
    if is_procedural(item.title) or is_tracker(item.title):
        return
    for said in item.resolutions:
        if not asks(said.text):
            continue
        text = clean(said.text)
        stem = _stem(context.panel, meeting, item.title)
        name = _printed_before(known, used, meeting, stem, text) or _unused(known, stem)
        if name not in {one.recommendation for one in known}:
            known.append(_Known(name, meeting, text))
        used.add(name)
        yield {
            "recommendation": name,
            "meeting_raised": meeting,
            "item_title": readable(clean(item.title)),
            "text": text,
            "text_kind": "printed",
            **context.place(said.where, minute_of(item)),
        }


def _stem(panel: str, meeting: str, title: str) -> str:
    return f"{panel}-{meeting[-10:]}-{slug(title, words=5)}"


def _unused(known: list[_Known], stem: str) -> str:
    """The first number behind a stem that no recommendation has."""
    taken = {one.recommendation for one in known}
    return next(name for n in count(1) if (name := f"{stem}-{n}") not in taken)


def _printed_before(known: list[_Known], used: set[str], meeting: str, stem: str, text: str) -> str:
    """The recommendation of the same words, of the same item before any other; blank for none."""
    scored = [
        (_ratio(one.text, text), one.recommendation.startswith(stem), -at)
        for at, one in enumerate(known)
        if one.meeting == meeting and one.recommendation not in used
    ]
    best = max(scored, default=(0.0, False, 0))
    return known[-best[2]].recommendation if best[0] >= _ALIKE else ""


def _of_tracker(context: Context, tracked: TrackerRow, known: list[_Known]) -> Iterator[Made]:
    meeting = context.meeting_on(tracked.raised)
    if tracked.raised is None:
        return
    if meeting != context.meeting:
        yield (
            "meetings",
            {
                "meeting": meeting,
                "panel": context.panel,
                "council": context.council,
                "title": context.panel_title,
                "date": tracked.raised.isoformat(),
                "status": "known_date",
                "municipal_year": municipal_year(tracked.raised),
                **context.place(tracked.where),
            },
        )
    for at, action in enumerate(tracked.actions, start=1):
        found = _alike(known, meeting, action.text)
        if found is None:
            name = _unused(known, _stem(context.panel, meeting, tracked.title))
            yield (
                "recommendations",
                {
                    "recommendation": name,
                    "meeting_raised": meeting,
                    "item_title": readable(clean(tracked.title)),
                    "text": clean(action.text),
                    "recipient": clean(tracked.recipient),
                    "text_kind": "printed",
                    **context.place(action.where),
                },
            )
        else:
            name = found.recommendation
        taken = _of(tracked.taken, at, len(tracked.actions))
        status = _of(tracked.statuses, at, len(tracked.actions))
        yield (
            "recommendation_updates",
            {
                "recommendation": name,
                "meeting": context.meeting,
                "response": clean(taken.text) if taken else "",
                "status": clean(status.text) if status else "",
                "flags": _flags(taken, status),
                "text_kind": "printed",
                **context.place(taken.where if taken else action.where),
            },
        )


def _of(said: tuple[Said, ...], at: int, actions: int) -> Said | None:
    """What belongs to one action: its own, or the one that stands for all; else not told."""
    if len(said) == actions:
        return said[at - 1]
    return said[0] if len(said) == 1 else None


def _flags(taken: Said | None, status: Said | None) -> str:
    if status and status.text and not (taken and _STATUS_FIRST.sub("", taken.text).strip()):
        return "no_evidence"
    return "only_planned" if taken and only_planned(taken.text) else ""


def _alike(known: list[_Known], meeting: str, text: str) -> _Known | None:
    """The one recommendation of a meeting whose words are most alike; None where two are."""
    scores = sorted(
        ((_ratio(one.text, text), at) for at, one in enumerate(known) if one.meeting == meeting),
        reverse=True,
    )
    if not scores or scores[0][0] < _ALIKE:
        return None
    if len(scores) > 1 and scores[1][0] >= _ALIKE and scores[1][0] == scores[0][0]:
        return None
    return known[scores[0][1]]


def _ratio(one: str, other: str) -> float:
    def words(text: str) -> list[str]:
        return re.findall(r"[a-z0-9]+", text.lower())

    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()
