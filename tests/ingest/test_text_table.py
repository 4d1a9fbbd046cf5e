"""Tables in plain text are read cell for cell, or what a row does not say stays ambiguous."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ingest.parts import PrintedTable, TableRow, Unread
from briefing.ingest.placing.place import place
from briefing.ingest.recognise.text_table import recognise
from ingest.text_tables import Printed, source, tables


def read(text: str) -> list[PrintedTable]:
    return [part for part in recognise(source(text)) if isinstance(part, PrintedTable)]


def only(text: str) -> PrintedTable:
    (table,) = read(text)
    return table


def figures(table: PrintedTable, row: TableRow) -> dict[str, str]:
    """The figures of a row whose column is known, by its heading or its kind and position."""
    found = {}
    for cell in row.cells:
        if cell.column is not None:
            column = table.columns[cell.column]
            found[column.heading or f"{column.kind} {column.position}"] = cell.raw
    return found


def statuses(row: TableRow) -> list[str]:
    return [cell.status for cell in row.cells]


WHOLE = """Visits in Westmoor

Indicator Aug-23 Sep-23 Oct-23 Target RAG
Visits to families 12 13 14 20
Calls answered 1,204 998 1,050 1,000
"""


def test_rows_with_a_figure_for_each_column_are_stated() -> None:
    table = only(WHOLE)
    assert table.title == "Visits in Westmoor"
    assert [c.kind for c in table.columns] == ["label", *["period"] * 3, "target", "rag"]
    assert [c.period.code for c in table.columns if c.period] == ["2023-08", "2023-09", "2023-10"]
    calls = table.rows[1]
    assert (calls.label, calls.where.line) == ("Calls answered", 5)
    assert [cell.value for cell in calls.cells] == [1204, 998, 1050, 1000]
    assert statuses(calls) == ["stated"] * 4


def test_a_row_with_one_figure_less_is_ambiguous_between_neighbours() -> None:
    table = only(WHOLE.replace("12 13 14 20", "12 13 20"))
    assert statuses(table.rows[0]) == ["ambiguous"] * 3
    assert [cell.candidates for cell in table.rows[0].cells] == [(1, 2), (2, 3), (3, 4)]
    assert statuses(table.rows[1]) == ["stated"] * 4


def test_unnamed_columns_make_a_row_of_as_many_figures_as_months_a_short_one() -> None:
    table = only("""Referrals
Indicator Aug-23 Sep-23 Oct-23 Target RAG
Early help referrals 12 13 14 - - -
Repeat referrals 22 23 24 - - -
Rate of referrals 31 32 40 55.1 60.2
""")
    assert [c.kind for c in table.columns][4:] == ["target", "rag", "comparator", "comparator"]
    assert [c.position for c in table.columns][6:] == [1, 2]
    assert statuses(table.rows[0])[:3] == ["stated"] * 3
    assert set(statuses(table.rows[2])) == {"ambiguous"}


def test_a_table_under_the_same_headings_settles_how_many_columns_there_are() -> None:
    short = """Referrals
Indicator Aug-23 Sep-23 Oct-23 Target RAG
Early help referrals 12 13 14 - - -
Rate of referrals 31 32 33 40 55.1
Rate of repeats 41 42 43 50 65.1
"""
    other = """

