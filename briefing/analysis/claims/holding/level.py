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
from briefing.model import Sentence, compose
from briefing.model.claim import Claim


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
    other = [p for p, f in line.points if quantity.form == "exact" and f.value == quantity.value]
    near = other and abs(other[-1].months_to(period)) <= 1
    text = "{m} in {p}: {said} in words, {f} in the table."
    working = compose(text, m=name(line), p=period, said=said, f=figure)
    if near:
        working = working + compose(
            "{said} is the table's value for {other}.", said=said, other=other[-1]
        )
    return contradicts(working, dated(claim))


def _unprinted(claim: Claim, line: Line) -> Sentence:
    if claim.period is None:
        return compose("The sentence does not say of which time {m} is told.", m=name(line))
    return compose("No table prints {m} for {p}.", m=name(line), p=claim.period)
