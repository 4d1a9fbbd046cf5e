"""Sentences that look as if a table denied them, and that no table can deny.

They speak of a part of what is counted, of another place, time or thing, or of what may come.
"""

from __future__ import annotations

import random
from decimal import Decimal

from analysis.claims.telling import CANNOT, Told, any_row, far_from, form, label, told
from analysis.claims.world import LAST, Row, World, percent, rounded


def _other(row: Row, rng: random.Random) -> str:
    """A value that the row does not have in the last month."""
    return row.text(far_from(row, row.last, rng, "0.3"))


def _said(row: Row, text: str, kind: str = "level") -> Told:
    return told(text, row, (kind, CANNOT))


@form(falsifiable=False)
def trap_part_of_a_count(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("children-in-care")
    part = rng.choice(("placed with parents", "aged 16 and 17", "with a disability"))
    number = rng.randint(20, 90)
    return _said(row, f"The number of children in our care {part} rose to {number} in {label(0)}.")


@form(falsifiable=False)
def trap_of_these(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("children-in-care")
    text = f"There are currently {row.text(row.last)} children in our care. Of these,"
    return _said(row, f"{text} {rng.randint(20, 90)} live with relatives.")


@form(falsifiable=False)
def trap_one_team(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "percent")
    team = rng.choice(("In the Northside team", "For the disabilities team", "In one locality"))
    return _said(row, f"{team}, {row.the} was {_other(row, rng)} in {label(0)}.")


@form(falsifiable=False)
def trap_another_place(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "percent", "rate_per_10000")
    place = rng.choice(("In England", "Nationally", "In Eastmoor", "Among our neighbours"))
    text = f"{place}, {row.the} fell by {rng.randint(8, 30)}% over the last year."
    return _said(row, text, "percent_change")


@form(falsifiable=False)
def trap_cost_of(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("children-in-care")
    share = rng.randint(8, 30)
    text = f"The cost of children in our care {rng.choice(('rose', 'fell'))} by {share}% from"
    return _said(row, f"{text} {label(12)}.", "percent_change")


@form(falsifiable=False)
def trap_visits_to_children_in_care(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("visits-in-time")
    text = f"For children in our care, the percentage of visits made in time was {_other(row, rng)}"
    return _said(row, f"{text} in {label(0)}.")


@form(falsifiable=False)
def trap_a_week(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("referrals")
    text = f"We now receive an average of {rounded(row.last / Decimal(4))} referrals a week."
    return _said(row, text, "average")


@form(falsifiable=False)
def trap_a_financial_year(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("referrals")
    return _said(row, f"In 2029/30 the number of referrals was {rng.randint(12000, 24000):,}.")


@form(falsifiable=False)
def trap_twelve_months_together(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("referrals")
    total = sum(row.run(11))
    return _said(row, f"Over the last twelve months there were {total:,} referrals.")


@form(falsifiable=False)
def trap_a_quarter_together(world: World, rng: random.Random, true: bool) -> Told:
    row = world.row("new-entrants")
    total = row.at(2) + row.at(3) + row.at(4)
    text = f"There were {total} new entrants to care between April 2031 and June 2031."
    return _said(row, text)


@form(falsifiable=False)
def trap_provisional(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    text = f"Provisional figures for {LAST.shift(1).label} show {row.the} at {_other(row, rng)}."
    return _said(row, text)


@form(falsifiable=False)
def trap_if(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    verb = rng.choice(("fell", "rose"))
    text = f"If {row.the} {verb} to {_other(row, rng)}, the plan would be looked at again."
    return _said(row, text)


@form(falsifiable=False)
def trap_hoped(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    words = rng.choice(("We expect", "We hope to see", "The plan assumes"))
    text = f"{words} {row.the} at {_other(row, rng)} in {LAST.shift(3).label}."
    return _said(row, text, "projection")


@form(falsifiable=False)
def trap_earlier_papers(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    words = rng.choice(("When this was last reported", "At its peak", "Before the pandemic"))
    return _said(row, f"{words}, {row.the} was {_other(row, rng)}.")


@form(falsifiable=False)
def trap_since_an_event(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "count", "rate_per_10000")
    share = rng.randint(20, 60)
    text = f"Since the new service was launched, {row.the} has fallen by {share}%."
    return _said(row, text, "percent_change")


@form(falsifiable=False)
def trap_several_years(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "count", "rate_per_10000")
    way = rng.choice(("risen", "fallen"))
    text = f"{row.name} has {way} by {rng.randint(20, 60)}% over the last five years."
    return _said(row, text, "percent_change")


@form(falsifiable=False)
def trap_of_a_day(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng)
    text = f"On {rng.randint(2, 12)} September 2031, {row.the} was discussed by"
    return _said(row, f"{text} {rng.randint(4, 12)} managers.")


@form(falsifiable=False)
def trap_rounded_twice(world: World, rng: random.Random, true: bool) -> Told:
    """A change is rounded to one place, and that to none: 28.47 to 28.5 to 29."""
    row = any_row(world, rng, "count")
    right = percent(row.last, row.at(12))
    share = rounded(rounded(abs(right), "0.1"))
    if share < 2:
        return _said(row, f"{row.name} was about {row.text(row.last)} in {label(0)}.")
    words = "up" if right > 0 else "down"
    return told(
        f"{row.name} is {words} {share}% from {label(12)}.", row, ("percent_change", "agrees")
    )


@form(falsifiable=False)
def trap_average_place(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "percent", "rate_per_10000")
    text = f"{row.name} is the {rng.choice(('second highest', 'lowest'))} in the region."
    return _said(row, text, "rank")


@form(falsifiable=False)
def trap_an_old_target(world: World, rng: random.Random, true: bool) -> Told:
    row = any_row(world, rng, "percent")
    text = f"The target for {row.the} had been {_other(row, rng)} until {label(12)}."
    return _said(row, text, "comparison")
