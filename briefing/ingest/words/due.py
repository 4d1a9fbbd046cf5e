"""By when something is to be done, where the words come down to one day, month or year."""

from __future__ import annotations

import re

from briefing.ingest.words.dates import DAY, first_day
from briefing.model.period import MONTHS

_MONTHS = {name[:3].lower(): at for at, name in enumerate(MONTHS, start=1)}
_NAME = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "Sept"])

_BY = r"(?:by\s+)?(?:the\s+)?(?:end\s+(?:of\s+)?)?"
_MONTH = re.compile(rf"{_BY}(?P<name>{_NAME})\.?[\s-]*(?P<century>20|['‘’])?(?P<year>\d\d)", re.I)
_YEAR = re.compile(rf"{_BY}(?P<year>20\d\d)(?:/(?P<next>\d\d))?", re.IGNORECASE)
_DAY = re.compile(rf"{_BY}{DAY.pattern}", re.IGNORECASE)
_OPENING = re.compile(
    rf"by\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:(?:{_NAME})\s+)?20\d\d(?:/\d\d)?(?=,)", re.I
)


def due_of(raw: str) -> str:
    """A day, month or year as the column ``due`` has it; blank where the words name no single one.

    ``March 26`` is March 2026: a day of the month stands first in British papers. ``Ongoing``,
    ``1-2 years``, ``2024-2029`` or ``commenced 2024`` are no time by which.
    """
    text = " ".join(raw.split()).strip(" .")
    if month := _MONTH.fullmatch(text):
        return f"20{month['year']}-{_MONTHS[month['name'][:3].lower()]:02d}"
    if year := _YEAR.fullmatch(text):
        if not year["next"]:
            return year["year"]
        follows = (int(year["year"]) + 1) % 100 == int(year["next"])
        return f"{year['year']}/{year['next']}" if follows else ""
    if _DAY.fullmatch(text) and (day := first_day(text)):
        return day.isoformat()
    return ""


def due_opening(text: str) -> str:
    """The time that a sentence opens with, as in ``By April 2027, …``; blank for none."""
    found = _OPENING.match(text)
    return found.group() if found else ""
