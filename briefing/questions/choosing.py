"""Which questions a meeting gets, and in what order: the fewest that cover the ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.questions.question import Question

#: Questions an item has at least, where its papers give rise to so many, and at most.
LEAST_AN_ITEM = 3
MOST_AN_ITEM = 5
#: Questions a meeting has at most.
MOST_A_MEETING = 14
#: Below this severity a question only fills an item that has fewer than the least.
THRESHOLD = 20
#: Below this severity a question is kept for the manager to pin, and never chosen.
FLOOR = 12


def choose(candidates: Sequence[Question]) -> tuple[Question, ...]:
    """The questions of a meeting, ranked: the big one, the manager's choice, then by severity.

    Pinned questions and the manager's own always stay, and count. Then each item has its gravest
    up to :data:`LEAST_AN_ITEM`; what is left of :data:`MOST_A_MEETING` goes to the gravest of the
    rest, no item having more than :data:`MOST_AN_ITEM`.
    """
    ordered = sorted(candidates, key=_order)
    chosen = [q for q in ordered if q.pinned or q.own]
    rest = [q for q in ordered if not (q.pinned or q.own) and q.severity >= FLOOR]
    for most, threshold in ((LEAST_AN_ITEM, 0), (MOST_AN_ITEM, THRESHOLD)):
        for question in rest:
            held = sum(1 for q in chosen if q.item_number == question.item_number)
            room = held < most and len(chosen) < MOST_A_MEETING
            if question not in chosen and room and question.severity >= threshold:
                chosen.append(question)
    return _ranked(chosen)


def once(candidates: Sequence[Question]) -> tuple[Question, ...]:
    """The candidates without those that ask what another of their item asks in the same words.

    The gravest of them stays, and what the manager pinned or leads with.
    """
    first: dict[tuple[str, str], Question] = {}
    for question in sorted(candidates, key=_order):
        first.setdefault((question.item_number, question.question.text), question)
    kept = {q.id for q in first.values()}
    return tuple(q for q in candidates if q.id in kept or q.pinned or q.own or q.big)


def _ranked(chosen: Sequence[Question]) -> tuple[Question, ...]:
    """With ranks from 1; the gravest is the big question unless the manager named one."""
    gravest = sorted(chosen, key=lambda q: (not q.big, -q.severity, q.id))
    big = gravest[0] if gravest else None
    ordered = sorted(chosen, key=lambda q: (q is not big, *_order(q)))
    return tuple(replace(q, rank=rank, big=q is big) for rank, q in enumerate(ordered, start=1))


def _order(question: Question) -> tuple[bool, bool, int, str]:
    edited = question.pinned or question.own
    return (not question.big, not edited, -question.severity, question.id)
