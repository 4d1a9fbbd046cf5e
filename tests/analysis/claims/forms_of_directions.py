"""Forms that say from what to what, and which way."""

from __future__ import annotations

import random
from itertools import pairwise

from analysis.claims.telling import (
    CANNOT,
    Told,
    any_row,
    earlier,
    form,
    label,
    month_of,
    moved,
    pick,
    told,
    verdict,
    way,
    wrong_level,
)
from analysis.claims.world import LAST, Row, Unfit, World


@form()
def from_to(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = pick(rng, world.rows, lambda r: moved(r, back))
    old = row.at(back) if true else wrong_level(row, LAST.shift(-back), rng)
    if (old > row.last) != (row.at(back) > row.last) or old == row.last:
        raise Unfit
    word = "rose" if row.last > old else "fell"
    text = f"{row.name} {word} from {row.text(old)} in {label(back)} to {row.text(row.last)}"
    return told(
        f"{text} in {label(0)}.",
        row,
        ("level", verdict(true)),
        ("level", "agrees"),
        ("direction", "agrees"),
    )


@form()
def up_from(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = pick(rng, world.rows, lambda r: moved(r, back))
    new = row.last if true else wrong_level(row, LAST, rng)
    if (new > row.at(back)) != (row.last > row.at(back)) or new == row.at(back):
        raise Unfit
    text = f"{row.name} is {row.text(new)}, {way(new, row.at(back))} from"
    return told(
        f"{text} {row.text(row.at(back))} in {label(back)}.",
        row,
        ("level", verdict(true)),
        ("level", "agrees"),
        ("direction", "agrees"),
    )


@form()
def compares_with(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), earlier(rng)
    old = row.at(back) if true else wrong_level(row, LAST.shift(-back), rng)
    text = f"{row.name} was {row.text(row.last)} in {label(0)}. This compares with {row.text(old)}"
    return told(f"{text} in {label(back)}.", row, ("level", "agrees"), ("level", verdict(true)))


@form()
def rose_in_the_month(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: moved(r, 1, "0.02"))
    rise = (row.last > row.at(1)) == true
    text = f"{row.name} {'rose' if rise else 'fell'} in {label(0)}."
    return told(text, row, ("direction", verdict(true)))


@form()
def improved_to(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: r.kind.polarity == "high" and moved(r, 1, "0.02"))
    better = (row.last > row.at(1)) == true
    word = "improved" if better else "declined"
    text = f"{row.name} {word} to {row.text(row.last)} in {month_of(0)}."
    return told(text, row, ("direction", verdict(true)), ("level", "agrees"))


@form()
def higher_than_in(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = pick(rng, world.rows, lambda r: moved(r, back))
    higher = (row.last > row.at(back)) == true
    text = f"{row.name} is {'higher' if higher else 'lower'} than it was in {label(back)}."
    return told(text, row, ("direction", verdict(true)))


@form()
def did_not_rise(world: World, rng: random.Random, true: bool) -> Told:
    back = rng.choice((1, 3, 6, 12))
    row = pick(rng, world.rows, lambda r: moved(r, back))
    risen = (row.last > row.at(back)) == true
    if back == 1:
        text = f"{row.name} did not {'fall' if risen else 'rise'} in {label(0)}."
    else:
        text = f"{row.name} is no {'lower' if risen else 'higher'} than it was in {label(back)}."
    return told(text, row, ("direction", verdict(true)))


@form()
def steady(world: World, rng: random.Random, true: bool) -> Told:
    back = rng.choice((3, 4, 6, 9, 12))
    rise = rng.random() < 0.5

    def fits(row: Row) -> bool:
        run = row.run(back) if rise else row.run(back)[::-1]
        if true:
            return all(b - a >= row.grain for a, b in pairwise(run))
        return run[0] - run[-1] >= max(row.grain * 2, run[0] / 12)

    row = pick(rng, world.rows, fits)
    words = "increase" if rise else "decrease"
    text = f"There has been a steady {words} in {row.the} since {label(back)}."
    return told(text, row, ("direction", verdict(true)))


@form()
def remained_at(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: r.last == r.at(1) if true else moved(r, 1, "0.08"))
    text = f"{row.name} remained at {row.text(row.last)} in {label(0)}."
    return told(text, row, ("direction", verdict(true)), ("level", "agrees"))


@form()
def unchanged(world: World, rng: random.Random, true: bool) -> Told:
    back = rng.choice((1, 2, 3))
    row = pick(rng, world.rows, lambda r: r.last == r.at(back) if true else moved(r, back, "0.08"))
    text = f"{row.name} was unchanged from {label(back)}."
    return told(text, row, ("direction", verdict(true)))


@form()
def continued(world: World, rng: random.Random, true: bool) -> Told:
    def fits(row: Row) -> bool:
        ahead, behind = row.last - row.at(1), row.at(1) - row.at(2)
        if not moved(row, 1, "0.02") or abs(behind) < row.grain:
            return False
        return not true or ahead * behind > 0

    row = pick(rng, world.rows, fits)
    rise = (row.last > row.at(1)) == true
    text = f"{row.name} continued to {'rise' if rise else 'fall'} in {label(0)}."
    return told(text, row, ("direction", verdict(true)))


@form(falsifiable=False)
def expected_to_rise(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    text = f"{row.name} is expected to {rng.choice(('rise', 'fall'))} in {LAST.shift(2).label}."
    return told(text, row, ("projection", CANNOT))


@form()
def two_measures(world: World, rng: random.Random, true: bool) -> Told:
    one = pick(rng, world.rows, lambda r: moved(r, 1, "0.02"))
    other = pick(
        rng,
        world.rows,
        lambda r: moved(r, 1, "0.02") and r.kind.section != one.kind.section,
    )
    said = other.last if true else wrong_level(other, LAST, rng)
    if (said > other.at(1)) != (other.last > other.at(1)) or said == other.at(1):
        raise Unfit
    words = ["rose" if row.last > row.at(1) else "fell" for row in (one, other)]
    text = f"{one.name} {words[0]} to {one.text(one.last)} in {label(0)}, while {other.the}"
    return told(
        f"{text} {words[1]} to {other.text(said)}.",
        one,
        ("level", "agrees"),
        ("direction", "agrees"),
        ("level", verdict(true)),
    )
