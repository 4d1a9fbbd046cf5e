"""A rank among a measure's own values, and a level that has held for a time."""

from __future__ import annotations

from dataclasses import replace

from briefing.analysis.claims.holding.outcome import (
    IMPLIED,
    LOOSE,
    SURE,
    Outcome,
    agrees,
    contradicts,
    dated,
    name,
    open_,
    words,
)
from briefing.analysis.claims.lines import Line, contiguous
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import printed, says
from briefing.model import Figure, Period, compose, derive
from briefing.model.claim import Claim, Quantity


def rank(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether no other value of the time said is lower, or higher."""
    if claim.against == "others" or claim.base:
        return open_(compose("The tables do not print what {m} is ranked among.", m=name(line)))
    now = line.now(claim)
    if now is None:
        return open_(compose("No table prints {m} for the period.", m=name(line)), silent=True)
    period, value = now
    since = claim.baseline
    first = period.start - claim.window_months + line.step if claim.window_months else None
    points = [
        (p, f)
        for p, f in line.points
        if p != period
        and (
            p.start <= period.start
            or (claim.period is not None and first is None and since is None)
        )
        and (first is None or p.start >= first)
        and (since is None or p.start > since.start)
    ]
    low = claim.rank == "lowest"
    beaten = [(p, f) for p, f in points if _beats(f, value, low)]
    if beaten:
        best = min(beaten, key=lambda x: x[1].value if low else -x[1].value)
        if first is None and since is None and best[0].start > period.start:
            return open_(compose("The tables go on after {p}.", p=period))
        return contradicts(
            compose(
                "{m}: {a} in {p}, said to be the {r}; the table has {b} in {bp}.",
                m=name(line),
                a=value,
                p=period,
                r=claim.rank,
                b=best[1],
                bp=best[0],
            ),
            dated(claim),
        )
    if any(_beats(f, value, low) for f in line.series.unplaced):
        return open_(
            compose("The table prints values of {m} without saying for when.", m=name(line))
        )
    run = sorted([*points, (period, value)], key=lambda x: x[0].start)
    begun = first if first is not None else since.start + line.step if since else None
    whole = contiguous(run) and begun is not None and run[0][0].start <= begun
    if begun is not None and not whole:
        count = derive(len(run), "number of periods printed", *(f for _, f in run))
        return open_(
            compose(
                "{m}: {a} in {p}, the {r} of the {n} periods that the table prints of that time.",
                m=name(line),
                a=value,
                p=period,
                r=claim.rank,
                n=count,
            )
        )
    return agrees(
        compose(
            "{m}: {a} in {p}, the {r} that the table prints of that time.",
            m=name(line),
            a=value,
            p=period,
            r=claim.rank,
        ),
        SURE if whole else LOOSE,
    )


def _beats(other: Figure, value: Figure, low: bool) -> bool:
    a, b = printed(other), printed(value)
    return (
        a.high <= b.low and other.value < value.value
        if low
        else a.low >= b.high and other.value > value.value
    )


def _beside_target(claim: Claim, line: Line) -> Claim | None:
    """The claim with the target's figure, where it names none: above target for three months."""
    targets = [t for t in line.series.targets if t.kind in ("target", "floor")]
    if claim.quantity is not None or claim.against != "target" or len(targets) != 1:
        return None
    target = targets[0]
    quantity = Quantity(target.figure.value, raw=target.figure.raw)
    if claim.direction in ("below", "above"):
        return replace(claim, quantity=quantity)
    if target.direction not in ("at_least", "at_most"):
        return None
    least = target.direction == "at_least"
    if claim.direction == "met":
        bound = replace(quantity, form="at_least" if least else "at_most")
        return replace(claim, quantity=bound, direction="")
    return replace(claim, quantity=quantity, direction="below" if least else "above")


def duration(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether every value of the time said lies where it is said to lie."""
    claim = _beside_target(claim, line) or claim
    quantity, last = claim.quantity, line.last
    if (
        quantity is None
        or last is None
        or (quantity.unit and quantity.unit != line.series.indicator.unit)
    ):
        return open_(compose("{m} is printed in another unit.", m=name(line)), silent=True)
    start = claim.baseline
    if start is None and not claim.window_months:
        return open_(compose("The sentence does not say since when {m} is so.", m=name(line)))
    if start is None:
        points = list(line.points[-((claim.window_months or 0) // line.step) :])
        whole = len(points) * line.step == claim.window_months
    else:
        points = line.between(start, last[0])
        whole = bool(points) and points[0][0] == start
    outside = [(p, f) for p, f in points if not _lies(claim, f)]
    said = words(claim, quantity, line.series.indicator.unit)
    if outside:
        worst: tuple[Period, Figure] = outside[-1]
        return contradicts(
            compose(
                "{m}: said to have held at or {d} {said}; the table has {f} in {p}.".replace(
                    "at or {d} ", "{d} " if claim.direction else "at "
                ),
                m=name(line),
                d=claim.direction,
                said=said,
                f=worst[1],
                p=worst[0],
            ),
            SURE if start is not None else _of_window(claim, line),
        )
    if not whole or not contiguous(points):
        return open_(compose("The tables do not print all of {m} for that time.", m=name(line)))
    return agrees(
        compose(
            "{m}: {a} in {ap} and {b} in {bp}, and as said in every period between.",
            m=name(line),
            a=points[0][1],
            ap=points[0][0],
            b=points[-1][1],
            bp=points[-1][0],
        )
    )


def _of_window(claim: Claim, line: Line) -> float:
    """More where the time fails too if it ends a period before the last one printed."""
    count = (claim.window_months or 0) // line.step
    before = line.points[-count - 1 : -1]
    return IMPLIED if any(not _lies(claim, f) for _, f in before) else LOOSE


def _lies(claim: Claim, figure: Figure) -> bool:
    if claim.quantity is None:
        return False
    found = printed(figure)
    if claim.direction == "below":
        return found.low < claim.quantity.value
    if claim.direction == "above":
        return found.high > claim.quantity.value
    return says(claim.quantity, found)
