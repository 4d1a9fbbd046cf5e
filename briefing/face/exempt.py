"""Agenda items that are not open to the public: quarantined whole, title and figures too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.store import Row

#: What stands for the title of an item that is not open to the public.
TITLE = "Exempt item"


@dataclass(frozen=True)
class Exempt:
    """The items of a meeting that are exempt, and the tables and titles that belong to them."""

    items: frozenset[str]
    tables: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def of(cls, agenda: Iterable[Row], tables: Iterable[Row]) -> Exempt:
        """What an agenda marks as exempt."""
        closed = [row for row in agenda if row["exempt"] == "yes"]
        items = frozenset(row["item_number"] for row in closed)
        return cls(
            items,
            frozenset(row["table"] for row in tables if row["item_number"] in items),
            frozenset(row["title"] for row in closed),
        )

    def open_part(self, table: str, row: Row) -> Row | None:
        """The row as the public may see it, or None.

        Of an exempt item only its number stays, so that a briefing can say that an item was
        left out.
        """
        closed = (
            row.get("item_number", "") in self.items
            or row.get("table", "") in self.tables
            or row.get("item_title", "") in self.titles
        )
        if not closed:
            return row
        if table != "agenda_items":
            return None
        kept = ("meeting", "item_number", "exempt")
        return {k: TITLE if k == "title" else v if k in kept else "" for k, v in row.items()}
