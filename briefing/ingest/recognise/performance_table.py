"""Performance tables: measures with values by month, quarter or year, targets and comparators.

In a PDF they are read by the places of words and rules, in Markdown and web pages by their cells,
in plain text only where a table is written with upright strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Part, PrintedTable, Unread, Where
from briefing.ingest.tables.bands import runs_of
from briefing.ingest.tables.grid import tables
from briefing.ingest.tables.headings import of_periods
from briefing.ingest.tables.interpret import printed_table
from briefing.ingest.tables.one_measure import one_measure
from briefing.ingest.tables.piped import piped
from briefing.ingest.tables.raw import RawCell, RawRow, RawTable
from briefing.ingest.tables.turned import turned
from briefing.ingest.words.periods import bare, period_of
from briefing.ingest.words.values import read_value

#: Words that no reader sees are withheld as values, and so must be known of.
READS_UNSEEN = True


def recognise(source: Source) -> Iterator[Part]:
    """The performance tables of a document, in the order of its pages."""
    raws = tables(source.pages) if source.positioned else [*_celled(source), *piped(source)]
    for raw in raws:
        found = _read(raw)
        if found is None:
            continue
        yield found
        if found.certainty < 0.5:
            yield Unread(
                where=found.where,
                kind="table-rows-unsure",
                message="the lines of a table do not show which label belongs to which values",
            )


def _read(raw: RawTable) -> PrintedTable | None:
    down = [row for row in raw.rows if row.cells and period_of(row.cells[0].text)]
    if len(down) >= 2 and (of_periods(raw.headings[0]) or len(down) == len(raw.rows)):
        return turned(raw)
    return one_measure(raw) or printed_table(raw)


def _celled(source: Source) -> Iterator[RawTable]:
    """The tables of a source whose rows come as cells."""
    title = ""
    run: list[Line] = []
    for line in [*source.lines, Line(())]:
        if line.cells:
            run.append(line)
            continue
        if run:
            yield from _from_cells(run, title)
            run = []
        if line.heading or (line.bold and 0 < len(line.text) <= 120):
            title = re.sub(r"^#+\s*", "", line.text)


def _from_cells(run: Sequence[Line], title: str) -> Iterator[RawTable]:
    """The table of a run of rows given as cells, under one row of headings or two."""
    lines = [
        line for line in run if not all(re.fullmatch(r":?-*:?", c.strip()) for c in line.cells)
    ]
    if len(lines) < 2:
        return
    width = max(len(line.cells) for line in lines)
    if any(len(line.cells) != width for line in lines[1:] if len(line.cells) > 1):
        return
    heads = _padded(lines[0], width)
    bands = _bands(heads, _padded(lines[1], width))
    if bands:
        heads = [low or high for low, high in zip(_padded(lines[1], width), heads, strict=True)]
        lines = lines[1:]
    body = lines[1:]
    where = Where.of(lines[0], title)
    rows = []
    for line in body:
        texts = [text.strip() for text in line.cells]
        filled = [text for text in texts if text]
        alone = len(texts) == 1 or (len(filled) == 1 and texts[0]) or len(set(texts)) == 1
        if alone and filled:
            rows.append(RawRow((), Where.of(line, title), group=filled[0]))
        elif filled:
            cells = tuple(RawCell(text) for text in texts)
            rows.append(RawRow(cells, Where.of(line, title)))
    yield RawTable(title, tuple(heads), tuple(bands or [""] * width), tuple(rows), where)


def _bands(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The years of a first row of headings over the months or quarters of a second.

    Empty where the second row is no such headings, or does not begin again under each year.
    """
    leaves = [(at, text) for at, text in enumerate(lower) if bare(text)]
    years = [at for at, text in enumerate(upper) if at and period_of(text)]
    if len(leaves) < 2 or any(text and read_value(text).status == "stated" for text in lower):
        return []
    split = any("/" in upper[at] or "-" in upper[at] for at in years)
    named = [at for at in years if upper[at] != upper[at - 1]]
    runs = runs_of(leaves, split)
    if [run[0] for run in runs] != named:
        return []
    bands = [""] * len(lower)
    for run in runs:
        for at in run:
            bands[at] = upper[run[0]]
    return bands


def _padded(line: Line, width: int) -> list[str]:
    texts = [text.strip() for text in line.cells]
    return texts + [""] * (width - len(texts))
