"""A rank among a measure's own values, and a level that held for a time."""

from __future__ import annotations

import pytest

from analysis.claims.holding.small_tables import (
    CARE,
    OPEN,
    RATE,
    claim,
    held,
    said,
    table,
    target,
    verdict,
    working,
)
from briefing.analysis.claims.holding.outcome import IMPLIED, LOOSE, SURE


class TestRank:
    def test_the_lowest_and_the_highest_that_the_table_prints(self) -> None:
        fallen = table(CARE[:-3] + "460")
        low = claim("rank", rank="lowest", now=True)
        assert verdict(low, fallen) == ("agrees", LOOSE)
        assert working(low, fallen) == (
            "Children in care: 460 in August 2031, the lowest that the table prints of that time."
        )
        assert verdict(low) == ("agrees", LOOSE)
        high = claim("rank", rank="highest", now=True)
        assert verdict(high) == ("contradicts", SURE)
        assert working(high) == (
            "Children in care: 470 in August 2031, said to be the highest; the table has 551 in "
            "August 2030."
        )
        assert verdict(low, table("400 410 420")) == ("contradicts", SURE)
        assert "the table has 400 in June 2031" in working(low, table("400 410 420"))

    def test_over_a_number_of_months_and_since_a_period(self) -> None:
        twelve = claim("rank", rank="lowest", window_months=12, now=True)
        assert verdict(twelve) == ("agrees", SURE)
        longer = claim("rank", rank="lowest", window_months=24, now=True)
        assert verdict(longer) == OPEN
        assert working(longer) == (
            "Children in care: 470 in August 2031, the lowest of the 13 periods that the table "
            "prints of that time."
        )
        since = claim("rank", rank="lowest", baseline="2031-03", now=True)
        assert verdict(since) == ("agrees", SURE)
        three = claim("rank", rank="highest", window_months=3, now=True)
        assert verdict(three, table("500 470 476 474 480")) == ("agrees", SURE)
        assert verdict(three, table("470 500 474 480")) == ("contradicts", SURE)
        lowest = table("460 500 480 470")
        assert verdict(claim("rank", rank="lowest", baseline="2031-05", now=True), lowest) == (
            "agrees",
            SURE,
        )
        assert verdict(claim("rank", rank="lowest", baseline="2031-04", now=True), lowest)[0] == (
            "contradicts"
        )

    def test_a_value_that_rounds_alike_does_not_beat_it(self) -> None:
        rate = table("94.3 94", "rate_per_10000")
        assert verdict(claim("rank", rank="highest", now=True), rate) == ("agrees", LOOSE)
        next_one = table("95 94", "rate_per_10000")
        assert verdict(claim("rank", rank="highest", now=True), next_one)[0] == "contradicts"
        assert (
            verdict(claim("rank", rank="lowest", now=True), table("93.7 94", "rate_per_10000"))[0]
            == "agrees"
        )
        assert (
            verdict(claim("rank", rank="lowest", now=True), table("93 94", "rate_per_10000"))[0]
            == "contradicts"
        )

    def test_a_period_of_its_own(self) -> None:
        low = claim("rank", rank="lowest", period="2031-04")
        assert verdict(low) == ("agrees", LOOSE)
        later = claim("rank", rank="highest", period="2031-05", window_months=3)
        assert verdict(later) == ("agrees", SURE)
        assert verdict(claim("rank", rank="lowest", period="2031-03")) == OPEN
        assert working(claim("rank", rank="lowest", period="2031-03")) == (
            "The tables go on after March 2031."
        )
        assert working(claim("rank", rank="lowest", period="2029-03")) == (
            "No table prints Children in care for the period."
        )

    def test_the_value_that_beats_it_by_most_is_told(self) -> None:
        high = claim("rank", rank="highest", now=True)
        assert "the table has 560 in July 2031" in working(high, table("500 560 470"))
        low = claim("rank", rank="lowest", now=True)
        assert "the table has 400 in July 2031" in working(low, table("450 400 470"))

    def test_a_time_with_a_gap_is_not_whole(self) -> None:
        low = claim("rank", rank="lowest", window_months=4, now=True)
        gap = table("480 - 476 470")
        assert verdict(low, gap) == OPEN
        (count,) = (f for f in held(low, gap).found if f.parents)
        assert (count.value, count.operation) == (3, "number of periods printed")
        assert [f.value for f in count.parents] == [480, 476, 470]

    def test_another_table_speaks_where_one_has_not_the_period(self) -> None:
        high = claim("rank", rank="highest", period="2031-05")
        assert verdict(high, table("474 470"), table()) == ("contradicts", SURE)

    def test_values_without_a_period_may_beat_it(self) -> None:
        low = claim("rank", rank="lowest", now=True)
        assert verdict(low, table(unplaced=["400"])) == OPEN
        assert "without saying for when" in working(low, table(unplaced=["400"]))
        assert verdict(low, table(unplaced=["600"])) == ("agrees", LOOSE)

    def test_a_rank_among_others_is_not_in_the_table(self) -> None:
        for more in ({"against": "others"}, {"base": "lastyear"}):
            one = claim("rank", rank="lowest", now=True, **more)
            assert verdict(one) == OPEN
            assert "what Children in care is ranked among" in working(one)


