"""Covers of reports: who decides, on what, whose report, and what is asked."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from briefing.ingest.recognise.report_cover import recognise

from . import papers

ROOT = Path(__file__).parents[2]

BEHIND = """DECISION-MAKER: CHILDREN'S SCRUTINY PANEL
SUBJECT: VISITS
DATE OF DECISION: 15 JULY 2031

RECOMMENDATIONS:

(i) That the Panel notes
the visits.

(ii) That a further report is brought.

Visits went up by a tenth over the year. More of them were made by night.
"""

COVER = """DECISION-MAKER:  CHILDREN'S SCRUTINY PANEL

SUBJECT: VISITS TO CHILDREN AND
FAMILIES

DATE OF DECISION: 15 JULY 2031

REPORT OF: JO MARSH, DIRECTOR OF CARE

CONTACT DETAILS

Author: Title Head of Visits

 Name:  Sam Reed Tel: 01632 960123

STATEMENT OF CONFIDENTIALITY

None

BRIEF SUMMARY

Visits went up.

RECOMMENDATIONS:

 (i) That the Panel notes
the visits.

 (ii) That a further report is brought.

REASONS FOR REPORT RECOMMENDATIONS

1. To help scrutiny.

SUPPORTING DOCUMENTATION

Appendices

1. Visits by month

2. Visits by team
and by school

Documents In Members' Rooms

