"""What the questions see of a meeting: a read-only view, which the public face satisfies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from briefing.analysis.choosing import Context
from briefing.analysis.published import ComparatorCheck
from briefing.model.claim import Verdict
from briefing.model.figure import Citation, Figure
from briefing.model.trend import Trend

#: A row of a table of the store, every cell a string.
Row = Mapping[str, str]


class View(Protocol):
    """A meeting as far as it was public on the day that its briefing is of.

    Nothing that became public later may come through a view: the questions do not look again.
    """

    @property
    def trends(self) -> tuple[Trend, ...]:
        """The judgement of every series that the meeting's papers print."""
        ...

    @property
    def ledger(self) -> Sequence[Any]:
        """The panel's recommendations with age, status and flags, as at the meeting."""
        ...

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What sentences of the papers state about measures, each held against the tables."""
        ...

    @property
    def contexts(self) -> tuple[Context, ...]:
        """True statements of which the tables have more to tell."""
        ...

    @property
    def comparator_checks(self) -> tuple[ComparatorCheck, ...]:
        """The comparator columns held against published figures."""
        ...

    @property
    def serves(self) -> tuple[str, str]:
        """Whom the panel's services are for, in full and in brief."""
        ...

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of one table that belong to this meeting."""
        ...

    def earlier(self, table: str) -> Sequence[Row]:
        """The rows of one table that belong to earlier meetings of the panel, oldest first."""
        ...

    def cite(self, row: Row) -> Citation:
        """The place that a row was read from."""
        ...

    def figure(self, row: Row) -> Figure:
        """The figure that a row with a value and a unit states."""
        ...
