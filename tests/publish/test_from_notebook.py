"""Any executed notebook becomes blocks: ours as they are, all else in words that can be printed."""

import pytest

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.publish.edition import plain, walk
from briefing.publish.from_notebook import edition_from_notebook

from . import notebook_samples as s


def kinds(edition) -> list[str]:
    return [block["type"] for block in edition.blocks]


def text(edition) -> str:
    return "\n".join(
        plain(block.get("runs")) or str(block.get("text", "")) for block in walk(edition.blocks)
    )


def test_blocks_of_ours_are_taken_as_they_are() -> None:
    edition = edition_from_notebook(s.of_blocks(b.heading("Visits", 1), b.paragraph("Seven.")))
    assert kinds(edition) == ["heading", "paragraph"]
    assert edition.title == "Briefing of the Westmoor panel"
    assert edition.complete is not None
    assert edition.warnings == ()


def test_one_output_may_carry_one_block_or_a_list() -> None:
    one = s.output({b.MIME: b.paragraph("alone")})
    assert "alone" in text(edition_from_notebook(s.notebook(s.code("x", one))))


def test_a_briefing_shows_no_program_text_and_no_stderr() -> None:
    cell = s.code("secret = 1", s.shown(b.document(title="T")), s.stream("careful\n", "stderr"))
    edition = edition_from_notebook(s.notebook(cell))
    assert "secret" not in text(edition)
    assert "careful" not in text(edition)
    assert edition.warnings == ("cell 1 (code): what it wrote to stderr was left out: careful",)


@pytest.mark.parametrize(
    ("tags", "shown"),
    [((), True), (("hide-input",), False), (("remove_input",), False), (("remove-cell",), False)],
)
def test_program_text_of_other_notebooks_is_shown_unless_hidden(tags, shown) -> None:
    edition = edition_from_notebook(s.notebook(s.code("x = 1", tags=tags)))
    assert ("x = 1" in text(edition)) is shown


def test_program_text_can_be_left_out_of_all_cells() -> None:
    nb = s.notebook(s.code("x = 1", s.stream("one\n")))
    edition = edition_from_notebook(nb, exclude_input=True)
    assert "x = 1" not in text(edition)
    assert "one" in text(edition)


def test_pieces_of_one_stream_are_joined() -> None:
    nb = s.notebook(s.code("", s.stream("10%\r20%\n"), s.stream("done\n")))
    codes = [block for block in edition_from_notebook(nb).blocks if block["type"] == "code"]
    assert [block["text"] for block in codes] == ["20%\ndone"]


def test_an_error_is_shown_and_warned_of() -> None:
    error = s.nbformat.v4.new_output(
        "error", ename="KeyError", evalue="'x'", traceback=["\x1b[31mKeyError\x1b[0m: 'x'"]
    )
    edition = edition_from_notebook(s.notebook(s.code("d['x']", error)))
    assert "KeyError: 'x'" in text(edition)
    assert "\x1b" not in text(edition)
    assert "cell 1 (code): it ended in an error, KeyError: 'x'" in edition.warnings


def test_a_picture_takes_its_alternative_from_the_metadata_of_the_output() -> None:
    data = {"image/png": s.png()}
    told = s.output(data, **{"image/png": {"alt": "A red square", "caption": "Red"}})
    also = s.output(data, alt="A red square")
    edition = edition_from_notebook(s.notebook(s.code("plot()", told, also)))
    pictures = [block for block in edition.blocks if block["type"] == "figure"]
    assert [p["alt"] for p in pictures] == ["A red square"] * 2
    assert plain(pictures[0]["caption"]) == "Red"
    assert edition.warnings == ()


def test_a_picture_without_alternative_says_so_and_names_its_cell() -> None:
    nb = s.notebook(s.markdown("# T"), s.code("plot()", s.output({"image/png": s.png()})))
    edition = edition_from_notebook(nb)
    picture = next(block for block in edition.blocks if block["type"] == "figure")
    assert "cell 2 (code)" in picture["alt"]
    assert len(edition.warnings) == 1


def test_a_missing_alternative_can_be_refused_by_cell() -> None:
    nb = s.notebook(s.code("plot()", s.output({"image/svg+xml": s.SPARK})))
    with pytest.raises(BriefingError, match=r"cell 1 \(code\): a picture has no text alternative"):
        edition_from_notebook(nb, require_alt_text=True)


def test_a_block_of_ours_without_alternative_is_refused_too() -> None:
    bad = {"type": "box", "blocks": [{"type": "figure", "svg": s.SPARK}]}
    with pytest.raises(BriefingError, match="cell 2"):
        edition_from_notebook(s.of_blocks(bad), require_alt_text=True)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"type": "marquee"}, "unknown type 'marquee'"),
        ({"type": "figure", "alt": "x"}, "a figure block without svg"),
        ("no block", "no block"),
        ({"type": "figure", "svg": "<svg", "alt": "x"}, "no well-formed SVG"),
        (
            b.table([{"text": "a"}, {"text": "b"}], [[b.cell("1")]], caption="C"),
            "row 1 of a table has 1 cells for 2 columns",
        ),
    ],
)
def test_a_broken_block_is_refused_by_cell(bad, said) -> None:
    with pytest.raises(BriefingError, match=f"cell 2.*{said}"):
        edition_from_notebook(s.of_blocks(bad))


