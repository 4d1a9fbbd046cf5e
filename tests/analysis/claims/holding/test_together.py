"""Several tables, tables of other items, and claims that bear no verdict."""

from __future__ import annotations

import pytest

from analysis.claims.holding.small_tables import (
    OPEN,
    claim,
    held,
    table,
    target,
    verdict,
    working,
)
from briefing.analysis.claims.holding.outcome import (
    IMPLIED,
    LOOSE,
    NEAR,
    SURE,
    agrees,
    contradicts,
    open_,
    together,
)
from briefing.model import Sentence


class TestTogether:
    """What several tables make of one claim."""

    WEAK, STRONG = agrees(Sentence("weak"), LOOSE), agrees(Sentence("strong"))
    AGAINST, LESS = contradicts(Sentence("no"), SURE), contradicts(Sentence("hardly"), NEAR)
    UNSETTLED, SILENT = open_(Sentence("?")), open_(Sentence("-"), silent=True)

    def test_one_that_agrees_will_do_and_the_surest_speaks(self) -> None:
        found = together([self.AGAINST, self.WEAK, self.UNSETTLED, self.STRONG])
        assert found == self.STRONG and self.STRONG.certainty == SURE

    def test_to_contradict_none_may_be_open_and_the_least_sure_speaks(self) -> None:
        assert together([self.AGAINST, self.LESS, self.SILENT]) == self.LESS
        assert together([self.AGAINST, self.UNSETTLED]) == self.UNSETTLED

    def test_where_every_table_is_silent_the_first_speaks(self) -> None:
        assert together([self.SILENT, open_(Sentence("x"), silent=True)]) == self.SILENT
        assert together([]) is None

    def test_doubts_lower_the_certainty_and_none_is_full(self) -> None:
        assert 1 > SURE > 0.9 > IMPLIED > LOOSE > NEAR > 0.5


class TestWhatBearsNoVerdict:
    def test_a_hope_or_a_denial(self) -> None:
        found = held(claim("level", "470", unsure="it denies it"))
        assert (found.verdict, found.certainty) == OPEN
        assert found.working.text == ("The sentence cannot be held against a table: it denies it.")

    def test_a_measure_that_is_not_named(self) -> None:
        found = held(claim("level", "470", indicators=()))
        assert (found.verdict, found.certainty) == OPEN
        assert found.working.text == (
            "The words do not say for certain which measure of the tables is meant."
        )

    @pytest.mark.parametrize("values", ["- - -", ""])
    def test_a_measure_without_figures(self, values: str) -> None:
        found = held(claim("level", "470"), table(values))
        assert (found.verdict, found.certainty) == OPEN
        assert found.working.text == (
            "The tables print no figures of the measure for a known period."
        )

    def test_words_that_only_fit_a_measure(self) -> None:
        wrong = claim("level", "430", now=True, tie=0.4)
        assert verdict(wrong) == OPEN
        assert working(wrong) == (
            "The words fit one measure of the tables, but do not name it for certain."
        )
        assert verdict(claim("rank", rank="highest", tie=0.4)) == OPEN
        assert verdict(claim("level", "470", now=True, tie=0.4)) == ("agrees", 0.66)
        assert verdict(claim("level", "430", now=True, tie=0.5)) == ("contradicts", 0.71)

    def test_what_could_hardly_agree_by_chance_bears_words_out_that_only_fit(self) -> None:
        rate = table("95 94", "rate_per_10000", targets=[target("96")])
        below = {"direction": "below", "against": "target", "now": True, "tie": 0.4}
        assert verdict(claim("comparison", "96", **below), rate) == ("agrees", 0.66)
        assert verdict(claim("comparison", **below), rate) == OPEN
        level = claim("direction", direction="level", baseline="2031-04", tie=0.4)
        assert verdict(level)[0] == "agrees"
        fallen = claim("direction", direction="down", baseline="2030-09", tie=0.4)
        assert verdict(fallen) == OPEN
        counted = claim("change", "37", direction="down", baseline="2030-09", tie=0.4)
        assert verdict(counted) == OPEN

    def test_a_time_that_is_not_said(self) -> None:
        past = claim("level", "430", current=False)
        assert verdict(past) == OPEN
        assert working(past) == "The sentence does not say of which time it tells."
        assert verdict(claim("level", "470", current=False)) == ("agrees", IMPLIED)
        since = claim("change", "100", current=False, direction="down", baseline="2030-09")
        assert verdict(since) == ("contradicts", NEAR)
        window = claim("average", "600", current=False, window_months=3)
        assert verdict(window) == ("contradicts", NEAR)
        dated = claim("level", "430", current=False, period="2031-08")
        assert verdict(dated) == ("contradicts", SURE)
        true = claim("change", "37", current=False, direction="down", baseline="2030-09")
        assert verdict(true) == ("agrees", IMPLIED)


class TestTablesOfOtherItems:
    def test_the_tables_of_the_own_item_come_first_for_the_present(self) -> None:
        other = table("480", item="8")
        assert verdict(claim("level", "480", now=True), table(), other)[0] == "contradicts"
        assert verdict(claim("level", "480", period="2031-08"), table(), other)[0] == "agrees"

    def test_another_item_can_bear_a_claim_out_but_not_speak_against_its_present(self) -> None:
        other = table(item="8")
        assert verdict(claim("level", "470", now=True), other) == ("agrees", SURE)
        assert verdict(claim("level", "430", now=True), other) == OPEN
        assert working(claim("level", "430", now=True), other) == (
            "The measure is printed under another item, which may be of another time."
        )
        ranked = claim("rank", rank="highest", period="2031-08")
        assert verdict(ranked, other, table()) == verdict(ranked) == ("contradicts", SURE)

    def test_with_a_time_another_item_speaks_against_it_with_less_certainty(self) -> None:
        other = table(item="8")
        dated = claim("level", "430", period="2031-08")
        assert verdict(dated) == ("contradicts", SURE)
        assert verdict(dated, other) == ("contradicts", NEAR)
        assert verdict(claim("level", "430", period="2031-08", item_number=""), other) == (
            "contradicts",
            SURE,
        )
        change = claim("change", "80", period="2031-08", direction="down", baseline="2030-09")
        assert verdict(change, other) == ("contradicts", NEAR)
        assert verdict(claim("rank", rank="highest", period="2031-08"), other) == OPEN
