"""Holding what is no table of figures against the right answer: each difference in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.ingest.page import Source
from briefing.ingest.parts import (
    AgendaItem,
    FrontSheet,
    Minutes,
    MinutesItem,
    Part,
    ReportCover,
    Tracker,
)
from packs.answer import Answer, MinutesItemAnswer
from packs.compare import plain
from packs.people import MAIL, TELEPHONE


def differences(parts: Sequence[Part], answer: Answer) -> list[str]:
    """What front sheet, agenda, covers, minutes and tracker say otherwise than the answer."""
    return [
        *_front([p for p in parts if isinstance(p, FrontSheet)], answer),
        *_agenda([p for p in parts if isinstance(p, AgendaItem)], answer),
        *_covers([p for p in parts if isinstance(p, ReportCover)], answer),
        *_minutes([p for p in parts if isinstance(p, Minutes)], answer),
        *_tracker([p for p in parts if isinstance(p, Tracker)], answer),
        *_contacts(parts),
    ]


def leaks(source: Source, parts: Iterable[Part], answer: Answer) -> list[str]:
    """Words of exempt matter that got through, and public words that did not."""
    kept = plain(" ".join(line.text for line in source.lines))
    read = plain(" ".join(map(repr, parts)))
    found = [
        f"{exempt.form}: {word} got into the {where}"
        for exempt in answer.exempt
        for word in exempt.words
        for where, text in (("pages", kept), ("parts", read))
        if plain(word) in text
    ]
    return found + [f"{word} is public and was lost" for word in answer.public_words
                    if plain(word) not in kept]  # fmt: skip


def _name(text: str) -> str:
    """A member's name without the title of a councillor."""
    return plain(re.sub(r"^(councillor|cllr)\.?\s+", "", text.strip(), flags=re.IGNORECASE))


def _differ(what: str, read: object, printed: object) -> Iterator[str]:
    if read != printed:
        yield f"{what}: printed {printed!r}, read {read!r}"


def _front(sheets: list[FrontSheet], answer: Answer) -> Iterator[str]:
    front = answer.front
    if front is None or not sheets:
        yield from _differ("front sheets", len(sheets), int(front is not None))
        return
    sheet = sheets[0]
    yield from _differ("council", sheet.council, front.council)
    yield from _differ("panel", plain(sheet.panel_title), plain(front.panel))
    yield from _differ("day", sheet.day, front.day)
    yield from _differ("start", sheet.start_time, front.start_time)
    yield from _differ("venue", plain(sheet.venue), plain(front.venue))
    yield from _differ("municipal year", sheet.municipal_year, front.municipal_year)
    names = {_name(person.name) for person in sheet.people if person.name}
    yield from _differ("members", names, {plain(name) for name in front.members})
    yield from _differ("meeting dates", set(sheet.meeting_dates), set(front.meeting_dates))


def _agenda(items: list[AgendaItem], answer: Answer) -> Iterator[str]:
    read = {item.number.rstrip("."): item for item in items}
    printed = {item.number: item for item in answer.items}
    for number in sorted(read.keys() - printed.keys()):
        title = read[number].title
        if "exclusion" not in title.casefold():
            yield f"item {number}: {title!r} is no item"
    for number, expected in printed.items():
        item = read.get(number)
        if item is None:
            yield f"item {number}: not found"
            continue
        if not (expected.exempt and not item.title):
            yield from _differ(f"item {number}: exempt", item.exempt, expected.exempt)
        if not expected.exempt:
            title = plain(item.title)
            yield from _differ(f"item {number}: title", title, plain(expected.title))
            pages = (item.printed_from, item.printed_to)
            yield from _differ(f"item {number}: pages", pages, (expected.first, expected.last))


