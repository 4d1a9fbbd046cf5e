"""The axes of a plot, read from their labels: where they put a value, and a period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.display.axes import tick_lines
from briefing.display.scale import Timeline, timeline
from briefing.model.period import Period
from briefing.model.trend import Trend
from briefing.publish.read_back.drawn import NotReadable, Plot

#: How far from its place a mark may stand, in points.
NEAR = 0.1
#: How far from its tick a label may begin or stand, in points.
BESIDE_TICK = 10.0

#: A number in the picture, with its sign, its digits and its decimal places.
NUMBER = re.compile(r"(-?)£?(\d[\d,]*(?:\.(\d+))?)")


@dataclass(frozen=True)
class Axes:
    """Where a plot puts a value, and a period."""

    bottom: float
    step: float
    left: float
    room: float
    line: Timeline

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.bottom + self.step * value

    def x(self, period: Period) -> float:
        """The place of a period."""
        return self.left + (self.line.places[period] + 0.5) * self.room


def axes_of(plot: Plot, trends: Sequence[Trend]) -> Axes:
    """The axes of a plot, each held against its own labels.

    Raises
    ------
    NotReadable
        When labels do not stand evenly, or where their period does not belong.
    """
    left, top, right, bottom = plot.box
    numbers = [_tick(part.texts[0].text) for part in plot.named("ytick") if part.texts]
    places = [part.lines[0][0][1] for part in plot.named("ytick") if part.lines]
    written = [part.texts[0].at[1] for part in plot.named("ytick") if part.texts]
    if len(numbers) < 2 or len(numbers) != len(places):
        raise NotReadable("its value axis has too few labels")
    step = (places[-1] - places[0]) / (numbers[-1] - numbers[0] or 1)
    line = timeline([p for trend in trends for p in trend.series.points])
    axes = Axes(places[0] - step * numbers[0], step, left, (right - left) / (line.end + 1), line)
    evenly = all(near(axes.y(n), y) for n, y in zip(numbers, places, strict=True))
    beside = all(near(a - b, written[0] - places[0]) for a, b in zip(written, places, strict=True))
    if step >= 0 or not evenly or not beside or not near(places[0], bottom):
        raise NotReadable("the numbers at its value axis do not stand evenly")
    if not near(written[0], places[0], BESIDE_TICK):
        raise NotReadable("the numbers at its value axis do not stand beside its ticks")
    if not near(places[-1], top):
        raise NotReadable("its value axis ends below its plot")
    _check_times(plot, axes)
    return axes


def _tick(label: str) -> float:
    found = NUMBER.match(label)
    if found is None:
        raise NotReadable(f"{label!r} at its value axis is no number")
    return value_of(found)


def value_of(found: re.Match[str]) -> float:
    """The value of a number that was found by :data:`NUMBER`."""
    return float(found[1] + found[2].replace(",", ""))


def _check_times(plot: Plot, axes: Axes) -> None:
    names = {tick_lines(period): period for period in axes.line.places}
    under = ""
    for part in sorted(plot.named("xtick"), key=lambda part: part.signs[:1]):
        said = [words.text for words in part.texts]
        if not said or not part.signs:
            continue
        under = said[1] if len(said) > 1 else under
        period = names.get((said[0], under)) or names.get((said[0], ""))
        if period is None:
            raise NotReadable(f"its time axis names {' '.join(said)}, of which it has no figure")
        if not near(part.signs[0][0], axes.x(period)):
            raise NotReadable(f"{' '.join(said)} does not stand where {period.label} belongs")
        if not near(part.texts[0].at[0], part.signs[0][0], BESIDE_TICK):
            raise NotReadable(f"{' '.join(said)} does not stand below its tick")


def near(one: float, other: float, more: float = 0.0) -> bool:
    """Whether two places are the same, but for a hair and what is allowed besides."""
    return abs(one - other) <= NEAR + more
