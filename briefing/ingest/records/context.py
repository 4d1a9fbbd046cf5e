"""What every row of a document needs to know: its meeting, its document, its agenda item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from briefing.ingest.measures import Match
from briefing.ingest.parts import AgendaItem, Minutes, Part, ReportCover, Where
from briefing.ingest.published import Proposal
from briefing.ingest.records.rows import Row
from briefing.ingest.words.people import without_contacts

P = TypeVar("P", bound=Part)

#: A printed row of a table of the document: the place of the table among those found, and its own.
At = tuple[int, int]


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

    def of(self, kind: type[P]) -> Iterator[P]:
        """The parts of a kind, in printed order."""
        return (part for part in self.parts if isinstance(part, kind))

    def place(self, where: Where, section: str = "") -> Row:
        """The columns that say where a row was read."""
        return {
            "document": self.document["document"],
            "page": "" if where.page is None else str(where.page),
            "printed_page": where.printed_page,
            "section": clean(section or where.section),
            "line": "" if where.line is None else str(where.line),
        }

    def meeting_on(self, day: date | None) -> str:
        """The panel's meeting of a day; this document's own where the day is not stated."""
        return f"{self.panel}/{day.isoformat()}" if day else self.meeting

    def item_at(self, where: Where) -> str:
        """The agenda item whose report a place belongs to; blank where that is not known."""
        at = bisect_right([start for start, _ in self._reports], _order(where))
        return self._reports[at - 1][1] if at else ""

    @cached_property
    def _reports(self) -> list[tuple[tuple[int, int], str]]:
        """Where each report begins, with the number of its agenda item."""
        covers = sorted(self.of(ReportCover), key=lambda cover: _order(cover.where))
        starts = [(_order(cover.where), self.item_of(cover)) for cover in covers]
        starts += [(_order(minutes.where), "") for minutes in self.of(Minutes)]
        return sorted(starts)

    def item_of(self, cover: ReportCover) -> str:
        """The number of the agenda item that a report's cover belongs to; blank if none does.

        A cover is tied to the item of its subject. Failing that, to the one whose printed pages
        hold it, unless that item is another cover's by its subject.
        """
        items = [item for item in self.of(AgendaItem) if not item.exempt]
        named = [item for item in items if same_title(item.title, cover.subject)]
        if len(named) == 1:
            return named[0].number
        page = cover.where.printed_page
        if not page.isdigit():
            return ""
        subjects = [other.subject for other in self.of(ReportCover) if other is not cover]
        within = [
            item.number
            for item in items
            if item.printed_from is not None
            and item.printed_from <= int(page) <= (item.printed_to or item.printed_from)
            and not any(same_title(item.title, subject) for subject in subjects)
        ]
        return within[0] if len(within) == 1 else ""


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, spaces and marks."""
    return bool(one) and _letters(one) == _letters(other)


def clean(text: str) -> str:
    """A text for the store: one space between words, no telephone numbers, no mail addresses."""
    return " ".join(without_contacts(text).split())


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("&", "and"))


def _order(where: Where) -> tuple[int, int]:
    return (where.page or 0, where.line or 0)
