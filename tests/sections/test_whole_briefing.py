"""Every meeting to brief gets a whole and honest briefing."""

import re
from pathlib import Path

import pytest

from briefing import sections
from sections.reading import headings, walk, words

PACK = Path(__file__).parents[3] / "shared" / "packs" / "2024-09-26-reports-pack.txt"
MEETINGS = ("2023-07-06", "2024-08-08", "2024-09-26", "2025-09-11")


@pytest.mark.parametrize("meeting", MEETINGS)
def test_no_section_is_empty_words(whole, meeting: str) -> None:
    text = words(whole(meeting))
    assert len(text) > 1500
    assert "None" not in re.findall(r"\bNone\b(?! on record| is on record)", text)
    assert "nan" not in re.findall(r"\bnan\b", text)
    assert "{" not in text


@pytest.mark.parametrize("meeting", MEETINGS)
def test_heading_levels_never_skip(whole, meeting: str) -> None:
    last = 0
    for level, text in headings(whole(meeting)):
        assert level <= last + 1, text
        last = level


@pytest.mark.parametrize("meeting", MEETINGS)
def test_every_picture_has_words(whole, meeting: str) -> None:
    for block in walk(whole(meeting)):
        if block["type"] == "figure" and not block.get("decorative"):
            assert len(block["alt"]) > 40


@pytest.mark.parametrize("meeting", MEETINGS)
def test_no_address_or_telephone_number_is_carried(whole, meeting: str) -> None:
    text = words(whole(meeting))
    assert "@" not in text
    assert not re.search(r"\b0\d{2,4} \d{3,4} ?\d{3,4}\b", text)


@pytest.mark.shared
@pytest.mark.skipif(not PACK.exists(), reason="the council documents are not beside the checkout")
@pytest.mark.parametrize("meeting", MEETINGS)
def test_no_officer_or_child_of_a_review_is_named(whole, meeting: str) -> None:
    pack = PACK.read_text(encoding="utf-8")
    officers = re.findall(r"Name:\s+\w+ (\w+)\s+Tel:", pack)
    children = re.findall(
        r"\b([A-Z][a-z]+)[’'](?:s|) (?:review|courage|experiences|family)\b", pack
    )
    assert len(set(officers)) >= 4 and len(set(children)) >= 2
    text = words(whole(meeting))
    for name in {*officers, *children}:
        assert not re.search(rf"\b{name}\b", text), name


def test_the_panels_expectation_is_counted_and_asked_about(edition, whole) -> None:
    assert "8 of the 14 measures" in words(whole("2024-09-26"))
    assert any("90%" in q.question.text for q in edition("2024-09-26").questions)


def test_items_come_in_the_order_of_the_agenda_and_procedure_gets_none(section) -> None:
    titles = [t for level, t in headings(section("2024-09-26", "agenda_items")) if level == 2]
    assert [t.split(":")[0] for t in titles] == ["Item 7", "Item 8", "Item 9"]


def test_what_is_ambiguous_is_listed_and_never_charted(edition, section) -> None:
    assert "within 45 days: 13 values" in words(section("2024-09-26", "annex"))
    trend = edition("2024-09-26").meeting.trend("assessments-within-45-days")
    assert trend.points == ()
    assert trend.withheld_kind == "unplaced"


def test_undated_figures_are_quoted_with_their_source_and_not_judged(section) -> None:
    text = words(section("2023-07-06", "agenda_items"))
    assert "print without a date" in text
    assert "Headcount of the directorate: 685" in text


def test_the_expectation_stands_in_the_record_of_its_meeting(section) -> None:
    assert "What the panel expects" in words(section("2024-08-08", "agenda_items"))


def test_nothing_later_enters_a_briefing_before_a_meeting(edition) -> None:
    this = edition("2024-09-26")
    assert this.meeting.as_of == "2024-09-18"
    assert "2025-09-11" not in {row["meeting"][-10:] for row in this.meeting.earlier("meetings")}


def test_a_last_cell_counts_what_was_withheld(edition) -> None:
    (mark,) = sections.complete(edition("2024-09-26"))
    assert mark["counts"] == {"withheld": 111}
