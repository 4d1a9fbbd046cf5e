"""Which series may not be judged by process limits, and why, in words for a councillor."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.spc import moving_ranges
from briefing.model import Indicator, Point, Series

#: Points that limits need before a judgement is given on them.
ENOUGH = 12

#: A percentage that ranges over more than this much of its scale of 100 rests on a small base.
MOST_OF_SCALE = 50

#: Months that one figure covers, by measure type; a look-back says so itself.
_SPAN = {"month": 1, "quarter": 3, "year": 12, "rolling_12_months": 12}

_REASONS = {
    "no_figures": "The papers state no figure for it.",
    "unplaced": (
        "The papers do not say which period each of its figures belongs to, so none of them can "
        "be placed in time."
    ),
    "misplaced": (
        "Its figures may stand under a wrong period or measure, so none of them can be placed in "
        "time."
    ),
    "unknown_measure": (
        "It is not on record over what length of time each figure is counted, so it cannot be "
        "told whether successive figures share data."
    ),
    "rolling": (
        "Each figure covers a whole year up to its date, so one figure shares most of its data "
        "with the next, and process limits would raise false alarms."
    ),
    "year_to_date": (
        "Each figure adds to the one before it, so successive figures share their data, and "
        "process limits would raise false alarms."
    ),
    "look_back": (
        "Each figure looks back over a longer time than passes between two figures, so one shares "
        "data with the next, and process limits would raise false alarms."
    ),
    "look_back_unknown": (
        "Each figure looks back over a time that is not on record, so it may share data with the "
        "one before, and process limits could raise false alarms."
    ),
    "stock": (
        "Each figure is the position on one day. Most of what it counts was there at the date "
        "before as well, so it moves slowly, and process limits would raise false alarms."
    ),
    "small_base": (
        "This percentage rests on small numbers and swings over most of the scale, so one or two "
        "cases can move it far, and no judgement is given."
    ),
    "unknown_base": (
        "This percentage swings over most of the scale and the papers do not say on how many "
        "cases it rests. The base is likely to be small, so no judgement is given."
    ),
    "constant": "Every figure is the same, so there is no variation to judge.",
    "coarse": (
        "The figures are rounded so coarsely that most of them equal the one before, so ordinary "
        "variation cannot be measured."
    ),
    "few_points": (
        "Fewer than twelve figures in a row are known. The limits are provisional, and no "
        "judgement is given on them."
    ),
    "one_point": (
        "One figure stands alone, with none known just before it, so there is no variation to "
        "judge it by."
    ),
}


def why_withheld(series: Series, run: Sequence[Point], newest: int) -> tuple[str, str]:
    """Why no judgement may be given: one of :data:`briefing.model.trend.WITHHELD` and a sentence.

    Parameters
    ----------
    series
        The whole series.
    run
        Its known points after the last gap in time.
    newest
        How many of them the last process limits rest on.

    Returns
    -------
    tuple of str
        Both blank when the series may be judged. Only for ``few_points`` may limits be shown,
        marked provisional.
    """
    if not run:
        kind = detail = "unplaced" if series.unplaced else "no_figures"
        detail = "misplaced" if series.unplaced and series.doubts else detail
    else:
        kind, detail = _shares_data(series.indicator, run) or _too_rough(series, run)
        if not kind and newest < ENOUGH:
            kind, detail = "few_points", "few_points" if newest > 1 else "one_point"
    return kind, _REASONS.get(detail, "")


def _shares_data(indicator: Indicator, run: Sequence[Point]) -> tuple[str, str] | None:
    """The kind and its reason when successive points share data, else None."""
    kind = indicator.measure_type
    if kind in ("stock", "year_to_date"):
        return kind, kind
    if kind == "look_back":
        span = indicator.window_months
        if span is None:
            return "look_back", "look_back_unknown"
    elif kind in _SPAN:
        span = _SPAN[kind]
    else:
        return "unknown_measure", "unknown_measure"
    if span <= run[-1].period.length:
        return None
    withheld = "rolling" if kind == "rolling_12_months" else "look_back"
    return withheld, withheld


def _too_rough(series: Series, run: Sequence[Point]) -> tuple[str, str]:
    """The kind and its reason when the values themselves forbid a judgement, else blanks.

    Values that cannot be placed in time still show how far a percentage swings.
    """
    values = [p.figure.value for p in run if p.figure is not None]
    every = values + [f.value for f in series.unplaced]
    if series.indicator.unit == "percent" and max(every) - min(every) > MOST_OF_SCALE:
        return "small_base", "small_base" if series.indicator.small_base else "unknown_base"
    ranges = moving_ranges(values)
    if ranges and not any(ranges):
        return "constant", "constant"
    if 2 * sum(r == 0 for r in ranges) > len(ranges):
        return "coarse", "coarse"
    return "", ""
