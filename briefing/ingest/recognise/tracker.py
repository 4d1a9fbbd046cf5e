"""Trackers of earlier recommendations: when, on what, what was asked, what was done, the status.

On paper an answer stands beside what it answers. In text taken from a PDF only the order is left:
there a row begins with its date, an action with its mark, and a status stands alone in a block.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.ingest.page import Line, Page, Source, Word
from briefing.ingest.papers.tracker_columns import Role, columns_of, is_header_line, is_status
from briefing.ingest.papers.tracker_rows import (
    RowInProgress,
    finished,
    marked,
    placed_row,
    said,
    unpaired,
)
from briefing.ingest.parts import Part, Said, Tracker, TrackerRow, Unread, Where
from briefing.ingest.tables.ruled import lines_of, ruled_rows
from briefing.ingest.words.dates import DAY, first_day
from briefing.ingest.words.running import run_on

_NEXT_PAPER = re.compile(r"(?:decision-maker|subject|report of|agenda item)\b.*", re.IGNORECASE)

#: How sure a row is that was put together from order alone.
_FROM_ORDER = 0.8


def recognise(source: Source) -> Iterator[Part]:
    """The trackers of a document."""
    if source.positioned:
        found = _placed(source)
    elif any(line.cells for line in source.lines):
        found = _celled(source)
    else:
        found = _flattened(source)
    certainty = 1.0 if source.positioned else _FROM_ORDER
    rows = [row for row, _ in found]
    if rows:
        yield Tracker(where=rows[0].where, rows=tuple(rows), certainty=certainty)
    yield from (unread for _, unread in found if unread)


_Found = list[tuple[TrackerRow, Unread | None]]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns by what they hold, where they part, and their headings."""

    roles: dict[Role, int]
    edges: tuple[float, ...]
    texts: tuple[str, ...]


def _placed(source: Source) -> _Found:
    """Rows of a PDF, by rules where it has them, else by the places of the headings."""
    columns: _Columns | None = None
    rows: list[RowInProgress] = []
    for page in source.pages:
        strips = _strips(page, columns) if columns or _may_head(page) else []
        for edges, cells in strips:
            roles, below = _headed(cells)
            if columns and (repeated := _below_headings(cells, columns.texts)):
                below = repeated
            elif roles:
                heads = [
                    cell[: len(cell) - len(rest)] for cell, rest in zip(cells, below, strict=True)
                ]
                texts = tuple(run_on(line.text for line in head) for head in heads)
                columns = _Columns(roles, edges, texts)
            if columns and len(below) == len(columns.edges) - 1:
                _take(rows, columns.roles, below)
        columns = columns if strips else None
    return [placed_row(row) for row in rows if row.action]


def _may_head(page: Page) -> bool:
    """Whether a short line has the first of the headings: a quick look at every page."""
    return any(len(x.words) <= 14 and re.search(r"date|meeting", x.text, re.I) for x in page.lines)


_Cells = tuple[tuple[Line, ...], ...]


def _headed(cells: _Cells) -> tuple[dict[Role, int], _Cells]:
    """The columns that the first lines of cells head, and the lines below the headings."""
    for count in (4, 3, 2, 1):
        if roles := columns_of([run_on(line.text for line in cell[:count]) for cell in cells]):
            return roles, tuple(cell[count:] for cell in cells)
    return {}, cells


def _below_headings(cells: _Cells, texts: tuple[str, ...]) -> _Cells:
    """What stands under headings that are printed again; empty where they are not."""
    found = []
    for cell, text in zip(cells, texts, strict=False):
        counts = (n for n in range(len(cell) + 1) if run_on(x.text for x in cell[:n]) == text)
        count = next(counts, None)
        if count is None or len(cells) != len(texts):
            return ()
        found.append(cell[count:])
    return tuple(found)


_Strip = tuple[tuple[float, ...], _Cells]


