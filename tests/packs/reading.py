"""Reading a generated pack through the same doors as any other document."""

from __future__ import annotations

import tempfile
from pathlib import Path

from briefing.ingest.exempt.quarantine import quarantine
from briefing.ingest.page import Source
from briefing.ingest.parts import Part, PrintedTable
from briefing.ingest.read import read_source
from briefing.ingest.recognise import performance_table, recognise


def source_of(pdf: bytes) -> Source:
    """A pack's bytes as a source."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        path.write_bytes(pdf)
        return read_source(path)


def public_of(source: Source) -> Source:
    """A source with its printed page numbers, without what is exempt."""
    from briefing.ingest.pages.printed import number

    return quarantine(number(source))[0]


def tables_of(pdf: bytes) -> list[PrintedTable]:
    """The tables that are read from a pack."""
    found = performance_table.recognise(source_of(pdf))
    return [part for part in found if isinstance(part, PrintedTable)]


def parts_of(source: Source) -> list[Part]:
    """Everything that is recognised in a source."""
    return list(recognise(source))
