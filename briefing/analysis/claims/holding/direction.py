"""A movement without a figure held against two values, or against a run of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from briefing.analysis.claims.holding.change import baselines
from briefing.analysis.claims.holding.outcome import (
    IMPLIED,
    LOOSE,
    NEAR,
    Outcome,
    agrees,
    contradicts,
    name,
    open_,
)
from briefing.analysis.claims.lines import Line, contiguous
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import difference, printed
from briefing.model import Figure, Period, Sentence, compose
from briefing.model.claim import Claim

#: A level that has moved by more of itself than this has not stayed the same; by less, it has.
_MOVED, _SAME = Decimal("0.15"), Decimal("0.05")
#: So many points make a run.
_RUN = 2
#: So many points, each of which speaks against a movement, leave it no beginning.
_WHOLE = 6


def direction(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether the values move as said."""
    now = line.now(claim)
    if now is None:
        return open_(compose("No table prints {m} for the period.", m=name(line)), silent=True)
    period, after = now
    if claim.steady and claim.direction != "level":
        return _steady(claim, line, period)
    named = baselines(claim, period)
    if claim.base.startswith("average"):
        return open_(
            compose("The sentence does not say over what time {m} is averaged.", m=name(line))
        )
    if named:
        return _named(claim, line, named, period, after)
    natural = [
        (p, f)
        for p, f in line.points
        if p.start + p.length == period.start
        or (claim.direction != "level" and period.start - p.start == 12)
    ]
    answers = [(p, f, _moved(claim, f, after)) for p, f in natural]
    true = next(((p, f) for p, f, answer in answers if answer), None)
    if true:
        return agrees(_said(line, *true, period, after), LOOSE)
    every = [(p, f) for p, f in line.points if p.start < period.start]
    if (
        len(answers) > 1
        and len(every) >= _WHOLE
        and all(_moved(claim, f, after) is False for _, f in every)
    ):
        p, f, _ = answers[-1]
        return contradicts(_said(line, p, f, period, after), IMPLIED)
    enough = len(answers) > (0 if claim.direction == "level" else 1)
    if enough and (claim.period is not None or claim.now) and all(a is False for *_, a in answers):
        p, f, _ = answers[-1]
        return contradicts(_said(line, p, f, period, after), NEAR)
    return open_(compose("The sentence does not say from when {m} moved.", m=name(line)))


def _named(
    claim: Claim, line: Line, named: tuple[Period, ...], period: Period, after: Figure
) -> Outcome:
    worst: Outcome | None = None
    for base in named:
        before = line.at(base)
        if before is None:
            return open_(compose("No table prints {m} for {p}.", m=name(line), p=base), silent=True)
        answer = _moved(claim, before, after)
        working = _said(line, base, before, period, after)
        if answer is False:
            sure = NEAR if claim.direction == "level" or claim.base == "lastyear" else IMPLIED
            return contradicts(working, sure)
        if answer is None or worst is None:
            worst = open_(working) if answer is None else agrees(working, IMPLIED)
    return worst or open_(Sentence("The sentence names no baseline."))


def _moved(claim: Claim, before: Figure, after: Figure) -> bool | None:
    """Whether the value may have moved as said between two printed ones."""
    moved = difference(printed(before), printed(after))
    if claim.direction == "up":
        return moved.high > 0
    if claim.direction == "down":
        return moved.low < 0
    if claim.direction == "not_up":
        return moved.low <= 0
    if claim.direction == "not_down":
        return moved.high >= 0
    size = abs(before.value) or Decimal(1)
    least = max(moved.low, -moved.high, Decimal(0))
    if least > size * (_SAME if claim.steady else _MOVED):
        return False
    if claim.steady:
        return True if least == 0 else None
    return True if least <= size * _SAME else None


def _said(line: Line, base: Period, before: Figure, period: Period, after: Figure) -> Sentence:
    return compose(
        "{m}: {b} in {bp} and {a} in {ap}.", m=name(line), b=before, bp=base, a=after, ap=period
    )


def _steady(claim: Claim, line: Line, period: Period) -> Outcome:
    """A steady movement: no step goes the other way, or at least none that undoes half of it."""
    told = period.shift(-claim.window_months) if claim.window_months else claim.baseline
    start = told or (line.points[0][0] if contiguous(line.points) else None)
    points = line.between(start, period) if start else []
    if told and (not points or points[0][0] != told):
        return open_(compose("No table prints {m} for {p}.", m=name(line), p=told), silent=True)
    if len(points) < _RUN or claim.direction not in ("up", "down"):
        return open_(compose("The table does not print enough of {m} for a run.", m=name(line)))
    sign = 1 if claim.direction == "up" else -1
    steps = [(a, b, sign * (b[1].value - a[1].value)) for a, b in pairwise(points)]
    net = sign * (points[-1][1].value - points[0][1].value)
    worst = min(steps, key=lambda step: step[2])
    working = compose(
        "{m}: {a} in {ap} and {b} in {bp}; from {c} to {d} it went from {e} to {f}.",
        m=name(line),
        a=points[0][1],
        ap=points[0][0],
        b=points[-1][1],
        bp=points[-1][0],
        c=worst[0][0],
        d=worst[1][0],
        e=worst[0][1],
        f=worst[1][1],
    )
    if worst[2] >= 0 and net > 0:
        return agrees(working, IMPLIED)
    if claim.window_months or -worst[2] * 2 >= net:
        return contradicts(working, IMPLIED)
    return open_(working)
