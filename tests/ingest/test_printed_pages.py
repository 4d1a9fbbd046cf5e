"""Printed page numbers: filled where they run on for certain, blank elsewhere."""

from __future__ import annotations

import pytest

from briefing.ingest.pages.check import disagreements
from briefing.ingest.pages.printed import number
from briefing.ingest.parts import AgendaItem, Where
from briefing.ingest.recognise import agenda

from . import papers

BODY = (70, 400, "Words of the page.")


def foot(words, x=280):
    return (x, 800, words)


def printed(source):
    return [page.printed for page in number(source).pages]


@pytest.mark.parametrize(
    "form", ["Page {}", "PAGE {}", "{}", "- {} -", "P/age {}", "Page {} of 9", "{} of 9", "p. {}"]
)
def test_numbers_at_the_foot_run_on_with_the_file(form):
    made = papers.paper(*([BODY, foot(form.format(n))] for n in range(3, 8)))
    assert printed(made) == ["3", "4", "5", "6", "7"]


def test_numbers_may_stand_at_the_head():
    made = papers.paper(*([(280, 20, f"Page {n}"), BODY] for n in range(1, 5)))
    assert printed(made) == ["1", "2", "3", "4"]


def test_numbers_may_stand_at_the_end_of_a_running_foot():
    made = papers.paper(*([BODY, foot(f"Westmoor Children's Panel {n}")] for n in range(4, 9)))
    assert printed(made) == ["4", "5", "6", "7", "8"]


def test_roman_numbers_are_kept_as_printed():
    made = papers.paper(*([BODY, foot(n)] for n in ("i", "ii", "iii", "iv", "v")))
    assert printed(made) == ["i", "ii", "iii", "iv", "v"]


def test_the_front_sheets_without_numbers_stay_blank():
    made = papers.paper([BODY], [BODY], *([BODY, foot(f"Page {n}")] for n in range(1, 5)))
    assert printed(made) == ["", "", "1", "2", "3", "4"]


def test_a_page_without_a_number_between_two_of_one_run_is_known():
    pages = [[BODY, foot(f"Page {n}")] for n in range(1, 7)]
    pages[2] = [BODY]
    assert printed(papers.paper(*pages)) == ["1", "2", "3", "4", "5", "6"]


def test_a_reports_own_numbers_are_told_from_the_packs():
    own = [1, 2, 3, 1, 2, 3, 4, 1, 2, 3]
    made = papers.paper(
        *(
            [BODY, (280, 780, str(inner)), foot(f"Page {at}", x=70)]
            for at, inner in enumerate(own, start=5)
        )
    )
    assert printed(made) == [str(n) for n in range(5, 15)]


def test_own_numbers_of_several_reports_alone_are_no_numbers_of_the_pack():
    own = [1, 2, 3, 1, 2, 3]
    assert printed(papers.paper(*([BODY, foot(str(n))] for n in own)))[3:] == ["", "", ""]


def test_a_year_or_a_figure_at_the_foot_is_no_page():
    made = papers.paper(*([BODY, foot(words)] for words in ("2031", "2031", "2031", "2031")))
    assert printed(made) == ["", "", "", ""]
    made = papers.paper(*([BODY, foot(words)] for words in ("12", "40", "7", "19")))
    assert printed(made) == ["", "", "", ""]


def test_raised_figures_at_the_foot_are_no_pages():
    assert printed(papers.paper([BODY, foot("a note ²")], [BODY, foot("²")])) == ["", ""]


def test_numbers_in_the_middle_of_the_page_are_no_pages():
    made = papers.paper(*([BODY, (280, 420, f"Page {n}")] for n in range(1, 5)))
    assert printed(made) == ["", "", "", ""]


def test_numbers_that_jump_leave_the_gap_blank():
    made = papers.paper(*([BODY, foot(f"Page {n}")] for n in (1, 2, 3, 9, 10, 11)))
    assert printed(made) == ["1", "2", "3", "9", "10", "11"]
    pages = [[BODY, foot(f"Page {n}")] for n in (1, 2, 3)] + [[BODY]]
    pages += [[BODY, foot(f"Page {n}")] for n in (9, 10, 11)]
    assert printed(papers.paper(*pages)) == ["1", "2", "3", "", "9", "10", "11"]


def test_lines_carry_the_number_of_their_page():
    made = number(papers.paper(*([BODY, foot(f"Page {n}")] for n in range(3, 6))))
    assert [line.printed_page for line in made.lines] == ["3", "3", "4", "4", "5", "5"]


