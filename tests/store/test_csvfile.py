"""Every cell comes back as it went in."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.store import csvfile

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
COLUMNS = ("ward", "code", "note")


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=5))
@example([("None", "01", "NA")])
@example([("=1+1", "+44", "-5"), ("@x", "\r", "a\r\nb"), ('"', ',"\n', "\ufeff")])
@example([("", "", "")])
def test_any_text_survives(cells: list[tuple[str, str, str]]) -> None:
    table = [dict(zip(COLUMNS, row, strict=True)) for row in cells]
    text = csvfile.write(COLUMNS, table)
    found = csvfile.rows(csvfile.records(text, "t.csv"), COLUMNS, "t.csv")
    assert [row for _, row in found] == table


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3))
def test_others_read_what_was_written(cells: list[tuple[str, str]]) -> None:
    text = csvfile.write(("a", "b"), [{"a": a, "b": b} for a, b in cells])
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [list(row) for row in cells]


def test_quotation_is_minimal_and_lines_end_in_newline() -> None:
    text = csvfile.write(("a", "b"), [{"a": "plain", "b": 'say "so", now'}])
    assert text == 'a,b\nplain,"say ""so"", now"\n'


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("\ufeffward,code\r\nNone,01\r\n\r\n".encode())
    assert csvfile.read(path, COLUMNS, "t.csv") == [{"ward": "None", "code": "01", "note": ""}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "t.csv is empty"),
        ("ward,colour\n", "the column 'colour'"),
        ("ward,ward\n", "names a column twice"),
        ("ward,code,note\nA,1\n", "row 2: 2 cells where the header has 3"),
        ('ward,code,note\nA,1,"cut sho', "not a whole CSV file"),
    ],
)
def test_a_torn_or_strange_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(BriefingError, match=message):
        csvfile.rows(csvfile.records(text, "t.csv"), COLUMNS, "t.csv")


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("ward\nCaf\xe9\n".encode("cp1252"))
    with pytest.raises(BriefingError, match="CSV UTF-8"):
        csvfile.read(path, COLUMNS, "t.csv")


def test_a_long_cell_is_read_and_the_limit_of_others_is_left_alone() -> None:
    before = csv.field_size_limit()
    long = "x" * (before + 1)
    assert csvfile.records(f"a\n{long}\n", "t.csv")[1] == [long]
    assert csv.field_size_limit() == before
