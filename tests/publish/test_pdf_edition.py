"""The PDF edition: accessible, whole, the same twice, and no text of the papers is ever markup."""

import io

import pikepdf
import pypdfium2
import pytest

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.publish.from_notebook import edition_from_notebook
from briefing.publish.pdf import to_pdf

from . import notebook_samples as s
from .accessibility import errors

NASTY = '#panic("x") $x^2$ @ref <label> *b* _i_ `c` \\ // /* [a] {b} = h ~ --- "q" \' https://x.org'


#: Documents whose elements a test still looks at.
_OPEN: list[pikepdf.Pdf] = []


def made(*blocks: b.Block, **document: str):
    return to_pdf(edition_from_notebook(s.of_blocks(*blocks, **document)))


def pages_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def elements(content: bytes) -> list[tuple[str, pikepdf.Dictionary]]:
    """Every structure element as (tag, element), in reading order."""
    found = []

    def walk(element) -> None:
        inner = element.get("/K")
        for child in inner if isinstance(inner, pikepdf.Array) else [inner]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                found.append((str(child.S), child))
                walk(child)

    document = pikepdf.open(io.BytesIO(content))
    walk(document.Root.StructTreeRoot)
    _OPEN.append(document)
    return found


def overflowing(content: bytes, margin_mm: float = 17) -> list[str]:
    """Stretches of text that reach into the margins at the sides."""
    margin = margin_mm * 72 / 25.4
    out = []
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, start=1):
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            if left < margin or right > page.get_width() - margin:
                out.append(f"page {number}: {text.get_text_bounded(left, bottom, right, top)!r}")
    document.close()
    return out


@pytest.fixture(scope="module")
def rich() -> bytes:
    return to_pdf(edition_from_notebook(s.rich())).content


def test_a_briefing_with_every_kind_of_block_passes_the_checkers(rich, tmp_path) -> None:
    path = tmp_path / "rich.pdf"
    path.write_bytes(rich)
    assert errors(path) == []


def test_the_same_notebook_gives_the_same_bytes(rich) -> None:
    edition = edition_from_notebook(s.rich())
    assert to_pdf(edition).content == rich
    assert to_pdf(edition, timeout=60).content == rich


def test_no_packed_stream_ends_with_a_line_end(rich) -> None:
    assert b"\r\nendstream" not in rich


def test_metadata_language_and_bookmarks(rich) -> None:
    with pikepdf.open(io.BytesIO(rich)) as document:
        assert str(document.Root.Lang) == "en-GB"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Briefing: Westmoor Children's Panel, 16 July 2031"
            assert metadata["dc:creator"] == ["Scrutiny Manager, Westmoor Council"]
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:part"] == "3"
            assert metadata["xmp:CreateDate"].startswith("2031-07-16")
        with document.open_outline() as outline:
            top = outline.root[0]
            assert top.title == "Briefing for the meeting of 16 July 2031"
            inner = [item.title for item in top.children]
    assert inner[:3] == ["The big question", "Five things to know", "Asked of the panel"]
    assert "Item 7 Performance of localities, part 1" in inner


def test_every_page_says_draft_and_its_number(rich) -> None:
    pages = pages_of(rich)
    for number, text in enumerate(pages, start=1):
        assert "DRAFT" in text
        assert f"Page {number} of {len(pages)}" in text
    assert all("Westmoor Children's Panel, 16 July 2031" in text for text in pages[1:])


def test_headers_and_footers_are_not_read_out(rich) -> None:
    document = pikepdf.open(io.BytesIO(rich))
    for page in document.pages:
        tagged = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                tagged += str(operands[0]) != "/Artifact"
        assert tagged
    assert not [e for tag, e in elements(rich) if "Page 1 of" in str(e.get("/ActualText", ""))]


def test_no_status_leaves_no_mark() -> None:
    assert "DRAFT" not in "".join(pages_of(made(b.heading("T", 1), b.paragraph("x")).content))


def test_heading_rows_are_repeated_on_every_page_of_a_table() -> None:
    pages = pages_of(made(b.heading("T", 1), s.wide_table(90)).content)
    assert len(pages) > 2
    assert all("February" in text for text in pages)


def test_cells_name_the_headers_of_their_column_group_and_row(rich) -> None:
    found = elements(rich)
    named = {str(e.ID): str(tag) for tag, e in found if "/ID" in e}
    scopes = [str(a.Scope) for tag, e in found if tag == "/TH" for a in e.A if "/Scope" in a]
    assert {"/Column", "/Row"} == set(scopes)
    cells = [e for tag, e in found if tag == "/TD"]
    heads = [[str(h) for a in e.A if "/Headers" in a for h in a.Headers] for e in cells]
    assert all(named[name] == "/TH" for names in heads for name in names)
    first_table = [names for names in heads if names and names[0].startswith("t0")]
    assert ["t0c5", "t0g1", "t0r3"] in first_table


def test_a_table_of_two_columns_has_column_headers_only() -> None:
    rows = [[b.cell(f"term {n}"), b.cell("meaning")] for n in range(4)]
    content = made(
        b.heading("T", 1), b.table([{"text": "A"}, {"text": "B"}], rows, caption="C")
    ).content
    tags = [tag for tag, _ in elements(content)]
    assert tags.count("/TH") == 2
    assert tags.count("/TD") == 8


