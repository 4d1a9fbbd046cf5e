"""What papers commit to outside agenda items: who, by when, and how it would be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.display.columns import column
from briefing.display.show import Blocks
from briefing.model import Period, Sentence, compose
from briefing.model import blocks as b
from briefing.model.blocks import Block
from briefing.model.sentence import Mark
from briefing.sections.edition import Edition, Row
from briefing.sections.words import british_date

_KINDS = ("commitment", "ambition")

_COLUMNS = [
    column("Commitment", 4),
    column("Lead", 2),
    column("By when", 1.5),
    column("How it would be known", 3),
    column("Page", 0.7),
]

#: A time that is no date stands behind the measure.
_TIMESCALE = re.compile(r"(?:^|; )timescale: (.*)$", re.DOTALL)


def commitments(edition: Edition) -> Blocks:
    """A part of the annex: a table of what the papers commit to; nothing where none do.

    Commitments that stand under an agenda item belong to that item.
    """
    rows = of_no_item(edition)
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


def of_no_item(edition: Edition) -> list[Row]:
    """The commitments and ambitions that stand under no agenda item, in printed order."""
    return [
        row
        for row in edition.meeting.rows("statements")
        if row["kind"] in _KINDS and not row["item_number"]
    ]


def _open(rows: list[Row]) -> Iterator[Block]:
    """Which of lead, time and measure the papers leave open for some commitments."""
    lacking = [
        words
        for told, words in ((_lead, "lead"), (_time, "date"), (_measure, "measure"))
        if any(not told(row) for row in rows)
    ]
    if lacking:
        yield b.paragraph(
            f"Where the papers name no {' or no '.join(lacking)}, the place is blank: the panel "
            "may want to ask for it."
        )


def _cells(row: Row) -> Iterator[Block]:
    yield b.cell(row["text"], header=True)
    yield b.cell(_lead(row))
    yield b.cell(_time(row))
    yield b.cell(_measure(row))
    of_file = f"{row['page']} of file" if row["page"] else ""
    yield b.cell(row["printed_page"] or of_file)


def _lead(row: Row) -> str:
    return row["owner"]


def _time(row: Row) -> str | Sentence:
    """A day, month or year in British words, or the words that the papers have for it."""
    due = row["due"]
    if due.count("-") == 2:
        return british_date(due)
    if due:
        return compose("{when}", when=Period(due))
    told = _TIMESCALE.search(row["measure"])
    return _quoted(told[1]) if told else ""


def _measure(row: Row) -> str | Sentence:
    """The measure as printed, without the time that stands in its own column."""
    rest = _TIMESCALE.sub("", row["measure"])
    return row["measure"] if row["due"] or rest == row["measure"] else _quoted(rest)


def _quoted(text: str) -> str | Sentence:
    """A part of a printed text, whose numbers are no figures."""
    return Sentence(text, marks=(Mark("quotation", text),)) if text else ""
