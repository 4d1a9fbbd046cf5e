"""Trackers of recommendations: what was asked, what was answered, and each one's status."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from packs.reading import source_of
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from briefing.ingest.page import Source
from briefing.ingest.parts import Tracker, TrackerRow, Unread
from briefing.ingest.read.markdown import read_markdown
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.tracker import recognise

SHARED = Path(__file__).parents[3] / "shared" / "packs"
PACK = SHARED / "2024-09-26-reports-pack.txt"

HEAD = ("Date", "Title", "Action proposed", "Action taken", "Progress status")


def _pdf(
    rows: list[tuple[str, ...]], *, ruled: bool = True, spans: tuple[tuple[int, int], ...] = ()
):
    """A tracker on paper; the date and title of ``spans`` (first, last row) go over its rows."""
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    table = Table(cells, colWidths=[60, 85, 150, 160, 75], repeatRows=1)
    rules = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        rules.append(("GRID", (0, 0), (-1, -1), 0.7, colors.black))
    for first, last in spans:
        rules += [("SPAN", (at, first), (at, last)) for at in (0, 1)]
    table.setStyle(rules)
    held = BytesIO()
    SimpleDocTemplate(held, pagesize=A4, leftMargin=30, rightMargin=30, invariant=1).build([table])
    return source_of(held.getvalue())


def _text(text: str) -> Source:
    return read_text("tracker.txt", text.encode(), text)


def _rows(source: Source) -> list[TrackerRow]:
    return [row for part in recognise(source) if isinstance(part, Tracker) for row in part.rows]


def _unread(source: Source) -> list[str]:
    return [part.kind for part in recognise(source) if isinstance(part, Unread)]


def _pairs(row: TrackerRow) -> list[tuple[str, str, str]]:
    taken = row.taken if len(row.taken) == len(row.actions) else row.taken * len(row.actions)
    assert len(row.statuses) == len(row.actions)
    return [
        (action.text, answer.text, status.text)
        for action, answer, status in zip(row.actions, taken, row.statuses, strict=True)
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_row_on_paper_has_its_date_title_action_answer_and_status(ruled: bool) -> None:
    source = _pdf(
        [
            HEAD,
            (
                "02/05/24",
                "Damp homes",
                "That damp homes are listed.",
                "A list is kept.",
                "Complete",
            ),
            ("04/07/24", "Bus passes", "That passes are sent out.", "To follow.", "In progress"),
        ],
        ruled=ruled,
    )
    assert [(row.raised, row.title, _pairs(row)) for row in _rows(source)] == [
        (
            date(2024, 5, 2),
            "Damp homes",
            [("That damp homes are listed.", "A list is kept.", "Complete")],
        ),
        (
            date(2024, 7, 4),
            "Bus passes",
            [("That passes are sent out.", "To follow.", "In progress")],
        ),
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_several_actions_under_one_date_each_keep_their_answer_and_status(ruled: bool) -> None:
    source = _pdf(
        [
            HEAD,
            (
                "02/05/24",
                "Damp homes",
                "1) That damp homes in the town are listed.",
                "Done.",
                "Complete",
            ),
            ("", "", "2) That each is visited before the winter.", "Visits begin.", "In progress"),
            ("", "", "3) That the panel hears how many are dry.", "In May.", "Not started"),
            ("04/07/24", "Bus passes", "1) That passes are sent.", "Sent.", "Complete"),
        ],
        ruled=ruled,
        spans=((1, 3),),
    )
    damp, passes = _rows(source)
    assert [action.number for action in damp.actions] == ["1)", "2)", "3)"]
    assert [(taken, status) for _, taken, status in _pairs(damp)] == [
        ("Done.", "Complete"),
        ("Visits begin.", "In progress"),
        ("In May.", "Not started"),
    ]
    assert _pairs(passes) == [("That passes are sent.", "Sent.", "Complete")]


def test_an_answer_that_goes_on_overleaf_stays_with_its_row() -> None:
    long = "<br/>".join(f"Step {n} was taken." for n in range(90))
    rows = [HEAD, ("02/05/24", "Damp homes", "That damp homes are listed.", long, "Complete")]
    style = [
        (f"0{n}/07/24", "Bus passes", "That passes are sent.", "Sent.", "Closed") for n in (1, 2)
    ]
    source = _pdf_split(rows + style)
    assert len(source.pages) > 1
    damp, *others = _rows(source)
    assert damp.taken[0].text.endswith("Step 89 was taken.")
    assert [status.text for status in damp.statuses] == ["Complete"]
    assert [row.statuses[0].text for row in others] == ["Closed", "Closed"]


def _pdf_split(rows: list[tuple[str, ...]]) -> Source:
    """A tracker whose rows may be cut at the foot of a page."""
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    table = Table(cells, colWidths=[60, 85, 150, 160, 75], repeatRows=1, splitInRow=1)
    table.setStyle(
        [("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    held = BytesIO()
    SimpleDocTemplate(held, pagesize=A4, leftMargin=30, rightMargin=30, invariant=1).build([table])
    return source_of(held.getvalue())


FLAT = """Westmoor Housing Panel

