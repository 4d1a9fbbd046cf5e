"""Tables that other libraries show as HTML, such as a pandas frame, as table blocks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing.model import blocks as b

if TYPE_CHECKING:
    from bs4 import Tag

_NUMBER = re.compile(r"[-+−]?[£$€]?[\d,]*\.?\d+\s?%?|[-–—]|nan|NaN|<NA>|None|", re.IGNORECASE)

#: A span that no table of a notebook needs; beyond it a cell counts as one.
_WIDEST = 1000


def table_blocks(markup: str, caption: str = "") -> list[b.Block]:
    """Every table of the markup; none where it holds no table.

    Rows of headings are joined into one, spans are filled, and the leading header cells of a
    row are joined into the one that names it.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(markup, "lxml")
    tables = [t for t in soup.find_all("table") if t.find_parent("table") is None]
    return [_table(table, caption) for table in tables if table.find_all("tr")]


def _table(table: Tag, caption: str) -> b.Block:
    head = [row for row in table.find_all("tr") if _is_head(row)]
    body = [row for row in table.find_all("tr") if not _is_head(row)]
    grid = _grid(body)
    width = max([len(row) for row in grid] + [1])
    lead = max([_leading(row) for row in grid] + [1])
    titles = _titles(_grid(head), width)
    names = [" / ".join(dict.fromkeys(t for t in titles[:lead] if t)), *titles[lead:]]
    rows = [_row(row, width, lead) for row in grid]
    columns: list[dict[str, Any]] = [{"text": names[0], "align": "left"}]
    for index, name in enumerate(names[1:], start=1):
        numbers = all(_NUMBER.fullmatch(row[index]) for row in rows)
        columns.append({"text": name, "align": "right" if rows and numbers else "left"})
    own = table.find("caption")
    return b.table(
        columns,
        [[b.cell(text, header=i == 0) for i, text in enumerate(row)] for row in rows],
        caption=_text(own) if own is not None else caption,
    )


def _is_head(row: Tag) -> bool:
    return row.find_parent("thead") is not None or not row.find("td")


def _grid(rows: list[Tag]) -> list[list[tuple[str, bool]]]:
    """Rows of (text, whether a header), cells that span others repeated in each place."""
    grid: list[list[tuple[str, bool]]] = []
    hanging: dict[int, tuple[int, tuple[str, bool]]] = {}
    for row in rows:
        made: list[tuple[str, bool]] = []
        cells = list(row.find_all(["td", "th"], recursive=False))
        while cells or len(made) in hanging:
            place = len(made)
            if place in hanging:
                left, content = hanging.pop(place)
                if left > 1:
                    hanging[place] = (left - 1, content)
                made.append(content)
                continue
            cell = cells.pop(0)
            content = (_text(cell), cell.name == "th")
            down = _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if down > 1:
                    hanging[len(made)] = (down - 1, content)
                made.append(content)
        grid.append(made)
    return grid


def _leading(row: list[tuple[str, bool]]) -> int:
    """How many header cells a row begins with, leaving at least one cell of data."""
    count = 0
    while count < len(row) - 1 and row[count][1]:
        count += 1
    return count


def _titles(head: list[list[tuple[str, bool]]], width: int) -> list[str]:
    """One title a column: the words of all rows of headings, each once."""
    titles = []
    for place in range(width):
        words = [row[place][0] for row in head if place < len(row) and row[place][0]]
        titles.append(" / ".join(dict.fromkeys(words)))
    repeated = Counter(titles)
    return [t if repeated[t] == 1 or not t else f"{t} ({i + 1})" for i, t in enumerate(titles)]


def _row(row: list[tuple[str, bool]], width: int, lead: int) -> list[str]:
    texts = [text for text, _ in row] + [""] * (width - len(row))
    return [", ".join(t for t in texts[:lead] if t), *texts[lead:]]


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1")
    return int(text) if text.isdigit() and 0 < int(text) <= _WIDEST else 1


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
