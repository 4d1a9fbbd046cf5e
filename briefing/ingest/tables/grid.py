"""Tables of figures of a positioned document: words, rules and fills become rows and cells.

Columns come from where headings and values stand and from upright rules (``tables.columns``),
rows from level rules, the edges of fills and the space between lines (``tables.rows``). What does
not stand clearly in one column keeps all the columns that it may be of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.ingest.page import Box, Page
from briefing.ingest.parts import Where
from briefing.ingest.tables.bands import banded
from briefing.ingest.tables.cells import row_of, shared_labels
from briefing.ingest.tables.chunks import Chunk, TextRow, space_of, text_rows, upright
from briefing.ingest.tables.columns import Columns, columns
from briefing.ingest.tables.dating import dated
from briefing.ingest.tables.headings import Meaning, of_periods
from briefing.ingest.tables.heads import Head, heads, is_figure, pieces, recut, value_edge
from briefing.ingest.tables.neighbours import cut_by_columns
from briefing.ingest.tables.raw import RawRow, RawTable
from briefing.ingest.tables.references import across, gutter, parted
from briefing.ingest.tables.rows import grouped, levels
from briefing.ingest.tables.titles import furniture, last_title, title_above
from briefing.ingest.words.periods import period_of
from briefing.ingest.words.values import read_value

#: Space in points between two rows after which a table has ended.
_FAR = 45.0
#: A run of words longer than this that lies over columns of values is running text.
_PROSE = 70
_CONTINUED = re.compile(r"\s*[(\[]?cont(?:inue[ds]|'?d|\.)?\.?[)\]]?\s*$", re.IGNORECASE)


@dataclass
class _Draft:
    """A table while it is put together: its headings, and its text rows page by page."""

    page: Page
    head: tuple[TextRow, ...]
    seed: TextRow
    title: str
    opens_page: bool
    down: bool
    above: list[TextRow]
    parts: list[tuple[Page, list[TextRow]]] = field(default_factory=list)
    ends_page: bool = False
    trailing: list[TextRow] = field(default_factory=list)
    labels: float | None = None


def tables(pages: Sequence[Page]) -> list[RawTable]:
    """The tables of figures of a document's pages; one that goes on over pages is one table."""
    drafts: list[_Draft] = []
    orphan = ""
    printed = [(page, text_rows(page)) for page in pages]
    for at, (page, found) in enumerate(printed):
        rows = furniture(page, found, [*printed[max(0, at - 1) : at], *printed[at + 1 : at + 2]])
        fresh = _drafts(page, rows, drafts[-1] if drafts else None)
        if fresh and fresh[0].opens_page and not fresh[0].title and orphan:
            fresh[0].title = orphan
        drafts += fresh
        orphan = last_title(rows)
    return [table for draft in drafts for table in _built(draft)]


def _drafts(page: Page, rows: list[TextRow], before: _Draft | None) -> list[_Draft]:
    """The tables that begin on a page; its first rows may go on with the table before."""
    rows = recut(rows)
    found = heads(rows, page)
    last = before.parts[-1][0] if before else None
    if not (
        before
        and last
        and before.ends_page
        and last.width == page.width
        and (last.number or 0) + 1 == page.number
    ):
        before = None
    if before is not None:
        _carry_on(before, page, rows[: found[0].first] if found else rows)
    drafts: list[_Draft] = []
    used = 0
    for at, head in enumerate(found):
        end = found[at + 1].first if at + 1 < len(found) else len(rows)
        draft = _draft(page, rows, head, end, used)
        used = head.last + 1 + len(draft.parts[0][1])
        draft.ends_page = used >= len(rows) - 2 and at + 1 == len(found)
        draft.trailing = rows[used:] if draft.ends_page else []
        if not at and before is not None and _same_heads(before, draft):
            _add(before, page, draft.parts[0][1], draft)
        else:
            drafts.append(draft)
    return drafts


def _same_heads(before: _Draft, draft: _Draft) -> bool:
    """Whether a table with its headings printed again goes on with the one before."""
    title = _CONTINUED.sub("", draft.title).strip()
    if title and title != _CONTINUED.sub("", before.title).strip():
        return False
    if not title and not draft.opens_page:
        return False
    first, again = pieces(before.seed), pieces(draft.seed)
    return (
        [row.text for row in before.head] == [row.text for row in draft.head]
        and len(first) == len(again)
        and all(abs(one.x0 - other.x0) < 3 for one, other in zip(first, again, strict=True))
    )


def _add(draft: _Draft, page: Page, body: list[TextRow], end: _Draft | None = None) -> None:
    """Add rows of the next page, and those below the last values of the page before."""
    last_page, last_rows = draft.parts[-1]
    draft.parts[-1] = (last_page, [*last_rows, *draft.trailing])
    draft.parts.append((page, body))
    draft.ends_page = end.ends_page if end else False
    draft.trailing = end.trailing if end else []


