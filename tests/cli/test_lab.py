"""``lab``: JupyterLab on notebooks that can be saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from briefing.commands import lab
from briefing.commands.options import Settings
from briefing.publish import locate
from cli.conftest import Run


@pytest.fixture
def notebooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one notebook."""
    folder = tmp_path / "kit"
    folder.mkdir()
    (folder / "explore.ipynb").write_text("{}")
    monkeypatch.setattr(locate, "notebooks_folder", lambda: folder)
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What was started, with an exit code to give."""
    seen: dict[str, Any] = {"code": 0}

    def call(command: list[str], env: dict[str, str]) -> int:
        seen.update(command=command, env=env)
        return int(seen["code"])

    monkeypatch.setattr(lab.subprocess, "call", call)
    return seen


def deny(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    writable = lab._writable
    monkeypatch.setattr(lab, "_writable", lambda f: f not in folders and writable(f))


def test_it_opens_on_the_notebooks_with_the_store(
    run: Run, notebooks: Path, started: dict[str, Any], westmoor: Path
) -> None:
    assert run("lab", "--no-browser", "--port=9").exit_code == 0
    assert started["command"][:3] == [sys.executable, "-m", "jupyterlab"]
    assert started["command"][3:] == [
        f"--ServerApp.root_dir={notebooks}", "--no-browser", "--port=9",
    ]  # fmt: skip
    assert started["env"]["BRIEFING_DATA"] == str(westmoor.resolve())
    assert str(Path(lab.__file__).parents[2]) in started["env"]["PYTHONPATH"]


def test_a_server_that_fails_exits_with_1(
    run: Run, notebooks: Path, started: dict[str, Any]
) -> None:
    started["code"] = 7
    assert run("lab").exit_code == 1


def test_a_store_that_is_not_there_starts_nothing(
    run: Run, notebooks: Path, started: dict[str, Any]
) -> None:
    assert run("lab", "--data", "nowhere").exit_code == 2
    assert "command" not in started


def test_notebooks_that_cannot_be_written_are_copied_once(
    notebooks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny(monkeypatch, notebooks)
    here = tmp_path / "here"
    here.mkdir()
    settings = Settings(tmp_path, tmp_path, True)
    copies = lab.workplace(notebooks, here, settings)
    assert copies == here / "briefing-notebooks"
    (copies / "explore.ipynb").write_text("mine")
    lab.workplace(notebooks, here, settings)
    assert (copies / "explore.ipynb").read_text() == "mine"


def test_nowhere_to_write_takes_a_folder_for_the_session(
    notebooks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    here = tmp_path / "here"
    here.mkdir()
    deny(monkeypatch, notebooks, here)
    monkeypatch.setattr(lab.tempfile, "mkdtemp", lambda prefix: str(tmp_path / "session"))
    copies = lab.workplace(notebooks, here, Settings(tmp_path, tmp_path, False))
    assert [p.name for p in copies.iterdir()] == ["explore.ipynb"]
    assert "may not last" in capsys.readouterr().err
