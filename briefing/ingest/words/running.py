"""Running text: lines that belong together as one text, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: A line's end that goes on without a space: a hyphen behind a letter or an opening bracket.
_CUT = re.compile(r"(?:[^\W\d]|\()-$")

#: Words whose full stop ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:approx|cllr|dr|e\.g|etc|i\.e|mr|mrs|ms|no|p\.p|st|vs)|\b[A-Z])\.$", re.I
)
_END = re.compile(r"[.!?](?:['’”\")\]]*)\s+(?=[A-Z0-9£%‘“\"'(•])")


def run_on(texts: Iterable[str]) -> str:
    """Lines joined to one text, a space between; where a hyphen ends a line, none is put in.

    A hyphen is kept, since the print does not say whether the word has one: ``multi-`` and
    ``agency`` give ``multi-agency``, as they do where the same text is set on one line.
    """
    whole = ""
    for text in texts:
        text = " ".join(text.split())
        if text:
            cut = _CUT.search(whole[-2:]) and (text[0].islower() or whole.endswith("(-"))
            whole += text if not whole or cut else f" {text}"
    return whole


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order; a decimal point or a short form ends none."""
    found, start = [], 0
    for end in _END.finditer(text):
        if not _SHORT.search(text[start : end.start() + 1]):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
