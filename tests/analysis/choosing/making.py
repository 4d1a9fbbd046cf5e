"""Made-up series of one measure of Westmoor, and true statements about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from briefing.analysis.choosing import Context, chosen
from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.model import Citation, Figure, Indicator, Period, Point, Series, Target
from briefing.model.claim import Claim, Quantity, Verdict
from briefing.model.trend import Comparator

LAST = Period("2031-08")
ITEM = "9"

Value = int | str | Decimal

NAMES = {
    "count": "Number of calls",
    "percent": "Percentage of calls answered in time",
    "average": "Average number of calls per worker",
}
#: True sentences about a change; each names the month compared with, or the last one.
FORMS = (
    "The {name} {rose} from {before} in {base} to {after} in {now}.",
    "In {now}, the {name} was {after}, {up} from {before} in {base}.",
    "The {name} has {risen} to {after} from {before} in {base}.",
    "The {name} is now {after}, {up} from {before} in {base}.",
)
_WORDS = {
    "up": {"rose": "rose", "risen": "risen", "up": "up"},
    "down": {"rose": "fell", "risen": "fallen", "up": "down"},
}


def series(
    values: Sequence[Value],
    *,
    unit: str = "count",
    measure_type: str = "stock",
    targets: tuple[Target, ...] = (),
) -> Series:
    """A month each, the last of them :data:`LAST`."""
    points = []
    for at, value in enumerate(values):
        period = LAST.shift(at - len(values) + 1)
        figure = Figure(
            Decimal(value), unit, period, Citation("pack", section="Calls"), str(value), f"r{at}"
        )
        points.append(Point(period, figure))
    indicator = Indicator("calls", "Calls", unit, measure_type, polarity="high")
    return Series(indicator, tuple(points), table="calls", targets=targets, item_number=ITEM)


def target(value: str, unit: str = "count", kind: str = "target", due: str = "") -> Target:
    figure = Figure(Decimal(value), unit, citation=Citation("pack"), raw=value, row=f"t-{kind}")
    return Target(figure, "at_most", kind, due=Period(due) if due else None)


def neighbours(value: str, unit: str = "count") -> Comparator:
    figure = Figure(Decimal(value), unit, citation=Citation("pack"), raw=value, row="b1")
    return Comparator("statistical_neighbours", "named", figure)


def moved(one: Series, back: int, *, named: bool = True, name: str = "c") -> Claim:
    """That the measure went the way that it did go since so many months ago."""
    values = [figure.value for figure in one.figures.values()]
    base = LAST.shift(-back)
    return Claim(
        id=name,
        passage=f"p-{name}",
        text="Calls moved.",
        kind="direction",
        indicators=("calls",),
        tie=1.0,
        direction="up" if values[-1] > one.figures[base].value else "down",
        baselines=(base,) if named else (),
        item_number=ITEM,
        citation=Citation("pack"),
    )


def sentence(one: Series, back: int, form: str) -> str:
    """That the measure went the way that it did go since so many months ago, in words."""
    base, last = one.figures[LAST.shift(-back)], one.figures[LAST]
    name = NAMES[one.indicator.unit]
    return form.format(
        name=name[0].lower() + name[1:],
        before=base.text,
        after=last.text,
        base=LAST.shift(-back).label,
        now=LAST.label,
        **_WORDS["up" if last.value > base.value else "down"],
    )


def read(one: Series, text: str) -> list[Claim]:
    """The claims of a sentence about the measure."""
    passage = Passage("p", text, ITEM, citation=Citation("pack"), published=date(2031, 9, 18))
    measure = Measure("calls", NAMES[one.indicator.unit], unit=one.indicator.unit)
    return list(claims_in([passage], [measure]))


def quoted(text: str, value: str, *, against: str = "", unit: str = "", **more: object) -> Claim:
    """That the measure has been below a figure since the first month that is printed."""
    cells = {
        "id": "c",
        "passage": "p-c",
        "text": text,
        "kind": "duration",
        "indicators": ("calls",),
        "tie": 1.0,
        "direction": "below",
        "against": against,
        "quantity": Quantity(Decimal(value), unit, raw=value),
        "baselines": (LAST.shift(-7),),
        "item_number": ITEM,
        "citation": Citation("pack"),
        **more,
    }
    return Claim(**cells)  # type: ignore[arg-type]


def verdicts(
    one: Series, *claims: Claim, comparators: tuple[Comparator, ...] = ()
) -> list[Verdict]:
    record = Record((one,), {"calls": comparators})
    return [hold(claim, record) for claim in claims]


def contexts(
    one: Series, *claims: Claim, comparators: tuple[Comparator, ...] = ()
) -> tuple[Context, ...]:
    """What the tables add to some claims."""
    record = Record((one,), {"calls": comparators})
    return chosen(verdicts(one, *claims, comparators=comparators), record)
