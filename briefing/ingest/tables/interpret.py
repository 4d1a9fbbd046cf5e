"""From a table as it stands to a printed table: what its columns are and what its cells say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow
from briefing.ingest.tables.dating import dated
from briefing.ingest.tables.headings import Meaning, unit_of, unit_of_title
from briefing.ingest.tables.raw import RawCell, RawRow, RawTable
from briefing.ingest.tables.terms import term_of
from briefing.ingest.words.values import Direction, Rag, Value, read_value

_VALUED = ("period", "target", "floor", "comparator", "unknown")
#: How much further in than the others a label stands that is of the group above it, in points.
_INDENT = 4.0
#: Labels that begin in more places than these are centred, and say nothing by where they begin.
_STEPS = 4
_UNIT_WORDS = {
    **dict.fromkeys(("no", "number", "count", "#"), "count"),
    **dict.fromkeys(("%age", "pct", "percent"), "percent"),
    **{name: name for name in ("days", "weeks", "fte", "average", "score")},
}
_NO_YEAR = "the heading does not say which year"
_NO_LABEL = "no label is printed beside the values"
_WORDS = "words stand where a value should"


def printed_table(raw: RawTable) -> PrintedTable | None:
    """The printed table; None where it is no table of figures by period or against a target."""
    raw = _without_blank_rows(raw)
    said = _by_content(raw, dated(raw.headings, raw.bands, raw.title))
    first = next((at for at, one in enumerate(said) if at and one.kind == "period"), None)
    if first is None or said[0].kind in ("period", "target", "floor", "comparator"):
        return None
    if _of_one_measure(raw):
        return None
    label = _label_column(raw, said)
    columns = _columns(raw, said, label)
    named = raw.headings[label] if "£" in raw.headings[label] else raw.title
    table_unit, scale = unit_of(named) if "£" in named else unit_of_title(raw.title)
    rows = _rows(raw, columns, said, label, (table_unit, scale))
    if not _of_figures(rows, columns, said):
        return None
    doubtful = sum(1 for row in raw.rows if row.doubt)
    certainty = 1.0 if doubtful * 4 <= len(rows) else 0.45
    return PrintedTable(
        where=raw.where,
        certainty=certainty,
        title=raw.title,
        columns=tuple(columns),
        rows=tuple(rows),
        unit=table_unit,
    )


def _without_blank_rows(raw: RawTable) -> RawTable:
    rows = tuple(
        row
        for row in raw.rows
        if row.group or row.loose or any(cell.text or cell.rag for cell in row.cells)
    )
    return replace(raw, rows=rows)


def _of_one_measure(raw: RawTable) -> bool:
    """Whether the rows are no measures, but the terms of one: its result, its target, its floor."""
    named = [term_of(row.cells[0].text) for row in raw.rows if not row.group]
    return len(named) > 1 and all(named) and len({term.kind for term in named if term}) > 1


def _texts(raw: RawTable, at: int) -> list[str]:
    return [row.cells[at].text for row in raw.rows if not row.group and row.cells[at].text]


def _by_content(raw: RawTable, said: Sequence[Meaning]) -> list[Meaning]:
    """What columns hold, by their headings and, where these do not say, by what stands in them."""
    found: list[Meaning] = []
    targeted = False
    for at, one in enumerate(said):
        texts = _texts(raw, at)
        figures = sum(1 for text in texts if read_value(text).status == "stated")
        blank = not raw.headings[at].strip() and not raw.bands[at].strip()
        colours = sum(1 for text in texts if read_value(text, of="rag").rag)
        moves = sum(1 for text in texts if read_value(text, of="direction").direction)
        mostly = len(texts) / 2
        if one.kind in ("rag", "direction") and figures > mostly:
            one = Meaning("unknown")
        elif one.kind == "unknown" and texts and at:
            if colours > mostly:
                one = Meaning("rag")
            elif moves > mostly:
                one = Meaning("direction")
            elif blank and targeted and all(read_value(t).status != "text" for t in texts):
                one = Meaning("comparator")
            elif all(read_value(text).status == "text" for text in texts):
                one = Meaning("text")
        targeted |= one.kind == "target"
        found.append(one)
    return found


def _label_column(raw: RawTable, said: Sequence[Meaning]) -> int:
    """The column that names the measures."""
    edge = next(at for at, one in enumerate(said) if at and one.kind == "period")
    before = [at for at in range(edge) if said[at].kind not in ("target", "floor", "unit")]
    named = [at for at in before if said[at].kind == "label"]
    if len(named) == 1:
        return named[0]
    choices = named or [at for at in before if said[at].kind != "text"] or before or [0]

    def wordy(at: int) -> float:
        texts = _texts(raw, at)
        letters = sum(sum(c.isalpha() for c in text) for text in texts)
        return letters / max(1, len(raw.rows))

    return max(choices, key=wordy)


def _columns(raw: RawTable, said: Sequence[Meaning], label: int) -> list[Column]:
    columns: list[Column] = []
    position = 0
    for at, one in enumerate(said):
        heading = " ".join(part for part in (raw.bands[at], raw.headings[at]) if part)
        kind = one.kind
        other_words = kind == "label" or (kind == "breakdown" and at > label + 1)
        if at == label:
            kind = "label"
        elif other_words or (kind == "unknown" and at < label):
            kind = "text"
        elif kind == "unknown" and at == label + 1 and _worded(raw, at):
            kind = "breakdown"
        if kind == "comparator":
            position += 1
        columns.append(
            Column(kind, heading, one.period, one.comparator, position * (kind == "comparator"))
        )
    return columns


def _worded(raw: RawTable, at: int) -> bool:
    texts = _texts(raw, at)
    return bool(texts) and all(read_value(text).status == "text" for text in texts)


def _rows(
    raw: RawTable,
    columns: Sequence[Column],
    said: Sequence[Meaning],
    label: int,
    of_table: tuple[str, int],
) -> list[TableRow]:
    split = next((at for at, one in enumerate(columns) if one.kind == "breakdown"), None)
    unit_at = next((at for at, one in enumerate(columns) if one.kind == "unit"), None)
    carries = _carries(raw, label, split)
    rows: list[TableRow] = []
    group = parent = named = ""
    base = _base_indent(raw)
    for row in raw.rows:
        if row.group:
            group, parent = row.group, ""
            continue
        own = row.cells[label].text.strip()
        doubt = row.doubt or row.cells[label].doubt
        part = row.cells[split].text.strip() if split is not None else ""
        if own:
            named = own
        elif part and carries:
            own = named
        if not own and not any(character.isdigit() for c in row.cells for character in c.text):
            continue
        if not own:
            doubt = doubt or _NO_LABEL
        inner = base is not None and row.indent > base + _INDENT
        if not inner:
            parent = own
        above = part or (parent if inner else group)
        unit = unit_of(row.cells[unit_at].text) if unit_at is not None else ("", 1)
        if unit_at is not None and not unit[0]:
            unit = _unit_word(row.cells[unit_at].text)
        unit = unit if unit[0] else unit_of(own)
        if not unit[0] and group:
            unit = unit_of(group) if "%" in group or "£" in group else unit
        unit = unit if unit[0] else of_table
        cells, rag, direction = _cells(replace(row, doubt=doubt), columns, said, unit, raw)
        if cells:
            rows.append(TableRow(own, row.where, tuple(cells), above, unit[0], rag, direction))
    return rows


def _unit_word(text: str) -> tuple[str, int]:
    """The unit that a cell of a column of units names."""
    return _UNIT_WORDS.get(text.strip().lower().strip("()."), ""), 1


def _carries(raw: RawTable, label: int, split: int | None) -> bool:
    """Whether a label printed once holds for the rows below it, by where each is printed.

    It does where every label stands beside the same first part of its group.
    """
    if split is None:
        return False
    rows = [row for row in raw.rows if not row.group]
    named = [row.cells[split].text for row in rows if row.cells[label].text.strip()]
    return bool(rows) and bool(rows[0].cells[label].text.strip()) and len(set(named)) == 1


def _base_indent(raw: RawTable) -> float | None:
    """Where labels begin that stand to the left; None where they begin in many places."""
    places = [row.indent for row in raw.rows if not row.group and row.indent]
    if not places:
        return None
    low = min(places)
    steps = len({round(place / 2) for place in places})
    return low if steps <= _STEPS or all(place - low < 1.5 for place in places) else None


def _cells(
    row: RawRow,
    columns: Sequence[Column],
    said: Sequence[Meaning],
    unit: tuple[str, int],
    raw: RawTable,
) -> tuple[list[Cell], Rag, Direction]:
    """The cells of a row, and the rating and direction that columns of their own print."""
    cells: list[Cell] = []
    unsure = {at for cell in row.loose for at in cell.candidates}
    ratings = sum(1 for column in columns if column.kind == "rag")
    moves = sum(1 for column in columns if column.kind == "direction")
    rag: Rag = ""
    direction: Direction = ""
    for at, column in enumerate(columns):
        cell = row.cells[at]
        if column.kind == "rag":
            seen = read_value(cell.text, of="rag").rag or cell.rag
            if ratings == 1:
                rag = seen
            elif cells:
                cells[-1] = replace(cells[-1], rag=seen)
        elif column.kind == "direction":
            move = read_value(cell.text, of="direction").direction
            if moves == 1:
                direction = move
            elif cells:
                cells[-1] = replace(cells[-1], direction=move)
        elif column.kind in _VALUED:
            if at in unsure and not cell.text:
                continue
            made = cell_of(cell, at, row, column.kind, unit, raw)
            no_year = column.kind == "period" and not column.period and not said[at].latest
            if no_year and made.status == "stated":
                made = replace(made, status="ambiguous", reason=_NO_YEAR)
            cells.append(made)
    for loose in row.loose:
        cells.append(_loose(loose, row, unit))
    if not any(cell.raw or cell.rag for cell in cells):
        return [], rag, direction
    return cells, rag, direction


def _read(cell: RawCell, kind: str, unit: tuple[str, int], heading: str) -> tuple[Value, str]:
    own, scale = unit_of(heading) if heading else ("", 1)
    unit = (own, scale) if own else unit
    value = read_value(
        cell.text,
        of="target" if kind in ("target", "floor") else "",
        unit=unit[0],
        scale=unit[1],
        doubt=cell.doubt,
    )
    return value, value.unit or unit[0]


def cell_of(
    cell: RawCell, at: int, row: RawRow, kind: str, unit: tuple[str, int], raw: RawTable
) -> Cell:
    heading = raw.headings[at] if kind and at < len(raw.headings) else ""
    value, named = _read(cell, kind, unit, heading)
    rag = value.rag or cell.rag
    if value.status == "text":
        return Cell(
            cell.text, "withheld", row.where, at, reason=_WORDS, rag=rag, direction=value.direction
        )
    if row.doubt and value.status == "stated":
        return Cell(cell.text, "withheld", row.where, at, reason=row.doubt)
    return Cell(
        cell.text,
        value.status,
        row.where,
        at,
        value.value,
        named if value.status == "stated" else "",
        reason=value.reason,
        rag=rag,
        direction=value.direction,
    )


def _loose(cell: RawCell, row: RawRow, unit: tuple[str, int]) -> Cell:
    """A figure of which the place does not say the column."""
    value, named = _read(cell, "", unit, "")
    stated = value.status == "stated" and not row.doubt
    return Cell(
        cell.text,
        "ambiguous" if stated else "withheld",
        row.where,
        None,
        value.value if stated else None,
        named if stated else "",
        cell.candidates,
        "it does not stand clearly in one column" if stated else value.reason or row.doubt,
    )


def _of_figures(
    rows: Sequence[TableRow], columns: Sequence[Column], said: Sequence[Meaning]
) -> bool:
    """Whether values by period, or against a target or an earlier value, stand in a table."""
    dated_columns = [at for at, one in enumerate(columns) if one.kind == "period"]
    if all(said[at].latest and columns[at].period is None for at in dated_columns):
        against = any(column.kind in ("target", "floor", "comparator") for column in columns)
        if not (against or len(dated_columns) > 1):
            return False
    held = [
        cell
        for row in rows
        for cell in row.cells
        if cell.raw and (cell.column is None or cell.column in dated_columns)
    ]
    figures = [cell for cell in held if cell.reason != _WORDS]
    known = [cell for cell in held if cell.status in ("stated", "ambiguous")]
    return bool(known) and len(figures) * 2 > len(held)
