"""A level held against a target or a comparator, and an ambition against the targets."""

from __future__ import annotations

import pytest

from analysis.claims.holding.small_tables import (
    OPEN,
    RATE,
    VISITS,
    claim,
    figure,
    said,
    table,
    target,
    verdict,
    working,
)
from briefing.analysis.claims.holding.outcome import IMPLIED, LOOSE, NEAR, SURE
from briefing.model import Series
from briefing.model.claim import Quantity
from briefing.model.trend import Comparator


class TestComparison:
    BELOW = table(RATE, "rate_per_10000", targets=[target("96")])

    def test_below_and_above_a_target(self) -> None:
        below = claim("comparison", direction="below", against="target", now=True)
        assert verdict(below, self.BELOW) == ("agrees", SURE)
        assert working(below, self.BELOW) == (
            "Children in care: 94 per 10,000 in August 2031; the target is 96 per 10,000."
        )
        above = claim("comparison", direction="above", against="target", now=True)
        assert verdict(above, self.BELOW) == ("contradicts", IMPLIED)
        quoted = claim("comparison", "96", direction="above", against="target", now=True)
        assert verdict(quoted, self.BELOW) == ("contradicts", SURE)

    @pytest.mark.parametrize(
        ("direction", "goal", "outcome"),
        [
            ("below", "94", "agrees"),
            ("below", "93", "contradicts"),
            ("above", "94", "agrees"),
            ("above", "95", "contradicts"),
            ("at_least", "94", "agrees"),
            ("at_least", "95", "contradicts"),
            ("at_most", "94", "agrees"),
            ("at_most", "93", "contradicts"),
            ("near", "98", "agrees"),
            ("near", "104", "cannot_verify"),
            ("near", "130", "contradicts"),
            ("near", "70", "contradicts"),
            ("met", "94", "agrees"),
            ("met", "93", "contradicts"),
            ("unmet", "93", "agrees"),
            ("unmet", "95", "contradicts"),
            ("better", "90", "cannot_verify"),
            ("below", "93.5", "contradicts"),
            ("above", "94.5", "contradicts"),
            ("at_least", "94.5", "agrees"),
            ("at_most", "93.5", "agrees"),
            ("near", "126", "cannot_verify"),
            ("near", "126.1", "contradicts"),
        ],
    )
    def test_where_the_level_lies(self, direction: str, goal: str, outcome: str) -> None:
        table_ = table(RATE, "rate_per_10000", targets=[target(goal, "at_most")])
        if direction == "near" and float(goal) > 98:
            table_ = table(RATE, "rate_per_10000", targets=[target(goal, "at_least")])
        one = claim("comparison", direction=direction, against="target", now=True)
        assert verdict(one, table_)[0] == outcome

    def test_a_target_of_unknown_side_is_neither_met_nor_missed(self) -> None:
        table_ = table(RATE, "rate_per_10000", targets=[target("96", "unknown")])
        for direction in ("met", "unmet"):
            one = claim("comparison", direction=direction, against="target", now=True)
            assert verdict(one, table_) == OPEN

    def test_what_reaches_a_target_is_close_to_it(self) -> None:
        one = claim("comparison", direction="near", against="target", now=True)
        assert verdict(one, table(RATE, "rate_per_10000", targets=[target("120")])) == (
            "agrees",
            SURE,
        )

    def test_a_quoted_target_that_is_not_the_tables(self) -> None:
        quoted = claim("comparison", "99", direction="below", against="target", now=True)
        assert verdict(quoted, self.BELOW) == ("contradicts", NEAR)
        assert working(quoted, self.BELOW) == (
            "The sentence quotes 99 per 10,000 for Children in care; the table's target is 96 per "
            "10,000."
        )
        hoped = table(RATE, "rate_per_10000", targets=[target("96"), target("87", kind="ambition")])
        assert verdict(quoted, hoped) == OPEN
        assert working(quoted, hoped) == (
            "No column of the table is named as the target that is quoted for Children in care."
        )
        floor = table(RATE, "rate_per_10000", targets=[target("96", kind="floor")])
        assert verdict(quoted, floor) == ("contradicts", NEAR)
        ambition = claim("comparison", "87", direction="above", against="target", now=True)
        assert verdict(ambition, hoped) == ("agrees", SURE)

    def test_a_target_that_is_quoted_alone(self) -> None:
        assert verdict(claim("comparison", "96", against="target"), self.BELOW) == ("agrees", SURE)
        alone = claim("comparison", against="target")
        assert verdict(alone, self.BELOW) == OPEN
        assert (
            working(alone, self.BELOW) == "The sentence does not say how Children in care compares."
        )
        quoted = claim("comparison", "96", against="target")
        assert working(quoted, self.BELOW) == (
            "The table's target of Children in care is 96 per 10,000."
        )

    def test_what_is_not_printed_is_left_open(self) -> None:
        for one in (
            claim("comparison", direction="below", against="target", now=True),
            claim("comparison", "96", direction="below", against="target", now=True),
        ):
            assert verdict(one) == OPEN
            assert working(one) == "The tables print no target of Children in care."
        unit = claim("comparison", said("96", "percent"), direction="below", against="target")
        assert working(unit, self.BELOW) == "Children in care is printed in another unit."
        other = claim("comparison", direction="below", against="average")
        assert working(other) == "The tables print no figure compared with of Children in care."
        period = claim("comparison", direction="below", against="target", period="2029-01")
        assert working(period, self.BELOW) == "No table prints Children in care for the period."

    def test_another_table_speaks_where_one_does_not_print_what_is_needed(self) -> None:
        above = claim("comparison", direction="above", against="target", period="2031-05")
        short = table("95 94", "rate_per_10000", targets=[target("96")])
        longer = table(RATE, "rate_per_10000", targets=[target("99")])
        assert verdict(above, short, longer) == ("contradicts", IMPLIED)
        bare = table(RATE, "rate_per_10000")
        assert verdict(above, bare, longer) == ("contradicts", IMPLIED)

    def test_one_of_several_targets_will_do(self) -> None:
        both = table(RATE, "rate_per_10000", targets=[target("90"), target("96", kind="floor")])
        below = claim("comparison", direction="below", against="target", now=True)
        assert verdict(below, both) == ("agrees", SURE)
        higher = claim("comparison", direction="above", against="target", now=True)
        assert verdict(higher, both) == ("agrees", SURE)

    def test_each_of_several_targets_is_held_by_itself(self) -> None:
        def two(first: str, second: str, side: str) -> Series:
            goals = [target(first, side), target(second, side, kind="floor")]
            return table(RATE, "rate_per_10000", targets=goals)

        met = claim("comparison", direction="met", against="target", now=True)
        assert verdict(met, two("90", "96", "at_most")) == ("agrees", SURE)
        near = claim("comparison", direction="near", against="target", now=True)
        assert verdict(near, two("70", "120", "at_most")) == ("agrees", SURE)
        assert verdict(near, two("104", "130", "at_least")) == OPEN

    def test_what_is_hoped_for_is_no_target_unless_it_is_quoted(self) -> None:
        goals = [target("96"), target("87", kind="ambition")]
        above = claim("comparison", direction="above", against="target", now=True)
        assert verdict(above, table(RATE, "rate_per_10000", targets=goals)) == (
            "contradicts",
            IMPLIED,
        )

    def test_a_quoted_target_of_the_same_unit(self) -> None:
        unit = said("96", "rate_per_10000")
        below = claim("comparison", unit, direction="below", against="target", now=True)
        assert verdict(below, self.BELOW) == ("agrees", SURE)
        low = table(RATE, "rate_per_10000", targets=[target("90")])
        wrong = claim("comparison", "90", direction="below", against="target", now=True)
        assert verdict(wrong, low) == ("contradicts", SURE)

    @pytest.mark.parametrize(("goal", "outcome"), [("90", "agrees"), ("89.9", "cannot_verify")])
    def test_close_is_within_a_twentieth(self, goal: str, outcome: str) -> None:
        near = claim("comparison", direction="near", against="target", now=True)
        assert verdict(near, table("95", "rate_per_10000", targets=[target(goal)]))[0] == outcome

    def _beside(self, name: str, identification: str, raw: str) -> dict[str, object]:
        one = Comparator(name, identification, figure(raw, "rate_per_10000"))
        return {"comparators": {"care": (one,)}}

    @pytest.mark.parametrize(
        ("against", "words"),
        [
            ("statistical_neighbours", "statistical neighbour figure"),
            ("england", "England figure"),
            ("region", "regional figure"),
        ],
    )
    def test_comparators_by_their_names(self, against: str, words: str) -> None:
        below = claim("comparison", direction="below", against=against, now=True)
        rate = table(RATE, "rate_per_10000")
        for how in ("named", "confirmed"):
            beside = self._beside(against, how, "100.9")
            assert verdict(below, rate, **beside) == ("agrees", SURE)
            assert working(below, rate, **beside).endswith(f"the {words} is 100.9 per 10,000.")
        other = self._beside("own", "named", "100.9")
        assert working(below, rate, **other) == f"The tables print no {words} of Children in care."

    def test_a_column_that_nobody_named_may_be_the_one_quoted(self) -> None:
        rate = table(RATE, "rate_per_10000")
        quoted = claim("comparison", "100.9", direction="below", against="england", now=True)
        for name, how in (("unknown", "unknown"), ("england", "proposed")):
            assert verdict(quoted, rate, **self._beside(name, how, "100.9")) == ("agrees", SURE)
            assert verdict(quoted, rate, **self._beside(name, how, "80")) == OPEN

    def test_a_comparator_is_taken_with_its_rounding_and_a_target_as_printed(self) -> None:
        rate = table(RATE, "rate_per_10000")
        below = claim("comparison", direction="below", against="england", now=True)
        assert verdict(below, rate, **self._beside("england", "named", "93"))[0] == "contradicts"
        assert verdict(below, rate, **self._beside("england", "named", "94"))[0] == "agrees"

    def test_close_to_a_comparator(self) -> None:
        rate = table(RATE, "rate_per_10000")
        near = claim("comparison", direction="near", against="england", now=True)
        for raw, outcome in (("96", "agrees"), ("104", "cannot_verify"), ("130", "contradicts")):
            assert verdict(near, rate, **self._beside("england", "named", raw))[0] == outcome

    @pytest.mark.parametrize(("percent", "outcome"), [("10", True), ("20", True), ("14", False)])
    def test_per_cent_above_a_target_of_a_percentage_may_mean_either(
        self, percent: str, outcome: bool
    ) -> None:
        share = table("60%", "percent", targets=[target("50", "at_least", "percent")])
        one = claim(
            "comparison",
            direction="above",
            against="target",
            gap=said(percent, "percent"),
            now=True,
        )
        assert (verdict(one, share) == ("agrees", SURE)) is outcome

    @pytest.mark.parametrize(
        ("gap", "direction", "outcome"),
        [
            (said("6"), "below", "agrees"),
            (said("8"), "below", "contradicts"),
            (said("6"), "above", "contradicts"),
            (said("6", "percent"), "below", "agrees"),
            (said("12", "percent"), "below", "contradicts"),
            (said("6", "percentage_points"), "below", "cannot_verify"),
        ],
    )
    def test_how_far_it_lies_from_it(self, gap: Quantity, direction: str, outcome: str) -> None:
        one = claim("comparison", direction=direction, against="england", gap=gap, now=True)
        rate = table(RATE, "rate_per_10000")
        assert verdict(one, rate, **self._beside("england", "named", "100"))[0] == outcome

    def test_a_distance_above(self) -> None:
        rate = table(RATE, "rate_per_10000")
        beside = self._beside("england", "named", "80")
        for gap, outcome in (
            (said("14"), "agrees"),
            (said("17.5", "percent"), "agrees"),
            (said("30", "percent"), "contradicts"),
        ):
            one = claim("comparison", direction="above", against="england", gap=gap, now=True)
            assert verdict(one, rate, **beside)[0] == outcome

    def test_a_distance_of_a_few_people_is_not_computed(self) -> None:
        for goal, outcome in (("475", "cannot_verify"), ("480", "agrees")):
            counted = table(targets=[target(goal, unit="count")])
            gap = said("5" if goal == "475" else "10")
            one = claim("comparison", direction="below", against="target", gap=gap, now=True)
            assert verdict(one, counted)[0] == outcome

    def test_points_below_a_target_of_a_percentage(self) -> None:
        visits = table(VISITS, "percent", targets=[target("95", "at_least", "percent")])
        for gap in (said("5", "percentage_points"), said("5", "percent")):
            one = claim("comparison", direction="below", against="target", gap=gap, now=True)
            assert verdict(one, visits) == ("agrees", SURE)


