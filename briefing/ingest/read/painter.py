"""The first parser: pdfminer.six runs a page's operators, and a canvas keeps what they paint.

Beyond what pdfminer keeps, it follows opacity, clipping, render modes and layers, for these
decide whether a reader sees a figure.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, apply_matrix_rect, mult_matrix

from briefing.ingest.read.canvas import Canvas, Glyph, Picture, Rectangle, Run
from briefing.ingest.read.drawing import PathInterpreter
from briefing.ingest.read.shapes import matrix_of, numbers, ordered, within
from briefing.ingest.read.symbols import glyph_text

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_DEEPEST = 12


def page_size(page: PDFPage) -> Rectangle:
    """The part of the page that is shown, in the page's own coordinates."""
    media, crop = ordered(page.mediabox), ordered(page.cropbox or page.mediabox)
    shown = within(crop, media)
    return shown if shown[0] < shown[2] and shown[1] < shown[3] else media


def view(page: PDFPage, turn: int = 0) -> tuple[Matrix, float, float]:
    """The matrix to a reader's coordinates, and the width and height of what is shown.

    ``turn`` is a further turn clockwise, in degrees, beyond the page's own.
    """
    x0, y0, x1, y1 = page_size(page)
    width, height = x1 - x0, y1 - y0
    match (page.rotate + turn) % 360:
        case 90:
            return (0, 1, 1, 0, -y0, -x0), height, width
        case 180:
            return (-1, 0, 0, 1, x1, -y0), width, height
        case 270:
            return (0, -1, -1, 0, y1, x1), height, width
    return (1, 0, 0, -1, -x0, y1), width, height


class Painter:
    """Paints the pages of one document."""

    def __init__(self, layers_off: frozenset[int] = frozenset()) -> None:
        self._resources = PDFResourceManager(caching=True)
        self._layers_off = layers_off

    def paint(self, page: PDFPage, turn: int = 0) -> Canvas:
        """The painted page, turned clockwise by ``turn`` degrees beyond its own rotation."""
        matrix, width, height = view(page, turn)
        canvas = Canvas(width, height)
        interpreter = _Interpreter(self._resources, PDFDevice(self._resources))
        interpreter.begin(canvas, self._layers_off)
        interpreter.render_contents(page.resources, page.contents, ctm=matrix)
        return canvas


