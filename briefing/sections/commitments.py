"""What papers commit to outside agenda items: who, by when, and how it would be known."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.display.show import Blocks
from briefing.model import Period
from briefing.model import blocks as b
from briefing.model.blocks import Block
from briefing.sections.edition import Edition, Row
from briefing.sections.words import british_date

_KINDS = ("commitment", "ambition")

_COLUMNS = [
    {"text": "Commitment", "width": 4},
    {"text": "Lead", "width": 2},
    {"text": "By when", "width": 1.3},
    {"text": "How it would be known", "width": 3},
    {"text": "Page", "width": 0.7},
]


def commitments(edition: Edition) -> Blocks:
    """A part of the annex: a table of what the papers commit to; nothing where none do.

    Commitments that stand under an agenda item belong to that item.
    """
    rows = [
        row
        for row in edition.meeting.rows("statements")
        if row["kind"] in _KINDS and not row["item_number"]
    ]
    if not rows:
        return Blocks([])
    groups = {
        at: row["section"]
        for at, row in enumerate(rows)
        if row["section"] and (at == 0 or row["section"] != rows[at - 1]["section"])
    }
    return Blocks(
        [
            b.heading("What the papers commit to", level=2, anchor="commitments"),
            *_open(rows),
            b.table(
                _COLUMNS,
                [list(_cells(row)) for row in rows],
                caption="Commitments and ambitions, in the order of the papers",
                summary="One row a commitment, with lead, time and measure as printed",
                style="dense",
                groups=groups,
            ),
        ]
    )


def _open(rows: list[Row]) -> Iterator[Block]:
    """Which of lead, time and measure the papers leave open for some commitments."""
    lacking = [
        words
        for column, words in (("owner", "a lead"), ("due", "a date"), ("measure", "a measure"))
        if any(not row[column] for row in rows)
    ]
    if lacking:
        yield b.paragraph(
            f"Where the papers name no {' or no '.join(w.split(' ', 1)[1] for w in lacking)}, "
            "the place is blank: the panel may want to ask for it."
        )


def _cells(row: Row) -> Iterator[Block]:
    yield b.cell(row["text"], header=True)
    yield b.cell(row["owner"])
    yield b.cell(_when(row["due"]))
    yield b.cell(row["measure"])
    yield b.cell(row["printed_page"] or row["page"])


def _when(due: str) -> str:
    """A day, month or year in British words; blank where none is stated."""
    if due.count("-") == 2:
        return british_date(due)
    return Period(due).label if due else ""
