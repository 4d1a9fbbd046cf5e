"""CSV text, read and written so that every cell comes back as it went in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.errors import BriefingError
from briefing.store.layout import Row

#: Longest cell that is read, in characters.
LONGEST = 10_000_000


def records(text: str, name: str) -> list[list[str]]:
    """The records of a CSV text, each a list of cells; a blank line is an empty list.

    Raises
    ------
    BriefingError
        When a quotation is never closed, or a cell is longer than :data:`LONGEST`.
    """
    limit = csv.field_size_limit(LONGEST)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise BriefingError(
            f"{name} is not a whole CSV file ({error}): a cell that begins with a quotation "
            "mark must end with one"
        ) from None
    finally:
        csv.field_size_limit(limit)


def rows(
    found: Sequence[list[str]], columns: Sequence[str], name: str, *, header_at: int = 1
) -> list[tuple[int, dict[str, str]]]:
    """Records as rows by column, each with its number as a spreadsheet counts it.

    Parameters
    ----------
    found
        The records, the header first.
    columns
        The columns that the header may name.
    name
        The file's name, for messages.
    header_at
        The number of the header's row.

    Raises
    ------
    BriefingError
        When the header is missing, repeats a column or has an unknown one, or a record has more
        or fewer cells than the header (as a file that was cut short has).
    """
    if not found or not any(found[0]):
        raise BriefingError(f"{name} is empty: its first row names the columns {_list(columns)}")
    header = found[0]
    for column in header:
        if column not in columns:
            raise BriefingError(
                f"{name} has the column {column!r}, which this table does not have: "
                f"its columns are {_list(columns)}"
            )
    if len(set(header)) < len(header):
        raise BriefingError(f"{name} names a column twice")
    made = []
    for number, record in enumerate(found[1:], start=header_at + 1):
        if record and len(record) != len(header):
            raise BriefingError(
                f"{name}, row {number}: {len(record)} cells where the header has {len(header)}"
            )
        if record:
            made.append((number, dict(zip(header, record, strict=True))))
    return made


def read(path: Path, columns: Sequence[str], name: str) -> list[dict[str, str]]:
    """The rows of a CSV file, every cell a string; columns that it lacks are blank."""
    blank = dict.fromkeys(columns, "")
    found = rows(records(read_text(path, name), name), columns, name)
    return [{**blank, **row} for _, row in found]


def read_text(path: Path, name: str) -> str:
    """A file's text, which must be UTF-8.

    Raises
    ------
    BriefingError
        When the file cannot be opened or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BriefingError(
            f"{name} is not UTF-8 text: save it as such (in a spreadsheet: CSV UTF-8)"
        ) from None
    except OSError as error:
        raise BriefingError(f"{name} cannot be read: {error.strerror}") from None


def write(columns: Sequence[str], table: Iterable[Row]) -> str:
    """The text of a CSV file by RFC 4180: minimal quotation, line ends ``\\n``."""
    lines = [",".join(map(_cell, columns))]
    lines += (",".join(_cell(row.get(c, "")) for c in columns) for row in table)
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _list(columns: Sequence[str]) -> str:
    return ", ".join(columns)
