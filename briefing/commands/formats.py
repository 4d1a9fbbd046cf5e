"""A table of the store as the bytes of a file."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.util import find_spec

from briefing.errors import BriefingError
from briefing.model.tables import DECIMAL, TABLES, WHOLE
from briefing.store import Row, csvfile
from briefing.store.frames import tidy_frame

FORMATS = ("csv", "json", "parquet", "xlsx")

#: The longest text that a cell of a workbook holds.
_LONGEST = 32_767

#: Numbers that a workbook holds exactly as they are written: no more than 15 digits.
_EXACT = re.compile(r"-?(?=[\d.]{1,16}$)\d{1,15}(\.\d+)?", re.ASCII)

#: Workbooks carry a day of making; a fixed one keeps equal data equal files.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def as_file(table: str, rows: Sequence[Row], columns: Sequence[str], kind: str) -> bytes:
    """A table in one of :data:`FORMATS`.

    CSV and JSON hold every cell as the text it is. Parquet and XLSX hold numbers as numbers; no
    text of an XLSX becomes a formula or a link.

    Raises
    ------
    BriefingError
        When the library for parquet is not installed, or a text is too long for a workbook.
    """
    if kind == "csv":
        return csvfile.write(columns, rows).encode("utf-8")
    if kind == "json":
        kept = [{column: row[column] for column in columns} for row in rows]
        return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    if kind == "parquet":
        return _parquet(table, rows, columns)
    return _workbook(table, rows, columns)


def _parquet(table: str, rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    if find_spec("pyarrow") is None:
        raise BriefingError("parquet needs the library pyarrow: python -m pip install pyarrow")
    buffer = io.BytesIO()
    tidy_frame(table, rows, columns).to_parquet(buffer, engine="pyarrow", index=False)
    return buffer.getvalue()


def _workbook(table: str, rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    numeric = {f.name for f in TABLES[table].fields if f.pattern in (DECIMAL, WHOLE)}
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": table, "created": _MADE})
        sheet = book.add_worksheet(table[:31])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        bold = book.add_format({"bold": True})
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, bold)
            for number, row in enumerate(rows, start=1):
                _write(sheet, number, place, row[column], column in numeric)
    return buffer.getvalue()


def _write(sheet: object, number: int, place: int, cell: str, numeric: bool) -> None:
    if numeric and _EXACT.fullmatch(cell):
        sheet.write_number(number, place, float(cell))  # type: ignore[attr-defined]
    elif len(cell) > _LONGEST:
        raise BriefingError(
            f"row {number} has a text of {len(cell):,} characters, more than a workbook holds: "
            "export it as csv"
        )
    elif cell:
        sheet.write_string(number, place, cell)  # type: ignore[attr-defined]
