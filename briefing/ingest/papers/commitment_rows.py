"""Tables of commitments (what, led by, when, how measured) and of ambitions with a timescale.

Rows are told apart by the rules of the page alone. A line that spans the table introduces rows
and is none; a row that names neither a lead nor a time nor a measure is reported, not stored.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.page import Line, Page, Source
from briefing.ingest.parts import Statement, Unread, Where
from briefing.ingest.tables.ruled import RuledRow, level_rows, ruled_rows
from briefing.ingest.words.due import due_of, due_opening
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import without_names
from briefing.ingest.words.running import run_on

#: Headings by what their column holds; letters alone are compared, since a narrow heading breaks.
_HEADINGS = {
    "commitment": r"what(we)?(have|will|are)?(committed|commitment|going|do|doing)\w*"
    r"|(our)?(commitments?|priority|priorities|keyactions?)|whatwewilldo|actions?(required)?",
    "ambition": r"objectivelyverifiableindicators?|(our)?ambitions?",
    "owner": r"ledby|lead(officer|s|role|service|directorate)?|owners?|responsib\w+|bywhom|who",
    "due": r"timescales?|timeframes?|bywhen|when|deadline|due(date|by)?|targetdate"
    r"|completion(date)?",
    "measure": r"(successor)?(key)?measures?(ofsuccess)?|success(measures?|criteria)|evidence"
    r"|outcomemeasures?|howwewillknow\w*",
    "recommendation": r"recommendations?|date(ofmeeting|raised)?|meetingdate|actionproposed",
}


#: The heading of such a table's first column, where it does not fill its cell alone.
_LOST = re.compile(r"(?:what we \w+ committed to|objectively verifiable indicators?)\b", re.I)


_WHEN = re.compile(r"time|when\b|deadline|\bdue\b|target date|completion", re.IGNORECASE)
_WHO = re.compile(r"\bled by|\blead|owner|responsib|\bwho|indicator|ambition", re.IGNORECASE)

#: More words than this over a table are text, and no title of it.
_LONGEST_TITLE = 25


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a table by what they hold, and the title of its page."""

    columns: dict[str, int]
    width: int
    title: str


def commitment_rows(source: Source) -> Iterator[Statement | Unread]:
    """The commitments and ambitions of a paper, row by row, and the rows that are not clear."""
    table: _Table | None = None
    for page in source.pages:
        if source.positioned:
            if table is None and not _may_head(page):
                continue
            ruled = ruled_rows(page)
            if not any(_columns(row.texts) for row in ruled):
                yield from _under_headings(page)
            for row in ruled:
                header = _columns(row.texts)
                if header:
                    table = _Table(header, len(row.cells), _title(page, row.top))
                elif row.texts and _LOST.match(row.texts[0]):
                    table = None
                    yield Unread(
                        where=Where.of(row.first or Line(())),
                        kind="headings-not-told",
                        message="The headings of a table of commitments do not stand in a row of "
                        "their own; its rows are not read.",
                    )
                elif table and row.first:
                    yield from _printed_row(table, row)
            table = table if _reaches_foot(page, table) else None
        else:
            yield from _cell_rows(page)
            yield from _flattened(page)


def _may_head(page: Page) -> bool:
    """Whether lines close together have words of the headings: a quick look at every page."""
    for at, line in enumerate(page.lines):
        if len(line.words) <= 14 and _WHEN.search(line.text):
            near = " ".join(other.text for other in page.lines[max(at - 3, 0) : at + 4])
            if _WHO.search(near):
                return True
    return False


def _columns(texts: Sequence[str]) -> dict[str, int]:
    """What each column holds, for the headings of such a table; empty for any other row."""
    found: dict[str, int] = {}
    for at, text in enumerate(texts):
        letters = re.sub(r"[^a-z]", "", text.lower())
        for role, pattern in _HEADINGS.items():
            if re.fullmatch(pattern, letters):
                found.setdefault(role, at)
    if "recommendation" in found or "due" not in found:
        return {}
    if "ambition" in found or {"commitment", "owner"} <= set(found):
        return found
    return {}


def _title(page: Page, above: float) -> str:
    """The largest print over the table; a title that its rules cut is told by its middle."""
    lines = [line for line in page.lines if line.words and line.words[0].middle < above]
    size = max((line.size for line in lines), default=0.0)
    words = run_on(line.text for line in lines if line.size > size - 0.5)
    return words if len(words.split()) <= _LONGEST_TITLE else ""


