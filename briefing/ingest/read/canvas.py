"""What a page of a PDF paints, in the order of painting: glyphs, marks, lines and pictures.

Places are in points from the upper left corner of the page as a reader sees it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.ingest.read.colours import Colour

#: A mark that is not wider (or not higher) than this, in points, is a rule and no fill.
THIN = 2.0

#: x0, top, x1, bottom.
Rectangle = tuple[float, float, float, float]


@dataclass(slots=True)
class Run:
    """Glyphs that one operator paints, and what they have in common.

    ``turn`` is where the text runs to: 0 to the right, 90 up the page, 180 upside down, 270 down.
    ``colour`` is None where it is not known. ``hidden`` says that nothing of it is painted: by
    its render mode, or because its layer is switched off. ``clip`` is what limits the painting.
    """

    order: int
    size: float
    bold: bool
    colour: Colour | None
    alpha: float
    hidden: bool
    turn: int
    clip: Rectangle
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(slots=True)
class Glyph:
    """One painted character: its box, and its place along (``start``, ``end``) and across text.

    ``base`` is the place of its baseline, growing from line to line.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    start: float
    end: float
    base: float
    run: Run

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its body: between the baseline and the height of a digit."""
        run = self.run
        if run.turn == 0:
            return (self.x0 + self.x1) / 2, self.base - 0.33 * run.size
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(slots=True)
class Mark:
    """A painted rectangle, line or shape.

    ``outline`` holds the corners of a shape that is no upright rectangle, empty otherwise.
    ``filled`` says whether its inside is painted; ``colour`` None where it is not known.
    ``mark_id`` is the number of the marked content that it is part of.
    """

    order: int
    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour | None
    alpha: float
    filled: bool
    outline: tuple[tuple[tuple[float, float], ...], ...] = ()
    mark_id: int | None = None

    @property
    def thin(self) -> bool:
        """Whether it is a rule."""
        return min(self.x1 - self.x0, self.bottom - self.top) <= THIN

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        if not (self.x0 <= x <= self.x1 and self.top <= y <= self.bottom):
            return False
        return not self.outline or _inside(self.outline, x, y)


@dataclass(slots=True)
class Picture:
    """A painted image; ``opaque`` unless it has a mask. ``mark_id`` ties it to its alt text."""

    order: int
    x0: float
    top: float
    x1: float
    bottom: float
    opaque: bool
    mark_id: int | None
    text: str = ""


@dataclass(slots=True)
class Slant:
    """A painted line that runs neither along nor up the page; ``rising`` from its lower left."""

    x0: float
    top: float
    x1: float
    bottom: float
    rising: bool

    def height_at(self, x: float) -> float:
        """Where it stands at a place along the page."""
        share = (x - self.x0) / (self.x1 - self.x0)
        start, end = (self.bottom, self.top) if self.rising else (self.top, self.bottom)
        return start + share * (end - start)


@dataclass(slots=True)
class Canvas:
    """A painted page."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    slants: list[Slant] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def _inside(outline: tuple[tuple[tuple[float, float], ...], ...], x: float, y: float) -> bool:
    inside = False
    for part in outline:
        x0, y0 = part[-1]
        for x1, y1 in part:
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                inside = not inside
            x0, y0 = x1, y1
    return inside
