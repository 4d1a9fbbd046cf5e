"""The cells of a finished workbook, read from its XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from briefing.publish.edition import Edition
from briefing.publish.read_back.numbers import even, has_number
from briefing.publish.sheets import Sheet
from briefing.publish.xlsx import HEADING_ROWS, cover_texts, pages_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: Formats that show a number or a text as it is: general, and text.
_AS_IT_IS = frozenset(("0", "49"))
_FORMULA, _PLAIN = f"{_MAIN}f", f"{_MAIN}v"


def cells_of(content: bytes) -> list[list[list[str]]]:
    """The texts of the cells of each sheet, row by row; blank cells at the end left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = _shared(book)
        names = (n for n in book.namelist() if n.startswith("xl/worksheets/sheet"))
        ordered = sorted(names, key=lambda name: int("".join(filter(str.isdigit, name))))
        return [_rows(book.read(name), shared) for name in ordered]


def _shared(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in entry.iter(f"{_MAIN}t")) for entry in root]


def _rows(content: bytes, shared: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in ElementTree.fromstring(content).iter(f"{_MAIN}row"):
        number = int(row.get("r", len(rows) + 1))
        rows += [[] for _ in range(number - len(rows))]
        rows[number - 1] = list(_cells(row, shared))
    return rows


def _cells(row: ElementTree.Element, shared: list[str]) -> Iterator[str]:
    at = 0
    for cell in row:
        column = _column(cell.get("r", "").rstrip("0123456789")) or at + 1
        yield from ("" for _ in range(column - at - 1))
        at = column
        said = ""
        for part in cell:
            if part.tag == _FORMULA:
                said = "a formula"
                break
            said = (part.text or "") if part.tag == _PLAIN else "".join(part.itertext())
        yield shared[int(said)] if cell.get("t") == "s" else said


@cache
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _formats(content: bytes) -> Iterator[str]:
    """What shows numbers otherwise than they are: a format of a cell, a condition, a hidden row."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        styles = ElementTree.fromstring(book.read("xl/styles.xml"))
        used = styles.find(f"{_MAIN}cellXfs")
        for style in used if used is not None else ():
            if style.get("numFmtId", "0") not in _AS_IT_IS:
                yield f"a format of numbers ({style.get('numFmtId')})"
        for name in book.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            for element in ElementTree.fromstring(book.read(name)).iter():
                if element.tag == f"{_MAIN}conditionalFormatting" or element.get("hidden") == "1":
                    yield "a condition or a hidden part"


def wrong_cell(content: bytes, edition: Edition) -> tuple[str, str, str] | None:
    """The first cell that is not what the edition says: its place, its text, what it should be.

    None where every cell of every table is right, and no cell outside them has a number that the
    cover and the headings of the sheets do not.
    """
    for shown in _formats(content):
        return "the workbook", shown, "numbers as they are"
    sheets = cells_of(content)
    pages = pages_of(edition)
    if len(sheets) != len(pages) + 1:
        return "the workbook", f"{len(sheets)} sheets", f"{len(pages) + 1} sheets"
    for page, rows in zip(pages, sheets[1:], strict=True):
        heads = [str(name) for name in page.frame.columns]
        wanted = [heads, *([*map(_said, row)] for row in page.frame.itertuples(index=False))]
        found = rows[HEADING_ROWS - 1 :]
        if len(found) != len(wanted):
            return page.tab, f"{len(found)} rows", f"{len(wanted)} rows"
        for number, (left, right) in enumerate(zip(found, wanted, strict=True), start=HEADING_ROWS):
            for column, (one, other) in enumerate(zip(left, right, strict=False), start=1):
                if not _same(one, other):
                    return f"{page.tab}, row {number}, column {column}", one, other
            if len(left) != len(right):
                return f"{page.tab}, row {number}", f"{len(left)} cells", f"{len(right)} cells"
        about = {even(page.title), even(f"This worksheet contains one table. {page.about}")}
        for one in (cell for row in rows[: HEADING_ROWS - 1] for cell in row):
            if has_number(one) and even(one) not in about:
                return f"{page.tab}, heading", one, " / ".join(about)
    return _wrong_cover(sheets[0], edition, pages)


def _wrong_cover(
    rows: list[list[str]], edition: Edition, pages: list[Sheet]
) -> tuple[str, str, str] | None:
    known = {even(text) for text in cover_texts(edition, pages)}
    for text in (even(cell) for row in rows for cell in row):
        if has_number(text) and text not in known:
            return "the cover", text, "nothing with that number"
    return None


def _said(value: object) -> str:
    return str(value)


def _same(found: str, wanted: str) -> bool:
    """Whether a cell is the text, or the number, that it should be."""
    if found == wanted or even(found) == even(wanted):
        return True
    try:
        return f"{float(found):.15g}" == f"{float(wanted):.15g}"
    except ValueError:
        return False
