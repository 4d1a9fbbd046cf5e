"""Lines of minutes as rows without furniture, and rows as paragraphs with their list marks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.ingest.page import Line
from briefing.ingest.parts import Where
from briefing.ingest.words.numbering import is_bullet, marker

_FURNITURE = re.compile(
    r"(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?|page\s+\d+(?:\s+of\s+\d+)?|[-–—_*=.\s]{3,}"
    r"|this page is intentionally left blank|minute item \d+",
    re.I,
)
_ACTION = re.compile(r"actions?(?:\s+(?:by|for|required|owner))?|by\s+whom", re.I)
_CUT_WORD = re.compile(r"\w-$")
_TERMINAL = re.compile(r"[.:;!?]['\"”’)\]]*$|[”\"]$")
_HANGING = re.compile(
    r"(?:,|\b(?:the|a|an|of|to|and|or|by|for|in|on|at|with|from|that|is|are|be|been|as|its|their"
    r"|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Councillors?|Cllrs?))$"
)
_OPENING = re.compile(
    r"RESOLVED\b|(?:It was (?:\w+ )?)?(?:resolved|agreed) (?:that|to|unanimously)\b|Resolved\b"
    r"|AGREED\b|Decisions?\s*:|DECISIONS?\b|Agreed\s*[:–]|RECOMMENDED\b"
    r"|(?:For|Against|Abstain(?:ed|ing)?|Abstentions?)\s*(?:[:(]|[-–]\s*\d)"
    r"|(?:FOR|AGAINST|ABSTAIN(?:ED)?|ABSTENTIONS?|NOT VOTING|Not voting)\s*(?:[:(]|[-–]|$)"
    r"|(?:FOR|AGAINST|For|Against|In favour|IN FAVOUR)(?:\s+(?:of\s+)?the\s+\w+)?\s*[:(]"
    r"|(?:(?:the|substantive|amended)\s+)*(?:motion|amendment)\s+(?:\w+\s+){0,2}"
    r"(?:carried|lost|defeated|fell)\b",
)
_OUTCOME_FORM = re.compile(
    r"(?:(?:the|substantive|amended|original)\s+)*(?:motion|amendment|recommendation)\s+"
    r"(?:(?:was|is|were|therefore|declared|not)\s+){0,3}(?:carried|lost|defeated|fell|rejected)\b",
    re.I,
)
_MARKED_DASH = re.compile(r"[:.;,]$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with words; ``gap`` says whether a space or a page's end stands above it."""

    line: Line
    text: str
    gap: bool

    @property
    def strong(self) -> bool:
        """Whether it is printed as a heading is: bold, in capitals or marked as one."""
        return self.line.heading > 0 or self.line.bold or in_capitals(self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its list mark as printed (blank for none) and its text without it."""

    mark: str
    text: str
    rows: tuple[Row, ...]

    @property
    def raw(self) -> str:
        """Its lines as printed, one a line."""
        return "\n".join(row.text for row in self.rows)

    def where(self, section: str) -> Where:
        """The place of its first line."""
        return Where.of(self.rows[0].line, section)


def in_capitals(text: str) -> bool:
    """Whether nearly all letters of a text are capitals, and there are at least four."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The lines that carry the minutes' own words; page numbers and running heads are left out."""
    texts = [line.text.strip() for line in lines]
    tops = [line.top for line in lines]
    keys = [(round(top), re.sub(r"\d+", "#", text)) for top, text in zip(tops, texts, strict=True)]
    running = _running(lines, keys)
    pitch = _pitch(lines, tops)
    found: list[Row] = []
    gap, before = True, 0
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if not text or _FURNITURE.fullmatch(text) or keys[at] in running:
            gap = gap or not text
            continue
        if found and line.page != found[-1].line.page:
            gap = not _runs_on(texts[before], text)
        elif found and pitch and tops[at] - tops[before] > 1.35 * pitch:
            gap = True
        found.append(Row(line, text, gap))
        gap, before = False, at
    return found


def blocks_of(rows: Iterable[Row]) -> list[Block]:
    """Rows gathered into paragraphs; one that a page's end or a blank line cut is made whole."""
    gathered: list[list[Row]] = []
    for row in rows:
        if gathered and not _opens(row, gathered[-1]):
            gathered[-1].append(row)
        else:
            gathered.append([row])
    return [_block(group) for group in gathered]


def joined_rows(rows: Iterable[Row]) -> str:
    """Rows as one running text; a word that a line's end cut at its hyphen is made whole."""
    pieces: list[str] = []
    for row in rows:
        if pieces and not (_CUT_WORD.search(pieces[-1][-2:]) and row.text[:1].isalnum()):
            pieces.append(" ")
        pieces.append(row.text)
    return "".join(pieces).strip()


def without_action_column(lines: Sequence[Line]) -> list[Line]:
    """Lines without the column at the right that says who is to act, where one is headed so."""
    edge: float | None = None
    width = max((line.x1 for line in lines), default=0.0)
    found: list[Line] = []
    for line in lines:
        if _ACTION.fullmatch(line.text) and line.x0 > 0.6 * width:
            edge = line.x0
            found.append(replace(line, words=()))
        elif edge is not None and not line.cells:
            found.append(_cut_at(line, edge))
        else:
            found.append(line)
    return found


def _cut_at(line: Line, edge: float) -> Line:
    """The words of a line left of an edge, where a wide gap stands before it."""
    slack = 0.5 * line.size if line.size else 1
    for at, word in enumerate(line.words):
        if word.x0 >= edge - slack and (not at or word.x0 - line.words[at - 1].x1 >= 2 * slack):
            return replace(line, words=line.words[:at])
    return line


def _block(group: list[Row]) -> Block:
    mark, text = split_mark(joined_rows(group))
    return Block(mark, text, tuple(group))


def split_mark(text: str) -> tuple[str, str]:
    """The mark of a paragraph; of a bullet before a number, as lists of lists have, the number."""
    mark, rest = marker(text)
    if mark and is_bullet(mark):
        inner, after = marker(rest)
        if inner and not is_bullet(inner):
            return inner, after
    return mark, rest


def _opens(row: Row, group: list[Row]) -> bool:
    """Whether a row begins a paragraph of its own behind the rows of a group."""
    above = group[-1]
    mark, _ = marker(row.text)
    if row.line.heading or above.line.heading or row.line.cells or above.line.cells:
        return True
    if _OPENING.match(row.text) or _OUTCOME_FORM.match(row.text):
        return True
    if mark in {"-", "–", "—", "*"} and not row.gap:
        return bool(_MARKED_DASH.search(above.text)) or marker(group[0].text)[0] == mark
    if mark:
        return True
    if row.line.bold != above.line.bold and (row.line.bold or row.gap):
        return True
    return row.gap and (above.strong or not _runs_on(above.text, row.text))


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence goes on from one line to the next across a space or a page's end."""
    if _TERMINAL.search(above) or _OPENING.match(above) or marker(below)[0]:
        return False
    return below[:1].islower() or bool(_HANGING.search(above))


def _pitch(lines: Sequence[Line], tops: Sequence[float]) -> float:
    """The usual distance from line to line, in points; 0 where lines have no positions."""
    steps = Counter(
        round(tops[at + 1] - tops[at], 1)
        for at in range(len(lines) - 1)
        if tops[at + 1] - tops[at] > 2 and lines[at].page == lines[at + 1].page
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _running(lines: Sequence[Line], keys: Sequence[tuple[int, str]]) -> set[tuple[int, str]]:
    """Heads and feet that stand at one height on three pages or more."""
    pages: dict[tuple[int, str], set[int]] = defaultdict(set)
    for line, key in zip(lines, keys, strict=True):
        if line.page is not None and key[0] and key[1]:
            pages[key].add(line.page)
    return {key for key, on in pages.items() if len(on) >= 3}
