"""Words of a measure's name that would otherwise be read as words of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.analysis.claims import grammar

#: What such a word begins with, so that no form of claim begins at it.
_OWN = "\u02d1"
_TRAPS = re.compile(
    rf"(?<![\w§{_OWN}])(?:{grammar.DENIED.pattern}|{grammar.QUALIFIED.pattern}|{grammar.SPAN.pattern}|{grammar.HOPED.pattern}"
    rf"|\b{grammar.MOVE}\b|{grammar.LEVEL.pattern}|\b\d+\b)",
    re.IGNORECASE,
)
_BE = r"(?:\s+(?:is|are|was|were|been|be|being|have|has|had))*\s+"


class OwnWords:
    """The names that hold words of claims: *street lights not working*, *days lost to sickness*."""

    def __init__(self, names: Iterable[str]) -> None:
        trapped = {name for name in names if _TRAPS.search(name) and len(name.split()) > 1}
        joined = (
            _BE.join(re.escape(word) for word in name.split())
            for name in sorted(trapped, key=len, reverse=True)
        )
        pattern = "|".join(joined)
        self._names = re.compile(rf"(?<![\w§])(?:{pattern})(?!\w)", re.I) if pattern else None

    def protected(self, text: str) -> str:
        """A text in which those words, inside such a name, are marked as its own."""
        if self._names is None:
            return text
        return self._names.sub(
            lambda name: _TRAPS.sub(lambda word: re.sub(r"(?<!\w)(?=\w)", _OWN, word[0]), name[0]),
            text,
        )