def test_a_summary_of_a_table_is_for_screen_readers(rich) -> None:
    tables = [e for tag, e in elements(rich) if tag == "/Table"]
    summaries = [str(a.Summary) for e in tables for a in e.get("/A", ()) if "/Summary" in a]
    assert summaries == ["One measure a row; the judgement stands in words in the fourth column."]


def test_pictures_speak_and_decoration_does_not(rich) -> None:
    alternatives = [str(e.Alt) for tag, e in elements(rich) if tag == "/Figure"]
    assert "Westmoor Council" in alternatives
    assert sum("target 90%" in text for text in alternatives) == 5
    assert len(alternatives) == 1 + 5 + 4


def test_data_is_attached_with_a_description(rich) -> None:
    with pikepdf.open(io.BytesIO(rich)) as document:
        files = {name: document.attachments[name] for name in document.attachments}
        assert set(files) == {"measures.csv", "measures-2.csv", "questions.csv"}
        spec = files["questions.csv"]
        assert spec.description == "The questions"
        assert spec.get_file().read_bytes() == b"rank,question\n1,Why?\n"
        assert spec.get_file().mime_type == "text/csv"


def test_text_of_the_papers_is_never_markup() -> None:
    table = b.table([{"text": NASTY, "width": 3}, {"text": "x"}], [[b.cell(NASTY), b.cell("1")]],
                    caption=NASTY, groups={0: NASTY})  # fmt: skip
    pdf = made(
        b.heading(NASTY, 1),
        b.paragraph([{"text": NASTY, "bold": True}]),
        b.items([NASTY]),
        b.box([b.paragraph(NASTY)], title=NASTY, level=2),
        b.code(NASTY),
        b.figure(s.SPARK, alt=NASTY, caption=NASTY),
        b.notes(1, label=NASTY),
        table,
        b.attachment("a.csv", NASTY, description=NASTY),
        title=NASTY, subject=NASTY, author=NASTY, running=NASTY, status="DRAFT",
    )  # fmt: skip
    text = " ".join("".join(pages_of(pdf.content)).split())
    assert text.count('#panic("x") $x^2$ @ref <label> *b* _i_ `c`') >= 10
    assert pdf.warnings == ()


def test_letters_of_other_scripts_are_printed() -> None:
    words = "Ŵyl y Gŵyr → ✓ ▲ ≤ Привет Ωμέγα “x” – £5 ½"
    pdf = made(b.heading(words, 1), b.paragraph([{"text": words, "bold": True}]),
               b.figure(s.chart(words), alt=words))  # fmt: skip
    assert pdf.warnings == ()
    assert "".join(pages_of(pdf.content)).count("Gŵyr → ✓ ▲") == 3


def test_a_character_that_no_font_has_is_replaced_where_all_can_see_it() -> None:
    pdf = made(b.heading("漢 T", 1), b.paragraph("a 😀 b"), b.figure(s.chart("x 漢"), alt="字"))
    text = "".join(pages_of(pdf.content))
    assert "[?] T" in text
    assert "a [?] b" in text
    assert "x [?]" in text
    (warning,) = pdf.warnings
    assert "U+6F22 (Cjk unified ideograph-6f22)" in warning
    assert "U+1F600 (Grinning face)" in warning


ODD = [
    "x\u0302",
    "العربية",
    "हिन्दी",
    "a\u0300\u0301",
    "\ue000\uf0b7",
    "👩‍👩‍👧",
    "\u202e b",
    "\uffff",
]


@pytest.mark.parametrize("text", ODD)
def test_no_character_stops_the_build(text, tmp_path) -> None:
    path = tmp_path / "odd.pdf"
    pdf = made(b.heading(f"T {text}", 1), b.paragraph([{"text": text, "italic": True}]),
               b.figure(s.chart("x"), alt=f"x {text}"), title=f"T {text}")  # fmt: skip
    path.write_bytes(pdf.content)
    assert errors(path) == []


@pytest.mark.parametrize("text", ["हिन्दी", "a\u0300\u0301 b", "\uf0b7 c"])
def test_no_character_of_a_picture_stops_the_build(text) -> None:
    pdf = made(b.heading("T", 1), b.figure(s.chart(f"start {text} end"), alt="x"))
    shown = " ".join(pages_of(pdf.content))
    assert "start" in shown
    assert "end" in shown
    assert pdf.warnings


@pytest.mark.parametrize("style", ["", "dense"])
def test_eight_columns_fit_an_upright_page(style, tmp_path) -> None:
    content = made(b.heading("T", 1), s.wide_table(12, style=style)).content
    assert overflowing(content) == []
    with pikepdf.open(io.BytesIO(content)) as document:
        assert all(page.mediabox[2] < page.mediabox[3] for page in document.pages)


