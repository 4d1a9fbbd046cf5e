"""Forms that state a level, hold it against something, or hold it for some time."""

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
    pick,
    told,
    verdict,
    wrong_level,
)
from analysis.claims.world import LAST, WORDS, Row, Unfit, World, rounded


def _level(row: Row, back: int, true: bool, rng: random.Random) -> str:
    month = LAST.shift(-back)
    return row.text(row.values[month] if true else wrong_level(row, month, rng))


@form()
def level_stood_at(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), rng.randint(0, 12)
    text = f"{row.name} stood at {_level(row, back, true, rng)} in {label(back)}."
    return told(text, row, ("level", verdict(true)))


@form()
def level_now(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    return told(f"{row.name} is now {_level(row, 0, true, rng)}.", row, ("level", verdict(true)))


@form()
def level_at_the_end(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), rng.randint(0, 3)
    text = f"At the end of {label(back)}, {row.the} was {_level(row, back, true, rng)}."
    return told(text, row, ("level", verdict(true)))


@form()
def level_there_were(world: World, rng: random.Random, true: bool) -> Told:
    row, back = counted(world, rng), rng.randint(0, 12)
    text = f"There were {_level(row, back, true, rng)} {row.kind.things} in {label(back)}."
    return told(text, row, ("level", verdict(true)))


@form()
def level_there_are(world: World, rng: random.Random, true: bool) -> Told:
    row = counted(world, rng, lambda r: r.kind.indicator not in ("referrals", "new-entrants"))
    text = f"There are currently {_level(row, 0, true, rng)} {row.kind.things}."
    return told(text, row, ("level", verdict(true)))


@form()
def level_in_words(world: World, rng: random.Random, true: bool) -> Told:
    row, back = world.row("new-entrants"), rng.randint(0, 12)
    number = row.at(back)
    if not true:
        number = number + 5 if number < 12 else number - 5
    if number > 20:
        raise Unfit
    text = f"In {label(back)} there were {WORDS[int(number)]} new entrants to care."
    return told(text, row, ("level", verdict(true)))


@form()
def level_in_brackets(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "percent")
    text = f"{row.name} ({_level(row, 0, true, rng)} in {month_of(0)}) was discussed in clinics."
    return told(text, row, ("level", verdict(true)))


@form()
def level_with_its_rate(world: World, rng: random.Random, true: bool) -> Told:
    rate = pick(rng, world.rows, lambda r: bool(r.kind.rate_of))
    row = world.row(rate.kind.rate_of)
    said = rate.last if true else far_from(rate, rate.last, rng)
    text = f"{row.name} stands at {row.text(row.last)}, with a rate of {rate.text(said)}."
    return told(text, row, ("level", "agrees"), ("level", verdict(true)))


@form()
def level_by_share_of_visits(world: World, rng: random.Random, true: bool) -> Told:
    row, back = world.row(rng.choice(("visits-in-time", "supervisions-in-time"))), rng.randint(0, 6)
    done = {"visits": "made", "supervisions": "held"}[row.kind.things]
    level = _level(row, back, true, rng)
    text = f"In {label(back)}, {level} of {row.kind.things} were {done} in time."
    return told(text, row, ("level", verdict(true)))


@form()
def level_about(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng, "count", "percent"), rng.randint(0, 12)
    value = row.at(back)
    near = rounded(value, "1e1")
    if abs(near - value) > value * Decimal("0.03") or near == value:
        raise Unfit
    said = near if true else far_from(row, near, rng, "0.3")
    text = f"{row.name} was {rng.choice(('about', 'around'))} {row.text(Decimal(int(said)))}"
    return told(f"{text} in {label(back)}.", row, ("level", verdict(true)))


@form()
def level_fraction(world: World, rng: random.Random, true: bool) -> Told:
    row, back = world.row(rng.choice(("visits-in-time", "supervisions-in-time"))), rng.randint(0, 6)
    shares = {"a quarter": 25, "half": 50, "two thirds": 67, "three quarters": 75}
    value = row.at(back)
    near = [name for name, share in shares.items() if abs(value - share) <= 2]
    far = [name for name, share in shares.items() if abs(value - share) >= 12]
    said = near if true else far
    if not said:
        raise Unfit
    done = {"visits": "made", "supervisions": "held"}[row.kind.things]
    text = f"About {rng.choice(said)} of {row.kind.things} were {done} in time in {label(back)}."
    return told(text, row, ("level", verdict(true)))


@form()
def level_under(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), rng.randint(0, 6)
    value = row.at(back)
    step = max(Decimal(4), rounded(value / 12))
    above = rng.random() < 0.5
    limit = rounded(value + (step if above == true else -step))
    words = rng.choice(("under", "below", "less than")) if above else rng.choice(
        ("above", "more than", "over")
    )  # fmt: skip
    if limit <= 0 or (row.kind.unit == "percent" and limit > 99):
        raise Unfit
    if not above:
        limit = rounded(value + (-step if true else step))
    if row.kind.unit == "percent" and limit > 99:
        raise Unfit
    text = f"{row.name} was {words} {row.text(limit)} in {label(back)}."
    return told(text, row, ("comparison", verdict(true)))


@form(falsifiable=False)
def level_under_its_own_print(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng, "percent", "rate_per_10000"), rng.randint(0, 6)
    words = rng.choice(("less than", "just under", "just over", "more than"))
    text = f"{row.name} was {words} {row.text(row.at(back))} in {label(back)}."
    return told(text, row, ("comparison", "agrees"))


@form()
def level_at_least(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng, "count", "percent"), rng.randint(0, 6)
    value = row.at(back)
    step = max(Decimal(5), rounded(value / 10))
    most = rng.random() < 0.5
    limit = value + (step if most == true else -step)
    if limit <= 0 or (row.kind.unit == "percent" and limit > 99):
        raise Unfit
    words = "no more than" if most else "at least"
    text = f"{row.name} was {words} {row.text(limit)} in {label(back)}."
    return told(text, row, ("comparison", verdict(true)))


def _goal(world: World, rng: random.Random, met: bool) -> tuple[Row, Decimal]:
    def fits(row: Row) -> bool:
        if row.target is None:
            return False
        away = row.last - row.target if row.kind.goal == "at_least" else row.target - row.last
        return away >= 3 if met else away <= -3

    row = pick(rng, world.rows, fits)
    assert row.target is not None
    return row, row.target


@form()
def target_met(world: World, rng: random.Random, true: bool) -> Told:
    row, goal = _goal(world, rng, true)
    text = f"{row.name} met its target of {row.text(goal)} in {month_of(0)}."
    return told(text, row, ("comparison", verdict(true)))


@form()
def target_missed(world: World, rng: random.Random, true: bool) -> Told:
    row, goal = _goal(world, rng, not true)
    text = f"In {label(0)} {row.the} did not meet the target of {row.text(goal)}."
    return told(text, row, ("comparison", verdict(true)))


@form()
def target_side(world: World, rng: random.Random, true: bool) -> Told:
    row = pick(rng, world.rows, lambda r: r.target is not None and abs(r.last - r.target) >= 3)
    assert row.target is not None
    below = (row.last < row.target) == true
    text = f"{row.name} is {'below' if below else 'above'} our target of {row.text(row.target)}"
    return told(
        f"{text} at {row.text(row.last)}.", row, ("comparison", verdict(true)), ("level", "agrees")
    )


def _beside(world: World, rng: random.Random, name: str, words: str, true: bool) -> Told:
    def fits(row: Row) -> bool:
        other = getattr(row, name)
        return other is not None and abs(row.last - other) >= 3

    row = pick(rng, world.rows, fits)
    other = getattr(row, name)
    side = "below" if (row.last < other) == true else "above"
    said = rounded(other) if rng.random() < 0.5 else other
    text = f"At {row.text(row.last)}, {row.the} is {side} the {words} of {row.text(said)}."
    return told(text, row, ("level", "agrees"), ("comparison", verdict(true)))


@form()
def beside_neighbours(world: World, rng: random.Random, true: bool) -> Told:
    return _beside(world, rng, "neighbours", "statistical neighbour average", true)


@form()
def beside_england(world: World, rng: random.Random, true: bool) -> Told:
    return _beside(world, rng, "england", "England average", true)


@form()
def below_since(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), earlier(rng, 3)
    run = row.run(back)
    if true:
        limit = rounded(max(run)) + rng.choice((2, 3, 5))
    else:
        limit = rounded((max(run) + min(run)) / 2)
        if max(run[1:]) - limit < 2 * row.grain:
            raise Unfit
    if row.kind.unit == "percent" and limit > 99:
        raise Unfit
    text = f"{row.name} has been below {row.text(limit)} since {label(back)}."
    return told(text, row, ("duration", verdict(true)))


@form()
def above_for_months(world: World, rng: random.Random, true: bool) -> Told:
    row, back = any_row(world, rng), earlier(rng, 2)
    run = row.run(back)
    if true:
        limit = rounded(min(run)) - rng.choice((2, 3, 5))
    else:
        limit = rounded((max(run) + min(run)) / 2)
        if limit - min(run) < 2 * row.grain:
            raise Unfit
    if limit <= 0:
        raise Unfit
    months = WORDS[back + 1] if back < 9 else str(back + 1)
    text = f"{row.name} has remained above {row.text(limit)} for the last {months} months."
    return told(text, row, ("duration", verdict(true)))


@form(falsifiable=False)
def measure_not_in_the_papers(world: World, rng: random.Random, true: bool) -> Told:
    row, number = any_row(world, rng), rng.randint(1000, 9000)
    said = rng.choice((
        f"Library visits rose to {number:,} in {label(0)}.",
        f"A survey of {number:,} households found that 71% felt safe.",
        f"Some {rng.randint(21, 60)}% of staff took part in training, up from 20% in {label(12)}.",
        f"The budget of £{rng.randint(20, 90)}.4m is 3% larger than last year's.",
    ))  # fmt: skip
    return told(said, row, ("level", CANNOT))
