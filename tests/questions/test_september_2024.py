"""The questions for 26 September 2024, from the store that comes with the kit."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from briefing.face import Meeting, open_store
from briefing.questions import Question, ask, candidates, detect, five_things, going_well
from questions.test_wording import FORBIDDEN, OPEN

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return open_store(DATA).meeting("2024-09-26")


@pytest.fixture(scope="module")
def questions(meeting: Meeting) -> tuple[Question, ...]:
    return ask(meeting)


def test_eight_of_fourteen_stood_below_the_panels_expectation(
    questions: tuple[Question, ...],
) -> None:
    big = questions[0]
    assert big.big and big.id == "item-9-visits-and-supervision"
    assert {"8", "14", "90"} <= {f.number for f in big.question.figures}
    first = big.evidence[0].sentence.text
    assert "on 8 August 2024" in first and "a baseline" in first
    assert "3 of 7 in Performance - Visiting, 5 of 7 in Performance - Supervision" in first
    assert "6 in July 2024 and 10 in August 2023" in first
    assert any("Minute 13" in c.section for c in big.evidence[0].citations)
    assert "time of year" in big.evidence[1].sentence.text


def test_twelve_to_fifteen_three_to_five_an_item_and_none_on_procedure(
    questions: tuple[Question, ...],
) -> None:
    items = Counter(q.item_number for q in questions)
    assert 12 <= len(questions) <= 15
    assert set(items) == {"7", "8", "9", "10"}
    assert all(3 <= count <= 5 for count in items.values())
    assert len({q.question.text for q in questions}) == len(questions)


def test_every_question_rests_on_evidence_with_its_place(
    questions: tuple[Question, ...],
) -> None:
    for question in questions:
        assert question.evidence and question.rows
        assert all(e.citations for e in question.evidence)
        for sentence in (question.why_it_matters, question.follow_up, question.good_answer):
            assert sentence.text
        assert question.recommendation is not None


def test_filled_questions_are_open_short_and_fair(meeting: Meeting) -> None:
    for question in candidates(meeting):
        text = question.question.text
        assert text.startswith(OPEN) and text.count("?") == 1 and text.endswith("?"), text
        assert len(text) <= 300, text
        for word in FORBIDDEN:
            assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), text


def test_only_those_whom_the_papers_invite_are_addressed(
    questions: tuple[Question, ...],
) -> None:
    addressed = {q.item_number: set() for q in questions}  # type: dict[str, set[str]]
    for question in questions:
        addressed[question.item_number].add(question.addressed_to)
    assert addressed["7"] == addressed["10"] == {""}
    assert addressed["8"] == {"Independent Scrutineer of the Safeguarding Children Partnership"}
    assert "Scrutiny Manager" not in addressed["9"]


def test_the_rate_of_children_in_care_is_neither_good_nor_bad(meeting: Meeting) -> None:
    about = [s for s in detect(meeting) if "rate-of-children-in-care" in s.indicators]
    kinds = {"ambition", "target-missed", "inspection", "commentary-target"}
    assert {s.kind for s in about} <= kinds
    assert not any("better" in s.evidence.text or "worse" in s.evidence.text for s in about)


def test_five_things_hold_good_and_bad(meeting: Meeting) -> None:
    tones = [t.tone for t in five_things(meeting)]
    assert tones == ["concern"] * 3 + ["good"] * 2
    assert {"7", "9", "10"} <= {r.item_number for r in going_well(meeting)}


def test_no_name_of_an_officer_or_a_child_is_printed(meeting: Meeting) -> None:
    printed = " ".join(
        sentence.text
        for q in candidates(meeting)
        for sentence in (q.question, q.follow_up, q.good_answer, *(e.sentence for e in q.evidence))
    )
    for name in ("Stephen", "Uma", "Willow", "Henderson", "MacKechnie", "Pirnie"):
        assert name not in printed
