"""Words with places become rows and cells; what does not stand clearly stays open."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.ingest.page import Box, Doubt, Line, Page, Word
from briefing.ingest.tables.colours import rag_of
from briefing.ingest.tables.grid import tables
from briefing.ingest.tables.raw import RawTable

SIZE = 8.0
#: The width of a letter in the pages made here, in points.
LETTER = 4.0


def word(text: str, x: float, y: float, *, bold: bool = False, doubt: Doubt = "") -> Word:
    return Word(text, x, y, x + LETTER * len(text), y + SIZE, SIZE, bold, doubt=doubt)


def run(text: str, x: float, y: float, *, bold: bool = False) -> list[Word]:
    words = []
    for part in text.split():
        words.append(word(part, x, y, bold=bold))
        x = words[-1].x1 + 2
    return words


def page(
    *words: Sequence[Word] | Word,
    rules: Sequence[Box] = (),
    fills: Sequence[Box] = (),
    number: int = 1,
) -> Page:
    flat = [one for part in words for one in ([part] if isinstance(part, Word) else part)]
    lines = tuple(Line((one,), page=number) for one in flat)
    return Page(number, lines, 595, 842, rules=tuple(rules), fills=tuple(fills))


def heads(y: float = 100) -> list[Word]:
    return [
        *run("Indicator", 40, y),
        word("Aug-24", 200, y),
        word("Sep-24", 250, y),
        word("Oct-24", 300, y),
    ]


def row(label: str, y: float, *values: tuple[str, float]) -> list[Word]:
    return [*run(label, 40, y), *[word(text, x, y) for text, x in values]]


def texts(table: RawTable) -> list[list[str]]:
    return [[cell.text for cell in one.cells] for one in table.rows]


def test_values_stand_in_the_column_of_their_heading_and_blanks_are_kept() -> None:
    (table,) = tables(
        [
            page(
                heads(),
                row("Contacts", 120, ("11", 208), ("13", 308)),
                row("Visits", 140, ("21", 208), ("22", 258), ("23", 308)),
            )
        ]
    )
    assert table.headings == ("Indicator", "Aug-24", "Sep-24", "Oct-24")
    assert texts(table) == [["Contacts", "11", "", "13"], ["Visits", "21", "22", "23"]]


def test_a_value_that_touches_two_columns_names_both() -> None:
    (table,) = tables(
        [
            page(
                heads(),
                row("Contacts", 120, ("11", 208), ("1234567890", 220), ("13", 308)),
                row("Visits", 140, ("21", 208), ("22", 258), ("23", 308)),
            )
        ]
    )
    (loose,) = table.rows[0].loose
    assert (loose.text, loose.candidates) == ("1234567890", (1, 2))
    assert texts(table)[0] == ["Contacts", "11", "", "13"]


def test_the_doubt_about_a_word_stays_with_its_cell() -> None:
    struck = word("22", 258, 120, doubt="struck")
    (table,) = tables([page(heads(), row("Contacts", 120, ("11", 208), ("13", 308)), struck)])
    assert [cell.doubt for cell in table.rows[0].cells] == ["", "", "struck", ""]


def test_a_raised_figure_joins_the_value_beside_it() -> None:
    raised = Word("3", 216, 118, 219, 123, 5, doubt="raised")
    (table,) = tables(
        [page(heads(), row("Contacts", 120, ("12", 208), ("13", 258), ("14", 308)), raised)]
    )
    assert len(table.rows) == 1
    assert table.rows[0].cells[1].doubt == "raised"


def test_label_lines_above_and_below_the_values_make_one_row() -> None:
    (table,) = tables(
        [
            page(
                heads(),
                run("Children seen within", 40, 120),
                [word("11", 208, 125), word("12", 258, 125), word("13", 308, 125)],
                run("ten working days", 40, 130),
                run("Children seen within", 40, 150),
                [word("21", 208, 155), word("22", 258, 155), word("23", 308, 155)],
                run("five working days", 40, 160),
            )
        ]
    )
    assert texts(table) == [
        ["Children seen within ten working days", "11", "12", "13"],
        ["Children seen within five working days", "21", "22", "23"],
    ]
    assert not any(one.doubt for one in table.rows)


def test_lines_that_stand_too_evenly_leave_their_values_in_doubt() -> None:
    (table,) = tables(
        [
            page(
                heads(),
                row("Children and families who met", 120, ("11", 208), ("12", 258)),
                run("Officers of the council who say", 40, 130),
                row("Reviews and plans that were held", 140, ("21", 208), ("22", 258)),
            )
        ]
    )
    assert any(one.doubt for one in table.rows)


def test_level_rules_part_rows_whatever_the_space() -> None:
    rules = [Box(35, y, 340, y + 0.5) for y in (115, 139, 163)]
    (table,) = tables(
        [
            page(
                heads(),
                run("Children and families who met", 40, 119),
                row("Officers of the council", 128, ("11", 208), ("12", 258), ("13", 308)),
                row("Reviews and plans that were held", 143, ("21", 208), ("22", 258)),
                run("In the month", 40, 152),
                rules=rules,
            )
        ]
    )
    assert [cells[0] for cells in texts(table)] == [
        "Children and families who met Officers of the council",
        "Reviews and plans that were held In the month",
    ]


def test_a_bold_line_over_the_table_is_a_group_and_the_line_above_a_title() -> None:
    (table,) = tables(
        [
            page(
                run("Front door", 40, 80, bold=True),
                heads(),
                run("Contacts", 40, 120, bold=True),
                row("From schools", 140, ("11", 208), ("12", 258), ("13", 308)),
            )
        ]
    )
    assert table.title == "Front door"
    assert [one.group for one in table.rows] == ["Contacts", ""]


def test_headings_left_and_values_right_of_a_column_belong_together() -> None:
    (table,) = tables(
        [
            page(
                heads(),
                row("Contacts", 120, ("1", 240), ("2", 290), ("3", 340)),
                row("Visits", 140, ("4", 240), ("5", 290), ("6", 340)),
            )
        ]
    )
    assert table.headings == ("Indicator", "Aug-24", "Sep-24", "Oct-24")
    assert texts(table)[0] == ["Contacts", "1", "2", "3"]


def test_a_value_beside_no_heading_for_certain_names_the_columns_it_may_be_of() -> None:
    (table,) = tables([page(heads(), row("Contacts", 120, ("1", 240), ("3", 340)))])
    assert all(not cell.text for cell in table.rows[0].cells[1:])
    assert [(cell.text, cell.candidates) for cell in table.rows[0].loose] == [
        ("1", (1, 2, 3)),
        ("3", (4, 5)),
    ]


def test_the_page_number_is_no_value() -> None:
    (table,) = tables(
        [
            page(
                heads(740),
                row("Contacts", 760, ("11", 208), ("12", 258), ("13", 308)),
                word("48", 258, 800),
            )
        ]
    )
    assert texts(table) == [["Contacts", "11", "12", "13"]]


def test_the_fill_of_one_cell_is_its_rating_and_a_stripe_is_not() -> None:
    fills = [Box(248, 117, 285, 131, "#ff0000"), Box(35, 137, 340, 151, "#c6efce")]
    (table,) = tables(
        [
            page(
                heads(),
                row("Contacts", 120, ("11", 208), ("12", 258), ("13", 308)),
                row("Visits", 140, ("21", 208), ("22", 258), ("23", 308)),
                fills=fills,
            )
        ]
    )
    assert [cell.rag for cell in table.rows[0].cells] == ["", "", "red", ""]
    assert [cell.rag for cell in table.rows[1].cells] == ["", "", "", ""]


def test_a_table_goes_on_over_the_page_in_the_same_columns() -> None:
    first = page(
        heads(740),
        row("Contacts", 760, ("11", 208), ("12", 258), ("13", 308)),
    )
    second = page(row("Visits", 60, ("21", 208), ("22", 258), ("23", 308)), number=2)
    (table,) = tables([first, second])
    assert [(one.where.page, one.cells[3].text) for one in table.rows] == [(1, "13"), (2, "23")]


def test_running_text_with_months_and_figures_is_no_table() -> None:
    text = run("In August 2024 there were 25 more than in July 2024 and 12 fewer plans", 40, 100)
    assert tables([page(text, run("than in 2023.", 40, 110))]) == []


def test_only_clear_hues_are_ratings() -> None:
    assert [rag_of(colour) for colour in ("#ff0000", "#ffc000", "#00b050", "#ffc7ce")] == [
        "red",
        "amber",
        "green",
        "red",
    ]
    assert [rag_of(colour) for colour in ("#eeeeee", "#0070c0", "#ffff00", "", "red")] == [""] * 5
