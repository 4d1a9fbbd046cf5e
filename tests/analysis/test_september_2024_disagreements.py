"""What a careful reader finds in the tables and lists of the pack of 26 September 2024.

Written down by hand from the printed pages; each value was looked up where it stands.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.analysis.claims import Passage
from briefing.analysis.disagreements import told_as_past, two_values
from briefing.ingest.read import read_source
from briefing.ingest.recognise.passages import recognise
from briefing.model import Citation

ROOT = Path(__file__).parents[2]
PACKS = ROOT.parent / "shared" / "packs"
PUBLISHED = date(2024, 9, 18)

#: Measure, month and the two values that two tables print: page 39 with 46 or 48, 48 with 52.
PRINTED_TWICE = {
    ("contacts", "2024-03", "1758", "1780"),
    ("referrals", "2024-03", "201", "202"),
    ("early-help-referrals", "2024-03", "88", "90"),
    ("assessments-completed", "2024-03", "231", "233"),
    ("section-47-enquiries", "2024-03", "79", "90"),
    ("section-47-to-icpc", "2024-03", "26", "28"),
    ("children-in-care", "2023-08", "507", "510"),
    ("children-in-care", "2023-09", "505", "510"),
    ("children-in-care", "2023-10", "503", "504"),
    ("children-in-care", "2024-05", "488", "489"),
    ("children-in-care", "2024-07", "473", "474"),
    ("rate-of-children-in-care", "2023-09", "102", "103"),
}

#: Month, count and rate: the other months imply some 49,800 children, these imply others.
COUNT_AND_RATE = {
    ("2023-08", "2259", "422"),
    ("2023-09", "2112", "414"),
    ("2024-02", "1986", "396"),
    ("2024-02", "307", "60"),
    ("2024-04", "488", "97"),
}

#: Month, percentage as printed and part: 44 of 505 children are 8.7%.
PARTS = {("2023-09", "8", "44")}

#: Lines of the sentences that state one thing twice, and of the month still to come.
SAID_TWICE = [(4163, 4170)]
TO_COME = [641]


@pytest.fixture(scope="module")
def found():
    return briefing.open_store(ROOT / "data").meeting("2024-09-26").disagreements


def test_the_tables_disagree_where_a_reader_finds_it_and_nowhere_else(found) -> None:
    rows = briefing.open_store(ROOT / "data").meeting("2024-09-26").rows("observations")
    measure = {row["observation"]: row["indicator"] for row in rows}
    twice = {
        (measure[d.left.row], d.left.period.code, *sorted((d.left.raw, d.right.raw)))
        for d in found
        if d.kind == "same_series"
    }
    assert twice == PRINTED_TWICE
    triples = {
        kind: {(d.left.period.code, d.left.raw, d.right.raw) for d in found if d.kind == kind}
        for kind in ("count_and_rate", "parts_and_total")
    }
    assert triples == {"count_and_rate": COUNT_AND_RATE, "parts_and_total": PARTS}


def test_no_other_kind_is_found(found) -> None:
    assert {d.kind for d in found} == {"same_series", "count_and_rate", "parts_and_total"}


def passages_of(path: Path) -> list[Passage]:
    return [
        Passage(
            f"p{number}",
            part.text,
            section=part.where.section,
            citation=Citation(
                path.name,
                section=part.where.section,
                page=part.where.page,
                line=part.where.line,
            ),
            published=PUBLISHED,
            previous=part.previous,
        )
        for number, part in enumerate(recognise(read_source(path)))
    ]


def lines(found) -> list[tuple[int, int]]:
    return [(d.left.citation.line, d.right.citation.line) for d in found]


@pytest.mark.shared
@pytest.mark.skipif(not PACKS.exists(), reason="the documents are not beside the checkout")
def test_one_list_of_the_pack_states_two_values_and_one_sentence_a_month_to_come() -> None:
    passages = passages_of(PACKS / "2024-09-26-reports-pack.txt")
    assert lines(two_values(passages)) == SAID_TWICE
    assert [line for line, _ in lines(told_as_past(passages, PUBLISHED))] == TO_COME


@pytest.mark.shared
@pytest.mark.skipif(not PACKS.exists(), reason="the documents are not beside the checkout")
def test_no_other_document_states_such_a_thing() -> None:
    for path in (*PACKS.glob("*"), *PACKS.glob("other-councils/*")):
        if path.is_file() and "reports-pack" not in path.name:
            passages = passages_of(path)
            assert not list(two_values(passages)), path.name
            assert not list(told_as_past(passages, PUBLISHED)), path.name
