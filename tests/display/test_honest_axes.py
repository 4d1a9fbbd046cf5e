"""Axes: where they begin, how far they reach, and what becomes of gaps in time."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.display.scale import (
    BREAK_STEPS,
    axis_note,
    joined_runs,
    labelled,
    tick_text,
    timeline,
    value_scale,
)
from briefing.model import Period
from display.making import series

VALUES = st.lists(st.decimals(-5000, 5000, places=2), min_size=1, max_size=20)


def _decimals(*values: float) -> list[Decimal]:
    return [Decimal(str(v)) for v in values]


@given(VALUES)
def test_every_value_is_inside_and_ticks_are_even(values: list[Decimal]) -> None:
    scale = value_scale(values)
    assert scale.low <= min(values) and max(values) <= scale.high
    steps = {b - a for a, b in zip(scale.ticks, scale.ticks[1:], strict=False)}
    assert len(steps) == 1
    assert (scale.ticks[0], scale.ticks[-1]) == (scale.low, scale.high)


@given(st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=20))
def test_percentages_stay_between_0_and_100(values: list[Decimal]) -> None:
    scale = value_scale(values, percent=True)
    assert scale.low >= 0 and scale.high <= 100


def test_counts_begin_at_nought_when_that_tells_the_truth() -> None:
    assert value_scale(_decimals(90, 200)).from_zero
    assert not value_scale(_decimals(470, 551)).from_zero


def test_a_small_change_never_fills_the_chart() -> None:
    scale = value_scale(_decimals(94, 95), percent=True)
    assert scale.high - scale.low >= 20
    counts = value_scale(_decimals(500, 502))
    assert counts.high - counts.low >= 100


def test_an_axis_says_where_it_begins_on_one_line() -> None:
    scale = value_scale(_decimals(79, 95), percent=True)
    assert axis_note(scale, percent=True).text == "(axis\u00a0starts\u00a0at\u00a075%)"


def test_ticks_are_printed_plainly() -> None:
    assert tick_text(Decimal("1E+3"), percent=False) == "1,000"
    assert tick_text(Decimal("0.50"), percent=False) == "0.5"
    assert tick_text(Decimal("0"), percent=True) == "0%"


def test_a_long_gap_is_a_break_and_a_short_one_keeps_its_room() -> None:
    periods = ["2022-08", "2023-08", "2023-09", "2023-11"]
    line = timeline(series((1, 2, 3, 4), periods=periods).points)
    assert [line.places[Period(p)] for p in periods] == [
        0,
        BREAK_STEPS,
        BREAK_STEPS + 1,
        BREAK_STEPS + 3,
    ]
    assert line.breaks == (BREAK_STEPS / 2,)


def test_a_line_joins_only_periods_that_follow_each_other() -> None:
    gappy = series(
        (1, 2, None, 4, 5), periods=["2022-08", "2023-08", "2023-09", "2023-10", "2023-11"]
    )
    assert [[p.period.code for p in run] for run in joined_runs(gappy.points)] == [
        ["2022-08"],
        ["2023-08"],
        ["2023-10", "2023-11"],
    ]


def test_the_last_period_and_those_that_stand_alone_are_named_first() -> None:
    line = timeline(
        series(
            range(14),
            periods=[
                "2022-08",
                *(f"2023-{m:02d}" for m in range(8, 13)),
                *(f"2024-{m:02d}" for m in range(1, 9)),
            ],
        ).points
    )
    shown = labelled(line, 6.0, 22.0)
    assert (shown[0].code, shown[-1].code) == ("2022-08", "2024-08")
    places = [line.places[p] for p in shown]
    assert all((b - a) * 6 >= 22 for a, b in pairwise(places))
