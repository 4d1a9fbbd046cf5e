"""When a month that is compared with stands apart from the others, and when it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.choosing.making import contexts, moved, series
from briefing.analysis.choosing.compared import Compared
from briefing.analysis.choosing.month import flattering_month
from briefing.analysis.claims.lines import Line
from briefing.model import Indicator, Period, Point, Series

NOW = Period("2031-07")
#: So many months are level; one is far above them.
LEVEL = (38, 40, 39, 41, 37, 40, 38, 41, 39, 40, 37, 41, 39, 40, 38)


def change(
    values: Sequence[int], back: int, *, unit: str = "percent", left_out: Sequence[int] = ()
) -> Compared:
    """That the last month's value moved the way it did since one so many months back."""
    one = series(values, unit=unit)
    points = []
    for at, point in enumerate(one.points):
        period = NOW.shift(at - len(values) + 1)
        if at - len(values) + 1 not in left_out and point.figure is not None:
            points.append((period, replace(point.figure, period=period)))
    indicator = Indicator("calls", "Calls", unit, "month", polarity="high")
    held = Series(indicator, tuple(Point(p, f) for p, f in points), table="calls")
    base = NOW.shift(-back)
    before, after = dict(points)[base], points[-1][1]
    sign = 1 if after.value > before.value else -1
    claim = replace(moved(one, back), baselines=(base,))
    return Compared(claim, Line(held, tuple(points)), base, before, NOW, after, sign)


def is_singled_out(found: Compared) -> bool:
    context = flattering_month(found)
    assert context is None or context.kind == "flattering_month"
    return context is not None


def high(*others: int, at: int, value: int, last: int) -> tuple[int, ...]:
    """Level months, one of them of another value, and the last one."""
    values = [*(others or LEVEL), last]
    values[-1 - at] = value
    return tuple(values)


def test_one_other_month_may_tell_of_a_larger_change_and_two_may_not() -> None:
    one = (22, 22, 16, 17, 21, 16, 20, 24, 16, 20, 22, 31, 21, 21, 20, 16, 19, 18)
    assert is_singled_out(change(one, 6))
    two = (38, 40, 44, 42, 36, 39, 40, 41, 41, 44, 36, 36, 51, 40)
    assert not is_singled_out(change(two, 1))


def test_what_another_month_may_tell_is_a_third_of_the_change() -> None:
    third = high(*LEVEL[:-5], 43, 43, 38, 37, 39, at=1, value=49, last=40)
    assert is_singled_out(change(third, 1))
    more = high(*LEVEL[:-5], 44, 44, 38, 37, 39, at=1, value=49, last=40)
    assert not is_singled_out(change(more, 1))


@pytest.mark.parametrize(("back", "found"), [(1, True), (11, True), (12, True), (13, False)])
def test_the_month_is_one_of_the_twelve_before(back: int, found: bool) -> None:
    values = high(*LEVEL, at=back, value=70, last=41)
    assert is_singled_out(change(values, back)) is found


@pytest.mark.parametrize(("left_out", "found"), [([], True), ([-12], False), ([-13], True)])
def test_each_of_the_twelve_months_is_printed(left_out: list[int], found: bool) -> None:
    values = high(*LEVEL, *LEVEL, at=1, value=70, last=42)
    assert is_singled_out(change(values, 1, left_out=left_out)) is found


def test_a_quarter_is_no_month() -> None:
    found = change(high(at=1, value=70, last=42), 1)
    assert is_singled_out(found)
    assert not is_singled_out(replace(found, now=Period("2031/32-Q2")))
    quarter = Period("2030/31-Q2")
    (first, figure) = found.line.points[-13]
    assert first.start == quarter.start
    points = (*found.line.points[:-13], (quarter, figure), *found.line.points[-12:])
    assert not is_singled_out(replace(found, line=replace(found.line, points=points)))


def test_of_fewer_than_ten_people_no_month_is_singled_out() -> None:
    enough = high(at=1, value=80, last=52)
    assert is_singled_out(change(enough, 1, unit="count"))
    one_of_few = high(*LEVEL[:8], 9, *LEVEL[9:], at=1, value=140, last=80)
    assert not is_singled_out(change(one_of_few, 1, unit="count"))
    one_more = high(*LEVEL[:8], 10, *LEVEL[9:], at=1, value=140, last=80)
    assert is_singled_out(change(one_more, 1, unit="count"))


@pytest.mark.parametrize(("last", "found"), [(71, False), (70, True)])
def test_a_change_of_fewer_than_ten_people_is_none(last: int, found: bool) -> None:
    assert is_singled_out(change(high(at=1, value=80, last=last), 1, unit="count")) is found
    assert is_singled_out(change(high(at=1, value=80, last=last), 1))


def test_a_month_within_the_limits_does_not_stand_apart() -> None:
    rough = (36, 44, 36, 44, 36, 44, 36, 44, 36, 44, 36, 44, 36, 44, 36)
    assert not is_singled_out(change(high(*rough, at=1, value=62, last=44), 1))
    assert is_singled_out(change(high(*rough, at=1, value=80, last=44), 1))


def test_a_month_near_another_does_not_stand_apart() -> None:
    near = [39, 40, 37, 38, 41, 58, 37, 38, 38, 40, 44, 38, 55, 51]
    assert not is_singled_out(change(near, 8))
    assert is_singled_out(change([*near[:-2], 39, 51], 8))


def test_a_season_is_a_latest_month_beyond_all_others_of_the_year() -> None:
    level = (38, 40, 39, 41, 37, 40, 38, 41, 39, 40, 37)
    assert not is_singled_out(change((39, 40, 38, 80, *level, 42), 12))
    assert is_singled_out(change((39, 40, 38, 80, *level, 41), 12))


def test_a_step_of_the_usual_size_is_no_change_to_speak_of() -> None:
    values = (38, 43, 39, 44, 37, 43, 38, 44, 39, 43, 37, 44, 39, 43, 80)
    assert not is_singled_out(change((*values, 76), 1))
    assert is_singled_out(change((*values, 70), 1))


def test_the_figures_are_those_of_the_sentence() -> None:
    found = flattering_month(change(high(at=1, value=70, last=42), 1))
    assert found is not None
    assert [int(f.value) for f in found.figures] == [70, 42, 37, 41]
    assert found.working.text == (
        "Calls: 42% in July 2031 is down on 70% in June 2031; the other months from July 2030 to "
        "May 2031 lay between 37% and 41%."
    )


def test_a_month_that_the_papers_set_right_themselves_is_left() -> None:
    one = series((10, 10, 8, 4, 5, 4, 2, 4, 5, 9, 13, 21, 15), unit="percent", measure_type="month")
    claim = moved(one, 1)
    assert len(contexts(one, claim)) == 1
    assert contexts(one, claim, moved(one, 12, name="d")) == ()
