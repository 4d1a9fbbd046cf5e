"""Rows of the store by their identifiers, and the identifiers of rows of frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.analysis import row_id
from briefing.errors import BriefingError
from briefing.model import TABLES
from briefing.model.tables import COMPUTED
from briefing.store import STORED, Row

if TYPE_CHECKING:
    from briefing.face.store import Store

#: The columns of computed tables that name the rows that they rest on.
_EVIDENCE = ("evidence", "found_in", "left", "right")


def row_named(store: Store, name: str) -> tuple[str, Row]:
    """The table and the row of an identifier, such as a figure names.

    Raises
    ------
    BriefingError
        When the store has no such row.
    """
    first, _, rest = name.partition("/")
    tables: Sequence[str] = [first] if first in STORED else STORED
    meetings = [m for m in store.meeting_ids if f"{m}/" in f"{name}/"] or None
    for table in tables:
        for row in store.rows(table, meetings):
            if row_id(table, row) in (name, rest if first in STORED else name):
                return table, row
    raise BriefingError(f"the store has no row {name!r}")


def rows_behind(store: Store, cells: Mapping[str, str]) -> list[tuple[str, Row]]:
    """The rows of the store that a row of a frame is, or, for a computed one, rests on.

    Raises
    ------
    BriefingError
        When it is a row of no table, or the store does not have it.
    """
    table = _table_of(cells)
    if table and table not in COMPUTED:
        return [row_named(store, row_id(table, cells))]
    names = [name for column in _EVIDENCE for name in cells.get(column, "").split("|") if name]
    if not names:
        raise BriefingError(
            "this is a row of no table, or it rests on no row of the store: take one with its "
            "identifier, such as the column observation of meeting.observations"
        )
    return [row_named(store, name) for name in dict.fromkeys(names)]


def _table_of(cells: Mapping[str, str]) -> str:
    """The table whose key the row has, and most of whose columns; blank for none."""
    fitting = [
        table
        for table in TABLES
        if set(TABLES[table].key) <= set(cells) and any(cells[k] for k in TABLES[table].key)
    ]

    def alike(table: str) -> tuple[int, int]:
        columns = set(TABLES[table].columns)
        return len(columns & set(cells)), -len(columns - set(cells))

    return max(fitting, key=alike, default="")
