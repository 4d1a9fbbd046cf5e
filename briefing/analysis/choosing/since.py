"""A change from a year or so ago that holds, while the months since have gone the other way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from briefing.analysis.choosing.compared import Compared, Points
from briefing.analysis.choosing.context import Context
from briefing.analysis.claims.holding.outcome import name
from briefing.analysis.spc import process_limits
from briefing.model import Figure, Period, compose

#: So many steps on end are months, and no slip: the fewest that a quarter of a year holds.
STEPS = 3
#: A turn counts from this share of all that the values have ranged over since the baseline, as
#: for the signals of a recent best.
SHARE = Fraction(1, 4)
#: Values that ordinary variation is taken from, at least.
_ENOUGH = 6


def other_way_since(found: Compared) -> Context | None:
    """The context of a change, where each of the last steps went against it, and far enough.

    Far enough is further than :data:`~briefing.analysis.spc.LIMIT` mean moving ranges, the
    distance of a process limit from the mean: a single point may lie so far by ordinary variation,
    but several steps that all point one way add up to it only when the level moves. The mean
    moving range is that of the printed run, the turn included, so that a lively series needs a
    larger turn.
    """
    run = _run(found)
    turn = _turn(found, run)
    if turn is None:
        return None
    period, figure = turn
    if found.is_few(figure, found.after):
        return None
    back = Fraction(found.gain(found.after, figure))
    limits = process_limits([f.value for _, f in run])
    since = [f.value for p, f in run if p > found.base] + [found.before.value]
    if back <= limits.upper - limits.mean or back < SHARE * Fraction(max(since) - min(since)):
        return None
    working = compose(
        "{m}: {a} in {ap} is {way} on {b} in {bp}, and {other} since {tp}, which had {t}.",
        m=name(found.line),
        a=found.after,
        ap=found.now,
        way=found.way,
        b=found.before,
        bp=found.base,
        other=found.other_way,
        tp=period,
        t=figure,
    )
    return Context(
        found.claim,
        "other_way_since",
        found.indicator,
        (found.before, found.after, figure),
        working,
    )


def turning(context: Context) -> Period | None:
    """The period in which a measure began to move the other way."""
    return context.figures[-1].period


def _run(found: Compared) -> Points:
    """The values up to the claim's, none missing between, of a series of months or quarters."""
    points = found.line.between(None, found.now)
    if found.now.length >= 12:
        return ()
    first = len(points) - 1
    while first and points[first][0].follows(points[first - 1][0]):
        first -= 1
    run = points[first:]
    return run if len(run) >= _ENOUGH else ()


def _turn(found: Compared, run: Points) -> tuple[Period, Figure] | None:
    """The value before the steps that all go against the claim; a level step ends them."""
    at = len(run) - 1
    while at > 0 and found.gain(run[at - 1][1], run[at][1]) < Decimal(0):
        at -= 1
    if len(run) - 1 - at < STEPS:
        return None
    return run[at] if run[at][0] > found.base else None
