"""The second parser: PDFium reads the page again, and each figure must stand there too.

What is compared is the text at a place, not the order of the text: the two parsers order
differently, and rightly so.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.utils import Matrix, apply_matrix_pt

from briefing.ingest.read.symbols import clean
from briefing.ingest.read.words import Token

_WIDE, _HIGH = 48.0, 16.0
_REACH = 1.0
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−\u00ad\u0002\ufffe"), "-")


@dataclass(slots=True)
class Sign:
    """A character that PDFium finds, with the middle of its glyph in a reader's coordinates.

    ``at`` counts characters in PDFium's order, spaces and ends of lines among them.
    """

    text: str
    x: float
    y: float
    at: int


def signs_of(page: pypdfium2.PdfPage, matrix: Matrix) -> list[Sign]:
    """Every visible character of a page, as PDFium finds it."""
    text_page = page.get_textpage()
    handle = text_page.raw
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(value) for value in (left, right, low, high)]
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox
    signs = []
    for at in range(pdfium.FPDFText_CountChars(handle)):
        code = unicode_of(handle, at)
        if (code <= 0x20 and code != 0x02) or code == 0xA0 or not box_of(handle, at, *places):
            continue
        x, y = apply_matrix_pt(
            matrix, ((left.value + right.value) / 2, (low.value + high.value) / 2)
        )
        signs.append(Sign(chr(code), x, y, at))
    text_page.close()
    return signs


def confirm(tokens: Sequence[Token], signs: Sequence[Sign]) -> list[Sign]:
    """Doubt each token with a figure that PDFium does not find in the same place.

    Returns the digits of PDFium that stand in no token.
    """
    squares = _squares(tokens)
    found: dict[int, list[Sign]] = defaultdict(list)
    strays = []
    for sign in signs:
        near = squares.get((int(sign.x // _WIDE), int(sign.y // _HIGH)), ())
        best, least = None, 1e9
        for x0, top, x1, bottom, middle, token in near:
            if x0 <= sign.x <= x1 and top <= sign.y <= bottom and abs(sign.y - middle) < least:
                best, least = token, abs(sign.y - middle)
        if best is not None:
            found[id(best)].append(sign)
        elif sign.text.isdigit():
            strays.append(sign)
    for token in tokens:
        theirs = found.get(id(token), [])
        if (token.has_digit or any(sign.text.isdigit() for sign in theirs)) and not _agree(
            token, theirs
        ):
            token.doubt = token.doubt or "parsers_differ"
    return strays


_Place = tuple[float, float, float, float, float, Token]


def _squares(tokens: Sequence[Token]) -> dict[tuple[int, int], list[_Place]]:
    """Tokens by the squares of a grid over the page, each with its box and middle."""
    squares: dict[tuple[int, int], list[_Place]] = defaultdict(list)
    for token in tokens:
        glyphs = token.glyphs
        x0 = min(glyph.x0 for glyph in glyphs) - _REACH
        x1 = max(glyph.x1 for glyph in glyphs) + _REACH
        top = min(glyph.top for glyph in glyphs) - _REACH
        bottom = max(glyph.bottom for glyph in glyphs) + _REACH
        place = (x0, top, x1, bottom, glyphs[0].centre[1], token)
        for column in range(int(x0 // _WIDE), min(int(x1 // _WIDE), int(x0 // _WIDE) + 40) + 1):
            for row in range(
                int(top // _HIGH), min(int(bottom // _HIGH), int(top // _HIGH) + 40) + 1
            ):
                squares[column, row].append(place)
    return squares


def _agree(token: Token, signs: Sequence[Sign]) -> bool:
    ordered = sorted(signs, key=lambda sign: sign.at)
    together = all(b.at - a.at == 1 for a, b in pairwise(ordered))
    return together and _plain(token.text) == _plain("".join(sign.text for sign in ordered))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", clean(text.translate(_DASHES))).replace(" ", "")
