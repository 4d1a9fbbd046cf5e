import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Period

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


@pytest.mark.parametrize("code", ["", "2024-13", "Aug-24", "2023/25", "2024-Q5", "24-08", "2024-8"])
def test_what_is_no_period_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        Period(code)


def test_a_split_year_begins_where_its_kind_says() -> None:
    assert Period("2023/24", "financial").start == 2023 * 12 + 3
    assert Period("2023/24", "municipal").start == 2023 * 12 + 4
    assert Period("2023/24", "academic").start == 2023 * 12 + 8


def test_financial_quarter_four_is_january_to_march() -> None:
    quarter = Period("2023/24-Q4")
    assert quarter.start == Period("2024-01").start
    assert quarter.shift(1) == Period("2024/25-Q1")


def test_a_jump_of_a_year_does_not_follow() -> None:
    assert Period("2023-09").follows(Period("2023-08"))
    assert not Period("2023-08").follows(Period("2022-08"))


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
