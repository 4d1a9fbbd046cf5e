"""The series that questions rest on: one a measure, the newest that the papers print."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.standouts import primary
from briefing.model.trend import Trend


def current(trends: Iterable[Trend]) -> tuple[Trend, ...]:
    """One trend a measure and group, as :func:`~briefing.analysis.standouts.primary` chooses it.

    A pack often prints one measure in several tables, some of them months older. What an older
    table gives rise to is no news where a newer one stands in the same pack. The order of the
    trends is kept; series without a known value are left out.
    """
    return primary(trend for trend in trends if trend.last is not None)
