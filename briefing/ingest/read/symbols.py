"""Characters as a reader sees them: symbol fonts, ligatures, hyphens and invisible characters."""

from __future__ import annotations

import re

BULLET = "•"

#: What the symbol fonts of office programs print for a code (Wingdings unless Symbol is said).
_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE7: "←", 0xE8: "→", 0xE9: "↑",
    0xEA: "↓", 0xEB: "↖", 0xEC: "↗", 0xED: "↙", 0xEE: "↘", 0xEF: "←", 0xF0: "→", 0xF1: "↑",
    0xF2: "↓", 0xF3: "↔", 0xF4: "↕", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_3 = {
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x6A: "↖", 0x6B: "↗", 0x6C: "↙", 0x6D: "↘",
    0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x9F: "↑", 0xA0: "↓",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷",
}  # fmt: skip

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
              0xFB05: "ft", 0xFB06: "st"}  # fmt: skip
_UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x00, 0x09)])
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_PLAIN = {**_LIGATURES, **_UNSEEN, **_HYPHENS}
_ASCII = re.compile(r"[\t\x20-\x7e]*")

#: Bullets of every shape that begin a line: a mark, a space and then a word.
_LIST_MARK = re.compile(r"^(\s*)(?:[▪‣◦⁃∙●○◆➢❖·]|o(?=\s+[A-Z(‘'\"“])|§(?=\s+[^\W\d]))(?=\s)")

_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
RAISED_DIGITS = frozenset(_RAISED.values())


def glyph_text(text: str, font: str) -> str:
    """What a glyph of a PDF font shows.

    ``font`` is the name of the font: the letters of symbol fonts stand for pictures.
    """
    if "ingdings" in font or "ebdings" in font or "Symbol" in font:
        return "".join(_symbol(ord(sign), font) for sign in text)
    if _ASCII.fullmatch(text):
        return text
    return clean(text.replace("\xad", "-"))


def clean(text: str) -> str:
    """Text with ligatures taken apart, without invisible characters, and bullets as ``•``.

    A soft hyphen stays, as a hyphen, only at the end of a line, where it shows.
    """
    if _ASCII.fullmatch(text):
        return text
    text = text.translate(_PLAIN)
    text = re.sub("\xad(?=\\s*$)", "-", text).replace("\xad", "")
    return _PRIVATE.sub(lambda sign: _symbol(ord(sign[0]), ""), text)


def with_plain_list_mark(line: str) -> str:
    """A line of text whose list mark, if it has one, is ``•``."""
    return _LIST_MARK.sub(r"\1" + BULLET, line)


def is_list_mark(mark: str, after: str, *, alike: bool) -> bool:
    """Whether a word of a line is the mark of a list, from it and the word after.

    A square or a disc marks a list only in the colour of the text (``alike``): in its own colour
    it may be a rating.
    """
    if mark in ("■", "●", "◆", "○", "❖", "➢"):
        return alike and after[:1].isalpha()
    return mark != BULLET and with_plain_list_mark(f"{mark} {after}").startswith(BULLET)


def raised(digits: str) -> str:
    """Digits as the raised ones of Unicode, so that they cannot be read as part of a number."""
    return "".join(_RAISED.get(sign, sign) for sign in digits)


def _symbol(code: int, font: str) -> str:
    if code in (0x20, 0xA0, 0xF020):
        return " "
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if "Symbol" in font:
        private = 0xF000 <= code <= 0xF0FF
        return _SYMBOL.get(low, BULLET if private or low == 0xB7 else chr(code))
    if "ingdings3" in font.replace("-", "").replace(" ", ""):
        return _WINGDINGS_3.get(low, BULLET)
    if font:
        return _WINGDINGS.get(low, BULLET)
    return _SYMBOL.get(low) or _WINGDINGS.get(low) or BULLET
