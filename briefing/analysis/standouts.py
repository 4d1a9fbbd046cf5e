"""Which measures stand out, good and bad, in the order in which a panel should see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from briefing.model.trend import Trend

#: What makes a measure stand out -> its weight. The weights only order; none is printed.
WEIGHTS = {
    "special cause concern": 50,
    "cannot meet its target": 44,
    "off course for a dated target": 42,
    "target missed": 30,
    "special cause improvement": 26,
    "special cause": 43,
    "expected to meet its target": 12,
    "target met": 6,
}

#: A target missed in one month is ordinary; from this many months running it stands out.
MONTHS_RUNNING = 3

GOOD = frozenset({"special cause improvement", "expected to meet its target", "target met"})

#: A measure that is printed as a number and as a percentage has slugs ``x`` and ``x-percent``.
_PERCENT = "-percent"


@dataclass(frozen=True)
class Standout:
    """A measure that stands out; the reasons are keys of :data:`WEIGHTS`, weightiest first."""

    trend: Trend
    reasons: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether it stands out for the good alone."""
        return set(self.reasons) <= GOOD

    @property
    def weight(self) -> tuple[int, Decimal]:
        """The weight of the first reason and a little for each further one; then how far the
        value is from its target, as a share of the target."""
        first, *rest = (WEIGHTS[reason] for reason in self.reasons)
        return first + 2 * len(rest), _distance(self.trend)


def primary(trends: Iterable[Trend]) -> tuple[Trend, ...]:
    """One trend for each measure: of several tables that print it, the best to judge by.

    Of those with more than one known point that is the one that reaches furthest, then with most
    known points, then with a target, then printed first.
    """
    best: dict[tuple[str, str], Trend] = {}
    for trend in trends:
        key = trend.series.measure
        if key not in best or _standing(trend) > _standing(best[key]):
            best[key] = trend
    return tuple(best.values())


def _standing(trend: Trend) -> tuple[bool, int, int, bool]:
    known = trend.series.known
    reach = known[-1].period.start + known[-1].period.length if known else 0
    return len(known) > 1, reach, len(known), trend.target is not None


def _distance(trend: Trend) -> Decimal:
    state = trend.target
    if state is None or state.gap is None or not state.target.figure.value:
        return Decimal(0)
    return abs(state.gap.value / state.target.figure.value)


def reasons(trend: Trend) -> tuple[str, ...]:
    """Why a trend stands out, weightiest first; empty when it does not."""
    found = []
    if trend.variation in ("concern", "improvement"):
        found.append(f"special cause {trend.variation}")
    elif trend.variation in ("high", "low"):
        found.append("special cause")
    if trend.assured == "consistently_fails":
        found.append("cannot meet its target")
    elif trend.assured == "consistently_passes":
        found.append("expected to meet its target")
    if any(state.on_course is False and state.course_certain for state in trend.targets):
        found.append("off course for a dated target")
    state = trend.target
    if state is not None and state.months_running is not None:
        lasting = state.months_running.value >= MONTHS_RUNNING
        if state.met is False and lasting:
            found.append("target missed")
        elif state.met and lasting:
            found.append("target met")
    return tuple(sorted(found, key=lambda reason: -WEIGHTS[reason]))


def standouts(trends: Iterable[Trend], *, limit: int = 12, good: int = 3) -> tuple[Standout, ...]:
    """The measures that stand out, weightiest first.

    At most ``limit``, of which up to ``good`` places are kept for what stands out for the good, so
    that a briefing never reads as an attack. A measure that is printed both as a number and as a
    percentage takes one place.
    """
    found = [
        Standout(trend, why)
        for trend in primary(trends)
        if trend.last is not None and (why := reasons(trend))
    ]
    names = {s.trend.series.indicator.indicator for s in found}
    found = [
        s
        for s in found
        if not s.trend.series.indicator.indicator.endswith(_PERCENT)
        or s.trend.series.indicator.indicator.removesuffix(_PERCENT) not in names
    ]
    ordered = sorted(found, key=lambda s: s.weight, reverse=True)
    well = [s for s in ordered if s.good][:good]
    rest = [s for s in ordered if not s.good][: limit - len(well)]
    return tuple(sorted(rest + well, key=lambda s: s.weight, reverse=True))
