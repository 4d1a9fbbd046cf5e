"""Signs: every one with words, told apart without colour, safe to stand in a page."""

import re
from xml.etree import ElementTree

import pytest

from briefing.display import icons, style
from briefing.display.html import inline_svg
from display.making import in_care, referrals, series, target, trend, visits


@pytest.mark.parametrize("name", icons.ICONS)
def test_a_sign_is_plain_svg_and_has_words(name: str) -> None:
    svg = icons.icon(name)
    root = ElementTree.fromstring(svg)
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert "id=" not in svg and "<text" not in svg
    assert inline_svg(svg).startswith("<svg")
    assert icons.words(name)[0].isupper()


def test_no_two_signs_are_alike_without_colour() -> None:
    drawn = [icons.icon(name).replace(style.PAPER, "light") for name in icons.ICONS]
    shapes = [re.sub(r"#[0-9A-F]{6}", "dark", svg) for svg in drawn]
    assert len(set(shapes)) == len(shapes)
    said = [icons.words(name) for name in icons.ICONS]
    assert len(set(said)) == len(said)


def test_the_sign_of_a_trend() -> None:
    assert icons.variation_icon(visits()) == "common-cause"
    assert icons.variation_icon(referrals()) == "neutral-low"
    assert icons.variation_icon(in_care()) == "withheld"
    assert icons.assurance_icon(visits()) == "fails"
    assert icons.assurance_icon(in_care()) == ""
    worse = trend(series((1, 2)), variation="concern", direction="low", flagged=1)
    assert icons.variation_icon(worse) == "concern-low"


@pytest.mark.parametrize(
    ("direction", "name"),
    [("at_least", "target-not-met"), ("at_most", "target-met"), ("unknown", "target-unknown")],
)
def test_the_sign_of_a_target(direction: str, name: str) -> None:
    state = trend(series((1, 2)), goal=target(5, direction)).target
    assert state is not None
    assert icons.target_icon(state) == name


def test_a_name_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        icons.icon("nothing")
