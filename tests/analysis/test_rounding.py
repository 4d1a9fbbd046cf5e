"""What a printed value may stand for."""

from decimal import Decimal

import pytest

from analysis.samples import figure
from briefing.analysis import rounding_range, safe_change


@pytest.mark.parametrize(
    ("value", "unit", "raw", "low", "high"),
    [
        ("94", "rate_per_10000", "94", "93.5", "94.5"),
        ("0.8", "percent", "0.8%", "0.75", "0.85"),
        ("14.5", "average", "14.50", "14.495", "14.505"),
        ("0", "percent", "0%", "-0.5", "0.5"),
        ("57300000", "gbp", "£57.3 million", "57250000", "57350000"),
        ("1491", "count", "1,491", "1491", "1491"),
        ("85000", "count", "85K", "84500", "85500"),
        ("6.5", "count", "6.5", "6.45", "6.55"),
        ("90", "percent", "-", "89.5", "90.5"),
        ("90.25", "percent", "-", "90.245", "90.255"),
        ("0.0", "percent", "0.0%", "-0.05", "0.05"),
        ("-3", "percentage_points", "-3", "-3.5", "-2.5"),
        ("-1200000", "gbp", "(£1.2 million)", "-1250000", "-1150000"),
    ],
)
def test_a_value_stands_for_all_that_rounds_to_it(
    value: str, unit: str, raw: str, low: str, high: str
) -> None:
    assert rounding_range(figure(value, unit=unit, raw=raw)) == (Decimal(low), Decimal(high))


def test_a_derived_figure_stands_for_itself() -> None:
    change = safe_change(figure(80), figure(85))
    assert change is not None
    assert rounding_range(change) == (5, 5)