def test_text_with_form_feeds_has_numbers_too():
    made = papers.text("one\nPage 4\fone\nPage 5\fone\nPage 6")
    assert printed(made) == ["4", "5", "6"]


def lines_of(written):
    return {
        line.text: line.printed_page for line in number(papers.text(written)).lines if line.words
    }


TEXT = """ Start of one
more of one
 Start of two
more of two
Page 2



 Start of three
more of three
 Start of four
 set in by a table
Page {}
"""


def test_in_plain_text_a_mark_closes_its_page():
    found = lines_of("front\nPage 1\n\n\nnext page\nmore\nPage 2\n")
    assert found["next page"] == "2"
    assert found["more"] == "2"


def test_between_two_marks_pages_are_known_where_as_many_begin():
    found = lines_of(TEXT.format(5))
    assert found["Start of three"] == "3"
    assert found["Start of four"] == "4"
    assert found["set in by a table"] == "5"


def test_between_two_marks_pages_are_blank_where_more_or_fewer_begin():
    for last in (4, 6):
        found = lines_of(TEXT.format(last))
        assert found["Start of three"] == ""
        assert found["more of three"] == ""


def test_text_without_marks_has_no_pages():
    assert set(lines_of(" one\ntwo\n three\n").values()) == {""}


def item(at, title, first, last):
    return AgendaItem(where=Where(), number=at, title=title, printed_from=first, printed_to=last)


def cover(title):
    rows = ("DECISION-MAKER: PANEL", f"SUBJECT: {title}", "DATE: 1 MAY 2031", "REPORT OF: CLERK")
    return [(70, 60 + 20 * at, row) for at, row in enumerate(rows)]


def test_an_index_that_is_pages_out_is_listed():
    pages = [[BODY, foot(f"Page {n}")] for n in range(1, 9)]
    pages[2] = [*cover("VISITS TO CHILDREN"), foot("Page 3")]
    pages[6] = [*cover("SCHOOL PLACES"), foot("Page 7")]
    source = number(papers.paper(*pages))
    found = disagreements(
        source, [item("6", "VISITS TO CHILDREN", 3, 6), item("7", "SCHOOL PLACES", 24, 25)]
    )
    assert [(one.kind, one.where.printed_page) for one in found] == [("agenda-pages-differ", "7")]
    assert "item 7 on pages 24 to 25" in found[0].message


def test_an_item_whose_pages_are_not_there_is_listed():
    source = number(papers.paper(*([BODY, foot(f"Page {n}")] for n in range(1, 5))))
    found = disagreements(source, [item("8", "TRANSPORT TO SCHOOL", 5, 9)])
    assert [one.kind for one in found] == ["agenda-item-lost"]


def test_an_agenda_alone_has_nothing_to_disagree_with():
    assert disagreements(papers.paper([BODY]), [item("8", "TRANSPORT TO SCHOOL", 5, 9)]) == []


@papers.shared
def test_pages_of_the_pack_of_september_2024():
    source = number(papers.published("2024-09-26-reports-pack.txt"))
    pages = {line.number: line.printed_page for line in source.lines}
    known = {432: "2", 497: "2", 542: "5", 610: "5", 870: "11", 1048: "15", 1501: "26"}
    known |= {1532: "27", 1535: "28", 2029: "36", 2187: "39", 2247: "41", 2485: "48"}
    known |= {2550: "49", 3620: "72", 366: "1", 1342: "23"}
    assert {at: pages[at] for at in known} == known
    uncertain = (300, 735, 792, 1212, 1700, 1900, 2400, 3700, 4140, 4200)
    assert {pages[at] for at in uncertain} == {""}


@papers.shared
def test_the_inspection_report_runs_on_and_the_slides_and_minutes_have_no_numbers():
    report = number(papers.published("2014-09-15-inspection-report.pdf"))
    assert [page.printed for page in report.pages[1:]] == [str(n) for n in range(2, 45)]
    for name in ("2025-01-30-priority-measures.pdf", "2025-02-13-minutes-with-recorded-votes.pdf"):
        assert {
            page.printed for page in number(papers.published(f"other-councils/{name}")).pages
        } == {""}


@papers.shared
def test_nothing_disagrees_in_the_pack_of_september_2024():
    source = number(papers.published("2024-09-26-reports-pack.txt"))
    assert disagreements(source, list(agenda.recognise(source))) == []
