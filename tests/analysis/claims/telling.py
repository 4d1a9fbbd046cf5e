"""What every form of sentence needs: rows to speak of, and figures that are right or wrong."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from analysis.claims.world import LAST, Row, Unfit, World, percent, rounded
from briefing.model import Period

AGREES, CONTRADICTS, CANNOT = "agrees", "contradicts", "cannot_verify"


@dataclass(frozen=True)
class Expected:
    """One claim of a sentence, and what it deserves."""

    kind: str
    verdict: str


Told = tuple[str, Row, tuple[Expected, ...]]
Form = Callable[[World, random.Random, bool], Told]

#: Name of a form -> how it makes a sentence, and whether it can also be made false.
FORMS: dict[str, tuple[Form, bool]] = {}


def form(*, falsifiable: bool = True) -> Callable[[Form], Form]:
    """Name a function as a form of claim."""

    def keep(made: Form) -> Form:
        FORMS[made.__name__] = (made, falsifiable)
        return made

    return keep


def verdict(true: bool) -> str:
    return AGREES if true else CONTRADICTS


def told(text: str, row: Row, *claims: tuple[str, str]) -> Told:
    return text, row, tuple(Expected(*claim) for claim in claims)


def pick(rng: random.Random, rows: Iterable[Row], fits: Callable[[Row], bool]) -> Row:
    """One of the rows that fit."""
    found = [row for row in rows if fits(row)]
    if not found:
        raise Unfit
    return rng.choice(found)


def any_row(world: World, rng: random.Random, *units: str) -> Row:
    return pick(rng, world.rows, lambda row: not units or row.kind.unit in units)


def counted(world: World, rng: random.Random, fits: Callable[[Row], bool] = bool) -> Row:
    """A count that a sentence can begin with "There were"."""
    return pick(
        rng, world.rows, lambda r: r.kind.unit == "count" and bool(r.kind.things) and fits(r)
    )


def wrong_level(row: Row, month: Period, rng: random.Random) -> Decimal:
    """A value that the row does not have in the month: another month's, or far off."""
    right = row.values[month]
    stale = [v for v in row.values.values() if abs(v - right) >= max(row.grain, right / 50)]
    if stale and rng.random() < 0.4:
        return rng.choice(stale)
    return far_from(row, right, rng)


def far_from(row: Row, right: Decimal, rng: random.Random, share: str = "0.15") -> Decimal:
    """A value too far from the right one for any rounding."""
    step = max(Decimal(3), right * Decimal(share))
    step = step * Decimal(rng.choice(("1", "1.5", "2")))
    up = right + step
    if (row.kind.unit == "percent" and up > 99) or (rng.random() < 0.5 and right - step > 1):
        up = right - step
    if up <= 0:
        up = right + step
    return rounded(up, "0.01" if row.kind.unit == "average" else "1")


def moved(row: Row, back: int, share: str = "0.05") -> bool:
    """Whether the row's last value is clearly another than so many months before."""
    old, new = row.at(back), row.last
    return abs(new - old) >= max(row.grain * 2, old * Decimal(share))


def way(new: Decimal, old: Decimal) -> str:
    return "up" if new > old else "down"


def share_of(row: Row, new: Decimal, old: Decimal, true: bool, rng: random.Random) -> Decimal:
    """The size of a change in per cent, as printed: right, or wrong by far."""
    right = abs(percent(new, old))
    if true:
        return rounded(right, "0.1" if rng.random() < 0.3 else "1")
    off = Decimal(rng.choice((8, 11, 14, 19)))
    if row.kind.unit == "percent":
        off += abs(abs(new - old) - right)
    low = rounded(right - off)
    return low if low >= 3 and rng.random() < 0.5 else rounded(right + off)


def earlier(rng: random.Random, least: int = 1) -> int:
    """How many months back a baseline lies."""
    return rng.randint(least, 12)


def label(back: int) -> str:
    return LAST.shift(-back).label


def month_of(back: int) -> str:
    """The month's name without its year."""
    return label(back).split()[0]
