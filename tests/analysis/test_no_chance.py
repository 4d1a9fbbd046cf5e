"""How much has to fit before what does not fit means something, and what is never derived."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analysis.test_disagreements import series
from briefing.analysis.changes import Pair, printed_twice
from briefing.analysis.disagreements import disagreement as d
from briefing.analysis.rounding import rounding_range
from briefing.model import Indicator, Series


@pytest.mark.parametrize(
    ("fitting", "shared", "different", "found"),
    [
        (8, 8, 5, True),
        (8, 10, 5, True),
        (7, 7, 5, False),
        (7, 9, 5, False),
        (8, 8, 4, False),
        (10, 13, 9, False),
    ],
)
def test_a_relation_holds_in_eight_periods_four_of_five_and_with_five_values(
    fitting: int, shared: int, different: int, found: bool
) -> None:
    assert d.holds(fitting, shared, different) is found


def test_nothing_is_derived_about_fewer_than_ten() -> None:
    assert d.SMALL == 10


def pairs(left: list[str], right: list[str]) -> tuple[Pair, ...]:
    return printed_twice([series("calls", left), series("calls", right, table="two")])


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (["100", "100", "50"], ["121", "121", "50"], True),
        (["100", "100", "50"], ["120", "120", "50"], False),
        (["100", "100", "50", "60"], ["150", "150", "50", "60"], False),
        (["100", "100", "50", "60", "70"], ["150", "150", "50", "60", "70"], False),
        (["100", "100"], ["150", "150"], True),
        (["100"], ["150"], False),
        (["100", "100", "50"], ["150", "150", "50", "60", "70"], True),
        (["-100", "-100", "50"], ["-101", "-101", "50"], False),
        (["1", "1", "50"], ["1.3", "1.3", "50"], True),
        (["0.5", "0.5", "50"], ["0.8", "0.8", "50"], True),
        (["100", "100", "100", "9"], ["101", "140", "150", "9"], True),
    ],
)
def test_two_series_that_differ_widely_in_most_periods_are_of_two_things(
    left: list[str], right: list[str], found: bool
) -> None:
    assert d.two_things(pairs(left, right)) is found


def test_what_may_have_been_rounded_twice_may_lie_a_little_outside() -> None:
    (figure,) = series("share", ["8"], unit="percent").figures.values()
    low, high = d.could_be(figure)
    assert rounding_range(figure) == (Decimal("7.5"), Decimal("8.5"))
    assert (low, high) == (Decimal("7.45"), Decimal("8.55"))


def test_a_measure_that_no_catalogue_knows_is_called_as_it_is_printed() -> None:
    row = Series(Indicator("", "", "count", ""), (), name_as_printed="Calls made")
    assert d.name_of(row) == "Calls made"
    assert d.name_of(series("calls", ["1"], name="Calls made")) == "Calls"
