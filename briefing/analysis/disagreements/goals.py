"""Targets that moved since the earlier papers, or are no longer printed, or are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.changes import agree
from briefing.analysis.disagreements.disagreement import Disagreement, name_of
from briefing.analysis.disagreements.issues import Both, Change, in_both, told
from briefing.model import Sentence, Series, Target, compose

#: What a table's column of targets prints; what a panel expects stands in its own minutes.
_PRINTED = ("target", "floor", "ambition")


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
        name = name_of(both.now)
        table = both.now.table_title or both.now.table
        then, now = both.figures
        if old and new:
            yield Change(
                "target_moved",
                table,
                kind,
                old[0].figure,
                new[0].figure,
                compose(
                    "{measure}: the {kind} is {new} in these papers and was {old} in the earlier "
                    "ones.",
                    measure=name,
                    kind=kind,
                    new=_words(new[0]),
                    old=_words(old[0]),
                ),
                "In the table {table} the targets of {rows} rows are others than in the earlier "
                "papers. {example}",
            )
        elif old:
            yield Change(
                "target_dropped",
                table,
                kind,
                old[0].figure,
                now,
                compose(
                    "{measure}: the earlier papers give {old} as its {kind}; these give none.",
                    measure=name,
                    kind=kind,
                    old=_words(old[0]),
                ),
                "In the table {table} {rows} rows have no target that had one in the earlier "
                "papers. {example}",
            )
        else:
            yield Change(
                "target_given",
                table,
                kind,
                new[0].figure,
                then,
                compose(
                    "{measure}: these papers give {new} as its {kind}; the earlier ones gave none.",
                    measure=name,
                    kind=kind,
                    new=_words(new[0]),
                ),
                "In the table {table} {rows} rows have a target that had none in the earlier "
                "papers. {example}",
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
