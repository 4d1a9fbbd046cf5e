"""``template`` and ``import``."""

from __future__ import annotations

from pathlib import Path

from westmoor import JULY

from briefing.store import DataFolder, Place, template, validate
from cli.conftest import Run


def test_a_template_goes_to_a_file_or_to_stdout(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    run("template", "votes", "-o", str(path))
    assert path.read_text(encoding="utf-8") == run("template", "votes").stdout == template("votes")


def test_a_correction_is_taken_and_shown(run: Run, westmoor: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text(
        "observation,value,corrected_by,correction_reason\n"
        f"{JULY}/visits/r01-p01,89,Scrutiny Manager,misread\n"
    )
    result = run("import", "observations", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "observations: 1 corrected.\n"
    assert "89 (corrected by Scrutiny Manager: misread)" in run("show", JULY).stdout
    assert "Scrutiny Manager,misread" in run("export", "observations").stdout
    again = run("import", "observations", str(path))
    assert again.stderr == "observations: 1 on record already.\n"
    assert not validate(DataFolder(westmoor))


def test_a_file_with_a_fault_changes_nothing(run: Run, westmoor: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text(f"meeting,table,title\n{JULY},fine,Fine\n{JULY},Not Fine,x\n")
    result = run("import", "tables", str(path))
    assert result.exit_code == 2
    assert "new.csv, row 3, column table: 'Not Fine' should be small letters" in result.stderr
    assert len(DataFolder(westmoor).rows("tables", Place(meeting=JULY))) == 1
