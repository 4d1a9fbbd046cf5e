"""The heading that a table in plain text stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.page import Line

_CAPTION = re.compile(r"(?:table|figure|fig\.|chart|data|graph)\b", re.I)
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+(?=[A-Z])")
_ENDS = re.compile(r"[.;,:?!]$|\b(?:and|or|of|the|to|in|for|with|a|by|at|on)$", re.I)
_STARTS = re.compile(r"[A-Z0-9‘“\"']")
_SECOND = re.compile(r"[-–—]\s?[A-Z]")
_LONGEST = 110
_FURTHEST = 45
_NEAR = 2


def title_above(lines: Sequence[Line], at: int) -> str:
    """The heading above line ``at``; where two stand together, the upper one. Blank for none."""
    directly = next((back for back in range(at - 1, max(-1, at - 3), -1) if lines[back].words), at)
    for back in range(at - 1, max(-1, at - 1 - _FURTHEST), -1):
        if lines[back].heading or _is_heading(lines, back, apart=back == directly):
            return _whole(lines, back)
    return ""


def caption_below(lines: Sequence[Line], above: int, end: int) -> str:
    """The caption directly below a table, where no heading stands directly above it."""
    before = [at for at in range(above - 1, -1, -1) if not lines[at].blank][:_NEAR]
    if any(_is_heading(lines, at) for at in before):
        return ""
    below = next((line for line in lines[end : end + 3] if not line.blank), None)
    if below is None or not _CAPTION.match(below.text) or _ENDS.search(below.text):
        return ""
    return below.text


def _whole(lines: Sequence[Line], at: int) -> str:
    """A heading with the lines above it that belong to it, and without its number."""
    parts = [at]
    for back in range(at - 1, max(-1, at - 5), -1):
        if lines[back].blank:
            continue
        if parts[-1] - back > _NEAR or not (lines[back].heading or _is_heading(lines, back)):
            break
        parts.append(back)
    top = lines[parts[-1]].text
    if len(parts) > 1 and _SECOND.match(lines[parts[-2]].text):
        top = f"{top} {lines[parts[-2]].text}"
    return _NUMBERED.sub("", top, count=1)


def _is_heading(lines: Sequence[Line], at: int, *, apart: bool = False) -> bool:
    """Whether a line looks like a heading: short, begun with a capital, no sentence, no row.

    ``apart`` says that it need not be told from the line above.
    """
    line = lines[at]
    text = line.text
    if not text or len(text) > _LONGEST or not (_STARTS.match(text) or _SECOND.match(text)):
        return False
    if _ENDS.search(text) or not re.search(r"[A-Za-z]{3}", text) or "•" in text:
        return False
    if _mostly_figures(line):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is not None and not below.blank and below.text[:1].islower():
        return False
    return apart or _stands_apart(lines, at)


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line does not go on from the one above: a sentence's end, a list, a row."""
    if not at or lines[at - 1].blank:
        return True
    above = lines[at - 1]
    if _ENDS.search(above.text[-1:]) or "•" in above.text or _mostly_figures(above):
        return True
    return _is_heading(lines, at - 1)


def _mostly_figures(line: Line) -> bool:
    figures = sum(any(c.isdigit() for c in word.text) for word in line.words)
    return figures * 2 > len(line.words)
