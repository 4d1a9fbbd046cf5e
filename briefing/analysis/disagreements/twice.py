"""One series that two tables print: other values, or the same values under other periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.analysis.changes import Pair, agree, printed_twice
from briefing.analysis.disagreements.disagreement import FITTING, Disagreement, name_of, two_things
from briefing.model import Figure, Period, Series, compose, derive

#: So many values have to agree one period apart before a series counts as shifted.
SHIFTED = 5


def printed_otherwise(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Values that two tables print differently for one period, beyond rounding.

    Where nearly all values of one table stand one period later in the other, that is one
    disagreement (``shifted``) and not as many as there are periods (``same_series``). So it is
    where most values differ widely: the tables may print two things under one name.
    """
    pairs = printed_twice(series)
    for _, group in groupby(pairs, key=lambda pair: (id(pair.left_series), id(pair.right_series))):
        found = list(group)
        steps = shift(found[0].left_series, found[0].right_series)
        if steps:
            yield _shifted(found[0], steps)
        elif two_things(found):
            yield _one_name(found)
        else:
            yield from map(_differing, found)


def _differing(pair: Pair) -> Disagreement:
    return Disagreement(
        "same_series",
        pair.left,
        pair.right,
        compose(
            "{measure}, {period}: {left} in the table {one}, {right} in the table {other}.",
            measure=name_of(pair.left_series),
            period=pair.period,
            left=pair.left,
            right=pair.right,
            one=pair.left_series.table_title,
            other=pair.right_series.table_title,
        ),
    )


def _one_name(pairs: Sequence[Pair]) -> Disagreement:
    first = pairs[0]
    figures = [figure for pair in pairs for figure in (pair.left, pair.right)]
    return Disagreement(
        "same_series",
        first.left,
        first.right,
        compose(
            "{measure}: the tables {one} and {other} print other values for {count} periods, such "
            "as {left} and {right} for {period}; they may be of two things.",
            measure=name_of(first.left_series),
            one=first.left_series.table_title,
            other=first.right_series.table_title,
            count=derive(len(pairs), "periods for which the tables differ", *figures),
            left=first.left,
            right=first.right,
            period=first.period,
        ),
    )


def _shifted(pair: Pair, steps: int) -> Disagreement:
    words = "earlier" if steps < 0 else "later"
    return Disagreement(
        "shifted",
        pair.left,
        pair.right,
        compose(
            "{measure}: the values in the table {other} are those of the table {one}, each one "
            "period {words}; for {period} they print {right} and {left}.",
            measure=name_of(pair.left_series),
            one=pair.left_series.table_title,
            other=pair.right_series.table_title,
            words=words,
            period=pair.period,
            left=pair.left,
            right=pair.right,
        ),
    )


def shift(left: Series, right: Series) -> int:
    """By how many periods the right series is moved: 1 later, -1 earlier, 0 not moved."""
    one, other = left.figures, right.figures
    if _fits(one, other, 0) > 1 - FITTING:
        return 0
    return next((s for s in (1, -1) if _fits(one, other, s) >= FITTING), 0)


def _fits(one: dict[Period, Figure], other: dict[Period, Figure], steps: int) -> float:
    """The part of the values that agree when the left ones are moved; 0 where too few do."""
    moved = [(f, other[p.shift(steps)]) for p, f in one.items() if p.shift(steps) in other]
    fitting = sum(agree(a, b) for a, b in moved)
    different = len({a.value for a, b in moved if agree(a, b)})
    if steps and (fitting < SHIFTED or different < SHIFTED - 1):
        return 0.0
    return fitting / len(moved) if moved else 0.0
