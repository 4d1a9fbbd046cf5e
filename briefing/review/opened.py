"""A meeting opened for review."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from briefing.errors import BriefingError
from briefing.face import EVERYTHING, Meeting, Store, open_store
from briefing.ingest.decisions.record import Decision, for_meeting, read_decisions
from briefing.ingest.decisions.settle import decide
from briefing.ingest.measures.catalogue import Catalogue, Suggestions
from briefing.ingest.measures.match import NOT_CONFIRMED
from briefing.ingest.measures.units import ANY
from briefing.review.matters import PrintedRow, Row, printed_rows
from briefing.review.papers import Papers
from briefing.sections.edition import find_data


def open_review(meeting: str, *, source: str = "", author: str = "", data: str = "") -> Review:
    """What was read for a meeting, ready for review.

    Parameters
    ----------
    meeting
        ``PANEL/YYYY-MM-DD``, or the date alone while that is unambiguous.
    source
        The file that was read, or a folder with such files: what was read then stands beside a
        picture of its page, or beside the lines of a text.
    author
        Who decides.
    data
        The store; blank takes ``BRIEFING_DATA`` or the nearest ``data/``.

    Raises
    ------
    BriefingError
        When the store, the meeting or the source is not found.
    """
    store = open_store(data or find_data())
    return Review(store, store.meeting(meeting, as_of=EVERYTHING).id, source, author)


class Review:
    """A meeting under review: what awaits a decision, and the decisions made."""

    def __init__(self, store: Store, meeting: str, source: str = "", author: str = "") -> None:
        self.store = store
        self.meeting_id = meeting
        self.author = author
        self._load()
        hashes = {row["document"]: row["sha256"] for row in self.meeting.rows("documents")}
        self.papers = Papers(source, hashes)

    def _load(self) -> None:
        self.store = open_store(self.store.root)
        self.meeting: Meeting = self.store.meeting(self.meeting_id, as_of=EVERYTHING)
        titles = {row["table"]: row["title"] for row in self.meeting.rows("tables")}
        self.rows = printed_rows(self.meeting.rows("observations"), titles)

    @property
    def ambiguous(self) -> list[PrintedRow]:
        """Printed rows with values of which it is not known which period they are of."""
        return [row for row in self.rows if row.unplaced]

    @property
    def unmatched(self) -> list[PrintedRow]:
        """Printed rows of no known measure, or of one that nobody has confirmed yet."""
        waiting = {
            row["indicator"]
            for row in self.store.rows("indicators")
            if row["polarity_source"] == NOT_CONFIRMED
        }
        decided = {d.name_as_printed for d in self.decisions if d.kind == "new_measure"}
        return [
            row
            for row in self.rows
            if (_has_values(row) if not row["indicator"] else row["indicator"] in waiting)
            and row["name_as_printed"] not in decided
        ]

    @property
    def withheld(self) -> list[PrintedRow]:
        """Printed rows with values that were withheld."""
        return [row for row in self.rows if any(c["status"] == "withheld" for c in row.cells)]

    @property
    def comparators(self) -> list[Row]:
        """Comparator values that the papers do not name and no person has confirmed."""
        rows = self.meeting.rows("benchmarks")
        open_ = ("proposed", "unknown")
        return [row for row in rows if row["value"] and row["identification"] in open_]

    @property
    def issues(self) -> list[Row]:
        """What was not understood."""
        return list(self.meeting.rows("issues"))

    @cached_property
    def _panel(self) -> str:
        return self.meeting.panel

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions on record that bear on the meeting."""
        return for_meeting(read_decisions(self.store.folder, self._panel), self.meeting_id)

    def suggestions(self, row: PrintedRow) -> Suggestions:
        """The measures that a printed row may be of, the likeliest first."""
        units = frozenset({row.unit}) if row.unit else ANY
        found = Catalogue(self.store.rows("indicators")).suggest(row["name_as_printed"], units)
        return tuple(one for one in found if one[0] != row["indicator"])

    def name_of(self, indicator: str) -> str:
        """The name of a measure as the catalogue has it."""
        known = self.store.indicators.get(indicator)
        return known.name if known else indicator

    def printed_name(self, benchmark: Row) -> str:
        """The label of the printed row that a comparator value belongs to."""
        for row in self.rows:
            if row["table"] == benchmark["table"] and row["indicator"] == benchmark["indicator"]:
                return row["name_as_printed"]
        return ""

    def decide(
        self,
        kind: str,
        name_as_printed: str,
        value: str = "",
        *,
        table: str,
        reason: str,
        unit: str = "",
        author: str = "",
    ) -> int:
        """Put a decision on record and apply it; how many rows it corrected.

        Parameters
        ----------
        kind, name_as_printed, value, unit, reason
            As in :class:`~briefing.ingest.decisions.record.Decision`.
        table
            The table of the row. How values are placed and what a comparator is holds for this
            meeting alone, which measure a row is of for every later paper with such a table.
        author
            Who decides; by default the author of the review.

        Raises
        ------
        BriefingError
            When something is missing, or the decision fits no row; nothing was changed then.
        """
        if not (author or self.author).strip():
            raise BriefingError("a decision names its author: give one to open_review")
        decision = Decision(
            kind=kind,
            name_as_printed=name_as_printed,
            value=value,
            author=(author or self.author).strip(),
            reason=reason.strip(),
            decided=date.today().isoformat(),
            unit=unit,
            meeting=self.meeting_id if kind in ("placed", "comparator") else "",
            table=table,
        )
        corrected = decide(self.store.folder, self._panel, decision)
        self._load()
        return corrected

    @cached_property
    def widget(self) -> Any:
        """The controls to decide with, for JupyterLab."""
        from briefing.review.controls import Controls

        return Controls(self).box


def _has_values(row: PrintedRow) -> bool:
    return any(cell["status"] in ("stated", "ambiguous") for cell in row.cells)
