"""Sheets of paper: what is drawn on a page, whichever producer prints it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

import fontpkg_atkinson_hyperlegible
import matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

A4 = (595.0, 842.0)
LANDSCAPE = (842.0, 595.0)

DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
ATKINSON = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"

_FILES = {
    "DejaVu Sans": (DEJAVU / "DejaVuSans.ttf", DEJAVU / "DejaVuSans-Bold.ttf"),
    "Atkinson Hyperlegible": (
        ATKINSON / "AtkinsonHyperlegible-Regular.ttf",
        ATKINSON / "AtkinsonHyperlegible-Bold.ttf",
    ),
}
_BUILT_IN = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
}
#: The face that has the glyphs that others lack.
FALLBACK = "DejaVu Sans"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text; ``y`` is its base line, from the top of the page.

    With ``upwards`` it runs up the page from there.
    """

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = "#000000"
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5
    colour: str = "#000000"


@dataclass
class Sheet:
    """A page as a reader sees it; what is added later covers what came before.

    ``turned`` says how its upright picture is kept in the file: as it is, on a page with a
    rotation (``flag``), or sideways on an upright page (``sideways``).
    """

    width: float
    height: float
    marks: list[Text | Rect | Rule] = field(default_factory=list)
    turned: Literal["", "flag", "sideways"] = ""

    def add(self, *marks: Text | Rect | Rule) -> None:
        """Draw."""
        self.marks.extend(marks)


@lru_cache
def font_name(face: str, bold: bool) -> str:
    """The name under which a face is known to the measuring, which both producers share."""
    if face in _BUILT_IN:
        return _BUILT_IN[face][bold]
    name = f"{face}{' Bold' if bold else ''}"
    pdfmetrics.registerFont(TTFont(name, str(_FILES[face][bold])))
    return name


@lru_cache
def _has(face: str, character: str) -> bool:
    if face in _BUILT_IN:
        try:
            character.encode("cp1252")
        except UnicodeEncodeError:
            return False
        return True
    font = pdfmetrics.getFont(font_name(face, False))
    return ord(character) in font.face.charToGlyph


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """A text in runs of one face each: ``(face, run)``; glyphs that it lacks from the fallback."""
    found: list[tuple[str, str]] = []
    for character in text:
        use = face if _has(face, character) else FALLBACK
        if found and found[-1][0] == use:
            found[-1] = (use, found[-1][1] + character)
        else:
            found.append((use, character))
    return found


@lru_cache(maxsize=50_000)
def width_of(text: str, face: str, size: float, bold: bool = False) -> float:
    """The width of a text in points."""
    return float(
        sum(
            pdfmetrics.stringWidth(run, font_name(use, bold), size) for use, run in runs(text, face)
        )
    )


def wrapped(
    text: str, width: float, face: str, size: float, bold: bool = False, hyphens: bool = False
) -> list[str]:
    """A text in lines of a width; with ``hyphens`` long words are cut at the end of a line."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if not line or width_of(longer, face, size, bold) <= width:
                line = longer
                continue
            head, tail = _cut(word, line, width, face, size, bold) if hyphens else ("", word)
            lines.append(f"{line} {head}-" if head else line)
            line = tail
        lines.append(line)
    return lines


def _cut(word: str, line: str, width: float, face: str, size: float, bold: bool) -> tuple[str, str]:
    if len(word) < 8 or not word.isalpha():
        return "", word
    for at in [m.end() for m in re.finditer(r"[aeiou][^aeiou]", word)][::-1]:
        if 3 <= at <= len(word) - 3:
            head = word[: at - 1]
            if len(head) >= 3 and width_of(f"{line} {head}-", face, size, bold) <= width:
                return head, word[at - 1 :]
    return "", word
