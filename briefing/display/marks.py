"""What is drawn inside a plot: the range, levels, lines, points and the values beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes

from briefing.display import style, words
from briefing.display.canvas import text_width
from briefing.display.scale import Timeline, joined_runs
from briefing.model.series import Point, Target
from briefing.model.trend import Comparator, Trend

#: A value stands below its point from this share of the height of a plot, and not below it
#: under the other.
HIGHEST, LOWEST = 0.88, 0.12


def draw_range(axes: Axes, trend: Trend, line: Timeline, *, mean: bool = True) -> None:
    """The band between the process limits, and the mean where it is wanted.

    Provisional limits are dotted lines without a band.
    """
    for limits in trend.limits:
        inside = [line.places[p] for p in line.places if limits.first <= p <= limits.last]
        start, end = min(inside) - 0.4, max(inside) + 0.4
        lower, upper = max(float(limits.lower), float(words.floor(trend))), float(limits.upper)
        if not limits.provisional:
            axes.fill_between(
                [start, end], lower, upper, color=style.BAND, linewidth=0, zorder=1, gid="mark-band"
            )
        axes.hlines(
            [lower, upper],
            start,
            end,
            colors=style.BAND_EDGE,
            linewidth=1.0 if limits.provisional else 0.5,
            linestyles=":" if limits.provisional else "-",
            zorder=1.5,
            gid="mark-limits",
        )
        if mean:
            to = line.end + 0.5 if limits is trend.limits[-1] else end
            level = float(limits.mean)
            axes.hlines(
                level, start, to, colors=style.MUTED, linewidth=0.8, zorder=2, gid="mark-mean"
            )


def draw_levels(
    axes: Axes, targets: Sequence[Target], peers: Sequence[Comparator], line: Timeline
) -> None:
    """Targets over the whole chart; comparators as a short stroke, since they are of one period."""
    for target in targets:
        axes.axhline(
            float(target.figure.value),
            color=style.TARGET,
            linewidth=1.2,
            dashes=(4, 2) if target.kind == "target" else (1.4, 1.4),
            zorder=2.5,
            gid="mark-target",
        )
    for peer in peers:
        axes.hlines(
            float(peer.figure.value),
            line.end - 0.6,
            line.end + 0.5,
            colors=style.INK,
            linewidth=1.4,
            zorder=2.4,
            gid="mark-peer",
        )


def draw_points(axes: Axes, trend: Trend, line: Timeline, size: style.Size) -> None:
    """The line, broken where time is left out, and a mark a point by its judgement."""
    for run in joined_runs(trend.series.points):
        _plot(axes, run, line, color=style.LINE, linewidth=1.3, zorder=3, gid="mark-line")
    judged = {p.period: p.judgement or "common_cause" for p in trend.points}
    for judgement, mark in style.MARKS.items():
        _plot(
            axes,
            [p for p in trend.series.known if judged.get(p.period, "common_cause") == judgement],
            line,
            linestyle="none",
            marker=mark.shape,
            markersize=size.marker * mark.scale,
            color=mark.colour,
            markeredgecolor=style.PAPER if mark.word else mark.colour,
            markeredgewidth=0.4,
            zorder=4,
            gid="mark-points",
        )


def draw_values(
    axes: Axes,
    points: Sequence[Point],
    neighbours: Sequence[Point],
    ringed: Point | None,
    line: Timeline,
    size: style.Size,
    width: float,
) -> None:
    """Values beside points, above or below as the line leaves room; one may have a ring.

    None reaches left over the value axis of a plot that is ``width`` points wide.
    """
    for point in points:
        if point.figure is None or point.period not in line.places:
            continue
        if point == ringed:
            _plot(
                axes,
                [point],
                line,
                marker="o",
                markersize=size.marker * 1.3,
                markerfacecolor=style.PAPER,
                markeredgecolor=style.LINE,
                markeredgewidth=1.1,
                zorder=5,
                gid="mark-ring",
            )
        low, high = axes.get_ylim()
        share = (float(point.figure.value) - low) / (high - low)
        below = share > HIGHEST or (share > LOWEST and _turns_up(point, neighbours))
        text = words.short(point.figure).text
        place = (line.places[point.period] + 0.5) * width / (line.end + 1)
        aside = max(0.0, text_width(text, size.text) / 2 + 2 - place)
        axes.annotate(
            text,
            (line.places[point.period], float(point.figure.value)),
            xytext=(aside, -size.marker if below else size.marker),
            textcoords="offset points",
            fontsize=size.text,
            ha="center",
            va="top" if below else "bottom",
            zorder=6,
        )


def _turns_up(point: Point, neighbours: Sequence[Point]) -> bool:
    """Whether the line beside a point lies above it, so that a value below it is in the clear."""
    here = point.period
    beside = [
        p.figure.value
        for p in neighbours
        if p.figure is not None and (p.period.follows(here) or here.follows(p.period))
    ]
    if point.figure is None or not beside:
        return False
    return sum(beside) > len(beside) * point.figure.value


def _plot(axes: Axes, points: Sequence[Point], line: Timeline, **drawn: Any) -> None:
    known = [(line.places[p.period], float(p.figure.value)) for p in points if p.figure is not None]
    if known:
        axes.plot([x for x, _ in known], [y for _, y in known], clip_on=False, **drawn)
