"""These papers against earlier ones: what was revised, and what is no longer printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.analysis.changes import Changes, Pair, changes_between
from briefing.analysis.disagreements.disagreement import Disagreement, name_of, two_things
from briefing.model import Series, compose


def against_earlier(earlier: Iterable[Series], later: Iterable[Series]) -> Iterator[Disagreement]:
    """Values that the later papers print differently for the same period, and series that ended.

    A revision is no fault: figures are revised as records are completed.
    """
    found = changes_between(earlier, now := tuple(later))
    for pair in revisions(found):
        yield Disagreement(
            "revised",
            pair.left,
            pair.right,
            compose(
                "{measure}, {period}: {left} in the earlier papers, {right} in these.",
                measure=name_of(pair.right_series),
                period=pair.period,
                left=pair.left,
                right=pair.right,
            ),
        )
    for series in ended(found, now):
        known = list(series.figures.items())
        if len(known) > 1:
            (first, earliest), (last, latest) = known[0], known[-1]
            yield Disagreement(
                "vanished",
                earliest,
                latest,
                compose(
                    "{measure}: printed in the earlier papers for {first} to {last}, and not in "
                    "these.",
                    measure=name_of(series),
                    first=first,
                    last=last,
                ),
            )


def revisions(changes: Changes) -> tuple[Pair, ...]:
    """The values that differ, without those of two things that only go by one name."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in changes.revised:
        groups.setdefault(pair.right_series.measure, []).append(pair)
    return tuple(p for group in groups.values() if not two_things(group) for p in group)


def ended(changes: Changes, now: Iterable[Series]) -> tuple[Series, ...]:
    """The series that the later papers no longer print, where these are a later issue.

    The name of such a series stands nowhere in the later papers; and they carry on at least as
    many series as they end.
    """
    later = tuple(now)
    appeared = {s.indicator.indicator for s in changes.appeared}
    carried_on = {s.indicator.indicator for s in later} - appeared
    if len(carried_on) < len(changes.vanished):
        return ()
    printed = {_plain(s.name_as_printed) for s in later if s.name_as_printed}
    return tuple(s for s in changes.vanished if _plain(s.name_as_printed) not in printed)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
