"""Rows of a page that are the headings of a table of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.ingest.page import Page
from briefing.ingest.tables.chunks import Chunk, TextRow, beyond_space, space_of
from briefing.ingest.tables.headings import is_unit, meaning, of_periods, of_value
from briefing.ingest.tables.rows import levels
from briefing.ingest.words.periods import bare, period_of
from briefing.ingest.words.values import read_value

#: The largest space in points between two rows of one block of headings.
_NEAR = 14.0
#: The longest heading of one column, in letters.
_LONGEST = 60
_VALUED = ("period", "target", "floor", "comparator")
_NAMED = ("label", "rag", "direction", "unit")
_CUT_KINDS = (*_VALUED, *_NAMED, "text")
#: What stands in nearly every word of a run of periods.
_DATED = re.compile(r"\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q)", re.IGNORECASE)
_OPEN_END = re.compile(r".*[-–/'’]$")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Head:
    """A block of headings: its text rows from ``first`` to ``last``.

    ``seed`` is the row that names the columns; ``down`` says that periods stand down the side.
    """

    first: int
    seed: int
    last: int
    down: bool = False


def pieces(row: TextRow) -> list[Chunk]:
    """The chunks of a row, a run of several periods cut into one each."""
    plain = [found for chunk in row.chunks if (found := unmarked(chunk))]
    return [piece for chunk in plain for piece in _cut(chunk)]


def unmarked(chunk: Chunk) -> Chunk | None:
    """A chunk without the raised marks of notes; None where nothing else is in it."""
    words = tuple(
        word
        for word in chunk.words
        if word.doubt != "raised" or any(character.isalpha() for character in word.text)
    )
    return Chunk(words) if words else None


def _cut(chunk: Chunk) -> list[Chunk]:
    words = chunk.words
    dated = sum(1 for word in words if _DATED.search(word.text))
    if len(words) < 2 or dated < 2 or dated * 3 < len(words):
        return [chunk]
    if _is_period(chunk.text) or meaning(chunk.text).kind == "period":
        return [chunk]
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 6), at, -1):
            if _is_period(" ".join(word.text for word in words[at:end])):
                found.append(Chunk(words[at:end]))
                at = end
                break
        else:
            return [chunk]
    return found


def _is_period(text: str) -> bool:
    return (
        period_of(text) is not None
        or bare(text)
        or (bool(_OPEN_END.match(text)) and (bare(text[:-1]) or bool(_CALENDAR_YEAR.match(text))))
    )


def recut(rows: Sequence[TextRow]) -> list[TextRow]:
    """Text rows with two headings that stand hardly more than a word space apart cut apart."""
    space = space_of(rows)
    if space is None:
        return list(rows)
    return [_recut(row, space) if len(row.chunks) > 1 else row for row in rows]


def _recut(row: TextRow, space: float) -> TextRow:
    found: list[Chunk] = []
    for chunk in row.chunks:
        start = 0
        for at in range(1, len(chunk.words)):
            if beyond_space(chunk.words[at - 1], chunk.words[at], space):
                before, behind = Chunk(chunk.words[start:at]), Chunk(chunk.words[at:])
                if _heading(before.text) and _heading(behind.text):
                    found.append(before)
                    start = at
        found.append(Chunk(chunk.words[start:]))
    return TextRow(tuple(found)) if len(found) > len(row.chunks) else row


def _heading(text: str) -> bool:
    """Whether a text is, or begins with, the heading of a column known by its words."""
    words = text.split()
    return any(
        _is_period(part) or meaning(part).kind in _CUT_KINDS
        for part in (" ".join(words[:size]) for size in range(1, min(4, len(words)) + 1))
    )


def is_figure(text: str) -> bool:
    """Whether a text is what stands in a cell of values, and no heading."""
    found = read_value(text)
    return found.status != "text" or bool(found.direction)


def is_head(row: TextRow) -> bool:
    """Whether a text row is the headings of a table of figures."""
    found = pieces(row)
    if len(found) < 2 or any(len(piece.text) > _LONGEST for piece in found):
        return False
    dated = [piece for piece in found if _is_period(piece.text)]
    if any(is_figure(piece.text) for piece in found if piece not in dated):
        return False
    years = [int(p.text) for p in dated if _CALENDAR_YEAR.fullmatch(p.text.strip())]
    if years and len(years) == len(dated) and not _in_steps(years):
        return False
    if len(dated) >= 2:
        return len({piece.text for piece in dated}) > 1 or bare(dated[0].text)
    said = [meaning(piece.text).kind for piece in found]
    valued = sum(1 for kind in said if kind in _VALUED)
    named = sum(1 for kind in said if kind in _NAMED)
    return valued >= 2 or (valued == 1 and len(dated) == 1 and named > 0 and len(found) <= 4)


def _in_steps(years: Sequence[int]) -> bool:
    steps = {later - earlier for earlier, later in pairwise(years)}
    return len(steps) <= 1 and steps <= {1, -1}


def _is_down_head(rows: Sequence[TextRow], at: int) -> bool:
    """Whether a row heads a table with its periods down the side."""
    row = rows[at]
    found = row.chunks
    if len(found) < 2 or any(is_figure(chunk.text) for chunk in found):
        return False
    below = [other for other in rows[at + 1 : at + 9] if other.top >= row.bottom - 1]
    if not of_periods(found[0].text) and not all(other.x0 < row.x0 for other in below[-2:]):
        return False
    dated = [
        other
        for other in below
        if period_of(other.chunks[0].text)
        and len(other.chunks) >= 2
        and all(is_figure(chunk.text) for chunk in other.chunks[1:])
    ]
    return len(dated) >= 2


def heads(rows: Sequence[TextRow], page: Page) -> list[Head]:
    """The blocks of headings among the text rows of a page, from the top."""
    found: list[Head] = []
    at = 0
    while at < len(rows):
        if is_head(rows[at]):
            seed = at
            while (lower := _lower_head(rows, seed)) is not None:
                seed = lower
            first = _upward(rows, at, rows[seed], found[-1].last + 1 if found else 0)
            last = _downward(rows, first, seed, page, value_edge(rows[seed]))
            found.append(Head(first, seed, last))
            at = last + 1
        elif _is_down_head(rows, at):
            first = _upward(rows, at, rows[at], found[-1].last + 1 if found else 0)
            names = rows[at].chunks
            edge = names[1 if of_periods(names[0].text) else 0].x0
            last = _downward(rows, first, at, page, edge)
            found.append(Head(first, at, last, down=True))
            at = last + 1
        else:
            at += 1
    return found


def _lower_head(rows: Sequence[TextRow], seed: int) -> int | None:
    """The next row of headings of the same block, the heading of the labels passed over."""
    for step in (1, 2):
        if seed + step >= len(rows):
            return None
        row = rows[seed + step]
        if row.top - rows[seed].bottom >= _NEAR:
            return None
        if is_head(row) or _is_row_of_units(row):
            return None if _dated_wholly(rows[seed], row) else seed + step
        if row.x1 > value_edge(rows[seed]):
            return None
    return None


def _is_row_of_units(row: TextRow) -> bool:
    """Whether a row heads several columns by their units alone, such as ``No.`` and ``%``."""
    named = [piece for piece in pieces(row) if meaning(piece.text).kind != "label"]
    return len(named) > 1 and all(is_unit(piece.text) for piece in named)


def _dated_wholly(upper: TextRow, lower: TextRow) -> bool:
    """Whether a row of headings ends the block, the next being of another table."""
    whole = [period_of(piece.text) for piece in pieces(upper)]
    short = any(period is not None and period.length < 12 for period in whole)
    return short and any(period_of(piece.text) for piece in pieces(lower))


def value_edge(seed: TextRow) -> float:
    """Where the first column of values begins."""
    found = pieces(seed)
    valued = [p.x0 for p in found if _is_period(p.text) or of_value(p.text)]
    return min(valued or [found[min(1, len(found) - 1)].x0])


def _upward(rows: Sequence[TextRow], at: int, seed: TextRow, floor: int) -> int:
    """The first row of a block of headings: rows above that stand over columns of values."""
    edge = value_edge(seed)
    first = at
    while first - 1 >= floor:
        row, below = rows[first - 1], rows[first]
        if _stands_over(row, below, edge):
            first -= 1
        elif first - 2 >= floor and _beside_two(rows[first - 2], row, below, edge):
            first -= 2
        else:
            break
    return first


def _stands_over(row: TextRow, below: TextRow, edge: float) -> bool:
    """Whether a row is the upper line, or a band, of the headings below it."""
    if below.top - row.bottom >= _NEAR or any(is_figure_only(c.text) for c in row.chunks):
        return False
    over = any(chunk.x0 >= edge - 12 for chunk in row.chunks)
    short = all(len(chunk.text) <= _LONGEST for chunk in row.chunks)
    columnar = len(row.chunks) > 1 or row.x0 >= edge - 3
    return row.bottom > below.top + 1 or (over and short and columnar)


def _beside_two(upper: TextRow, row: TextRow, below: TextRow, edge: float) -> bool:
    """Whether a row is the heading of the labels, half way beside two rows of headings."""
    return (
        row.x1 < edge
        and below.top - upper.bottom < _NEAR
        and upper.x0 >= edge - 12
        and _stands_over(upper, below, edge)
    )


def is_figure_only(text: str) -> bool:
    """Whether a text is a figure and no period."""
    return is_figure(text) and not _is_period(text)


def _downward(rows: Sequence[TextRow], first: int, seed: int, page: Page, edge: float) -> int:
    """The last row of a block: rows below that go on with a heading over values."""
    ends = levels(page, rows[seed].x0, rows[seed].x1)
    bold = rows[seed].bold
    above = [piece for row in rows[first : seed + 1] for piece in pieces(row)]
    last = seed
    while last + 1 < len(rows):
        row = rows[last + 1]
        apart = row.top - rows[last].bottom
        figures = any(
            is_figure_only(chunk.text) and not _is_wording(chunk.text) for chunk in row.chunks
        )
        interleaved = row.top < rows[seed].bottom - 1
        over = [part for chunk in row.chunks for part in _words_apart(chunk, above, edge)]
        over = [part for part in over if part.x1 >= edge]
        goes_on = bool(over) and all(_goes_on(part, above) for part in over)
        if len(over) == len(row.chunks) and any(_goes_on(part, above) for part in over):
            goes_on = goes_on or all(_goes_on(part, above) or _per(part, above) for part in over)
        years = bool(over) and all(period_of(part.text) for part in over)
        if apart >= (_NEAR if years else _NEAR / 2):
            break
        if any(rows[last].middle < height < row.middle for height in ends):
            break
        if bold and not any(chunk.bold for chunk in row.chunks):
            break
        if not goes_on and not (interleaved and not figures):
            break
        above += over
        last += 1
    return last


def _over(chunk: Chunk, above: Sequence[Chunk]) -> list[Chunk]:
    return [head for head in above if head.x0 < chunk.x1 and head.x1 > chunk.x0]


def _words_apart(chunk: Chunk, above: Sequence[Chunk], edge: float) -> list[Chunk]:
    """A chunk that stands under several headings, cut into its words."""
    if chunk.x1 < edge or len(chunk.words) == 1 or len(_over(chunk, above)) < 2:
        return [chunk]
    return [Chunk((word,)) for word in chunk.words]


def _goes_on(piece: Chunk, above: Sequence[Chunk]) -> bool:
    """Whether a piece below a heading is that heading's next line."""
    over = _over(piece, above)
    if not over:
        return False
    upper = joined([head.text for head in over])
    whole = joined([upper, piece.text])
    if not period_of(upper) and (period_of(whole) or _dated_target(whole, piece.text)):
        return True
    if _is_wording(piece.text):
        return True
    return not is_figure(piece.text) and not read_value(piece.text, of="rag").rag


def _per(piece: Chunk, above: Sequence[Chunk]) -> bool:
    """Whether a number below a heading is what the heading counts per."""
    over = _over(piece, above)
    return bool(over) and over[-1].text.lower().endswith("per")


def _is_wording(text: str) -> bool:
    """Whether a text with a figure in it is words all the same, such as ``10,000 children``."""
    letters = sum(character.isalpha() for character in text)
    return read_value(text).status == "withheld" and letters >= 5


def _dated_target(whole: str, year: str) -> bool:
    """Whether a year below a heading is that of its target or comparator."""
    said = meaning(whole)
    return said.period is not None and said.period == period_of(year)


def joined(lines: Sequence[str]) -> str:
    """The lines of one heading as one text."""
    text = ""
    for line in lines:
        tight = bool(re.search(r"\d/$|[A-Za-z][-–'’]$", text)) and line[:1].isdigit()
        text = f"{text}{line}" if tight or not text else f"{text} {line}"
    return text
