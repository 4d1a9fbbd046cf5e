"""Charts that draw something else than their figures: none is published."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from westmoor import StoreMaker

from briefing.display.group_chart import group_chart
from briefing.display.small_multiples import grid_chart
from briefing.display.sparkline import sparkline
from briefing.display.trend_cells import latest_cell
from briefing.display.trend_chart import trend_chart
from briefing.publish.read_back import Record
from briefing.publish.read_back.from_chart import wrong_chart, wrong_sparkline

from . import seeds
from .seeds import MONTHS, numbered

SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", "http://www.w3.org/2000/svg")
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")

#: The months that two tables of the store with gaps leave blank.
BLANK = (MONTHS[4], MONTHS[5])


@dataclass(frozen=True)
class Charts:
    """Charts of one store by kind, and what they are read back against."""

    record: Record
    blocks: dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Charts:
    """One chart, small charts and groups, of series with a gap of two months."""
    maker = StoreMaker(tmp_path_factory.mktemp("charts") / "data")
    root = seeds.write(maker)
    rows = seeds.rows()
    for row in rows:
        if row["period"] in BLANK and row["indicator"] == "children-in-care":
            row.update(value="", raw="", status="missing")
    maker.table("observations", *rows, at=f"panels/{seeds.PANEL}/meetings/2031-09-24")
    record = seeds.record(root)
    trends = record.edition.meeting.trends
    care = [t for t in trends if t.series.indicator.indicator == "children-in-care"]
    (visits,) = (t for t in trends if t not in care)
    made = {
        "one": trend_chart(visits, size="full"),
        "gap": trend_chart(care[0]),
        "small": grid_chart([visits, care[0]], title="Figures"),
        "groups": group_chart(care),
    }
    return Charts(record, {name: chart.to_blocks()[0] for name, chart in made.items()})


@pytest.mark.parametrize("name", ["one", "gap", "small", "groups"])
def test_a_right_chart_is_read_back(name: str, charts: Charts) -> None:
    assert wrong_chart(charts.blocks[name], charts.record) == ""


# ---------------------------------------------------------------- faults of the drawing


def _marked(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if e.get("data-mark", "").startswith(name)]


def _signs(root: Element) -> list[tuple[Element, Element]]:
    """The signs of points, each with what holds it."""
    return [
        (parent, sign)
        for group in (*_marked(root, "points"), *_marked(root, "group"))
        for parent in group.iter()
        for sign in parent
        if sign.tag == f"{SVG}use"
    ]


def _move(element: Element, by: float, axis: str = "y") -> None:
    element.set(axis, str(float(element.attrib[axis]) + by))


def _shift_path(group: Element, draw: random.Random, vertex: bool = False) -> None:
    """A line moved down by three points, or one vertex of it."""
    path = next(e for e in group.iter(f"{SVG}path"))
    places = [
        tuple(map(float, p)) for p in re.findall(r"[ML] ([-\d.]+) ([-\d.]+)", path.attrib["d"])
    ]
    at = draw.randrange(len(places))
    moved = [(x, y + 3 * (not vertex or n == at)) for n, (x, y) in enumerate(places)]
    path.set("d", "M " + " L ".join(f"{x} {y}" for x, y in moved))


def _point_moved(root: Element, draw: random.Random) -> None:
    _move(draw.choice(_signs(root))[1], draw.choice((-1.0, 0.5, 4.0)), draw.choice("xy"))


def _points_exchanged(root: Element, draw: random.Random) -> None:
    signs = [sign for _, sign in _signs(root)]
    one = draw.choice(signs)
    other = draw.choice(
        [s for s in signs if abs(float(s.get("y", 0)) - float(one.get("y", 0))) > 1]
    )
    for axis in "y":
        here, there = one.attrib[axis], other.attrib[axis]
        one.set(axis, there)
        other.set(axis, here)


def _point_missing(root: Element, draw: random.Random) -> None:
    parent, sign = draw.choice(_signs(root))
    parent.remove(sign)


def _point_too_many(root: Element, draw: random.Random) -> None:
    parent, sign = draw.choice(_signs(root))
    again = copy.deepcopy(sign)
    _move(again, 6)
    parent.append(again)


def _sign_off_centre(root: Element, draw: random.Random) -> None:
    """The shape that every point refers to, drawn beside its place."""
    group = draw.choice([*_marked(root, "points"), *_marked(root, "group")])
    shape = next(e for e in group.iter(f"{SVG}path") if e.get("id"))
    shape.set("d", re.sub(r"-?\d+(?:\.\d+)?", lambda m: str(float(m[0]) + 2), shape.attrib["d"]))


def _line_moved(root: Element, draw: random.Random) -> None:
    _shift_path(draw.choice([*_marked(root, "line"), *_marked(root, "group")]), draw, vertex=True)


def _whole_moved(root: Element, draw: random.Random) -> None:
    draw.choice(_marked(root, "plot")).set("transform", "translate(0 -4)")


def _numbers_shifted(root: Element, draw: random.Random) -> None:
    """Every number of a value axis one tick too high."""
    plot = draw.choice(_marked(root, "plot"))
    texts = [next(g.iter(f"{SVG}text")) for g in _marked(plot, "ytick")]
    said = [text.text for text in texts]
    for text, words in zip(texts, [*said[1:], said[0]], strict=True):
        text.text = words


def _one_number(root: Element, draw: random.Random) -> None:
    tick = draw.choice(_marked(root, "ytick"))
    text = next(tick.iter(f"{SVG}text"))
    text.text = re.sub(r"\d", "9", str(text.text)) if "9" not in str(text.text) else "1"


def _number_lowered(root: Element, draw: random.Random) -> None:
    _move(next(draw.choice(_marked(root, "ytick")).iter(f"{SVG}text")), 7)


def _months_shifted(root: Element, draw: random.Random) -> None:
    plot = draw.choice(_marked(root, "plot"))
    texts = [next(g.iter(f"{SVG}text")) for g in _marked(plot, "xtick")]
    said = [text.text for text in texts]
    for text, words in zip(texts, [*said[1:], said[0]], strict=True):
        text.text = words


def _numbers_lowered(root: Element, draw: random.Random) -> None:
    """Every number of a value axis beside the tick below its own."""
    for tick in _marked(draw.choice(_marked(root, "plot")), "ytick"):
        _move(next(tick.iter(f"{SVG}text")), 21)


def _month_aside(root: Element, draw: random.Random) -> None:
    texts = [next(tick.iter(f"{SVG}text")) for tick in _marked(root, "xtick")]
    _move(draw.choice([text for text in texts if "x" in text.attrib]), 13, "x")


def _target_moved(root: Element, draw: random.Random) -> None:
    _shift_path(draw.choice(_marked(root, "target")), draw)


def _limits_moved(root: Element, draw: random.Random) -> None:
    _shift_path(draw.choice(_marked(root, "limits")), draw)


def _band_moved(root: Element, draw: random.Random) -> None:
    _move(next(draw.choice(_marked(root, "band")).iter(f"{SVG}use")), -3)


def _mean_moved(root: Element, draw: random.Random) -> None:
    _shift_path(draw.choice(_marked(root, "mean")), draw)


def _labels_exchanged(root: Element, draw: random.Random) -> None:
    one, other = (next(g.iter(f"{SVG}text")) for g in _marked(root, "label")[:2])
    one.text, other.text = other.text, one.text


def _cross_moved(root: Element, draw: random.Random) -> None:
    _move(draw.choice(list(draw.choice(_marked(root, "lost")).iter(f"{SVG}use"))), 12, "x")


#: The fault, and the charts that can have it.
DRAWN: tuple[tuple[Callable[[Element, random.Random], None], tuple[str, ...]], ...] = (
    (_point_moved, ("one", "gap", "small", "groups")),
    (_points_exchanged, ("one", "gap", "groups")),
    (_point_missing, ("one", "gap", "small", "groups")),
    (_point_too_many, ("one", "small", "groups")),
    (_sign_off_centre, ("one", "gap", "groups")),
    (_line_moved, ("one", "gap", "small", "groups")),
    (_whole_moved, ("one", "small", "groups")),
    (_numbers_shifted, ("one", "gap", "small", "groups")),
    (_one_number, ("one", "gap", "small", "groups")),
    (_number_lowered, ("one", "small", "groups")),
    (_months_shifted, ("one", "gap", "small", "groups")),
    (_numbers_lowered, ("one", "small", "groups")),
    (_month_aside, ("one", "gap", "groups")),
    (_target_moved, ("one", "small")),
    (_limits_moved, ("one", "small")),
    (_band_moved, ("one", "small")),
    (_mean_moved, ("one",)),
    (_labels_exchanged, ("one", "small")),
    (_cross_moved, ("gap", "small")),
)


# ---------------------------------------------------------------- faults of what goes with it


def _row_left_out(block: dict[str, Any], draw: random.Random) -> None:
    """A point that neither the picture nor what the block says of it has any more."""
    root = ElementTree.fromstring(block["svg"])
    _point_missing(root, draw)
    block["svg"] = ElementTree.tostring(root, encoding="unicode")
    rows = draw.choice(draw.choice(block["plots"])["points"])
    rows.remove(draw.choice(rows))


def _rows_of_another(block: dict[str, Any], draw: random.Random) -> None:
    rows = block["plots"][0]["points"][0]
    rows[:] = [row.replace("r01", "r02") for row in rows]


def _target_said_met(block: dict[str, Any], draw: random.Random) -> None:
    words = {" met": " not met", "up from": "down from", "better": "worse", "target": "ambition"}
    old = draw.choice([word for word in words if word in block["alt"]])
    block["alt"] = block["alt"].replace(old, words[old])


def _target_dropped(block: dict[str, Any], draw: random.Random) -> None:
    root = ElementTree.fromstring(block["svg"])
    for parent in root.iter():
        for group in [g for g in parent if g.get("data-mark") == "target"]:
            parent.remove(group)
    block["svg"] = ElementTree.tostring(root, encoding="unicode")
    for plot in block["plots"]:
        plot["targets"] = []


def _plots_unsaid(block: dict[str, Any], draw: random.Random) -> None:
    block["plots"] = []


def _title_turned(block: dict[str, Any], draw: random.Random) -> None:
    block["svg"] = block["svg"].replace("better", "worse").replace("met", "missed")


BESIDE: tuple[tuple[Callable[[dict[str, Any], random.Random], None], tuple[str, ...]], ...] = (
    (_row_left_out, ("one", "small", "groups")),
    (_rows_of_another, ("one", "small")),
    (_target_said_met, ("one", "small")),
    (_target_dropped, ("one", "small")),
    (_plots_unsaid, ("one", "small", "groups")),
    (_title_turned, ("one",)),
)


@numbered("drawn")
def test_a_chart_that_draws_something_else(seed: int, charts: Charts) -> None:
    draw = random.Random(12_000 + seed)
    number = seed % (len(DRAWN) + len(BESIDE))
    if number < len(DRAWN):
        spoil, names = DRAWN[number]
        block = dict(charts.blocks[draw.choice(names)])
        root = ElementTree.fromstring(block["svg"])
        spoil(root, draw)
        block["svg"] = ElementTree.tostring(root, encoding="unicode")
    else:
        spoil_block, names = BESIDE[number - len(DRAWN)]
        block = copy.deepcopy(charts.blocks[draw.choice(names)])
        spoil_block(block, draw)
    assert wrong_chart(block, charts.record).startswith("the chart")


@pytest.mark.parametrize("seed", range(3))
def test_a_tiny_line_of_another_series(seed: int, charts: Charts) -> None:
    """A line in a table whose point moved, or that stands beside another measure's value."""
    trends = charts.record.edition.meeting.trends
    right = latest_cell(trends[0], spark=True)
    assert wrong_sparkline(right, charts.record) == ""
    wrong = {**right, "svg": right["svg"].replace("15.0", "9.0")}
    wrong = {**right, "svg": sparkline(trends[1])} if seed == 1 else wrong
    wrong = {**right, "figures": []} if seed == 2 else wrong
    assert "line" in wrong_sparkline(wrong, charts.record)


def test_a_chart_written_again_is_no_fault(charts: Charts) -> None:
    """What the seeds go through beside their fault changes nothing."""
    block = dict(charts.blocks["one"])
    root = ElementTree.fromstring(block["svg"])
    block["svg"] = ElementTree.tostring(root, encoding="unicode")
    assert wrong_chart(block, charts.record) == ""
