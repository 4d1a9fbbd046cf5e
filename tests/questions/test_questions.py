"""From signals to the ranked questions of a meeting."""

from __future__ import annotations

import random
import re

import pytest

from briefing.questions import Question, ask, candidates
from briefing.questions.choosing import MOST_A_MEETING, MOST_AN_ITEM, choose, once
from questions.samples import VISITS, Papers, performance
from questions.test_signals import expected
from questions.test_signals_of_words import recommended


def one(papers: Papers, identifier: str) -> Question:
    return next(q for q in candidates(papers) if q.id == identifier)


def test_several_measures_of_one_cause_make_one_question() -> None:
    papers = performance()
    for slug in ("visits-cp-4-weeks", "visits-children-in-care", "supervision-cp"):
        papers.measure(slug, VISITS, target=95)
    (question,) = ask(papers)
    assert question.id == "item-9-visits-and-supervision"
    assert len(question.evidence) == 3


def test_the_expectation_leads_and_is_asked_fairly() -> None:
    (question,) = ask(expected())
    assert question.big and question.rank == 1
    assert question.question.text == (
        "What would bring all 3 measures of visits and supervision to 90% or above and keep them "
        "there, with 2 of them below it in August 2031?"
    )
    assert "a baseline" in question.evidence[0].sentence.text


def test_the_season_is_named_beside_the_question_only_when_the_papers_name_it() -> None:
    assert not any("time of year" in e.sentence.text for e in ask(expected())[0].evidence)
    papers = expected().statement(
        "leave", "risk", "Summer leave makes visits harder.", indicator="visits-cwd-in-time"
    )
    assert ask(papers)[0].evidence[1].sentence.text == (
        "The papers point to the time of year: Summer leave makes visits harder."
    )
    winter = expected().statement(
        "snow", "risk", "Leave in December: Christmas.", indicator="visits-cwd-in-time"
    )
    assert not any("time of year" in e.sentence.text for e in ask(winter)[0].evidence)


def test_two_measures_that_say_one_thing_are_asked_about_together() -> None:
    papers = front_door()
    question = one(papers, "item-9-front-door")
    assert "640 per 10,000" in question.question.text
    assert "25% of the referrals of August 2031" in question.question.text


def front_door() -> Papers:
    papers = performance().measure(
        "rate-of-referrals",
        range(760, 630, -10),
        name="Referrals per 10,000 children",
        unit="rate_per_10000",
        polarity="neutral",
        measure_type="rolling_12_months",
        target=650,
        direction="at_most",
    )
    papers.measure(
        "re-referrals-within-12-months",
        (24, 26, 23) * 4 + (25,),
        polarity="low",
        target=20,
        direction="at_most",
    )
    papers.measure("early-help-referrals", range(80, 93), unit="count", polarity="neutral")
    return papers.measure("contacts", range(800, 813), unit="count", polarity="neutral")


def test_a_measure_of_no_theme_is_asked_about_in_general_words() -> None:
    papers = performance().measure("bins-in-time", VISITS, name="Bins emptied in time", target=95)
    assert one(papers, "item-9-what-the-figures-show").question.text == (
        "What would have to change in how the work is done for bins emptied in time to reach its "
        "target of at least 95%, given 85% in August 2031?"
    )


def test_procedural_and_closed_items_get_no_question() -> None:
    papers = Papers().item("1", "Apologies").item("8", "A private matter", exempt="yes")
    for item in ("1", "8"):
        papers.statement(f"risk-{item}", "risk", "Neglect is overlooked.", item_number=item)
        papers.add("report_recommendations", item_number=item, number="(i)", text="Note it")
    assert candidates(papers) == ()


def test_an_item_without_figures_is_asked_about_by_what_it_says() -> None:
    papers = Papers().item("8", "Annual report")
    papers.add("report_recommendations", item_number="8", number="(i)", text="Note the progress")
    (question,) = ask(papers)
    assert question.question.text.startswith("Which measure best shows")
    assert question.evidence[0].sentence.text == "Asked of the panel: Note the progress."


def test_a_question_on_a_recommendation_prints_what_was_asked() -> None:
    papers = recommended("Complete", "Planned for October 2031.", "only_planned")
    question = one(papers, "item-10-recommendations-planned")
    assert question.question.text == (
        "What will show the panel that its recommendation of 16 July 2031, to audit the quality of "
        "handovers between social workers, has been carried out?"
    )


