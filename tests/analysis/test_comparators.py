"""Comparator columns: kept in order, named or called unknown, and what a value is beside them."""

import pytest

from analysis.samples import (
    VISITS,
    benchmark_row,
    built,
    cite,
    figure,
    indicator_row,
    observation,
    series,
)
from briefing.analysis import name_of, read_comparators, standing
from briefing.model import Period
from briefing.model.trend import Comparator


def comparators(*rows: dict[str, str]) -> tuple[Comparator, ...]:
    return read_comparators(rows, series(VISITS), cite)


def test_they_stand_in_the_order_of_their_columns_and_blanks_are_none() -> None:
    found = comparators(
        benchmark_row("83", column_position="3"),
        benchmark_row("", column_position="2", comparator="region"),
        benchmark_row("81", column_position="1", comparator="statistical_neighbours"),
        benchmark_row("99", table="another"),
        benchmark_row("99", indicator="another"),
        benchmark_row("99", meeting="westmoor-children/2031-07-16"),
    )
    assert [(c.comparator, c.figure.value) for c in found] == [
        ("statistical_neighbours", 81),
        ("england", 83),
    ]


def test_each_has_its_year_its_neighbour_set_and_its_source() -> None:
    (found,) = comparators(
        benchmark_row(
            "81",
            period="2029/30",
            neighbour_set="2027",
            release="LAIT 2030-11",
            identification_evidence="matches the published value",
        )
    )
    assert found.period == found.figure.period == Period("2029/30")
    assert (found.neighbour_set, found.release) == ("2027", "LAIT 2030-11")
    assert found.evidence == "matches the published value"
    assert found.figure.unit == "percent" and found.figure.citation is not None
    assert found.figure.row.endswith("/visits-in-time/1")


def test_a_column_that_nobody_named_is_kept_and_called_so() -> None:
    (found,) = comparators(benchmark_row("81", comparator="unknown", identification="unknown"))
    assert name_of(found) == "a comparator that the papers do not name"
    assert standing(figure(85), found, "high") == ""


def test_a_column_that_was_inferred_carries_a_word_of_doubt() -> None:
    named, proposed = comparators(
        benchmark_row("81"), benchmark_row("82", column_position="2", identification="proposed")
    )
    assert name_of(named) == "England"
    assert name_of(proposed).startswith("England (as it appears")


@pytest.mark.parametrize(
    ("comparator", "name"),
    [
        ("own", "the council's own published figure"),
        ("statistical_neighbours", "statistical neighbours"),
        ("region", "the region"),
        ("england", "England"),
    ],
)
def test_a_named_column_is_called_by_its_owner(comparator: str, name: str) -> None:
    (found,) = comparators(benchmark_row("81", comparator=comparator))
    assert name_of(found) == name


def test_an_unknown_owner_is_called_so_once() -> None:
    (found,) = comparators(benchmark_row("81", comparator="unknown", identification="proposed"))
    assert name_of(found) == "a comparator that the papers do not name"


def test_a_store_of_an_earlier_release_has_no_evidence() -> None:
    row = benchmark_row("81")
    del row["identification_evidence"]
    assert [c.evidence for c in comparators(row)] == [""]


@pytest.mark.parametrize(
    ("value", "polarity", "expected"),
    [
        (85, "high", "better"),
        (85, "low", "worse"),
        (85, "neutral", "higher"),
        (80, "high", "worse"),
        (80, "low", "better"),
        (80, "neutral", "lower"),
        (82, "high", "level"),
    ],
)
def test_how_a_value_stands_beside_one(value: int, polarity: str, expected: str) -> None:
    (found,) = comparators(benchmark_row("82"))
    assert standing(figure(value), found, polarity) == expected
    assert standing(figure(value, unit="count"), found, polarity) == ""


def test_a_part_of_a_breakdown_and_an_unknown_indicator_have_none() -> None:
    (part,) = built([observation("2031-08", "85", breakdown="girls")])
    (unknown,) = built([observation("2031-08", "85", indicator="")], indicators=[indicator_row()])
    rows = [benchmark_row("82"), benchmark_row("82", indicator="")]
    assert read_comparators(rows, part, cite) == ()
    assert read_comparators(rows, unknown, cite) == ()
