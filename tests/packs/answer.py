"""What a careful reader finds in a generated pack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Rag = Literal["", "red", "amber", "green"]
Direction = Literal["", "up", "down", "level"]
CellStatus = Literal["stated", "missing", "suppressed", "withheld"]


@dataclass(frozen=True)
class CellAnswer:
    """A cell: what is printed, and the value that a careful reader takes from it.

    ``units`` are the units that the paper names for it, the plainest first; with a blank among
    them a reader need not name one. ``also`` are other pairs of value and unit that the cell may
    be read as; ``never`` values that a careless reader would take. A cell with a ``trap`` may be
    withheld at no cost.
    """

    raw: str
    status: CellStatus
    value: Decimal | None = None
    units: tuple[str, ...] = ("",)
    rag: Rag = ""
    also: tuple[tuple[Decimal, str], ...] = ()
    never: tuple[Decimal, ...] = ()
    trap: str = ""


@dataclass(frozen=True)
class ColumnAnswer:
    """A column of values: ``period`` is a code such as ``2024-08``, blank for none.

    A column of another kind (``other``: a change, a sum to date) may be left out.
    """

    kind: Literal["period", "target", "comparator", "measure", "other"]
    heading: str
    period: str = ""
    comparator: str = ""


@dataclass(frozen=True)
class RowAnswer:
    """A row: ``parent`` is the row that it is a part of, ``group`` the section row above it."""

    label: str
    cells: tuple[CellAnswer, ...]
    group: str = ""
    parent: str = ""
    number: str = ""
    footnote: str = ""
    rag: Rag = ""
    direction: Direction = ""


@dataclass(frozen=True)
class TableAnswer:
    """A table of figures; ``page`` is the file's page on which it begins."""

    title: str
    layout: str
    page: int
    columns: tuple[ColumnAnswer, ...]
    rows: tuple[RowAnswer, ...]
    last_page: int = 0
    transposed: bool = False


@dataclass(frozen=True)
class FrontAnswer:
    """The front sheet."""

    council: str
    panel: str
    day: date
    start_time: str
    venue: str
    members: tuple[str, ...]
    municipal_year: str
    meeting_dates: tuple[date, ...]


@dataclass(frozen=True)
class ItemAnswer:
    """An agenda item; an exempt one has no title that may get through."""

    number: str
    title: str
    first: int | None = None
    last: int | None = None
    report_of: str = ""
    purpose: str = ""
    exempt: bool = False


@dataclass(frozen=True)
class CoverAnswer:
    """The cover of a report."""

    subject: str
    decision_maker: str
    report_of: str
    day: date
    recommendations: tuple[tuple[str, str], ...]
    appendices: tuple[str, ...]


@dataclass(frozen=True)
class VoteAnswer:
    """A recorded vote: names by side (``for``, ``against``, ``abstained``)."""

    names: tuple[tuple[str, tuple[str, ...]], ...]
    printed_counts: tuple[tuple[str, int], ...]
    outcome: Literal["", "carried", "lost"]


@dataclass(frozen=True)
class MinutesItemAnswer:
    """A numbered item of minutes."""

    number: str
    title: str
    agenda_number: str = ""
    noted: int = 0
    resolutions: tuple[tuple[str, str], ...] = ()
    votes: tuple[VoteAnswer, ...] = ()


@dataclass(frozen=True)
class MinutesAnswer:
    """Minutes of an earlier meeting; people by status, officers by role."""

    habit: str
    day: date
    start_time: str
    present: tuple[str, ...]
    apologies: tuple[str, ...]
    roles_in_attendance: tuple[str, ...]
    items: tuple[MinutesItemAnswer, ...]


@dataclass(frozen=True)
class TrackerAnswer:
    """A row of the tracker of recommendations."""

    raised: date
    title: str
    actions: tuple[str, ...]
    taken: str
    status: str


@dataclass(frozen=True)
class ExemptAnswer:
    """Exempt matter: its form, and the words of it that must not get through."""

    form: str
    item_number: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Trap:
    """A trap: what is printed, and the value that must not be taken from it."""

    kind: str
    printed: str
    never: tuple[Decimal, ...]
    label: str
    page: int


@dataclass(frozen=True)
class Answer:
    """All that a pack holds; ``public_words`` stand in boilerplate and must get through."""

    producer: str
    pages: int
    front: FrontAnswer | None = None
    items: tuple[ItemAnswer, ...] = ()
    covers: tuple[CoverAnswer, ...] = ()
    tables: tuple[TableAnswer, ...] = ()
    minutes: MinutesAnswer | None = None
    tracker: tuple[TrackerAnswer, ...] = ()
    exempt: tuple[ExemptAnswer, ...] = ()
    public_words: tuple[str, ...] = ()
    first_numbered: int = 1

    @property
    def cells(self) -> int:
        """How many cells the tables have."""
        return sum(len(row.cells) for table in self.tables for row in table.rows)

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Every trap of the tables."""
        return tuple(
            Trap(cell.trap, cell.raw, cell.never, row.label, table.page)
            for table in self.tables
            for row in table.rows
            for cell in row.cells
            if cell.trap
        )
