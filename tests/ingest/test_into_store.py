"""Documents into a store: whose they are, what a second one changes, what stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.ingest.filing import into_store
from briefing.ingest.filing.into_store import Ingested, keep, on_record
from briefing.ingest.filing.whose import NotTold
from briefing.ingest.pipeline import parse
from briefing.store import DataFolder, Given, Place, add, validate
from ingest.own_papers import MINUTES, PACK, REPORT, SHEET, TABLE, TRACKER

PANEL = "westmoor-adults"
MEETING = f"{PANEL}/2025-07-16"
WAITING = "120 118 131 140 141 142"


class Desk:
    """A store, and a folder of papers to be read into it."""

    def __init__(self, root: Path) -> None:
        (root / "data" / "panels").mkdir(parents=True)
        self.root, self.folder = root, DataFolder(root / "data")

    def read(self, text: str, name: str = "paper.txt", **given: object) -> Ingested:
        path = self.root / name
        path.write_text(text, encoding="utf-8")
        told = keep(self.folder, parse(path), **given)  # type: ignore[arg-type]
        assert validate(self.folder) == []
        return told

    def rows(self, table: str, meeting: str = MEETING) -> list[dict[str, str]]:
        return [dict(row) for row in self.folder.rows(table, Place(meeting=meeting))]

    def values(self, label: str) -> list[str]:
        rows = self.rows("observations")
        return [r["value"] or r["status"] for r in rows if r["name_as_printed"] == label]

    def files(self) -> dict[str, bytes]:
        found = self.folder.root.rglob("*.*")
        return {str(path): path.read_bytes() for path in found if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_pack_is_taken_in_with_its_places(desk: Desk) -> None:
    told = desk.read(PACK)
    assert (told.kind, told.meeting, told.new_panel) == ("pack", MEETING, True)
    counted = {k: told.counts[k] for k in ("items", "tables", "stated", "ambiguous", "withheld")}
    assert counted == {"items": 3, "tables": 1, "stated": 18, "ambiguous": 0, "withheld": 0}
    (table,) = desk.rows("tables")
    assert (table["item_number"], table["section"]) == ("3", "Performance of home care")
    (asked,) = desk.rows("report_recommendations")
    assert (asked["item_number"], asked["number"]) == ("3", "(i)")
    (meeting,) = desk.rows("meetings")
    assert (meeting["status"], meeting["start_time"]) == ("scheduled", "18:00")
    assert (meeting["municipal_year"], meeting["agenda_published"]) == ("2025/26", "2025-07-08")
    line = int(desk.rows("observations")[0]["line"])
    assert PACK.splitlines()[line - 1].startswith("Percentage of visits on time")


def test_the_same_content_under_another_name_is_on_record(desk: Desk) -> None:
    desk.read(PACK)
    before = desk.files()
    again = desk.read(PACK, "renamed.txt")
    assert again.unchanged
    assert again.document == f"{PANEL}-2025-07-16-pack"
    assert on_record(desk.folder, desk.root / "renamed.txt") == again
    assert desk.files() == before


def test_a_republished_pack_corrects_and_tells(desk: Desk) -> None:
    desk.read(PACK)
    changed = PACK.replace(WAITING, "120 119 131 140 141 142").replace("Room 2", "Room 9")
    changed = changed.replace("Percentage of visits on time 81% 83% 84% 85% 86% 87% 90%\n", "")
    told = desk.read(changed)
    assert told.supersedes == f"{PANEL}-2025-07-16-pack"
    lines = "\n".join(told.changes)
    assert "Number of people waiting: 2024-05: '118' is now '119'" in lines
    assert "Percentage of visits on time: 2024-04: '81%' no longer printed" in lines
    assert "venue" in lines
    assert desk.values("Number of people waiting")[1] == "119"
    assert desk.values("Number of people served")[0] == "1200"
    assert desk.values("Percentage of visits on time") == ["withheld"] * 6
    read = desk.folder.as_read("observations", Place(meeting=MEETING))
    assert [r["value"] for r in read][:2] == ["81", "83"]
    third = desk.read(PACK + "\n")
    assert third.supersedes == told.document
    assert desk.values("Percentage of visits on time")[:2] == ["81", "83"]
    assert desk.values("Number of people waiting")[1] == "118"


def test_a_row_put_in_leaves_the_others_alone(desk: Desk) -> None:
    desk.read(PACK)
    more = "Number of people assessed 10 11 12 13 14 15 20\nNumber of people waiting"
    told = desk.read(PACK.replace("Number of people waiting", more))
    changed = [line for line in told.changes if line.startswith("observations")]
    assert len(changed) == 1
    assert "Number of people assessed: 2024-04: '10' is new" in changed[0]


def test_what_a_person_corrected_outlives_a_republished_pack(desk: Desk) -> None:
    desk.read(PACK)
    row = next(r for r in desk.rows("observations") if r["raw"] == "118")
    stated = {"observation": row["observation"], "value": "108"}
    by = {"corrected_by": "Scrutiny Manager", "correction_reason": "misread"}
    add(desk.folder, [Given("observations", [(1, {**stated, **by})], "by hand", by_hand=True)])
    assert desk.read(PACK + "\n").changes == ()
    told = desk.read(PACK.replace(WAITING, "120 119 131 140 141 142"))
    assert "'118' is now '119', but stays '108' as corrected by Scrutiny Manager" in told.changes[0]
    assert desk.values("Number of people waiting")[1] == "108"


def test_a_supplement_replaces_nothing(desk: Desk) -> None:
    desk.read(PACK)
    other = SHEET.replace("1 APOLOGIES", "4 BUDGET").replace("2 MINUTES OF THE PREVIOUS", "5 CARE")
    other = other.replace("3 HOME CARE PERFORMANCE", "6 LATE PAPER") + REPORT.replace(
        "HOME CARE PERFORMANCE", "LATE PAPER"
    ).replace(TABLE, "")
    told = desk.read(other)
    assert (told.kind, told.supersedes, told.changes) == ("pack", "", ())
    assert "withheld" not in desk.values("Number of people waiting")
    assert [r["item_number"] for r in desk.rows("agenda_items")] == ["1", "2", "3", "4", "5", "6"]


def test_two_reports_of_a_meeting_are_two_documents(desk: Desk) -> None:
    desk.read(SHEET)
    desk.read(REPORT)
    swap = REPORT.replace("HOME CARE", "DAY CARE").replace("home care", "day care")
    other = desk.read(swap.replace("people", "places").replace("visits", "stays"))
    assert other.supersedes == ""
    assert [r["item_number"] for r in desk.rows("tables")] == ["3", ""]
    assert [r["kind"] for r in other.issues] == ["report-without-item"]


@pytest.mark.parametrize("papers", [(SHEET, MINUTES), (MINUTES, SHEET)])
def test_minutes_and_agenda_number_one_item_once(desk: Desk, papers: tuple[str, ...]) -> None:
    for at, text in enumerate(papers):
        desk.read(text, f"{at}.txt")
    titles = [row["title"] for row in desk.rows("agenda_items")]
    assert len(titles) == len(set(titles)) == 3
    assert desk.rows("meetings")[0]["status"] == "held"
    item = next(r for r in desk.rows("agenda_items") if r["title"] == "HOME CARE PERFORMANCE")
    resolved = [r["item_number"] for r in desk.rows("resolutions")][1:]
    assert resolved == [item["item_number"]] * 2


def test_minutes_bound_into_a_later_pack_note_nothing_twice(desk: Desk) -> None:
    desk.read(MINUTES, "minutes.txt")
    once = desk.rows("statements")
    assert [(r["kind"], r["section"]) for r in once] == [
        ("context", "Minute 11"),
        ("context", "Minute 13"),
    ]
    later = SHEET.replace("16 July 2025", "10 September 2025")
    later = later.replace("8 July 2025", "2 September 2025")
    desk.read(later + REPORT.replace("16 JULY", "10 SEPTEMBER") + MINUTES, "pack.txt")
    assert desk.rows("statements") == once


@pytest.mark.parametrize("first", ["minutes", "tracker"])
def test_a_tracked_recommendation_is_the_resolution(desk: Desk, first: str) -> None:
    desk.read(SHEET)
    for paper in ("minutes", "tracker") if first == "minutes" else ("tracker", "minutes"):
        if paper == "minutes":
            desk.read(MINUTES, "minutes.txt")
        else:
            desk.read(TRACKER, "tracker.md", panel=PANEL, day="2025-09-10")
    texts = {r["recommendation"]: r["text"] for r in desk.rows("recommendations")}
    assert len(texts) == 2
    (update,) = desk.rows("recommendation_updates", f"{PANEL}/2025-09-10")
    assert texts[update["recommendation"]] == "That an audit of missed visits is undertaken."
    assert (update["status"], update["flags"]) == ("In progress", "only_planned")


def test_what_a_paper_does_not_say_is_asked_for(desk: Desk) -> None:
    with pytest.raises(NotTold, match="which panel it is for: give it with --panel"):
        desk.read(TABLE)
    with pytest.raises(NotTold, match="which meeting it is for: give its date"):
        desk.read(TABLE, panel=PANEL)
    assert desk.files() == {}
    assert desk.read(TABLE, panel=PANEL, day="2025-07-16").meeting == MEETING


def test_a_paper_that_says_otherwise_is_refused_or_overruled(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="is for the meeting of 2025-07-16, not of 2025-07-17"):
        desk.read(SHEET, day="2025-07-17")
    assert desk.files() == {}
    told = desk.read(SHEET, day="2025-07-17", overrule=True)
    assert told.meeting == f"{PANEL}/2025-07-17"
    assert [row["kind"] for row in told.issues] == ["overruled"]
    other = SHEET.replace("WESTMOOR", "EASTMOOR").replace("ADULTS", "HOUSING")
    with pytest.raises(BriefingError, match="of Eastmoor Council, not of westmoor-adults"):
        desk.read(other, panel=PANEL)


def test_a_panel_is_known_by_its_alias(desk: Desk) -> None:
    desk.read(SHEET)
    file = desk.folder.root / "panels" / PANEL / "panel.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"aliases": []', '"aliases": ["Elders Panel"]'), encoding="utf-8")
    told = desk.read(SHEET.replace("ADULTS SCRUTINY PANEL", "ELDERS PANEL").replace("16", "23"))
    assert (told.panel, told.new_panel) == (PANEL, False)


def test_minutes_of_another_body_are_left_out(desk: Desk) -> None:
    told = desk.read(SHEET + MINUTES.replace("ADULTS SCRUTINY PANEL", "LICENSING COMMITTEE"))
    assert "minutes-of-another-body" in [row["kind"] for row in told.issues]
    assert desk.rows("resolutions") == []


def test_minutes_are_kept_of_a_panel_that_is_known_by_its_slug_alone(desk: Desk) -> None:
    desk.read(TRACKER, "tracker.md", panel=PANEL, day="2025-09-10")
    told = desk.read(MINUTES)
    assert (told.panel, told.new_panel, told.issues) == (PANEL, False, ())
    assert len(desk.rows("resolutions")) == 3


def test_a_store_that_moved_on_meanwhile_is_looked_at_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, added = into_store.add, []

    def late(folder: DataFolder, given: object) -> object:
        if not added:
            added.append("other")
            Desk.read(other, PACK)
        return slow(folder, given)  # type: ignore[arg-type]

    other = Desk.__new__(Desk)
    other.root, other.folder = desk.root, DataFolder(desk.folder.root)
    monkeypatch.setattr(into_store, "add", late)
    told = desk.read(PACK.replace(WAITING, "120 119 131 140 141 142"), "second.txt")
    assert told.supersedes == f"{PANEL}-2025-07-16-pack"
    assert desk.values("Number of people waiting")[1] == "119"
