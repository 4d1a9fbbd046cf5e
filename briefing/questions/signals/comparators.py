"""Worse, or better, than statistical neighbours and England."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.model.sentence import Sentence, compose
from briefing.model.trend import Comparator, Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.templates import fill, phrases
from briefing.questions.view import View

#: Whose values a council is held against, in the order in which they are named.
WHOSE = ("statistical_neighbours", "england")
#: How a comparator column must have been identified to be used.
KNOWN = ("named", "proposed", "confirmed")


def signals(view: View) -> Iterator[Signal]:
    """Measures on the same side of every comparator that is known.

    A measure on which neither way is good in itself is never called worse or better.
    """
    for trend in current(view.trends):
        indicator = trend.series.indicator
        held = known(trend)
        if indicator.polarity == "neutral" or trend.last is None or not held:
            continue
        value = trend.last.figure.value
        ahead = [_ahead(indicator.polarity, value, c.figure.value) for c in held]
        nearest = min(ahead, key=abs)
        if all(a < 0 for a in ahead):
            kind = "worse-than-comparators"
        elif all(a > 0 for a in ahead):
            kind = "better-than-comparators"
        else:
            continue
        weight = weigh(kind, gap=nearest, small_base=indicator.small_base)
        yield of_trend(kind, trend, weight, {"comparison": comparison(held)})


def known(trend: Trend) -> tuple[Comparator, ...]:
    """The comparators of neighbours and England whose column is identified."""
    found = {c.comparator: c for c in trend.comparators if c.identification in KNOWN}
    return tuple(found[w] for w in WHOSE if w in found)


def comparison(held: tuple[Comparator, ...]) -> Sentence:
    """The comparators in words: ``22% for statistical neighbours (2022/23)`` and so on."""
    parts = []
    for comparator in held:
        template = phrases()[comparator.comparator]
        of = phrases()["of_year"] if comparator.period is not None else phrases()["of_no_year"]
        parts.append(
            fill(
                f"{template} {of}",
                {"value": comparator.figure, "year": comparator.period or ""},
            )
        )
    joined = parts[0]
    for part in parts[1:]:
        joined = compose("{joined} and {part}", joined=joined, part=part)
    if any(c.identification == "proposed" for c in held):
        joined = joined + Sentence(phrases()["proposed"])
    return joined


def _ahead(polarity: str, own: Decimal, other: Decimal) -> Decimal:
    """By how much the own value is better, as a share of the other."""
    difference = own - other if polarity == "high" else other - own
    return difference / abs(other) if other else difference
