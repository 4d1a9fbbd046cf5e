"""Minutes: who was there, the items, what was resolved, how it was voted."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.parts import FrontSheet, Minutes, MinutesItem, Person, Vote
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made
from briefing.ingest.words.slugs import unused

_REMOTE = {True: "yes", False: "no", None: ""}


def minutes_rows(context: Context) -> Iterator[Made]:
    """Rows of attendance, agenda_items, resolutions and votes, of the meeting minuted."""
    if not context.meeting:
        return
    for front in context.of(FrontSheet):
        for person in front.people:
            if person.status != "member":
                yield "attendance", _person(context, context.meeting, person)
    for minutes in context.of(Minutes):
        meeting = context.meeting_on(minutes.day)
        for person in minutes.people:
            if person.status != "member":
                yield "attendance", _person(context, meeting, person)
        for item in minutes.items:
            yield from _item(context, meeting, item)


def number_of(item: MinutesItem) -> str:
    """The number under which a minuted item is kept: the minute's own, as the panel knows it."""
    return item.number.rstrip(".")


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


def _item(context: Context, meeting: str, item: MinutesItem) -> Iterator[Made]:
    number = number_of(item)
    section = f"Minute {number}" if number else "Minutes"
    yield (
        "agenda_items",
        {
            "meeting": meeting,
            "item_number": number,
            "title": clean(item.title),
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
