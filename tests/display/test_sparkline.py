"""Sparklines: small, broken at gaps, and blank where there is no line."""

from xml.etree import ElementTree

from briefing.display.sparkline import HEIGHT, WIDTH, sparkline
from display.making import referrals, series, target, trend, visits


def test_a_line_a_dot_and_a_tick() -> None:
    svg = sparkline(visits())
    root = ElementTree.fromstring(svg)
    assert [child.tag.rpartition("}")[2] for child in root] == ["polyline", "line", "circle"]
    assert svg == sparkline(visits())
    assert "<text" not in svg and "id=" not in svg


def test_everything_stays_inside() -> None:
    far = trend(series((0, 100, 50)), goal=target(100))
    root = ElementTree.fromstring(sparkline(far))
    for point in root[0].attrib["points"].split():
        x, y = map(float, point.split(","))
        assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def test_only_the_last_year_is_shown() -> None:
    assert len(ElementTree.fromstring(sparkline(referrals()))[0].attrib["points"].split()) == 13


def test_a_gap_breaks_the_line() -> None:
    root = ElementTree.fromstring(sparkline(trend(series((1, 2, None, 3, 4), unit="count"))))
    assert [child.tag.rpartition("}")[2] for child in root] == ["polyline", "polyline", "circle"]


def test_equal_values_and_too_few() -> None:
    assert "polyline" in sparkline(trend(series((5, 5, 5), unit="count")))
    assert sparkline(trend(series((5, None), unit="count"))) == ""
