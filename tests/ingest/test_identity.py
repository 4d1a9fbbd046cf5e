"""What a document is: kind, council, panel, meeting; what it does not say is named."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.ingest.exempt.quarantine import quarantine
from briefing.ingest.filing.identity import Identity, identify, panel_slug
from briefing.ingest.page import Line, Page, Source, Word
from briefing.ingest.pages.printed import number
from briefing.ingest.parts import (
    AgendaItem,
    FrontSheet,
    Glossary,
    Inspection,
    Minutes,
    ReportCover,
    Slides,
    Summary,
    Tracker,
    Where,
)
from briefing.ingest.recognise import recognise

from . import papers

AT = Where(page=1)
JULY = date(2031, 7, 15)
PAPER = papers.text("")
SHEET = FrontSheet(
    where=AT,
    council="Westmoor City Council",
    panel_title="CHILDREN'S SCRUTINY PANEL",
    day=JULY,
    published=date(2031, 7, 7),
)
ITEMS = [AgendaItem(where=AT, number=str(at), title="T") for at in (1, 2)]
COVER = ReportCover(
    where=AT, subject="VISITS TO CHILDREN", decision_maker="CHILDREN'S SCRUTINY PANEL", day=JULY
)
MINUTES = Minutes(
    where=AT,
    council="WESTMOOR CITY COUNCIL",
    panel_title="CHILDREN'S SCRUTINY PANEL",
    day=date(2031, 6, 3),
)


def test_a_front_sheet_with_reports_is_a_pack():
    assert identify(PAPER, [SHEET, *ITEMS, COVER, MINUTES]) == Identity(
        kind="pack",
        council="Westmoor City Council",
        panel_title="Children's Scrutiny Panel",
        meeting_day=JULY,
        title="Reports pack, 15 July 2031",
        published=date(2031, 7, 7),
    )


def test_minutes_in_a_pack_belong_to_their_own_meeting():
    assert identify(PAPER, [MINUTES, SHEET, COVER]).meeting_day == JULY


def test_a_front_sheet_with_items_alone_is_an_agenda():
    found = identify(PAPER, [SHEET, *ITEMS])
    assert (found.kind, found.title) == ("agenda", "Agenda, 15 July 2031")


def test_a_web_page_with_its_own_minutes_is_no_pack():
    own = Minutes(where=AT, panel_title="CHILDREN'S SCRUTINY PANEL", day=JULY)
    assert identify(PAPER, [SHEET, *ITEMS, own]).kind == "agenda"


def test_minutes_alone():
    found = identify(PAPER, [MINUTES])
    assert (found.kind, found.meeting_day, found.missing) == ("minutes", date(2031, 6, 3), ())
    assert found.title == "Minutes, 3 June 2031"
    assert found.council == "Westmoor City Council"


def test_reports_without_an_agenda():
    one = identify(PAPER, [COVER])
    assert (one.kind, one.title) == ("report", "Visits to Children, 15 July 2031")
    assert one.panel_title == "Children's Scrutiny Panel"
    assert identify(PAPER, [COVER, COVER]).kind == "pack"


def test_reports_for_different_bodies_or_days_name_neither():
    other = ReportCover(where=AT, subject="S", decision_maker="CABINET", day=date(2031, 7, 16))
    found = identify(PAPER, [COVER, other])
    assert (found.panel_title, found.meeting_day) == ("", None)
    assert found.missing == ("panel", "meeting date")


@pytest.mark.parametrize(
    ("part", "kind", "missing"),
    [
        (Slides(where=AT, title="Where we are", slides=()), "slides", ("panel", "meeting date")),
        (Tracker(where=AT, rows=()), "tracker", ("panel", "meeting date")),
        (Glossary(where=AT, terms=()), "report", ("panel", "meeting date")),
        (
            Inspection(
                where=AT,
                authority="Westmoor",
                inspectorate="Inspectorate",
                findings=(),
                published=JULY,
            ),
            "inspection",
            (),
        ),
        (
            Summary(where=AT, panel_title="Children's Panel", day=JULY, publisher="News"),
            "summary",
            (),
        ),
    ],
)
def test_kinds_told_from_one_part(part, kind, missing):
    found = identify(PAPER, [part])
    assert (found.kind, found.missing) == (kind, missing)


def test_an_inspection_is_of_its_authority_and_its_day_of_publication():
    part = Inspection(where=AT, authority="Westmoor", inspectorate="I", findings=(), published=JULY)
    found = identify(PAPER, [part])
    assert (found.council, found.published) == ("Westmoor", JULY)
    assert found.title == "Inspection report, 15 July 2031"


def test_slides_are_called_so_with_their_first_heading() -> None:
    found = identify(PAPER, [Slides(where=AT, title="WHERE WE ARE", slides=())])
    assert found.title == "Slides: Where We Are"


@pytest.mark.parametrize(
    ("size", "first", "title"),
    [
        (30.0, "Visits and", "Visits and What Comes Next"),
        (12.0, "Visits and", "Report"),
        (30.0, "Westmoor City Council", "Report"),
    ],
)
def test_large_print_on_the_first_page_is_a_papers_title(
    size: float, first: str, title: str
) -> None:
    second = "What Comes Next" if first == "Visits and" else ""
    shown = [(size, text) for text in (first, second) if text]
    shown += [(11.0, f"Line {at} of the paper.") for at in range(6)]
    lines = tuple(
        Line((Word(text, 60, 40.0 * at, 300, 40.0 * at + size, size),), page=1)
        for at, (size, text) in enumerate(shown)
    )
    source = Source("paper.pdf", "0" * 64, "pdf", (Page(1, lines, 595, 842),))
    assert identify(source, []).title == title


def test_a_paper_of_nothing_known_is_a_report_and_asks_for_both():
    found = identify(PAPER, [])
    assert (found.kind, found.title) == ("report", "Report")
    assert found.missing == ("panel", "meeting date")


@pytest.mark.parametrize(
    ("council", "body", "slug"),
    [
        (
            "Southampton City Council",
            "Children and Families Scrutiny Panel",
            "southampton-children-and-families",
        ),
        ("Kent County Council", "Cabinet", "kent-cabinet"),
        ("Kent County Council", "COUNTY COUNCIL", "kent-county-council"),
        ("", "Cabinet", "cabinet"),
        ("London Borough of Westmoor", "Children's Scrutiny Panel", "westmoor-childrens"),
        (
            "Westmoor District Council",
            "Health & Care Overview and Scrutiny Committee",
            "westmoor-health-and-care",
        ),
        (
            "Westmoor Council",
            "Overview and Scrutiny Management Committee",
            "westmoor-overview-and-scrutiny-management-committee",
        ),
        ("Westmoor Council", "Scrutiny Panel", "westmoor-scrutiny-panel"),
        (
            "Westmoor City Council",
            "Westmoor City Council Children and Families Panel",
            "westmoor-children-and-families",
        ),
    ],
)
def test_slugs_of_panels(council, body, slug):
    assert panel_slug(council, body) == slug


@papers.shared
@pytest.mark.parametrize(
    ("name", "kind", "council", "panel", "day", "published"),
    [
        (
            "2024-09-26-reports-pack.txt",
            "pack",
            "Southampton City Council",
            "Children and Families Scrutiny Panel",
            date(2024, 9, 26),
            date(2024, 9, 18),
        ),
        (
            "2023-07-06-minutes.md",
            "minutes",
            "Southampton City Council",
            "Children and Families Scrutiny Panel",
            date(2023, 7, 6),
            None,
        ),
        (
            "other-councils/2025-02-13-minutes-with-recorded-votes.pdf",
            "minutes",
            "Kent County Council",
            "County Council",
            date(2025, 2, 13),
            None,
        ),
        (
            "other-councils/2025-03-04-agenda-frontsheet.pdf",
            "agenda",
            "",
            "Cabinet",
            date(2025, 3, 4),
            date(2025, 2, 24),
        ),
        ("other-councils/2025-01-30-priority-measures.pdf", "report", "", "", None, None),
        ("2023-07-06-position-statement-slides.txt", "slides", "", "", None, None),
    ],
)
def test_documents_that_councils_published(name, kind, council, panel, day, published):
    source, left_out = quarantine(number(papers.published(name)))
    assert left_out == []
    found = identify(source, recognise(source))
    assert (found.kind, found.council, found.panel_title) == (kind, council, panel)
    assert (found.meeting_day, found.published) == (day, published)
    assert ("panel" in found.missing, "meeting date" in found.missing) == (not panel, day is None)
