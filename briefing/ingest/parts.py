"""What recognisers find in a document: plain records, each with its place and how sure it is.

A recogniser is a module of ``recognise`` with one function, ``recognise(source)``, that yields
parts. It knows no other recogniser, no panel and no store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from briefing.ingest.page import Line
from briefing.model import Period


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the document: of the columns ``page``, ``printed_page``, ``section``, ``line``."""

    page: int | None = None
    printed_page: str = ""
    line: int | None = None
    section: str = ""

    @classmethod
    def of(cls, line: Line, section: str = "") -> Where:
        """The place of a line."""
        return cls(line.page, line.printed_page, line.number, section)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something found. ``certainty`` runs from 0 to 1; below one half, a person is asked."""

    where: Where
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Said:
    """A text as printed with its place; ``number`` as printed, such as ``(i)``; blank for none."""

    text: str
    where: Where
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Unread(Part):
    """What a recogniser met and did not understand: a row of the issues. ``kind`` is a slug."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named or described. Members have names; officers have a role and a blank name."""

    name: str
    role: str
    status: Literal["present", "apologies", "in_attendance", "substitute", "invited", "member"]
    where: Where
    substitute_for: str = ""
    remote: bool | None = None


@dataclass(frozen=True, kw_only=True)
class FrontSheet(Part):
    """The front sheet: which panel meets, when and where. None or blank where it does not say.

    ``published`` is the day that the agenda came out; ``meeting_dates`` the dates of the
    municipal year that it lists; ``municipal_year`` such as ``2024/25``.
    """

    council: str = ""
    panel_title: str = ""
    day: date | None = None
    start_time: str = ""
    venue: str = ""
    role: str = ""
    municipal_year: str = ""
    meeting_dates: tuple[date, ...] = ()
    people: tuple[Person, ...] = ()
    published: date | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Part):
    """An item of the agenda. Printed pages are None where it names none.

    ``exempt`` is set only by the agenda's own mark on this item (or the heading that it stands
    under), never by boilerplate; an exempt item carries no title.
    """

    number: str
    title: str
    printed_from: int | None = None
    printed_to: int | None = None
    purpose: str = ""
    report_of: str = ""
    exempt: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportCover(Part):
    """The cover of a report: who decides, on what, and what the panel is asked.

    ``exempt`` is set where the report itself is marked not for publication.
    """

    subject: str
    decision_maker: str = ""
    report_of: str = ""
    day: date | None = None
    recommendations: tuple[Said, ...] = ()
    appendices: tuple[str, ...] = ()
    exempt: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote on one motion; ``motion`` in the minutes' words.

    ``printed_counts`` holds the printed count of each side where there is one, ``names`` the
    members named on it.
    """

    motion: str
    names: dict[str, tuple[str, ...]]
    printed_counts: dict[str, int]
    outcome: Literal["", "carried", "lost"]
    where: Where


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """A numbered item of minutes. ``agenda_number`` where they print one, as in ``(Item 3)``."""

    number: str
    title: str
    where: Where
    agenda_number: str = ""
    noted: tuple[Said, ...] = ()
    resolutions: tuple[Said, ...] = ()
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Minutes(Part):
    """Minutes of one meeting, in a document of their own or bound into a later pack."""

    council: str = ""
    panel_title: str = ""
    day: date | None = None
    start_time: str = ""
    venue: str = ""
    people: tuple[Person, ...] = ()
    items: tuple[MinutesItem, ...] = ()


ColumnKind = Literal[
    "label",
    "breakdown",
    "period",
    "target",
    "floor",
    "comparator",
    "rag",
    "direction",
    "unit",
    "text",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table.

    ``heading`` as printed, its lines joined by a space; ``period`` for a column of values of one
    period; ``comparator`` is ``own``, ``statistical_neighbours``, ``region``, ``england`` where
    the heading names it, else blank; ``position`` counts comparator columns from 1 behind the
    target.
    """

    kind: ColumnKind
    heading: str
    period: Period | None = None
    comparator: str = ""
    position: int = 0


