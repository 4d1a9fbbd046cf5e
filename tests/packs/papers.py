"""A whole pack: front sheet, agenda, minutes, reports with their covers, tracker, exempt matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from packs import people
from packs.answer import (
    Answer,
    CoverAnswer,
    ExemptAnswer,
    ItemAnswer,
    MinutesAnswer,
    TableAnswer,
    TrackerAnswer,
)
from packs.columns import text_table
from packs.covers import COVERS
from packs.exempt import BOILERPLATE_TABLE, FORMS, ExemptForm, token
from packs.front import AGENDAS, FRONTS
from packs.minutes import HABITS
from packs.press import Press

if TYPE_CHECKING:
    from packs.pack import Spec

_STATUSES = ("Open", "Complete", "In progress", "Closed")
_ACTIONS = (
    "A map of the bus stops that have no shelter is to be sent to every member, with the date on "
    "which each will have one",
    "The number of foster carers who left is to be added to the quarterly paper",
    "The director is to write to the bus company about the late evening service, and to bring its "
    "answer to the panel",
    "A visit to the new depot is to be offered",
)
_ANSWERS = (
    "The map went out in the week after the meeting and is kept up to date on the members' page",
    "From the next quarter on the paper will have it",
    "The letter has been sent. The company has asked for more time, as its survey of passengers "
    "runs until the end of the term and it wants to use the results in its answer",
    "",
)


def bind(rng: Random, press: Press, spec: Spec, producer: str) -> Answer:
    """Print a whole pack; returns its answer."""
    day = people.meeting_day(rng)
    panel = rng.choice(people.PANELS)
    form = FORMS[spec.seed % len(FORMS)]
    body = Press(press.face)
    items = [
        ItemAnswer("1", "Apologies and changes in membership"),
        ItemAnswer("2", "Declarations of interest"),
    ]
    minutes, item = _minutes(rng, body, spec, panel, day)
    items.append(item)
    tracker, item = _tracker(rng, body, day)
    items.append(item)
    covers, tables, public = [], [], []
    halves = (spec.tables[: len(spec.tables) // 2], spec.tables[len(spec.tables) // 2 :])
    for number, names in enumerate(halves, 5):
        cover, item, words, made = _report(rng, body, str(number), names, day, len(tables) + 1)
        covers.append(cover)
        items.append(item)
        public.append(words)
        tables += made
        if number == 6 and form.appendix:
            hidden = _exempt_report(rng, body, form, "6", token(rng))
    if not form.appendix:
        number = "8" if "{next}" in "".join(form.agenda) else "7"
        first = body.page + 1
        hidden = _exempt_report(rng, body, form, number, title := f"{token(rng)} {token(rng)}")
        items.append(ItemAnswer(number, title, first, body.page, exempt=True))
    front = rng.choice(FRONTS)(rng, press, panel, day)
    rng.choice(AGENDAS)(press, items, form)
    before = press.page
    press.sheets += body.sheets
    moved = tuple(
        replace(table, page=table.page + before, last_page=table.last_page + before)
        for table in tables
    )
    return Answer(
        producer,
        len(press.sheets),
        front,
        tuple(replace(item, title="") if item.exempt else item for item in items),
        tuple(covers),
        moved,
        minutes,
        tracker,
        (hidden,),
        tuple(public),
        before + 1,
    )


def _minutes(
    rng: Random, body: Press, spec: Spec, panel: str, day: date
) -> tuple[MinutesAnswer, ItemAnswer]:
    habit = spec.habit or list(HABITS)[spec.seed % len(HABITS)]
    body.sheet()
    first = body.page
    answer = HABITS[habit](rng, body, panel, day)
    title = "Minutes of the previous meeting"
    return answer, ItemAnswer("3", title, first, body.page)


def _tracker(rng: Random, body: Press, day: date) -> tuple[tuple[TrackerAnswer, ...], ItemAnswer]:
    body.sheet()
    first = body.page
    body.write("Monitoring of scrutiny recommendations", 13, True)
    rows = []
    for at in range(rng.randint(7, 12)):
        raised = day - timedelta(weeks=6 + 6 * (at // 3))
        rows.append(
            TrackerAnswer(
                raised,
                rng.choice(people.TOPICS),
                (f"{at + 1}) {rng.choice(_ACTIONS)}",),
                rng.choice(_ANSWERS),
                rng.choice(_STATUSES),
            )
        )
    text_table(
        body,
        (62.0, 90.0, 155.0, 140.0, 62.0),
        ("Date", "Title", "Action proposed", "Action taken", "Progress status"),
        [(f"{r.raised:%d/%m/%y}", r.title, r.actions[0], r.taken, r.status) for r in rows],
        repeat=rng.random() < 0.7,
    )
    return tuple(rows), ItemAnswer("4", "Monitoring scrutiny recommendations", first, body.page)


def _report(
    rng: Random, body: Press, number: str, names: tuple[str, ...], day: date, table_number: int
) -> tuple[CoverAnswer, ItemAnswer, str, list[TableAnswer]]:
    from packs.pack import table

    body.sheet()
    first = body.page
    word = token(rng)
    subject = f"{rng.choice(people.TOPICS)}: {word}"
    role = rng.choice(people.ROLES)
    cover = rng.choice(COVERS)(rng, body, subject, role, day)
    body.write("DETAIL", 10.5, True)
    body.write("1. The figures below were gathered by the service and are set out by period.")
    tables = [table(rng, body, name, table_number + at) for at, name in enumerate(names)]
    if body.sheets[-1].turned or body.sheets[-1].width > body.sheets[-1].height:
        body.sheet()
    body.write("SUPPORTING DOCUMENTATION", 10.5, True)
    rows = [("Appendices", "1. Map of the wards"), *BOILERPLATE_TABLE]
    text_table(body, (170.0, 320.0), (), rows)
    purpose = f"Report of the {role} on {subject.lower()}."
    return cover, ItemAnswer(number, subject, first, body.page, role, purpose), word, tables


def _exempt_report(
    rng: Random, body: Press, form: ExemptForm, number: str, title: str
) -> ExemptAnswer:
    words = [token(rng) for _ in range(3)]
    for page in range(2):
        body.sheet()
        if form.header:
            body.write(form.header, 9, True)
        if not page:
            for line in form.cover:
                body.write(line, 11, True)
            body.write(title.upper(), 14, True, space=12)
        body.write(f"1. The offer of {words[page]} stands at 481,225 pounds.")
        body.write(f"{words[2]} was told of it on the telephone.")
    hidden = tuple(words) if form.appendix else (*title.split(), *words)
    return ExemptAnswer(form.name, number, hidden)
