"""Targets missed for months on end, met for months on end, and met where lower is not better."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.model.trend import TargetState, Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import held_to, of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.view import View

#: Points on end from which a missed or a met target is a signal.
ON_END = 3


def signals(view: View) -> Iterator[Signal]:
    """What each measure's target gives rise to."""
    for trend in current(view.trends):
        state = held_to(trend)
        if state is not None and state.met is False:
            yield from _missed(trend, state)
        elif state is not None and state.met:
            yield from _met(trend, state)


def _missed(trend: Trend, state: TargetState) -> Iterator[Signal]:
    indicator = trend.series.indicator
    months = _months(state)
    cannot = trend.assured == "consistently_fails"
    if months < ON_END and not cannot:
        return
    kind = "cannot-meet-target" if cannot else "target-missed"
    yield of_trend(
        kind,
        trend,
        weigh(
            kind,
            gap=_gap(state),
            months=months,
            neutral=indicator.polarity == "neutral",
            small_base=indicator.small_base,
        ),
    )


def _met(trend: Trend, state: TargetState) -> Iterator[Signal]:
    """Nothing where nobody has confirmed which way is good."""
    indicator = trend.series.indicator
    if not indicator.confirmed:
        return
    if indicator.polarity == "neutral":
        ordinary = trend.variation == "common_cause"
        gap = Decimal(0) if ordinary else _change(trend)
        weight = weigh("target-met-neutral", gap=gap)
        yield of_trend("target-met-neutral", trend, weight)
    elif _months(state) >= ON_END:
        weight = weigh("target-met", months=_months(state), small_base=indicator.small_base)
        yield of_trend("target-met", trend, weight)


def _months(state: TargetState) -> int:
    return int(state.months_running.value) if state.months_running is not None else 0


def _gap(state: TargetState) -> Decimal:
    target = state.target.figure.value
    return state.gap.value / target if state.gap is not None and target else Decimal(0)


def _change(trend: Trend) -> Decimal:
    """The change over 12 months as a share of the level then."""
    before = trend.year_before.figure if trend.year_before is not None else None
    if trend.last is None or before is None or not before.value:
        return Decimal(0)
    return (trend.last.figure.value - before.value) / before.value
