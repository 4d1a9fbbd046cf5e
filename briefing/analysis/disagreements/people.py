"""The number of people on whom rates rest: one number, which changes once a year at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from briefing.model import Period

#: The fewest and the most people that a count and a rounded rate allow.
Range = tuple[Decimal, Decimal]

#: A number of people changes by no more than this part of it.
_CHANGE = Decimal("0.06")
#: A number between two others has to fit so many periods.
_BETWEEN = 3
_YEAR = 12


def numbers_of_people(allowed: Mapping[Period, Range]) -> dict[Period, Range]:
    """For every period, the number of people that fits most periods around it, as a range.

    The number may change twice, by a few per cent and at least a year apart, where more periods
    fit so than without.
    """
    periods = sorted(allowed)
    if not periods:
        return {}
    ranges = [allowed[period] for period in periods]

    @cache
    def number(first: int, end: int) -> tuple[int, Range]:
        return _best(ranges[first:end])

    best: tuple[int, dict[Period, Range]] = (-1, {})
    for cuts in _cuts(periods):
        found = _fitted(periods, cuts, number)
        if found is not None and found[0] > best[0]:
            best = found
    return best[1]


def fits(allowed: Range, number: Range) -> bool:
    """Whether a number of people is among those that a count and its rate allow."""
    return allowed[0] <= number[1] and number[0] <= allowed[1]


def _cuts(periods: Sequence[Period]) -> Iterator[tuple[int, ...]]:
    """Before which periods the number may have changed: nowhere, once, twice."""
    yield ()
    places = range(1, len(periods))
    yield from ((at,) for at in places)
    for first in places:
        for second in range(first + 1, len(periods)):
            if periods[second].start - periods[first - 1].start > _YEAR:
                yield first, second


def _fitted(
    periods: Sequence[Period],
    cuts: tuple[int, ...],
    number: Callable[[int, int], tuple[int, Range]],
) -> tuple[int, dict[Period, Range]] | None:
    """How many periods fit, and the number of each; None where no population changes so."""
    edges = list(pairwise((0, *cuts, len(periods))))
    found = [number(first, end) for first, end in edges]
    main = max(found)[1][0]
    if any(abs(people[0] - main) > _CHANGE * main for _, people in found):
        return None
    if any(count < _BETWEEN for count, _ in found[1:-1]):
        return None
    numbers = {
        period: people
        for (first, end), (_, people) in zip(edges, found, strict=True)
        for period in periods[first:end]
    }
    return sum(count for count, _ in found), numbers


def _best(ranges: Sequence[Range]) -> tuple[int, Range]:
    """The number that lies in most of the ranges, from the least to the most it can be."""
    found = (0, (Decimal(0), Decimal(0)))
    for low, _ in ranges:
        inside = [r for r in ranges if r[0] <= low <= r[1]]
        if len(inside) > found[0]:
            found = (len(inside), (low, min(high for _, high in inside)))
    return found
