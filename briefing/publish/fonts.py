"""The fonts of the editions: where they are, what they cover, how wide their text is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_atkinson_hyperlegible
import fontpkg_noto_sans
from lxml import etree

if TYPE_CHECKING:
    import typst

#: Made for readers with low vision; what it lacks comes from the next in the list.
BODY = "Atkinson Hyperlegible"
LETTERS = "Noto Sans"
#: Both come inside the Typst wheel: arrows, ticks and shapes; and mathematical signs.
SYMBOLS = ("DejaVu Sans Mono", "New Computer Modern Math")
FAMILIES = (BODY, LETTERS, *SYMBOLS)

#: What stands where no font has a glyph.
PLACEHOLDER = "[?]"

_BODY_FILES = Path(fontpkg_atkinson_hyperlegible.ROOT) / "files"
_LETTER_FILES = Path(fontpkg_noto_sans.ROOT) / "files"
_SVG = "{http://www.w3.org/2000/svg}"


@lru_cache(maxsize=1)
def typst_fonts() -> typst.Fonts:
    """The fonts that Typst may use: those of the packages and of its wheel, none of the system."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(_BODY_FILES), str(_LETTER_FILES)],
    )


def body_file(style: str = "Regular") -> Path:
    """The file of the body font: Regular, Italic, Bold or BoldItalic."""
    return _BODY_FILES / f"AtkinsonHyperlegible-{style}.ttf"


@lru_cache(maxsize=2)
def covered(family: str) -> frozenset[str]:
    """The characters that a family of the font packages has glyphs for."""
    from fontTools.ttLib import TTFont

    path = body_file() if family == BODY else _LETTER_FILES / "NotoSans[wdth,wght].ttf"
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font["cmap"].getBestCmap()))


@lru_cache(maxsize=1)
def covers_pattern() -> str:
    """A character class of all that the body font has, for Typst's ``covers``.

    Without it Typst would build a letter such as w with a circumflex from two glyphs of the body
    font, badly placed, where the next font has the letter whole.
    """
    spans: list[tuple[int, int]] = []
    for code in sorted(ord(c) for c in covered(BODY)):
        if spans and spans[-1][1] == code - 1:
            spans[-1] = (spans[-1][0], code)
        else:
            spans.append((code, code))
    return "[" + "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in spans) + "]"


@lru_cache(maxsize=2)
def _advances(bold: bool) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(body_file("Bold" if bold else "Regular"), lazy=True) as font:
        unit = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return {
            chr(code): widths[name][0] / unit for code, name in font["cmap"].getBestCmap().items()
        }


def text_width(text: str, *, bold: bool = False) -> float:
    """The width of a line of text in em; a character of another font is taken as 0.65 em wide."""
    widths = _advances(bold)
    return sum(widths.get(c, 0.65) for c in text)


def with_fallbacks(svg: str) -> str:
    """The picture with each stretch of text that the body font lacks set in one that has it.

    A renderer of SVG chooses one font for the whole of a text, so the choice is made here.
    """
    if svg.isascii():
        return svg
    root = etree.fromstring(svg.encode("utf-8"))
    for element in list(root.iter(f"{_SVG}text", f"{_SVG}tspan")):
        _split(element)
    return str(etree.tostring(root, encoding="unicode"))


def _split(element: etree._Element) -> None:
    """Put text of other fonts, also the text behind inner elements, into elements of their own."""
    for child in list(element):
        if child.tail and not covered(BODY).issuperset(child.tail):
            pieces, child.tail = _pieces(child.tail), None
            place = element.index(child) + 1
            for offset, piece in enumerate(pieces):
                element.insert(place + offset, piece)
    if element.text and not covered(BODY).issuperset(element.text):
        pieces, element.text = _pieces(element.text), None
        for offset, piece in enumerate(pieces):
            element.insert(offset, piece)


def _pieces(text: str) -> list[etree._Element]:
    made: list[etree._Element] = []
    for character in text:
        family = family_of(character)
        if made and made[-1].get("font-family") == family:
            made[-1].text = (made[-1].text or "") + character
        else:
            made.append(etree.Element(f"{_SVG}tspan", {"font-family": family}))
            made[-1].text = character
    return made


def family_of(character: str) -> str:
    """The first family that is to print a character."""
    if character.isspace() or character in covered(BODY):
        return BODY
    return LETTERS if character in covered(LETTERS) else SYMBOLS[0]


def named(characters: Iterable[str]) -> str:
    """Characters as a person can look them up: ``U+6F22 (CJK unified ideograph 6F22)``."""
    return ", ".join(
        f"U+{ord(c):04X} ({unicodedata.name(c, 'no name').capitalize()})"
        for c in sorted(set(characters))
    )
