"""A document into the store: read, told whose it is, turned into rows, added."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError
from briefing.ingest.beside_record import context_of
from briefing.ingest.decisions import for_meeting, read_decisions
from briefing.ingest.pipeline import Reading
from briefing.ingest.published import Published
from briefing.ingest.records import Rows, records
from briefing.ingest.records.rows import Row
from briefing.ingest.revise import Revision, revise
from briefing.ingest.safely import STANDARD, Limits, run_safely
from briefing.ingest.settle import settle
from briefing.ingest.whose import Belongs, belongs
from briefing.ingest.words.slugs import slug, unused
from briefing.store import DataFolder, Given, add

#: Kinds of document of which a meeting has one: a later one replaces the earlier.
_ONE_A_MEETING = frozenset({"pack", "agenda", "minutes", "tracker"})

#: Who publishes each kind of document; the others are the council's.
_PUBLISHER = {"inspection": "inspectorate", "summary": "third_party"}


@dataclass(frozen=True)
class Ingested:
    """What became of a document.

    ``counts`` has how many of each there are in it: pages, items, resolutions, tables, stated,
    ambiguous, withheld, issues. ``changes`` say what a republished paper prints differently.
    ``unchanged`` is set for a file that is on record already: nothing was done. ``passed_over``
    are decisions of people that fit nothing any more, each with why.
    """

    name: str
    document: str
    kind: str
    meeting: str
    counts: Mapping[str, int]
    changes: tuple[str, ...] = ()
    unchanged: bool = False
    supersedes: str = ""
    issues: tuple[Row, ...] = ()
    passed_over: tuple[str, ...] = ()


def ingest(
    folder: DataFolder,
    path: Path,
    *,
    panel: str = "",
    day: str = "",
    ocr: bool = False,
    published: Published | None = None,
    limits: Limits = STANDARD,
) -> Ingested:
    """Read a published document into the store.

    Parameters
    ----------
    folder
        The store.
    path
        The file: PDF, web page, Markdown or text.
    panel, day
        The panel and the date of the meeting, where the document does not say or is wrong.
    ocr
        Whether to read the pictures of a scan; its figures are withheld until confirmed.
    published
        Published figures of all authorities, to hold comparator columns without a name against.
    limits
        Time, memory and pages that the parse may take.

    Raises
    ------
    BriefingError
        When the file cannot be read, or it cannot be told whose it is. The store is as it was.
    """
    if known := _on_record(folder, path):
        return known
    parse = "briefing.ingest.pipeline:parse"
    reading: Reading = run_safely(parse, path, ocr, limits.pages, limits=limits)
    whose = belongs(folder, path.name, reading.identity, panel=panel, day=day)
    document, replaced = _document(folder, reading, whose)
    rows = records(context_of(folder, reading, whose, document, replaced, published))
    revision = revise(folder, rows, document, replaced)
    add(folder, [*_given(revision, path.name)])
    decided = for_meeting(read_decisions(folder, whose.panel), whose.meeting)
    settled = settle(folder, whose.panel, decided)
    return Ingested(
        name=path.name,
        document=document["document"],
        kind=document["kind"],
        meeting=whose.meeting,
        counts=_counts(reading, rows, revision),
        changes=tuple(revision.changes),
        supersedes=document["supersedes"],
        issues=tuple(revision.rows.get("issues", ())),
        passed_over=settled.passed_over,
    )


def _on_record(folder: DataFolder, path: Path) -> Ingested | None:
    """The document with the same content, if the store has it."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BriefingError(f"{path}: {error.strerror or error}") from None
    for row in folder.documents.values():
        if row["sha256"] == digest:
            return Ingested(
                path.name, row["document"], row["kind"], row["meeting"], {}, unchanged=True
            )
    return None


def _document(folder: DataFolder, reading: Reading, whose: Belongs) -> tuple[Row, tuple[str, ...]]:
    """The row of the document, and the documents that it replaces, oldest first."""
    identity = reading.identity
    on = whose.meeting[-10:] or (identity.published.isoformat() if identity.published else "")
    stem = "-".join(filter(None, (whose.panel, on, identity.kind)))
    earlier = [
        row
        for row in folder.documents.values()
        if row["panel"] == whose.panel
        and row["meeting"] == whose.meeting
        and row["kind"] == identity.kind
        and (identity.kind in _ONE_A_MEETING or row["title"] == identity.title)
    ]
    if identity.kind not in _ONE_A_MEETING and identity.kind != "inspection":
        stem = f"{stem}-{slug(identity.title or reading.name, words=5)}"
    row = {
        "document": unused(stem, folder.documents),
        "meeting": whose.meeting,
        "panel": whose.panel,
        "council": whose.council,
        "publisher": _PUBLISHER.get(identity.kind, "council"),
        "title": identity.title or reading.name,
        "kind": identity.kind,
        "published": identity.published.isoformat() if identity.published else "",
        "sha256": reading.sha256,
        "pages": str(reading.pages) if reading.pages else "",
        "supersedes": earlier[-1]["document"] if earlier else "",
        "source_name": reading.name,
    }
    return row, tuple(row["document"] for row in earlier)


def _given(revision: Revision, name: str) -> Iterator[Given]:
    for table, rows in revision.rows.items():
        yield Given(table, list(enumerate(rows, start=1)), f"{name}, {table}")


def _counts(reading: Reading, rows: Rows, revision: Revision) -> Counter[str]:
    tables = rows.tables
    counts = Counter(
        pages=reading.pages,
        items=len(tables.get("agenda_items", ())),
        resolutions=len(tables.get("resolutions", ())),
        tables=len(tables.get("tables", ())),
        issues=len(revision.rows.get("issues", ())),
    )
    for row in tables.get("observations", ()):
        counts[row["status"]] += 1
    return counts
