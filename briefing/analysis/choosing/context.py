"""A claim that is true, and what else the tables print of its measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model import Figure, Sentence
from briefing.model.claim import Claim

ContextKind = Literal["other_way_since", "flattering_month", "another_target"]


@dataclass(frozen=True)
class Context:
    """What the tables add to a claim that they do not contradict.

    Parameters
    ----------
    claim
        The claim as the papers word it.
    kind
        ``other_way_since``: the measure has moved the other way for months.
        ``flattering_month``: the month compared with stands apart, and from nearly every other
        month of the year the change would be far smaller, or the other way; it may make a measure
        look better than it is or worse. ``another_target``: the words name a target that is not
        the table's.
    indicator
        The measure.
    figures
        What is set beside each other: the value compared with and the latest one, then the turn,
        or the lowest and the highest of the other months; for a target the one in words, the
        table's and, where the words give it as theirs, the neighbours' figure.
    working
        All of that in one sentence, which is fair to read out: it says what is printed, no more.
    """

    claim: Claim
    kind: ContextKind
    indicator: str
    figures: tuple[Figure, ...]
    working: Sentence
