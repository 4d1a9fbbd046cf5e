"""A table as it stands on the page, before anyone says what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.ingest.parts import Where
from briefing.ingest.words.values import Rag


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell of one column: its text, the doubt about its print, the colour of its ground.

    ``candidates`` names the columns that it may be of where its place does not say; it is then
    listed under the first of them.
    """

    text: str
    doubt: str = ""
    rag: Rag = ""
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row: a cell for each column, or the text of a group that spans the columns.

    ``doubt`` says why the row's words may not belong to its values; ``indent`` is how far its
    label stands in, in points.
    """

    cells: tuple[RawCell, ...]
    where: Where
    group: str = ""
    doubt: str = ""
    indent: float = 0.0
    bold: bool = False
    loose: tuple[RawCell, ...] = ()


@dataclass(frozen=True, slots=True)
class RawTable:
    """Headings, one a column (blank where none is printed), with the bands above them, and rows.

    ``bands`` holds, for each column, the heading that spans it with others; blank for none.
    """

    title: str
    headings: tuple[str, ...]
    bands: tuple[str, ...]
    rows: tuple[RawRow, ...]
    where: Where
