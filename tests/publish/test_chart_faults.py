"""What is said of a chart that draws something else than its figures."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from briefing.display.alt_text import describe
from briefing.display.scale import timeline
from briefing.display.titles import finding
from briefing.display.trend_cells import latest_cell
from briefing.model.trend import Trend
from briefing.publish.read_back import from_chart
from briefing.publish.read_back.chart_axes import Axes
from briefing.publish.read_back.drawn import Part, Picture, Place, Plot, Words
from briefing.publish.read_back.from_chart import wrong_chart, wrong_sparkline

from . import seeds
from . import test_seeded_charts as seeded
from .test_seeded_charts import Charts, charts

__all__ = ["charts"]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("point_moved", "no point stands at"),
        ("point_missing", "points instead of"),
        ("point_too_many", "points instead of"),
        ("sign_off_centre", "no point stands at"),
        ("line_moved", "its line does not join the points whose periods follow each other"),
        ("whole_moved", "a part of it is moved as a whole"),
        ("target_moved", "the line of a target does not stand at its value"),
        ("limits_moved", "its process limits do not stand at their values"),
        ("band_moved", "its band does not lie between its process limits"),
        ("mean_moved", "the line of its mean does not stand at the mean"),
        ("labels_exchanged", "does not stand at its value"),
    ],
)
def test_the_fault_of_a_drawing_is_named(fault: str, words: str, charts: Charts) -> None:
    block = dict(charts.blocks["one"])
    root = ElementTree.fromstring(block["svg"])
    getattr(seeded, f"_{fault}")(root, random.Random(5))
    block["svg"] = ElementTree.tostring(root, encoding="unicode")
    said = wrong_chart(block, charts.record)
    assert said.startswith(f"the chart {block['alt'][:60]!r}: ") and words in said


def test_a_cross_stands_at_a_period_without_a_figure(charts: Charts) -> None:
    block = dict(charts.blocks["gap"])
    root = ElementTree.fromstring(block["svg"])
    seeded._cross_moved(root, random.Random(5))
    block["svg"] = ElementTree.tostring(root, encoding="unicode")
    assert wrong_chart(block, charts.record) == (
        f"the chart {block['alt'][:60]!r}: its crosses do not stand at the periods without a figure"
    )


def test_a_block_without_a_chart_has_no_fault(charts: Charts) -> None:
    assert wrong_chart({"type": "text"}, charts.record) == ""
    assert wrong_chart({"svg": "<svg/>", "plots": []}, charts.record) == ""
    unsaid = {**charts.blocks["one"], "plots": []}
    assert "1 plots instead of 0" in wrong_chart(unsaid, charts.record)


@pytest.mark.parametrize("place", ["figures", "alt_told"])
def test_a_figure_of_a_measure_that_is_not_drawn_is_named(place: str, charts: Charts) -> None:
    other = next(iter(charts.blocks["gap"]["plots"]))["points"][0][:1]
    trace = {"text": "99", "rows": other}
    more = [trace] if place == "figures" else {"figures": [trace]}
    block = {**charts.blocks["one"], place: more}
    assert "99 is of a measure that it does not draw" in wrong_chart(block, charts.record)


def test_an_alternative_of_other_words_is_named(charts: Charts) -> None:
    block = {**charts.blocks["one"], "alt": "Something else."}
    assert "text alternative is not that of its figures: 'Something else.'" in wrong_chart(
        block, charts.record
    )


def test_the_whole_of_a_fault_is_said(charts: Charts) -> None:
    block = charts.blocks["one"]
    chart = f"the chart {block['alt'][:60]!r}: "
    assert wrong_chart({**block, "plots": []}, charts.record) == f"{chart}1 plots instead of 0"
    assert wrong_chart({**block, "svg": "<svg/>"}, charts.record) == f"{chart}0 plots instead of 1"
    other = {**block["plots"][0], "points": [["no-such-row"]]}
    assert wrong_chart({**block, "plots": [other]}, charts.record) == (
        f"{chart}its points are not the known figures of one printed series"
    )
    assert "no well-formed picture" in wrong_chart({**block, "svg": "<svg"}, charts.record)
    unsaid = {k: v for k, v in block.items() if k not in ("alt", "plots")}
    assert wrong_chart(unsaid, charts.record) == "the chart '': 1 plots instead of 0"


def test_a_tiny_line_is_that_of_the_value_beside_it(charts: Charts) -> None:
    trend = visits(charts)
    right = latest_cell(trend, spark=True)
    assert wrong_sparkline(right, charts.record) == ""
    assert wrong_sparkline({"type": "cell"}, charts.record) == ""
    assert wrong_sparkline({**right, "svg": ""}, charts.record) == ""
    alone = "a line in a table stands beside no latest value of a series"
    twice = {**right, "figures": [*right["figures"], *right["figures"]]}
    for figures in ([], [{"text": "96%"}], [{"text": "96%", "rows": ["x"]}], twice["figures"]):
        assert wrong_sparkline({**right, "figures": figures}, charts.record) == alone
    moved = {**right, "svg": right["svg"].replace("15.0", "9.0")}
    assert wrong_sparkline(moved, charts.record) == (
        "the line beside 96% is not that of Visits to children made in time"
    )


# ---------------------------------------------------------------- made-up plots

#: Months of a hundred points' width; a value stands as many points above the height of 200.
ROOM, ZERO = 100.0, 200.0
TARGET = f"targets/{seeds.MEETING}/visits/visits-in-time/target"


def visits(charts: Charts) -> Trend:
    (one,) = (
        t for t in charts.record.edition.meeting.trends
        if t.series.indicator.indicator == "visits-in-time"
    )  # fmt: skip
    return one


def care(charts: Charts) -> Trend:
    return next(t for t in charts.record.edition.meeting.trends if t is not visits(charts))


def axes(*trends: Trend, step: float = -1.0) -> Axes:
    return Axes(ZERO, step, 0.0, ROOM, timeline([p for t in trends for p in t.series.points]))


def part(
    name: str,
    *levels: float,
    lines: Sequence[Sequence[Place]] = (),
    signs: Iterable[Place] = (),
    shapes: Sequence[Sequence[Place]] = (),
) -> Part:
    """A part with lines across at those heights, or what else is given."""
    across = tuple(((0.0, y), (50.0, y)) for y in levels)
    held = tuple(tuple(line) for line in lines)
    return Part(name, across + held, tuple(signs), tuple(map(tuple, shapes)), ())


@pytest.mark.parametrize(
    ("text", "right", "down", "wrong"),
    [
        ("81%", 32, 16, False),
        ("81%", -32, -16, False),
        ("81%", 32.5, 0, True),
        ("81%", -32.5, 0, True),
        ("81%", 0, 16.5, True),
        ("81%", 0, -16.5, True),
        ("83%", 0, 0, True),
        ("82%", 0, 0, True),
        ("no figure", 0, 0, True),
    ],
)
def test_a_value_is_written_beside_its_point(
    text: str, right: float, down: float, wrong: bool, charts: Charts
) -> None:
    trend = visits(charts)
    plot = Plot((), (Words(text, (50 + right, ZERO - 81 + down)),))
    said = list(from_chart._wrong_values(plot, axes(trend), [trend]))
    assert said == ([f"{text!r} stands beside no point of that value"] if wrong else [])


@pytest.mark.parametrize(
    ("text", "value", "says"),
    [
        ("81", 81.005, True),
        ("81", 81.02, False),
        ("81.3", 81.35, True),
        ("81.3", 81.358, True),
        ("81.3", 81.37, False),
        ("81.35", 81.3645, True),
        ("81.35", 81.3665, False),
        ("3 months at 81%", 81, True),
        ("1,081", 1081, True),
        ("-81", -81, True),
        ("no number", 0, False),
    ],
)
def test_a_number_says_the_value_that_it_is_rounded_from(
    text: str, value: float, says: bool, charts: Charts
) -> None:
    made = axes(visits(charts), step=-10.0)
    assert from_chart._says(text, made.y(value), made) is says


@pytest.mark.parametrize(
    ("x", "y", "words", "wrong"),
    [
        (110, 119, "81%", False),
        (112, 119, "81%", False),
        (111, 119, "82%", True),
        (109.9, 119, "81%", True),
        (112.1, 119, "81%", True),
        (111, 19.9, "180.1", False),
        (111, 19.85, "180.15", True),
        (111, 220.1, "-20.1", False),
        (111, 220.15, "-20.15", True),
        (311, 38, "81", False),
        (311, 119, "81", True),
    ],
)
def test_a_label_is_of_the_plot_whose_edge_it_stands_at(
    x: float, y: float, words: str, wrong: bool, charts: Charts
) -> None:
    one = Plot((part("box", lines=[((10, 20), (110, 220))]),), ())
    other = Plot((part("box", lines=[((210, 20), (310, 220))]),), ())
    trend = visits(charts)
    held = [(one, axes(trend)), (other, axes(trend, step=-2.0))]
    picture = Picture((one, other), (((x, y), words),))
    said = list(from_chart._wrong_labels(picture, held))
    assert said == ([f"the label {words!r} does not stand at its value"] if wrong else [])


@pytest.mark.parametrize(
    ("heights", "told", "said"),
    [
        ((105,), {"targets": [TARGET], "judged": True}, ""),
        ((106,), {"targets": [TARGET]}, "the line of a target does not stand at its value"),
        ((105, 105), {"targets": [TARGET]}, "the line of a target does not stand at its value"),
        ((), {"judged": True}, "its target of 95 is not drawn"),
        ((), {}, ""),
        ((119, 105), {"targets": ["t", TARGET]}, ""),
        ((105, 119), {"targets": [TARGET, "t"]}, ""),
        ((), {"targets": ["no-such-row"]}, "no-such-row is no target of its measure"),
        ((119,), {"targets": ["r"]}, "r is no target of its measure"),
        ((), {"peers": [TARGET]}, f"{TARGET} is no peer of its measure"),
        ((), {"peers": ["b"]}, "the line of a peer does not stand at its value"),
        ((), {"peers": ["c"]}, "c is no peer of its measure"),
    ],
)
def test_targets_and_comparators_are_those_of_the_measure(
    heights: tuple[float, ...], told: dict[str, Any], said: str, charts: Charts
) -> None:
    trend = visits(charts)
    mine = {"indicator": "visits-in-time", "value": "81"}
    rows = {
        TARGET: charts.record.rows[TARGET],
        "r": ("observations", mine),
        "t": ("targets", mine),
        "b": ("benchmarks", mine),
        "c": ("benchmarks", {**mine, "indicator": "children-in-care"}),
    }
    record: Any = SimpleNamespace(rows=rows)
    plot = Plot((part("target", *heights),), ())
    found = list(from_chart._wrong_levels(plot, axes(trend), [trend], told, record))
    assert found == ([said] if said else [])


def test_the_line_of_a_comparator_stands_at_its_value(charts: Charts) -> None:
    trend = care(charts)
    rows = {"b": ("benchmarks", {"indicator": "children-in-care", "value": "81"})}
    record: Any = SimpleNamespace(rows=rows)
    for lines, wrong in ((part("peer", 119), False), (part("peer", 129), True),
                         (part("peer", lines=[((0, 119), (50, 129))]), True)):  # fmt: skip
        plot = Plot((lines,), ())
        told = {"peers": ["b"], "judged": True}
        found = list(from_chart._wrong_levels(plot, axes(trend), [trend], told, record))
        assert bool(found) is wrong


LIMITS = "its process limits do not stand at their values"
BAND = "its band does not lie between its process limits"
MEAN = "the line of its mean does not stand at the mean"


@pytest.mark.parametrize(
    ("limits", "band", "mean", "said"),
    [
        ((190, 110), (110, 190), (150,), []),
        ((110, 190), (190, 110), (), []),
        ((110, 191), (110, 190), (150,), [LIMITS]),
        ((110,), (110, 190), (150,), [LIMITS]),
        ((110, 190), (111, 190), (150,), [BAND]),
        ((110, 190), (), (150,), [BAND]),
        ((110, 190), (110, 190), (151,), [MEAN]),
        ((110, 190), (110, 190), (150, 150), [MEAN]),
        ((110, 200), (110, 200), (151,), [LIMITS, BAND, MEAN]),
    ],
)
def test_limits_band_and_mean_stand_at_their_values(
    limits: tuple[float, ...], band: tuple[float, ...], mean: tuple[float, ...],
    said: list[str], charts: Charts,
) -> None:  # fmt: skip
    trend = visits(charts)
    (one,) = trend.limits
    held = {"lower": Decimal(10), "upper": Decimal(90), "mean": Decimal(50)}
    trend = replace(trend, limits=(replace(one, **held, provisional=False),))
    shape = [[(0.0, y) for y in band]]
    plot = Plot((part("limits", *limits), part("band", shapes=shape), part("mean", *mean)), ())
    assert list(from_chart._wrong_range(plot, axes(trend), trend)) == said


def test_limits_end_at_nought_and_provisional_ones_have_no_band(charts: Charts) -> None:
    trend = visits(charts)
    (one,) = trend.limits
    held = {"lower": Decimal(-10), "upper": Decimal(90), "mean": Decimal(50)}
    band = part("band", shapes=[[(0, 200), (9, 110)]])
    for provisional, parts in ((False, (band,)), (True, ())):
        made = replace(trend, limits=(replace(one, **held, provisional=provisional),))
        plot = Plot((part("limits", 200, 110), *parts), ())
        assert list(from_chart._wrong_range(plot, axes(made), made)) == []
        other = Plot((part("limits", 200, 110), *(() if parts else (band,))), ())
        assert list(from_chart._wrong_range(other, axes(made), made)) == [BAND]


def test_points_rings_and_lines_stand_at_the_figures(charts: Charts) -> None:
    trend = visits(charts)
    made = axes(trend)
    places = [
        (made.x(p.period), ZERO - float(p.figure.value)) for p in trend.series.known if p.figure
    ]
    away = (places[0][0], places[0][1] + 5)
    line, points = part("line", lines=[places]), part("points", signs=places)

    def said(*parts: Part) -> list[str]:
        return list(from_chart._wrong_points(Plot(parts, ()), made, trend, "points", "line"))

    joined = "its line does not join the points whose periods follow each other"
    assert said(line, points) == said(line, points, part("ring", signs=places[:1])) == []
    assert said(line, points, part("line", lines=[places[:1]])) == []
    assert said(line, points, part("ring", signs=[places[0], away])) == [
        "a ring stands where there is no point"
    ]
    assert said(line, part("points", signs=[away, *places[1:]])) == [
        "no point stands at 81% in July 2030"
    ]
    assert said(line, part("points", signs=[*places, away])) == ["15 points instead of 14"]
    assert said(points) == [joined]
    assert said(points, part("line", lines=[places[:-1]])) == [joined]
    assert said(points, line, part("line", lines=[places[:2]])) == [joined]
    assert said(points, part("line", lines=[[away, *places[1:]]])) == [joined]


# ---------------------------------------------------------------- what the words tell


def test_the_words_of_one_series_are_those_of_its_analysis(charts: Charts) -> None:
    one, other = visits(charts), care(charts)
    title = f"<svg><text>{finding(one).text}</text></svg>"
    block = {"alt": describe(one).text}
    wrong = f"its text alternative is not that of its figures: {block['alt'][:160]!r}"
    assert list(from_chart._otherwise_told(title, block, [one])) == []
    assert list(from_chart._otherwise_told("<svg/>", block, [one])) == [
        f"its title should say {finding(one).text!r}"
    ]
    assert list(from_chart._otherwise_told(title, block, [other])) == [wrong]
    assert list(from_chart._otherwise_told(title, block, [one, other])) == [wrong]
    assert list(from_chart._otherwise_told(title, {}, [one])) == [
        "its text alternative is not that of its figures: ''"
    ]


def test_the_words_of_several_series_name_each(charts: Charts) -> None:
    one, other = visits(charts), care(charts)
    block = charts.blocks["small"]
    assert list(from_chart._otherwise_told("<svg/>", block, [one, other])) == []
    assert list(from_chart._otherwise_told("<svg/>", block, [other, one])) == [
        f"its text alternative is not that of its figures: {block['alt'][:160]!r}"
    ]


def test_figures_are_of_what_is_drawn(charts: Charts) -> None:
    of_visits, of_care = ({"text": t.last.figure.text, "rows": [t.last.figure.row]}
                          for t in (visits(charts), care(charts)) if t.last)  # fmt: skip

    def said(*traces: dict[str, Any], alt: Sequence[dict[str, Any]] = ()) -> list[str]:
        block = {"figures": traces, "alt_told": {"figures": alt}}
        return list(from_chart._of_another(block, [visits(charts)], charts.record))

    wrong = [f"{of_care['text']} is of a measure that it does not draw"]
    assert said(of_visits, {"text": "1"}, {"text": "2", "rows": ["x"]}, alt=[of_visits]) == []
    assert said(of_visits, of_care) == said(of_visits, alt=[of_care, of_care]) == wrong
    assert list(from_chart._of_another({}, [visits(charts)], charts.record)) == []
    both = [visits(charts), care(charts)]
    assert list(from_chart._of_another({"figures": [of_care]}, both, charts.record)) == []
