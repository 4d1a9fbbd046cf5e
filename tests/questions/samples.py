"""A small view made by hand: the papers of one meeting of a made-up council."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from briefing.analysis import Entry, build_series, judge, ledger
from briefing.analysis.choosing import Context
from briefing.analysis.published import ComparatorCheck
from briefing.model import TABLES, Citation, Figure, Period
from briefing.model.claim import Verdict
from briefing.model.trend import Trend
from briefing.questions.view import Row

PANEL = "westmoor-children"
JULY = f"{PANEL}/2031-07-16"
MEETING = f"{PANEL}/2031-09-24"

#: Thirteen months whose ordinary variation lies between 76% and 90%.
VISITS = (83, 81, 81, 85, 83, 83, 79, 83, 80, 85, 87, 84, 85)


class Papers:
    """Satisfies :class:`briefing.questions.View`; rows are added table by table."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._positions: dict[str, int] = {}

    def add(self, table: str, meeting: str = MEETING, /, **cells: str) -> Papers:
        """A row with every column of its table, blank where none is given."""
        columns = TABLES[table].columns
        key = "meeting_raised" if table == "recommendations" else "meeting"
        row = {column: "" for column in columns} | {key: meeting, **cells}
        assert set(row) - {key} <= set(columns), set(row) - set(columns)
        self._rows.setdefault((table, meeting), []).append(row)
        return self

    def item(self, number: str, title: str, **cells: str) -> Papers:
        return self.add("agenda_items", item_number=number, title=title, **cells)

    def measure(
        self,
        slug: str,
        values: Sequence[object],
        *,
        name: str = "",
        unit: str = "percent",
        polarity: str = "high",
        measure_type: str = "month",
        first: str = "2030-08",
        table: str = "performance",
        target: object = None,
        direction: str = "at_least",
        due: str = "",
        kind: str = "target",
        breakdown: str = "",
        small_base: str = "",
        meeting: str = MEETING,
        document: str = "pack",
    ) -> Papers:
        """A printed row of successive periods; None is a period without a figure."""
        self.add(
            "indicators",
            "",
            indicator=slug,
            name=name or slug.replace("-", " ").capitalize(),
            unit=unit,
            measure_type=measure_type,
            polarity=polarity,
            small_base=small_base,
        )
        start = Period(first)
        for step, value in enumerate(values):
            period = start.shift(step)
            self.add(
                "observations",
                meeting,
                observation=f"{meeting}/{table}/{slug}-{breakdown}{period.start}",
                table=table,
                indicator=slug,
                name_as_printed=name or slug.replace("-", " ").capitalize(),
                breakdown=breakdown,
                period=period.code,
                period_kind=period.kind,
                value="" if value is None else str(value),
                unit=unit,
                status="missing" if value is None else "stated",
                raw="" if value is None else str(value),
                document=document,
                printed_page="46",
            )
        if target is not None:
            self.target(slug, target, direction, due=due, kind=kind, table=table, meeting=meeting)
        return self

    def target(
        self,
        slug: str,
        value: object,
        direction: str = "at_least",
        *,
        due: str = "",
        kind: str = "target",
        table: str = "performance",
        meeting: str = MEETING,
        set_by: str = "the council",
    ) -> Papers:
        return self.add(
            "targets",
            meeting,
            table=table,
            indicator=slug,
            kind=kind,
            value=str(value),
            direction=direction,
            due=due,
            set_by=set_by,
            raw=str(value),
            document="pack",
            printed_page="3",
        )

    def comparator(self, slug: str, whose: str, value: object, **cells: str) -> Papers:
        cells = {"identification": "named", "table": "performance", **cells}
        return self.add(
            "benchmarks",
            indicator=slug,
            comparator=whose,
            value=str(value),
            raw=str(value),
            column_position=str(1 + len(self.rows("benchmarks"))),
            document="pack",
            **cells,
        )

    def statement(self, slug: str, kind: str, text: str, **cells: str) -> Papers:
        cells = {"item_number": "9", "document": "pack", **cells}
        return self.add("statements", statement=slug, kind=kind, text=text, **cells)

    #: What the commentary states, and what the tables add to it; tests put their own in.
    verdicts: tuple[Verdict, ...] = ()
    contexts: tuple[Context, ...] = ()
    #: Comparators held against published figures.
    comparator_checks: tuple[ComparatorCheck, ...] = ()

    @property
    def serves(self) -> tuple[str, str]:
        return "children and families", "children"

    def rows(self, table: str) -> Sequence[Row]:
        at = "" if TABLES[table].place in ("catalogue", "panel") else MEETING
        return tuple(self._rows.get((table, at), ()))

    def earlier(self, table: str) -> Sequence[Row]:
        return tuple(self._rows.get((table, JULY), ()))

    def cite(self, row: Row) -> Citation:
        document = row.get("document", "")
        own = document in ("pack", "summary", "") and row.get("meeting", MEETING) == MEETING
        return Citation(
            document=document,
            document_title={"inspection": "Inspection of 2021"}.get(document, "Pack"),
            meeting=row.get("meeting", ""),
            item_number=row.get("item_number") or ("9" if own else ""),
            section=row.get("section") or row.get("table", "").capitalize(),
            printed_page=row.get("printed_page", ""),
            second_hand=document == "summary",
        )

    def figure(self, row: Row) -> Figure:
        return Figure(Decimal(row["value"]), row["unit"], citation=self.cite(row))

    @cached_property
    def trends(self) -> tuple[Trend, ...]:
        catalogue = {r["indicator"]: r for r in self.rows("indicators")}
        targets = (*self.earlier("targets"), *self.rows("targets"))
        found = build_series(self.rows("observations"), catalogue.values(), targets, self.cite)
        return tuple(judge(s, benchmarks=self.rows("benchmarks"), cite=self.cite) for s in found)

    @cached_property
    def ledger(self) -> tuple[Entry, ...]:
        def every(table: str) -> tuple[Row, ...]:
            return (*self.earlier(table), *self.rows(table))

        return ledger(
            every("recommendations"),
            every("recommendation_updates"),
            every("meetings"),
            date(2031, 9, 24),
            cite=self.cite,
            resolutions=every("resolutions"),
        )


def performance() -> Papers:
    """The papers of a meeting with one performance item and a procedural one."""
    return Papers().item("1", "Apologies").item("9", "Performance of children's services")
