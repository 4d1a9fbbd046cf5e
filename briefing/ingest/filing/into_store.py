"""A document into the store: read, told whose it is, turned into rows, added."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import BriefingError
from briefing.ingest.decisions.record import for_meeting, read_decisions
from briefing.ingest.decisions.settle import settle
from briefing.ingest.filing.beside_record import context_of
from briefing.ingest.filing.replaces import replaced_by
from briefing.ingest.filing.revise import Revision, revise
from briefing.ingest.filing.whose import Belongs, belongs
from briefing.ingest.pipeline import Reading
from briefing.ingest.published import PublishedRows
from briefing.ingest.records import Rows, records
from briefing.ingest.records.rows import Row
from briefing.ingest.safely import STANDARD, Limits, run_safely
from briefing.ingest.words.slugs import slug, unused
from briefing.store import DataFolder, DataProblems, Given, Place, add, add_panel
from briefing.store.layout import PANEL_FILE

#: Kinds of document of which a meeting has one as a rule: their names need no title.
ONE_A_MEETING = frozenset({"pack", "agenda", "minutes", "tracker"})

#: Who publishes each kind of document; the others are the council's.
_PUBLISHER = {"inspection": "inspectorate", "summary": "third_party"}


@dataclass(frozen=True)
class Ingested:
    """What became of a document.

    ``counts`` has how many of each there are in it: pages, items, resolutions, tables, stated,
    ambiguous, withheld, issues, and rows of further tables by their names. ``bound_in`` has the
    same of the items and resolutions of earlier meetings whose minutes it holds, by meeting.
    ``changes`` say what a republished paper prints differently. ``unchanged`` is set for a file
    that is on record already: nothing was done. ``passed_over`` are decisions of people that fit
    nothing any more, each with why. ``new_panel`` is set where the store did not know the panel.
    """

    name: str
    document: str
    kind: str
    meeting: str
    panel: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    bound_in: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    unchanged: bool = False
    supersedes: str = ""
    issues: tuple[Row, ...] = ()
    passed_over: tuple[str, ...] = ()
    new_panel: bool = False
    panel_title: str = ""


def on_record(folder: DataFolder, path: Path, limits: Limits = STANDARD) -> Ingested | None:
    """The document with the same content as a file, if the store has it.

    Raises
    ------
    BriefingError
        When the file cannot be read.
    """
    try:
        if not path.is_file() or path.stat().st_size > limits.file_megabytes * 1_000_000:
            return None
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BriefingError(f"{path}: cannot be read ({error.strerror or error})") from None
    return _same_content(folder, path.name, digest)


def read(path: Path, *, ocr: bool = False, limits: Limits = STANDARD) -> Reading:
    """Read a document in a process of its own.

    Raises
    ------
    BriefingError
        When it cannot be read, or holds nothing to keep; the message names the cause.
    """
    reading: Reading = run_safely(
        "briefing.ingest.pipeline:parse", path, ocr, limits.pages, limits=limits
    )
    if not reading.parts:
        raise BriefingError(
            f"{path.name}: nothing in it is recognised: no agenda, no minutes, "
            "no table of figures, nor any other paper of a meeting"
        )
    return reading


def keep(
    folder: DataFolder,
    reading: Reading,
    *,
    panel: str = "",
    day: str = "",
    overrule: bool = False,
    published: PublishedRows | None = None,
) -> Ingested:
    """Take what was read of a document into the store.

    Parameters
    ----------
    folder
        The store.
    reading
        The document as read.
    panel, day
        The panel and the date of the meeting, where the document does not say.
    overrule
        Whether ``panel`` and ``day`` hold where the document says otherwise.
    published
        Published figures of all authorities, to hold comparator columns without a name against;
        None for those that the store holds.

    Raises
    ------
    NotTold
        When it cannot be told whose it is.
    BriefingError
        When it says otherwise than the user, or the store cannot be written. The store is as it
        was.
    """
    while True:
        seen = set(folder.documents)
        if known := _same_content(folder, reading.name, reading.sha256):
            return known
        whose = belongs(
            folder, reading.name, reading.identity, panel=panel, day=day, overrule=overrule
        )
        made = _Made.of(folder, reading, whose, published)
        new_panel = whose.panel not in folder.panels
        try:
            with _panel_of(folder, whose):
                add(folder, [*_given(made.revision, reading.name)])
        except DataProblems as faults:
            folder.forget()
            if set(folder.documents) != seen:
                continue
            more = f" (and {len(faults.problems) - 1} more)" if len(faults.problems) > 1 else ""
            raise BriefingError(
                f"{reading.name}: what was read does not fit the store, which is as it was: "
                f"{faults.problems[0]}{more}"
            ) from faults
        decided = for_meeting(read_decisions(folder, whose.panel), whose.meeting)
        settled = settle(folder, whose.panel, decided)
        return made.told(reading, whose, settled.passed_over, new_panel)


def ingest(
    folder: DataFolder,
    path: Path,
    *,
    panel: str = "",
    day: str = "",
    overrule: bool = False,
    ocr: bool = False,
    published: PublishedRows | None = None,
    limits: Limits = STANDARD,
) -> Ingested:
    """Read a published document into the store: :func:`read`, then :func:`keep`.

    A file that is on record already changes nothing, and is not read again.
    """
    if known := on_record(folder, path, limits):
        return known
    reading = read(path, ocr=ocr, limits=limits)
    return keep(folder, reading, panel=panel, day=day, overrule=overrule, published=published)


@dataclass(frozen=True)
class _Made:
    """The rows of a document, and what adding them to the store comes to."""

    document: Row
    rows: Rows
    revision: Revision

    @classmethod
    def of(
        cls, folder: DataFolder, reading: Reading, whose: Belongs, published: PublishedRows | None
    ) -> _Made:
        document, replaced = _document(folder, reading, whose)
        rows = records(context_of(folder, reading, whose, document, replaced, published))
        return cls(document, rows, revise(folder, rows, document, replaced))

    def told(
        self, reading: Reading, whose: Belongs, passed_over: tuple[str, ...], new_panel: bool
    ) -> Ingested:
        issues = [*self.revision.rows.get("issues", ()), *self.revision.untold]
        issues = [row for row in issues if row["kind"] != "republished"]
        return Ingested(
            name=reading.name,
            document=self.document["document"],
            kind=self.document["kind"],
            meeting=whose.meeting,
            panel=whose.panel,
            counts=_counts(reading, self.rows, len(issues)),
            bound_in=_bound_in(self.rows, whose.meeting),
            changes=tuple(self.revision.changes),
            supersedes=self.document["supersedes"],
            issues=tuple(issues),
            passed_over=passed_over,
            new_panel=new_panel,
            panel_title=f"{whose.title}, {whose.council}",
        )


def _same_content(folder: DataFolder, name: str, digest: str) -> Ingested | None:
    for row in folder.documents.values():
        if row["sha256"] == digest:
            return Ingested(
                name, row["document"], row["kind"], row["meeting"], row["panel"], unchanged=True
            )
    return None


def _document(folder: DataFolder, reading: Reading, whose: Belongs) -> tuple[Row, tuple[str, ...]]:
    """The row of the document, and the documents that it replaces, oldest first."""
    identity = reading.identity
    on = whose.meeting[-10:] or (identity.published.isoformat() if identity.published else "")
    stem = "-".join(filter(None, (whose.panel, on, identity.kind)))
    if identity.kind not in ONE_A_MEETING and identity.kind != "inspection":
        stem = f"{stem}-{slug(identity.title.removeprefix('Slides: ') or reading.name, words=5)}"
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
        "source_name": reading.name,
    }
    replaced = replaced_by(folder, row, reading.parts)
    return {**row, "supersedes": replaced[-1] if replaced else ""}, replaced


@contextmanager
def _panel_of(folder: DataFolder, whose: Belongs) -> Iterator[None]:
    """The panel of a paper of no meeting, made where the store lacks it; gone if nothing came."""
    made = not whose.meeting and add_panel(folder, whose.panel, whose.council, whose.title)
    try:
        yield
    except BaseException:
        if made:
            place = folder.root / Place(panel=whose.panel).folder
            (place / PANEL_FILE).unlink(missing_ok=True)
            place.rmdir()
            folder.forget()
        raise


def _given(revision: Revision, name: str) -> Iterator[Given]:
    for table, rows in revision.rows.items():
        yield Given(table, list(enumerate(rows, start=1)), f"{name}, {table}")


def _counts(reading: Reading, rows: Rows, issues: int) -> Counter[str]:
    counts = Counter({table: len(found) for table, found in rows.tables.items()})
    counts |= Counter(row["status"] for row in rows.tables.get("observations", ()))
    counts |= Counter(pages=reading.pages, items=counts["agenda_items"])
    counts["issues"] = issues
    return counts


def _bound_in(rows: Rows, meeting: str) -> dict[str, Counter[str]]:
    """How many items and resolutions of other meetings there are, by meeting."""
    found: dict[str, Counter[str]] = {}
    for table, name in (("agenda_items", "items"), ("resolutions", "resolutions")):
        for row in rows.tables.get(table, ()):
            if row["meeting"] != meeting:
                found.setdefault(row["meeting"], Counter())[name] += 1
    return found
