"""Several series in one chart: the groups of a measure, or measures of one unit, over the years."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from briefing.display import page, style, words
from briefing.display.axes import draw_axes, time_words
from briefing.display.canvas import drawing, text_width, to_svg
from briefing.display.captions import not_drawn, source
from briefing.display.chart import Chart, Plotted
from briefing.display.page import EdgeLabel
from briefing.display.scale import (
    Scale,
    Timeline,
    axis_note,
    joined_runs,
    tick_text,
    timeline,
    value_scale,
)
from briefing.model.figure import Figure
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Point, Series
from briefing.model.trend import Trend


def group_chart(
    trends: Sequence[Trend], *, title: Sentence | None = None, size: str = "full"
) -> Chart:
    """Draw up to six series on one axis, each with a colour, a shape and its name beside it.

    Parameters
    ----------
    trends
        Series of one unit: the groups of a broken-down measure, or measures that belong together.
        They need not have the same periods.
    title
        The finding; None composes one from the first and last value of the largest group.
    size
        ``half``, ``full`` or ``small``.

    Raises
    ------
    ValueError
        For no series with a figure, more than six, or series of different units.
    """
    shown = [trend for trend in trends if trend.series.known]
    if not 1 <= len(shown) <= len(style.GROUPS):
        raise ValueError(f"a chart shows one to {len(style.GROUPS)} series, not {len(shown)}")
    if len({trend.series.indicator.unit for trend in shown}) > 1:
        raise ValueError("series of different units do not share an axis")
    every = [trend.series for trend in shown]
    found = title or _finding(every)
    percent = every[0].indicator.unit == "percent"
    values = [p.figure.value for s in every for p in s.known if p.figure]
    scale = value_scale(values, percent=percent)
    subtitle = _subtitle(every)
    if not scale.from_zero:
        subtitle += axis_note(scale, percent=percent)
    notes = [note for s in every for note in not_drawn(s)]
    return Chart(
        svg=_draw(every, found, subtitle, scale, style.SIZES[size]),
        alt=_describe(every),
        title=found,
        caption=tuple(dict.fromkeys([*notes, source(every[0])])),
        width_mm=style.SIZES[size].width_mm,
        figures=tuple(dict.fromkeys([*found.figures, *(_last(s) for s in every)])),
        plots=(Plotted(tuple(every)),),
        axis=(
            *(tick_text(t, percent=percent) for t in scale.ticks),
            axis_note(scale, percent=percent).text,
            *time_words(p.period for s in every for p in s.points),
        ),
    )


def _last(series: Series) -> Figure:
    return _figures(series)[-1]


def _figures(series: Series) -> list[Figure]:
    return [p.figure for p in series.known if p.figure is not None]


def _name(series: Series, every: Sequence[Series]) -> str:
    """The group, where all are groups of one measure; else the measure."""
    one = len({s.indicator.indicator for s in every}) == 1
    return series.breakdown if one and series.breakdown else words.measure(series)


def _subtitle(every: Sequence[Series]) -> Sentence:
    """The measure that is broken down, or the measures, and the time."""
    names = list(dict.fromkeys(s.indicator.name for s in every))
    periods = [p.period for s in every for p in s.points]
    values: dict[str, object] = {
        "names": words.listing([Sentence(name) for name in names]),
        "first": min(periods),
        "last": max(periods),
    }
    return compose("{names}, {first} to {last}", values)


def _change(series: Series, every: Sequence[Series]) -> Sentence:
    """The first and the last value of a series, side by side."""
    first, last = series.known[0], series.known[-1]
    values: dict[str, object] = {
        "name": _name(series, every),
        "first": first.figure,
        "then": first.period,
        "last": last.figure,
        "now": last.period,
    }
    if first == last:
        return compose("{name} {last} in {now}", values)
    return compose("{name} from {first} in {then} to {last} in {now}", values)


def _finding(every: Sequence[Series]) -> Sentence:
    """The first and last value of the group whose latest value is the largest."""
    largest = max(every, key=lambda s: _last(s).value)
    return compose("{change:capital}", change=_change(largest, every))


def _describe(every: Sequence[Series]) -> Sentence:
    changes = words.semicolons([_change(s, every) for s in every])
    return compose("Line chart of {what}: {changes}.", what=_subtitle(every), changes=changes)


def _draw(
    every: Sequence[Series], title: Sentence, subtitle: Sentence, scale: Scale, size: style.Size
) -> str:
    percent = every[0].indicator.unit == "percent"
    points = [p for s in every for p in s.points]
    line = timeline(points)
    heading, under = page.header_lines(title.text, subtitle.text, size.width, size)
    head = (len(heading) * size.title + len(under) * size.text) * page.LEADING + page.GAP
    foot = size.text * page.LEADING * 2 + page.GAP
    labels = [
        EdgeLabel(
            f"{_name(s, every)} {words.short(_last(s))}",
            float(_last(s).value),
            style.GROUPS[i][0],
            bold=True,
        )
        for i, s in enumerate(every)
    ]
    labels_width = size.width * max(size.label_share, 0.26) - page.LANE
    height = max(size.height, head + foot + page.labels_height(labels, labels_width, size.text))
    plot_height = height - head - foot
    left = 4 + max(text_width(tick_text(t, percent=percent), size.text) for t in scale.ticks)
    plot_width = size.width - left - labels_width - page.LANE
    with drawing(size.width, height) as sheet:
        y = page.write(sheet, heading, 0, 0, size.title, bold=True)
        page.write(sheet, under, 0, y, size.text, colour=style.MUTED)
        axes = page.plot_area(sheet, left, head, plot_width, plot_height)
        draw_axes(axes, scale, line, plot_width, size, percent=percent)
        _lines(axes, every, line, size)
        placed = page.place_labels(
            [page.lowered(label, scale, head, plot_height) for label in labels],
            labels_width,
            size.text,
            head - size.text * 0.6,
            head + plot_height + size.text * 0.6,
        )
        page.draw_labels(sheet, placed, left + plot_width, size.text)
        return to_svg(sheet)


def _lines(axes: Axes, every: Sequence[Series], line: Timeline, size: style.Size) -> None:
    """The lines, by seaborn: a colour and a shape a group, broken where time is left out.

    Seaborn takes most of a second to load, so only a chart that needs it does.
    """
    import seaborn

    rows: list[tuple[Point, str, int]] = []
    names = [str(i) for i in range(len(every))]
    for name, series in zip(names, every, strict=True):
        for run in joined_runs(series.points):
            number = rows[-1][2] + 1 if rows else 0
            rows += [(point, name, number) for point in run]
    seaborn.lineplot(
        data={
            "time": [line.places[point.period] for point, _, _ in rows],
            "value": [float(point.figure.value) for point, _, _ in rows if point.figure],
            "group": [name for _, name, _ in rows],
            "run": [run for _, _, run in rows],
        },
        x="time",
        y="value",
        hue="group",
        style="group",
        units="run",
        estimator=None,
        sort=False,
        legend=False,
        dashes=False,
        hue_order=names,
        style_order=names,
        palette=[style.GROUPS[i][0] for i in range(len(every))],
        markers=[style.GROUPS[i][1] for i in range(len(every))],
        markersize=size.marker,
        linewidth=1.4,
        clip_on=False,
        ax=axes,
    )
    axes.set(xlabel="", ylabel="")
    colours = {style.GROUPS[i][0].lower(): i for i in range(len(every))}
    for drawn in axes.lines:
        colour = str(to_hex(drawn.get_color()))
        if colour in colours:
            drawn.set_gid(f"mark-group-{colours[colour]}")
