"""The data of the repository is sound, described, and as the papers print it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from briefing.store import DataFolder, Place, refresh, validate

DATA = Path(__file__).parents[2] / "data"
SEPTEMBER = Place(meeting="southampton-children-and-families/2024-09-26")

#: The tables of the pack of September 2024 that have months in their heading.
MONTHLY = (
    "contacts-and-referrals",
    "family-help",
    "family-safeguarding",
    "strong-localities",
    "remain-with-families",
    "permanence",
    "workforce",
    "visiting",
    "supervision",
)


@pytest.fixture(scope="module")
def folder() -> DataFolder:
    """The repository's own store."""
    return DataFolder(DATA)


def test_nothing_is_wrong_with_it(folder: DataFolder) -> None:
    assert [str(problem) for problem in validate(folder)] == []


def test_the_committed_package_is_the_generated_one(tmp_path: Path) -> None:
    copy = shutil.copytree(DATA, tmp_path / "data")
    assert not refresh(DataFolder(copy))
    (copy / "datapackage.json").unlink()
    shutil.rmtree(copy / "schemas")
    assert refresh(DataFolder(copy))
    for path in (copy / "datapackage.json", *(copy / "schemas").iterdir()):
        assert path.read_bytes() == (DATA / path.relative_to(copy)).read_bytes()


def test_frictionless_finds_it_valid() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate"]
    done = subprocess.run(
        [*command, str(DATA / "datapackage.json")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_value_of_the_nine_monthly_tables_is_there(folder: DataFolder) -> None:
    rows = [r for r in folder.rows("observations", SEPTEMBER) if r["table"] in MONTHLY]
    valued = Counter(r["observation"].rpartition("-p")[0] for r in rows if r["value"])
    assert (len(valued), sum(valued.values())) == (79, 1040)
    stated = Counter(
        r["observation"].rpartition("-p")[0] for r in rows if r["status"] == "stated" and r["value"]
    )
    whole = [name for name in valued if not any(
        r["evidence"] for r in rows if r["observation"].startswith(f"{name}-p")
    ) and stated[name] == valued[name]]  # fmt: skip
    assert (len(whole), sum(valued[name] for name in whole)) == (66, 874)


def test_every_value_says_where_it_was_read(folder: DataFolder) -> None:
    for table in ("observations", "targets", "benchmarks"):
        for row in folder.every(table):
            if row["value"]:
                assert row["document"] in folder.documents, row
                assert row["raw"], row
