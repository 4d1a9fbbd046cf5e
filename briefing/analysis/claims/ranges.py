"""Which values a printed figure, a worded one or a computed one may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.analysis.rounding import rounding_range
from briefing.model import Figure
from briefing.model.claim import Quantity

#: How far from the truth "about" may be, as a share of the figure and in points of a percentage.
ABOUT, ABOUT_POINTS = Decimal("0.1"), Decimal("2.5")


@dataclass(frozen=True)
class Range:
    """From the lowest to the highest value that is possible."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range) -> bool:
        """Whether one value may be both."""
        return self.low <= other.high and other.low <= self.high

    def __neg__(self) -> Range:
        return Range(-self.high, -self.low)


FAR = Decimal(10) ** 12


def printed(figure: Figure) -> Range:
    """What a printed figure stands for."""
    return Range(*rounding_range(figure))


def worded(quantity: Quantity) -> Range:
    """What a figure in a sentence stands for, its bound included."""
    value, half = quantity.value, _half(quantity)
    if quantity.form == "about":
        slack = max(half, abs(value) * ABOUT)
        if quantity.unit == "percent":
            slack = max(slack, ABOUT_POINTS)
        return Range(value - slack, value + slack)
    if quantity.form in ("under", "at_most"):
        return Range(-FAR, value + (half if quantity.form == "at_most" else 0))
    if quantity.form in ("over", "at_least"):
        return Range(value - (half if quantity.form == "at_least" else 0), FAR)
    return Range(value - half, value + half)


def says(quantity: Quantity, found: Range) -> bool:
    """Whether some value in the range makes the worded figure true; "under" is under."""
    said = worded(quantity)
    if quantity.form == "under":
        return found.low < quantity.value
    if quantity.form == "over":
        return found.high > quantity.value
    return said.meets(found)


def _half(quantity: Quantity) -> Decimal:
    """Half a unit of the last place; a count in round hundreds or thousands may be rounded so."""
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", quantity.raw)
    text = digits[0].replace(",", "") if digits else ""
    places = len(digits[1]) if digits and digits[1] else 0
    if places or quantity.unit != "" or len(text) < 4:
        return Decimal(5).scaleb(-places - 1)
    noughts = len(text) - len(text.rstrip("0"))
    return Decimal(5).scaleb(noughts - 1) if noughts >= 2 else Decimal("0.5")


def difference(before: Range, after: Range) -> Range:
    """The change from one to the other."""
    return Range(after.low - before.high, after.high - before.low)


def percentage(before: Range, after: Range) -> Range | None:
    """The change from one to the other as a percentage of the first; None from nought."""
    if before.low <= 0:
        return None
    return Range((after.low / before.high - 1) * 100, (after.high / before.low - 1) * 100)


def mean(ranges: list[Range]) -> Range:
    """The mean of several."""
    return Range(
        sum((r.low for r in ranges), Decimal(0)) / len(ranges),
        sum((r.high for r in ranges), Decimal(0)) / len(ranges),
    )