def _covers(covers: list[ReportCover], answer: Answer) -> Iterator[str]:
    read = {plain(cover.subject): cover for cover in covers if not cover.exempt}
    for expected in answer.covers:
        cover = read.pop(plain(expected.subject), None)
        if cover is None:
            yield f"cover {expected.subject!r}: not found"
            continue
        name = f"cover {expected.subject!r}"
        yield from _differ(f"{name}: report of", plain(cover.report_of), plain(expected.report_of))
        yield from _differ(f"{name}: day", cover.day, expected.day)
        asked = [plain(said.text) for said in cover.recommendations]
        wanted = [plain(text) for _, text in expected.recommendations]
        yield from _differ(f"{name}: recommendations", asked, wanted)
    yield from (f"cover {cover.subject!r} is no cover" for cover in read.values())


def _minutes(found: list[Minutes], answer: Answer) -> Iterator[str]:
    expected = answer.minutes
    if expected is None or len(found) != 1:
        yield from _differ("minutes", len(found), int(expected is not None))
        return
    minutes = found[0]
    habit = f"minutes, {expected.habit}"
    yield from _differ(f"{habit}: day", minutes.day, expected.day)
    if expected.start_time:
        yield from _differ(f"{habit}: start", minutes.start_time, expected.start_time)
    for status, names in (("present", expected.present), ("apologies", expected.apologies)):
        read = {_name(p.name) for p in minutes.people if p.status == status and p.name}
        yield from _differ(f"{habit}: {status}", read, {plain(name) for name in names})
    items = {item.number.rstrip("."): item for item in minutes.items}
    for wanted in expected.items:
        item = items.pop(wanted.number, None)
        if item is None:
            yield f"{habit}: item {wanted.number} not found"
        else:
            yield from _item(f"{habit}: item {wanted.number}", item, wanted)
    yield from (f"{habit}: item {number} {item.title!r} is none" for number, item in items.items())


def _item(name: str, item: MinutesItem, wanted: MinutesItemAnswer) -> Iterator[str]:
    yield from _differ(f"{name}: title", plain(item.title), plain(wanted.title))
    if wanted.agenda_number:
        yield from _differ(f"{name}: agenda", item.agenda_number, wanted.agenda_number)
    read = [plain(said.text).removeprefix("that") for said in item.resolutions]
    printed = [plain(text).removeprefix("that") for _, text in wanted.resolutions]
    yield from _differ(f"{name}: resolutions", read, printed)
    yield from _differ(f"{name}: votes", len(item.votes), len(wanted.votes))
    for vote, expected in zip(item.votes, wanted.votes, strict=False):
        names = {side: {_name(n) for n in who} for side, who in vote.names.items() if who}
        sides = {side: {plain(n) for n in who} for side, who in expected.names if who}
        yield from _differ(f"{name}: names", names, sides)
        yield from _differ(f"{name}: counts", vote.printed_counts, dict(expected.printed_counts))
        yield from _differ(f"{name}: outcome", vote.outcome, expected.outcome)


def _tracker(found: list[Tracker], answer: Answer) -> Iterator[str]:
    rows = [row for tracker in found for row in tracker.rows]
    yield from _differ("tracker: rows", len(rows), len(answer.tracker))
    for at, (row, wanted) in enumerate(zip(rows, answer.tracker, strict=False), 1):
        yield from _differ(f"tracker row {at}: raised", row.raised, wanted.raised)
        yield from _differ(f"tracker row {at}: title", plain(row.title), plain(wanted.title))
        actions = plain(" ".join(said.number + said.text for said in row.actions))
        yield from _differ(f"tracker row {at}: actions", actions, plain(" ".join(wanted.actions)))
        taken = plain(" ".join(said.text for said in row.taken))
        yield from _differ(f"tracker row {at}: taken", taken, plain(wanted.taken))
        status = plain(" ".join(said.text for said in row.statuses))
        yield from _differ(f"tracker row {at}: status", status, plain(wanted.status))


def _contacts(parts: Sequence[Part]) -> Iterator[str]:
    text = plain(" ".join(map(repr, parts)))
    for contact in (TELEPHONE, MAIL):
        if plain(contact) in text:
            yield f"{contact} was kept"
