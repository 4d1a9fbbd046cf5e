"""Special cause: a change beyond a measure's ordinary variation."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.rules_in_words import rule_in_words
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.view import View


def signals(view: View) -> Iterator[Signal]:
    """Special cause at the last point, for the worse or for the better."""
    for trend in current(view.trends):
        if trend.variation not in ("concern", "improvement") or trend.last is None:
            continue
        weight = weigh(trend.variation, small_base=trend.series.indicator.small_base)
        yield of_trend(trend.variation, trend, weight, {"rule": rule_in_words(trend)})
