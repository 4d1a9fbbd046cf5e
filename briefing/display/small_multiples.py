"""The measures of a theme as one picture of small charts, side by side on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.figure import Figure as Sheet

from briefing.display import page, style, words
from briefing.display.alt_text import describe_theme
from briefing.display.axes import draw_axes, time_words
from briefing.display.canvas import drawing, text_width, to_svg, wrap
from briefing.display.captions import sources
from briefing.display.chart import Chart, Plotted
from briefing.display.marks import draw_levels, draw_points, draw_range
from briefing.display.page import EdgeLabel, KeyEntry
from briefing.display.scale import Scale, tick_text, timeline, value_scale
from briefing.display.show import Blocks
from briefing.model.figure import Figure
from briefing.model.sentence import Sentence, compose
from briefing.model.trend import Trend

#: Points of a plot's height, and between two charts.
PLOT, GUTTER = 62.0, 14.0
#: Room of the labels at the right edge of each chart.
LABELS = 46.0


#: The most charts of one picture: more would not stand on a page.
MOST = 9
#: Charts side by side.
COLUMNS = 3
#: Measures of one unit share a scale while their highest values differ by no more than so many
#: times: further apart, the lower ones would be flat lines.
ALIKE = 3


def small_multiples(
    trends: Sequence[Trend], *, title: str | Sentence, shared: bool | None = None
) -> Blocks:
    """A theme's measures as small charts: whole rows in each picture, :data:`MOST` at the most.

    Parameters are those of :func:`grid_chart`; without a measure to draw there is no block.
    """
    shown = [trend for trend in trends if trend.last is not None]
    if not shown:
        return Blocks()
    pictures = -(-len(shown) // MOST)
    each = COLUMNS * -(-len(shown) // (pictures * COLUMNS))
    charts = [
        grid_chart(
            shown[start : start + each],
            title=compose("{title}, continued" if start else "{title}", title=title),
            shared=shared,
        )
        for start in range(0, len(shown), each)
    ]
    return Blocks(charts)


def grid_chart(
    trends: Sequence[Trend],
    *,
    title: str | Sentence,
    columns: int = COLUMNS,
    size: str = "full",
    shared: bool | None = None,
) -> Chart:
    """Draw measures in a grid, each with its last value and its target.

    Parameters
    ----------
    trends
        The measures, in order; those without a figure that is placed in time are left out.
    title
        The theme, for the text alternative: in print it stands as a heading above.
    columns
        Charts side by side.
    shared
        Whether all have one scale; None gives one to measures of one unit and a like size, and
        to each its own otherwise. The subtitle says which.

    Raises
    ------
    ValueError
        For no measure with a figure, or one scale asked for different units.
    """
    shown = tuple(trend for trend in trends if trend.last is not None)
    if not shown:
        raise ValueError("nothing to draw: no measure has a figure that is placed in time")
    one_unit = len({trend.series.indicator.unit for trend in shown}) == 1
    if shared and not one_unit:
        raise ValueError("measures of different units do not share a scale")
    together = one_unit and _alike(shown) if shared is None else shared
    scales = _scales(shown, together)
    grid = _Grid(
        shown, scales, together, compose("{title}", title=title), columns, style.SIZES[size]
    )
    return Chart(
        svg=_draw(grid),
        alt=describe_theme(shown, grid.title),
        title=grid.title,
        caption=(sources([t.series for t in shown]),),
        width_mm=grid.size.width_mm,
        figures=grid.figures,
        plots=tuple(_plotted(trend) for trend in shown),
        axis=tuple(
            dict.fromkeys(
                (
                    *(
                        tick_text(t, percent=_is_percent(trend))
                        for trend, scale in zip(shown, scales, strict=True)
                        for t in scale.ticks
                    ),
                    _subtitle(grid).text,
                    *time_words(p.period for trend in shown for p in trend.series.points),
                )
            )
        ),
    )


@dataclass(frozen=True)
class _Grid:
    """What will be drawn."""

    trends: tuple[Trend, ...]
    scales: tuple[Scale, ...]
    shared: bool
    title: Sentence
    columns: int
    size: style.Size

    @property
    def width(self) -> float:
        """Width of one chart in points."""
        return (self.size.width - GUTTER * (self.columns - 1)) / self.columns

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the picture prints."""
        found = list(self.title.figures)
        for trend in self.trends:
            found += [trend.last.figure] if trend.last else []
            found += [trend.target.target.figure] if trend.target else []
        return tuple(dict.fromkeys(found))


def _plotted(trend: Trend) -> Plotted:
    targets = (trend.target.target.figure,) if trend.target else ()
    return Plotted((trend.series,), targets, judged=True)


def _is_percent(trend: Trend) -> bool:
    return trend.series.indicator.unit == "percent"


def _alike(trends: Sequence[Trend]) -> bool:
    highest = [max(_values(trend)) for trend in trends]
    return max(highest) <= ALIKE * min(highest)