def test_a_table_too_wide_for_an_upright_page_is_turned_with_its_heading() -> None:
    columns = [{"text": f"Measurement{n:02}"} for n in range(14)]
    rows = [[b.cell(f"unbreakable{n:02}") for n in range(14)]]
    wide = b.table(columns, rows, caption="Wide", style="dense")
    content = made(b.heading("T", 1), b.paragraph("x"), b.heading("Wide one", 2), wide,
                   b.paragraph("after")).content  # fmt: skip
    assert overflowing(content) == []
    with pikepdf.open(io.BytesIO(content)) as document:
        turned = [page.mediabox[2] > page.mediabox[3] for page in document.pages]
    assert turned == [False, True, False]
    assert "Wide one" in pages_of(content)[1]


def test_words_longer_than_any_line_are_broken() -> None:
    word = "x" * 400
    cells = [[b.cell(word), b.cell(word), b.cell(word)]]
    content = made(
        b.heading(word[:120], 1),
        b.paragraph(word),
        b.code(word),
        b.columns([[b.paragraph(word)], [b.box([b.items([word])], title=word)]]),
        b.table([{"text": word}, {"text": "a"}, {"text": "b"}], cells, caption="C"),
    ).content
    assert overflowing(content) == []


def test_pictures_fit_their_column_and_their_page(tmp_path) -> None:
    tall = s.chart("Tall", 493, 2000)
    content = made(
        b.heading("T", 1),
        b.figure(tall, alt="tall"),
        b.columns([[b.figure(s.chart(), alt="half", width_mm=500)], [b.paragraph("x")]]),
    ).content
    assert overflowing(content) == []
    path = tmp_path / "pictures.pdf"
    path.write_bytes(content)
    assert errors(path) == []


def test_a_box_longer_than_a_page_goes_on_over_pages() -> None:
    long = b.box([b.paragraph(f"Line {n} of a long box.") for n in range(120)], title="Long")
    text = "".join(pages_of(made(b.heading("T", 1), long).content))
    assert all(f"Line {n} of" in text for n in range(120))


def test_a_row_longer_than_a_page_is_not_cut_off() -> None:
    words = " ".join(f"word{n}" for n in range(1500))
    table = b.table([{"text": "A"}, {"text": "B"}], [[b.cell("x"), b.cell(words)]], caption="C")
    text = "".join(pages_of(made(b.heading("T", 1), table).content))
    assert "word1499" in text


def test_links_lead_into_the_document_and_out_of_it() -> None:
    content = made(
        b.heading("T", 1),
        b.paragraph([{"text": "annex", "href": "#annex"}, {"text": "gone", "href": "#nowhere"}]),
        b.paragraph([{"text": "site", "href": "https://www.example.org/"}]),
        b.heading("Annex", 2, anchor="annex"),
    ).content
    with pikepdf.open(io.BytesIO(content)) as document:
        links = [a for a in document.pages[0].Annots if a.Subtype == "/Link"]
        assert len(links) == 2
        assert str(links[1].A.URI) == "https://www.example.org/"


@pytest.mark.parametrize("language", ["cy", "en", "en-GB", ""])
def test_the_language_is_the_documents(language) -> None:
    content = made(b.heading("T", 1), language=language).content
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang) == (language or "en-GB")


def test_small_and_odd_documents_are_documents_too(tmp_path) -> None:
    odd = b.cell("1", tone="odd", icon="odd")
    for name, blocks in {
        "nothing": (),
        "empty": (b.box([]), b.items([]), b.columns([[], []]), b.notes(0)),
        "no_rows": (b.table([{"text": "A"}], [], caption="C"),),
        "one_column": (b.table([{"text": "A"}], [[b.cell("1")]], caption="", groups={0: "G"}),),
        "wide_first": (s.wide_table(2, landscape=True), s.wide_table(2, landscape=True)),
        "odd_names": (b.box([], tone="odd"), b.table([{"text": "A"}], [[odd]], caption="C")),
        "no_words": (b.heading(" ", 2), b.box([b.paragraph("x")], title=" ", level=2)),
        "page_breaks": (b.page_break(), b.page_break(), b.paragraph("x"), b.page_break()),
    }.items():  # fmt: skip
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(made(*blocks, date="not a date").content)
        assert errors(path) == [], name


def test_other_notebooks_pass_the_checkers(tmp_path) -> None:
    html = (
        "<table><thead><tr><th></th><th>a</th></tr></thead>"
        "<tbody><tr><th>0</th><td>1</td></tr></tbody></table>"
    )
    nb = s.notebook(
        s.markdown("## Not the first level\n\nText with `code` and\n\n> a quotation\n\n- a list"),
        s.code("frame", s.output({"text/html": html})),
        s.code("plot()", s.output({"image/png": s.png(900, 300)}), s.stream("words\n" * 100)),
        s.markdown("#### Deep"),
    )
    path = tmp_path / "other.pdf"
    path.write_bytes(to_pdf(edition_from_notebook(nb, title="other")).content)
    assert errors(path) == []


def test_a_limit_of_time_is_kept() -> None:
    with pytest.raises(BriefingError, match=r"not ready after 0\.01 seconds"):
        to_pdf(edition_from_notebook(s.of_blocks(b.heading("T", 1))), timeout=0.01)
