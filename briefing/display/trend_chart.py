"""The chart of one series: its points, what they vary between, its target and its comparators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.display import page, style, words
from briefing.display.alt_text import describe
from briefing.display.axes import draw_axes, time_words
from briefing.display.canvas import drawing, text_width, to_svg
from briefing.display.captions import caption
from briefing.display.chart import Chart, Plotted
from briefing.display.marks import draw_levels, draw_points, draw_range, draw_values
from briefing.display.page import EdgeLabel, KeyEntry
from briefing.display.scale import (
    Scale,
    Timeline,
    axis_note,
    joined_runs,
    tick_text,
    timeline,
    value_scale,
)
from briefing.display.titles import finding
from briefing.model.figure import Figure
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Point, Target
from briefing.model.trend import Comparator, Trend

#: The least height of a plot, in points; a chart with a long title grows instead.
LEAST_PLOT = 82.0


def trend_chart(
    trend: Trend, *, size: str = "half", peers: Sequence[Comparator] | None = None
) -> Chart:
    """Draw one series with everything that its analysis says of it.

    Parameters
    ----------
    trend
        The analysis of the series.
    size
        ``half``, ``full`` or ``small`` (:data:`briefing.display.style.SIZES`).
    peers
        The comparators to draw; None draws those of the trend that the papers or published
        figures identify, other than the council's own.

    Raises
    ------
    KeyError
        For a size that does not exist.
    ValueError
        For a series without any figure that is placed in time.
    """
    if trend.last is None:
        raise ValueError(f"nothing to draw: {words.measure(trend.series)}")
    plan = _plan(
        trend, style.SIZES[size], words.named(trend.comparators) if peers is None else peers
    )
    return Chart(
        svg=_draw(plan),
        alt=describe(trend),
        title=plan.title,
        caption=caption(trend),
        width_mm=plan.size.width_mm,
        figures=plan.figures,
        plots=(
            Plotted(
                (trend.series,),
                tuple(t.figure for t in plan.targets),
                tuple(c.figure for c in plan.peers),
                judged=True,
            ),
        ),
        axis=(
            *(tick_text(t, percent=plan.percent) for t in plan.scale.ticks),
            axis_note(plan.scale, percent=plan.percent).text,
            *time_words(plan.line.places),
        ),
    )


@dataclass(frozen=True)
class _Plan:
    """Everything that will be drawn, settled before the first line."""

    trend: Trend
    size: style.Size
    title: Sentence
    subtitle: Sentence
    key: tuple[KeyEntry, ...]
    scale: Scale
    line: Timeline
    targets: tuple[Target, ...]
    peers: tuple[Comparator, ...]
    noted: tuple[Point, ...]
    range_text: Sentence
    mean: Figure | None

    @property
    def percent(self) -> bool:
        """Whether the values are percentages."""
        return self.trend.series.indicator.unit == "percent"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the picture prints."""
        found = [*self.title.figures, *self.range_text.figures]
        found += [self.trend.last.figure] if self.trend.last else []
        found += [t.figure for t in self.targets] + [c.figure for c in self.peers]
        found += [self.mean] if self.mean else []
        found += [p.figure for p in self.noted if p.figure]
        return tuple(dict.fromkeys(found))


def _plan(trend: Trend, size: style.Size, peers: Sequence[Comparator]) -> _Plan:
    percent = trend.series.indicator.unit == "percent"
    targets = levels_of(trend)
    scale = value_scale(_drawn_values(trend, targets, peers), percent=percent)
    range_text = words.range_text(trend)
    subtitle = words.subtitle(trend.series, short=size.width_mm < 100)
    if not scale.from_zero:
        subtitle += axis_note(scale, percent=percent)
    noted = _noted(trend)
    return _Plan(
        trend=trend,
        size=size,
        title=finding(trend),
        subtitle=subtitle,
        key=_key(trend, size, range_text.text),
        scale=scale,
        line=timeline(trend.series.points),
        targets=targets,
        peers=tuple(peers),
        noted=noted,
        range_text=range_text,
        mean=words.limit_figures(trend, trend.limits[-1])[0] if trend.limits else None,
    )


def levels_of(trend: Trend) -> tuple[Target, ...]:
    """The targets to draw, one a level: that of the analysis first, a dated one before others."""
    first = [trend.target.target] if trend.target else []
    levels: dict[Decimal, Target] = {}
    for target in [*first, *(state.target for state in trend.targets)]:
        held = levels.get(target.figure.value)
        if held is None or (target.due and not held.due):
            levels[target.figure.value] = target
    return tuple(levels.values())


