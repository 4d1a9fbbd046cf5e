"""What an analysis says of one series: limits, marks, target, comparators; no drawing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.model.figure import Figure
from briefing.model.period import Period
from briefing.model.series import Point, Series, Target

#: The rules of special cause, in order of precedence.
RULES = ("outside", "trend", "two_of_three", "shift")

#: What the last point says: ordinary variation, or special cause in a direction.
VARIATIONS = ("common_cause", "improvement", "concern", "high", "low")

ASSURANCES = ("consistently_passes", "consistently_fails", "hit_and_miss")


@dataclass(frozen=True)
class Limits:
    """Process limits of the points from ``first`` to ``last``, in the unit of the series."""

    mean: Decimal
    lower: Decimal
    upper: Decimal
    lower_two_sigma: Decimal
    upper_two_sigma: Decimal
    first: Period
    last: Period
    provisional: bool = False


@dataclass(frozen=True)
class JudgedPoint:
    """A point, the rules that it broke (precedence first) and the side it lies on.

    ``judgement`` is one of :data:`VARIATIONS`; ``common_cause`` where no rule was broken.
    """

    period: Period
    figure: Figure
    rules: tuple[str, ...] = ()
    side: str = ""
    judgement: str = "common_cause"


@dataclass(frozen=True)
class TargetState:
    """The last value held against one target.

    ``met`` is None while the target's direction is unknown. ``months_running`` counts the
    successive points, the last included, that had the same outcome. ``gap`` is the distance
    still to go (positive), None when met. For a dated target ``pace_needed`` is the change a
    month that would reach it, ``pace_now`` the mean change a month over the 12 months before
    the last point, ``ends_at`` where that pace would end at the due date.
    """

    target: Target
    met: bool | None
    months_running: Figure | None = None
    gap: Figure | None = None
    pace_needed: Figure | None = None
    pace_now: Figure | None = None
    ends_at: Figure | None = None
    on_course: bool | None = None


@dataclass(frozen=True)
class Comparator:
    """A comparator column's value.

    ``comparator`` is own, statistical_neighbours, region, england or unknown;
    ``identification`` named, proposed, confirmed or unknown.
    """

    comparator: str
    identification: str
    figure: Figure
    period: Period | None = None
    neighbour_set: str = ""
    release: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Trend:
    """The analysis of one series.

    ``variation`` and ``assurance`` are blank where none may be given; ``withheld_reason`` then
    says why, in plain words. ``limits`` is empty where the series may not be judged by limits.
    """

    series: Series
    points: tuple[JudgedPoint, ...]
    limits: tuple[Limits, ...] = ()
    rule: str = ""
    variation: str = ""
    assurance: str = ""
    withheld_reason: str = ""
    change_on_previous: Figure | None = None
    change_on_year: Figure | None = None
    previous: Point | None = None
    year_before: Point | None = None
    target: TargetState | None = None
    comparators: tuple[Comparator, ...] = ()

    @property
    def last(self) -> JudgedPoint | None:
        """The latest known point."""
        return self.points[-1] if self.points else None
