"""Digits that a reader sees as something else, or does not see, are never plain figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.lib.colors import Color, black, grey, navy, white, yellow

from ingest.pdf_samples import HIGH, WIDE, Draw, drawn, label, read, read_page, texts, word


def test_a_plain_figure_is_not_doubted(tmp_path: Path) -> None:
    page = read_page(tmp_path, label)
    assert texts(page) == ["Children", "in", "care", "481"]
    assert {one.doubt for one in page.words} == {""}


def raised_by_text_rise(canvas: Any) -> None:
    text = canvas.beginText(300, 700)
    text.textOut("12")
    text.setFont("Helvetica", 6)
    text.setRise(4)
    text.textOut("3")
    canvas.drawText(text)


def raised_by_place(canvas: Any) -> None:
    canvas.drawString(300, 700, "12")
    canvas.setFont("Helvetica", 6)
    canvas.drawString(311.2, 704, "3")


def raised_in_the_same_size(canvas: Any) -> None:
    canvas.drawString(300, 700, "12")
    canvas.drawString(311.2, 704, "3")


def lowered(canvas: Any) -> None:
    canvas.drawString(300, 700, "12")
    canvas.setFont("Helvetica", 6)
    canvas.drawString(311.2, 698, "3")


def small_on_the_same_baseline(canvas: Any) -> None:
    canvas.drawString(300, 700, "12")
    canvas.setFont("Helvetica", 6)
    canvas.drawString(311.2, 700, "3")


def raised_character(canvas: Any) -> None:
    canvas.drawString(300, 700, "12³")


@pytest.mark.parametrize(
    "draw",
    [
        raised_by_text_rise,
        raised_by_place,
        raised_in_the_same_size,
        lowered,
        small_on_the_same_baseline,
        raised_character,
    ],
)
def test_a_raised_digit_is_no_part_of_the_number(tmp_path: Path, draw: Draw) -> None:
    page = read_page(tmp_path, draw)
    assert word(page, "12").doubt == ""
    (note,) = [one for one in page.words if one.text in ("3", "³")]
    assert note.doubt == "raised"
    assert len(page.lines) == 1


def test_a_raised_ordinal_stays_with_its_day(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(100, 700, "26")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(111.2, 704, "th")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(120, 700, "September 2024")

    page = read_page(tmp_path, draw)
    assert page.lines[0].text == "26th September 2024"
    assert {one.doubt for one in page.words} == {""}


def struck_by_line(canvas: Any) -> None:
    label(canvas)
    canvas.setLineWidth(0.6)
    canvas.line(299, 703, 318, 703)


def struck_by_thin_rectangle(canvas: Any) -> None:
    label(canvas)
    canvas.rect(299, 702.5, 19, 0.8, stroke=0, fill=1)


def struck_before_the_text(canvas: Any) -> None:
    canvas.line(299, 703, 318, 703)
    label(canvas)


def struck_aslant(canvas: Any) -> None:
    label(canvas)
    canvas.line(299, 700, 318, 707)


@pytest.mark.parametrize(
    "draw", [struck_by_line, struck_by_thin_rectangle, struck_before_the_text, struck_aslant]
)
def test_a_struck_figure_is_doubted(tmp_path: Path, draw: Draw) -> None:
    page = read_page(tmp_path, draw)
    assert word(page, "481").doubt == "struck"
    assert word(page, "care").doubt == ""


@pytest.mark.parametrize("size", [7, 10, 48])
def test_a_strike_is_found_at_every_height_of_the_page(tmp_path: Path, size: int) -> None:
    heights = range(60, 780, int(size * 1.7))

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", size)
        for height in heights:
            canvas.drawString(100, height, "481")
            canvas.line(99, height + 0.3 * size, 100 + 1.7 * size, height + 0.3 * size)

    page = read_page(tmp_path, draw)
    assert [one.doubt for one in page.words] == ["struck"] * len(heights)


def test_underlines_and_the_rules_of_a_table_strike_nothing(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.line(299, 698.8, 318, 698.8)
        canvas.grid([60, 280, 340], [696, 711])

    assert word(read_page(tmp_path, draw), "481").doubt == ""


def test_a_rule_under_a_later_fill_strikes_nothing(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.line(299, 703, 318, 703)
        canvas.setFillColor(yellow)
        canvas.rect(290, 695, 60, 16, stroke=0, fill=1)
        canvas.setFillColor(black)
        label(canvas)

    assert word(read_page(tmp_path, draw), "481").doubt == ""


def white_on_the_page(canvas: Any) -> None:
    canvas.setFillColor(white)
    label(canvas)


def like_its_fill(canvas: Any) -> None:
    canvas.setFillColor(navy)
    canvas.rect(290, 695, 60, 16, stroke=0, fill=1)
    canvas.setFillColor(Color(0.01, 0.01, 0.5))
    label(canvas)


def transparent(canvas: Any) -> None:
    canvas.setFillAlpha(0.02)
    label(canvas)


def not_rendered(canvas: Any) -> None:
    canvas.drawString(300, 700, "481", mode=3)


def clipped_away(canvas: Any) -> None:
    path = canvas.beginPath()
    path.rect(10, 10, 50, 50)
    canvas.clipPath(path, stroke=0, fill=0)
    label(canvas)


def too_small_to_see(canvas: Any) -> None:
    canvas.setFont("Helvetica", 0.4)
    canvas.drawString(300, 700, "481")


@pytest.mark.parametrize(
    "draw",
    [white_on_the_page, like_its_fill, transparent, not_rendered, clipped_away, too_small_to_see],
)
def test_a_figure_that_is_not_seen_is_doubted(tmp_path: Path, draw: Draw) -> None:
    assert word(read_page(tmp_path, draw), "481").doubt == "invisible"


def test_white_print_on_a_coloured_heading_is_seen(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColor(navy)
        canvas.rect(60, 695, 300, 16, stroke=0, fill=1)
        canvas.setFillColor(white)
        label(canvas)

    page = read_page(tmp_path, draw)
    assert word(page, "481").doubt == ""
    assert word(page, "481").colour == "#ffffff"
    assert [fill.colour for fill in page.fills] == ["#000080"]


def test_a_switched_off_layer_is_not_seen(tmp_path: Path) -> None:
    path = drawn(tmp_path, label)
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        page = pdf.pages[0]
        page.Resources.Properties = Dictionary(Draft=layer)
        page.contents_add(b"/OC /Draft BDC\n", prepend=True)
        page.contents_add(b"\nEMC")
        pdf.save()
    from briefing.ingest.read import read_source

    (page_read,) = read_source(path).pages
    assert word(page_read, "481").doubt == "invisible"


def test_a_figure_under_a_white_patch_is_covered(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.setFillColor(white)
        canvas.rect(295, 695, 30, 16, stroke=0, fill=1)

    page = read_page(tmp_path, draw)
    assert word(page, "481").doubt == "covered"
    assert word(page, "care").doubt == ""


def test_one_covered_digit_is_enough(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.setFillColor(white)
        canvas.rect(311.2, 695, 8, 16, stroke=0, fill=1)

    assert word(read_page(tmp_path, draw), "481").doubt == "covered"


def test_a_figure_under_a_picture_is_covered(tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "patch.png"
    Image.new("RGB", (8, 8), "white").save(picture)

    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.drawImage(str(picture), 295, 695, 30, 16)

    page = read_page(tmp_path, draw)
    assert word(page, "481").doubt == "covered"
    assert len(page.pictures) == 1


def test_a_marker_pen_covers_nothing(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.setFillColor(yellow)
        canvas.setFillAlpha(0.4)
        canvas.rect(295, 695, 30, 16, stroke=0, fill=1)

    assert word(read_page(tmp_path, draw), "481").doubt == ""


def test_overprinted_figures_are_doubted(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(300, 700, "481")
        canvas.drawString(301.5, 700, "926")

    page = read_page(tmp_path, draw)
    assert all(one.doubt for one in page.words)


def test_text_under_a_black_box_is_left_out_and_reported(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.drawString(72, 600, "Jordan Example")
        canvas.drawString(72, 580, "Case 4417")
        canvas.rect(70, 595, 90, 15, stroke=0, fill=1)

    source = read(tmp_path, draw)
    said = " ".join(line.text for line in source.lines)
    assert "Jordan" not in said and "Example" not in said
    assert "Case 4417" in said and "481" in said
    assert [(note.kind, note.page) for note in source.notes] == [("redacted", 1)]
    assert "Jordan" not in repr(source)


def test_what_is_left_of_a_half_blackened_number_is_doubted(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.rect(311.2, 695, 12, 16, stroke=0, fill=1)

    page = read_page(tmp_path, draw)
    assert "481" not in texts(page)
    assert [(one.text, one.doubt) for one in page.words][3:] == [("48", "covered")]


@pytest.mark.parametrize(("kind", "doubt"), [("StrikeOut", "struck"), ("Square", "covered")])
def test_annotations_strike_and_cover(tmp_path: Path, kind: str, doubt: str) -> None:
    assert word(_annotated(tmp_path, kind), "481").doubt == doubt


def test_what_is_marked_for_redaction_is_left_out(tmp_path: Path) -> None:
    assert texts(_annotated(tmp_path, "Redact")) == ["Children", "in", "care"]


def test_a_highlight_leaves_its_figure_alone(tmp_path: Path) -> None:
    assert word(_annotated(tmp_path, "Highlight"), "481").doubt == ""


def _annotated(folder: Path, kind: str) -> Any:
    from briefing.ingest.read import read_source

    path = drawn(folder, label)
    left, low, right, high = 298, 696, 320, 710
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name("/" + kind),
            Rect=Array([left, low, right, high]),
            QuadPoints=Array([left, high, right, high, left, low, right, low]),
            IC=Array([1, 1, 1]),
        )
        pdf.pages[0].Annots = Array([pdf.make_indirect(annotation)])
        pdf.save()
    return read_source(path).pages[0]


def test_digits_outside_the_page_are_doubted_and_stand_alone(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.drawString(WIDE + 20, 700, "999")
        canvas.drawString(72, HIGH + 30, "888")

    page = read_page(tmp_path, draw)
    assert word(page, "999").doubt == word(page, "888").doubt == "off_page"
    assert "Children in care 481" in [line.text for line in page.lines]


def test_the_crop_box_bounds_what_is_seen(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.setCropBox((50, 50, 290, 800))

    page = read_page(tmp_path, draw)
    assert word(page, "481").doubt == "off_page"
    assert (page.width, page.height) == (240, 750)
    assert word(page, "Children").x0 == pytest.approx(22, abs=0.5)


def test_grey_and_coloured_print_is_seen(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColor(grey)
        label(canvas)
        canvas.setFillColorCMYK(0, 0.9, 0.9, 0.1)
        canvas.drawString(300, 680, "77")

    page = read_page(tmp_path, draw)
    assert word(page, "481").doubt == word(page, "77").doubt == ""
    assert word(page, "77").colour == "#e61717"


def test_two_numbers_on_both_sides_of_a_rule_are_two(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawRightString(300, 700, "12")
        canvas.drawString(301, 700, "34")
        canvas.setLineWidth(0.5)
        canvas.line(300.5, 690, 300.5, 715)

    page = read_page(tmp_path, draw)
    assert "1234" not in texts(page)


def test_redacted_digits_come_from_neither_parser(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.rect(295, 695, 30, 16, stroke=0, fill=1)

    assert texts(read_page(tmp_path, draw)) == ["Children", "in", "care"]
