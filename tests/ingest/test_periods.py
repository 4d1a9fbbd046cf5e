"""Headings of columns as periods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.words.periods import bare, complete, period_of
from briefing.model import Period


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Aug-24", "2024-08"),
        ("Aug–24", "2024-08"),
        ("Aug'24", "2024-08"),
        ("July 23", "2023-07"),
        ("Sept 2024", "2024-09"),
        ("August 2024", "2024-08"),
        ("Aug- 24", "2024-08"),
        ("08/2024", "2024-08"),
        ("2024-08", "2024-08"),
        ("31/03/2024", "2024-03"),
        ("as at 31 March 2024", "2024-03"),
        ("31-Mar-24", "2024-03"),
        ("March 2024 (provisional)", "2024-03"),
        ("Mar 2024 Actual", "2024-03"),
        ("Q3 2024/25", "2024/25-Q3"),
        ("2024/25 Q3", "2024/25-Q3"),
        ("Q3 24-25", "2024/25-Q3"),
        ("Quarter 3 2024-2025", "2024/25-Q3"),
        ("Q1 (Apr-Jun) 2024/25", "2024/25-Q1"),
        ("Q1 2024/25 (Apr-Jun)", "2024/25-Q1"),
        ("Qtr 2 2023", "2023-Q2"),
        ("Apr-Jun 2024", "2024-Q2"),
        ("October to December 2023", "2023-Q4"),
        ("2023/24", "2023/24"),
        ("2023-24", "2023/24"),
        ("2023/2024", "2023/24"),
        ("23/24", "2023/24"),
        ("2022/23 Outturn", "2022/23"),
        ("FY 2023/24", "2023/24"),
        ("Year ending March 2024", "2023/24"),
        ("2024", "2024"),
    ],
)
def test_a_heading_that_says_its_period(printed: str, code: str) -> None:
    found = period_of(printed)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Aug",
        "Q3",
        "FY24",
        "Q1 FY24",
        "22-Aug",
        "2011-12",
        "08/09",
        "2023/25",
        "Q5 2024/25",
        "Q1 2024/25 (Jul-Sep)",
        "Nov-Jan 2024",
        "31 Feb 2024",
        "2023/24 Target",
        "YTD 2024/25",
        "England 2023/24",
        "1234",
        "19 – 20",
    ],
)
def test_a_heading_that_does_not_say_for_certain(printed: str) -> None:
    assert period_of(printed) is None


def test_the_kind_of_a_split_year_comes_from_the_words_or_the_caller() -> None:
    assert period_of("Academic year 2023/24") == Period("2023/24", "academic")
    assert period_of("AY2023/24") == Period("2023/24", "academic")
    assert period_of("Municipal year 2023/24", kind="academic") == Period("2023/24", "municipal")
    assert period_of("2023/24", kind="academic") == Period("2023/24", "academic")
    assert period_of("2023/24") == Period("2023/24", "financial")


def test_bare_months_are_completed_by_the_one_year_over_them() -> None:
    assert _codes(complete(["Aug", "Dec", "Jan", "Mar"], "2024/25")) == [
        "2024-08",
        "2024-12",
        "2025-01",
        "2025-03",
    ]
    assert _codes(complete(["Q1", "Q2"], "Performance 2024/25")) == ["2024/25-Q1", "2024/25-Q2"]
    assert _codes(complete(["Jan", "Feb"], "2024")) == ["2024-01", "2024-02"]


def test_bare_months_that_leave_the_year_are_not_completed() -> None:
    assert complete(["Jan", "Sep"], "2024/25") == [None, None]
    assert complete(["Aug", "Sep"], "2023/24 and 2024/25") == [None, None]
    assert complete(["Aug", "Sep"]) == [None, None]


def test_a_month_behind_a_dated_one_runs_on_where_the_later_dates_agree() -> None:
    assert _codes(complete(["Nov-23", "Dec", "Jan-24", "Feb"])) == [
        "2023-11",
        "2023-12",
        "2024-01",
        "2024-02",
    ]
    assert complete(["Aug-23", "Sep", "Jan-24"])[1] is None


def test_bare_headings_are_known_as_such() -> None:
    assert bare("Aug")
    assert bare("Q3")
    assert not bare("Aug-24")
    assert not bare("Target")


@given(
    st.integers(2010, 2039),
    st.integers(1, 12),
    st.sampled_from(["{m}-{y}", "{m} {y}", "{m}'{y}", "{m} {Y}", "{M} {Y}", "{n:02d}/{Y}"]),
)
def test_every_month_is_read_as_itself(year: int, month: int, shape: str) -> None:
    name = Period(f"{year}-{month:02d}").label.split()[0]
    printed = shape.format(m=name[:3], M=name, y=f"{year % 100:02d}", Y=year, n=month)
    assert period_of(printed) == Period(f"{year}-{month:02d}")


@given(st.text(max_size=30))
def test_any_text_gives_a_period_or_none(text: str) -> None:
    found = period_of(text)
    assert found is None or any(character.isdigit() for character in text)


def _codes(found: list[Period | None]) -> list[str]:
    return [period.code if period else "" for period in found]
