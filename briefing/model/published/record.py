"""What is on record of published figures: by measure, area and period, as a day knew them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from briefing.model.decimals import decimals
from briefing.model.period import Period
from briefing.model.published.areas import (
    NATION,
    Council,
    Row,
    bearing_on,
    called,
    council_in,
    identifier,
    set_authority,
    set_member,
)
from briefing.model.published.measures import Measure, measures

#: How many of the latest periods that were public a printed value is looked for in.
YEARS = 8
#: How many of them a paper may still print without more evidence.
RECENT = 3
#: The most that a published value may have been revised by and still be named as the nearest.
NEAR = Decimal("0.03")

_ONE_PLACE = Decimal("0.1")


@dataclass(frozen=True)
class Value:
    """A published value as a day knew it.

    ``published`` is the day by which a value of its period was public. ``later`` is set where the
    value is known only from a file of a later day, so that it may have been revised in between.
    ``rows`` are the rows of the store that it rests on: one, or those that it is worked out from.
    """

    value: Decimal
    period: Period
    published: date
    later: bool
    rows: tuple[Row, ...]

    @property
    def release(self) -> str:
        """The release that it came out with."""
        return self.rows[0]["release"] if self.rows else ""


#: The values of a measure in an area by period, in the order of time.
Series = Mapping[Period, Value]


@dataclass(frozen=True)
class Neighbours:
    """A council's statistical neighbours in one set: identifiers of their areas, nearest first."""

    name: str
    published: date
    members: tuple[str, ...]


@dataclass(frozen=True)
class _Vintage:
    value: Decimal
    published: date
    held: date
    row: Row


