"""Where on a page a printed value stands: found again by its row, its place in it and its column.

A value is never looked for alone: 71% stands on a page many times. A row of a table is found by its
label and by all its values in their order, a value in it by its order, and where the same value
stands twice, by the column that the other rows of the table have it in. What these do not settle is
said to be open, and no cell is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefing.ingest.page import Page, Word
from briefing.ingest.read.strips import Strip, across, down, squeezed

#: Left and upper edge, width and height, in points.
Mark = tuple[float, float, float, float]

#: So large a part of a label has to stand beside its values at least.
_LABELLED = 0.6
#: The most words that a printed value may have.
_MOST_WORDS = 8
#: Letters of a text that have to be the same for it to be found; and of its first line alone.
_LOOKED_FOR, _BEGINNING = 80, 18
#: A value in running words stands within so many lines of its label, and has so many digits.
_ABOUT, _DIGITS = 3, 2


@dataclass(frozen=True)
class PrintedLine:
    """A row of a printed table as it was read.

    ``cells`` are its values in printed order, each with the key of its column (a period; blank
    where it is not known); ``others`` what the row prints besides, such as a target, in no order.
    """

    label: str
    cells: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is looked for on a page.

    Either ``rows``, those of one table that stand on the page, in printed order, with the ``row``
    and the ``cell`` in it (one of ``others`` where ``other`` is set); or ``text``, words of the
    page, with the value ``raw`` in them; or ``raw`` and words ``near`` it.
    """

    rows: tuple[PrintedLine, ...] = ()
    row: int = 0
    cell: int = 0
    other: bool = False
    text: str = ""
    raw: str = ""
    near: str = ""


@dataclass(frozen=True)
class Place:
    """Where it stands: ``cell`` only where that is certain, else ``row`` where that is.

    ``why`` says what was left open; blank where the cell is certain.
    """

    cell: tuple[Mark, ...] = ()
    row: tuple[Mark, ...] = ()
    why: str = ""


def find(page: Page, asked: Asked) -> Place:
    """The place of what is asked for on a page."""
    if asked.rows:
        place = TableOnPage(page, asked.rows).place(asked.row, asked.cell, other=asked.other)
        in_words = len(asked.rows[asked.row].cells) == 1 and not asked.other
        if place.cell or place.row or not in_words:
            return place
        return _in_words(page, asked)
    if asked.text:
        return _in_text(page, asked)
    return _in_words(page, asked)


@dataclass
class _Row:
    """A row with the strips of the page that may be it."""

    line: PrintedLine
    strips: list[Strip]

    @cached_property
    def spans(self) -> list[list[tuple[int, int]]]:
        """For each printed value, the runs of words of the first strip that it may be."""
        return spans_of([raw for raw, _ in self.line.cells if raw], self.strips[0])


