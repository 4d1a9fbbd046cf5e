"""Right cells in wrong places: rows that agree with their own cell and stand where they should not.

``test_what_nothing_tells`` names the faults that no store can tell from right figures.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from westmoor import StoreMaker

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.model import compose
from briefing.publish.read_back import trace_numbers

from . import seeds
from .seeds import numbered

Rows = list[dict[str, str]]


def _row(rows: Rows, name: str) -> Rows:
    """The cells of one printed row, in the order of its columns."""
    return [row for row in rows if f"/{name}-" in row["observation"]]


def _store(tmp_path: Path, rows: Rows) -> Path:
    maker = StoreMaker(tmp_path / "data")
    root = seeds.write(maker)
    maker.table("observations", *rows, at=f"panels/{seeds.PANEL}/meetings/2031-09-24")
    return root


def _exchange(one: Rows, other: Rows, *columns: str) -> None:
    for left, right in zip(one, other, strict=True):
        for column in columns:
            left[column], right[column] = right[column], left[column]


# ---------------------------------------------------------------- withheld


def _months_late(rows: Rows, draw: random.Random) -> Rows:
    """A row whose values stand one month late; the other table has them in their place."""
    row = _row(rows, draw.choice(("r02", "s01")))
    values = [(cell["value"], cell["raw"]) for cell in row]
    for cell, (value, raw) in zip(row[1:], values, strict=False):
        cell["value"], cell["raw"] = value, raw
    row[0]["value"] = row[0]["raw"] = "512"
    return row


def _three_columns(rows: Rows, draw: random.Random) -> Rows:
    """Three columns of a row, each with the value of the next."""
    at = draw.randrange(10)
    three = _row(rows, draw.choice(("r02", "s01")))[at : at + 3]
    values = [cell["value"] for cell in three]
    for cell, value in zip(three, [*values[1:], values[0]], strict=True):
        cell["value"] = cell["raw"] = value
    return three


def _another_row(rows: Rows, draw: random.Random) -> Rows:
    """Two rows of a table with each other's values."""
    visits, care = _row(rows, "r01"), _row(rows, "r02")
    _exchange(visits, care, "value", "raw")
    for cell in visits:
        cell["raw"] = cell["value"]
    return visits + care


def _periods_late(rows: Rows, draw: random.Random) -> Rows:
    """A row whose columns were taken for the months after them."""
    row = _row(rows, draw.choice(("r01", "r02")))
    months = [*seeds.MONTHS[1:], "2031-09"]
    for cell, month in zip(row, months, strict=True):
        cell["period"] = month
    return row


def _periods_exchanged(rows: Rows, draw: random.Random) -> Rows:
    """Two columns of a row taken for each other's months."""
    row = _row(rows, draw.choice(("r01", "r02", "s01")))
    left, right = draw.sample(row, 2)
    left["period"], right["period"] = right["period"], left["period"]
    return [left, right]


def _fraction(rows: Rows, draw: random.Random) -> Rows:
    """A percentage read from a cell that prints a fraction of one."""
    cell = draw.choice(_row(rows, "r01"))
    cell["value"] = cell["raw"] = f"0.{cell['value']}"
    return [cell]


def _other_page(rows: Rows, draw: random.Random) -> Rows:
    """A cell on record for a page on which its row does not stand."""
    cell = draw.choice(_row(rows, "r01"))
    cell["printed_page"] = "14"
    return [cell]


MISPLACED: tuple[Callable[[Rows, random.Random], Rows], ...] = (
    _months_late,
    _three_columns,
    _another_row,
    _periods_late,
    _periods_exchanged,
    _fraction,
    _other_page,
)


@numbered("misplaced")
def test_right_cells_in_wrong_places(seed: int, tmp_path: Path) -> None:
    draw = random.Random(10_000 + seed)
    rows = seeds.rows()
    wrong = {cell["observation"] for cell in MISPLACED[seed % len(MISPLACED)](rows, draw)}
    meeting = seeds.record(_store(tmp_path, rows)).edition.meeting
    known = {f.row for series in meeting.series() for f in series.figures.values()}
    held = {f.row for series in meeting.series() for f in series.unplaced}
    assert not wrong & known
    assert wrong <= held
    assert any(series.doubts for series in meeting.series())


def test_no_place_of_the_right_store_is_doubted(made: seeds.Made) -> None:
    series = made.record.edition.meeting.series()
    assert sum(len(one.known) for one in series) == 3 * len(seeds.MONTHS)
    assert not any(one.doubts or one.unplaced for one in series)


# ---------------------------------------------------------------- stopped against the cell


def _thousands(row: dict[str, str]) -> None:
    row["raw"], row["value"] = f"1,{row['value']}", f"1.{row['value']}"


def _decimals(row: dict[str, str]) -> None:
    row["raw"], row["value"] = f"1.{row['value']}", f"1{row['value']}"


def _share(row: dict[str, str]) -> None:
    row["value"] = str(int(row["value"]) / 100)


def _of_a_count(row: dict[str, str]) -> None:
    row["raw"] += "%"


@numbered("cell")
def test_values_that_are_not_their_cell(seed: int, tmp_path: Path) -> None:
    draw = random.Random(11_000 + seed)
    rows = seeds.rows()
    spoil = (_thousands, _decimals, _share, _of_a_count)[seed % 4]
    wrong = draw.choice(_row(rows, "r01" if spoil is _share else "r02"))
    spoil(wrong)
    record = seeds.record(_store(tmp_path, rows))
    figure = record.edition.meeting.figure(wrong)
    with pytest.raises(BriefingError, match="read back"):
        trace_numbers(seeds.edition(b.paragraph(compose("{f} stand.", f=figure))), record)


# ---------------------------------------------------------------- what nothing tells


def _stale(rows: Rows) -> None:
    last, before = _row(rows, "r01")[-1], _row(rows, "r01")[-2]
    last["value"], last["raw"] = before["value"], before["raw"]


def _target_in_place(rows: Rows) -> None:
    _row(rows, "r01")[-1].update(value="95", raw="95%")


def _late_alone(rows: Rows) -> None:
    row = _row(rows, "r01")
    for cell, value in zip(row[1:], seeds.VISITS, strict=False):
        cell["value"], cell["raw"] = str(value), f"{value}%"


@pytest.mark.parametrize("spoil", [_stale, _target_in_place, _late_alone])
def test_what_nothing_tells(spoil: Callable[[Rows], None], tmp_path: Path) -> None:
    """Value and cell altered together, in a measure that is printed once: only the page tells.

    A stale value, a target in place of a value, and a row one month late could as well be what
    the paper prints. The reading is where they must be caught (two parsers, cell positions).
    """
    rows = seeds.rows()
    spoil(rows)
    meeting = seeds.record(_store(tmp_path, rows)).edition.meeting
    (visits,) = meeting.series("visits-in-time")
    assert len(visits.known) == len(seeds.MONTHS)
    assert not visits.doubts


def test_a_stale_value_is_listed_where_another_table_prints_the_measure(tmp_path: Path) -> None:
    rows = seeds.rows()
    last, before = _row(rows, "s01")[-1], _row(rows, "s01")[-2]
    last["value"], last["raw"] = before["value"], before["raw"]
    meeting = seeds.record(_store(tmp_path, rows)).edition.meeting
    (found,) = meeting.disagreements
    assert found.kind == "same_series"
    assert str(found.left.period) == seeds.MONTHS[-1]
