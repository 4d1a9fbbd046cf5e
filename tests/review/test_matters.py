"""The ways in which values can be placed, in the order in which they are printed."""

from __future__ import annotations

import time
from collections.abc import Sequence

from briefing.review.matters import PrintedRow, printed_rows


def row(*cells: str) -> PrintedRow:
    """A row of cells, each a stated period or candidates separated by |."""
    made = [
        {
            "observation": f"m/t/r01-p{at:02d}",
            "name_as_printed": "Visits",
            "breakdown": "",
            "status": "ambiguous" if "|" in cell else "stated",
            "period": "" if "|" in cell else cell,
            "period_kind": "" if "|" in cell else "month",
            "period_candidates": cell if "|" in cell else "",
        }
        for at, cell in enumerate(cells, start=1)
    ]
    return PrintedRow(tuple(made), "Visits")


def ways(*cells: str) -> list[list[str]]:
    return [[period.code for period in way] for way in row(*cells).ways]


def test_every_value_is_later_than_the_one_before() -> None:
    assert ways("2031-03|2031-04", "2031-04|2031-05") == [
        ["2031-03", "2031-04"],
        ["2031-03", "2031-05"],
        ["2031-04", "2031-05"],
    ]


def test_stated_values_hold_the_others_in_their_places() -> None:
    assert ways("2031-03|2031-04", "2031-04", "2031-05|2031-06") == [
        ["2031-03", "2031-05"],
        ["2031-03", "2031-06"],
    ]


def test_values_that_fit_in_no_order_have_no_way() -> None:
    assert ways("2031-05", "2031-03|2031-04") == []


def test_what_a_way_leaves_without_a_value() -> None:
    printed = row("2031-03|2031-04", "2031-04|2031-05")
    left = [[p.code for p in printed.without(way)] for way in printed.ways]
    assert left == [["2031-05"], ["2031-04"], ["2031-03"]]


def test_too_many_ways_are_not_offered_and_cost_no_time() -> None:
    months = [f"20{year}-{month:02d}" for year in range(10, 34) for month in range(1, 13)]
    began = time.perf_counter()
    assert ways(*["|".join(months)] * 200) == []
    assert ways(*["|".join(months[:30])] * 29) != []
    assert time.perf_counter() - began < 5


def test_cells_of_one_printed_row_stand_together() -> None:
    cells: Sequence[dict[str, str]] = [
        {"observation": f"m/2031-07-16/t/r{r}-p0{p}", "table": "t", "section": "S"}
        for r, p in ((1, 1), (1, 2), (2, 1))
    ]
    rows = printed_rows(cells, {"t": "Visits"})
    assert [(len(r.cells), r.title) for r in rows] == [(2, "Visits"), (1, "Visits")]
