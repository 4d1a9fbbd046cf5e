"""Names that may be folders, and the files of a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.model import TABLES
from briefing.store.layout import Place, columns_of, is_meeting, is_slug, place_of

HOSTILE = [
    "..",
    "../panels",
    "a/../../b",
    "/etc",
    "C:\\x",
    "a\\b",
    "con",
    "lpt1",
    "Upper",
    "a b",
    "a\n",
    "-a",
    "a--b",
    "é",
    "٣",
    "a.b",
    "",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_no_slugs(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_panels_are_no_place(name: str) -> None:
    if name:
        with pytest.raises(BriefingError, match="is not a panel"):
            Place(panel=name)
    with pytest.raises(BriefingError, match="is not a meeting"):
        Place(meeting=f"{name}/2031-07-16")


@pytest.mark.parametrize(
    "day", ["2031-02-30", "2031-7-16", "20310716", "2031-07-16\n", "٢٠٣١-٠٧-١٦"]
)
def test_days_that_are_none(day: str) -> None:
    assert not is_meeting(f"westmoor/{day}")


@given(st.text(max_size=40))
def test_no_text_leads_out_of_the_store(text: str) -> None:
    try:
        folder = Place(meeting=text).folder
    except BriefingError:
        return
    assert ".." not in folder.parts
    assert not folder.is_absolute()


def test_files_of_a_place() -> None:
    meeting = Place(meeting="westmoor/2031-07-16")
    folder = "panels/westmoor/meetings/2031-07-16"
    assert str(meeting.file("votes")) == f"{folder}/votes.csv"
    assert str(meeting.file("meetings")) == f"{folder}/meeting.json"
    assert str(meeting.file("votes", corrections=True)) == f"{folder}/corrections/votes.csv"
    assert str(Place(panel="westmoor").file("glossary")) == "panels/westmoor/glossary.csv"
    assert str(Place().file("indicators")) == "catalogue/indicators.csv"


def test_a_row_is_kept_with_its_meeting_else_its_panel() -> None:
    documents = TABLES["documents"]
    meeting = "westmoor/2031-07-16"
    assert place_of(documents, {"meeting": meeting, "panel": "westmoor"}).meeting == meeting
    assert place_of(documents, {"meeting": "", "panel": "westmoor"}) == Place(panel="westmoor")
    raised = {"meeting_raised": meeting}
    assert place_of(TABLES["recommendations"], raised).meeting == meeting
    with pytest.raises(BriefingError, match="must name its meeting"):
        place_of(TABLES["votes"], {"meeting": ""})


def test_stored_tables_can_be_corrected_and_computed_ones_not() -> None:
    assert columns_of("votes")[-2:] == ("corrected_by", "correction_reason")
    assert columns_of("observations") == TABLES["observations"].columns
    assert columns_of("trends") == TABLES["trends"].columns
