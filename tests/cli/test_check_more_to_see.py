"""``check``: true statements with more to see are told apart from what does not agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from westmoor import JULY, observation

from briefing.face import open_store
from briefing.model import TABLES, Period
from briefing.store import DataFolder, Given, add
from cli.conftest import Run

#: Up on a year ago, and down in each of the last three months.
TURNED = (393, 398, 401, 406, 405, 404, 400, 402, 412, 421, 420, 417, 404)
TEXT = "The number of children in care rose to 404, from 393 in June 2030."
MORE = (
    "Children in care: 404 in June 2031 is up on 393 in June 2030, and down since March 2031, "
    "which had 421."
)


@pytest.fixture
def turned(westmoor: Path) -> Path:
    """The made-up store with a table of children in care and a sentence about it."""
    source = {"document": "pack-2031-07-16", "printed_page": "14"}
    table = {"table": "care", "meeting": JULY, "item_number": "7", "title": "Care", **source}
    rows = [
        observation(
            JULY, f"care-p{at:02d}", Period("2030-06").shift(at).code, str(value), raw=str(value),
            table="care", indicator="children-in-care", name_as_printed="Children in care",
            unit="count", printed_page="14", observation=f"{JULY}/care/r01-p{at:02d}",
        )
        for at, value in enumerate(TURNED)
    ]  # fmt: skip
    passage = {"passage": "rise", "meeting": JULY, "item_number": "7", "text": TEXT,
               "text_kind": "printed", "section": "Progress", **source}  # fmt: skip
    given = [
        Given("tables", [(2, table)], "x"),
        Given("observations", list(enumerate(rows, start=2)), "x"),
        Given("passages", [(2, passage)], "x"),
    ]
    add(DataFolder(westmoor), given)
    return westmoor


def test_it_is_listed_with_what_the_table_adds_and_where(run: Run, turned: Path) -> None:
    lines = run("check", JULY).stdout.splitlines()
    start = lines.index("True, with more to see:")
    assert lines[start + 1] == f'  "{TEXT}" (item 7, Progress, page 14)'
    assert lines[start + 2] == f"    {MORE} (item 7, Care, page 14)"
    assert "0 do not" in lines[0]


def test_it_is_no_contradiction_and_no_point_for_authors(run: Run, turned: Path) -> None:
    assert run("check", JULY, "--strict").exit_code == 0
    assert TEXT not in run("check", JULY, "--for-authors").stdout


def test_it_is_a_table_of_its_own(run: Run, turned: Path) -> None:
    (row,) = json.loads(run("check", JULY, "--json").stdout)["claim_contexts"]
    assert set(row) == set(TABLES["claim_contexts"].columns)
    assert (row["kind"], row["indicator"]) == ("other_way_since", "children-in-care")
    assert row["working"] == MORE
    assert row["evidence"].split("|") == [f"{JULY}/care/r01-p{n}" for n in ("00", "12", "09")]
    exported = run("export", "claim_contexts", "--meeting", JULY).stdout
    assert exported.splitlines()[0] == ",".join(TABLES["claim_contexts"].columns)
    assert MORE in exported


def test_the_meeting_has_it_for_its_questions(turned: Path) -> None:
    meeting = open_store(turned).meeting(JULY)
    (found,) = meeting.contexts
    assert found.claim.text == TEXT
    (asked,) = (q for q in meeting.candidates if q.id == "item-7-longer-view")
    assert asked.evidence[0].sentence.text == MORE


def test_papers_without_any_have_no_such_heading(run: Run, westmoor: Path) -> None:
    assert "more to see" not in run("check", JULY).stdout
