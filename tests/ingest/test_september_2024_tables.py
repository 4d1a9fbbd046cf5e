"""The tables of the pack of 26 September 2024, read from its text, against those read by hand."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.ingest.page import Line, Page, Source
from briefing.ingest.parts import Cell, PrintedTable, TableRow
from briefing.ingest.placing.place import place
from briefing.ingest.read import read_source
from briefing.ingest.recognise.text_table import recognise

ROOT = Path(__file__).parents[2]
PACKS = ROOT.parent / "shared" / "packs"
PACK = PACKS / "2024-09-26-reports-pack.txt"
HAND = ROOT / "data/panels/southampton-children-and-families/meetings/2024-09-26"

#: Row of a table -> values that stay ambiguous; the other short rows are placed whole.
AMBIGUOUS = {
    ("family-help", 2): 13,
    ("family-help", 5): 13,
    ("family-help", 7): 12,
    ("family-help", 9): 13,
    ("family-help", 10): 13,
    ("family-help", 12): 13,
    ("family-safeguarding", 3): 12,
    ("strong-localities", 6): 10,
    ("strong-localities", 7): 12,
}
SHORT = {*AMBIGUOUS, *(("family-safeguarding", number) for number in (1, 2, 4, 5))}

#: The position of two comparators whose rows leave one of four columns empty: by hand their order
#: was counted; no row of the table has a figure in the third column, so they are of the fourth.
COUNTED_BY_HAND = {("strong-localities", "2557", "21%"), ("strong-localities", "2561", "24%")}

Hand = dict[tuple[str, int], list[dict[str, str]]]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not PACK.exists(), reason="the shared documents are not beside the checkout"
    ),
]


def by_hand(name: str) -> list[dict[str, str]]:
    with (HAND / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tables() -> dict[str, PrintedTable]:
    """The tables in printed order under the names that the hand gave them."""
    source = read_source(PACK)
    found = [part for part in recognise(source) if isinstance(part, PrintedTable)]
    ordered = sorted(found, key=lambda table: table.where.line or 0)
    names = [row["table"] for row in by_hand("tables")]
    return dict(zip(names, place(ordered, source.lines), strict=True))


@pytest.fixture(scope="module")
def hand() -> Hand:
    """Table and number of the row -> its values as entered by hand."""
    rows: Hand = defaultdict(list)
    for row in by_hand("observations"):
        rows[row["table"], int(row["observation"].rsplit("/r", 1)[1].split("-")[0])].append(row)
    return rows


def periods_of(table: PrintedTable, row: TableRow) -> list[Cell]:
    """The cells of a row that are values of a period, or may be."""
    return [
        cell
        for cell in row.cells
        if cell.column is None or table.columns[cell.column].kind == "period"
    ]


def code(table: PrintedTable, column: int | None) -> str:
    period = None if column is None else table.columns[column].period
    return period.code if period else ""


def test_titles_headings_and_lines_are_those_read_by_hand(tables: dict[str, PrintedTable]) -> None:
    for row in by_hand("tables"):
        table = tables[row["table"]]
        assert (table.title, str(table.where.line)) == (row["title"], row["line"])
        assert len(table.rows) == int(row["rows"])
        printed = [heading for heading in table.headers if heading]
        assert printed == row["headers"].split("|")


def test_every_value_has_the_period_and_status_given_by_hand(
    tables: dict[str, PrintedTable], hand: Hand
) -> None:
    seen = 0
    for name, table in tables.items():
        for number, row in enumerate(table.rows, start=1):
            expected = [
                (o["raw"], o["value"], o["status"], o["period"], o["period_candidates"])
                for o in hand[name, number]
            ]
            read = [
                (
                    cell.raw,
                    "" if cell.value is None else str(cell.value),
                    cell.status,
                    code(table, cell.column),
                    "|".join(code(table, at) for at in cell.candidates),
                )
                for cell in periods_of(table, row)
            ]
            assert read == expected, row.label
            seen += len(read)
    assert seen == sum(map(len, hand.values())) == 1060


def test_labels_are_those_read_by_hand(tables: dict[str, PrintedTable], hand: Hand) -> None:
    for name, table in tables.items():
        for number, row in enumerate(table.rows, start=1):
            if name != "neglect-crimes":
                assert row.label == hand[name, number][0]["name_as_printed"]


def test_66_rows_are_whole_and_13_short(tables: dict[str, PrintedTable]) -> None:
    counts: Counter[str] = Counter()
    for name, table in tables.items():
        if table.columns[1].period is None or table.columns[1].period.kind != "month":
            continue
        for number, row in enumerate(table.rows, start=1):
            cells = [cell for cell in periods_of(table, row) if cell.value is not None]
            open_ = sum(cell.status == "ambiguous" for cell in cells)
            assert open_ == AMBIGUOUS.get((name, number), 0), row.label
            if (name, number) in SHORT:
                counts.update(short=1, short_values=len(cells), ambiguous=open_)
                assert all(len(c.evidence) > 20 for c in cells if c.status == "stated")
            else:
                counts.update(whole=1, whole_values=len(cells))
    assert counts == Counter(whole=66, whole_values=874, short=13, short_values=166, ambiguous=111)


def test_targets_are_those_entered_by_hand(tables: dict[str, PrintedTable]) -> None:
    read = Counter(
        (name, str(row.where.line), cell.raw)
        for name, table in tables.items()
        for row in table.rows
        for cell in row.cells
        if cell.column is not None
        and table.columns[cell.column].kind == "target"
        and cell.value is not None
    )
    targets = (row for row in by_hand("targets") if row["kind"] == "target")
    assert read == Counter((row["table"], row["line"], row["raw"]) for row in targets)


def test_comparators_have_the_positions_entered_by_hand(tables: dict[str, PrintedTable]) -> None:
    read = {
        (name, str(row.where.line), str(table.columns[cell.column].position), cell.raw)
        for name, table in tables.items()
        for row in table.rows
        for cell in row.cells
        if cell.column is not None
        and table.columns[cell.column].kind == "comparator"
        and cell.value is not None
    }
    expected = {
        (row["table"], row["line"], row["column_position"], row["raw"])
        for row in by_hand("benchmarks")
    }
    differing = {(name, line, raw) for name, line, _, raw in read ^ expected}
    assert differing <= COUNTED_BY_HAND
    assert {position for name, line, position, raw in read if (name, line, raw) in differing} <= {
        "4"
    }


@pytest.mark.parametrize("number", range(3, 79, 9))
def test_a_figure_taken_out_of_a_row_moves_no_other(number: int) -> None:
    source = read_source(PACK)
    lines = [line for line in source.lines if 2150 <= (line.number or 0) <= 2990]
    truth = read_lines(lines)
    rows = [
        (table, row)
        for table in truth
        for row in table.rows
        if all(cell.column is not None for cell in row.cells)
    ]
    _, row = rows[number % len(rows)]
    at = next(at for at, line in enumerate(lines) if line.number == row.where.line)
    words = lines[at].words
    gone = next(
        i
        for i in range(len(words) - 8, 0, -1)
        if words[i].text.strip("%").replace(".", "").isdigit()
    )
    lines[at] = replace(lines[at], words=words[:gone] + words[gone + 1 :])
    for before, after in zip(truth, read_lines(lines), strict=True):
        for known, read in zip(before.rows, after.rows, strict=True):
            figures = {cell.column: cell.raw for cell in known.cells if cell.column is not None}
            for cell in read.cells:
                if cell.status == "stated" and cell.column in figures:
                    assert cell.raw == figures[cell.column], (row.label, read.label, cell)


def read_lines(lines: Sequence[Line]) -> tuple[PrintedTable, ...]:
    source = Source("part.txt", "0" * 64, "text", (Page(None, tuple(lines)),))
    return place([part for part in recognise(source) if isinstance(part, PrintedTable)], lines)


@pytest.mark.parametrize(
    "name",
    [
        "2014-09-15-inspection-report.txt",
        "2023-07-06-minutes.md",
        "2023-07-06-position-statement-slides.txt",
        "2025-09-11-published-summary.txt",
    ],
)
def test_documents_without_such_tables_give_none(name: str) -> None:
    assert list(recognise(read_source(PACKS / name))) == []