1. None
"""


def only(written):
    (cover,) = recognise(papers.text(written))
    return cover


def asked(cover):
    return [(said.number, said.text) for said in cover.recommendations]


def test_the_fields_of_a_cover():
    cover = only(COVER)
    assert cover.decision_maker == "CHILDREN'S SCRUTINY PANEL"
    assert cover.subject == "VISITS TO CHILDREN AND FAMILIES"
    assert cover.day == date(2031, 7, 15)
    assert cover.report_of == "DIRECTOR OF CARE"
    assert not cover.exempt
    assert cover.where.line == 1


def test_each_recommendation_has_its_mark_and_place():
    cover = only(COVER)
    assert asked(cover) == [
        ("(i)", "That the Panel notes the visits."),
        ("(ii)", "That a further report is brought."),
    ]
    assert [said.where.line for said in cover.recommendations] == [26, 29]


def test_the_appendices_it_lists():
    assert only(COVER).appendices == ("Visits by month", "Visits by team and by school")


def test_names_telephones_and_mail_of_officers_are_nowhere_in_it():
    assert not any(word in repr(only(COVER)) for word in ("MARSH", "Reed", "960123"))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("RECOMMENDATION\n\nThat the Panel notes it.\n", [("", "That the Panel notes it.")]),
        ("Recommendation: That the Panel notes it.\n", [("", "That the Panel notes it.")]),
        (
            "Recommendations\n\nThe Panel is asked to:\n\n1. note the visits;\n2. ask for more.\n",
            [
                ("1.", "The Panel is asked to note the visits;"),
                ("2.", "The Panel is asked to ask for more."),
            ],
        ),
        (
            "RECOMMENDATIONS\n\n(a) That one is done.\n(b) That two is done.\n",
            [("(a)", "That one is done."), ("(b)", "That two is done.")],
        ),
        ("RECOMMENDATIONS\n\n• Note it.\n• Ask.\n", [("•", "Note it."), ("•", "Ask.")]),
        ("RECOMMENDATIONS\n\nNone.\n", []),
    ],
)
def test_forms_of_what_is_asked(heading, expected):
    begin, end = COVER.index("RECOMMENDATIONS:"), COVER.index("REASONS")
    assert asked(only(COVER[:begin] + heading + "\n" + COVER[end:])) == expected


def test_a_cover_of_other_labels():
    cover = only(
        "From: Cllr Ann Vale, Cabinet Member for Children\n\nTo: Children's Committee - 4 May "
        "2031\n\n"
        "Subject: School places\n\nClassification: Unrestricted\n\nSummary: Places are short.\n\n"
        "Recommendation(s): The Committee is asked to note the report.\n\n1. Introduction\n"
    )
    assert cover.decision_maker == "Children's Committee"
    assert cover.day == date(2031, 5, 4)
    assert cover.subject == "School places"
    assert asked(cover) == [("", "The Committee is asked to note the report.")]


def test_a_cover_in_a_ruled_table_on_paper():
    rows = [
        (70, 60, "DECISION-MAKER:  CHILDREN'S PANEL"),
        (70, 80, "SUBJECT:  VISITS TO CHILDREN"),
        (150, 94, "AND FAMILIES"),
        (70, 110, "DATE OF DECISION:  15 JULY 2031"),
        (70, 130, "REPORT OF:  DIRECTOR OF CARE"),
        (70, 160, "RECOMMENDATIONS:"),
        (70, 180, "(i)  That it is noted."),
        (70, 200, "REASONS FOR REPORT RECOMMENDATIONS"),
    ]
    (cover,) = recognise(papers.paper(rows))
    assert cover.subject == "VISITS TO CHILDREN AND FAMILIES"
    assert asked(cover) == [("(i)", "That it is noted.")]


def test_each_report_of_a_pack_has_its_own():
    second = COVER.replace("VISITS TO CHILDREN AND\nFAMILIES", "SCHOOL PLACES")
    found = list(recognise(papers.text(COVER + second)))
    assert [cover.subject for cover in found] == [
        "VISITS TO CHILDREN AND FAMILIES",
        "SCHOOL PLACES",
    ]
    assert [len(cover.recommendations) for cover in found] == [2, 2]


def test_a_report_marked_exempt_says_so_and_nothing_else():
    cover = only(COVER.replace("\nNone\n\nBRIEF", "\nNot for publication\n\nBRIEF"))
    assert cover.exempt
    assert (cover.subject, cover.recommendations, cover.report_of) == ("", (), "")


@pytest.mark.parametrize(
    "written",
    ["", "SUBJECT:\n", "Date: 1 May 2031\n", "RECOMMENDATIONS:\n\n(i) That it is noted.\n"],
)
def test_labels_alone_are_no_cover(written):
    assert list(recognise(papers.text(written))) == []


@papers.shared
def test_the_covers_of_september_2024_are_as_entered_by_hand():
    (known,) = (ROOT / "data" / "panels").glob("*/meetings/2024-09-26/report_recommendations.csv")
    with known.open(encoding="utf-8", newline="") as rows:
        expected = [(row["number"], row["line"]) for row in csv.DictReader(rows)]
    found = list(recognise(papers.published("2024-09-26-reports-pack.txt")))
    said = [(one.number, str(one.where.line)) for cover in found for one in cover.recommendations]
    assert said == expected
    assert [cover.where.line for cover in found] == [542, 1048, 2247, 4004]
    assert {cover.day for cover in found} == {date(2024, 9, 26)}
    assert [len(cover.appendices) for cover in found] == [0, 1, 2, 1]
    assert [cover.report_of for cover in found][2:] == ["SCRUTINY MANAGER", "SCRUTINY MANAGER"]
    assert not any(cover.exempt for cover in found)


@papers.shared
@pytest.mark.parametrize(
    "name",
    [
        "2014-09-15-inspection-report.txt",
        "2023-07-06-minutes.md",
        "2023-07-06-position-statement-slides.txt",
        "2025-09-11-published-summary.txt",
        "other-councils/2025-01-30-priority-measures.pdf",
        "other-councils/2025-02-13-minutes-with-recorded-votes.pdf",
        "other-councils/2025-03-04-agenda-frontsheet.pdf",
    ],
)
def test_documents_without_reports_have_no_covers(name):
    assert list(recognise(papers.published(name))) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (BEHIND, ["That the Panel notes the visits.", "That a further report is brought."]),
        (BEHIND.replace("brought.", "brought,").replace("\n\nVisits", "\n\nwhere visits"), None),
        (
            BEHIND.replace("(i) ", "").replace("(ii) That", "It also asks that"),
            ["That the Panel notes the visits."],
        ),
    ],
)
def test_a_paragraph_below_what_is_asked_is_no_part_of_it(
    text: str, asked: list[str] | None
) -> None:
    (cover,) = recognise(papers.text(text))
    found = [said.text for said in cover.recommendations]
    if asked is None:
        assert found[-1].startswith("That a further report is brought, where visits went up")
    else:
        assert found == asked
