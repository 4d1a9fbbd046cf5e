"""The store as users see it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.analysis import read_indicator
from briefing.errors import BriefingError
from briefing.face.find import find_meeting, near
from briefing.face.meeting import Meeting
from briefing.face.papers import EVERYTHING
from briefing.model import COMPUTED, TABLES, Indicator
from briefing.store import STORED, DataFolder, Panel, Place, Row, columns_of, read_panel
from briefing.store.frames import text_frame

if TYPE_CHECKING:
    import pandas as pd


def open_store(
    path: str | os.PathLike[str] = "data", *, private: str | os.PathLike[str] | None = None
) -> Store:
    """Open a store of parsed meeting data; files are read when they are first asked for.

    Parameters
    ----------
    path
        The store's folder.
    private
        The folder of what belongs to the scrutiny manager alone; by default ``private`` beside
        the store.

    Raises
    ------
    BriefingError
        When there is no such folder.

    Examples
    --------
    >>> store = open_store("data")
    >>> store.meeting("2024-09-26").trend("rate-of-children-in-care")
    """
    return Store(Path(path), private=None if private is None else Path(private))


class Store:
    """A store of parsed meeting data; see :func:`open_store`."""

    def __init__(self, root: Path, *, private: Path | None = None) -> None:
        self.folder = DataFolder(root)
        self.private = private or root.resolve().parent / "private"

    @property
    def root(self) -> Path:
        """The store's folder."""
        return self.folder.root

    @property
    def meetings(self) -> pd.DataFrame:
        """The table of meetings, oldest first."""
        return self.table("meetings")

    @property
    def meeting_ids(self) -> tuple[str, ...]:
        """The meetings as ``PANEL/YYYY-MM-DD``, oldest first."""
        return self.folder.meetings

    @property
    def panels(self) -> tuple[str, ...]:
        """The panels' slugs."""
        return self.folder.panels

    @property
    def on_record(self) -> tuple[str, ...]:
        """The meetings of which there is more on record than their date, oldest first."""
        return tuple(m for m in self.meeting_ids if self.meeting(m, as_of=EVERYTHING).is_on_record)

    def meeting(self, name: str, *, as_of: str | date | None = None) -> Meeting:
        """One meeting, as far as it was public on a day.

        Parameters
        ----------
        name
            ``PANEL/YYYY-MM-DD``, or the date alone while only one panel met then.
        as_of
            The day: nothing that came out later is seen. None takes the day on which the agenda
            came out (else that of the meeting) where agenda papers are on record, and else
            everything; :data:`briefing.face.EVERYTHING` always takes everything.

        Raises
        ------
        BriefingError
            When no meeting or more than one is meant, or ``as_of`` is not a day.
        """
        found = find_meeting(name, self.meeting_ids)
        try:
            day = None if as_of is None else date.fromisoformat(str(as_of)).isoformat()
        except ValueError:
            raise BriefingError(f"{as_of} is not a day: write it as 2024-09-26") from None
        return Meeting(self, found, as_of=day)

    def panel(self, slug: str) -> Panel:
        """A panel by its slug.

        Raises
        ------
        BriefingError
            When the store has no such panel, or its ``panel.json`` has a fault.
        """
        if slug not in self.panels:
            raise BriefingError(f"there is no panel {slug!r}.{near(slug, self.panels)}")
        return read_panel(self.folder, slug)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The catalogue of indicators by slug."""
        rows = self.folder.rows("indicators", Place())
        return {row["indicator"]: read_indicator(row) for row in rows}

    def rows(self, table: str, meetings: Iterable[str] | None = None) -> list[Row]:
        """The rows of a table, corrections in force; see :meth:`table`."""
        if table not in (*STORED, *COMPUTED):
            known = (*STORED, *COMPUTED)
            raise BriefingError(f"there is no table {table!r}.{near(table, known)}")
        named = None if meetings is None else [find_meeting(m, self.meeting_ids) for m in meetings]
        if table in COMPUTED:
            chosen = self.meeting_ids if named is None else named
            return [row for m in chosen for row in self.meeting(m).computed(table)]
        return [
            row for place in self._places(table, named) for row in self.folder.rows(table, place)
        ]

    def _places(self, table: str, meetings: Sequence[str] | None) -> Iterable[Place]:
        """Where a table's rows are: the meetings in order of time; or what belongs to some."""
        kind = TABLES[table].place
        if kind == "catalogue":
            return (Place(),)
        panels = self.panels
        chosen = self.meeting_ids
        if meetings is not None:
            chosen = tuple(meetings)
            panels = tuple(dict.fromkeys(m.rpartition("/")[0] for m in meetings))
        in_panels = [Place(panel=p) for p in panels]
        if kind == "panel":
            return in_panels
        in_meetings = [Place(meeting=m) for m in chosen]
        return in_meetings if meetings is not None else [*in_panels, *in_meetings]

    def table(self, table: str, meetings: Iterable[str] | None = None) -> pd.DataFrame:
        """A table as a frame of strings, blank where nothing is stated.

        Parameters
        ----------
        table
            A name of :data:`briefing.model.TABLES`. The tables ``trends``, ``signals`` and
            ``questions`` are computed, each meeting as :meth:`meeting` sees it by default.
        meetings
            The meetings to take; None for all. Tables that are kept with a panel give the rows
            of the panels of these meetings.

        Returns
        -------
        pandas.DataFrame
            Every column of the table; a stored one also has ``corrected_by`` and
            ``correction_reason``.

        Raises
        ------
        BriefingError
            When there is no such table or meeting.
        """
        return text_frame(self.rows(table, meetings), columns_of(table))

    def __repr__(self) -> str:
        return f"<Store {self.root}: {len(self.meeting_ids)} meetings>"
