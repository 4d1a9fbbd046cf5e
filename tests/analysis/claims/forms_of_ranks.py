"""Forms that rank a value, average several, or look ahead."""

from __future__ import annotations

import random
from decimal import Decimal
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
)
from analysis.claims.world import LAST, WORDS, Row, Unfit, World, percent, rounded


def _clear(row: Row) -> Decimal:
    return max(row.grain, row.last / 50)


def _lowest(row: Row, others: list[Decimal], true: bool) -> bool:
    """Whether the last value is clearly the lowest of all (or clearly not)."""
    if true:
        return row.last <= min(others) - _clear(row)
    return row.last >= min(others) + 2 * _clear(row)


def _highest(row: Row, others: list[Decimal], true: bool) -> bool:
    if true:
        return row.last >= max(others) + _clear(row)
    return row.last <= max(others) - 2 * _clear(row)


def _ranked(world: World, rng: random.Random, back: int, true: bool) -> tuple[Row, str]:
    """A row whose last value is (or is not) the extreme of the months from then on."""
    extremes = [("lowest", _lowest), ("highest", _highest)]
    rng.shuffle(extremes)
    for word, test in extremes:
        rows = [row for row in world.rows if test(row, row.run(back)[:-1], true)]
        if rows:
            return rng.choice(rows), word
    raise Unfit


@form()
def lowest_for_months(world: World, rng: random.Random, true: bool) -> Told:
    months = rng.choice((4, 6, 9, 12))
    row, word = _ranked(world, rng, months - 1, true)
    text = f"{row.name} is {row.text(row.last)}, the {word} for {months} months."
    return told(text, row, ("rank", verdict(true)), ("level", "agrees"))


@form()
def lowest_since(world: World, rng: random.Random, true: bool) -> Told:
    back = earlier(rng, 4)
    row, word = _ranked(world, rng, back if true else back - 1, true)
    text = f"At {row.text(row.last)}, {row.the} is at its {word} since {label(back)}."
    return told(text, row, ("rank", verdict(true)), ("level", "agrees"))


@form()
def a_new_low(world: World, rng: random.Random, true: bool) -> Told:
    low = rng.random() < 0.5
    test = _lowest if low else _highest

    def fits(row: Row) -> bool:
        others = [value for month, value in row.values.items() if month != LAST]
        toward = row.last < row.at(1) if low else row.last > row.at(1)
        return toward and test(row, others, true)

    row = pick(rng, world.rows, fits)
    words = ("fell", "low") if low else ("rose", "high")
    text = f"{row.name} {words[0]} to {row.text(row.last)} in {month_of(0)}, a new {words[1]}."
    return told(text, row, ("rank", verdict(true)), ("level", "agrees"), ("direction", "agrees"))


