"""Counts under five of people beside an attribute, and accounts of one child: not carried."""

from __future__ import annotations

import re

from briefing.ingest.words.running import sentences

_FEW = r"(?:one|two|three|four|[1-4])"
_PEOPLE = (
    r"(?:child(?:ren)?|young\s+(?:people|persons?|adults?)|pupils?|students?|learners?|boys?|girls?"
    r"|bab(?:y|ies)|infants?|siblings?|teenagers?|adolescents?|care\s+leavers?|residents?|UASC"
    r"|incidenc(?:e|es)\s+of|tenants?|patients?|service\s+users?)"
)
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?<!Phase )(?<!Year )(?<!Stage )(?<!Key )(?<!Level )(?<!level )(?<!Section )"
    rf"{_FEW}\s+(?!or\s+more\b|(?:hour|week|month|year)ly\b)(?:(?:of\s+)?(?:the|these|those|our|other)\s+)?(?:[a-z-]+\s+){{0,3}}?"
    rf"{_PEOPLE}\b(?!['’]s|s['’])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:^|[.;:•]\s+|,\s+)(?:and\s+|for\s+)?(?:one|two|three|four)\s+"
    r"(?:of\s+(?:them|these|those|whom|which)|have|has|are|is|was|were|had)\b",
    re.IGNORECASE,
)

#: What stands for a sentence that is left out.
LEFT_OUT = "[…]"


def tells_of_few(sentence: str) -> bool:
    """Whether a sentence counts fewer than five people, or tells of a single one.

    Examples
    --------
    >>> tells_of_few("Two children have moved school.")
    True
    >>> tells_of_few("Two children's centres have moved.")
    False
    >>> tells_of_few("3 weekly visits to children are made on time.")
    False
    """
    return bool(_COUNT.search(sentence) or _PRONOUN.search(sentence))


def without_few(text: str) -> str:
    """A text with ``[…]`` for each sentence that tells of few people."""
    if not tells_of_few(text):
        return text
    kept = [LEFT_OUT if tells_of_few(sentence) else sentence for sentence in sentences(text)]
    return " ".join(kept).replace(f"{LEFT_OUT} {LEFT_OUT}", LEFT_OUT)