def _draft(page: Page, rows: list[TextRow], head: Head, end: int, used: int) -> _Draft:
    block = tuple(rows[head.first : head.last + 1])
    above = rows[used : head.first]
    title = title_above(above, block[0], max(row.x1 for row in block))
    draft = _Draft(page, block, rows[head.seed], title, head.first == 0, head.down, above)
    draft.parts.append((page, _body(rows[head.last + 1 : end], draft, page)))
    return draft


def _carry_on(draft: _Draft, page: Page, rows: list[TextRow]) -> None:
    """Add the rows at the top of the next page that stand in the table's columns."""
    body = _body(rows, draft, page)
    valued = [row for row in body if _figures(row, draft)]
    if not valued:
        return
    trial = replace(draft, parts=[*draft.parts, (page, body)])
    if len(_columns(trial).edges) == len(_columns(draft).edges):
        _add(draft, page, body)
        draft.ends_page = len(body) >= len(rows) - 2
        draft.trailing = rows[len(body) :] if draft.ends_page else []


def _figures(row: TextRow, draft: _Draft) -> list[Chunk]:
    """The figures and ratings of a row that stand behind the first column."""
    edge = pieces(draft.seed)[0].x1
    return [
        chunk
        for chunk in row.chunks
        if chunk.x0 > edge and (is_figure(chunk.text) or read_value(chunk.text).rag)
    ]


def _body(rows: Sequence[TextRow], draft: _Draft, page: Page) -> list[TextRow]:
    """The text rows below the headings, as far as the table goes."""
    valued = [piece for piece in pieces(draft.seed)[1:]]
    body: list[TextRow] = []
    last_valued = 0
    for row in rows:
        if body and row.top - body[-1].bottom > _FAR:
            break
        if any(_prose(chunk, valued) for chunk in row.chunks):
            break
        body.append(row)
        if _figures(row, draft):
            last_valued = len(body)
    tail = last_valued
    while tail < len(body) and _same_label(body[tail - 1], body[tail], page):
        tail += 1
    return body[:tail] if last_valued else []


def _same_label(above: TextRow, below: TextRow, page: Page) -> bool:
    """Whether a line below the last value stands as near as a label's next line."""
    between = any(
        above.middle < (rule.top + rule.bottom) / 2 < below.middle
        and rule.x1 - rule.x0 > 40
        and rule.bottom - rule.top < 3
        for rule in page.rules
    )
    return not between and below.top - above.bottom < 0.45 * above.height


def _prose(chunk: Chunk, valued: Sequence[Chunk]) -> bool:
    over = sum(1 for piece in valued if piece.x0 < chunk.x1 and piece.x1 > chunk.x0)
    long = len(chunk.text) > _PROSE or chunk.text.startswith("•")
    return over >= 2 and long and not is_figure(chunk.text)


def _bars(draft: _Draft) -> list[Box]:
    """The upright rules of a table, those of later pages as if they stood on its first."""
    found = []
    for page, rows in draft.parts:
        top = draft.head[0].top if page is draft.page else rows[0].top
        bottom = rows[-1].bottom if rows else draft.head[-1].bottom
        found += [bar for bar in upright(page.rules) if bar.top < bottom and bar.bottom > top - 2]
    return found


def _columns(draft: _Draft) -> Columns:
    seed = pieces(draft.seed)
    tops = list(seed)
    for row in draft.head:
        if row is not draft.seed:
            for piece in pieces(row):
                spans = row.middle < draft.seed.middle and period_of(piece.text) is not None
                if not spans and not any(
                    piece.x0 < other.x1 and piece.x1 > other.x0 for other in tops
                ):
                    tops.append(piece)
    items: list[tuple[int, Chunk]] = []
    number = 0
    for _, rows in draft.parts:
        for row in rows:
            number += 1
            items += [
                (number, part)
                for chunk in row.chunks
                if draft.labels is None or not across(chunk, draft.labels)
                for part in apart(chunk, seed)
            ]
    return columns(tops, items, _bars(draft))


def apart(chunk: Chunk, heads_above: Sequence[Chunk]) -> list[Chunk]:
    """A chunk of figures that stands under several headings, cut into its words."""
    over = [head for head in heads_above if head.x0 < chunk.x1 and head.x1 > chunk.x0]
    if len(over) > 1 and all(is_figure(word.text) for word in chunk.words):
        return [Chunk((word,)) for word in chunk.words]
    return [chunk]


def _built(draft: _Draft) -> list[RawTable]:
    """The table of a draft; two where two stand side by side."""
    if not any(rows for _, rows in draft.parts):
        return []
    draft = _referenced(draft)
    grid = _columns(draft)
    draft = _cut_by(grid, draft)
    grid = _columns(draft)
    headings, bands = banded(draft.head, draft.seed, grid, draft.page)
    said = dated(headings, bands, draft.title)
    cut = _second_label(headings, said, grid)
    if cut is not None:
        return [table for half in _halves(draft, cut) for table in _built(half)]
    valued = _value_columns(said, draft.down)
    if not valued:
        return []
    rows: list[RawRow] = []
    for page, texts in draft.parts:
        rows += _rows(page, texts, grid, said, valued, draft)
    where = Where(draft.page.number, draft.page.printed, None, draft.title)
    return [RawTable(draft.title, headings, bands, tuple(rows), where)] if rows else []


