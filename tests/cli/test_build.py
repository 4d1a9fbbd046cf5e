"""``build``: which meetings are built, and how the outcome is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from westmoor import JULY, MAY, PANEL

from briefing.publish import build as building
from briefing.publish.outcome import Outcome
from cli.conftest import Run


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the builder was asked for; the meeting in May fails."""
    asked: dict[str, Any] = {}

    def build(
        store: Path, meetings: Sequence[str], *, on_outcome: Callable[[Outcome], None], **more: Any
    ) -> list[Outcome]:
        asked.update(store=store, meetings=meetings, **more)
        outcomes = [
            Outcome(m, ok=m != MAY, error="" if m != MAY else "no paper", pages=3, warnings=("w",))
            for m in meetings
        ]
        for outcome in outcomes:
            on_outcome(outcome)
        return outcomes

    monkeypatch.setattr(building, "build_briefings", build)
    return asked


def test_one_meeting_is_built_in_every_edition(
    run: Run, built: dict[str, Any], westmoor: Path
) -> None:
    result = run("build", JULY, JULY)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{JULY}: 3 pages" in result.stderr
    assert built["meetings"] == [JULY]
    assert built["formats"] == ("pdf", "html", "xlsx")
    assert built["reports"] == westmoor.parent / "reports"


def test_all_are_those_on_record_and_a_failure_exits_with_1(
    run: Run, built: dict[str, Any]
) -> None:
    result = run("build", "--all", "--to", "pdf", "--jobs", "2", "--force", "--edition", "after")
    assert built["meetings"] == [MAY, JULY]
    assert (built["formats"], built["jobs"], built["force"], built["edition"]) == (
        ("pdf",), 2, True, "after",
    )  # fmt: skip
    assert result.exit_code == 1
    assert f"{MAY}: failed: no paper" in result.stderr
    assert f"{JULY}: 3 pages" in result.stderr


def test_quiet_tells_failures_only(run: Run, built: dict[str, Any]) -> None:
    result = run("build", "--all", "--quiet")
    assert result.stderr.splitlines() == [f"{MAY}: failed: no paper", "  w"]
    assert built["progress"] is False


def test_a_date_without_papers_is_told(run: Run, built: dict[str, Any]) -> None:
    result = run("build", "westmoor-adults/2031-07-16")
    assert result.exit_code == 2
    assert "holds a date and no papers" in result.stderr
    assert not built


def test_a_reply_that_no_point_takes_is_told(
    run: Run, built: dict[str, Any], westmoor: Path
) -> None:
    path = westmoor.parent / "private" / PANEL / f"{JULY[-10:]}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        '[[reply]]\npoint = "visits-lvl"\nby = "Head of Service"\non = 2031-07-14\ntext = "Yes."\n',
        encoding="utf-8",
    )
    result = run("build", JULY)
    assert "line 1: the papers have no point visits-lvl" in result.stderr
    assert result.exit_code == 0