class TableOnPage:
    """The rows of one printed table that stand on a page, each where it may be.

    Parameters
    ----------
    page
        The page with its words.
    lines
        The rows, in printed order.
    """

    def __init__(self, page: Page, lines: Sequence[PrintedLine]) -> None:
        strips = across(page)
        self._rows = [_Row(line, list(_fitting(line, strips))) for line in lines]
        if not any(row.strips for row in self._rows):
            strips = down(page, (raw for line in lines for raw, _ in line.cells))
            self._rows = [_Row(line, list(_fitting(line, strips))) for line in lines]
        fitting = [_in_order(self._rows, at) for at in range(len(lines))]
        for row, found in zip(self._rows, fitting, strict=True):
            row.strips = found

    def place(self, at: int, cell: int, *, other: bool = False) -> Place:
        """The place of a cell (of ``others`` where ``other`` is set) of a row."""
        row = self._rows[at]
        if len(row.strips) > 1:
            return Place(why=f"The page prints {len(row.strips)} rows that this may be.")
        if not row.strips:
            said = f"the row “{row.line.label}”" if row.line.label else "a row without a label"
            return Place(why=f"The page does not show {said} in one line with its values.")
        strip = row.strips[0]
        band = (strip.box,)
        raw, key = (row.line.others if other else row.line.cells)[cell]
        if not raw:
            return Place(row=band, why="The cell is blank on the page.")
        place = sum(bool(raw) for raw, _ in row.line.cells[:cell])
        spans = _besides(row, raw) if other else row.spans[place]
        if len(spans) > 1:
            votes = list(self._votes(key))
            fit = [s for s in spans if all(strip.shares(s, vote) for vote in votes)]
            spans = fit if votes else spans
        if len(spans) != 1:
            return Place(row=band, why=f"It is not certain which {raw} of the row this is.")
        return Place(cell=strip.boxes(spans[0]), row=band)

    def _votes(self, key: str) -> Iterator[tuple[float, float]]:
        """Where the values of a column run in the rows that show it for certain."""
        for row in self._rows:
            if not key or len(row.strips) != 1:
                continue
            printed = [own for raw, own in row.line.cells if raw]
            for found, own in zip(row.spans, printed, strict=True):
                if own == key and len(found) == 1 and printed.count(key) == 1:
                    yield row.strips[0].extent(found[0])
            for raw, own in row.line.others:
                if own == key and raw and len(found := _besides(row, raw)) == 1:
                    yield row.strips[0].extent(found[0])


def _fitting(line: PrintedLine, strips: Iterable[Strip]) -> Iterator[Strip]:
    """The strips that hold all the row's values in their order, beside its label."""
    raws = [raw for raw, _ in line.cells if raw]
    found: list[tuple[float, Strip]] = []
    for strip in strips:
        beside = strip.without(line.label)
        spans = spans_of(raws, beside)
        if all(spans) and spans:
            share = beside.labelled(line.label, spans[0][0][0])
            if share >= _LABELLED or not line.label:
                found.append((share, beside))
    best = max((share for share, _ in found), default=0.0)
    yield from (strip for share, strip in found if share == best)


def _in_order(rows: Sequence[_Row], at: int) -> list[Strip]:
    """The strips that the row may be where every row of the table comes after the one before."""
    fitting = []
    for strip in rows[at].strips:
        above = _reach(rows[:at], strip.place, down=False)
        below = _reach(rows[at + 1 :], strip.place, down=True)
        if above and below:
            fitting.append(strip)
    return fitting


def _reach(rows: Sequence[_Row], place: float, *, down: bool) -> bool:
    """Whether rows that are found on the page find room on one side of a place, in their order."""
    for row in rows if down else reversed(rows):
        places = [strip.place for strip in row.strips]
        if not places:
            continue
        free = [p for p in places if (p > place if down else p < place)]
        if not free:
            return False
        place = min(free) if down else max(free)
    return True


def _besides(row: _Row, raw: str) -> list[tuple[int, int]]:
    """The runs that print a value and are of none of the row's other values for certain."""
    taken = [spans[0] for spans in row.spans if len(spans) == 1]
    free = _runs(raw, row.strips[0])
    return [s for s in free if all(s[1] <= a or s[0] >= b for a, b in taken)]


def spans_of(raws: Sequence[str], strip: Strip) -> list[list[tuple[int, int]]]:
    """For each value, the runs of words that it may be while all stand in their order."""
    runs = [_runs(raw, strip) for raw in raws]
    ends, starts = [0], [len(strip.words)]
    for found in runs:
        ends.append(min((b for a, b in found if a >= ends[-1]), default=len(strip.words) + 1))
    for found in reversed(runs):
        starts.append(max((a for a, b in found if b <= starts[-1]), default=-1))
    starts.reverse()
    return [
        [(a, b) for a, b in found if a >= ends[at] and b <= starts[at + 1]]
        for at, found in enumerate(runs)
    ]


