"""Which agenda items are the panel's business, and which are procedure."""

from __future__ import annotations

import re

#: Items that every agenda of a UK council has, and that need no briefing: how a title begins, or
#: all of it, so that an item about disclosures of abuse or a petition stays business.
_PROCEDURAL = re.compile(
    r"\W*(to (receive|note|consider) (any )?)?("
    r"apolog(y|ies)\b|disclosures? of (\w+ ){0,4}interests?\b|"
    r"declarations? of (\w+ ){0,3}(interests?|whip)\b|"
    r"statement from the chair\b|chair(man|woman|person)?\W?s announcements?\b|"
    r"minutes( of the| of|\W*$|,? and matters)|previous minutes\b|"
    r"election of (a |the )?(vice[- ])?chair(man|person)?\b|exclusion of the (press|public)\b|"
    r"(deputations?|petitions?|public questions?)\W*$|(any other )?urgent business\b|"
    r"dates? of (the )?next\b)",
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
    return bool(_PROCEDURAL.match(title))
