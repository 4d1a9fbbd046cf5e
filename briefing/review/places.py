"""What to look for on a page for a row of the store: the rows of its table, or its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.face import Meeting
from briefing.ingest.page import Line, Page, Word
from briefing.ingest.read.finding import Asked, Mark, PrintedLine, find
from briefing.ingest.read.strips import longest_run, squeezed
from briefing.review.matters import Row

#: The columns with words of a paper, by which a row without a value is found.
_TEXTS = ("text", "response", "title", "motion", "term")
#: Lines of a text file that a printed row may run over.
_RUNS_OVER = 12
_WORD = re.compile(r"\S+")


def asked_for(meeting: Meeting, table: str, row: Row) -> Asked:
    """What is looked for on the page of a row."""
    if table == "observations":
        return _observation(meeting, row)
    if table in ("targets", "benchmarks"):
        return _beside_observations(meeting, table, row)
    words = next((row[c] for c in _TEXTS if row.get(c) and _is_printed(row)), "")
    return Asked(text=words, raw=row.get("raw", ""))


def _is_printed(row: Row) -> bool:
    return row.get("text_kind", "printed") != "summary"


def _observation(meeting: Meeting, row: Row) -> Asked:
    rows = _on_page(meeting, row)
    near = row["name_as_printed"]
    for at, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            if cell["observation"] == row["observation"]:
                lines = tuple(_line(meeting, one) for one in rows)
                return Asked(lines, at, place, raw=row["raw"], near=near)
    return Asked(raw=row["raw"], near=near)


def _beside_observations(meeting: Meeting, table: str, row: Row) -> Asked:
    """A target or a comparator: in the one printed row of its measure."""
    rows = _on_page(meeting, row)
    own = [at for at, cells in enumerate(rows) if cells[0]["indicator"] == row["indicator"]]
    if len(own) != 1:
        return Asked(raw=row["raw"], near="")
    lines = tuple(_line(meeting, one) for one in rows)
    key = _key(table, row)
    others = [k for _, k in lines[own[0]].others]
    if key not in others:
        return Asked(raw=row["raw"], near="")
    near = rows[own[0]][0]["name_as_printed"]
    return Asked(lines, own[0], others.index(key), True, raw=row["raw"], near=near)


def _on_page(meeting: Meeting, row: Row) -> list[list[Row]]:
    """The printed rows of a row's table on its page, each the cells in their order."""
    printed: dict[str, list[Row]] = {}
    for cell in meeting.rows("observations"):
        if all(cell[c] == row[c] for c in ("document", "page", "table")):
            printed.setdefault(cell["observation"].rpartition("-p")[0], []).append(cell)
    return [sorted(cells, key=lambda c: int(c["position"] or 0)) for cells in printed.values()]


def _line(meeting: Meeting, cells: Sequence[Row]) -> PrintedLine:
    first = cells[0]
    others = [
        (row["raw"], _key(table, row))
        for table in ("targets", "benchmarks")
        for row in meeting.rows(table)
        if first["indicator"] and all(row[c] == first[c] for c in ("table", "indicator", "page"))
    ]
    return PrintedLine(
        first["name_as_printed"],
        tuple((cell["raw"], cell["period"]) for cell in cells),
        tuple(others),
    )


def _key(table: str, row: Row) -> str:
    return f"{row['kind']} {row['due']}" if table == "targets" else f"#{row['column_position']}"


def in_text(lines: Sequence[str], first: int, asked: Asked) -> tuple[int, Mark | None]:
    """Where a value stands in a text: the number of its line, from 1, and its columns.

    ``first`` is the line at which its row begins. Where it is not certain which of the row's
    values it is, there are no columns.
    """
    own = lines[first - 1 : first - 1 + _RUNS_OVER]
    if asked.rows:
        wanted = asked.rows[asked.row]
        for length in range(1, len(own) + 1):
            words = _words(own[:length], first)
            start, end = longest_run(words, squeezed(wanted.label))
            whole = Page(None, (Line((*words[:start], *words[end:])),))
            line = PrintedLine("", wanted.cells, wanted.others)
            found = find(whole, Asked((line,), 0, asked.cell, asked.other))
            if found.row:
                return _at(found.cell, first)
        return first, None
    figures = [
        word
        for word in _words(own[:2], first)
        if asked.raw and squeezed(word.text).strip(".,;:()[]") == squeezed(asked.raw)
    ]
    if len(figures) != 1:
        return first, None
    one = figures[0]
    return _at(((one.x0, one.top, one.x1 - one.x0, 1),), first)


def _words(lines: Sequence[str], first: int) -> list[Word]:
    """The words of lines; a word's height is the number of its line."""
    return [
        Word(m[0], m.start(), at, m.end(), at + 1, 1)
        for at, line in enumerate(lines, start=first)
        for m in _WORD.finditer(line)
    ]


def _at(marks: Sequence[Mark], first: int) -> tuple[int, Mark | None]:
    if not marks:
        return first, None
    return int(marks[0][1]), marks[0]