def _strips(page: Page, columns: _Columns | None) -> list[_Strip]:
    """What stands side by side: ruled rows, or lines cut at the places of the headings."""
    ruled = [(row.edges, row.cells) for row in ruled_rows(page)]
    if any(columns_of([run_on(x.text for x in c) for c in cells]) for _, cells in ruled) or (
        columns and any(len(cells) == len(columns.edges) - 1 for _, cells in ruled)
    ):
        return ruled
    found: list[_Strip] = []
    edges = columns.edges if columns and not ruled else ()
    heading = 0
    for at, line in enumerate(page.lines):
        header = _header(page.lines[at : at + 3])
        if header:
            starts, texts, heading = header
            edges = (*starts, page.width)
            found.append((edges, tuple((_worded(line, text),) for text in texts)))
        elif edges and heading <= 1:
            if _crosses(line, edges):
                break
            cells = (lines_of(_between(line, a, b), page) for a, b in _pairs(edges))
            found.append((edges, tuple(cells)))
        heading -= not header
    return found


def _header(lines: Sequence[Line]) -> tuple[tuple[float, ...], list[str], int] | None:
    """Headings over one to three lines: their left edges, their texts and how many lines."""
    pieces = _headings(lines[0])
    edges = (*(x for x, _ in pieces), float("inf"))
    best: tuple[int, list[str], int] | None = None
    texts = [text for _, text in pieces]
    for count, line in enumerate(lines, start=1):
        if count > 1:
            more = (_between(line, a, b) for a, b in _pairs(edges))
            texts = [
                " ".join([t, *(w.text for w in ws)]) for t, ws in zip(texts, more, strict=True)
            ]
        roles = len(columns_of(texts))
        if roles and (best is None or roles >= best[0]):
            best = (roles, texts, count)
    return (edges[:-1], best[1], best[2]) if best else None


def _worded(line: Line, text: str) -> Line:
    """A line at the place of another with the words of a text."""
    words = tuple(replace(line.words[0], text=word) for word in text.split()) if line.words else ()
    return replace(line, words=words, cells=())


def _pairs(edges: Sequence[float]) -> list[tuple[float, float]]:
    return list(itertools.pairwise(edges))


def _between(line: Line, left: float, right: float) -> tuple[Word, ...]:
    return tuple(word for word in line.words if left - 3 <= word.x0 < right - 3)


def _headings(line: Line) -> list[tuple[float, str]]:
    """The pieces of a line that wide gaps part, each with its left edge."""
    pieces: list[tuple[float, float, str]] = []
    for word in line.words:
        if pieces and word.x0 - pieces[-1][1] < max(word.size, 8.0):
            left, _, text = pieces[-1]
            pieces[-1] = (left, word.x1, f"{text} {word.text}")
        else:
            pieces.append((word.x0, word.x1, word.text))
    return [(left, text) for left, _, text in pieces]


def _crosses(line: Line, edges: Sequence[float]) -> bool:
    """Whether running text goes on over an edge: the table is over."""
    return any(
        after.x0 - before.x1 < 5 and any(before.x0 < edge - 3 <= after.x0 for edge in edges[1:-1])
        for before, after in zip(line.words, line.words[1:], strict=False)
    )


def _take(rows: list[RowInProgress], roles: dict[Role, int], cells: _Cells) -> None:
    """Give the cells of a strip to a new row where they hold a date, else to the row above."""
    lines = {role: cells[at] for role, at in roles.items()}
    day = first_day(run_on(line.text for line in lines["raised"]))
    if day:
        rows.append(RowInProgress(day, Where.of(lines["raised"][0])))
    elif not rows:
        return
    row = rows[-1]
    row.title += lines.get("title", ())
    row.action += lines["action"]
    row.taken += lines.get("taken", ())
    row.status += lines.get("status", ())
    row.recipient += lines.get("recipient", ())


