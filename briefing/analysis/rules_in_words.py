"""The rule that the last point of a trend broke, in words that a councillor understands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.model import Sentence, compose, derive
from briefing.model.trend import JudgedPoint, Trend

_TEMPLATES = {
    "outside": (
        "{period} lies {beyond} the process limits: {further} than ordinary variation explains."
    ),
    "trend": "The last {count:number} {steps} run {way} without a break.",
    "two_of_three": (
        "At least two of the last three {steps} lie close to the {edge} process limit, on one "
        "side of the average."
    ),
    "shift": "The last {count:number} {steps} all lie {side} the average.",
}


def rule_in_words(trend: Trend) -> Sentence:
    """The rule that made the last point a special cause, as one sentence.

    Blank where the last point is common cause or no judgement was given. The number of months in
    a trend or a shift is a derived figure that names the points it counts.
    """
    last = trend.last
    if last is None or not trend.variation or not last.rules:
        return Sentence("")
    rule, high = last.rules[0], last.direction == "high"
    group = _last_group(trend)
    count = len(_tail(group, rule))
    return compose(
        _TEMPLATES[rule],
        period=last.period,
        steps=_steps(last),
        count=derive(
            count,
            "points in a row that make the signal",
            *(p.figure for p in group[-count:]),
            unit="months" if last.period.kind == "month" else "count",
        ),
        beyond="above" if high else "below",
        further="higher" if high else "lower",
        way="upwards" if high else "downwards",
        edge="upper" if high else "lower",
        side=last.side,
    )


def _last_group(trend: Trend) -> tuple[JudgedPoint, ...]:
    """The points that the last limits were drawn from."""
    first = trend.limits[-1].first
    return tuple(p for p in trend.points if p.period >= first)


def _tail(group: Sequence[JudgedPoint], rule: str) -> Sequence[JudgedPoint]:
    """The points at the end of a group that make a signal of this rule."""
    if rule == "shift":
        return _while(group, lambda _, point: point.side == group[-1].side)
    if rule == "trend":
        way = 1 if group[-1].direction == "high" else -1
        return _while(
            group, lambda later, point: (later.figure.value - point.figure.value) * way > 0
        )
    return group[-1:]


def _while(
    group: Sequence[JudgedPoint], keep: Callable[[JudgedPoint, JudgedPoint], bool]
) -> Sequence[JudgedPoint]:
    """The longest end of a group in which every point keeps to its successor as asked."""
    start = len(group) - 1
    while start > 0 and keep(group[start], group[start - 1]):
        start -= 1
    return group[start:]


def _steps(point: JudgedPoint) -> str:
    length = point.period.length
    return {1: "months", 3: "quarters", 12: "years"}[length]
