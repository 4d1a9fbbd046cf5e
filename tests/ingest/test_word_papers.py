"""What papers in words share: few people are not counted, and no text makes a reader fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ingest.read.markdown import read_markdown
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise import (
    commitments,
    glossary,
    inline_figures,
    inspection,
    slides,
    summary,
    tracker,
)
from briefing.ingest.words.running import run_on, sentences
from briefing.ingest.words.small_counts import tells_of_few, without_few

READERS = (commitments, glossary, inline_figures, inspection, slides, summary, tracker)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two children have moved school.",
        "Only 3 young people were told.",
        "Of the nine, one is not yet ready.",
        "Four have special needs.",
        "The rate is for four incidences of custody.",
    ],
)
def test_a_count_under_five_of_people_is_told(sentence: str) -> None:
    assert tells_of_few(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two children's centres have moved.",
        "Children with 2 or more plans are fewer.",
        "There were 24 children in private care.",
        "Key Stage 2 pupils did well.",
        "The 3 areas of focus are set out.",
        "Some 1,204 children were seen.",
    ],
)
def test_other_small_numbers_are_none(sentence: str) -> None:
    assert not tells_of_few(sentence)


def test_only_the_sentence_is_left_out() -> None:
    text = "It went well. Two children moved. One boy stayed. It goes on."
    assert without_few(text) == "It went well. […] It goes on."


def test_lines_run_on_with_their_hyphens_kept() -> None:
    assert (
        run_on(["multi-", "agency work", "", "in 2-", "3 years"])
        == "multi-agency work in 2- 3 years"
    )


def test_sentences_end_at_stops_and_not_in_figures() -> None:
    assert sentences("It fell by 8.2% p.p. Rates rose. See e.g. Table 2. Ask Dr. Reed.") == [
        "It fell by 8.2% p.p. Rates rose.",
        "See e.g. Table 2.",
        "Ask Dr. Reed.",
    ]


PIECES = st.sampled_from(
    [
        "Date Title Action proposed Action taken Status",
        "| Date | Item | Recommendation | Status |",
        "| Action | Lead | By when | Measure |",
        "| a | b | c | d |",
        "Acronyms",
        "Glossary",
        "ABC A Big Cat",
        "Inspection date: 8 July 2014 - 30 July 2014",
        "Ofsted",
        "Key Judgement Judgement Grade",
        "The judgements on areas of the service are:",
        "Good",
        "Summary",
        "View on council website",
        "Housing Panel - Thursday, 2nd May, 2024 6.00 pm",
        "1. One",
        "2) Two",
        "02/05/24 Damp",
        "99/99/9999 x",
        "Complete",
        "[^1]: note",
        "• point",
        "KPI 1: % of all 5% (+0.1p.p.)",
        "12",
        "",
        " ",
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES | st.text(max_size=40), max_size=40))
def test_no_text_makes_a_reader_fail(lines: list[str]) -> None:
    text = "\n".join(lines)
    for source in (
        read_text("x.txt", text.encode("utf-8", "replace"), text),
        read_markdown("x.md", text.encode("utf-8", "replace"), text),
    ):
        for reader in READERS:
            assert all(0 <= part.certainty <= 1 for part in reader.recognise(source))
