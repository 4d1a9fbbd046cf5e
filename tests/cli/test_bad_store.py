"""A store with a fault: told by file and row, never as a traceback."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import cli


@pytest.mark.parametrize(
    ("column", "bad"), [("value", "12,5"), ("period", "2024-13"), ("unit", "bananas")]
)
@pytest.mark.parametrize("command", [["questions"], ["export", "trends", "--meeting"]])
def test_a_bad_cell_is_named(westmoor: Path, column: str, bad: str, command: list[str]) -> None:
    path = sorted(westmoor.glob("panels/*/meetings/*/observations.csv"))[-1]
    lines = path.read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index(column)
    for number, line in enumerate(lines[1:], start=1):
        cells = line.split(",")
        cells[place] = bad if column != "value" else f'"{bad}"'
        lines[number] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    panel, date = path.parts[-4], path.parts[-2]
    done = CliRunner().invoke(cli, [*command, f"{panel}/{date}", "--data", str(westmoor)])
    assert done.exit_code == 2
    assert "observations.csv, row" in done.output
    assert "Traceback" not in done.output
