"""What a second paper does to rows on record: nothing is lost, and every change is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from westmoor import JULY, PANEL, document, observation

from briefing.ingest.filing.revise import revise
from briefing.ingest.records.rows import Rows
from briefing.store import DataFolder, Given, Place, add, refresh, validate

FIRST, SECOND = "westmoor-2031-07-16-paper", "westmoor-2031-07-16-paper-2"
PRINTED = {
    "meeting": JULY,
    "item_number": "4",
    "title": "School attendance",
    "printed_page_from": "11",
    "exempt": "no",
    "text_kind": "printed",
}


@pytest.fixture
def folder(westmoor: Path) -> DataFolder:
    """Westmoor's store with one paper more, of which it holds an item and two values."""
    refresh(DataFolder(westmoor))
    folder = DataFolder(westmoor)
    rows = {
        "documents": [document(FIRST, JULY)],
        "agenda_items": [{**PRINTED, "document": FIRST, "page": "2"}],
        "observations": [value("r81-p01", "61"), value("r81-p02", "62")],
    }
    add(folder, [Given(t, list(enumerate(r, start=1)), "first") for t, r in rows.items()])
    return folder


def value(name: str, number: str, **more: str) -> dict[str, str]:
    row = observation(JULY, name, "2031-06" if name.endswith("2") else "2031-05", number)
    return {**row, "breakdown": "of a group", "document": FIRST, **more}


def again(folder: DataFolder, *rows: tuple[str, dict[str, str]], replaces: bool) -> list[str]:
    """Add what a second paper prints; the lines that tell what it changed or disputes."""
    second = {**document(SECOND, JULY), "supersedes": FIRST if replaces else ""}
    made = Rows()
    made.extend([("documents", second), *((t, {**r, "document": SECOND}) for t, r in rows)])
    revision = revise(folder, made, second, [FIRST] if replaces else [])
    given = [Given(t, list(enumerate(r, start=1)), "second") for t, r in revision.rows.items()]
    add(folder, given)
    assert not validate(folder)
    return [issue["message"] for issue in revision.issues]


def current(folder: DataFolder, table: str, name: str) -> dict[str, str]:
    rows = folder.rows(table, Place(meeting=JULY))
    return dict(next(row for row in rows if name in row.values()))


def test_the_same_again_from_another_paper_adds_nothing(folder: DataFolder) -> None:
    before = (folder.root / Place(meeting=JULY).file("observations")).read_bytes()
    assert not again(folder, ("observations", value("r81-p01", "61")), replaces=False)
    assert (folder.root / Place(meeting=JULY).file("observations")).read_bytes() == before


def test_a_republished_value_is_kept_beside_the_first(folder: DataFolder) -> None:
    told = again(
        folder,
        ("observations", value("r81-p01", "71")),
        ("observations", value("r81-p02", "62")),
        ("agenda_items", PRINTED),
        replaces=True,
    )
    assert len(told) == 1
    assert "2031-05: '61' is now '71'" in told[0]
    row = current(folder, "observations", f"{JULY}/visits/r81-p01")
    assert (row["value"], row["corrected_by"], row["document"]) == ("71", SECOND, SECOND)
    as_read = folder.as_read("observations", Place(meeting=JULY))
    assert "61" in [r["value"] for r in as_read if r["observation"].endswith("r81-p01")]


def test_what_a_republished_paper_no_longer_prints_is_told(folder: DataFolder) -> None:
    told = again(folder, ("observations", value("r81-p01", "61")), replaces=True)
    assert [line for line in told if "2031-06: '62%' no longer printed" in line]
    assert [line for line in told if line.endswith("4, School attendance: no longer printed")]
    row = current(folder, "observations", f"{JULY}/visits/r81-p02")
    assert (row["status"], row["value"], row["corrected_by"]) == ("withheld", "", SECOND)


def test_another_paper_that_says_otherwise_changes_nothing_and_is_an_issue(
    folder: DataFolder,
) -> None:
    told = again(folder, ("observations", value("r81-p01", "71")), replaces=False)
    assert len(told) == 1
    assert FIRST in told[0]
    assert current(folder, "observations", f"{JULY}/visits/r81-p01")["value"] == "61"


def test_another_paper_that_says_more_fills_what_was_blank(folder: DataFolder) -> None:
    assert not again(
        folder, ("agenda_items", {**PRINTED, "purpose": "To hear how it goes"}), replaces=False
    )
    row = current(folder, "agenda_items", "School attendance")
    assert (row["purpose"], row["corrected_by"]) == ("To hear how it goes", SECOND)


def test_a_meeting_moves_on_and_never_back(folder: DataFolder) -> None:
    held = {"meeting": JULY, "panel": PANEL, "council": "Westmoor Council", "date": "2031-07-16"}
    assert not again(folder, ("meetings", {**held, "status": "held"}), replaces=False)
    row = folder.rows("meetings", Place(meeting=JULY))[0]
    assert (row["status"], row["document"]) == ("held", SECOND)
    third = {**document(f"{SECOND}-b", JULY)}
    made = Rows()
    made.extend([("meetings", {**held, "status": "known_date"})])
    assert not revise(folder, made, third, []).rows
