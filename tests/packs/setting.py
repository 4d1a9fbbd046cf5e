"""Setting a table on sheets: widths, wrapped labels, rules, fills, and where pages end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from packs.answer import TableAnswer
from packs.drawing import Rect, Rule, Sheet, Text, width_of, wrapped
from packs.grid import Grid, GridRow, Ink
from packs.press import MARGIN, Press


@dataclass(frozen=True)
class _Measured:
    widths: tuple[float, ...]
    lefts: tuple[float, ...]
    padding: float


def set_table(press: Press, grid: Grid) -> TableAnswer:
    """Print a table; returns its answer with the pages on which it stands."""
    paper = press.sheets[-1] if press.sheets else press.sheet(grid.look.paper)
    grid, measured = _fitted(grid, press.face, paper.width - 2 * MARGIN)
    look = grid.look
    heights = [_height(row, grid, measured, press.face) for row in grid.rows]
    head = _head_height(grid, measured, press.face)
    title_height = look.size * 3
    if press.y + title_height + head + sum(heights[:2]) > press.floor:
        press.sheet(look.paper)
    press.y += look.size * 1.6
    press.sheets[-1].add(Text(MARGIN, press.y, grid.title, look.size + 1.5, True))
    press.y += look.size * 0.9
    first = press.page
    if look.watermark:
        press.sheets[-1].add(Text(150, press.y + 120, look.watermark, 80, True, "#e4e4e4"))
    press.y = _header(press, grid, measured, head)
    for at, (row, height) in enumerate(zip(grid.rows, heights, strict=True)):
        if press.y + height > press.floor:
            press.sheet(look.paper)
            if look.continued:
                press.y += look.size * 2
                title = f"{grid.title} (continued)"
                press.sheets[-1].add(Text(MARGIN, press.y, title, look.size + 1.5, True))
                press.y += look.size
            if look.repeat_header:
                press.y = _header(press, grid, measured, head)
        theme = sum(heights[at : at + row.span])
        _row(press, grid, measured, row, height, at, theme)
    press.y += look.size
    if look.footnotes:
        for n in range(1, 5):
            press.write(f"{n} Leaves out {n * 7} cases that were closed in 2028", 6.5, space=0)
    return replace(grid.answer, page=first, last_page=press.page)


def _fitted(grid: Grid, face: str, room: float) -> tuple[Grid, _Measured]:
    """The grid in the largest print, and with the widest label, that the paper has room for."""
    while True:
        measured = _measure(grid, face, room)
        over = measured.lefts[-1] - MARGIN - room
        if over <= 0.01:
            return grid, measured
        look = grid.look
        if look.label_width - over >= 88:
            look = replace(look, label_width=look.label_width - over)
        else:
            look = replace(look, size=round(look.size * 0.95, 2))
        grid = replace(grid, look=look)


def _measure(grid: Grid, face: str, room: float) -> _Measured:
    look = grid.look
    padding = look.padding if look.gap is None else look.gap / 2
    widths = []
    for at, column in enumerate(grid.columns):
        if column.role == "label":
            widths.append(look.label_width if not look.transposed else 80.0)
            continue
        if column.role == "theme":
            widths.append(70.0)
            continue
        if column.role == "notes":
            widths.append(130.0)
            continue
        inks = [row.inks[at] for row in grid.rows if not row.section]
        printed = [i.struck + i.text + i.raised + i.small for i in inks]
        words = [width_of(text, face, look.size) for text in printed]
        if not (look.upward_heads and column.role == "value"):
            words += [width_of(word, face, look.size, True) for word in column.heading.split()]
        least = 14.0 if column.role in ("rag", "direction") else 8.0
        widths.append(max([*words, least]) + 2 * padding)
    spare = room - sum(widths)
    if look.gap is None and spare > 0:
        values = [at for at, c in enumerate(grid.columns) if c.role == "value"]
        for at in values:
            widths[at] += min(spare / len(values), 60.0 if look.transposed else 16.0)
    lefts = [MARGIN]
    for width in widths:
        lefts.append(lefts[-1] + width)
    return _Measured(tuple(widths), tuple(lefts), padding)


def _lines(ink: Ink, width: float, grid: Grid, face: str, bold: bool = False) -> list[str]:
    return wrapped(ink.text, width, face, grid.look.size, bold, grid.look.hyphens)


def _leading(grid: Grid) -> float:
    return grid.look.size * 1.2


def _pad(grid: Grid) -> float:
    return max(grid.look.padding, 1.5)


def _height(row: GridRow, grid: Grid, measured: _Measured, face: str) -> float:
    if row.section:
        return _leading(grid) + 2 * _pad(grid)
    most = 1
    for at, (ink, width) in enumerate(zip(row.inks, measured.widths, strict=True)):
        role = grid.columns[at].role
        if role == "theme":
            continue
        if role in ("label", "notes"):
            room = width - 2 * measured.padding - (row.indent if role == "label" else 0)
            most = max(most, len(_lines(ink, room, grid, face)))
    return most * _leading(grid) + 2 * _pad(grid)


def _head_lines(grid: Grid, measured: _Measured, face: str) -> list[list[str]]:
    return [
        wrapped(c.heading, w - 2 * measured.padding + 0.1, face, grid.look.size, True)
        for c, w in zip(grid.columns, measured.widths, strict=True)
    ]


def _head_height(grid: Grid, measured: _Measured, face: str) -> float:
    if grid.look.upward_heads:
        return max(width_of(c.heading, face, grid.look.size, True) for c in grid.columns) + 8
    lines = max(len(found) for found in _head_lines(grid, measured, face))
    band = _leading(grid) + 2 if any(c.band for c in grid.columns) else 0.0
    return lines * _leading(grid) + 2 * _pad(grid) + band


def _header(press: Press, grid: Grid, measured: _Measured, height: float) -> float:
    look, sheet, top = grid.look, press.sheets[-1], press.y
    right = measured.lefts[-1]
    dark = look.header_fill.startswith("#1")
    ink = "#ffffff" if dark else "#000000"
    if look.header_fill:
        sheet.add(Rect(MARGIN, top, right - MARGIN, height, look.header_fill))
    banded = any(c.band for c in grid.columns)
    under = top + (_leading(grid) + 2 if banded else 0.0)
    if banded:
        _bands(press, grid, measured, top, ink)
    for at, lines in enumerate(_head_lines(grid, measured, press.face)):
        left, width = measured.lefts[at], measured.widths[at]
        aligned = look.head_align or look.align
        align = "left" if grid.columns[at].role in ("label", "notes", "theme") else aligned
        if look.upward_heads and grid.columns[at].role == "value":
            x = left + (width + look.size) / 2
            text = grid.columns[at].heading
            sheet.add(Text(x, top + height - 4, text, look.size, True, ink, upwards=True))
            continue
        for n, line in enumerate(lines):
            baseline = under + _pad(grid) + n * _leading(grid) + look.size
            x = _x(line, left, width, align, measured.padding, press.face, look.size, True)
            sheet.add(Text(x, baseline, line, look.size, True, ink))
    _rules(sheet, grid, measured, top, height, header=True)
    return top + height


def _bands(press: Press, grid: Grid, measured: _Measured, top: float, ink: str) -> None:
    look, sheet = grid.look, press.sheets[-1]
    start = 0
    while start < len(grid.columns):
        band = grid.columns[start].band
        end = start
        while end < len(grid.columns) and grid.columns[end].band == band:
            end += 1
        if band:
            left, right = measured.lefts[start], measured.lefts[end]
            wide = width_of(band, press.face, look.size, True)
            x = (left + right - wide) / 2
            sheet.add(Text(x, top + look.size + 1, band, look.size, True, ink))
            if look.rules != "none":
                low = top + _leading(grid) + 2
                sheet.add(Rule(left + 1, low, right - 1, low))
            if look.rules == "full":
                sheet.add(Rule(right, top, right, top + _leading(grid) + 2))
        start = end


def _x(
    text: str,
    left: float,
    width: float,
    align: str,
    padding: float,
    face: str,
    size: float,
    bold: bool = False,
) -> float:
    wide = width_of(text, face, size, bold)
    if align == "left":
        return left + padding
    return left + width - padding - wide if align == "right" else left + (width - wide) / 2


def _row(
    press: Press,
    grid: Grid,
    measured: _Measured,
    row: GridRow,
    height: float,
    at: int,
    theme: float,
) -> None:
    look, sheet, top = grid.look, press.sheets[-1], press.y
    if look.zebra and at % 2:
        sheet.add(Rect(MARGIN, top, measured.lefts[-1] - MARGIN, height, "#e8eef4"))
    if row.section:
        bold = row.inks[0].bold
        if look.rules != "none" and bold:
            sheet.add(Rect(MARGIN, top, measured.lefts[-1] - MARGIN, height, "#eeeeee"))
        left = MARGIN + measured.padding
        sheet.add(Text(left, top + _pad(grid) + look.size, row.inks[0].text, look.size, bold))
    else:
        for n, ink in enumerate(row.inks):
            themed = grid.columns[n].role == "theme"
            _ink(press, grid, measured, row, ink, n, theme if themed else height)
    within = look.themes and at + 1 < len(grid.rows) and not grid.rows[at + 1].span
    left = measured.lefts[1] if within else MARGIN
    _rules(sheet, grid, measured, top, height, header=False, section=row.section, left=left)
    press.y += height


def _ink(
    press: Press,
    grid: Grid,
    measured: _Measured,
    row: GridRow,
    ink: Ink,
    at: int,
    height: float,
) -> None:
    look, sheet, top = grid.look, press.sheets[-1], press.y
    left, width, role = measured.lefts[at], measured.widths[at], grid.columns[at].role
    if ink.fill:
        sheet.add(Rect(left, top, width, height, ink.fill))
    wordy = role in ("label", "notes", "theme")
    indent = row.indent if role == "label" else 0.0
    lines = (
        _lines(ink, width - 2 * measured.padding - indent, grid, press.face)
        if wordy
        else [ink.text]
    )
    slack = height - 2 * _pad(grid) - len(lines) * _leading(grid)
    down = (
        slack / 2
        if role == "theme"
        else 0.0
        if wordy
        else {"top": 0.0, "middle": slack / 2, "bottom": slack}[look.upright]
    )
    align = "left" if wordy else ("centre" if role in ("rag", "direction") else look.align)
    for n, line in enumerate(lines):
        baseline = top + _pad(grid) + down + n * _leading(grid) + look.size
        whole = ink.struck + line
        x = indent + _x(whole, left, width, align, measured.padding, press.face, look.size)
        if ink.away:
            x += sheet.width
        for text, struck in ((ink.struck, True), (line, False)):
            if not text:
                continue
            wide = width_of(text, press.face, look.size, ink.bold)
            sheet.add(Text(x, baseline, text, look.size, ink.bold, ink.colour))
            if ink.twice:
                sheet.add(Text(x + 0.25, baseline, text, look.size, ink.bold, ink.colour))
            if struck:
                middle = baseline - look.size * 0.3
                sheet.add(Rule(x - 0.5, middle, x + wide + 0.5, middle, 0.7))
            x += wide
        if n == len(lines) - 1:
            tiny = round(look.size * 0.6, 2)
            if ink.raised:
                sheet.add(Text(x, baseline - look.size * 0.38, ink.raised, tiny))
            if ink.small:
                sheet.add(Text(x, baseline, ink.small, tiny))
        if ink.cover:
            wide = width_of(whole, press.face, look.size)
            sheet.add(
                Rect(x - wide - 1.5, baseline - look.size, wide + 3, look.size * 1.25, ink.cover)
            )


def _rules(
    sheet: Sheet,
    grid: Grid,
    measured: _Measured,
    top: float,
    height: float,
    header: bool,
    section: bool = False,
    left: float = MARGIN,
) -> None:
    style, right, bottom = grid.look.rules, measured.lefts[-1], top + height
    if style == "none" or (style == "header" and not header):
        return
    sheet.add(Rule(left, bottom, right, bottom, 0.8 if header else 0.5))
    if header and style != "header":
        sheet.add(Rule(MARGIN, top, right, top, 0.8))
    if style in ("full", "box"):
        inner = measured.lefts if style == "full" and not section else (MARGIN, right)
        banded = any(c.band for c in grid.columns)
        start = top + (_leading(grid) + 2 if header and banded else 0.0)
        for x in inner:
            edge = x in (MARGIN, right)
            sheet.add(Rule(x, top if edge else start, x, bottom))
