"""Data by hand: a template to fill in, and its way into the store."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model.tables import CORRECTION, TABLES
from briefing.store import csvfile
from briefing.store.append import BLANK, Given, Outcome, add
from briefing.store.folder import DataFolder
from briefing.store.layout import STORED, columns_of
from briefing.store.schema import right

#: What a line of explanation begins with; such lines stand above the header alone.
MARK = "#"


def template(table: str) -> str:
    """An empty CSV of a table with its columns explained.

    The explanations stand above the header, one cell a line, each beginning with ``#``;
    :func:`import_file` passes over them, so they may stay when the rows are filled in.
    """
    declared = TABLES[_stored(table)]
    fields = {f.name: f for f in (*CORRECTION, *declared.fields)}
    columns = columns_of(table)
    notes = [f"{MARK} {table}: {declared.description}"]
    for column in columns:
        field = fields[column]
        accepts = right(field)
        note = f"{MARK} {column}: {field.description}"
        if accepts != field.description:
            note += f" ({accepts})"
        notes.append(f"{note}; required" if field.required else note)
    notes.append(
        f"{MARK} A row with the {', '.join(declared.key)} of a row on record corrects it, and "
        f"names corrected_by and correction_reason; blank cells stay as they were, and {BLANK} "
        "makes a cell blank."
    )
    return "".join(csvfile.write([note], ()) for note in notes) + csvfile.write(columns, ())


def import_file(folder: DataFolder, table: str, path: Path) -> Outcome:
    """Check the rows of a filled-in template and add them to the store, all of them or none.

    Raises
    ------
    BriefingError
        When the table is not one that files hold, the file is no CSV in UTF-8, or a row has a
        fault; see :func:`briefing.store.append.add`.
    """
    columns = columns_of(_stored(table))
    records = csvfile.records(csvfile.read_text(path, str(path)), str(path))
    above = sum(1 for _ in takewhile(_is_note, records))
    found = csvfile.rows(records[above:], columns, str(path), header_at=above + 1)
    rows = [(number, row) for number, row in found if any(row.values())]
    if not rows:
        raise BriefingError(f"{path} has no rows under its header: nothing was changed")
    return add(folder, [Given(table, rows, str(path), by_hand=True)])


def _is_note(record: list[str]) -> bool:
    return not any(record) or record[0].startswith(MARK)


def _stored(table: str) -> str:
    if table not in STORED:
        raise BriefingError(
            f"{table!r} is not a table that can be given by hand: those are {', '.join(STORED)}"
        )
    return table