Enquiries
Indicator Aug-23 Sep-23 Oct-23 Target RAG
Early help enquiries 12 13 14 - - -
Rate of enquiries 31 32 33 40 55.1
Rate of closures 5 6 7 - -
"""
    assert set(statuses(only(short).rows[1])) == {"ambiguous"}
    first, _ = read(short + other)
    assert set(statuses(first.rows[1])) == {"stated"}


@pytest.mark.parametrize(
    "label",
    [
        "Children in the top 40",
        "Reviews within 12 months",
        "Pupils aged 16",
        "Leading to Section 47",
    ],
)
def test_a_number_of_the_label_stays_in_the_label(label: str) -> None:
    table = only(WHOLE.replace("Visits to families", label))
    assert table.rows[0].label == label
    assert figures(table, table.rows[0])["Aug-23"] == "12"


def test_a_number_that_may_be_of_the_label_is_withheld() -> None:
    row = only(WHOLE.replace("Visits to families 12 13 14 20", "Pupils of Year 9 12 13 14")).rows[0]
    assert statuses(row) == ["withheld", *["ambiguous"] * 3]


def test_one_number_more_than_columns_is_of_the_label_where_its_words_say_so() -> None:
    row = only(WHOLE.replace("Visits to families 12", "Visits by team 7 12")).rows[0]
    assert (row.label, statuses(row)) == ("Visits by team 7", ["stated"] * 4)


def test_one_figure_more_than_columns_leaves_it_open_which_columns_there_are() -> None:
    table = only(WHOLE.replace("Visits to families 12", "Visits to families 7 12"))
    assert not any("stated" in statuses(row) for row in table.rows)


def test_labels_over_lines_are_joined_around_and_before_the_figures() -> None:
    table = only("""Care
2021 2022 2023 England
Percentage of plans
agreed with families

41% 42% 43% 50%

Percentage of children seen within
20 days 51% 52% 53% 60%
Percentage of visits 61% 62% 63% 70%
made in time
""")
    assert [row.label for row in table.rows] == [
        "Percentage of plans agreed with families",
        "Percentage of children seen within 20 days",
        "Percentage of visits made in time",
    ]
    assert table.columns[4].comparator == "england"
    assert table.rows[1].cells[0].unit == "percent"


def test_marks_that_there_is_no_figure_count_as_cells() -> None:
    table = only("""Contacts
Indicator Mar 22 Mar 23 Apr 23 May 23
Enquiries completed Not

available

169 138 126
Contacts in the month 1785 - n/a 1544
""")
    assert [row.label for row in table.rows] == ["Enquiries completed", "Contacts in the month"]
    assert statuses(table.rows[0]) == ["missing", "stated", "stated", "stated"]
    assert statuses(table.rows[1]) == ["stated", "missing", "missing", "stated"]
    assert table.rows[0].cells[0].raw == "Not available"


def test_a_dash_between_label_and_figures_leaves_the_row_open() -> None:
    table = only(WHOLE.replace("families 12 13 14 20", "families - 13 14 20"))
    assert "stated" not in statuses(table.rows[0])


def test_printed_ratings_show_where_the_target_ends() -> None:
    table = only("""Calls
Indicator Q1 2024/25 Q2 2024/25 Q3 2024/25 Target RAG England
Calls answered 80% 81% 82% 90% Amber 88%
Calls returned 70% 71% 95% Red 77%
""")
    assert [row.rag for row in table.rows] == ["amber", "red"]
    assert figures(table, table.rows[0])["Target"] == "90%"
    assert statuses(table.rows[1]) == ["ambiguous"] * 3 + ["stated"]
    assert figures(table, table.rows[1]) == {"England": "77%"}


def test_columns_of_characters_place_the_figures_of_a_short_row() -> None:
    table = only("""Visits
Indicator               Aug-23   Sep-23   Oct-23   Target
Visits to families          12       13       14       20
Visits to schools           15                17       20
""")
    assert figures(table, table.rows[1]) == {"Aug-23": "15", "Oct-23": "17", "Target": "20"}
    assert all(cell.evidence for cell in table.rows[1].cells)


def test_quarters_take_their_year_from_the_heading() -> None:
    table = only("""Crimes 2023 - 2024

Reports of neglect rose;

