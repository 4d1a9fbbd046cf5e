"""Comparator columns held against published values: year, newer ones, sets of neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.analysis.published import words
from briefing.analysis.published.record import ComparatorCheck, Newer, Sets
from briefing.analysis.published.revised import Rate, shared_year
from briefing.analysis.published.telling import Asked, Beside, Told, fitting, shows_its_year, tell
from briefing.analysis.published.whose import at, whose
from briefing.analysis.published.words import FigureOf
from briefing.analysis.rows import Row, period
from briefing.model import Figure, Period, Sentence
from briefing.model.published import Measure, Neighbours, Published, Value, measures
from briefing.model.published.record import RECENT, latest

_NEIGHBOURS = "statistical_neighbours"
#: Identifications that rest on more than a value.
_BY_PEOPLE = ("named", "confirmed")


def check_comparators(
    rows: Sequence[Row],
    published: Published,
    papers: date,
    seen: date,
    figure_of: FigureOf,
) -> tuple[ComparatorCheck, ...]:
    """Each comparator value of one meeting, held against published values.

    Parameters
    ----------
    rows
        The meeting's rows of the table of benchmarks; those without a value are passed over.
    published
        The published figures that bear on the council.
    papers
        The day on which the papers came out: what they print is looked for in what was public.
    seen
        The day up to which anything is seen; a newer value or set of a later day is not.
    figure_of
        Makes the figure of a row of benchmarks or of published values.
    """
    printed = [row for row in rows if row["value"] and row["indicator"]]
    checks = _Checks(published, min(papers, seen), seen, figure_of)
    return tuple(checks.all(printed, whose(printed)))


@dataclass(frozen=True)
class _Checks:
    published: Published
    papers: date
    seen: date
    figure_of: FigureOf

    def all(self, rows: Sequence[Row], comparators: Sequence[str]) -> Iterator[ComparatorCheck]:
        asked = [
            self._asked(row, comparator) if comparator in self._areas else None
            for row, comparator in zip(rows, comparators, strict=True)
        ]
        row_years = _row_years(rows, asked)
        revised = _revised(comparators, asked)
        told = [
            tell(
                replace(one, row=row_years.get(at(row)), revised=revised.get(comparator)),
                self.figure_of,
            )
            if one
            else None
            for row, comparator, one in zip(rows, comparators, asked, strict=True)
        ]
        alike = Counter(
            (at(row), one.value.period)
            for row, one in zip(rows, told, strict=True)
            if one and one.value and one.year == "exact"
        )
        for row, comparator, found in zip(rows, comparators, told, strict=True):
            if found is None:
                yield self._without_area(row, comparator)
                continue
            beside = alike[at(row), found.value.period] if found.value else 0
            firm = row["identification"] in _BY_PEOPLE or beside > 1 or found.year == "nearest"
            yield self._of_area(row, comparator, found, firm)

    @property
    def _areas(self) -> dict[str, str]:
        return dict(self.published.areas)

    def _asked(self, row: Row, comparator: str) -> Asked | None:
        """What is published of a row's measure in its area; None where nothing is."""
        area = self._areas[comparator]
        beside = [
            Beside(measure, latest(series))
            for measure in self.published.of_indicator(row["indicator"])
            if (series := self.published.series(measure, area, self.papers))
        ]
        if not beside:
            return None
        name = self.published.called(comparator)
        inferred = row["comparator"] != comparator
        return Asked(self.figure_of(row), name, beside, inferred, period(row))

    def _of_area(self, row: Row, comparator: str, told: Told, firm: bool) -> ComparatorCheck:
        """The check of a value in a known area.

        That a newer value was public is said only where the year is ``firm``: the papers or a
        person name the column, other columns of the row are of that year, or all rates of its
        column show it. One value alone may equal an earlier one by chance.
        """
        newer = self._newer(told, self._areas[comparator])
        if newer and not firm:
            return self._made(row, comparator, replace(told, sure=False))
        return self._made(row, comparator, told, newer)

    def _newer(self, told: Told, area: str) -> Newer | None:
        if told.value is None or told.measure is None or not told.sure:
            return None
        series = self.published.series(told.measure, area, self.seen)
        return self._newest(series, told.value, told.measure)

    def _newest(
        self, series: Mapping[Period, Value], told: Value, measure: Measure
    ) -> Newer | None:
        last = series[max(series)] if series else None
        if last is None or last.period <= told.period:
            return None
        figure = words.figure(last, measure, self.figure_of)
        return Newer(figure, last.period, last.release, last.published.isoformat())

    def _without_area(self, row: Row, comparator: str) -> ComparatorCheck:
        known = self.published.of_indicator(row["indicator"])
        if not known:
            tied = any(one.indicator == row["indicator"] for one in measures())
            why = (
                "No published values of this measure are on record."
                if tied
                else "The kit knows no published values of this measure."
            )
        elif comparator == _NEIGHBOURS:
            return self._of_neighbours(row, known)
        elif comparator == "unknown":
            why = "It is not known whose value it is, so its year cannot be told."
        else:
            why = "No published values of its area are on record."
        return self._made(row, comparator, Told("cannot_tell", Sentence(why)))

    def _of_neighbours(self, row: Row, known: Sequence[Measure]) -> ComparatorCheck:
        printed = self.figure_of(row)
        public = [near for near in self.published.sets if near.published <= self.seen]
        then = [near for near in public if near.published <= self.papers]
        named = row["neighbour_set"]
        if named:
            then = [near for near in then if near.name == named]
        measure = next((m for m in known if m.relation == "same"), None)
        if not then or measure is None:
            why = (
                "Only a close measure is published."
                if then
                else "The set of neighbours that the papers name is not on record."
                if named
                else "The papers do not say which set of statistical neighbours it is of, and none "
                "that was public then is on record."
            )
            return self._made(row, _NEIGHBOURS, Told("cannot_tell", Sentence(why)), set_of=named)
        told, chosen = self._average_told(printed, measure, then, period(row))
        newer = None
        if told.value is not None and chosen is not None:
            series = self.published.average(measure, chosen, self.seen)
            newer = self._newest(series, told.value, measure)
        known_set = chosen.name if chosen else named
        sets = self._sets(measure, chosen or then[-1], public, told.value, bool(known_set))
        return self._made(row, _NEIGHBOURS, told, newer, known_set, sets)

    def _average_told(
        self,
        printed: Figure,
        measure: Measure,
        sets: Sequence[Neighbours],
        stated: Period | None,
    ) -> tuple[Told, Neighbours | None]:
        """The set and the year whose average the printed value is, if only one is."""
        fits: list[tuple[Neighbours, Value]] = []
        any_values = False
        for near in sets:
            series = latest(self.published.average(measure, near, self.papers))
            any_values = any_values or bool(series)
            last = list(series)[-RECENT:]
            fits += [
                (near, value)
                for value in fitting(printed, Beside(measure, series))
                if value.period == stated or (stated is None and value.period in last)
            ]
        if len(fits) == 1:
            near, value = fits[0]
            figure = words.figure(value, measure, self.figure_of)
            time = words.when(value.period, measure)
            rounds = value.value != printed.value
            why = words.equals(figure, f"the {near.name}", time, rounds=rounds)
            return Told("exact", why, value, measure, figure), near
        if not any_values:
            why = Sentence("The published values of its neighbours are not on record.")
        elif fits:
            why = Sentence(
                "The average of its neighbours equals it in more than one year or set, so its year "
                "cannot be told."
            )
        else:
            why = Sentence("It is no average of a set of neighbours that is on record.")
        return Told("cannot_tell", why), None

    def _sets(
        self,
        measure: Measure,
        then: Neighbours,
        public: Sequence[Neighbours],
        told: Value | None,
        known: bool,
    ) -> Sets | None:
        """The averages with the set of then and with the latest one, of one year."""
        later = public[-1]
        if later.published <= then.published:
            return None
        first = self.published.average(measure, then, self.seen)
        second = self.published.average(measure, later, self.seen)
        shared = [p for p in first if p in second and (told is None or p == told.period)]
        if not shared:
            return None
        at_last = max(shared)
        return Sets(
            then.name,
            later.name,
            words.figure(first[at_last], measure, self.figure_of),
            words.figure(second[at_last], measure, self.figure_of),
            known,
        )

    def _made(
        self,
        row: Row,
        comparator: str,
        told: Told,
        newer: Newer | None = None,
        set_of: str = "",
        sets: Sets | None = None,
    ) -> ComparatorCheck:
        working = told.why
        if told.measure is not None and told.sure:
            none = Sentence("No newer one was public then.")
            working = working + (words.out(newer, told.measure) if newer else none)
        if sets is not None:
            working = working + words.moved(sets)
        return ComparatorCheck(
            row=row,
            comparator=comparator,
            printed=self.figure_of(row),
            year=told.year,
            working=working,
            found=told.figure,
            sure=told.sure and told.figure is not None,
            period=told.value.period if told.value else None,
            release=told.value.release if told.value else "",
            newer=newer,
            neighbour_set=set_of,
            sets=sets,
        )


def _row_years(rows: Sequence[Row], asked: Sequence[Asked | None]) -> dict[tuple[str, str], Period]:
    """The year that the columns of each printed row are of, where they show one."""
    found: dict[tuple[str, str], list[Period]] = defaultdict(list)
    for row, one in zip(rows, asked, strict=True):
        if one is not None and (year := shows_its_year(one)) is not None:
            found[at(row)].append(year)
    return {where: most for where, years in found.items() if (most := _commonest(years))}


def _commonest(years: Sequence[Period]) -> Period | None:
    ranked = Counter(years).most_common(2)
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _revised(comparators: Sequence[str], asked: Sequence[Asked | None]) -> dict[str, Period]:
    """By comparator, the year whose rates its printed ones stand off by one factor."""
    rates: dict[str, list[Rate]] = defaultdict(list)
    for comparator, one in zip(comparators, asked, strict=True):
        if one is None or (one.same and fitting(one.printed, one.same)):
            continue
        rates[comparator] += [
            Rate(one.printed.value, beside.measure, beside.series) for beside in one.beside[:1]
        ]
    return {
        name: year
        for name, found in rates.items()
        if (year := shared_year([rate for rate in found if rate.can_be_revised]))
    }
