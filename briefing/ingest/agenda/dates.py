"""The dates of a municipal year's meetings, as front sheets list them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.ingest.page import Line
from briefing.ingest.words.dates import days
from briefing.model.period import MONTHS

_HEADING = re.compile(
    r"\b(?:dates?\s+(?:of|for)\s+(?:(?:the|future|scheduled|forthcoming|remaining|all)\s+)*"
    r"(?:panel\s+|committee\s+|board\s+)?meetings?|(?:meeting|panel|future)\s+(?:meeting\s+)?dates|"
    r"schedule\s+of\s+meetings|calendar\s+of\s+meetings|meetings?\s+(?:will\s+be|are|to\s+be)\s+held\s+on)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\b(20\d\d)\s*(?:[-–/]|to)\s*(20\d\d|\d\d)\b")
_YEARS = re.compile(r"(20\d\d)\s+(20\d\d)")
_NAMES = {name.lower(): at for at, name in enumerate(MONTHS, start=1)}
_NAMES |= {name[:3]: at for name, at in list(_NAMES.items())} | {"sept": 9}
_DAY = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\b\.?(?!\s*,?\s*20\d\d)", re.IGNORECASE
)
_REACH = 26

#: Municipal years begin in May.
_FIRST_MONTH = 5


def dates_of_year(lines: Sequence[Line]) -> tuple[str, tuple[date, ...]]:
    """The municipal year, as ``2024/25``, and the dates of its meetings in their order.

    A day without a year is placed by the year that the list names, May to December in its first
    and January to April in its second. Where the list names no year such days are left out.
    """
    for at, line in enumerate(lines):
        heading = _HEADING.search(line.text)
        if heading and (len(line.words) <= 14 or heading.start() == 0 or _days_in(line.text)):
            block = list(_block(lines[at : at + _REACH]))
            found = _read(block)
            if found[1]:
                return found
    return "", ()


def _block(lines: Sequence[Line]) -> Iterator[str]:
    """The lines of a list of dates: up to the first that has neither day nor year."""
    begun = False
    for at, line in enumerate(lines):
        if line.blank:
            continue
        dated = bool(days(line.text) or _days_in(line.text) or re.search(r"\b20\d\d\b", line.text))
        if at and not dated:
            if begun or line.text.isupper():
                return
            continue
        begun = begun or (at > 0 and dated)
        yield line.text


def _read(block: Sequence[str]) -> tuple[str, tuple[date, ...]]:
    text = " ; ".join(block)
    whole = days(text)
    first = _first_year(block)
    found = set(whole)
    if first is not None:
        for day, month in _days_in(text):
            year = first if month >= _FIRST_MONTH else first + 1
            try:
                found.add(date(year, month, day))
            except ValueError:
                continue
    if first is None and found:
        years = {one.year if one.month >= _FIRST_MONTH else one.year - 1 for one in found}
        first = years.pop() if len(years) == 1 else None
    named = f"{first}/{(first + 1) % 100:02d}" if first is not None else ""
    return named, tuple(sorted(found))


def _first_year(block: Sequence[str]) -> int | None:
    """The year in which the municipal year of a list begins."""
    for text in block:
        match = _SPLIT.search(text) or _YEARS.fullmatch(text.strip())
        if match and int(match[2][-2:]) == (int(match[1]) + 1) % 100:
            return int(match[1])
    return None


def _days_in(text: str) -> list[tuple[int, int]]:
    """Days without a year, as day and month."""
    found = []
    for match in _DAY.finditer(text):
        month = _NAMES.get(match[2].lower())
        if month and 1 <= int(match[1]) <= 31:
            found.append((int(match[1]), month))
    return found
