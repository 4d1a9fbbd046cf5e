"""The ledger of recommendations: ages, answers, flags."""

from datetime import date

import pytest

from analysis.samples import cite, row
from briefing.analysis import FLAGS, Entry, ledger

MAY, JULY, SEPTEMBER, NOVEMBER = (
    f"westmoor-children/{day}" for day in ("2031-05-14", "2031-07-16", "2031-09-24", "2031-11-26")
)
MEETINGS = [row("meetings", meeting=m) for m in (MAY, JULY, SEPTEMBER, NOVEMBER)]
MEETINGS.append(row("meetings", meeting="westmoor-adults/2031-08-06"))


def recommendation(slug: str = "a", raised: str = JULY, **cells: str) -> dict[str, str]:
    return row(
        "recommendations",
        **{
            "recommendation": slug,
            "meeting_raised": raised,
            "item_title": "Handovers",
            "text": "That an audit of handovers is provided to the Panel",
            "recipient": "the service",
            **cells,
        },
    )


def update(slug: str = "a", meeting: str = SEPTEMBER, **cells: str) -> dict[str, str]:
    return row(
        "recommendation_updates",
        **{
            "recommendation": slug,
            "meeting": meeting,
            "response": "The audit is under way",
            "status": "In progress",
            **cells,
        },
    )


def one(*updates: dict[str, str], as_of: date = date(2031, 9, 24), **cells: str) -> Entry:
    (entry,) = ledger([recommendation(**cells)], updates, MEETINGS, as_of, cite=cite)
    return entry


def test_age_is_counted_in_days_and_in_meetings_of_the_panel() -> None:
    entry = one(update())
    assert entry.age_days.text == "70 days"
    assert entry.age_meetings.text == "1 meeting"
    older = one(update(), raised=MAY)
    assert older.age_meetings.text == "2 meetings"
    assert (older.raised_on, older.raised_at) == (date(2031, 5, 14), MAY)


def test_a_long_gap_in_the_record_makes_the_age_in_meetings_the_least_it_can_be() -> None:
    assert not one(update(), raised=MAY).meetings_missing
    old = one(update(), raised="westmoor-children/2030-07-17")
    assert old.meetings_missing and old.age_meetings.value == 3


def test_every_answer_is_kept_in_order_as_printed() -> None:
    later = update(meeting=NOVEMBER, status="COMPLETE - agreed", response="Done")
    entry = one(later, update(), update("another"), as_of=date(2031, 11, 26))
    assert [u.status for u in entry.updates] == ["In progress", "COMPLETE - agreed"]
    assert entry.status == "COMPLETE - agreed"
    assert entry.updates[0].day == date(2031, 9, 24)
    assert entry.rows == (
        "a",
        f"recommendation_updates/a/{SEPTEMBER}",
        f"recommendation_updates/a/{NOVEMBER}",
    )
    assert (entry.item, entry.recipient, entry.flags) == ("Handovers", "the service", ())


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        ("2031-09-23", True),
        ("2031-09-24", False),
        ("2031-08", True),
        ("2031-09", False),
        ("2030", True),
        ("2031", False),
        ("2030/31", True),
        ("", False),
    ],
)
def test_overdue_when_the_last_day_of_its_due_date_is_past(due: str, overdue: bool) -> None:
    assert ("overdue" in one(update(), due=due).flags) is overdue


def test_what_is_called_complete_is_not_overdue() -> None:
    assert one(update(status="Complete"), due="2031-08").flags == ()


def test_complete_though_only_planned() -> None:
    assert one(update(status="Complete", flags="only_planned")).flags == (
        "complete_but_only_planned",
    )
    assert one(update(status="In progress", flags="only_planned")).flags == ()


@pytest.mark.parametrize("cells", [{"response": "  "}, {"flags": "no_evidence"}])
def test_a_status_without_evidence(cells: dict[str, str]) -> None:
    assert one(update(status="Complete", **cells)).flags == ("status_without_evidence",)


def test_gone_from_the_list_without_acceptance() -> None:
    late = date(2031, 11, 26)
    tracker = update("another", NOVEMBER)
    assert one(update(status="Complete"), tracker, as_of=late).flags == ("gone_without_acceptance",)
    assert one(update(), tracker, as_of=date(2031, 10, 1)).flags == ()
    accepted = update(status="Complete", flags="accepted")
    entry = one(accepted, tracker, as_of=late)
    assert entry.accepted and entry.flags == ()


def test_a_rejection_that_was_reported_may_leave_the_list() -> None:
    tracker = update("another", NOVEMBER)
    assert one(update(status="Rejected"), tracker, as_of=date(2031, 11, 26)).flags == ()


def test_nothing_is_gone_while_the_next_tracker_is_not_on_record() -> None:
    assert one(update(), as_of=date(2031, 11, 26)).flags == ()


def test_a_recommendation_that_the_next_tracker_does_not_hold_was_never_entered() -> None:
    assert one(update("another")).flags == ("resolution_never_entered",)
    assert one().flags == ()


def test_a_resolution_without_a_row_is_an_entry_of_its_own() -> None:
    resolutions = [
        row(
            "resolutions",
            meeting=JULY,
            item_number="12",
            resolution_number="1",
            text="That a briefing for every member is scheduled before winter",
            text_kind="summary",
        )
    ]
    entries = ledger(
        [recommendation(raised=MAY)],
        [update()],
        MEETINGS,
        date(2031, 9, 24),
        cite=cite,
        resolutions=resolutions,
    )
    assert [e.recommendation for e in entries] == ["a", ""]
    missed = entries[1]
    assert missed.flags == ("resolution_never_entered",)
    assert (missed.raised_at, missed.item, missed.updates) == (JULY, "12", ())
    assert missed.rows == (f"resolutions/{JULY}/12/1",)
    assert (missed.age_days.value, missed.status) == (70, "")


def test_what_was_raised_later_is_not_in_the_ledger() -> None:
    assert (
        ledger([recommendation(raised=NOVEMBER)], [], MEETINGS, date(2031, 9, 24), cite=cite) == ()
    )


def test_the_oldest_comes_first_and_flags_keep_their_order() -> None:
    rows = [recommendation("b", JULY, due="2031-08"), recommendation("a", MAY)]
    given = [update("a"), update("b", response="")]
    entries = ledger(rows, given, MEETINGS, date(2031, 9, 24), cite=cite)
    assert [e.recommendation for e in entries] == ["a", "b"]
    assert entries[1].flags == ("overdue", "status_without_evidence")
    assert [f for f in FLAGS if f in entries[1].flags] == list(entries[1].flags)


def test_every_place_is_cited() -> None:
    entry = one(update(section="Appendix 1"))
    assert entry.citation.document == "pack"
    assert entry.updates[0].citation.text == "item 9, Appendix 1"
