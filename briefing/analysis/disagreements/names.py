"""Whether two rows print one thing, once as a number and once as a share or a rate."""

from __future__ import annotations

import re

from briefing.model import Series

_LEAD = re.compile(
    r"^(?:the\s+)?(?:(?:total\s+)?numbers?|percentages?|proportion|share|%\s?age|%|rates?|counts?)"
    r"\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\(\s*%\s*\)|\bper\s+1?0?,?000\b.*$|\b(?:as\s+)?at\s+(?:the\s+)?end\s+of\s+(?:the\s+)?\w+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?\+?", re.IGNORECASE)


def what(series: Series) -> tuple[str, ...]:
    """The words of a row's printed name without those that say how it is counted."""
    name = series.name_as_printed or series.indicator.name
    rest = _ASIDE.sub(" ", _LEAD.sub("", name.replace("’", "'").strip()))
    return tuple(word.lower().rstrip("s") for word in _WORD.findall(rest))


def same_thing(one: Series, other: Series) -> bool:
    """Whether two rows of one table, of different units, are of the same thing."""
    named = what(one)
    return bool(named) and named == what(other) and one.breakdown == other.breakdown
