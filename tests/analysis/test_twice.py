"""One series in two tables: moved by a period, of two things, or other in single periods."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.test_disagreements import START, series
from briefing.analysis.disagreements import printed_otherwise
from briefing.analysis.disagreements.twice import shift
from briefing.model import Series

VALUES = (61, 72, 55, 80, 47, 66, 91, 58)


def row(values: Sequence[object], table: str = "one", steps: int = 0, **more: str) -> Series:
    return series("calls", [str(v) for v in values], table=table, start=START.shift(steps), **more)  # type: ignore[arg-type]


def moved(values: Sequence[object], steps: int = 1) -> int:
    return shift(row(values), row(values, "two", steps))


def kinds(one: Series, other: Series) -> list[str]:
    return [found.kind for found in printed_otherwise([one, other])]


def test_a_moved_series_is_told_with_one_period_as_an_example() -> None:
    (found,) = printed_otherwise([row(VALUES), row(VALUES, "two", 1)])
    assert found.working.text == (
        "Calls: the values in the table Two are those of the table One, each one period later; for "
        "September 2030 they print 61 and 72."
    )
    assert (found.left.raw, found.right.raw) == ("72", "61")


@pytest.mark.parametrize("steps", [1, -1, 0, 2, -2])
def test_a_series_is_moved_by_one_period_or_not_at_all(steps: int) -> None:
    assert moved(VALUES, steps) == (steps if abs(steps) == 1 else 0)


@pytest.mark.parametrize(("count", "found"), [(4, 0), (5, 1)])
def test_five_values_have_to_agree_one_period_apart(count: int, found: int) -> None:
    assert moved(VALUES[:count]) == found


@pytest.mark.parametrize(
    ("values", "found"), [((61, 72, 55, 61, 72, 55, 61), 0), ((61, 72, 55, 80, 61, 72, 55), 1)]
)
def test_four_different_values_have_to_agree(values: Sequence[int], found: int) -> None:
    assert moved(values) == found


@pytest.mark.parametrize(("spoilt", "found"), [(1, 1), (2, 0)])
def test_four_of_five_values_have_to_agree(spoilt: int, found: int) -> None:
    """Of eight or seven values one may have been revised besides."""
    values = [*range(400, 400 + spoilt), *VALUES[spoilt:]]
    assert shift(row(VALUES[:8]), row(values, "two", 1)) == found


def test_a_series_that_fits_as_it_stands_is_not_moved() -> None:
    """A series that hardly changes fits one period apart, too."""
    values = [61, 61, 61, 61, 72, 72, 72, 72, 55, 55, 55, 55, 80, 80, 80, 80]
    other = [*values[:3], 72, *values[4:7], 55, *values[8:11], 80, *values[12:]]
    assert shift(row(values), row(other, "two")) == 0
    assert shift(row(VALUES), row(VALUES, "two")) == 0


def test_series_of_other_periods_are_not_moved() -> None:
    assert shift(row(VALUES), row(VALUES, "two", 20)) == 0


def test_the_first_table_without_a_name_of_its_own() -> None:
    nameless = [
        Series(
            type(one.indicator)("", "", "count", ""),
            one.points,
            one.table,
            one.table_title,
            name_as_printed="Calls made",
        )
        for one in (row(VALUES), row([*VALUES[:3], 81, *VALUES[4:]], "two"))
    ]
    (found,) = printed_otherwise(nameless)
    assert found.working.text == (
        "Calls made, November 2030: 80 in the table One, 81 in the table Two."
    )


def test_tables_of_two_things_are_told_with_how_many_periods_differ() -> None:
    one, other = row(["61", "14", "63", "22", "90"]), row(["25", "65", "63", "84", "12"], "two")
    (found,) = printed_otherwise([one, other])
    assert found.kind == "same_series"
    assert "other values for 4 periods, such as 61 and 25" in found.working.text
    (count,) = (f for f in found.working.figures if f.operation)
    assert count.operation == "periods for which the tables differ"
    assert len(count.rows) == 8
    assert (found.left.raw, found.right.raw) == ("61", "25")


def test_every_pair_of_tables_is_told_by_itself() -> None:
    three = [row(VALUES), row([*VALUES[:3], 81, *VALUES[4:]], "two"), row(VALUES, "three", 1)]
    assert [one.kind for one in printed_otherwise(three)] == ["same_series", "shifted", "shifted"]
