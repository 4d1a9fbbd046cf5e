"""How many of a set of measures stood below the panel's own expectation in one period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Figure, Period, Series, Target, derive


@dataclass(frozen=True)
class Held:
    """One measure held against its expectation; ``met`` is None where that cannot be told."""

    series: Series
    expectation: Target
    figure: Figure | None
    met: bool | None


@dataclass(frozen=True)
class ExpectationCount:
    """How many measures met an expectation in one period.

    ``below``, ``met``, ``unknown`` and ``total`` are derived figures that name the values and
    expectations that they rest on. ``below`` counts the measures on the wrong side of what was
    expected; ``unknown`` those with no known value in the period, or whose expectation has no
    known direction.
    """

    period: Period
    below: Figure
    met: Figure
    unknown: Figure
    total: Figure
    measures: tuple[Held, ...]

    def of_table(self, table: str) -> ExpectationCount:
        """The same count for the measures of one printed table."""
        return _count([m for m in self.measures if m.series.table == table], self.period)

    @property
    def tables(self) -> tuple[str, ...]:
        """The printed tables that the measures stand in, in order."""
        return tuple(dict.fromkeys(m.series.table for m in self.measures))


def count_below(
    series: Iterable[Series], period: Period, *, kind: str = "expectation", set_by: str = ""
) -> ExpectationCount:
    """Hold every series that has an expectation against it in one period.

    Parameters
    ----------
    series
        Those without a target of this kind are passed over, and so is a measure that an earlier
        series has brought already, so that one printed in two tables counts once.
    kind
        The kind of target.
    set_by
        Only those set by this body; blank for all.
    """
    held: dict[tuple[str, str], Held] = {}
    for one in series:
        target = next((t for t in one.targets if t.kind == kind and set_by in ("", t.set_by)), None)
        if target is None:
            continue
        figure = next((p.figure for p in one.known if p.period == period), None)
        met = None if figure is None else target.met_by(figure.value)
        name = (one.indicator.indicator, one.breakdown)
        if name not in held or (held[name].figure is None and figure is not None):
            held[name] = Held(one, target, figure, met)
    return _count(list(held.values()), period)


def _count(measures: list[Held], period: Period) -> ExpectationCount:
    def figure(outcome: bool | None, words: str) -> Figure:
        counted = [m for m in measures if m.met is outcome]
        return derive(
            len(counted),
            f"measures that {words} in {period.label}",
            *(f for m in counted for f in (m.figure, m.expectation.figure) if f is not None),
            period=period,
        )

    return ExpectationCount(
        period=period,
        below=figure(False, "did not meet the expectation"),
        met=figure(True, "met the expectation"),
        unknown=figure(None, "could not be held against the expectation"),
        total=derive(
            len(measures),
            "measures with an expectation",
            *(m.expectation.figure for m in measures),
            period=period,
        ),
        measures=tuple(measures),
    )
