"""Inspection reports: judgements, and numbered paragraphs by what they stand under."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from packs.reading import source_of

from briefing.ingest.page import Source
from briefing.ingest.parts import Finding, Inspection, Unread
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.inspection import recognise

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "packs"
PDF = SHARED / "2014-09-15-inspection-report.pdf"
TEXT = SHARED / "2014-09-15-inspection-report.txt"

REPORT = """Westmoor Council
Inspection of services for children1

Inspection dates: 4 to 15 March 2024

Report published: 3 May 2024

The overall judgement is that services for children require
improvement

The judgements on areas of the service that contribute are:

1. Help and protection
Requires
Improvement

2. Children in care Good

2.1 Adoption performance

Outstanding

1 Ofsted produces this report under its own power and in
its own words.
 Summary of findings

Children’s services in Westmoor require improvement
because:

1. Visits are late and their multi-
agency records are thin. Only two children were seen.

2. Plans are slow{mark}

What does the council need to improve?

Priority and immediate action

Records

3. Write down each visit
within a day.

Areas for improvement

Plans

4. Make plans shorter.
 The council’s strengths

5. Staff stay:

• most for a year

• many for ten

Progress since the last inspection

6. Much has changed since
2019. The service is new. Inspectors saw 40 files.

12

What the inspection judgements mean

