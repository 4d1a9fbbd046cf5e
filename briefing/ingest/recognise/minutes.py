"""Minutes: who was there, each item with what it noted and resolved, and recorded votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.ingest.minutes.attendance import listed, surname, with_prose
from briefing.ingest.minutes.attendance_prose import LONGEST, attending, sentences, told
from briefing.ingest.minutes.heading import Heading, headings
from briefing.ingest.minutes.items import Item, items_of
from briefing.ingest.minutes.paragraphs import Block, Row, blocks_of, rows_of, without_action_column
from briefing.ingest.minutes.resolutions import minuted
from briefing.ingest.minutes.votes import Taken, differences, in_prose, votes_in
from briefing.ingest.minutes.withheld import (
    carried,
    known,
    officers_named,
    why_left_out,
    without_strangers,
)
from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Minutes, MinutesItem, Part, Said, Unread, Vote, Where

Officers = Sequence[tuple[str, str]]


def recognise(source: Source) -> Iterator[Part]:
    """The minutes of each meeting that a document holds, and what of them was not understood."""
    if not any("minutes" in line.text.lower() for line in source.lines):
        return
    rows = rows_of(source.lines)
    for heading in headings(rows):
        body = rows_of(without_action_column(_between(source, rows, heading)))
        yield from _minutes(rows[heading.at], body, heading)


def _between(source: Source, rows: Sequence[Row], heading: Heading) -> Sequence[Line]:
    """The lines of the minutes, from who was present to their end."""
    places = {id(line): at for at, line in enumerate(source.lines)}
    start = places[id(rows[heading.body].line)]
    end = places[id(rows[heading.end].line)] if heading.end < len(rows) else len(source.lines)
    return source.lines[start:end]


def _minutes(head: Row, rows: Sequence[Row], heading: Heading) -> Iterator[Part]:
    front, items = items_of(rows)
    there = listed(front)
    where = Where.of(head.line, "Minutes")
    public = [item for item in items if not item.exempt]
    blocks = [blocks_of(item.rows) for item in public]
    prose = [
        person
        for item, found in zip(public, blocks, strict=True)
        for block in found
        for person in told(block.text, block.where(section_of(item)))
    ]
    officers = known([*there.officers, *_named(blocks)])
    people = with_prose(there.people, prose)
    members = frozenset(surname(person.name) for person in people if person.name)
    read = [
        _item(item, found, officers, members) for item, found in zip(public, blocks, strict=True)
    ]
    yield Minutes(
        where=where,
        certainty=1.0 if heading.day and items else 0.4,
        council=heading.council,
        panel_title=heading.panel_title,
        day=heading.day,
        start_time=heading.start_time,
        venue=heading.venue,
        people=people,
        items=tuple(item for item, _ in read),
    )
    for _, unread in read:
        yield from unread
    yield from _left_out(items, there.unnamed, where)


def section_of(item: Item) -> str:
    """How a place in an item is named: its minute number, or its title where it has none."""
    return f"Minute {item.number}" if item.number else item.title


def _item(
    item: Item, blocks: Sequence[Block], officers: Officers, members: frozenset[str]
) -> tuple[MinutesItem, list[Unread]]:
    """An item as minuted, and what of it is for a person to look at."""
    section = section_of(item)
    taken = list(votes_in(blocks, section))
    inside = {at for vote in taken for at in range(vote.first, vote.end)}
    rest = [block for at, block in enumerate(blocks) if at not in inside]
    said = minuted(rest, section)
    unread = [difference for vote in taken for difference in _checked(vote, section)]
    noted = []
    for text in said.noted:
        if in_prose(text.text):
            message = f"{section}: a vote that a sentence tells by name is not read."
            unread.append(_unread("vote-not-read", message, text.where))
        if reason := why_left_out(text.text):
            unread.append(
                _unread("left-out", f"{section}: a paragraph is left out: {reason}.", text.where)
            )
        else:
            kept = _carried(text, officers)
            noted.append(replace(kept, text=without_strangers(kept.text, members)))
    read = MinutesItem(
        number=item.number,
        title=carried(item.title, officers),
        where=Where.of(item.head.line, section),
        agenda_number=item.agenda_number,
        noted=tuple(noted),
        resolutions=tuple(_carried(text, officers) for text in said.resolutions),
        votes=tuple(_carried_vote(vote.vote, officers) for vote in taken),
    )
    return read, unread


def _carried_vote(vote: Vote, officers: Officers) -> Vote:
    """A vote, its motion without officers' names; blank where it names a political group."""
    motion = "" if why_left_out(vote.motion) else carried(vote.motion, officers)
    return replace(vote, motion=motion)


def _checked(taken: Taken, section: str) -> Iterator[Unread]:
    """What of a vote does not agree or cannot be told."""
    for side, printed, named in differences(taken.vote):
        message = (
            f"{section}: {printed} votes {_SIDES[side]} are printed, and {named} members named."
        )
        yield _unread("vote-count-differs", message, taken.vote.where)
    if taken.doubt:
        message = f"{section}: a table of votes does not say for each member how they voted."
        yield _unread("vote-not-read", message, taken.vote.where)


_SIDES = {
    "for": "for",
    "against": "against",
    "abstained": "of abstention",
    "not_voting": "not cast",
}


def _left_out(items: Sequence[Item], unnamed: int, where: Where) -> Iterator[Unread]:
    for item in items:
        if item.exempt:
            at = Where.of(item.head.line, section_of(item) if item.number else "Minutes")
            named = f"Minute {item.number}" if item.number else "An item"
            yield _unread("exempt-item-left-out", f"{named} is marked exempt and is left out.", at)
    if unnamed:
        message = f"{unnamed} in attendance are named without an office and are left out."
        yield _unread("attendance-without-office", message, where)
    if not items:
        yield _unread(
            "minutes-without-items", "No numbered items were found in these minutes.", where
        )


def _unread(kind: str, message: str, where: Where) -> Unread:
    return Unread(where=where, kind=kind, message=message)


def _named(items: Sequence[Sequence[Block]]) -> Iterator[tuple[str, str]]:
    """The names of officers that paragraphs tell, each with the office."""
    for block in (block for blocks in items for block in blocks):
        for sentence in sentences(block.text):
            if len(sentence) <= LONGEST:
                yield from officers_named(sentence)
            for name, person in attending(sentence, block.where("")):
                if not person.name:
                    yield name, person.role


def _carried(said: Said, officers: Officers) -> Said:
    return Said(carried(said.text, officers), said.where, said.number)
