"""Whether a reader sees a glyph: against its background, under covers, between strikes.

All common parsers read struck-out, white, covered and off-page digits as plain ones; here the
painting itself is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, TypeVar

from briefing.ingest.read.canvas import Canvas, Glyph, Mark, Picture, Rectangle, Run, Slant
from briefing.ingest.read.colours import WHITE, Colour, is_dark, looks_like, mixed

#: Why a glyph cannot be trusted, blank for none; ``redacted`` is text under a dark box.
Sight = Literal["", "struck", "invisible", "covered", "off_page", "redacted"]

_BAND = 24.0
_OPAQUE = 0.9
#: A strike runs between these heights above the baseline, in parts of the size of the print.
_STRIKE_LOW, _STRIKE_HIGH = 0.12, 0.55
_STRIKE_THICKEST = 0.2
_SHARE_STRUCK = 0.5

_Painted = TypeVar("_Painted", Mark, Picture, Slant)


@dataclass(frozen=True)
class Overlays:
    """What the annotations of a page lay over it, as rectangles."""

    strikes: tuple[Rectangle, ...] = ()
    covers: tuple[Rectangle, ...] = ()
    redactions: tuple[Rectangle, ...] = ()


class Surface:
    """What a page's marks and pictures do to the glyphs among them."""

    def __init__(self, canvas: Canvas, overlays: Overlays) -> None:
        self._width, self._height = canvas.width, canvas.height
        self._slants = _Bands(canvas.slants, reach=_BAND)
        self._overlays = overlays
        self._overlaid = bool(overlays.strikes or overlays.covers or overlays.redactions)
        self._fills = _Bands(mark for mark in canvas.marks if mark.filled and not mark.thin)
        self._rules = _Bands(
            (
                mark
                for mark in canvas.marks
                if mark.thin and mark.x1 - mark.x0 > mark.bottom - mark.top
            ),
            reach=_BAND,
        )
        self._pictures = _Bands(canvas.pictures)

    def is_plain(self, run: Run) -> bool:
        """Whether nothing at all stands near a run of glyphs, so that all are seen as plain."""
        if run.turn or run.hidden or self._overlaid or not run.glyphs:
            return False
        if any(glyph.base != run.glyphs[0].base for glyph in run.glyphs):
            return False
        y = run.glyphs[0].centre[1]
        low = min(glyph.x0 for glyph in run.glyphs)
        high = max(glyph.x1 for glyph in run.glyphs)
        left, top, right, bottom = run.clip
        x0, x1 = max(0.0, left), min(self._width, right)
        bands: tuple[_Bands[Mark] | _Bands[Picture] | _Bands[Slant], ...] = (
            self._fills, self._pictures, self._slants,
        )  # fmt: skip
        return (
            x0 <= low
            and high <= x1
            and max(0.0, top) <= y <= min(self._height, bottom)
            and not any(item.x0 <= high and item.x1 >= low for band in bands for item in band.at(y))
            and not any(abs(rule.top - y) <= run.size for rule in self._rules.at(y))
            and _stands_out(run.colour, WHITE, run.alpha)
            and not any("\u0335" <= glyph.text <= "\u0338" for glyph in run.glyphs)
        )

    def sight_of(self, glyph: Glyph) -> Sight:
        """What keeps a reader from seeing a glyph as a plain one; blank for nothing."""
        run = glyph.run
        x, y = glyph.centre
        if not (0 <= x <= self._width and 0 <= y <= self._height):
            return "off_page"
        left, top, right, bottom = run.clip
        if run.hidden or not (left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1):
            return "invisible"
        fills = [mark for mark in self._fills.at(y) if mark.holds(x, y)]
        pictures = [one for one in self._pictures.at(y) if _holds(_box(one), x, y)]
        over = self._cover(run.order, fills, pictures, x, y)
        if over:
            return over
        if not _stands_out(run.colour, _background(run.order, fills, pictures), run.alpha):
            return "invisible"
        return "struck" if self._is_struck(glyph, x, y) else ""

    def may_be_redacted(self, x: float, y: float) -> bool:
        """Whether a dark box stands at a place, over or under what is printed there."""
        return any(_holds(box, x, y) for box in self._overlays.redactions) or any(
            mark.colour is not None and is_dark(mark.colour) and mark.holds(x, y)
            for mark in self._fills.at(y)
        )

    def _cover(
        self, order: int, fills: Sequence[Mark], pictures: Sequence[Picture], x: float, y: float
    ) -> Sight:
        if any(_holds(box, x, y) for box in self._overlays.redactions):
            return "redacted"
        found: Sight = "covered" if any(_holds(b, x, y) for b in self._overlays.covers) else ""
        for mark in fills:
            if mark.order > order and mark.alpha >= _OPAQUE:
                if mark.colour is not None and is_dark(mark.colour):
                    return "redacted"
                found = "covered"
        if any(picture.order > order and picture.opaque for picture in pictures):
            found = "covered"
        return found

    def _is_struck(self, glyph: Glyph, x: float, y: float) -> bool:
        if "\u0335" <= glyph.text <= "\u0338":
            return True
        if any(_holds(box, x, y) for box in self._overlays.strikes):
            return True
        if glyph.run.turn:
            return False
        size = glyph.run.size
        low, high = glyph.base - _STRIKE_LOW * size, glyph.base - _STRIKE_HIGH * size
        width = max(glyph.x1 - glyph.x0, 0.01)
        for rule in self._rules.at(y):
            middle = (rule.top + rule.bottom) / 2
            shared = min(rule.x1, glyph.x1) - max(rule.x0, glyph.x0)
            if (
                high <= middle <= low
                and shared >= _SHARE_STRUCK * width
                and rule.bottom - rule.top <= _STRIKE_THICKEST * size
                and self._shows(rule, x)
            ):
                return True
        return any(_crosses(line, glyph, low, high) for line in self._slants.at(y))

    def _shows(self, rule: Mark, x: float) -> bool:
        y = (rule.top + rule.bottom) / 2
        fills = [mark for mark in self._fills.at(y) if mark.holds(x, y)]
        if any(mark.order > rule.order and mark.alpha >= _OPAQUE for mark in fills):
            return False
        pictures = [one for one in self._pictures.at(y) if _holds(_box(one), x, y)]
        return _stands_out(rule.colour, _background(rule.order, fills, pictures), rule.alpha)


