"""``check``: tables that do not agree, each point once, with both places."""

from __future__ import annotations

import json
from pathlib import Path

from westmoor import JULY

from briefing.model import TABLES
from briefing.store import DataFolder, Given, Place, add
from cli.conftest import Run

DATA = str(Path(__file__).parents[2] / "data")


def test_a_count_that_two_tables_print_differently_is_told_with_both_pages(run: Run) -> None:
    lines = run("check", "2024-09-26", "--data", DATA).stdout.splitlines()
    found = [line for line in lines if line.strip().startswith("Children in care, August 2023:")]
    assert len(found) == 1
    assert "510" in found[0]
    assert "507" in found[0]
    assert "page 39" in found[0]
    assert "page 48" in found[0]


def test_as_json_it_has_the_tables_of_claims_and_disagreements(run: Run) -> None:
    found = json.loads(run("check", "2024-09-26", "--data", DATA, "--json").stdout)
    rows = found["disagreements"]
    assert set(rows[0]) == set(TABLES["disagreements"].columns)
    assert {row["kind"] for row in rows} <= {"same_series", "count_and_rate", "parts_and_total"}
    assert all("/r" in row["left"] and "/r" in row["right"] for row in rows)


def test_strict_gives_status_1_where_tables_contradict_and_0_elsewhere(run: Run) -> None:
    assert run("check", "2024-09-26", "--data", DATA, "--strict").exit_code == 1
    assert run("check", "2024-09-26", "--data", DATA).exit_code == 0
    assert run("check", JULY, "--strict").exit_code == 0


def test_a_table_computed_so_can_be_exported(run: Run) -> None:
    text = run("export", "disagreements", "--meeting", "2024-09-26", "--data", DATA).stdout
    assert text.splitlines()[0] == ",".join(TABLES["disagreements"].columns)
    assert "same_series" in text


def test_a_sentence_that_a_table_contradicts_is_quoted_with_the_working(
    run: Run, westmoor: Path
) -> None:
    passage = {
        "passage": "sentence-1",
        "meeting": JULY,
        "item_number": "4",
        "text": "The number of children in care was 391 in May 2031.",
        "text_kind": "printed",
        "document": next(iter(DataFolder(westmoor).rows("documents", Place(meeting=JULY))))[
            "document"
        ],
    }
    add(DataFolder(westmoor), [Given("passages", [(2, passage)], "x")])
    told = run("check", JULY).stdout
    assert "1 do not" in told
    assert passage["text"] in told
    assert run("check", JULY, "--strict").exit_code == 1
    (claim,) = json.loads(run("check", JULY, "--json").stdout)["claims"]
    assert (claim["verdict"], claim["kind"]) == ("contradicts", "level")


def test_the_document_for_authors_lists_each_point_once_and_asks(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "points.md"
    run("check", "2024-09-26", "--data", DATA, "--for-authors", "-o", str(file))
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Points to clarify: Children and Families Scrutiny Panel, 26 Sept")
    points = text.split("## Point ")[1:]
    assert [point.split()[0] for point in points] == [str(n + 1) for n in range(len(points))]
    assert sum("Children in care, August 2023" in point for point in points) == 1
    assert "Either figure may be the right one" in text
    for word in ("wrong", "error", "mistake", "fail"):
        assert word not in text.lower()


def test_differences_of_one_in_the_last_digit_stand_last_in_the_document(run: Run) -> None:
    text = run("check", "2024-09-26", "--data", DATA, "--for-authors").stdout
    points, _, slight = text.partition("## Differences of one in the last digit")
    assert "Children in care, August 2023" in points
    assert "Children in care, August 2023" not in slight
    assert "Children in care, July 2024: 473" in slight
    assert "Children in care, July 2024: 473" not in points
    lines = [line for line in slight.splitlines() if line.startswith("- ")]
    assert lines
    assert all("Reference: `same-series-" in line for line in lines)