@form()
def highest_of_the_table(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(
        rng,
        world.rows,
        lambda r: _highest(r, [v for m, v in r.values.items() if m != LAST], true),
    )
    text = f"In {label(0)} {row.the} reached its highest level of {row.text(row.last)}."
    return told(text, row, ("rank", verdict(true)), ("level", "agrees"))


@form(falsifiable=False)
def lowest_for_more_months_than_printed(world: World, rng: random.Random, true: bool) -> Told:
    row, word = _ranked(world, rng, 12, True)
    if not (_lowest if word == "lowest" else _highest)(
        row, [v for m, v in row.values.items() if m != LAST], True
    ):
        raise Unfit
    text = f"{row.name} is at its {word} for 36 months."
    return told(text, row, ("rank", CANNOT))


@form(falsifiable=False)
def rank_among_neighbours(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "percent", "rate_per_10000")
    place = WORDS[rng.randint(2, 5)]
    text = f"{row.name} places us within the top {place} of our statistical neighbours."
    return told(text, row, ("rank", CANNOT))


@form()
def running_months(world: World, rng: random.Random, true: bool) -> Told:
    times = rng.choice((2, 3, 4))
    rise = rng.random() < 0.5

    def fits(row: Row) -> bool:
        run = row.run(times) if rise else row.run(times)[::-1]
        steps = [b - a for a, b in pairwise(run)]
        return all(s >= row.grain for s in steps) if true else min(steps) <= -row.grain

    row = pick(rng, world.rows, fits)
    nth = {2: "second", 3: "third", 4: "fourth"}[times]
    text = f"{row.name} {'rose' if rise else 'fell'} for the {nth} month running in {label(0)}."
    return told(text, row, ("duration", verdict(true)))


def _outside(row: Row, rng: random.Random) -> Decimal:
    """A value beyond all that the row ever was."""
    values = row.values.values()
    if rng.random() < 0.5 and min(values) > 6:
        return rounded(min(values) * Decimal("0.8")) - 1
    return rounded(max(values) * Decimal("1.2")) + 1


@form()
def average_of_months(world: World, rng: random.Random, true: bool) -> Told:
    row, months = any_row(world, rng, "count", "percent"), rng.choice((3, 6, 12))
    mean = sum(row.run(months - 1)) / Decimal(months)
    said = rounded(mean, rng.choice(("1", "0.1"))) if true else _outside(row, rng)
    if row.kind.unit == "percent" and said > 99:
        raise Unfit
    text = f"Over the last {WORDS[months]} months {row.the} averaged {row.text(said)}."
    return told(text, row, ("average", verdict(true)))


@form()
def average_since(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row(rng.choice(("new-entrants", "referrals")))
    back = earlier(rng, 2)
    mean = sum(row.run(back)) / Decimal(back + 1)
    said = rounded(mean) if true else _outside(row, rng)
    text = f"Since {label(back)}, there has been an average of {row.text(said)} {row.kind.things}"
    return told(f"{text} a month.", row, ("average", verdict(true)))


@form()
def beside_the_average(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "count", "rate_per_10000")
    mean = sum(row.run(12)[:-1]) / Decimal(12)
    right = percent(row.last, mean)
    if abs(right) < 4:
        raise Unfit
    said = rounded(abs(right)) + (0 if true else rng.choice((20, 25, 30)))
    side = "above" if right > 0 else "below"
    text = f"{row.name} is {said}% {side} the average of the previous twelve months."
    return told(text, row, ("percent_change", verdict(true)))


@form(falsifiable=False)
def beside_an_average_of_no_stated_months(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "count", "rate_per_10000")
    months = rng.choice((6, 12, 13))
    values = row.run(12)[:-1][-months:] if months < 13 else row.run(12)
    right = percent(row.last, sum(values) / Decimal(len(values)))
    if abs(right) < 4:
        raise Unfit
    text = f"{row.name} is {'up' if right > 0 else 'down'} {rounded(abs(right))}% from the average."
    return told(text, row, ("percent_change", CANNOT))


@form(falsifiable=False)
def dated_ambition(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: r.target is not None)
    assert row.target is not None
    words = rng.choice(("The ambition is for", "Our goal is for"))
    text = f"{words} {row.the} to reach {row.text(row.target)} by March 2032."
    return told(text, row, ("ambition", "agrees"))


@form(falsifiable=False)
def on_track(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: r.target is not None)
    assert row.target is not None
    text = f"We are on track to reach our target of {row.text(row.target)} for {row.the}"
    return told(f"{text} by March 2032.", row, ("projection", CANNOT))


@form()
def at_this_rate(world: World, rng: random.Random, true: bool) -> Told:
    def fits(row: Row) -> bool:
        others = [value for month, value in row.values.items() if month != LAST]
        signs = {row.last > other for other in others}
        even = row.last not in others
        return row.kind.unit == "count" and len(signs) == 1 and even and moved(row, 12, "0.08")

    row = pick(rng, world.rows, fits)
    pace = (row.last - row.at(12)) / 12
    said = rounded(row.last + pace * 7) if true else rounded(row.last - pace * 7)
    if said <= 0 or said == row.last:
        raise Unfit
    text = f"{row.name} is {row.text(row.last)}. At this rate, it would be {row.text(said)}"
    return told(f"{text} by March 2032.", row, ("level", "agrees"), ("projection", verdict(true)))


@form()
def level_and_target_and_change(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(
        rng,
        world.rows,
        lambda r: r.target is not None and abs(r.last - r.target) >= 3 and moved(r, 1, "0.02"),
    )
    assert row.target is not None
    rise = row.last > row.at(1)
    below = (row.last < row.target) == true
    text = f"{row.name} {'rose' if rise else 'fell'} to {row.text(row.last)} in {month_of(0)},"
    return told(
        f"{text} which is {'below' if below else 'above'} the target of {row.text(row.target)}.",
        row,
        ("direction", "agrees"),
        ("level", "agrees"),
        ("comparison", verdict(true)),
    )
