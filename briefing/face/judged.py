"""What the papers of one meeting come to when their figures and words are held together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Self

from briefing.analysis import build_series, judge, primary
from briefing.analysis.choosing import Context, chosen
from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.analysis.disagreements import (
    Disagreement,
    after_publication,
    against_earlier,
    comparators_against_earlier,
    counts_and_rates,
    definitions_against_earlier,
    parts_and_totals,
    printed_otherwise,
    targets_against_earlier,
    told_as_past,
    two_values,
)
from briefing.analysis.misplaced import without_misplaced
from briefing.analysis.published import ComparatorCheck, check_comparators
from briefing.errors import BriefingError
from briefing.face.find import near
from briefing.face.papers import AGENDA_PAPERS, Papers
from briefing.model import Series
from briefing.model.claim import Verdict
from briefing.model.published import Published
from briefing.model.trend import Comparator, Trend
from briefing.store import Place, Row


class Judged(Papers):
    """A meeting's papers with their series, trends and what does not agree in them."""

    def series(self, indicator: str | None = None) -> list[Series]:
        """The series that the meeting's tables print, in printed order; of one indicator or all."""
        return [s for s in self._series if indicator is None or s.indicator.indicator == indicator]

    @cached_property
    def _series(self) -> tuple[Series, ...]:
        return without_misplaced(self._as_printed, self.rows("observations"))

    @cached_property
    def _as_printed(self) -> tuple[Series, ...]:
        return build_series(
            self.rows("observations"),
            self.store.folder.rows("indicators", Place()),
            (*self.earlier("targets"), *self.rows("targets")),
            self.citation,
        )

    @cached_property
    def trends(self) -> tuple[Trend, ...]:
        """The analysis of every series that the meeting's tables print, in printed order."""
        benchmarks = self.rows("benchmarks")
        return tuple(judge(s, benchmarks=benchmarks, cite=self.citation) for s in self._series)

    def trend(self, indicator: str, *, table: str = "", breakdown: str = "") -> Trend:
        """The analysis of one indicator.

        Where several tables print it, :func:`briefing.analysis.primary` chooses: the series that
        reaches furthest, then with most known points, then with a target, then printed first.

        Parameters
        ----------
        indicator
            Its slug, such as ``rate-of-children-in-care``.
        table
            The slug of the printed table to take it from.
        breakdown
            The group to take, where the measure is broken down.

        Raises
        ------
        BriefingError
            When the meeting's tables do not print the indicator, or not in that table or group.
        """
        found = [t for t in self.trends if t.series.indicator.indicator == indicator]
        if not found:
            raise BriefingError(self._unknown(indicator))
        fitting = [
            t
            for t in found
            if table in ("", t.series.table) and breakdown in ("", t.series.breakdown)
        ]
        if not fitting:
            places = (f"{t.series.table} {t.series.breakdown}".strip() for t in found)
            raise BriefingError(
                f"{self.id} prints {indicator} only here: {', '.join(dict.fromkeys(places))}"
            )
        whole = [t for t in fitting if not t.series.breakdown]
        return primary(whole or fitting)[0]

    def _unknown(self, indicator: str) -> str:
        printed = tuple(dict.fromkeys(s.indicator.indicator for s in self._series))
        if indicator in self.store.indicators:
            return f"the papers of {self.id} print no figures of {indicator}"
        names = printed or tuple(self.store.indicators)
        return f"there is no indicator {indicator!r}.{near(indicator, names)}"

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What sentences of the papers state about measures, each held against the tables."""
        passages = self._passages(self.rows("passages"))
        printed = {series.indicator.indicator for series in self._series}
        measures = [
            Measure(
                indicator=row["indicator"],
                name=row["name"],
                aliases=tuple(filter(None, row["aliases"].split("|"))),
                unit=row["unit"],
                polarity=row["polarity"],
                definition=row["definition"],
            )
            for row in self.store.folder.rows("indicators", Place())
            if row["indicator"] in printed
        ]
        return tuple(hold(claim, self._record) for claim in claims_in(passages, measures))

    def _passages(self, rows: Iterable[Row]) -> list[Passage]:
        """Rows of the passages, as they are read for what they state."""
        return [
            Passage(
                id=row["passage"],
                text=row["text"],
                item_number=row["item_number"],
                section=row["section"],
                citation=self.citation(row),
                published=date.fromisoformat(self.agenda_day),
                previous=row["previous"],
            )
            for row in rows
        ]

    @cached_property
    def _record(self) -> Record:
        """What statements are held against: every table's comparators of a measure together."""
        beside: dict[str, tuple[Comparator, ...]] = {}
        for trend in self.trends:
            name = trend.series.indicator.indicator
            beside[name] = beside.get(name, ()) + trend.comparators
        return Record(
            series=self._series,
            comparators=beside,
            published=date.fromisoformat(self.agenda_day),
        )

    @cached_property
    def contexts(self) -> tuple[Context, ...]:
        """True statements of which the tables have more to tell: context, and no error."""
        return chosen(self.verdicts, self._record)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Figures that do not agree: table against table, sentence against sentence, and what
        these papers print otherwise than the last ones.
        """
        published = self._papers_out
        printed = {r["passage"]: r for r in self.rows("passages") if r["text_kind"] != "summary"}
        passages = self._passages(printed.values())
        verdicts = [one for one in self.verdicts if one.claim.passage in printed]
        return (
            *printed_otherwise(self._as_printed),
            *parts_and_totals(self._series),
            *counts_and_rates(self._series),
            *two_values(passages, verdicts),
            *after_publication(self._series, published),
            *told_as_past(passages, published),
            *self._against_earlier(),
        )

    @property
    def _papers_out(self) -> date:
        """The day by which all papers of the agenda were out, late ones too."""
        papers = (r for r in self.rows("documents") if r["kind"] in AGENDA_PAPERS)
        return date.fromisoformat(max([self.agenda_day, *(r["published"] for r in papers)]))

    def _against_earlier(self) -> Iterator[Disagreement]:
        """What these papers print otherwise than the last ones with figures."""
        earlier = self.last_with_figures
        if earlier is not None:
            yield from against_earlier(earlier.series(), self._series)
            yield from definitions_against_earlier(earlier.series(), self._series)
            yield from targets_against_earlier(earlier.series(), self._series)
            yield from comparators_against_earlier(earlier.trends, self.trends)

    @cached_property
    def comparator_checks(self) -> tuple[ComparatorCheck, ...]:
        """The comparator columns held against published figures: year, newer ones, neighbours."""
        published = Published.of(
            self.council, self.rows("published_values"), self.rows("neighbour_sets")
        )
        return check_comparators(
            self.rows("benchmarks"),
            published,
            papers=date.fromisoformat(self.agenda_day),
            seen=date.fromisoformat(self.as_of),
            figure_of=self.figure,
        )

    @property
    def last_with_figures(self) -> Self | None:
        """The last meeting before this one whose papers print figures, seen on the same day."""
        meeting = self
        while (earlier := meeting.previous) is not None:
            if any(s.known or s.unplaced for s in earlier.series()):
                return earlier
            meeting = earlier
        return None