def test_pandas_tables_become_tables_with_row_headers() -> None:
    html = (
        '<table class="dataframe"><thead><tr><th></th><th>a</th><th>share</th></tr></thead><tbody>'
        "<tr><th>2031</th><td>x &amp; y</td><td>1,200</td></tr>"
        "<tr><th>2032</th><td>z</td><td>NaN</td></tr></tbody></table>"
    )
    nb = s.notebook(s.code("frame", s.output({"text/html": html, "text/plain": "..."})))
    table = next(block for block in edition_from_notebook(nb).blocks if block["type"] == "table")
    assert [c["text"] for c in table["columns"]] == ["", "a", "share"]
    assert table["columns"][2]["align"] == "right"
    assert [[plain(c["runs"]) for c in row] for row in table["rows"]] == [
        ["2031", "x & y", "1,200"],
        ["2032", "z", "NaN"],
    ]
    assert table["rows"][0][0]["header"]


def test_joined_headings_and_indexes_are_joined_in_words() -> None:
    html = (
        '<table><thead><tr><th></th><th></th><th colspan="2">visits</th></tr>'
        "<tr><th></th><th></th><th>2031</th><th>2032</th></tr>"
        "<tr><th>panel</th><th>team</th><th></th><th></th></tr></thead><tbody>"
        '<tr><th rowspan="2">A</th><th>x</th><td>1</td><td>2</td></tr>'
        "<tr><th>y</th><td>3</td><td>4</td></tr></tbody></table>"
    )
    nb = s.notebook(s.code("frame", s.output({"text/html": html})))
    table = next(block for block in edition_from_notebook(nb).blocks if block["type"] == "table")
    assert [c["text"] for c in table["columns"]] == [
        "panel / team",
        "visits / 2031",
        "visits / 2032",
    ]
    assert [[plain(c["runs"]) for c in row] for row in table["rows"]] == [
        ["A, x", "1", "2"],
        ["A, y", "3", "4"],
    ]


def test_html_that_is_no_table_falls_back_to_its_words() -> None:
    output = s.output({"text/html": "<script>alert(1)</script>", "text/plain": "<Widget>"})
    shown = text(edition_from_notebook(s.notebook(s.code("w", output))))
    assert "<Widget>" in shown
    assert "alert" not in shown


def test_only_the_last_code_cell_can_mark_a_notebook_complete() -> None:
    done = s.shown(b.complete("westmoor-children/2031-07-16"))
    whole = s.notebook(s.code("a", done), s.markdown("The end"))
    early = s.notebook(s.code("a", done), s.code("b"))
    assert edition_from_notebook(whole).complete is not None
    assert edition_from_notebook(early).complete is None


@pytest.mark.parametrize(
    ("levels", "mended"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([1, 3, 3, 2, 3], [1, 2, 2, 2, 3]),
        ([2, 2, 4], [1, 2, 2, 3]),
        ([], [1]),
        ([1, 2, 1, 4], [1, 2, 1, 2]),
        ([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 6]),
    ],
)
def test_levels_of_headings_begin_at_one_and_never_skip(levels, mended) -> None:
    nb = s.of_blocks(*(b.heading(f"H{n}", level) for n, level in enumerate(levels)))
    found = [block for block in edition_from_notebook(nb).blocks if block["type"] == "heading"]
    assert [block["level"] for block in found] == mended


def test_every_heading_gets_a_name_of_its_own() -> None:
    nb = s.of_blocks(
        b.heading("Title", 1),
        b.heading("Lines of enquiry", 2),
        b.heading("Lines of enquiry", 2),
        b.heading("Gwŷr", 2, anchor="lines-of-enquiry"),
    )
    names = [block["anchor"] for block in edition_from_notebook(nb).blocks]
    assert len(set(names)) == 4
    assert names[3] == "lines-of-enquiry"


def test_text_is_composed_and_freed_of_control_characters() -> None:
    nb = s.of_blocks(b.heading("T", 1), b.paragraph("w\u0302yr\x00 a\x0bb\nc"))
    assert plain(edition_from_notebook(nb).blocks[1]["runs"]) == "ŵyr ab\nc"


def test_the_title_of_other_notebooks_is_their_first_heading_or_their_name() -> None:
    assert edition_from_notebook(s.notebook(s.markdown("# Explore"))).title == "Explore"
    assert (
        edition_from_notebook(s.notebook(s.markdown("text")), title="my notes").title == "my notes"
    )
    stated = s.notebook(s.markdown("# A"), title="Stated", authors=[{"name": "The team"}])
    assert edition_from_notebook(stated).document["author"] == "The team"


def test_files_of_one_name_and_other_content_keep_apart() -> None:
    nb = s.of_blocks(
        b.attachment("a.csv", "x\n1\n", description="one"),
        b.attachment("a.csv", "x\n2\n", description="two"),
        b.attachment("a.csv", "x\n1\n", description="one again"),
    )
    assert [a["name"] for a in edition_from_notebook(nb).attachments] == ["a.csv", "a-2.csv"]
