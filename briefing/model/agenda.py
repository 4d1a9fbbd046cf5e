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


def is_procedural(title: str) -> bool:
    """Whether an item of that title is procedure (apologies, interests, minutes and the like)."""
    return bool(_PROCEDURAL.search(title))
