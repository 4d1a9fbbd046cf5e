"""A count and its rate: both rest on one number of people, which changes once a year at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.analysis.disagreements.disagreement import Disagreement, holds
from briefing.analysis.rounding import rounding_range
from briefing.model import Figure, Period, Series, compose, derive

#: What a rate is per, by its unit.
_PER = {"rate_per_10000": Decimal(10_000), "rate_per_1000": Decimal(1_000)}

#: How a rate's slug begins: the rest is the slug of the count.
_RATE = "rate-of-"


def counts_and_rates(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Periods in which a count and its rate rest on another number of people than elsewhere.

    The number of people that a count and a rate imply is known only as far as the rate is
    rounded. Where one number fits four periods of five at least, the others do not agree. Rates
    over twelve months beside counts of one month fit no one number, and are passed over.
    """
    every = [s for s in series if s.known and not s.breakdown]
    for rate in every:
        if rate.indicator.unit not in _PER or not rate.indicator.indicator.startswith(_RATE):
            continue
        wanted = rate.indicator.indicator.removeprefix(_RATE)
        for count in every:
            beside = (count.meeting, count.table) == (rate.meeting, rate.table)
            if beside and count.indicator.indicator == wanted:
                yield from _held(count, rate)


def _held(count: Series, rate: Series) -> Iterator[Disagreement]:
    counts = count.figures
    both = {
        period: (counts[period], figure)
        for period, figure in rate.figures.items()
        if period in counts and figure.value > 0
    }
    if not both:
        return
    per = _PER[rate.indicator.unit]
    people = {period: _people(a, r, per) for period, (a, r) in both.items()}
    best = max((low for low, _ in people.values()), key=lambda n: _fitting(n, people))
    fits = {period for period, (low, high) in people.items() if low <= best <= high}
    different = len({both[period][0].value for period in fits})
    if not holds(len(fits), len(both), different):
        return
    for period in both.keys() - fits:
        yield _disagreement(count, rate, period, *both[period], best, per)


def _people(count: Figure, rate: Figure, per: Decimal) -> tuple[Decimal, Decimal]:
    """The fewest and the most people that a count and a rounded rate allow."""
    low, high = rounding_range(rate)
    return per * count.value / high, per * count.value / max(low, Decimal("0.001"))


def _fitting(number: Decimal, people: dict[Period, tuple[Decimal, Decimal]]) -> int:
    return sum(low <= number <= high for low, high in people.values())


def _disagreement(
    count: Series,
    rate: Series,
    period: Period,
    counted: Figure,
    printed: Figure,
    people: Decimal,
    per: Decimal,
) -> Disagreement:
    exponent = printed.value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    worked = derive(
        per * counted.value / people,
        "the count over the number of people that the other periods imply",
        counted,
        unit=rate.indicator.unit,
        period=period,
        places=places,
    )
    return Disagreement(
        "count_and_rate",
        counted,
        printed,
        compose(
            "{period}: {count} of {counted} goes with about {worked}, as the other periods have "
            "it; {rate} prints {printed}.",
            period=period,
            count=count.indicator.name,
            counted=counted,
            worked=worked,
            rate=rate.indicator.name,
            printed=printed,
        ),
    )
