"""The axes of a plot: what their labels have to be before a mark is held against them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from briefing.analysis.trends import judge
from briefing.model import Citation, Figure, Indicator, Period, Point, Series
from briefing.model.trend import Trend
from briefing.publish.read_back.chart_axes import NUMBER, Axes, axes_of, near, value_of
from briefing.publish.read_back.drawn import NotReadable, Part, Plot, Words

LEFT, TOP, RIGHT, BOTTOM = 100.0, 20.0, 500.0, 220.0
#: Numbers of the value axis and the heights of their ticks.
TICKS = (("0", 220.0), ("10", 170.0), ("20", 120.0), ("30", 70.0), ("40", 20.0))
#: Labels of the time axis and the places of their ticks: four months from November.
TIMES = ((("Nov", "2031"), 150.0), (("Dec",), 250.0), (("Jan", "2032"), 350.0), (("Feb",), 450.0))


def trend() -> Trend:
    points = []
    for at in range(4):
        period = Period("2031-11").shift(at)
        figure = Figure(Decimal(10 + at), "count", period, Citation("pack"))
        points.append(Point(period, figure))
    return judge(Series(Indicator("calls", "Calls", "count", "month"), tuple(points)))


def value_tick(text: str, at: float, *, words: float | None = None, line: bool = True) -> Part:
    lines = (((LEFT, at), (RIGHT, at)),) if line else ()
    texts = (Words(text, (80.0, at + 3 if words is None else words)),) if text else ()
    return Part("ytick", lines, (), (), texts)


def time_tick(said: Sequence[str], at: float | None, *, words: float | None = None) -> Part:
    signs = ((at, BOTTOM),) if at is not None else ()
    beside = words if words is not None else (at or 0.0)
    return Part("xtick", (), signs, (), tuple(Words(one, (beside, 235.0)) for one in said))


def plot(values: Sequence[Part] | None = None, times: Sequence[Part] | None = None) -> Plot:
    corners = ((LEFT, BOTTOM), (RIGHT, BOTTOM), (RIGHT, TOP), (LEFT, TOP))
    values = [value_tick(*tick) for tick in TICKS] if values is None else values
    times = [time_tick(*tick) for tick in TIMES] if times is None else times
    return Plot((Part("box", (corners,), (), (), ()), *values, *times), ())


def read(one: Plot) -> Axes:
    return axes_of(one, [trend()])


def test_axes_put_each_value_and_period_where_their_labels_say() -> None:
    axes = read(plot())
    assert [axes.y(value) for value in (0, 10, 40, 25)] == [220, 170, 20, 95]
    months = [Period("2031-11").shift(at) for at in range(4)]
    assert [axes.x(month) for month in months] == [150, 250, 350, 450]


def test_the_labels_may_be_drawn_in_any_order() -> None:
    times = [time_tick(*tick) for tick in reversed(TIMES)]
    assert read(plot(times=times)).x(Period("2031-12")) == 250


def test_a_tick_without_words_or_without_a_place_says_nothing() -> None:
    times = [time_tick(*tick) for tick in TIMES]
    assert read(plot(times=[*times, time_tick((), 300.0), time_tick(("May",), None)]))
    assert read(plot(times=[time_tick((), 120.0), *times]))


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        ([value_tick(*TICKS[0])], "too few labels"),
        ([], "too few labels"),
        ([value_tick(*TICKS[0], line=False), *(value_tick(*t) for t in TICKS[1:])], "too few"),
        ([*(value_tick(*t) for t in TICKS[:4]), value_tick("", 20.0)], "too few labels"),
        ([value_tick("0", 20.0), value_tick("40", 220.0)], "do not stand evenly"),
        ([value_tick("40", 220.0), value_tick("0", 20.0)], "do not stand evenly"),
        ([value_tick("0", 220.0), value_tick("0", 20.0)], "do not stand evenly"),
        (
            [value_tick("0", 220.0), value_tick("20", 110.0), value_tick("40", 20.0)],
            "do not stand evenly",
        ),
        ([value_tick("0", 210.0), value_tick("40", 20.0)], "do not stand evenly"),
        (
            [value_tick("0", 220.0), value_tick("20", 120.0), value_tick("40", 20.0, words=30.0)],
            "do not stand evenly",
        ),
        (
            [value_tick("0", 220.0, words=231.0), value_tick("40", 20.0, words=31.0)],
            "do not stand beside its ticks",
        ),
        (
            [value_tick("0", 220.0, words=209.0), value_tick("40", 20.0, words=9.0)],
            "do not stand beside its ticks",
        ),
        ([value_tick("0", 220.0), value_tick("30", 70.0)], "ends below its plot"),
        ([value_tick("none", 220.0), value_tick("40", 20.0)], "'none' at its value axis is no"),
        ([value_tick("about 0", 220.0), value_tick("40", 20.0)], "is no number"),
    ],
    ids=str,
)
def test_a_value_axis_that_cannot_be_read(ticks: list[Part], words: str) -> None:
    with pytest.raises(NotReadable, match=words):
        read(plot(values=ticks))


def test_two_numbers_are_enough_and_their_words_may_stand_a_little_off() -> None:
    ticks = [value_tick("0", 220.0, words=229.9), value_tick("40", 20.0, words=29.9)]
    assert read(plot(values=ticks)).y(10) == 170


def test_numbers_below_nought_and_with_units_are_read() -> None:
    ticks = [value_tick("-£1,000", 220.0), value_tick("£0", 120.0), value_tick("£1,000.0", 20.0)]
    assert read(plot(values=ticks)).y(-500) == 170


@pytest.mark.parametrize(
    ("at", "tick", "words"),
    [
        (1, time_tick(("Mar",), 250.0), "names Mar, of which it has no figure"),
        (2, time_tick(("Jan", "2031"), 350.0), "names Jan 2031, of which it has no figure"),
        (1, time_tick(("Dec",), 260.0), "Dec does not stand where December 2031 belongs"),
        (3, time_tick(("Feb",), 350.0), "Feb does not stand where February 2032 belongs"),
        (1, time_tick(("Dec",), 250.0, words=261.0), "Dec does not stand below its tick"),
        (1, time_tick(("Dec",), 250.0, words=239.0), "Dec does not stand below its tick"),
    ],
    ids=["another month", "another year", "aside", "elsewhere", "right of it", "left of it"],
)
def test_a_time_axis_that_names_another_month(at: int, tick: Part, words: str) -> None:
    times = [time_tick(*one) for one in TIMES]
    times[at] = tick
    with pytest.raises(NotReadable, match=words):
        read(plot(times=times))


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12.0), ("-12", -12.0), ("£1,234.50", 1234.5), ("-£3", -3.0), ("7%", 7.0)],
)
def test_the_value_of_a_number_in_a_picture(text: str, value: float) -> None:
    found = NUMBER.match(text)
    assert found is not None and value_of(found) == value


@pytest.mark.parametrize(
    ("one", "other", "more", "same"),
    [(5.0, 5.09, 0.0, True), (5.0, 5.2, 0.0, False), (5.2, 5.0, 0.0, False), (5.0, 7.0, 2.0, True)],
)
def test_two_places_are_the_same_but_for_a_hair(
    one: float, other: float, more: float, same: bool
) -> None:
    assert near(one, other, more) is same
