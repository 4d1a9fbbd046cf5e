"""What the papers of one meeting say: its tables, and where each row was read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, overload

from briefing.analysis import row_id
from briefing.errors import BriefingError
from briefing.face.exempt import Exempt
from briefing.face.find import near
from briefing.face.published import bearing
from briefing.model import TABLES, Citation, Figure, Period
from briefing.model.agenda import is_tracker
from briefing.model.tables import PUBLISHED
from briefing.store import STORED, Panel, Place, Row, agenda_day, columns_of, meeting_of
from briefing.store.frames import tidy_frame

if TYPE_CHECKING:
    import pandas as pd

    from briefing.face.store import Store

#: As a day to see a meeting on: later than everything, so that nothing is left out.
EVERYTHING = "9999-12-31"

#: The kinds of document that come out before a meeting and say what it is about.
AGENDA_PAPERS = ("pack", "agenda", "report", "summary")


class _Cell:
    """A cell of the meeting's row in the table of meetings, as a text."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        field = next(f for f in TABLES["meetings"].fields if f.name == name)
        self.__doc__ = f"{field.description.capitalize()}; blank where not stated."

    @overload
    def __get__(self, papers: None, owner: type) -> Self: ...
    @overload
    def __get__(self, papers: Papers, owner: type) -> str: ...
    def __get__(self, papers: Papers | None, owner: type) -> Self | str:
        return self if papers is None else papers.row[self.name]


