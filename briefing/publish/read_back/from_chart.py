"""Whether a chart draws what the store says: each mark where its axes put the figure.

The axes are read first: the numbers at the value axis must stand evenly, and each label of the time
axis where its period belongs. Only then are points, lines, gaps, targets, limits and labels held
against the series that the meeting's tables print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.display.alt_text import describe, describe_theme
from briefing.display.scale import joined_runs
from briefing.display.sparkline import sparkline
from briefing.display.titles import finding
from briefing.display.words import floor, measure
from briefing.model.blocks import Block
from briefing.model.sentence import Sentence
from briefing.model.series import Point
from briefing.model.trend import Trend
from briefing.publish.read_back.chart_axes import NEAR, NUMBER, Axes, axes_of, near, value_of
from briefing.publish.read_back.drawn import MARK, NotReadable, Picture, Place, Plot, picture_of
from briefing.publish.read_back.numbers import even
from briefing.publish.read_back.record import Record
from briefing.publish.read_back.texts import drawn

#: How far beside its point a value may be written, in points.
BESIDE = 16.0

#: Stands for the name of a theme.
_NAME = "\N{REPLACEMENT CHARACTER}"

#: A place in a tiny line, however its attributes are quoted.
_COORDINATE = re.compile(r"(?<![#\w])\d+(?:\.\d+)?(?!\w)")


def wrong_chart(block: Block, record: Record) -> str:
    """What a chart draws otherwise than the store has it; blank for nothing, and for no chart."""
    svg, told = str(block.get("svg", "")), list(block.get("plots", ()))
    if not told and f'{MARK}="plot"' not in svg:
        return ""
    for fault in _faults(svg, told, block, record):
        return f"the chart {str(block.get('alt', ''))[:60]!r}: {fault}"
    return ""


def wrong_sparkline(cell: Block, record: Record) -> str:
    """What the tiny line beside a latest value draws otherwise than its series has it."""
    rows = [row for trace in cell.get("figures", ()) for row in trace.get("rows", ())]
    if not cell.get("svg"):
        return ""
    trend = record.latest.get(rows[0]) if len(rows) == 1 else None
    if trend is None:
        return "a line in a table stands beside no latest value of a series"
    if _COORDINATE.findall(str(cell["svg"])) == _COORDINATE.findall(sparkline(trend)):
        return ""
    return f"the line beside {cell['figures'][0]['text']} is not that of {measure(trend.series)}"


def _faults(
    svg: str, told: Sequence[Mapping[str, Any]], block: Block, record: Record
) -> Iterator[str]:
    try:
        picture = picture_of(svg)
    except NotReadable as error:
        yield str(error)
        return
    if len(picture.plots) != len(told):
        yield f"{len(picture.plots)} plots instead of {len(told)}"
        return
    axes: list[tuple[Plot, Axes]] = []
    shown: list[Trend] = []
    for plot, one in zip(picture.plots, told, strict=True):
        try:
            trends = [record.trend_of(rows) for rows in one["points"]]
            axes.append((plot, axes_of(plot, trends)))
        except (LookupError, NotReadable) as error:
            yield str(error.args[0])
            return
        shown += trends
        yield from _wrong_marks(plot, axes[-1][1], trends, one, record)
    yield from _wrong_labels(picture, axes)
    yield from _of_another(block, shown, record)
    if all(one.get("judged") for one in told):
        yield from _otherwise_told(svg, block, shown)


# ---------------------------------------------------------------- marks


def _wrong_marks(
    plot: Plot, axes: Axes, trends: Sequence[Trend], told: Mapping[str, Any], record: Record
) -> Iterator[str]:
    if told.get("judged"):
        (trend,) = trends
        yield from _wrong_points(plot, axes, trend, "points", "line")
        yield from _wrong_range(plot, axes, trend)
        gaps = [p.period for p in trend.series.points if p.figure is None]
        crosses = [x for part in plot.named("lost") for x, _ in part.signs]
        if not _all_near(crosses, [axes.x(period) for period in gaps]):
            yield "its crosses do not stand at the periods without a figure"
    else:
        for number, trend in enumerate(trends):
            yield from _wrong_points(plot, axes, trend, f"group-{number}", f"group-{number}")
    yield from _wrong_levels(plot, axes, trends, told, record)
    yield from _wrong_values(plot, axes, trends)


def _wrong_points(plot: Plot, axes: Axes, trend: Trend, signs: str, lines: str) -> Iterator[str]:
    """Points that are too many, too few or elsewhere, and lines that join what they may not."""
    known = trend.series.known
    found = [place for part in plot.named(signs) for place in part.signs]
    wanted = [_place(axes, point) for point in known]
    if len(found) != len(wanted):
        yield f"{len(found)} points instead of {len(wanted)}"
    for place, point in zip(wanted, known, strict=True):
        if not any(_same(place, other) for other in found):
            figure = point.figure.text if point.figure else ""
            yield f"no point stands at {figure} in {point.period.label}"
    rings = [place for part in plot.named("ring") for place in part.signs]
    if not all(any(_same(ring, place) for place in wanted) for ring in rings):
        yield "a ring stands where there is no point"
    runs = [[_place(axes, p) for p in run] for run in joined_runs(trend.series.points)]
    joined = [list(line) for part in plot.named(lines) for line in part.lines]
    if not _same_lines(joined, runs):
        yield "its line does not join the points whose periods follow each other"


def _place(axes: Axes, point: Point) -> Place:
    assert point.figure is not None
    return axes.x(point.period), axes.y(float(point.figure.value))


def _same(one: Place, other: Place) -> bool:
    return near(one[0], other[0]) and near(one[1], other[1])


def _same_lines(drawn: list[list[Place]], wanted: list[list[Place]]) -> bool:
    left, right = (sorted(line for line in lines if len(line) > 1) for lines in (drawn, wanted))
    return [len(line) for line in left] == [len(line) for line in right] and all(
        _same(a, b)
        for one, other in zip(left, right, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def _wrong_range(plot: Plot, axes: Axes, trend: Trend) -> Iterator[str]:
    """Limits, the band between them and the mean."""
    drawn = [sorted(_levels(part.lines)) for part in plot.named("limits")]
    lowest = float(floor(trend))
    wanted = [
        sorted(axes.y(v) for v in (max(float(one.lower), lowest), float(one.upper)))
        for one in trend.limits
    ]
    if len(drawn) != len(wanted) or not all(map(_all_near, drawn, wanted)):
        yield "its process limits do not stand at their values"
    bands = [_ends(part.shapes) for part in plot.named("band")]
    firm = [sorted(axes.y(v) for v in (max(float(one.lower), lowest), float(one.upper)))
            for one in trend.limits if not one.provisional]  # fmt: skip
    if len(bands) != len(firm) or not all(map(_all_near, bands, firm)):
        yield "its band does not lie between its process limits"
    means = [y for part in plot.named("mean") for y in _levels(part.lines)]
    if means and not _all_near(means, [axes.y(float(one.mean)) for one in trend.limits]):
        yield "the line of its mean does not stand at the mean"


def _ends(shapes: Iterable[Sequence[Place]]) -> list[float]:
    heights = [y for shape in shapes for _, y in shape]
    return [min(heights), max(heights)] if heights else []


def _levels(lines: Iterable[Sequence[Place]]) -> list[float]:
    """The heights of lines across; a line that slopes has none."""
    return [
        line[0][1] if all(near(y, line[0][1]) for _, y in line) else float("nan") for line in lines
    ]


def _all_near(drawn: Sequence[float], wanted: Sequence[float]) -> bool:
    pairs = zip(sorted(drawn), sorted(wanted), strict=False)
    return len(drawn) == len(wanted) and all(near(a, b) for a, b in pairs)


def _wrong_levels(
    plot: Plot, axes: Axes, trends: Sequence[Trend], told: Mapping[str, Any], record: Record
) -> Iterator[str]:
    """Targets and comparators: of this measure, and at their value."""
    for name, rows, what in (
        ("target", told.get("targets", ()), "targets"),
        ("peer", told.get("peers", ()), "benchmarks"),
    ):
        values = []
        for row in rows:
            table, held = record.rows.get(row, ("", {}))
            if table != what or held["indicator"] != trends[0].series.indicator.indicator:
                yield f"{row} is no {name} of its measure"
                return
            values.append(float(held["value"]))
        drawn = [y for part in plot.named(name) for y in _levels(part.lines)]
        if not _all_near(drawn, [axes.y(value) for value in values]):
            yield f"the line of a {name} does not stand at its value"
        if name == "target" and told.get("judged") and trends[0].target:
            first = trends[0].target.target.figure.value
            if float(first) not in values:
                yield f"its target of {first} is not drawn"


# ---------------------------------------------------------------- words


def _wrong_values(plot: Plot, axes: Axes, trends: Sequence[Trend]) -> Iterator[str]:
    """Values that are written beside a point of another value."""
    known = [(_place(axes, p), p) for trend in trends for p in trend.series.known]
    for words in plot.texts:
        near = [
            place
            for place, _ in known
            if abs(place[1] - words.at[1]) <= BESIDE and abs(place[0] - words.at[0]) <= 2 * BESIDE
        ]
        if not any(_says(words.text, place[1], axes) for place in near):
            yield f"{words.text!r} stands beside no point of that value"


def _says(text: str, y: float, axes: Axes) -> bool:
    """Whether one of a text's numbers, as far as it is rounded, is the value at a height."""
    for found in NUMBER.finditer(text):
        slack = abs(axes.step) * 0.5 * 10 ** -len(found[3]) if found[3] else 0.0
        if near(axes.y(value_of(found)), y, slack):
            return True
    return False


