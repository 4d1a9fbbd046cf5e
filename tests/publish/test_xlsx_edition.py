"""The workbook: every figure with its source, nothing that runs, nothing that changes meaning."""

import io
import time

import openpyxl
import pytest

from briefing.model import blocks as b
from briefing.publish.from_notebook import edition_from_notebook
from briefing.publish.sheets import text_cell
from briefing.publish.xlsx import to_xlsx

from . import notebook_samples as s

OBSERVATIONS = (
    "observation,period,value,raw,status,item_number,note\n"
    'm/t/r1,2024,1366,"1,366",stated,9,=1+1\n'
    "m/t/r2,,12.5,12.5%,ambiguous,07,-\n"
    "m/t/r3,2023/24,-7,-7,stated,7a,'+441\n"
)


def book_of(*blocks: b.Block, **document: str) -> openpyxl.Workbook:
    content = to_xlsx(edition_from_notebook(s.of_blocks(*blocks, **document)))
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_of(sheet) -> list[tuple]:
    """The table of a sheet: heading and rows."""
    first = next(iter(sheet.tables.values()))
    return [tuple(cell.value for cell in row) for row in sheet[first.ref]]


def test_a_cover_with_contents_comes_first() -> None:
    book = book_of(b.heading("T", 1), b.paragraph("About the panel."), status="DRAFT")
    said = [row[0] for row in book["Cover"].iter_rows(values_only=True) if row[0]]
    assert book.sheetnames[:2] == ["Cover", "Notes"]
    assert said[0] == "Briefing of the Westmoor panel"
    assert "About the panel." in said
    assert "Status: DRAFT" in said


def test_every_figure_printed_has_its_source() -> None:
    traced = {
        "text": "94%",
        "rows": ["m/t/r1", "m/t/r2"],
        "sources": ["item 9, page 60", "item 9, page 61"],
        "operation": "change on the year",
    }
    cell = {**b.cell("71%"), "figures": [{"text": "71%", "rows": [], "sources": ["item 7"]}]}
    book = book_of(
        b.heading("T", 1),
        b.heading("Visits", 2),
        {**b.paragraph("It rose to 94%."), "figures": [traced]},
        b.table([{"text": "a"}, {"text": "b"}], [[b.cell("x"), cell]], caption="C"),
    )
    assert rows_of(book["Figures printed"]) == [
        ("Section", "Figure", "In the text", "How found", "Source", "Rows of the store"),
        ("Visits", "94%", "It rose to 94%.", "change on the year",
         "item 9, page 60; item 9, page 61", "m/t/r1; m/t/r2"),
        ("Visits", "71%", "71%", "as printed", "item 7", "[x]"),
    ]  # fmt: skip


def test_attached_data_keeps_texts_as_texts_and_numbers_as_numbers() -> None:
    book = book_of(b.attachment("observations.csv", OBSERVATIONS, description="All figures"))
    sheet = book["Observations"]
    assert sheet["A1"].value == "All figures"
    head, first, second, third = rows_of(sheet)
    assert head[0] == "observation"
    assert first == ("m/t/r1", "2024", 1366, "1,366", "stated", "9", "=1+1")
    assert second == ("m/t/r2", "[x]", 12.5, "12.5%", "ambiguous", "07", "[x]")
    assert third == ("m/t/r3", "2023/24", -7, "-7", "stated", "7a", "+441")


def test_nothing_is_a_formula_or_a_link() -> None:
    harm = ["=HYPERLINK(\"http://x.org\")", "+1+1", "@SUM(A1)", "-cmd", "http://x.org", "{=1}",
            "[text](http://x.org) [more](http://y.org)", "$$note$$", "mailto:a@x.org"]  # fmt: skip
    rows = [[b.cell(str(n)), b.cell(text)] for n, text in enumerate(harm)]
    book = book_of(
        b.heading(harm[6], 1),
        b.table([{"text": "n"}, {"text": "$$x$$"}], rows, caption=harm[6]),
        title=harm[6],
    )
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    values = [row[1] for row in rows_of(book.worksheets[2])]
    assert values[1:5] == harm[:4]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("", "[x]"),
        ("-", "[x]"),
        ("–", "[x]"),
        ("%", "percent"),
        ("▲", "up"),
        ("→ ✓", "level yes"),
        ("☃", "snowman"),
        ("Ж", "cyrillic capital letter zhe"),
        ("12%", "12%"),
        ("'=1", "=1"),
        ("'tis", "'tis"),
    ],
)
def test_a_cell_is_never_blank_and_never_a_sign_alone(given, written) -> None:
    assert text_cell(given) == written


def test_withheld_figures_have_a_sheet_of_their_own() -> None:
    book = book_of(b.attachment("observations.csv", OBSERVATIONS, description="All figures"))
    assert [row[0] for row in rows_of(book["Withheld"])] == ["observation", "m/t/r2"]
    assert ("Count: withheld", "3") not in rows_of(book["Notes"])


def test_names_of_sheets_are_allowed_and_apart() -> None:
    name = "A very long name: of/a [table] that nobody would want?"
    table = b.table([{"text": "a"}, {"text": "a"}], [[b.cell("1"), b.cell("2")]], caption=name)
    book = book_of(table, table, b.table([{"text": ""}], [[b.cell("1")]], caption="Notes"))
    assert len(set(book.sheetnames)) == len(book.sheetnames)
    assert all(len(n) <= 31 for n in book.sheetnames)
    assert rows_of(book.worksheets[2])[0] == ("a", "a (2)")


def test_groups_of_a_table_are_a_column_and_empty_columns_are_left_out() -> None:
    book = book_of(s.exceptions())
    head, first, *_ = rows_of(book.worksheets[2])
    assert head == ("Group", "Measure", "July", "Target", "Judgement", "Where")
    assert first[0] == "Visits and supervision"


def test_the_same_notebook_gives_the_same_bytes() -> None:
    edition = edition_from_notebook(s.rich())
    first = to_xlsx(edition)
    time.sleep(1.1)
    assert to_xlsx(edition) == first


def test_the_workbook_names_the_document_and_no_user() -> None:
    properties = book_of(b.heading("T", 1), author="The team").properties
    assert properties.title == "Briefing of the Westmoor panel"
    assert properties.creator == "The team"
    assert properties.created.isoformat() == "2031-07-16T00:00:00"
