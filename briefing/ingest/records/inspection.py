"""Findings of inspections."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.parts import Inspection
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made


def inspection_rows(context: Context) -> Iterator[Made]:
    """Rows of the findings, kept with the panel."""
    for inspection in context.of(Inspection):
        for finding in inspection.findings:
            yield (
                "findings",
                {
                    "panel": context.panel,
                    "paragraph": finding.paragraph,
                    "kind": finding.kind,
                    "text": clean(finding.text),
                    "text_kind": "printed",
                    **context.place(finding.where),
                },
            )
