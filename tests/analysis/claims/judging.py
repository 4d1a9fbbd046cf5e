"""Made-up commentary held against its made-up tables, and how often the verdicts are right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from analysis.claims.commentary import Made
from analysis.claims.telling import AGREES, CONTRADICTS
from analysis.claims.world import KINDS, Row, World
from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.model import Citation, Figure, Period
from briefing.model.claim import Verdict
from briefing.model.series import Indicator, Point, Series, Target
from briefing.model.trend import Comparator

#: The tables end with August; the papers come out the month after.
PUBLISHED = date(2031, 9, 18)
ITEM = "7"

MEASURES = tuple(
    Measure(
        kind.indicator,
        kind.name,
        (kind.alias,) if kind.alias else (),
        unit=kind.unit,
        polarity=kind.polarity,
    )
    for kind in KINDS
)

_SENTENCE = re.compile(r"(?<=[.])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Judged:
    """A made-up passage and the verdict on each claim that was read in it."""

    made: Made
    verdicts: tuple[Verdict, ...]

    @property
    def accused(self) -> bool:
        return any(v.verdict == CONTRADICTS for v in self.verdicts)

    @property
    def falsely_accused(self) -> bool:
        """Whether a claim is said to contradict in a passage of which every claim is true."""
        return self.made.true and self.accused

    @property
    def kinds_wrongly_accused(self) -> bool:
        """Whether more claims of a false passage are accused than are false."""
        wrong = sum(e.verdict == CONTRADICTS for e in self.made.expected)
        return not self.made.true and _accusations(self.verdicts) > wrong

    @property
    def found(self) -> bool:
        return not self.made.true and self.accused

    @property
    def unread(self) -> bool:
        return not self.verdicts


@dataclass
class Tally:
    """How the verdicts on many passages turned out.

    ``checkable`` are the true ones that the tables bear out, ``agreed`` those of them of which a
    claim was judged so.
    """

    true: int = 0
    false: int = 0
    found: int = 0
    checkable: int = 0
    agreed: int = 0
    falsely_accused: list[Judged] = field(default_factory=list)
    missed: list[Judged] = field(default_factory=list)
    accused_beside: list[Judged] = field(default_factory=list)

    def add(self, judged: Judged) -> None:
        if judged.made.true:
            self.true += 1
            if any(e.verdict == AGREES for e in judged.made.expected):
                self.checkable += 1
                self.agreed += any(v.verdict == AGREES for v in judged.verdicts)
            if judged.falsely_accused:
                self.falsely_accused.append(judged)
            return
        self.false += 1
        self.found += judged.found
        if not judged.found:
            self.missed.append(judged)
        if judged.kinds_wrongly_accused:
            self.accused_beside.append(judged)

    @property
    def share_found(self) -> float:
        return self.found / self.false if self.false else 1.0


def tally(passages: Iterable[Made]) -> Tally:
    """Judge many passages."""
    result = Tally()
    for made in passages:
        result.add(judge(made))
    return result


def judge(made: Made) -> Judged:
    """Read the claims of a passage and hold each against the tables."""
    record = record_of(made.world)
    claims = claims_in(passages_of(made), MEASURES)
    return Judged(made, tuple(hold(claim, record) for claim in claims))


def passages_of(made: Made) -> Sequence[Passage]:
    """A passage sentence by sentence, each with the one before it."""
    before = ""
    passages = []
    for at, text in enumerate(_SENTENCE.split(made.text)):
        passages.append(
            Passage(
                f"made-{made.number}-{at}",
                text,
                ITEM,
                made.section,
                _citation(made.section),
                PUBLISHED,
                before,
            )
        )
        before = text
    return passages


def record_of(world: World) -> Record:
    """The tables as the engine takes them."""
    beside = {
        row.kind.indicator: tuple(
            Comparator(name, "named", _figure(row, value, None))
            for name, value in (
                ("statistical_neighbours", row.neighbours),
                ("england", row.england),
            )
            if value is not None
        )
        for row in world.rows
    }
    return Record(tuple(_series(row) for row in world.rows), beside, PUBLISHED)


def _series(row: Row) -> Series:
    kind = row.kind
    targets = ()
    if row.target is not None:
        targets = (Target(_figure(row, row.target, None), kind.goal),)
    return Series(
        Indicator(kind.indicator, kind.name, kind.unit, "month", polarity=kind.polarity),
        tuple(
            Point(month, _figure(row, value, month)) for month, value in sorted(row.values.items())
        ),
        table=kind.section.lower().replace(" ", "-"),
        table_title=kind.section,
        name_as_printed=kind.name,
        meeting="westmoor-children/2031-09-26",
        item_number=ITEM,
        targets=targets,
    )


def _figure(row: Row, value: object, month: Period | None) -> Figure:
    return Figure(
        value,  # type: ignore[arg-type]
        unit=row.kind.unit,
        period=month,
        citation=_citation(row.kind.section),
        raw=f"{value}%" if row.kind.unit == "percent" else str(value),
        row=f"{row.kind.indicator}/{month or 'beside'}",
    )


def _citation(section: str) -> Citation:
    return Citation(
        "pack-2031-09-26",
        meeting="westmoor-children/2031-09-26",
        item_number=ITEM,
        section=section,
        printed_page="12",
    )


def _accusations(verdicts: Iterable[Verdict]) -> int:
    return sum(v.verdict == CONTRADICTS for v in verdicts)
