"""What nobody understood: lines of figures that no table took."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Part, PrintedTable, Unread, Where

#: A cell of a printed table: a number, with its sign, unit and separators.
_FIGURE = re.compile(r"[£(+−–-]?\d[\d,.]*%?\)?")

_YEAR = re.compile(r"(19|20)\d\d")

#: A line of figures has so many of them at least, and no more words than figures.
_FIGURES = 4

#: So many lines apart, two lines of figures still belong to one table.
_APART = 6


def leftover(source: Source, parts: Iterable[Part]) -> Iterator[Unread]:
    """An issue for each group of lines of figures that no recognised table holds."""
    taken = _taken(parts)
    group: list[tuple[int, Line]] = []
    for at, line in enumerate(source.lines):
        if not _is_figures(line) or _is_taken(line, taken):
            continue
        if group and (at - group[-1][0] > _APART or line.page != group[-1][1].page):
            yield _issue([one for _, one in group])
            group = []
        group.append((at, line))
    if group:
        yield _issue([one for _, one in group])


def _is_figures(line: Line) -> bool:
    figures = [word.text for word in line.words if _FIGURE.fullmatch(word.text)]
    years = all(_YEAR.fullmatch(figure) for figure in figures)
    return len(figures) >= _FIGURES and 2 * len(figures) >= len(line.words) and not years


def _taken(parts: Iterable[Part]) -> dict[tuple[int | None, int | None], set[str]]:
    """The cells that tables hold, by page and line."""
    taken: dict[tuple[int | None, int | None], set[str]] = {}
    tables = (part for part in parts if isinstance(part, PrintedTable))
    for row in (row for table in tables for row in table.rows):
        for cell in row.cells:
            for where in (cell.where, row.where):
                taken.setdefault((where.page, where.line), set()).update(cell.raw.split())
    return taken


def _is_taken(line: Line, taken: dict[tuple[int | None, int | None], set[str]]) -> bool:
    held = taken.get((line.page, line.number), set())
    figures = [word.text for word in line.words if _FIGURE.fullmatch(word.text)]
    return sum(figure in held for figure in figures) >= len(figures) / 2


def _issue(lines: list[Line]) -> Unread:
    """The issue of a group; it quotes none of the figures, which may count a few people."""
    number = len(lines)
    rows = "a line of figures was" if number == 1 else f"{number} lines of figures were"
    return Unread(
        where=Where.of(lines[0]),
        kind="figures-not-read",
        message=f"{rows} not read as a table",
    )
