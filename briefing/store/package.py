"""``datapackage.json``: the store described for people and programs that do not have the kit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from briefing.model.tables import PUBLISHED, TABLES
from briefing.store.folder import DataFolder
from briefing.store.layout import (
    CORRECTIONS,
    MEETING_FILE,
    PACKAGE_FILE,
    PANEL_FILE,
    STORED,
    Place,
)
from briefing.store.schema import table_schema

SCHEMAS = "schemas"

#: Under what published figures may be used.
_OPEN_GOVERNMENT = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


def describe(folder: DataFolder) -> dict[str, Any]:
    """The Frictionless data package of a store, from its files alone.

    Every file is one resource. The schema of a table stands in a file of its own, which all
    resources of that table name, so that a meeting more adds only its own lines.
    """
    return {
        "name": "scrutiny-meeting-data",
        "title": "Parsed meeting data of council scrutiny panels",
        "description": (
            "What public papers of scrutiny panels state, one file a table and meeting: agendas, "
            "resolutions, recommendations, and figures as printed with the document and page of "
            "each. Every cell is text; a blank one means that nothing is stated."
        ),
        "licenses": [
            {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
        ],
        "resources": list(_resources(folder)),
    }


def generated(folder: DataFolder) -> dict[PurePosixPath, str]:
    """The text of ``datapackage.json`` and of the schemas that it names."""
    package = describe(folder)
    files = {PurePosixPath(PACKAGE_FILE): _text(package)}
    for table in STORED:
        if table == "meetings":
            continue
        files[_schema_file(table)] = _text(table_schema(TABLES[table]))
        file = _schema_file(table, corrections=True)
        if any(resource.get("schema") == str(file) for resource in package["resources"]):
            files[file] = _text(table_schema(TABLES[table], corrections=True))
    return files


def _resources(folder: DataFolder) -> Iterator[dict[str, Any]]:
    for place in folder.places:
        if place.panel:
            yield from _panel(folder, place)
        for table in STORED:
            for corrections in (False, True):
                file = place.file(table, corrections=corrections)
                if (folder.root / file).exists():
                    yield _resource(place, table, file, corrections)


def _panel(folder: DataFolder, place: Place) -> Iterator[dict[str, Any]]:
    files = [PurePosixPath(place.folder / PANEL_FILE)]
    files += [place.folder / p.name for p in sorted((folder.root / place.folder).glob("*.svg"))]
    for file in files:
        if (folder.root / file).exists():
            kind = "application/json" if file.suffix == ".json" else "image/svg+xml"
            yield {
                "name": _name(place, file.stem),
                "path": str(file),
                "format": file.suffix[1:],
                "mediatype": kind,
                "encoding": "utf-8",
            }


def _resource(place: Place, table: str, file: PurePosixPath, corrections: bool) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": _name(place, f"{table}.{CORRECTIONS}" if corrections else table),
        "path": str(file),
        "description": TABLES[table].description,
        "encoding": "utf-8",
    }
    if file.name == MEETING_FILE:
        return {**described, "format": "json", "mediatype": "application/json"}
    if table in PUBLISHED:
        described["licenses"] = [_OPEN_GOVERNMENT]
    return {
        **described,
        "format": "csv",
        "mediatype": "text/csv",
        "profile": "tabular-data-resource",
        "schema": str(_schema_file(table, corrections=corrections)),
    }


def _schema_file(table: str, *, corrections: bool = False) -> PurePosixPath:
    return PurePosixPath(SCHEMAS, f"{table}.{CORRECTIONS}.json" if corrections else f"{table}.json")


def _name(place: Place, what: str) -> str:
    parts = (place.meeting or place.panel or "catalogue").split("/")
    return ".".join([*parts, what])


def _text(described: dict[str, Any]) -> str:
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
