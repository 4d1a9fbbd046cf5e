"""The lines of an agenda, item by item: number, title, page range and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.agenda.covers import covers
from briefing.ingest.page import Line, Source
from briefing.ingest.words.dates import days
from briefing.ingest.words.running import run_on
from briefing.model.period import MONTHS

#: What stands in the place of an exempt item that was taken out.
LEFT_OUT = "[exempt item left out]"

_HEADING = re.compile(
    r"(?:public\s+)?(?:A\s?G\s?E\s?N\s?D\s?A|order of business|(?:agenda|business) items|"
    r"items of business|business to be transacted)\s*:?",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?i:(?:agenda\s+)?item\s+(?:no\.?\s*)?)?"
    r"(?P<number>(?P<prefix>[A-Z]?)(?P<whole>\d{1,3})(?P<suffix>[a-z]?|\.\d{1,2}))\s*[.):]{0,2}"
    r"(?:\s*[-–]\s+|\s+)(?P<rest>[*\[(\"“‘']*[A-Z0-9\[].*)"
)
_ALONE = re.compile(
    r"(?i:item\s+)?(?P<number>(?P<prefix>[A-Z]?)(?P<whole>\d{1,3})(?P<suffix>[a-z]?))\s*[.):]?"
)
_RANGE = re.compile(
    r"[(\[]?\s*\bp(?:ages?|gs?|p)\.?\s*(?:nos?\.?\s*)?(?P<a>\d{1,4})"
    r"(?:\s*(?:[-–—]|to)\s*(?P<b>\d{1,4}))?(?:\s*[,;&]\s*\d{1,4}(?:\s*[-–—]\s*(?P<c>\d{1,4}))?)*"
    r"\s*[)\]]?",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"(?P<rest>.*?[^\d\s–-])\s+(?P<a>\d{1,4})(?:\s*[-–—]\s*(?P<b>\d{1,4}))?")
_COLUMN_HEADING = re.compile(r"(?:.*\s)?page(?:s|\s*(?:nos?\.?|numbers?))?\.?", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:(?:un)?restricted|exempt|non-exempt|confidential|private|public|open|closed)\s+"
    r"(?:items?|business|session|matters|reports?|agenda|part|section)\b.*"
    r"|part\s+(?:1|2|3|i{1,3}|a|b|c|one|two|three)\b.*"
    r"|(?:items?|matters|reports?|business)\s+(?:not\s+)?(?:for|to\s+be|open|in|which|from|exempt|"
    r"likely|during|containing|where|on\s+which)\b.*"
    r"|(?:items?|matters|reports?) (?:from|for|during) which .*",
    re.IGNORECASE,
)
_UNPUBLISHED = re.compile(r"not\s+for\s+publication\b", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:(?:draft|public|the)\s+)?minutes\s+(?:of|from)\s+(?:the|a|an)?\b.*\b(?:meeting|held)\b.*",
    re.I,
)
_OFFICE = re.compile(
    r"(?:[A-Z][\w'’&-]*\s+){0,5}(?:director|chief executive|officer|counsel|solicitor|secretary|"
    r"head of|assistant director|managing director|clerk)\b.{0,60}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:report (?:of|by|from)|to (?:consider|note|receive|approve|agree|confirm|review|sign|elect"
    r"|discuss|scrutinise|invite|appoint|declare|ask|resolve|move|pass|take|decide)"
    r"|members? (?:are|to)|the (?:panel|committee|board|report|purpose)|this (?:report|item)"
    r"|attached|purpose)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\b", re.IGNORECASE)

#: Items are looked for in so many lines behind the heading; a signature so far behind the last.
_REACH = 700
_SIGNATURE = 30


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its lines are those from ``start`` up to ``end``, ``body`` those below its title."""

    number: str
    title: str
    start: int
    end: int
    body: tuple[Line, ...]
    section: str = ""
    section_note: str = ""
    printed_from: int | None = None
    printed_to: int | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda: its items, where it begins, and where the lines below its last item end."""

    items: tuple[Item, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    number: str
    prefix: str
    whole: int
    suffix: str
    rest: str


def find_agenda(source: Source) -> Agenda | None:
    """The agenda of a document; None where it has none.

    It is told by a heading or, without one, by two items with page ranges at least.
    """
    lines = source.lines
    stop = min((cover.start for cover in covers(lines)), default=len(lines))
    for at, line in enumerate(lines[:stop]):
        if _HEADING.fullmatch(line.text):
            agenda = _from(lines, at, min(stop, at + _REACH))
            if agenda:
                return agenda
    ranged = [at for at, line in enumerate(lines[:stop]) if _bracketed(line.text)]
    if len(ranged) >= 2:
        first = max(0, ranged[0] - 3)
        agenda = _from(lines, first, min(stop, ranged[-1] + _SIGNATURE))
        if agenda and sum(item.printed_from is not None for item in agenda.items) >= 2:
            return agenda
    return None


def _from(lines: Sequence[Line], start: int, stop: int) -> Agenda | None:
    """The agenda that begins at a heading."""
    columns = any(
        _COLUMN_HEADING.fullmatch(line.text) and len(line.words) <= 6 for line in lines[start:stop]
    )
    marks: list[_Mark] = []
    end = stop
    for at in range(start, stop):
        if at > start and _MINUTES.fullmatch(lines[at].text) and not _ITEM.match(lines[at].text):
            end = at
            break
        if mark := _mark(lines, at):
            marks.append(mark)
    chain = _longest(lines, marks)
    if not chain:
        return None
    last = _signed(lines, chain[-1].at + 1, end)
    items = []
    for place, mark in enumerate(chain):
        behind = chain[place + 1].at if place + 1 < len(chain) else last
        items.append(_item(lines, start, [m.at for m in chain], mark, behind, columns))
    return Agenda(tuple(items), start, min(last + _SIGNATURE, end))


def _mark(lines: Sequence[Line], at: int) -> _Mark | None:
    """The beginning of an item, where a line may be one."""
    text = lines[at].text
    match = _ITEM.fullmatch(text)
    rest = match["rest"] if match else ""
    if not match and (match := _ALONE.fullmatch(text)):
        behind = next((line for line in lines[at + 1 : at + 4] if not line.blank), None)
        if behind is None or not behind.text[:1].isupper() or _ITEM.match(behind.text):
            return None
    figures = rest[:1].isdecimal() and not re.search("[A-Za-z]", rest)
    if not match or _MONTH.match(rest) or figures:
        return None
    suffix = match["suffix"]
    return _Mark(at, match["number"], match["prefix"], int(match["whole"]), suffix, rest)


def _longest(lines: Sequence[Line], marks: Sequence[_Mark]) -> list[_Mark]:
    """The longest run of items whose numbers follow each other, at one left edge."""
    best: list[_Mark] = []
    for place, first in enumerate(marks):
        chain = [first]
        for mark in marks[place + 1 :]:
            level = abs(lines[mark.at].x0 - lines[first.at].x0) <= 24
            if level and _follows(chain[-1], mark, _loud(lines, mark)):
                chain.append(mark)
        single = _bracketed(" ".join(line.text for line in lines[first.at : first.at + 3]))
        if len(chain) > len(best) and (len(chain) > 1 or single):
            best = chain
        if len(best) >= len(marks) - place:
            break
    return best


def _loud(lines: Sequence[Line], mark: _Mark) -> bool:
    """Whether an item's first line is surely a title: capitals, bold or a page range."""
    line = lines[mark.at]
    capitals = mark.rest.isupper() and len(mark.rest) > 4
    return capitals or line.bold or bool(_bracketed(line.text)) or LEFT_OUT in mark.rest


