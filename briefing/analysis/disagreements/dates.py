"""Periods that had not begun when the paper that prints them came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.analysis.disagreements.disagreement import Disagreement
from briefing.model import Series, compose


def after_publication(series: Iterable[Series], published: date) -> Iterator[Disagreement]:
    """Values of a period that begins after the day on which their paper came out."""
    latest = published.year * 12 + published.month - 1
    for one in series:
        known = [p for p in one.known if p.figure is not None]
        for point in known:
            if point.period.start > latest and point.figure is not None:
                yield Disagreement(
                    "date_after_publication",
                    point.figure,
                    known[-1].figure or point.figure,
                    compose(
                        "{measure}: {figure} is printed for {period}, which begins after the "
                        "paper came out.",
                        measure=one.indicator.name or one.name_as_printed,
                        figure=point.figure,
                        period=point.period,
                    ),
                )
