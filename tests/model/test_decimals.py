"""With how many decimals a value is written."""

from decimal import Decimal

import pytest

from briefing.model.decimals import decimals


@pytest.mark.parametrize(
    ("raw", "places"), [("12", 0), ("12.0", 1), ("12.50", 2), ("1E+3", 0), ("NaN", 0)]
)
def test_trailing_noughts_count_and_powers_of_ten_do_not(raw: str, places: int) -> None:
    assert decimals(Decimal(raw)) == places
