"""One meeting: what its papers say, and what is judged and asked of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import questions as asking
from briefing.analysis import Entry, build_series, judge, ledger, primary
from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.analysis.disagreements import (
    Disagreement,
    after_publication,
    against_earlier,
    counts_and_rates,
    parts_and_totals,
    printed_otherwise,
)
from briefing.errors import BriefingError
from briefing.face.find import near
from briefing.face.papers import Papers
from briefing.model import Series
from briefing.model.agenda import is_procedural
from briefing.model.claim import Verdict
from briefing.model.trend import Trend
from briefing.questions import Editorial, Question, Remark, Signal, Suggestion
from briefing.store import Place, Row, columns_of
from briefing.store.frames import tidy_frame

if TYPE_CHECKING:
    import pandas as pd

#: The tables that a meeting computes from its others.
COMPUTED_HERE = ("trends", "signals", "questions", "claims", "disagreements")


def _decoded(content: bytes) -> str:
    """A small text file of the manager's, in UTF-8 or, as PowerShell writes it, in UTF-16."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    return content.decode("utf-8-sig")


class Meeting(Papers):
    """A meeting: its papers, their trends, and the questions they give rise to.

    Made by :meth:`briefing.face.Store.meeting`. Judgements rest on what was public on the day
    :attr:`as_of`, of this meeting and of the panel's earlier ones.
    """

    def series(self, indicator: str | None = None) -> list[Series]:
        """The series that the meeting's tables print, in printed order; of one indicator or all."""
        return [s for s in self._series if indicator is None or s.indicator.indicator == indicator]

    @cached_property
    def _series(self) -> tuple[Series, ...]:
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
    def ledger(self) -> tuple[Entry, ...]:
        """The panel's recommendations with their life and flags, as at the meeting."""

        def every(table: str) -> tuple[Row, ...]:
            return (*self.earlier(table), *self.rows(table))

        return ledger(
            every("recommendations"),
            every("recommendation_updates"),
            every("meetings"),
            date.fromisoformat(self.date),
            cite=self.citation,
            resolutions=every("resolutions"),
        )

    @cached_property
    def editorial_file(self) -> Path:
        """Where the manager's editorial file of the meeting is, if there is one."""
        return self.store.private / self.panel / f"{self.date}.toml"

    @cached_property
    def editorial(self) -> Editorial:
        """The manager's editorial file of the meeting; an empty draft where there is none.

        Raises
        ------
        BriefingError
            When the file cannot be read or has a mistake; the message names the line.
        """
        path = self.editorial_file
        if not path.exists():
            return asking.Editorial()
        try:
            text = _decoded(path.read_bytes())
            return asking.load_editorial(text, [q.id for q in self.candidates], self._business)
        except (OSError, UnicodeDecodeError, asking.EditorialError) as error:
            raise BriefingError(f"{path}: {error}") from None

    def editorial_template(self) -> str:
        """An editorial file to begin with: every key explained, every question listed."""
        return asking.template(f"{self.panel_title}, {self.date}", self.candidates)

    @property
    def _business(self) -> list[str]:
        """The numbers of the items that a briefing shows."""
        return [
            row["item_number"]
            for row in self.rows("agenda_items")
            if not is_procedural(row["title"]) and row["exempt"] != "yes"
        ]

    @cached_property
    def candidates(self) -> tuple[Question, ...]:
        """Every question that the papers give rise to, chosen or not, before any editing."""
        return asking.candidates(self)

    @cached_property
    def _questions(self) -> tuple[Question, ...]:
        return asking.ask(self, self.editorial)

    def questions(self) -> tuple[Question, ...]:
        """The ranked challenge questions with their evidence, as the manager edited them."""
        return self._questions

    def signals(self) -> tuple[Signal, ...]:
        """What the figures and the papers give rise to, gravest first."""
        return tuple(asking.detect(self))

    def five_things(self) -> tuple[Remark, ...]:
        """Five things to know before the meeting, good and bad."""
        return asking.five_things(self)

    def going_well(self, item_number: str = "") -> tuple[Remark, ...]:
        """What goes well, of one agenda item or of all."""
        return tuple(r for r in self._going_well if item_number in ("", r.item_number))

    @cached_property
    def _going_well(self) -> tuple[Remark, ...]:
        return asking.going_well(self)

    def suggested_recommendations(self, item_number: str = "") -> tuple[Suggestion, ...]:
        """Recommendations that the panel could make, of one agenda item or of all."""
        found = asking.suggest_recommendations(self.questions())
        return tuple(s for s in found if item_number in ("", s.item_number))

    def recommendations(self) -> tuple[Entry, ...]:
        """The panel's recommendations with their life and flags, as at the meeting."""
        return self.ledger

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What sentences of the papers state about measures, each held against the tables."""
        published = date.fromisoformat(self.agenda_day)
        passages = [
            Passage(
                id=row["passage"],
                text=row["text"],
                item_number=row["item_number"],
                section=row["section"],
                citation=self.citation(row),
                published=published,
                previous=row["previous"],
            )
            for row in self.rows("passages")
        ]
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
        record = Record(
            series=self._series,
            comparators={t.series.indicator.indicator: t.comparators for t in self.trends},
            published=published,
        )
        return tuple(hold(claim, record) for claim in claims_in(passages, measures))

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Figures that do not agree: table against table, these papers against the last ones."""
        earlier = self.last_with_figures
        return (
            *printed_otherwise(self._series),
            *parts_and_totals(self._series),
            *counts_and_rates(self._series),
            *after_publication(self._series, date.fromisoformat(self.agenda_day)),
            *(against_earlier(earlier.series(), self._series) if earlier else ()),
        )

    @property
    def last_with_figures(self) -> Meeting | None:
        """The last meeting before this one whose papers print figures, seen on the same day."""
        meeting = self
        while (earlier := meeting.previous) is not None:
            if any(s.known or s.unplaced for s in earlier.series()):
                return earlier
            meeting = earlier
        return None

    def table(self, table: str) -> pd.DataFrame:
        """A table of the meeting, stored or computed, as a tidy frame.

        Raises
        ------
        BriefingError
            When there is no such table.
        """
        if table in COMPUTED_HERE:
            return tidy_frame(table, self.computed(table), columns_of(table))
        return super().table(table)

    def computed(self, table: str) -> list[Row]:
        """The rows of one of :data:`COMPUTED_HERE`, as mappings of strings."""
        from briefing.face.computed import (
            claim_rows,
            disagreement_rows,
            question_rows,
            signal_rows,
            trend_rows,
        )

        if table == "trends":
            return trend_rows(self.id, self.trends)
        if table == "signals":
            return signal_rows(self.id, self.signals())
        if table == "claims":
            return claim_rows(self.id, self.verdicts)
        if table == "disagreements":
            return disagreement_rows(self.id, self.disagreements)
        return question_rows(self.id, self.questions())
