"""A level held against what a table prints."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.claims.holding.small_tables import (
    HERE,
    OPEN,
    RATE,
    claim,
    held,
    said,
    table,
    verdict,
    working,
)
from briefing.analysis.claims.holding.outcome import IMPLIED, SURE
from briefing.model.claim import Form, Quantity


class TestLevel:
    def test_a_level_of_now_and_of_a_period(self) -> None:
        now = claim("level", "470", now=True)
        assert verdict(now) == ("agrees", SURE)
        assert working(now) == ("Children in care in August 2031: 470 in words, 470 in the table.")
        assert verdict(claim("level", "470")) == ("agrees", IMPLIED)
        assert verdict(claim("level", "480", period="2031-05")) == ("agrees", SURE)
        assert verdict(claim("level", "481", period="2031-05")) == ("contradicts", SURE)
        assert verdict(claim("level", "471")) == ("contradicts", IMPLIED)

    def test_the_figures_of_the_verdict_are_the_sentences_and_the_tables(self) -> None:
        found = held(claim("level", "480", now=True, citation=HERE))
        assert [(f.value, f.unit, f.row) for f in found.found] == [
            (480, "count", "p"),
            (470, "count", "r/470"),
        ]
        assert (found.found[0].raw, found.found[0].citation) == ("480", HERE)
        (placeless, _) = held(claim("level", "480", now=True)).found
        assert placeless.citation is not None and placeless.citation.text == "the papers"

    @pytest.mark.parametrize(
        ("value", "period", "month"),
        [
            ("474", "", "July 2031"),
            ("476", "2031-07", "June 2031"),
            ("470", "2031-07", "August 2031"),
            ("470", "2031-05", "April 2031"),
        ],
    )
    def test_the_value_of_the_month_beside_is_pointed_out(
        self, value: str, period: str, month: str
    ) -> None:
        told = {"period": period} if period else {"now": True}
        assert working(claim("level", value, **told)).endswith(
            f"in the table. {value} is the table's value for {month}."
        )

    @pytest.mark.parametrize("quantity", ["476", said("474", form="under"), "600"])
    def test_a_value_of_another_time_or_a_bound_is_not(self, quantity: str | Quantity) -> None:
        text = working(claim("level", quantity, period="2031-08"))
        assert "is the table's value" not in text

    @pytest.mark.parametrize(
        ("form", "words"),
        [
            ("exact", "470"),
            ("about", "about 470"),
            ("under", "under 470"),
            ("over", "over 470"),
            ("at_least", "at least 470"),
            ("at_most", "at most 470"),
        ],
    )
    def test_a_bound_is_told_in_words(self, form: Form, words: str) -> None:
        text = working(claim("level", said("470", form=form), period="2031-08"))
        assert text == f"Children in care in August 2031: {words} in words, 470 in the table."

    def test_a_level_of_a_time_in_words(self) -> None:
        assert verdict(claim("level", "474", base="previous"))[0] == "agrees"
        assert verdict(claim("level", "551", base="yearago"))[0] == "agrees"
        assert verdict(claim("level", "470", base="yearago"))[0] == "contradicts"

    def test_a_level_in_another_unit_or_of_another_time_is_left_open(self) -> None:
        assert working(claim("level", said("47", "percent"))) == (
            "Children in care is printed in another unit."
        )
        assert verdict(claim("level", said("470", "count"), now=True)) == ("agrees", SURE)
        assert working(claim("level", "470", period="2029-07")) == (
            "No table prints Children in care for July 2029."
        )
        assert working(claim("level", "470", base="yearago"), table("474 470")) == (
            "The sentence does not say of which time Children in care is told."
        )

    def test_another_table_speaks_where_one_does_not_print_it(self) -> None:
        counted = claim("level", said("430", "count"), period="2031-05")
        assert verdict(counted, table(RATE, "rate_per_10000"), table()) == ("contradicts", SURE)
        assert verdict(counted, table("474 470"), table()) == ("contradicts", SURE)
        before = claim("level", "430", period="2029-01", base="previous")
        assert verdict(before) == OPEN
        assert verdict(claim("level", period="2031-05")) == OPEN

    def test_a_measure_without_a_name_is_called_as_printed(self) -> None:
        assert working(claim("level", "470", now=True), table(name="")).startswith("CLA in August")

    def test_what_came_out_after_the_papers_is_not_held_against_them(self) -> None:
        published = date(2031, 7, 20)
        assert verdict(claim("level", "474", now=True), published=published) == ("agrees", SURE)
