"""A level held against the value that a table prints."""

from __future__ import annotations

from briefing.analysis.claims.holding.change import baselines
from briefing.analysis.claims.holding.outcome import (
    Outcome,
    agrees,
    contradicts,
    dated,
    name,
    open_,
    words,
)
from briefing.analysis.claims.lines import Line
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import printed, says
from briefing.analysis.claims.tie import WHOLLY
from briefing.model import Sentence, compose
from briefing.model.claim import Claim, Quantity

#: So many times the largest value, or less than such a part of the smallest, is hardly a slip.
_FAR = 3


def level(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether the table prints the level, for the period said or for now."""
    quantity, unit = claim.quantity, line.series.indicator.unit
    if quantity is None or (quantity.unit and quantity.unit != unit):
        return open_(compose("{m} is printed in another unit.", m=name(line)), silent=True)
    said = words(claim, quantity, unit)
    now = line.now(claim)
    if now and claim.base:
        base = baselines(claim, now[0])[0]
        now = (base, before) if (before := line.at(base)) else None
    if now is None:
        return open_(_unprinted(claim, line), silent=True)
    period, figure = now
    if says(quantity, printed(figure)):
        return agrees(
            compose(
                "{m} in {p}: {said} in words, {f} in the table.",
                m=name(line),
                p=period,
                said=said,
                f=figure,
            ),
            dated(claim),
        )
    if _is_far(quantity, line) and (claim.period is None or claim.tie < WHOLLY):
        return open_(
            compose("{said} is far from every value of {m}.", said=said, m=name(line)), silent=True
        )
    beside = [p for p, f in line.points if f.value == quantity.value]
    near = [p for p in beside if abs(p.months_to(period)) <= 1]
    text = "{m} in {p}: {said} in words, {f} in the table."
    working = compose(text, m=name(line), p=period, said=said, f=figure)
    if near and quantity.form == "exact":
        working = working + compose(
            "{said} is the table's value for {other}.", said=said, other=near[-1]
        )
    return contradicts(working, dated(claim))


def _is_far(quantity: Quantity, line: Line) -> bool:
    """Whether a figure is so far from every value that it is rather of another thing."""
    values = [abs(f.value) for _, f in line.points]
    return not min(values) / _FAR <= quantity.value <= max(values) * _FAR


def _unprinted(claim: Claim, line: Line) -> Sentence:
    if claim.period is None:
        return compose("The sentence does not say of which time {m} is told.", m=name(line))
    return compose("No table prints {m} for {p}.", m=name(line), p=claim.period)
