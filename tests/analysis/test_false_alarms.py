"""How many signals chance alone would give."""

from decimal import Decimal

import pytest

from analysis.samples import VISITS, series
from briefing.analysis import chance, expected_false_alarms, judge, simulate
from briefing.model import Period


@pytest.mark.parametrize("points", [13, 24])
def test_a_seeded_simulation_agrees_with_the_table(points: int) -> None:
    runs = 2_000
    found, tabulated = simulate(points, runs=runs, seed=2031), chance(points)
    for seen, expected in ((found.anywhere, tabulated.anywhere), (found.last, tabulated.last)):
        error = (expected * (1 - expected) / runs).sqrt()
        assert abs(seen - expected) < 3 * error


def test_with_thirteen_points_about_one_chart_in_twelve_signals() -> None:
    assert round(chance(13).anywhere * 12) == 1
    assert chance(13).last < chance(13).anywhere


def test_the_chance_grows_with_the_points() -> None:
    chances = [chance(n).anywhere for n in range(12, 37)]
    assert chances == sorted(chances)


def test_the_same_seed_gives_the_same_chance() -> None:
    assert simulate(13, runs=50, seed=1) == simulate(13, runs=50, seed=1)


def test_a_longer_chart_than_the_table_has_is_simulated() -> None:
    assert chance(40).anywhere > chance(30).anywhere
    with pytest.raises(ValueError, match="at least two points"):
        chance(1)


def test_only_judged_charts_can_raise_an_alarm() -> None:
    judged, stock = judge(series(VISITS)), judge(series(VISITS, measure_type="stock"))
    found = expected_false_alarms([judged] * 24 + [stock] * 50)
    assert found.value == 24 * chance(13).anywhere
    assert found.number == "2.0"
    assert expected_false_alarms([stock]).value == 0
    assert expected_false_alarms([judged], last_point=True).value == chance(13).last


def test_only_the_points_since_a_rebase_count() -> None:
    trend = judge(series([*VISITS, *VISITS]), breaks=[Period("2031-09")])
    assert expected_false_alarms([trend]).value == chance(13).anywhere
    assert isinstance(chance(13).anywhere, Decimal)
