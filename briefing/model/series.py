"""One indicator over time, as one table of one pack printed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from briefing.model.figure import Figure
from briefing.model.period import Period
from briefing.model.sentence import Sentence

#: Who says which way is good in a measure that a paper brought: nobody so far.
NOT_CONFIRMED = "not confirmed by a person yet"


@dataclass(frozen=True)
class Indicator:
    """A row of the catalogue: what is measured, and which way is good in itself.

    ``polarity`` is ``high`` (high is good), ``low`` (low is good) or ``neutral``.
    ``measure_type`` is ``month``, ``stock``, ``look_back``, ``rolling_12_months``,
    ``year_to_date``, ``quarter`` or ``year``. ``confirmed`` says whether a person has said both;
    of a measure that only a paper brought nobody has, and ``neutral`` then means not known.
    """

    indicator: str
    name: str
    unit: str
    measure_type: str
    window_months: int | None = None
    polarity: str = "neutral"
    theme: str = ""
    definition: str = ""
    small_base: bool = False
    confirmed: bool = True


@dataclass(frozen=True)
class Target:
    """A level to be reached; its direction is ``at_most``, ``at_least`` or ``unknown``."""

    figure: Figure
    direction: str = "unknown"
    kind: str = "target"
    due: Period | None = None
    set_by: str = ""
    direction_evidence: str = ""

    def met_by(self, value: Decimal) -> bool | None:
        """Whether a value meets the target; None while the direction is unknown."""
        if self.direction == "at_most":
            return value <= self.figure.value
        if self.direction == "at_least":
            return value >= self.figure.value
        return None


@dataclass(frozen=True)
class Point:
    """One period of a series. ``figure`` is None where nothing is known for the period.

    Raises
    ------
    ValueError
        For a figure of another period.
    """

    period: Period
    figure: Figure | None = None
    status: str = "stated"

    def __post_init__(self) -> None:
        if self.figure is not None and self.figure.period not in (None, self.period):
            raise ValueError(f"a figure of {self.figure.period} does not stand in {self.period}")


@dataclass(frozen=True)
class Series:
    """An indicator's points in order of time, from one table of one pack.

    Only figures that are known stand in ``points``; ``unplaced`` holds the values whose
    period the papers do not say, which enter no judgement. ``doubts`` says why values that a
    table does print for a period stand there too: they may be misplaced.
    """

    indicator: Indicator
    points: tuple[Point, ...]
    table: str = ""
    table_title: str = ""
    name_as_printed: str = ""
    breakdown: str = ""
    meeting: str = ""
    item_number: str = ""
    targets: tuple[Target, ...] = ()
    unplaced: tuple[Figure, ...] = field(default=())
    second_hand: bool = False
    doubts: tuple[Sentence, ...] = ()

    @property
    def measure(self) -> tuple[str, str]:
        """What tells its measure from others: indicator and breakdown.

        A row that the catalogue does not know has no indicator; its table and printed name stand
        in for it, since two tables may use one name for two things.
        """
        slug = self.indicator.indicator
        return slug or f"{self.table}: {self.name_as_printed}", self.breakdown

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a figure."""
        return tuple(p for p in self.points if p.figure is not None)

    @property
    def figures(self) -> dict[Period, Figure]:
        """The known figures by their period."""
        return {p.period: p.figure for p in self.points if p.figure is not None}
