"""Each figure of a PDF must be found in its place by the second parser too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.ingest.page import Source
from briefing.ingest.read import pdf_page
from briefing.ingest.read.double_entry import Sign, signs_of
from ingest.pdf_samples import label, read, word

Change = Callable[[Sign], Sequence[Sign]]


@pytest.fixture
def second_reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """Make the second parser read something else."""

    def changed(change: Change) -> None:
        def signs(*given: Any) -> list[Sign]:
            return [new for sign in signs_of(*given) for new in change(sign)]

        monkeypatch.setattr(pdf_page, "signs_of", signs)

    return changed


def doubts(source: Source) -> dict[str, str]:
    """The doubts of all words, by their text."""
    return {one.text: one.doubt for page in source.pages for one in page.words}


def test_agreement_is_no_doubt(tmp_path: Path) -> None:
    assert doubts(read(tmp_path, label))["481"] == ""


def test_another_digit_is_doubted_and_noted(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    second_reads(lambda sign: [replace(sign, text="7" if sign.text == "8" else sign.text)])
    source = read(tmp_path, label)
    assert doubts(source) == {"Children": "", "in": "", "care": "", "481": "parsers_differ"}
    assert [(note.kind, note.page) for note in source.notes] == [("parsers_differ", 1)]
    assert "481" in source.notes[0].message


def test_a_digit_that_the_second_misses_is_doubted(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    second_reads(lambda sign: [] if sign.text == "1" else [sign])
    assert doubts(read(tmp_path, label))["481"] == "parsers_differ"


def test_the_same_digits_elsewhere_do_not_confirm(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    second_reads(lambda sign: [replace(sign, y=sign.y + 60) if sign.text.isdigit() else sign])
    source = read(tmp_path, label)
    assert [one.doubt for one in source.pages[0].words if one.text == "481"] == [
        "parsers_differ",
        "parsers_differ",
    ]


def test_a_gap_that_only_one_sees_is_doubted(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    second_reads(lambda sign: [replace(sign, at=sign.at + 1) if sign.text == "1" else sign])
    assert doubts(read(tmp_path, label))["481"] == "parsers_differ"


def test_a_figure_that_only_the_second_finds_is_kept_as_doubted(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    second_reads(lambda sign: [sign, Sign("9", 420.0, sign.y, 900)] if sign.text == "4" else [sign])
    source = read(tmp_path, label)
    assert doubts(source)["9"] == "parsers_differ"
    assert doubts(source)["481"] == ""


def test_a_digit_where_the_first_reads_a_letter_is_doubted(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    second_reads(lambda sign: [replace(sign, text="1" if sign.text == "l" else sign.text)])
    assert doubts(read(tmp_path, label))["Children"] == "parsers_differ"


def test_letters_may_differ(tmp_path: Path, second_reads: Callable[[Change], None]) -> None:
    second_reads(lambda sign: [replace(sign, text="K" if sign.text == "C" else sign.text)])
    assert doubts(read(tmp_path, label))["Children"] == ""


def test_signs_and_separators_of_figures_are_compared(
    tmp_path: Path, second_reads: Callable[[Change], None]
) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(100, 700, "1,481")
        canvas.drawString(200, 700, "14.8%")
        canvas.drawString(300, 700, "-3")

    second_reads(lambda sign: [replace(sign, text="." if sign.text == "," else sign.text)])
    source = read(tmp_path, draw)
    assert doubts(source) == {"1,481": "parsers_differ", "14.8%": "", "-3": ""}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_compared_in_place(tmp_path: Path, turn: int) -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(200, 300)
        canvas.rotate(turn)
        canvas.drawString(0, 0, "Children in care")
        canvas.drawString(120, 0, "481")

    (page,) = read(tmp_path, draw).pages
    assert word(page, "481").doubt == ""
    assert page.lines[0].text == "Children in care 481"


def test_an_overlapping_shadow_of_the_same_word_is_one_word(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(100, 700, "481")
        canvas.drawString(100.3, 700, "481")

    source = read(tmp_path, draw)
    assert doubts(source) == {"481": ""}
