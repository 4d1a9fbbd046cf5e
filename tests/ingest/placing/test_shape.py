"""What the other rows of a table print and leave out says how a row stands, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.ingest.placing.rows import OpenRow
from briefing.ingest.placing.shape import by_empty_column, by_full_end, by_rows_without_target
from ingest.placing.making import MONTHS, opened, placed

#: Rows that are whole: six months, a target, an empty column and a figure.
WHOLE = {f"Rate of {what}": "1 2 3 4 5 6 7 - 8" for what in ("visits", "plans", "letters")}


def ended(figures: str, others: dict[str, str] = WHOLE) -> OpenRow:
    """The row that is to be placed by how its end is marked."""
    rows = opened({**others, "Calls": figures}, "target", "floor", "comparator")
    told = by_full_end(rows[-1], rows)
    assert told is bool(rows[-1].evidence)
    return rows[-1]


def test_a_row_that_marks_its_empty_columns_leaves_none_of_them_out() -> None:
    row = ended("1 2 3 4 5 7 - 8")
    assert {code: raw for code, raw in placed(row).items() if code not in MONTHS} == {
        "target": "7",
        "floor": "-",
        "comparator": "8",
    }
    assert not row.proved
    assert row.evidence[6] == (
        "The row marks an empty column behind the periods with a dash, as other rows under these"
        " headings do, so none of these columns is left out"
    )


@pytest.mark.parametrize(
    "figures",
    [
        "1 2 3 4 5 7 8 9",
        "1 2 3 4 5 - 7 8",
        "1 2 3 4 5 7 8 -",
        "1 2 3 4 5 7.5 - 8",
        "1 2 3 4 5 7 - 8.5",
        "7 - 8",
    ],
    ids=["no mark", "no target", "another shape", "another target", "another end", "no months"],
)
def test_a_row_that_ends_otherwise_stays_open(figures: str) -> None:
    assert ended(figures).evidence == {}


def test_one_row_of_the_same_shape_is_enough_and_an_open_one_is_none() -> None:
    first = dict(list(WHOLE.items())[:1])
    assert ended("1 2 3 4 5 7 - 8", first).evidence
    assert not ended("1 2 3 4 5 7 - 8", {"Visits": "1 2 3 4 6 7 - 8"}).evidence
    assert not ended("1 2 3 4 5 7 - 8", {}).evidence


def test_a_target_alone_must_be_that_of_several_rows() -> None:
    rows = {f"Rate of {what}": "1 2 3 4 5 7 - -" for what in ("visits", "plans", "letters")}
    assert ended("1 2 3 4 5 7 - -", rows).evidence
    assert ended("1 2 3 4 5 7 - -", dict(list(rows.items())[:2])).evidence
    assert not ended("1 2 3 4 5 7 - -", dict(list(rows.items())[:1])).evidence
    assert not ended("1 2 3 4 5 9 - -", rows).evidence


def test_a_shape_with_one_figure_is_no_attested_shape() -> None:
    rows = {"Rate of visits": "1 2 3 4 5 6 7 - -", "Rate of plans": "1 2 3 4 5 6 8 - -"}
    assert not ended("1 2 3 4 5 9 - -", rows).evidence


def test_two_columns_behind_the_periods_are_marked_likewise() -> None:
    rows = {f"Rate of {what}": "1 2 3 4 5 6 7 -" for what in ("visits", "plans", "letters")}
    made = opened({**rows, "Calls": "1 2 3 4 5 7 -"}, "target", "comparator")
    assert by_full_end(made[-1], made)


def test_one_column_behind_the_periods_needs_no_mark() -> None:
    rows = opened({"Visits": "1 2 3 4 5 6 -", "Calls": "1 2 3 4 5 -"}, "target")
    assert not by_full_end(rows[1], rows)


def test_a_settled_row_is_told_nothing() -> None:
    rows = opened(WHOLE, "target", "floor", "comparator")
    assert not by_full_end(rows[0], rows)
    assert not by_empty_column(rows[0], rows)


def emptied(figures: str, others: dict[str, str] = WHOLE) -> dict[str, str]:
    """What a row is certain of by the column in which no row has a figure."""
    rows = opened({**others, "Calls": figures}, "target", "floor", "comparator")
    told = by_empty_column(rows[-1], rows)
    assert told is bool(rows[-1].evidence)
    if told:
        assert not rows[-1].proved
        assert set(rows[-1].evidence.values()) == {
            "No row of the table has a figure in Floor, and this row has one for every other column"
        }
    return placed(rows[-1])


def test_the_column_in_which_no_row_has_a_figure_is_the_empty_one() -> None:
    assert emptied("1 2 3 4 5 6 9 10") == {
        **dict(zip(MONTHS, "123456", strict=True)),
        "target": "9",
        "comparator": "10",
    }


@pytest.mark.parametrize(
    ("figures", "others"),
    [
        ("1 2 3 4 5 6 9.5 10", WHOLE),
        ("1 2 3 4 5 - 9 10", WHOLE),
        ("1 2 3 4 5 9 10", WHOLE),
        ("1 2 3 4 5 6 9 10", dict(list(WHOLE.items())[:2])),
        ("1 2 3 4 5 6 9 10", {**WHOLE, "Bins": "1 2 3 4 5 6 7 9 8"}),
        ("1 2 3 4 5 6 9 10", {name: "1 2 3 4 5 6 7 - -" for name in WHOLE}),
    ],
    ids=["another target", "a dash", "two are empty", "few rows", "a figure there", "no example"],
)
def test_a_column_that_may_hold_a_figure_is_not_the_empty_one(
    figures: str, others: dict[str, str]
) -> None:
    assert emptied(figures, others) == {}


def test_a_column_without_a_heading_is_named_by_its_place() -> None:
    rows = opened({**WHOLE, "Calls": "1 2 3 4 5 6 9 10"}, "target", "floor", "comparator")
    heads = tuple(
        replace(column, heading="") if column.kind == "floor" else column
        for column in rows[0].table.columns
    )
    for row in rows:
        row.table = replace(row.table, columns=heads)
    assert by_empty_column(rows[-1], rows)
    assert "a figure in column 2 behind the periods, and" in rows[-1].evidence[0]


def untargeted(
    figures: str, others: dict[str, str], proved: str = "1 2 3 4 5 6"
) -> tuple[dict[str, str], set[str]]:
    """What a row is certain of beside one that is proved to have no target, and why."""
    rows = opened({"Proved": proved, **others, "Calls": figures}, "target")
    rows[0].narrow(lambda way: way == (1, 2, 3, 4, 5, 6), "a letter", outside=True)
    told = by_rows_without_target(rows[-1], rows)
    assert told is bool(rows[-1].evidence)
    return placed(rows[-1]), set(rows[-1].evidence.values())


AIMED = {f"Rate of {what}": "1 2 3 4 5 6 9" for what in ("visits", "plans", "letters")}


def test_a_row_is_whole_without_its_target_where_another_is_proved_so() -> None:
    found, why = untargeted("3 2 3 4 5 4", AIMED)
    assert list(found) == list(MONTHS)
    assert why == {
        "The row has a figure for each of the 6 periods and no target, as “Proved” of the same"
        " table is proved to have; no row of the table leaves a period out, and its last figure"
        " lies among the others, where every target of the table lies beyond"
    }


def test_rows_with_a_dash_are_no_hindrance() -> None:
    marked = {**AIMED, "Bins": "1 - 3 4 5 6 9", "Bells": "1 2 3 4 5 6 -", "Bats": "- - - - - - 9"}
    assert list(untargeted("3 2 3 4 5 4", marked)[0]) == list(MONTHS)


def test_decimals_that_no_target_has_are_no_target() -> None:
    found, why = untargeted("3.1 2.1 3.3 4.1 5.2 9.5", dict(list(AIMED.items())[:1]))
    assert list(found) == list(MONTHS)
    assert next(iter(why)).endswith(
        "its last figure has more decimals than any target of the table"
    )
    assert untargeted("3 2 3 4 5 9.5", {"Bins": "1 2 3 4 5 6 9.1"})[0] == {}


@pytest.mark.parametrize(
    ("figures", "others"),
    [
        ("3 2 3 4 5 9", AIMED),
        ("3 2 3 4 5 1", AIMED),
        ("3 2 3 4 5 4", dict(list(AIMED.items())[:2])),
        ("3 2 3 4 5 4", {**AIMED, "Bins": "1 2 3 4 5 6 5"}),
        ("3 2 3 4 5 4", {**AIMED, "Bins": "1 2 3 4 5"}),
        ("3 2 3 4 5", AIMED),
        ("3 2 3 - 5 4", AIMED),
        ("3 2 3 4 5 4", {}),
    ],
    ids=["beyond", "below", "two targets", "one among", "a gap", "short", "a dash", "none"],
)
def test_a_figure_that_may_be_a_target_leaves_the_row_open(
    figures: str, others: dict[str, str]
) -> None:
    assert untargeted(figures, others)[0] == {}


@pytest.mark.parametrize("last", ["5", "2"])
def test_a_figure_at_the_edge_of_the_others_lies_among_them(last: str) -> None:
    assert list(untargeted(f"3 2 3 4 5 {last}", AIMED)[0]) == list(MONTHS)


@pytest.mark.parametrize("aim", ["6", "1"])
def test_a_target_at_the_edge_of_its_row_lies_not_beyond(aim: str) -> None:
    assert untargeted("3 2 3 4 5 4", {**AIMED, "Bins": f"1 2 3 4 5 6 {aim}"})[0] == {}


def test_a_row_that_is_not_proved_is_no_example() -> None:
    rows = opened({"Proved": "1 2 3 4 5 6", **AIMED, "Calls": "3 2 3 4 5 4"}, "target")
    assert not by_rows_without_target(rows[-1], rows)
    rows[0].narrow(lambda way: way == (1, 2, 3, 4, 5, 6), "its shape")
    assert not by_rows_without_target(rows[-1], rows)


def test_two_columns_behind_the_periods_are_told_nothing_by_one() -> None:
    rows = opened({"Proved": "1 2 3 4 5 6", **AIMED, "Calls": "3 2 3 4 5 4"}, "target", "floor")
    rows[0].narrow(lambda way: way == (1, 2, 3, 4, 5, 6), "a letter", outside=True)
    assert not by_rows_without_target(rows[-1], rows)
