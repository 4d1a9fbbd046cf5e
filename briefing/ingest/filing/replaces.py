"""Which papers on record a paper replaces: an earlier printing of the same, not just its like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.ingest.parts import (
    AgendaItem,
    InlineFigure,
    Inspection,
    Minutes,
    Part,
    PrintedTable,
    ReportCover,
    Slides,
    Statement,
    Tracker,
)
from briefing.ingest.records.rows import Row
from briefing.store import DataFolder

#: Kinds of document of which a meeting has several, told apart by their titles.
_MANY = frozenset({"report", "slides", "summary"})

#: So much of what an earlier paper holds stands in one that replaces it.
_SHARED = 0.5

#: The columns by which a row of a paper is known again, by table.
_MARKS = {
    "agenda_items": "title",
    "tables": "title",
    "statements": "text",
    "findings": "text",
    "recommendations": "text",
    "observations": "name_as_printed",
}


def replaced_by(folder: DataFolder, document: Row, parts: Sequence[Part]) -> tuple[str, ...]:
    """The documents on record that a new one replaces, oldest first.

    They are of its panel, meeting and kind (and of its title, where a meeting has several of a
    kind), and most of what they hold stands in the new one too: a supplement replaces nothing.
    """
    alike = [
        dict(row)
        for row in folder.documents.values()
        if all(row[column] == document[column] for column in ("panel", "meeting", "kind"))
        and (document["kind"] not in _MANY or row["title"] == document["title"])
    ]
    mine = set(map(_letters, _marks(parts)))
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for chain in _chains(alike):
        held = set(_held(folder, chain))
        share = len(held & mine) / len(held) if held else 0.0
        same_file = any(row["source_name"] == document["source_name"] for row in chain)
        if not held and same_file:
            share = 1.0
        if share >= _SHARED and share > best[0]:
            best = (share, tuple(row["document"] for row in chain))
    return best[1]


def _chains(documents: Iterable[Row]) -> list[list[Row]]:
    """Documents with those that replace them, oldest first."""
    chains: list[list[Row]] = []
    for row in documents:
        ends = [chain for chain in chains if chain[-1]["document"] == row["supersedes"]]
        if ends and row["supersedes"]:
            ends[0].append(row)
        else:
            chains.append([row])
    return chains


def _held(folder: DataFolder, chain: Sequence[Row]) -> Iterator[str]:
    """What a document and its later printings hold, as on record."""
    names = {row["document"] for row in chain}
    for table, column in _MARKS.items():
        for row in folder.every(table):
            if row["document"] in names and row[column]:
                yield _letters(row[column])
    raised = {r["recommendation"]: _letters(r["text"]) for r in folder.every("recommendations")}
    for row in folder.every("recommendation_updates"):
        if row["document"] in names:
            yield raised.get(row["recommendation"], "")


def _marks(parts: Sequence[Part]) -> Iterator[str]:
    """What a new document holds, by which it may be known again."""
    for part in parts:
        match part:
            case AgendaItem():
                yield "Exempt item" if part.exempt else part.title
            case PrintedTable():
                yield part.title
                yield from (row.label for row in part.rows)
            case Minutes():
                for item in part.items:
                    yield item.title
                    yield from (said.text for said in item.resolutions)
            case Tracker():
                yield from (said.text for row in part.rows for said in row.actions)
            case Statement():
                yield part.text
            case Inspection():
                yield from (finding.text for finding in part.findings)
            case InlineFigure():
                yield part.label
            case ReportCover():
                yield part.subject
            case Slides():
                yield from (said.text for said in part.slides)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
