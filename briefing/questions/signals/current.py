"""The series that questions rest on: one a measure, the newest that the papers print."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.trend import Trend


def current(trends: Iterable[Trend]) -> tuple[Trend, ...]:
    """One trend a measure and group: that which ends last, then that with the most points.

    A pack often prints one measure in several tables, some of them months older. What an older
    table gives rise to is no news where a newer one stands in the same pack. The order of the
    trends is kept; series without a known value are left out.
    """
    best: dict[tuple[str, str], Trend] = {}
    for trend in trends:
        if trend.last is None:
            continue
        key = trend.series.measure
        if key not in best or _newness(trend) > _newness(best[key]):
            best[key] = trend
    return tuple(best.values())


def _newness(trend: Trend) -> tuple[int, int, int]:
    assert trend.last is not None
    period = trend.last.period
    return (period.start + period.length, int(trend.target is not None), len(trend.points))
