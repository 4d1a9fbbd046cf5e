"""Front sheets and agendas, in three layouts each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

from packs import people
from packs.answer import FrontAnswer, ItemAnswer
from packs.columns import text_table
from packs.content import LONG
from packs.drawing import Text, width_of
from packs.exempt import ExemptForm
from packs.people import ordinal, written
from packs.press import MARGIN, Press


def _centred(rng: Random, press: Press, panel: str, day: date) -> FrontAnswer:
    names, venue = people.members(rng, 6), rng.choice(people.VENUES)
    press.sheet()
    press.write(people.COUNCIL, 18, True, space=20)
    press.write(panel, 16, True, space=14)
    when = f"Thursday, {ordinal(day.day)} {LONG[day.month - 1]}, {day.year} at 5.30 pm"
    press.write(when, 12, True)
    press.write(venue, 12, space=14)
    press.write("This meeting is open to the public", 10, space=14)
    press.write("Members", 11, True)
    for at, name in enumerate(names):
        role = (" (Chair)", " (Vice-Chair)")[at] if at < 2 else ""
        press.write(f"Councillor {name}{role}", space=1)
    press.write("Contacts", 11, True)
    press.write(f"Democratic Support Officer, telephone {people.TELEPHONE}, email {people.MAIL}")
    return _public(press, panel, day, venue, names)


def _labelled(rng: Random, press: Press, panel: str, day: date) -> FrontAnswer:
    names, venue = people.members(rng, 6), rng.choice(people.VENUES)
    press.sheet()
    press.write(people.COUNCIL, 16, True)
    press.write("Agenda", 22, True, space=16)
    press.write(panel, 16, True, space=14)
    press.write(f"Date: Thursday {written(day)}", 11)
    press.write("Time: 5.30 pm", 11)
    press.write(f"Venue: {venue}", 11, space=12)
    listed = [f"Cllr {name}" for name in names]
    listed[0] += " (Chairman)"
    listed[1] += " (Vice-Chairman)"
    press.write(f"Membership: {', '.join(listed)}")
    press.write(f"For further information: {people.TELEPHONE}, {people.MAIL}")
    return _public(press, panel, day, venue, names)


def _notice(rng: Random, press: Press, panel: str, day: date) -> FrontAnswer:
    names, venue = people.members(rng, 6), rng.choice(people.VENUES)
    press.sheet()
    press.write("NOTICE OF MEETING", 14, True)
    press.write(people.COUNCIL, 14, True)
    press.write(panel, 14, True, space=14)
    press.write(f"Date and time: {written(day)}, 17:30", 11)
    press.write(f"Place: {venue}", 11, space=12)
    press.write("Membership", 11, True)
    for at, name in enumerate(names):
        role = (" (Chair)", " (Deputy Chair)")[at] if at < 2 else ""
        press.write(f"Cllr {name}{role}", space=1)
    press.write(f"Enquiries to the Scrutiny Manager on {people.TELEPHONE} or {people.MAIL}")
    return _public(press, panel, day, venue, names)


def _public(press: Press, panel: str, day: date, venue: str, names: Sequence[str]) -> FrontAnswer:
    press.sheet()
    press.write("PUBLIC INFORMATION", 12, True)
    press.write("Role of the panel: to look at how services do and to ask why.")
    press.write(
        "Papers may be held back under Schedule 12A to the Local Government Act 1972; the "
        "agenda says so where they are."
    )
    first = day.year if day.month >= 5 else day.year - 1
    year = f"{first}/{(first + 1) % 100:02d}"
    dates = sorted({day, *(day + timedelta(weeks=6 * n) for n in (-1, 1, 2))})
    dates = [d for d in dates if date(first, 5, 1) <= d < date(first + 1, 5, 1)]
    press.write(f"Dates of meetings: municipal year {year}", 11, True)
    text_table(press, (150.0,), (f"{first} and {first + 1}",), [(written(d),) for d in dates])
    return FrontAnswer(people.COUNCIL, panel, day, "17:30", venue, tuple(names), year, tuple(dates))


Printed = tuple[str, str, str]


def _entries(items: Sequence[ItemAnswer], form: ExemptForm) -> list[Printed]:
    """The agenda's lines: ``(heading or text, pages, purpose)``, exempt items in their form."""
    found: list[Printed] = []
    for item in items:
        pages = f"{item.first} - {item.last}" if item.first else ""
        if not item.exempt:
            found.append((f"{item.number}. {item.title}", pages, item.purpose))
            continue
        shifted = "{next}" in "".join(form.agenda)
        for line in form.agenda:
            last = str(int(item.number) - 1) if shifted else item.number
            text = line.replace("{pages}", "").strip()
            text = text.format(number=f"{last}.", next=f"{item.number}.", title=item.title)
            found.append((text, pages if "{pages}" in line else "", ""))
    if not any(item.exempt for item in items):
        found.append(("EXEMPT ITEMS", "", ""))
    return found


def _capitals(press: Press, items: Sequence[ItemAnswer], form: ExemptForm) -> None:
    press.sheet()
    press.write("AGENDA", 14, True, space=10)
    for text, pages, purpose in _entries(items, form):
        behind = f" (Pages {pages})" if pages else ""
        press.write(f"{text.upper()}{behind}", bold=True)
        if purpose:
            press.write(purpose, x=60)


def _pages_below(press: Press, items: Sequence[ItemAnswer], form: ExemptForm) -> None:
    press.sheet()
    press.write("Agenda", 14, True, space=10)
    for text, pages, purpose in _entries(items, form):
        press.write(text, 11, True, space=1)
        if pages:
            press.write(f"(Pages {pages})", x=60, space=1)
        if purpose:
            press.write(purpose, x=60)
        press.y += 5


def _pages_at_the_right(press: Press, items: Sequence[ItemAnswer], form: ExemptForm) -> None:
    sheet = press.sheet()
    press.write("AGENDA", 14, True, space=10)
    press.y += 12
    sheet.add(Text(MARGIN, press.y, "Item", 10, True), Text(500, press.y, "Pages", 10, True))
    press.y += 6
    for text, pages, purpose in _entries(items, form):
        press.write(text, 10.5, True, width=430, space=1)
        wide = width_of(pages, press.face, 10.5)
        press.sheets[-1].add(Text(530 - wide, press.y - 1, pages, 10.5))
        if purpose:
            press.write(purpose, x=60, width=410)
        press.y += 5


Front = Callable[[Random, Press, str, date], FrontAnswer]
FRONTS: tuple[Front, ...] = (_centred, _labelled, _notice)
AGENDAS = (_capitals, _pages_below, _pages_at_the_right)