class TestAmbition:
    DATED = table(
        RATE,
        "rate_per_10000",
        targets=[target("96"), target("87", kind="ambition", due="2032-03")],
    )

    def test_a_target_that_the_table_prints(self) -> None:
        assert verdict(claim("ambition", "87"), self.DATED) == ("agrees", SURE)
        unit = said("87", "rate_per_10000")
        assert verdict(claim("ambition", unit), self.DATED) == ("agrees", SURE)
        assert working(claim("ambition", "87"), self.DATED) == (
            "The sentence aims at 87 per 10,000 for Children in care; the table's target is 87 per "
            "10,000."
        )

    def test_another_one_with_the_same_date_speaks_against_it(self) -> None:
        assert verdict(claim("ambition", "80", baseline="2032-03"), self.DATED) == (
            "contradicts",
            LOOSE,
        )
        assert verdict(claim("ambition", "80", baseline="2033-03"), self.DATED) == OPEN
        assert verdict(claim("ambition", "80"), self.DATED) == OPEN
        assert "target is 96 per 10,000" in working(claim("ambition", "80"), self.DATED)

    def test_without_targets_or_in_another_unit_it_is_left_open(self) -> None:
        for one, where in (
            (claim("ambition", "87"), table()),
            (claim("ambition", said("87", "percent")), self.DATED),
            (claim("ambition"), self.DATED),
        ):
            assert working(one, where) == "The tables print no target of Children in care."
