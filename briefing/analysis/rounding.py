"""What a printed value may stand for: everything that rounds to it."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Figure
from briefing.model.decimals import decimals

_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def rounding_range(figure: Figure) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that would be printed as this one.

    Half a unit of the last printed place to each side: 94 per 10,000 stands for 93.5 to 94.5,
    0.8% for 0.75% to 0.85%, £57.3 million for £57.25 million to £57.35 million. A count printed
    to its last digit and a derived figure stand for themselves.
    """
    if figure.operation:
        return figure.value, figure.value
    half, scale = _half_unit(figure)
    if figure.unit == "count" and scale == 1 and figure.value == figure.value.to_integral_value():
        return figure.value, figure.value
    return figure.value - half, figure.value + half


def _half_unit(figure: Figure) -> tuple[Decimal, Decimal]:
    """Half a unit of the last printed place, and by how much print and value differ in scale."""
    printed = _NUMBER.search(figure.raw)
    if printed and (shown := Decimal(printed[0].replace(",", ""))):
        places, scale = len(printed[1] or ""), abs(figure.value) / shown
    else:
        places, scale = decimals(figure.value), Decimal(1)
    return Decimal(5).scaleb(-places - 1) * scale, scale
