"""The numeric tokens of a text, and the words about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A number with its sign, pounds, thousands, decimals and per cent; raised, lowered and circled
#: digits and fractions are numbers too.
_NUMBER = re.compile(
    r"(?:(?<![\w.,%)\u00bc-\u00be])[-+\u2212])?£?\d+(?:[.,]\d+)*%?"
    r"|[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u218b\u2460-\u249b]"
)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")

#: Words shown to either side of a number that does not trace.
_AROUND = 40


@dataclass(frozen=True)
class Token:
    """A number as it stands in a text, from ``start`` to ``end``."""

    text: str
    start: int
    end: int


def even(text: str) -> str:
    """The text with single plain spaces, without marks that are not seen, its minus signs plain."""
    plain = text.replace("\u200b", "").replace("\u00ad", "").replace("\u2212", "-")
    return _SPACES.sub(" ", plain).strip()


def tokens(text: str) -> list[Token]:
    """The numbers of an even text, in order."""
    return [Token(m[0].replace("\u2212", "-"), *m.span()) for m in _NUMBER.finditer(text)]


def has_number(text: str) -> bool:
    """Whether a text has a number."""
    return _NUMBER.search(text) is not None


def around(text: str, token: Token) -> str:
    """The number with the words before and after it."""
    start, end = max(0, token.start - _AROUND), token.end + _AROUND
    before = "..." if start else ""
    after = "..." if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"
