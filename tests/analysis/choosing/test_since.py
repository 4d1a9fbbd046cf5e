"""How far, for how long and from where a measure has to turn before that is set beside a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.choosing.making import LAST, contexts, moved, series
from briefing.analysis.choosing import Context
from briefing.analysis.choosing.compared import Compared
from briefing.analysis.choosing.since import other_way_since, turning
from briefing.analysis.claims.lines import Line
from briefing.model import Figure, Period

#: A long level run, a rise of 100 and the first two months of a fall.
RISEN = (*(100,) * 40, *range(110, 201, 10), 192, 184)


def change(points: Sequence[tuple[Period, str]], base: int = 0) -> Compared:
    """That the last of some percentages is up on one before."""
    one = series([value for _, value in points], unit="percent")
    held: list[tuple[Period, Figure]] = [
        (period, replace(point.figure, period=period))
        for (period, _), point in zip(points, one.points, strict=True)
        if point.figure is not None
    ]
    claim = moved(one, len(points) - 1 - base)
    (first, before), (now, after) = held[base], held[-1]
    return Compared(claim, Line(one, tuple(held)), first, before, now, after, 1)


def months(*values: str, left_out: Sequence[int] = ()) -> list[tuple[Period, str]]:
    every = [(LAST.shift(at - len(values) + 1), value) for at, value in enumerate(values)]
    return [point for at, point in enumerate(every) if at not in left_out]


def since(found: Context | None) -> Period | None:
    assert found is None or found.kind == "other_way_since"
    return turning(found) if found else None


def test_a_turn_counts_from_a_quarter_of_what_the_values_ranged_over_since() -> None:
    quarter, less = series((*RISEN, 175)), series((*RISEN, 176))
    (found,) = contexts(quarter, moved(quarter, 13))
    assert since(found) == LAST.shift(-3)
    assert contexts(less, moved(less, 13)) == ()
    after_much_more = series((300, *RISEN, 175))
    assert len(contexts(after_much_more, moved(after_much_more, 13))) == 1


def test_a_turn_is_further_than_a_process_limit_from_the_mean() -> None:
    rising = ("50", "51.86", "53.72", "55.58", "57.44", "55.92", "54.40")
    assert since(other_way_since(change(months(*rising, "52.88")))) is None
    assert since(other_way_since(change(months(*rising, "52.87")))) == LAST.shift(-3)


def test_six_values_after_a_gap_are_enough_and_five_are_not() -> None:
    values = ("30", "40", "60", "57", "54", "51", "48", "45")
    after_a_gap = change(months(*values, left_out=[1]))
    assert since(other_way_since(after_a_gap)) == LAST.shift(-5)
    assert since(other_way_since(change(months(*values, left_out=[2])))) is None


def test_the_last_value_alone_after_a_gap_shows_no_turn() -> None:
    values = ("40", "41", "42", "44", "60", "56", "52", "48", "44")
    assert since(other_way_since(change(months(*values)))) is not None
    assert since(other_way_since(change(months(*values, left_out=[7])))) is None


def test_a_turn_before_the_month_compared_with_is_none_since() -> None:
    values = ("40", "41", "43", "55", "52", "49", "46", "43")
    found = change(months(*values), base=0)
    assert since(other_way_since(found)) == LAST.shift(-4)
    at_the_turn = replace(found, base=LAST.shift(-4))
    assert since(other_way_since(at_the_turn)) is None
    before_it = replace(found, base=LAST.shift(-5))
    assert since(other_way_since(before_it)) == LAST.shift(-4)


@pytest.mark.parametrize(("first", "turns"), [("2029/30-Q1", True), ("2029/30", False)])
def test_quarters_turn_and_years_do_not(first: str, turns: bool) -> None:
    start = Period(first)
    values = ("50", "51", "52", "60", "57", "54", "51")
    points = [(start.shift(at), value) for at, value in enumerate(values)]
    found = since(other_way_since(change(points)))
    assert found == (points[3][0] if turns else None)


def test_values_after_the_claims_own_are_not_looked_at() -> None:
    found = change(months("40", "45", "50", "60", "57", "54", "51", "48"))
    earlier = replace(found, now=LAST.shift(-2), after=found.line.points[-3][1])
    assert since(other_way_since(earlier)) is None
