"""Which month a sentence means that names it without its year, and how it is said."""

from datetime import date

import pytest

from briefing.analysis.claims.rewording import reworded
from briefing.analysis.claims.times import mark_times

PUBLISHED = date(2031, 9, 18)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It fell in August", ["2031-08"]),
        ("It fell in October", ["2030-10"]),
        ("It rose from 12 in August to 14 in January 2031", ["2030-08", "2031-01"]),
        ("It was 14 in January 2031, up from 12 in August", ["2031-01", "2030-08"]),
        ("It was 14 in January 2031, falling to 12 in August", ["2031-01", "2031-08"]),
        ("It fell in August, and is lower than August 2030", ["2031-08", "2030-08"]),
        ("It is down from December 2030 but higher than in May", ["2030-12", "2031-05"]),
        ("It is lower than in August last year", ["2030-08"]),
        ("It fell over the year to August 2031", ["2031-08", "2030-08"]),
        ("It fell in the six months to August 2031", ["2031-08", "2031-02"]),
        ("In quarter 4 of 2030/31 it was 12, up from 9 in quarter 3", ["2030/31-Q4", "2030/31-Q3"]),
    ],
)
def test_the_periods_of_a_sentence(text, codes) -> None:
    assert [period.code for period in mark_times(text, PUBLISHED)[1]] == codes


def test_a_month_of_either_of_two_years_is_no_period() -> None:
    text, periods = mark_times("It went from 12 in May 2030 to 14 in August", PUBLISHED)
    assert [period.code for period in periods] == ["2030-05"]
    assert "«bunknown»" in text


@pytest.mark.parametrize(
    ("text", "plainer"),
    [
        ("It did not exceed 50 in June.", "It was at most 50 in June."),
        ("It has not fallen below 90% since May.", "It stayed at least 90% since May."),
        ("It is below the 85% target.", "It is below the target of 85%."),
        ("It is up 5% year on year.", "It is up 5% on a year ago."),
        ("3.4 There were 12[1] calls (see note 2).", "There were 12 calls."),
        ("There were 1 ,126 calls.", "There were 1,126 calls."),
        ("There are twice as many calls as in May.", "There are calls twice as many as in May."),
        ("It fell in each of the last six months.", "It fell for six consecutive months."),
    ],
)
def test_several_ways_of_saying_a_thing_become_one(text, plainer) -> None:
    assert reworded(text) == plainer
