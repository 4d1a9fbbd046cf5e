"""The record that a briefing is read back against: rows of the store, and what they allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.model import TABLES
from briefing.model.tables import DATE, DECIMAL, PERIOD, PUBLISHED, WHOLE
from briefing.model.trend import Trend
from briefing.publish.read_back.allowances import Allowances
from briefing.sections.edition import Edition
from briefing.sections.words import british_time, pages
from briefing.store import STORED, Row

#: Columns of numbers, which are figures and never a quotation.
_NUMBERS = (DECIMAL, WHOLE)
#: Columns whose days, months and years may be printed.
_TIMES = (DATE, PERIOD, rf"{DATE}|{PERIOD}")
#: Columns of names for machines, and of what a person noted about the reading.
_SILENT = frozenset(("meeting", "document", "sha256", "file", "url", "evidence", "raw"))
#: Fixed words of the kit that have a number in them.
WORDING = (
    "2.66 average moving ranges",
    "after NHS England's Making Data Count",
    "per 10,000",
    "per 1,000",
)


@dataclass(frozen=True)
class Record:
    """What is on record for one briefing, read from the store again."""

    edition: Edition

    @cached_property
    def rows(self) -> dict[str, tuple[str, Row]]:
        """Every row that the briefing may rest on by its name, each with its table."""
        return {row_name(table, row): (table, row) for table, row in self._every_row()}

    def _every_row(self) -> Iterator[tuple[str, Row]]:
        meeting = self.edition.meeting
        for table in STORED:
            if TABLES[table].place == "meeting":
                yield from ((table, row) for row in meeting.earlier(table))
            yield from ((table, row) for row in meeting.rows(table))
        for row in self.edition.store.folder.documents.values():
            yield "documents", row

    def trend_of(self, rows: Sequence[str]) -> Trend:
        """The analysis of the series whose known figures are those rows, all of them, in order.

        Raises
        ------
        LookupError
            When no table of the meeting prints them as one series.
        """
        found = self._trends.get(tuple(rows))
        if found is None:
            raise LookupError("its points are not the known figures of one printed series")
        return found

    @cached_property
    def latest(self) -> dict[str, Trend]:
        """The analysis of each series by the row of its latest figure."""
        return {t.last.figure.row: t for t in self._trends.values() if t.last}

    @cached_property
    def _trends(self) -> dict[tuple[str, ...], Trend]:
        made: dict[tuple[str, ...], Trend] = {}
        for trend in self.edition.meeting.trends:
            made.setdefault(tuple(f.row for f in trend.series.figures.values()), trend)
        return made

    @cached_property
    def allowances(self) -> Allowances:
        """The phrases with numbers that are no figures."""
        made = Allowances()
        for table, row in self._every_row():
            if table in PUBLISHED:
                if row.get("release"):
                    made.add_words("place", self.edition.meeting.citation(row).text)
                made.add_words("quotation", row.get("set", ""))
                continue
            for field in TABLES[table].fields:
                cell = row.get(field.name, "")
                if not cell or field.name in _SILENT:
                    continue
                if field.pattern in _TIMES:
                    made.add_day("date", cell)
                    made.add_period("period", cell, row.get("period_kind", ""))
                elif field.name == "period_candidates":
                    for code in cell.split("|"):
                        made.add_period("period", code, row.get("period_kind", ""))
                elif field.pattern not in _NUMBERS and not field.enum:
                    made.add_words("quotation", cell)
        self._add_places(made)
        self._add_business(made)
        for phrase in WORDING:
            made.add("method", phrase)
        return made

    def _add_places(self, made: Allowances) -> None:
        meeting = self.edition.meeting
        seen: set[tuple[str, ...]] = set()
        columns = ("table", "document", "meeting", "item_number", "section", "page", "printed_page")
        for _, row in self._every_row():
            key = (*(row.get(c, "") for c in columns), "response" if "response" in row else "")
            if key not in seen and row.get("document"):
                seen.add(key)
                made.add_words("place", meeting.citation(row).text)
                made.add_words("place", f"page {row.get('printed_page') or row.get('page')}")

    def _add_business(self, made: Allowances) -> None:
        """Item numbers, pages of items, the time of the meeting, ranks, the manager's words.

        A reply of the authors is allowed as the whole that is printed: whose, of when, and the
        quotation. Its numbers are allowed nowhere else.
        """
        meeting = self.edition.meeting
        for row in meeting.rows("agenda_items"):
            made.add("item number", f"item {row['item_number']}")
            made.add("page", pages(row["printed_page_from"], row["printed_page_to"]))
        if meeting.start_time:
            made.add("time", british_time(meeting.start_time))
        for question in self.edition.questions:
            made.add("rank", f"priority {question.rank}")
        made.add_day("date", meeting.date)
        made.add_day("date", meeting.as_of)
        for words in _strings(replace(self.edition.editorial, replies=())):
            made.add("manager", words)
        for reply in self.edition.editorial.replies:
            made.add("reply", reply.words)


def row_name(table: str, row: Row) -> str:
    """The name of a row in traces: its key, after its table where the key has several columns."""
    key = TABLES[table].key
    return row[key[0]] if len(key) == 1 else "/".join([table, *(row[k] for k in key if row.get(k))])


def _strings(value: object) -> Iterator[str]:
    """Every text of the manager's file."""
    if isinstance(value, str):
        yield from (part for part in value.split("\n\n"))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _strings(inner)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))
