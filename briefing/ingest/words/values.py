"""What one cell of a printed table says: a value, that there is none, or something else.

Blank, ``-``, ``c``, ``n/a``, ``Not available`` and 0 are different things, and the text of the cell
is kept as printed. A cell with digits that are not one plain number is withheld with the reason,
never guessed at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ValueStatus = Literal["stated", "missing", "suppressed", "withheld", "text"]
Rag = Literal["", "red", "amber", "green"]
Direction = Literal["", "up", "down", "level"]
CellOf = Literal["", "target", "rag", "direction"]


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says.

    ``status`` is ``stated`` (``value`` is the exact number; for money in pounds), ``missing``,
    ``suppressed``, ``withheld`` (``reason`` says why a figure is not taken) or ``text`` (no figure
    at all). ``unit`` is one of the units of values where the cell names it, else blank. ``rag`` and
    ``direction`` are what the cell says beside or instead of a number.
    """

    status: ValueStatus
    raw: str
    value: Decimal | None = None
    unit: str = ""
    rag: Rag = ""
    direction: Direction = ""
    reason: str = ""


_MISSING = re.compile(
    r"-{1,3}|\.{2,3}|:|n[/\\.]?a\.?|#n/a|nya|tb[cda]|pending|unavailable|awaited|unknown|\[[xz]\]"
    r"|not (?:yet )?(?:available|applicable|known|recorded|reported|collected|measured)"
    r"|no data(?: available)?|data (?:not (?:yet )?available|unavailable)|awaiting data"
    r"|to be (?:confirmed|determined)"
)
#: The commonest of them as a narrow cell breaks it over lines.
_MISSING_CLOSE = re.compile(r"not(?:yet)?(?:available|applicable|known|reported)|nodata")
_SUPPRESSED = re.compile(r"[cx~]|\*{1,2}|[\[(][cx][\])]|suppressed|supp\.?|confidential|redacted")
_BELOW = re.compile(r"(?:<=?|≤|fewer than |less than |under )\s?\d{1,2}%?")
_BOUND = re.compile(
    r"(?:[<>]=?|≤|≥|max\.?|min\.?|at least|at most|up to|over|under)\s*(?P<rest>.+)"
)
_BOUND_BEHIND = re.compile(r"(?P<rest>.+?)\s*(?:\+|or (?:more|less|fewer|above|below|over|under))")

_RAGS: dict[str, Rag] = {
    "red": "red",
    "r": "red",
    "amber": "amber",
    "a": "amber",
    "green": "green",
    "g": "green",
    "🔴": "red",
    "🟥": "red",
    "🟠": "amber",
    "🟧": "amber",
    "🟡": "amber",
    "🟨": "amber",
    "🟢": "green",
    "🟩": "green",
}
_RAG_WORD = re.compile(r"\(?\b(red|amber|green)\b\)?")
_RAG_SIGN = re.compile("[🔴🟥🟠🟧🟡🟨🟢🟩]")

_UP = "▲△↑⬆⇧⇑↗⬈🡅🡑🠉🔺\uf0e9\uf0e1\uf0f1"
_DOWN = "▼▽↓⬇⇩⇓↘⬊🡇🡓🠋🔻\uf0ea\uf0e2\uf0f2"
_LEVEL = "↔→⇔⬌➡⇨⇒🡆🡒►▶\uf0e8\uf0e0\uf0f0\uf0f3"
_LEFT = "◄◀←⬅\uf0e7"
_GLYPHS: dict[str, Direction] = {
    **dict.fromkeys(_UP, "up"),
    **dict.fromkeys(_DOWN, "down"),
    **dict.fromkeys(_LEVEL, "level"),
}
_ARROW = re.compile(f"[{_LEFT}]\\s?[{_LEVEL}]|[{''.join(_GLYPHS)}]")
_MOVES: tuple[tuple[re.Pattern[str], Direction], ...] = (
    (re.compile(r"up|upwards?|increas(?:e|ed|ing)|rising|risen|higher"), "up"),
    (
        re.compile(r"down|downwards?|decreas(?:e|ed|ing)|falling|fallen|lower|reduced"),
        "down",
    ),
    (re.compile(r"level|same|static|stable|steady|no change|unchanged|maintained"), "level"),
)

