"""Commentary on a made-up council's tables, right and wrong, with the verdict it deserves."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.claims import (  # noqa: F401
    forms_of_changes,
    forms_of_directions,
    forms_of_levels,
    forms_of_pairs,
    forms_of_ranks,
    forms_of_traps,
)
from analysis.claims.telling import FORMS, Expected
from analysis.claims.world import Unfit, World, make_world

#: How many sentences speak of one set of tables.
_A_WORLD = 50
_TRIES = 60


@dataclass(frozen=True)
class Made:
    """A passage, the tables that it speaks of, and what each of its claims deserves."""

    number: int
    form: str
    text: str
    section: str
    indicator: str
    world: World
    true: bool
    expected: tuple[Expected, ...]


def commentary(sentences: int, seed: int = 1) -> Iterator[Made]:
    """So many passages, form after form, half of them wrong where the form allows it."""
    names = sorted(FORMS)
    world = make_world(seed * 1000)
    for number in range(sentences):
        if number % _A_WORLD == 0:
            world = make_world(seed * 1000 + number // _A_WORLD)
        name = names[number % len(names)]
        rng = random.Random(f"{seed} {number}")
        yield _one(number, name, world, rng)


def _one(number: int, name: str, world: World, rng: random.Random) -> Made:
    """A passage of the form, of these tables or of the next that let it be said."""
    form, falsifiable = FORMS[name]
    true = not falsifiable or rng.random() < 0.5
    for attempt in range(_TRIES):
        tables = world if attempt < 8 else make_world(world.number + 500_000 + attempt)
        try:
            text, row, expected = form(tables, rng, true)
        except Unfit:
            continue
        where, what = row.kind.section, row.kind.indicator
        return Made(number, name, text, where, what, tables, true, expected)
    raise AssertionError(f"no tables fit the form {name}")
