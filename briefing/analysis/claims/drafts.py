"""The claims of one clause, before it is known which measure they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import Clause, Draft
from briefing.analysis.claims.clauses import Frame
from briefing.analysis.claims.movements import changes, from_to, moves
from briefing.analysis.claims.states import aims, averages, compared, held, levels, ranks
from briefing.model.claim import Direction

#: Directions that are themselves denials.
_DENIALS = ("unmet", "not_up", "not_down")


def drafts(text: str, frame: Frame, last_way: Direction) -> tuple[list[Draft], str]:
    """The claims of a clause, and the words that are left when they are taken out.

    ``last_way`` is the direction of the change before it in the sentence, for a clause that leaves
    it out: *down 7% from one month, and 15% from another*.
    """
    clause = Clause(text, frame)
    found = [
        *aims(clause),
        *compared(clause),
        *ranks(clause),
        *changes(clause, last_way),
        *averages(clause),
        *from_to(clause),
        *held(clause),
    ]
    moved = list(moves(clause, found))
    found += [*levels(clause), *moved]
    denied = "the words deny it" if clause.denied else ""
    if grammar.EXTREME.search(clause.whole):
        denied = "it is of whichever period was the highest or lowest"
    if clause.of_then and clause.before is None:
        denied = denied or "it is of a time that the words do not name"
    made = [
        replace(
            d,
            unsure=d.unsure or (denied if d.direction not in _DENIALS else ""),
            current=d.period is not None or not clause.past,
            now=clause.now,
        )
        for d in found
    ]
    if clause.hoped and not clause.projects:
        made = hoped(made)
    return made, grammar.AT_THIS_RATE.sub(" ", clause.rest)


def hoped(made: Sequence[Draft]) -> list[Draft]:
    """What can be held against tables of what is only hoped for: the targets that it quotes."""
    kept = [d for d in made if d.kind == "ambition" or (d.kind == "comparison" and d.quantity)]
    return [replace(d, direction="") if d.kind == "comparison" else d for d in kept]
