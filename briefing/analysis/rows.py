"""Rows of the store as the analysis takes them: mappings of strings, blank for not stated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from briefing.model import TABLES, Citation, Period

#: A row of one of the tables of :data:`briefing.model.TABLES`.
Row = Mapping[str, str]

#: Maps a row to the place it was read from.
Cite = Callable[[Row], Citation]


def row_id(table: str, row: Row) -> str:
    """The name of a row in evidence.

    A table whose key is one column gives that value (``…/2024-09-26/family-help/r02-p05``), any
    other its name and the parts of its key (``targets/…/2024-09-26/permanence/ifa-placements``).
    """
    key = TABLES[table].key
    if len(key) == 1:
        return row[key[0]]
    return "/".join([table, *(row[k] for k in key if row.get(k))])


def decimal(row: Row, column: str = "value") -> Decimal:
    """A cell as an exact decimal.

    Raises
    ------
    ValueError
        When the cell holds no number; the message shows the cell.
    """
    try:
        value = Decimal(row[column])
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise ValueError(f"not a number: {row[column]!r} in {column}")
    return value


def period(row: Row, column: str = "period") -> Period | None:
    """A cell as a period, None where it is blank; the month of a day."""
    code = row.get(column, "")
    if not code:
        return None
    if code.count("-") == 2:
        return Period(code[:7])
    return Period(code, row.get("period_kind", "") if column == "period" else "")


def panel_of(meeting: str) -> str:
    """The panel of a meeting's identifier ``PANEL/YYYY-MM-DD``."""
    return meeting.rpartition("/")[0]


def date_of(meeting: str) -> date:
    """The day of a meeting's identifier ``PANEL/YYYY-MM-DD``."""
    return date.fromisoformat(meeting.rpartition("/")[2])
