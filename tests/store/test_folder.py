"""The store as rows, read when they are first asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from westmoor import JULY, MAY, OTHER, PANEL, StoreMaker, observation

from briefing.errors import BriefingError
from briefing.store import DataFolder, Place, csvfile
from briefing.store.layout import columns_of


def test_meetings_are_found_oldest_first(westmoor: Path) -> None:
    folder = DataFolder(westmoor)
    assert folder.meetings == (MAY, OTHER, JULY)
    assert folder.panels == ("westmoor-adults", PANEL)


def test_every_row_has_every_column_as_text(westmoor: Path) -> None:
    folder = DataFolder(westmoor)
    rows = folder.rows("resolutions", Place(meeting=MAY))
    assert tuple(rows[0]) == columns_of("resolutions")
    assert all(isinstance(cell, str) for cell in rows[0].values())


def test_words_that_others_take_for_nothing_survive(maker: StoreMaker) -> None:
    folder = maker.meeting(JULY)
    maker.panel(PANEL)
    maker.table(
        "observations",
        observation(JULY, "r01-p01", "2031-04", "1", breakdown="None", raw="NA"),
        observation(JULY, "r01-p02", "2031-05", "1", breakdown="01", raw="null"),
        at=folder,
    )
    rows = DataFolder(maker.root).rows("observations", Place(meeting=JULY))
    assert [(row["breakdown"], row["raw"]) for row in rows] == [("None", "NA"), ("01", "null")]


def test_a_missing_table_has_no_rows(westmoor: Path) -> None:
    assert not DataFolder(westmoor).rows("votes", Place(meeting=JULY))


def test_folders_with_other_names_are_passed_over(westmoor: Path) -> None:
    assert DataFolder(westmoor).passed_over == ()
    (westmoor / "panels" / "Old Panel" / "meetings" / "2031-01-01").mkdir(parents=True)
    (westmoor / "panels" / PANEL / "meetings" / "draft").mkdir()
    assert DataFolder(westmoor).meetings == (MAY, OTHER, JULY)
    assert DataFolder(westmoor).passed_over == (f"panels/{PANEL}/meetings/draft",)


def test_a_folder_of_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "manager.md").write_text("A page.", encoding="utf-8")
    with pytest.raises(BriefingError, match="no folder panels/"):
        _ = DataFolder(tmp_path).meetings


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"no store in .*--data or in BRIEFING_DATA"):
        DataFolder(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "must hold one JSON object"),
        ('{"date": "2031', "line 1: this is not JSON"),
        ('{"when": "2031"}', "has the name 'when'"),
        ('{"date": 2031}', "date must be a text in quotation marks"),
    ],
)
def test_a_faulty_meeting_file_is_told(westmoor: Path, text: str, message: str) -> None:
    path = westmoor / Place(meeting=JULY).file("meetings")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError, match=message):
        DataFolder(westmoor).rows("meetings", Place(meeting=JULY))


def test_a_correction_stands_in_the_place_of_what_was_read(westmoor: Path) -> None:
    folder = DataFolder(westmoor)
    place = Place(meeting=JULY)
    wrong = dict(folder.rows("observations", place)[1])
    first = {**wrong, "value": "92", "corrected_by": "A", "correction_reason": "misread"}
    second = {**first, "value": "90.5", "corrected_by": "B"}
    path = westmoor / place.file("observations", corrections=True)
    path.parent.mkdir()
    path.write_text(csvfile.write(columns_of("observations"), [first, second]), encoding="utf-8")
    folder.forget()
    rows = folder.rows("observations", place)
    assert [row["value"] for row in rows] == ["88", "90.5", "93", "417", "95"]
    assert (rows[1]["corrected_by"], rows[0]["corrected_by"]) == ("B", "")
    assert folder.as_read("observations", place)[1]["value"] == "91.5"


@pytest.mark.parametrize(
    ("table", "row", "day"),
    [
        ("observations", {"document": "pack-2031-07-16", "meeting": JULY}, "2031-07-08"),
        ("observations", {"document": "late-2031-07-16", "meeting": JULY}, "2031-07-15"),
        ("resolutions", {"document": "minutes-2031-05-14", "meeting": MAY}, "2031-05-15"),
        ("agenda_items", {"document": "", "meeting": JULY}, "2031-07-08"),
        ("agenda_items", {"document": "", "meeting": OTHER}, "2031-07-16"),
        ("observations", {"document": "not-on-record", "meeting": JULY}, "9999-12-31"),
        ("indicators", {}, ""),
        ("meetings", {"meeting": JULY}, ""),
        ("documents", {"published": "", "meeting": JULY, "kind": "pack"}, "2031-07-16"),
        ("documents", {"published": "2031-07-01", "meeting": MAY, "kind": "pack"}, "2031-07-01"),
        ("documents", {"published": "2031-05-01", "meeting": MAY, "kind": "minutes"}, "2031-05-15"),
        ("documents", {"published": "", "meeting": "", "kind": "inspection"}, "9999-12-31"),
    ],
)
def test_a_row_is_public_from(westmoor: Path, table: str, row: dict[str, str], day: str) -> None:
    assert DataFolder(westmoor).public_from(table, row) == day
