"""Claims about children in care, and small tables of Westmoor to hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.analysis.claims import Record, hold
from briefing.model import Citation, Figure, Indicator, Period, Point, Series, Target
from briefing.model.claim import Claim, Form, Quantity, Verdict

HERE = Citation("pack", item_number="9")
LAST = Period("2031-08")

#: August 2030 to August 2031.
CARE = "551 507 500 494 490 488 479 473 470 480 476 474 470"
RATE = "112 103 102 101 100 99 98 97 96 97 96 95 94"
VISITS = "86% 90% 88% 92% 85% 93% 94% 91% 92% 91% 90% 89% 90%"


def figure(raw: str, unit: str = "count", period: Period | None = None) -> Figure:
    return Figure(Decimal(raw.strip("%").replace(",", "")), unit, period, HERE, raw, f"r/{raw}")


def table(
    values: str = CARE,
    unit: str = "count",
    *,
    last: Period = LAST,
    item: str = "9",
    name: str = "Children in care",
    targets: Sequence[Target] = (),
    unplaced: Sequence[str] = (),
) -> Series:
    """A table that ends with a period; ``-`` where it prints nothing."""
    raws = values.split()
    points = [
        Point(
            p, None if raw == "-" else figure(raw, unit, p), "missing" if raw == "-" else "stated"
        )
        for i, raw in enumerate(raws)
        for p in [last.shift(i - len(raws) + 1)]
    ]
    return Series(
        Indicator("care", name, unit, "month"),
        tuple(points),
        item_number=item,
        targets=tuple(targets),
        unplaced=tuple(figure(raw, unit) for raw in unplaced),
        name_as_printed="CLA",
    )


def target(
    raw: str,
    direction: str = "at_most",
    unit: str = "rate_per_10000",
    kind: str = "target",
    due: str = "",
) -> Target:
    return Target(figure(raw, unit), direction, kind, Period(due) if due else None)


def said(value: str, unit: str = "", form: Form = "exact") -> Quantity:
    return Quantity(Decimal(value), unit, form, f"{value}%" if unit == "percent" else value)


def claim(kind: str, value: str | Quantity | None = None, /, **more: object) -> Claim:
    """A claim about children in care that names its measure for certain."""
    quantity = said(value) if isinstance(value, str) else value
    for key in ("period", "baseline"):
        if isinstance(more.get(key), str):
            more[key] = Period(str(more[key]))
    if "baseline" in more:
        more["baselines"] = (more.pop("baseline"),)
    given = {
        "id": "c",
        "passage": "p",
        "text": "",
        "indicators": ("care",),
        "tie": 1.0,
        "item_number": "9",
        **more,
    }
    return Claim(kind, quantity=quantity, **given)  # type: ignore[arg-type]


def held(one: Claim, *tables: Series, **more: object) -> Verdict:
    return hold(one, Record(tables or (table(),), **more))  # type: ignore[arg-type]


def verdict(one: Claim, *tables: Series, **more: object) -> tuple[str, float]:
    found = held(one, *tables, **more)
    return found.verdict, found.certainty


def working(one: Claim, *tables: Series, **more: object) -> str:
    return held(one, *tables, **more).working.text


OPEN = ("cannot_verify", 0.0)
