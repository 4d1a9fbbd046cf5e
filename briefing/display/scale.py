"""Honest axes: where a value axis begins and ends, and how a time axis shows its gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from briefing.model.period import Period
from briefing.model.sentence import Sentence
from briefing.model.series import Point

#: An axis that does not begin at nought spans at least this share of its highest value, so that
#: a small change never fills the chart.
LEAST_SHARE = Decimal("0.2")
#: The same for percentages, in points.
LEAST_POINTS = Decimal(20)
#: Room above the highest value, as a share of the axis.
HEADROOM = Decimal("0.04")
#: A gap of more periods than this is drawn shorter than it is, with a break in the axis.
LONGEST_GAP = 3
#: The room of a gap that is drawn shorter, in steps.
BREAK_STEPS = 3.0


@dataclass(frozen=True)
class Scale:
    """A value axis from ``low`` to ``high`` with its ticks, in the unit of the values."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    @property
    def from_zero(self) -> bool:
        """Whether the axis begins at nought, or below it for negative values."""
        return self.low <= 0


def value_scale(values: Sequence[Decimal], *, percent: bool = False, ticks: int = 5) -> Scale:
    """An axis for the values: from nought where the lowest is under half of the highest.

    Parameters
    ----------
    values
        Everything that is drawn: points, limits, target, comparators.
    percent
        Whether the axis must stay within 0 and 100.
    ticks
        The most ticks.
    """
    low, high = min(values), max(values)
    if low < 0 or low * 2 <= high:
        start, end = min(low, Decimal(0)), high
    else:
        least = LEAST_POINTS if percent else high * LEAST_SHARE
        slack = max(least - (high - low), (high - low) * Decimal("0.1"))
        start, end = max(low - slack / 2, Decimal(0)), high + slack / 2
    if start == end:
        end = start + 1
    end += (end - start) * HEADROOM
    if percent:
        end = min(end, Decimal(100))
    step = _step((end - start) / ticks)
    first = (start / step).to_integral_value(ROUND_FLOOR) * step
    last = (end / step).to_integral_value(ROUND_CEILING) * step
    count = int((last - first) / step)
    return Scale(first, last, tuple(first + step * i for i in range(count + 1)))


def _step(rough: Decimal) -> Decimal:
    """The least of 1, 2, 5, 10... times a power of ten that is no less than ``rough``."""
    power = Decimal(1).scaleb(rough.adjusted())
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough)


def tick_text(value: Decimal, *, percent: bool) -> str:
    """The label of a tick: ``80%``, ``1,200``."""
    plain = value.normalize() if value else Decimal(0)
    return f"{plain:,f}%" if percent else f"{plain:,f}"


def axis_note(scale: Scale, *, percent: bool) -> Sentence:
    """Says where an axis begins that does not begin at nought; it is kept on one line."""
    note = f"(axis starts at {tick_text(scale.low, percent=percent)})"
    return Sentence(note.replace(" ", "\u00a0"))


@dataclass(frozen=True)
class Timeline:
    """Where each period stands on a time axis, in steps from the first.

    ``breaks`` are the places where the axis leaves time out.
    """

    places: dict[Period, float] = field(default_factory=dict)
    breaks: tuple[float, ...] = ()

    @property
    def end(self) -> float:
        """The place of the last period."""
        return max(self.places.values(), default=0.0)


def timeline(points: Sequence[Point]) -> Timeline:
    """The places of the points' periods; a long gap is drawn as a break of fixed room."""
    places: dict[Period, float] = {}
    breaks = []
    before: Period | None = None
    at = 0.0
    for period in sorted({p.period for p in points}):
        if before is not None:
            steps = (period.start - before.start) / before.length
            if steps > LONGEST_GAP:
                breaks.append(at + BREAK_STEPS / 2)
                steps = BREAK_STEPS
            at += steps
        places[period] = at
        before = period
    return Timeline(places, tuple(breaks))


def joined_runs(points: Sequence[Point]) -> list[list[Point]]:
    """The known points in runs of periods that follow each other: only these a line may join."""
    runs: list[list[Point]] = []
    for point in points:
        if point.figure is None:
            continue
        if runs and point.period.follows(runs[-1][-1].period):
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def labelled(line: Timeline, room: float, width: float) -> list[Period]:
    """The periods whose labels fit: the last, those that stand alone, then even steps back.

    Parameters
    ----------
    room
        Points between two successive periods.
    width
        Points that a label takes, its margin included.
    """
    every = max(1, -int(-width // room))
    ends = {p: _segment(line, place)[-1] for p, place in line.places.items()}
    wanted = sorted(
        line.places,
        key=lambda p: (
            line.places[p] != line.end,
            len(_segment(line, line.places[p])) > 1,
            (ends[p] - line.places[p]) % every,
            -line.places[p],
        ),
    )
    chosen: list[Period] = []
    for period in wanted:
        place = line.places[period]
        alone = len(_segment(line, place)) == 1
        clear = all(abs(line.places[c] - place) * room >= width for c in chosen)
        if clear and (alone or (ends[period] - place) % every == 0):
            chosen.append(period)
    return sorted(chosen)


def _segment(line: Timeline, place: float) -> list[float]:
    """The places between the breaks on both sides of a place, in order."""
    start = max((b for b in line.breaks if b < place), default=float("-inf"))
    end = min((b for b in line.breaks if b > place), default=float("inf"))
    return sorted(p for p in line.places.values() if start < p < end)
