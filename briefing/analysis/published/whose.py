"""Whose value a comparator is taken for: its own row says so, or other rows of its column do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.analysis.rows import Row

#: How a comparator must have been identified to speak for its column.
_KNOWN = ("named", "proposed", "confirmed")


def at(row: Row) -> tuple[str, str]:
    """The printed row that a value stands in."""
    return row["table"], row["indicator"]


def whose(rows: Sequence[Row]) -> list[str]:
    """The comparator of each row; ``unknown`` where nothing shows it.

    A column shows itself where other rows of the meeting identify it, all alike. A row that prints
    fewer places than the widest does not say which of them it leaves out, so that its values are
    known only where the row itself identifies them.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    ends: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        ends[at(row)] = max(ends[at(row)], int(row["column_position"]))
        if _is_known(row):
            shown[row["column_position"]].add(row["comparator"])
    widest = max(ends.values(), default=0)

    def of(row: Row) -> str:
        if _is_known(row):
            return row["comparator"]
        column = shown[row["column_position"]]
        return next(iter(column)) if len(column) == 1 and ends[at(row)] == widest else "unknown"

    return [of(row) for row in rows]


def _is_known(row: Row) -> bool:
    return row["identification"] in _KNOWN and row["comparator"] != "unknown"
