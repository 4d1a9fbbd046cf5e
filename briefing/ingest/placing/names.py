"""The words of a measure's name, so that two printings of it can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SECTION = re.compile(r"\bs\.?\s?(\d+)s?\b", re.I)
_PERCENT = re.compile(r"%\s?age\b|%(?!\w)|\bper cent\b|\bpercent\b", re.I)
_BASE = re.compile(r"\bper \d[\d, ]*.*$", re.I)
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
_STOP = re.compile(
    r"of|the|in|an?|at|to|and|or|for|with|by|who|whom|that|which|have|has|had|been|being|be|are|is"
    r"|was|were|on|as|our|their|into|from|it|this|s"
)
#: What a name says that its figures are; two names that differ in it are two measures.
KINDS = frozenset({"number", "rate", "percentage", "average", "proportion"})
_FULL_ENOUGH = 0.6


def words(name: str) -> list[str]:
    """The words of a name that carry meaning, in order and in the singular."""
    text = _PERCENT.sub(" percentage ", name.replace(",", "").lower())
    text = _SECTION.sub(r"section \1", text)
    return [_singular(word) for word in _WORD.findall(text) if not _STOP.fullmatch(word)]


def core(name: str) -> list[str]:
    """The words of a name without its base (``per 10,000``) and what stands in brackets."""
    return words(_BASE.sub("", _BRACKETS.sub(" ", name)))


def same(left: str, right: str) -> bool:
    """Whether two names have the same words."""
    return words(left) == words(right)


def alike(left: str, right: str) -> bool:
    """Whether two names may be of one measure: one kind, and most words of the shorter shared."""
    one, other = set(words(left)), set(words(right))
    if one & KINDS != other & KINDS:
        return False
    shared = (one & other) - KINDS
    return len(shared) >= 2 and len(one & other) / min(len(one), len(other)) >= _FULL_ENOUGH


def longest_run(name: Sequence[str], text: Sequence[str]) -> int:
    """The length of the longest run of words that both have."""
    best = 0
    for at in range(len(name)):
        for start in range(len(text)):
            size = 0
            while (
                at + size < len(name)
                and start + size < len(text)
                and name[at + size] == text[start + size]
            ):
                size += 1
            best = max(best, size)
    return best


def _singular(word: str) -> str:
    if word == "children":
        return "child"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
