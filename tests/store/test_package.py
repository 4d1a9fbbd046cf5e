"""The data package describes the files, for people and programs without the kit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from westmoor import JULY

from briefing.model import TABLES
from briefing.store import DataFolder, Place, csvfile, describe, refresh
from briefing.store.__main__ import main
from briefing.store.layout import columns_of
from briefing.store.schema import table_schema


def frictionless(package: Path) -> str:
    """What the frictionless program says against a package; blank for nothing."""
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def corrected(westmoor: Path) -> DataFolder:
    """A store with a correction made twice, so that no key of its file is unique."""
    folder = DataFolder(westmoor)
    place = Place(meeting=JULY)
    row = {**folder.rows("targets", place)[0], "corrected_by": "A", "correction_reason": "b"}
    path = westmoor / place.file("targets", corrections=True)
    path.parent.mkdir()
    path.write_text(csvfile.write(columns_of("targets"), [row, row]), encoding="utf-8")
    refresh(folder)
    return folder


def test_the_package_is_valid(corrected: DataFolder) -> None:
    assert frictionless(corrected.root / "datapackage.json") == ""


def test_the_package_refuses_what_the_tables_refuse(corrected: DataFolder) -> None:
    path = corrected.root / Place(meeting=JULY).file("observations")
    text = path.read_text(encoding="utf-8").replace(",stated,", ",sure,", 1)
    path.write_text(text, encoding="utf-8")
    assert "constraint-error" in frictionless(corrected.root / "datapackage.json")


def test_every_file_is_a_resource(corrected: DataFolder) -> None:
    paths = [resource["path"] for resource in describe(corrected)["resources"]]
    root = corrected.root
    files = {p.relative_to(root).as_posix() for p in root.rglob("*.*") if p.is_file()}
    assert len(paths) == len(set(paths))
    assert set(paths) == {
        f for f in files if not f.startswith(("schemas/", ".")) and f != "datapackage.json"
    }


def test_names_of_resources_differ(corrected: DataFolder) -> None:
    names = [resource["name"] for resource in describe(corrected)["resources"]]
    assert len(names) == len(set(names))
    assert "westmoor-children.2031-07-16.targets.corrections" in names


def test_the_package_depends_on_the_files_alone(corrected: DataFolder) -> None:
    path = corrected.root / "datapackage.json"
    before = path.read_bytes()
    assert not refresh(corrected)
    path.unlink()
    assert refresh(DataFolder(corrected.root))
    assert path.read_bytes() == before


def test_a_schema_has_descriptions_types_constraints_and_key() -> None:
    schema = table_schema(TABLES["observations"])
    assert schema["primaryKey"] == ["observation"]
    assert schema["missingValues"] == [""]
    fields = {field["name"]: field for field in schema["fields"]}
    assert list(fields) == list(TABLES["observations"].columns)
    assert all(field["description"] for field in fields.values())
    assert fields["value"]["type"] == "number"
    assert fields["page"]["type"] == "integer"
    assert fields["period"]["type"] == "string"
    assert fields["status"]["constraints"]["required"] is True
    assert "ambiguous" in fields["status"]["constraints"]["enum"]
    assert table_schema(TABLES["documents"])["fields"][7]["type"] == "date"
    assert "primaryKey" not in table_schema(TABLES["votes"], corrections=True)


def test_a_store_edited_by_hand_is_described_and_checked(
    westmoor: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(westmoor)]) == 0
    package = json.loads((westmoor / "datapackage.json").read_text(encoding="utf-8"))
    assert package["title"] and package["licenses"]
    (westmoor / Place(meeting=JULY).file("targets")).write_text("meeting\nx\n", encoding="utf-8")
    assert main([str(westmoor)]) == 1
    assert "targets.csv" in capsys.readouterr().err
    assert main([str(westmoor / "nowhere")]) == 1
