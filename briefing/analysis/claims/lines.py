"""The points of a series that a claim speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.analysis.claims.material import Record
from briefing.model import Figure, Period, Series
from briefing.model.claim import Claim


@dataclass(frozen=True)
class Line:
    """The known points of one table for a measure, up to the publication, in order of time."""

    series: Series
    points: tuple[tuple[Period, Figure], ...]

    def at(self, period: Period | None) -> Figure | None:
        """The figure of a period."""
        return next((f for p, f in self.points if p == period), None)

    @property
    def last(self) -> tuple[Period, Figure] | None:
        """The latest point."""
        return self.points[-1] if self.points else None

    def now(self, claim: Claim) -> tuple[Period, Figure] | None:
        """The point that the claim is of: that of its period, or else the latest."""
        if claim.period is None:
            return self.last
        figure = self.at(claim.period)
        return (claim.period, figure) if figure else None

    def between(self, first: Period | None, last: Period) -> list[tuple[Period, Figure]]:
        """The points from one period to another, both included."""
        return [
            (p, f)
            for p, f in self.points
            if (first is None or p.start >= first.start) and p.start <= last.start
        ]

    @property
    def step(self) -> int:
        """Months from point to point."""
        return self.points[-1][0].length if self.points else 1


def lines(record: Record, indicator: str) -> list[Line]:
    """Every table's points for a measure; second-hand ones are left out."""
    latest = record.latest
    return [
        Line(
            series,
            tuple(
                (p.period, p.figure)
                for p in series.known
                if p.figure is not None and (latest is None or p.period.start <= latest.start)
            ),
        )
        for series in record.of(indicator)
        if not series.second_hand
    ]


def contiguous(points: Sequence[tuple[Period, Figure]]) -> bool:
    """Whether no period is missing between the first point and the last."""
    return all(b[0].follows(a[0]) for a, b in pairwise(points))
