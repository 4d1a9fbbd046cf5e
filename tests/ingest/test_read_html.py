"""Saved web pages: what a reader sees, block by block; rows of tables with their cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.ingest.page import Source
from briefing.ingest.read import read_source
from briefing.ingest.read.html import numbered


def read(folder: Path, body: str, head: str = "") -> Source:
    path = folder / "meeting.html"
    path.write_text(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8"
    )
    return read_source(path)


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def test_blocks_in_their_order(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "loose <b>start</b><h1>Agenda</h1><div>one<p>two<br>three</p>four</div><h3>Items</h3>",
        "<title>Agenda &amp; minutes</title>",
    )
    assert texts(source) == ["loose start", "Agenda", "one", "two", "three", "four", "Items"]
    assert [line.heading for line in source.lines] == [0, 1, 0, 0, 0, 0, 3]
    assert source.title == "Agenda & minutes"
    assert source.form == "html" and "<h1>Agenda</h1>" in source.html
    assert [page.number for page in source.pages] == [None]


def test_bold_words(tmp_path: Path) -> None:
    (line,) = read(tmp_path, "<p><strong>RESOLVED</strong> that</p>").lines
    assert [(one.text, one.bold) for one in line.words] == [("RESOLVED", True), ("that", False)]


def test_lists_have_marks_as_a_reader_sees_them(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "<ul><li>one<ul><li>inner</li></ul></li></ul>"
        "<ol type='i'><li>That a</li><li>That b</li></ol>"
        "<ol start='4'><li>four</li><li value='9'>nine</li><li>ten</li></ol>",
    )
    assert texts(source) == [
        "• one",
        "• inner",
        "i. That a",
        "ii. That b",
        "4. four",
        "9. nine",
        "10. ten",
    ]


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (3, "1", "3"),
        (3, "a", "c"),
        (2, "A", "B"),
        (4, "i", "iv"),
        (19, "I", "XIX"),
        (30, "a", "30"),
    ],
)
def test_numbers_of_lists(number: int, style: str, shown: str) -> None:
    assert numbered(number, style) == shown


def test_what_is_not_seen_or_not_of_the_matter_is_left_out(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "<nav>Home 1</nav><script>var a = 2;</script><style>p{}</style><!-- 3 -->"
        "<p hidden>4</p><p style='display: none'>5</p><span aria-hidden='true'>6</span>"
        "<div role='navigation'>7</div><p>matter</p> tail<footer>8</footer>",
    )
    assert texts(source) == ["matter", "tail"]


def test_the_main_part_of_a_page_is_enough(tmp_path: Path) -> None:
    source = read(tmp_path, "<div>Cookies</div><main><h1>Minutes</h1><p>matter</p></main>")
    assert texts(source) == ["Minutes", "matter"]


def test_rows_of_tables_have_cells(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "<table><caption>Measures</caption><tr><th>Measure<th colspan=2>2024</tr>"
        "<tr><td rowspan=2>Children <p>in care</p></td><td>481</td><td>-</td></tr>"
        "<tr><td>12.5%</td><td><img src='a' alt='Red'></td></tr></table><p>after",
    )
    assert [line.cells for line in source.lines] == [
        (),
        ("Measure", "2024", ""),
        ("Children in care", "481", "-"),
        ("", "12.5%", "Red"),
        (),
    ]
    assert source.lines[2].text == "Children in care 481 -"
    assert source.lines[4].text == "after"


def test_a_table_that_only_lays_out_is_read_block_by_block(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "<table><tr><td>38.</td><td><h2>Apologies</h2><p>The panel noted</p>"
        "<table><tr><td>a</td><td>1</td></tr></table></td></tr></table>",
    )
    assert texts(source) == ["38.", "Apologies", "The panel noted", "a 1"]
    assert source.lines[3].cells == ("a", "1")


@pytest.mark.parametrize(
    "struck", ["<del>12</del>", "<s>12</s>", "<span style='text-decoration:line-through'>12</span>"]
)
def test_struck_figures_are_doubted(tmp_path: Path, struck: str) -> None:
    source = read(tmp_path, f"<p>{struck} 13</p><table><tr><td>{struck}</td></tr></table>")
    assert [(one.text, one.doubt) for one in source.lines[0].words] == [
        ("12", "struck"),
        ("13", ""),
    ]
    assert source.lines[1].cells == ("~~12~~",)


def test_raised_figures_are_no_part_of_the_number(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "<p>12<sup>3</sup> on 26<sup>th</sup></p><table><tr><td>12<sup>3</sup></table>",
    )
    assert [(one.text, one.doubt) for one in source.lines[0].words] == [
        ("12", ""),
        ("3", "raised"),
        ("on", ""),
        ("26th", ""),
    ]
    assert source.lines[1].cells == ("12³",)


def test_links_are_kept(tmp_path: Path) -> None:
    source = read(tmp_path, "<p><a href='ie.aspx?Id=5'>The <b>report</b></a><a name='x'>no</a>")
    assert source.links == (("The report", "ie.aspx?Id=5"),)


def test_lines_know_where_they_stand_in_the_file(tmp_path: Path) -> None:
    source = read(tmp_path, "\n<p>one</p>\n\n<p>two</p>")
    assert [line.number for line in source.lines] == [2, 4]


@pytest.mark.parametrize("body", ["", "<script>1</script>", "<p> </p>"])
def test_a_page_without_text_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(BriefingError, match=r"meeting\.html: has no text"):
        read(tmp_path, body)


def test_deep_nesting_is_read_or_refused_never_cut(tmp_path: Path) -> None:
    deep = "<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after</p>"
    assert texts(read(tmp_path, deep)) == ["deep", "after"]
    with pytest.raises(BriefingError, match="nested too deeply"):
        read(tmp_path, "<p>before</p>" + "<div>" * 100_000 + "deep")
