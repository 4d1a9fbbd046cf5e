"""The labelled lines of a report's cover: who decides, on what, when, and whose report it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.page import Line
from briefing.ingest.words.running import run_on

#: What a label of a cover says: kind -> the labels that councils print.
_LABELS = {
    "maker": r"decision[\s-]*(?:maker|taker|body)s?|(?:report )?to|meeting|committee|panel|board",
    "subject": r"subject|(?:report )?title|title of (?:the )?report|report subject",
    "day": r"date of (?:the )?(?:decision|meeting|report)|(?:meeting |decision |report )?date",
    "of": r"report (?:of|by|from)|from|(?:lead|strategic|executive|corporate|responsible)"
    r" (?:director|officer|member)|presenting (?:director|officer|member)",
    "class": r"classification|confidentiality|statement of confidentiality"
    r"|exempt(?:ion)?(?: status)?|exempt information|publication status|public or private"
    r"|public/private|(?:is (?:this|the) report )?(?:exempt|confidential)\??",
}
_LABEL = {
    kind: re.compile(rf"(?:{labels})(?:\s*\(s\))?", re.IGNORECASE)
    for kind, labels in _LABELS.items()
}
_COLON = re.compile(r"\s*([^:]{2,45}?)\s*:\s*(.*)", re.DOTALL)

#: A cover has three of these four, so near to each other.
_NEEDED = ("maker", "subject", "day", "of")
_NEAR = 26

#: A gap between the words of a line, in points, that sets off a label from its value.
_GAP = 9.0

#: A value runs over so many lines at most.
_VALUE_LINES = 5


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover: where it begins and ends in the lines (the end is behind it), and its fields.

    ``fields`` has the keys ``maker``, ``subject``, ``day``, ``of``, ``class``; those that the
    cover does not print are absent.
    """

    start: int
    end: int
    fields: dict[str, str]


def covers(lines: Sequence[Line]) -> list[Cover]:
    """The covers of reports in the lines, in their order.

    A cover ends where the next one begins.
    """
    labelled = [(at, found) for at, line in enumerate(lines) if (found := label(line))]
    starts: list[tuple[int, dict[str, str]]] = []
    behind = -1
    for place, (at, (kind, _)) in enumerate(labelled):
        if at <= behind or kind not in ("maker", "subject", "of"):
            continue
        fields: dict[str, str] = {}
        last = at
        for other, (other_kind, value) in labelled[place:]:
            shown = sum(not line.blank for line in lines[at:other])
            if shown > _NEAR or (other_kind in fields and other_kind == "subject"):
                break
            if lines[other].page != lines[at].page:
                break
            if other_kind not in fields:
                fields[other_kind] = _value(lines, other, value)
                last = other
        if sum(name in fields for name in _NEEDED) >= 3 and fields.get("subject"):
            starts.append((at, fields))
            behind = last
    ends = [*(at for at, _ in starts), len(lines)][1:]
    return [Cover(at, end, fields) for (at, fields), end in zip(starts, ends, strict=True)]


def label(line: Line) -> tuple[str, str] | None:
    """The kind of label that a line begins with and the text behind it; None for none."""
    if line.blank:
        return None
    for head, rest in _splits(line):
        for kind, pattern in _LABEL.items():
            if pattern.fullmatch(head.strip()):
                return kind, rest.strip()
    return None


def _splits(line: Line) -> list[tuple[str, str]]:
    """The ways in which a line may be a label and a value."""
    ways = []
    if len(line.cells) >= 2:
        ways.append((line.cells[0].rstrip(": "), " ".join(line.cells[1:])))
    if colon := _COLON.match(line.text):
        ways.append((colon[1], colon[2]))
    words = line.words
    if any(word.bottom > word.top for word in words):
        for at in range(1, min(len(words), 6)):
            if words[at].x0 - words[at - 1].x1 > _GAP:
                head = " ".join(word.text for word in words[:at])
                ways.append((head.rstrip(": "), " ".join(word.text for word in words[at:])))
                break
    elif line.text.upper() == "STATEMENT OF CONFIDENTIALITY":
        ways.append((line.text, ""))
    return ways


def _value(lines: Sequence[Line], at: int, first: str) -> str:
    """The value of a label, over the lines that it runs on."""
    found = [first] if first else []
    start = lines[at]
    for line in lines[at + 1 : at + 1 + _VALUE_LINES]:
        if line.blank:
            if found:
                break
            continue
        if label(line) or (line.text.endswith(":") and line.text.isupper()):
            break
        if line.page != start.page or _aside(start, line, bool(first)):
            break
        found.append(line.text)
    return run_on(found)


def _aside(start: Line, line: Line, begun: bool) -> bool:
    """Whether a line on paper does not stand under the value that runs on."""
    if line.bottom <= line.top or not begun:
        return False
    return line.x0 < start.x0 + 20
