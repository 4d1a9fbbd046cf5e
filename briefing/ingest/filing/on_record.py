"""Rows on record, with what papers printed told apart from what people made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.model.tables import CORRECTION, TABLES
from briefing.store import DataFolder, Row
from briefing.store.layout import key_of

_AUTHOR, _REASON = (f.name for f in CORRECTION)


@dataclass
class Held:
    """A row on record.

    ``row`` is in force; ``printed`` is the last printing of it; ``by_person`` has the cells that
    a person corrected, with what the person said, and ``author`` the last such person.
    """

    row: dict[str, str]
    printed: dict[str, str]
    by_person: dict[str, str] = field(default_factory=dict)
    author: str = ""

    def correct(self, row: Row, papers: frozenset[str]) -> None:
        """Follow a correction; its author is a paper's slug, or a person."""
        changed = {
            column: cell
            for column, cell in row.items()
            if column not in (_AUTHOR, _REASON) and cell != self.row[column]
        }
        if row[_AUTHOR] in papers:
            self.printed |= changed
            self.by_person = {c: v for c, v in self.by_person.items() if c not in changed}
        else:
            self.by_person |= changed
            self.author = row[_AUTHOR]
        self.row = dict(row)


def held_rows(folder: DataFolder, table: str) -> Iterator[Held]:
    """The rows of a table in the whole store."""
    papers = frozenset(folder.documents)
    for place in folder.places:
        held: dict[tuple[str, ...], Held] = {}
        for row in folder.as_read(table, place):
            held[key_of(TABLES[table], row)] = Held(dict(row), dict(row))
        for correction in folder.corrections(table, place):
            if one := held.get(key_of(TABLES[table], correction)):
                one.correct(correction, papers)
        yield from held.values()
