"""Commitments with lead, timescale and measure, and ambitions with a timescale."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.page import Source
from briefing.ingest.papers.commitment_rows import commitment_rows
from briefing.ingest.parts import Part


def recognise(source: Source) -> Iterator[Part]:
    """The commitments and ambitions of a paper, row by row, and the rows that are not clear."""
    yield from commitment_rows(source)
