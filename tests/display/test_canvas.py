"""The sheet: measured text, wrapped lines, and an SVG that is the same every time."""

import warnings
from xml.etree import ElementTree

import matplotlib
from hypothesis import given
from hypothesis import strategies as st

from briefing.display.canvas import clean, drawing, text_width, to_svg, wrap


def test_text_is_measured_in_the_font_of_the_theme() -> None:
    assert text_width("", 10) == 0
    assert 40 < text_width("Hyperlegible", 8) < 52
    assert text_width("85%", 8, bold=True) > text_width("85%", 8)
    assert text_width("85%", 16) == 2 * text_width("85%", 8)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), st.floats(20, 200))
def test_every_line_fits_and_no_character_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 8)
    assert all(len(line) == 1 or text_width(line, 8) <= width for line in lines)
    kept = clean(text).replace(" ", "").replace("\u00a0", "")
    assert "".join(lines).replace(" ", "").replace("\u00a0", "") == kept


def test_a_no_break_space_holds_unless_the_words_are_too_wide() -> None:
    assert wrap("by March\u00a02025", 60, 10) == ["by", "March\u00a02025"]
    assert wrap("March\u00a02025", 40, 10) == ["March", "2025"]


def test_control_characters_never_reach_a_picture() -> None:
    assert clean("a\x00b\x0b\ufffe\ud800c") == "abc"


def test_a_drawing_leaves_no_setting_and_no_figure_behind() -> None:
    before = dict(matplotlib.rcParams)
    with drawing(100, 50) as sheet:
        sheet.text(0.5, 0.5, "$x$ & <y>")
        svg = to_svg(sheet)
    assert dict(matplotlib.rcParams) == before
    assert ElementTree.fromstring(svg).attrib["viewBox"] == "0 0 100 50"
    assert "<style" not in svg and "<metadata" not in svg and "<!DOCTYPE" not in svg


def test_a_letter_that_the_font_lacks_is_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with drawing(100, 50) as sheet:
            sheet.text(0.5, 0.5, "\U0001f600 Ж 漢")
            assert "漢" in to_svg(sheet)
