"""What every row of a document needs to know: its meeting, its document, its agenda item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from briefing.ingest.measures.match import Match
from briefing.ingest.parts import AgendaItem, Minutes, Part, ReportCover, Said, Summary, Where
from briefing.ingest.published import Proposal
from briefing.ingest.records.rows import Row
from briefing.ingest.words.letters import letters
from briefing.ingest.words.people import without_contacts

P = TypeVar("P", bound=Part)

#: A printed row of a table of the document: the place of the table among those found, and its own.
At = tuple[int, int]

#: What a printed row is called: label, group, and the count of rows called so, from 1.
Called = tuple[str, str, int]


@dataclass(frozen=True)
class Context:
    """A document that is being turned into rows.

    Parameters
    ----------
    document
        Its row of the table of documents.
    meeting
        The identifier of its meeting; blank for a paper of no meeting.
    parts
        All that the recognisers found.
    matches
        Which measure each printed row is of.
    new_measures
        Rows for the catalogue of indicators.
    benchmarks
        What the comparator cells of a printed row are, by their position.
    polarities
        Which way is good, by indicator.
    resolved
        Recommendations on record.
    taken_tables
        Names that tables of other papers of the meeting have.
    stem
        What identifiers of statements begin with: the document, or the first that it replaces.
    notes
        What reading the pages left out or doubted, as rows of the issues.
    names
        What the panel is called.
    printed_day
        The day that the document states of its own meeting; None where it states none.
    items
        Agenda items on record, of all meetings of the panel.
    row_numbers
        Numbers of the printed rows of the papers that this one replaces, by their table and what
        they are called: a row that is printed again keeps its number.
    statement_names
        Identifiers of the statements of those papers, by their texts.
    noted_names
        Identifiers of what minutes on record say was noted, by the meeting minuted and the
        letters of the text.
    overruled
        What the document says of itself and the user did not go by, a line each.
    """

    document: Row
    panel: str
    council: str
    panel_title: str
    meeting: str
    parts: Sequence[Part]
    matches: Mapping[At, Match] = field(default_factory=dict)
    new_measures: Sequence[Row] = ()
    benchmarks: Mapping[tuple[int, int, int], Proposal] = field(default_factory=dict)
    polarities: Mapping[str, str] = field(default_factory=dict)
    resolved: Sequence[Row] = ()
    taken_tables: frozenset[str] = frozenset()
    stem: str = ""
    notes: Sequence[Row] = ()
    names: Sequence[str] = ()
    printed_day: date | None = None
    items: Sequence[Row] = ()
    row_numbers: Mapping[str, Mapping[Called, int]] = field(default_factory=dict)
    statement_names: Mapping[str, str] = field(default_factory=dict)
    noted_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    overruled: Sequence[str] = ()

    def of(self, kind: type[P]) -> Iterator[P]:
        """The parts of a kind, in printed order."""
        return (part for part in self.parts if isinstance(part, kind))

    def place(self, where: Where, section: str = "") -> Row:
        """The columns that say where a row was read."""
        return {
            "document": self.document["document"],
            "page": "" if where.page is None else str(where.page),
            "printed_page": where.printed_page,
            "section": _heading(section or where.section),
            "line": "" if where.line is None else str(where.line),
        }

    def meeting_on(self, day: date | None) -> str:
        """The panel's meeting of a day; this document's own where the day is not stated."""
        if day is None or day == self.printed_day:
            return self.meeting
        return f"{self.panel}/{day.isoformat()}"

    def is_own_body(self, title: str) -> bool:
        """Whether a body named in the document is its panel, as far as the name says."""
        mine = [set(_words(name)) for name in (self.panel_title, *self.names) if name]
        its = set(_words(title))
        return not its or not mine or any(one <= its or its <= one for one in mine)

    def minutes(self) -> Iterator[Minutes]:
        """The minutes in the document that are the panel's own."""
        return (one for one in self.of(Minutes) if self.is_own_body(one.panel_title))

    def item_number(
        self, meeting: str, number: str, title: str, *, minuted: bool, count: int = 0
    ) -> str:
        """The number under which an item is kept, so that no two items have one.

        An item keeps the number that agenda or minutes of its meeting gave it first: minutes whose
        numbers run through the year tell of the same items as the agenda. A number that is
        another item's on record says whose it is, as in ``minute 8``; one that is not printed
        is that of the ``count``.
        """
        told = [row for row in self.items if row["meeting"] == meeting]
        here = [
            (row["item_number"], row["title"])
            for row in sorted(told, key=_is_agenda)
            if minuted or not _is_agenda(row)
        ]
        if minuted and meeting == self.meeting:
            here += [(i.number, i.title) for i in self.of(AgendaItem) if not i.exempt]
        same = list(dict.fromkeys(n for n, known in here if same_title(known, title)))
        if number in same:
            return number
        if len(same) == 1 or (same and minuted):
            return same[0]
        taken = not number or number in [n for n, _ in here]
        return f"{'minute' if minuted else 'agenda'} {number or count}" if taken else number

    @cached_property
    def own_items(self) -> list[tuple[str, str]]:
        """Number and title of the agenda items of the meeting, printed here or on record."""
        here = [
            (self.item_number(self.meeting, item.number, item.title, minuted=False), item.title)
            for item in self.of(AgendaItem)
            if not item.exempt
        ]
        if here:
            return here
        return [
            (row["item_number"], row["title"])
            for row in self.items
            if row["meeting"] == self.meeting and row["exempt"] != "yes"
        ]

    def item_at(self, where: Where) -> str:
        """The agenda item whose report a place belongs to; blank where that is not known."""
        at = bisect_right([start for start, _ in self._reports], _order(where))
        return self._reports[at - 1][1] if at else ""

    @cached_property
    def sections(self) -> list[tuple[str, Said]]:
        """The sections of a published summary with their agenda items.

        An item's number is blank where no item on record has the section's heading; where none is
        on record at all, sections are items, numbered as they come.
        """
        every = [section for summary in self.of(Summary) for section in summary.sections]
        if not self.own_items:
            return [(str(at), section) for at, section in enumerate(every, start=1)]
        return [(self._item_titled(section.where.section), section) for section in every]

    def section_at(self, where: Where) -> str:
        """The heading of the summary's section that a place belongs to; blank for other papers."""
        above = [s for _, s in self.sections if _order(s.where) <= _order(where)]
        return above[-1].where.section if above else ""

    @cached_property
    def _reports(self) -> list[tuple[tuple[int, int], str]]:
        """Where each report begins, with the number of its agenda item."""
        covers = sorted(self.of(ReportCover), key=lambda cover: _order(cover.where))
        starts = [(_order(cover.where), self.item_of(cover)) for cover in covers]
        starts += [(_order(minutes.where), "") for minutes in self.of(Minutes)]
        starts += [(_order(section.where), number) for number, section in self.sections]
        return sorted(starts)

    def item_of(self, cover: ReportCover) -> str:
        """The number of the agenda item that a report's cover belongs to; blank if none does.

        A cover is tied to the item of its subject. Failing that, to the one whose printed pages
        hold it, unless that item is another cover's by its subject.
        """
        if named := self._item_titled(cover.subject):
            return named
        items = [item for item in self.of(AgendaItem) if not item.exempt]
        page = cover.where.printed_page
        if not page.isdigit():
            return ""
        subjects = [other.subject for other in self.of(ReportCover) if other is not cover]
        within = [
            self.item_number(self.meeting, item.number, item.title, minuted=False)
            for item in items
            if item.printed_from is not None
            and item.printed_from <= int(page) <= (item.printed_to or item.printed_from)
            and not any(same_title(item.title, subject) for subject in subjects)
        ]
        return within[0] if len(within) == 1 else ""

    def _item_titled(self, title: str) -> str:
        """The number of the one agenda item of a title; blank for none or several."""
        named = [number for number, known in self.own_items if same_title(known, title)]
        return named[0] if len(named) == 1 else ""


def _is_agenda(row: Row) -> bool:
    """Whether a row of the items is of an agenda, not of minutes."""
    return not row["section"].startswith("Minute")


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, spaces and marks."""
    return bool(one) and letters(one) == letters(other)


def clean(text: str) -> str:
    """A text for the store: one space between words, no telephone numbers, no mail addresses."""
    return " ".join(without_contacts(text).split())


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]s?\b", "", text.lower()).replace("&", " and "))


#: A heading that names the person of a case review.
_OF_A_PERSON = re.compile(r"\b[A-Z][a-z]+['’]s\s+(\w+\s+){0,2}review\b")


def _heading(text: str) -> str:
    """A heading as a place; blank where it names the person of a case review."""
    return "" if _OF_A_PERSON.search(text) else clean(text)


def _order(where: Where) -> tuple[int, int]:
    return (where.page or 0, where.line or 0)
