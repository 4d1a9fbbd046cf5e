"""The careful reader's lists: they fit the tables, and the engine comes to the same verdicts."""

import csv
from datetime import date
from pathlib import Path

import pytest

import briefing
from analysis.claims.by_hand import HERE, hand_list, hold_beside, verdicts_on

ROOT = Path(__file__).parents[3]
PACKS = ROOT.parent / "shared" / "packs"
SEPTEMBER = "expected_september_2024.csv"

#: Sentences of the pack that no value of its tables makes true, each by line and kind.
CONTRADICTIONS = {
    (1530, "direction"),
    (2536, "percent_change"),
    (2711, "level"),
    (2786, "percent_change"),
}

#: Documents on which nothing may be accused, each with the meeting whose tables it is held against.
OTHERS = (
    ("2023-07-06-minutes.md", "2023-07-06"),
    ("2023-07-06-position-statement-slides.txt", "2023-07-06"),
    ("2025-09-11-published-summary.txt", "2025-09-11"),
    ("2025-09-11-published-summary.txt", "2024-09-26"),
    ("2014-09-15-inspection-report.txt", "2024-09-26"),
    ("other-councils/2025-01-30-priority-measures.pdf", "2024-09-26"),
    ("other-councils/2025-02-13-minutes-with-recorded-votes.pdf", "2024-09-26"),
)


@pytest.fixture(scope="module")
def store():
    return briefing.open_store(ROOT / "data")


def _pack(name: str) -> Path:
    path = PACKS / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout")
    return path


@pytest.fixture(scope="module")
def september(store):
    path = _pack("2024-09-26-reports-pack.txt")
    verdicts = verdicts_on(path, store.meeting("2024-09-26"), date(2024, 9, 18))
    return hold_beside(hand_list(SEPTEMBER), verdicts), verdicts


def test_the_list_names_four_contradictions() -> None:
    rows = hand_list(SEPTEMBER)
    assert {(r.line, r.kind) for r in rows if r.verdict == "contradicts"} == CONTRADICTIONS
    assert len(rows) > 250


def test_the_other_papers_have_none() -> None:
    with (HERE / "expected_other_papers.csv").open(encoding="utf-8", newline="") as file:
        verdicts = [row["verdict"] for row in csv.DictReader(file)]
    assert len(verdicts) > 150
    assert "contradicts" not in verdicts


def test_levels_of_the_list_stand_in_the_tables(store) -> None:
    printed = {
        (row["indicator"], row["period"], float(row["value"]))
        for row in store.meeting("2024-09-26").rows("observations")
        if row["value"]
    }
    checked = 0
    with (HERE / SEPTEMBER).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "level" and row["period"] and row["claimed"] and row["indicator"]:
                stands = (row["indicator"], row["period"], float(row["claimed"])) in printed
                assert stands is (row["verdict"] == "agrees"), row
                checked += 1
    assert checked > 35


@pytest.mark.shared
def test_every_contradiction_of_the_list_is_found_and_nothing_else_is_accused(september) -> None:
    beside, verdicts = september
    accused = {
        (row.line, row.kind) for row, verdict in beside.pairs if verdict.verdict == "contradicts"
    }
    assert accused == CONTRADICTIONS
    assert sum(v.verdict == "contradicts" for v in verdicts) == len(CONTRADICTIONS)


@pytest.mark.shared
def test_what_cannot_be_verified_is_not_said_to_agree(september) -> None:
    beside, _ = september
    wrong = [
        (row.line, row.kind, str(verdict.working))
        for row, verdict in beside.unfair
        if row.verdict == "cannot_verify"
    ]
    assert wrong == []


@pytest.mark.shared
def test_most_of_what_is_right_is_borne_out(september) -> None:
    beside, _ = september
    right = [row for row in hand_list(SEPTEMBER) if row.verdict == "agrees"]
    borne_out = [
        row for row, v in beside.pairs if row.verdict == "agrees" and v.verdict == "agrees"
    ]
    assert len(borne_out) / len(right) >= 0.7


@pytest.mark.shared
@pytest.mark.parametrize(("document", "meeting"), OTHERS)
def test_nothing_is_accused_in_other_documents(store, document, meeting) -> None:
    held = store.meeting(meeting)
    year, month, day = map(int, Path(document).name[:10].split("-"))
    verdicts = verdicts_on(_pack(document), held, date(year, month, day))
    assert [str(v.working) for v in verdicts if v.verdict == "contradicts"] == []