def _wrong_labels(picture: Picture, axes: Sequence[tuple[Plot, Axes]]) -> Iterator[str]:
    """Labels at the edge whose number is not that of the height which their line comes from."""
    for (x, y), words in picture.labels:
        beside = [
            own
            for plot, own in axes
            if 0 <= x - plot.box[2] <= 2 and plot.box[1] - NEAR <= y <= plot.box[3] + NEAR
        ]
        if not any(_says(words, y, own) for own in beside):
            yield f"the label {words!r} does not stand at its value"


def _otherwise_told(svg: str, block: Block, trends: Sequence[Trend]) -> Iterator[str]:
    """A title or a text alternative that tells of the series what their analysis does not."""
    said = even(str(block.get("alt", "")))
    theme = Sentence(_NAME)
    if said.endswith(even(describe_theme(trends, theme).text).partition(_NAME)[2]):
        return
    if len(trends) > 1 or said != even(describe(trends[0]).text):
        yield f"its text alternative is not that of its figures: {said[:160]!r}"
    elif even(finding(trends[0]).text) not in " ".join(drawn(svg)):
        yield f"its title should say {finding(trends[0]).text!r}"


def _of_another(block: Block, shown: Sequence[Trend], record: Record) -> Iterator[str]:
    """Figures in the picture or its text alternative that are of none of the measures drawn."""
    series = [trend.series for trend in shown]
    names = {s.indicator.indicator or s.name_as_printed for s in series}
    traces = [*block.get("figures", ()), *block.get("alt_told", {}).get("figures", ())]
    for trace in traces:
        for name in trace.get("rows", ()):
            _, row = record.rows.get(name, ("", {}))
            if row and (row.get("indicator") or row.get("name_as_printed")) not in names:
                yield f"{trace['text']} is of a measure that it does not draw"
                return
