"""``export``: one table of some or all meetings, in four formats."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from westmoor import JULY, MAY, PANEL, StoreMaker, observation

from briefing.commands import formats
from briefing.store import columns_of
from cli.conftest import Run


def test_csv_is_the_default_and_holds_every_column_as_text(run: Run) -> None:
    records = list(csv.DictReader(io.StringIO(run("export", "observations").stdout)))
    assert tuple(records[0]) == columns_of("observations")
    assert [r["value"] for r in records] == ["88", "88", "91.5", "93", "417", "95"]


def test_several_meetings_may_be_named(run: Run) -> None:
    both = run("export", "observations", "--meeting", "2031-05-14", "--meeting", JULY).stdout
    assert both == run("export", "observations").stdout
    one = run("export", "observations", "--meeting", MAY).stdout
    assert one.count("\n") == 2


def test_json_is_a_list_of_objects(run: Run) -> None:
    rows = json.loads(run("export", "targets", "--format", "json").stdout)
    assert [row["value"] for row in rows] == ["90", "95"]
    assert tuple(rows[0]) == columns_of("targets")


@pytest.mark.parametrize("table", ["trends", "signals", "questions"])
def test_computed_tables_can_be_exported(run: Run, table: str) -> None:
    records = list(csv.DictReader(io.StringIO(run("export", table).stdout)))
    assert {r["meeting"] for r in records} <= {MAY, JULY}
    header = run("export", table).stdout.splitlines()[0]
    assert tuple(header.split(",")) == columns_of(table)


def test_the_ending_of_the_output_says_the_format(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out" / "observations.parquet"
    assert run("export", "observations", "-o", str(path)).stdout == ""
    frame = pd.read_parquet(path)
    assert list(frame["value"])[2] == Decimal("91.5")
    assert list(frame["period"])[1] == "2031-04"


def test_parquet_without_its_library_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    result = run("export", "observations", "--format", "parquet")
    assert result.exit_code == 2
    assert "pip install pyarrow" in result.stderr


HOSTILE = (
    "=1+1",
    "+44 23",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "https://example.org",
    "01",
    "None",
    "a\x0bb",
)


def test_no_text_of_a_workbook_is_a_formula_or_a_link(
    run: Run, maker: StoreMaker, westmoor: Path, tmp_path: Path
) -> None:
    rows = [
        observation(JULY, f"r{n}", "2031-04", "88", breakdown=text)
        for n, text in enumerate(HOSTILE)
    ]
    maker.table("observations", *rows, at=f"panels/{PANEL}/meetings/2031-07-16")
    path = tmp_path / "o.xlsx"
    run("export", "observations", "--meeting", JULY, "-o", str(path))
    sheet = openpyxl.load_workbook(path).active
    titles = [cell.value for cell in sheet[1]]
    cells = [sheet.cell(n + 2, titles.index("breakdown") + 1) for n in range(len(HOSTILE))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][:8] == list(HOSTILE[:8])
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml and "hyperlink" not in xml


def test_numbers_of_a_workbook_are_numbers_and_equal_data_equal_files(
    run: Run, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        run("export", "observations", "--format", "xlsx", "-o", str(path))
    assert first.read_bytes() == second.read_bytes()
    sheet = openpyxl.load_workbook(first).active
    titles = [cell.value for cell in sheet[1]]
    assert sheet.cell(4, titles.index("value") + 1).value == 91.5
    assert sheet.cell(2, titles.index("period") + 1).value == "2031-04"


def test_a_number_too_long_for_a_workbook_stays_text() -> None:
    columns = columns_of("observations")
    row = dict.fromkeys(columns, "")
    content = formats.as_file("observations", [{**row, "value": "12345678901234567.89"}], columns,
                              "xlsx")  # fmt: skip
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet.cell(2, columns.index("value") + 1).value == "12345678901234567.89"


def test_a_text_too_long_for_a_workbook_is_told(
    run: Run, maker: StoreMaker, westmoor: Path
) -> None:
    row = observation(JULY, "r1", "2031-04", "88", evidence="x" * 40_000)
    maker.table("observations", row, at=f"panels/{PANEL}/meetings/2031-07-16")
    result = run("export", "observations", "--format", "xlsx", "-o", "never.xlsx")
    assert result.exit_code == 2
    assert "40,000 characters" in result.stderr


def test_an_output_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run("export", "observations", "-o", str(tmp_path / "folder"))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert [p.name for p in tmp_path.iterdir() if p.name != "data"] == ["folder"]
