"""What holds of every command: help, options, exit status, no traceback."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from westmoor import JULY

from briefing.cli import cli
from cli.conftest import Run

COMMANDS = list(cli.commands)


def program(*arguments: str, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *python, "-m", "briefing", *arguments]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_the_common_options(run: Run, command: str) -> None:
    help_text = run(command, "--help").stdout
    assert "Example:\n" in help_text
    assert f"  briefing {command}" in help_text
    for option in ("--data", "--reports", "--quiet"):
        assert option in help_text


@pytest.mark.parametrize("command", COMMANDS)
def test_the_common_options_may_stand_on_every_command(command: str) -> None:
    options = {name for p in cli.commands[command].params for name in p.opts}
    assert {"--data", "--reports", "--quiet"} <= options


@pytest.mark.parametrize("arguments", [("--help",), ("meetings",), ("export", "--help")])
def test_commands_that_need_nothing_heavy_import_nothing_heavy(
    westmoor: Path, arguments: tuple[str, ...]
) -> None:
    heavy = {"pandas", "matplotlib", "papermill", "nbconvert", "typst", "jsonschema", "xlsxwriter"}
    more = () if arguments[0] == "--help" else ("--data", str(westmoor))
    done = program(*arguments, *more, python=("-X", "importtime"))
    assert done.returncode == 0, done.stderr
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert not heavy & imported


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("show",),
        ("show", "2031-07-16"),
        ("show", "2031-01-01"),
        ("show", "../../etc/passwd"),
        ("show", "\x00"),
        ("show", JULY, "--data", "nowhere"),
        ("export", "nonsense"),
        ("export", "observations", "--meeting", "1999-01-01"),
        ("export", "observations", "--format", "docx"),
        ("questions", "yesterday"),
        ("template", "questions"),
        ("import", "observations", "nowhere.csv"),
        ("import", "nonsense", "nowhere.csv"),
        ("build",),
        ("build", JULY, "--all"),
        ("build", JULY, "--to", "docx"),
        ("build", JULY, "--jobs", "0"),
        ("build", "2031-07-16"),
        ("build", "westmoor-adults/2031-07-16"),
        ("meetings", "--colour"),
    ],
)
def test_bad_usage_and_bad_input_exit_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr or "Usage: " in result.stderr
    assert "Traceback" not in result.stderr


def test_the_version_is_told_installed_or_not(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", lambda name: "9.8")
    assert run("--version").stdout == "briefing, 9.8\n"
    monkeypatch.setattr(metadata, "version", lost)
    assert "a checkout" in run("--version").stdout


def test_bad_data_is_told_without_a_traceback(run: Run, westmoor: Path) -> None:
    path = westmoor / "panels" / JULY.replace("/", "/meetings/") / "observations.csv"
    path.write_bytes(path.read_bytes()[:-20])
    result = run("show", JULY)
    assert result.exit_code == 2
    assert "observations.csv, row 6: " in result.stderr


def test_output_is_utf8_whatever_the_console(westmoor: Path) -> None:
    path = westmoor / "panels" / "westmoor-children" / "glossary.csv"
    text = "panel,term,expansion\nwestmoor-children,Bwrdd,Tŷ – ✓\n"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "export", "glossary", "--data", str(westmoor)]
    environment = {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "Tŷ – ✓" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


def test_the_environment_and_the_option_name_the_store(run: Run, tmp_path: Path) -> None:
    assert JULY in run("meetings").stdout
    (tmp_path / "empty").mkdir()
    result = run("meetings", "--data", str(tmp_path / "empty"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no meetings" in result.stderr
    assert run("meetings", "--data", str(tmp_path / "empty"), "--quiet").stderr == ""
