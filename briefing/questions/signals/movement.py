"""Changes over a year and since a recent best, for series that no limits may be drawn for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from briefing.model.figure import Figure
from briefing.model.period import Period
from briefing.model.trend import JudgedPoint, Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import context, held_to, of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.templates import phrases
from briefing.questions.view import View

#: A change over a year is a signal from this share of the level then.
MARKED = Decimal("0.1")
#: A turn is a signal from this share of the series' range.
TURN = Decimal("0.25")
#: How many points back a best value counts as recent.
RECENT = 6
#: Yearly counts below this are called small.
SMALL_NUMBERS = Decimal(25)
#: Yearly figures from which a change from one to the next is news.
YEARS = 5


def signals(view: View) -> Iterator[Signal]:
    """Marked changes of measures that have a good direction and no process limits.

    Where limits judge a series, they say what is noise, and a bare comparison of two points
    says less: such series are left to them. A measure on which neither way is good in itself is
    never better or worse; it can move away from its own target.
    """
    for trend in current(view.trends):
        before = _year_before(trend)
        sense = _sense(trend)
        judged = trend.variation or trend.series.indicator.small_base
        if not sense or judged or before is None or trend.last is None:
            continue
        yield from _over_a_year(view, trend, trend.last, sense, *before)


def _sense(trend: Trend) -> str:
    """The side that is good, or that the target asks for: ``high``, ``low``, or blank."""
    if trend.series.indicator.polarity != "neutral":
        return trend.series.indicator.polarity
    state = held_to(trend)
    return {"at_least": "high", "at_most": "low"}.get(state.target.direction if state else "", "")


def _over_a_year(
    view: View, trend: Trend, last: JudgedPoint, sense: str, before: Figure, period: Period
) -> Iterator[Signal]:
    change = _better_by(sense, last.figure.value, before.value)
    share = change / abs(before.value) if before.value else Decimal(1)
    small = max(last.figure.value, before.value) < SMALL_NUMBERS and last.figure.unit == "count"
    fields: dict[str, Any] = {
        "year_before": before,
        "year_period": period,
        "small": phrases()["small_numbers"] if small else "",
    }
    neutral = trend.series.indicator.polarity == "neutral"
    best = _recent_best(trend, sense)
    if best is not None and change >= 0:
        fields |= {"best": best.figure, "best_period": best.period}
        weight = weigh("turned", gap=share, neutral=neutral)
        yield of_trend("turned", trend, weight, fields)
    elif neutral:
        return
    elif share <= -MARKED:
        kind = "yearly" if last.period.length == 12 else "worse-than-last-year"
        yield of_trend(kind, trend, weigh(kind, gap=share), fields)
    elif share >= MARKED and not _is_explained(view, trend):
        weight = weigh("better-than-last-year", gap=share, small_base=small)
        yield of_trend("better-than-last-year", trend, weight, fields)


def _is_explained(view: View, trend: Trend) -> bool:
    """Whether a better level is no plain good news.

    The papers put it down to something else, or it rests on two of a few small yearly numbers.
    """
    of_years = trend.last is not None and trend.last.period.length == 12
    few = of_years and len(trend.series.known) < YEARS
    return few or bool(context(view, (trend.series.indicator.indicator,)).text)


def _year_before(trend: Trend) -> tuple[Figure, Period] | None:
    """The figure of the same time last year; for yearly figures, of the year before."""
    point = trend.year_before
    if point is None and trend.last is not None and trend.last.period.length == 12:
        point = trend.previous
    return (point.figure, point.period) if point is not None and point.figure else None


def _better_by(sense: str, now: Decimal, then: Decimal) -> Decimal:
    return now - then if sense == "high" else then - now


def _recent_best(trend: Trend, sense: str) -> JudgedPoint | None:
    """The best of the points before the last, where the last has turned from it markedly."""
    last, values = trend.points[-1], [p.figure.value for p in trend.points]
    spread = max(values) - min(values)
    recent = trend.points[-1 - RECENT : -1]
    if not spread or len(recent) < RECENT or last.period.length != 1:
        return None
    best = max(recent, key=lambda p: _better_by(sense, p.figure.value, Decimal(0)))
    turned = _better_by(sense, best.figure.value, last.figure.value)
    return best if turned >= TURN * spread else None
