"""The change between two values, and the rule on small counts of people."""

import pytest

from analysis.samples import figure
from briefing.analysis import safe_change


@pytest.mark.parametrize(("before", "after"), [(0, 9), (25, 16), (7, 7), (3, 0)])
def test_a_count_that_changed_by_less_than_ten_has_no_difference(before: int, after: int) -> None:
    assert safe_change(figure(before, unit="count"), figure(after, unit="count")) is None


@pytest.mark.parametrize(("before", "after", "text"), [(0, 10, "10"), (510, 470, "-40")])
def test_a_larger_change_of_a_count_names_its_parents(before: int, after: int, text: str) -> None:
    old = figure(before, "2023-08", "count")
    new = figure(after, "2024-08", "count")
    change = safe_change(old, new)
    assert change is not None
    assert (change.text, change.parents) == (text, (old, new))
    assert change.operation == "change from August 2023 to August 2024"
    assert change.period == new.period


def test_percentages_and_rates_may_change_by_little() -> None:
    points = safe_change(figure("84.5"), figure("86"))
    rate = safe_change(figure(95, unit="rate_per_10000"), figure(94, unit="rate_per_10000"))
    assert points is not None and points.text == "1.5 percentage points"
    assert rate is not None and rate.text == "-1 per 10,000"
    assert points.operation == "change"


def test_values_of_two_units_have_no_change() -> None:
    with pytest.raises(ValueError, match="no change between percent and count"):
        safe_change(figure(10), figure(20, unit="count"))
