"""Titles that papers print in capitals, as people read them more easily."""

from __future__ import annotations

import re
from collections.abc import Collection

_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "if", "in", "into", "of", "on", "or")
).union(("the", "to", "via", "with"))

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def readable(title: str, *, keep: Collection[str] = ()) -> str:
    """A title printed all in capitals with capitals at the beginnings of its words only.

    What stands alone in brackets is taken for an abbreviation and stays as it is, and so do a
    word without a vowel and the words to ``keep``. Other titles stay as printed.
    """
    if title != title.upper() or not re.search(r"[^\W\d_]{4}", title):
        return title

    def set_case(match: re.Match[str]) -> str:
        word = match[0]
        before, after = title[: match.start()], title[match.end() :]
        if before.endswith("(") and after.startswith(")") and len(word) <= 6:
            return word
        if not re.search("[AEIOUY]", word) and len(word) > 1:
            return word
        if word in keep:
            return word
        lower = word.lower()
        first = not before.strip(" \"'“‘(") or before.rstrip()[-1:] in ":–"
        return lower if lower in _SMALL and not first else lower[0].upper() + lower[1:]

    return _WORD.sub(set_case, title)
