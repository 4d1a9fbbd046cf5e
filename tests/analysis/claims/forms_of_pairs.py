"""Forms with other words for a time, and forms that speak of two measures at once."""

from __future__ import annotations

import random
from decimal import Decimal

from analysis.claims.telling import (
    Told,
    any_row,
    counted,
    form,
    label,
    moved,
    pick,
    told,
    verdict,
    way,
    wrong_level,
)
from analysis.claims.world import LAST, Row, Unfit, World, percent


def _baseline(row: Row, back: int, true: bool, rng: random.Random) -> str:
    old = row.at(back)
    said = old if true else wrong_level(row, LAST.shift(-back), rng)
    if said == row.last or (said > row.last) != (old > row.last):
        raise Unfit
    return row.text(said)


@form()
def same_time_last_year(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: moved(r, 12))
    old = _baseline(row, 12, true, rng)
    words = rng.choice(("at the same time last year", "in the same month last year"))
    text = f"{row.name} was {row.text(row.last)} in {label(0)}, compared with {old} {words}."
    return told(text, row, ("level", "agrees"), ("level", verdict(true)))


@form()
def from_last_month(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: moved(r, 1, "0.02"))
    old = _baseline(row, 1, true, rng)
    words = rng.choice(("the previous month", label(1)))
    text = f"{row.name} was {row.text(row.last)} in {label(0)}, {way(row.last, row.at(1))} from"
    return told(f"{text} {old} in {words}.", row, ("level", "agrees"), ("level", verdict(true)))


@form()
def by_then_had_moved_to(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: moved(r, 12))
    said = row.last if true else wrong_level(row, LAST, rng)
    if (said > row.at(12)) != (row.last > row.at(12)) or said == row.at(12):
        raise Unfit
    word = "risen" if said > row.at(12) else "fallen"
    text = f"By {label(0)} {row.the} had {word} to {row.text(said)}."
    return told(text, row, ("level", verdict(true)))


@form()
def as_at_a_day(world: World, rng: random.Random, true: bool) -> Told:
    row = counted(world, rng, lambda r: r.kind.indicator not in ("referrals", "new-entrants"))
    value = row.last if true else wrong_level(row, LAST, rng)
    text = f"As at 31 August 2031 there were {row.text(value)} {row.kind.things}."
    return told(text, row, ("level", verdict(true)))


@form()
def peaked_at(world: World, rng: random.Random, true: bool) -> Told:
    def fits(row: Row) -> bool:
        top = max(row.values.values())
        return list(row.values.values()).count(top) == 1

    row = pick(rng, world.rows, fits)
    month = max(row.values, key=lambda one: row.values[one])
    value = row.values[month] if true else row.values[month] + max(row.grain * 5, Decimal(6))
    if row.kind.unit == "percent" and value > 100:
        raise Unfit
    text = f"{row.name} peaked at {row.text(value)} in {month.label}."
    return told(text, row, ("level", verdict(true)))


@form()
def respectively(world: World, rng: random.Random, true: bool) -> Told:
    one, other = world.row("visits-in-time"), world.row("supervisions-in-time")
    if abs(one.last - other.last) < 3:
        raise Unfit
    said = (one.last, other.last) if true else (other.last, one.last)
    text = f"{one.name} and {other.the} were {said[0]}% and {said[1]}% respectively"
    return told(f"{text} in {label(0)}.", one, ("level", verdict(true)), ("level", verdict(true)))


@form()
def both_moved(world: World, rng: random.Random, true: bool) -> Told:
    one = pick(rng, world.rows, lambda r: moved(r, 1, "0.02"))
    rise = one.last > one.at(1)

    def fits(row: Row) -> bool:
        if row.kind.section == one.kind.section or not moved(row, 1, "0.02"):
            return False
        return (row.last > row.at(1)) == (rise if true else not rise)

    other = pick(rng, world.rows, fits)
    text = f"Both {one.the} and {other.the} {'rose' if rise else 'fell'} in {label(0)}."
    return told(text, one, ("direction", "agrees"), ("direction", verdict(true)))


@form()
def short_of_target(world: World, rng: random.Random, true: bool) -> Told:
    def fits(row: Row) -> bool:
        if row.target is None or row.kind.goal != "at_least":
            return False
        away = row.target - row.last
        return away >= 3 if true else away <= -3

    row = pick(rng, world.rows, fits)
    assert row.target is not None
    text = f"At {row.text(row.last)}, {row.the} remains short of the target of"
    return told(
        f"{text} {row.text(row.target)}.", row, ("level", "agrees"), ("comparison", verdict(true))
    )


@form()
def about_a_third(world: World, rng: random.Random, true: bool) -> Told:
    parts = {"a quarter": 25, "a third": 33, "half": 50, "a fifth": 20}

    def names(row: Row) -> list[str]:
        share = abs(percent(row.last, row.at(12)))
        if true:
            return [name for name, part in parts.items() if abs(share - part) <= 1]
        return [name for name, part in parts.items() if abs(share - part) >= 15 and share >= 3]

    row = pick(
        rng,
        world.rows,
        lambda r: r.kind.unit in ("count", "rate_per_10000", "average") and bool(names(r)),
    )
    word = "higher" if row.last > row.at(12) else "lower"
    text = f"{row.name} is about {rng.choice(names(row))} {word} than in {label(12)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def level_with_its_month_first(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), rng.randint(1, 11)
    value = row.at(back) if true else wrong_level(row, LAST.shift(-back), rng)
    text = f"{label(back)} saw {row.the} at {row.text(value)}."
    return told(text, row, ("level", verdict(true)))