_UNITS = {
    "%": "percent",
    "per cent": "percent",
    "percent": "percent",
    "day": "days",
    "days": "days",
    "working days": "days",
    "wks": "weeks",
    "week": "weeks",
    "weeks": "weeks",
    "fte": "fte",
    "ftes": "fte",
    "per 10,000": "rate_per_10000",
    "per 10000": "rate_per_10000",
    "per 10k": "rate_per_10000",
    "per 1,000": "rate_per_1000",
    "per 1000": "rate_per_1000",
}
_SCALES = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
_NUMBER = re.compile(
    rf"(?P<sign>[+-]?)(?P<digits>{_DIGITS})\s?(?P<unit>"
    rf"{'|'.join(map(re.escape, _UNITS))})?"
)
_MONEY = re.compile(
    rf"(?P<sign>[+-]?)£(?P<inner>[+-]?)\s?(?P<digits>{_DIGITS})\s?"
    rf"(?P<scale>{'|'.join(_SCALES)})?"
)
_MARK = re.compile(r"\s?(?:[*†‡]{1,2}|[(\[](?:p|r|e|provisional|revised|estimate)[)\]])$")
_FIGURE = re.compile(r"[-+£(<>≤≥~.]*\s?[0-9]")
_DOUBTS = {
    "raised": "part of it is printed smaller and raised, and may be a note's mark",
    "struck": "a line strikes it out",
    "invisible": "it cannot be seen on the page",
    "covered": "something covers it on the page",
    "off_page": "it stands outside the page",
    "parsers_differ": "two readings of the page give different figures",
    "ocr": "it was read from a picture",
}


def read_value(
    raw: str, *, of: CellOf = "", unit: str = "", scale: int = 1, doubt: str = ""
) -> Value:
    """What a cell says.

    Parameters
    ----------
    raw
        The cell as printed.
    of
        What the column holds where it says so: ``target`` (a bound such as ``≥95%`` is then its
        value; elsewhere ``<5`` is a suppressed count), ``rag``, ``direction``; blank for values.
    unit
        The unit that the row or table names, for a cell without one of its own; with ``gbp``
        brackets are a minus sign.
    scale
        By what the row's or table's unit multiplies (1000 for ``£000s``).
    doubt
        Why the print of the cell may not be trusted, as :data:`briefing.ingest.page.Doubt`.

    Returns
    -------
    Value
    """
    text = _plain(raw)
    if of == "rag":
        return _rag(raw, text)
    if of == "direction":
        return _direction(raw, text)
    if not text or _MISSING.fullmatch(text) or _MISSING_CLOSE.fullmatch(text.replace(" ", "")):
        return Value("missing", raw)
    if _SUPPRESSED.fullmatch(text):
        return Value("suppressed", raw)
    if doubt:
        return Value("withheld", raw, reason=_DOUBTS.get(doubt, doubt))
    text, rag, direction = _beside(text)
    if not text:
        return Value("text", raw, rag=rag, direction=direction)
    if of == "target":
        text = _bounded(text)
    elif _BELOW.fullmatch(text):
        return Value("suppressed", raw)
    found = _number(_MARK.sub("", text), unit, scale)
    if isinstance(found, str):
        return Value("withheld", raw, rag=rag, direction=direction, reason=found)
    if found is None:
        return Value("text", raw, rag=rag, direction=direction)
    value, own = found
    return Value("stated", raw, value, own, rag, direction)


def _plain(raw: str) -> str:
    """Lower case, plain spaces, one form of dash; nothing else is changed."""
    text = re.sub(r"[\u2010-\u2015\u2212\u00ad]", "-", raw.lower())
    text = re.sub(r"[\u200b-\u200d\u2060\ufeff]", "", text)
    return re.sub(r"\s+", " ", text).strip()


