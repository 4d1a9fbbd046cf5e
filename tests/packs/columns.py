"""Tables of text, whose cells may go on over the end of a page."""

from __future__ import annotations

from collections.abc import Sequence

from packs.drawing import Rule, Text, wrapped
from packs.press import MARGIN, Press

_PAD = 3.0


def text_table(
    press: Press,
    widths: Sequence[float],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    size: float = 9.0,
    repeat: bool = True,
) -> None:
    """Print a ruled table of text; a row that does not fit is split over pages."""
    if headings:
        _row(press, widths, headings, size, True, None)
    for row in rows:
        _row(press, widths, row, size, False, headings if repeat else None)
    press.y += size


def _row(
    press: Press,
    widths: Sequence[float],
    cells: Sequence[str],
    size: float,
    bold: bool,
    headings: Sequence[str] | None,
) -> None:
    lines = [
        wrapped(cell, width - 2 * _PAD, press.face, size, bold)
        for cell, width in zip(cells, widths, strict=True)
    ]
    at, most = 0, max(len(cell) for cell in lines)
    leading = size * 1.2
    while at < most:
        room = int((press.floor - press.y - 2 * _PAD) // leading)
        if room < min(2, most - at):
            press.sheet()
            if headings:
                _row(press, widths, headings, size, True, None)
            continue
        part = [cell[at : at + room] for cell in lines]
        _part(press, widths, part, size, bold, min(room, most - at))
        at += room


def _part(
    press: Press,
    widths: Sequence[float],
    lines: Sequence[Sequence[str]],
    size: float,
    bold: bool,
    count: int,
) -> None:
    sheet, top, leading = press.sheets[-1], press.y, size * 1.2
    bottom = top + count * leading + 2 * _PAD
    x = MARGIN
    for cell, width in zip(lines, widths, strict=True):
        for n, line in enumerate(cell):
            if line:
                sheet.add(Text(x + _PAD, top + _PAD + n * leading + size, line, size, bold))
        sheet.add(Rule(x, top, x, bottom))
        x += width
    sheet.add(Rule(x, top, x, bottom), Rule(MARGIN, top, x, top), Rule(MARGIN, bottom, x, bottom))
    press.y = bottom