def _celled(source: Source) -> _Found:
    """Rows of a Markdown or web table: one cell for each heading."""
    roles: dict[Role, int] = {}
    width = 0
    found: _Found = []
    for line in source.lines:
        if not line.cells:
            roles = roles if line.blank else {}
        elif header := columns_of(line.cells):
            roles, width = header, len(line.cells)
        elif roles and len(line.cells) == width:
            cells = {role: line.cells[at] for role, at in roles.items()}
            row = RowInProgress(first_day(cells["raised"]), Where.of(line))
            row.title = [_worded(line, cells.get("title", ""))]
            row.recipient = [_worded(line, cells.get("recipient", ""))]
            actions = _split(cells["action"], line)
            taken = _split(cells.get("taken", ""), line)
            taken = (
                taken
                if len(taken) in (0, len(actions))
                else (said([_worded(line, cells["taken"])]),)
            )
            status = cells.get("status", "").strip()
            statuses = (Said(status, Where.of(line)),) if status else ()
            unread = None
            if len(actions) > 1 and status and not is_status(status):
                statuses, unread = (), unpaired(row.where, len(actions), len(status.split(";")))
            if actions:
                found.append((finished(row, actions, taken, statuses), unread))
    return found


def _split(text: str, line: Line) -> tuple[Said, ...]:
    """The numbered parts of a cell, or all of it."""
    pieces = re.split(r"(?:^|(?<=[.;:\s]))(?=\(?\d{1,2}\)\s)", text)
    parts = [piece.strip() for piece in pieces if piece.strip()]
    return tuple(said([_worded(line, part)], marked(part)) for part in parts)


def _flattened(source: Source) -> _Found:
    """Rows of text that has lost its columns."""
    found: _Found = []
    if not any(is_header_line(line.text) for line in source.lines):
        return found
    row: RowInProgress | None = None
    blocks: list[list[Line]] = []
    for block in _blocks(source):
        text = run_on(line.text for line in block)
        if is_header_line(text) or is_header_line(re.sub(r"\s+status$", "", text, flags=re.I)):
            row = row or RowInProgress(None, Where.of(block[0]))
        elif row and _NEXT_PAPER.match(text):
            found += _ordered(row, blocks)
            row, blocks = None, []
        elif row and (day := _opening_day(block[0].text)):
            found += _ordered(row, blocks)
            row, blocks = RowInProgress(day, Where.of(block[0])), [block]
        elif row:
            blocks.append(block)
    return found + (_ordered(row, blocks) if row else [])


def _opening_day(text: str) -> date | None:
    """The date that opens a row; one that opens a sentence has more words behind it."""
    found = DAY.match(text)
    if not found or len(text) - found.end() > 40 or text.endswith("."):
        return None
    return first_day(found.group())


def _blocks(source: Source) -> Iterator[list[Line]]:
    """Lines that blank lines part; headings of a tracker are a block of their own."""
    block: list[Line] = []
    for line in source.lines:
        header = is_header_line(line.text) or bool(_NEXT_PAPER.match(line.text))
        if (line.blank or header or line.x0 == 1 or marked(line.text)) and block:
            yield block
            block = []
        if not line.blank:
            block.append(line)
    if block:
        yield block


def _ordered(row: RowInProgress, blocks: list[list[Line]]) -> _Found:
    """A row from the order of its blocks: date and title, then each action with what follows it."""
    if row.raised is None or not blocks:
        return []
    dated = DAY.match(blocks[0][0].text)
    skipped = len(dated.group().split()) if dated else 0
    row.title = [replace(blocks[0][0], words=blocks[0][0].words[skipped:]), *blocks[0][1:]]
    row.title = [line for line in row.title if line.words]
    numbered = any(marked(block[0].text) for block in blocks[1:])
    actions: list[Said] = []
    answers: list[list[Line]] = []
    statuses: list[list[Said]] = []
    for block in blocks[1:]:
        if marked(block[0].text) if numbered else not actions:
            actions.append(said(block, marked(block[0].text)))
            answers.append([])
            statuses.append([])
        elif actions and is_status(run_on(line.text for line in block)):
            statuses[-1].append(said(block))
        elif actions:
            answers[-1] += block
    if not actions:
        return []
    taken = tuple(said(lines) for lines in answers if lines)
    if len(taken) != len(actions):
        taken = (said([line for lines in answers for line in lines]),) if taken else ()
    printed = sum(len(each) for each in statuses)
    whole = all(len(each) == 1 for each in statuses)
    single = tuple(each[0] for each in statuses) if whole else ()
    unread = unpaired(row.where, len(actions), printed) if printed and not whole else None
    return [(finished(row, tuple(actions), taken, single), unread)]