def _background(order: int, fills: Sequence[Mark], pictures: Sequence[Picture]) -> Colour | None:
    """The colour on which something painted at ``order`` stands; None where it is not known."""
    colour: Colour | None = WHITE
    below: list[Mark | Picture] = [mark for mark in fills if mark.order < order]
    below += [picture for picture in pictures if picture.order < order]
    for item in sorted(below, key=lambda item: item.order):
        if isinstance(item, Picture) or item.colour is None:
            colour = None
        elif item.alpha >= 1:
            colour = item.colour
        elif colour is not None:
            colour = mixed(item.colour, colour, item.alpha)
    return colour


class _Bands(Generic[_Painted]):
    """Marks by the horizontal bands of the page that they cross, or are within reach of."""

    def __init__(self, items: Iterable[_Painted], *, reach: float = 0.0) -> None:
        self._bands: dict[int, list[_Painted]] = defaultdict(list)
        for item in items:
            first = max(-1, int((item.top - reach) // _BAND))
            last = min(1000, int((item.bottom + reach) // _BAND))
            for band in range(first, last + 1):
                self._bands[band].append(item)

    def at(self, y: float) -> Sequence[_Painted]:
        return self._bands.get(int(y // _BAND), ())


@lru_cache(maxsize=4096)
def _stands_out(colour: Colour | None, background: Colour | None, alpha: float) -> bool:
    if background is None or colour is None:
        return alpha >= 0.1
    return not looks_like(mixed(colour, background, min(1.0, alpha)), background)


def _box(item: Picture) -> Rectangle:
    return item.x0, item.top, item.x1, item.bottom


def _holds(box: Rectangle, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _crosses(line: Slant, glyph: Glyph, low: float, high: float) -> bool:
    x = (glyph.x0 + glyph.x1) / 2
    return line.x0 <= x <= line.x1 and high <= line.height_at(x) <= low
