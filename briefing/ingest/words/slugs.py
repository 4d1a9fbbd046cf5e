"""Slugs: identifiers that people can read, made from titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

#: Words that say nothing about what a title is of.
_EMPTY = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)

_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)\d")


def slug(text: str, *, words: int = 8, fallback: str = "untitled") -> str:
    """A slug of small letters, figures and hyphens, of so many words at most.

    Accents go; a title of no letters or figures gives ``fallback``; a name that Windows keeps for
    a device gets a word more.
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("%", " percent "))
    plain = plain.encode("ascii", "ignore").decode().lower().replace("'", "")
    found = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _EMPTY]
    made = "-".join(found[:words]) or fallback
    return f"{made}-x" if _DEVICES.fullmatch(made) else made


def unused(name: str, taken: Container[str]) -> str:
    """A slug that is not taken yet: the name, or the name with the first free number behind it."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
