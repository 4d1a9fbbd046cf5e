"""What the words say otherwise than the tables, and what the tables add: asked about, not told."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from briefing.analysis.choosing import chosen
from briefing.analysis.claims import Record, hold
from briefing.model import Citation, Period
from briefing.model.claim import Claim, Quantity
from briefing.questions import Question, candidates, detect, five_things
from questions.samples import Papers, performance
from questions.test_wording import FORBIDDEN, OPEN

#: Up on a year ago, and down in each of the last three months.
TURNED = (193, 198, 201, 206, 205, 204, 200, 202, 212, 219, 218, 215, 204)
#: One month far above all others, the last but one.
ONE_HIGH = (10, 10, 8, 4, 5, 4, 2, 4, 5, 9, 13, 21, 15)
AUGUST = Period("2030-08")


def papers(*, target: object = None) -> Papers:
    made = performance().measure(
        "calls", TURNED, unit="count", measure_type="stock", polarity="neutral", target=target
    )
    return made.measure("calls-lost", ONE_HIGH, polarity="neutral")


def claim(name: str, kind: str, direction: str = "", said: str = "", **more: object) -> Claim:
    percent = said.endswith("%")
    cells: dict[str, object] = {
        "id": name,
        "passage": f"passage-{name}",
        "text": "As the papers have it.",
        "kind": kind,
        "indicators": ("calls",),
        "tie": 1.0,
        "now": True,
        "direction": direction,
        "quantity": Quantity(Decimal(said.rstrip("%")), "percent" if percent else "", raw=said)
        if said
        else None,
        "baselines": (AUGUST,) if kind in ("percent_change", "direction") else (),
        "item_number": "9",
        "citation": Citation("pack", item_number="9", section="Progress", printed_page="47"),
    }
    return Claim(**{**cells, **more})  # type: ignore[arg-type]


def said(view: Papers, *claims: Claim) -> Papers:
    record = Record(tuple(trend.series for trend in view.trends))
    view.verdicts = tuple(hold(one, record) for one in claims)
    view.contexts = chosen(view.verdicts, record)
    return view


RISE = claim("rise", "percent_change", "up", "26%")
LEVEL = claim("level", "level", said="250")
FALL = claim("fall", "direction", "down")
TURN = claim("turn", "direction", "up")
MONTH = claim(
    "month", "direction", "down", indicators=("calls-lost",), baselines=(Period("2031-07"),)
)
TARGET = claim("target", "duration", "below", "300", text="Calls stay below the target of 300.",
               baselines=(AUGUST,), against="target")  # fmt: skip


def question(view: Papers) -> Question:
    (found,) = (
        q for q in candidates(view) if q.id in ("item-9-words-and-tables", "item-9-longer-view")
    )
    return found


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            RISE,
            "Which change in calls do the service's plans rest on: from 193 in August 2030 to 204 "
            "in August 2031, as in the table, or a rise of 26%, as in the words?",
        ),
        (
            LEVEL,
            "Which level of calls in August 2031 do the service's plans rest on: 204, as in the "
            "table, or 250, as in the words?",
        ),
        (
            FALL,
            "Which way does the service expect calls to move from here, with 193 in August 2030 "
            "and 204 in August 2031 in the table?",
        ),
        (
            TURN,
            "What lies behind the turn in calls since May 2031, from 219 to 204 in August 2031?",
        ),
        (
            MONTH,
            "What level of calls lost does the service take as usual, with 15% in August 2031, 21% "
            "in July 2031 and between 2% and 13% in the other months?",
        ),
    ],
    ids=["change", "level", "direction", "turn", "month"],
)
def test_the_substance_is_asked_about(told: Claim, asked: str) -> None:
    assert question(said(papers(), told)).question.text == asked


def test_two_targets_are_asked_about() -> None:
    made = question(said(papers(target=87), TARGET))
    assert made.question.text == (
        "Which target for calls does the service work to: 300, as in the words, or 87, as in the "
        "table?"
    )


EVERY = [RISE, LEVEL, FALL, TURN, MONTH, TARGET]


@pytest.mark.parametrize("told", EVERY, ids=lambda one: one.id)
def test_it_is_open_fair_and_rests_on_both_places(told: Claim) -> None:
    view = said(papers(target=87 if told is TARGET else None), told)
    made = question(view)
    texts = (
        made.question,
        made.follow_up,
        made.good_answer,
        made.why_it_matters,
        made.evidence[0].sentence,
    )
    for text in texts:
        for word in (*FORBIDDEN, "wrong", "mistake", "chosen", "mislead\\w*", "flatter\\w*"):
            assert not re.search(rf"\b{word}\b", text.text, re.IGNORECASE), text.text
    assert made.question.text.startswith(OPEN) and len(made.question.text) <= 300
    places = {c.text for c in made.evidence[0].citations}
    assert "item 9, Progress, page 47" in places and len(places) == 2
    assert told.passage in made.rows and len(made.rows) > 1
    assert made.recommendation is not None
    assert made.severity <= 60


def test_there_are_two_a_meeting_at_most() -> None:
    second = claim("more", "percent_change", "up", "60%")
    view = said(papers(target=87), RISE, second, LEVEL, FALL, TURN, MONTH, TARGET)
    assert len(view.contexts) >= 2
    found = [s for s in detect(view) if s.kind.startswith("commentary-")]
    assert len(found) == 2
    assert {s.kind for s in found} > {"commentary-differs"}
    assert "60%" in next(s for s in found if s.kind == "commentary-differs").evidence.text


@pytest.mark.parametrize(
    "told",
    [
        claim("near", "percent_change", "up", "8%"),
        claim("slip", "level", said="214"),
        claim("unsure", "percent_change", "up", "26%", now=False, tie=0.6),
        claim("steady", "direction", "up", steady=True),
        claim("true", "level", said="204"),
        claim("few", "level", said="205"),
    ],
    ids=lambda one: one.id,
)
def test_a_slip_is_nothing_to_ask_about(told: Claim) -> None:
    view = said(papers(), told)
    assert not [s for s in detect(view) if s.kind.startswith("commentary-")]


def test_a_turn_that_its_theme_asks_about_is_not_asked_twice() -> None:
    share = (38, 39, 40, 41, 40, 41, 41, 41, 43, 45, 46, 45, 43)
    view = performance().measure(
        "council-foster-carers", TURNED, unit="count", measure_type="stock", polarity="neutral"
    )
    alone = said(view, claim("turn", "direction", "up", indicators=("council-foster-carers",)))
    assert [s.kind for s in detect(alone) if s.kind.startswith("commentary-")]
    both = performance().measure(
        "council-foster-carers", TURNED, unit="count", measure_type="stock", polarity="neutral"
    )
    both.measure("council-foster-carers-percent", share, measure_type="stock", target=58)
    both = said(both, claim("turn", "direction", "up", indicators=("council-foster-carers",)))
    assert [s.kind for s in detect(both) if s.kind == "turned"]
    assert not [s for s in detect(both) if s.kind.startswith("commentary-")]


def test_it_is_no_news_for_page_one() -> None:
    view = said(papers(), RISE, TURN)
    told = " ".join(remark.sentence.text for remark in five_things(view))
    assert "26%" not in told and "up on" not in told
