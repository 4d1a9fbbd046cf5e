"""Signals from words: recommendations, risks, commitments and what the season explains."""

from __future__ import annotations

import pytest

from briefing.questions import ask
from briefing.questions.signals.statements import gist
from questions.samples import JULY, VISITS, Papers, performance
from questions.test_signals import expected, found, kinds

AUDIT = "Audit the quality of handovers between social workers."


def recommended(
    status: str, response: str, flags: str = "", due: str = "", text: str = AUDIT, kind: str = ""
) -> Papers:
    papers = performance().item("10", "Monitoring scrutiny recommendations")
    papers.add("meetings", JULY).add("meetings")
    papers.add(
        "recommendations",
        JULY,
        recommendation="audit",
        item_title="Handovers",
        text=text,
        text_kind=kind,
        due=due,
    )
    return papers.add(
        "recommendation_updates",
        recommendation="audit",
        status=status,
        response=response,
        flags=flags,
    )


@pytest.mark.parametrize(
    ("papers", "kind"),
    [
        (recommended("Complete", "Planned for October 2031.", "only_planned"), "only-planned"),
        (recommended("In progress", "Under way.", due="2031-08"), "overdue"),
        (recommended("In progress", "Under way.", due="2032-01"), "dated"),
        (recommended("In progress", "Under way."), "undated"),
        (recommended("Complete", ""), "no-evidence"),
        (recommended("Complete", "The audit was done."), "complete"),
    ],
)
def test_the_state_of_a_recommendation(papers: Papers, kind: str) -> None:
    (signal,) = found(papers, f"recommendation-{kind}")
    assert signal.item_number == "10"
    assert "Recommendation of 16 July 2031 (Handovers)" in signal.evidence.text


def test_an_answered_recommendation_goes_well_too() -> None:
    (signal,) = found(recommended("Complete", "The audit was done."), "answered")
    assert signal.good


def test_a_recommendation_not_heard_of_since_is_not_called_overdue() -> None:
    papers = recommended("In progress", "Under way.", due="2031-08")
    (update,) = papers.rows("recommendation_updates")
    update["meeting"] = JULY  # type: ignore[index]
    (signal,) = found(papers, "recommendation-last-heard")
    assert "last reported on 16 July 2031, as in progress" in signal.evidence.text
    assert not found(papers, "recommendation-overdue")


def test_a_response_with_figures_is_not_repeated_as_text() -> None:
    papers = recommended("In progress", "It reached 75% of staff.")
    (signal,) = found(papers, "recommendation-undated")
    assert "75" not in signal.evidence.text


def test_words_of_the_kit_stand_behind_to_and_printed_words_are_quoted() -> None:
    own = ask(recommended("In progress", "Under way."))[0].question.text
    assert own == (
        "When will the panel's recommendation of 16 July 2031, to audit the quality of handovers "
        "between social workers, be complete?"
    )
    text = "That, to help drivers, a map of the stops is made;"
    printed = ask(recommended("In progress", "Under way.", text=text, kind="printed"))[0]
    assert printed.question.text == (
        "When will the panel's recommendation of 16 July 2031 (“That, to help drivers, a map of "
        "the stops is made”) be complete?"
    )
    assert f"It reads: “{text[:-1]}”." in printed.evidence[0].sentence.text


def test_a_long_printed_recommendation_is_cut_at_a_word_and_shows_it() -> None:
    text = "That the service makes a map " + "of every stop and shelter " * 12
    (signal,) = found(
        recommended("Open", "Begun.", text=text, kind="printed"), "recommendation-undated"
    )
    assert " …”." in signal.evidence.text
    assert len(signal.evidence.text) < 350


def test_a_printed_recommendation_with_numbers_gives_way_to_its_title() -> None:
    papers = recommended("Open", "Begun.", text="That 40 stops are mapped.", kind="printed")
    (question,) = ask(papers)
    assert "recommendation of 16 July 2031 on Handovers be complete?" in question.question.text
    assert "40" not in question.question.text + question.evidence[0].sentence.text


