"""What a check of comparators says, in sentences whose numbers are figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.analysis.published.record import Newer, Sets
from briefing.analysis.rows import Row
from briefing.model import Figure, Period, Sentence, compose, derive
from briefing.model.published import Measure, Value

#: Makes the figure of a row of the store.
FigureOf = Callable[[Row], Figure]


def figure(value: Value, measure: Measure, figure_of: FigureOf) -> Figure:
    """A published value as a figure: read, or worked out from the rows that it rests on."""
    read = [figure_of(row) for row in value.rows]
    if len(read) == 1:
        return read[0]
    quotient = bool(measure.divisor) and len(read) == 2
    operation = (
        "one published rate as a percentage of another"
        if quotient
        else "mean of the published values of the neighbours"
    )
    return derive(value.value, operation, *read, unit=measure.unit, period=value.period)


def when(period: Period, measure: Measure) -> Sentence:
    """A period of a measure in words: ``at the end of March 2023``, ``for 2022/23``."""
    words = "at the end of {period}" if measure.by_day else "for {period}"
    return compose(words, period=period)


def equals(found: Figure, area: str, time: Sentence, *, rounds: bool) -> Sentence:
    """That a printed value is a published one."""
    words = (
        "The published {found} of {area} {time} rounds to it."
        if rounds
        else "It equals the published {found} of {area} {time}."
    )
    return compose(words, found=found, area=area, time=time)


def near(
    printed: Figure, found: Figure, area: str, time: Sentence, *, together: bool, close: bool
) -> Sentence:
    """Which published value is nearest, and why that may be the one."""
    gap = derive(
        (abs(100 * (found.value - printed.value) / printed.value)),
        "size of the percentage change from the printed to the published value",
        printed,
        found,
        unit="percent",
        places=1,
    )
    why = (
        "other rates of its column differ by about the same part, as they would if the estimate of "
        "the population behind them was revised since"
        if together
        else "published values may have been revised since"
    )
    return compose(
        "No published value equals it. The nearest{close} is {found} of {area} {time}, {gap} "
        "{side}; {why}.",
        close=", of a close measure," if close else "",
        found=found,
        area=area,
        time=time,
        gap=gap,
        side="higher" if found.value > printed.value else "lower",
        why=why,
    )


def several(found: Sequence[Figure], area: str, times: Sequence[Sentence]) -> Sentence:
    """That a printed value is the published one of more than one year."""
    parts = [
        compose("{figure} {time}", figure=figure, time=time)
        for figure, time in zip(found, times, strict=True)
    ]
    joined = parts[0]
    for part in parts[1:]:
        joined = compose("{joined} and {part}", joined=joined, part=part)
    return compose(
        "It may be the published value of {area} of more than one year ({joined}), so its year "
        "cannot be told.",
        area=area,
        joined=joined,
    )


def alone(
    found: Figure, area: str, time: Sentence, row_is_of: Period | None, *, rounds: bool
) -> Sentence:
    """That a published value fits it and yet does not show its year."""
    because = (
        compose("other columns of its row are of {period}", period=row_is_of)
        if row_is_of
        else Sentence("nothing else shows it to be of that year")
    )
    return compose(
        "The published {found} of {area} {time} {fits} it, yet {because}, so its year cannot be "
        "told.",
        fits="rounds to" if rounds else "equals",
        found=found,
        area=area,
        time=time,
        because=because,
    )


def none_near(low: Figure, high: Figure, area: str) -> Sentence:
    """That no published value is near, and between which they lie."""
    if low.value == high.value:
        return compose("No published value of {area} is near it ({low}).", area=area, low=low)
    return compose(
        "No published value of {area} is near it: they lie between {low} and {high}.",
        area=area,
        low=low,
        high=high,
    )


def out(newer: Newer, measure: Measure) -> Sentence:
    """The newer value, and by when it was public."""
    return compose(
        "A newer one, {figure} {time}, was public by the end of {month}.",
        figure=newer.figure,
        time=when(newer.period, measure),
        month=Period(newer.published[:7]),
    )


def moved(sets: Sets) -> Sentence:
    """The averages with two sets of neighbours."""
    words = (
        "With the {then} the average is {average}, with the {later} it is {other}."
        if sets.moved
        else "With the {then} and with the {later} the average is {average} alike."
    )
    values = {"then": sets.then, "later": sets.later, "average": sets.average}
    return compose(words, values, other=sets.later_average)