def _referenced(draft: _Draft) -> _Draft:
    """A draft with the references before its labels cut from them."""
    rows = [row for _, found in draft.parts for row in found]
    place = gutter(rows, draft.head, value_edge(draft.seed))
    if place is None:
        return draft
    return replace(
        draft,
        labels=place,
        head=tuple(parted(row, place, heading=True) for row in draft.head),
        seed=parted(draft.seed, place, heading=True),
        parts=[(page, [parted(row, place) for row in found]) for page, found in draft.parts],
    )


def _cut_by(grid: Columns, draft: _Draft) -> _Draft:
    """A draft with the cells cut apart that stand hardly more than a word space apart."""
    space = space_of(row for _, found in draft.parts for row in found)
    if space is None:
        return draft
    parts = [
        (page, [cut_by_columns(row, grid, space) for row in found]) for page, found in draft.parts
    ]
    return replace(draft, parts=parts)


def _rows(
    page: Page,
    texts: Sequence[TextRow],
    grid: Columns,
    said: Sequence[Meaning],
    valued: frozenset[int],
    draft: _Draft,
) -> list[RawRow]:
    """The rows of a table on one page."""
    left, right = grid.edges[0][0], grid.edges[-1][1]
    seed = pieces(draft.seed)

    def anchor(row: TextRow) -> bool:
        return any(
            is_figure(part.text) and valued & set(grid.of(part.x0, part.x1))
            for chunk in row.chunks
            for part in apart(chunk, seed)
        )

    edge = min(valued)
    named = _label_column(texts, grid, edge)
    words = {at for at, one in enumerate(said) if at > edge and one.kind == "text"}

    def label(row: TextRow) -> Chunk | None:
        return next((c for c in row.chunks if named & set(grid.of(c.x0, c.x1))), None)

    def worded(row: TextRow) -> bool:
        return label(row) is not None or any(words & set(grid.of(c.x0, c.x1)) for c in row.chunks)

    groups = grouped(texts, levels(page, left, right), anchor, label, worded)
    where = Where(page.number, page.printed, None, draft.title)
    found = [row_of(group, grid, page, edge, where, seed) for group in groups]
    return shared_labels(found, groups, grid, page, edge)


def _label_column(texts: Sequence[TextRow], grid: Columns, edge: int) -> set[int]:
    """The column before the values that holds most words: that of the labels."""
    letters = [0] * edge
    for row in texts:
        for chunk in row.chunks:
            for at in grid.of(chunk.x0, chunk.x1):
                if at < edge:
                    letters[at] += sum(character.isalpha() for character in chunk.text)
    return {letters.index(max(letters))} if edge else set()


def _value_columns(said: Sequence[Meaning], down: bool) -> frozenset[int]:
    """The columns that hold values: all with such a heading, and those without one behind it."""
    kinds = ("period", "target", "floor", "comparator")
    if down:
        return frozenset(range(1, len(said)))
    first = next((at for at, one in enumerate(said) if one.kind in kinds), None)
    if first is None:
        return frozenset()
    return frozenset(
        at
        for at, one in enumerate(said)
        if one.kind in kinds or (at > first and one.kind in ("unknown", "label", "breakdown"))
    )


def _second_label(headings: Sequence[str], said: Sequence[Meaning], grid: Columns) -> float | None:
    """Where a second table begins beside the first; None where there is one alone."""
    dates = [at for at, one in enumerate(said) if one.kind == "period"]
    for at in range(1, len(headings)):
        again = (
            (headings[at].strip() and headings[at] == headings[0])
            or said[at].kind == "label"
            or of_periods(headings[at])
        )
        between = any(d < at for d in dates) and any(d > at for d in dates)
        if again and between and said[at].kind != "period":
            return (grid.edges[at - 1][1] + grid.edges[at][0]) / 2
    return None


def _halves(draft: _Draft, cut: float) -> list[_Draft]:
    """A draft cut into the tables left and right of a place."""
    halves = []
    for right in (False, True):
        head, seed = _side(draft.head, cut, right), _side([draft.seed], cut, right)
        if not seed:
            continue
        above = _side(draft.above, cut, right)
        title = title_above(above, head[0], max(row.x1 for row in head))
        halves.append(
            replace(
                draft,
                head=tuple(head),
                seed=seed[0],
                title=title or draft.title,
                above=above,
                parts=[(page, _side(rows, cut, right)) for page, rows in draft.parts],
            )
        )
    return halves


def _side(rows: Sequence[TextRow], cut: float, right: bool) -> list[TextRow]:
    """The parts of text rows that stand left, or right, of a place."""
    found = []
    for row in rows:
        chunks = tuple(chunk for chunk in row.chunks if (chunk.centre > cut) is right)
        if chunks:
            found.append(TextRow(chunks))
    return found
