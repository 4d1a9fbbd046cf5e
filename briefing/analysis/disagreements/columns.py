"""Comparators that moved since the earlier papers, or are no longer printed, or are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.analysis.changes import agree
from briefing.analysis.comparators import NAMES
from briefing.analysis.disagreements.disagreement import Disagreement, name_of
from briefing.analysis.disagreements.issues import Both, Change, in_both, told
from briefing.model import Sentence, compose
from briefing.model.trend import Comparator, Trend

#: Who says whose a column is: the papers, or a person.
_KNOWN = ("named", "confirmed")


def comparators_against_earlier(
    earlier: Iterable[Trend], later: Iterable[Trend]
) -> Iterator[Disagreement]:
    """Comparators that the two papers print differently for one measure of one table.

    A column is the same where the papers or a person say in both whose it is. Where they do not,
    it is held against the column of the same place, and the working says that its owner is not
    known.
    """
    then, now = tuple(earlier), tuple(later)
    of = {id(trend.series): trend.comparators for trend in (*then, *now)}
    both = in_both((t.series for t in then), (t.series for t in now))
    yield from told([change for one in both for change in _changes(one, of)])


def _changes(both: Both, of: Mapping[int, Sequence[Comparator]]) -> Iterator[Change]:
    old, new = list(of[id(both.then)]), list(of[id(both.now)])
    pairs = [
        (a, b) for a in old for b in new if _known(a) and _known(b) and a.comparator == b.comparator
    ]
    taken = {id(one) for pair in pairs for one in pair}
    rest = [a for a in old if id(a) not in taken]
    others = [b for b in new if id(b) not in taken]
    pairs += [
        (a, b) for a in rest for b in others if _place(a) == _place(b) and _may_be_one_owners(a, b)
    ]
    for a, b in pairs:
        if not agree(a.figure, b.figure):
            yield _moved(both, a, b)
    taken = {id(one) for pair in pairs for one in pair}
    gone = [a for a in old if id(a) not in taken]
    come = [b for b in new if id(b) not in taken]
    for one in gone:
        if not new or (_known(one) and not come):
            yield _in_one(both, one, gone=True)
    for one in come:
        if not old or (_known(one) and not gone):
            yield _in_one(both, one, gone=False)


def _known(one: Comparator) -> bool:
    return one.identification in _KNOWN and one.comparator != "unknown"


def _may_be_one_owners(a: Comparator, b: Comparator) -> bool:
    return a.comparator == b.comparator or "unknown" in (a.comparator, b.comparator)


def _place(one: Comparator) -> str:
    """The place of the column in its table, the last part of its row's name."""
    return one.figure.row.rpartition("/")[2]


def _column(one: Comparator) -> str:
    return one.comparator if _known(one) else f"column {_place(one)}"


def _whose(one: Comparator) -> str:
    return f"a figure of {NAMES[one.comparator]}" if _known(one) else "a comparator"


def _moved(both: Both, old: Comparator, new: Comparator) -> Change:
    sure = _known(old) and _known(new)
    working = compose(
        "{measure}: {whose} is {new} in these papers and was {old} in the earlier ones{doubt}.",
        measure=name_of(both.now),
        whose=f"the figure of {NAMES[new.comparator]}" if sure else "a comparator",
        new=_words(new),
        old=_words(old),
        doubt="" if sure else ", in a column whose owner the papers do not name",
    )
    return Change(
        "comparator_moved",
        both.now.table_title or both.now.table,
        _column(new),
        old.figure,
        new.figure,
        working,
        "In the table {table} {rows} rows print another figure in one column of comparators than "
        "the earlier papers did. {example}",
    )


def _in_one(both: Both, one: Comparator, *, gone: bool) -> Change:
    then, now = both.figures
    if gone:
        template = "{measure}: the earlier papers print {whose}, {figure}; these print none."
        alike = (
            "In the table {table} {rows} rows have no comparator in a column where the earlier "
            "papers print one. {example}"
        )
    else:
        template = "{measure}: these papers print {whose}, {figure}; the earlier ones printed none."
        alike = (
            "In the table {table} {rows} rows have a comparator in a column where the earlier "
            "papers print none. {example}"
        )
    return Change(
        "comparator_dropped" if gone else "comparator_given",
        both.now.table_title or both.now.table,
        _column(one),
        one.figure,
        now if gone else then,
        compose(template, measure=name_of(both.now), whose=_whose(one), figure=_words(one)),
        alike,
    )


def _words(comparator: Comparator) -> Sentence:
    if comparator.period is None:
        return compose("{figure}", figure=comparator.figure)
    return compose("{figure} for {year}", figure=comparator.figure, year=comparator.period)
