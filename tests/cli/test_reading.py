"""``meetings``, ``show`` and ``questions``."""

from __future__ import annotations

import json
from pathlib import Path

from westmoor import JULY, MAY, OTHER, PANEL

from briefing.model import TABLES
from briefing.store import DataFolder, Given, add
from cli.conftest import Run


def correct(root: Path) -> None:
    row = {
        "observation": f"{JULY}/visits/r01-p02",
        "value": "92",
        "corrected_by": "Scrutiny Manager",
        "correction_reason": "misread",
    }
    add(DataFolder(root), [Given("observations", [(2, row)], "x", by_hand=True)])


def test_meetings_are_listed_oldest_first(run: Run) -> None:
    lines = run("meetings").stdout.splitlines()
    assert lines == [
        f"{MAY}  held, 2 documents",
        f"{OTHER}  scheduled, no document",
        f"{JULY}  scheduled, 3 documents",
    ]


def test_meetings_as_json_are_the_table(run: Run) -> None:
    rows = json.loads(run("meetings", "--json").stdout)
    assert [row["meeting"] for row in rows] == [MAY, OTHER, JULY]
    assert set(TABLES["meetings"].columns) <= set(rows[0])


def test_show_prints_the_whole_meeting(run: Run, westmoor: Path) -> None:
    correct(westmoor)
    text = run("show", JULY).stdout
    for part in (
        "Westmoor Children's Panel",
        "Documents (3)",
        "Agenda items (1)\n  7 · Figures",
        "visits / Visits in time: 2031-04 88%, 2031-05 92 (corrected by Scrutiny Manager: misread)",
        "2031-06 or 2031-07 93%",
        "2031-06 95%",
    ):
        assert part in text


def test_show_by_its_date(run: Run) -> None:
    assert "Resolutions (1)" in run("show", "2031-05-14").stdout


def test_show_as_json_has_every_table(run: Run, westmoor: Path) -> None:
    correct(westmoor)
    shown = json.loads(run("show", JULY, "--json").stdout)
    assert shown["meeting"]["start_time"] == "17:30"
    assert len(shown["observations"]) == 5
    assert shown["observations"][1]["value"] == "92"
    assert shown["observations"][1]["corrected_by"] == "Scrutiny Manager"
    assert shown["votes"] == []


def test_questions_as_text_and_as_json(run: Run) -> None:
    rows = json.loads(run("questions", JULY, "--json").stdout)
    assert [row["rank"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    text = run("questions", JULY).stdout
    for row in rows:
        assert f"{row['rank']}. " in text
        assert row["question"] in text


def test_a_meeting_with_nothing_to_ask_about_says_so(run: Run) -> None:
    assert "give rise to no question" in run("questions", OTHER).stdout
    assert json.loads(run("questions", OTHER, "--json").stdout) == []


def test_an_editorial_file_to_begin_with(run: Run, westmoor: Path) -> None:
    result = run("questions", JULY, "--editorial")
    path = westmoor.parent / "private" / PANEL / "2031-07-16.toml"
    assert 'status = "draft"' in path.read_text(encoding="utf-8")
    assert str(path) in result.stderr
    path.write_bytes('status = "approved"\napproved_by = "Scrutiny Manager"\n'.encode("utf-16"))
    assert "not touched" in run("questions", JULY, "--editorial").stderr
    assert run("questions", JULY).exit_code == 0