7. This is no finding.
"""


def _text(text: str) -> Source:
    return read_text("report.txt", text.encode(), text)


def _only(source: Source) -> Inspection:
    (part,) = [part for part in recognise(source) if isinstance(part, Inspection)]
    return part


def _by_number(inspection: Inspection) -> dict[str, Finding]:
    return {finding.paragraph: finding for finding in inspection.findings if finding.paragraph}


@pytest.fixture
def report() -> Inspection:
    return _only(_text(REPORT.format(mark="")))


def test_who_was_inspected_by_whom_and_when(report: Inspection) -> None:
    assert (report.authority, report.inspectorate) == ("Westmoor Council", "Ofsted")
    assert report.published == date(2024, 5, 3)
    assert (report.inspected_from, report.inspected_to) == (date(2024, 3, 4), date(2024, 3, 15))


def test_judgements_have_their_grade_and_no_number(report: Inspection) -> None:
    assert [(f.text, f.paragraph) for f in report.findings if f.kind == "judgement"] == [
        ("The overall judgement is that services for children require improvement", ""),
        ("Help and protection: Requires Improvement", ""),
        ("Children in care: Good", ""),
        ("Adoption performance: Outstanding", ""),
    ]


def test_paragraphs_are_of_the_kind_that_their_heading_says(report: Inspection) -> None:
    found = _by_number(report)
    assert {number: finding.kind for number, finding in found.items()} == {
        "1": "weakness",
        "2": "weakness",
        "3": "priority_action",
        "4": "area_for_improvement",
        "5": "strength",
        "6": "narrative",
    }
    assert found["3"].where.section == "Priority and immediate action: Records"
    assert found["4"].where.section == "Areas for improvement: Plans"


def test_a_paragraph_is_whole_over_lines_hyphens_and_lists(report: Inspection) -> None:
    found = _by_number(report)
    assert found["1"].text.startswith("Visits are late and their multi-agency records are thin.")
    assert found["5"].text == "Staff stay: • most for a year • many for ten"
    assert found["6"].text.endswith("since 2019. The service is new. Inspectors saw 40 files.")


def test_a_sentence_that_counts_few_children_is_left_out(report: Inspection) -> None:
    assert _by_number(report)["1"].text.endswith("thin. […]")


def test_the_mark_of_a_footnote_is_no_part_of_a_word_nor_a_footnote_of_a_paragraph() -> None:
    found = _by_number(_only(_text(REPORT.format(mark=" for all.1"))))
    assert found["2"].text == "Plans are slow for all."
    assert not any("own power" in finding.text for finding in found.values())


def test_grades_that_are_more_than_the_areas_are_reported_and_not_paired() -> None:
    parts = list(recognise(_text(REPORT.format(mark="").replace("Outstanding", "Good\n\nGood"))))
    assert [part.kind for part in parts if isinstance(part, Unread)] == ["judgements-not-paired"]
    (inspection,) = [part for part in parts if isinstance(part, Inspection)]
    assert len([f for f in inspection.findings if f.kind == "judgement"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The inspection dates: 4 March 2024 were noted.\n\n1. Minutes\n\n2. Apologies\n",
        REPORT.format(mark="").replace("Ofsted", "The council"),
        REPORT.format(mark="").replace("Inspection dates", "Meeting"),
        "",
    ],
)
def test_another_paper_is_no_report(text: str) -> None:
    assert list(recognise(_text(text))) == []


def _hand(kind: str, numbers: range) -> dict[str, str]:
    return {str(number): kind for number in numbers}


#: The kinds of the 184 paragraphs, from the headings of the printed report.
KINDS = (
    _hand("weakness", range(1, 13))
    | _hand("priority_action", range(13, 18))
    | _hand("area_for_improvement", range(18, 48))
    | _hand("strength", range(48, 63))
    | _hand("narrative", range(63, 156))
    | _hand("weakness", range(156, 161))
    | _hand("area_for_improvement", range(161, 168))
    | _hand("strength", range(168, 176))
    | _hand("narrative", range(176, 185))
)
GRADES = {
    "Children who need help and protection": "Requires Improvement",
    "Children looked after and achieving permanence": "Requires Improvement",
    "Adoption performance": "Requires Improvement",
    "Experiences and progress of care leavers": "Inadequate",
    "Leadership, management and governance": "Requires Improvement",
}
#: Paragraph -> the heading under which it is printed, for the first paragraph of each.
CHAPTERS = {
    "63": "Progress since the last inspection",
    "68": "The experiences and progress of children who need",
    "92": "The experiences and progress of children looked after",
    "119": "Adoption performance",
    "133": "The experiences and progress of care leavers",
    "142": "Leadership, management and governance",
    "176": "Inspection judgement about the LSCB",
}


@pytest.fixture(scope="module")
def both() -> tuple[Inspection, Inspection]:
    """The real report, from its PDF and from its text."""
    if not PDF.exists():
        pytest.skip("the council documents are not beside the checkout")
    text = TEXT.read_text(encoding="utf-8")
    return _only(source_of(PDF.read_bytes())), _only(read_text(TEXT.name, text.encode(), text))


@pytest.mark.shared
def test_a_real_report_gives_the_same_findings_from_pdf_and_text(
    both: tuple[Inspection, Inspection],
) -> None:
    from_pdf, from_text = (
        [(f.kind, f.paragraph, f.text, f.where.section) for f in report.findings] for report in both
    )
    assert from_pdf == from_text
    assert len(from_pdf) == 191


@pytest.mark.shared
def test_what_a_reader_lists_of_that_report(both: tuple[Inspection, Inspection]) -> None:
    for report in both:
        assert (report.authority, report.inspectorate) == ("Southampton Council", "Ofsted")
        assert report.published == date(2014, 9, 15)
        assert (report.inspected_from, report.inspected_to) == (date(2014, 7, 8), date(2014, 7, 30))
        found = _by_number(report)
        assert {number: finding.kind for number, finding in found.items()} == KINDS
        assert list(found) == [str(number) for number in range(1, 185)]
        for number, heading in CHAPTERS.items():
            assert found[number].where.section.startswith(heading)
            before = found[str(int(number) - 1)].where.section
            assert not before.startswith(heading)
        judgements = [f.text for f in report.findings if f.kind == "judgement"]
        assert len(judgements) == 7
        assert judgements[1:6] == [f"{area}: {grade}" for area, grade in GRADES.items()]
        assert judgements[0].endswith("services require improvement")
        assert judgements[6].endswith("Safeguarding Children Board requires improvement")


@pytest.mark.shared
def test_the_text_of_that_report_is_as_a_reader_hashed_it(
    both: tuple[Inspection, Inspection],
) -> None:
    found = _by_number(both[0])
    first = {n: " ".join(found[n].text.split()[:4]) for n in ("1", "24", "48", "92", "184")}
    assert first == {
        "1": "Politicians have not been",
        "24": "Ensure that care leavers",
        "48": "The local authority has",
        "92": "Southampton has experienced a",
        "184": "The most recent annual",
    }
    last = {n: " ".join(found[n].text.split()[-3:]) for n in ("1", "65", "117", "184")}
    assert last == {
        "1": "needs are met.",
        "65": "and child focused.",
        "117": "long as needed.",
        "184": "is therefore limited.",
    }
    whole = "\n".join(finding.text for finding in both[0].findings)
    assert sha256(whole.encode()).hexdigest()[:16] == "4961b4ac0125cff1"


@pytest.mark.shared
def test_kinds_are_those_that_were_entered_by_hand(both: tuple[Inspection, Inspection]) -> None:
    by_hand = ROOT / "data" / "panels" / "southampton-children-and-families" / "findings.csv"
    with by_hand.open(encoding="utf-8") as held:
        rows = list(csv.DictReader(held))
    found = _by_number(both[1])
    assert Counter(row["kind"] for row in rows)["judgement"] == 7
    assert [
        row["paragraph"]
        for row in rows
        if row["paragraph"] and found[row["paragraph"]].kind != row["kind"]
    ] == []
