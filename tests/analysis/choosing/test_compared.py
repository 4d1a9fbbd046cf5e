"""Which true claims of a change are looked at: plain ones, of the newest value that is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.choosing.making import LAST, moved, series
from briefing.analysis.choosing.compared import Compared, compared
from briefing.analysis.claims import Record
from briefing.model import Figure, Sentence, Series
from briefing.model.claim import Claim, Verdict

ONE = series((100, 120, 150))


def figures(one: Series, *back: int) -> tuple[Figure, ...]:
    return tuple(one.figures[LAST.shift(-at)] for at in back)


def looked_at(
    claim: Claim,
    found: Sequence[Figure],
    *tables: Series,
    verdict: str = "agrees",
) -> Compared | None:
    held = Verdict(claim, verdict, 0.9, Sentence("So it is."), tuple(found))  # type: ignore[arg-type]
    return compared(held, Record(tables or (ONE,)))


def test_a_plain_rise_goes_from_the_first_figure_to_the_second() -> None:
    found = looked_at(moved(ONE, 2), figures(ONE, 2, 0, 1))
    assert found is not None
    assert (found.base, found.now) == (LAST.shift(-2), LAST)
    assert [f.value for f in (found.before, found.after)] == [100, 150]
    assert found.sign == 1
    assert (found.indicator, found.way, found.other_way) == ("calls", "up", "down")
    assert found.gain(found.before, found.after) == 50


def test_a_fall_gains_by_falling() -> None:
    one = series((150, 120))
    found = looked_at(moved(one, 1), figures(one, 1, 0), one)
    assert found is not None
    assert (found.sign, found.way, found.other_way) == (-1, "down", "up")
    assert found.gain(found.before, found.after) == 30


@pytest.mark.parametrize("verdict", ["contradicts", "cannot_verify"])
def test_what_the_tables_do_not_bear_out_is_left(verdict: str) -> None:
    assert looked_at(moved(ONE, 2), figures(ONE, 2, 0), verdict=verdict) is None


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "level"},
        {"kind": "comparison"},
        {"direction": ""},
        {"direction": "level"},
        {"tie": 0.69},
        {"steady": True},
        {"baselines": (LAST.shift(-2), LAST.shift(-1))},
        {"base": "average"},
        {"base": "years2"},
    ],
    ids=str,
)
def test_a_claim_of_another_sort_is_left(more: dict[str, object]) -> None:
    claim = replace(moved(ONE, 2), **more)  # type: ignore[arg-type]
    assert looked_at(claim, figures(ONE, 2, 0)) is None


@pytest.mark.parametrize("more", [{"tie": 0.7}, {"base": "previous"}, {"baselines": ()}], ids=str)
def test_a_claim_that_is_sure_enough_is_looked_at(more: dict[str, object]) -> None:
    claim = replace(moved(ONE, 2), **more)  # type: ignore[arg-type]
    assert looked_at(claim, figures(ONE, 2, 0)) is not None


def test_two_printed_figures_are_needed() -> None:
    assert looked_at(moved(ONE, 2), figures(ONE, 0)) is None
    assert looked_at(moved(ONE, 2), figures(ONE, 2, 0)) is not None


def test_both_figures_stand_in_one_table_of_the_measure() -> None:
    other = replace(series((100, 120, 150)), points=series((90, 110, 150)).points)
    assert looked_at(moved(ONE, 2), figures(ONE, 2, 0), series((1, 2))) is None
    elsewhere = replace(figures(ONE, 2)[0], row="elsewhere")
    assert looked_at(moved(ONE, 2), (elsewhere, *figures(ONE, 0))) is None
    found = looked_at(moved(ONE, 2), figures(ONE, 2, 0), series((150,)), other)
    assert found is not None and found.line.series == other


def test_a_figure_that_is_not_the_newest_of_any_table_is_left() -> None:
    assert looked_at(moved(ONE, 2), figures(ONE, 2, 1)) is None
    newer = replace(series((1, 2, 3)), table="another")
    shorter = series((100, 120, 150))
    older = replace(shorter, points=shorter.points[:2])
    claim = moved(ONE, 2)
    assert looked_at(claim, figures(ONE, 2, 1), older) is not None
    assert looked_at(claim, figures(ONE, 2, 1), older, newer) is None
    assert looked_at(claim, figures(ONE, 2, 1), newer, older) is None


def test_a_change_goes_forward_in_time_and_the_way_that_is_said() -> None:
    falling = series((150, 120, 100))
    up = replace(moved(falling, 2), direction="up")
    assert looked_at(up, figures(falling, 0, 2), falling) is None
    assert looked_at(up, figures(falling, 2, 0), falling) is None
    level = series((150, 120, 150))
    assert looked_at(up, figures(level, 2, 0), level) is None
    assert looked_at(up, figures(ONE, 0, 0)) is None


@pytest.mark.parametrize(
    ("values", "unit", "few"),
    [
        ((10, 20), "count", False),
        ((9, 20), "count", True),
        ((20, 9), "count", True),
        ((100, 110), "count", False),
        ((110, 100), "count", False),
        ((100, 109), "count", True),
        ((109, 100), "count", True),
        ((5, 6), "percent", False),
    ],
)
def test_nothing_is_made_of_fewer_than_ten_people(
    values: tuple[int, int], unit: str, few: bool
) -> None:
    one = series(values, unit=unit)
    found = looked_at(moved(one, 1), figures(one, 1, 0), one)
    assert found is not None
    assert found.is_few(found.before, found.after) is few
