"""Votes printed as tables: a mark for each member, or the names of each side in a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from briefing.ingest.minutes.paragraphs import Block, Row
from briefing.ingest.words.people import is_name, names_in

Outcome = Literal["", "carried", "lost"]

SIDES = (
    ("for", r"(?:in\s+favour|for)"),
    ("against", r"against"),
    ("abstained", r"(?:abstain(?:ed|ing|s)?|abstentions?)"),
    ("not_voting", r"(?:not\s+voting|did\s+not\s+vote|non-?voting)"),
)
_FIRST_WORD = {
    "for": r"in\b|for\b",
    "against": r"against\b",
    "abstained": r"abst",
    "not_voting": r"not\b|did\b|non",
}
_OUTCOME = re.compile(
    r"(?:the\s+)?(?:(?:substantive|amended|original|revised)\s+)*"
    r"(?:motion|amendment|recommendations?|proposal|vote)?(?:\s+as\s+amended)?\s*"
    r"(?:(?:was|were|is|are|therefore|thereby|declared|then|accordingly)\s+)*"
    r"(?:(?P<carried>carried|passed)|(?P<lost>not\s+carried|lost|defeated|rejected|fell))"
    r"(?:\s+unanimously)?\s*\.?",
    re.I,
)
_MARK = re.compile(r"[xX✓✔√●•Y1]|yes|Yes")


@dataclass(slots=True)
class Sides:
    """The sides of a vote while they are read; ``doubt`` where a member's side is unclear."""

    names: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    outcome: Outcome = ""
    doubt: bool = False


def outcome_of(text: str) -> Outcome:
    """What a line such as "Motion carried." says; blank where it is no such line."""
    match = _OUTCOME.fullmatch(text.strip())
    if not match:
        return ""
    return "carried" if match["carried"] else "lost"


def labels_in(text: str) -> list[tuple[str, int | None]]:
    """The sides that one line names, with their counts, where it is nothing but labels."""
    found: list[tuple[str, int | None]] = []
    rest = text.strip()
    pattern = re.compile(
        "(?:"
        + "|".join(f"(?P<{side}>{form})" for side, form in SIDES)
        + r")\b(?:\s*[:(–-]*\s*(?P<count>\d{1,3})\s*\)?)?\s*",
        re.I,
    )
    while rest:
        match = pattern.match(rest)
        if not match:
            return []
        side = next(name for name, _ in SIDES if match[name])
        found.append((side, int(match["count"]) if match["count"] else None))
        rest = rest[match.end() :].strip(" |:")
    return found


def side_by_side(blocks: Sequence[Block], at: int, sides: Sides) -> int:
    """Reads sides printed as columns: a line of labels, and each name under one of them."""
    labels = labels_in(blocks[at].rows[0].text)
    starts = _starts(blocks[at].rows[0], [side for side, _ in labels])
    if len(starts) != len(labels):
        return at
    rows = (row for block in islice(blocks, at, None) for row in block.rows)
    taken = 0
    for row in islice(rows, 1, None):
        columns = _cut(row, [x for _, x in starts])
        if (
            outcome_of(row.text)
            or not any(columns)
            or not all(not text or names_in(text) for text in columns)
        ):
            break
        for (side, _), text in zip(starts, columns, strict=True):
            sides.names.setdefault(side, []).extend(names_in(text))
        taken += 1
    if not taken:
        return at
    for side, count in labels:
        sides.names.setdefault(side, [])
        if count is not None:
            sides.counts[side] = count
    return _behind(blocks, at, taken + 1)


def _starts(row: Row, labels: Sequence[str]) -> list[tuple[str, float]]:
    """Where the columns of a line of labels begin."""
    found: list[tuple[str, float]] = []
    for word in row.line.words:
        if len(found) < len(labels) and re.match(_FIRST_WORD[labels[len(found)]], word.text, re.I):
            found.append((labels[len(found)], word.x0))
    return found


def _cut(row: Row, starts: Sequence[float]) -> list[str]:
    """The words of a row under each column."""
    columns: list[list[str]] = [[] for _ in starts]
    for word in row.line.words:
        under = max((i for i, x in enumerate(starts) if word.x0 >= x - 3), default=0)
        columns[under].append(word.text)
    return [" ".join(words) for words in columns]


def _behind(blocks: Sequence[Block], at: int, rows: int) -> int:
    """The block behind a number of rows from a block on."""
    while at < len(blocks) and rows > 0:
        rows -= len(blocks[at].rows)
        at += 1
    return at


def table(blocks: Sequence[Block], at: int, sides: Sides) -> int:
    """Reads a table of members with a mark or a word for each; 0 where there is none."""
    header = _header(blocks[at].rows[0])
    taken = 1 if header else 0
    rows = (row for block in islice(blocks, at, None) for row in block.rows)
    for row in islice(rows, taken, None):
        read = _member(row, header)
        if read is None:
            break
        name, side = read
        if name:
            if side:
                sides.names.setdefault(side, []).append(name)
            else:
                sides.doubt = True
        else:
            sides.counts.update(_totals(row, header))
        taken += 1
    if sum(map(len, sides.names.values())) < 3:
        sides.names.clear()
        sides.counts.clear()
        sides.doubt = False
        return 0
    return _behind(blocks, at, taken)


def _header(row: Row) -> list[tuple[str, float]]:
    """The sides of a table's heading row with their places: cell numbers, or left edges."""
    words = list(row.line.cells) or [word.text for word in row.line.words]
    found: list[tuple[str, float]] = []
    for at, text in enumerate(words):
        for side, form in SIDES:
            if re.fullmatch(form, text.strip(), re.I):
                place = float(at) if row.line.cells else row.line.words[at].x0
                found.append((side, place))
    first = words[0].lower() if words else ""
    named = first.strip() in {"member", "members", "councillor", "councillors", "name", ""}
    return found if len(found) >= 2 and named else []


def _member(row: Row, header: list[tuple[str, float]]) -> tuple[str, str] | None:
    """A member and the side of a row; a blank name for a row of totals, None for no such row."""
    if row.line.cells:
        name, marks = row.line.cells[0], list(enumerate(row.line.cells[1:], start=1))
        places = [(text.strip(), float(at)) for at, text in marks if text.strip()]
    else:
        words = row.line.words
        cut = next(
            (i for i, w in enumerate(words) if i and (_MARK.fullmatch(w.text) or _side(w.text))), 0
        )
        if not cut and not re.match(r"totals?\b", row.text, re.I):
            return None
        name = " ".join(word.text for word in words[:cut])
        places = [(word.text, word.x0) for word in words[cut:]]
    if re.match(r"totals?\b", row.text, re.I):
        return "", ""
    name = " ".join(names_in(name)) if is_name(name) else ""
    if not name:
        return None
    if len(places) == 1 and (side := _side(places[0][0])):
        return name, side
    if header and len(places) == 1 and _MARK.fullmatch(places[0][0]):
        side, x = min(header, key=lambda column: abs(column[1] - places[0][1]))
        return name, side if (row.line.cells and x == places[0][1]) or not row.line.cells else ""
    return (name, "") if header and not places else None


def _side(text: str) -> str:
    return next((side for side, form in SIDES if re.fullmatch(form, text.strip(), re.I)), "")


def _totals(row: Row, header: list[tuple[str, float]]) -> dict[str, int]:
    figures = [word.text for word in row.line.words if word.text.isdigit()]
    if row.line.cells:
        figures = [text.strip() for text in row.line.cells[1:] if text.strip().isdigit()]
    if len(figures) != len(header):
        return {}
    return {side: int(figure) for (side, _), figure in zip(header, figures, strict=True)}
