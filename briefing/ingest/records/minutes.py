"""Minutes: who was there, the items, what was resolved, how it was voted."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.parts import FrontSheet, Minutes, MinutesItem, Person, Vote
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made
from briefing.ingest.words.authors import report_of
from briefing.ingest.words.letters import letters
from briefing.ingest.words.slugs import slug, unused
from briefing.ingest.words.titles import readable

_REMOTE = {True: "yes", False: "no", None: ""}


def minutes_rows(context: Context) -> Iterator[Made]:
    """Rows of attendance, agenda_items, statements, resolutions and votes of the meeting minuted.

    What the minutes say that the panel noted is a statement of the kind ``context``.
    """
    if not context.meeting:
        return
    for front in context.of(FrontSheet):
        for person in front.people:
            if person.status != "member":
                yield "attendance", _person(context, context.meeting, person)
    for minutes in context.of(Minutes):
        if not context.is_own_body(minutes.panel_title):
            yield _of_another(context, minutes)
    used: set[str] = set()
    for minutes in context.minutes():
        meeting = context.meeting_on(minutes.day)
        for person in minutes.people:
            if person.status != "member":
                yield "attendance", _person(context, meeting, person)
        for count, item in enumerate(minutes.items, start=1):
            yield from _item(context, meeting, item, count)
            yield from _noted(context, meeting, item, count, used)


def minute_of(item: MinutesItem) -> str:
    """What a citation calls a minute."""
    number = item.number.rstrip(".")
    return f"Minute {number}" if number else "Minutes"


def _of_another(context: Context, minutes: Minutes) -> Made:
    on = f" of {minutes.day.isoformat()}" if minutes.day else ""
    return (
        "issues",
        {
            "meeting": context.meeting,
            "kind": "minutes-of-another-body",
            "message": f"the minutes{on} that are bound in here are those of "
            f"{readable(clean(minutes.panel_title))}, and were left out",
            **context.place(minutes.where),
        },
    )


def _person(context: Context, meeting: str, person: Person) -> dict[str, str]:
    return {
        "meeting": meeting,
        "name": clean(person.name),
        "role": clean(person.role),
        "status": person.status,
        "substitute_for": clean(person.substitute_for),
        "remote": _REMOTE[person.remote],
        **context.place(person.where),
    }


def _item(context: Context, meeting: str, item: MinutesItem, count: int) -> Iterator[Made]:
    title = clean(item.title) or "Item without a title"
    number = context.item_number(meeting, item.number.rstrip("."), title, minuted=True, count=count)
    section = minute_of(item)
    yield (
        "agenda_items",
        {
            "meeting": meeting,
            "item_number": number,
            "title": title,
            "report_of": _author(context, meeting, number, item),
            "exempt": "no",
            "text_kind": "printed",
            **context.place(item.where, section),
        },
    )
    taken: set[str] = set()
    for count, resolution in enumerate(item.resolutions, start=1):
        printed = resolution.number if any(map(str.isalnum, resolution.number)) else ""
        name = unused(printed or str(count), taken)
        taken.add(name)
        yield (
            "resolutions",
            {
                "meeting": meeting,
                "item_number": number,
                "resolution_number": name,
                "text": clean(resolution.text),
                "text_kind": "printed",
                **context.place(resolution.where, section),
            },
        )
    for count, vote in enumerate(item.votes, start=1):
        yield from _vote(context, meeting, number, section, count, vote)


def _author(context: Context, meeting: str, number: str, item: MinutesItem) -> str:
    """Whose report the first sentence of a minute names; blank where the agenda named it before."""
    named = any(
        row["meeting"] == meeting and row["item_number"] == number and row.get("report_of")
        for row in context.items
    )
    return "" if named or not item.noted else report_of(item.noted[0].text)


def _noted(
    context: Context, meeting: str, item: MinutesItem, count: int, used: set[str]
) -> Iterator[Made]:
    """What was noted, a row a paragraph; one that is on record keeps its identifier."""
    title = clean(item.title)
    number = item.number.rstrip(".")
    kept = context.item_number(meeting, number, title, minuted=True, count=count)
    stem = f"{context.stem}-m{slug(number, fallback=str(count))}"
    for at, noted in enumerate(item.noted, start=1):
        text = clean(noted.text)
        known = context.noted_names.get((meeting, letters(text)), "")
        name = known if known and known not in used else unused(f"{stem}-{at}", used)
        used.add(name)
        if text:
            yield (
                "statements",
                {
                    "statement": name,
                    "meeting": meeting,
                    "item_number": kept,
                    "kind": "context",
                    "text": text,
                    "text_kind": "printed",
                    **context.place(noted.where, minute_of(item)),
                },
            )


def _vote(
    context: Context, meeting: str, number: str, section: str, count: int, vote: Vote
) -> Iterator[Made]:
    """The names of a vote; one that prints counts alone is an issue, as the table is of members."""
    motion = clean(vote.motion) or f"Recorded vote {count}"
    if not any(vote.names.values()):
        told = ", ".join(f"{side} {printed}" for side, printed in vote.printed_counts.items())
        issue = {
            "meeting": meeting,
            "kind": "vote-without-names",
            "message": f"{section}: a vote is printed without names: {motion}: {told}",
        }
        yield "issues", {**issue, **context.place(vote.where, section)}
    for side, names in vote.names.items():
        for name in names:
            printed = vote.printed_counts.get(side)
            yield (
                "votes",
                {
                    "meeting": meeting,
                    "item_number": number,
                    "motion": motion,
                    "member": clean(name),
                    "vote": side,
                    "printed_count": "" if printed is None else str(printed),
                    "outcome": vote.outcome,
                    **context.place(vote.where, section),
                },
            )
