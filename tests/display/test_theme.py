"""The theme: contrast, lightness, shapes, sizes of type, fonts."""

from itertools import combinations

import pytest

from briefing.display import style
from briefing.model.blocks import TONES


def test_every_tone_of_a_block_has_colours() -> None:
    assert set(style.TONES) == set(TONES)


@pytest.mark.parametrize("name", style.TONES)
def test_text_stands_out_from_its_ground(name: str) -> None:
    tone = style.TONES[name]
    assert style.contrast(tone.ink, tone.fill) >= 4.5
    assert style.contrast(tone.ink, style.PAPER) >= 4.5
    assert style.contrast(tone.edge, style.PAPER) >= 3
    assert style.contrast(style.INK, tone.fill) >= 7


@pytest.mark.parametrize("colour", [style.INK, style.MUTED, style.TARGET, style.LINK])
def test_text_colours_can_be_read_on_paper_and_on_notes(colour: str) -> None:
    assert style.contrast(colour, style.PAPER) >= 4.5
    assert style.contrast(colour, style.TONES["note"].fill) >= 4.5


def test_good_concern_and_neutral_differ_in_lightness_alone() -> None:
    edges = [style.TONES[name].edge for name in ("good", "concern", "neutral")]
    for one, other in combinations(edges, 2):
        assert abs(style.lightness(one) - style.lightness(other)) >= 10


def test_every_mark_has_a_shape_of_its_own() -> None:
    shapes = [mark.shape for mark in style.MARKS.values()]
    assert len(set(shapes)) == len(shapes)
    for mark in style.MARKS.values():
        assert style.contrast(mark.colour, style.PAPER) >= 3
        assert style.contrast(mark.colour, style.BAND) >= 3


def test_groups_differ_by_shape_and_their_labels_can_be_read() -> None:
    assert len({shape for _, shape in style.GROUPS}) == len(style.GROUPS)
    assert all(style.contrast(colour, style.PAPER) >= 4.5 for colour, _ in style.GROUPS)


@pytest.mark.parametrize("name", style.SIZES)
def test_no_type_is_under_seven_and_a_half_points(name: str) -> None:
    assert min(style.SIZES[name].text, style.SIZES[name].title) >= 7.5


def test_known_contrasts_and_lightness() -> None:
    assert style.contrast("#000000", "#FFFFFF") == 21
    assert round(style.contrast("#777777", "#FFFFFF"), 2) == 4.48
    assert round(style.lightness("#FFFFFF")) == 100
    assert style.lightness("#000000") == 0


def test_the_fonts_are_files() -> None:
    assert all(path.is_file() for path in style.font_files())
    assert style.font_files()[0].name.startswith("Atkinson")


def test_an_unjudged_text_is_plain() -> None:
    assert style.ink_of("") == style.INK
    assert style.ink_of("concern") == style.TONES["concern"].ink
