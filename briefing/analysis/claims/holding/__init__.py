"""A claim held against what the tables print, rounding treated fairly.

A claim agrees where any table that prints its measure makes it true with any value that rounds as
printed. It contradicts only where the words name the measure and the periods, a table of the same
item prints them, and no such value would do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.analysis.claims.holding.average import average, projection
from briefing.analysis.claims.holding.change import change
from briefing.analysis.claims.holding.compare import ambition, comparison
from briefing.analysis.claims.holding.direction import direction
from briefing.analysis.claims.holding.level import level
from briefing.analysis.claims.holding.outcome import NEAR, Outcome, open_, together
from briefing.analysis.claims.holding.run import duration, rank
from briefing.analysis.claims.lines import Line, lines
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.tie import NARROWED
from briefing.model import Sentence
from briefing.model.claim import Claim, Verdict

_Check = Callable[[Claim, Line, Record], Outcome]

_CHECKS: dict[str, _Check] = {
    "level": level,
    "change": change,
    "percent_change": change,
    "comparison": comparison,
    "ambition": ambition,
    "rank": rank,
    "duration": duration,
    "average": average,
    "projection": projection,
    "direction": direction,
}

#: A measure that the words only fit bears no verdict, but that the figures stated are its own.
_SURE_ENOUGH = 0.5


def hold(claim: Claim, record: Record) -> Verdict:
    """Hold a claim against the tables.

    Parameters
    ----------
    claim
        As read by :func:`briefing.analysis.claims.claims_in`.
    record
        What the tables of the same papers print.
    """
    if claim.unsure:
        return _cannot(claim, f"The sentence cannot be held against a table: {claim.unsure}.")
    if not claim.indicators:
        return _cannot(
            claim, "The words do not say for certain which measure of the tables is meant."
        )
    check = _CHECKS[claim.kind]
    outcomes: list[Outcome] = []
    for indicator in claim.indicators:
        for line in _of_now(claim, [one for one in lines(record, indicator) if one.points]):
            outcomes.append(_elsewhere(claim, line, check(claim, line, record)))
    found = together(outcomes)
    if found is None:
        return _cannot(claim, "The tables print no figures of the measure for a known period.")
    named = _tells(claim) or claim.tie >= NARROWED
    borne_out = named and found.verdict == "agrees"
    untimed = claim.period is None and not claim.current
    spanned = claim.baselines or claim.window_months
    if found.verdict == "contradicts" and claim.doubtful:
        return _cannot(claim, f"The sentence cannot speak against a table: {claim.doubtful}.")
    if found.verdict == "contradicts" and _of_another_time(claim, record):
        return _cannot(claim, "The figure is the table's for another time that may be meant.")
    if found.verdict == "contradicts" and untimed and spanned:
        found = replace(found, certainty=min(found.certainty, NEAR))
    elif found.verdict == "contradicts" and untimed:
        return _cannot(claim, "The sentence does not say of which time it tells.")
    if claim.tie < _SURE_ENOUGH and not borne_out:
        return Verdict(
            claim,
            "cannot_verify",
            0.0,
            Sentence("The words fit one measure of the tables, but do not name it for certain."),
        )
    certainty = round(min(found.certainty, found.certainty * (0.5 + claim.tie / 2)), 2)
    return Verdict(claim, found.verdict, certainty, found.working, found.found)


def _of_another_time(claim: Claim, record: Record) -> bool:
    """Whether a level is right for another of the times that its sentence names."""
    exact = claim.quantity is not None and claim.quantity.form == "exact"
    return (
        claim.kind == "level"
        and exact
        and any(
            level(replace(claim, period=period), line, record).verdict == "agrees"
            for period in claim.beside
            for indicator in claim.indicators
            for line in lines(record, indicator)
            if line.points
        )
    )


def _tells(claim: Claim) -> bool:
    """Whether a claim that agrees with the tables could hardly do so by chance."""
    quoted = claim.kind == "comparison" and claim.quantity is not None
    return claim.kind == "level" or claim.direction == "level" or quoted


def _of_now(claim: Claim, every: list[Line]) -> list[Line]:
    """For a claim of the present of its paper, the tables of its item before those of others."""
    own = [line for line in every if line.series.item_number == claim.item_number]
    return own if own and claim.period is None else every


def _elsewhere(claim: Claim, line: Line, outcome: Outcome) -> Outcome:
    """A table of another item can bear a claim of the present out, but not speak against it."""
    item = line.series.item_number
    if outcome.verdict != "contradicts" or not claim.item_number or item == claim.item_number:
        return outcome
    if claim.period is not None and (claim.baselines or claim.kind == "level"):
        return replace(outcome, certainty=min(outcome.certainty, NEAR))
    return open_(
        Sentence("The measure is printed under another item, which may be of another time."),
        silent=True,
    )


def _cannot(claim: Claim, why: str) -> Verdict:
    return Verdict(claim, "cannot_verify", 0.0, Sentence(why))


__all__ = ["hold"]
