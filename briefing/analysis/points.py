"""Points of a series: the run after the last gap, and the same period a year before."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Figure, Period, Point, Series


def figure_of(point: Point) -> Figure:
    """The figure of a known point.

    Raises
    ------
    ValueError
        When nothing is known for its period.
    """
    if point.figure is None:
        raise ValueError(f"no figure is known for {point.period.label}")
    return point.figure


def last_run(series: Series) -> tuple[Point, ...]:
    """The known points after the last gap in time, each following the one before directly.

    A period that is missing, suppressed or ambiguous is a gap, and so is a header that jumps
    from August of one year to August of the next.
    """
    known = series.known
    start = len(known) - 1
    while start > 0 and known[start].period.follows(known[start - 1].period):
        start -= 1
    return known[max(start, 0) :]


def year_before(period: Period, known: Sequence[Point]) -> Point | None:
    """The known point of the same period a year earlier, on whichever side of a gap."""
    wanted = period.shift(-12 // period.length)
    return next((p for p in known if p.period == wanted and p.figure is not None), None)
