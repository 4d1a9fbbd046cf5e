"""Tables in tight print: what stands hardly apart is told apart, or it is not said to be whose."""

from __future__ import annotations

import pytest

from briefing.ingest.measures.units import units_in_words
from briefing.ingest.page import Box, Word
from briefing.ingest.tables.grid import tables
from briefing.ingest.tables.headings import unit_of

from .test_grid import page, row, run, texts, word


def bold_heads(y: float = 100, labels: float = 40) -> list[Word]:
    return [
        *run("Indicator", labels, y, bold=True),
        *[
            word(f"{month}-24", x, y, bold=True)
            for month, x in (("Aug", 200), ("Sep", 250), ("Oct", 300))
        ],
    ]


def test_a_label_that_begins_right_below_its_heading_is_no_heading() -> None:
    (table,) = tables(
        [
            page(
                bold_heads(),
                run("Contacts that were", 40, 110),
                row("answered", 119, ("11", 208), ("12", 258), ("13", 308)),
                run("Visits that were", 40, 131),
                row("made", 140, ("21", 208), ("22", 258), ("23", 308)),
            )
        ]
    )
    assert table.headings[0] == "Indicator"
    assert texts(table) == [
        ["Contacts that were answered", "11", "12", "13"],
        ["Visits that were made", "21", "22", "23"],
    ]


def test_a_rule_ends_the_headings() -> None:
    heads = [word(m, x, 100) for m, x in (("Aug-24", 200), ("Sep-24", 250), ("Oct-24", 300))]
    (table,) = tables(
        [
            page(
                run("Indicator", 40, 100),
                heads,
                run("Contacts that were", 40, 112),
                row("answered", 121, ("11", 208), ("12", 258), ("13", 308)),
                row("Visits", 133, ("21", 208), ("22", 258), ("23", 308)),
                rules=[Box(38, 109.5, 330, 110)],
            )
        ]
    )
    assert table.headings[0] == "Indicator"
    assert texts(table)[0] == ["Contacts that were answered", "11", "12", "13"]


def test_references_half_way_down_labels_stay_out_of_them() -> None:
    (table,) = tables(
        [
            page(
                run("Ref", 40, 100, bold=True),
                bold_heads(labels=70),
                run("Contacts that were", 70, 114),
                [word("KPI", 40, 118.5), word("11", 54, 118.5)],
                [word("11", 208, 118.5), word("12", 258, 118.5), word("13", 308, 118.5)],
                run("answered", 70, 123),
                run("Housing and repairs", 40, 137, bold=True),
                run("Visits that were", 70, 151),
                [word("KPI", 40, 155.5), word("12", 54, 155.5)],
                [word("21", 208, 155.5), word("22", 258, 155.5), word("23", 308, 155.5)],
                run("made", 70, 160),
            )
        ]
    )
    assert [cells for cells in texts(table) if cells[2]] == [
        ["KPI 11", "Contacts that were answered", "11", "12", "13"],
        ["KPI 12", "Visits that were made", "21", "22", "23"],
    ]
    assert [one.group for one in table.rows] == ["", "Housing and repairs", ""]


def test_a_reference_a_little_more_than_a_space_before_its_label_is_cut_off() -> None:
    (table,) = tables(
        [
            page(
                run("No.", 40, 100, bold=True),
                bold_heads(labels=55),
                row("1.1", 115, ("11", 208), ("12", 258), ("13", 308)),
                run("Contacts", 55, 115),
                row("1.2", 130, ("21", 208), ("22", 258), ("23", 308)),
                run("Visits", 55, 130),
            )
        ]
    )
    assert texts(table) == [
        ["1.1", "Contacts", "11", "12", "13"],
        ["1.2", "Visits", "21", "22", "23"],
    ]


def test_a_number_that_begins_a_label_stays_in_it() -> None:
    (table,) = tables(
        [
            page(
                bold_heads(),
                row("1 bed homes", 115, ("11", 208), ("12", 258), ("13", 308)),
                row("2 bed homes", 130, ("21", 208), ("22", 258), ("23", 308)),
                row("Plots", 145, ("31", 208), ("32", 258), ("33", 308)),
            )
        ]
    )
    assert [cells[0] for cells in texts(table)] == ["1 bed homes", "2 bed homes", "Plots"]


def test_the_marks_of_notes_behind_short_words_are_no_references() -> None:
    lines = [
        line
        for at in range(3)
        for line in (
            run(f"Share of the lamps of ward {at} that", 40, 115 + 22 * at),
            [word(f"{at}{at}", x, 119 + 22 * at) for x in (208, 258, 308)],
            run("work 3", 40, 124 + 22 * at),
        )
    ]
    heads = [word(f"{m}-24", x, 100, bold=True) for m, x in (("Aug", 200), ("Sep", 250))]
    heads.append(word("Oct-24", 300, 100, bold=True))
    (table,) = tables([page(run("Performance measure", 40, 100, bold=True), heads, *lines)])
    assert table.headings[0] == "Performance measure"
    assert [cells[0] for cells in texts(table)] == [
        f"Share of the lamps of ward {at} that work 3" for at in range(3)
    ]


def test_the_page_number_close_below_a_table_is_no_row() -> None:
    (table,) = tables(
        [
            page(
                bold_heads(),
                row("Contacts", 115, ("11", 208), ("12", 258), ("13", 308)),
                row("Visits", 130, ("21", 208), ("22", 258), ("23", 308)),
                word("4", 260, 145),
                number=4,
            )
        ]
    )
    assert texts(table) == [["Contacts", "11", "12", "13"], ["Visits", "21", "22", "23"]]


def test_lines_that_stand_evenly_are_not_made_a_row_without_a_doubt() -> None:
    (table,) = tables(
        [
            page(
                bold_heads(),
                run("Contacts that were", 40, 115),
                row("Answered by the team", 125, ("11", 208), ("12", 258), ("13", 308)),
                run("Visits of the members", 40, 135),
                row("Made in the quarter", 145, ("21", 208), ("22", 258), ("23", 308)),
            )
        ]
    )
    assert all(one.doubt for one in table.rows if not one.group)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Invoices paid within thirty days", ""),
        ("Potholes mended within five working days", ""),
        ("Visits in the last 12 weeks", ""),
        ("Enquiries open over 40 days", ""),
        ("Number of visits made within 10 days", "count"),
        ("Percentage of visits made within 20 working days", "percent"),
        ("Average days to relet a home", "days"),
        ("Time to decide a claim (days)", "days"),
        ("Number of days lost", "days"),
    ],
)
def test_a_limit_or_a_look_back_is_not_the_unit(label: str, unit: str) -> None:
    assert unit_of(label)[0] == unit


def test_a_limit_does_not_make_a_count_one_of_days() -> None:
    assert units_in_words("Number of visits made within 10 days") == {"count"}