CellStatus = Literal["stated", "ambiguous", "missing", "suppressed", "withheld"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text as printed, and its value where it is one.

    ``column`` is the index of its column, or None where the document does not say; ``candidates``
    are then the indexes that it may be of. ``reason`` says why a value is withheld or ambiguous,
    ``evidence`` why it was placed as it is where its row alone does not say. ``unit`` is one of
    the units of values, blank where neither the cell nor its row or table names one.
    """

    raw: str
    status: CellStatus
    where: Where
    column: int | None = None
    value: Decimal | None = None
    unit: str = ""
    candidates: tuple[int, ...] = ()
    reason: str = ""
    evidence: str = ""
    rag: Literal["", "red", "amber", "green"] = ""
    direction: Literal["", "up", "down", "level"] = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a printed table: its label, the group above it, and its cells in printed order.

    ``cells`` holds one cell for each value, target or comparator that is printed (or that is
    blank, where positions show it); ``rag`` and ``direction`` are the row's own where a column of
    its own prints them.
    """

    label: str
    where: Where
    cells: tuple[Cell, ...]
    breakdown: str = ""
    unit: str = ""
    rag: Literal["", "red", "amber", "green"] = ""
    direction: Literal["", "up", "down", "level"] = ""


@dataclass(frozen=True, kw_only=True)
class PrintedTable(Part):
    """A printed table of figures; one that goes on over pages is one table.

    ``columns`` in printed order, the label's first. ``title`` is the heading that it stands under.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    unit: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headings as printed."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A row of a recommendations tracker, as printed: one row may ask for several things.

    ``actions`` are the recommendations, one each; ``taken`` the answers (as many, or one for
    all, or none); ``statuses`` likewise.
    """

    raised: date | None
    title: str
    actions: tuple[Said, ...]
    taken: tuple[Said, ...]
    statuses: tuple[Said, ...]
    where: Where
    recipient: str = ""


@dataclass(frozen=True, kw_only=True)
class Tracker(Part):
    """A tracker of earlier recommendations."""

    rows: tuple[TrackerRow, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary or of a list of acronyms."""

    term: str
    where: Where
    expansion: str = ""
    definition: str = ""


@dataclass(frozen=True, kw_only=True)
class Glossary(Part):
    """A glossary or a list of acronyms."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class Statement(Part):
    """What the paper states in words: a commitment, an ambition, a risk or a strength.

    ``due`` is a day, a month or a year as in the column ``due`` of the statements, blank where
    the words do not come down to one; ``due_raw`` is as printed.
    """

    kind: Literal["risk", "ambition", "expectation", "commitment", "strength", "context"]
    text: str
    owner: str = ""
    due: str = ""
    due_raw: str = ""
    measure: str = ""
    item_title: str = ""


@dataclass(frozen=True, kw_only=True)
class InlineFigure(Part):
    """A figure in running text: what it measures in the words around it, its value and period.

    ``baseline``, ``baseline_period`` are what it is compared with; ``text`` is the sentence.
    ``bound`` says whether it is a level, or a target to reach (``at_least``, ``at_most``).
    ``change`` is the change that is printed beside it, such as ``+0.1p.p.``.
    """

    label: str
    raw: str
    value: Decimal
    unit: str
    text: str
    period: Period | None = None
    bound: Literal["", "at_least", "at_most"] = ""
    item_title: str = ""
    change: str = ""


@dataclass(frozen=True, kw_only=True)
class Passage(Part):
    """A sentence of running text that states a figure or a movement, as printed.

    ``previous`` is the sentence before it in the same paragraph where it speaks of what that one
    names (*This is 7% lower*), else blank.
    """

    text: str
    previous: str = ""
    item_title: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of an inspection; ``paragraph`` as printed, blank for a judgement."""

    kind: Literal[
        "judgement",
        "priority_action",
        "area_for_improvement",
        "strength",
        "weakness",
        "narrative",
    ]
    text: str
    where: Where
    paragraph: str = ""


@dataclass(frozen=True, kw_only=True)
class Inspection(Part):
    """An inspection report."""

    authority: str
    inspectorate: str
    findings: tuple[Finding, ...]
    published: date | None = None
    inspected_from: date | None = None
    inspected_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class Summary(Part):
    """A summary that a third party published: which meeting it is of, and its sections.

    A section's heading is the section of its place; a footnote's ``number`` is its mark. ``asked``
    is what each section says that its report asks of the panel.
    """

    panel_title: str
    day: date | None
    publisher: str
    council: str = ""
    start_time: str = ""
    sections: tuple[Said, ...] = field(default=())
    footnotes: tuple[Said, ...] = field(default=())
    asked: tuple[Said, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Slides(Part):
    """A deck of slides: the heading of each, in ``number`` order, with its text."""

    title: str
    slides: tuple[Said, ...]


def joined(lines: Sequence[Line]) -> str:
    """The text of lines that run on: a word cut by a hyphen at a line's end is left as printed."""
    return " ".join(line.text for line in lines if not line.blank)
