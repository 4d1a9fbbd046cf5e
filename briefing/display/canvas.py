"""A sheet to draw on, the measuring of its text, and its way to a small, repeatable SVG."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import matplotlib
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure as Sheet
from matplotlib.ft2font import FT2Font, LoadFlags

from briefing.display import style

#: Characters that no XML document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PROLOGUE = re.compile(r"\A.*?(?=<svg)", re.DOTALL)
_STYLE = re.compile(r"\s*<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
#: The parts that a picture is read back by: those named so, and the ticks of matplotlib.
_PART = re.compile(r"(?:mark-(?P<mark>[a-z]+(?:-\d+)?)|(?P<tick>[xy]tick)_\d+)")
_USED = re.compile(r'(?:url\(#|href="#)([^")]+)')
_UPRIGHT = re.compile(r' transform="rotate\(-0 [^"]*\)"')
_SPACE = re.compile(r"\n\s*")
_BREAKS = re.compile(r"[ \t\r\n]+")


def clean(text: str) -> str:
    """The text without characters that no XML document may hold."""
    return _FORBIDDEN.sub("", text)


@contextmanager
def drawing(width: float, height: float) -> Iterator[Sheet]:
    """A sheet of so many points, under the theme; nothing is left behind in pyplot."""
    with matplotlib.rc_context(style.settings()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        sheet = Sheet(figsize=(width / 72, height / 72), dpi=72)
        FigureCanvasSVG(sheet)
        yield sheet


def to_svg(sheet: Sheet) -> str:
    """The sheet as SVG, the same bytes for the same drawing: text as text, no date, no idle ids.

    The style sheet that matplotlib writes would reach the whole page once the picture stands in
    HTML, so it becomes an attribute of the picture itself. What is drawn under a name that begins
    with ``mark-`` keeps it as ``data-mark``, and so do the ticks of axes.
    """
    sheet.patch.set_visible(False)
    buffer = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    sheet.savefig(buffer, format="svg", metadata=nothing)
    svg = _PROLOGUE.sub("", buffer.getvalue())
    svg = _STYLE.sub("", svg).replace("<svg ", '<svg stroke-linejoin="round" ', 1)
    used = set(_USED.findall(svg))
    svg = _ID.sub(lambda m: m[0] if m[1] in used else _mark(m[1]), svg)
    svg = _UPRIGHT.sub("", svg)
    svg = svg.replace(f"font-family: '{style.FONT}'", f"font-family: {style.FONT_STACK}")
    return _SPACE.sub("\n", svg).strip()


def _mark(name: str) -> str:
    part = _PART.fullmatch(name)
    return f' data-mark="{part["mark"] or part["tick"]}"' if part else ""


@cache
def _font(bold: bool) -> FT2Font:
    wanted = "AtkinsonHyperlegible-Bold.ttf" if bold else "AtkinsonHyperlegible-Regular.ttf"
    font = FT2Font(str(next(p for p in style.font_files() if p.name == wanted)))
    font.set_size(100, 72)
    return font


@cache
def _advance(character: str, bold: bool) -> float:
    """Width of a character in type sizes; one that the font lacks is taken as wide."""
    if not _font(bold).get_char_index(ord(character)):
        return 1.0
    glyph = _font(bold).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / 100


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line of text in points, set in the theme's font."""
    return size * sum(_advance(c, bold) for c in text)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``width`` points, broken at spaces where it can be.

    A no-break space is no place to break.
    """
    lines: list[str] = []
    for word in _fitting(_BREAKS.split(clean(text)), width, size, bold):
        if lines and text_width(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fitting(words: list[str], width: float, size: float, bold: bool) -> Iterator[str]:
    """The words; those wider than a line in pieces, cut at no-break spaces where that is enough."""
    for word in words:
        if text_width(word, size, bold=bold) <= width:
            pieces = [word]
        elif "\u00a0" in word:
            pieces = list(_fitting(word.split("\u00a0"), width, size, bold))
        else:
            pieces = list(_cut(word, width, size, bold))
        yield from filter(None, pieces)


def _cut(word: str, width: float, size: float, bold: bool) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and text_width(piece + character, size, bold=bold) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
