"""A template goes out, a filled-in file comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from westmoor import JULY, MAY, StoreMaker, fill, observation

from briefing.errors import BriefingError
from briefing.store import STORED, DataFolder, Place, csvfile, import_file, template
from briefing.store.layout import columns_of


@pytest.mark.parametrize("table", STORED)
def test_a_template_explains_every_column(table: str) -> None:
    lines = template(table).splitlines()
    assert lines[-1] == ",".join(columns_of(table))
    for column in columns_of(table):
        assert any(line.strip('"').startswith(f"# {column}: ") for line in lines)


def test_a_filled_in_template_is_taken_with_its_explanations(westmoor: Path) -> None:
    path = westmoor.parent / "new.csv"
    row = observation(JULY, "r09-p01", "2031-06", "77")
    columns = columns_of("observations")
    path.write_text(template("observations") + csvfile.write(columns, [row]).split("\n", 1)[1])
    assert import_file(DataFolder(westmoor), "observations", path).added == 1


def test_a_template_saved_by_a_spreadsheet_is_taken(westmoor: Path) -> None:
    path = westmoor.parent / "new.csv"
    row = observation(JULY, "r09-p01", "2031-06", "77")
    columns = columns_of("observations")
    width = len(columns)
    notes = [
        [line.strip('"'), *[""] * (width - 1)] for line in template("observations").split("\n")
    ]
    cells = [*notes[:-2], [""] * width, columns, [row.get(c, "") for c in columns], [""] * width]
    text = "\r\n".join(",".join(f'"{cell}"' for cell in record) for record in cells)
    path.write_bytes(("\ufeff" + text + "\r\n").encode())
    assert import_file(DataFolder(westmoor), "observations", path).added == 1


def test_an_export_comes_back_unchanged(westmoor: Path) -> None:
    folder = DataFolder(westmoor)
    path = westmoor.parent / "out.csv"
    path.write_text(csvfile.write(columns_of("resolutions"), folder.every("resolutions")))
    outcome = import_file(folder, "resolutions", path)
    assert (outcome.unchanged, outcome.files) == (1, ())


def test_rows_are_counted_as_a_spreadsheet_counts_them(westmoor: Path) -> None:
    path = westmoor.parent / "new.csv"
    path.write_text(f"# one\n# two\n\nmeeting,table,title\n\n{JULY},new table,New\n")
    with pytest.raises(BriefingError, match=r"new.csv, row 6, column table: 'new table' should be"):
        import_file(DataFolder(westmoor), "tables", path)


def test_a_number_sign_inside_the_data_is_data(westmoor: Path) -> None:
    path = westmoor.parent / "new.csv"
    path.write_text("term,panel,expansion\n#1,westmoor-children,first\n")
    import_file(DataFolder(westmoor), "glossary", path)
    rows = DataFolder(westmoor).rows("glossary", Place(panel="westmoor-children"))
    assert rows[-1]["term"] == "#1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"# only notes\n", "is empty"),
        (b"meeting,title\n", "has no rows under its header"),
        (b"meeting;title\nx;y\n", "has the column 'meeting;title'"),
        (b'meeting,title\nx,"y\n', "is not a whole CSV file"),
        (b"meeting,title\nx,caf\xe9\n", "is not UTF-8"),
        (b"PK\x03\x04\x00\xff", "is not UTF-8"),
        (b"meeting\n../../x\n", "column meeting: '../../x' should be a meeting as PANEL"),
    ],
)
def test_what_is_no_filled_in_template_is_refused(
    westmoor: Path, content: bytes, message: str
) -> None:
    path = westmoor.parent / "new.csv"
    path.write_bytes(content)
    with pytest.raises(BriefingError, match=message):
        import_file(DataFolder(westmoor), "tables", path)


@pytest.mark.parametrize("table", ["trends", "questions", "nonsense"])
def test_what_is_computed_cannot_be_given(westmoor: Path, table: str) -> None:
    path = westmoor.parent / "new.csv"
    path.write_text("meeting\nx\n")
    with pytest.raises(BriefingError, match=table):
        import_file(DataFolder(westmoor), table, path)


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_through_template_import_and_reading(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    maker = StoreMaker(tmp_path_factory.mktemp("store") / "data")
    fill(maker)
    row = {
        "meeting": MAY,
        "item_number": "6",
        "resolution_number": "2",
        "text": text,
        "document": "minutes-2031-05-14",
    }
    path = maker.root.parent / "new.csv"
    path.write_bytes(csvfile.write(columns_of("resolutions"), [row]).encode())
    import_file(DataFolder(maker.root), "resolutions", path)
    found = DataFolder(maker.root).rows("resolutions", Place(meeting=MAY))[-1]
    assert found["text"] == ("" if text == "(blank)" else text)
