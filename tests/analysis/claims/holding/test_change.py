"""A change held against two values of a table, rounding treated fairly."""

from __future__ import annotations

import pytest

from analysis.claims.holding.small_tables import (
    OPEN,
    VISITS,
    claim,
    held,
    said,
    table,
    verdict,
    working,
)
from briefing.analysis.claims.holding.outcome import IMPLIED, LOOSE, NEAR, SURE
from briefing.model import Period


class TestChange:
    def test_a_change_in_numbers_and_per_cent(self) -> None:
        fewer = claim("change", "37", direction="down", baseline="2030-09", now=True)
        assert verdict(fewer) == ("agrees", SURE)
        assert working(fewer) == (
            "Children in care: 507 in September 2030 and 470 in August 2031, down 37; "
            "the sentence says down 37."
        )
        share = claim("percent_change", said("7", "percent"), direction="down", baseline="2030-09")
        assert verdict(share) == ("agrees", IMPLIED)
        assert "down 7.3%; the sentence says down 7%." in working(share)

    def test_a_change_of_a_percentage_is_in_points_or_per_cent_of_itself(self) -> None:
        visits = table(VISITS, "percent")
        risen = claim("percent_change", said("4", "percent"), direction="up", baseline="2030-08")
        assert verdict(risen, visits)[0] == "agrees"
        assert (
            verdict(
                claim("percent_change", said("4.7", "percent"), direction="up", baseline="2030-08"),
                visits,
            )[0]
            == "agrees"
        )
        points = claim("change", said("4", "percentage_points"), direction="up", baseline="2030-08")
        assert verdict(points, visits)[0] == "agrees"
        assert "up 4 percentage points;" in working(points, visits)

    @pytest.mark.parametrize(
        ("percent", "base", "outcome"),
        [
            ("10", "2031-07", "agrees"),
            ("20", "2031-07", "agrees"),
            ("14", "2031-07", "contradicts"),
            ("10", "average", "agrees"),
            ("20", "average", "agrees"),
            ("30", "average", "cannot_verify"),
        ],
    )
    def test_per_cent_of_a_percentage_may_mean_either(
        self, percent: str, base: str, outcome: str
    ) -> None:
        share = table("50% 50% 50% 60%", "percent")
        told = {"base": base} if base == "average" else {"baseline": base}
        one = claim("percent_change", said(percent, "percent"), direction="up", **told)
        assert verdict(one, share)[0] == outcome

    def test_from_nought_there_is_no_percentage_and_points_are_told(self) -> None:
        doubled = claim(
            "percent_change", said("100", "percent"), direction="up", baseline="2031-07"
        )
        rate = table("0 5", "rate_per_10000")
        assert verdict(doubled, rate) == OPEN
        assert working(doubled, rate) == (
            "Children in care was 0 per 10,000 in July 2031, and nothing is a percentage of nought."
        )
        five = claim("change", "5", direction="up", baseline="2031-07")
        assert verdict(five, rate)[0] == "agrees"
        share = table("0% 10%", "percent")
        ten = claim("percent_change", said("10", "percent"), direction="up", baseline="2031-07")
        assert verdict(ten, share)[0] == "agrees"
        assert verdict(doubled, share)[0] == "contradicts"
        assert "up 10 percentage points; the sentence says up 100%." in working(doubled, share)

    def test_a_size_is_derived_from_both_values_and_says_how(self) -> None:
        share = said("7", "percent")
        found = held(claim("percent_change", share, direction="down", baseline="2030-09")).found
        (size,) = (f for f in found if f.parents)
        assert size.operation == "size of the percentage change from September 2030 to August 2031"
        assert [f.value for f in size.parents] == [507, 470]
        found = held(claim("change", "37", direction="down", baseline="2030-09")).found
        (size,) = (f for f in found if f.parents)
        assert size.operation == "size of the change from September 2030 to August 2031"
        flat = table("94 94", "rate_per_10000")
        assert "94 per 10,000 in August 2031, up 0 per 10,000;" in working(
            claim("change", "4", direction="down", baseline="2031-07"), flat
        )

    def test_the_direction_counts(self) -> None:
        up = claim("change", "37", direction="up", baseline="2030-09", now=True)
        assert verdict(up) == ("contradicts", SURE)
        rising = table("400 450 500")
        assert verdict(
            claim("change", "50", direction="up", baseline="2031-07", now=True), rising
        ) == ("agrees", SURE)
        assert "up 50;" in working(
            claim("change", "60", direction="up", baseline="2031-07"), rising
        )

    def test_the_baseline_that_would_do_is_named_where_there_is_one_alone(self) -> None:
        wrong = claim(
            "percent_change", said("15", "percent"), direction="down", baseline="2030-10", now=True
        )
        assert verdict(wrong) == ("contradicts", SURE)
        assert working(wrong).endswith("15% is the change from August 2030, not October 2030.")
        two = table("551 507 507 490 470")
        fewer = claim("change", "37", direction="down", baseline="2031-07", now=True)
        assert "is the change from" not in working(fewer, two)
        assert "is the change from" not in working(
            claim("change", "90", direction="down", baseline="2030-10", now=True)
        )

    def test_the_same_month_of_another_year_is_named_before_others(self) -> None:
        fewer = claim("change", "37", direction="down", baseline="2031-07", now=True)
        rest = " ".join(["490"] * 9)
        assert working(fewer, table(f"507 551 507 {rest} 470")).endswith(
            "37 is the change from August 2030, not July 2031."
        )
        assert "is the change from" not in working(fewer, table(f"551 507 507 {rest} 470"))

    def test_another_month_is_named_where_it_alone_would_do_and_is_past(self) -> None:
        thirty = claim("change", "30", direction="down", baseline="2030-09", now=True)
        assert working(thirty).endswith(
            "the sentence says down 30. 30 is the change from October 2030, not September 2030."
        )
        june = claim("change", "30", direction="down", baseline="2031-05", period="2031-06")
        assert "is the change from" not in working(june, table("500 490 480 510 490"))

    def test_the_first_value_printed_is_a_natural_baseline_of_the_present_alone(self) -> None:
        apart = table("600 560 500 470")
        assert verdict(claim("change", "130", direction="down"), apart) == ("agrees", LOOSE)
        dated = claim("change", "130", direction="down", period="2031-08")
        assert verdict(dated, apart) == ("contradicts", NEAR)

    def test_every_baseline_must_hold(self) -> None:
        months = (Period("2030-08"), Period("2030-10"))
        share = said("15", "percent")
        both = claim("percent_change", share, direction="down", baselines=months, now=True)
        assert verdict(both)[0] == "contradicts"
        good = (Period("2030-08"), Period("2030-08"))
        assert verdict(
            claim("percent_change", share, direction="down", baselines=good, now=True)
        ) == ("agrees", SURE)
        unknown = (Period("2030-08"), Period("2029-08"))
        assert (
            verdict(claim("percent_change", share, direction="down", baselines=unknown, now=True))
            == OPEN
        )

    def test_baselines_in_words(self) -> None:
        values = "551 507 500 494 490 488 479 473 470 480 476 500 470"
        month = claim("change", "30", direction="down", base="previous", now=True)
        assert verdict(month, table(values)) == ("agrees", SURE)
        assert verdict(
            claim("change", "60", direction="down", base="previous", now=True), table(values)
        ) == ("contradicts", IMPLIED)
        year = claim("change", "81", direction="down", base="yearago", now=True)
        assert verdict(year) == ("agrees", SURE)
        loose = claim("change", "30", direction="down", base="lastyear", now=True)
        assert verdict(loose) == ("contradicts", NEAR)
        years = claim("change", "81", direction="down", base="years1", now=True)
        assert verdict(years) == ("agrees", SURE)
        assert verdict(claim("change", "81", direction="down", base="years2", now=True)) == OPEN

    def test_a_year_before_a_quarter_is_four_quarters_back(self) -> None:
        quarters = table("400 450 500 470 440 300", last=Period("2031-Q2"))
        year = claim("change", "150", direction="down", base="yearago", now=True)
        assert verdict(year, quarters) == ("agrees", SURE)
        assert "Quarter 2 of 2030" in working(year, quarters)

    def test_no_change_of_fewer_than_ten_is_computed(self) -> None:
        few = claim("change", "4", direction="down", base="previous", now=True)
        assert verdict(few) == OPEN
        assert working(few) == (
            "Children in care: 474 in July 2031 and 470 in August 2031; "
            "no change of so few is computed."
        )
        four = claim("change", "4", direction="down", baseline="2031-05", now=True)
        assert verdict(four) == ("contradicts", SURE)
        assert "is the change from" not in working(four)
        ten = claim("change", "10", direction="down", baseline="2031-05", now=True)
        assert verdict(ten) == ("agrees", SURE)
        share = claim(
            "percent_change", said("50", "percent"), direction="up", baseline="2031-07", now=True
        )
        assert verdict(share, table("8 12")) == OPEN
        assert verdict(share, table("10 15")) == ("agrees", SURE)
        points = claim(
            "change", said("1", "percentage_points"), direction="up", baseline="2031-07", now=True
        )
        assert verdict(points, table(VISITS, "percent")) == ("agrees", SURE)

    def test_a_level_of_the_same_sentence_that_makes_it_true_is_looked_at_alone(self) -> None:
        own = claim("change", "57", direction="down", baseline="2030-09", end=said("450"))
        assert verdict(own) == OPEN
        assert working(own) == (
            "57 follows from the level that the same sentence states, which is looked at by "
            "itself; the table has 507 in September 2030 and 470 in August 2031."
        )
        under = claim(
            "change", "57", direction="down", baseline="2030-09", end=said("460", form="under")
        )
        assert verdict(under)[0] == "contradicts"
        both = claim(
            "change", "60", direction="down", baseline="2030-09", start=said("510"), end=said("450")
        )
        assert verdict(both) == OPEN
        neither = claim("change", "70", direction="down", baseline="2030-09", end=said("450"))
        assert verdict(neither) == ("contradicts", IMPLIED)
        loose = claim(
            "change", "57", direction="down", baseline="2030-09", end=said("450", form="about")
        )
        assert verdict(loose)[0] == "contradicts"

    def test_a_level_that_is_the_tables_dates_the_sentence(self) -> None:
        told = claim("change", "70", direction="down", baseline="2030-09", end=said("470"))
        assert verdict(told) == ("contradicts", SURE)

    @pytest.mark.parametrize(
        ("percent", "outcome"),
        [
            ("5", "contradicts"),
            ("6", "contradicts"),
            ("7", "agrees"),
            ("8", "cannot_verify"),
            ("9", "contradicts"),
            ("7.3", "agrees"),
            ("7.2", "cannot_verify"),
            ("7.1", "contradicts"),
            ("7.4", "contradicts"),
        ],
    )
    def test_a_percentage_that_may_be_cut_off_is_left_open(
        self, percent: str, outcome: str
    ) -> None:
        share = said(percent, "percent")
        assert (
            verdict(claim("percent_change", share, direction="down", baseline="2030-09", now=True))[
                0
            ]
            == outcome
        )

    def test_a_bound_on_a_percentage_is_no_rounding(self) -> None:
        over = said("7.4", "percent", "over")
        assert verdict(
            claim("percent_change", over, direction="down", baseline="2030-09", now=True)
        ) == ("contradicts", SURE)

    def test_a_baseline_that_is_not_printed(self) -> None:
        early = claim("change", "81", direction="down", baseline="2030-07", now=True)
        assert verdict(early) == OPEN
        assert working(early) == (
            "No table prints Children in care for July 2030. From 551 in August 2030 to 470 in "
            "August 2031 the sentence would be true."
        )
        none = claim("change", "90", direction="down", baseline="2030-07", now=True)
        assert working(none) == "No table prints Children in care for July 2030."
        missing = claim("change", "81", direction="down", period="2029-01")
        assert working(missing) == "No table prints Children in care for the period."
        assert verdict(claim("change", direction="down", baseline="2030-09")) == OPEN

    def test_another_table_speaks_where_one_has_no_baseline(self) -> None:
        short = table("476 474 470")
        wrong = claim("change", "60", direction="down", baseline="2030-09", now=True)
        assert verdict(wrong, short, table()) == ("contradicts", SURE)
        may = claim("change", "90", direction="down", baseline="2030-09", period="2031-05")
        assert verdict(may, short, table()) == ("contradicts", SURE)
        follows = claim("change", "81", direction="down", baseline="2030-07", now=True)
        longer = table("600 551 507 500 494 490 488 479 473 470 480 476 474 470")
        assert verdict(follows, table(), longer) == OPEN

    def test_without_a_baseline_a_natural_one_may_make_it_true(self) -> None:
        assert verdict(claim("change", "81", direction="down")) == OPEN
        assert working(claim("change", "81", direction="down")) == (
            "The sentence does not say from when Children in care changed."
        )
        apart = table("600 560 540 500 470")
        assert verdict(claim("change", "30", direction="down"), apart) == ("agrees", LOOSE)
        assert verdict(claim("change", "130", direction="down"), apart) == ("agrees", LOOSE)
        assert verdict(claim("change", "90", direction="down"), apart) == OPEN
        assert verdict(claim("change", "70", direction="down"), apart) == OPEN
        assert working(claim("change", "70", direction="down"), apart) == (
            "The sentence does not say from when Children in care changed."
        )

    def test_a_dated_change_without_a_baseline_is_from_the_period_before(self) -> None:
        apart = table("600 560 540 500 470")
        dated = claim("change", "130", direction="down", period="2031-08")
        assert verdict(dated, apart) == ("contradicts", NEAR)
        assert "500 in July 2031" in working(dated, apart)
        assert verdict(claim("change", "30", direction="down", period="2031-08"), apart) == (
            "agrees",
            LOOSE,
        )
        gap = table("600 560 540 - 470")
        assert verdict(claim("change", "30", direction="down", period="2031-08"), gap) == OPEN

    def test_a_financial_years_end_and_a_year_before_are_natural(self) -> None:
        apart = "900 850 800 750 700 650 600 560 540 500 470 440 400"
        for value, month in (("160", "March 2031"), ("140", "April 2031"), ("500", "August 2030")):
            found = held(claim("change", value, direction="down"), table(apart))
            assert found.verdict == "agrees"
            assert month in found.working.text
        longer = table("990 " + apart)
        for told in ({}, {"period": "2031-08"}):
            year = claim("change", "500", direction="down", **told)
            assert verdict(year, longer) == ("agrees", LOOSE)
            assert "900 in August 2030" in working(year, longer)
            assert verdict(claim("change", "450", direction="down", **told), longer)[0] != "agrees"

    def test_an_average_in_words(self) -> None:
        flat = table("500 500 500 500 500 500 500 500 500 500 500 500 400")
        fall = claim("percent_change", said("20", "percent"), direction="down", base="average")
        assert verdict(fall, flat) == ("agrees", LOOSE)
        assert working(fall, flat) == (
            "Children in care: 400 in August 2031; 20% down holds against 500.0, the mean of all "
            "periods printed before it."
        )
        assert (
            verdict(
                claim("percent_change", said("40", "percent"), direction="down", base="average"),
                flat,
            )
            == OPEN
        )
        stated = claim("percent_change", said("20", "percent"), direction="down", base="average3")
        assert verdict(stated, flat) == ("agrees", LOOSE)
        wrong = claim("percent_change", said("40", "percent"), direction="down", base="average3")
        assert verdict(wrong, flat) == ("contradicts", IMPLIED)
        assert working(wrong, flat) == (
            "Children in care: 400 in August 2031 and 466.7 on average in the months named up to "
            "it."
        )
        mean = held(wrong, flat).found[-1]
        assert (mean.unit, mean.operation) == ("count", "mean of the months named up to it")
        rate = table("50 50 50 40", "rate_per_10000")
        lower = claim("percent_change", said("40", "percent"), direction="down", base="average3")
        assert held(lower, rate).found[-1].unit == "rate_per_10000"
        longer = claim("percent_change", said("40", "percent"), direction="down", base="average24")
        assert verdict(longer, flat) == OPEN
