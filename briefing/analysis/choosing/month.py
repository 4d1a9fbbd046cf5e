"""A change from the one month that stands apart, where other months tell of little or none."""

from __future__ import annotations

from fractions import Fraction

from briefing.analysis.choosing.compared import Compared, Points
from briefing.analysis.choosing.context import Context
from briefing.analysis.claims.holding.outcome import name
from briefing.analysis.claims.lines import contiguous
from briefing.analysis.spc import LIMIT, TWO_SIGMA, process_limits
from briefing.analysis.trends import judge
from briefing.model import compose

#: Months before the claim's own that it could have been compared with.
WINDOW = 12
#: From nearly every other month of them the change is no more than this share of the one stated:
#: below it two readers would not speak of the same change.
SHARE = Fraction(1, 3)
#: How many of the other eleven months may tell a larger change.
EXCEPTIONS = 1


def flattering_month(found: Compared) -> Context | None:
    """The context of a change from a month that lies outside the series' process limits.

    Only a series that may be judged by process limits has a month that stands apart: in stocks
    and look-backs each value leans on the one before, and a steady fall makes the first month the
    highest of necessity. Some month is always the highest: that this one is outside the limits,
    and away from all the others, keeps ordinary variation from being taken for a choice. Where the
    same month of both years lies beyond all the others, that is its season.
    """
    window = [(p, f) for p, f in found.line.points if 0 < found.now.start - p.start <= WINDOW]
    if found.now.length != 1 or len(window) < WINDOW or not contiguous(window):
        return None
    others = [(p, f) for p, f in window if p != found.base]
    stated = Fraction(found.gain(found.before, found.after))
    if len(others) == len(window) or any(found.is_few(found.before, f) for _, f in others):
        return None
    if found.now.start - found.base.start == WINDOW and _is_of_a_season(found, others):
        return None
    if found.is_few(found.before, found.after):
        return None
    larger = [f for _, f in others if Fraction(found.gain(f, found.after)) > SHARE * stated]
    if len(larger) > EXCEPTIONS or not _stands_apart(found, others):
        return None
    return _context(found, others)


def _is_of_a_season(found: Compared, others: Points) -> bool:
    """Whether the latest month lies beyond all the others too, on the side of the one before."""
    return all(found.gain(found.after, f) > 0 for _, f in others)


def _stands_apart(found: Compared, others: Points) -> bool:
    """Whether the month compared with lies outside the limits, and on the side that the claim
    needs further from the nearest of the others than the two-sigma lines are from the mean.

    The second is for a series that drifts, where the limits alone would single out its ends. A
    change of less than the mean moving range is an ordinary step, from whichever month.
    """
    trend = judge(found.line.series)
    point = next((p for p in trend.points if p.period == found.base), None)
    if point is None or "outside" not in point.rules:
        return False
    limits = process_limits([p.figure.value for p in trend.points])
    step = (limits.upper - limits.mean) / LIMIT
    away = Fraction(min(found.gain(found.before, f) for _, f in others))
    return away >= step * TWO_SIGMA and Fraction(found.gain(found.before, found.after)) >= step


def _context(found: Compared, others: Points) -> Context:
    figures = [f for _, f in others]
    low, high = min(figures, key=lambda f: f.value), max(figures, key=lambda f: f.value)
    working = compose(
        "{m}: {a} in {ap} is {way} on {b} in {bp}; the other months from {first} to {last} lay "
        "between {low} and {high}.",
        m=name(found.line),
        a=found.after,
        ap=found.now,
        way=found.way,
        b=found.before,
        bp=found.base,
        first=others[0][0],
        last=others[-1][0],
        low=low,
        high=high,
    )
    return Context(
        found.claim,
        "flattering_month",
        found.indicator,
        (found.before, found.after, low, high),
        working,
    )
