"""Forms that state by how much a measure moved."""

from __future__ import annotations

import random
from decimal import Decimal

from analysis.claims.telling import (
    CANNOT,
    Told,
    any_row,
    counted,
    earlier,
    far_from,
    form,
    label,
    month_of,
    moved,
    pick,
    share_of,
    told,
    verdict,
    way,
)
from analysis.claims.world import LAST, Row, Unfit, World, percent, rounded

_AMOUNTS = ("count", "rate_per_10000", "average")


def _moving(world: World, rng: random.Random, back: int, *units: str, share: str = "0.05") -> Row:
    units = units or _AMOUNTS
    return pick(rng, world.rows, lambda r: r.kind.unit in units and moved(r, back, share))


def _by_many(row: Row, back: int) -> bool:
    """Whether a change is of ten or more: smaller ones of people are never computed."""
    return moved(row, back, "0.03") and abs(row.last - row.at(back)) >= 10


@form()
def percent_from(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = _moving(world, rng, back)
    share = share_of(row, row.last, row.at(back), true, rng)
    text = f"{row.name} is {way(row.last, row.at(back))} {share}% from {label(back)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def percent_wrong_baseline(world: World, rng: random.Random, true: bool) -> Told:
    back, other = 12, rng.randint(1, 11)
    row = _moving(world, rng, back)
    right, stale = percent(row.last, row.at(back)), percent(row.last, row.at(other))
    if not true and (abs(right - stale) < 8 or right * stale <= 0):
        raise Unfit
    share = rounded(abs(right if true else stale))
    words = "lower" if right < 0 else "higher"
    text = f"{row.name} is {share}% {words} than in {label(back)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def percent_higher_than(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = _moving(world, rng, back)
    share = share_of(row, row.last, row.at(back), true, rng)
    words = "higher" if row.last > row.at(back) else "lower"
    text = f"In {label(0)} {row.the} was {share}% {words} than in {label(back)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def percent_between(world: World, rng: random.Random, true: bool) -> Told:
    late = rng.randint(0, 6)
    back = rng.randint(late + 2, 12)
    row = pick(
        rng,
        world.rows,
        lambda r: (
            r.kind.unit in _AMOUNTS
            and abs(r.at(late) - r.at(back)) >= max(r.grain * 2, r.at(back) / 20)
        ),
    )
    new, old = row.at(late), row.at(back)
    share = share_of(row, new, old, true, rng)
    word = "rose" if new > old else "fell"
    text = f"{row.name} {word} by {share}% between {label(back)} and {label(late)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def percent_over_the_year(world: World, rng: random.Random, true: bool) -> Told:
    row = _moving(world, rng, 12)
    share = share_of(row, row.last, row.at(12), true, rng)
    word = "risen" if row.last > row.at(12) else "fallen"
    words = rng.choice(("Over the last year", "Compared with the same month last year"))
    text = f"{words}, {row.the} has {word} by {share}%."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def percent_with_both_ends(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = _moving(world, rng, back)
    new, old = row.last, row.at(back)
    share = share_of(row, new, old, true, rng)
    word = "increased" if new > old else "reduced"
    text = (
        f"{row.name} has {word} {share}% from {row.text(old)} in {label(back)} to"
        f" {row.text(new)} in {label(0)}."
    )
    return told(
        text, row, ("percent_change", verdict(true)), ("level", "agrees"), ("level", "agrees")
    )


@form()
def percent_of_two_baselines(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(
        rng,
        world.rows,
        lambda r: (
            r.kind.unit in _AMOUNTS
            and moved(r, 6)
            and moved(r, 12)
            and way(r.last, r.at(6)) == way(r.last, r.at(12))
        ),
    )
    near = share_of(row, row.last, row.at(6), True, rng)
    far = share_of(row, row.last, row.at(12), true, rng)
    text = f"{row.name} is {row.text(row.last)}. This is {way(row.last, row.at(6))} {near}% from"
    return told(
        f"{text} {label(6)}, and {far}% from {label(12)}.",
        row,
        ("level", "agrees"),
        ("percent_change", "agrees"),
        ("percent_change", verdict(true)),
    )


@form()
def percent_of_a_pronoun(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = _moving(world, rng, back)
    share = share_of(row, row.last, row.at(back), true, rng)
    words = "an increase" if row.last > row.at(back) else "a reduction"
    text = f"{row.name} was {row.text(row.last)} in {label(0)}. It is {words} of {share}%"
    return told(
        f"{text} on {label(back)}.", row, ("level", "agrees"), ("percent_change", verdict(true))
    )


@form(falsifiable=False)
def percent_of_a_percentage(world: World, rng: random.Random, true: bool) -> Told:
    """Councils say that a share fell by 5% when it fell by five points: no contradiction."""
    back = earlier(rng)
    row = _moving(world, rng, back, "percent")
    new, old = row.last, row.at(back)
    size = abs(new - old) if rng.random() < 0.5 else rounded(abs(percent(new, old)))
    word = "risen" if new > old else "fallen"
    text = f"{row.name} has {word} by {size}% since {label(back)}."
    return told(text, row, ("percent_change", "agrees"))


@form(falsifiable=False)
def percent_from_a_month_not_printed(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, *_AMOUNTS)
    text = f"{row.name} has fallen by {rng.randint(6, 40)}% since {LAST.shift(-17).label}."
    return told(text, row, ("percent_change", CANNOT))


@form()
def percent_wrong_way(world: World, rng: random.Random, true: bool) -> Told:
    row = _moving(world, rng, 12, share="0.1")
    share = rounded(abs(percent(row.last, row.at(12))))
    rise = (row.last > row.at(12)) == true
    text = f"There has been a {share}% {'rise' if rise else 'fall'} in {row.the} since {label(12)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def change_fewer_than(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = counted(world, rng, lambda r: _by_many(r, back))
    size = abs(row.last - row.at(back))
    said = size if true else far_from(row, size, rng, "0.4")
    word = "more" if row.last > row.at(back) else "fewer"
    text = f"There are {said:,} {word} {row.kind.things} than in {label(back)}."
    return told(text, row, ("change", verdict(true)))


@form()
def change_by(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = pick(rng, world.rows, lambda r: r.kind.unit == "count" and _by_many(r, back))
    size = abs(row.last - row.at(back))
    said = size if true else far_from(row, size, rng, "0.4")
    word = "increased" if row.last > row.at(back) else "decreased"
    text = f"{row.name} has {word} by {said:,} since {label(back)}."
    return told(text, row, ("change", verdict(true)))


@form()
def change_in_points(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng)
    row = _moving(world, rng, back, "percent")
    size = abs(row.last - row.at(back))
    said = size if true else size + rng.choice((5, 7, 9))
    word = "rose" if row.last > row.at(back) else "fell"
    text = f"{row.name} {word} by {said} percentage points between {label(back)} and {label(0)}."
    return told(text, row, ("change", verdict(true)))


@form()
def change_to(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: r.kind.unit == "count" and _by_many(r, 1))
    size = abs(row.last - row.at(1))
    said = size if true else far_from(row, size, rng, "0.5")
    word = "rose" if row.last > row.at(1) else "fell"
    text = f"{row.name} {word} by {said:,} in {month_of(0)} to {row.text(row.last)}."
    return told(text, row, ("change", verdict(true)), ("level", "agrees"))


@form()
def doubled(world: World, rng: random.Random, true: bool) -> Told:
    def fits(row: Row) -> bool:
        ratio = row.last / row.at(12)
        return abs(ratio - 2) <= Decimal("0.03") if true else ratio < Decimal("1.4")

    row = pick(rng, world.rows, fits)
    text = f"{row.name} has doubled since {label(12)}."
    return told(text, row, ("percent_change", verdict(true)))


@form()
def halved(world: World, rng: random.Random, true: bool) -> Told:
    def fits(row: Row) -> bool:
        ratio = row.last / row.at(12)
        return abs(ratio - Decimal("0.5")) <= Decimal("0.015") if true else ratio > Decimal("0.75")

    row = pick(rng, world.rows, fits)
    text = f"{row.name} has halved since {label(12)}."
    return told(text, row, ("percent_change", verdict(true)))
