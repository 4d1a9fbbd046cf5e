"""The heading that a table stands under, and the lines that every page repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.page import Page
from briefing.ingest.tables.chunks import TextRow
from briefing.ingest.words.periods import period_of

#: How far above its table a title may stand, in points.
_REACH = 70.0
_LONGEST = 140
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


def furniture(
    page: Page, rows: list[TextRow], neighbours: Sequence[tuple[Page, list[TextRow]]]
) -> list[TextRow]:
    """The rows of a page without what its neighbours print at the same height, and its number."""
    repeated = {
        (_DIGITS.sub("#", row.text), round(row.top / 3))
        for near, others in neighbours
        for row in others
        if _in_margin(row, near)
    }
    return [
        row
        for row in rows
        if not (_in_margin(row, page) and _repeats(row, repeated))
        and not (row is rows[-1] and row.text.strip() in (str(page.number), page.printed))
    ]


def _in_margin(row: TextRow, page: Page) -> bool:
    """Whether a row stands in the upper or lower tenth of its page."""
    return row.bottom < 0.1 * page.height or row.top > 0.9 * page.height


def _repeats(row: TextRow, repeated: set[tuple[str, int]]) -> bool:
    shape, height = _DIGITS.sub("#", row.text), round(row.top / 3)
    text = row.text.strip()
    numbered = bool(_PAGE_NUMBER.fullmatch(text)) and period_of(text) is None
    return numbered or any((shape, height + step) in repeated for step in (-1, 0, 1))


def title_above(rows: Sequence[TextRow], head: TextRow, right: float) -> str:
    """The heading above a table: bold or larger print if near, else the line just above."""
    near = [row for row in rows if head.top - row.bottom < _REACH and row.x0 < right]
    found: list[TextRow] = []
    for row in reversed(near):
        if found:
            wrapped = (
                row.bold == found[0].bold
                and abs(row.height - found[0].height) < 0.6
                and found[0].top - row.bottom < 0.5 * row.height
                and abs(row.x0 - found[0].x0) < 30
            )
            if not wrapped or len(found) == 2:
                break
            found.insert(0, row)
        elif _is_title(row) and (row.bold or row.height > head.height + 0.6):
            found.append(row)
    if not found and near and _is_title(near[-1]) and head.top - near[-1].bottom < 40:
        found = [near[-1]]
    return " ".join(row.text for row in found)


def _is_title(row: TextRow) -> bool:
    text = row.text.strip()
    return len(row.chunks) <= 3 and len(text) <= _LONGEST and not text.endswith((".", ",", ";"))


def last_title(rows: Sequence[TextRow]) -> str:
    """The heading that ends a page, for a table that begins the next; blank for none."""
    if len(rows) < 2 or not _is_title(rows[-1]):
        return ""
    larger = rows[-1].height > rows[-2].height + 0.6
    return rows[-1].text if larger or (rows[-1].bold and not rows[-2].bold) else ""
