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
        ("Aug, 2024", "2024-08"),
        ("2024 Q1", "2024-Q1"),
        ("Year ending March 2005", "2004/05"),
        ("Aug/24", "2024-08"),
        ("Aug ’24", "2024-08"),
        ("Aug  1999:", "1999-08"),
        ("8/2024", "2024-08"),
        ("2012-11", "2012-11"),
        ("03/04/2024", "2024-04"),
        ("3.4.24", "2024-04"),
        ("1st Apr '24", "2024-04"),
        ("2nd-May-2024", "2024-05"),
        ("2024-03-31", "2024-03"),
        ("1/1/1900", "1900-01"),
        ("31/12/2099", "2099-12"),
        ("(Aug 2024)", "2024-08"),
        ("Aug 2024 (08/2024)", "2024-08"),
        ("Aug 2024 (p)", "2024-08"),
        ("Aug 2024 (r)", "2024-08"),
        ("Aug 2024 (final data)", "2024-08"),
        ("Position at the end of March 2024", "2024-03"),
        ("Month of Aug 2024", "2024-08"),
        ("Q. 1: 2024/25", "2024/25-Q1"),
        ("Q1 (2024/25)", "2024/25-Q1"),
        ("Quarter Q1 2024/25", "2024/25-Q1"),
        ("Qrt 4 2024", "2024-Q4"),
        ("Apr 2024 - Jun 2024", "2024-Q2"),
        ("Jan/Mar 24", "2024-Q1"),
        ("Q2 2024 (Apr-Jun 2024)", "2024-Q2"),
        ("Quarter ending 30 June 2024", "2024-Q2"),
        ("Qtr to Sep 24", "2024-Q3"),
        ("Quarter ended March 2024", "2024-Q1"),
        ("12 months to December 2023", "2023"),
        ("Twelve months to 31 March 2024", "2023/24"),
        ("Year ended 31 March 2024 (provisional)", "2023/24"),
        ("2023/24 (Apr-Mar)", "2023/24"),
        ("2023/24 Actual", "2023/24"),
        ("Year 2023/24", "2023/24"),
        ("Year of 2024", "2024"),
        ("FY 24/25", "2024/25"),
        ("Financial year 2023/24", "2023/24"),
        ("1999/00", "1999/00"),
        ("1999/2000", "1999/00"),
        ("2011/12", "2011/12"),
        ("2011-2012", "2011/12"),
        ("2012-13", "2012/13"),
        ("13-14", "2013/14"),
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
        "Year 11",
        "13/2024",
        "13/04/13/2024",
        "31/13/2024",
        "30/02/2024",
        "2024-02-30",
        "31/12/1899",
        "01/01/2100",
        "Aug 2024 (Sep 2024)",
        "Aug 2024 (see note)",
        "Q2 2024 (Apr 2024)",
        "2024 (2024/25)",
        "2023/24 (Jan-Dec)",
        "Apr 2023 - Jun 2024",
        "Jan & Mar 2024",
        "Jan-Apr 2024",
        "Feb-Apr 2024",
        "Quarter ended May 2024",
        "Quarter ending 2024",
        "Year ending June 2024",
        "Year ending 2024",
        "Academic year 2024",
        "Financial year 2024",
        "Calendar year 2024",
        "2023/1924",
        "2022/2024",
        "12-13",
        "11/12",
        "1899/00",
        "Aug 2024 and",
        "Aug-24 Target",
        "08/2024 Target",
        "2024-08 Target",
        "31/03/2024 Target",
        "Q3 2024/25 Target",
        "Apr-Jun 2024 Target",
        "2024 Target",
        "Aug 2024 (Apr-Jun 2024 Target)",
        "2023/24 (Apr-Mar Target)",
        "Visits in the year ending March 2024",
        "Visits in the quarter ending March 2024",
        "in Aug 2024",
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
    assert period_of("School year 2023/24") == Period("2023/24", "academic")
    assert period_of("AY 23/24") == Period("2023/24", "academic")
    assert period_of("Municipal 2023/24") == Period("2023/24", "municipal")
    assert period_of("FY2023/24", kind="academic") == Period("2023/24", "financial")
    assert period_of("Fiscal year 2023/24", kind="academic") == Period("2023/24", "financial")
    assert period_of("Q1 2023/24", kind="academic") == Period("2023/24-Q1", "academic")
    assert period_of("Year ending March 2024", kind="academic") == Period("2023/24", "financial")


