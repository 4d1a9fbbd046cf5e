"""The whole parse of one document, as it runs in the child process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.ingest.exempt.quarantine import quarantine
from briefing.ingest.filing.identity import Identity, identify
from briefing.ingest.leftover import leftover
from briefing.ingest.page import Form, Note
from briefing.ingest.pages.check import disagreements
from briefing.ingest.pages.printed import number
from briefing.ingest.parts import AgendaItem, Part, PrintedTable
from briefing.ingest.placing.place import place
from briefing.ingest.read import read_source
from briefing.ingest.recognise import recognise
from briefing.ingest.safely import STANDARD


@dataclass(frozen=True)
class Reading:
    """A document as parsed: what it is, and its parts in printed order.

    ``pages`` counts the pages of the file, 0 where it has none.
    """

    name: str
    sha256: str
    form: Form
    pages: int
    scanned: bool
    identity: Identity
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


def parse(path: Path, ocr: bool = False, pages: int = STANDARD.pages) -> Reading:
    """Read a document and recognise its parts.

    Exempt matter is left out before anything is recognised. ``pages`` is how many a PDF may have.

    Raises
    ------
    BriefingError
        When the file cannot be read; the message names the cause.
    """
    source, left_out = quarantine(number(read_source(path, ocr=ocr, pages=pages)))
    parts = [*recognise(source), *left_out]
    tables = place([p for p in parts if isinstance(p, PrintedTable)], source.lines)
    others = [part for part in parts if not isinstance(part, PrintedTable)]
    items = [part for part in others if isinstance(part, AgendaItem)]
    found = sorted((*tables, *others, *disagreements(source, items)), key=_order)
    return Reading(
        name=source.name,
        sha256=source.sha256,
        form=source.form,
        pages=sum(page.number is not None for page in source.pages),
        scanned=source.scanned,
        identity=identify(source, found),
        parts=(*found, *leftover(source, found)),
        notes=source.notes,
    )


def _order(part: Part) -> tuple[int, int]:
    return (part.where.page or 0, part.where.line or 0)
