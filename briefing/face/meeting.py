"""One meeting: what its papers say, and what is judged and asked of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import questions as asking
from briefing.analysis import Entry, ledger, row_id
from briefing.errors import BriefingError
from briefing.face.judged import Judged
from briefing.face.points import Point, points_of
from briefing.model import COMPUTED
from briefing.model.agenda import is_procedural
from briefing.questions import Editorial, Question, Remark, Reply, Signal, Suggestion
from briefing.store import Row, columns_of
from briefing.store.frames import tidy_frame

if TYPE_CHECKING:
    import pandas as pd


def _decoded(content: bytes) -> str:
    """A small text file of the manager's, in UTF-8 or, as PowerShell writes it, in UTF-16."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    return content.decode("utf-8-sig")


class Meeting(Judged):
    """A meeting: its papers, their trends, and the questions they give rise to.

    Made by :meth:`briefing.face.Store.meeting`. Judgements rest on what was public on the day
    :attr:`as_of`, of this meeting and of the panel's earlier ones.
    """

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
        points = [(point.id, point.words) for point in self.points if point.contradicts]
        return asking.template(f"{self.panel_title}, {self.date}", self.candidates, points)

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
    def points(self) -> tuple[Point, ...]:
        """What can be clarified with the authors, each with a lasting name and their replies."""
        rows = {
            row_id(table, row): row
            for table in ("observations", "targets", "benchmarks")
            for row in (*self.earlier(table), *self.rows(table))
        }
        return points_of(
            self.verdicts,
            self.disagreements,
            lambda name: rows.get(name, {}),
            self.editorial.replies,
        )

    @property
    def replies_without_point(self) -> tuple[Reply, ...]:
        """Replies of the editorial file to a point that the papers do not have (any more)."""
        known = {point.id for point in self.points}
        return tuple(one for one in self.editorial.replies if one.point not in known)

    def table(self, table: str) -> pd.DataFrame:
        """A table of the meeting, stored or computed, as a tidy frame.

        Raises
        ------
        BriefingError
            When there is no such table.
        """
        if table in COMPUTED:
            return tidy_frame(table, self.computed(table), columns_of(table))
        return super().table(table)

    def computed(self, table: str) -> list[Row]:
        """The rows of one of :data:`~briefing.model.tables.COMPUTED`, as mappings of strings."""
        from briefing.face.computed import ROWS_OF

        return ROWS_OF[table](self)