class TestDuration:
    RATE = table(RATE, "rate_per_10000")

    def test_a_level_held_since_a_period(self) -> None:
        below = claim("duration", "100", direction="below", baseline="2031-01")
        assert verdict(below, self.RATE) == ("agrees", SURE)
        assert working(below, self.RATE) == (
            "Children in care: 99 per 10,000 in January 2031 and 94 per 10,000 in August 2031, and "
            "as said in every period between."
        )
        broken = claim("duration", "100", direction="below", baseline="2030-09")
        assert verdict(broken, self.RATE) == ("contradicts", SURE)
        assert working(broken, self.RATE) == (
            "Children in care: said to have held below 100 per 10,000; the table has 101 per "
            "10,000 in November 2030."
        )

    def test_over_a_number_of_months(self) -> None:
        eight = claim("duration", "100", direction="below", window_months=8)
        assert verdict(eight, self.RATE) == ("agrees", SURE)
        ten = claim("duration", "100", direction="below", window_months=10)
        assert verdict(ten, self.RATE) == ("contradicts", IMPLIED)
        assert (
            verdict(claim("duration", "120", direction="below", window_months=14), self.RATE)
            == OPEN
        )

    def test_above_and_at(self) -> None:
        above = claim("duration", "93", direction="above", baseline="2030-08")
        assert verdict(above, self.RATE) == ("agrees", SURE)
        assert verdict(
            claim("duration", "95", direction="above", baseline="2030-08"), self.RATE
        ) == ("contradicts", SURE)
        at = claim("duration", "470", window_months=3)
        assert verdict(at, table("470 470 470")) == ("agrees", SURE)
        assert verdict(at) == ("contradicts", IMPLIED)
        assert "said to have held at 470; the table has 474 in July 2031." in working(at)

    def test_rounding_is_fair(self) -> None:
        at = claim("duration", "94", direction="below", baseline="2031-08")
        assert verdict(at, self.RATE) == ("agrees", SURE)
        at = claim("duration", "94", direction="above", baseline="2031-08")
        assert verdict(at, self.RATE) == ("agrees", SURE)

    def test_what_is_not_printed_whole_is_left_open(self) -> None:
        gap = table("470 - 470 470")
        assert verdict(claim("duration", "470", baseline="2031-05"), gap) == OPEN
        assert verdict(claim("duration", "470", baseline="2030-01"), gap) == OPEN
        assert working(claim("duration", "470", baseline="2030-01"), gap) == (
            "The tables do not print all of Children in care for that time."
        )
        assert working(claim("duration", "470"), gap) == (
            "The sentence does not say since when Children in care is so."
        )
        unit = claim("duration", said("47", "percent"), window_months=3)
        assert working(unit, gap) == "Children in care is printed in another unit."
        counted = claim("duration", said("480", "count"), direction="below", baseline="2030-08")
        assert verdict(counted, self.RATE, table()) == ("contradicts", SURE)

    @pytest.mark.parametrize(
        ("direction", "side", "months", "outcome"),
        [
            ("below", "at_most", 4, "agrees"),
            ("below", "at_most", 7, "contradicts"),
            ("above", "at_most", 4, "contradicts"),
            ("met", "at_most", 5, "agrees"),
            ("met", "at_most", 8, "contradicts"),
            ("met", "at_least", 5, "contradicts"),
            ("unmet", "at_most", 4, "contradicts"),
            ("unmet", "at_least", 2, "agrees"),
            ("unmet", "at_least", 8, "contradicts"),
            ("met", "unknown", 4, "cannot_verify"),
            ("below", "unknown", 4, "agrees"),
        ],
    )
    def test_a_target_that_is_not_quoted_is_the_tables(
        self, direction: str, side: str, months: int, outcome: str
    ) -> None:
        one = claim("duration", direction=direction, against="target", window_months=months)
        for kind in ("target", "floor"):
            goal = target("97", side, kind=kind)
            assert verdict(one, table(RATE, "rate_per_10000", targets=[goal]))[0] == outcome

    def test_one_target_alone_is_meant_and_no_other_figure(self) -> None:
        below = {"direction": "below", "window_months": 3}
        one = claim("duration", against="target", **below)
        two = [target("97"), target("90", kind="floor")]
        assert verdict(one, table(RATE, "rate_per_10000", targets=two)) == OPEN
        hoped = [target("97"), target("80", kind="ambition")]
        assert verdict(one, table(RATE, "rate_per_10000", targets=hoped))[0] == "agrees"
        beside = claim("duration", against="england", **below)
        assert verdict(beside, table(RATE, "rate_per_10000", targets=[target("97")])) == OPEN
        quoted = claim("duration", "90", against="target", **below)
        assert verdict(quoted, table(RATE, "rate_per_10000", targets=[target("97")]))[0] == (
            "contradicts"
        )
