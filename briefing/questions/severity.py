"""How much a signal weighs, from 0 to 100: every weight of the ranking stands here.

A weight orders lines of enquiry; it is no measure of performance and is never shown as one.
The scale: 70 and more leads a meeting, 50 and more leads an item, below 20 fills an item that
would otherwise have no question.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

#: Kind of signal -> its weight before anything is known of its size.
BASE: Mapping[str, int] = {
    "expectation": 70,
    "recommendation-overdue": 55,
    "concern": 55,
    "cannot-meet-target": 50,
    "ambition": 50,
    "recommendation-only-planned": 50,
    "worse-than-comparators": 45,
    "target-missed": 40,
    "recommendation-gone": 45,
    "recommendation-not-entered": 40,
    "recommendation-no-evidence": 40,
    "turned": 35,
    "risk": 35,
    "target-met-neutral": 32,
    "commentary-differs": 36,
    "commentary-since": 34,
    "commentary-month": 30,
    "commentary-target": 30,
    "worse-than-last-year": 30,
    "recommendation-last-heard": 24,
    "recommendation-undated": 34,
    "recommendation-dated": 30,
    "recommendation-complete": 22,
    "revised": 25,
    "vanished": 25,
    "yearly": 40,
    "month-missing": 20,
    "comparator-dropped": 20,
    "comparator-old": 18,
    "comparator-other-set": 18,
    "comparator-column-dropped": 18,
    "target-moved": 26,
    "target-dropped": 24,
    "unplaced": 15,
    "inspection": 15,
    "commitment": 25,
    "asked": 18,
    "improvement": 65,
    "target-met": 45,
    "better-than-last-year": 40,
    "better-than-comparators": 50,
    "answered": 40,
    "strength": 42,
}

#: The most that the distance from a target or comparator adds.
GAP_LIMIT = Decimal(20)
#: The most that months on end add, one a month.
DURATION_LIMIT = Decimal(15)
#: What a measure loses where neither way is good in itself.
NEUTRAL = Decimal(-15)
#: What a percentage loses where few people may stand behind it.
SMALL_BASE = Decimal(-25)
#: What each further signal on one theme adds, and the most that they add together.
FURTHER = Decimal(2)
FURTHER_LIMIT = Decimal(6)


def weigh(
    kind: str,
    *,
    gap: Decimal = Decimal(0),
    months: int = 0,
    share: Decimal = Decimal(0),
    neutral: bool = False,
    small_base: bool = False,
) -> Decimal:
    """The severity of one signal.

    Parameters
    ----------
    gap
        Distance from the target or comparator, as a share of it (0.5 is half as much again).
    months
        How many points on end it has been so.
    share
        The part of several measures that it holds for, from 0 to 1.
    neutral
        Whether neither way is good in itself.
    small_base
        Whether few people may stand behind a percentage.
    """
    total = Decimal(BASE[kind])
    total += min(GAP_LIMIT, abs(gap) * 50)
    total += min(DURATION_LIMIT, Decimal(months))
    total += share * 25
    total += NEUTRAL if neutral else 0
    total += SMALL_BASE if small_base else 0
    return clip(total)


def clip(total: Decimal) -> Decimal:
    """A severity brought into 0 to 100, with one decimal."""
    return min(Decimal(100), max(Decimal(0), total)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def together(lead: Decimal, further: int, weight: int) -> Decimal:
    """The severity of a theme: its gravest signal, how many more there are, the theme's weight."""
    return clip(lead + min(FURTHER_LIMIT, FURTHER * further) + weight)
