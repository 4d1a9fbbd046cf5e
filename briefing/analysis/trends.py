"""The judgement of one series: process limits where they may be drawn, changes, targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from briefing.analysis.comparators import read_comparators
from briefing.analysis.difference import safe_change
from briefing.analysis.points import figure_of, last_run, year_before
from briefing.analysis.rounding import rounding_range
from briefing.analysis.rows import Cite, Row
from briefing.analysis.spc import (
    ProcessLimits,
    SpecialCause,
    assurance,
    process_limits,
    special_causes,
    to_decimal,
)
from briefing.analysis.targets import hold_against
from briefing.analysis.withheld import ENOUGH, why_withheld
from briefing.model import Figure, Period, Point, Series
from briefing.model.trend import Comparator, JudgedPoint, Limits, TargetState, Trend

_Group = tuple[tuple[Point, ...], ProcessLimits, tuple[SpecialCause, ...]]


def judge(
    series: Series,
    *,
    benchmarks: Iterable[Row] = (),
    cite: Cite | None = None,
    breaks: Collection[Period] = (),
    screen: bool = True,
) -> Trend:
    """Judge a series by process limits, where it may be judged so, and against its targets.

    Only the run after the last gap in time is judged: a period that is missing, or a header that
    jumps a year, is never joined across. Earlier points are for comparison.

    Parameters
    ----------
    series
        As :func:`briefing.analysis.series.build_series` makes it.
    benchmarks, cite
        Rows of the table of benchmarks, and what maps a row to its place; only those of the
        series are used.
    breaks
        Periods at which the process is known to have changed: each begins a group with limits of
        its own (a rebase). A break outside the run has no effect.
    screen
        Whether outlying moving ranges are left out of the limits.

    Returns
    -------
    Trend
        ``variation`` is that of the last point. A neutral indicator is ``high`` or ``low``, never
        better or worse. ``assurance`` holds the target against the last limits, from the side
        that the target itself asks for; there is none where that side is unknown, and, as in the
        reference, none for a neutral indicator, whose target may still be met. A change in a
        count of less than ten is None: show ``last`` and ``previous`` or ``year_before`` instead.

    Raises
    ------
    ValueError
        When benchmarks are given without ``cite``.
    """
    comparators = _comparators(series, tuple(benchmarks), cite)
    run = last_run(series)
    groups = _split(run, breaks)
    kind, reason = why_withheld(series, run, len(groups[-1]) if groups else 0)
    drawn = _draw(groups, screen) if kind in ("", "few_points") else []
    points = _judged(series, run, drawn)
    states = tuple(hold_against(t, run, series.known) for t in series.targets if run)
    previous = run[-2] if len(run) > 1 else None
    earlier = year_before(run[-1].period, series.known) if run else None
    last = points[-1] if points else None
    held = "" if kind else _assurance(series, drawn[-1][1], states)
    return Trend(
        series=series,
        points=points,
        limits=tuple(_limits(g, series.indicator.unit) for g in drawn),
        rule=last.rules[0] if last and last.rules else "",
        variation=last.judgement if last else "",
        assurance=held,
        assurance_firm=not held or _is_firm(held, drawn[-1], states),
        withheld_reason=reason,
        change_on_previous=_change(previous, run),
        change_on_year=_change(earlier, run),
        previous=previous,
        year_before=earlier,
        target=states[0] if states else None,
        comparators=comparators,
        targets=states,
        before_gap=series.known[: len(series.known) - len(run)],
        withheld_kind=kind,
    )


def _comparators(
    series: Series, benchmarks: tuple[Row, ...], cite: Cite | None
) -> tuple[Comparator, ...]:
    if not benchmarks:
        return ()
    if cite is None:
        raise ValueError("benchmarks need cite, which says where each was read")
    return read_comparators(benchmarks, series, cite)


def _split(run: Sequence[Point], breaks: Collection[Period]) -> list[tuple[Point, ...]]:
    """The points between breaks."""
    groups: list[tuple[Point, ...]] = []
    for point in run:
        if not groups or point.period in breaks:
            groups.append(())
        groups[-1] += (point,)
    return groups


def _draw(groups: Iterable[tuple[Point, ...]], screen: bool) -> list[_Group]:
    """The groups that are long enough for limits, with these and their special causes."""
    drawn = []
    for group in groups:
        values = [figure_of(p).value for p in group]
        if len(values) > 1:
            limits = process_limits(values, screen=screen)
            drawn.append((group, limits, special_causes(values, limits)))
    return drawn


def _judged(
    series: Series, run: Sequence[Point], drawn: Iterable[_Group]
) -> tuple[JudgedPoint, ...]:
    """The points of the run, with rules and judgements where their limits are firm."""
    causes = {
        point.period: cause
        for points, _, found in drawn
        if len(points) >= ENOUGH
        for point, cause in zip(points, found, strict=True)
    }
    return tuple(_judged_point(p, causes.get(p.period), series.indicator.polarity) for p in run)


def _judged_point(point: Point, cause: SpecialCause | None, polarity: str) -> JudgedPoint:
    figure = figure_of(point)
    if cause is None:
        return JudgedPoint(point.period, figure, judgement="")
    return JudgedPoint(
        point.period,
        figure,
        cause.rules,
        cause.side,
        _judgement(cause.direction, polarity),
        cause.direction,
    )


def _judgement(direction: str, polarity: str) -> str:
    """One of :data:`briefing.model.trend.VARIATIONS`."""
    if not direction:
        return "common_cause"
    if polarity not in ("high", "low"):
        return direction
    return "improvement" if direction == polarity else "concern"


def _assurance(series: Series, limits: ProcessLimits, states: Sequence[TargetState]) -> str:
    target = next((s.target for s in states if s.target.kind in ("target", "floor")), None)
    if target is None or series.indicator.polarity == "neutral":
        return ""
    return assurance(limits, target.figure.value, target.direction)


def _limits(group: _Group, unit: str) -> Limits:
    """The lines of a group as decimals; those of a percentage are cut at 0 and 100."""
    points, lines, _ = group

    def line(value: Fraction) -> Decimal:
        cut = min(max(value, Fraction(0)), Fraction(100)) if unit == "percent" else value
        return to_decimal(cut)

    return Limits(
        mean=line(lines.mean),
        lower=line(lines.lower),
        upper=line(lines.upper),
        lower_two_sigma=line(lines.lower_two_sigma),
        upper_two_sigma=line(lines.upper_two_sigma),
        first=points[0].period,
        last=points[-1].period,
        provisional=len(points) < ENOUGH,
    )


def _change(before: Point | None, run: Sequence[Point]) -> Figure | None:
    return None if before is None else safe_change(figure_of(before), figure_of(run[-1]))


def _is_firm(held: str, group: _Group, states: Sequence[TargetState]) -> bool:
    """Whether an assurance stands when the values are taken as rounded, and no point denies it."""
    if held == "hit_and_miss":
        return True
    points, limits, _ = group
    target = next(s.target for s in states if s.target.kind in ("target", "floor"))
    low, high = rounding_range(figure_of(points[-1]))
    edges = (limits.lower, limits.upper)
    margin = min(abs(to_decimal(edge) - target.figure.value) for edge in edges)
    outcomes = {target.met_by(figure_of(p).value) for p in points}
    return margin > (high - low) / 2 and len(outcomes) == 1
