"""``check`` with replies of the authors: beside their points, and never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from westmoor import JULY, PANEL

from briefing.store import DataFolder, Given, Place, add
from cli.conftest import Run

SENTENCE = "The number of children in care was 391 in May 2031."


@pytest.fixture
def contradicted(westmoor: Path) -> Path:
    """July with a sentence that its table contradicts."""
    document = next(iter(DataFolder(westmoor).rows("documents", Place(meeting=JULY))))["document"]
    passage = {
        "passage": "sentence-1",
        "meeting": JULY,
        "item_number": "7",
        "text": SENTENCE,
        "text_kind": "printed",
        "document": document,
    }
    add(DataFolder(westmoor), [Given("passages", [(2, passage)], "x")])
    return westmoor


def point(run: Run) -> str:
    (only,) = json.loads(run("check", JULY, "--json").stdout)["points"]
    return only["point"]


def write(store: Path, *replies: tuple[str, str]) -> None:
    """Write the meeting's editorial file with replies to points."""
    path = store.parent / "private" / PANEL / "2031-07-16.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "".join(
            f'[[reply]]\npoint = "{name}"\nby = "Head of Service"\non = 2031-07-14\n'
            f'text = "{text}"\n'
            for name, text in replies
        ),
        encoding="utf-8",
    )


def test_the_authors_see_the_reference_of_each_point_and_how_to_answer(
    run: Run, contradicted: Path
) -> None:
    letter = run("check", JULY, "--for-authors").stdout
    assert f"Reference: `{point(run)}`" in letter
    assert "send back the reference of the point, your role, and your reply" in letter


def test_a_reply_stands_beside_its_point(run: Run, contradicted: Path) -> None:
    name = point(run)
    write(contradicted, (name, "391 counts 26 young people who left."))
    said = "Reply of the Head of Service, 14 July 2031: “391 counts 26 young people who left.”"
    lines = [line.strip() for line in run("check", JULY).stdout.splitlines()]
    at = lines.index(f"[{name}]")
    assert lines[at + 1] == said
    assert SENTENCE in lines[at - 2]
    assert said in run("check", JULY, "--for-authors").stdout
    found = json.loads(run("check", JULY, "--json").stdout)
    assert found["points"][0]["replies"] == [
        {"by": "Head of Service", "on": "2031-07-14",
         "text": "391 counts 26 young people who left."}
    ]  # fmt: skip
    assert found["points"][0]["claim"] == found["claims"][0]["claim"]
    assert found["replies_without_point"] == []


def test_a_reply_to_no_point_is_listed_with_its_line_and_the_nearest(
    run: Run, contradicted: Path
) -> None:
    name = point(run)
    write(contradicted, (f"{name[:-1]}x", "Yes."), ("quite-another", "No."))
    told = run("check", JULY).stdout
    assert "Replies to no point of these papers, in 2031-07-16.toml:" in told
    assert f"line 1: '{name[:-1]}x' is no point, or the papers were corrected." in told
    assert f" Was '{name}' meant?" in told
    assert "line 6: 'quite-another' is no point, or the papers were corrected.\n" in told
    assert told.count("Reply of the Head of Service, 14 July 2031:") == 2
    lost = json.loads(run("check", JULY, "--json").stdout)["replies_without_point"]
    assert [(one["line"], one["nearest"]) for one in lost] == [(1, name), (6, "")]


def test_a_point_keeps_its_name_when_others_come_and_another_sentence_never_takes_it(
    run: Run, contradicted: Path
) -> None:
    name = point(run)
    folder = DataFolder(contradicted)
    row = dict(next(iter(folder.rows("passages", Place(meeting=JULY)))))
    later = {k: v for k, v in row.items() if v} | {
        "passage": "sentence-0",
        "text": "The number of children in care was 380 in May 2031.",
    }
    add(folder, [Given("passages", [(2, later)], "x")])
    found = json.loads(run("check", JULY, "--json").stdout)["points"]
    assert name in {one["point"] for one in found}
    assert len({one["point"] for one in found}) == 2


def test_a_mistake_in_a_reply_is_told_in_one_line(run: Run, contradicted: Path) -> None:
    write(contradicted, ("a-point", "Write to me@westmoor.example"))
    result = run("check", JULY)
    assert result.exit_code == 2
    assert "2031-07-16.toml: line 5: text has a mail address" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_editorial_template_lists_the_points(run: Run, contradicted: Path) -> None:
    name = point(run)
    run("questions", JULY, "--editorial")
    path = contradicted.parent / "private" / PANEL / "2031-07-16.toml"
    assert f"#   {name}\n#     {SENTENCE}" in path.read_text(encoding="utf-8")
    assert run("check", JULY).exit_code == 0
