"""Days as British papers print them."""

from __future__ import annotations

import re
from datetime import date

from briefing.model.period import MONTHS

_NAMES = {name.lower(): at for at, name in enumerate(MONTHS, start=1)}
_NAMES |= {name[:3]: at for name, at in list(_NAMES.items())} | {"sept": 9}

#: A day in words (``Thursday, 26th September, 2024``) or in figures, the day first.
DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d{2})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?m\b|\b([01]\d|2[0-3])[:.]([0-5]\d)\b", re.I
)


def days(text: str) -> list[date]:
    """Every day that a text names, in its order; what is no day of the calendar is passed over."""
    found = []
    for match in DAY.finditer(text):
        try:
            if match["iso"]:
                found.append(date.fromisoformat(match["iso"]))
            elif match["name"]:
                month = _NAMES.get(match["name"].lower())
                if month:
                    found.append(date(int(match["year"]), month, int(match["day"])))
            else:
                year = int(match["y"])
                found.append(
                    date(year + 2000 if year < 100 else year, int(match["m"]), int(match["d"]))
                )
        except ValueError:
            continue
    return found


def first_day(text: str) -> date | None:
    """The first day that a text names; None for none."""
    return next(iter(days(text)), None)


def clock(text: str) -> str:
    """The first time of day in a text as ``17:30``; blank for none."""
    match = _TIME.search(text)
    if not match:
        return ""
    if match[4]:
        return f"{match[4]}:{match[5]}"
    hour = int(match[1])
    if not 1 <= hour <= 12:
        return ""
    return f"{hour % 12 + (12 if match[3].lower() == 'p' else 0):02d}:{match[2] or '00'}"
