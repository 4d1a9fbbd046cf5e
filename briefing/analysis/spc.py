"""XmR charts (individuals and moving range): process limits, special causes, assurance.

The standard is NHS England's "Making Data Count"; the reference is the R package NHSRplotthedots
0.2.2, whose choices are followed where they differ from the method's publications:

* the limits are screened by default: a moving range of 3.267 times the mean moving range or more
  is left out once, and the mean moving range taken again (the publications do not screen);
* the centre line is the mean of all points, screened or not;
* a trend or shift is seven points, and every point of it is marked;
* a trend points the way it runs, wherever its points lie about the mean; a point that belongs to
  two trends is read with the step that leaves it, and a level step counts as falling;
* two of three marks only the points between the two-sigma line and the process limit, and all
  three points lie on one side of the mean;
* limits that equal a target are hit and miss, neither a pass nor a fail.

Values are exact decimals. The sums inside are fractions, so that a point that lies on a line is
on it, and never beside it by a rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

#: Mean moving range -> distance of a process limit from the mean.
LIMIT = Fraction("2.66")

#: The two-sigma lines lie at two thirds of it (1.7733).
TWO_SIGMA = LIMIT * 2 / 3

#: A moving range of this many mean moving ranges, or more, is left out of the limits.
SCREEN = Fraction("3.267")

#: Points of a trend and of a shift.
RUN = 7

Number = Decimal | int | Fraction


@dataclass(frozen=True)
class ProcessLimits:
    """The lines of a chart, exact, in the unit of its values."""

    mean: Fraction
    lower: Fraction
    upper: Fraction
    lower_two_sigma: Fraction
    upper_two_sigma: Fraction


@dataclass(frozen=True)
class SpecialCause:
    """What the rules say of one point.

    ``rules`` are the rules that it broke, the one that counts first; empty for common cause.
    ``side`` is ``above`` or ``below`` the mean, blank on it. ``direction`` is ``high`` or ``low``:
    where the special cause points, blank for common cause.
    """

    rules: tuple[str, ...]
    side: str
    direction: str


def to_decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal of 28 digits, exact where it ends within them."""
    with localcontext(prec=28):
        return Decimal(value.numerator) / Decimal(value.denominator)


def moving_ranges(values: Sequence[Number]) -> tuple[Fraction, ...]:
    """Distances between successive values."""
    exact = [Fraction(v) for v in values]
    return tuple(abs(b - a) for a, b in pairwise(exact))


def process_limits(values: Sequence[Number], *, screen: bool = True) -> ProcessLimits:
    """The mean, the process limits and the two-sigma lines of successive values.

    Parameters
    ----------
    values
        The points in order of time, without gaps.
    screen
        Whether outlying moving ranges are left out, once.

    Raises
    ------
    ValueError
        With fewer than two values there is no moving range.
    """
    if len(values) < 2:
        raise ValueError("process limits need at least two points")
    ranges = moving_ranges(values)
    average = sum(ranges, Fraction(0)) / len(ranges)
    if screen:
        kept = [r for r in ranges if r < SCREEN * average]
        average = sum(kept, Fraction(0)) / len(kept) if kept else Fraction(0)
    mean = sum((Fraction(v) for v in values), Fraction(0)) / len(values)
    return ProcessLimits(
        mean=mean,
        lower=mean - LIMIT * average,
        upper=mean + LIMIT * average,
        lower_two_sigma=mean - TWO_SIGMA * average,
        upper_two_sigma=mean + TWO_SIGMA * average,
    )


def special_causes(values: Sequence[Number], limits: ProcessLimits) -> tuple[SpecialCause, ...]:
    """The rules that each point breaks, in the order of precedence of the reference.

    Outside (strictly beyond a process limit), trend (seven points rising or seven falling, a tie
    breaks it), two of three (of three successive points on one side of the mean at least two
    between the two-sigma line and the process limit), shift (seven successive points on one side
    of the mean, a point on the mean breaks it).
    """
    exact = [Fraction(v) for v in values]
    steps = [_sign(b - a) for a, b in pairwise(exact)]
    sides = [_sign(v - limits.mean) for v in exact]
    outside = [not limits.lower <= v <= limits.upper for v in exact]
    near = [
        not out and not limits.lower_two_sigma <= v <= limits.upper_two_sigma
        for v, out in zip(exact, outside, strict=True)
    ]
    trend = _trends(steps, len(exact))
    marks = {
        "outside": outside,
        "trend": trend,
        "two_of_three": _two_of_three(sides, near),
        "shift": _shifts(sides),
    }
    causes = []
    for i, side in enumerate(sides):
        rules = tuple(rule for rule, marked in marks.items() if marked[i])
        way = side
        if rules[:1] == ("trend",):
            leaves = i + 1 < len(exact) and trend[i + 1]
            way = steps[i if leaves else i - 1]
        causes.append(
            SpecialCause(
                rules=rules,
                side={1: "above", -1: "below", 0: ""}[side],
                direction=("high" if way == 1 else "low") if rules else "",
            )
        )
    return tuple(causes)


def assurance(limits: ProcessLimits, target: Number, direction: str) -> str:
    """Whether the process as it stands meets a target.

    Parameters
    ----------
    direction
        ``at_least`` or ``at_most``: the side that meets the target.

    Returns
    -------
    str
        ``consistently_passes`` or ``consistently_fails`` when the target lies strictly outside
        the process limits, else ``hit_and_miss``; blank when the direction is unknown.
    """
    if direction not in ("at_least", "at_most"):
        return ""
    level = Fraction(target)
    if level < limits.lower:
        passes = direction == "at_least"
    elif level > limits.upper:
        passes = direction == "at_most"
    else:
        return "hit_and_miss"
    return "consistently_passes" if passes else "consistently_fails"


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _shifts(sides: Sequence[int]) -> list[bool]:
    marked = [False] * len(sides)
    for i in range(len(sides)):
        if abs(sum(sides[i : i + RUN])) == RUN:
            marked[i : i + RUN] = [True] * RUN
    return marked


def _trends(steps: Sequence[int], points: int) -> list[bool]:
    marked = [False] * points
    for i in range(points):
        if abs(sum(steps[i : i + RUN - 1])) == RUN - 1:
            marked[i : i + RUN] = [True] * RUN
    return marked


def _two_of_three(sides: Sequence[int], near: Sequence[bool]) -> list[bool]:
    marked = [False] * len(sides)
    for i in range(len(sides)):
        if abs(sum(sides[i : i + 3])) == 3 and sum(near[i : i + 3]) >= 2:
            marked[i : i + 3] = near[i : i + 3]
    return marked