def _scales(trends: Sequence[Trend], shared: bool) -> tuple[Scale, ...]:
    values = [_values(trend) for trend in trends]
    if shared:
        every = [value for one in values for value in one]
        return (value_scale(every, percent=_is_percent(trends[0]), ticks=3),) * len(trends)
    return tuple(
        value_scale(one, percent=_is_percent(trend), ticks=3)
        for trend, one in zip(trends, values, strict=True)
    )


def _values(trend: Trend) -> list[Decimal]:
    values = [p.figure.value for p in trend.series.known if p.figure is not None]
    values += [trend.target.target.figure.value] if trend.target else []
    for limits in trend.limits:
        values += [max(limits.lower, words.floor(trend)), limits.upper]
    return values


def _subtitle(grid: _Grid) -> Sentence:
    scale = grid.scales[0]
    percent = _is_percent(grid.trends[0])
    if grid.shared:
        low, high = (tick_text(v, percent=percent) for v in (scale.low, scale.high))
        text = f"All on one scale, {low} to {high}"
    else:
        text = "Each has a scale of its own"
        if any(not s.from_zero for s in grid.scales):
            text += "; some do not start at nought"
    return Sentence(text)


def _key(grid: _Grid) -> list[KeyEntry]:
    entries = []
    if any(trend.limits and not trend.limits[-1].provisional for trend in grid.trends):
        entries.append(KeyEntry("Usual range", style.BAND, line="-", thickness=6.5))
    if any(trend.limits and trend.limits[-1].provisional for trend in grid.trends):
        entries.append(KeyEntry("Provisional range", style.BAND_EDGE, line=":"))
    if any(trend.target for trend in grid.trends):
        entries.append(KeyEntry("Target", style.TARGET, line="--"))
    present = {point.judgement for trend in grid.trends for point in trend.points}
    for judgement, mark in style.MARKS.items():
        if mark.word and judgement in present:
            entries.append(KeyEntry(mark.word, mark.colour, mark.shape, 4.5 * mark.scale))
    if any(words.gaps(trend.series) for trend in grid.trends):
        entries.append(KeyEntry("No certain figure", style.MUTED, "x", 4.0))
    return entries


def _draw(grid: _Grid) -> str:
    size = grid.size
    subtitle = wrap(_subtitle(grid).text, size.width, size.text)
    rows = page.key_rows(_key(grid), size.width, size.text)
    head = page.LEADING * (len(subtitle) + len(rows)) * size.text + 4
    small = style.SIZES["small"]
    names = [wrap(words.measure(t.series), grid.width, small.text, bold=True) for t in grid.trends]
    line = small.text * page.LEADING
    deepest = [
        max(len(lines) for lines in names[start : start + grid.columns])
        for start in range(0, len(names), grid.columns)
    ]
    heights = [(lines + 2) * line + PLOT + 3 * page.GAP for lines in deepest]
    with drawing(size.width, head + sum(heights)) as sheet:
        y = page.write(sheet, subtitle, 0, 0, size.text, colour=style.MUTED)
        page.draw_key(sheet, rows, y + 2, size.text)
        for index, lines in enumerate(names):
            row, column = divmod(index, grid.columns)
            left = column * (grid.width + GUTTER)
            top = head + sum(heights[:row]) + page.GAP
            page.write(sheet, lines, left, top, small.text, bold=True)
            _one(sheet, grid, index, left, top + deepest[row] * line + page.GAP)
        return to_svg(sheet)


def _one(sheet: Sheet, grid: _Grid, index: int, left: float, top: float) -> None:
    """One chart of the grid, its plot's top left corner given."""
    trend, scale, size = grid.trends[index], grid.scales[index], style.SIZES["small"]
    last = trend.last
    assert last is not None
    percent = _is_percent(trend)
    ticks = 4 + max(text_width(tick_text(t, percent=percent), size.text) for t in scale.ticks)
    width = grid.width - ticks - LABELS
    line = timeline(trend.series.points)
    axes = page.plot_area(sheet, left + ticks, top, width, PLOT)
    lost = [p.period for p in words.gaps(trend.series)]
    draw_axes(axes, scale, line, width, size, percent=percent, lost=lost)
    draw_range(axes, trend, line, mean=False)
    targets = (trend.target.target,) if trend.target else ()
    draw_levels(axes, targets, (), line)
    draw_points(axes, trend, line, size)
    labels = [
        EdgeLabel(
            words.short(last.figure).text,
            float(last.figure.value),
            style.ink_of(trend.variation),
            bold=True,
        )
    ]
    labels += [
        EdgeLabel(words.target_level(t).text, float(t.figure.value), style.TARGET) for t in targets
    ]
    placed = page.place_labels(
        [page.lowered(label, scale, top, PLOT) for label in labels],
        LABELS - page.LANE,
        size.text,
        top - size.text * 0.6,
        top + PLOT + size.text * 0.6,
    )
    page.draw_labels(sheet, placed, left + ticks + width, size.text)
