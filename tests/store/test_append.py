"""Rows are added or correct others; what was read never changes."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from westmoor import JULY, MAY, OTHER, PANEL, document, observation

from briefing.errors import BriefingError
from briefing.store import DataFolder, DataProblems, Given, Outcome, Place, add, refresh, validate
from briefing.store.append import BLANK
from briefing.store.atomic import LOCK_FILE, locked


def give(root: Path, table: str, *rows: dict[str, str], by_hand: bool = False) -> Outcome:
    numbered = list(enumerate(rows, start=2))
    return add(DataFolder(root), [Given(table, numbered, "given.csv", by_hand)])


def files_of(root: Path) -> dict[str, bytes]:
    found = (p for p in root.rglob("*.*") if p.is_file() and p.name != LOCK_FILE)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


@pytest.fixture
def root(westmoor: Path) -> Path:
    """The store of Westmoor, its package up to date."""
    refresh(DataFolder(westmoor))
    return westmoor


def test_new_rows_stand_behind_those_on_record(root: Path) -> None:
    path = root / Place(meeting=JULY).file("observations")
    before = path.read_bytes()
    new = observation(JULY, "r09-p01", "2031-06", "77", breakdown="None", raw='7"7\n')
    assert give(root, "observations", new) == Outcome(
        added=1, files=(Place(meeting=JULY).file("observations"),)
    )
    assert path.read_bytes().startswith(before)
    row = DataFolder(root).rows("observations", Place(meeting=JULY))[-1]
    assert (row["breakdown"], row["raw"]) == ("None", '7"7\n')
    assert not validate(DataFolder(root))


def test_a_meeting_more_leaves_the_others_files_as_they_were(root: Path) -> None:
    before = files_of(root)
    later = f"{PANEL}/2031-09-17"
    meeting = {
        "meeting": later,
        "panel": PANEL,
        "council": "Westmoor Council",
        "date": "2031-09-17",
        "status": "scheduled",
    }
    outcome = add(
        DataFolder(root),
        [
            Given("meetings", [(2, meeting)], "a"),
            Given("documents", [(2, document("pack-2031-09-17", later))], "b"),
            Given(
                "observations", [(2, observation(later, "r1-p1", "2031-08", "9", table=""))], "c"
            ),
        ],
    )
    assert (outcome.added, len(outcome.files)) == (3, 3)
    after = files_of(root)
    changed = {name for name in after if after[name] != before.get(name)}
    folder = f"panels/{PANEL}/meetings/2031-09-17"
    assert changed == {
        "datapackage.json",
        f"{folder}/meeting.json",
        f"{folder}/documents.csv",
        f"{folder}/observations.csv",
    }
    assert not validate(DataFolder(root))


def test_the_same_again_changes_nothing(root: Path) -> None:
    before = files_of(root)
    row = DataFolder(root).rows("observations", Place(meeting=JULY))[0]
    assert give(root, "observations", dict(row)) == Outcome(unchanged=1)
    assert files_of(root) == before


def test_other_content_needs_an_author_and_a_reason(root: Path) -> None:
    before = files_of(root)
    other = observation(JULY, "r01-p01", "2031-04", "89")
    with pytest.raises(DataProblems, match="row 2, column corrected_by: may not be blank"):
        give(root, "observations", other)
    with pytest.raises(DataProblems, match="column correction_reason: a correction names both"):
        give(root, "observations", {**other, "corrected_by": "A"})
    assert files_of(root) == before


def test_a_correction_is_kept_beside_what_was_read_and_wins(root: Path) -> None:
    place = Place(meeting=JULY)
    read = (root / place.file("observations")).read_bytes()
    key = f"{JULY}/visits/r01-p01"
    signed = {"corrected_by": "Scrutiny Manager", "correction_reason": "read 8 for 9"}
    outcome = give(
        root, "observations", {"observation": key, "value": "89", "raw": "89%", **signed}
    )
    assert (outcome.added, outcome.corrected) == (0, 1)
    assert outcome.files == (place.file("observations", corrections=True),)
    assert (root / place.file("observations")).read_bytes() == read
    row = DataFolder(root).rows("observations", place)[0]
    assert (row["value"], row["raw"], row["period"]) == ("89", "89%", "2031-04")
    assert row["corrected_by"] == "Scrutiny Manager"
    assert not validate(DataFolder(root))

    give(root, "observations", {"observation": key, "value": "89.4", **signed})
    rows = DataFolder(root).corrections("observations", place)
    assert [row["value"] for row in rows] == ["89", "89.4"]
    assert DataFolder(root).rows("observations", place)[0]["value"] == "89.4"


def test_tables_without_columns_for_it_can_be_corrected_too(root: Path) -> None:
    key = {"meeting": MAY, "item_number": "6", "resolution_number": "1"}
    text = "Visits to be made in time"
    give(root, "resolutions", {**key, "text": text, "corrected_by": "A", "correction_reason": "b"})
    row = DataFolder(root).rows("resolutions", Place(meeting=MAY))[0]
    assert (row["text"], row["corrected_by"]) == (text, "A")
    assert not validate(DataFolder(root))


def test_by_hand_a_blank_cell_stays_and_a_mark_makes_it_blank(root: Path) -> None:
    row = {
        "observation": f"{JULY}/visits/r01-p01",
        "value": BLANK,
        "status": "missing",
        "raw": "-",
        "period": "",
        "corrected_by": "A",
        "correction_reason": "the cell holds a dash",
    }
    give(root, "observations", row, by_hand=True)
    found = DataFolder(root).rows("observations", Place(meeting=JULY))[0]
    assert (found["value"], found["status"], found["period"]) == ("", "missing", "2031-04")
    assert not validate(DataFolder(root))


def test_only_what_is_given_by_hand_has_such_a_mark(root: Path) -> None:
    give(root, "observations", observation(JULY, "r9-p1", "2031-06", "5", raw=BLANK))
    assert DataFolder(root).rows("observations", Place(meeting=JULY))[-1]["raw"] == BLANK


def test_a_correction_that_changes_nothing_is_told(root: Path) -> None:
    row = {
        "observation": f"{JULY}/visits/r01-p01",
        "value": "",
        "corrected_by": "A",
        "correction_reason": "b",
    }
    with pytest.raises(DataProblems, match=r"row 2: changes nothing; .* write \(blank\)"):
        give(root, "observations", row, by_hand=True)


def test_a_correction_of_no_row_is_told(root: Path) -> None:
    row = observation(JULY, "r77-p01", "2031-04", "1", corrected_by="A", correction_reason="b")
    with pytest.raises(DataProblems, match=r"there is no row .*r77-p01 to correct"):
        give(root, "observations", row)


def test_a_correction_cannot_move_a_row(root: Path) -> None:
    row = {
        "observation": f"{JULY}/visits/r01-p01",
        "meeting": MAY,
        "corrected_by": "A",
        "correction_reason": "b",
    }
    with pytest.raises(DataProblems, match="does not belong in panels"):
        give(root, "observations", row)


def test_one_faulty_row_refuses_all(root: Path) -> None:
    before = files_of(root)
    rows = [observation(JULY, f"r09-p{n:02d}", "2031-06", "5") for n in range(30)]
    rows[20]["value"] = "five"
    rows[21]["observation"] = rows[20]["observation"]
    with pytest.raises(DataProblems) as caught:
        give(root, "observations", *rows)
    assert [(p.file, p.row, p.column) for p in caught.value.problems] == [
        ("given.csv", 22, "value"),
        ("given.csv", 23, "observation"),
    ]
    assert files_of(root) == before


def test_many_faults_are_counted(root: Path) -> None:
    rows = [observation(JULY, f"r09-p{n:02d}", "2031-06", "five") for n in range(30)]
    with pytest.raises(DataProblems, match="and 10 more"):
        give(root, "observations", *rows)


@pytest.mark.parametrize("meeting", ["../../etc/2031-07-16", "con/2031-07-16", "x/2031-02-30", ""])
def test_hostile_meetings_write_nothing(root: Path, meeting: str) -> None:
    before = files_of(root.parent)
    row = {"meeting": meeting, "panel": "x", "council": "x", "date": "2031-07-16", "status": "held"}
    with pytest.raises(DataProblems, match="column meeting"):
        give(root, "meetings", row)
    assert files_of(root.parent) == before


def test_a_meeting_moves_on_without_an_author(root: Path) -> None:
    row = {"meeting": OTHER, "status": "held", "venue": "Town Hall"}
    assert give(root, "meetings", row).corrected == 1
    found = DataFolder(root).rows("meetings", Place(meeting=OTHER))[0]
    assert (found["status"], found["venue"], found["corrected_by"]) == ("held", "Town Hall", "")
    with pytest.raises(DataProblems, match="corrected_by"):
        give(root, "meetings", {**row, "status": "scheduled"})
    with pytest.raises(DataProblems, match="corrected_by"):
        give(root, "meetings", {**row, "venue": "Library"})
    assert not validate(DataFolder(root))


def test_a_new_panel_gets_a_file_of_its_own(root: Path) -> None:
    row = {
        "meeting": "westmoor-health/2031-10-01",
        "panel": "westmoor-health",
        "council": "Westmoor Council",
        "title": "Health Panel",
        "date": "2031-10-01",
        "status": "scheduled",
    }
    give(root, "meetings", row)
    path = root / "panels" / "westmoor-health" / "panel.json"
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == "Health Panel"
    assert not validate(DataFolder(root))


def test_a_meeting_that_was_corrected_is_corrected_again(root: Path) -> None:
    signed = {"corrected_by": "A", "correction_reason": "b"}
    give(root, "meetings", {"meeting": OTHER, "venue": "Library", **signed})
    with pytest.raises(DataProblems, match="corrected_by"):
        give(root, "meetings", {"meeting": OTHER, "status": "held"})
    give(root, "meetings", {"meeting": OTHER, "status": "held", **signed})
    found = DataFolder(root).rows("meetings", Place(meeting=OTHER))[0]
    assert (found["status"], found["venue"]) == ("held", "Library")


def test_one_table_may_be_given_in_parts(root: Path) -> None:
    parts = [
        Given("observations", [(2, observation(JULY, f"r8-p{n}", "2031-06", "5"))], f"{n}.csv")
        for n in (1, 2)
    ]
    assert add(DataFolder(root), parts).added == 2
    rows = DataFolder(root).rows("observations", Place(meeting=JULY))
    assert [row["observation"][-5:] for row in rows[-2:]] == ["r8-p1", "r8-p2"]
    twice = [Given("observations", [(2, observation(JULY, "r7", "2031-06", "5"))], f) for f in "ab"]
    with pytest.raises(
        DataProblems, match=r"b, row 2, column observation: the same .* as in a, row"
    ):
        add(DataFolder(root), twice)


def test_a_second_writer_is_told(root: Path) -> None:
    with locked(root), pytest.raises(BriefingError, match="another program is writing"):
        add(DataFolder(root), [], timeout=0.05)


def test_two_writers_lose_nothing(root: Path) -> None:
    def write(name: str) -> None:
        for n in range(5):
            give(root, "observations", observation(JULY, f"{name}-p{n:02d}", "2031-06", "5"))

    writers = [threading.Thread(target=write, args=(f"r{w}",)) for w in (51, 52)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    rows = DataFolder(root).rows("observations", Place(meeting=JULY))
    assert len(rows) == 5 + 10
    assert not validate(DataFolder(root))
