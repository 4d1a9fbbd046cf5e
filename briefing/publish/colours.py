"""Colours of a panel made fit for text: contrast as WCAG 2.2 defines it."""

from __future__ import annotations

import re

#: Where a document names no colour.
DEFAULT = "#12436D"

#: Enough for text of any size (WCAG 2.2, 1.4.3).
READABLE = 4.5


def accent(colour: str, ground: str = "#FFFFFF") -> str:
    """The colour, darkened until text in it can be read on the ground.

    What is no colour of the form ``#RRGGBB`` gives the default.
    """
    from briefing.display.style import contrast

    chosen = banner(colour)
    channels = _channels(chosen)
    while contrast(chosen, ground) < READABLE:
        channels = tuple(int(c * 0.94) for c in channels)
        chosen = "#{:02X}{:02X}{:02X}".format(*channels)
    return chosen


def banner(colour: str) -> str:
    """The colour as it is, for surfaces that carry no text; the default where it is none."""
    return colour if re.fullmatch(r"#[0-9A-Fa-f]{6}", colour or "") else DEFAULT


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
