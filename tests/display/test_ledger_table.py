"""The table of recommendations."""

from dataclasses import dataclass
from datetime import date

from briefing.display.ledger_table import recommendations_table
from briefing.model import Citation, Figure, derive
from display.test_display_tables import attached, cells

DAYS = derive(49, "days since", unit="days")
MEETINGS = derive(1, "meetings since", unit="meetings")
PLACE = Citation("minutes", "Minutes", item_number="11", printed_page="2")


@dataclass(frozen=True)
class Answer:
    response: str
    status: str
    day: date = date(2031, 9, 26)
    citation: Citation = PLACE


@dataclass(frozen=True)
class Ask:
    text: str = "Share the audit."
    recipient: str = ""
    due: str = ""
    raised_on: date = date(2031, 8, 8)
    age_days: Figure = DAYS
    age_meetings: Figure = MEETINGS
    meetings_missing: bool = False
    updates: tuple[Answer, ...] = ()
    accepted: bool = False
    flags: tuple[str, ...] = ()
    citation: Citation = PLACE


def test_an_open_recommendation() -> None:
    (block,) = recommendations_table([Ask(recipient="Director", due="2031-10")])
    assert cells(block["rows"][0]) == [
        "Share the audit. (of the Director)",
        "8 August 2031: 49 days, 1 meeting ago",
        "none on record",
        "none",
        "none",
    ]


def test_where_meetings_may_be_missing_none_are_counted() -> None:
    (block,) = recommendations_table([Ask(meetings_missing=True)])
    assert cells(block["rows"][0])[1] == "8 August 2031: 49 days ago"


def test_flags_become_words_and_one_sign() -> None:
    planned = Ask(
        updates=(Answer("Will be done.", "Complete"),),
        flags=("complete_but_only_planned", "gone_without_acceptance"),
    )
    (block,) = recommendations_table([planned])
    remark = block["rows"][0][4]
    assert cells(block["rows"][0])[2:4] == ["Will be done.", "Complete"]
    assert cells(block["rows"][0])[4] == (
        "Marked complete, a step still to come; left the list without acceptance"
    )
    assert (remark["icon"], remark["tone"]) == ("only-planned", "concern")


def test_an_accepted_one_is_good() -> None:
    given = (Answer("Done.", "Complete"),)
    (block,) = recommendations_table([Ask(accepted=True, due="2031-09-01", updates=given)])
    assert block["rows"][0][4]["tone"] == "good"
    assert "planned for 1 September 2031" in cells(block["rows"][0])[0]


def test_every_response_is_attached() -> None:
    asked = Ask(updates=(Answer("One.", "In progress"), Answer("Two.", "Complete")))
    (block,) = recommendations_table([asked, Ask(text="Other")])
    assert [row["response"] for row in attached(block)] == ["One.", "Two.", ""]
    assert attached(block)[0]["place"] == "item 11, page 2"


def test_no_ledger_no_table() -> None:
    assert list(recommendations_table([])) == []


def test_a_long_response_is_shown_in_part_with_its_place() -> None:
    long = "Seen by the panel and its members. " * 30
    (block,) = recommendations_table([Ask(updates=(Answer(long, "Complete"),))])
    shown = cells(block["rows"][0])[2]
    assert len(shown) < 500
    assert shown.endswith(" … (goes on: item 11, page 2)")
    assert [row["response"] for row in attached(block)] == [long]
