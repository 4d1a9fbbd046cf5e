"""A count and its rate: both rest on one number of people, which changes once a year at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.analysis.disagreements.disagreement import (
    DIFFERENT,
    SHARED,
    SMALL,
    Disagreement,
    could_be,
    name_of,
)
from briefing.analysis.disagreements.names import same_thing
from briefing.analysis.disagreements.people import Range, fits, numbers_of_people
from briefing.model import Figure, Period, Series, compose, derive
from briefing.model.decimals import decimals

#: The units of rates. What a rate is per does not matter: only how its count stands to it counts.
_RATES = ("rate_per_10000", "rate_per_1000")

#: How a rate's slug begins: the rest is the slug of the count.
_RATE = "rate-of-"
#: A row that says it is a rate and not what per.
_NAMED = re.compile(r"(?:the\s+)?rates?\s+of\b", re.IGNORECASE)

#: So large a part of the periods has to fit. Count and rate are known by their names to belong
#: together, and each that fits does so within a hundredth or less.
_FITTING = 0.7


def counts_and_rates(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Periods in which a count and its rate rest on another number of people than those around.

    The number of people that a count and a rate imply is known only as far as the rate is
    rounded. Where one number fits nearly all periods, the others do not agree. Rates over twelve
    months beside counts of one month fit no one number, and are passed over.
    """
    every = [s for s in series if s.known and not s.breakdown]
    for rate in every:
        if not _is_rate(rate):
            continue
        for count in every:
            beside = (count.meeting, count.table) == (rate.meeting, rate.table)
            counts = count.indicator.unit == "count" and not _is_rate(count)
            if beside and counts and _belong(count, rate):
                yield from _held(count, rate)


def _is_rate(series: Series) -> bool:
    """Whether a row is of a rate, by its unit or, where the papers give it none, by its name."""
    if series.indicator.indicator:
        return series.indicator.unit in _RATES
    return series.indicator.unit in _RATES or bool(_NAMED.match(series.name_as_printed))


def _belong(count: Series, rate: Series) -> bool:
    slug, wanted = count.indicator.indicator, rate.indicator.indicator
    return (bool(slug) and wanted == f"{_RATE}{slug}") or same_thing(count, rate)


def _held(count: Series, rate: Series) -> Iterator[Disagreement]:
    counts = count.figures
    both = {
        period: (counts[period], figure)
        for period, figure in rate.figures.items()
        if period in counts and figure.value > 0
    }
    allowed = {period: _people(a, r) for period, (a, r) in both.items()}
    people = numbers_of_people(allowed)
    fitting = [period for period in both if fits(allowed[period], people[period])]
    different = len({both[period][0].value for period in fitting})
    if len(both) < SHARED or different < DIFFERENT or len(fitting) < _FITTING * len(both):
        return
    for period in sorted(both.keys() - set(fitting)):
        if both[period][0].value < SMALL:
            continue
        yield _disagreement(count, period, *both[period], people[period])


def _people(count: Figure, rate: Figure) -> Range:
    """The fewest and the most people that a count and a rounded rate allow.

    They are counted in what the rate is per: in ten thousands, say.
    """
    low, high = could_be(replace(rate, unit="average") if rate.unit == "count" else rate)
    return count.value / high, count.value / max(low, Decimal("0.001"))


def _disagreement(
    count: Series,
    period: Period,
    counted: Figure,
    printed: Figure,
    people: Range,
) -> Disagreement:
    worked = derive(
        2 * counted.value / (people[0] + people[1]),
        "the count over the number of people that the other periods imply",
        counted,
        unit=printed.unit,
        period=period,
        places=decimals(printed.value),
    )
    return Disagreement(
        "count_and_rate",
        counted,
        printed,
        compose(
            "{measure}, {period}: {counted} goes with about {worked}, as in the other periods; the "
            "rate is printed as {printed}.",
            measure=name_of(count),
            period=period,
            counted=counted,
            worked=worked,
            printed=printed,
        ),
    )