Q1 - 45  Q2 - 58  Q3 - 61  Q4 - 48
""")
    assert [c.period.code for c in table.columns if c.period] == [
        f"2023/24-Q{quarter}" for quarter in (1, 2, 3, 4)
    ]
    assert [cell.value for cell in table.rows[0].cells] == [Decimal(n) for n in (45, 58, 61, 48)]
    unknown = only("Crimes\n\nQ1 - 45  Q2 - 58  Q3 - 61  Q4 - 48\n")
    assert not any(column.period for column in unknown.columns)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Fire service data shows a small rise in the number of kitchen fires attended",
         "number of kitchen fires attended"),
        ("The number of kitchen fires attended", "The number of kitchen fires attended"),
        ("Kitchen fires: there was a fall in 2023", "Kitchen fires: there was a fall in 2023"),
    ],
)  # fmt: skip
def test_a_sentence_that_leads_to_figures_names_what_moved(sentence: str, name: str) -> None:
    table = only(f"Fires 2023 - 2024\n\n{sentence};\n\nQ1 - 45  Q2 - 58  Q3 - 61  Q4 - 48\n")
    assert table.rows[0].label == name


def test_a_heading_printed_upright_is_no_label() -> None:
    table = only(WHOLE.replace("RAG\n", "RAG\n\nDi\nre\nct\nio\nn\n\n"))
    assert [row.label for row in table.rows] == ["Visits to families", "Calls answered"]


def test_the_table_ends_where_prose_begins() -> None:
    table = only(WHOLE + "• Calls rose from 12 in 2022 13 14 15 16\nVisits 1 2 3 4\n")
    assert len(table.rows) == 2


def test_rows_without_a_name_are_reported() -> None:
    parts = list(recognise(source(WHOLE.replace("Target RAG\n", "Target RAG\n1 2 3 4\n\n"))))
    assert [p.where.line for p in parts if isinstance(p, Unread)] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the meetings held on 19 December 2023, 9 January 2024 and 3 March 2024",
        "Plans for 2023/24, 2024/25 and 2025/26 were noted.\n\nThe spend was 12 13 14",
        "1. Apologies\n2. Minutes\n3. Declarations\n4. Plan 2024-2029 5 - 10",
        "In 2021 2022 and 2023 the panel met 5 6 7 times",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert read(text) == []


def check(printed: Printed, table: PrintedTable) -> int:
    """Hold every placed figure against what was printed; how many were placed."""
    placed = 0
    position = {at: head for at, head in zip(_slots(table), printed.heads, strict=False)}
    for row in table.rows:
        truth = printed.rows[row.label]
        left = iter(truth.items())
        for cell in row.cells:
            if cell.raw == "-" and (cell.column is None or cell.column > printed.periods):
                continue
            head = next(head for head, raw in left if raw == cell.raw)
            if cell.column is None:
                assert head in {position.get(at) for at in cell.candidates}, (row.label, cell)
            else:
                assert truth.get(position[cell.column]) == cell.raw, (row.label, cell)
            placed += cell.column is not None
    return placed


def _slots(table: PrintedTable) -> list[int]:
    kinds = ("period", "target", "comparator")
    return [at for at, column in enumerate(table.columns) if column.kind in kinds]


@settings(max_examples=150)
@given(tables())
def test_what_is_printed_is_read_or_left_open_never_wrong(printed: Printed) -> None:
    for table in read(printed.text):
        check(printed, table)


@settings(max_examples=60)
@given(tables())
def test_evidence_of_the_table_itself_places_nothing_wrong(printed: Printed) -> None:
    made = source(printed.text)
    for table in place(read(printed.text), made.lines):
        check(printed, table)


@settings(max_examples=60)
@given(tables())
def test_whole_rows_under_full_headings_are_stated(printed: Printed) -> None:
    if any(head.startswith("+") for head in printed.heads):
        return
    (table,) = read(printed.text)
    for row in table.rows:
        truth = printed.rows[row.label]
        if len(truth) == len(printed.heads) and next(iter(truth.values())) != "-":
            assert figures(table, row) == truth


@settings(max_examples=150)
@given(st.text(alphabet="Aug-2 34\n%.Q/TargeRGbcd•", max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    made = source(text)
    place([p for p in recognise(made) if isinstance(p, PrintedTable)], made.lines)
