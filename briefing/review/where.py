"""Where a figure comes from: the words of its source, and the page with its cell marked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.display.show import Blocks
from briefing.errors import BriefingError
from briefing.face import Meeting, Store, open_store
from briefing.face.rows import row_named, rows_behind
from briefing.model import Figure, Period
from briefing.model import blocks as b
from briefing.model.blocks import Block, Inline
from briefing.review.lookup import cells_of, figures_of, meeting_of_row
from briefing.review.matters import Row
from briefing.review.papers import Papers
from briefing.review.places import asked_for
from briefing.sections.edition import find_data

#: The environment variable with the folder of the files that were read.
SOURCES = "BRIEFING_SOURCES"

_STATUS = {
    "ambiguous": "The papers do not say which period it is of.",
    "withheld": "It is withheld: what the page prints is not certain.",
    "suppressed": "The papers suppress it.",
    "missing": "The papers print no value here.",
}


def where_from(thing: Any, *, sources: str = "", data: str = "") -> Blocks:
    """Where a figure was read, how it was placed, and the page with its cell marked.

    Parameters
    ----------
    thing
        A figure; a row of a frame such as ``meeting.observations.iloc[0]``; a trend or a point (its
        last figure); a sentence or a verdict (all its figures); or the identifier of a row. A
        figure that was worked out shows what it was worked out from.
    sources
        The file that was read, or the folder that it is in; given once, it holds for the session.
        Blank takes ``BRIEFING_SOURCES``. A file that is not the one that was read is never shown.
    data
        The store; blank takes ``BRIEFING_DATA`` or the nearest ``data/``.

    Raises
    ------
    BriefingError
        When the store, the row or the folder is not found, or the thing has no figure.

    Examples
    --------
    >>> where_from(meeting.trend("rate-of-children-in-care"), sources="papers")
    """
    if sources:
        if not os.path.exists(sources):
            raise BriefingError(f"there is no file or folder {sources}")
        os.environ[SOURCES] = sources
    store = open_store(data or find_data())
    shown = _Shown(store, os.environ.get(SOURCES, ""))
    if isinstance(thing, str):
        shown.row(*row_named(store, thing))
    elif figures := list(figures_of(thing)):
        for figure in figures:
            shown.figure(figure)
    elif hasattr(thing, "columns") and hasattr(thing, "iloc"):
        if len(thing) != 1:
            raise BriefingError(f"these are {len(thing)} rows: take one, such as frame.iloc[0]")
        shown.rows(rows_behind(store, cells_of(thing.iloc[0])))
    elif hasattr(thing, "items"):
        shown.rows(rows_behind(store, cells_of(thing)))
    else:
        raise BriefingError(
            f"this {type(thing).__name__} has no figure: give a figure, a row of a frame, a trend, "
            "a point, a sentence or the identifier of a row"
        )
    return shown.blocks()


@dataclass(frozen=True)
class _Leaf:
    """A row of the store that was read from a document."""

    table: str
    row: Row
    meeting: Meeting
    raw: str


class _Shown:
    """What is told of figures, and the pages that they stand on, each drawn once."""

    def __init__(self, store: Store, sources: str) -> None:
        self._store = store
        documents = store.folder.documents
        hashes = {name: row["sha256"] for name, row in documents.items() if row["sha256"]}
        self._papers = Papers(sources, hashes, any_file=True)
        self._told: list[Block] = []
        self._leaves: dict[str, _Leaf] = {}

    def rows(self, found: list[tuple[str, Row]]) -> None:
        """Tell of several rows."""
        for table, row in found:
            self.row(table, row)

    def figure(self, figure: Figure, depth: int = 0) -> None:
        """Tell of a figure; of one that was worked out, then of those that it rests on."""
        if figure.operation:
            said: Inline = [
                {"text": f"{_called(figure)}: ", "bold": True},
                f"worked out, not printed: {figure.operation}.",
            ]
            self._told.append(b.paragraph(said))
            for parent in figure.parents:
                self.figure(parent, depth + 1)
        elif figure.row:
            table, row = row_named(self._store, figure.row)
            self.row(table, row, figure)
        else:
            place = figure.citation.text if figure.citation else ""
            self._told.append(
                b.paragraph([{"text": f"{_called(figure)}: ", "bold": True}, f"{place}."])
            )

    def row(self, table: str, row: Row, figure: Figure | None = None) -> None:
        """Tell of a row of the store."""
        name = f"{table} {'|'.join(row.values())}"
        if name in self._leaves:
            return
        meeting = meeting_of_row(self._store, row)
        raw = (figure.raw if figure else "") or row.get("raw", "")
        leaf = _Leaf(table, row, meeting, raw)
        self._leaves[name] = leaf
        self._told += list(_told(leaf, figure))

    def blocks(self) -> Blocks:
        """What is told, then each page once with all that was read from it."""
        pages: dict[tuple[str, str], list[_Leaf]] = {}
        for leaf in self._leaves.values():
            if leaf.row.get("document"):
                key = (leaf.row["document"], leaf.row["page"] or f"line {leaf.row['line']}")
                pages.setdefault(key, []).append(leaf)
        shown = [part for (name, _), leaves in pages.items() for part in self._page(name, leaves)]
        lacking = dict.fromkeys(n for n, _ in pages if not self._papers.has(n))
        return Blocks(self._told, shown, [self._how_to_see(name) for name in lacking])

    def _page(self, name: str, leaves: list[_Leaf]) -> Iterator[Block]:
        first = leaves[0].row
        wanted = [(leaf.raw, asked_for(leaf.meeting, leaf.table, leaf.row)) for leaf in leaves]
        yield from self._papers.places(name, first["page"], first["line"], wanted)

    def _how_to_see(self, name: str) -> Block:
        row = self._store.folder.documents.get(name, {})
        file = row.get("source_name") or row.get("title", name)
        if not row.get("sha256"):
            return b.paragraph(f"{file}: entered by hand; no file is on record.", style="small")
        return b.paragraph(
            f'To see the page, give the folder with {file}: where_from(..., sources="folder"), or '
            f"set {SOURCES}.",
            style="small",
        )


def _called(figure: Figure) -> str:
    return f"{figure.text}, {figure.period.label}" if figure.period else figure.text


def _told(leaf: _Leaf, figure: Figure | None) -> Iterator[Block]:
    """A row in words: what it is, where it stands, how it was placed, and who corrected it."""
    row, cited = leaf.row, leaf.meeting.citation(leaf.row).text
    said = _value(leaf, figure)
    if leaf.raw:
        said.append(f"printed as “{leaf.raw}”, ")
    elif text := next((row[c] for c in ("text", "response", "title") if row.get(c)), ""):
        kind = "in our words: " if row.get("text_kind") == "summary" else ""
        said.append(f"{kind}“{text}”, ")
    said.append({"text": f"{cited}.", "muted": True})
    yield b.paragraph(said)
    for label, column in (
        ("How it was placed: ", "evidence"),
        ("How the direction is known: ", "direction_evidence"),
        ("How the comparator is known: ", "identification_evidence"),
    ):
        if row.get(column):
            yield b.paragraph([{"text": label, "bold": True}, row[column]], style="source")
    if row.get("status") in _STATUS:
        yield b.paragraph(_STATUS[row["status"]], style="source")
    if row.get("corrected_by"):
        told = f"{row['corrected_by']}: {row['correction_reason']}. What was read: “{row['raw']}”."
        yield b.paragraph([{"text": "Corrected by hand: ", "bold": True}, told], style="source")


def _value(leaf: _Leaf, figure: Figure | None) -> list[Any]:
    row = leaf.row
    called = _called(figure) if figure else ""
    if not called and row.get("value"):
        called = row["value"]
        if leaf.table in ("observations", "targets", "benchmarks"):
            called = _called(leaf.meeting.figure(row))
    elif not called and row.get("period"):
        called = Period(row["period"], row.get("period_kind", "")).label
    measure = row.get("name_as_printed", "")
    label = ", ".join(filter(None, (measure, row.get("breakdown", ""), called)))
    return [{"text": f"{label}: ", "bold": True}] if label else []
