"""PDFs as pages of words, lines, rules, fills and pictures, or a refusal that says why."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from briefing.errors import BriefingError
from briefing.ingest.page import Source
from briefing.ingest.read import ocr, read_source
from ingest.pdf_samples import HIGH, WIDE, drawn, label, read, read_page, texts, word

PACKS = Path(__file__).parents[3] / "shared" / "packs"

REAL = [
    ("2014-09-15-inspection-report.pdf", 44, 15134),
    ("other-councils/2025-01-30-priority-measures.pdf", 31, 6281),
    ("other-councils/2025-02-13-minutes-with-recorded-votes.pdf", 14, 4859),
    ("other-councils/2025-03-04-agenda-frontsheet.pdf", 1, 163),
]


@pytest.mark.shared
@pytest.mark.parametrize(("name", "pages", "words"), REAL)
def test_real_documents_are_read_whole_and_without_doubt(name: str, pages: int, words: int) -> None:
    path = PACKS / name
    if not path.exists():
        pytest.skip("the council documents are not beside this checkout")
    source = read_source(path)
    assert len(source.pages) == pages
    assert sum(1 for page in source.pages for _ in page.words) == words
    assert {one.doubt for page in source.pages for one in page.words} <= {"", "raised"}
    assert source.notes == ()


@pytest.mark.shared
def test_the_notes_of_a_real_report_are_raised_and_nothing_else(tmp_path: Path) -> None:
    path = PACKS / REAL[0][0]
    if not path.exists():
        pytest.skip("the council documents are not beside this checkout")
    raised = [
        (page.number, one.text)
        for page in read_source(path).pages
        for one in page.words
        if one.doubt == "raised"
    ]
    assert raised == [(1, "1"), (1, "2"), (12, "3"), (13, "4")]


def test_places_sizes_and_style(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.drawString(72, HIGH - 100, "Agenda")

    source = read(tmp_path, draw)
    (page,) = source.pages
    one = word(page, "Agenda")
    assert (page.number, page.width, page.height) == (1, WIDE, HIGH)
    assert one.x0 == 72
    assert one.top < 100 < one.bottom
    assert (one.size, one.bold, one.colour) == (14, True, "#ff0000")
    assert (source.form, source.positioned, source.scanned) == ("pdf", True, False)


def test_lines_run_across_the_page_from_the_top(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(300, 600, "second right")
        canvas.drawString(72, 700, "first")
        canvas.drawString(72, 600, "second left")

    page = read_page(tmp_path, draw)
    assert [line.text for line in page.lines] == ["first", "second left second right"]
    assert {line.page for line in page.lines} == {1}


def test_rules_fills_and_pictures(tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "arrow.png"
    Image.new("RGB", (8, 8), "green").save(picture)

    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.setFillColorRGB(1, 0.5, 0)
        canvas.rect(100, HIGH - 60, 40, 20, stroke=0, fill=1)
        canvas.line(100, HIGH - 80, 300, HIGH - 80)
        canvas.rect(100, HIGH - 100, 200, 0.5, stroke=0, fill=1)
        canvas.drawImage(str(picture), 400, HIGH - 60, 20, 20)

    page = read_page(tmp_path, draw)
    (fill,) = page.fills
    assert (fill.x0, fill.top, fill.x1, fill.bottom) == (100, 40, 140, 60)
    assert fill.colour == "#ff8000"
    assert [(rule.x0, rule.x1) for rule in page.rules] == [(100, 300), (100, 300)]
    assert [round(rule.top) for rule in page.rules] == [80, 100]
    (box,) = page.pictures
    assert (box.x0, box.top, box.x1, box.bottom) == (400, 40, 420, 60)


def test_a_stroked_grid_gives_its_rules(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        label(canvas)
        canvas.rect(100, HIGH - 140, 80, 40, stroke=1, fill=0)

    page = read_page(tmp_path, draw)
    assert len(page.rules) == 4
    assert page.fills == ()


def test_a_picture_has_its_text_alternative(tmp_path: Path) -> None:
    import typst
    from PIL import Image

    Image.new("RGB", (8, 8), "red").save(tmp_path / "red.png")
    (tmp_path / "doc.typ").write_text(
        '#set document(title: "Measures")\nSchool places 12\n'
        '#image("red.png", width: 20pt, alt: "Red: worse than target")\n',
        encoding="utf-8",
    )
    path = tmp_path / "doc.pdf"
    typst.compile(str(tmp_path / "doc.typ"), output=str(path), pdf_standards=["ua-1"])
    source = read_source(path)
    assert [box.text for box in source.pages[0].pictures] == ["Red: worse than target"]
    assert source.title == "Measures"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    path = drawn(tmp_path, label)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Rotate = turn
        pdf.save()
    (page,) = read_source(path).pages
    upright = read_page(tmp_path, label)
    assert [line.text for line in page.lines] == ["Children in care 481"]
    sizes = (upright.width, upright.height)
    assert (page.width, page.height) in (sizes, sizes[::-1])
    assert all(0 <= one.x0 <= page.width and 0 <= one.top <= page.height for one in page.words)


def test_a_table_printed_sideways_is_turned(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.rotate(90)
        for row in range(8):
            canvas.drawString(100, -100 - 20 * row, f"Measure {row}")
            canvas.drawString(300, -100 - 20 * row, f"4{row}")

    page = read_page(tmp_path, draw)
    assert (page.width, page.height) == (HIGH, WIDE)
    assert [line.text for line in page.lines] == [f"Measure {n} 4{n}" for n in range(8)]
    assert {one.doubt for one in page.words} == {""}


def test_headings_that_run_up_the_page_stand_in_one_line_from_the_left(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        for number, month in enumerate(("Aug-24", "Sep-24", "Oct-24")):
            canvas.saveState()
            canvas.translate(300 + 20 * number, 700)
            canvas.rotate(90)
            canvas.drawString(0, 0, month)
            canvas.restoreState()
        canvas.drawString(72, 680, "Number of children in need of help and protection")

    page = read_page(tmp_path, draw)
    heading = next(line for line in page.lines if "Aug-24" in line.text)
    assert heading.text == "Aug-24 Sep-24 Oct-24"
    assert [round(one.x0) for one in heading.words] == [292, 312, 332]


def test_landscape_pages(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageSize(landscape(A4))
        canvas.drawString(700, 500, "481")

    page = read_page(tmp_path, draw)
    assert page.width > page.height
    assert word(page, "481").doubt == ""


def test_ligatures_are_taken_apart(tmp_path: Path) -> None:
    import matplotlib

    font = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    pdfmetrics.registerFont(TTFont("Body", str(font)))

    def draw(canvas: Any) -> None:
        canvas.setFont("Body", 10)
        canvas.drawString(72, 700, "ofﬁcers’ ﬂow of e\u00adference")
        canvas.drawString(72, 680, "−12 –3 1,481 £2.5m 12½")

    page = read_page(tmp_path, draw)
    assert [line.text for line in page.lines] == [
        "officers’ flow of e-ference",
        "−12 –3 1,481 £2.5m 12½",
    ]
    assert {one.doubt for one in page.words} == {""}


def test_bullets_of_symbol_fonts(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Symbol", 10)
        canvas.drawString(72, 700, "\u2022")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(90, 700, "Neglect")
        canvas.drawString(72, 680, "o")
        canvas.drawString(90, 680, "Contacts")

    page = read_page(tmp_path, draw)
    assert [line.text for line in page.lines] == ["• Neglect", "• Contacts"]


def test_a_slanted_imitation_of_italics_is_read_as_words(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        text = canvas.beginText()
        text.setTextTransform(1, 0, 0.33, 1, 100, 700)
        text.textOut("239 children live outside")
        canvas.drawText(text)

    page = read_page(tmp_path, draw)
    assert page.lines[0].text == "239 children live outside"
    assert {one.doubt for one in page.words} == {""}


def test_text_in_forms_is_read_once_in_its_place(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.beginForm("part")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "481")
        canvas.endForm()
        canvas.translate(300, 400)
        canvas.doForm("part")

    page = read_page(tmp_path, draw)
    assert word(page, "481").x0 == pytest.approx(300)
    assert word(page, "481").doubt == ""


def test_a_long_document_is_read_in_order(tmp_path: Path) -> None:
    def numbered(number: int) -> Any:
        return lambda canvas: canvas.drawString(72, 700, f"Leaf {number} of many")

    source = read(tmp_path, *(numbered(n) for n in range(1, 48)))
    assert [page.number for page in source.pages] == list(range(1, 48))
    assert [line.text for line in source.lines] == [f"Leaf {n} of many" for n in range(1, 48)]


def refused(path: Path, **options: Any) -> str:
    """The message with which a file is refused: one line that names the file."""
    with pytest.raises(BriefingError) as refusal:
        read_source(path, **options)
    message = str(refusal.value)
    assert "\n" not in message and path.name in message
    return message


def test_a_password_is_named(tmp_path: Path) -> None:
    path = drawn(tmp_path, label, encrypt=StandardEncryption("open", "own"))
    assert "password" in refused(path)


def test_a_file_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    path = drawn(tmp_path, label, encrypt=StandardEncryption("", "own", canModify=0))
    assert texts(read_source(path).pages[0]) == ["Children", "in", "care", "481"]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"not a document at all\n" * 50)
    assert "broken" in refused(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_read_whole_or_refused(tmp_path: Path, share: float) -> None:
    path = drawn(tmp_path, label, label, label)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    try:
        source = read_source(path)
    except BriefingError as refusal:
        assert path.name in str(refusal)
    else:
        assert [line.text for line in source.lines] == ["Children in care 481"] * 3


def test_pictures_of_pages_are_refused_with_the_way_out(tmp_path: Path) -> None:
    assert "--ocr" in refused(_scan(tmp_path))


def test_a_picture_page_among_others_is_noted(tmp_path: Path) -> None:
    path = _scan(tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        with pikepdf.open(drawn(tmp_path, label, name="text.pdf")) as other:
            pdf.pages.extend(other.pages)
        pdf.save()
    source = read_source(path)
    assert [(note.kind, note.page) for note in source.notes] == [("page_without_text", 1)]
    assert word(source.pages[1], "481").doubt == ""


def test_a_scan_with_recognised_text_is_never_trusted(tmp_path: Path) -> None:
    source = read_source(_scan(tmp_path, layer=True))
    assert source.scanned
    assert {one.doubt for one in source.pages[0].words} == {"ocr"}


def test_ocr_without_tesseract_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    assert "tesseract" in refused(_scan(tmp_path), ocr=True)


def test_ocr_gives_doubted_words_in_their_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    head = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = ["5 1 1 1 1 1 300 400 90 40 96 Children", "5 1 1 1 1 2 420 400 60 40 91 481"]
    table = "\n".join("\t".join(row.split()) for row in [head, *rows])
    program.write_text(f"#!/bin/sh\ncat >/dev/null\ncat <<'END'\n{table}\nEND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    source = read_source(_scan(tmp_path), ocr=True)
    assert source.scanned
    assert [line.text for line in source.lines] == ["Children 481"]
    assert {one.doubt for one in source.pages[0].words} == {"ocr"}
    assert word(source.pages[0], "481").x0 == pytest.approx(420 * 72 / 300, abs=0.1)


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    assert "no text" in refused(drawn(tmp_path, lambda canvas: None))


def test_too_many_pages(tmp_path: Path) -> None:
    assert re.search(r"3 pages; at most 2", refused(drawn(tmp_path, label, label, label), pages=2))


def test_a_comment_is_counted_not_read(tmp_path: Path) -> None:
    path = drawn(tmp_path, label)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FreeText,
            Rect=pikepdf.Array([400, 400, 450, 420]),
            Contents="really 490",
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])
        pdf.save()
    source = read_source(path)
    assert [(note.kind, note.page) for note in source.notes] == [("comment", 1)]
    assert "490" not in repr(source)


def test_a_form_that_calls_itself_ends(tmp_path: Path) -> None:
    path = drawn(tmp_path, label)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        form = pdf.make_stream(b"/Me Do")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 600, 900])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        page = pdf.pages[0]
        page.Resources.XObject = pikepdf.Dictionary(Me=form)
        page.contents_add(b"\n/Me Do")
        pdf.save()
    assert word(read_source(path).pages[0], "481").doubt == ""


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = drawn(tmp_path, label)
    first: Source = read_source(path)
    assert first == read_source(path)


def _scan(folder: Path, *, layer: bool = False) -> Path:
    from PIL import Image

    picture = folder / "page.png"
    Image.new("RGB", (60, 84), "#eeeeee").save(picture)

    def draw(canvas: Any) -> None:
        canvas.drawImage(str(picture), 0, 0, WIDE, HIGH)
        if layer:
            canvas.drawString(300, 700, "481", mode=3)

    return drawn(folder, draw, name="scan.pdf")


def bomb(folder: Path, megabytes: int) -> Path:
    """A small PDF whose page unpacks to a long stretch of blanks."""
    path = drawn(folder, label, name="bomb.pdf")
    packer = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stream = pdf.make_stream(b"")
        stream.write(data, filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].Contents = stream
        pdf.save(stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return path
