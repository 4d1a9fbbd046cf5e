"""How often charts signal when nothing has changed.

Process limits are drawn so that ordinary variation seldom breaks a rule, not so that it never
does. Over many charts some will signal by chance, and a reader should know how many to expect.

The chances below were tabulated by :func:`simulate` itself, with 100,000 runs of stable,
independent and normally distributed values and the number of points as the seed, by the rules of
:mod:`briefing.analysis.spc` with screened limits. The standard error of an entry is at most
0.0015. With 13 points about one chart in twelve marks a point.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefing.analysis.spc import process_limits, special_causes
from briefing.model import Figure, derive
from briefing.model.trend import Trend

#: Points -> chance that any point is marked, chance that the last one is.
_TABLE = {
    12: ("0.0715", "0.0138"),
    13: ("0.0827", "0.0148"),
    14: ("0.0919", "0.0149"),
    15: ("0.1007", "0.0145"),
    16: ("0.1096", "0.0149"),
    17: ("0.1198", "0.0152"),
    18: ("0.1293", "0.0155"),
    19: ("0.1391", "0.0158"),
    20: ("0.1479", "0.0161"),
    21: ("0.1558", "0.0157"),
    22: ("0.1673", "0.0160"),
    23: ("0.1757", "0.0165"),
    24: ("0.1851", "0.0156"),
    25: ("0.1962", "0.0172"),
    26: ("0.2057", "0.0169"),
    27: ("0.2156", "0.0167"),
    28: ("0.2237", "0.0168"),
    29: ("0.2324", "0.0169"),
    30: ("0.2407", "0.0169"),
    31: ("0.2493", "0.0177"),
    32: ("0.2548", "0.0171"),
    33: ("0.2682", "0.0169"),
    34: ("0.2765", "0.0176"),
    35: ("0.2850", "0.0169"),
    36: ("0.2932", "0.0173"),
}


@dataclass(frozen=True)
class Chance:
    """Chances, between 0 and 1, that a chart of a stable process signals.

    ``anywhere`` that any of its points is marked, ``last`` that its last point is.
    """

    anywhere: Decimal
    last: Decimal


def simulate(points: int, *, runs: int, seed: int) -> Chance:
    """Chances of a false alarm on a chart of so many points, from seeded random series."""
    draw = random.Random(seed)
    anywhere = last = 0
    for _ in range(runs):
        values = [round(draw.gauss(0, 1) * 10_000) for _ in range(points)]
        causes = special_causes(values, process_limits(values))
        anywhere += any(c.rules for c in causes)
        last += bool(causes[-1].rules)
    return Chance(Decimal(anywhere) / runs, Decimal(last) / runs)


@cache
def chance(points: int) -> Chance:
    """Chances of a false alarm on a chart of so many points.

    Tabulated from 12 points, below which no chart is judged, to 36; beyond that simulated with
    fewer runs.

    Raises
    ------
    ValueError
        For fewer than two points, which have no limits.
    """
    if points in _TABLE:
        anywhere, last = _TABLE[points]
        return Chance(Decimal(anywhere), Decimal(last))
    return simulate(points, runs=2_000, seed=points)


def expected_false_alarms(trends: Iterable[Trend], *, last_point: bool = False) -> Figure:
    """How many of the judged charts would signal by chance if nothing had changed in any.

    Parameters
    ----------
    trends
        Those without a judgement are passed over: they cannot raise an alarm.
    last_point
        Count only alarms at the last point, which are those that give a chart its icon; else
        alarms at any point.

    Returns
    -------
    Figure
        An expected number, to one decimal place. It takes the charts as independent of each other
        and their values as normally distributed.
    """
    total = Decimal(0)
    for trend in trends:
        if trend.variation:
            found = chance(sum(p.period >= trend.limits[-1].first for p in trend.points))
            total += found.last if last_point else found.anywhere
    where = "at their last point" if last_point else "at one of their points"
    return derive(total, f"charts expected to signal {where} by chance alone", places=1)
