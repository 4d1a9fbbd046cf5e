"""Figures to clarify: last, fair, with both places, and only what is certain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.analysis.claims import leaning
from briefing.model import Citation, Figure, Period, Sentence
from briefing.model.claim import Claim, Quantity, Verdict
from sections.reading import headings, words


def test_the_points_of_september_2024_name_both_places_and_blame_nobody(section) -> None:
    told = words(section("2024-09-26", "clarify"))
    assert "not an error found" in told
    for both in (("33 in words, 32 in the table", "page 54"), ("down 16.0%", "page 57")):
        assert all(part in told for part in both)
    assert "33% is the change from August 2023, not August 2022" in told
    for word in ("wrong", "mistake", "fail", "incorrect", "false"):
        assert word not in told.lower()


def test_papers_whose_words_agree_with_their_tables_have_no_such_section(section) -> None:
    assert not section("2023-07-06", "clarify")


def test_it_stands_last(whole) -> None:
    last = [text for level, text in headings(whole("2024-09-26")) if level <= 2][-1]
    assert last == "Figures to clarify"


def verdict(kind: str, said: str, direction: str = "", printed: tuple[int, ...] = ()) -> Verdict:
    figures = tuple(
        Figure(Decimal(v), period=Period(f"2031-0{n}"), citation=Citation("pack"), raw=str(v))
        for n, v in enumerate(printed, start=1)
    )
    claim = Claim(
        id="c",
        passage="p",
        text="",
        kind=kind,
        indicators=("calls",),
        quantity=Quantity(Decimal(said)),
    )
    claim = Claim(**{**vars(claim), "direction": direction})
    return Verdict(claim, "contradicts", 0.95, Sentence(""), figures)


@pytest.mark.parametrize(
    ("found", "polarity", "way"),
    [
        (verdict("level", "33", printed=(32,)), "low", "understates"),
        (verdict("level", "33", printed=(32,)), "high", "overstates"),
        (verdict("level", "33", printed=(32,)), "neutral", ""),
        (verdict("percent_change", "26", "down", (100, 84)), "low", "overstates"),
        (verdict("percent_change", "33", "down", (79, 47)), "low", "understates"),
        (verdict("percent_change", "10", "up", (100, 105)), "high", "overstates"),
        (verdict("direction", "1", "up", (45, 48)), "low", ""),
    ],
)
def test_which_way_the_words_err(found: Verdict, polarity: str, way: str) -> None:
    assert leaning(found, polarity) == way
