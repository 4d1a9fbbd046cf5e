"""Where the store keeps what: the folders and files of ``data/``, and names that are safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from briefing.errors import BriefingError
from briefing.model.tables import COMPUTED, CORRECTION, MEETING, SLUG, TABLES, Table

Row = Mapping[str, str]

#: Names that Windows keeps for devices: no folder may be called so.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_SLUG = re.compile(SLUG, re.ASCII)
_MEETING = re.compile(MEETING, re.ASCII)

MEETING_FILE = "meeting.json"
PANEL_FILE = "panel.json"
PACKAGE_FILE = "datapackage.json"
CORRECTIONS = "corrections"
DECISIONS_FILE = "decisions.csv"

#: The tables that files hold; the others are computed from them.
STORED: tuple[str, ...] = tuple(name for name in TABLES if name not in COMPUTED)


def is_slug(text: str) -> bool:
    """Whether a text may name a folder: small letters, figures and hyphens, and no device."""
    return bool(_SLUG.fullmatch(text)) and text not in _DEVICES


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar in the form 2024-09-26."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_meeting(text: str) -> bool:
    """Whether a text is a meeting as PANEL/YYYY-MM-DD, on a day that exists."""
    panel, _, day = text.rpartition("/")
    return bool(_MEETING.fullmatch(text)) and is_slug(panel) and is_day(day)


@dataclass(frozen=True)
class Place:
    """A folder of the store: a meeting's, a panel's, or (both blank) the catalogue's."""

    panel: str = ""
    meeting: str = ""

    def __post_init__(self) -> None:
        if self.meeting and not is_meeting(self.meeting):
            raise BriefingError(
                f"{self.meeting!r} is not a meeting: it is written PANEL/YYYY-MM-DD, "
                "such as westmoor-children/2024-09-26"
            )
        if self.panel and not is_slug(self.panel):
            raise BriefingError(
                f"{self.panel!r} is not a panel: a panel is written in small letters, figures "
                "and hyphens, such as westmoor-children"
            )

    @property
    def folder(self) -> PurePosixPath:
        """The folder, from the root of the store."""
        if self.meeting:
            panel, _, day = self.meeting.rpartition("/")
            return PurePosixPath("panels", panel, "meetings", day)
        return PurePosixPath("panels", self.panel) if self.panel else PurePosixPath("catalogue")

    @property
    def decisions(self) -> PurePosixPath:
        """The file of a panel's decisions on what was read."""
        return self.folder / DECISIONS_FILE

    def file(self, table: str, *, corrections: bool = False) -> PurePosixPath:
        """The file of a table in this place; with ``corrections``, the file of its corrections."""
        if corrections:
            return self.folder / CORRECTIONS / f"{table}.csv"
        return self.folder / (MEETING_FILE if table == "meetings" else f"{table}.csv")


def meeting_of(row: Row) -> str:
    """The meeting that a row is kept with; blank for none."""
    return row.get("meeting", "") or row.get("meeting_raised", "")


def place_of(table: Table, row: Row) -> Place:
    """The place where a row is kept.

    Raises
    ------
    BriefingError
        When the row names no place, or one that cannot be a folder.
    """
    if table.place == "catalogue":
        return Place()
    meeting = meeting_of(row) if table.place == "meeting" else ""
    if meeting:
        return Place(meeting=meeting)
    panel = row.get("panel", "")
    if not panel:
        raise BriefingError(f"a row of {table.name} must name its {table.place}")
    return Place(panel=panel)


def correction_columns(table: Table) -> tuple[str, ...]:
    """The columns of a table and those that name the author and the reason of a correction."""
    extra = (f.name for f in CORRECTION if f.name not in table.columns)
    return (*table.columns, *extra)


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of every row of a table: those of a stored one can be corrected."""
    declared = TABLES[table]
    return declared.columns if table in COMPUTED else correction_columns(declared)


def key_of(table: Table, row: Row) -> tuple[str, ...]:
    """The cells that tell a row from every other of its table."""
    return tuple(row.get(column, "") for column in table.key)
