"""A table as it will be printed: its cells in ink, beside the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from packs import content
from packs.answer import CellAnswer, ColumnAnswer, Direction, Rag, RowAnswer, TableAnswer
from packs.content import Measure
from packs.looks import Look

RAGS: tuple[Rag, ...] = ("red", "amber", "green")
COLOURS = {"red": "#d64545", "amber": "#f2b134", "green": "#4c9f70"}
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "level")
_ARROWS = {"up": "↑", "down": "↓", "level": "↔"}
_TRIANGLES = {"up": "▲", "down": "▼", "level": "►"}
_WORDS = {"up": "Up", "down": "Down", "level": "No change"}
_NOTES = (
    "Two vacancies were filled in May and the backlog is being cleared",
    "The contractor changed its rounds; figures from 3 depots are late",
    "On course, with 12 more places from the new centre",
    "A further check is planned with the partners",
    "Slower than planned because of the wet winter",
)
_COMPARATORS = {
    "Statistical neighbours": "statistical_neighbours",
    "South East": "region",
    "England": "england",
}


@dataclass(frozen=True)
class Ink:
    """What is printed in a cell.

    ``raised`` is a small mark raised behind the text, ``small`` one on its base line, ``struck``
    text struck out before it. ``cover`` is the colour of a rectangle over the text, blank for
    none. With ``away`` the text stands beyond the edge of the page, with ``twice`` it is printed
    two times with a hair between, as some programs embolden.
    """

    text: str = ""
    bold: bool = False
    colour: str = "#000000"
    fill: str = ""
    raised: str = ""
    struck: str = ""
    cover: str = ""
    away: bool = False
    small: str = ""
    twice: bool = False


@dataclass(frozen=True)
class GridColumn:
    """A column: ``role`` is ``label``, ``value`` or another; ``band`` the year above it."""

    role: str
    heading: str
    band: str = ""


@dataclass(frozen=True)
class GridRow:
    """A row; a section's or a comment's has one cell alone. ``indent`` in points.

    ``span`` is the number of rows over which its theme's cell goes; 0 within a theme.
    """

    inks: tuple[Ink, ...]
    section: bool = False
    indent: float = 0.0
    span: int = 1


@dataclass(frozen=True)
class Grid:
    """A table ready to be set."""

    title: str
    look: Look
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    answer: TableAnswer


def _units(measure: Measure, look: Look) -> tuple[str, ...]:
    named = {"days": ("days", "average")}.get(measure.unit, (measure.unit,))
    in_name = measure.unit in ("count", "days", "rate_per_10000")
    said = in_name or look.units in ("label", "brackets", "column", "title")
    return named if said else ("", *named)


def label_of(measure: Measure, look: Look, rng: Random) -> str:
    """The label of a measure, with its unit where the layout names it there."""
    text = f"{measure.name}, {rng.choice(content.LONGER)}" if look.long_labels else measure.name
    if look.units == "label":
        if measure.unit == "percent":
            return f"Percentage of {text[0].lower()}{text[1:]}"
        return f"{text} (£)" if measure.unit == "gbp" else text
    if look.units == "brackets" and measure.unit in ("percent", "gbp", "days"):
        return f"{text} ({ {'percent': '%', 'gbp': '£', 'days': 'days'}[measure.unit] })"
    return text


def _unit_mark(unit: str) -> str:
    return {
        "percent": "%",
        "count": "No.",
        "days": "Days",
        "gbp": "£",
        "rate_per_10000": "per 10,000",
    }[unit]


def make_grid(rng: Random, look: Look, number: int) -> Grid:
    """A table of a layout; ``number`` is its number in the pack."""
    if look.transposed:
        return _transposed(rng, look, number)
    heads = content.heads(rng, look.heads, look.periods)
    values = [ColumnAnswer("period", head.text, head.code) for head in heads]
    bands = [head.band for head in heads]
    if look.pairs:
        marks = ("No.", "%")
        values = [ColumnAnswer("period", mark, head.code) for head in heads for mark in marks]
        bands = [head.text for head in heads for _ in marks]
    if look.target:
        place = 0 if look.target_first else len(values)
        values.insert(place, ColumnAnswer("target", look.target))
        bands.insert(place, "")
    for name in look.comparators:
        values.append(ColumnAnswer("comparator", name, comparator=_COMPARATORS.get(name, "")))
        bands.append("")
    for name in look.others:
        values.append(ColumnAnswer("other", name))
        bands.append("")
    columns = [GridColumn("value", v.heading, b) for v, b in zip(values, bands, strict=True)]
    before = [GridColumn("label", rng.choice(("Measure", "Indicator", "Performance measure")))]
    if look.themes:
        before.insert(0, GridColumn("theme", "Theme"))
    if look.numbers:
        before.insert(0, GridColumn("number", rng.choice(("Ref", "No.", ""))))
    if look.units == "column":
        before.append(GridColumn("unit", "Unit"))
    behind = []
    if look.rag not in ("", "cell"):
        behind.append(GridColumn("rag", rng.choice(("RAG", "Status", "RAG status"))))
    if look.direction not in ("", "in the cell"):
        behind.append(GridColumn("direction", rng.choice(("Direction of travel", "DoT", "Trend"))))
    if look.notes:
        behind.append(GridColumn("notes", rng.choice(("Comment", "Commentary", "Notes"))))
    grid_rows, rows = _rows(rng, look, len(values))
    title = f"Table {number}: {rng.choice(content.GROUPS)} {'(%)' if look.units == 'title' else ''}"
    answer = TableAnswer(title.strip(), look.name, 0, tuple(values), tuple(rows))
    return Grid(title.strip(), look, (*before, *columns, *behind), tuple(grid_rows), answer)


def _rows(rng: Random, look: Look, width: int) -> tuple[list[GridRow], list[RowAnswer]]:
    grid_rows: list[GridRow] = []
    rows: list[RowAnswer] = []
    names = _names(rng, look)
    group = parent = ""
    for at, (measure, part) in enumerate(names):
        if (look.groups or look.themes) and at % 4 == 0:
            group = content.GROUPS[at // 4 % len(content.GROUPS)]
        if look.groups and at % 4 == 0:
            grid_rows.append(GridRow((Ink(group, bold=True),), section=True))
        label = part or label_of(measure, look, rng)
        parent = parent if part else label
        row, inks = _row(rng, look, measure, width, label, at, group, parent if part else "")
        if part:
            row = replace(row, cells=tuple(_of_part(c, row.cells[0]) for c in row.cells))
        rows.append(row)
        if look.themes:
            span = min(4, len(names) - at) if at % 4 == 0 else 0
            grid_rows.append(GridRow((Ink(group if span else ""), *inks), span=span))
        else:
            grid_rows.append(GridRow(inks, indent=9.0 if part else 0.0))
        if look.comments and rng.random() < 0.5:
            grid_rows.append(GridRow((Ink(rng.choice(_NOTES)),), section=True))
    return grid_rows, rows


def _of_part(cell: CellAnswer, first: CellAnswer) -> CellAnswer:
    """A part's label does not name the unit, its parent's does."""
    return replace(cell, units=("", *[u for u in first.units if u]))


def _names(rng: Random, look: Look) -> list[tuple[Measure, str]]:
    count = rng.randint(*look.rows)
    if look.units == "title" or look.pairs:
        unit = "" if look.pairs else "percent"
        return [(Measure(area, unit), "") for area in rng.sample(content.AREAS, count)]
    measures = rng.sample(content.MEASURES, min(count, len(content.MEASURES)))
    if len(measures) < count:
        places = rng.sample(content.AREAS, count - len(measures))
        measures += [Measure(f"Number of visits to the {p} centre", "count") for p in places]
    found: list[tuple[Measure, str]] = []
    for measure in measures[: count // 4 + 1] if look.parts else measures:
        found.append((measure, ""))
        if look.parts:
            found += [(measure, f"of which {p}") for p in rng.sample(content.PARTS, 3)]
    return found


def _row(
    rng: Random,
    look: Look,
    measure: Measure,
    width: int,
    label: str,
    at: int,
    group: str,
    parent: str,
) -> tuple[RowAnswer, tuple[Ink, ...]]:
    whole = rng.random() < 0.5
    units = _units(measure, look)
    cells = [content.cell(rng, measure.unit, units, look.manner, whole) for _ in range(width)]
    if look.pairs:
        kinds = (("count", ("count", "")), ("percent", ("percent",)))
        cells = [
            content.cell(rng, *kinds[n % 2], look.manner, whole if n % 2 else True)
            for n in range(width)
        ]
    if look.future:
        blank = CellAnswer("", "missing", units=units)
        cells[width - look.future :] = [blank] * look.future
    if look.manner.thousands == "\u2009":
        cells = [_thin(cell) for cell in cells]
    rag = rng.choice(RAGS) if look.rag else ""
    if look.rag == "cell":
        cells[-1] = replace(cells[-1], rag=rag)
    direction = rng.choice(DIRECTIONS) if look.direction else ""
    if look.direction == "in the cell":
        cells[-1] = replace(cells[-1], raw=f"{cells[-1].raw} {_TRIANGLES[direction]}")
    footnote = str(rng.randrange(1, 5)) if look.footnotes and rng.random() < 0.4 else ""
    number = {"": "", "KPI 12": f"KPI {at + 11}", "1.2": f"{at // 9 + 1}.{at % 9 + 1}",
              "12": str(at + 1)}[look.numbers]  # fmt: skip
    inks = [Ink(number)] if look.numbers else []
    inks.append(Ink(label, raised=footnote))
    if look.units == "column":
        inks.append(Ink(_unit_mark(measure.unit)))
    inks += [Ink(cell.raw, fill=COLOURS[cell.rag] if cell.rag else "") for cell in cells]
    if look.rag not in ("", "cell"):
        inks.append(_rag_ink(look.rag, rag))
    if look.direction not in ("", "in the cell"):
        marks = {"arrow": _ARROWS, "triangle": _TRIANGLES, "word": _WORDS}[look.direction]
        inks.append(Ink(marks[direction]))
    if look.notes:
        inks.append(Ink(rng.choice(_NOTES) if rng.random() < 0.7 else ""))
    of_row: Rag = "" if look.rag == "cell" else rag
    row = RowAnswer(label, tuple(cells), group, parent, number, footnote, of_row, direction)
    return row, tuple(inks)


def _thin(cell: CellAnswer) -> CellAnswer:
    return replace(cell, trap="thin space") if "\u2009" in cell.raw else cell


def _rag_ink(how: str, rag: Rag) -> Ink:
    if how == "word":
        return Ink(rag.title())
    if how == "letter":
        return Ink(rag[0].upper())
    if how == "glyph":
        return Ink("●", colour=COLOURS[rag])
    return Ink(rag.title() if how == "filled word" else "", fill=COLOURS[rag])


def _transposed(rng: Random, look: Look, number: int) -> Grid:
    heads = content.heads(rng, look.heads, look.periods)
    measures = rng.sample([m for m in content.MEASURES if len(m.name) < 45], 4)
    labels = [label_of(m, look, rng) for m in measures]
    columns = tuple(ColumnAnswer("measure", label) for label in labels)
    rows, grid_rows = [], []
    for head in heads:
        cells = tuple(
            content.cell(rng, m.unit, _units(m, look), look.manner, m.unit != "percent")
            for m in measures
        )
        rows.append(RowAnswer(head.text, cells, number=head.code))
        grid_rows.append(GridRow((Ink(head.text), *(Ink(cell.raw) for cell in cells))))
    title = f"Table {number}: {rng.choice(content.GROUPS)} over time"
    answer = TableAnswer(title, look.name, 0, columns, tuple(rows), transposed=True)
    first = GridColumn("label", rng.choice(("Year", "Period", "")))
    heading = tuple(GridColumn("value", label) for label in labels)
    return Grid(title, look, (first, *heading), tuple(grid_rows), answer)


def trap_cell(
    raw: str,
    kind: str,
    *,
    status: str = "stated",
    value: str = "",
    units: tuple[str, ...] = ("", "count"),
    never: Sequence[str] = (),
    also: Sequence[tuple[str, str]] = (),
) -> CellAnswer:
    """A trap's answer, with numbers given as text."""
    return CellAnswer(
        raw,
        status,  # type: ignore[arg-type]
        Decimal(value) if value else None,
        units,
        also=tuple((Decimal(number), unit) for number, unit in also),
        never=tuple(Decimal(number) for number in never),
        trap=kind,
    )
