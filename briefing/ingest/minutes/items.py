"""Minutes cut at the headings of their items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.minutes.paragraphs import Row, in_capitals, joined_rows

_NUMBERED = re.compile(
    r"(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|minute\s+(?:no\.?\s*)?)?"
    r"(?P<number>\d{1,4}[a-zA-Z]?|\d{2,4}/\d{1,3}|(?-i:[A-Z]{1,6})[./ -]?\d{1,3}(?:[/-]\d{2,4})?)"
    r"(?P<point>\s*[.:)]|\s+[-–—](?=\s)|)(?:\s+(?P<title>\S.*)|(?P<tight>[A-Z].*)|)$",
    re.I,
)
_REFERENCE = re.compile(
    r"\(\s*(?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*\)$", re.I
)
_PART = re.compile(
    r"(?P<open>(?:un-?restricted|open|public)\s+(?:items|session|business)|part\s+(?:1|i|a|one)\b.*)"
    r"|(?P<exempt>(?:exempt|restricted|confidential|private)\s+(?:items?|session|business|reports?)"
    r"|part\s+(?:2|ii|b|two)\b.*|not\s+for\s+publication.*)",
    re.I,
)
_LIST_ENTRY = re.compile(r"(?:that|to\s+(?:note|agree|approve|recommend))\b", re.I)
_BODY_START = re.compile(
    r"RESOLVED\b|Resolved\b|AGREED\b|Decision\b|The\s+\w+\s+(?:noted|received|considered)\b"
)
_EXEMPT = re.compile(
    r"\bexempt\b(?!\s+information\s*\)?$)|\bnot\s+for\s+publication\b|\bconfidential\b|\brestricted\b",
    re.I,
)
_EXEMPT_MARK = re.compile(r"\W*(?:exempt|not\s+for\s+publication|confidential|restricted)\b", re.I)
_SENT_OUT = re.compile(
    r"\b(?:resolved|agreed)\b[^.]{0,300}\bpublic\b[^.]{0,80}\bexcluded\b"
    r"|\bpublic\s+(?:and\s+press\s+)?(?:were|was)\s+excluded\b"
    r"|\binto\s+(?:private|closed)\s+session\b",
    re.I,
)
_BACK = re.compile(
    r"\bre-?admitted\b|\b(?:open|public)\s+session\s+(?:was\s+)?resumed\b"
    r"|\b(?:returned|back)\s+(?:in)?to\s+(?:open|public)\s+session\b",
    re.I,
)
_LONGEST_TITLE = 4
_FARTHEST_JUMP = 12


@dataclass(frozen=True, slots=True)
class Item:
    """An item of minutes: its number and title as printed and the rows behind its heading."""

    number: str
    title: str
    agenda_number: str
    head: Row
    rows: tuple[Row, ...]
    exempt: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    at: int
    number: str
    title: str
    agenda_number: str
    body: int
    strength: int

    @property
    def value(self) -> tuple[str, tuple[int, ...], str]:
        """The letters before its figures, the figures, and the letter behind them."""
        figures = tuple(map(int, re.findall(r"\d+", self.number)))
        letters = re.split(r"[\d./ -]+", self.number)
        return letters[0], figures, letters[-1].lower()


def items_of(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Item, ...]]:
    """The rows above the first item, and the items.

    Headings are numbered lines in bold, in capitals, marked as headings or with an agenda
    reference; where there are none, short numbered lines on their own. Their numbers go up.
    """
    found = [heading for at in range(len(rows)) if (heading := _heading(rows, at))]
    chain = _chain([heading for heading in found if heading.strength])
    if not chain:
        chain = _chain(found)
    if not chain:
        chain = _unnumbered(rows)
    if not chain:
        return tuple(rows), ()
    bounds = [heading.at for heading in chain[1:]] + [len(rows)]
    exempt, made = _in_exempt_part(rows[: chain[0].at], exempt=False), []
    for heading, bound in zip(chain, bounds, strict=True):
        inner = [row for row in rows[heading.body : bound] if not _PART.fullmatch(row.text)]
        marked = any(_EXEMPT_MARK.match(row.text) for row in inner[:3])
        made.append(
            Item(
                heading.number,
                heading.title,
                heading.agenda_number,
                rows[heading.at],
                tuple(inner),
                exempt or marked or _is_exempt(heading.title),
            )
        )
        exempt = _in_exempt_part(rows[heading.body : bound], exempt=exempt)
    before = [row for row in rows[: chain[0].at] if not _PART.fullmatch(row.text)]
    return tuple(before), tuple(made)


def _in_exempt_part(rows: Sequence[Row], *, exempt: bool) -> bool:
    """Whether what comes behind these rows is in private: by a heading, or the public sent out."""
    for row in rows:
        if match := _PART.fullmatch(row.text):
            exempt = match["exempt"] is not None
    text = joined_rows(rows)
    out = [match.end() for match in _SENT_OUT.finditer(text)]
    back = [match.end() for match in _BACK.finditer(text)]
    if out or back:
        return max(out, default=0) > max(back, default=0)
    return exempt


def _is_exempt(title: str) -> bool:
    return bool(_EXEMPT.search(title)) and not re.match(r"exclusion\b", title, re.I)


def _heading(rows: Sequence[Row], at: int) -> _Heading | None:
    row = rows[at]
    text = " ".join(row.line.cells) if row.line.cells else row.text
    match = _NUMBERED.fullmatch(text)
    if not match:
        return None
    title = (match["title"] or match["tight"] or "").strip()
    body = at + 1
    first = row
    if not title:
        if body >= len(rows) or (rows[body].gap and not rows[body].strong):
            return None
        first, title, body = rows[body], rows[body].text, body + 1
    if not title[:1].isalnum() and title[:1] not in "\"'“‘":
        return None
    if not re.search(r"[A-Za-z]{2}", title) or _LIST_ENTRY.match(title) or _BODY_START.match(title):
        return None
    strong = row.line.heading > 0 or first.line.bold or in_capitals(title)
    lines, reference = [first], ""
    referred = _before_reference(rows, body)
    if referred > body:
        title = joined_rows([*_retitled(row, title), *rows[body:referred]])
        body = referred
    if ended := _REFERENCE.search(title):
        reference, title = ended["number"], title[: ended.start()].strip()
    while not reference and body < len(rows) and body - at <= _LONGEST_TITLE:
        below = rows[body]
        if alone := _REFERENCE.fullmatch(below.text):
            reference, body = alone["number"], body + 1
            break
        if not _goes_on(first, lines[-1], below, title, strong=strong):
            break
        title = joined_rows([*_retitled(row, title), below])
        lines.append(below)
        body += 1
        if ended := _REFERENCE.search(title):
            reference, title = ended["number"], title[: ended.start()].strip()
    if not match["point"] and not strong and not reference and not _worded(text):
        return None
    strength = int(strong or bool(reference) or _worded(text))
    if not strength and not _stands_alone(rows, row, body, title):
        return None
    return _Heading(at, match["number"], title, reference, body, strength)


def _before_reference(rows: Sequence[Row], body: int) -> int:
    """The row of an agenda reference just below, with no space between; else the row given."""
    for at in range(body, min(body + _LONGEST_TITLE, len(rows))):
        if _REFERENCE.fullmatch(rows[at].text):
            return at
        if rows[at].gap or _NUMBERED.fullmatch(rows[at].text):
            break
    return body


def _worded(text: str) -> bool:
    return bool(re.match(r"(?:agenda\s+item|item|minute)\s", text, re.I))


def _retitled(row: Row, title: str) -> list[Row]:
    return [Row(row.line, title, row.gap)]


def _goes_on(first: Row, above: Row, below: Row, title: str, *, strong: bool) -> bool:
    """Whether a title goes on in the row below."""
    if below.line.heading or _PART.fullmatch(below.text) or _BODY_START.match(below.text):
        return False
    if re.match(r"[(•]?\s*\w{1,3}[).]\s", below.text) or _NUMBERED.fullmatch(below.text):
        return False
    if first.line.bold:
        return below.line.bold and not (below.gap and not title.endswith(("-", ",", " and", " of")))
    if in_capitals(title):
        return in_capitals(below.text) and not below.gap
    return not below.gap and not strong and len(title) > 45 and below.line.page == above.line.page


def _stands_alone(rows: Sequence[Row], row: Row, body: int, title: str) -> bool:
    """Whether a numbered line in ordinary print is a heading: short, capital, with room around."""
    room = body >= len(rows) or rows[body].gap
    return (
        row.gap
        and room
        and title[:1].isupper()
        and len(title) <= 140
        and not title.endswith((".", ";", ":", ","))
    )


def _chain(found: Sequence[_Heading]) -> list[_Heading]:
    """The longest run of headings whose numbers go up, one by one where that can be."""
    best: list[tuple[float, int]] = []
    for at, heading in enumerate(found):
        score, before = 1.0, -1
        for earlier in range(at):
            step = _step(found[earlier].value, heading.value)
            if step and best[earlier][0] + step > score:
                score, before = best[earlier][0] + step, earlier
        best.append((score, before))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i][0])
    chain: list[_Heading] = []
    while at >= 0:
        chain.insert(0, found[at])
        at = best[at][1]
    return chain


_Value = tuple[str, tuple[int, ...], str]


def _step(before: _Value, after: _Value) -> float:
    """What a step from one number to another is worth: most for the next, nothing backwards."""
    if before[0] != after[0] or len(before[1]) != len(after[1]):
        return 0.0
    moved = [b - a for a, b in zip(before[1], after[1], strict=True) if a != b]
    if not moved:
        return 1.0 if after[2] > before[2] else 0.0
    if len(moved) > 1 or not 0 < moved[0] <= _FARTHEST_JUMP:
        return 0.0
    return 1.0 if moved[0] == 1 else 0.5


def _unnumbered(rows: Sequence[Row]) -> list[_Heading]:
    """Headings without numbers: in bold, in capitals or marked, with a space above."""
    found = []
    for at, row in enumerate(rows):
        title = row.text.rstrip(":")
        if not (row.strong and row.gap) or len(title) > 140 or _BODY_START.match(title):
            continue
        if _PART.fullmatch(title) or row.line.cells or re.match(r"\W|\(?\w{1,3}[).]\s", title):
            continue
        if at + 1 < len(rows) and not rows[at + 1].strong:
            found.append(_Heading(at, "", title, "", at + 1, 1))
    return found
