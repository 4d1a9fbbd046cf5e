"""List marks and item numbers as papers print them: ``8.``, ``7a``, ``(i)``, ``1)``, ``•``.

A number that opens a sentence ("3.5 million", "8 August") is no mark.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["number", "letter", "roman", "bullet"]

_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.I)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_BULLET = re.compile(r"([•●▪■◦‣⁃∙·➢✓❖\ufffd\uf000-\uf0ff])\s*(.*)|([-–—*o])(?:\s+(.*)|$)", re.S)
_CLOSED = re.compile(
    r"(\((?:\d{1,3}[a-z]?|[ivxl]{1,6}|[a-z]{1,2})\)|(?:\d{1,3}[a-z]?|[ivxl]{1,6}|[a-z])\))"
    r"(?:\s+(.*)|$)",
    re.I | re.S,
)
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,3}\.?)(?:\s+(.*)|$)", re.S)
_PLAIN = re.compile(r"(\d{1,4}[a-z]?\.)(?:\s+(.*)|(?=[A-Z])(.*)|$)", re.S)
_SMALL = re.compile(r"([ivx]{1,6}\.|[a-z]\.)(?:\s+(.*)|$)", re.S)
_SUFFIXED = re.compile(r"(\d{1,2}[a-hA-H])\s+(?=[\"“‘']?[A-Z])(.*)", re.S)
_BARE = re.compile(r"(\d{1,3})\s+(?=[\"“‘']?[A-Z])(.*)", re.S)
_YEAR = re.compile(r"(?:19|20)\d\d\.")
_CAPITAL = re.compile(r"[\"“‘'(\[]*[A-Z]")
_MONTH_YEAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s+\d{2,4}\b", re.I
)


def marker(text: str, *, bare: bool = False) -> tuple[str, str]:
    """The mark that a line opens with, as printed, and the rest; a blank mark for none.

    Parameters
    ----------
    text
        A line or a paragraph.
    bare
        Whether a number without a point or bracket before a capital ("7 The budget") is one.

    Examples
    --------
    >>> marker("(i) That the report is noted")
    ('(i)', 'That the report is noted')
    >>> marker("3.5 million pounds")
    ('', '3.5 million pounds')
    """
    stripped = text.strip()
    for pattern in (_BULLET, _CLOSED, _DOTTED, _PLAIN, _SMALL, _SUFFIXED):
        if (match := pattern.fullmatch(stripped)) and _stands(pattern, match):
            return _split(match)
    if bare and (match := _BARE.fullmatch(stripped)) and not _MONTH_YEAR.match(match[2]):
        return _split(match)
    return "", stripped


def is_bullet(mark: str) -> bool:
    """Whether a mark is a bullet or a dash, which has no order."""
    return (len(mark) == 1 and not mark.isalnum()) or mark == "o"


def follows(mark: str, previous: str) -> bool:
    """Whether a list goes on from one mark to the other: ``(b)`` after ``(a)``.

    ``(i)`` follows ``(h)`` as a letter, ``(ii)`` follows ``(i)`` as a numeral.
    """
    if not mark or not previous:
        return False
    if is_bullet(mark) or is_bullet(previous):
        return mark == previous
    if shape(mark) != shape(previous):
        return False
    return any(
        kind == other and _is_next(value, before)
        for kind, value in _readings(mark)
        for other, before in _readings(previous)
    )


def starts(mark: str) -> bool:
    """Whether a mark opens a list: a first number, letter or numeral, or a bullet."""
    if not mark:
        return False
    return is_bullet(mark) or any(value[-1:] == (1,) for _, value in _readings(mark))


def shape(mark: str) -> str:
    """What stands around and between the figures or letters of a mark: ``()`` of ``(iv)``."""
    letters = re.sub(r"[^()\].]", "", mark)
    capital = "A" if re.search(r"[A-Z]", re.sub(r"\d+[A-Z]", "", mark)) else ""
    return letters + capital


def kinds(mark: str) -> frozenset[Kind]:
    """What a mark may be: ``(v)`` may be a letter or a numeral."""
    if is_bullet(mark):
        return frozenset({"bullet"})
    return frozenset(kind for kind, _ in _readings(mark))


def _stands(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether what has the form of a mark is one where it stands."""
    mark, rest = _split(match)
    if pattern is _DOTTED:
        return (bool(rest) and bool(_CAPITAL.match(rest))) or mark.endswith(".")
    if pattern is _PLAIN:
        return not _YEAR.fullmatch(mark) and not _MONTH_YEAR.match(rest)
    if pattern in (_CLOSED, _SMALL):
        return bool(_readings(mark))
    return True


def _split(match: re.Match[str]) -> tuple[str, str]:
    found = [group for group in match.groups() if group is not None]
    return found[0], (found[1] if len(found) > 1 else "").strip()


def _readings(mark: str) -> list[tuple[Kind, tuple[int, ...]]]:
    """Each value that a mark may have; a number with a letter has two places, as in ``7a``."""
    core = mark.strip("().").lower()
    if re.fullmatch(r"\d+(?:\.\d+)*", core):
        return [("number", tuple(int(part) for part in core.split(".")))]
    if suffixed := re.fullmatch(r"(\d+)([a-z])", core):
        return [("number", (int(suffixed[1]), ord(suffixed[2]) - ord("a") + 1))]
    found: list[tuple[Kind, tuple[int, ...]]] = []
    if re.fullmatch(r"[a-z]", core):
        found.append(("letter", (ord(core) - ord("a") + 1,)))
    elif re.fullmatch(r"([a-z])\1", core):
        found.append(("letter", (26 + ord(core[0]) - ord("a") + 1,)))
    if core and _ROMAN.fullmatch(core):
        found.append(("roman", (_roman(core),)))
    return found


def _roman(core: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in core]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _is_next(value: tuple[int, ...], before: tuple[int, ...]) -> bool:
    if len(value) == len(before):
        return value == (*before[:-1], before[-1] + 1)
    if len(value) > len(before):
        return value == (*before, 1)
    return value == (*before[: len(value) - 1], before[len(value) - 1] + 1)
