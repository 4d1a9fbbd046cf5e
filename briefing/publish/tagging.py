"""What Typst's tags leave open: row headers, the headers of each cell, summaries; and packing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_CELLS = ("/TH", "/TD")

#: Ways of packing, in the order in which they are tried: in streams of objects; the same in the
#: order of pages, which groups the objects otherwise; and without streams of objects.
_WAYS = (
    (pikepdf.ObjectStreamMode.generate, False),
    (pikepdf.ObjectStreamMode.generate, True),
    (pikepdf.ObjectStreamMode.disable, False),
)
_LINE_END = re.compile(rb"\r\nendstream")


def finish(pdf: bytes, summaries: Sequence[str]) -> tuple[bytes, int]:
    """The PDF with complete table headers and packed streams, and its number of pages.

    Captions of pictures are heard behind them. The first cell of each row of a table becomes a
    header of that row, and every cell names its headers: of its column, its group and its row.
    ``summaries`` gives for each table, in order, what a screen reader says of it first; blank for
    nothing. The same bytes give the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root: Any = document.Root.StructTreeRoot
        for number, table in enumerate(_tables(root)):
            _name_headers(table, number)
            if number < len(summaries) and summaries[number]:
                _table_attributes(table)["/Summary"] = String(summaries[number])
        for element in _elements(root):
            _caption_last(element)
        _index(document, root)
        return _packed(document), len(document.pages)


def _packed(document: pikepdf.Pdf) -> bytes:
    """The file with streams packed, so that none of them happens to end with a carriage return.

    Some checkers of PDF/A take such a byte for the line end before ``endstream`` and find the
    stream too short. A packed stream ends with the checksum of what it holds, so only streams
    that hold other objects end otherwise.
    """
    content = b""
    for mode, in_order_of_pages in _WAYS:
        packed = io.BytesIO()
        document.save(
            packed,
            object_stream_mode=mode,
            linearize=in_order_of_pages,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
        content = packed.getvalue()
        if not _LINE_END.search(content):
            break
    return content


def _caption_last(element: Dictionary) -> None:
    """Have a picture heard before the caption that stands below it, as it is seen."""
    kids = element.get("/K")
    if element.get("/S") == "/Table" or not isinstance(kids, Array) or len(kids) < 2:
        return
    if isinstance(kids[0], Dictionary) and kids[0].get("/S") == "/Caption":
        element.K = Array([*list(kids)[1:], kids[0]])


def _name_headers(table: Dictionary, number: int) -> None:
    """Give each header of a table a name, and each cell the names of its headers.

    The first row is that of the column headings, any further row that begins with a header
    cell is the title of a group.
    """
    rows = [[c for c in _children(r) if c.get("/S") in _CELLS] for r in _of_kind(table, "/TR")]
    rows = [cells for cells in rows if cells]
    row_headers = _balanced(rows)
    columns: list[str] = []
    group: list[str] = []
    for count, cells in enumerate(rows):
        if count == 0 and cells[0].S == "/TH":
            columns = [_identify(c, f"t{number}c{x}") for x, c in enumerate(cells)]
        elif cells[0].S == "/TH":
            group = [_identify(cells[0], f"t{number}g{count}")]
            _set_headers(cells[0], [])
            for blank in cells[1:]:
                _make_data(blank)
        else:
            _name_row(cells, columns, group, f"t{number}r{count}" if row_headers else "")


def _balanced(rows: list[list[Dictionary]]) -> bool:
    """Whether header cells would not outnumber the data cells they head.

    In a table of one row or of two columns the column headings say enough; a header in every
    row besides would have a screen reader say more headings than data.
    """
    body = rows[1:]
    return len(rows[0]) + len(body) <= sum(len(cells) - 1 for cells in body) if rows else False


def _name_row(cells: list[Dictionary], columns: list[str], group: list[str], name: str) -> None:
    row: list[str] = []
    if name and "/K" in cells[0]:
        cells[0].S = Name.TH
        _table_attributes(cells[0])["/Scope"] = Name.Row
        row = [_identify(cells[0], name)]
    for place, cell in enumerate(cells):
        above = columns[place : place + 1]
        _set_headers(cell, above + group + (row if place else []))


def _make_data(cell: Dictionary) -> None:
    cell.S = Name.TD
    attributes = _table_attributes(cell)
    for name in ("/Scope", "/Headers"):
        if name in attributes:
            del attributes[name]
    if "/ID" in cell:
        del cell["/ID"]


def _identify(cell: Dictionary, name: str) -> str:
    cell.ID = String(name)
    return name


def _set_headers(cell: Dictionary, names: list[str]) -> None:
    _table_attributes(cell)["/Headers"] = Array([String(n) for n in names])


def _table_attributes(element: Dictionary) -> Dictionary:
    """The dictionary of an element's attributes as a table or a cell of one."""
    given = element.get("/A")
    if given is None:
        element.A = Array()
    elif not isinstance(given, Array):
        element.A = Array([given])
    for one in element.A:
        if isinstance(one, Dictionary) and one.get("/O") == "/Table":
            return one
    attributes: Any = element.A
    attributes.append(Dictionary(O=Name.Table))
    found: Dictionary = attributes[-1]
    return found


def _index(document: pikepdf.Pdf, root: Dictionary) -> None:
    """The tree that finds an element by its identifier, made anew."""
    named = {str(e.ID): e for e in _elements(root) if "/ID" in e}
    if not named:
        return
    pairs: list[Any] = []
    for name in sorted(named, key=lambda n: n.encode()):
        pairs += [String(name), named[name]]
    root.IDTree = document.make_indirect(Dictionary(Names=Array(pairs)))


def _tables(root: Dictionary) -> Iterator[Dictionary]:
    return _of_kind(root, "/Table")


def _of_kind(element: Dictionary, kind: str) -> Iterator[Dictionary]:
    return (e for e in _elements(element) if e.get("/S") == kind)


def _elements(element: Dictionary) -> Iterator[Dictionary]:
    """Every element below one, in reading order."""
    for child in _children(element):
        yield child
        yield from _elements(child)


def _children(element: Dictionary) -> list[Dictionary]:
    content = element.get("/K")
    listed = list(content) if isinstance(content, Array) else [content]
    return [c for c in listed if isinstance(c, Dictionary) and "/S" in c]
