"""Markdown without its markup: headings, bold, lists and tables, with the numbers of lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ingest.page import Line, Source
from briefing.ingest.read import read_source


def read(folder: Path, text: str) -> Source:
    path = folder / "minutes.md"
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def one_line(folder: Path, text: str) -> Line:
    (line,) = read(folder, text).lines
    return line


@pytest.mark.parametrize(
    ("text", "level", "said"),
    [
        ("# Minutes", 1, "Minutes"),
        ("### **RESOLVED:** ###", 3, "RESOLVED:"),
        ("#47 is no heading", 0, "#47 is no heading"),
    ],
)
def test_headings(tmp_path: Path, text: str, level: int, said: str) -> None:
    line = one_line(tmp_path, text)
    assert (line.heading, line.text) == (level, said)


def test_underlined_headings_and_rules(tmp_path: Path) -> None:
    source = read(tmp_path, "Minutes\n=======\n\nPresent\n-------\n\n---\n\ntext")
    assert [(line.number, line.heading, line.text) for line in source.lines if line.words] == [
        (1, 1, "Minutes"),
        (4, 2, "Present"),
        (9, 0, "text"),
    ]
    assert len(source.lines) == 9
    assert source.title == "Minutes"


def test_bold_is_of_words(tmp_path: Path) -> None:
    line = one_line(tmp_path, "38. **APOLOGIES AND CHANGES** noted")
    assert line.text == "38. APOLOGIES AND CHANGES noted"
    assert [one.bold for one in line.words] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- Neglect", "• Neglect"),
        ("  * Neglect", "• Neglect"),
        ("+ Neglect", "• Neglect"),
        ("> - 1) That the panel", "• 1) That the panel"),
        ("- [x] done", "• done"),
        ("1. First", "1. First"),
        ("-3 points", "-3 points"),
        ("*one* and _two_ of snake_case", "one and two of snake_case"),
        ("5 \\* 3 and `code`  ", "5 * 3 and code"),
        ("a <!-- not seen 5 --> b", "a b"),
        ("see [the report](https://example.org/a) now", "see the report now"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_markup_is_left_out(tmp_path: Path, text: str, said: str) -> None:
    assert one_line(tmp_path, text).text == said


def test_links_are_kept(tmp_path: Path) -> None:
    source = read(tmp_path, "see [the **report**](https://example.org/a)")
    assert source.links == (("the report", "https://example.org/a"),)


def test_rows_of_tables_have_cells(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "| Measure | Aug-24 | Sep-24 |\n|:--|--:|--:|\n| Children \\| young | 481 |  |\n\nafter",
    )
    assert [line.cells for line in source.lines] == [
        ("Measure", "Aug-24", "Sep-24"),
        ("Children | young", "481", ""),
        (),
        (),
    ]
    assert [line.number for line in source.lines] == [1, 3, 4, 5]
    assert source.lines[1].text == "Children | young 481"


def test_struck_and_raised_figures_are_doubted(tmp_path: Path) -> None:
    line = one_line(tmp_path, "Children ~~12~~ 13<sup>4</sup> on 26<sup>th</sup> June")
    assert [(one.text, one.doubt) for one in line.words] == [
        ("Children", ""),
        ("12", "struck"),
        ("13", ""),
        ("4", "raised"),
        ("on", ""),
        ("26th", ""),
        ("June", ""),
    ]


def test_struck_and_raised_figures_of_cells_cannot_be_read_as_values(tmp_path: Path) -> None:
    source = read(tmp_path, "| a | b |\n|---|---|\n| ~~12~~ | 13<sup>4</sup> |")
    assert source.lines[1].cells == ("~~12~~", "13⁴")


def test_code_is_taken_as_it_stands(tmp_path: Path) -> None:
    source = read(tmp_path, "```\n| a | **b** |\n```\n")
    assert source.lines[1].text == "| a | **b** |"
    assert source.lines[1].cells == ()
