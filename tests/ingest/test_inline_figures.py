"""Figures in running text: taken only where the sentence says what, in what unit, and of when."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from packs.reading import source_of

from briefing.ingest.papers.sentence_figures import figures_in
from briefing.ingest.papers.sentence_leftover import left_over
from briefing.ingest.parts import InlineFigure, Unread
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.inline_figures import recognise

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "packs"
SUMMARY = SHARED / "2025-09-11-published-summary.txt"
SLIDES = SHARED / "2023-07-06-position-statement-slides.txt"
MEASURES = SHARED / "other-councils" / "2025-01-30-priority-measures.pdf"
PACK = SHARED / "2024-09-26-reports-pack.txt"

Row = tuple[str, str, str, str]


def _read(sentence: str, kind: str = "stated") -> list[tuple[str, str, str, str]]:
    return [
        (found.number, found.unit, str(found.period or ""), found.label)
        for found in figures_in(sentence, kind)
    ]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "In March 2024, 67% of the 83,630 homes in the county are dry.",
            [
                ("67", "percent", "2024-03", "homes in the county are dry"),
                ("83,630", "count", "2024-03", "homes in the county"),
            ],
        ),
        (
            "As of June 2025, there were 157 council homes, comprising 114 flats with lifts and 43 "
            "houses with gardens.",
            [
                ("157", "count", "2025-06", "council homes"),
                ("114", "count", "2025-06", "flats with lifts"),
                ("43", "count", "2025-06", "houses with gardens"),
            ],
        ),
        (
            "In 2023/24, Westmoor had a repair rate of 127 jobs per 1,000 homes.",
            [("127", "rate_per_1000", "2023/24", "repair rate")],
        ),
        (
            "However, damp in Westmoor declined by 6.4% in 2023/24 compared to the year before.",
            [("6.4", "percent", "2023/24", "damp in Westmoor declined by")],
        ),
        (
            "Homes had a dampness score of 22.3 in 2023/24.",
            [("22.3", "score", "2023/24", "dampness score")],
        ),
        ("25% of our wardens have a van", [("25", "percent", "", "wardens have a van")]),
        ("Wardens 90% permanent.", [("90", "percent", "", "Wardens permanent")]),
        (
            "Headcount : 685 (579 FTE)",
            [("685", "count", "", "Headcount"), ("579", "fte", "", "Headcount FTE")],
        ),
        ("Budget: £57.3m General Fund", [("57.3", "gbp", "", "Budget General Fund")]),
    ],
)
def test_a_stated_figure_has_its_unit_period_and_the_words_of_its_measure(
    sentence: str, figures: list[Row]
) -> None:
    assert _read(sentence) == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "Average caseloads around 18.",
        "Westmoor ranked 2nd highest among comparators.",
        "In 2019/20 between 40 – 50% of homes in the town were damp.",
        "About 30% of homes in the town are damp.",
        "More than 30% of homes in the town are damp.",
        "By 2028, 90% of homes in the town will be dry.",
        "The panel expects that 30% of homes in the town are damp.",
        "Phase 1 September 20 - March 21: analysis and plan",
        "There were 12 per 100,000 homes with damp.",
        "The rate of 30 per 100,000 homes is high.",
        "See section 47 of the Act of 1989 and the 3 areas of focus.",
        "",
    ],
)
def test_what_leaves_anything_to_guess_is_passed_over(sentence: str) -> None:
    assert _read(sentence) == []


def test_two_periods_in_a_sentence_give_none() -> None:
    ((_, _, period, _),) = _read("From 2022/23 to 2023/24, 12% of homes in the town were damp.")
    assert period == ""


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "Dry homes will have improved from 61.2% in 2020/21 to at least 75%.",
            [("61.2", "2020/21", ""), ("75", "", "at_least")],
        ),
        (
            "Arrears will have fallen from 8.3% in 2020/21 to below 6%.",
            [("8.3", "2020/21", ""), ("6", "", "at_most")],
        ),
        (
            "By 2028, the share of damp homes will be reduced from 19% in 2023 to 16%.",
            [("19", "2023", ""), ("16", "", "at_most")],
        ),
        ("By 2028, return rates will be at least 94% for all forms.", [("94", "", "at_least")]),
        (
            "By 2028/29, the share of dry homes will have increased in Westmoor to at least 86% "
            "(2020/21: Westmoor 83.1%)",
            [("86", "", "at_least"), ("83.1", "2020/21", "")],
        ),
        ("By 2028, arrears will have reduced by 6%.", []),
        ("By 2028, 65% of tenants report that they are content.", []),
        ("Arrears will be similar to the county's (10 per 100,000).", []),
    ],
)
def test_an_ambition_states_where_it_comes_from_and_what_it_is_to_reach(
    sentence: str, figures: list[tuple[str, str, str]]
) -> None:
    found = figures_in(sentence, "ambition")
    assert [(one.number, str(one.period or ""), one.bound) for one in found] == figures


def test_a_measure_is_printed_with_its_change() -> None:
    text = (
        "KPI 7: % of tenants who are content 56% (+0.1p.p.) "
        "KPI 2: Average days to mend 8.24 (-0.06 p.p.)"
    )
    assert [(f.label, f.number, f.unit, f.change) for f in figures_in(text, "measure")] == [
        ("% of tenants who are content", "56", "percent", "+0.1p.p."),
        ("Average days to mend", "8.24", "days", "-0.06p.p."),
    ]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("In 2019/20 between 40 – 50% of homes in the town were damp.", ["40 – 50%"]),
        ("Westmoor ranked 2nd highest among comparators.", ["2nd highest"]),
        ("Average caseloads around 18.", ["around 18"]),
        ("A £45m programme is to bring 278 more homes.", ["£45m", "278"]),
        ("Rents rose to 1,204 pounds for 3 of 10 homes.", ["1,204"]),
        ("There were 127 crimes per 1,000 people in May 2031.", ["127"]),
        ("Section 47 of the Act of 1989, phase 1, 26 September 2024 and 2023/24.", []),
    ],
)
def test_a_figure_that_no_form_reads_is_named(sentence: str, left: list[str]) -> None:
    assert left_over(sentence, []) == left


def test_a_figure_that_was_read_is_not_left_over() -> None:
    sentence = "Of the 83,630 homes 67% are dry, and 67% are warm."
    assert left_over(sentence, ["83,630", "67", "67"]) == []
    assert left_over(sentence, ["83,630", "67"]) == ["67%"]


def _figures(path: Path) -> list[InlineFigure]:
    if path.suffix == ".pdf":
        source = source_of(path.read_bytes())
    else:
        source = read_text(path.name, path.read_bytes(), path.read_text(encoding="utf-8"))
    return [part for part in recognise(source) if isinstance(part, InlineFigure)]


def _rows(figures: list[InlineFigure]) -> list[tuple[int, str, str, str]]:
    return [
        (f.where.page or f.where.line or 0, str(f.value), f.unit, str(f.period or ""))
        for f in figures
    ]


needs_papers = pytest.mark.skipif(
    not PACK.exists(), reason="the council documents are not beside the checkout"
)


@pytest.mark.shared
@needs_papers
def test_the_figures_in_the_words_of_a_real_summary() -> None:
    assert _rows(_figures(SUMMARY)) == [
        (12, "67", "percent", "2024-03"),
        (12, "83630", "count", "2024-03"),
        (12, "5", "percent", ""),
        (12, "9", "percent", ""),
        (21, "157", "count", "2025-06"),
        (21, "114", "count", "2025-06"),
        (21, "43", "count", "2025-06"),
        (59, "127", "rate_per_1000", "2023/24"),
        (59, "86", "rate_per_1000", "2023/24"),
        (59, "8.2", "percent", "2023/24"),
        (60, "22.3", "score", "2023/24"),
    ]


@pytest.mark.shared
@needs_papers
def test_what_is_not_read_of_real_slides_and_a_summary_is_named() -> None:
    told = {}
    for path in (SLIDES, SUMMARY):
        source = read_text(path.name, path.read_bytes(), path.read_text(encoding="utf-8"))
        told[path] = [
            (part.where.line, part.kind, part.message.partition(": ")[2])
            for part in recognise(source)
            if isinstance(part, Unread)
        ]
    assert told[SLIDES] == [
        (4, "figures-not-read", "2nd highest"),
        (14, "figures-not-read", "40 – 50%"),
        (44, "figures-not-read", "around 18"),
        (144, "figures-not-read", "278"),
    ]
    assert told[SUMMARY] == [(61, "small-counts-left-out", "")]


@pytest.mark.shared
@needs_papers
def test_the_figures_of_real_slides() -> None:
    assert _rows(_figures(SLIDES)) == [
        (7, "54.3", "percent", "2020/21"),
        (7, "2779", "count", ""),
        (11, "22", "percent", "2021/22"),
        (17, "685", "count", ""),
        (17, "579", "fte", ""),
        (18, "57300000", "gbp", ""),
        (39, "90", "percent", ""),
        (39, "95", "percent", ""),
        (62, "25", "percent", ""),
        (144, "45000000", "gbp", ""),
        (148, "1000000", "gbp", ""),
    ]


#: What was entered by hand of those papers' words and is left to a reader: ranks, ranges, plans.
NOT_TAKEN = {
    ("2025-09-11", "30"),
    ("2023-07-06", "2"),
    ("2023-07-06", "40"),
    ("2023-07-06", "50"),
    ("2023-07-06", "18"),
    ("2023-07-06", "278"),
}


@pytest.mark.shared
@needs_papers
@pytest.mark.parametrize(("day", "path"), [("2025-09-11", SUMMARY), ("2023-07-06", SLIDES)])
def test_figures_are_those_that_were_entered_by_hand(day: str, path: Path) -> None:
    folder = ROOT / "data" / "panels" / "southampton-children-and-families" / "meetings" / day
    with (folder / "observations.csv").open(encoding="utf-8") as held:
        rows = [
            row
            for row in csv.DictReader(held)
            if row["table"] not in ("approved-foster-placements", "minutes-figures")
        ]
    by_hand = {(str(abs(Decimal(row["value"]))), row["unit"], row["period"]) for row in rows}
    read = {(str(f.value), f.unit, str(f.period or "")) for f in _figures(path)}
    assert {(day, value) for value, _, _ in by_hand - read} == {n for n in NOT_TAKEN if n[0] == day}
    assert read - by_hand == set()


@pytest.mark.shared
@needs_papers
def test_the_figures_of_a_real_paper_of_measures() -> None:
    figures = _figures(MEASURES)
    ambitions = [f for f in figures if not f.change]
    levels = [(p, v, when) for p, v, _, when in _rows([f for f in ambitions if not f.bound])]
    goals = [(f.where.page, str(f.value), f.bound) for f in ambitions if f.bound]
    assert levels == [
        (6, "65.8", "2021/22"),
        (6, "63", ""),
        (6, "5", ""),
        (6, "7.9", "2021/22"),
        (13, "22.3", "2020/21"),
        (13, "64.1", "2020/21"),
        (15, "7.3", "2020/21"),
        (26, "7.3", "2020/21"),
        (26, "49", "2022"),
        (26, "84.5", "2021/22"),
        (30, "20.9", "2023"),
        (30, "18", "2022"),
        (30, "7.3", "2020/21"),
    ]
    assert goals == [
        (6, "70", "at_least"),
        (6, "5", "at_most"),
        (13, "20", "at_most"),
        (13, "62", "at_most"),
        (15, "5", "at_most"),
        (18, "95", "at_least"),
        (26, "5", "at_most"),
        (26, "60", "at_least"),
        (26, "85", "at_least"),
        (30, "17", "at_most"),
        (30, "5", "at_most"),
    ]
    changes = [(f.where.page, str(f.value), f.change) for f in figures if f.change]
    assert changes == [
        (16, "56", "+0.1p.p."),
        (16, "75.4", "+0.5p.p."),
        (16, "63.1", "0.0p.p."),
        (16, "8.24", "+0.06p.p."),
        (16, "62.3", "-1.3p.p."),
        (16, "75.4", "+0.5p.p."),
        (16, "10.5", "-2.8p.p."),
        (16, "10.7", "-1.9p.p."),
        (16, "73.4", "+0.5p.p."),
        (16, "70.5", "-0.6p.p."),
        (16, "82.1", "+0.1p.p."),
        (16, "71.9", "-0.1p.p."),
        (17, "70.5", "-0.6p.p."),
        (17, "82.1", "+0.1p.p."),
        (17, "71.9", "-0.1p.p."),
        (17, "10.7", "-1.9p.p."),
        (17, "56", "+0.1p.p."),
        (17, "75.4", "+0.5p.p."),
    ]


@pytest.mark.shared
@needs_papers
def test_a_pack_gives_no_figures_from_its_commentary() -> None:
    assert _figures(PACK) == []
