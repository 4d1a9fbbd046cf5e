"""Rows in the making: by table, in printed order, each key once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model.tables import SOURCE, TABLES

Row = dict[str, str]
Made = tuple[str, Row]

#: The columns that say where a row was read: they differ between two papers that say the same.
PLACE = frozenset(f.name for f in SOURCE)


def said(row: Row) -> Row:
    """What a row says, without the place that it was read from."""
    return {column: cell for column, cell in row.items() if column not in PLACE}


@dataclass
class Rows:
    """Rows by table. ``clashes`` are rows left out because one with their key says otherwise."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    clashes: list[tuple[str, Row, Row]] = field(default_factory=list)
    _known: dict[str, dict[tuple[str, ...], Row]] = field(default_factory=dict)

    def extend(self, made: Iterable[Made]) -> None:
        """Add rows; every column that a row leaves out is blank.

        Of the rows of one meeting the first counts: its own papers come before mere mentions.
        """
        for table, stated in made:
            declared = TABLES[table]
            row = {**dict.fromkeys(declared.columns, ""), **stated}
            key = tuple(row[column] for column in declared.key)
            known = self._known.setdefault(table, {})
            if key not in known:
                known[key] = row
                self.tables.setdefault(table, []).append(row)
            elif table != "meetings" and said(known[key]) != said(row):
                self.clashes.append((table, known[key], row))
