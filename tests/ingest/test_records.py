"""From parts to rows: numbers, places, identifiers, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefing.ingest.parts import (
    AgendaItem,
    Cell,
    Column,
    FrontSheet,
    InlineFigure,
    Minutes,
    MinutesItem,
    Part,
    PrintedTable,
    ReportCover,
    Said,
    Statement,
    Summary,
    TableRow,
    Unread,
    Where,
)
from briefing.ingest.records import Context, records
from briefing.ingest.records.recommendations import only_planned
from briefing.ingest.records.rows import Row
from briefing.model import Period

PANEL = "westmoor-adults"
MEETING = f"{PANEL}/2031-07-16"
JULY = date(2031, 7, 16)


def rows(*parts: Part, **more: object) -> dict[str, list[Row]]:
    context = Context(
        document={"document": "paper", "kind": "pack"},
        panel=PANEL,
        council="Westmoor Council",
        panel_title="Adults Scrutiny Panel",
        meeting=MEETING,
        parts=parts,
        stem="paper",
        **more,  # type: ignore[arg-type]
    )
    return records(context).tables


def at(page: int, printed: str = "") -> Where:
    return Where(page, printed, None, "Somewhere")


def item(number: str, title: str, first: int | None = None, last: int | None = None) -> AgendaItem:
    return AgendaItem(where=at(1), number=number, title=title, printed_from=first, printed_to=last)


def table(title: str, page: int, *labels: str) -> PrintedTable:
    column = Column("period", "Jun-31", Period("2031-06"))
    cells = (Cell("7", "stated", at(page), 1, Decimal(7), "count"),)
    made = tuple(TableRow(label, at(page), cells, unit="count") for label in labels)
    return PrintedTable(
        where=at(page), title=title, columns=(Column("label", "Measure"), column), rows=made
    )


def minutes(*items: MinutesItem, title: str = "ADULTS SCRUTINY PANEL") -> Minutes:
    return Minutes(where=at(2), panel_title=title, day=date(2031, 6, 4), items=items)


def minute(number: str, title: str, *resolved: str) -> MinutesItem:
    return MinutesItem(
        number, title, at(2), resolutions=tuple(Said(text, at(2)) for text in resolved)
    )


def test_a_table_is_tied_to_the_report_that_it_stands_in() -> None:
    found = rows(
        item("7", "Home care", 5, 10),
        item("8", "Day care", 11, 20),
        ReportCover(where=at(9, "5"), subject="HOME CARE"),
        ReportCover(where=at(15, "11"), subject="Another title"),
        table("First", 10, "A"),
        table("Second", 16, "A"),
        table("Before", 3, "A"),
    )
    assert [(r["title"], r["item_number"]) for r in found["tables"]] == [
        ("First", "7"),
        ("Second", "8"),
        ("Before", ""),
    ]
    first = found["observations"][0]
    assert first["observation"] == f"{MEETING}/first/r01-p01"
    assert (first["page"], first["printed_page"], first["section"]) == ("10", "", "First")


def test_a_report_alone_is_tied_to_the_agenda_on_record() -> None:
    known = {"meeting": MEETING, "item_number": "7", "title": "Home care", "exempt": "no"}
    cover = ReportCover(
        where=at(1), subject="HOME CARE", recommendations=(Said("That it notes.", at(1), "(i)"),)
    )
    found = rows(cover, table("First", 2, "A"), items=[{**known, "section": "Agenda"}])
    assert found["tables"][0]["item_number"] == "7"
    assert found["report_recommendations"][0]["item_number"] == "7"
    assert rows(cover)["issues"][0]["kind"] == "report-without-item"


def test_printed_rows_keep_the_numbers_that_they_had() -> None:
    known = {"first": {("A", "", 1): 1, ("C", "", 1): 3, ("C", "", 2): 4}}
    found = rows(table("First", 2, "New", "A", "C", "C"), row_numbers=known)
    numbers = [r["observation"].rpartition("/")[2] for r in found["observations"]]
    assert numbers == ["r05-p01", "r01-p01", "r03-p01", "r04-p01"]


def test_statements_keep_their_names() -> None:
    made = [Statement(where=at(1), kind="commitment", text=text) for text in ("New", "Old")]
    found = rows(*made, statement_names={"Old": "paper-001"})
    assert [r["statement"] for r in found["statements"]] == ["paper-001-2", "paper-001"]


@pytest.mark.parametrize(
    ("number", "title", "kept"),
    [
        ("13", "HOME CARE", "3"),
        ("3", "Day care", "minute 3"),
        ("13", "Day care", "13"),
        ("", "Day care", "minute 1"),
    ],
)
def test_a_minute_has_the_number_of_its_agenda_item_or_its_own(
    number: str, title: str, kept: str
) -> None:
    row = {"meeting": f"{PANEL}/2031-06-04", "item_number": "3", "title": "Home care"}
    agenda = {**row, "exempt": "no", "section": "Agenda"}
    found = rows(minutes(minute(number, title, "To ask for more.")), items=[agenda])
    assert found["agenda_items"][0]["item_number"] == kept
    assert found["resolutions"][0]["item_number"] == kept


def test_an_agenda_item_never_takes_the_number_of_a_minute() -> None:
    minuted = {"meeting": MEETING, "item_number": "8", "title": "Apologies", "section": "Minute 8"}
    found = rows(item("8", "Day care"), item("1", "Apologies"), items=[minuted])
    assert [r["item_number"] for r in found["agenda_items"]] == ["agenda 8", "8"]


def test_minutes_of_an_earlier_meeting_are_that_meetings() -> None:
    found = rows(minutes(minute("1", "Apologies", "That it be noted.")), item("1", "Apologies"))
    assert {r["meeting"] for r in found["resolutions"]} == {f"{PANEL}/2031-06-04"}
    assert {r["meeting"]: r["status"] for r in found["meetings"]} == {
        f"{PANEL}/2031-06-04": "held",
        MEETING: "scheduled",
    }


def noted(*texts: str, number: str = "13", title: str = "HOME CARE") -> MinutesItem:
    return MinutesItem(number, title, at(2), noted=tuple(Said(text, at(2)) for text in texts))


def test_what_minutes_note_is_kept_with_its_minute() -> None:
    sentence = "The Panel received the report of the Director of Care outlining home care."
    found = rows(minutes(noted(sentence, "Visits take longer.", "Visits take longer.")))
    assert [(r["statement"], r["text"]) for r in found["statements"]] == [
        ("paper-m13-1", sentence),
        ("paper-m13-2", "Visits take longer."),
        ("paper-m13-3", "Visits take longer."),
    ]
    told = {(r["meeting"], r["item_number"], r["kind"], r["section"]) for r in found["statements"]}
    assert told == {(f"{PANEL}/2031-06-04", "13", "context", "Minute 13")}
    assert found["agenda_items"][0]["report_of"] == "Director of Care"


def test_what_minutes_on_record_noted_keeps_its_name() -> None:
    names = {(f"{PANEL}/2031-06-04", "visitstakelonger"): "older-m13-1"}
    found = rows(minutes(noted("It was noted.", "Visits take longer")), noted_names=names)
    assert [r["statement"] for r in found["statements"]] == ["paper-m13-1", "older-m13-1"]


def test_minutes_leave_an_office_that_the_agenda_named() -> None:
    row = {"meeting": f"{PANEL}/2031-06-04", "item_number": "3", "title": "Home care"}
    agenda = {**row, "report_of": "Head of Care", "exempt": "no", "section": "Agenda"}
    found = rows(minutes(noted("It received the report of the Director.")), items=[agenda])
    assert (found["agenda_items"][0]["item_number"], found["agenda_items"][0]["report_of"]) == (
        "3",
        "",
    )


def summary() -> Summary:
    one, two = Where(None, "", 5, "Home care"), Where(None, "", 20, "Day care")
    return Summary(
        where=Where(None, "", 1),
        panel_title="Adults Scrutiny Panel",
        day=JULY,
        publisher="News",
        sections=(Said("Text.", one), Said("Text.", two)),
        asked=(
            Said("That the Panel looks.", Where(None, "", 8, "Home care")),
            Said("That the Panel asks.", Where(None, "", 9, "Home care")),
            Said("That the Panel notes.", Where(None, "", 25, "Day care")),
        ),
    )


def test_a_summary_without_an_agenda_has_its_sections_for_items() -> None:
    figure = InlineFigure(
        where=Where(None, "", 22, "Day care"), label="places", raw="7", value=Decimal(7),
        unit="count", text="x", period=Period("2030/31"), change="+2%",
    )  # fmt: skip
    printed = replace(table("First", 2, "A"), where=Where(None, "", 6, "A sentence"))
    found = rows(summary(), printed, figure)
    assert [(r["item_number"], r["title"]) for r in found["agenda_items"]] == [
        ("1", "Home care"),
        ("2", "Day care"),
    ]
    assert [(r["item_number"], r["number"]) for r in found["report_recommendations"]] == [
        ("1", "1"),
        ("1", "2"),
        ("2", "1"),
    ]
    assert [(r["item_number"], r["section"], r["title"]) for r in found["tables"]] == [
        ("1", "Home care", "First"),
        ("2", "Day care", "Figures in the text: Day care"),
    ]


def test_a_table_below_a_sentence_of_a_summary_has_the_sections_heading() -> None:
    printed = replace(table("Homes by year are as follows.", 2, "A"), where=Where(None, "", 6))
    (found,) = rows(summary(), printed)["tables"]
    assert (found["title"], found["section"]) == ("Home care", "Home care")


def test_a_summary_of_a_meeting_on_record_goes_by_its_agenda() -> None:
    known = {"meeting": MEETING, "item_number": "7", "title": "DAY CARE", "exempt": "no"}
    found = rows(summary(), items=[{**known, "section": "Agenda"}])
    assert "agenda_items" not in found
    assert [(r["item_number"], r["text"]) for r in found["report_recommendations"]] == [
        ("7", "That the Panel notes.")
    ]


def test_a_split_year_in_a_sentence_is_of_no_kind_that_it_names() -> None:
    figure = InlineFigure(
        where=at(3), label="places", raw="7", value=Decimal(7), unit="count", text="x",
        period=Period("2030/31"), change="+2%",
    )  # fmt: skip
    (row,) = rows(figure)["observations"]
    assert (row["period"], row["period_kind"], row["status"]) == ("2030/31", "", "stated")
    assert "which kind of year 2030/31 is" in row["evidence"]
    assert row["evidence"].endswith("Printed with the change +2%.")


@pytest.mark.parametrize(
    ("response", "planned"),
    [
        ("In progress - it is proposed that this is presented in May.", True),
        ("An audit will be completed in May.", True),
        ("The increase will be looked at.", True),
        ("The report was presented in May, and a second will follow.", False),
        ("It has been circulated; more will be sent.", False),
        ("The analysis is attached and will be looked at again.", False),
        ("Visits are made.", False),
    ],
)
def test_a_response_that_tells_of_what_is_to_come_alone(response: str, planned: bool) -> None:
    assert only_planned(response) is planned


def test_minutes_of_another_body_make_an_issue_and_nothing_else() -> None:
    found = rows(minutes(minute("1", "Licences", "To grant it."), title="LICENSING COMMITTEE"))
    assert found["issues"][0]["message"].endswith("those of Licensing Committee, and were left out")
    assert "resolutions" not in found
    assert [r["meeting"] for r in found["meetings"]] == [MEETING]


def test_the_front_sheet_says_when_and_where() -> None:
    sheet = FrontSheet(
        where=at(1),
        day=JULY,
        start_time="18:00",
        venue="Town Hall",
        role="To look into home care.",
        municipal_year="2031/32",
        meeting_dates=(date(2031, 5, 20), JULY),
        published=date(2031, 7, 8),
    )
    own, other = rows(sheet)["meetings"]
    assert (own["start_time"], own["venue"], own["agenda_published"]) == (
        "18:00",
        "Town Hall",
        "2031-07-08",
    )
    assert (own["role"], other["role"]) == ("To look into home care.", "")
    assert (other["status"], other["municipal_year"], other["venue"]) == ("known_date", "", "")


def test_the_same_message_is_one_issue_with_its_pages() -> None:
    unread = [Unread(where=at(page), kind="left-out", message="A line.") for page in (5, 6, 6)]
    (issue,) = rows(*unread)["issues"]
    assert issue["message"] == "A line. (3 times, pages 5, 6)"
    assert issue["page"] == "5"


def test_a_figure_without_its_time_is_ambiguous() -> None:
    figure = InlineFigure(
        where=at(3), label="places", raw="1.5m", value=Decimal("1.5E+6"), unit="count", text="x"
    )
    (row,) = rows(figure)["observations"]
    assert (row["value"], row["status"], row["period"]) == ("1500000", "ambiguous", "")