class _Interpreter(PathInterpreter):
    """Runs the operators that paint pictures, forms and text."""

    def do_EI(self, obj: object) -> None:
        if isinstance(obj, PDFStream):
            self._picture(obj)

    def do_Do(self, xobjid_arg: object) -> None:
        stream = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if not isinstance(stream, PDFStream):
            return
        kind = stream.get("Subtype")
        name = literal_name(kind) if kind is not None else ""
        off = "OC" in stream and self.layer_is_off(stream["OC"])
        if off or self.switched_off():
            return
        if name == "Image":
            self._picture(stream)
        elif name == "Form" and self.depth < _DEEPEST:
            self._form(stream)

    def _picture(self, stream: PDFStream) -> None:
        box = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        x0, top, x1, bottom = within(ordered(box), self.graphicstate.clip)
        masked = any(stream.get(key) for key in ("SMask", "Mask", "ImageMask", "IM"))
        see_through = self.graphicstate.see_through or self.graphicstate.fill_alpha < 0.9
        if x0 < x1 and top < bottom:
            self.canvas.pictures.append(
                Picture(
                    self.next_order(), x0, top, x1, bottom, not masked and not see_through,
                    self.mark_id(),
                )
            )  # fmt: skip

    def _form(self, stream: PDFStream) -> None:
        matrix = matrix_of(stream.get("Matrix"))
        box = numbers(stream.get("BBox"))
        inner = self.subinterp()
        assert isinstance(inner, _Interpreter)
        inner.__dict__.update(
            canvas=self.canvas, layers_off=self.layers_off, depth=self.depth + 1, order=self.order,
            tags=list(self.tags), clip_pending=False,
        )  # fmt: skip
        ctm = mult_matrix(matrix, self.ctm)
        state = self.graphicstate.copy()
        if len(box) == 4:
            shown = ordered(apply_matrix_rect(ctm, ordered((box[0], box[1], box[2], box[3]))))
            state.clip = within(state.clip, shown)
        inner.inherited = state
        given = resolve1(stream.get("Resources"))
        resources = dict_value(given) if given else self.resources
        inner.render_contents(resources, [stream], ctm=ctm)
        self.device.set_ctm(self.ctm)

    def do_TJ(self, seq: object) -> None:
        text = self.textstate
        font = text.font
        if font is None or not isinstance(seq, Iterable):
            return
        state = self.graphicstate
        a, b, c, d, e, f = mult_matrix(text.matrix, self.ctm)
        along = math.hypot(a, b)
        size = text.fontsize * abs(a * d - b * c) / along if along else 0.0
        mode = text.render
        stroked = mode in (1, 5)
        run = Run(
            order=self.next_order(),
            size=round(abs(size), 2),
            bold=_is_bold(font) or mode in (2, 6),
            colour=state.pen if stroked else state.fill,
            alpha=state.pen_alpha if stroked else state.fill_alpha,
            hidden=mode in (3, 7) or self.switched_off() or abs(size) < 1,
            turn=_turn(a * text.fontsize, b * text.fontsize),
            clip=state.clip,
        )
        turn, glyphs = run.turn, run.glyphs
        scaling = text.scaling * 0.01
        fontsize = text.fontsize
        spacing = text.charspace * scaling
        wordspace = 0.0 if font.is_multibyte() else text.wordspace * scaling
        shift = 0.001 * fontsize * scaling
        vertical = font.is_vertical()
        rise = text.rise
        low = font.get_descent() * fontsize + rise
        high = low + fontsize
        known: dict[int, tuple[str, float]] = font.__dict__.setdefault("shown_glyphs", {})
        x, y = text.linematrix
        for part in seq:
            if isinstance(part, int | float):
                if vertical:
                    y -= part * shift
                else:
                    x -= part * shift
                    if part > 0 and glyphs:
                        _draw_in(glyphs[-1], part * shift * along)
                continue
            if not isinstance(part, bytes):
                continue
            for cid in font.decode(part):
                found = known.get(cid)
                if found is None:
                    found = known[cid] = _glyph(font, cid)
                sign, width = found
                wide = width * fontsize * scaling
                if vertical:
                    left, right, under, over = -fontsize / 2, fontsize / 2, wide, 0.0
                else:
                    left, right, under, over = 0.0, wide, low, high
                level = y + rise
                p, q, under, over = x + left, x + right, y + under, y + over
                if turn in (0, 180):
                    x0, x1 = sorted((a * p + c * level + e, a * q + c * level + e))
                    ys = (b * p + d * under, b * q + d * under, b * p + d * over, b * q + d * over)
                    top, bottom = min(ys) + f, max(ys) + f
                    base = b * p + d * level + f
                    start, end = (x0, x1) if turn == 0 else (-x1, -x0)
                    base = base if turn == 0 else -base
                else:
                    top, bottom = sorted((b * p + d * level + f, b * q + d * level + f))
                    xs = (a * p + c * under, a * q + c * under, a * p + c * over, a * q + c * over)
                    x0, x1 = min(xs) + e, max(xs) + e
                    base = a * p + c * level + e
                    start, end = (top, bottom) if turn == 270 else (-bottom, -top)
                    base = base if turn == 90 else -base
                glyphs.append(Glyph(sign, x0, top, x1, bottom, start, end, base, run))
                if spacing < 0:
                    _draw_in(glyphs[-1], -spacing * along)
                step = wide + spacing + (wordspace if cid == 32 else 0.0)
                if vertical:
                    y += step
                else:
                    x += step
        text.linematrix = (x, y)
        if glyphs:
            self.canvas.runs.append(run)


def _glyph(font: PDFFont, cid: int) -> tuple[str, float]:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = "\ufffd"
    return glyph_text(text, str(font.fontname)), font.char_width(cid)


def _draw_in(glyph: Glyph, by: float) -> None:
    """End a glyph earlier, where the next one is set back into its width."""
    least = glyph.start + 0.2 * (glyph.end - glyph.start)
    glyph.end = max(least, glyph.end - by)
    if glyph.run.turn == 0:
        glyph.x1 = glyph.end


def _is_bold(font: PDFFont) -> bool:
    name = str(font.fontname).lower()
    return any(part in name for part in ("bold", "black", "heavy", "semibold", "demi"))


def _turn(x: float, y: float) -> int:
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 180
    return 90 if y < 0 else 270
