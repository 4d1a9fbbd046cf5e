"""``environment.yml`` and ``pyproject.toml`` ask for the same libraries."""

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent

#: Names on conda-forge -> names on PyPI, where they differ.
PYPI_NAMES = {
    "matplotlib-base": "matplotlib",
    "nbconvert-core": "nbconvert",
    "seaborn-base": "seaborn",
}


def _parse(requirement: str) -> tuple[str, str]:
    name, bound = re.fullmatch(r"([\w.-]+)(.*)", requirement).groups()
    return PYPI_NAMES.get(name, name), bound


def test_environment_agrees_with_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {_parse(r) for r in project["dependencies"]}
    wanted.add(("python", project["requires-python"]))

    entries = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    conda = [e for e in entries if isinstance(e, str) and e != "pip"]
    pip = next(e["pip"] for e in entries if isinstance(e, dict))

    assert pip[-1] == "-e ."
    assert {_parse(e) for e in conda + pip[:-1]} == wanted


def test_no_index_address_or_machine_path_is_committed() -> None:
    for path in (ROOT / "pyproject.toml", ROOT / "environment.yml", ROOT / ".ci" / "run"):
        text = path.read_text(encoding="utf-8")
        assert "index-url" not in text
        assert "/root/" not in text