Date Title Action proposed Action Taken Progress
Status

02/05/24 Damp
homes

1) That damp homes in the town
are listed.

Completed - a list is kept by the
team.

Complete

2) That each is visited.

Visits began in May.

{second}
Date Title Action proposed Action Taken Progress
Status

Visits go on.

04/07/24 Bus passes

1) That passes are sent.

Sent.

Complete
DECISION-MAKER: HOUSING PANEL
"""


def test_text_without_columns_is_put_together_by_order_and_is_less_sure() -> None:
    source = _text(FLAT.format(second="In progress"))
    damp, passes = _rows(source)
    assert (damp.raised, damp.title) == (date(2024, 5, 2), "Damp homes")
    assert [answer.text for answer in damp.taken] == [
        "Completed - a list is kept by the team.",
        "Visits began in May. Visits go on.",
    ]
    assert [status.text for status in damp.statuses] == ["Complete", "In progress"]
    assert _pairs(passes) == [("That passes are sent.", "Sent.", "Complete")]
    (tracker,) = [part for part in recognise(source) if isinstance(part, Tracker)]
    assert tracker.certainty < 1


@pytest.mark.parametrize("second", ["", "In progress\n\nComplete"])
def test_where_a_status_is_missing_or_too_many_none_is_taken(second: str) -> None:
    source = _text(FLAT.format(second=second))
    damp, passes = _rows(source)
    assert damp.statuses == ()
    assert _unread(source) == ["statuses-not-paired"]
    assert [status.text for status in passes.statuses] == ["Complete"]


def test_a_markdown_tracker_is_read_by_its_cells() -> None:
    text = (
        "| Date | Item | Recommendation | Response | Status |\n| --- | --- | --- | --- | --- |\n"
        "| 2 May 2024 | Damp | 1) List them. 2) Visit them. | 1) Done. 2) Soon. | Closed |\n"
    )
    (row,) = _rows(read_markdown("tracker.md", text.encode(), text))
    assert [action.text for action in row.actions] == ["List them.", "Visit them."]
    assert [status.text for status in row.statuses] == ["Closed"]


def test_names_of_officers_and_contacts_are_left_out() -> None:
    answer = "Jo Marsh, Head of Places, wrote on 01234 567890 to jo.marsh@westmoor.gov.uk."
    source = _pdf([HEAD, ("02/05/24", "Damp", "That it is listed.", answer, "Complete")])
    words = _rows(source)[0].taken[0].text
    assert "Head of Places" in words
    assert not any(part in words for part in ("Marsh", "567890", "westmoor.gov"))


def test_a_sentence_that_counts_few_children_is_left_out() -> None:
    answer = "Work goes on. Three children have moved school. All schools are told."
    source = _pdf([HEAD, ("02/05/24", "Schools", "That it is listed.", answer, "Complete")])
    assert _rows(source)[0].taken[0].text == "Work goes on. […] All schools are told."


@pytest.mark.parametrize(
    "head",
    [
        ("What we have committed to", "Led by", "Timescale", "Measure", "Outcome"),
        ("Date", "Meeting", "Item", "Lead", "Notes"),
        ("Indicator", "Apr", "May", "Target", "RAG"),
    ],
)
def test_other_tables_are_left_alone(head: tuple[str, ...]) -> None:
    assert list(recognise(_pdf([head, ("02/05/24", "two", "three", "four", "five")]))) == []


@pytest.mark.shared
@pytest.mark.skipif(not PACK.exists(), reason="the council documents are not beside the checkout")
def test_the_five_recommendations_of_a_real_pack() -> None:
    source = read_text(PACK.name, PACK.read_bytes(), PACK.read_text(encoding="utf-8"))
    printed = [
        (date(2024, 7, 18), "Local Area SEND Inspection", 4144, "That, to help target", "Complete"),
        (
            date(2024, 8, 8),
            "Repeat Child Protection Plans",
            4230,
            "That, to reinforce the",
            "Complete",
        ),
        (
            date(2024, 8, 8),
            "Repeat Child Protection Plans",
            4240,
            "That, reflecting concerns raised",
            "In progress",
        ),
        (
            date(2024, 8, 8),
            "Repeat Child Protection Plans",
            4250,
            "That the scheduled follow",
            "In progress",
        ),
        (
            date(2024, 8, 8),
            "Annual conversation with Ofsted",
            4265,
            "That an all-members briefing",
            "In progress",
        ),
    ]
    found = [
        (row.raised, row.title, action.where.line, " ".join(action.text.split()[:4]), status.text)
        for row in _rows(source)
        for action, status in zip(row.actions, row.statuses, strict=True)
    ]
    assert found == printed
    assert [answer.where.line for row in _rows(source) for answer in row.taken] == [
        4150,
        4235,
        4245,
        4254,
        4270,
    ]
    assert _unread(source) == []
