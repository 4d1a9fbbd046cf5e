"""What changed from one set of papers to the next, and what one set prints twice.

Two papers that state different values for one period both stay on record: each is what was public
at the time. A later value is a revision only when no rounding makes both true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from briefing.analysis.rounding import rounding_range
from briefing.model import Figure, Period, Series


@dataclass(frozen=True)
class Pair:
    """Two values for one indicator, breakdown and period: ``left`` the earlier or first."""

    left_series: Series
    right_series: Series
    period: Period
    left: Figure
    right: Figure


@dataclass(frozen=True)
class Changes:
    """What the later papers hold beside the earlier ones.

    ``new_periods`` are series of the later papers with the periods that no earlier series of the
    indicator had; ``revised`` the values that differ; ``vanished`` the series of the earlier
    papers whose indicator no longer appears; ``appeared`` those of the later papers that are new;
    ``compared`` the number of values that both papers state.
    """

    new_periods: tuple[tuple[Series, tuple[Period, ...]], ...]
    revised: tuple[Pair, ...]
    vanished: tuple[Series, ...]
    appeared: tuple[Series, ...]
    compared: int


def changes_between(earlier: Iterable[Series], later: Iterable[Series]) -> Changes:
    """Compare the series of two sets of papers, by indicator and breakdown.

    Where one of the papers prints an indicator in two tables, a value is revised only when it
    agrees with none of the earlier ones.
    """
    old, new = _by_indicator(earlier), _by_indicator(later)
    revised: dict[tuple[Name, Period], Pair] = {}
    compared = 0
    for name in old.keys() & new.keys():
        before, after = _values(old[name]), _values(new[name])
        for period in before.keys() & after.keys():
            compared += 1
            if not any(agree(a[1], b[1]) for a in before[period] for b in after[period]):
                left, right = before[period][0], after[period][0]
                revised[name, period] = Pair(left[0], right[0], period, left[1], right[1])
    return Changes(
        new_periods=tuple(_new_periods(old, new)),
        revised=tuple(
            revised[name, period]
            for name in new
            for period in sorted(p for n, p in revised if n == name)
        ),
        vanished=tuple(group[0] for name, group in old.items() if name not in new),
        appeared=tuple(group[0] for name, group in new.items() if name not in old),
        compared=compared,
    )


def printed_twice(series: Iterable[Series]) -> tuple[Pair, ...]:
    """Values of one indicator and period that two tables print differently, beyond rounding."""
    return tuple(
        Pair(left, right, period, figure, right.figures[period])
        for group in _by_indicator(series).values()
        for left, right in combinations(group, 2)
        for period, figure in left.figures.items()
        if period in right.figures and not agree(figure, right.figures[period])
    )


def agree(left: Figure, right: Figure) -> bool:
    """Whether one value exists that would be printed as either figure."""
    if left.value == right.value:
        return True
    (low, high), (other_low, other_high) = rounding_range(left), rounding_range(right)
    return left.unit == right.unit and low < other_high and other_low < high


Name = tuple[str, ...]


def _by_indicator(series: Iterable[Series]) -> dict[Name, list[Series]]:
    """Series by indicator and breakdown, in printed order; those without figures left out."""
    groups: dict[Name, list[Series]] = {}
    for one in series:
        if one.known or one.unplaced:
            slug = one.indicator.indicator
            name = (slug,) if slug else (one.name_as_printed, one.indicator.unit)
            groups.setdefault((*name, one.breakdown), []).append(one)
    return groups


def _values(group: Iterable[Series]) -> dict[Period, list[tuple[Series, Figure]]]:
    values: dict[Period, list[tuple[Series, Figure]]] = {}
    for one in group:
        for period, figure in one.figures.items():
            values.setdefault(period, []).append((one, figure))
    return values


def _new_periods(
    old: dict[Name, list[Series]], new: dict[Name, list[Series]]
) -> Iterator[tuple[Series, tuple[Period, ...]]]:
    for name, group in new.items():
        seen = _values(old.get(name, ()))
        if not seen:
            continue
        for one in group:
            periods = tuple(p.period for p in one.known if p.period not in seen)
            if periods:
                yield one, periods
