"""Performance tables in PDFs of many layouts, in Markdown and in text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reportlab.lib import colors

from briefing.ingest.page import Line, Page, Source, Word
from briefing.ingest.parts import PrintedTable, TableRow
from briefing.ingest.read import read_source
from briefing.ingest.recognise.performance_table import recognise
from briefing.ingest.words.periods import period_of
from briefing.ingest.words.values import read_value

from . import papers
from .table_samples import GRID, STYLES, Style, build, printed, sample

PACKS = Path(__file__).parents[2].parent / "shared" / "packs"


def found_in(path: Path) -> list[PrintedTable]:
    return [part for part in recognise(read_source(path)) if isinstance(part, PrintedTable)]


def only(path: Path) -> PrintedTable:
    (table,) = found_in(path)
    return table


def values(row: TableRow) -> list[str]:
    return [str(cell.value) if cell.value is not None else cell.status for cell in row.cells]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("number", range(len(STYLES)))
def test_every_cell_of_a_generated_table_is_right(number: int, tmp_path: Path) -> None:
    style: Style = STYLES[number]
    rng = random.Random(number)
    made = [sample(rng, style) for _ in range(2)]
    tables = found_in(build(tmp_path / "tables.pdf", made, style))
    assert [table.title for table in tables] == [one.title for one in made]
    for want, got in zip(made, tables, strict=True):
        assert [squeezed(row.label) for row in got.rows] == [
            squeezed(row.label) for row in want.answers
        ]
        assert [row.breakdown for row in got.rows] == [row.group for row in want.answers]
        for answer, row in zip(want.answers, got.rows, strict=True):
            by = {squeezed(got.headers[cell.column or 0]): cell for cell in row.cells}
            assert not answer.rag or row.rag == answer.rag
            for heading, raw in answer.cells.items():
                cell = by[squeezed(heading)]
                stated = read_value(raw, of="target" if heading == "Target" else "")
                assert (cell.status, cell.value) == (stated.status, stated.value), raw
                assert got.columns[cell.column or 0].period == period_of(heading)


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_over_pages_is_one(repeat: int, tmp_path: Path) -> None:
    style = Style(repeat=repeat)
    made = sample(random.Random(5), style, rows=60)
    table = only(build(tmp_path / "long.pdf", [made], style))
    assert len(table.rows) == 60
    assert {row.where.page for row in table.rows} > {1}
    assert [row.breakdown for row in table.rows] == [answer.group for answer in made.answers]


def test_quarters_under_a_band_of_years(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "2023/24", "", "", "", "2024/25", "", "", ""],
        ["", "Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"],
        ["Contacts", "11", "12", "13", "14", "21", "22", "23", "24"],
        ["Visits", "31", "32", "33", "34", "41", "42", "43", "44"],
    ]
    spans = (("SPAN", (1, 0), (4, 0)), ("SPAN", (5, 0), (8, 0)), ("SPAN", (0, 0), (0, 1)))
    for more in ((), (GRID,)):
        table = only(printed(tmp_path / "band.pdf", rows, [110, *[40] * 8], *spans, *more))
        codes = [str(column.period) for column in table.columns[1:]]
        assert codes == [f"{y}-Q{q}" for y in ("2023/24", "2024/25") for q in (1, 2, 3, 4)]
        assert values(table.rows[0]) == ["11", "12", "13", "14", "21", "22", "23", "24"]


def test_actuals_and_targets_under_years(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "2022/23", "", "2023/24", ""],
        ["", "Actual", "Target", "Actual", "Target"],
        ["Visits in time", "81%", "90%", "84%", "92%"],
    ]
    spans = (("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)))
    table = only(printed(tmp_path / "pairs.pdf", rows, [110, *[50] * 4], *spans))
    kinds = [(column.kind, str(column.period)) for column in table.columns[1:]]
    assert kinds == [
        ("period", "2022/23"),
        ("target", "2022/23"),
        ("period", "2023/24"),
        ("target", "2023/24"),
    ]


def test_bare_months_take_the_year_of_the_title_or_stay_ambiguous(tmp_path: Path) -> None:
    rows = [["Indicator", "Aug", "Sep", "Jan"], ["Contacts", "11", "12", "13"]]
    dated = only(printed(tmp_path / "a.pdf", rows, [110, 40, 40, 40], title="Work of 2024/25"))
    assert [str(c.period) for c in dated.columns[1:]] == ["2024-08", "2024-09", "2025-01"]
    undated = only(printed(tmp_path / "b.pdf", rows, [110, 40, 40, 40]))
    assert [cell.status for cell in undated.rows[0].cells] == ["ambiguous"] * 3


def test_unnamed_comparators_behind_a_target_count_from_one(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "Aug-23", "Sep-23", "Target", "RAG", "", ""],
        ["Contacts", "11", "12", "15", "", "81.6", "-"],
        ["Visits", "21", "22", "25", "", "70.1", "9.5"],
    ]
    fills = (
        ("BACKGROUND", (4, 1), (4, 1), colors.red),
        ("BACKGROUND", (4, 2), (4, 2), colors.HexColor("#00b050")),
    )
    table = only(printed(tmp_path / "sn.pdf", rows, [110, *[44] * 6], *fills))
    assert [(c.kind, c.position) for c in table.columns[5:]] == [
        ("comparator", 1),
        ("comparator", 2),
    ]
    assert [row.rag for row in table.rows] == ["red", "green"]
    assert values(table.rows[0]) == ["11", "12", "15", "81.6", "missing"]


def test_named_comparators_with_their_years(tmp_path: Path) -> None:
    rows = [
        ["Measure", "2022", "2023", "England 2023", "South East", "Stat neighbours"],
        ["Contacts", "11", "12", "13", "14", "15"],
    ]
    table = only(printed(tmp_path / "named.pdf", rows, [90, 50, 50, 80, 70, 90]))
    assert [(c.comparator, str(c.period or ""), c.position) for c in table.columns[3:]] == [
        ("england", "2023", 1),
        ("region", "", 2),
        ("statistical_neighbours", "", 3),
    ]


def test_two_tables_side_by_side_are_two(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "Aug-24", "Sep-24", "", "Indicator", "Aug-24", "Sep-24"],
        ["Contacts", "11", "12", "", "Visits", "21", "22"],
        ["Referrals", "13", "14", "", "Plans", "23", "24"],
    ]
    tables = found_in(printed(tmp_path / "two.pdf", rows, [110, 40, 40, 20, 110, 40, 40]))
    assert [[row.label for row in table.rows] for table in tables] == [
        ["Contacts", "Referrals"],
        ["Visits", "Plans"],
    ]
    assert values(tables[1].rows[1]) == ["23", "24"]


def test_years_down_the_side_become_columns(tmp_path: Path) -> None:
    rows = [["Year", "Number of households", "England"]]
    rows += [[f"{year}/{year - 1999}", str(year - 1800), "12.5"] for year in (2021, 2022, 2023)]
    table = only(printed(tmp_path / "down.pdf", rows, [70, 120, 60]))
    assert [str(column.period) for column in table.columns[1:]] == ["2021/22", "2022/23", "2023/24"]
    assert [row.label for row in table.rows] == ["Number of households", "England"]
    assert values(table.rows[0]) == ["221", "222", "223"]


def test_a_label_as_high_as_its_parts_is_given_to_each_by_the_rules(tmp_path: Path) -> None:
    rows = [
        ["Measure", "Group", "2022", "2023"],
        ["Absence", "Boys", "5.1%", "5.2%"],
        ["", "Girls", "4.1%", "4.2%"],
        ["", "All", "4.6%", "4.7%"],
        ["Exclusions", "Boys", "51", "52"],
        ["", "Girls", "41", "42"],
        ["", "All", "92", "94"],
    ]
    spans = (("SPAN", (0, 1), (0, 3)), ("SPAN", (0, 4), (0, 6)))
    ruled = only(printed(tmp_path / "ruled.pdf", rows, [90, 60, 50, 50], GRID, *spans))
    assert [(row.label, row.breakdown) for row in ruled.rows[3:]] == [
        ("Exclusions", "Boys"),
        ("Exclusions", "Girls"),
        ("Exclusions", "All"),
    ]
    bare = only(printed(tmp_path / "bare.pdf", rows, [90, 60, 50, 50], *spans))
    unlabelled = [row for row in bare.rows if not row.label]
    assert len(unlabelled) == 4
    assert {cell.status for row in unlabelled for cell in row.cells} == {"withheld"}


def test_parts_that_stand_in_take_the_label_above(tmp_path: Path) -> None:
    rows = [
        ["Measure", "Q1 2024/25", "Q2 2024/25"],
        ["Children in care", "300", "310"],
        ["Boys", "150", "160"],
        ["Care leavers", "90", "80"],
    ]
    table = only(
        printed(tmp_path / "in.pdf", rows, [130, 60, 60], ("LEFTPADDING", (0, 2), (0, 2), 20))
    )
    assert [row.breakdown for row in table.rows] == ["", "Children in care", ""]


def test_a_value_in_a_cell_over_several_columns_is_ambiguous(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "Aug-23", "Sep-23", "Oct-23"],
        ["Contacts", "12", "13", "14"],
        ["Visits", "15", "", ""],
    ]
    table = only(
        printed(tmp_path / "m.pdf", rows, [110, 40, 40, 40], GRID, ("SPAN", (1, 2), (3, 2)))
    )
    (cell,) = table.rows[1].cells
    assert (cell.status, cell.column, cell.candidates) == ("ambiguous", None, (1, 2, 3))


def test_cells_with_two_numbers_are_withheld_and_money_takes_its_scale(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "2022/23", "2023/24"],
        ["Plans in time", "12 (34%)", "12/34"],
        ["Placements (£000s)", "1,200", "(350)"],
        ["Agency staff (£000s)", "£1.2m", "45"],
    ]
    table = only(printed(tmp_path / "n.pdf", rows, [130, 70, 70], GRID))
    assert [cell.status for cell in table.rows[0].cells] == ["withheld", "withheld"]
    assert values(table.rows[1]) == ["1200000", "-350000"]
    assert values(table.rows[2]) == ["withheld", "45000"]


def test_ratings_between_months_belong_to_the_month_before(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "Aug-23", "RAG", "Sep-23", "RAG", "Target"],
        ["Contacts", "11", "G", "12", "R", "20"],
    ]
    table = only(printed(tmp_path / "r.pdf", rows, [110, *[44] * 5]))
    assert [cell.rag for cell in table.rows[0].cells] == ["green", "red", ""]


def test_tables_of_words_are_left_alone(tmp_path: Path) -> None:
    attendance = [
        ["Member", "12 June 2024", "18 July 2024"],
        ["Councillor Ash", "P", "A"],
        ["Councillor Birch", "x", "P"],
    ]
    actions = [
        ["Recommendation", "Action taken", "Target date", "Status"],
        ["Report on visits", "Done in 2024", "March 2024", "Complete"],
    ]
    assert found_in(printed(tmp_path / "m.pdf", attendance, [110, 80, 80], GRID)) == []
    assert found_in(printed(tmp_path / "a.pdf", actions, [110, 90, 80, 60], GRID)) == []


def _cells(*texts: str, number: int) -> Line:
    words = tuple(Word(text, 0, 0, 0, 0) for text in texts if text)
    return Line(words, None, "", number, texts)


def test_a_markdown_table_is_read_by_its_cells() -> None:
    lines = (
        Line((Word("Performance", 0, 0, 0, 0),), None, "", 1, (), 2),
        _cells("Measure", "Q1 2024/25", "Q2 2024/25", "Target", number=3),
        _cells("Percentage of visits in time", "81", "n/a", "≥90", number=5),
        _cells("Workforce", "", "", "", number=6),
        _cells("Agency staff", "12", "c", "10", number=7),
    )
    source = Source("a.md", "0" * 64, "markdown", (Page(None, lines),))
    (table,) = [part for part in recognise(source) if isinstance(part, PrintedTable)]
    assert table.title == "Performance"
    assert [(r.label, r.breakdown, r.unit) for r in table.rows] == [
        ("Percentage of visits in time", "", "percent"),
        ("Agency staff", "Workforce", ""),
    ]
    assert values(table.rows[0]) == ["81", "missing", "90"]
    assert values(table.rows[1]) == ["12", "suppressed", "10"]
    assert table.rows[1].where.line == 7


def test_the_table_of_a_markdown_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "care.md"
    path.write_text(
        "# Home care\n\n| Measure | Apr-31 | May-31 | Target |\n| --- | --: | --: | --: |\n"
        "| Visits in time | 81% | 83% | 90% |\n| Number of visits | 1,200 | - | |\n\nText below.\n",
        encoding="utf-8",
    )
    (table,) = [part for part in recognise(read_source(path)) if isinstance(part, PrintedTable)]
    assert (table.title, table.headers) == ("Home care", ("Measure", "Apr-31", "May-31", "Target"))
    assert [str(column.period) for column in table.columns[1:3]] == ["2031-04", "2031-05"]
    assert [values(row) for row in table.rows] == [
        ["81", "83", "90"],
        ["1200", "missing", "missing"],
    ]
    assert [row.where.line for row in table.rows] == [5, 6]


@papers.shared
def test_the_published_summary_has_one_table_of_nine_years() -> None:
    table = only(PACKS / "2025-09-11-published-summary.txt")
    assert [str(column.period) for column in table.columns[1:]] == [
        str(year) for year in range(2017, 2026)
    ]
    assert [row.label for row in table.rows] == ["Number of households", "Number of places"]
    first, second = table.rows
    assert values(first) == ["255", "223", "213", "205", "199", "183", "221", "168", "142"]
    assert values(second) == ["442", "385", "357", "339", "333", "325", "407", "316", "277"]


@papers.shared
@pytest.mark.parametrize(
    "name",
    [
        "2014-09-15-inspection-report.pdf",
        "2023-07-06-minutes.md",
        "other-councils/2025-01-30-priority-measures.pdf",
        "other-councils/2025-02-13-minutes-with-recorded-votes.pdf",
        "other-councils/2025-03-04-agenda-frontsheet.pdf",
    ],
)
def test_papers_without_performance_tables_give_none(name: str) -> None:
    assert list(recognise(read_source(PACKS / name))) == []


def test_a_web_table_with_quarters_under_years() -> None:
    lines = (
        _cells("Measure", "2023/24", "", "2024/25", "", number=1),
        _cells("", "Q3", "Q4", "Q1", "Q2", number=2),
        _cells("Visits", "11", "12", "13", "14", number=3),
    )
    source = Source("a.html", "0" * 64, "html", (Page(None, lines),))
    (table,) = [part for part in recognise(source) if isinstance(part, PrintedTable)]
    assert [str(column.period) for column in table.columns[1:]] == [
        "2023/24-Q3",
        "2023/24-Q4",
        "2024/25-Q1",
        "2024/25-Q2",
    ]
    assert values(table.rows[0]) == ["11", "12", "13", "14"]


def test_a_target_beside_months_under_a_band_is_of_no_year(tmp_path: Path) -> None:
    rows = [
        ["Indicator", "2023", "", "2024", "", ""],
        ["", "Nov", "Dec", "Jan", "Feb", "Target"],
        ["Contacts", "11", "12", "13", "14", "20"],
    ]
    spans = (("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)))
    table = only(printed(tmp_path / "t.pdf", rows, [110, *[44] * 5], *spans))
    assert [str(column.period or "") for column in table.columns[1:]] == [
        "2023-11",
        "2023-12",
        "2024-01",
        "2024-02",
        "",
    ]


def test_the_rows_of_one_measure_become_one_row_with_its_targets(tmp_path: Path) -> None:
    rows = [
        ["Trend", "Jun-24", "Sep-24", "Dec-24"],
        ["KPI result", "81%", "84%", "88%"],
        ["Target", "85%", "85%", "90%"],
        ["RAG rating", "Red", "Amber", "Amber"],
    ]
    table = only(
        printed(tmp_path / "k.pdf", rows, [90, 50, 50, 50], GRID, title="Percentage answered")
    )
    (row,) = table.rows
    assert row.label == "Percentage answered"
    assert values(row) == ["81", "84", "88", "85", "85", "90"]
    assert [column.kind for column in table.columns[1:]] == ["period"] * 3 + ["target"] * 3
    assert [cell.rag for cell in row.cells[:3]] == ["red", "amber", "amber"]
