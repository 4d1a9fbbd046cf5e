"""A tiny line of the last year: decorative, beside a row that says the same in words."""

from __future__ import annotations

from briefing.display import style
from briefing.display.scale import joined_runs, timeline
from briefing.model.series import Target
from briefing.model.trend import Trend

WIDTH, HEIGHT = 72.0, 18.0
#: Points shown: a year of months and the same month before.
POINTS = 13
_MARGIN = 3.0


def sparkline(trend: Trend) -> str:
    """The last thirteen periods as SVG: the line, the latest point, a tick at the target's level.

    Blank where fewer than two figures are placed in time.
    """
    points = trend.series.points[-POINTS:]
    known = [p for p in points if p.figure is not None]
    if len(known) < 2:
        return ""
    target: Target | None = trend.target.target if trend.target else None
    values = [float(p.figure.value) for p in known if p.figure]
    levels = values + ([float(target.figure.value)] if target else [])
    low, high = min(levels), max(levels)
    line = timeline(points)
    room = WIDTH - 3 * _MARGIN

    def x(place: float) -> str:
        return f"{_MARGIN + room * place / (line.end or 1):.1f}"

    def y(value: float) -> str:
        share = (value - low) / (high - low) if high > low else 0.5
        return f"{HEIGHT - _MARGIN - (HEIGHT - 2 * _MARGIN) * share:.1f}"

    parts = []
    for run in joined_runs(points):
        path = " ".join(
            f"{x(line.places[p.period])},{y(float(p.figure.value))}" for p in run if p.figure
        )
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{style.LINE}" stroke-width="1.2" '
            'stroke-linejoin="round"/>'
        )
    if target:
        level = y(float(target.figure.value))
        parts.append(
            f'<line x1="{WIDTH - 7:g}" x2="{WIDTH:g}" y1="{level}" y2="{level}" '
            f'stroke="{style.TARGET}" stroke-width="1.6"/>'
        )
    last = known[-1]
    mark = style.MARKS.get(trend.variation or "common_cause", style.MARKS["common_cause"])
    at = f'cx="{x(line.places[last.period])}" cy="{y(values[-1])}"'
    parts.append(f'<circle {at} r="2.2" fill="{mark.colour}"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}" height="{HEIGHT:g}" '
        f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}">{"".join(parts)}</svg>'
    )
