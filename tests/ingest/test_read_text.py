"""Plain text: every encoding that councils' files come in, lines with their numbers, pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.ingest.page import Source
from briefing.ingest.read import read_source

SAMPLE = "Panel\nCouncil’s target – £3\n\n  Children   481"


def read(folder: Path, content: bytes | str, name: str = "pack.txt") -> Source:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_source(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_ends_of_lines(tmp_path: Path, encoding: str, end: str) -> None:
    source = read(tmp_path, SAMPLE.replace("\n", end).encode(encoding))
    assert source.form == "text"
    assert [line.text for line in source.lines] == [
        "Panel",
        "Council’s target – £3",
        "",
        "Children 481",
    ]
    assert [line.number for line in source.lines] == [1, 2, 3, 4]


def test_places_are_columns(tmp_path: Path) -> None:
    line = read(tmp_path, SAMPLE).lines[3]
    assert [(one.text, one.x0, one.x1) for one in line.words] == [
        ("Children", 2, 10),
        ("481", 13, 16),
    ]
    assert not read(tmp_path, SAMPLE).positioned


def test_without_form_feeds_there_is_one_page_without_a_number(tmp_path: Path) -> None:
    source = read(tmp_path, SAMPLE)
    assert [page.number for page in source.pages] == [None]
    assert {line.page for line in source.lines} == {None}


def test_form_feeds_begin_pages_and_lines_count_on(tmp_path: Path) -> None:
    source = read(tmp_path, "one\ntwo\n\fthree\n\ffour\n\f")
    assert [page.number for page in source.pages] == [1, 2, 3]
    placed = [(line.text, line.page, line.number) for line in source.lines if line.words]
    assert placed == [("one", 1, 1), ("two", 1, 2), ("three", 2, 3), ("four", 3, 4)]


@pytest.mark.parametrize("mark", ["\uf0b7", "\uf0a7", "▪", "•", "◦", "§"])
def test_marks_of_lists_are_bullets(tmp_path: Path, mark: str) -> None:
    assert read(tmp_path, f"{mark} Neglect rose").lines[0].text == "• Neglect rose"


def test_a_section_sign_before_a_number_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "§ 47 enquiries").lines[0].text == "§ 47 enquiries"


def test_raised_digits_are_no_part_of_the_number(tmp_path: Path) -> None:
    words = read(tmp_path, "Enquiries 12³ 45").lines[0].words
    assert [(one.text, one.doubt) for one in words] == [
        ("Enquiries", ""),
        ("12", ""),
        ("³", "raised"),
        ("45", ""),
    ]


def test_soft_hyphens_and_unseen_characters(tmp_path: Path) -> None:
    source = read(tmp_path, "safe\u00adguard\u200bing of\ufb01ce\nsafe\u00ad\nguarding")
    assert [line.text for line in source.lines] == ["safeguarding office", "safe-", "guarding"]


def test_signs_of_figures_are_kept_as_printed(tmp_path: Path) -> None:
    assert read(tmp_path, "−12 –3 -4 1,481 £2.5m 7%").lines[0].text == "−12 –3 -4 1,481 £2.5m 7%"


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("pack.txt", b"", "is empty"),
        ("pack.txt", b" \n\n ", "is empty"),
        ("pack.txt", bytes(range(256)) * 4, "known kind"),
        ("pack.docx", b"PK\x03\x04" + b"x" * 99, "office document"),
        ("pack.pdf", b"just text", "not a PDF"),
        ("scan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "picture"),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    with pytest.raises(BriefingError, match=cause) as refusal:
        read(tmp_path, content, name)
    assert name in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="no such file"):
        read_source(tmp_path / "nowhere.txt")
    with pytest.raises(BriefingError, match="folder"):
        read_source(tmp_path)


def test_the_content_tells_the_kind(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body><p>Agenda</p></body></html>"
    assert read(tmp_path, page, "saved.txt").form == "html"
    assert read(tmp_path, "# Minutes", "minutes.md").form == "markdown"
    assert read(tmp_path, "# Minutes", "minutes").form == "text"


def test_the_hash_is_of_the_file(tmp_path: Path) -> None:
    of_foo = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
    assert read(tmp_path, "foo").sha256 == of_foo
