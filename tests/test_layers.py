"""The rooms of the house and the direction of their imports (docs: CONTRIBUTING.md)."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefing"

#: Room -> the rooms that it may import.
ROOMS = {
    "model": set(),
    "errors": set(),
    "store": {"model", "errors"},
    "analysis": {"model", "errors"},
    "questions": {"model", "errors", "analysis"},
    "ingest": {"model", "errors", "store"},
    "display": {"model", "errors"},
    "face": {"model", "errors", "store", "analysis", "questions"},
    "sections": {"model", "errors", "analysis", "questions", "display", "face"},
    "review": {"model", "errors", "face", "display", "sections", "ingest"},
    "publish": {"model", "errors", "display", "store", "face", "sections"},
    "cli": {"model", "errors", "store", "ingest", "face", "publish"},
}

#: Heavy library -> the only room that may import it.
ONLY_IN = {
    "matplotlib": {"display"},
    "seaborn": {"display"},
    "afcharts": {"display"},
    "papermill": {"publish"},
    "nbconvert": {"publish"},
    "nbformat": {"publish"},
    "typst": {"publish"},
    "pikepdf": {"publish"},
    "gptables": {"publish"},
    "pdfminer": {"ingest"},
    "pypdfium2": {"ingest", "publish"},
    "rapidfuzz": {"ingest"},
    "click": {"cli"},
}


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return {"commands": "cli", "__main__.py": "cli", "__init__.py": "face"}.get(
        first, first.removesuffix(".py")
    )


def _imports(path: Path) -> set[str]:
    """Every module that a file imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
            names.update(f"{node.module}.{a.name}" for a in node.names)
    return names


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    room = _room(path)
    assert room in ROOMS, f"{room} is not a room of the house: add it to the plan"
    for name in _imports(path):
        top, _, rest = name.partition(".")
        if top == "briefing" and rest:
            other = {"commands": "cli"}.get(rest.split(".")[0], rest.split(".")[0])
            if other in ROOMS:
                assert other == room or other in ROOMS[room], f"{path.name} ({room}) imports {name}"
        if top in ONLY_IN:
            assert room in ONLY_IN[top], f"{path.name} ({room}) imports {name}"


def test_analysis_and_questions_read_no_clock() -> None:
    for path in FILES:
        if _room(path) in ("analysis", "questions"):
            text = path.read_text(encoding="utf-8")
            for word in ("date.today", "datetime.now", "time.time", "open(", "Path("):
                assert word not in text, f"{path.name} has {word}"
