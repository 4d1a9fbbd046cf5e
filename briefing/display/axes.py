"""The two axes of a plot: their ticks, and the breaks where time is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes

from briefing.display import style
from briefing.display.canvas import text_width
from briefing.display.scale import Scale, Timeline, labelled, tick_text
from briefing.model.period import Period


def draw_axes(
    axes: Axes,
    scale: Scale,
    line: Timeline,
    width: float,
    size: style.Size,
    *,
    percent: bool,
    lost: Iterable[Period] = (),
    numbers: bool = True,
) -> None:
    """Limits, ticks and labels of both axes.

    Parameters
    ----------
    width
        Width of the plot in points.
    lost
        Periods without a certain figure, each marked by a cross on the time axis.
    numbers
        Whether the value axis has its labels.
    """
    axes.set_xlim(-0.5, line.end + 0.5)
    axes.set_ylim(float(scale.low), float(scale.high))
    texts = [tick_text(t, percent=percent) if numbers else "" for t in scale.ticks]
    axes.set_yticks([float(t) for t in scale.ticks], texts)
    widest = max(text_width(_widest(p), size.text) for p in line.places) + 5
    shown = labelled(line, width / (line.end + 1), widest)
    axes.set_xticks([line.places[p] for p in shown], _labels(shown))
    axes.tick_params(labelsize=size.text, pad=2.5)
    axes.grid(visible=False, axis="x")
    _on_axis(axes, line.breaks, 0.0, [(-0.4, -1), (0.4, 1)], 7, style.AXIS, pair=0.15)
    missing = [line.places[p] for p in lost]
    _on_axis(axes, missing, 0.03, "x", size.marker * 0.8, style.MUTED, gid="mark-lost")


def time_words(periods: Iterable[Period]) -> tuple[str, ...]:
    """How a chart of these periods may name them: on its axis, in its titles and its labels."""
    said: dict[str, None] = {}
    for period in periods:
        upper, lower = tick_lines(period)
        said.update(dict.fromkeys(word for word in (upper, lower) if word))
        for label in (period.label, period.short):
            said.update(dict.fromkeys((f"in {label}", f"to {label}", f"{label} to", f", {label}")))
    return tuple(said)


def _on_axis(
    axes: Axes,
    places: Sequence[float],
    height: float,
    marker: object,
    size: float,
    colour: str,
    *,
    pair: float = 0.0,
    gid: str = "",
) -> None:
    """Marks at places of the time axis; with ``pair`` each is drawn twice, so far to its sides."""
    at = [place + side for place in places for side in ((-pair, pair) if pair else (0.0,))]
    if at:
        axes.plot(
            at,
            [height] * len(at),
            transform=axes.get_xaxis_transform(),
            marker=marker,
            markersize=size,
            color=colour,
            linestyle="none",
            clip_on=False,
            gid=gid or None,
        )


def _widest(period: Period) -> str:
    """The line of a tick that needs the room: the year below a quarter is wider than it."""
    return max(tick_lines(period), key=len) if "Q" in period.code else tick_lines(period)[0]


def tick_lines(period: Period) -> tuple[str, str]:
    """The two lines of a tick: ``Aug`` over ``2024``, ``Q4`` over ``2023/24``, ``2023`` alone."""
    if period.kind == "month":
        return period.short[:3], period.code[:4]
    if "Q" in period.code:
        return period.code[-2:], period.code[:-3]
    return period.short, ""


def _labels(periods: Sequence[Period]) -> list[str]:
    """Tick labels; the second line is said where it changes."""
    said, labels = "", []
    for upper, lower in map(tick_lines, periods):
        labels.append(f"{upper}\n{lower}" if lower and lower != said else upper)
        said = lower
    return labels
