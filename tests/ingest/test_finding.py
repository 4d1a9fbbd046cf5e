"""A printed value is found again on its page: the very cell, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pypdfium2
import pytest
from packs import setting
from packs.compare import plain
from packs.grid import Grid, GridRow
from packs.pack import PRODUCERS, Spec, make_pack
from packs.reading import source_of

from briefing.ingest.page import Line, Page, Word
from briefing.ingest.parts import PrintedTable
from briefing.ingest.read.finding import Asked, Mark, PrintedLine, TableOnPage, find
from briefing.ingest.read.picture import page_as_read, place_picture
from briefing.ingest.read.strips import squeezed
from briefing.ingest.recognise import performance_table

#: Layouts, each with the least part of its values that must be marked.
LAYOUTS = {
    "RAG in words": 0.95,
    "gaps": 0.9,
    "gaps without rules": 0.95,
    "headings that run upwards": 0.95,
    "several a page": 0.95,
    "turned by a flag": 0.95,
    "printed sideways": 0.95,
    "years down the side": 0.5,
    "narrow columns": 0.95,
    "target before the periods": 0.95,
    "themes in merged cells": 0.95,
    "tight rows, values below": 0.95,
}


@dataclass(frozen=True)
class Drawn:
    """A cell as the generator set it: its page, its place, the row's label and its heading."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    heading: str
    label: str
    text: str


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Every cell that the generator sets from now on."""
    cells: list[Drawn] = []
    ink_of = setting._ink

    def record(press, grid: Grid, measured, row: GridRow, ink, at: int, height: float) -> None:
        cells.append(
            Drawn(
                len(press.sheets), measured.lefts[at], press.y, measured.lefts[at + 1],
                press.y + height, grid.columns[at].heading,
                " ".join(one.text for one in row.inks[:3]),
                ink.struck + ink.text + ink.raised + ink.small,
            )
        )  # fmt: skip
        ink_of(press, grid, measured, row, ink, at, height)

    monkeypatch.setattr(setting, "_ink", record)
    return cells


@dataclass(frozen=True)
class Wanted:
    """A cell of a table that was read, and what to ask for it."""

    page: int
    lines: tuple[PrintedLine, ...]
    row: int
    cell: int
    other: bool
    label: str
    heading: str
    raw: str


def wanted_of(table: PrintedTable) -> Iterator[Wanted]:
    """Every cell of a table, page by page, as the store has them."""
    pages: dict[int, list[tuple[PrintedLine, list[tuple[str, bool, int, str]], str]]] = {}
    for row in table.rows:
        cells: list[tuple[str, str]] = []
        others: list[tuple[str, str]] = []
        asked = []
        for cell in row.cells:
            column = None if cell.column is None else table.columns[cell.column]
            heading = column.heading if column else ""
            if column is None or column.kind in ("period", "unknown"):
                period = column.period.code if column and column.period else ""
                cells.append((cell.raw, period))
                asked.append((cell.raw, False, len(cells) - 1, heading))
            elif column.kind in ("target", "floor", "comparator"):
                others.append((cell.raw, f"{column.kind}{column.position}"))
                asked.append((cell.raw, True, len(others) - 1, heading))
        line = PrintedLine(" ".join(row.label.split()), tuple(cells), tuple(others))
        pages.setdefault(row.where.page or 0, []).append((line, asked, row.label))
    for page, rows in pages.items():
        lines = tuple(line for line, _, _ in rows)
        for at, (_, asked, label) in enumerate(rows):
            for raw, other, place, heading in asked:
                if raw:
                    yield Wanted(page, lines, at, place, other, label, heading, raw)


def under(page: pypdfium2.PdfPage, turned: int, mark: Mark) -> str:
    """The text that another program finds under a mark."""
    x, y, wide, high = mark
    width, height = page.get_mediabox()[2:]
    left, right, top, bottom = x + 0.3, x + wide - 0.3, y + 0.3, y + high - 0.3
    match (page.get_rotation() + turned) % 360:
        case 90:
            box = (top, left, bottom, right)
        case 180:
            box = (width - right, top, width - left, bottom)
        case 270:
            box = (width - bottom, height - right, width - top, height - left)
        case _:
            box = (left, height - bottom, right, height - top)
    return squeezed(page.get_textpage().get_text_bounded(*box))


def right(mark: Mark, one: Wanted, drawn: list[Drawn]) -> bool:
    """Whether the middle of a mark lies in the cell that the generator set for a value."""
    x, y = mark[0] + mark[2] / 2, mark[1] + mark[3] / 2
    (cell,) = [
        d for d in drawn if d.page == one.page and d.x0 <= x <= d.x1 and d.top <= y <= d.bottom
    ] or [None]
    heads = (plain(cell.heading), plain(one.heading)) if cell else ("", "")
    return (
        cell is not None
        and plain(one.raw) in plain(cell.text)
        and (heads[0] in heads[1] or heads[1] in heads[0])
        and plain(one.label)[:12] in plain(cell.label)
    )


@pytest.mark.parametrize(
    ("layout", "producer"), list(zip(LAYOUTS, cycle(PRODUCERS), strict=False)), ids=list(LAYOUTS)
)
def test_no_wrong_cell_is_marked_in_any_layout(
    layout: str, producer: str, drawn: list[Drawn], tmp_path: Path
) -> None:
    tables = (layout,) * (3 if layout == "several a page" else 1)
    pdf, answer = make_pack(Spec(7, tables), producer)
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf)
    source = source_of(pdf)
    pages = {page.number: page for page in source.pages}
    opened = pypdfium2.PdfDocument(path)
    turned = {n: page_as_read(path, n)[1] if "sideways" in layout else 0 for n in pages if n}
    transposed = any(table.transposed for table in answer.tables)
    counts: Counter[str] = Counter()
    for table in performance_table.recognise(source):
        assert isinstance(table, PrintedTable)
        found: dict[tuple[int, tuple[PrintedLine, ...]], TableOnPage] = {}
        for one in wanted_of(table):
            key = (one.page, one.lines)
            if key not in found:
                found[key] = TableOnPage(pages[one.page], one.lines)
            place = found[key].place(one.row, one.cell, other=one.other)
            counts["asked"] += 1
            if not place.cell:
                assert place.why
                continue
            counts["marked"] += 1
            (mark,) = place.cell
            assert under(opened[one.page - 1], turned[one.page], mark) == squeezed(one.raw)
            assert transposed or right(mark, one, drawn), (one, mark)
    opened.close()
    assert counts["asked"] >= 15
    assert counts["marked"] >= LAYOUTS[layout] * counts["asked"]


def page(*rows: str, step: float = 14.0) -> Page:
    """A page of words; two spaces part cells, which stand at 0, 200, 260, 320 points."""
    lines = []
    for at, row in enumerate(rows):
        words = [
            Word(text, left + 6.0 * k, step * at, left + 6.0 * k + 5.0 * len(text),
                 step * at + 9, 9.0)
            for n, cell in enumerate(row.split("  "))
            for left in [n and 140 + 60.0 * n]
            for k, text in [(sum(len(w) + 1 for w in cell.split()[:i]), w)
                            for i, w in enumerate(cell.split())]
        ]  # fmt: skip
        lines.append(Line(tuple(words), page=1))
    return Page(1, tuple(lines), 600, 800)


def line(label: str, *raws: str, other: str = "") -> PrintedLine:
    cells = tuple((raw, f"2031-{at:02d}") for at, raw in enumerate(raws, start=1))
    return PrintedLine(label, cells, ((other, "target"),) if other else ())


def test_the_same_value_twice_in_a_row_is_told_by_its_order() -> None:
    on = TableOnPage(page("Visits  71%  72%  71%"), [line("Visits", "71%", "72%", "71%")])
    assert on.place(0, 0).cell[0][0] == 200
    assert on.place(0, 2).cell[0][0] == 320


def test_a_value_that_its_target_repeats_is_told_by_its_column() -> None:
    rows = [line("Visits", "70%", "90%"), line("Doors", "71%", "80%"), line("Calls", "9", "8")]
    printed = page("Visits  70%  90%  90%", "Doors  71%  80%  95%", "Calls  9  8  7")
    assert TableOnPage(printed, rows).place(0, 1).cell[0][0] == 260
    alone = TableOnPage(page("Visits  70%  90%  90%"), rows[:1]).place(0, 1)
    assert not alone.cell
    assert alone.row
    assert alone.why == "It is not certain which 90% of the row this is."


def test_a_target_is_what_the_row_prints_besides() -> None:
    rows = [line("Visits", "70%", "90%", other="90%"), line("Doors", "71%", "80%", other="95%")]
    printed = page("Visits  70%  90%  90%", "Doors  71%  80%  95%")
    on = TableOnPage(printed, rows)
    assert on.place(1, 0, other=True).cell[0][0] == 320
    assert on.place(0, 0, other=True).cell[0][0] == 320


def test_a_number_in_a_label_is_no_value() -> None:
    on = TableOnPage(page("Visits in 10 days  10  9"), [line("Visits in 10 days", "10", "9")])
    assert on.place(0, 0).cell[0][0] == 200
    assert on.place(0, 1).cell[0][0] == 260


def test_two_rows_of_one_label_are_told_by_their_values_and_their_order() -> None:
    printed = page("All  5  6", "Visits  1  2", "None  7  8", "Visits  1  2", "Some  3  4")
    rows = [line("None", "7", "8"), line("Visits", "1", "2"), line("Some", "3", "4")]
    assert TableOnPage(printed, rows).place(1, 0).cell[0][1] == 42
    unsure = TableOnPage(printed, rows[1:]).place(0, 0)
    assert not unsure.cell and unsure.why == "The page prints 2 rows that this may be."


def test_a_row_that_the_page_does_not_print_is_not_guessed() -> None:
    place = TableOnPage(page("Visits  1  2"), [line("Visits", "1", "3")]).place(0, 0)
    assert not place.cell and not place.row
    assert "does not show the row “Visits”" in place.why


def test_a_value_in_running_words_stands_near_its_label_and_once() -> None:
    words = page("Some 71% of visits came", "in time.", *[""] * 8, "Elsewhere 71% of roads")
    asked = Asked((line("visits in time", "71%"),), raw="71%", near="visits in time")
    assert find(words, asked).cell[0][1] == 0
    twice = page("Some 71% of visits, 71% of them", "in time.")
    assert not find(twice, asked).cell
    assert not find(page("Visits in time, item 7"), Asked(raw="7", near="visits")).cell


def test_words_of_a_paper_are_marked_line_by_line() -> None:
    printed = page("A first line.", "The service will visit", "every child by May 2032.", "More.")
    asked = Asked(text="The service will visit every child by May 2032.")
    assert [mark[1] for mark in find(printed, asked).cell] == [14, 28]
    assert not find(page("Nothing like it."), asked).cell


def test_a_picture_has_the_places_of_all_that_is_asked(tmp_path: Path) -> None:
    pdf, _ = make_pack(Spec(7, ("RAG in words",)), "reportlab")
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf)
    read, turn = page_as_read(path, 1)
    text = next(line.text for line in read.lines if len(line.text) > 30)
    drawn_page = place_picture(path, 1, (Asked(text=text), Asked(raw="no such")))
    assert turn == 0
    assert drawn_page.page.jpeg.startswith(b"\xff\xd8")
    assert [bool(place.cell) for place in drawn_page.places] == [True, False]
