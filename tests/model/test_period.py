from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Period
from briefing.model.period import british

CODES = st.one_of(
    st.builds("{:04d}-{:02d}".format, st.integers(1990, 2098), st.integers(1, 12)),
    st.builds("{:04d}-Q{}".format, st.integers(1990, 2098), st.integers(1, 4)),
    st.builds("{:04d}".format, st.integers(1990, 2098)),
    st.integers(1990, 2097).map(lambda y: f"{y}/{(y + 1) % 100:02d}"),
    st.builds(
        lambda y, q: f"{y}/{(y + 1) % 100:02d}-Q{q}", st.integers(1990, 2097), st.integers(1, 4)
    ),
)


@pytest.mark.parametrize(
    ("code", "label", "short"),
    [
        ("2024-08", "August 2024", "Aug 24"),
        ("2024-Q3", "Quarter 3 of 2024", "Q3 2024"),
        ("2023/24-Q4", "Quarter 4 of 2023/24", "Q4 2023/24"),
        ("2023/24", "2023/24", "2023/24"),
        ("2024", "2024", "2024"),
    ],
)
def test_labels_are_british_words(code: str, label: str, short: str) -> None:
    assert (Period(code).label, Period(code).short) == (label, short)


@pytest.mark.parametrize(
    "code",
    [
        "", "2024-13", "2024-00", "Aug-24", "2023/25", "2024-Q5", "24-08", "2024-8", "2024-08-31",
        "2024-Q3-Q4", "2024-Q0", "2023/24-Q5", "2023/24-Q41", "2023/24 revised", "FY 2023/24",
        "2023/24-08", "20245",
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        Period(code)


def test_a_split_year_begins_where_its_kind_says() -> None:
    assert Period("2023/24", "financial").start == 2023 * 12 + 3
    assert Period("2023/24", "municipal").start == 2023 * 12 + 4
    assert Period("2023/24", "academic").start == 2023 * 12 + 8


def test_a_calendar_year_begins_in_january() -> None:
    assert Period("2024").start == Period("2024-01").start == Period("2024-Q1").start
    assert Period("2024-Q3").start == Period("2024-07").start
    assert Period("2024").shift(-1) == Period("2023")


def test_years_stay_in_step_over_a_century() -> None:
    assert Period("1998/99").shift(1) == Period("1999/00")
    assert Period("1999/00").shift(1) == Period("2000/01")


@pytest.mark.parametrize("code", ["0999-11", "0999", "0999/00", "0998/99-Q4", "0999-Q1"])
def test_a_year_has_four_digits_however_early(code: str) -> None:
    assert Period(code).shift(0) == Period(code)
    assert Period(code).shift(-1).shift(1) == Period(code)


def test_a_month_is_called_by_its_name() -> None:
    names = [Period(f"2024-{month:02d}").label for month in range(1, 13)]
    assert names == [f"{date(2024, month, 1):%B} 2024" for month in range(1, 13)]
    assert Period("2024-11").short == "Nov 24"
    assert british(date(2024, 9, 26)) == "26 September 2024"
    assert british(date(2024, 12, 1)) == "1 December 2024"


def test_financial_quarter_four_is_january_to_march() -> None:
    quarter = Period("2023/24-Q4")
    assert quarter.start == Period("2024-01").start
    assert quarter.shift(1) == Period("2024/25-Q1")


def test_a_jump_of_a_year_does_not_follow() -> None:
    assert Period("2023-09").follows(Period("2023-08"))
    assert not Period("2023-08").follows(Period("2022-08"))


def test_a_quarter_does_not_follow_a_month() -> None:
    assert not Period("2024-Q3").follows(Period("2024-06"))
    assert not Period("2024-07").follows(Period("2024-Q2"))


def test_periods_stand_in_order_of_their_beginning_and_then_of_their_length() -> None:
    codes = ["2025-01", "2024", "2024-01", "2023/24", "2024-Q1", "2024-02"]
    in_order = ["2023/24", "2024-01", "2024-Q1", "2024", "2024-02", "2025-01"]
    assert [p.code for p in sorted(map(Period, codes))] == in_order
    assert not Period("2024-01") < Period("2024-01")
    assert Period("2024-02") > Period("2024-01")


def test_a_kind_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="not a kind of period: 'lunar'"):
        Period("2023/24", "lunar")


def test_months_to_a_due_month() -> None:
    assert Period("2024-08").months_to(Period("2025-03")) == 7


@given(CODES, st.integers(-30, 30))
def test_shifting_there_and_back_returns(code: str, steps: int) -> None:
    period = Period(code)
    assert period.shift(steps).shift(-steps) == period
    assert period.shift(steps).start == period.start + steps * period.length
    assert period.shift(1).follows(period)


@pytest.mark.parametrize(("code", "kind"), [("2024-Q3", "month"), ("2024-08", "academic")])
def test_a_kind_that_the_code_denies_is_refused(code: str, kind: str) -> None:
    with pytest.raises(ValueError, match="does not go with"):
        Period(code, kind)
