"""These papers against earlier ones: what was revised, and what is no longer printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.analysis.changes import changes_between
from briefing.analysis.disagreements.disagreement import Disagreement
from briefing.model import Series, compose


def against_earlier(earlier: Iterable[Series], later: Iterable[Series]) -> Iterator[Disagreement]:
    """Values that the later papers print differently for the same period, and series that ended.

    A revision is no fault: figures are revised as records are completed. A series that ended was
    printed for more than one period; and only papers that carry on at least as many series as they
    end are a later issue of the earlier ones.
    """
    found = changes_between(earlier, now := tuple(later))
    carried_on = {s.indicator.indicator for s in now} - {
        s.indicator.indicator for s in found.appeared
    }
    for pair in found.revised:
        yield Disagreement(
            "revised",
            pair.left,
            pair.right,
            compose(
                "{measure}, {period}: {left} in the earlier papers, {right} in these.",
                measure=pair.right_series.indicator.name,
                period=pair.period,
                left=pair.left,
                right=pair.right,
            ),
        )
    ended = found.vanished if len(carried_on) >= len(found.vanished) else ()
    for series in ended:
        known = [point.figure for point in series.known if point.figure is not None]
        if len(known) > 1:
            yield Disagreement(
                "vanished",
                known[0],
                known[-1],
                compose(
                    "{measure}: printed in the earlier papers for {first} to {last}, and not in "
                    "these.",
                    measure=series.indicator.name or series.name_as_printed,
                    first=series.known[0].period,
                    last=series.known[-1].period,
                ),
            )
