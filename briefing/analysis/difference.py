"""The change between two published values, and when it must not be shown."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Figure, derive

#: A derived count of people below this is never shown.
SMALL = 10

#: The unit of a difference where it is not the unit of the values.
_DIFFERENCE = {"percent": "percentage_points"}


def difference_unit(unit: str) -> str:
    """The unit of the difference of two values: percentages differ by percentage points."""
    return _DIFFERENCE.get(unit, unit)


def is_small(unit: str, size: Decimal) -> bool:
    """Whether a derived number of this size would be a count of people under ten."""
    return unit == "count" and abs(size) < SMALL


def safe_change(before: Figure, after: Figure) -> Figure | None:
    """The change from one published value to another, or None where it may not be shown.

    A derived count of people under ten is never printed, since it can point at single children:
    for a count that changed by less, None says that the two published values are to be shown
    instead.

    Raises
    ------
    ValueError
        When the two values have different units.
    """
    if before.unit != after.unit:
        raise ValueError(f"no change between {before.unit} and {after.unit}")
    change = after.value - before.value
    if is_small(after.unit, change):
        return None
    times = [f.period.label for f in (before, after) if f.period is not None]
    operation = f"change from {times[0]} to {times[1]}" if len(times) == 2 else "change"
    return derive(
        change, operation, before, after, unit=difference_unit(after.unit), period=after.period
    )
