"""A level held against a target or a comparator, and an ambition against the targets."""

from __future__ import annotations

from decimal import Decimal

from briefing.analysis.claims.holding.outcome import (
    IMPLIED,
    LOOSE,
    NEAR,
    SURE,
    Outcome,
    agrees,
    contradicts,
    dated,
    name,
    open_,
    words,
)
from briefing.analysis.claims.lines import Line
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import Range, difference, percentage, printed, says
from briefing.analysis.difference import SMALL
from briefing.model import Figure, Sentence, Target, compose
from briefing.model.claim import Claim, Quantity

_NAMES = {
    "target": "target",
    "statistical_neighbours": "statistical neighbour figure",
    "england": "England figure",
    "region": "regional figure",
}
#: Within this share of the other value, two are in line with each other; beyond the second, not.
_IN_LINE, _OUT_OF_LINE = Decimal("0.05"), Decimal("0.25")
#: A percentage that reads as its sum, such as a comparator of a column without a name.
_KNOWN = ("named", "confirmed")


def comparison(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether the level lies where it is said to lie, and what is quoted is what is printed."""
    what = _NAMES.get(claim.against, "figure compared with")
    certain, possible = _printed(claim, line, record)
    quantity, unit = claim.quantity, line.series.indicator.unit
    if quantity is None and not certain:
        return open_(compose("The tables print no {w} of {m}.", w=what, m=name(line)), silent=True)
    if quantity is not None and quantity.unit and quantity.unit != unit:
        return open_(compose("{m} is printed in another unit.", m=name(line)), silent=True)
    if quantity is not None and not certain and not possible:
        return open_(compose("The tables print no {w} of {m}.", w=what, m=name(line)), silent=True)
    quoted = quantity and [f for f in (*certain, *possible) if says(quantity, printed(f))]
    now = line.now(claim)
    refs = list(quoted or certain)
    if quantity is not None and not quoted:
        if certain and not possible:
            return contradicts(
                compose(
                    "The sentence quotes {said} for {m}; the table's {w} is {f}.",
                    said=words(claim, quantity, unit),
                    m=name(line),
                    w=what,
                    f=certain[0],
                ),
                NEAR,
            )
        return open_(
            compose(
                "No column of the table is named as the {w} that is quoted for {m}.",
                w=what,
                m=name(line),
            )
        )
    if now is None:
        return open_(compose("No table prints {m} for the period.", m=name(line)), silent=True)
    if not claim.direction and quantity is None:
        return open_(compose("The sentence does not say how {m} compares.", m=name(line)))
    if not claim.direction:
        return agrees(compose("The table's {w} of {m} is {f}.", w=what, m=name(line), f=refs[0]))
    period, level = now
    working = compose(
        "{m}: {a} in {p}; the {w} is {f}.", m=name(line), a=level, p=period, w=what, f=refs[0]
    )
    answers = [
        _lies(claim, level, f, line) if claim.gap is None else _apart(claim, claim.gap, level, f)
        for f in refs
    ]
    if any(a is True for a in answers):
        return agrees(working, dated(claim))
    if all(a is False for a in answers):
        told = claim.period is not None or (claim.end and says(claim.end, printed(level)))
        met = IMPLIED if quantity is not None and told else LOOSE
        sure = dated(claim) if claim.direction in ("below", "above") else met
        return contradicts(working, sure if quantity is not None else min(sure, IMPLIED))
    return open_(working)


def _printed(claim: Claim, line: Line, record: Record) -> tuple[list[Figure], list[Figure]]:
    """What the tables print of what is compared with: surely that, and perhaps that."""
    if claim.against == "target":
        found = [t.figure for t in line.series.targets if t.kind in ("target", "floor")]
        other = [t.figure for t in line.series.targets if t.kind not in ("target", "floor")]
        return found, other
    certain: list[Figure] = []
    possible: list[Figure] = []
    for one in record.comparators.get(line.series.indicator.indicator, ()):
        if one.comparator == claim.against and one.identification in _KNOWN:
            certain.append(one.figure)
        elif one.comparator in (claim.against, "unknown"):
            possible.append(one.figure)
    return certain, ([] if certain else possible)


def _lies(claim: Claim, level: Figure, ref: Figure, line: Line) -> bool | None:
    """Whether the level may lie as said; None where that cannot be told."""
    a, b = printed(level), _stands_for(claim, ref)
    if claim.direction == "below":
        return a.low < b.high
    if claim.direction == "above":
        return a.high > b.low
    if claim.direction == "at_least":
        return a.high >= b.low
    if claim.direction == "at_most":
        return a.low <= b.high
    if claim.direction == "near":
        return _near(a, b, level, ref, line)
    target = next((t for t in line.series.targets if t.figure == ref), None)
    met = _met(target, a) if target else None
    if met is None or claim.direction not in ("met", "unmet"):
        return None
    return met if claim.direction == "met" else _unmet(target, a)


def _stands_for(claim: Claim, ref: Figure) -> Range:
    """What a figure compared with stands for: a target is meant as it is printed."""
    return Range(ref.value, ref.value) if claim.against == "target" else printed(ref)


def _apart(claim: Claim, gap: Quantity, level: Figure, ref: Figure) -> bool | None:
    """Whether the level may lie as far off as said; None for a distance of a few people."""
    if level.unit == "count" and abs(level.value - ref.value) < SMALL:
        return None
    a, b = printed(level), _stands_for(claim, ref)
    low, high = (b, a) if claim.direction == "above" else (a, b)
    sizes = [difference(low, high)]
    if gap.unit == "percent":
        share = percentage(b, a)
        shares = [share if claim.direction == "above" else -share] if share else []
        sizes = shares + (sizes if level.unit == "percent" else [])
    elif gap.unit == "percentage_points" and level.unit != "percent":
        return None
    return any(says(gap, size) for size in sizes)


def _near(a: Range, b: Range, level: Figure, ref: Figure, line: Line) -> bool | None:
    gap = max(a.low - b.high, b.low - a.high, Decimal(0))
    if gap <= abs(ref.value) * _IN_LINE:
        return True
    target = next((t for t in line.series.targets if t.figure == ref), None)
    if target and target.met_by(level.value):
        return True
    return False if gap > abs(ref.value) * _OUT_OF_LINE else None


def _met(target: Target, a: Range) -> bool | None:
    outcomes = {target.met_by(a.low), target.met_by(a.high)}
    return None if None in outcomes else True in outcomes


def _unmet(target: Target | None, a: Range) -> bool | None:
    if target is None:
        return None
    outcomes = {target.met_by(a.low), target.met_by(a.high)}
    return None if None in outcomes else False in outcomes


def ambition(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether the tables print the target; another one with the same date speaks against it."""
    quantity, unit = claim.quantity, line.series.indicator.unit
    targets = line.series.targets
    if quantity is None or not targets or (quantity.unit and quantity.unit != unit):
        return open_(compose("The tables print no target of {m}.", m=name(line)), silent=True)
    said = words(claim, quantity, unit)
    for target in targets:
        if says(quantity, printed(target.figure)):
            return agrees(_target(line, target, said), SURE)
    dated_same = [t for t in targets if t.due is not None and t.due == claim.baseline]
    if dated_same:
        return contradicts(_target(line, dated_same[0], said), LOOSE)
    return open_(_target(line, targets[0], said))


def _target(line: Line, target: Target, said: Sentence) -> Sentence:
    return compose(
        "The sentence aims at {said} for {m}; the table's target is {f}.",
        said=said,
        m=name(line),
        f=target.figure,
    )
