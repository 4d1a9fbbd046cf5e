"""Which year's published value a printed one is, where its area is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.published import words
from briefing.analysis.published.revised import Rate, is_near, of_year, only_near
from briefing.analysis.published.words import FigureOf
from briefing.model import Figure, Period, Sentence
from briefing.model.decimals import decimals
from briefing.model.published import Measure, Value, rounded
from briefing.model.published.record import RECENT, Series


@dataclass(frozen=True)
class Beside:
    """A measure that an indicator is published as, and its values in one area by a day."""

    measure: Measure
    series: Series


@dataclass(frozen=True)
class Told:
    """What is told of a year: ``exact``, ``nearest`` or ``cannot_tell``, and why.

    ``sure`` is set where the year is certain, be the value exact or revised since.
    """

    year: str
    why: Sentence
    value: Value | None = None
    measure: Measure | None = None
    figure: Figure | None = None
    sure: bool = True


@dataclass(frozen=True)
class Asked:
    """A printed value, the area it is of in words, and what is published there.

    ``inferred`` is set where only other rows show whose it is. ``stated`` is the period that its
    own row names, ``row`` the one that the columns of its printed row are of, ``revised`` the last
    month of the year whose values the rates of its column stand off by one factor.
    """

    printed: Figure
    area: str
    beside: Sequence[Beside]
    inferred: bool = False
    stated: Period | None = None
    row: Period | None = None
    revised: Period | None = None

    @property
    def same(self) -> Beside | None:
        """The first measure on record that counts the same."""
        return next((b for b in self.beside if b.measure.relation == "same"), None)


def fitting(printed: Figure, beside: Beside) -> list[Value]:
    """The published values that are the printed one, or round to it."""
    places = decimals(printed.value)
    return [v for v in beside.series.values() if rounded(v.value, places) == printed.value]


def shows_its_year(asked: Asked) -> Period | None:
    """The year that a printed value shows by itself; None where it does not.

    It is the one of the latest years whose value it is. One that was printed to fewer decimals
    than published shows none where only other rows show whose value it is.
    """
    if asked.stated is not None or asked.same is None:
        return asked.stated
    found = fitting(asked.printed, asked.same)
    if len(found) != 1 or found[0].period not in list(asked.same.series)[-RECENT:]:
        return None
    rounds = found[0].value != asked.printed.value
    return None if rounds and asked.inferred else found[0].period


def tell(asked: Asked, figure_of: FigureOf) -> Told:
    """Which published value the printed one is: exactly, nearest, or why it cannot be told."""
    same = asked.same
    if same is None:
        return _nearest(asked, figure_of)
    if asked.stated is not None:
        return _as_stated(asked, same, asked.stated, figure_of)
    found = fitting(asked.printed, same)
    if not found:
        return _nearest(asked, figure_of)
    if len(found) > 1:
        figures = [words.figure(v, same.measure, figure_of) for v in found]
        times = [words.when(v.period, same.measure) for v in found]
        return Told("cannot_tell", words.several(figures, asked.area, times))
    (only,) = found
    rounds = only.value != asked.printed.value
    in_its_row = asked.row == only.period and not (rounds and asked.inferred)
    if in_its_row or (asked.row is None and shows_its_year(asked)):
        return _exact(asked, only, same.measure, figure_of)
    figure = words.figure(only, same.measure, figure_of)
    time = words.when(only.period, same.measure)
    why = words.alone(figure, asked.area, time, asked.row, rounds=rounds)
    return Told("cannot_tell", why)


def _as_stated(asked: Asked, same: Beside, stated: Period, figure_of: FigureOf) -> Told:
    """The value of the period that the row itself names."""
    value = same.series.get(stated)
    if value is None:
        return Told("cannot_tell", Sentence("No published value of its year is on record."))
    if rounded(value.value, decimals(asked.printed.value)) == asked.printed.value:
        return _exact(asked, value, same.measure, figure_of)
    rate = Rate(asked.printed.value, same.measure, same.series)
    if value.later and rate.can_be_revised and is_near(asked.printed.value, value.value):
        return _near(asked, value, same.measure, figure_of, together=False)
    return _range(asked, same, figure_of)


def _exact(asked: Asked, value: Value, measure: Measure, figure_of: FigureOf) -> Told:
    figure = words.figure(value, measure, figure_of)
    rounds = value.value != asked.printed.value
    time = words.when(value.period, measure)
    why = words.equals(figure, asked.area, time, rounds=rounds)
    return Told("exact", why, value, measure, figure)


def _nearest(asked: Asked, figure_of: FigureOf) -> Told:
    """The value that may have been revised since the papers came out, if one can be named.

    Only rates of a population are, printed with all their decimals: a percentage that is near a
    published one is as likely another.
    """
    for beside in asked.beside:
        rate = Rate(asked.printed.value, beside.measure, beside.series)
        if not rate.can_be_revised:
            continue
        if asked.revised is not None and (value := of_year(rate, asked.revised)):
            if value.later:
                return _near(asked, value, beside.measure, figure_of, together=True)
        elif (value := only_near(rate)) and value.later and beside.measure.relation == "same":
            return _near(asked, value, beside.measure, figure_of, together=False)
    return _range(asked, asked.beside[0], figure_of)


def _near(
    asked: Asked, value: Value, measure: Measure, figure_of: FigureOf, *, together: bool
) -> Told:
    figure = words.figure(value, measure, figure_of)
    why = words.near(
        asked.printed,
        figure,
        asked.area,
        words.when(value.period, measure),
        together=together,
        close=measure.relation == "close",
    )
    return Told("nearest", why, value, measure, figure, sure=together)


def _range(asked: Asked, beside: Beside, figure_of: FigureOf) -> Told:
    values = sorted(beside.series.values(), key=lambda value: value.value)
    low, high = (words.figure(v, beside.measure, figure_of) for v in (values[0], values[-1]))
    return Told("cannot_tell", words.none_near(low, high, asked.area))
