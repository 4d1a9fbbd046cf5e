"""What the last pack had: targets and comparators that moved or went without a word."""

from __future__ import annotations

import pytest

from questions.samples import JULY, VISITS, Papers, performance
from questions.test_signals import found, kinds

CHANGED = {"target-moved", "target-dropped"}


def two_packs(then: object, now: object, slug: str = "visits-in-time") -> Papers:
    papers = performance().measure(slug, VISITS[:12], meeting=JULY, target=then)
    return papers.measure(slug, VISITS, target=now)


def said(papers: Papers, text: str) -> Papers:
    return papers.add("passages", passage="p", item_number="9", text=text, document="pack")


def test_a_target_that_moved_is_asked_about_with_both_values() -> None:
    (signal,) = found(two_packs(90, 85), "target-moved")
    assert signal.evidence.text == (
        "Visits in time: the target is printed as 85%; the last pack on record printed 90%."
    )
    assert len(signal.rows) == 2
    assert not kinds(two_packs(90, 90)) & CHANGED
    assert not kinds(two_packs(None, 90)) & CHANGED


@pytest.mark.parametrize(
    "text",
    [
        "Performance is above our new target of 85%.",
        "The target was lowered from 90% to 85% in May.",
    ],
)
def test_a_target_that_the_papers_call_new_is_not_asked_about(text: str) -> None:
    assert not found(said(two_packs(90, 85), text), "target-moved")


@pytest.mark.parametrize(
    "text", ["Referrals are below our new target of 581.", "Visits are at 85%."]
)
def test_a_word_on_another_target_is_no_word_on_this(text: str) -> None:
    assert found(said(two_packs(90, 85), text), "target-moved")


def test_a_target_that_is_gone_is_asked_about_once_a_table() -> None:
    papers = performance()
    for slug in ("visits-in-time", "core-groups-in-time", "reviews-in-time"):
        papers.measure(slug, VISITS[:12], meeting=JULY, target=95)
        papers.measure(slug, VISITS)
    (signal,) = found(papers, "target-dropped")
    assert signal.evidence.text == (
        "Visits in time had a target of 95% in the last pack on record and has none in this one. "
        "The same holds for further rows of the table: 2."
    )
    assert not found(said(papers, "Targets are under review for 2032."), "target-dropped")


def test_what_the_panel_expects_is_not_a_target_that_went() -> None:
    papers = performance().measure("visits-in-time", VISITS[:12], meeting=JULY)
    papers.target("visits-in-time", 90, kind="expectation", meeting=JULY)
    papers.measure("visits-in-time", VISITS)
    assert not kinds(papers) & CHANGED


def test_a_revision_that_the_papers_speak_of_is_not_asked_about() -> None:
    papers = performance().measure("visits-in-time", VISITS[:12], meeting=JULY)
    papers.measure("visits-in-time", (*VISITS[:11], 74, 85))
    assert found(papers, "revised")
    assert not found(said(papers, "Figures of July were restated after checks."), "revised")


def test_nothing_vanishes_from_papers_that_carry_little_on() -> None:
    papers = performance()
    for slug in ("visits-in-time", "core-groups-in-time", "reviews-in-time"):
        papers.measure(slug, VISITS[:12], meeting=JULY)
    papers.measure("visits-in-time", VISITS)
    assert not found(papers, "vanished")


def comparators(now: tuple[str, ...]) -> Papers:
    papers = two_packs(None, None)
    papers.add("tables", item_number="9", table="performance", title="How we do", document="pack")
    for at, whose in enumerate(("england", "region"), start=1):
        papers.add("benchmarks", JULY, table="performance", indicator="visits-in-time",
                   comparator=whose, identification="named", value="90", document="pack",
                   column_position=str(at))  # fmt: skip
    for whose in now:
        papers.comparator("visits-in-time", whose, 91)
    return papers


def test_a_column_of_comparators_that_went_is_asked_about_by_its_owner() -> None:
    (signal,) = found(comparators(("region",)), "comparator-column-dropped")
    assert signal.evidence.text == (
        "The table How we do had figures of England in the last pack on record and has none of "
        "theirs in this one."
    )
    gone = {"comparator-dropped", "comparator-column-dropped"}
    assert kinds(comparators(())) & gone == {"comparator-dropped"}
    assert not kinds(comparators(("england", "region"))) & gone


def test_a_column_without_a_name_may_be_the_one_that_went() -> None:
    assert not found(comparators(("region", "unknown")), "comparator-column-dropped")
