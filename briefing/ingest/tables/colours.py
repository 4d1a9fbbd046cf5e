"""Red, amber and green as colours on paper."""

from __future__ import annotations

import colorsys

from briefing.ingest.words.values import Rag

#: Hues in degrees; what lies between is no clear colour.
_HUES: tuple[tuple[float, float, Rag], ...] = (
    (0, 15, "red"),
    (25, 58, "amber"),
    (75, 165, "green"),
    (345, 360, "red"),
)
#: Paler grounds than this are shading, not a rating; so is anything darker than the second.
_LEAST_SATURATION = 0.16
_LEAST_BRIGHTNESS = 0.4


def rag_of(colour: str) -> Rag:
    """The rating that a colour such as ``#c00000`` gives; blank where its hue is not clear."""
    if len(colour) != 7 or not colour.startswith("#"):
        return ""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    except ValueError:
        return ""
    hue, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _LEAST_SATURATION or brightness < _LEAST_BRIGHTNESS:
        return ""
    return next((rag for low, high, rag in _HUES if low <= hue * 360 <= high), "")