def _follows(before: _Mark, mark: _Mark, loud: bool) -> bool:
    if mark.prefix != before.prefix:
        return mark.whole == 1 and (not before.prefix or mark.prefix > before.prefix)
    if mark.whole == before.whole:
        return _next_suffix(before.suffix) == mark.suffix
    step = mark.whole - before.whole
    return (step == 1 or (loud and 1 < step <= 3)) and mark.suffix in ("", "a", ".1")


def _next_suffix(suffix: str) -> str:
    if suffix.startswith("."):
        return f".{int(suffix[1:]) + 1}"
    return chr(ord(suffix) + 1) if suffix else "a"


def _signed(lines: Sequence[Line], start: int, stop: int) -> int:
    """Where the agenda's last item ends: before the day and office below it, or its next cover."""
    for at in range(start, stop):
        line = lines[at]
        words = len(line.words)
        if (
            days(line.text)
            and words <= 14
            and re.match(r"\(?\w+day\b|\d|dated?\b|published", line.text, re.I)
        ):
            return at
        if words <= 9 and _OFFICE.fullmatch(line.text) and not line.text.endswith("."):
            return at - 1 if at > start and 2 <= len(lines[at - 1].words) <= 4 else at
        if line.printed_page and not lines[start - 1].printed_page:
            return at
    return stop