@dataclass(frozen=True)
class Published:
    """The published figures that a council is compared with.

    Made by :meth:`of` from rows of the tables ``published_values`` and ``neighbour_sets``. Every
    look takes a day, and sees nothing that came out later.
    """

    council: Council | None = None
    sets: tuple[Neighbours, ...] = ()
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    _values: Mapping[tuple[str, str], Mapping[str, Mapping[Period, Sequence[_Vintage]]]] = field(
        default_factory=dict
    )

    @classmethod
    def of(cls, council: str, values: Iterable[Row], sets: Iterable[Row] = ()) -> Published:
        """What bears on a council, named as its papers name it."""
        every, neighbours = list(values), list(sets)
        area = council_in(every, council)
        names: dict[tuple[str, str], str] = {}
        held: dict[tuple[str, str], dict[str, dict[Period, list[_Vintage]]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(list))
        )
        own: dict[tuple[str, str], Measure] = {}
        for row in bearing_on(area, every, neighbours):
            at = identifier(row)
            names.setdefault((row["area_kind"], at), row["area"])
            code = (row["source"], row["measure"])
            period = _period(row["period"], row["period_kind"])
            own.setdefault(code, _as_row_says(row, period))
            held[code][at][period].append(
                _Vintage(
                    Decimal(row["value"]),
                    date.fromisoformat(row["published"]),
                    date.fromisoformat(row["held"] or row["published"]),
                    row,
                )
            )
        known = [m for m in measures() if m.relation != "part"]
        known = [m for m in known if all((m.source, code) in held for code in m.codes)]
        ours = {(m.source, code) for m in measures() for code in m.codes}
        others = [m for code, m in own.items() if code not in ours and m.indicator]
        return cls(
            council=area,
            sets=_sets(neighbours, area),
            names=names,
            measures=(*known, *(m for m in others if m.relation != "part")),
            _values=held,
        )

    def of_indicator(self, indicator: str) -> tuple[Measure, ...]:
        """The measures on record that an indicator is published as, the same ones first."""
        found = [m for m in self.measures if m.indicator == indicator]
        return tuple(sorted(found, key=lambda m: m.relation != "same"))

    def series(self, measure: Measure, area: str, day: date) -> dict[Period, Value]:
        """The values of a measure in an area that were public on a day, oldest first.

        Of several vintages of a value it is the latest that the day could know, else the earliest
        that is on record. Quotients are in percent to one decimal.
        """
        top = self._public(measure.source, measure.code, area, day)
        if not measure.divisor:
            return top
        under = self._public(measure.source, measure.divisor, area, day)
        return {
            period: Value(
                (100 * one.value / under[period].value).quantize(_ONE_PLACE, ROUND_HALF_UP),
                period,
                max(one.published, under[period].published),
                one.later or under[period].later,
                (*one.rows, *under[period].rows),
            )
            for period, one in top.items()
            if period in under and under[period].value
        }

    def average(self, measure: Measure, near: Neighbours, day: date) -> dict[Period, Value]:
        """The plain average of a council's neighbours, of periods that all of them have."""
        series = [self.series(measure, area, day) for area in near.members]
        periods = set.intersection(*(set(one) for one in series)) if series else set()
        step = Decimal(1).scaleb(-self.places(measure))
        made = {}
        for period in sorted(periods):
            values = [one[period] for one in series]
            total = sum((one.value for one in values), Decimal())
            made[period] = Value(
                (total / len(values)).quantize(step, ROUND_HALF_UP),
                period,
                max(near.published, *(one.published for one in values)),
                any(one.later for one in values),
                tuple(row for one in values for row in one.rows),
            )
        return made

    def comparable(self, measure: Measure, day: date) -> Iterator[tuple[str, str, Series]]:
        """Comparator, area in words, and its values of the latest years public on a day.

        The comparators are the council's own figure, its region, England and, where a set of them
        was public, its statistical neighbours.
        """
        for comparator, area in self.areas:
            if found := self.series(measure, area, day):
                yield comparator, self.called(comparator), latest(found)
        if (near := self.neighbours(day)) and (found := self.average(measure, near, day)):
            yield "statistical_neighbours", "the statistical neighbours", latest(found)

    @property
    def areas(self) -> tuple[tuple[str, str], ...]:
        """Comparator and identifier of each area that the council is compared with."""
        own, region = (self.council.id, self.council.region) if self.council else ("", "")
        found = (("own", own), ("region", region), ("england", NATION.casefold()))
        return tuple((comparator, area) for comparator, area in found if area)

    def called(self, comparator: str) -> str:
        """The area of a comparator as a sentence names it."""
        if comparator == "own":
            return self.council.name if self.council else ""
        if comparator == "england":
            return NATION
        region = self.council.region if self.council else ""
        return called(self.names.get(("region", region), region.title()), region=True)

    def neighbours(self, day: date) -> Neighbours | None:
        """The set of statistical neighbours that was in force on a day; None where none is."""
        return next((near for near in reversed(self.sets) if near.published <= day), None)

    def places(self, measure: Measure) -> int:
        """The decimals that a measure is published with."""
        if measure.divisor:
            return 1
        every = self._values.get((measure.source, measure.code), {}).values()
        shown = (v.value for area in every for vintages in area.values() for v in vintages)
        return max((decimals(value) for value in shown), default=0)

    def _public(self, source: str, code: str, area: str, day: date) -> dict[Period, Value]:
        found = self._values.get((source, code), {}).get(area, {})
        made = {}
        for period in sorted(found):
            out = [v for v in found[period] if v.published <= day]
            if out:
                then = [v for v in out if v.held <= day]
                one = max(then, key=lambda v: v.held) if then else min(out, key=lambda v: v.held)
                made[period] = Value(one.value, period, one.published, not then, (one.row,))
        return made


def latest(series: Series, number: int = YEARS) -> dict[Period, Value]:
    """The latest periods of a series, oldest first."""
    return {period: series[period] for period in sorted(series)[-number:]}


def rounded(value: Decimal, places: int) -> Decimal:
    """A value to no more than so many decimals."""
    if places >= decimals(value):
        return value
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@lru_cache(maxsize=512)
def _period(code: str, kind: str) -> Period:
    return Period(code, kind)


def _as_row_says(row: Row, period: Period) -> Measure:
    """A measure that the kit does not know by itself, as its row of the store gives it."""
    return Measure(
        indicator=row["indicator"],
        source=row["source"],
        code=row["measure"],
        relation=row["relation"] or "same",
        unit=row["unit"] or "count",
        by_day=period.kind == "month",
        publication=row["release"],
    )


def _sets(rows: Iterable[Row], council: Council | None) -> tuple[Neighbours, ...]:
    """The council's neighbours in each set, the oldest set first."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows:
        if council and set_authority(row) == council.id:
            members = found.setdefault((row["published"], row["set"]), {})
            members[set_member(row)] = int(row["position"])
    return tuple(
        Neighbours(name, date.fromisoformat(day), tuple(sorted(members, key=members.__getitem__)))
        for (day, name), members in sorted(found.items())
    )
