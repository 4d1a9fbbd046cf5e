"""What a sentence of the papers states about a measure, and how it stands beside the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from briefing.model.figure import Citation, Figure
from briefing.model.period import Period
from briefing.model.sentence import Sentence

ClaimKind = Literal[
    "level",
    "change",
    "percent_change",
    "rank",
    "comparison",
    "average",
    "duration",
    "direction",
    "ambition",
    "projection",
]

Form = Literal["exact", "about", "under", "over", "at_least", "at_most"]

Direction = Literal[
    "", "up", "down", "level", "not_up", "not_down",
    "below", "above", "at_least", "at_most", "near", "met", "unmet", "better", "worse",
]  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """A figure as a sentence words it.

    ``unit`` is a unit of figures, blank where the sentence names none (a bare number may be a
    count, a rate or an average). ``form`` is how it is bounded, ``raw`` the words as printed.
    A fraction in words is a percentage that is ``about`` so much.
    """

    value: Decimal
    unit: str = ""
    form: Form = "exact"
    raw: str = ""


@dataclass(frozen=True)
class Statement:
    """What a sentence states of some measure, whichever that is.

    Parameters
    ----------
    period
        The period that the sentence names; None for the present of the paper.
    current
        Whether a claim without a period speaks of the present of the paper.
    now
        Whether the words themselves say that: now, currently.
    baselines
        The periods that it compares with, or since which it holds; more than one where it must
        hold against each.
    base
        A baseline in words: ``average``, ``previous`` (month or quarter), ``yearago`` (the same
        month a year before), ``lastyear`` (no month said), ``years2`` (each of two years before).
    window_months
        Over how many months a rank or an average is said to hold; None where it does not say.
    direction
        Where a figure is said to move, or on which side of ``against`` it lies.
    against
        ``target``, ``statistical_neighbours``, ``england``, ``region``, ``average``, ``others``
        (a rank among other places) or blank.
    gap
        How far from ``against`` it is said to lie.
    rank
        ``lowest`` or ``highest`` for a rank.
    steady
        Whether a movement is said to be steady.
    start
        The value that a percentage or change is said to start from, in the same words.
    end
        The level that the same words state for the measure now, where they do.
    unsure
        Why the words bear no check (a denial, a hope); blank where they do.
    doubtful
        Why the words may be borne out by a table, but never speak against it; blank where they may.
    beside
        The other periods of which the sentence may tell its figure.
    """

    kind: ClaimKind
    period: Period | None = None
    current: bool = True
    now: bool = False
    baselines: tuple[Period, ...] = ()
    base: str = ""
    window_months: int | None = None
    quantity: Quantity | None = None
    direction: Direction = ""
    against: str = ""
    gap: Quantity | None = None
    rank: Literal["", "lowest", "highest"] = ""
    steady: bool = False
    start: Quantity | None = None
    end: Quantity | None = None
    unsure: str = ""
    doubtful: str = ""
    beside: tuple[Period, ...] = ()

    @property
    def baseline(self) -> Period | None:
        """The period compared with, where there is one alone."""
        return self.baselines[0] if len(self.baselines) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Claim(Statement):
    """A statement of a passage, about a measure.

    Parameters
    ----------
    id, passage
        Slugs of the claim and of the passage that it was read from.
    indicators
        The indicators that it is about; empty where the words do not say it for certain.
    tie
        How surely the words name the indicator, from 0 to 1: 1 where they name it wholly, below
        one half where they only fit it and no other, which is never ground for a contradiction.
    """

    id: str
    passage: str
    text: str
    indicators: tuple[str, ...] = ()
    tie: float = 0.0
    item_number: str = ""
    citation: Citation | None = None


@dataclass(frozen=True)
class Verdict:
    """How a claim stands beside the tables.

    ``found`` are the figures that the tables give, ``working`` says in one sentence how they were
    used, or why the claim cannot be verified, which is never a hint of fault.
    """

    claim: Claim
    verdict: Literal["agrees", "contradicts", "cannot_verify"]
    certainty: float
    working: Sentence
    found: tuple[Figure, ...] = field(default=())

    @property
    def printed(self) -> tuple[Figure, ...]:
        """The figures that tables print: of a period, and not the sentence's own."""
        own = self.claim.passage
        return tuple(f for f in self.found if f.period is not None and f.row != own)

    @property
    def tables(self) -> tuple[str, ...]:
        """Where the tables print them, each place once, as a reader finds it."""
        return tuple(dict.fromkeys(place.text for f in self.printed for place in f.sources))
