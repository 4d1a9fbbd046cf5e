"""The front sheet: panel, day, time, place, role, dates of the year, members, publication."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.ingest.recognise.front_sheet import recognise

from . import papers

SHEET = """WESTMOOR CITY COUNCIL
CHILDREN'S SCRUTINY PANEL

Tuesday, 15th July, 2031 at 5.30 pm
Council Chamber, Civic Centre

Members
Councillor Vale (Chair)
Councillor Ash (Vice-Chair)
Councillor Oak
Appointed Members
Mr T Birch

Contacts
Democratic Support Officer: Sam Reed
Tel: 01632 960123
Email: panel@westmoor.example

Role of this Panel: To scrutinise services for children
in the city.

Dates of Meetings: Municipal Year

2031 2032
15 July 20 January
16 September 17 March
18 November

AGENDA

1   APOLOGIES

2   MINUTES OF THE MEETING HELD ON 3 JUNE 2031
(Pages 1 - 4)

Monday, 7 July 2031 Director of Governance
"""


def only(source):
    (sheet,) = recognise(source)
    return sheet


def test_which_panel_meets_when_and_where():
    sheet = only(papers.text(SHEET))
    assert sheet.council == "Westmoor City Council"
    assert sheet.panel_title == "CHILDREN'S SCRUTINY PANEL"
    assert (sheet.day, sheet.start_time) == (date(2031, 7, 15), "17:30")
    assert sheet.venue == "Council Chamber, Civic Centre"
    assert sheet.role == "To scrutinise services for children in the city."
    assert sheet.certainty == 1.0


def test_the_day_beside_the_signature_is_that_of_publication():
    assert only(papers.text(SHEET)).published == date(2031, 7, 7)


def test_a_labelled_day_of_publication():
    made = SHEET.replace("AGENDA", "Date of publication: 6 July 2031\n\nAGENDA")
    sheet = only(papers.text(made))
    assert (sheet.published, sheet.day) == (date(2031, 7, 6), date(2031, 7, 15))


def test_dates_under_two_years_are_placed_by_the_municipal_year():
    sheet = only(papers.text(SHEET))
    assert sheet.municipal_year == "2031/32"
    assert sheet.meeting_dates == (
        date(2031, 7, 15),
        date(2031, 9, 16),
        date(2031, 11, 18),
        date(2032, 1, 20),
        date(2032, 3, 17),
    )


@pytest.mark.parametrize(
    "written",
    [
        "Dates of meetings 2031/32: 15 July, 18 November and 20 January\n",
        "Dates of meetings: 15 July 2031, 18 November 2031, 20 January 2032\n",
        "Meeting dates\n\nTuesday 15 July 2031\nTuesday 18 November 2031\n"
        "Tuesday 20 January 2032\n",
        "Dates of Meetings 2031 - 2032\n15th July\n18th November\n20th January\n",
    ],
)
def test_dates_of_the_year_in_other_forms(written):
    begin, end = SHEET.index("Dates of"), SHEET.index("AGENDA")
    sheet = only(papers.text(SHEET[:begin] + written + "\n" + SHEET[end:]))
    assert sheet.meeting_dates == (date(2031, 7, 15), date(2031, 11, 18), date(2032, 1, 20))
    assert sheet.municipal_year == "2031/32"


def test_days_without_a_year_are_left_out_where_no_year_is_named():
    made = SHEET.replace("2031 2032\n", "")
    assert only(papers.text(made)).meeting_dates == ()


def test_members_stand_with_their_office_and_officers_are_nowhere():
    sheet = only(papers.text(SHEET))
    assert [(person.name, person.role) for person in sheet.people] == [
        ("Councillor Vale", "Chair"),
        ("Councillor Ash", "Vice-Chair"),
        ("Councillor Oak", ""),
        ("Mr T Birch", "Appointed member"),
    ]
    assert {person.status for person in sheet.people} == {"member"}
    assert not any(word in repr(sheet) for word in ("Reed", "960123", "example"))


@pytest.mark.parametrize(
    "written",
    [
        "Membership: Cllr Ann Vale (Chair), Cllr Tom Ash (Vice-Chair), Cllr\n"
        "Joy Oak and Cllr Lee Elm",
        "Members\nCllr Ann Vale (Chair), Cllr Tom Ash (Vice-Chair),\nCllr Joy Oak and Cllr Lee Elm",
        "Members: Councillors Ann Vale (Chair), Tom Ash (Vice-Chair), Joy Oak and\nLee Elm",
        "Membership (4)\nReds (2): Cllr Ann Vale (Chair), Cllr Tom Ash (Vice-Chair)\n"
        "Blues (2): Cllr Joy Oak, Cllr Lee Elm",
    ],
)
def test_members_in_a_run(written):
    begin, end = SHEET.index("Members"), SHEET.index("Contacts")
    sheet = only(papers.text(SHEET[:begin] + written + "\n\n" + SHEET[end:]))
    assert [(person.name.split()[-1], person.role) for person in sheet.people] == [
        ("Vale", "Chair"),
        ("Ash", "Vice-Chair"),
        ("Oak", ""),
        ("Elm", ""),
    ]
    assert not any(word in repr(sheet) for word in ("Reds", "Blues"))


def test_a_column_of_contacts_beside_the_day_and_place_is_left_out():
    made = papers.paper(
        [
            (280, 40, "*AGENDA"),
            (260, 70, "*CABINET"),
            (60, 100, "Tuesday, 4th March, 2031, at 10.00 am  Ask for:  Sam Reed"),
            (60, 114, "Council Chamber, Civic Centre,"),
            (60, 128, "High Street, Westmoor"),
            (70, 180, "1.  Apologies"),
            (70, 200, "2.  Visits (Pages 1 - 4)"),
            (70, 240, "Monday, 24 February 2031"),
        ]
    )
    sheet = only(made)
    assert (sheet.panel_title, sheet.council) == ("CABINET", "")
    assert (sheet.day, sheet.start_time) == (date(2031, 3, 4), "10:00")
    assert sheet.venue == "Council Chamber, Civic Centre, High Street, Westmoor"
    assert sheet.published == date(2031, 2, 24)


def test_a_day_that_the_sheet_does_not_print_comes_from_the_reports_where_they_agree():
    cover = (
        "\n DECISION-MAKER: CHILDREN'S SCRUTINY PANEL\n\nSUBJECT: VISITS\n\n"
        "DATE OF DECISION: {}\n\nREPORT OF: DIRECTOR OF CARE\n"
    )
    without = SHEET.replace("Tuesday, 15th July, 2031 at 5.30 pm\n", "")
    both = without + cover.format("15 JULY 2031") * 2
    assert only(papers.text(both)).day == date(2031, 7, 15)
    assert only(papers.text(both)).certainty < 1
    differing = without + cover.format("15 JULY 2031") + cover.format("16 JULY 2031")
    assert only(papers.text(differing)).day is None


@pytest.mark.parametrize("written", ["", "WESTMOOR CITY COUNCIL\nCHILDREN'S PANEL\n", "AGENDA\n"])
def test_no_agenda_no_front_sheet(written):
    assert list(recognise(papers.text(written))) == []


@papers.shared
def test_the_front_sheet_of_september_2024():
    sheet = only(papers.published("2024-09-26-reports-pack.txt"))
    assert (sheet.day, sheet.published) == (date(2024, 9, 26), date(2024, 9, 18))
    assert sheet.meeting_dates == (
        date(2024, 7, 18),
        date(2024, 8, 8),
        date(2024, 9, 26),
        date(2024, 11, 28),
        date(2025, 1, 30),
        date(2025, 3, 27),
    )
    assert sheet.municipal_year == "2024/25"
    assert sheet.panel_title.title() == "Children And Families Scrutiny Panel"
    assert sheet.council == "Southampton City Council"
    assert (sheet.start_time, sheet.venue, sheet.people) == ("", "", ())
    assert sheet.role.startswith("To undertake the scrutiny of")


@papers.shared
def test_the_front_sheet_of_another_council():
    sheet = only(papers.published("other-councils/2025-03-04-agenda-frontsheet.pdf"))
    assert (sheet.panel_title, sheet.council) == ("CABINET", "")
    assert (sheet.day, sheet.start_time) == (date(2025, 3, 4), "10:00")
    assert sheet.venue.split(", ")[::3] == ["Council Chamber", "Maidstone"]
    assert sheet.published == date(2025, 2, 24)
    assert sheet.people == ()


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
def test_documents_without_a_front_sheet(name):
    assert list(recognise(papers.published(name))) == []


def test_the_day_of_bound_in_minutes_is_not_the_day_that_the_agenda_came_out() -> None:
    written = """TRANSPORT SCRUTINY PANEL
Thursday, 25 March 2032 at 6.00 pm

AGENDA

1 APOLOGIES
2 NIGHT BUSES (Pages 5 - 9)

MINUTES OF THE TRANSPORT SCRUTINY PANEL
Date of meeting: 29 January 2032
"""
    sheet = only(papers.text(written))
    assert sheet.day == date(2032, 3, 25)
    assert sheet.published is None
