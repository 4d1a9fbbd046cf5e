"""Which agenda items are the panel's business, and which are procedure."""

from __future__ import annotations

import re

#: Items that every agenda of a UK council has, and that need no briefing.
_PROCEDURAL = re.compile(
    r"\b(apolog(y|ies)|disclosures? of|declarations? of|party political whip|"
    r"statement from the chair|minutes of the previous|minutes of the last|previous minutes|"
    r"election of (the )?(vice[- ])?chair|exclusion of the press|deputations?|petitions?|"
    r"public questions?|urgent business|dates? of (the )?next)\b",
    re.IGNORECASE,
)

#: The item under which a panel follows its own recommendations.
_TRACKER = re.compile(
    r"\b(monitor|track|follow)\w*\b.*\brecommendations?\b"
    r"|\brecommendations? (tracker|monitoring)\b",
    re.IGNORECASE,
)


def is_tracker(title: str) -> bool:
    """Whether an item of that title follows the panel's recommendations."""
    return bool(_TRACKER.search(title))


def is_procedural(title: str) -> bool:
    """Whether an item of that title is procedure (apologies, interests, minutes and the like)."""
    return bool(_PROCEDURAL.search(title))
