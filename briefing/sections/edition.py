"""One edition of one meeting's briefing: what its sections are made from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefing.errors import BriefingError
from briefing.face import EVERYTHING, Meeting, Store, open_store
from briefing.model.agenda import is_procedural, is_tracker
from briefing.model.titles import readable
from briefing.model.trend import Trend
from briefing.questions import Editorial, Question
from briefing.sections.words import british_date

#: ``before`` prepares the panel for a meeting; ``after`` records what it decided.
EDITIONS = ("before", "after")

#: Abbreviations with a vowel in them that titles of councils' papers have.
ABBREVIATIONS = frozenset(
    ("CAMHS", "CIL", "EHCP", "EHCPS", "EU", "FOI", "HMO", "HMOS", "ICB", "ICS", "ICT", "MASH")
).union(("NEET", "SEN", "SEND", "UASC", "UK"))

Row = Mapping[str, str]


@dataclass(frozen=True)
class Item:
    """An agenda item that is the panel's business, with what belongs to it.

    A ``title`` that the papers print in capitals is in small letters here.
    """

    row: Row
    number: str
    title: str

    @property
    def anchor(self) -> str:
        """The name of its place in the document."""
        return f"item-{self.number.lower()}"


def open_edition(meeting: str, *, edition: str = "", as_of: str = "", data: str = "") -> Edition:
    """The edition of a meeting, ready for its sections.

    Parameters
    ----------
    meeting
        ``PANEL/YYYY-MM-DD``, or the date alone while that is unambiguous.
    edition
        ``before`` or ``after`` the meeting; blank chooses what the papers allow: ``before``
        where the meeting's own agenda papers are on record, else ``after``.
    as_of
        A day (ISO 8601): nothing that came out later is used. Blank takes the day of the agenda
        for an edition before the meeting, and everything for one after it.
    data
        The store; blank takes ``BRIEFING_DATA`` or the nearest ``data/`` folder.

    Raises
    ------
    BriefingError
        When the store, the meeting or the edition cannot be found, or the editorial file has
        a mistake.
    """
    if edition and edition not in EDITIONS:
        raise BriefingError(f"no edition {edition!r}: it is before or after")
    store = open_store(data or find_data())
    found = store.meeting(meeting)
    if not edition:
        edition = "before" if found.has_agenda_papers else "after"
    elif edition == "before" and not found.has_agenda_papers:
        raise BriefingError(f"no agenda papers of {found.id} are held: build it without an edition")
    elif edition == "after" and not _is_minuted(store.meeting(found.id, as_of=EVERYTHING)):
        raise BriefingError(f"no minutes of {found.id} are held: there is no edition after it yet")
    day = as_of or (found.agenda_day if edition == "before" else EVERYTHING)
    return Edition(store, store.meeting(found.id, as_of=day), edition)


def find_data() -> str:
    """The store to read: ``BRIEFING_DATA``, or ``data/`` here or in a folder above."""
    if named := os.environ.get("BRIEFING_DATA"):
        return named
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data" / "datapackage.json").is_file():
            return str(folder / "data")
    raise BriefingError("no data/ folder here: name the store with --data or BRIEFING_DATA")


def _is_minuted(meeting: Meeting) -> bool:
    present = (row["status"] == "present" for row in meeting.rows("attendance"))
    return any(present) or bool(meeting.rows("resolutions"))


@dataclass(frozen=True)
class Edition:
    """A meeting seen for one edition. Sections read it and never change it."""

    store: Store
    meeting: Meeting
    kind: str

    @cached_property
    def editorial(self) -> Editorial:
        """The manager's editorial file of the meeting; an empty draft where there is none."""
        return self.meeting.editorial

    @property
    def status(self) -> str:
        """The word on every page: DRAFT until the editorial file says approved."""
        return "" if self.editorial.approved else "DRAFT"

    @property
    def day(self) -> str:
        """The day of the meeting: ``Thursday 26 September 2024``."""
        return british_date(self.meeting.date, weekday=True)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that are the panel's business, in the order of the agenda."""
        terms = {row["term"] for row in self.meeting.rows("glossary") if row["term"].isupper()}
        return tuple(
            Item(row, row["item_number"], readable(row["title"], keep=ABBREVIATIONS | terms))
            for row in self.meeting.rows("agenda_items")
            if not is_procedural(row["title"]) and row["exempt"] != "yes"
        )

    @cached_property
    def exempt_items(self) -> int:
        """How many items are not open to the public: nothing else is said of them."""
        return sum(row["exempt"] == "yes" for row in self.meeting.rows("agenda_items"))

    @cached_property
    def tracker_item(self) -> str:
        """The number of the item that monitors recommendations; blank for none."""
        return next((item.number for item in self.items if is_tracker(item.title)), "")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The ranked questions, as the manager edited them."""
        return self.meeting.questions()

    @cached_property
    def trends(self) -> tuple[Trend, ...]:
        """The analysis of every series that the meeting's papers print."""
        return self.meeting.trends

    @cached_property
    def second_hand(self) -> bool:
        """Whether every paper of the meeting comes from a third party."""
        own = [d for d in self.meeting.rows("documents") if d["meeting"] == self.meeting.id]
        return bool(own) and all(d["publisher"] == "third_party" for d in own)

    def of_item(self, table: str, number: str) -> tuple[Row, ...]:
        """The rows of a table that belong to an item."""
        return tuple(r for r in self.meeting.rows(table) if r.get("item_number") == number)

    def trends_of(self, number: str) -> tuple[Trend, ...]:
        """The trends that an item's tables print."""
        return tuple(t for t in self.trends if t.series.item_number == number)
