"""Rates that stand a little off their published values, all by the same factor.

Where the population behind the rates of an area was revised after a paper came out, every rate
printed in it is the published value times one factor. Several rates that share such a factor with
the values of one year, and of no other, show that they are of that year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Period
from briefing.model.decimals import decimals
from briefing.model.published import Measure, Value
from briefing.model.published.record import NEAR, RECENT, Series


@dataclass(frozen=True)
class Rate:
    """A printed rate and the values that are published of its measure in its area."""

    printed: Decimal
    measure: Measure
    series: Series

    @property
    def can_be_revised(self) -> bool:
        """Whether a population stands behind it, and it is printed as finely as published."""
        places = max((decimals(value.value) for value in self.series.values()), default=0)
        return self.measure.unit.startswith("rate_per_") and decimals(self.printed) >= places


def shared_year(rates: Sequence[Rate]) -> Period | None:
    """The year whose values two or more rates stand off by one factor; None for none or several.

    Years are told apart by their last month: some rates are of a day, others of the year before.
    """
    ends = {_last_month(period): None for rate in rates for period in _recent(rate.series)}
    fitting = [
        end for end in ends if _share_a_factor([r for rate in rates for r in _factor(rate, end)])
    ]
    if len(fitting) != 1:
        return None
    year, month = divmod(fitting[0], 12)
    return Period(f"{year:04d}-{month + 1:02d}")


def of_year(rate: Rate, month: Period) -> Value | None:
    """The published value whose period ends with a month, where the rate is near it."""
    for period, value in rate.series.items():
        if _last_month(period) == month.start and is_near(rate.printed, value.value):
            return value
    return None


def only_near(rate: Rate) -> Value | None:
    """The one value of the latest years that the rate is near; None for none or several."""
    found = [v for p, v in _recent(rate.series).items() if is_near(rate.printed, v.value)]
    return found[0] if len(found) == 1 else None


def is_near(printed: Decimal, value: Decimal) -> bool:
    """Whether a published value may be the printed one, revised since."""
    return printed != 0 and abs(value / printed - 1) <= NEAR


def _recent(series: Series) -> dict[Period, Value]:
    return {period: series[period] for period in list(series)[-RECENT:]}


def _last_month(period: Period) -> int:
    return period.start + period.length - 1


def _factor(rate: Rate, last: int) -> Iterator[tuple[Decimal, Decimal]]:
    """From which to which factor the printed rate may be that of a year, given the rounding."""
    for period, value in _recent(rate.series).items():
        if _last_month(period) == last and is_near(rate.printed, value.value):
            half, other = _half(rate.printed), _half(value.value)
            yield (
                (rate.printed - half) / (value.value + other),
                (rate.printed + half) / (value.value - other),
            )


def _share_a_factor(ranges: Sequence[tuple[Decimal, Decimal]]) -> bool:
    return len(ranges) > 1 and max(low for low, _ in ranges) <= min(high for _, high in ranges)


def _half(value: Decimal) -> Decimal:
    return Decimal(5).scaleb(-decimals(value) - 1)
