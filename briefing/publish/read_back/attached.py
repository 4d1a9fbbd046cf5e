"""Whether the files that go with an edition say what the store says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from briefing.model.blocks import Block
from briefing.publish.edition import Edition
from briefing.publish.read_back.numbers import even, tokens
from briefing.publish.read_back.record import Record

#: What the cells of some columns stand behind in print.
_BEFORE = {"item_number": "item ", "page": "page ", "printed_page": "page "}


def wrong_attachment(edition: Edition, record: Record) -> str:
    """The first cell of an attached file that the store does not bear out; blank for none.

    A row that names its observation must be that row. A table that the meeting computes must be
    what it computes now. Any other cell with a number must be a phrase of the record.
    """
    for attachment in edition.attachments:
        for wrong in _wrong(attachment, record):
            return f"{attachment['name']}, {wrong}"
    return ""


def _wrong(attachment: Block, record: Record) -> Iterator[str]:
    stem, _, ending = str(attachment["name"]).rpartition(".")
    if ending.lower() != "csv":
        return
    rows = list(csv.DictReader(io.StringIO(str(attachment["text"]))))
    computed = _computed(stem, rows, record)
    for number, row in enumerate(rows, start=1):
        if computed is not None:
            if number > len(computed) or computed[number - 1] != row:
                yield f"row {number}: not what the meeting's table of {stem} holds"
        elif row.get("observation"):
            yield from _observation(number, row, record)
        else:
            yield from _other(number, row, record)
    if computed is not None and len(computed) != len(rows):
        yield f"{len(rows)} rows instead of {len(computed)}"


def _computed(stem: str, rows: list[dict[str, str]], record: Record) -> list[dict[str, str]] | None:
    """The rows of a table of the meeting as a file would hold them; None for another file."""
    from briefing.display.attachments import to_csv

    if stem not in ("observations", "trends", "questions") or not rows:
        return None
    frame = record.edition.meeting.table(stem)
    cells = [["" if cell is None else str(cell) for cell in row] for row in frame.values]
    return list(csv.DictReader(io.StringIO(to_csv(list(frame.columns), cells))))


def _observation(number: int, row: Mapping[str, str], record: Record) -> Iterator[str]:
    table, held = record.rows.get(row["observation"], ("", {}))
    if table != "observations":
        yield f"row {number}: the store has no observation {row['observation']}"
        return
    for column in ("indicator", "breakdown", "value", "meeting", "document", "page"):
        if column in row and row[column] != held.get(column, ""):
            yield f"row {number}, {column}: {row[column]!r}, where the store has {held[column]!r}"
    placed = held["period"] if held["status"] == "stated" else ""
    if row.get("status") == "stated" and row.get("period", "") != placed:
        yield f"row {number}, period: {row['period']!r}, where the store has {placed!r}"


#: Columns of codes, which hold no figure.
_CODES = frozenset({"document", "indicator", "table", "unit"})


def _other(number: int, row: Mapping[str, str], record: Record) -> Iterator[str]:
    for column, cell in row.items():
        words = even(_BEFORE.get(column, "") + (cell or "")) if cell else ""
        for token in tokens(words):
            alone = words.lower() in record.allowances.alone
            named = alone or record.allowances.names(words, token)
            if not named and column not in _CODES:
                yield f"row {number}, {column}: nothing accounts for {token.text} in {words!r}"
