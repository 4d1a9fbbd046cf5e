"""The level of every measure: no signal in itself, but what a theme's question may print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.questions.signals.current import current
from briefing.questions.signals.making import of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.view import View

#: The weight of a level: it fills an item that would otherwise have no question.
WEIGHT = Decimal(5)


def signals(view: View) -> Iterator[Signal]:
    """One entry a measure."""
    for trend in current(view.trends):
        yield of_trend("level", trend, WEIGHT)
