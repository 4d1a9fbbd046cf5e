"""Dates, lists and counts in British words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model.period import british

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def british_date(iso: str, *, weekday: bool = False) -> str:
    """``2024-09-26`` as ``26 September 2024``, with ``Thursday`` before it when asked."""
    day = date.fromisoformat(iso)
    text = british(day)
    return f"{_DAYS[day.weekday()]} {text}" if weekday else text


def british_time(clock: str) -> str:
    """``17:30`` as ``5.30 pm``."""
    hour, minute = (int(part) for part in clock.split(":"))
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}.{minute:02d} {half}"


def listed(entries: Sequence[str], *, last: str = "and") -> str:
    """``a, b and c``; with semicolons where an entry has a comma of its own."""
    if len(entries) < 2:
        return "".join(entries)
    comma = "; " if any("," in entry for entry in entries) else ", "
    return f"{comma.join(entries[:-1])}{';' if comma == '; ' else ''} {last} {entries[-1]}"


def as_entry(text: str) -> str:
    """A printed text as an entry of a list: a capital first, and no mark that leads on."""
    text = text.strip().rstrip(";")
    return text[:1].upper() + text[1:]


def pages(first: str, last: str) -> str:
    """``page 5`` or ``pages 5 to 14``; blank when none is known."""
    if not first:
        return ""
    return f"page {first}" if last in ("", first) else f"pages {first} to {last}"
