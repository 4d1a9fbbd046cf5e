"""Targets that moved since the earlier papers, or are no longer printed, or are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.changes import agree
from briefing.analysis.disagreements.disagreement import Disagreement, name_of
from briefing.analysis.disagreements.issues import Both, Change, in_both, told
from briefing.model import Sentence, Series, Target, compose

#: What a table's column of targets prints; what a panel expects stands in its own minutes.
_PRINTED = ("target", "floor", "ambition")

#: What is said of one row, and of many of a table that changed alike.
_TOLD = {
    "target_moved": (
        "{measure}: the {kind} is {new} in these papers and was {old} in the earlier ones.",
        "In the table {table} the targets of {rows} rows are others than in the earlier papers. "
        "{example}",
    ),
    "target_dropped": (
        "{measure}: the earlier papers give {old} as its {kind}; these give none.",
        "In the table {table} {rows} rows have no target that had one in the earlier papers. "
        "{example}",
    ),
    "target_given": (
        "{measure}: these papers give {new} as its {kind}; the earlier ones gave none.",
        "In the table {table} {rows} rows have a target that had none in the earlier papers. "
        "{example}",
    ),
}


def targets_against_earlier(
    earlier: Iterable[Series], later: Iterable[Series]
) -> Iterator[Disagreement]:
    """Targets that the two papers print differently for one measure of one table.

    A target that is given or dropped counts only in a table that prints targets in both papers or
    loses or gains them all, which is told once.
    """
    yield from told([change for both in in_both(earlier, later) for change in moved(both)])


def moved(both: Both) -> Iterator[Change]:
    """How the targets of one measure differ, kind by kind."""
    for kind in _PRINTED:
        old, new = _of(both.then, kind), _of(both.now, kind)
        kept = [(a, b) for a in old for b in new if agree(a.figure, b.figure) and a.due == b.due]
        if kept or not (old or new):
            continue
        then, now = both.figures
        change = "target_moved" if old and new else "target_dropped" if old else "target_given"
        working, alike = _TOLD[change]
        yield Change(
            change,
            both.now.table_title or both.now.table,
            kind,
            old[0].figure if old else new[0].figure,
            new[0].figure if old and new else now if old else then,
            compose(
                working,
                measure=name_of(both.now),
                kind=kind,
                old=_words(old[0]) if old else "",
                new=_words(new[0]) if new else "",
            ),
            alike,
        )


def _of(series: Series, kind: str) -> Sequence[Target]:
    """The targets that the table itself prints for a series."""
    return [
        t
        for t in series.targets
        if t.kind == kind
        and (t.figure.citation is None or t.figure.citation.meeting in ("", series.meeting))
    ]


def _words(target: Target) -> Sentence:
    if target.due is None:
        return compose("{target}", target=target.figure)
    return compose("{target} by {due}", target=target.figure, due=target.due)
