"""Two figures that do not agree, and the working."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Figure, Sentence

#: Of so many periods that two or three series share at least, so large a part has to fit before
#: the others count as not fitting: that the series belong together is then no chance.
SHARED = 8
FITTING = 0.8
#: And so many different values among those that fit.
DIFFERENT = 5


@dataclass(frozen=True)
class Disagreement:
    """``left`` and ``right`` do not agree; ``working`` says how, with both figures.

    ``kind`` is one of those of the table ``disagreements``.
    """

    kind: str
    left: Figure
    right: Figure
    working: Sentence


def holds(fitting: int, shared: int, different: int) -> bool:
    """Whether a relation of series holds often enough for its exceptions to mean something."""
    return shared >= SHARED and different >= DIFFERENT and fitting >= FITTING * shared
