"""Briefings of papers that are read alone: an agenda, minutes with votes, a paper of measures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from westmoor import JULY, StoreMaker, document

from briefing import sections
from briefing.sections import Edition, open_edition
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
