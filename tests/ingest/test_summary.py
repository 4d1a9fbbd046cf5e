"""Summaries that third parties publish: meeting, sections, footnotes; no boilerplate, no names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.ingest.page import Source
from briefing.ingest.parts import Summary
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.summary import recognise

SHARED = Path(__file__).parents[3] / "shared" / "packs"
PUBLISHED = SHARED / "2025-09-11-published-summary.txt"

PAGE = """We do not cover Westmoor Council yet. Write to hello@townwatch.example and we may.
You can still subscribe!
Housing Panel - Thursday, 2nd May, 2024 6.00 pm
May 02, 2024 View on council websiteSummary
The Housing Panel was scheduled to meet on 2 May 2024 to hear of damp homes and of bus passes.
Damp homes
The panel was scheduled to hear a report from Jo Marsh, Director of Homes, on damp homes.
The report listed:
- A survey of 90 homes[^2] [^2]: A survey is a visit with a meter.
- A plan for Westmoor Borough Council's own homes
The homes by year were printed. | Year | Homes | | --- | --- | | 2023 | 80 | | 2024 | 90 |
Three children have moved school. The survey goes on.
Bus passes
The report recommended that the panel consider who is sent a pass for the buses.
Attendees
Meeting Documents
Agenda frontsheet
"""


def _summary(text: str) -> Summary | None:
    source: Source = read_text("page.txt", text.encode(), text)
    return next((part for part in recognise(source) if isinstance(part, Summary)), None)


@pytest.fixture
def page() -> Summary:
    found = _summary(PAGE)
    assert found
    return found


def test_the_meeting_and_the_publisher_are_told(page: Summary) -> None:
    assert (page.panel_title, page.day, page.start_time) == (
        "Housing Panel",
        date(2024, 5, 2),
        "18:00",
    )
    assert (page.council, page.publisher) == ("Westmoor Borough Council", "townwatch.example")


def test_sections_have_their_heading_and_text_and_no_boilerplate(page: Summary) -> None:
    assert [said.where.section for said in page.sections] == ["Damp homes", "Bus passes"]
    assert [said.where.line for said in page.sections] == [6, 13]
    words = " ".join(said.text for said in page.sections)
    assert not any(
        other in words for other in ("subscribe", "Agenda frontsheet", "scheduled to meet")
    )


def test_footnotes_stand_apart_and_tables_are_left_to_others(page: Summary) -> None:
    assert [(note.number, note.text) for note in page.footnotes] == [
        ("2", "A survey is a visit with a meter.")
    ]
    homes = page.sections[0].text.split("\n")
    assert homes[2] == "- A survey of 90 homes"
    assert homes[4] == "The homes by year were printed."


def test_officers_appear_by_role_and_few_children_not_at_all(page: Summary) -> None:
    homes = page.sections[0].text
    assert "a report from Director of Homes, on damp homes" in homes
    assert homes.endswith("[…] The survey goes on.")


def test_what_a_report_asks_of_the_panel_is_told_with_its_section(page: Summary) -> None:
    (asked,) = page.asked
    assert asked.text == "That the panel consider who is sent a pass for the buses."
    assert (asked.where.section, asked.where.line) == ("Bus passes", 14)


@pytest.mark.parametrize(
    "text",
    [
        PAGE.replace("View on council website", "").replace("subscribe", "read on"),
        PAGE.replace("Summary", "Agenda"),
        PAGE.replace("Housing Panel - Thursday, 2nd May, 2024 6.00 pm", "Housing"),
        "Minutes\nHousing Panel - Thursday, 2nd May, 2024 6.00 pm\nVenue: Town Hall\nSummary\n",
        "",
    ],
)
def test_a_council_paper_is_no_summary(text: str) -> None:
    assert _summary(text) is None


@pytest.mark.shared
@pytest.mark.skipif(
    not PUBLISHED.exists(), reason="the council documents are not beside the checkout"
)
def test_a_real_summary_section_by_section() -> None:
    found = _summary(PUBLISHED.read_text(encoding="utf-8"))
    assert found
    assert (found.panel_title, found.day) == (
        "Children and Families Scrutiny Panel",
        date(2025, 9, 11),
    )
    assert (found.start_time, found.council) == ("17:30", "Southampton City Council")
    assert [(said.where.section, said.where.line) for said in found.sections] == [
        ("Fostering: Recruitment and Retention", 10),
        ("The Youth Justice Service", 54),
        ("Children and Learning - Performance and Transformation", 127),
        ("Monitoring Scrutiny Recommendations", 219),
    ]
    assert [note.number for note in found.footnotes] == ["2", "3", "4", "5"]
    assert [said.where.line for said in found.asked] == [53, 126, 218]
    words = "\n".join(said.text for said in found.sections)
    assert [len(said.text.split("\n")) for said in found.sections] == [43, 72, 91, 1]
    assert not any(mark in words for mark in ("[^", "|", "@", "View on council", "No topics"))
    assert "from Director of Children" in words and "from Executive Director" in words
    assert "four incidences" not in words