class _Frame:
    """A table of the meeting, as a tidy frame."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.__doc__ = f"{TABLES[name].description.capitalize()}: a tidy frame."

    @overload
    def __get__(self, papers: None, owner: type) -> Self: ...
    @overload
    def __get__(self, papers: Papers, owner: type) -> pd.DataFrame: ...
    def __get__(self, papers: Papers | None, owner: type) -> Self | pd.DataFrame:
        return self if papers is None else papers.table(self.name)


class Papers:
    """A meeting's papers as far as they were public on the day :attr:`as_of` (ISO 8601).

    Every table is a property and a tidy pandas frame: text is text, blank where nothing is
    stated; numbers that need not be whole are exact :class:`decimal.Decimal`, or None. Frames
    are fresh: change them as you like.
    """

    panel = _Cell()
    council = _Cell()
    title = _Cell()
    date = _Cell()
    start_time = _Cell()
    venue = _Cell()
    status = _Cell()
    municipal_year = _Cell()
    agenda_published = _Cell()
    role = _Cell()

    documents = _Frame()
    attendance = _Frame()
    agenda_items = _Frame()
    report_recommendations = _Frame()
    resolutions = _Frame()
    votes = _Frame()
    recommendation_updates = _Frame()
    statements = _Frame()
    tables = _Frame()
    observations = _Frame()
    targets = _Frame()
    benchmarks = _Frame()
    findings = _Frame()
    glossary = _Frame()
    issues = _Frame()
    published_values = _Frame()
    neighbour_sets = _Frame()
    published_files = _Frame()

    def __init__(self, store: Store, meeting: str, *, as_of: str | None = None) -> None:
        self.store = store
        self.id = meeting
        self._place = Place(meeting=meeting)
        self._rows: dict[str, tuple[Row, ...]] = {}
        self.row = store.folder.rows("meetings", self._place)[0]
        self.as_of = as_of or (self.agenda_day if self.has_agenda_papers else EVERYTHING)

    @property
    def serves(self) -> tuple[str, str]:
        """Whom the panel's services are for, in full and in brief."""
        return self.panel_record.serves

    @cached_property
    def panel_record(self) -> Panel:
        """The panel: names, colour, logo."""
        return self.store.panel(self.panel)

    @property
    def panel_title(self) -> str:
        """The panel's name as the meeting's papers print it, else as the panel's record has it."""
        return self.title or self.panel_record.name

    @property
    def agenda_day(self) -> str:
        """The day that a briefing before the meeting is of: its agenda's, else its own."""
        return agenda_day(self.row)

    @property
    def has_agenda_papers(self) -> bool:
        """Whether papers that were out by :attr:`agenda_day` say what the meeting is about."""
        folder = self.store.folder
        return any(
            row["kind"] in AGENDA_PAPERS and folder.public_from("documents", row) <= self.agenda_day
            for row in folder.rows("documents", self._place)
        )

    def rows(self, table: str) -> tuple[Row, ...]:
        """The public rows of a stored table, as mappings of strings, in printed order.

        Tables that are kept with the panel (``findings``, ``glossary``) give the panel's rows;
        those of published figures the rows that bear on the council.

        Raises
        ------
        BriefingError
            When there is no such table.
        """
        if table not in STORED:
            raise BriefingError(f"there is no table {table!r}.{near(table, STORED)}")
        if table not in self._rows:
            at = {"catalogue": Place(), "panel": Place(panel=self.panel)}
            self._rows[table] = self._public(table, at.get(TABLES[table].place, self._place))
        return self._rows[table]

    def earlier(self, table: str) -> tuple[Row, ...]:
        """The public rows of a table that belong to earlier meetings of the panel, oldest first."""
        return tuple(row for m in self.before for row in self._public(table, Place(meeting=m)))

    def _public(self, table: str, place: Place) -> tuple[Row, ...]:
        folder = self.store.folder
        rows = folder.rows(table, place)
        if table in PUBLISHED:
            rows = bearing(folder, self.council, table)
        public = (row for row in rows if folder.public_from(table, row) <= self.as_of)
        closed = self._exempt(place) if place.meeting else None
        if closed is None or not closed.items:
            return tuple(public)
        return tuple(open_ for row in public if (open_ := closed.open_part(table, row)))

    def _exempt(self, place: Place) -> Exempt:
        """What a meeting's agenda marks as not open to the public."""
        folder = self.store.folder
        return Exempt.of(folder.rows("agenda_items", place), folder.rows("tables", place))

    @property
    def before(self) -> list[str]:
        """The panel's meetings on record before this one, oldest first."""
        own = (m for m in self.store.meeting_ids if m.rpartition("/")[0] == self.panel)
        return [m for m in own if m[-10:] < self.date]

    def table(self, table: str) -> pd.DataFrame:
        """A table of the meeting, as a tidy frame."""
        return tidy_frame(table, self.rows(table), columns_of(table))

    @property
    def is_on_record(self) -> bool:
        """Whether anything of the meeting is on record but its date.

        A date that papers only name is no meeting on record.
        """
        filled = self.store.folder.tables_in(self._place)
        return self.status != "known_date" and any(
            self.rows(table) for table in filled if table != "meetings"
        )

    @property
    def previous(self) -> Self | None:
        """The last meeting of the panel before this one that is on record."""
        earlier = (type(self)(self.store, m, as_of=self.as_of) for m in reversed(self.before))
        return next((meeting for meeting in earlier if meeting.is_on_record), None)

    def citation(self, row: Mapping[str, Any]) -> Citation:
        """Where a row was read, as a reader of this meeting's papers finds it.

        The number of the agenda item is given for what this meeting's papers print under an item
        of its own agenda. The minutes of an earlier meeting, bound into this one's pack, number
        the items of theirs: they are found under the item of this agenda whose pages hold them.
        For everything else the document's title leads.
        """
        cells = _texts(row)
        if "release" in cells and "comparator" not in cells:
            return Citation(cells["file"], cells["release"] or cells["source"])
        name = cells.get("document", "")
        document = self.store.folder.documents.get(name, {})
        printed = self._printed_table(cells)
        meeting = meeting_of(cells)
        item = ""
        if self.id == document.get("meeting"):
            named = cells.get("item_number") or printed.get("item_number", "")
            item = (named if meeting == self.id else "") or self._item_of(cells)
        return Citation(
            document=name,
            document_title=document.get("title", ""),
            meeting=meeting,
            item_number=item,
            section=printed.get("title") or cells.get("section", ""),
            page=_whole(cells.get("page", "")),
            printed_page=cells.get("printed_page", ""),
            line=_whole(cells.get("line", "")),
            second_hand=document.get("publisher") == "third_party",
            corrected=bool(cells.get("corrected_by")),
        )

    cite = citation

    def _item_of(self, cells: Row) -> str:
        """The item of this agenda under which a row of its own pack stands; blank for unknown.

        By the printed page where there is one; responses to recommendations stand in the tracker.
        """
        page = cells.get("printed_page", "")
        for row in self.rows("agenda_items"):
            first, last = row["printed_page_from"], row["printed_page_to"]
            if page.isdigit() and first and int(first) <= int(page) <= int(last or first):
                return row["item_number"]
            if "response" in cells and is_tracker(row["title"]):
                return row["item_number"]
        return ""

    def _printed_table(self, cells: Row) -> Row:
        """The row of ``tables`` that a row belongs to, blank for none."""
        name, meeting = cells.get("table"), cells.get("meeting")
        if not name or not meeting:
            return {}
        tables = self.store.folder.rows("tables", Place(meeting=meeting))
        return next((row for row in tables if row["table"] == name), {})

    def figure(self, row: Mapping[str, Any]) -> Figure:
        """The figure that a row of observations, targets, benchmarks or published values states.

        Its unit is the row's, else that of its indicator; it has a period only where the row is
        placed in time.

        Raises
        ------
        ValueError
            When the row states no value.
        """
        cells = _texts(row)
        name = row_id(_table_of(cells), cells)
        if not cells.get("value"):
            raise ValueError(f"{name} states no value")
        indicator = self.store.indicators.get(cells.get("indicator", ""))
        period = cells.get("period", "")
        return Figure(
            value=Decimal(cells["value"]),
            unit=cells.get("unit") or (indicator.unit if indicator else "count"),
            period=Period(period, cells.get("period_kind", "")) if period else None,
            citation=self.citation(cells),
            raw="" if cells.get("corrected_by") else cells.get("raw", ""),
            row=name,
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}, as public on {self.as_of}>"


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    """A row of the store or of a frame, every cell a text."""
    return {str(k): "" if v is None else str(v) for k, v in row.items()}


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _table_of(cells: Row) -> str:
    """The table that a row with a value is of."""
    if "observation" in cells:
        return "observations"
    if "comparator" in cells:
        return "benchmarks"
    return "published_values" if "release" in cells else "targets"
