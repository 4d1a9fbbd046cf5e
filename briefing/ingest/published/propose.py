"""Proposals: whose value an unnamed comparator column may hold, from published figures alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.ingest.measures.match import Match
from briefing.ingest.parts import PrintedTable
from briefing.model.decimals import decimals
from briefing.model.published import Measure, Published, Value, rounded
from briefing.model.published.record import NEAR, RECENT, YEARS

#: A cell by its table, its row and its own place in it.
At = tuple[int, int, int]


@dataclass(frozen=True)
class Unnamed:
    """A cell of a comparator column without a name: where it stands, what it prints.

    ``position`` counts the comparator columns of its row from 1.
    """

    at: At
    indicator: str
    position: int
    value: Decimal


@dataclass(frozen=True)
class Proposal:
    """What is proposed of a comparator cell: columns of the table of benchmarks."""

    comparator: str = "unknown"
    identification: str = "unknown"
    period: str = ""
    neighbour_set: str = ""
    release: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class _Fit:
    """A published value that the printed one is, or is rounded from (then not ``exact``)."""

    comparator: str
    area: str
    found: Value
    measure: Measure
    exact: bool
    recent: bool

    @property
    def period(self) -> str:
        return self.found.period.code

    @property
    def when(self) -> str:
        return self.measure.when(self.found.period)

    @property
    def words(self) -> str:
        return f"{self.area}'s {self.found.value} {self.when}"


def unnamed(
    tables: Sequence[PrintedTable], matches: Mapping[tuple[int, int], Match]
) -> list[Unnamed]:
    """The cells of comparator columns without a name, in rows whose measure is known."""
    return [
        Unnamed((at, number, place), found.indicator, column.position or 1, cell.value)
        for at, table in enumerate(tables)
        for number, row in enumerate(table.rows)
        if (found := matches.get((at, number))) and found.indicator and not row.breakdown
        for place, cell in enumerate(row.cells)
        if cell.column is not None and cell.value is not None and cell.status == "stated"
        if (column := table.columns[cell.column]).kind == "comparator" and not column.comparator
    ]


def propose(cells: Sequence[Unnamed], published: Published, as_of: date) -> dict[At, Proposal]:
    """What the comparator cells of one paper may be.

    A value is proposed where it is exactly one of the published values of the authority, its
    region, England and (where their set was public) its statistical neighbours in the latest eight
    years then public, in one of the latest three; where it agrees with the other columns of its
    row on the year; and where other rows do not show its column to be something else. A value that
    is printed to fewer decimals than published needs another row that shows its column exactly.

    Parameters
    ----------
    cells
        The cells of comparator columns without a name, whose measure is known.
    published
        The published figures that bear on the council.
    as_of
        The day of the paper: what came out later is not seen.
    """
    fits = {cell.at: _fits(cell, published, as_of) for cell in cells}
    single = {at: found[0] for at, found in fits.items() if len(found) == 1 and found[0].recent}
    agreed = _agreed_in_rows(single)
    shown = _shown_by_columns(cells, agreed)
    kept = {
        cell.at: agreed[cell.at]
        for cell in cells
        if cell.at in agreed and shown.get(cell.position) == agreed[cell.at].comparator
    }
    rows = {at[:2]: fit.period for at, fit in kept.items()}
    told = _Telling(published, as_of, shown)
    return {
        cell.at: told.proposed(cell, kept[cell.at], fits[cell.at])
        if cell.at in kept
        else Proposal(evidence=told.unknown(cell, fits[cell.at], rows.get(cell.at[:2], "")))
        for cell in cells
    }


def _fits(cell: Unnamed, published: Published, as_of: date) -> list[_Fit]:
    """The published values that the printed one may be, each area and period once."""
    found: dict[tuple[str, str], _Fit] = {}
    printed = decimals(cell.value)
    for measure in published.of_indicator(cell.indicator):
        if measure.relation != "same":
            continue
        exact = printed >= published.places(measure)
        for comparator, area, series in published.comparable(measure, as_of):
            last = list(series)[-RECENT:]
            for period, one in series.items():
                if rounded(one.value, printed) == cell.value:
                    fit = _Fit(comparator, area, one, measure, exact, period in last)
                    found.setdefault((comparator, fit.period), fit)
    return list(found.values())


def _agreed_in_rows(single: Mapping[At, _Fit]) -> dict[At, _Fit]:
    """The fits of each row that are of its commonest period, no comparator twice."""
    rows: dict[tuple[int, int], dict[At, _Fit]] = defaultdict(dict)
    for at, fit in single.items():
        rows[at[:2]][at] = fit
    agreed: dict[At, _Fit] = {}
    for fits in rows.values():
        period = _commonest(fit.period for fit in fits.values())
        alike = {at: fit for at, fit in fits.items() if fit.period == period}
        times = Counter(fit.comparator for fit in alike.values())
        agreed |= {at: fit for at, fit in alike.items() if times[fit.comparator] == 1}
    return agreed


def _shown_by_columns(cells: Sequence[Unnamed], agreed: Mapping[At, _Fit]) -> dict[int, str]:
    """Position -> the comparator that its exact values show; none where they are divided."""
    columns: dict[int, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.at in agreed and agreed[cell.at].exact:
            columns[cell.position].append(agreed[cell.at].comparator)
    return {position: _commonest(found) for position, found in columns.items()}


def _commonest(found: Iterator[str] | Sequence[str]) -> str:
    """What occurs more often than anything else; blank where two occur as often."""
    ranked = Counter(found).most_common(2)
    return "" if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class _Telling:
    """Words for what was found."""

    published: Published
    as_of: date
    shown: Mapping[int, str]

    @property
    def areas(self) -> str:
        *first, last = (self.published.called(name) for name, _ in self.published.areas)
        return f"{', '.join(first)} or {last}" if first else last

    def proposed(self, cell: Unnamed, fit: _Fit, every: Sequence[_Fit]) -> Proposal:
        measure = fit.measure
        if measure.divisor:
            top, under = (row["value"] for row in fit.found.rows)
            what = f"the quotient of {fit.area}'s {top} and {under} {fit.when}"
        else:
            what = fit.words
        verb = f"Equals {what}" if fit.exact else f"{what} rounds to it"
        neighbours = self.published.neighbours(self.as_of)
        with_set = fit.comparator == "statistical_neighbours" and neighbours is not None
        return Proposal(
            comparator=fit.comparator,
            identification="proposed",
            period=fit.period,
            neighbour_set=neighbours.name if with_set and neighbours else "",
            release=fit.found.release,
            evidence=f"{_capital(verb)} ({measure.cited}), and no other of {self.areas} in the "
            f"{YEARS} years then public does",
        )

    def unknown(self, cell: Unnamed, fits: Sequence[_Fit], period: str) -> str:
        """Why a cell is not identified."""
        if not self.published.of_indicator(cell.indicator):
            return "The published files to hand hold no such measure"
        if len(fits) > 1:
            *first, last = (fit.words for fit in fits)
            words = f"{', '.join(first)} and {last} all fit it, so it cannot be told which it is"
            return _capital(words)
        if not fits:
            return self._nearest(cell)
        (fit,) = fits
        fitting = f"{_capital(fit.words)} ({fit.measure.cited}) fits it"
        if not fit.recent:
            return f"{fitting}, but newer years were public for long"
        if period and fit.period != period:
            return f"{fitting}, yet other columns of the row are of {period}"
        if self.shown.get(cell.position, fit.comparator) != fit.comparator:
            return f"{fitting}, yet other rows show this column to be something else"
        return f"{fitting}, but nothing else shows the column to be that; {self._neighbours()}"

    def _nearest(self, cell: Unnamed) -> str:
        """The nearest published value, of the comparator that the column is shown to be."""
        near: list[tuple[Decimal, str, Measure]] = []
        for measure in self.published.of_indicator(cell.indicator):
            for comparator, area, series in self.published.comparable(measure, self.as_of):
                if comparator == self.shown.get(cell.position) and cell.value:
                    latest = series[max(series)]
                    said = f"{area}'s {latest.value} {measure.when(latest.period)}"
                    near.append((latest.value / cell.value - 1, said, measure))
        if near and abs((best := min(near, key=lambda one: abs(one[0])))[0]) <= NEAR:
            change, said, measure = best
            side = "higher" if change > 0 else "lower"
            close = "" if measure.relation == "same" else ", a close measure,"
            return (
                f"No published value equals it; {said} ({measure.cited}){close} is "
                f"{abs(100 * change):.1f}% {side}, and published values may have been revised since"
            )
        return f"No published value of {self.areas} equals it; {self._neighbours()}"

    def _neighbours(self) -> str:
        if now := self.published.neighbours(self.as_of):
            return f"nor is it the average of the {now.name}"
        if not self.published.sets:
            return "an average of statistical neighbours cannot be tested without their set"
        return (
            "an average of statistical neighbours cannot be tested: the set to hand, "
            f"{self.published.sets[-1].name}, is later than the paper"
        )
