"""Names and cells of rows."""

from decimal import Decimal

import pytest

from analysis.samples import MEETING, benchmark_row, observation, target_row
from briefing.analysis.rows import date_of, decimal, panel_of, period, row_id
from briefing.model import Period


def test_a_row_is_named_by_its_key() -> None:
    one = observation("2031-08", "85")
    assert row_id("observations", one) == f"{MEETING}/visiting/2031-08-85"
    assert row_id("benchmarks", benchmark_row("88")) == (
        f"benchmarks/{MEETING}/visiting/visits-in-time/1"
    )
    due = target_row("95", kind="ambition", due="2032-03")
    assert row_id("targets", due) == f"targets/{MEETING}/visiting/visits-in-time/ambition/2032-03"


def test_a_meeting_is_its_panel_and_its_day() -> None:
    assert panel_of(MEETING) == "westmoor-children"
    assert date_of(MEETING).isoformat() == "2031-09-24"


@pytest.mark.parametrize("cell", ["", "n/a", "1,000", "NaN", "Infinity", "12%"])
def test_a_cell_that_is_no_number_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        decimal({"value": cell})


def test_a_cell_is_an_exact_decimal() -> None:
    assert str(decimal({"value": "14.50"})) == "14.50"
    assert decimal({"claimed": "-3"}, "claimed") == Decimal(-3)


def test_a_period_has_its_kind() -> None:
    assert period({"period": "2031/32", "period_kind": "municipal"}) == Period(
        "2031/32", "municipal"
    )
    assert period({"period": "", "period_kind": "month"}) is None
    assert period({"due": "2032-03-31", "period_kind": "municipal"}, "due") == Period("2032-03")
