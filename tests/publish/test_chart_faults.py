"""What is said of a chart that draws something else than its figures."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import pytest

from briefing.publish.read_back.from_chart import wrong_chart

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
