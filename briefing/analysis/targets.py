"""A series held against a target: met or not, for how long, and the pace a dated one needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.analysis.difference import difference_unit, is_small, safe_change
from briefing.analysis.points import figure_of, year_before
from briefing.analysis.rounding import rounding_range
from briefing.model import Figure, Period, Point, Target, derive
from briefing.model.trend import TargetState

#: Months over which the present pace is taken.
PACE_MONTHS = 12

#: Decimal places to which a pace and where it ends are printed at most.
_PLACES = 2


def hold_against(target: Target, run: Sequence[Point], known: Sequence[Point]) -> TargetState:
    """The last value held against a target.

    Parameters
    ----------
    target
        A target with a direction of its own. While that is unknown nothing is said of whether it
        is met: ``met``, ``months_running``, ``gap`` and ``on_course`` stay None.
    run
        The known points after the last gap in time; at least one.
    known
        Every known point of the series, for the value of a year before.

    Returns
    -------
    TargetState
        For a target with a due date that is still ahead, also the mean change a month that would
        reach it, the mean change a month over the last twelve months, where that would end at the
        due date, and between which ends it may lie given how coarsely the values are rounded.
        These may be negative: a pace of -0.75 goes down. A number that would be a derived count
        of people under ten is left out.
    """
    last = figure_of(run[-1])
    met = target.met_by(last.value)
    state = TargetState(
        target=target,
        met=met,
        months_running=None if met is None else _running(target, run, met),
        gap=_gap(target, last) if met is False else None,
    )
    if target.due is None:
        return state
    months = run[-1].period.months_to(target.due)
    if months <= 0:
        return replace(state, on_course=met)
    if not met and not is_small(last.unit, target.figure.value - last.value):
        state = replace(state, pace_needed=_pace_needed(target, last, target.due, months))
    earlier = year_before(run[-1].period, known)
    if earlier is None or safe_change(figure_of(earlier), last) is None:
        return state
    return _with_present_pace(state, figure_of(earlier), last, target.due, months)


def _pace_needed(target: Target, last: Figure, due: Period, months: int) -> Figure:
    pace = (target.figure.value - last.value) / months
    return derive(
        pace,
        f"change a month that reaches the target in {due.label}",
        last,
        target.figure,
        unit=difference_unit(last.unit),
        places=_places(pace),
    )


def _with_present_pace(
    state: TargetState, before: Figure, last: Figure, due: Period, months: int
) -> TargetState:
    """The state of a dated target with the present pace and where it ends."""
    target = state.target
    pace = (last.value - before.value) / PACE_MONTHS
    ends = last.value + pace * months
    low, high = _ends_between(before, last, months)
    printable = not is_small(last.unit, ends)
    return replace(
        state,
        pace_now=derive(
            pace,
            "mean change a month over the last twelve months",
            before,
            last,
            unit=difference_unit(last.unit),
            places=_places(pace),
        ),
        on_course=target.met_by(ends),
        course_certain=_certain(target, ends, low, high),
        ends_at=_end(ends, due, before, last) if printable else None,
        ends_between=(
            (_end(low, due, before, last), _end(high, due, before, last)) if printable else None
        ),
    )


def _certain(target: Target, ends: Decimal, low: Decimal, high: Decimal) -> bool | None:
    """Whether every end that rounding allows gives one verdict, None while there is none.

    An end that would be printed as the target counts as a possible success.
    """
    if target.direction == "unknown":
        return None
    if target.met_by(ends):
        return bool(target.met_by(low) and target.met_by(high))
    target_low, target_high = rounding_range(target.figure)
    return high < target_low if target.direction == "at_least" else low > target_high


def _ends_between(before: Figure, last: Figure, months: int) -> tuple[Decimal, Decimal]:
    """The lowest and highest end of the present pace that the rounding of both values allows."""
    (last_low, last_high), (low, high) = rounding_range(last), rounding_range(before)
    return (
        last_low + (last_low - high) * months / PACE_MONTHS,
        last_high + (last_high - low) * months / PACE_MONTHS,
    )


def _end(value: Decimal, due: Period, before: Figure, last: Figure) -> Figure:
    return derive(
        value,
        f"the pace of the last twelve months carried on to {due.label}",
        before,
        last,
        unit=last.unit,
        period=due,
        places=_places(value),
    )


def _running(target: Target, run: Sequence[Point], met: bool) -> Figure:
    """How many points in a row, to the last, had the same outcome."""
    same: list[Figure] = []
    for point in reversed(run):
        figure = figure_of(point)
        if target.met_by(figure.value) is not met:
            break
        same.append(figure)
    return derive(
        len(same),
        f"periods in a row that {'met' if met else 'missed'} the target as it stands now",
        *reversed(same),
        target.figure,
        unit="months" if run[-1].period.kind == "month" else "count",
    )


def _gap(target: Target, last: Figure) -> Figure | None:
    size = abs(target.figure.value - last.value)
    if is_small(last.unit, size):
        return None
    return derive(
        size,
        "distance from the target",
        last,
        target.figure,
        unit=difference_unit(last.unit),
        period=last.period,
    )


def _places(value: Decimal) -> int:
    """The fewest decimal places that print a value, two at most."""
    for places in range(_PLACES):
        if value == round(value, places):
            return places
    return _PLACES