def test_a_calendar_year_is_of_no_other_kind() -> None:
    assert period_of("2024", kind="calendar") == Period("2024")
    assert period_of("2024", kind="academic") is None
    assert period_of("2023/24", kind="calendar") == Period("2023/24", "financial")


def test_a_heading_is_no_longer_than_a_heading() -> None:
    assert period_of("actual " * 7 + "values 2024") == Period("2024")
    assert period_of("actual " * 7 + "figures 2024") is None


def test_bare_months_are_completed_by_the_one_year_over_them() -> None:
    assert _codes(complete(["Aug", "Dec", "Jan", "Mar"], "2024/25")) == [
        "2024-08",
        "2024-12",
        "2025-01",
        "2025-03",
    ]
    assert _codes(complete(["Q1", "Q2"], "Performance 2024/25")) == ["2024/25-Q1", "2024/25-Q2"]
    assert _codes(complete(["Jan", "Feb"], "2024")) == ["2024-01", "2024-02"]
    assert _codes(complete(["Jan", "Feb"], "Visits in 2024")) == ["2024-01", "2024-02"]
    assert _codes(complete(["Q1 (Jan-Mar)", "Q4"], "2024")) == ["2024-Q1", "2024-Q4"]
    assert _codes(complete(["April", "Sept."], "In 2024/25, targets of 2024/25")) == [
        "2024-04",
        "2024-09",
    ]
    assert _codes(complete(["Apr", "Target", "Jun"], "2024/25")) == ["2024-04", "", "2024-06"]


@pytest.mark.parametrize("band", ["Academic year 2023/24", "Visits by academic year 2023/24"])
def test_bare_headings_are_of_the_kind_of_year_over_them(band: str) -> None:
    assert _codes(complete(["Sep", "Dec", "Jan", "Aug"], band)) == [
        "2023-09",
        "2023-12",
        "2024-01",
        "2024-08",
    ]
    assert complete(["Q1"], band) == [Period("2023/24-Q1", "academic")]
    assert complete(["Q1 review"], band) == [None]
    assert complete(["August review"], band) == [None]
    assert complete(["Q1"], "2023/24", kind="academic") == [Period("2023/24-Q1", "academic")]
    assert complete(["2023/24"], kind="academic") == [Period("2023/24", "academic")]


def test_a_quarter_that_names_other_months_is_not_completed() -> None:
    assert _codes(complete(["Q1 (Apr-Jun)", "Q2 (Apr-Jun)"], "2024/25")) == ["2024/25-Q1", ""]
    assert complete(["Q1 (Apr-Jun)"], "2024") == [None]


def test_a_band_goes_behind_what_the_headings_state() -> None:
    assert _codes(complete(["Aug-23", "Sep", "Nov"], "2024/25")) == ["2023-08", "2023-09", ""]


def test_bare_months_that_leave_the_year_are_not_completed() -> None:
    assert complete(["Jan", "Sep"], "2024/25") == [None, None]
    assert complete(["Apr", "Apr"], "2024/25") == [None, None]
    assert complete(["Aug", "Sep"], "Aug 2024") == [None, None]
    assert complete(["Aug", "Sep"], "Case 120245") == [None, None]
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
    assert complete(["Nov-23", "Jan"])[1] is None
    assert complete(["2023/24", "Apr"])[1] is None
    assert complete(["Dec", "Jan-24"])[0] is None
    assert complete(["Aug-23", "Target"])[1] is None
    assert complete(["Aug-23", "Sep review"])[1] is None


def test_a_month_that_runs_on_is_not_held_against_a_year_or_a_target_behind_it() -> None:
    assert _codes(complete(["Nov-23", "Dec", "2023/24"])) == ["2023-11", "2023-12", "2023/24"]
    assert _codes(complete(["Nov-23", "Dec", "Target", "Mar-24"])) == [
        "2023-11",
        "2023-12",
        "",
        "2024-03",
    ]
    assert _codes(complete(["Jan-24", "Aug-23", "Sep"])) == ["2024-01", "2023-08", "2023-09"]


def test_bare_headings_are_known_as_such() -> None:
    assert bare("Aug")
    assert bare("Q3")
    assert bare(" Sept. ")
    assert bare("Quarter 1 (Apr–Jun)")
    assert not bare("Q5")
    assert not bare("August review")
    assert not bare("Q1 review")
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
