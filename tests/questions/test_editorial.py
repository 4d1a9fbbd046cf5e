"""The manager's editorial file: read, checked, applied, and never written to."""

from __future__ import annotations

import re
from datetime import date

import pytest

from briefing.questions import (
    EditorialError,
    Question,
    apply,
    ask,
    candidates,
    load_editorial,
    template,
)
from questions.samples import VISITS, Papers
from questions.test_signals import expected

IDS = ("item-9-visits-and-supervision", "item-9-workforce", "item-8-neglect")


def papers() -> Papers:
    made = expected().item("8", "Annual report")
    made.measure("same-social-worker-6-months", VISITS, target=95)
    return made.statement("r", "risk", "Neglect is overlooked.", item_number="8")


def edited(text: str) -> tuple[Question, ...]:
    view = papers()
    return ask(view, load_editorial(text, [q.id for q in candidates(view)]))


def test_the_template_is_a_valid_file_that_changes_nothing() -> None:
    text = template("Westmoor, 24 September 2031", candidates(papers()))
    editorial = load_editorial(text, IDS)
    assert editorial.status == "draft" and not editorial.approved
    assert edited(text) == ask(papers())
    assert all(q.id in text for q in candidates(papers()))


def test_the_keys_of_the_template_are_accepted_when_their_mark_is_taken_away() -> None:
    head, _, _ = template("Westmoor", ()).partition("# A question in your words")
    keys = [line.removeprefix("# ") for line in head.splitlines() if " = " in line]
    assert load_editorial("\n".join(keys), IDS).approved_on == date(2024, 9, 20)


def test_a_whole_file_is_read() -> None:
    editorial = load_editorial(
        """
        status = "approved"
        approved_by = "Scrutiny Manager"
        approved_on = 2031-09-20
        introduction = "A word."
        invited = ["Cabinet Member"]
        pin = ["item-9-workforce"]
        drop = ["item-8-neglect"]
        [reword."item-9-visits-and-supervision"]
        question = "What now?"
        [[add]]
        item_number = "9"
        question = "How is it going?"
        """,
        IDS,
    )
    assert editorial.approved and editorial.approved_on == date(2031, 9, 20)
    assert editorial.invited == ("Cabinet Member",)
    assert editorial.reword == {"item-9-visits-and-supervision": {"question": "What now?"}}
    assert editorial.add == ({"item_number": "9", "question": "How is it going?"},)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('status = "aproved"', "line 1: status is draft or approved, not 'aproved'."),
        ('\nstatsu = "draft"', "line 2: 'statsu' is not a key. Did you mean 'status'?"),
        (
            'pin = ["item-9-workforse"]',
            "line 1: pin names 'item-9-workforse', which is no question of this meeting. "
            "Did you mean 'item-9-workforce'?",
        ),
        ('drop = "item-9-workforce"', 'line 1: drop is a list of texts: drop = ["...", "..."]'),
        ("introduction = 3", 'line 1: introduction is a text in quotes: introduction = "..."'),
        (
            'approved_on = "20 September"',
            "line 1: approved_on is a day without quotes: approved_on = 2024-09-20",
        ),
        (
            'status = "approved"',
            "line 1: an approved briefing says who approved it: add approved_by (a role)",
        ),
        (
            'pin = ["item-8-neglect"]\ndrop = ["item-8-neglect"]',
            "line 1: item-8-neglect is both pinned and dropped: keep it in one of the two",
        ),
        (
            '[reword."item-8-neglect"]\nquestoin = "What?"',
            "line 2: 'questoin' is not a key in [reword.\"item-8-neglect\"]. "
            "Did you mean 'question'?",
        ),
        (
            '[[add]]\nquestion = "What?"',
            "line 1: a question below [[add]] has item_number, a text in quotes.",
        ),
        ('add = "What?"', "line 1: a question of your own stands below [[add]] (two brackets)"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(EditorialError) as caught:
        load_editorial(text, IDS)
    assert str(caught.value) == message


def test_text_that_is_no_toml_says_where() -> None:
    with pytest.raises(EditorialError, match="line 1"):
        load_editorial("status = draft", IDS)


def test_a_comment_is_never_taken_for_the_line_of_a_mistake() -> None:
    with pytest.raises(EditorialError, match="line 2: 'extra'"):
        load_editorial("# extra\nextra = 1", IDS)


def test_dropped_questions_go_and_the_next_take_their_place() -> None:
    assert "item-8-neglect" not in {q.id for q in edited('drop = ["item-8-neglect"]')}


def test_pinned_questions_survive_the_ranking() -> None:
    chosen = edited('pin = ["item-8-neglect"]')
    assert [q.id for q in chosen][:2] == ["item-9-visits-and-supervision", "item-8-neglect"]
    assert chosen[1].pinned


def test_reworded_questions_keep_evidence_and_trace_their_numbers() -> None:
    chosen = edited(
        '[reword."item-9-visits-and-supervision"]\nquestion = "What of the 2 below 90% and the 7?"'
    )
    question = chosen[0]
    assert question.question.text == "What of the 2 below 90% and the 7?"
    assert question.reworded and question.evidence == ask(papers())[0].evidence
    assert {f.number for f in question.question.figures} == {"2", "90"}
    assert question.follow_up == ask(papers())[0].follow_up


def test_the_managers_own_questions_are_marked_and_stand_after_the_big_one() -> None:
    chosen = edited('[[add]]\nitem_number = "9"\nquestion = "How is it going?"\ntheme = "All"')
    assert chosen[1].own and chosen[1].id == "own-1"
    assert chosen[1].evidence == ()


def test_the_panels_own_big_question_leads() -> None:
    chosen = edited('big_question = "What matters most to children here?"')
    assert chosen[0].big and chosen[0].own
    assert chosen[0].question.text == "What matters most to children here?"
    assert sum(q.big for q in chosen) == 1


def test_a_question_can_be_named_to_lead() -> None:
    chosen = edited('big_question = "item-8-neglect"')
    assert chosen[0].id == "item-8-neglect" and chosen[0].big


def test_those_whom_the_manager_invites_are_addressed() -> None:
    chosen = edited('invited = ["Head of Safeguarding"]')
    assert chosen[0].addressed_to == "Head of Safeguarding"


def test_applying_changes_nothing_that_it_was_given() -> None:
    found = candidates(papers())
    before = tuple(found)
    apply(load_editorial('pin = ["item-8-neglect"]', IDS), found)
    assert found == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('big_question = "item-9-visit"', "Did you mean 'item-9-visits'"),
        ('big_question = "item-9-visits"\ndrop = ["item-9-visits"]', "dropped"),
        ('[reword."item-9-visits"]\nquestion = ""', "has no words"),
        ('[[add]]\nitem_number = "99"\nquestion = "What?"', "no item '99': it has 7, 9"),
    ],
)
def test_words_that_would_be_lost_are_refused(text: str, why: str) -> None:
    with pytest.raises(EditorialError, match=re.escape(why)):
        load_editorial(text, ["item-9-visits"], ["7", "9"])
