"""Saved pages of the committee system: a meeting, its attendance, a committee, an issue."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.ingest.exempt.quarantine import quarantine
from briefing.ingest.parts import AgendaItem, FrontSheet, Minutes, ReportCover
from briefing.ingest.recognise import agenda, front_sheet
from briefing.ingest.recognise.moderngov import recognise

from . import papers

MEETING = """<html><head><title>Agenda and minutes - Westmoor City Council</title></head><body>
<div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Children's Scrutiny Panel - Tuesday, 15th July, 2031 5.30 pm</h2>
<div class="mgContent"><p><span class="mgLabel">Venue:</span> Council Chamber, Civic Centre</p>
<p>Contact: Sam Reed 01632 960123</p>
<table class="mgItemTable" id="mgItemTable">
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">1.</p></td>
<td><p class="mgAiTitleTxt">Apologies</p></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">2.</p></td>
<td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s1.pdf">Visits to children
<span class="mgFileSize">PDF 154 KB</span></a></p>
<div class="mgWordPara"><p>Report of the Director of Care on visits made in the year.</p></div>
<ul class="mgBulletList"><li><a href="documents/s2.pdf">Appendix 1, item 2 PDF 20 KB</a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>The Panel noted that visits had gone up.</p>
<p>RESOLVED</p><ol type="i"><li>That the report is noted.</li>
<li>That a further report is brought in November.</li></ol></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">3a</p></td>
<td><p class="mgAiTitleTxt">School places</p>
<p class="mgSubItemTitleTxt">Decision:</p>
<div class="mgWordPara"><p>RESOLVED that places are reviewed.</p></div></td></tr>
</table></div></div></body></html>"""

ATTENDANCE = """<html><head><title>Meeting attendance</title></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Meeting attendance</h1>
<h2 class="mgSubTitleTxt">Children's Scrutiny Panel - Tuesday, 15th July, 2031 5.30 pm</h2>
<table summary="Table of meeting attendance">
<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
<tr><td>Councillor Ann Vale</td><td>Chair</td><td>Present, as expected</td></tr>
<tr><td>Councillor Tom Ash</td><td>Committee Member</td><td>Apologies</td></tr>
<tr><td>Councillor Joy Oak</td><td>Committee Member</td><td>Present, virtually</td></tr>
<tr><td>Councillor Lee Elm</td><td>Substitute</td><td>Present, as substitute</td></tr>
<tr><td>Councillor Ray Fir</td><td>Committee Member</td><td>Absent</td></tr>
<tr><td>Councillor Pam Yew</td><td>Cabinet Member for Children</td><td>In attendance</td></tr>
<tr><td>Sam Reed</td><td>Democratic Support Officer</td><td>In attendance</td></tr>
</table></div></body></html>"""

COMMITTEE = """<html><head><title>Committee details - Children's Scrutiny Panel</title></head>
<body><div id="modgov"><h1 class="mgMainTitleTxt">Committee details</h1>
<h2 class="mgSubTitleTxt">Children's Scrutiny Panel</h2>
<h3>Purpose of committee</h3><p>To scrutinise services for children.</p>
<h3>Membership</h3><ul class="mgBulletList">
<li><a href="mgUserInfo.aspx?UID=1">Councillor Ann Vale</a> (Chair)</li>
<li><a href="mgUserInfo.aspx?UID=2">Councillor Tom Ash</a> (Vice-Chair)</li>
<li><a href="mgUserInfo.aspx?UID=3">Councillor Joy Oak</a></li></ul>
<h3>Meetings</h3><ul><li>15 Jul 2031 5.30 pm</li><li>18 Nov 2031 5.30 pm</li></ul>
<h3>Contact information</h3><p>Support officer: Sam Reed. 01632 960123</p></div></body></html>"""

ISSUE = """<html><head><title>Issue details - School places</title></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Issue details</h1>
<h2 class="mgSubTitleTxt">School places in the east</h2>
<div class="mgContent"><p>Decision Maker: Children's Scrutiny Panel</p>
<p>Decision due: 15 Jul 2031</p><p>Decision status: Recommendations Approved</p></div></div>
</body></html>"""


def parts(html, kind):
    return [part for part in recognise(papers.web(html)) if isinstance(part, kind)]


def test_the_heading_of_a_meeting_page_is_its_front_sheet():
    (sheet,) = parts(MEETING, FrontSheet)
    assert sheet.panel_title == "Children's Scrutiny Panel"
    assert sheet.council == "Westmoor City Council"
    assert (sheet.day, sheet.start_time) == (date(2031, 7, 15), "17:30")
    assert sheet.venue == "Council Chamber, Civic Centre"


def test_the_rows_of_a_meeting_page_are_its_items():
    items = parts(MEETING, AgendaItem)
    assert [(item.number, item.title) for item in items] == [
        ("1", "Apologies"),
        ("2", "Visits to children"),
        ("3a", "School places"),
    ]
    assert items[1].report_of == "Director of Care"
    assert items[1].purpose == "Report of the Director of Care on visits made in the year."
    assert items[2].purpose == ""


def test_minutes_and_decisions_of_a_meeting_page():
    (minutes,) = parts(MEETING, Minutes)
    assert (minutes.day, minutes.panel_title) == (date(2031, 7, 15), "Children's Scrutiny Panel")
    assert [item.number for item in minutes.items] == ["2", "3a"]
    visits, places = minutes.items
    assert [said.text for said in visits.noted] == ["The Panel noted that visits had gone up."]
    assert [(said.number, said.text) for said in visits.resolutions] == [
        ("(i)", "That the report is noted."),
        ("(ii)", "That a further report is brought in November."),
    ]
    assert [said.text.lower() for said in places.resolutions] == ["that places are reviewed."]


def test_a_meeting_to_come_has_no_minutes():
    upcoming = MEETING.replace("Minutes:", "Additional documents:").replace("Decision:", "Notes:")
    assert parts(upcoming, Minutes) == []


def test_an_exempt_row_has_its_number_alone():
    secret = MEETING.replace(">School places<", ">School places (Exempt)<")
    (item,) = [item for item in parts(secret, AgendaItem) if item.exempt]
    assert (item.number, item.title) == ("3a", "")
    clean, found = quarantine(papers.web(secret))
    assert len(found) == 1
    left = list(recognise(clean))
    assert [p.number for p in left if isinstance(p, AgendaItem) and p.exempt] == ["3a"]
    assert "School places" not in repr(left)
    assert "places are reviewed" not in repr(left)


def test_attendance():
    (minutes,) = parts(ATTENDANCE, Minutes)
    assert minutes.day == date(2031, 7, 15)
    assert [(p.name, p.role, p.status, p.remote) for p in minutes.people] == [
        ("Councillor Ann Vale", "Chair", "present", None),
        ("Councillor Tom Ash", "", "apologies", None),
        ("Councillor Joy Oak", "", "present", True),
        ("Councillor Lee Elm", "", "substitute", None),
        ("Councillor Pam Yew", "Cabinet Member for Children", "in_attendance", None),
        ("", "Democratic Support Officer", "in_attendance", None),
    ]


def test_attendance_that_is_only_expected_is_none():
    expected = ATTENDANCE.replace("Present, as expected", "Expected")
    expected = expected.replace("Present, virtually", "Expected").replace("Apologies", "Expected")
    expected = expected.replace("In attendance", "Expected").replace("Present, as", "Expected as")
    assert parts(expected, Minutes) == []


def test_a_committees_members_purpose_and_dates():
    (sheet,) = parts(COMMITTEE, FrontSheet)
    assert sheet.panel_title == "Children's Scrutiny Panel"
    assert [(p.name, p.role) for p in sheet.people] == [
        ("Councillor Ann Vale", "Chair"),
        ("Councillor Tom Ash", "Vice-Chair"),
        ("Councillor Joy Oak", ""),
    ]
    assert sheet.role == "To scrutinise services for children."
    assert sheet.meeting_dates == (date(2031, 7, 15), date(2031, 11, 18))


def test_an_issue_is_a_subject_its_decision_maker_and_its_day():
    (cover,) = parts(ISSUE, ReportCover)
    assert cover.subject == "School places in the east"
    assert cover.decision_maker == "Children's Scrutiny Panel"
    assert cover.day == date(2031, 7, 15)


@pytest.mark.parametrize("html", [MEETING, ATTENDANCE, COMMITTEE, ISSUE])
def test_officers_contacts_are_nowhere(html):
    found = repr(list(recognise(papers.web(html))))
    assert "Reed" not in found
    assert "960123" not in found


def test_other_recognisers_leave_these_pages_alone():
    assert list(agenda.recognise(papers.web(MEETING))) == []
    assert list(front_sheet.recognise(papers.web(MEETING))) == []


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Hello</p>",
        "<html><body><h1>News</h1><table><tr><td>1.</td><td>Bins</td></tr></table></body></html>",
        '<div id="modgov"></div>',
        "<table><tr><td class='mgItemNumberCell'></td></tr></table>",
    ],
)
def test_other_web_pages_and_broken_ones_give_nothing_but_raise_nothing(html):
    assert [p for p in recognise(papers.web(html)) if not isinstance(p, FrontSheet)] == []


def test_a_text_is_no_web_page():
    assert list(recognise(papers.text(MEETING))) == []
