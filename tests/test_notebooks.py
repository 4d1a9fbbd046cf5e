"""Notebooks are thin, and carry nothing of the machine that they were written on."""

import ast
import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def _cells(path: Path, kind: str) -> list[dict]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def test_there_are_notebooks() -> None:
    assert {"briefing", "explore", "recommendations"} <= {path.stem for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_cells_are_thin(path: Path) -> None:
    for cell in _cells(path, "code"):
        source = "".join(cell["source"])
        assert len([line for line in source.splitlines() if line.strip()]) <= 5
        tree = ast.walk(ast.parse(source))
        assert not any(isinstance(n, ast.FunctionDef | ast.ClassDef | ast.Lambda) for n in tree)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_nothing_of_a_run_is_kept(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert set(notebook["metadata"]) <= {"kernelspec", "language_info"}
    for cell in _cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        assert set(cell["metadata"]) <= {"tags"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_one_parameters_cell_of_literals(path: Path) -> None:
    marked = [c for c in _cells(path, "code") if "parameters" in c["metadata"].get("tags", ())]
    assert len(marked) == 1
    for statement in ast.parse("".join(marked[0]["source"])).body:
        assert isinstance(statement, ast.Assign)
        ast.literal_eval(statement.value)


@pytest.mark.parametrize("name", ["briefing", "recommendations"])
def test_a_last_cell_marks_completion(name: str) -> None:
    path = next(p for p in NOTEBOOKS if p.stem == name)
    assert "".join(_cells(path, "code")[-1]["source"]).startswith("sections.complete(")
