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

#: Why a series may not be judged.
WITHHELD = (
    "no_figures",
    "unplaced",
    "unknown_measure",
    "rolling",
    "year_to_date",
    "look_back",
    "stock",
    "small_base",
    "constant",
    "coarse",
    "few_points",
)


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

    ``judgement`` is one of :data:`VARIATIONS`: ``common_cause`` where no rule was broken, blank
    where the series may not be judged. ``side`` is ``above`` or ``below`` the mean, blank on it.
    ``direction`` is where a special cause points: ``high`` or ``low`` (a rising trend points high
    while it is still below the mean), blank without one.
    """

    period: Period
    figure: Figure
    rules: tuple[str, ...] = ()
    side: str = ""
    judgement: str = "common_cause"
    direction: str = ""


@dataclass(frozen=True)
class TargetState:
    """The last value held against one target.

    ``met`` is None while the target's direction is unknown. ``months_running`` counts the
    successive points, the last included, that had the same outcome. ``gap`` is the distance
    still to go (positive), None when met. For a dated target ``pace_needed`` is the change a
    month that would reach it, ``pace_now`` the mean change a month over the 12 months before
    the last point, ``ends_at`` where that pace would end at the due date. ``ends_between`` is how
    low and how high it could end given the rounding of the printed values, and ``course_certain``
    whether ``on_course`` is the same all over that range.
    """

    target: Target
    met: bool | None
    months_running: Figure | None = None
    gap: Figure | None = None
    pace_needed: Figure | None = None
    pace_now: Figure | None = None
    ends_at: Figure | None = None
    on_course: bool | None = None
    ends_between: tuple[Figure, Figure] | None = None
    course_certain: bool | None = None


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


@dataclass(frozen=True, repr=False)
class Trend:
    """The analysis of one series.

    ``points`` is the run that is judged: the known points after the last gap in time;
    ``before_gap`` holds the earlier ones, which are for comparison only.
    ``variation`` and ``assurance`` are blank where none may be given. ``withheld_reason`` says why
    a variation is not given, in plain words, and ``withheld_kind`` in one word. ``limits`` is
    empty where the series may not be judged by limits, and holds one entry a rebase otherwise.
    ``target`` is the first of ``targets``, which stand in the order target, floor, ambition,
    expectation; assurance is given against a target or a floor alone. ``assurance_firm`` is False
    where the points shown speak against it, or where it turns on the rounding of the values.
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
    targets: tuple[TargetState, ...] = ()
    before_gap: tuple[Point, ...] = ()
    withheld_kind: str = ""
    assurance_firm: bool = True

    def __repr__(self) -> str:
        last = f"{self.last.figure.text} in {self.last.period}" if self.last else "no figure"
        said = self.variation or self.withheld_kind or "not judged"
        return f"<Trend {self.series.indicator.indicator}: {last}, {said}>"

    @property
    def assured(self) -> str:
        """The assurance that may be put into words: blank where it is not firm."""
        return self.assurance if self.assurance_firm else ""

    @property
    def last(self) -> JudgedPoint | None:
        """The latest known point."""
        return self.points[-1] if self.points else None
