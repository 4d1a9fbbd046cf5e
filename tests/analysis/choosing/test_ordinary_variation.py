"""Random series: true sentences on ordinary noise get no context, planted movements do."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

import pytest

from analysis.choosing.making import FORMS, contexts, moved, read, sentence, series, verdicts
from briefing.model import Series

MANY = 600

Make = Callable[[random.Random], Series]


def _share(rng: random.Random) -> Series:
    values = [max(0, min(100, round(rng.gauss(80, 5)))) for _ in range(13)]
    return series(values, unit="percent", measure_type="month")


def _monthly(rng: random.Random) -> Series:
    return series([round(rng.gauss(200, 25)) for _ in range(13)], measure_type="month")


def _drifting(rng: random.Random) -> Series:
    slope = rng.uniform(-6, 6)
    values = [round(rng.gauss(300 + slope * n, 15)) for n in range(13)]
    return series(values, measure_type="month")


def _stock(rng: random.Random) -> Series:
    slope = rng.uniform(-6, 6)
    return series([round(rng.gauss(300 + slope * n, 6)) for n in range(13)])


def _average(rng: random.Random) -> Series:
    return series([Decimal(f"{rng.gauss(15, 0.6):.2f}") for _ in range(13)], unit="average")


@pytest.mark.parametrize("make", [_share, _monthly, _drifting, _stock, _average])
def test_ordinary_variation_is_never_taken_for_more(make: Make) -> None:
    rng = random.Random(f"westmoor {make.__name__}")
    told = found = 0
    for _ in range(MANY):
        one = make(rng)
        back = rng.choice((12, 1, rng.randint(1, 12)))
        values = [figure.value for figure in one.figures.values()]
        if values[-1] == values[-1 - back]:
            continue
        claims = read(one, sentence(one, back, rng.choice(FORMS)))
        told += any(v.verdict == "agrees" for v in verdicts(one, *claims))
        found += len(contexts(one, *claims, moved(one, back, named=False)))
    assert told > MANY * 0.9
    assert found <= told * 0.01


def _reversal(rng: random.Random, sign: int) -> tuple[Series, int]:
    """A level that moves one way for months and then the other, with a little noise."""
    turn, step = rng.choice((8, 9)), rng.uniform(6, 12)
    level, values = 0.0, []
    for month in range(13):
        level += step if month <= turn else -1.5 * step
        values.append(round(400 + sign * (level + rng.uniform(-step / 5, step / 5))))
    return series(values), turn


@pytest.mark.parametrize("sign", [1, -1], ids=["up then down", "down then up"])
def test_a_planted_reversal_is_found_and_dated(sign: int) -> None:
    rng = random.Random(f"westmoor reversal {sign}")
    for _ in range(300):
        one, turn = _reversal(rng, sign)
        claims = read(one, sentence(one, 12, rng.choice(FORMS)))
        (found,) = contexts(one, *claims)
        assert found.kind == "other_way_since"
        assert found.figures[-1] == one.points[turn].figure


@pytest.mark.parametrize("sign", [1, -1], ids=["a high month", "a low month"])
def test_a_planted_month_is_found(sign: int) -> None:
    rng = random.Random(f"westmoor month {sign}")
    found = 0
    for _ in range(300):
        values = [rng.randint(47, 53) for _ in range(12)]
        at = rng.randint(0, 11)
        values[at] = 50 + sign * rng.randint(22, 30)
        one = series([*values, 50 + sign * 3], unit="percent", measure_type="month")
        claims = read(one, sentence(one, 12 - at, rng.choice(FORMS)))
        kinds = [c.kind for c in contexts(one, *claims)]
        assert set(kinds) <= {"flattering_month"}
        found += len(kinds)
    assert found >= 285