def _beside(text: str) -> tuple[str, Rag, Direction]:
    """A text without the colour and the arrow that stand beside its number, and these."""
    rag: Rag = ""
    direction: Direction = ""
    colours = _colours(text)
    if len(colours) == 1:
        rag = colours.pop()
        text = _RAG_WORD.sub("", _RAG_SIGN.sub("", text)).strip()
    arrows = _ARROW.findall(text)
    if len(arrows) == 1:
        direction = _GLYPHS[arrows[0][-1]]
        text = _ARROW.sub("", text).strip()
    return text, rag, direction


def _colours(text: str) -> set[Rag]:
    return {_RAGS[sign] for sign in _RAG_SIGN.findall(text) + _RAG_WORD.findall(text)}


def _bounded(text: str) -> str:
    """The number of a bound such as ``≥95%``, ``max 10`` or ``95% or more``."""
    match = _BOUND.match(text) or _BOUND_BEHIND.fullmatch(text)
    return match["rest"] if match else text


def _number(text: str, unit: str, scale: int) -> tuple[Decimal, str] | str | None:
    """The exact number and its unit; the reason where it is not plain; None for no figure."""
    bracketed = re.fullmatch(r"\(([^()]+)\)", text)
    inner = bracketed[1] if bracketed else text
    if match := _MONEY.fullmatch(inner):
        if match["scale"] and scale != 1:
            return "both the cell and its heading state a scale"
        if match["sign"] and match["inner"]:
            return "it is not one plain number"
        factor = _SCALES[match["scale"]] if match["scale"] else scale
        negative = "-" in (match["sign"], match["inner"])
        if bracketed and negative:
            return "it is not one plain number"
        return _decimal(match["digits"], negative or bool(bracketed), factor), "gbp"
    match = _NUMBER.fullmatch(inner)
    if match and not (bracketed and (unit != "gbp" or match["sign"] or match["unit"])):
        own = _UNITS.get(match["unit"], "")
        negative = match["sign"] == "-" or bool(bracketed)
        return _decimal(match["digits"], negative, 1 if own else scale), own
    if match:
        return "it stands in brackets"
    return _why_not(text)


def _decimal(digits: str, negative: bool, factor: int) -> Decimal:
    number = Decimal(digits.replace(",", "")) * factor
    if factor != 1:
        whole = number.to_integral_value()
        number = whole if number == whole else number.normalize()
    return -number if negative and number else number


def _why_not(text: str) -> str | None:
    """Why a text with digits is not a value; None where it is plain words."""
    digits = sum(character.isdigit() for character in text)
    if not digits:
        return None
    figures = re.findall(r"\d[\d,.]*", text)
    if (_FIGURE.match(text) and len(text) <= 30) or digits * 2 >= len(text.replace(" ", "")):
        if len(figures) > 1:
            return "the cell holds more than one number"
        return "it is not one plain number"
    return None


def _rag(raw: str, text: str) -> Value:
    """What a cell of a column of colours says."""
    word = text.strip("()[] .")
    found = _colours(text)
    if word in _RAGS:
        found.add(_RAGS[word])
    if len(found) == 1:
        return Value("text", raw, rag=found.pop())
    if found:
        return Value("withheld", raw, reason="the cell names more than one colour")
    if not text or _MISSING.fullmatch(text):
        return Value("missing", raw)
    return Value("text", raw)


def _direction(raw: str, text: str) -> Value:
    """What a cell of a column of directions says.

    ``improving`` and ``worsening`` say nothing of up or down, and stay text.
    """
    found = {_GLYPHS[arrow[-1]] for arrow in _ARROW.findall(text)}
    word = text.strip("()[] .")
    found |= {move for words, move in _MOVES if words.fullmatch(word)}
    if len(found) == 1:
        return Value("text", raw, direction=found.pop())
    if found:
        return Value("withheld", raw, reason="the cell names more than one direction")
    if not text or _MISSING.fullmatch(text):
        return Value("missing", raw)
    return Value("text", raw)
