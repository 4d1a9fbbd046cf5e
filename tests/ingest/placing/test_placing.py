"""Which text and which other tables are evidence for a table, and how they are cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.ingest.page import Line
from briefing.ingest.parts import PrintedTable, Where
from briefing.ingest.placing.place import Earlier, place
from ingest.placing.making import MONTHS, line, table

LATE = "Rate of late visits per 10,000"
CALLS = "Number of calls answered"
OPEN = {LATE: "11 12 14 15 16 20", CALLS: "1 2 3 4 5 6 9"}
SAID = "The rate of late visits fell to 14 in April 2031."


def at(printed: PrintedTable, first: int) -> PrintedTable:
    """A table on a line of a text, its rows from the second line after it."""
    rows = tuple(
        replace(row, where=Where(line=first + 2 + step)) for step, row in enumerate(printed.rows)
    )
    return replace(printed, where=Where(line=first), rows=rows)


def certain(tables: Sequence[PrintedTable], number: int = 0) -> list[int | None]:
    """The columns of the first row of a table, in printed order; None where one is not known."""
    return [cell.column for cell in tables[number].rows[0].cells]


@pytest.mark.parametrize(
    ("number", "of"),
    [
        (1, 0), (9, 0), (10, None), (12, None), (13, None), (14, 0), (29, 0),
        (30, None), (33, None), (34, 1), (90, 1),
    ],
)  # fmt: skip
def test_the_text_from_the_table_before_to_the_table_after_is_of_a_table(
    number: int, of: int | None
) -> None:
    first = at(table(OPEN, "target"), 10)
    second = at(table({**OPEN, LATE: "21 22 14 25 26 20"}, "target"), 30)
    found = place([first, second], [line(SAID, number=number)])
    for which in (0, 1):
        told = 4 in certain(found, which)
        near = {0: (1, 9, 14, 29), 1: (14, 29, 34, 90)}[which]
        assert told is (number in near)
    assert of is None or 4 in certain(found, of)


def test_a_line_without_a_number_is_not_beside_a_table_of_a_text() -> None:
    assert 4 not in certain(place([at(table(OPEN, "target"), 10)], [line(SAID)]))


@pytest.mark.parametrize(
    ("page", "near"), [(1, False), (2, True), (3, True), (4, True), (5, False)]
)
def test_the_text_of_the_page_and_of_those_beside_it_is_near_a_table(page: int, near: bool) -> None:
    printed = replace(table(OPEN, "target"), where=Where(page=3))
    assert (4 in certain(place([printed], [line(SAID, page=page)]))) is near


def test_text_without_pages_and_lines_is_all_near_a_table() -> None:
    printed = replace(table(OPEN, "target"), where=Where())
    assert 4 in certain(place([printed], [line(SAID, page=None)]))


def test_a_table_whose_rows_have_no_line_ends_where_it_begins() -> None:
    printed = replace(table(OPEN, "target"), where=Where(line=10))
    assert 4 in certain(place([printed], [line(SAID, number=11)]))


def test_what_is_told_in_one_round_is_told_on_in_the_next() -> None:
    def months(first: int) -> tuple[str, ...]:
        return tuple(f"2031-{month:02d}" for month in range(first, first + 6))

    last = table({LATE: "15 17 18 30 40"}, periods=months(5))
    bridge = table({LATE: "13 15 16 17 18"}, periods=months(3))
    first = table({LATE: "11 12 13 14 15 16"}, periods=months(1))
    assert certain(place([last, first], [])) == [None] * 5
    assert certain(place([last, bridge], [])) == [None] * 5
    found = place([last, bridge, first], [])
    assert certain(found, 1) == [1, 3, 4, 5, 6]
    assert certain(found, 0) == [1, 3, 4, 5, 6]


def test_a_row_with_too_many_ways_stays_as_it_was() -> None:
    years = tuple(str(year) for year in range(2000, 2030))
    printed = table({"Visits": "1 2 3 4 5 6", **{CALLS: "1 2 3"}}, periods=years)
    assert place([printed], []) == (printed,)


def full(title: str, page: str = "", figures: str = "11 12 13 14 15 16") -> PrintedTable:
    printed = table({LATE: figures})
    return replace(printed, title=title, where=Where(page=1, printed_page=page))


@pytest.mark.parametrize(
    ("title", "page", "called"),
    [
        ("Before", "12", "The table “Before” on page 12 prints"),
        ("Before", "", "The table “Before” prints"),
        ("", "12", "Another table on page 12 prints"),
    ],
)
def test_another_table_is_cited_by_its_title_and_page(title: str, page: str, called: str) -> None:
    printed = table({LATE: "11 12 14 15 16"})
    found = place([full(title, page), printed], [])
    assert certain(found, 1) == [1, 2, 4, 5, 6]
    assert found[1].rows[0].cells[0].evidence.startswith(called)
    assert found[0] == full(title, page)


def test_a_table_is_no_evidence_for_itself() -> None:
    rows = {LATE: "11 12 13 14 15 16", "Rate of late visits": "11 12 14 15 16"}
    assert certain([replace(t, rows=t.rows[1:]) for t in place([table(rows)], [])]) == [None] * 5


def test_what_one_table_tells_another_is_told_on() -> None:
    first = table({LATE: "11 12 14 15 16"})
    second = table({LATE: "11 12 14 15 16 9"}, "target")
    third = table({LATE: "11 12 . 14 15 16".replace(" .", " -")})
    found = place([first, second, third], [])
    assert certain(found, 1) == [1, 2, 4, 5, 6, 7]


def test_an_earlier_paper_is_evidence_where_its_unit_is_the_same() -> None:
    values = {code: Decimal(n) for code, n in zip(MONTHS, range(11, 17), strict=True)}
    values[""] = Decimal(99)
    printed = table({LATE: "11 12 14 15 16"}, unit="percent")
    for unit, told in (("", True), ("percent", True), ("days", False)):
        found = place([printed], [], [Earlier(LATE, unit, values)])
        assert (certain(found) == [1, 2, 4, 5, 6]) is told
        if told:
            assert found[0].rows[0].cells[0].evidence.startswith("An earlier paper prints")


def test_rows_of_two_tables_under_the_same_headings_settle_each_others_ends() -> None:
    whole = {f"Rate of {what}": "1 2 3 4 5 6 7 - 8" for what in ("plans", "letters")}
    first = table(whole, "target", "floor", "comparator")
    second = table({"Calls": "1 2 3 4 5 7 - 8"}, "target", "floor", "comparator")
    assert certain(place([first, second], []), 1)[-3:] == [7, 8, 9]
    other = replace(
        second,
        columns=(*second.columns[:-1], replace(second.columns[-1], heading="England")),
    )
    assert certain(place([first, other], []), 1)[-3:] != [7, 8, 9]


def test_a_settled_table_without_open_rows_is_left_as_it_is() -> None:
    lines: list[Line] = [line(SAID)]
    printed = full("Before")
    assert place([printed], lines) == (printed,)
