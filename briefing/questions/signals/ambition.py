"""Dated ambitions that the present pace will not reach."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import context, of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.templates import phrases
from briefing.questions.view import View


def signals(view: View) -> Iterator[Signal]:
    """Ambitions with a date where the change a month of the last 12 months falls short."""
    for trend in current(view.trends):
        for state in trend.targets:
            if state.target.due is None or state.on_course is not False or state.ends_at is None:
                continue
            ends_at, aim = state.ends_at.value, state.target.figure.value
            short = (ends_at - aim) / aim if aim else Decimal(0)
            fields = {
                "certain": "" if state.course_certain else phrases()["uncertain"],
                "context": context(view, (trend.series.indicator.indicator,)),
            }
            yield of_trend("ambition", trend, weigh("ambition", gap=short), fields, state)
