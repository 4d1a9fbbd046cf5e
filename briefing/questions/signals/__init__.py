"""Signals: what a meeting's figures and papers give rise to, one module a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.model.agenda import is_procedural
from briefing.questions.signals import (
    ambition,
    causes,
    commentary,
    comparators,
    expectation,
    findings,
    levels,
    movement,
    recommendations,
    statements,
    stopped,
    targets,
)
from briefing.questions.signals.record import Signal
from briefing.questions.view import View

#: Every detector, in the order of their rules; what is found first wins a slug.
DETECTORS: tuple[Callable[[View], Iterator[Signal]], ...] = (
    targets.signals,
    causes.signals,
    movement.signals,
    ambition.signals,
    expectation.signals,
    comparators.signals,
    stopped.signals,
    recommendations.signals,
    statements.signals,
    findings.signals,
    commentary.signals,
)


def detect(view: View) -> tuple[Signal, ...]:
    """Every signal of a meeting, gravest first; each slug once."""
    found: dict[str, Signal] = {}
    for detector in DETECTORS:
        for signal in detector(view):
            found.setdefault(signal.signal, signal)
    return tuple(sorted(found.values(), key=lambda s: (-s.severity, s.signal)))


def open_signals(view: View, *, levels_too: bool = False) -> tuple[Signal, ...]:
    """The signals of the items that are the panel's business and open to the public.

    ``levels_too`` adds the level of every measure, which is no signal in itself.
    """
    closed = {
        r["item_number"]
        for r in view.rows("agenda_items")
        if is_procedural(r["title"]) or r["exempt"] == "yes"
    }
    found = (*detect(view), *(levels.signals(view) if levels_too else ()))
    return tuple(s for s in found if s.item_number not in closed)


__all__ = ["DETECTORS", "Signal", "detect", "open_signals"]
