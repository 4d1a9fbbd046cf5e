"""Tables written with upright strokes inside lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Where
from briefing.ingest.tables.raw import RawCell, RawRow, RawTable

#: The row of dashes below the headings, from its first stroke to its last.
_DASHES = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")


def piped(source: Source) -> Iterator[RawTable]:
    """The tables that stand whole on one line: ``| a | b | |---|---| | 1 | 2 |``."""
    for line in source.lines:
        if not line.cells and (match := _DASHES.search(line.text)):
            table = _on_one_line(line, match)
            if table:
                yield table


def _on_one_line(line: Line, dashes: re.Match[str]) -> RawTable | None:
    """The table around a row of dashes; None where its cells do not fill whole rows."""
    count = dashes[0].count("|") - 1
    before = [part.strip() for part in line.text[: dashes.start()].split("|")]
    after = [part.strip() for part in line.text[dashes.end() :].split("|")]
    if len(before) < count + 2 or before[-1]:
        return None
    headings = before[-count - 1 : -1]
    rows: list[RawRow] = []
    where = Where.of(line)
    at = 0
    while at + count + 1 < len(after) and not after[at]:
        cells = after[at + 1 : at + count + 1]
        rows.append(RawRow(tuple(RawCell(text) for text in cells), where))
        at += count + 1
    if not rows or not all(headings):
        return None
    title = _sentence(before[: -count - 1])
    return RawTable(title, tuple(headings), ("",) * count, tuple(rows), where)


def _sentence(before: list[str]) -> str:
    """The last sentence before the table."""
    text = " ".join(part for part in before if part)
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)[-1].strip() if text else ""