def _runs(raw: str, strip: Strip) -> list[tuple[int, int]]:
    """The runs of words that print a text, whatever spaces it has."""
    wanted = squeezed(raw)
    found = []
    for start in range(len(strip.words)):
        said = ""
        for end in range(start, min(start + _MOST_WORDS, len(strip.words))):
            said += squeezed(strip.words[end].text)
            if said == wanted:
                found.append((start, end + 1))
            if len(said) >= len(wanted):
                break
    return found


def _in_text(page: Page, asked: Asked) -> Place:
    """Words of the page, and the value in them where they print it once."""
    held = _whole(page, asked.text) or _beginning(page, asked.text)
    if not held:
        return Place(why="The page does not show these words once and in one piece.")
    lines = tuple(_by_line(held))
    if not asked.raw:
        return Place(cell=lines)
    figures = [w for w in held if _bare(w.text) == squeezed(asked.raw)]
    if len(figures) != 1:
        return Place(row=lines, why=f"The text does not print {asked.raw} once and as one word.")
    return Place(cell=(box_of(figures),), row=lines)


def _whole(page: Page, text: str) -> list[Word]:
    """The words of a text where the page prints it once, line after line."""
    words = list(page.words)
    starts = _starts([squeezed(word.text) for word in words], squeezed(text)[:_LOOKED_FOR])
    held: list[Word] = []
    letters = len(squeezed(text))
    for word in words[starts[0] :] if len(starts) == 1 else ():
        if letters > 0:
            held.append(word)
        letters -= len(squeezed(word.text))
    return held


def _beginning(page: Page, text: str) -> list[Word]:
    """The first words of a text as they stand in one line of a column, where no other do."""
    wanted = squeezed(text)
    found: list[list[Word]] = []
    for line in page.lines:
        for start in range(len(line.words)):
            said, held = "", []
            for word in line.words[start:]:
                if not wanted.startswith(said + squeezed(word.text)):
                    break
                said += squeezed(word.text)
                held.append(word)
            if len(said) >= min(_BEGINNING, len(wanted)):
                found.append(held)
    return found[0] if len(found) == 1 else []


def _bare(text: str) -> str:
    """A word without the marks about it."""
    return squeezed(text).strip(".,;:()[]")


def _starts(words: Sequence[str], wanted: str) -> list[int]:
    """The words at which a text begins, whatever spaces it has."""
    found, whole = [], "".join(words)
    at = 0
    for place, word in enumerate(words):
        if word and wanted and whole.startswith(wanted, at):
            found.append(place)
        at += len(word)
    return found


def _in_words(page: Page, asked: Asked) -> Place:
    """A value in running words: the only one of its kind near the words of its label."""
    wanted = squeezed(asked.raw)
    lines = list(page.lines)
    near = {_bare(word) for word in asked.near.split()} - {""}
    found = []
    for at, line in enumerate(lines):
        about = lines[max(at - _ABOUT, 0) : at + _ABOUT + 1]
        said = {_bare(word.text) for one in about for word in one.words}
        if near and len(near & said) >= _LABELLED * len(near):
            found += [word for word in line.words if _bare(word.text) == wanted]
    if len(found) != 1 or sum(sign.isdigit() for sign in wanted) < _DIGITS:
        often = "more than once" if len(found) > 1 else "not for certain"
        return Place(why=f"Beside its label the page prints {asked.raw} {often}.")
    return Place(cell=(box_of(found),))


def _by_line(words: Sequence[Word]) -> Iterator[Mark]:
    """The boxes of words that follow each other, one a line."""
    group = list(words[:1])
    for one, after in pairwise(words):
        if abs(after.middle - one.middle) > max(one.size, after.size) / 2 or after.x0 < one.x0:
            yield box_of(group)
            group = []
        group.append(after)
    if group:
        yield box_of(group)


def box_of(words: Sequence[Word]) -> Mark:
    """The rectangle that words fill."""
    left, top = min(w.x0 for w in words), min(w.top for w in words)
    return (left, top, max(w.x1 for w in words) - left, max(w.bottom for w in words) - top)
