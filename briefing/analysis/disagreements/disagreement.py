"""Two figures that do not agree, and the working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from briefing.analysis.changes import Pair
from briefing.analysis.rounding import rounding_range
from briefing.model import Figure, Sentence, Series

#: Of so many periods that two or three series share at least, so large a part has to fit before
#: the others count as not fitting: that the series belong together is then no chance.
SHARED = 8
FITTING = 0.8
#: And so many different values among those that fit.
DIFFERENT = 5

#: No figure is derived about fewer people than this.
SMALL = 10

#: Where most of the values that two series share differ by more than this part, they are of two
#: things that go by one name.
_TWO_THINGS = Decimal("0.2")

#: What is rounded to one place more first, and then once again, may lie so far outside, as a part
#: of the whole range: 7.495 as 7.5 and then as 8.
_TWICE_ROUNDED = Decimal("0.05")


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


def two_things(pairs: Sequence[Pair]) -> bool:
    """Whether two series of one name differ so much and so often that they are of two things."""
    left, right = pairs[0].left_series.figures, pairs[0].right_series.figures
    shared = len(left.keys() & right.keys())
    apart = [abs(p.left.value - p.right.value) / max(abs(p.left.value), Decimal(1)) for p in pairs]
    return shared > 1 and 2 * len(pairs) > shared and median(apart) > _TWO_THINGS


def could_be(figure: Figure) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that may stand behind a figure worked out from others.

    A little more than what rounds to it, since a figure may have been rounded twice.
    """
    low, high = rounding_range(figure)
    more = (high - low) * _TWICE_ROUNDED
    return low - more, high + more


def name_of(series: Series) -> str:
    """What the measure of a series is called."""
    return series.indicator.name or series.name_as_printed