def _drawn_values(
    trend: Trend, targets: Sequence[Target], peers: Sequence[Comparator]
) -> list[Decimal]:
    values = [p.figure.value for p in trend.series.known if p.figure is not None]
    values += [t.figure.value for t in targets] + [c.figure.value for c in peers]
    for limits in trend.limits:
        values += [max(limits.lower, words.floor(trend)), limits.upper]
    return values


def _year_before(trend: Trend) -> Point | None:
    """The same period last year, where the series may not be judged by limits."""
    before = trend.year_before
    return before if before and before.figure and not trend.variation else None


def _noted(trend: Trend) -> tuple[Point, ...]:
    """The points whose values stand beside them: a year before, and those that stand alone."""
    before = _year_before(trend)
    alone = [run[0] for run in joined_runs(trend.series.points) if len(run) == 1]
    found = [before] if before else []
    found += [p for p in alone if p != before and trend.last and p.period != trend.last.period]
    return tuple(found)


def _key(trend: Trend, size: style.Size, range_text: str) -> tuple[KeyEntry, ...]:
    """What the drawing's signs mean, only those that it has."""
    entries = []
    if range_text:
        entries.append(
            KeyEntry(range_text, style.BAND_EDGE, line=":")
            if trend.limits[-1].provisional
            else KeyEntry(range_text, style.BAND, line="-", thickness=size.text * 0.8)
        )
    present = {p.judgement for p in trend.points}
    for judgement, mark in style.MARKS.items():
        if mark.word and judgement in present:
            entries.append(KeyEntry(mark.word, mark.colour, mark.shape, size.marker * mark.scale))
    if _year_before(trend):
        entries.append(KeyEntry("A year before", style.LINE, "o", size.marker, filled=False))
    if words.gaps(trend.series):
        entries.append(KeyEntry("No certain figure", style.MUTED, "x", size.marker * 0.8))
    return tuple(entries)


def _draw(plan: _Plan) -> str:
    size, scale = plan.size, plan.scale
    title, subtitle = page.header_lines(plan.title.text, plan.subtitle.text, size.width, size)
    rows = page.key_rows(plan.key, size.width, size.text)
    head = page.LEADING * (len(title) * size.title + (len(subtitle) + len(rows)) * size.text)
    head += page.GAP
    foot = size.text * page.LEADING * 2 + page.GAP
    labels = _edge_labels(plan)
    labels_width = size.width * size.label_share - page.LANE
    least = max(LEAST_PLOT, page.labels_height(labels, labels_width, size.text))
    height = max(size.height, head + least + foot)
    plot_height = height - head - foot
    left = 4 + max(text_width(tick_text(t, percent=plan.percent), size.text) for t in scale.ticks)
    plot_width = size.width - left - labels_width - page.LANE
    lost = [p.period for p in words.gaps(plan.trend.series)]
    with drawing(size.width, height) as sheet:
        y = page.write(sheet, title, 0, 0, size.title, bold=True)
        y = page.write(sheet, subtitle, 0, y, size.text, colour=style.MUTED)
        page.draw_key(sheet, rows, y + 2, size.text)
        axes = page.plot_area(sheet, left, head, plot_width, plot_height)
        draw_axes(axes, scale, plan.line, plot_width, size, percent=plan.percent, lost=lost)
        draw_range(axes, plan.trend, plan.line)
        draw_levels(axes, plan.targets, plan.peers, plan.line)
        draw_points(axes, plan.trend, plan.line, size)
        points = plan.trend.series.points
        draw_values(axes, plan.noted, points, _year_before(plan.trend), plan.line, size, plot_width)
        placed = page.place_labels(
            [page.lowered(label, scale, head, plot_height) for label in labels],
            labels_width,
            size.text,
            head - size.text * 0.6,
            head + plot_height + size.text * 0.6,
        )
        page.draw_labels(sheet, placed, left + plot_width, size.text)
        return to_svg(sheet)


def _edge_labels(plan: _Plan) -> list[EdgeLabel]:
    """The labels at the right edge; ``at`` is still a value."""
    last = plan.trend.last
    assert last is not None
    current = plan.line.places[last.period] == plan.line.end
    text = compose(
        "{value}" if current else "{value} ({period:short})",
        value=words.short(last.figure),
        period=last.period,
    )
    ink = style.ink_of(plan.trend.variation)
    labels = [EdgeLabel(text.text, float(last.figure.value), ink, bold=True)]
    for target in plan.targets:
        level = float(target.figure.value)
        labels.append(EdgeLabel(words.target_label(target).text, level, style.TARGET))
    if plan.mean is not None:
        mean = compose("Mean {mean}", mean=words.short(plan.mean))
        labels.append(EdgeLabel(mean.text, float(plan.mean.value), style.MUTED))
    for peer in plan.peers:
        labels.append(EdgeLabel(words.comparator_label(peer).text, float(peer.figure.value)))
    return labels