def _item(
    lines: Sequence[Line], top: int, chain: Sequence[int], mark: _Mark, behind: int, columns: bool
) -> Item:
    end = next(
        (at for at in range(mark.at + 1, behind) if _is_section(lines[at])),
        behind,
    )
    title, below, span = _title(lines, mark, end, columns)
    section, note = _section(lines, top, mark.at, chain)
    return Item(
        number=mark.number,
        title=title,
        start=mark.at,
        end=end,
        body=tuple(line for line in lines[below:end] if not line.blank),
        section=section,
        section_note=note,
        printed_from=span[0],
        printed_to=span[1],
    )


def _title(
    lines: Sequence[Line], mark: _Mark, end: int, columns: bool
) -> tuple[str, int, tuple[int | None, int | None]]:
    """An item's title, the line below it and its page range."""
    rest, at = mark.rest, mark.at
    if not rest:
        at = next(i for i in range(mark.at + 1, len(lines)) if not lines[i].blank)
        rest = lines[at].text
    parts = [rest]
    span: tuple[int | None, int | None] = (None, None)
    reach = _range_ahead(lines, at, end)
    while True:
        if found := _bracketed(parts[-1]):
            span = _span(found)
            behind = parts[-1][found.end() :].strip()
            parts[-1] = parts[-1][: found.start()]
            if behind and len(parts) == 1 and not parts[0].strip():
                parts[-1] = behind
            break
        if columns and (found := _COLUMN.fullmatch(parts[-1])):
            span, parts[-1] = _span(found), found["rest"]
        at += 1
        if at >= end or not _goes_on(lines, at, reach, parts):
            at -= 1
            break
        parts.append(lines[at].text)
    at += 1
    if span == (None, None):
        span, at = _range_below(lines, at, end)
    return run_on(parts).strip(), at, span


def _range_ahead(lines: Sequence[Line], at: int, end: int) -> int:
    """The line of the item's page range where it ends the title's paragraph, else -1."""
    for ahead in range(at, min(at + 4, end)):
        if lines[ahead].blank or (ahead > at and _OPENING.match(lines[ahead].text)):
            break
        if _bracketed(lines[ahead].text):
            return ahead
    return -1


def _range_below(
    lines: Sequence[Line], at: int, end: int
) -> tuple[tuple[int | None, int | None], int]:
    """A page range that stands alone below the title, over blank lines."""
    below = next((i for i in range(at, min(at + 3, end)) if not lines[i].blank), None)
    if below is not None and (found := _RANGE.fullmatch(lines[below].text)):
        return _span(found), below + 1
    return (None, None), at


def _goes_on(lines: Sequence[Line], at: int, reach: int, parts: Sequence[str]) -> bool:
    """Whether a title goes on in a line."""
    line, before = lines[at], lines[at - 1]
    if line.blank:
        return False
    if at <= reach:
        return True
    so_far = " ".join(parts)
    if re.search("[a-z]{2}", so_far) is None and re.search("[A-Z]{2}", so_far):
        return re.search("[a-z]{2}", line.text) is None and not line.text.startswith("(")
    if before.bold != line.bold or _OPENING.match(line.text) or so_far.endswith((".", "?")):
        return False
    if line.bottom > line.top:
        height = max(before.bottom - before.top, 1.0)
        return line.page == before.page and line.top - before.bottom < 0.6 * height
    return True


def _is_section(line: Line) -> bool:
    """Whether a line heads a group of items."""
    text = line.text
    return (
        len(line.words) <= 24
        and not text.endswith(".")
        and (text.isupper() or line.bold or line.heading > 0 or len(line.words) <= 6)
        and bool(_SECTION.fullmatch(text))
    )


def _is_mark_above(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether a line says of the items right below it that they are not for publication."""
    alone = all(line.blank for line in lines[at + 1 : first])
    return alone and bool(_UNPUBLISHED.match(lines[at].text))


def _section(lines: Sequence[Line], top: int, at: int, chain: Sequence[int]) -> tuple[str, str]:
    """The last heading of a group above an item, and the note below it."""
    for above in range(at - 1, top, -1):
        first = next(mark for mark in chain if mark > above)
        if _is_section(lines[above]) or _is_mark_above(lines, above, first):
            return lines[above].text, run_on(line.text for line in lines[above + 1 : first])
    return "", ""


def _bracketed(text: str) -> re.Match[str] | None:
    """A page range in a text: in brackets, or at its end."""
    for found in _RANGE.finditer(text):
        if found[0].lstrip()[:1] in "([" or found.end() == len(text.rstrip()):
            return found
    return None


def _span(found: re.Match[str]) -> tuple[int | None, int | None]:
    groups = found.groupdict()
    first = int(groups["a"])
    last = int(groups.get("c") or groups.get("b") or first)
    return (first, last) if last >= first else (None, None)
