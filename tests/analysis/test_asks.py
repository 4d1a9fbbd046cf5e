"""Which resolutions ask for something, and which a tracker never took up."""

import pytest

from analysis.samples import row
from briefing.analysis import asks_for_something, never_entered
from briefing.analysis.asks import first_tracker

MAY, JULY, SEPTEMBER = (
    f"westmoor-children/{day}" for day in ("2031-05-14", "2031-07-16", "2031-09-24")
)


@pytest.mark.parametrize(
    "text",
    [
        "That the audit of handovers is circulated to the Panel",
        "The service to report the findings of the audits to the Panel",
        "That a briefing for all members is scheduled",
        "That the service undertakes a review of caseloads",
        "That the minutes show the request, and that the figures are provided",
    ],
)
def test_it_asks(text: str) -> None:
    assert asks_for_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "That the minutes of the meeting held in May be approved and signed",
        "That a member be elected Vice-Chair for the year",
        "That the recommendations of the report be approved",
        "That the report be noted",
        "That the press and public be excluded while the item is reviewed",
    ],
)
def test_it_asks_for_nothing(text: str) -> None:
    assert not asks_for_something(text)


def meetings(*names: str) -> list[dict[str, str]]:
    return [row("meetings", meeting=name) for name in names]


def resolution(text: str, number: str = "1") -> dict[str, str]:
    return row("resolutions", meeting=JULY, item_number="11", resolution_number=number, text=text)


def recommendation(slug: str, text: str, raised: str = JULY) -> dict[str, str]:
    return row("recommendations", recommendation=slug, meeting_raised=raised, text=text)


def update(slug: str, meeting: str = SEPTEMBER) -> dict[str, str]:
    return row("recommendation_updates", recommendation=slug, meeting=meeting, status="Open")


AUDIT = resolution("That the audit of handovers between workers is circulated to the Panel")
BRIEFING = resolution("That a briefing for all members is scheduled before winter", "2")


def test_the_tracker_of_the_next_meeting_must_hold_it() -> None:
    on_record = meetings(MAY, JULY, SEPTEMBER)
    assert first_tracker(JULY, [update("x")], on_record) == SEPTEMBER
    assert first_tracker(MAY, [update("x")], on_record) == ""
    assert first_tracker(SEPTEMBER, [update("x")], on_record) == ""
    assert first_tracker(JULY, [], on_record) == ""


def test_a_tracker_of_much_later_proves_nothing() -> None:
    late = "westmoor-children/2032-03-03"
    assert first_tracker(JULY, [update("x", late)], meetings(JULY, late)) == ""


def test_another_panels_meeting_is_not_the_next() -> None:
    other = "westmoor-adults/2031-08-01"
    assert first_tracker(JULY, [update("x")], meetings(JULY, other, SEPTEMBER)) == SEPTEMBER


def test_a_resolution_that_no_row_carries_was_never_entered() -> None:
    held = [recommendation("a", "Circulate the audit of handovers between workers")]
    found = never_entered([AUDIT, BRIEFING], held, [update("a")], meetings(JULY, SEPTEMBER))
    assert found == (BRIEFING,)


def test_as_many_rows_as_resolutions_are_taken_as_entered() -> None:
    held = [recommendation("a", "Audit"), recommendation("b", "Something put otherwise")]
    given = [update("a"), update("b")]
    assert never_entered([AUDIT, BRIEFING], held, given, meetings(JULY, SEPTEMBER)) == ()


def test_nothing_is_said_without_the_tracker_of_the_next_meeting() -> None:
    assert never_entered([AUDIT], [], [], meetings(JULY, SEPTEMBER)) == ()
    assert never_entered([AUDIT], [], [update("old")], meetings(JULY)) == ()


def test_a_procedural_resolution_is_never_missed() -> None:
    minutes = resolution("That the minutes of the meeting be approved")
    given = [update("old")]
    assert never_entered([minutes], [], given, meetings(JULY, SEPTEMBER)) == ()
