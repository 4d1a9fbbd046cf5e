"""Briefings of papers that are read alone: an agenda, minutes with votes, a paper of measures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from westmoor import JULY, StoreMaker, document

from briefing import sections
from briefing.sections import Edition, open_edition
from briefing.sections.words import listed
from briefing.store import DataFolder, refresh
from sections.reading import headings, walk, words

PAPER = "westmoor-paper"


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Edition]:
    """An edition of a meeting of Westmoor whose papers hold the tables that are given."""

    def open_with(kind: str, **tables: list[dict[str, str]]) -> Edition:
        maker = StoreMaker(tmp_path / "data")
        maker.panel(JULY.partition("/")[0], name="Transport Board")
        at = maker.meeting(JULY, title="Transport Board", status="held")
        maker.table("documents", document(PAPER, JULY, kind=kind), at=at)
        for table, rows in tables.items():
            stated = ({"meeting": JULY, "document": PAPER, **row} for row in rows)
            maker.table(table, *stated, at=at)
        refresh(DataFolder(tmp_path / "data"))
        return open_edition(JULY, data=str(tmp_path / "data"))

    return open_with


def item(number: str, title: str, **more: str) -> dict[str, str]:
    return {"item_number": number, "title": title, "exempt": "no", **more}


def ballot(member: str, side: str, count: str) -> dict[str, str]:
    return {
        "item_number": "4",
        "motion": "That the route be kept",
        "member": member,
        "vote": side,
        "printed_count": count,
        "outcome": "carried",
        "page": "3",
    }


def test_an_agenda_alone_gives_its_business_with_pages_on_page_one(opened) -> None:
    edition = opened(
        "agenda",
        agenda_items=[
            item("1", "Apologies"),
            item("2", "Night buses", printed_page_from="5", printed_page_to="9"),
        ],
    )
    told = words(sections.front_page(edition))
    assert "Night buses (pages 5 to 9)" in told
    assert "Apologies" not in told


def test_minutes_alone_give_each_vote_with_its_printed_count(opened) -> None:
    edition = opened(
        "minutes",
        agenda_items=[item("4", "Night buses")],
        resolutions=[{"item_number": "4", "resolution_number": "1", "text": "The route is kept."}],
        votes=[
            ballot("Mr Ash", "for", "2"),
            ballot("Ms Oak", "for", "2"),
            ballot("Dr Elm", "against", "1"),
        ],
    )
    blocks = list(sections.agenda_items(edition))
    told = words(blocks)
    assert "That the route be kept: carried. 2 for, 1 against." in told
    assert not [name for name in ("Ash", "Oak", "Elm") if name in told]
    assert (3, "Recorded votes") in headings(blocks)


def test_a_printed_count_that_the_names_do_not_give_is_said_to_differ(opened) -> None:
    edition = opened(
        "minutes",
        agenda_items=[item("4", "Night buses")],
        votes=[ballot("Mr Ash", "for", "5")],
    )
    told = words(sections.agenda_items(edition))
    assert "5 for, of whom the minutes name another number" in told


def test_many_resolutions_leave_page_one_one_page(opened) -> None:
    made = [
        {"item_number": "4", "resolution_number": str(n), "text": f"Resolution {'x' * n}"}
        for n in range(1, 30)
    ]
    edition = opened("minutes", agenda_items=[item("4", "Night buses")], resolutions=made)
    assert "The others stand under their items." in words(sections.front_page(edition))
    assert f"Resolution {'x' * 29}" not in words(sections.front_page(edition))
    assert f"Resolution {'x' * 29}" in words(sections.agenda_items(edition))


def commitment(name: str, section: str, **more: str) -> dict[str, str]:
    stated = {"statement": name, "kind": "commitment", "text": f"Do {name}", "section": section}
    return {**stated, "text_kind": "printed", "page": "6", **more}


def test_commitments_under_no_item_are_listed_with_what_is_left_open(opened) -> None:
    edition = opened(
        "report",
        statements=[
            commitment("a", "Roads", owner="Head of Roads", due="2031-09", measure="Potholes"),
            commitment("b", "Roads", due="2032"),
            commitment("c", "Buses"),
        ],
    )
    blocks = list(sections.commitments(edition))
    told = words(blocks)
    assert "name no lead or no date or no measure" in told
    assert "September 2031" in told
    table = next(block for block in walk(blocks) if block["type"] == "table")
    assert len(table["rows"]) == 3
    assert table["groups"] == {"0": "Roads", "2": "Buses"}


def test_a_word_of_another_service_starts_no_theme_of_this_one(opened) -> None:
    edition = opened("report", statements=[commitment("supervision of drivers", "Buses")])
    assert all("child" not in q.question.text for q in edition.questions)
    assert len(edition.questions) == 1


def test_an_agenda_alone_says_that_nothing_is_asked(opened) -> None:
    edition = opened("agenda", agenda_items=[item("2", "Night buses")])
    told = words(sections.front_page(edition))
    assert "No line of enquiry is offered" in told
    assert "No figures were read" in words(sections.annex(edition))
    blocks = list(sections.agenda_items(edition))
    assert "What it is" not in words(blocks)


def test_printed_resolutions_begin_with_a_capital_and_lead_on_nowhere(opened) -> None:
    made = [{"item_number": "4", "resolution_number": "1", "text": "that the route is kept;"}]
    edition = opened("minutes", agenda_items=[item("4", "Night buses")], resolutions=made)
    for told in (words(sections.front_page(edition)), words(sections.agenda_items(edition))):
        assert "That the route is kept\n" in f"{told}\n"


def test_names_with_commas_are_parted_by_semicolons() -> None:
    assert listed(["Mr Ash, OBE", "Ms Oak", "Dr Elm"]) == "Mr Ash, OBE; Ms Oak; and Dr Elm"
    assert listed(["Mr Ash", "Ms Oak"]) == "Mr Ash and Ms Oak"


def figure(name: str, value: str, **more: str) -> dict[str, str]:
    stated = {"observation": f"{JULY}/{name}", "table": "text", "name_as_printed": name}
    placed = {"period": "2031", "period_kind": "calendar", "status": "stated"}
    return {**stated, **placed, "value": value, "unit": "count", "raw": value, "page": "6", **more}


def test_figures_that_no_catalogue_knows_all_stand_in_the_annex(opened) -> None:
    undated = figure("Lamps mended", "9", period="", period_kind="", status="ambiguous")
    edition = opened(
        "report",
        observations=[figure("Bins missed", "7"), figure("Stops mapped", "8"), undated],
    )
    told = words(sections.annex(edition))
    assert "Bins missed" in told
    assert "Stops mapped" in told
    assert "6 of file" in told
    assert "Lamps mended: 9 (" in told
    assert "page 6 of the file" in told
    assert "Not confirmed by a person yet, for 2 of these measures" in told
    assert "Figures under no agenda item: 3." in words(sections.front_page(edition))


def test_questions_of_papers_under_no_item_are_told_in_full(opened) -> None:
    edition = opened("report", statements=[commitment("mend the lamps", "Roads")])
    blocks = list(sections.agenda_items(edition))
    assert (2, "The papers that stand under no item") in headings(blocks)
    assert "A good answer has:" in words(blocks)
    assert "Commitments and ambitions: 1." in words(sections.front_page(edition))


def test_a_time_that_is_no_date_stands_in_its_own_column(opened) -> None:
    measure = "Lamps that work; timescale: Ongoing"
    edition = opened("report", statements=[commitment("a", "Roads", measure=measure)])
    table = next(b for b in walk(sections.commitments(edition)) if b["type"] == "table")
    told = [words([cell]) for cell in table["rows"][0]]
    assert told[2:4] == ["Ongoing", "Lamps that work"]
    assert words(sections.commitments(edition)).count("no date") == 0
    assert told[4] == "6 of file"


def test_notes_on_what_was_left_out_name_their_page(opened) -> None:
    edition = opened(
        "minutes",
        issues=[{"kind": "left-out", "message": "a paragraph is left out.", "page": "5"}],
    )
    assert "A paragraph is left out. (page 5 of the file)" in words(sections.annex(edition))


def test_a_title_in_capitals_is_no_heading_in_capitals(opened) -> None:
    titles = ["NIGHT BUSES AND SEND TRANSPORT (SST)", "Night buses of the RTPI"]
    items = [item(str(n), title) for n, title in enumerate(titles, start=1)]
    edition = opened("agenda", agenda_items=items)
    assert [i.title for i in edition.items] == [
        "Night Buses and SEND Transport (SST)",
        "Night buses of the RTPI",
    ]