def attended(*rows: tuple[str, str, str]) -> Papers:
    papers = expected()
    for role, status, section in rows:
        papers.add("attendance", role=role, status=status, section=section)
    return papers


@pytest.mark.parametrize(
    ("rows", "addressed"),
    [
        ((), ""),
        ((("Head of Service", "invited", ""),), "Head of Service"),
        ((("Head of Service", "in_attendance", "Item 9, paragraph 5"),), "Head of Service"),
        ((("Head of Service", "invited", "Item 8, paragraph 4"),), ""),
        ((("Member of the panel", "present", ""),), ""),
        (
            (("Cabinet Member", "invited", ""), ("Senior managers", "invited", "")),
            "Senior managers",
        ),
    ],
)
def test_only_those_invited_for_the_item_are_addressed(
    rows: tuple[tuple[str, str, str], ...], addressed: str
) -> None:
    papers = attended(*rows)
    papers.rows("agenda_items")[1]["report_of"] = "Executive Director"  # type: ignore[index]
    assert ask(papers)[0].addressed_to == addressed


def made(identifier: str, item: str, severity: int, **more: object) -> Question:
    from briefing.model import Sentence

    blank = Sentence("")
    return Question(
        identifier,
        item,
        "",
        Sentence("What?"),
        blank,
        blank,
        blank,
        severity=severity,
        **more,  # type: ignore[arg-type]
    )


def test_the_fewest_that_cover_the_ground() -> None:
    many = [made(f"q{item}-{n}", str(item), 90 - n) for item in range(2) for n in range(9)]
    chosen = choose(many)
    assert {q.item_number for q in chosen} == {"0", "1"}
    assert len(chosen) == 2 * MOST_AN_ITEM
    assert [q.rank for q in chosen] == list(range(1, 11))
    wide = [made(f"q{item}-{n}", str(item), 90 - n) for item in range(9) for n in range(5)]
    assert len(choose(wide)) == MOST_A_MEETING


def test_no_item_has_the_same_question_twice() -> None:
    kept = once([made("a", "7", 30), made("b", "7", 40), made("c", "8", 10)])
    assert [q.id for q in kept] == ["b", "c"]
    assert [q.id for q in once([made("a", "7", 30, pinned=True), made("b", "7", 40)])] == ["a"]
    pinned = [made(name, "7", 30, pinned=True) for name in "ab"]
    assert once(pinned) == tuple(pinned)


def test_weak_questions_only_fill_an_item_that_has_few() -> None:
    weak = [made(f"q{n}", "9", 15) for n in range(5)]
    assert len(choose(weak)) == 3
    assert choose([made("q", "9", 5)]) == ()


def test_what_is_pinned_stays_and_comes_first() -> None:
    chosen = choose([made("a", "9", 90), made("b", "9", 1, pinned=True), made("c", "9", 80)])
    assert [q.id for q in chosen] == ["a", "b", "c"]
    assert [q.big for q in chosen] == [True, False, False]


def test_the_order_does_not_depend_on_the_order_of_the_candidates() -> None:
    many = [made(f"q{n}", str(n % 3), 50) for n in range(12)]
    shuffled = many[:]
    random.Random(7).shuffle(shuffled)
    assert choose(many) == choose(shuffled)


def test_asking_twice_gives_the_same() -> None:
    assert ask(front_door()) == ask(front_door())


def test_every_number_of_a_question_is_a_figure_that_it_carries() -> None:
    papers = expected().statement("r", "risk", "Neglect is overlooked.")
    for question in (*candidates(papers), *candidates(front_door())):
        names = ["Re referrals within 12 months", "within 12 months"]
        for sentence in (
            question.question,
            question.follow_up,
            question.good_answer,
            question.recommendation or question.question,
            *(e.sentence for e in question.evidence),
        ):
            text = sentence.text
            for name in names:
                text = text.replace(name, "")
            text = re.sub(r"(\d{1,2} )?[A-Z][a-z]+ 20\d\d|10,000", "", text)
            printed = {f.number for f in sentence.figures}
            assert set(re.findall(r"\d[\d.,]*\d|\d", text)) <= printed, sentence.text
