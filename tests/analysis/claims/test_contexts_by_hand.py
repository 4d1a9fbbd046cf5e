"""True statements with more to see: those that a careful reader listed, and no others."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import briefing
from analysis.claims.by_hand import HERE, measures_of, record_of, verdicts_on
from analysis.claims.test_by_hand import OTHERS
from briefing.analysis.choosing import chosen
from briefing.analysis.claims import Passage, claims_in, hold

ROOT = Path(__file__).parents[3]
PACKS = ROOT.parent / "shared" / "packs"
PUBLISHED = date(2024, 9, 18)


@dataclass(frozen=True)
class Listed:
    """A sentence that compares or aims; ``kind`` is blank where the tables add nothing to it."""

    line: int
    kind: str
    indicator: str
    must: bool


def listed() -> list[Listed]:
    with (HERE / "expected_contexts.csv").open(encoding="utf-8", newline="") as file:
        return [
            Listed(int(row["line"]), row["kind"], row["indicator"], row["must"] == "yes")
            for row in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def meeting():
    return briefing.open_store(ROOT / "data").meeting("2024-09-26")


def of_document(name: str, meeting, published: date):
    path = PACKS / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout")
    return chosen(verdicts_on(path, meeting, published), record_of(meeting, published))


def test_the_list_names_each_kind_and_many_sentences_of_none() -> None:
    assert {row.kind for row in listed() if row.must} == {
        "other_way_since",
        "flattering_month",
        "another_target",
    }
    assert sum(not row.kind for row in listed()) > 30


@pytest.mark.shared
def test_the_engine_sees_what_the_reader_saw_and_nothing_else(meeting) -> None:
    found = {
        (one.claim.citation.line, one.kind, one.indicator)
        for one in of_document("2024-09-26-reports-pack.txt", meeting, PUBLISHED)
    }
    rows = {(row.line, row.kind, row.indicator) for row in listed() if row.kind}
    assert found <= rows
    assert found >= {(r.line, r.kind, r.indicator) for r in listed() if r.must}


@pytest.mark.shared
@pytest.mark.parametrize(("name", "day"), OTHERS)
def test_the_other_papers_have_none(name: str, day: str) -> None:
    meeting = briefing.open_store(ROOT / "data").meeting(day)
    assert of_document(name, meeting, date.fromisoformat(day)) == ()


def told_of(meeting, *texts: str):
    """What the tables of the store add to sentences of our own."""
    passages = [
        Passage(f"p{n}", text, item_number="9", published=PUBLISHED) for n, text in enumerate(texts)
    ]
    record = record_of(meeting, PUBLISHED)
    verdicts = [hold(claim, record) for claim in claims_in(passages, measures_of(meeting))]
    return [(one.kind, one.indicator) for one in chosen(verdicts, record)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The number of children with the council's own foster carers is 204, up from 193 in "
            "August 2023.",
            [("other_way_since", "council-foster-carers")],
        ),
        (
            "Referrals that led to no further action fell from 21% in July 2024 to 15% in August.",
            [("flattering_month", "referrals-no-further-action")],
        ),
        (
            "The rate of children in care has been below our target of 100 since January 2024.",
            [("another_target", "rate-of-children-in-care")],
        ),
        ("The rate of children in care has been below 100 since January 2024.", []),
        ("The number of children in care fell from 507 in August 2023 to 470.", []),
        ("Caseholders with 20 or more children rose from 23 in June 2024 to 35.", []),
    ],
)
def test_the_tables_of_the_store_add_to_words_of_our_own(meeting, text, kinds) -> None:
    passage = Passage("p", text, item_number="9", published=PUBLISHED)
    record = record_of(meeting, PUBLISHED)
    verdicts = [hold(claim, record) for claim in claims_in([passage], measures_of(meeting))]
    assert {v.verdict for v in verdicts} == {"agrees"}
    assert [(one.kind, one.indicator) for one in chosen(verdicts, record)] == kinds


def test_the_passages_of_the_store_have_no_others_than_the_list(meeting) -> None:
    rows = {(row.kind, row.indicator) for row in listed() if row.kind}
    assert {(one.kind, one.indicator) for one in meeting.contexts} <= rows
