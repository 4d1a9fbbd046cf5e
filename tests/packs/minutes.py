"""Minutes of an earlier meeting in the habits of five councils."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from packs import people
from packs.answer import MinutesAnswer, MinutesItemAnswer, VoteAnswer
from packs.content import LONG
from packs.press import Press

_ASKS = (
    "That the Executive Director reports back on the waiting list by the autumn",
    "That the plan for the eastern wards is brought to the next meeting",
    "That, to help new members, a short guide to the figures is sent round",
    "That the number of visits made late is given for each month",
    "That the savings on heating are checked before the winter",
)
_TALK = (
    "Members heard how the work had gone since the spring and asked about costs.",
    "The panel discussed the views of residents who had answered the survey.",
    "Questions were put about staffing, and the plans for the coming winter.",
)


@dataclass
class _Meeting:
    day: date
    names: list[str]
    present: list[str]
    away: list[str]
    roles: list[str]
    topics: list[str]


def _meeting(rng: Random, day: date) -> _Meeting:
    names = people.members(rng, 8)
    return _Meeting(
        day - timedelta(weeks=rng.randrange(4, 9)),
        names,
        names[:6],
        names[6:7],
        rng.sample(people.ROLES, 2),
        rng.sample(people.TOPICS, 2),
    )


def _written(day: date) -> str:
    return f"{people.ordinal(day.day)} {LONG[day.month - 1]} {day.year}"


def _through_the_year(rng: Random, press: Press, panel: str, day: date) -> MinutesAnswer:
    """Numbers run through the year; ``RESOLVED`` with (i), (ii)."""
    m = _meeting(rng, day)
    press.write(panel.upper(), 12, True)
    press.write(f"MINUTES OF THE MEETING HELD ON {_written(m.day).upper()}", 11, True)
    press.write(f"Present: {', '.join('Councillor ' + n for n in m.present)}")
    press.write(f"Apologies: {', '.join('Councillor ' + n for n in m.away)}")
    press.write(f"In attendance: {'; '.join(m.roles)}")
    start, items = rng.randrange(8, 40), []
    for at, topic in enumerate(m.topics):
        number = str(start + at)
        press.write(f"{number}. {topic.upper()}", 10.5, True)
        press.write(rng.choice(_TALK))
        asks = rng.sample(_ASKS, 2)
        press.write("RESOLVED:", bold=True)
        for mark, ask in zip(("(i)", "(ii)"), asks, strict=True):
            press.write(f"{mark} {ask}.", x=60)
        items.append(
            MinutesItemAnswer(
                number, topic.upper(), resolutions=tuple(zip(("(i)", "(ii)"), asks, strict=True))
            )
        )
    return _answer("through the year", m, items)


def _restarting(rng: Random, press: Press, panel: str, day: date) -> MinutesAnswer:
    """Numbers begin at 1; ``RESOLVED that`` in a sentence."""
    m = _meeting(rng, day)
    press.write(f"Minutes of the {panel}", 13, True)
    press.write(f"held on {people.written(m.day)} at 6.00 pm in {people.VENUES[0]}")
    press.write("Members present:", bold=True)
    for name in m.present:
        press.write(f"Councillor {name}", space=1)
    press.write("Apologies for absence:", bold=True)
    for name in m.away:
        press.write(f"Councillor {name}", space=1)
    press.write("Officers in attendance:", bold=True)
    for role in m.roles:
        press.write(role, space=1)
    items = []
    for at, topic in enumerate(m.topics, 1):
        press.write(f"{at}. {topic}", 11, True)
        press.write(rng.choice(_TALK))
        ask = rng.choice(_ASKS)
        press.write(f"RESOLVED {ask[0].lower()}{ask[1:]}.")
        items.append(MinutesItemAnswer(str(at), topic, resolutions=(("", ask),)))
    return _answer("restarting", m, items, "18:00")


def _with_item_numbers(rng: Random, press: Press, panel: str, day: date) -> MinutesAnswer:
    """``(Item 3)`` behind the title; talk in numbered paragraphs, resolutions as 1), 2)."""
    m = _meeting(rng, day)
    press.write(people.COUNCIL.upper(), 12, True)
    press.write(panel.upper(), 12, True)
    press.write(f"MINUTES of a meeting of the {panel} held at {people.VENUES[1]} on "
                f"Thursday, {people.written(m.day)}.")  # fmt: skip
    press.write(f"PRESENT: {', '.join('Cllr ' + n for n in m.present)}")
    press.write(f"APOLOGIES: {', '.join('Cllr ' + n for n in m.away)}")
    press.write(f"IN ATTENDANCE: {', '.join(m.roles)}")
    items = []
    for at, topic in enumerate(m.topics):
        number, agenda = str(at + 31), str(at + 3)
        press.write(f"{number}. {topic}", 10.5, True, space=0)
        press.write(f"(Item {agenda})", 10.5)
        for n, talk in enumerate(rng.sample(_TALK, 2), 1):
            press.write(f"{n}. {talk}")
        asks = rng.sample(_ASKS, 2)
        press.write("RESOLVED:")
        for n, ask in enumerate(asks, 1):
            press.write(f"{n}) {ask}.", x=60)
        pairs = tuple((f"{n})", ask) for n, ask in enumerate(asks, 1))
        items.append(MinutesItemAnswer(number, topic, agenda, resolutions=pairs))
    return _answer("with item numbers", m, items)


def _with_recorded_votes(rng: Random, press: Press, panel: str, day: date) -> MinutesAnswer:
    """A recorded vote with names and counts on each side."""
    m = _meeting(rng, day)
    press.write(f"{panel} - Minutes", 13, True)
    press.write(f"Thursday {people.written(m.day)}")
    press.write(f"Present: Councillors {', '.join(m.present)}")
    press.write(f"Apologies for absence were received from Councillor {m.away[0]}.")
    press.write(f"Also present: {', '.join(m.roles)}")
    items = []
    for at, topic in enumerate(m.topics, 1):
        press.write(f"{at} {topic}", 11, True)
        press.write(rng.choice(_TALK))
        ask = rng.choice(_ASKS)
        votes: tuple[VoteAnswer, ...] = ()
        if at == 2:
            sides = (
                ("for", tuple(m.present[:4])),
                ("against", tuple(m.present[4:6])),
                ("abstained", ()),
            )
            press.write("A recorded vote was taken:")
            press.write(f"For (4): Councillors {', '.join(sides[0][1])}")
            press.write(f"Against (2): Councillors {', '.join(sides[1][1])}")
            press.write("Abstained (0)")
            press.write("The motion was carried.")
            votes = (VoteAnswer(sides, (("for", 4), ("against", 2), ("abstained", 0)), "carried"),)
        press.write("RESOLVED", bold=True, space=0)
        press.write(f"{ask}.")
        items.append(MinutesItemAnswer(str(at), topic, resolutions=(("", ask),), votes=votes))
    return _answer("with recorded votes", m, items)


def _agreed(rng: Random, press: Press, panel: str, day: date) -> MinutesAnswer:
    """References before the titles; ``Resolved -`` with (a), (b); what was noted apart."""
    m = _meeting(rng, day)
    press.write(f"MINUTES: {panel}", 12, True)
    press.write(f"Date of meeting: {people.written(m.day)}        Time: 5.30 pm")
    press.write("Councillors:")
    for name in m.present:
        press.write(f"• {name}", x=60, space=1)
    press.write(f"Apologies: {m.away[0]}")
    press.write(f"Officers: {', '.join(m.roles)}")
    items = []
    for at, topic in enumerate(m.topics, 12):
        number = f"{m.day.year % 100}/{at}"
        press.write(f"{number} {topic}", 11, True)
        press.write(f"Noted: {_TALK[at % 3]}")
        asks = rng.sample(_ASKS, 2)
        press.write("Resolved -")
        for mark, ask in zip(("(a)", "(b)"), asks, strict=True):
            press.write(f"{mark} {ask};" if mark == "(a)" else f"{mark} {ask}.", x=60)
        pairs = tuple(zip(("(a)", "(b)"), asks, strict=True))
        items.append(MinutesItemAnswer(number, topic, noted=1, resolutions=pairs))
    return _answer("with references", m, items, "17:30")


def _answer(
    habit: str, m: _Meeting, items: list[MinutesItemAnswer], start: str = ""
) -> MinutesAnswer:
    return MinutesAnswer(
        habit, m.day, start, tuple(m.present), tuple(m.away), tuple(m.roles), tuple(items)
    )


HABITS: dict[str, Callable[[Random, Press, str, date], MinutesAnswer]] = {
    "through the year": _through_the_year,
    "restarting": _restarting,
    "with item numbers": _with_item_numbers,
    "with recorded votes": _with_recorded_votes,
    "with references": _agreed,
}
