"""The store as rows: every file read once, when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefing.errors import BriefingError
from briefing.model.tables import PUBLISHED, TABLES, Table
from briefing.store import csvfile
from briefing.store.layout import (
    MEETING_FILE,
    PACKAGE_FILE,
    PANEL_FILE,
    STORED,
    Place,
    Row,
    correction_columns,
    is_meeting,
    is_slug,
    key_of,
    meeting_of,
)
from briefing.store.public import UNKNOWN, agenda_day, document_public_from


class DataFolder:
    """A store of parsed meeting data on disk.

    Rows are mappings of strings, blank where nothing is stated; they are shared, so never
    changed. A correction stands in the place of the row that it corrects and names its author
    and reason in ``corrected_by`` and ``correction_reason``, which every row has.

    Parameters
    ----------
    root
        The folder, such as ``data``.

    Raises
    ------
    BriefingError
        When there is no such folder.
    """

    def __init__(self, root: Path) -> None:
        if not root.is_dir():
            raise BriefingError(
                f"there is no store in {root}: name its folder with --data or in BRIEFING_DATA"
            )
        self.root = root
        self._kept: dict[PurePosixPath, Sequence[Row]] = {}
        self._places: tuple[Place, ...] | None = None
        self._documents: dict[str, Row] | None = None

    @property
    def panels(self) -> tuple[str, ...]:
        """The slugs of the panels, in order."""
        return tuple(p.panel for p in self.places if p.panel)

    @property
    def meetings(self) -> tuple[str, ...]:
        """The identifiers of the meetings, oldest first."""
        found = (p.meeting for p in self.places if p.meeting)
        return tuple(sorted(found, key=lambda meeting: (meeting[-10:], meeting)))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every folder that holds rows: the catalogue, then each panel and its meetings."""
        if self._places is None:
            self._places = tuple(self._find_places())
        return self._places

    def _find_places(self) -> Iterator[Place]:
        yield Place()
        held = {entry.name for entry in self.root.iterdir() if not entry.name.startswith(".")}
        if "panels" not in held and held - {"catalogue", "schemas", PACKAGE_FILE}:
            raise BriefingError(f"there is no store in {self.root}: it has no folder panels/")
        for panel in _folders(self.root / "panels"):
            if not is_slug(panel):
                continue
            yield Place(panel=panel)
            for day in _folders(self.root / "panels" / panel / "meetings"):
                if not is_meeting(f"{panel}/{day}"):
                    continue
                place = Place(meeting=f"{panel}/{day}")
                if (self.root / place.file("meetings")).exists():
                    yield place

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Folders among the meetings that hold none: misnamed, or without ``meeting.json``."""
        found = set(self.meetings)
        return tuple(
            f"panels/{panel}/meetings/{day}"
            for panel in self.panels
            for day in _folders(self.root / "panels" / panel / "meetings")
            if not day.startswith(".") and f"{panel}/{day}" not in found
        )

    def rows(self, table: str, place: Place) -> Sequence[Row]:
        """The rows of a table in one place, in printed order, corrections in force."""
        read = self.as_read(table, place)
        corrections = self.corrections(table, place)
        if not corrections:
            return read
        key = TABLES[table]
        winning = {key_of(key, row): row for row in corrections}
        return [winning.get(key_of(key, row), row) for row in read]

    def every(self, table: str) -> Iterator[Row]:
        """The rows of a table in the whole store: the catalogue's, the panels', the meetings'."""
        for place in self.places:
            yield from self.rows(table, place)

    def as_read(self, table: str, place: Place) -> Sequence[Row]:
        """The rows of a table in one place as they were read, without corrections."""
        file = place.file(table)
        if file not in self._kept:
            self._kept[file] = self._read(TABLES[table], file)
        return self._kept[file]

    def corrections(self, table: str, place: Place) -> Sequence[Row]:
        """The corrections of a table in one place, oldest first; the last of a row wins."""
        file = place.file(table, corrections=True)
        if file not in self._kept:
            path = self.root / file
            columns = correction_columns(TABLES[table])
            self._kept[file] = csvfile.read(path, columns, str(path)) if path.exists() else ()
        return self._kept[file]

    def _read(self, table: Table, file: PurePosixPath) -> Sequence[Row]:
        path = self.root / file
        if not path.exists():
            return ()
        extra = correction_columns(table)[len(table.columns) :]
        if path.name == MEETING_FILE:
            rows = [read_object(path, table)]
        else:
            rows = csvfile.read(path, table.columns, str(path))
        return [{**row, **dict.fromkeys(extra, "")} for row in rows]

    def panel(self, slug: str) -> dict[str, object]:
        """What ``panel.json`` says of a panel."""
        return read_json(self.root / Place(panel=slug).folder / PANEL_FILE)

    @property
    def documents(self) -> dict[str, Row]:
        """Every document of the store by its slug."""
        if self._documents is None:
            self._documents = {row["document"]: row for row in self.every("documents")}
        return self._documents

    def public_from(self, table: str, row: Row) -> str:
        """The day (ISO 8601) from which a row is public; blank for always.

        That is the day its document came out. A row that names no document is public with the
        agenda of its meeting. Published values say themselves by when they were public.
        """
        if table in PUBLISHED:
            return row.get("published") or row.get("held") or UNKNOWN
        name = row.get("document", "")
        if table == "documents" or name in self.documents:
            return document_public_from(row if table == "documents" else self.documents[name])
        if name:
            return UNKNOWN
        meeting = meeting_of(row)
        held = self.rows("meetings", Place(meeting=meeting)) if meeting else ()
        return agenda_day(held[0]) if held and table != "meetings" else ""

    def tables_in(self, place: Place) -> tuple[str, ...]:
        """The tables that have a file in a place, in the order of their declaration."""
        return tuple(t for t in STORED if (self.root / place.file(t)).exists())

    def forget(self) -> None:
        """Read everything afresh from now on, as after a write."""
        self._kept.clear()
        self._places = None
        self._documents = None


def read_json(path: Path) -> dict[str, object]:
    """A JSON object from a file.

    Raises
    ------
    BriefingError
        When the file is missing, is not JSON, or holds something else than one object.
    """
    try:
        found = json.loads(csvfile.read_text(path, str(path)))
    except json.JSONDecodeError as error:
        raise BriefingError(
            f"{path}, line {error.lineno}: this is not JSON ({error.msg})"
        ) from None
    if not isinstance(found, dict):
        raise BriefingError(f"{path} must hold one JSON object, with names and values")
    return found


def read_object(path: Path, table: Table) -> dict[str, str]:
    """The one row of a table that is kept as a JSON object of strings."""
    found = read_json(path)
    for name, value in found.items():
        if name not in table.columns:
            raise BriefingError(
                f"{path} has the name {name!r}, which {table.name} do not have: "
                f"the names are {', '.join(table.columns)}"
            )
        if not isinstance(value, str):
            raise BriefingError(f'{path}: {name} must be a text in quotation marks, or ""')
    return {column: str(found.get(column, "")) for column in table.columns}


def _folders(parent: Path) -> list[str]:
    if not parent.is_dir():
        return []
    return sorted(entry.name for entry in parent.iterdir() if entry.is_dir())
