"""Values that may stand under the wrong period or measure: none of them is taken as known.

Where two tables of one set of papers print a measure, and hold the same values under other periods
or another name, one of them has them in the wrong place, and nothing says which. Both are withheld
until a person has confirmed or corrected a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, groupby

from briefing.analysis.changes import Pair, agree, printed_twice
from briefing.analysis.columns import ORDER, PAGE, SIGN, out_of_place
from briefing.analysis.disagreements.disagreement import FITTING, holds, name_of
from briefing.analysis.disagreements.twice import shift
from briefing.analysis.rows import Row
from briefing.model import Figure, Period, Point, Sentence, Series, compose
from briefing.model.decimals import decimals
from briefing.model.sentence import listing

#: So many different values at least show that two tables print one series, but for a few months.
VARIOUS = 4

_IN_ITS_TABLE = {
    ORDER: "its values were read in another order of periods than the columns of the table "
    "{table}.",
    SIGN: "one value is not printed as the others of its row in the table {table} are, with or "
    "without a sign of per cent.",
    PAGE: "one value is on record for another page than the others of its row in the table "
    "{table}.",
}


@dataclass(frozen=True)
class _Doubt:
    """Figures of one series that may stand in the wrong place, and why."""

    series: Series
    figures: tuple[Figure, ...]
    reason: Sentence


def without_misplaced(
    series: Sequence[Series], observations: Iterable[Row] = ()
) -> tuple[Series, ...]:
    """The series with every value withheld that may stand under a wrong period or measure.

    Parameters
    ----------
    series
        As :func:`briefing.analysis.series.build_series` makes them.
    observations
        The rows that they were made of, to hold each against the columns of its table.

    Returns
    -------
    tuple of Series
        In the same order. A value that is withheld stands in ``unplaced``, its period is a point
        without a figure, and ``doubts`` says why. A row that a person corrected is confirmed and
        stays; of a second-hand summary and the council's own paper only the summary's is withheld.
    """
    doubts = [*_between_tables(series), *_against_columns(series, observations)]
    return tuple(_held(one, [d for d in doubts if d.series is one]) for one in series)


def _held(series: Series, doubts: Sequence[_Doubt]) -> Series:
    doubted = {figure.row for doubt in doubts for figure in doubt.figures}
    points = tuple(
        Point(p.period, None, "ambiguous") if p.figure and p.figure.row in doubted else p
        for p in series.points
    )
    held = tuple(p.figure for p in series.known if p.figure and p.figure.row in doubted)
    if not held:
        return series
    reasons = dict.fromkeys(doubt.reason for doubt in doubts)
    return replace(
        series,
        points=points,
        unplaced=(*series.unplaced, *held),
        doubts=(*series.doubts, *reasons),
    )


def _between_tables(series: Sequence[Series]) -> Iterator[_Doubt]:
    """What two tables that print one measure hold in different places."""
    pairs = printed_twice(series)
    for _, group in groupby(pairs, key=lambda pair: (id(pair.left_series), id(pair.right_series))):
        found = list(group)
        left, right = found[0].left_series, found[0].right_series
        if steps := shift(left, right):
            reason = _moved(left, right, steps)
            yield from _both(left, right, list(left.figures), list(right.figures), reason)
        elif periods := _exchanged(found):
            yield from _both(left, right, periods, periods, _crossed(left, right, periods))
        else:
            yield from _under_another_name(left, right, series)


def _both(
    left: Series,
    right: Series,
    in_left: Sequence[Period],
    in_right: Sequence[Period],
    reason: Sentence,
) -> Iterator[_Doubt]:
    """Both sides in doubt, but for what a person confirmed and for papers beside a summary."""
    for one, other, periods in ((left, right, in_left), (right, left, in_right)):
        figures = tuple(one.figures[p] for p in periods if not _confirmed(one.figures[p]))
        if one.second_hand or not other.second_hand:
            yield _Doubt(one, figures, reason)


def _confirmed(figure: Figure) -> bool:
    return figure.citation is not None and figure.citation.corrected


def _exchanged(pairs: Sequence[Pair]) -> list[Period]:
    """The periods that hold each other's values; none where that may be chance.

    ``pairs`` are all the values that the two tables print differently. Values that lie one step
    apart may as well be revised. The tables have to show that they print one series: by various
    values that agree, no fewer than are crossed, or by many that are crossed.
    """
    left, right = pairs[0].left_series.figures, pairs[0].right_series.figures
    differing = {pair.period for pair in pairs}
    crossed = {
        period
        for one, other in combinations(differing, 2)
        if agree(left[one], right[other]) and agree(left[other], right[one])
        if _lie_apart(left[one], left[other])
        for period in (one, other)
    }
    ordered = sorted((left[p] for p in differing), key=_value)
    permuted = Counter(map(_value, ordered)) == Counter(right[p].value for p in differing)
    if permuted and _lie_apart(ordered[0], ordered[-1]):
        crossed = differing
    shared = left.keys() & right.keys()
    alike = shared - differing
    fitting = len(alike) + len(crossed)
    different = len({left[p].value for p in alike | crossed})
    few = len(crossed) <= len(alike) and different >= VARIOUS and fitting >= FITTING * len(shared)
    return sorted(crossed) if few or holds(fitting, len(shared), different) else []


def _value(figure: Figure) -> Decimal:
    return figure.value


def _lie_apart(one: Figure, other: Figure) -> bool:
    """Whether two values differ by more than one step of the last decimal that is printed."""
    step = Decimal(1).scaleb(-max(decimals(one.value), decimals(other.value)))
    return abs(one.value - other.value) > step


def _under_another_name(left: Series, right: Series, series: Sequence[Series]) -> Iterator[_Doubt]:
    """A measure whose values another row of the other table holds, and its own row does not."""
    if _fits(left, right) >= 1 - FITTING:
        return
    for one, other in ((left, right), (right, left)):
        for third in series:
            beside = third.table == other.table and third.meeting == other.meeting
            if not beside or third.measure == one.measure or not _same(one, third):
                continue
            reason = compose(
                "{measure}: the values in the table {one} are those of {third} in the table "
                "{other}.",
                measure=name_of(one),
                one=one.table_title,
                third=name_of(third),
                other=other.table_title,
            )
            for doubted in (one, other, third):
                figures = (f for f in doubted.figures.values() if not _confirmed(f))
                yield _Doubt(doubted, tuple(figures), reason)


def _fits(one: Series, other: Series) -> float:
    shared = one.figures.keys() & other.figures.keys()
    fitting = sum(agree(one.figures[p], other.figures[p]) for p in shared)
    return fitting / len(shared) if shared else 1.0


def _same(one: Series, other: Series) -> bool:
    """Whether two rows hold the same values, often and variously enough to be no chance."""
    shared = one.figures.keys() & other.figures.keys()
    fitting = [p for p in shared if one.figures[p].value == other.figures[p].value]
    different = len({one.figures[p].value for p in fitting})
    return holds(len(fitting), len(shared), different)


def _against_columns(series: Sequence[Series], observations: Iterable[Row]) -> Iterator[_Doubt]:
    """What stands otherwise than the other cells of its own table."""
    found = out_of_place(observations)
    for one in series if found else ():
        for kind in dict.fromkeys(found.values()):
            figures = tuple(f for f in one.figures.values() if found.get(f.row) == kind)
            if figures := tuple(f for f in figures if not _confirmed(f)):
                yield _Doubt(one, figures, _in_its_table(one, kind))


def _in_its_table(series: Series, kind: str) -> Sentence:
    return compose(
        f"{{measure}}: {_IN_ITS_TABLE[kind]}", measure=name_of(series), table=series.table_title
    )


def _crossed(left: Series, right: Series, periods: Sequence[Period]) -> Sentence:
    return compose(
        "{measure}: for {periods}, the table {one} prints {first} and the table {other} {second}: "
        "the same values, under other periods.",
        measure=name_of(left),
        periods=listing([compose("{period}", period=p) for p in periods]),
        one=left.table_title,
        other=right.table_title,
        first=listing([compose("{figure}", figure=left.figures[p]) for p in periods]),
        second=listing([compose("{figure}", figure=right.figures[p]) for p in periods]),
    )


def _moved(left: Series, right: Series, steps: int) -> Sentence:
    return compose(
        "{measure}: the values in the table {other} are those of the table {one}, each one period "
        "{words}.",
        measure=name_of(left),
        one=left.table_title,
        other=right.table_title,
        words="earlier" if steps < 0 else "later",
    )
