"""The same series printed elsewhere says where a row's gap is, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from briefing.ingest.placing.series import Printed, by_series, printed_in
from briefing.model import Period
from ingest.placing.making import MONTHS, opened, placed

NAME = "Number of late visits"


def series(figures: str, name: str = NAME, unit: str = "", first: int = 0) -> Printed:
    """A series printed elsewhere; ``.`` for a month that it leaves out."""
    values: Mapping[Period, Decimal] = {
        Period(MONTHS[at]): Decimal(raw)
        for at, raw in enumerate(figures.split(), start=first)
        if raw != "."
    }
    return Printed(name, unit, values, "The table “Before”")


def told(figures: str, *printed: Printed, name: str = NAME) -> list[str]:
    (row,) = opened({name: figures})
    by_series(row, printed)
    return list(placed(row))


def test_a_gap_is_where_the_other_print_leaves_one_way() -> None:
    (row,) = opened({NAME: "11 12 14 15 16"})
    assert by_series(row, [series("11 12 13 14 15 16")])
    assert list(placed(row)) == [code for code in MONTHS if code != "2031-03"]
    assert row.proved
    assert row.closed().cells[0].evidence == (
        "The table “Before” prints the same series: only with the empty column so placed are the"
        " figures of 5 periods from January 2031 to June 2031 those printed there"
    )
    assert not by_series(row, [series("11 12 13 14 15 16")])


def test_a_run_without_a_gap_is_said_as_one() -> None:
    (row,) = opened({NAME: "11 12 13 14 15"})
    by_series(row, [series("11 12 13 14 15 .")])
    assert "the figures of January 2031 to May 2031 those" in row.closed().cells[0].evidence


def test_the_latest_shared_figure_may_have_been_revised_and_is_named() -> None:
    (row,) = opened({NAME: "11 12 13 14 15 17 9"}, "target", "comparator")
    assert by_series(row, [series("11 12 13 14 15 16")])
    assert list(placed(row))[:6] == list(MONTHS)
    assert (
        row.closed()
        .cells[0]
        .evidence.endswith("; June 2031, the latest period that both have, differs")
    )


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        ("11 12 13 14 17", "11 12 13 14 16 ."),
        ("11 12 99 14 15", "11 12 13 14 15 ."),
        ("11 99 98 97 15", "11 12 13 14 15 ."),
        ("7 7 7 7 7", "7 7 7 7 7 ."),
        ("11 12 21 22 23", "11 12 . . . ."),
    ],
)
def test_figures_that_agree_too_little_tell_nothing(figures: str, printed: str) -> None:
    assert told(figures, series(printed)) == []


def test_three_equal_figures_of_which_two_differ_are_enough() -> None:
    gap = [code for code in MONTHS if code != "2031-03"]
    assert told("1 5 6 7 6", series(". 5 . 6 . 6")) == gap
    assert told("1 5 6 7 8", series(". 5 . 6 . .")) == []
    assert told("1 5 5 7 5", series(". 5 . 5 . 5")) == []


def test_a_gap_goes_behind_few_figures_that_may_have_been_revised() -> None:
    def with_target(figures: str) -> dict[str, str]:
        (row,) = opened({NAME: figures}, "target")
        by_series(row, [series("11 12 13 14 15 16")])
        return placed(row)

    assert with_target("11 12 13 14 16 9") == {}
    assert list(with_target("11 12 13 15 16 9")) == [
        *(code for code in MONTHS if code != "2031-04"),
        "target",
    ]


def test_a_series_of_a_name_that_is_only_alike_must_agree_in_five() -> None:
    other = "Number of visits made late"
    gap = [code for code in MONTHS if code != "2031-03"]
    assert told("11 12 14 15 16", series("11 12 . 14 15 16", other)) == gap
    assert told("11 12 14 15 16", series("11 12 . 14 15 .", other)) == []
    assert told("11 12 14 15 16", series("11 12 . 14 15 .")) == gap


@pytest.mark.parametrize("name", ["Rate of late visits", "Number of calls"])
def test_a_series_of_another_name_tells_nothing(name: str) -> None:
    assert told("11 12 14 15 16", series("11 12 13 14 15 16", name)) == []


@pytest.mark.parametrize(
    ("own", "other", "tells"),
    [("", "", True), ("percent", "", True), ("", "percent", True), ("percent", "percent", True),
     ("percent", "days", False)],
)  # fmt: skip
def test_a_series_in_another_unit_tells_nothing(own: str, other: str, tells: bool) -> None:
    (row,) = opened({NAME: "11 12 14 15 16"}, unit=own)
    assert by_series(row, [series("11 12 13 14 15 16", unit=other)]) is tells


def test_a_row_that_is_settled_is_told_nothing() -> None:
    (row,) = opened({NAME: "11 12 13 14 15 16"})
    assert not by_series(row, [series("11 12 13 14 15 16")])


def test_the_series_of_a_table_are_what_is_known_of_its_rows() -> None:
    rows = opened({NAME: "1 2 3 4 5 6", "Rate": "1 2 3 4 5", "Share": "1% 2% 3% 4% 5% 6%"})
    found = printed_in(rows, "The table “Visits”")
    assert [(one.name, one.unit, one.place) for one in found] == [
        (NAME, "", "The table “Visits”"),
        ("Share", "percent", "The table “Visits”"),
    ]
    assert found[0].values == series("1 2 3 4 5 6").values
    assert printed_in(opened({NAME: "1 2 3 4 5 6"}, unit="days"), "")[0].unit == "days"
