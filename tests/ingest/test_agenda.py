"""Items of an agenda: number, title, pages, purpose and whose report."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from briefing.ingest.recognise.agenda import recognise

from . import papers

ROOT = Path(__file__).parents[2]

LINES = """AGENDA

7   VISITS TO CHILDREN AND
 FAMILIES
(Pages 5 - 14)

 Report of the Executive Director - Children outlining visits
 made in the year.

7a   SCHOOL PLACES
(Page 15)

8   MINUTES OF THE MEETING HELD ON 2 JUNE 2031
(Pages 16 to 20)

 To agree the minutes.
 Contact: Democratic Services, 01632 960123, panel@westmoor.example

Monday, 7 July 2031 Director of Governance
"""


def items(source):
    return {
        item.number: (item.title, item.printed_from, item.printed_to) for item in recognise(source)
    }


def test_titles_run_over_lines_and_numbering_may_start_anywhere():
    assert items(papers.text(LINES)) == {
        "7": ("VISITS TO CHILDREN AND FAMILIES", 5, 14),
        "7a": ("SCHOOL PLACES", 15, 15),
        "8": ("MINUTES OF THE MEETING HELD ON 2 JUNE 2031", 16, 20),
    }


def test_what_stands_below_a_title_is_its_purpose_without_contacts():
    visits, _, minutes = recognise(papers.text(LINES))
    assert visits.purpose.endswith("outlining visits made in the year.")
    assert visits.report_of == "Executive Director - Children"
    assert minutes.purpose == "To agree the minutes."
    assert minutes.report_of == ""


def test_every_item_has_its_place():
    first, *_ = recognise(papers.text(LINES))
    assert (first.where.line, first.where.section) == (3, "Agenda")


def test_a_report_of_a_named_officer_has_the_office_alone():
    made = LINES.replace("the Executive Director - Children", "Jo Marsh, Director of Housing,")
    first, *_ = recognise(papers.text(made))
    assert first.report_of == "Director of Housing"


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        ("(Pages 5 - 14)", (5, 14)),
        ("(Pages 5-14)", (5, 14)),
        ("(Pages 5 – 14)", (5, 14)),
        ("(PAGES 5 - 14)", (5, 14)),
        ("(Pages 5 to 14)", (5, 14)),
        ("[Pages 5 - 14]", (5, 14)),
        ("(Page 5)", (5, 5)),
        ("(Pgs 5 - 14)", (5, 14)),
        ("(pp. 5-14)", (5, 14)),
        ("(Pages 5 - 8, 9 - 14)", (5, 14)),
        ("Pages 5 - 14", (5, 14)),
        ("(Pages 14 - 5)", (None, None)),
        ("", (None, None)),
    ],
)
def test_page_ranges(printed, span):
    made = papers.text(
        f"AGENDA\n\n1   APOLOGIES\n\n2   VISITS TO CHILDREN\n{printed}\n\n3   CLOSE\n"
    )
    assert items(made)["2"] == ("VISITS TO CHILDREN", *span)


@pytest.mark.parametrize("number", ["{}", "{}.", "{})", "({})".replace("(", ""), "Item {}", "A{}"])
def test_forms_of_numbers(number):
    rows = [f"{number.format(at)}   {title}" for at, title in ((1, "APOLOGIES"), (2, "VISITS"))]
    found = items(papers.text("AGENDA\n\n" + "\n\n".join(rows) + "\n"))
    assert [title for title, _, _ in found.values()] == ["APOLOGIES", "VISITS"]


def test_titles_in_small_letters_end_where_the_purpose_begins():
    made = papers.paper(
        [
            (280, 60, "*AGENDA"),
            (70, 100, "*1.  Apologies for absence"),
            (70, 130, "*2.  Visits to children and to the families of"),
            (105, 144, "*those who care for them (Pages 3 - 8)"),
            (105, 158, "Report of the Director of Care on visits."),
            (70, 190, "*3.  Work programme"),
            (105, 204, "To consider the programme."),
        ]
    )
    assert items(made) == {
        "1": ("Apologies for absence", None, None),
        "2": ("Visits to children and to the families of those who care for them", 3, 8),
        "3": ("Work programme", None, None),
    }
    assert [item.purpose for item in recognise(made)][1:] == [
        "Report of the Director of Care on visits.",
        "To consider the programme.",
    ]


def test_pages_in_a_column_of_their_own():
    made = papers.paper(
        [
            (280, 60, "AGENDA"),
            (500, 80, "Page Nos"),
            (70, 100, "1.  APOLOGIES"),
            (70, 130, "2.  VISITS TO CHILDREN  5 - 14"),
            (70, 160, "3.  SCHOOL PLACES  15"),
        ]
    )
    assert items(made) == {
        "1": ("APOLOGIES", None, None),
        "2": ("VISITS TO CHILDREN", 5, 14),
        "3": ("SCHOOL PLACES", 15, 15),
    }


def test_headings_of_groups_are_no_part_of_an_item():
    made = papers.text(
        "AGENDA\n\nUNRESTRICTED ITEMS\n(During these the meeting is open to the public)\n\n"
        "1   Apologies\n\n2   Visits\n(Pages 1 - 2)\n\nEXEMPT ITEMS\n(There are no exempt items)\n"
    )
    assert items(made) == {"1": ("Apologies", None, None), "2": ("Visits", 1, 2)}
    assert [item.exempt for item in recognise(made)] == [False, False]


def test_dates_and_figures_in_a_purpose_are_no_items():
    made = papers.text(
        "AGENDA\n\n1   MINUTES\n\n To sign the minutes of\n 2 June 2031 and of\n 3 July 2031.\n\n"
        "2   VISITS\n\n Of 40 children\n 3 were visited.\n\n3   CLOSE\n"
    )
    assert list(items(made)) == ["1", "2", "3"]


def test_an_agenda_without_a_heading_is_told_by_its_page_ranges():
    assert len(items(papers.text(LINES.replace("AGENDA", "")))) == 3


@pytest.mark.parametrize(
    "written",
    [
        "",
        "A letter about nothing.\n\n1. One thing.\n\n2. Another thing.\n",
        "MINUTES OF THE MEETING HELD ON 2 JUNE 2031\n\n1. APOLOGIES\n\nNone.\n\n2. VISITS\n",
        "AGENDA\n",
        "AGENDA\n\n\f\n7\n",
    ],
)
def test_papers_without_an_agenda_have_no_items(written):
    assert items(papers.text(written)) == {}


@papers.shared
def test_the_agenda_of_september_2024_is_as_entered_by_hand():
    (known,) = (ROOT / "data" / "panels").glob("*/meetings/2024-09-26/agenda_items.csv")
    with known.open(encoding="utf-8", newline="") as rows:
        expected = {
            row["item_number"]: (
                row["printed_page_from"],
                row["printed_page_to"],
                row["report_of"],
                row["line"],
            )
            for row in csv.DictReader(rows)
        }
    found = {
        item.number: (
            str(item.printed_from or ""),
            str(item.printed_to or ""),
            item.report_of,
            str(item.where.line),
        )
        for item in recognise(papers.published("2024-09-26-reports-pack.txt"))
    }
    assert found == expected
    assert [found[n][:2] for n in ("6", "7", "8", "9", "10")] == [
        ("1", "4"),
        ("5", "14"),
        ("15", "40"),
        ("41", "78"),
        ("79", "84"),
    ]


@papers.shared
def test_the_front_sheet_of_another_council():
    found = list(recognise(papers.published("other-councils/2025-03-04-agenda-frontsheet.pdf")))
    assert [item.number for item in found] == [str(n) for n in range(1, 9)]
    assert [(item.printed_from, item.printed_to) for item in found] == [
        (None, None),
        (None, None),
        (1, 18),
        (None, None),
        (19, 24),
        (25, 100),
        (101, 104),
        (None, None),
    ]
    assert found[0].title == "Apologies"
    assert found[4].title.endswith("Medium Term Financial Plan")
    assert found[7].title == "Home to School Transport - Presentation"
    assert not any(item.exempt or item.purpose for item in found)


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
    ],
)
def test_documents_without_an_agenda_have_no_items(name):
    assert list(recognise(papers.published(name))) == []
