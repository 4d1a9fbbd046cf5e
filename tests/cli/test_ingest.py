"""``ingest``: what is said, what is left, and the exit status."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ingest.own_papers import MINUTES, PACK, SHEET, TABLE

from briefing.ingest.filing import into_store
from briefing.ingest.pipeline import parse
from briefing.store import DataFolder, validate
from cli.conftest import Run

PANEL = "westmoor-adults"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A store that does not exist yet, named in the environment."""
    root = tmp_path / "new" / "data"
    monkeypatch.setenv("BRIEFING_DATA", str(root))
    return root


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read in this process: that others read them safely is tested elsewhere."""
    monkeypatch.setattr(into_store, "run_safely", lambda _, path, *more, **__: parse(path, *more))


def paper(tmp_path: Path, name: str, text: str | bytes) -> str:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_a_pack_makes_the_store_and_is_summed_up(run: Run, data: Path, tmp_path: Path) -> None:
    result = run("ingest", paper(tmp_path, "pack.txt", PACK))
    assert (result.exit_code, result.stdout) == (0, "")
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"pack.txt: pack for {PANEL}/2025-07-16, kept as")
    assert lines[1] == f"  A new panel: {PANEL} (Adults Scrutiny Panel, Westmoor Council)."
    closing = (
        "  0 pages, 3 items, 0 resolutions, 1 table, 18 values stated, 0 ambiguous, 0 withheld"
    )
    assert lines[-1].startswith(closing)
    assert validate(DataFolder(data)) == []
    again = run("ingest", paper(tmp_path, "copy.txt", PACK))
    assert again.stderr.splitlines() == [
        f"copy.txt: on record as {PANEL}-2025-07-16-pack ({PANEL}/2025-07-16); nothing changed."
    ]
    assert run("show", "2025-07-16").exit_code == 0


@pytest.mark.usefixtures("at_once")
def test_what_fails_is_named_and_the_rest_is_kept(run: Run, data: Path, tmp_path: Path) -> None:
    good = paper(tmp_path, "sheet.txt", SHEET)
    bad = paper(tmp_path, "broken.pdf", b"%PDF-1.7 and no more")
    lost = str(tmp_path / "lost.pdf")
    result = run("ingest", bad, good, lost, "--quiet")
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["broken.pdf", lost]
    assert DataFolder(data).meetings == (f"{PANEL}/2025-07-16",)


def test_where_nothing_came_nothing_is_left(run: Run, data: Path, tmp_path: Path) -> None:
    result = run("ingest", paper(tmp_path, "letter.txt", "Dear all, see you soon."))
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "nothing in it is recognised" in result.stderr
    assert not data.parent.exists()


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("--panel", ""), "--panel is blank"),
        (("--meeting", " "), "--meeting is blank"),
        (("--meeting", "16 July"), "is not a date: write it as 2024-09-26"),
        (("--meeting", "2025-07-17"), "says that it is for the meeting of 2025-07-16"),
        (("--panel", "a", "--meeting", "b/2025-07-16"), "leave one out"),
    ],
)
def test_options_that_cannot_be_are_refused(
    run: Run, data: Path, tmp_path: Path, given: tuple[str, ...], message: str
) -> None:
    result = run("ingest", paper(tmp_path, "sheet.txt", SHEET), *given)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not data.exists()


@pytest.mark.usefixtures("at_once")
def test_a_paper_that_names_no_panel_waits_for_the_others(
    run: Run, data: Path, tmp_path: Path
) -> None:
    first, last = paper(tmp_path, "a.txt", TABLE), paper(tmp_path, "b.txt", SHEET)
    result = run("ingest", first, last, "--meeting", "2025-07-16")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == (
        f"a.txt does not say which panel it is for: give it with --panel PANEL (on record: {PANEL})"
    )


@pytest.mark.usefixtures("at_once")
def test_an_unforeseen_fault_is_one_line_and_costs_one_document(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = into_store.context_of

    def context_of(folder: DataFolder, reading: object, *more: object) -> object:
        if getattr(reading, "name", "") == "odd.txt":
            raise KeyError("surprise")
        return made(folder, reading, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(into_store, "context_of", context_of)
    papers = (paper(tmp_path, "odd.txt", MINUTES), paper(tmp_path, "sheet.txt", SHEET))
    result = run("ingest", *papers, "--quiet")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "odd.txt: not taken in, by a fault of this program (KeyError: 'surprise')" in (
        result.stderr
    )
    monkeypatch.setenv("BRIEFING_TRACEBACK", "1")
    assert "there is no store" not in run("ingest", papers[0]).stderr
    assert DataFolder(data).documents.keys() == {f"{PANEL}-2025-07-16-agenda"}


@pytest.mark.usefixtures("at_once")
def test_a_fault_of_the_store_is_named(run: Run, westmoor: Path, tmp_path: Path) -> None:
    (westmoor / "panels" / "westmoor-children" / "panel.json").write_text("{", encoding="utf-8")
    result = run("ingest", paper(tmp_path, "sheet.txt", SHEET))
    assert result.exit_code == 2
    assert "panel.json" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="sends a signal as a terminal does")
def test_breaking_off_leaves_no_half_store(data: Path, tmp_path: Path) -> None:
    made = tmp_path / "fifo-free.txt"
    made.write_text(PACK * 300, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "ingest", str(made), "--data", str(data)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 10
    while not data.exists() and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    # Python ends by the signal itself where it came while a library ran generated code.
    assert process.returncode in (1, -signal.SIGINT)
    assert told.split() == ["Aborted!"]
    assert not data.exists()
