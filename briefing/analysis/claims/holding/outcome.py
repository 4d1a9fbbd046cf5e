"""What one table makes of a claim, and what several make of it together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.analysis.claims.lines import Line
from briefing.model import Citation, Figure, Sentence, compose
from briefing.model.claim import Claim, Quantity

#: How sure a verdict is where words and tables leave nothing open, and what each doubt costs.
SURE, IMPLIED, NEAR, LOOSE = 0.95, 0.85, 0.6, 0.7

Said = Literal["agrees", "contradicts", "cannot_verify"]


@dataclass(frozen=True)
class Outcome:
    """What one table makes of a claim.

    ``silent`` where the table does not print what the claim needs, which leaves it to the others.
    """

    verdict: Said
    certainty: float
    working: Sentence
    found: tuple[Figure, ...] = ()
    silent: bool = False


def agrees(working: Sentence, certainty: float = SURE) -> Outcome:
    """The table bears the claim out."""
    return Outcome("agrees", certainty, working, working.figures)


def contradicts(working: Sentence, certainty: float) -> Outcome:
    """No value that rounds as printed makes the claim true."""
    return Outcome("contradicts", certainty, working, working.figures)


def open_(working: Sentence, *, silent: bool = False) -> Outcome:
    """The table does not settle it."""
    return Outcome("cannot_verify", 0.0, working, working.figures, silent)


def together(outcomes: Sequence[Outcome]) -> Outcome | None:
    """One verdict of several tables: one that agrees will do; to contradict, none may be open.

    The least certain speaks, and a table that leaves it open has no certainty at all.
    """
    agreed = [o for o in outcomes if o.verdict == "agrees"]
    if agreed:
        return max(agreed, key=lambda o: o.certainty)
    speaking = [o for o in outcomes if not o.silent]
    if not speaking:
        return outcomes[0] if outcomes else None
    return min(speaking, key=lambda o: o.certainty)


def name(line: Line) -> str:
    """How a measure is called in a working."""
    return line.series.indicator.name or line.series.name_as_printed


def claimed(claim: Claim, quantity: Quantity, unit: str) -> Figure:
    """The figure of the sentence as a figure that may be printed."""
    return Figure(
        quantity.value,
        quantity.unit or unit,
        claim.period,
        claim.citation or Citation("the papers"),
        quantity.raw,
        row=claim.passage,
    )


def words(claim: Claim, quantity: Quantity, unit: str) -> Sentence:
    """The figure of the sentence with its bound: ``under 90%``."""
    bound = {
        "exact": "", "about": "about ", "under": "under ", "over": "over ",
        "at_least": "at least ", "at_most": "at most ",
    }[quantity.form]  # fmt: skip
    return compose("{bound}{figure}", bound=bound, figure=claimed(claim, quantity, unit))


def dated(claim: Claim) -> float:
    """How sure it is of when the claim speaks."""
    return SURE if claim.period is not None or claim.now else IMPLIED
