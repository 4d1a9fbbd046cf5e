"""Colours of a PDF as red, green and blue from 0 to 1, and whether two can be told apart."""

from __future__ import annotations

from collections.abc import Sequence

#: Red, green and blue from 0 to 1.
Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)

#: Two colours that differ by less than this in each of red, green and blue look the same.
LOOKS_THE_SAME = 0.1

_DARK = 0.4


def from_numbers(numbers: Sequence[float], space: str) -> Colour | None:
    """The colour of the operands of a PDF operator in a colour space of a given name.

    None where the space needs more than the numbers (patterns, spot colours of unknown ink).
    """
    values = [min(1.0, max(0.0, value)) for value in numbers]
    if space == "Separation" and len(values) == 1:
        return (1 - values[0],) * 3
    if space in ("Pattern", "Indexed", "Lab", "DeviceN", "Separation"):
        return None
    if len(values) == 1:
        return (values[0],) * 3
    if len(values) == 3:
        return values[0], values[1], values[2]
    if len(values) == 4:
        cyan, magenta, yellow, key = values
        return (1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key)
    return None


def as_hex(colour: Colour | None) -> str:
    """The colour as ``#rrggbb``; blank for none."""
    if colour is None:
        return ""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def mixed(above: Colour, below: Colour, alpha: float) -> Colour:
    """What is seen of a paint of an opacity from 0 to 1 over another."""
    red, green, blue = (a * alpha + b * (1 - alpha) for a, b in zip(above, below, strict=True))
    return red, green, blue


def looks_like(one: Colour, other: Colour) -> bool:
    """Whether a reader cannot tell one from the other."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < LOOKS_THE_SAME


def is_dark(colour: Colour) -> bool:
    """Whether it is black or nearly so, as the bars over what is redacted are."""
    return max(colour) < _DARK
