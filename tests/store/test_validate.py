"""Faults of a store are told with file, row, column and what would be right."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from westmoor import JULY, MAY, OTHER, PANEL, StoreMaker, fill, observation

from briefing.model import TABLES
from briefing.store import DataFolder, Place, csvfile, refresh, validate
from briefing.store.layout import columns_of

FOLDER = str(Place(meeting=JULY).folder)


@pytest.fixture
def faults(westmoor: Path) -> Callable[[], list[str]]:
    """The faults of the store after the package was written afresh."""

    def find() -> list[str]:
        folder = DataFolder(westmoor)
        refresh(folder)
        return [str(problem) for problem in validate(folder)]

    return find


def change(root: Path, table: str, row: int, cells: dict[str, str]) -> None:
    path = root / Place(meeting=JULY).file(table)
    columns = TABLES[table].columns
    rows = csvfile.read(path, columns, table)
    rows[row].update(cells)
    path.write_text(csvfile.write(columns, rows), encoding="utf-8")


def test_a_sound_store_has_no_faults(faults: Callable[[], list[str]]) -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("table", "row", "cells", "message"),
    [
        ("observations", 0, {"value": "12,5"}, "row 2, column value: '12,5' should be a number"),
        ("observations", 1, {"value": "91\n"}, "row 3, column value: '91\\n' should be a number"),
        ("observations", 0, {"value": "٩"}, "column value: '٩' should be a number"),
        ("observations", 0, {"status": "sure"}, "'sure' should be one of stated, amb"),
        ("observations", 0, {"status": ""}, "column status: may not be blank: one of stated"),
        ("observations", 0, {"period": "2031-13"}, "column period: '2031-13' should be a period"),
        ("observations", 0, {"period": ""}, "column period: may not be blank where the status is"),
        ("observations", 2, {"period": "2031-06"}, "column period: must be blank where the status"),
        ("observations", 2, {"period_candidates": "2031-06|June"}, "not a period: 'June'"),
        ("observations", 0, {"status": "missing"}, "column value: must be blank where the status"),
        ("observations", 0, {"document": ""}, "column document: a value needs the document"),
        ("observations", 0, {"document": "lost"}, "column document: 'lost' is not in documents"),
        ("observations", 0, {"indicator": "lost"}, "column indicator: 'lost' is not in indicators"),
        ("observations", 0, {"table": "lost"}, "column table: 'lost' is not in the tables of west"),
        ("observations", 0, {"observation": "elsewhere"}, "column observation: should begin with"),
        ("observations", 0, {"meeting": MAY}, "does not belong in panels/westmoor-c"),
        ("observations", 0, {"corrected_by": "A"}, "must be blank in what was read"),
        ("documents", 0, {"published": "2031-02-30"}, "'2031-02-30' is not a day"),
        ("documents", 0, {"published": "8/7/2031"}, "should be a day as year-month-day, such as"),
        ("documents", 0, {"published": "", "meeting": ""}, "may not be blank for a document of no"),
        ("documents", 0, {"panel": "nobody"}, "column panel: there is no panel 'nobody'"),
        ("documents", 0, {"supersedes": "lost"}, "column supersedes: 'lost' is not in documents"),
        ("targets", 0, {"due": "2031-02-30"}, "column due: '2031-02-30' is not a day"),
        ("targets", 0, {"due": "2031/33"}, "column due: not a period: the years of '2031/33'"),
    ],
)
def test_a_faulty_cell_is_told(
    westmoor: Path,
    faults: Callable[[], list[str]],
    table: str,
    row: int,
    cells: dict[str, str],
    message: str,
) -> None:
    change(westmoor, table, row, cells)
    found = [fault for fault in faults() if message in fault]
    assert found, faults()
    assert found[0].startswith(f"{FOLDER}/{table}.csv, row {row + 2}, column ")


def test_a_key_stands_once(westmoor: Path, faults: Callable[[], list[str]]) -> None:
    change(westmoor, "observations", 1, {"observation": f"{JULY}/visits/r01-p01"})
    assert faults() == [
        f"{FOLDER}/observations.csv, row 3, column observation: "
        f"the same observation as in {FOLDER}/observations.csv, row 2"
    ]


def test_a_meeting_is_its_folder(westmoor: Path, faults: Callable[[], list[str]]) -> None:
    path = westmoor / FOLDER / "meeting.json"
    row = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**row, "date": "2031-07-17"}), encoding="utf-8")
    assert faults() == [
        f"{FOLDER}/meeting.json, row 2, column meeting: "
        f"should be its panel and date: {PANEL}/2031-07-17"
    ]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"colour": "blue"}, "column colour: 'blue' does not match"),
        ({"panel": "other"}, "column panel: should be 'westmoor-children'"),
        ({"logo": {"file": "../logo.svg", "alt": "x"}}, "column logo.file: '../logo.svg' does not"),
        ({"logo": {"file": "lost.svg", "alt": "x"}}, "column logo: there is no file 'lost.svg'"),
        ({"logo": {"file": "logo.svg", "alt": ""}}, "column logo.alt: '' should be non-empty"),
        ({"motto": "x"}, "'motto' was unexpected"),
    ],
)
def test_a_faulty_panel_is_told(
    westmoor: Path, faults: Callable[[], list[str]], record: dict[str, object], message: str
) -> None:
    path = westmoor / "panels" / PANEL / "panel.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **record}), encoding="utf-8")
    assert any(message in fault for fault in faults()), faults()


def test_files_that_nothing_reads_are_told(westmoor: Path, faults: Callable[[], list[str]]) -> None:
    (westmoor / FOLDER / "observation.csv").write_text("x\n", encoding="utf-8")
    (westmoor / FOLDER / ".observations.csv.1.aside").write_text("x\n", encoding="utf-8")
    (fault,) = faults()
    assert fault.startswith(f"{FOLDER}/observation.csv: nothing reads this file")


def test_the_decisions_of_a_panel_are_known(
    westmoor: Path, faults: Callable[[], list[str]]
) -> None:
    (westmoor / "panels" / PANEL / "decisions.csv").write_text("kind\n")
    assert faults() == []
    (westmoor / "catalogue" / "decisions.csv").write_text("kind\n")
    assert len(faults()) == 1


def test_a_torn_file_is_told(westmoor: Path, faults: Callable[[], list[str]]) -> None:
    path = westmoor / FOLDER / "targets.csv"
    path.write_bytes(path.read_bytes()[:-9])
    (fault,) = faults()
    assert fault == f"{FOLDER}/targets.csv: row 2: 13 cells where the header has 17"


def test_a_folder_without_its_meeting_file_is_told(
    westmoor: Path, faults: Callable[[], list[str]]
) -> None:
    (westmoor / Place(meeting=OTHER).file("meetings")).unlink()
    row = {"meeting": OTHER, "item_number": "1", "title": "Lost"}
    path = westmoor / Place(meeting=OTHER).file("agenda_items")
    path.write_text(csvfile.write(TABLES["agenda_items"].columns, [row]), encoding="utf-8")
    assert OTHER not in DataFolder(westmoor).meetings
    (fault,) = faults()
    assert "agenda_items.csv: nothing reads this file" in fault


def test_other_columns_than_declared_are_told(
    westmoor: Path, faults: Callable[[], list[str]]
) -> None:
    path = westmoor / FOLDER / "agenda_items.csv"
    columns = TABLES["agenda_items"].columns
    rows = csvfile.read(path, columns, "agenda_items")
    path.write_text(csvfile.write(columns[::-1], rows), encoding="utf-8")
    (fault,) = faults()
    assert fault.startswith(f"{FOLDER}/agenda_items.csv, row 1: its columns should be meeting,item")


def test_a_correction_names_a_row_an_author_and_a_reason(
    westmoor: Path, faults: Callable[[], list[str]]
) -> None:
    place = Place(meeting=JULY)
    row = dict(DataFolder(westmoor).rows("observations", place)[0])
    path = westmoor / place.file("observations", corrections=True)
    path.parent.mkdir()
    corrections = [
        {**row, "corrected_by": "A"},
        {**row, "observation": f"{JULY}/visits/r9-p9", "corrected_by": "A",
         "correction_reason": "x"},
    ]  # fmt: skip
    path.write_text(csvfile.write(columns_of("observations"), corrections), encoding="utf-8")
    first, second = faults()
    assert "row 2, column correction_reason: a correction names both" in first
    assert "row 3, column observation: corrects a row that does not exist" in second


@pytest.mark.parametrize(
    ("column", "bad", "why"),
    [
        ("unit", "count", "should be percent"),
        ("period_kind", "academic", "does not go with"),
        ("period", "2024-Q3", "does not go with|not a"),
    ],
)
def test_a_value_that_its_measure_or_month_denies_is_a_fault(
    maker: StoreMaker, column: str, bad: str, why: str
) -> None:
    fill(maker)
    row = {**observation(JULY, "r9-p01", "2031-06", "90"), column: bad}
    maker.table("observations", row, at=f"panels/{PANEL}/meetings/2031-07-16")
    found = [str(problem) for problem in validate(DataFolder(maker.root))]
    assert any(re.search(why, problem) for problem in found), found
