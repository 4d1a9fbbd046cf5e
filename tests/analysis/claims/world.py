"""Tables of a made-up council, Westmoor, for made-up commentary to speak of."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from briefing.model import Period

#: The last month that the tables print, and the first of the thirteen in a row.
LAST = Period("2031-08")
FIRST = LAST.shift(-12)

WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)


class Unfit(Exception):
    """The tables hold nothing that a form of sentence could truly (or falsely) say."""


@dataclass(frozen=True)
class Kind:
    """A row that any of the tables may have: how it is named, and how its values run."""

    indicator: str
    name: str
    the: str
    things: str
    unit: str
    polarity: str
    section: str
    low: int
    high: int
    goal: str = ""
    rate_of: str = ""
    alias: str = ""


@dataclass(frozen=True)
class Row:
    """One measure of the tables, month by month."""

    kind: Kind
    values: dict[Period, Decimal]
    target: Decimal | None = None
    neighbours: Decimal | None = None
    england: Decimal | None = None
    by_alias: bool = False

    @property
    def the(self) -> str:
        """The measure inside a sentence: by its printed name, or by another name of it."""
        return f"the {self.kind.alias.lower()}" if self.by_alias else self.kind.the

    @property
    def name(self) -> str:
        """The measure at the start of a sentence."""
        return self.the[0].upper() + self.the[1:]

    @property
    def last(self) -> Decimal:
        return self.values[LAST]

    @property
    def months(self) -> list[Period]:
        """The thirteen months in a row, in order."""
        return [FIRST.shift(n) for n in range(13)]

    def at(self, back: int) -> Decimal:
        """The value so many months before the last."""
        return self.values[LAST.shift(-back)]

    def run(self, back: int) -> list[Decimal]:
        """The values of the last months, the last one included: ``back + 1`` of them."""
        return [self.at(n) for n in range(back, -1, -1)]

    def text(self, value: Decimal) -> str:
        """A value as a sentence prints it."""
        if self.kind.unit == "percent":
            return f"{value}%"
        return f"{value:,}"

    @property
    def grain(self) -> Decimal:
        """More than any rounding of a printed value can hide."""
        return {"count": Decimal(1), "average": Decimal("0.1")}.get(self.kind.unit, Decimal(2))


def percent(new: Decimal, old: Decimal) -> Decimal:
    """The change in per cent, unrounded."""
    return (new - old) / old * 100


def rounded(value: Decimal, to: str = "1") -> Decimal:
    return value.quantize(Decimal(to), rounding=ROUND_HALF_UP)


_CARE, _HELP, _DONE, _STAFF = "Children in care", "Help and protection", "In time", "Workforce"

KINDS = (
    Kind("children-in-care", "Number of children in our care", "the number of children in our care",
         "children in our care", "count", "neutral", _CARE, 260, 620, "at_most",
         alias="Care population"),
    Kind("rate-of-children-in-care", "Rate of children in our care per 10,000",
         "the rate of children in our care", "", "rate_per_10000", "neutral", _CARE, 52, 124,
         "at_most", "children-in-care"),
    Kind("new-entrants", "Number of new entrants to care in the month",
         "the number of new entrants to care", "new entrants to care", "count", "neutral", _CARE,
         10, 20),
    Kind("agency-placements", "Number of children placed with fostering agencies",
         "the number of children placed with fostering agencies",
         "children placed with fostering agencies", "count", "low", _CARE, 60, 190, "at_most"),
    Kind("referrals", "Number of referrals in the month", "the number of referrals", "referrals",
         "count", "neutral", _HELP, 900, 2100),
    Kind("protection-plans", "Number of children with a protection plan",
         "the number of children with a protection plan", "children with a protection plan",
         "count", "neutral", _HELP, 180, 420, "at_most"),
    Kind("rate-of-protection-plans", "Rate of children with a protection plan per 10,000",
         "the rate of children with a protection plan", "", "rate_per_10000", "neutral", _HELP,
         36, 84, "at_most", "protection-plans"),
    Kind("re-referrals", "Percentage of re-referrals within 12 months",
         "the percentage of re-referrals within 12 months", "", "percent", "low", _HELP, 14, 38,
         "at_most", alias="Re-referral rate"),
    Kind("visits-in-time", "Percentage of visits made in time",
         "the percentage of visits made in time", "visits", "percent", "high", _DONE, 55, 99,
         "at_least"),
    Kind("supervisions-in-time", "Percentage of supervisions held in time",
         "the percentage of supervisions held in time", "supervisions", "percent", "high", _DONE,
         55, 99, "at_least"),
    Kind("reviews-in-time", "Percentage of reviews completed within 12 weeks",
         "the percentage of reviews completed within 12 weeks", "reviews", "percent", "high", _DONE,
         50, 99, "at_least"),
    Kind("caseload", "Average number of children per social worker",
         "the average number of children per social worker", "", "average", "low", _STAFF, 11, 21,
         alias="Average caseload"),
    Kind("large-caseloads", "Number of case holders with 20 or more children",
         "the number of case holders with 20 or more children",
         "case holders with 20 or more children", "count", "low", _STAFF, 15, 60),
)  # fmt: skip

_SHAPES = ("walk", "walk", "fall", "rise", "flat", "double", "half")


@dataclass(frozen=True)
class World:
    """All the tables of one pack of Westmoor; ``early`` when the year before stands in front."""

    number: int
    rows: tuple[Row, ...]
    early: bool = field(default=False)

    def row(self, indicator: str) -> Row:
        return next(row for row in self.rows if row.kind.indicator == indicator)


def make_world(number: int) -> World:
    """The tables that belong to a number, always the same."""
    rng = random.Random(f"westmoor {number}")
    early = rng.random() < 0.5
    months = ([FIRST.shift(-12)] if early else []) + [FIRST.shift(n) for n in range(13)]
    made: dict[str, Row] = {}
    for kind in KINDS:
        if kind.rate_of:
            counts = made[kind.rate_of].values
            values = {month: rounded(count / Decimal(5)) for month, count in counts.items()}
        else:
            values = dict(zip(months, _series(kind, len(months), rng), strict=True))
        made[kind.indicator] = _row(kind, values, rng)
    return World(number, tuple(made.values()), early)


def _row(kind: Kind, values: dict[Period, Decimal], rng: random.Random) -> Row:
    target = None
    if kind.goal:
        away = Decimal(rng.choice((-12, -8, -5, 4, 7)))
        target = max(Decimal(5), rounded(values[LAST] * (1 + away / 100)))
        if kind.unit == "percent":
            target = min(target, Decimal(95))
    beside: dict[str, Decimal] = {}
    if kind.unit in ("percent", "rate_per_10000"):
        for name in ("neighbours", "england"):
            value = rounded(values[LAST] * Decimal(rng.uniform(0.75, 1.3)), "0.1")
            beside[name] = min(value, Decimal("98.6")) if kind.unit == "percent" else value
    by_alias = bool(kind.alias) and rng.random() < 0.4
    return Row(kind, values, target, **beside, by_alias=by_alias)


def _series(kind: Kind, length: int, rng: random.Random) -> list[Decimal]:
    """Values of one shape between the kind's bounds."""
    shape = rng.choice(_SHAPES)
    span = kind.high - kind.low
    if shape in ("double", "half"):
        start = kind.low if shape == "double" else min(kind.high, kind.low * 2)
        end = min(kind.high, start * 2) if shape == "double" else start / 2
    else:
        start = kind.low + span * rng.uniform(0.25, 0.75)
        end = {
            "walk": kind.low + span * rng.uniform(0.2, 0.8),
            "fall": kind.low + (start - kind.low) * rng.uniform(0.1, 0.4),
            "rise": start + (kind.high - start) * rng.uniform(0.6, 0.9),
            "flat": start,
        }[shape]
    noise = {"walk": 0.12, "fall": 0.02, "rise": 0.02, "flat": 0.015}.get(shape, 0.0) * span
    to = "0.01" if kind.unit == "average" else "1"
    floor, top = min(kind.low, start, end), max(kind.high, start, end)
    values = []
    for step in range(length):
        value = start + (end - start) * step / (length - 1) + rng.uniform(-noise, noise)
        values.append(rounded(Decimal(min(top, max(floor, value))), to))
    return values
