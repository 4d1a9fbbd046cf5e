"""An average over a time, and where a pace would end."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from analysis.claims.holding.small_tables import (
    OPEN,
    RATE,
    claim,
    held,
    said,
    table,
    verdict,
    working,
)
from briefing.analysis.claims import Record
from briefing.analysis.claims.holding.average import Points, bases, stated_bases
from briefing.analysis.claims.holding.outcome import IMPLIED, LOOSE, NEAR
from briefing.analysis.claims.lines import Line, lines
from briefing.model import Period


class TestAverage:
    MONTHLY = "17 15 13 17 21 8 7 14 17 15 8 13 8"

    def test_an_average_since_a_period(self) -> None:
        since = claim("average", "12.2", baseline="2031-04", now=True)
        assert verdict(since, table(self.MONTHLY)) == ("agrees", IMPLIED)
        assert working(since, table(self.MONTHLY)) == (
            "Children in care from April 2031 to August 2031: 12.2 in words, 12.2 on average in "
            "the table."
        )
        assert verdict(claim("average", "20", baseline="2031-04"), table(self.MONTHLY)) == (
            "contradicts",
            IMPLIED,
        )

    def test_the_mean_says_how_it_was_made(self) -> None:
        since = claim("average", "12.2", baseline="2031-04", now=True)
        (mean,) = (f for f in held(since, table(self.MONTHLY)).found if f.parents)
        assert (mean.operation, mean.unit) == ("mean from April 2031 to August 2031", "count")
        assert [f.value for f in mean.parents] == [17, 15, 8, 13, 8]

    def test_an_average_of_one_month_or_of_none(self) -> None:
        one = claim("average", "8", baseline="2031-08")
        assert verdict(one, table(self.MONTHLY)) == ("agrees", IMPLIED)
        assert verdict(claim("average", "20", baseline="2031-08"), table(self.MONTHLY)) == (
            "contradicts",
            IMPLIED,
        )
        assert verdict(claim("average", "8", baseline="2031-09"), table(self.MONTHLY)) == OPEN
        assert verdict(claim("average", baseline="2031-08"), table(self.MONTHLY)) == OPEN

    def test_an_average_of_two_periods_and_of_quarters(self) -> None:
        assert verdict(claim("average", "14"), table("20 8")) == ("agrees", LOOSE)
        quarters = table("17 15 13 8", last=Period("2031-Q2"))
        assert verdict(claim("average", "10.5", window_months=6), quarters) == ("agrees", IMPLIED)
        assert verdict(claim("average", "30", window_months=6), quarters) == (
            "contradicts",
            IMPLIED,
        )
        assert verdict(claim("average", "30", window_months=15), quarters) == OPEN

    def test_another_table_speaks_where_one_has_not_the_period(self) -> None:
        may = claim("average", "30", baseline="2031-04", period="2031-05")
        assert verdict(may, table("13 8"), table(self.MONTHLY)) == ("contradicts", IMPLIED)
        assert working(may, table("13 8")) == "No table prints Children in care for the period."

    def test_a_mean_of_averages_and_of_percentages(self) -> None:
        loads = claim("average", "13.0", baseline="2031-07")
        assert verdict(loads, table("12.9 13.1", "average")) == ("agrees", IMPLIED)
        share = claim("average", said("86.5", "percent"), baseline="2031-07")
        assert verdict(share, table("85% 88%", "percent")) == ("agrees", IMPLIED)
        assert "86.5% on average in the table" in working(share, table("85% 88%", "percent"))
        thirds = claim("average", "13", baseline="2031-06")
        assert "13.3 on average in the table" in working(thirds, table("13 13 14"))

    def test_the_first_or_last_month_may_be_meant_to_be_left_out(self) -> None:
        for value in ("11", "13.25"):
            one = claim("average", value, baseline="2031-04")
            assert verdict(one, table(self.MONTHLY)) == ("agrees", IMPLIED)

    def test_an_average_over_a_number_of_months(self) -> None:
        three = claim("average", "9.7", window_months=3)
        assert verdict(three, table(self.MONTHLY)) == ("agrees", IMPLIED)
        assert verdict(claim("average", "20", window_months=3), table(self.MONTHLY)) == (
            "contradicts",
            IMPLIED,
        )

    def test_a_time_that_is_not_printed_whole_is_left_open(self) -> None:
        for one in (
            claim("average", "20", window_months=24),
            claim("average", "20", baseline="2030-01"),
        ):
            assert verdict(one, table(self.MONTHLY)) == OPEN
            assert working(one, table(self.MONTHLY)) == (
                "The tables do not print all of Children in care for that time."
            )
        gap = table("17 15 - 13 8")
        assert verdict(claim("average", "20", baseline="2031-04"), gap) == OPEN
        assert verdict(claim("average", "20", window_months=4), gap) == OPEN

    def test_without_a_time_a_natural_one_may_make_it_true_and_none_speaks_against_it(self) -> None:
        assert verdict(claim("average", "13.3"), table(self.MONTHLY)) == ("agrees", LOOSE)
        assert verdict(claim("average", "30"), table(self.MONTHLY)) == OPEN
        assert working(claim("average", "30"), table(self.MONTHLY)) == (
            "The sentence does not say over what time Children in care is averaged."
        )

    @pytest.mark.parametrize("unit", ["rate_per_10000", "score"])
    def test_rates_are_not_averaged(self, unit: str) -> None:
        assert verdict(claim("average", "98", baseline="2030-08"), table(RATE, unit)) == OPEN
        assert working(claim("average", "98"), table(RATE, unit)) == (
            "No table prints Children in care for the period."
        )


class TestProjection:
    FALLING = "500 490 480 470"

    def test_a_pace_that_ends_there(self) -> None:
        there = claim("projection", "430", period="2031-12")
        assert verdict(there, table(self.FALLING)) == ("agrees", LOOSE)
        assert working(there, table(self.FALLING)) == (
            "Children in care: 480 in July 2031 and 470 in August 2031; at that pace it would be "
            "430 in December 2031."
        )

    def test_a_pace_from_the_first_printed_and_over_some_months(self) -> None:
        bent = table("560 500 530 525 470")
        assert "560 in April 2031" in working(claim("projection", "380", period="2031-12"), bent)
        assert "500 in May 2031" in working(claim("projection", "430", period="2031-12"), bent)

    def test_where_no_pace_ends_there(self) -> None:
        far = claim("projection", "300", period="2031-12")
        assert verdict(far, table(self.FALLING)) == ("contradicts", NEAR)
        assert working(far, table(self.FALLING)) == (
            "Children in care: 470 in August 2031; no pace that the table shows ends at 300 in "
            "December 2031."
        )
        assert verdict(claim("projection", "600", period="2031-12"), table(self.FALLING)) == (
            "contradicts",
            NEAR,
        )

    def test_between_the_paces_it_is_left_open(self) -> None:
        bent = table("560 500 530 525 470")
        between = claim("projection", "330", period="2031-12")
        assert verdict(between, bent) == OPEN
        assert "by what pace" in working(between, bent)

    def test_a_time_that_is_past_or_not_said(self) -> None:
        for one in (
            claim("projection", "300"),
            claim("projection", "300", period="2031-08"),
            claim("projection", None, period="2031-12"),
        ):
            assert verdict(one, table(self.FALLING)) == OPEN
            assert working(one, table(self.FALLING)) == (
                "The sentence does not say when Children in care would be so."
            )

    def test_the_only_pace_that_ends_there_may_be_of_a_year_or_from_a_years_end(self) -> None:
        there = claim("projection", "430", period="2031-12")
        for values, base in (
            ("900 900 590 " + " ".join(["470"] * 12), "590 in August 2030"),
            ("700 520 470 470 470 470 470", "520 in March 2031"),
            ("700 700 510 470 470 470 470", "510 in April 2031"),
            ("490 470 470", "490 in June 2031"),
        ):
            found = held(there, table(values))
            assert found.verdict == "agrees", values
            assert base in found.working.text
        (end,) = (f for f in found.found if f.parents)
        assert end.operation == "pace from June 2031 to August 2031 carried on to December 2031"
        assert end.unit == "count"

    @pytest.mark.parametrize(
        ("value", "outcome"),
        [
            ("430.5", "agrees"),
            ("429.5", "agrees"),
            ("430.6", "cannot_verify"),
            ("429.4", "cannot_verify"),
            ("431", "cannot_verify"),
            ("429", "cannot_verify"),
            ("431.1", "contradicts"),
            ("428.9", "contradicts"),
        ],
    )
    def test_an_end_may_be_out_by_a_rounding(self, value: str, outcome: str) -> None:
        one = claim("projection", value, period="2031-12")
        assert verdict(one, table(self.FALLING))[0] == outcome


class TestBases:
    """The times over which an average is naturally taken."""

    LINE: Line = lines(Record((table(" ".join(map(str, range(101, 131)))),)), "care")[0]

    def _spans(self, found: Iterable[tuple[str, Points]]) -> dict[str, tuple[str, str, int]]:
        return {
            name: (points[0][0].code, points[-1][0].code, len(points)) for name, points in found
        }

    def test_up_to_the_last_period(self) -> None:
        assert self._spans(bases(self.LINE, Period("2031-08"))) == {
            "all periods printed": ("2029-03", "2031-08", 30),
            "all periods printed before it": ("2029-03", "2031-07", 29),
            "the last twelve periods": ("2030-09", "2031-08", 12),
            "the twelve periods before it": ("2030-08", "2031-07", 12),
            "the eleven periods before it": ("2030-09", "2031-07", 11),
            "the last twenty-four periods": ("2029-09", "2031-08", 24),
            "the twenty-four periods before it": ("2029-08", "2031-07", 24),
            "the financial year so far": ("2031-04", "2031-08", 5),
            "the financial year before it": ("2030-04", "2031-03", 12),
        }

    def test_at_the_turn_of_the_financial_year(self) -> None:
        march = self._spans(bases(self.LINE, Period("2031-03")))
        assert march["the financial year so far"] == ("2030-04", "2031-03", 12)
        assert march["the financial year before it"] == ("2029-04", "2030-03", 12)
        assert march["the last twenty-four periods"] == ("2029-04", "2031-03", 24)
        assert march["the twenty-four periods before it"] == ("2029-03", "2031-02", 24)
        february = self._spans(bases(self.LINE, Period("2031-02")))
        assert february["the last twenty-four periods"] == ("2029-03", "2031-02", 24)
        assert "the twenty-four periods before it" not in february
        april = self._spans(bases(self.LINE, Period("2031-04")))
        assert "the financial year so far" not in april
        assert april["the financial year before it"] == ("2030-04", "2031-03", 12)
        assert april["the twenty-four periods before it"] == ("2029-04", "2031-03", 24)

    def test_where_little_is_printed(self) -> None:
        early = self._spans(bases(self.LINE, Period("2029-05")))
        assert early["all periods printed"] == ("2029-03", "2029-05", 3)
        assert not any("twenty-four" in name for name in early)
        assert self._spans(bases(self.LINE, Period("2029-03"))) == {}

    def test_a_number_of_months_that_is_stated(self) -> None:
        assert self._spans(stated_bases(self.LINE, Period("2031-08"), 6)) == {
            "the months named before it": ("2031-02", "2031-07", 6),
            "the months named up to it": ("2031-03", "2031-08", 6),
        }
        assert self._spans(stated_bases(self.LINE, Period("2031-08"), 30)) == {
            "the months named up to it": ("2029-03", "2031-08", 30)
        }
        assert self._spans(stated_bases(self.LINE, Period("2031-08"), 31)) == {}
        (gap,) = lines(Record((table("1 2 - 4 5 6"),)), "care")
        assert self._spans(stated_bases(gap, Period("2031-08"), 3)) == {
            "the months named up to it": ("2031-06", "2031-08", 3)
        }
        (quarters,) = lines(Record((table("1 2 3 4", last=Period("2031-Q2")),)), "care")
        assert self._spans(stated_bases(quarters, Period("2031-Q2"), 6)) == {
            "the months named before it": ("2030-Q4", "2031-Q1", 2),
            "the months named up to it": ("2031-Q1", "2031-Q2", 2),
        }