@pytest.mark.parametrize("status", ["Closed", "Withdrawn", "Noted", "No longer needed"])
def test_of_a_recommendation_that_is_over_nothing_is_asked(status: str) -> None:
    assert kinds(recommended(status, "The letter went out.")) == set()


@pytest.mark.parametrize(
    ("response", "asked"),
    [("It comes to the panel in January 2032.", 0), ("A letter went out in July 2031.", 1)],
)
def test_a_response_that_names_a_month_to_come_is_not_without_a_date(
    response: str, asked: int
) -> None:
    assert len(found(recommended("In progress", response), "recommendation-undated")) == asked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Make the most of family hubs to show better outcomes for babies, children and young "
            "people through the work of their staff",
            "make the most of family hubs to show better outcomes for babies, children and young "
            "people through the work of their staff",
        ),
        (
            "Make the most of family hubs to show better outcomes for young people, so that fewer "
            "of them wait for help for longer than they should",
            "make the most of family hubs to show better outcomes for young people",
        ),
    ],
)
def test_a_long_text_is_parted_at_a_comma_but_not_inside_a_list(text: str, shown: str) -> None:
    assert gist(text) == shown


def test_a_risk_with_owner_date_and_measure_is_in_hand() -> None:
    papers = performance().statement("risk-1", "risk", "Neglect is often overlooked.")
    papers.statement("risk-2", "risk", "Staff leave.", owner="The service", due="2032")
    papers.statement("risk-3", "risk", "All set.", owner="x", due="2032", measure="y")
    texts = [s.evidence.text for s in found(papers, "risk")]
    assert texts == [
        "A challenge named in the papers: Neglect is often overlooked.",
        "A challenge named in the papers: Staff leave.",
    ]


def test_a_risk_about_a_printed_measure_does_not_lack_one() -> None:
    papers = performance().measure("visits-in-time", VISITS)
    papers.statement("risk-1", "risk", "Visits are late.", indicator="visits-in-time")
    assert found(papers, "risk")
    papers.statement("risk-2", "risk", "Late.", indicator="visits-in-time", owner="x", due="2032")
    assert len(found(papers, "risk")) == 1


@pytest.mark.parametrize("text", ["It rose by 14.9%.", "Only 30 of them.", "£2 million is short."])
def test_a_number_in_words_of_the_papers_is_not_printed(text: str) -> None:
    assert not found(performance().statement("risk-1", "risk", text), "risk")


@pytest.mark.parametrize("text", ["Since 2017 they fell.", "By 30 September 2031.", "In 2030/31."])
def test_a_year_or_a_day_may_be_printed(text: str) -> None:
    assert found(performance().statement("risk-1", "risk", text), "risk")


def test_what_the_season_explains_is_no_risk() -> None:
    papers = performance().statement("s", "risk", "Summer leave makes supervision harder.")
    assert "risk" not in kinds(papers)


def test_a_strength_goes_well_and_gives_rise_to_no_question() -> None:
    papers = performance().statement("s-1", "strength", "Records speak to the child.")
    (signal,) = found(papers, "strength")
    assert signal.good
    assert signal.evidence.text == "Records speak to the child."


def test_a_better_level_that_the_papers_explain_otherwise_is_no_good_news() -> None:
    fewer = [str(n) for n in (60, 59, 58, 57, 56, 55, 54, 53, 52, 50, 45, 40, 30)]
    papers = performance().measure("in-homes", fewer, measure_type="stock", polarity="low")
    assert found(papers, "better-than-last-year")
    papers.statement("c-1", "context", "several homes were registered.", indicator="in-homes")
    assert not found(papers, "better-than-last-year")


def test_what_the_papers_add_stands_beside_an_expectation() -> None:
    papers = expected()
    names = found(papers, "expectation")[0].indicators
    papers.statement("c-2", "context", "the count is rounded.", indicator=names[0])
    (signal,) = found(papers, "expectation")
    assert "The papers add: the count is rounded." in signal.evidence.text