def _under_headings(page: Page) -> Iterator[Statement | Unread]:
    """Rows of a table without upright rules: its columns begin where their headings do."""
    for line in page.lines:
        pieces = _pieces(line)
        columns = _columns([text for _, text in pieces])
        if not columns:
            continue
        edges = (*(left for left, _ in pieces), max(page.width, pieces[-1][0] + 1))
        table = _Table(columns, len(pieces), _title(page, line.top))
        rows = [row for row in level_rows(page, edges, line.bottom) if row.first]
        for row in rows:
            yield from _printed_row(table, row)
        if not rows:
            yield Unread(
                where=Where.of(line, table.title),
                kind="rows-not-ruled",
                message="No rules part the rows of a table of commitments; it is not read.",
            )


def _pieces(line: Line) -> list[tuple[float, str]]:
    """The pieces of a line that gaps wider than its print part, each with its left edge."""
    pieces: list[tuple[float, float, str]] = []
    for word in line.words:
        if pieces and word.x0 - pieces[-1][1] < max(word.size, 6.0):
            left, _, text = pieces.pop()
            pieces.append((left, word.x1, f"{text} {word.text}"))
        else:
            pieces.append((word.x0, word.x1, word.text))
    return [(left, text) for left, _, text in pieces]


def _reaches_foot(page: Page, table: _Table | None) -> bool:
    """Whether a table may go on overleaf: its last rule stands in the last tenth of the page."""
    rows = ruled_rows(page)
    return bool(table and rows and page.height and rows[-1].bottom > 0.9 * page.height)


def _printed_row(table: _Table, row: RuledRow) -> Iterator[Statement | Unread]:
    where = Where.of(row.first or Line(()), table.title)
    if len(row.cells) == table.width:
        several = _runs_together(row, table)
        yield from _statement(table, row.texts, where, 0.6 if several else 1.0)
        if not several:
            return
        yield Unread(
            where=where,
            kind="row-of-several-parts",
            message="The row holds several actions with times of their own that its print does "
            "not pair: " + _opening(row.texts[_text_column(table)]),
        )
    elif len(row.cells) > 1:
        yield Unread(
            where=where,
            kind="row-with-other-columns",
            message=f"The row has {len(row.cells)} cells under {table.width} headings: "
            + _opening(" ".join(row.texts)),
        )


def _statement(
    table: _Table, texts: Sequence[str], where: Where, certainty: float = 1.0
) -> Iterator[Statement | Unread]:
    def cell(role: str) -> str:
        at = table.columns.get(role)
        return without_contacts(texts[at]) if at is not None else ""

    text = without_contacts(texts[_text_column(table)])
    raw, measure = cell("due"), cell("measure")
    if not text:
        return
    ambition = "ambition" in table.columns
    raw = raw or (due_opening(text) if ambition else "")
    if ambition or cell("owner") or raw or measure:
        yield Statement(
            where=where,
            certainty=certainty,
            kind="ambition" if ambition else "commitment",
            text=text,
            owner=without_names(cell("owner")),
            due=due_of(raw),
            due_raw=raw,
            measure=measure,
            item_title=table.title,
        )
    else:
        yield Unread(
            where=where,
            kind="row-without-lead",
            message=f"The row names no lead, time or measure: {_opening(text)}",
        )


def _text_column(table: _Table) -> int:
    return table.columns.get("ambition", table.columns.get("commitment", 0))


def _opening(text: str) -> str:
    return " ".join(text.split()[:8])


def _runs_together(row: RuledRow, table: _Table) -> bool:
    """Whether the cell of times holds blocks set apart, each beside some of the row's text."""
    lines = row.cells[table.columns["due"]]
    pitch = max((line.size for line in lines), default=0.0)
    blocks = sum(
        after.top - before.bottom > 0.5 * pitch for before, after in itertools.pairwise(lines)
    )
    return blocks > 0


def _cell_rows(page: Page) -> Iterator[Statement | Unread]:
    """Rows of a Markdown or web table."""
    table: _Table | None = None
    title = ""
    for line in page.lines:
        title = line.text if line.heading else title
        if not line.cells:
            table = table if line.blank else None
        elif columns := _columns(line.cells):
            table = _Table(columns, len(line.cells), title)
        elif table and len(line.cells) == table.width and any(line.cells):
            yield from _statement(table, line.cells, Where.of(line, title))


def _flattened(page: Page) -> Iterator[Statement | Unread]:
    """The header of such a table in text that lost its columns: its rows cannot be told."""
    heading = re.compile(
        r"(?:what we \w+ committed to|commitment|objectively verifiable indicators?)\s+"
        r"(?:(?:led by|lead|owner)\s+)?(?:timescale|by when)\b.*",
        re.IGNORECASE,
    )
    for line in page.lines:
        if not line.cells and heading.fullmatch(line.text):
            yield Unread(
                where=Where.of(line),
                kind="columns-lost",
                message="A table of commitments lost its columns in this text; read the PDF.",
            )
