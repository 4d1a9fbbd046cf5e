"""Tables of figures in plain text.

In text taken from a PDF only counts and order are left. A row with as many figures as its table
has columns is read cell by cell; in one with fewer each figure is ambiguous between the columns
that its order leaves open, unless columns of characters show where it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Cell, Column, Part, PrintedTable, TableRow, Unread, Where
from briefing.ingest.plain.counting import Placed, columns_behind, figures, place_row
from briefing.ingest.plain.header import Header, find_header, with_unnamed
from briefing.ingest.plain.positions import by_position
from briefing.ingest.plain.rows import Body, RawRow, Token, read_body
from briefing.ingest.plain.titles import caption_below, title_above
from briefing.ingest.words.periods import bare, complete, period_of
from briefing.ingest.words.values import read_value

_PAIR = re.compile(
    r"(?P<head>(?:Q[1-4]|[A-Z][a-z]{2,8}[- ]?\d{2,4}|20\d\d(?:[/-]\d\d)?))\s*[-–—:=]\s*"
    r"(?P<raw>[£<]?\d[\d,.]*%?)(?=\s|$)"
)
_FEWEST_PAIRS = 3
#: What a sentence says to have moved: the measure of the figures that it leads to.
_MOVEMENT = re.compile(
    r"\b(?:increase|decrease|rise|fall|reduction|growth|drop)s? in (?:the )?"
    r"(?P<what>[a-z]+(?: [\w'’()/-]+){2,})$"
)
_REASON = "The row prints fewer figures than the table has columns, and does not say which is empty"
_OWN_NUMBER = "The number may be part of the row's name"
_BY_CHARACTERS = "Its place on the line is under that heading, as for every figure of the table"


@dataclass(frozen=True)
class _Found:
    """A table before its figures have columns."""

    at: int
    title: str
    header: Header
    body: Body


def recognise(source: Source) -> Iterator[Part]:
    """The tables of figures of a plain text."""
    if source.form != "text":
        return
    lines = source.lines
    tables = list(_find(lines))
    counts = _columns_behind(tables)
    for table, behind in zip(tables, counts, strict=True):
        yield from _table(lines, table, behind)
    yield from _pairs(lines)


def _find(lines: Sequence[Line]) -> Iterator[_Found]:
    at = 0
    while at < len(lines):
        header = find_header(lines, at) if lines[at].words else None
        if header is None:
            at += 1
            continue
        above = title_above(lines, at)
        if not all(header.columns[slot].period for slot in header.slots[header.before :][:1]):
            header = find_header(lines, at, above) or header
        body = read_body(lines, header)
        if not body.rows:
            at += 1
            continue
        title = caption_below(lines, at, body.end) or above
        yield _Found(at, title, header, body)
        at = max(body.end, header.next)


def _columns_behind(tables: Sequence[_Found]) -> list[tuple[int, ...]]:
    """How many columns stand behind the periods of each table.

    What a table leaves open, others under the same headings settle where they agree.
    """
    own = [columns_behind(table.header, table.body.rows) for table in tables]
    alike: dict[tuple[str, ...], list[set[int]]] = defaultdict(list)
    for table, counts in zip(tables, own, strict=True):
        alike[table.header.named].append(set(counts))
    return [
        _agreed(counts, alike[table.header.named])
        for table, counts in zip(tables, own, strict=True)
    ]


def _agreed(counts: tuple[int, ...], others: Sequence[set[int]]) -> tuple[int, ...]:
    """What is left of the counts that a table allows where other tables allow fewer."""
    left = set(counts)
    if len(left) > 1:
        for other in others:
            left &= other if left & other else left
    return tuple(sorted(left))


def _table(lines: Sequence[Line], table: _Found, counts: Sequence[int]) -> Iterator[Part]:
    """A table, and what of it was not understood."""
    named, rows = table.header, table.body.rows
    positions = by_position(named, rows)
    behind = (named.behind,) if positions else counts
    header = with_unnamed(named, max(behind) - named.behind)
    made: list[TableRow] = []
    unread = list(table.body.unread)
    for number, row in enumerate(rows):
        if positions:
            made.append(_row_at(header, row, positions[number], table.title))
        elif placed := place_row(header, row, behind):
            made.append(_row(header, row, placed, table.title))
        else:
            unread.append(row.line)
    if made:
        yield PrintedTable(
            where=Where.of(lines[table.at], table.title),
            title=table.title,
            columns=header.columns,
            rows=tuple(made),
        )
    for line in unread:
        yield Unread(
            where=Where.of(line, table.title),
            kind="row-not-understood",
            message="A row of figures does not fit the columns of its table",
        )


def _row(header: Header, row: RawRow, placed: Placed, title: str) -> TableRow:
    where = Where.of(row.line, title)
    cells = []
    for at, (token, places) in enumerate(zip(placed.tokens, placed.places, strict=True)):
        columns = tuple(header.slots[place] for place in places)
        if at == 0 and placed.first_withheld:
            cells.append(Cell(token.raw, "withheld", where, candidates=columns, reason=_OWN_NUMBER))
        elif len(columns) == 1:
            cells.append(_cell(header, token, columns[0], where))
        else:
            cells.append(_open_cell(token, columns, where))
    return _made(row, placed.label, where, cells)


def _row_at(header: Header, row: RawRow, columns: Sequence[int], title: str) -> TableRow:
    where = Where.of(row.line, title)
    placed = [
        (token, column)
        for token, column in zip(figures(row), columns, strict=True)
        if column in header.slots
    ]
    evidence = _BY_CHARACTERS if len(placed) < len(header.slots) else ""
    cells = [_cell(header, token, column, where, evidence) for token, column in placed]
    return _made(row, row.label, where, cells)


def _made(row: RawRow, label: str, where: Where, cells: Sequence[Cell]) -> TableRow:
    rags = {token.value.rag for token in row.tokens if token.kind == "rag"}
    moves = {token.value.direction for token in row.tokens if token.kind == "direction"}
    return TableRow(
        label=label,
        where=where,
        cells=tuple(cells),
        breakdown=row.group,
        rag=rags.pop() if len(rags) == 1 else "",
        direction=moves.pop() if len(moves) == 1 else "",
    )


def _cell(header: Header, token: Token, column: int, where: Where, evidence: str = "") -> Cell:
    """A cell whose column is known."""
    of_target = header.columns[column].kind in ("target", "floor")
    value = read_value(token.raw, of="target") if of_target else token.value
    if value.status == "text":
        value = token.value
    return Cell(
        token.raw,
        "withheld" if value.status == "text" else value.status,
        where,
        column=column,
        value=value.value,
        unit=value.unit,
        reason=value.reason,
        evidence=evidence,
        rag=value.rag,
        direction=value.direction,
    )


def _open_cell(token: Token, columns: tuple[int, ...], where: Where) -> Cell:
    """A cell that may be of several columns."""
    value = token.value
    if value.status == "stated":
        return Cell(
            token.raw,
            "ambiguous",
            where,
            value=value.value,
            unit=value.unit,
            candidates=columns,
            reason=_REASON,
            rag=value.rag,
            direction=value.direction,
        )
    status = "withheld" if value.status == "text" else value.status
    return Cell(token.raw, status, where, candidates=columns, reason=_REASON)


def _pairs(lines: Sequence[Line]) -> Iterator[PrintedTable]:
    """Lines that print each period with its figure, such as ``Q1 - 45 Q2 - 58 Q3 - 61``."""
    for at, line in enumerate(lines):
        found = list(_PAIR.finditer(line.text))
        if len(found) < _FEWEST_PAIRS or _PAIR.sub("", line.text).strip(" .;,"):
            continue
        heads = [match["head"] for match in found]
        title = title_above(lines, at)
        periods, evidence = [period_of(head) for head in heads], ""
        if not all(periods):
            if not all(bare(head) for head in heads):
                continue
            periods, evidence = complete(heads, title), f"The heading “{title}” names the year"
        known = all(periods)
        where = Where.of(line, title)
        cells = []
        for column, match in enumerate(found, start=1):
            value = read_value(match["raw"])
            if value.status == "text":
                break
            cells.append(
                Cell(
                    match["raw"],
                    value.status,
                    where,
                    column,
                    value.value,
                    value.unit,
                    evidence=evidence if known else "",
                )
            )
        else:
            columns = [Column("label", "")]
            for head, period in zip(heads, periods, strict=True):
                columns.append(Column("period", head, period if known else None))
            yield PrintedTable(
                where=where,
                title=title,
                columns=tuple(columns),
                rows=(TableRow(_measure_of(_lead_in(lines, at)), where, tuple(cells)),),
                certainty=0.8,
            )


def _measure_of(sentence: str) -> str:
    """What a sentence says that its figures count: all of it where it names no movement.

    Examples
    --------
    >>> _measure_of("The audit shows a small rise in the number of late visits")
    'number of late visits'
    """
    found = _MOVEMENT.search(sentence)
    return found["what"] if found else sentence


def _lead_in(lines: Sequence[Line], at: int) -> str:
    """The sentence that leads to a line of figures."""
    parts: list[str] = []
    for back in range(at - 1, max(-1, at - 6), -1):
        if lines[back].blank:
            if parts:
                break
            continue
        parts.insert(0, lines[back].text)
    return " ".join(parts).rstrip(" ;:.")
