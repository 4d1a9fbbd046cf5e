"""Tables of commitments and ambitions: what is promised, who leads, by when, how it is known."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from packs.reading import source_of
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from briefing.ingest.page import Source
from briefing.ingest.parts import Part, Statement, Unread
from briefing.ingest.read.markdown import read_markdown
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.commitments import recognise
from briefing.ingest.words.due import due_of, due_opening
from briefing.ingest.words.roles import roles_only, without_names

SHARED = Path(__file__).parents[3] / "shared" / "packs" / "other-councils"
MEASURES = SHARED / "2025-01-30-priority-measures.pdf"

HEAD = ("What we have committed to", "Led by", "Timescale", "Measure", "Shared outcome")


def _pdf(
    rows: list[tuple[str, ...]], title: str = "Priorities", spans: tuple[int, ...] = ()
) -> Source:
    """A ruled table on broad paper; the rows at ``spans`` go over its whole width."""
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    table = Table(cells, colWidths=[260, 120, 90, 180, 90][: len(rows[0])], repeatRows=1)
    rules = [("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table.setStyle(rules + [("SPAN", (0, at), (-1, at)) for at in spans])
    held = BytesIO()
    document = SimpleDocTemplate(held, pagesize=landscape(A4), invariant=1)
    document.build([Paragraph(title, getSampleStyleSheet()["Heading1"]), table])
    return source_of(held.getvalue())


def _statements(source: Source) -> list[Statement]:
    return [part for part in recognise(source) if isinstance(part, Statement)]


def _unread(source: Source) -> list[str]:
    return [part.kind for part in recognise(source) if isinstance(part, Unread)]


def test_each_ruled_row_is_one_commitment_with_its_own_lead_and_time() -> None:
    source = _pdf(
        [
            HEAD,
            (
                "Open a warm hub in every ward of Westmoor",
                "Head of Places",
                "Mar 2026",
                "Hubs",
                "1",
            ),
            ("Train all wardens", "Learning Team", "Ongoing", "Numbers trained", "2"),
        ]
    )
    assert [
        (s.kind, s.text, s.owner, s.due, s.due_raw, s.measure) for s in _statements(source)
    ] == [
        (
            "commitment",
            "Open a warm hub in every ward of Westmoor",
            "Head of Places",
            "2026-03",
            "Mar 2026",
            "Hubs",
        ),
        ("commitment", "Train all wardens", "Learning Team", "", "Ongoing", "Numbers trained"),
    ]
    assert {s.item_title for s in _statements(source)} == {"Priorities"}


def _loose(rules: str) -> Source:
    style = getSampleStyleSheet()["BodyText"]
    rows = [HEAD, ("Open a warm hub", "Head of Places", "2026", "Hubs", "1")]
    rows += [("Train all wardens in the care of damp and cold homes", "Team", "2027", "Staff", "2")]
    table = Table([[Paragraph(x, style) for x in row] for row in rows], [220, 120, 90, 180, 100])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    if rules:
        table.setStyle([(rules, (0, 0), (-1, -1), 0.7, colors.black)])
    held = BytesIO()
    SimpleDocTemplate(held, pagesize=landscape(A4), invariant=1).build([table])
    return source_of(held.getvalue())


def test_where_only_level_rules_part_the_rows_columns_begin_at_their_headings() -> None:
    found = _statements(_loose("LINEBELOW"))
    assert [(s.text.split()[0], s.owner, s.due, s.measure) for s in found] == [
        ("Open", "Head of Places", "2026", "Hubs"),
        ("Train", "Team", "2027", "Staff"),
    ]


def test_where_no_rules_part_the_rows_none_is_read() -> None:
    source = _loose("")
    assert _statements(source) == []
    assert _unread(source) == ["rows-not-ruled"]


def test_a_line_that_spans_the_table_is_no_commitment() -> None:
    rows = [
        HEAD,
        ("Warm places for all", "", "", "", ""),
        ("Open hubs", "Head", "2026", "Hubs", "1"),
    ]
    assert [s.text for s in _statements(_pdf(rows, spans=(1,)))] == ["Open hubs"]


def test_a_row_without_lead_time_or_measure_is_reported() -> None:
    source = _pdf([HEAD, ("Libraries", "", "", "", "SO2"), ("Open hubs", "Head", "", "", "")])
    assert [s.text for s in _statements(source)] == ["Open hubs"]
    assert _unread(source) == ["row-without-lead"]


def test_times_set_apart_in_one_cell_are_not_shared_out() -> None:
    several = "Dec 2025<br/><br/><br/>March 2026"
    source = _pdf([HEAD, ("Plan the hubs. Then open the hubs", "Head", several, "Hubs", "1")])
    (one,) = _statements(source)
    assert (one.due, one.certainty) == ("", 0.6)
    assert _unread(source) == ["row-of-several-parts"]


def test_a_table_overleaf_goes_on_with_its_headings() -> None:
    rows = [HEAD] + [
        (f"Promise {n}: " + "warm and dry " * 30, "Head", "2027", "Hubs", "1") for n in range(9)
    ]
    source = _pdf(rows)
    assert len(source.pages) > 1
    assert [s.text.split(":")[0] for s in _statements(source)] == [f"Promise {n}" for n in range(9)]


def test_ambitions_have_their_time_from_the_column_or_from_how_they_open() -> None:
    head = ("Objectively verifiable indicators", "Timescale", "Progress")
    source = _pdf(
        [head, ("Damp homes will be fewer", "2028", ""), ("By 2029/30, all is dry", "", "")]
    )
    assert [(s.kind, s.due) for s in _statements(source)] == [
        ("ambition", "2028"),
        ("ambition", "2029/30"),
    ]


def test_a_person_who_leads_is_not_named() -> None:
    rows = [HEAD, ("Open hubs", "Jo Marsh, Head of Places", "2026", "Hubs", "1")]
    assert [s.owner for s in _statements(_pdf(rows))] == ["Head of Places"]


def test_a_markdown_table_is_read_by_its_cells() -> None:
    text = (
        "# Priorities\n\n| Action | Lead | By when | Success measure |\n| --- | --- | --- | --- |\n"
        "| Open hubs | Places Team | June 2026 | Hubs open |\n"
    )
    (one,) = _statements(read_markdown("plan.md", text.encode(), text))
    assert (one.text, one.owner, one.due, one.measure) == (
        "Open hubs",
        "Places Team",
        "2026-06",
        "Hubs open",
    )


def test_text_that_lost_its_columns_is_reported_and_not_read() -> None:
    text = (
        "What we have committed to Led by Timescale Measure\nOpen hubs Head of Places 2026 Hubs\n"
    )
    source = read_text("plan.txt", text.encode(), text)
    assert _statements(source) == []
    assert _unread(source) == ["columns-lost"]


@pytest.mark.parametrize(
    "head",
    [
        ("Date", "Title", "Action proposed", "Action taken", "Status"),
        ("Indicator", "Apr", "May", "Target", "RAG"),
        ("Recommendation", "Lead officer", "Timescale", "Progress", "Status"),
    ],
)
def test_other_tables_are_left_alone(head: tuple[str, ...]) -> None:
    assert list(recognise(_pdf([head, ("one", "two", "2026", "four", "five")]))) == []


@pytest.mark.parametrize(
    ("raw", "due"),
    [
        ("Mar 2026", "2026-03"),
        ("March ‘25", "2025-03"),
        ("March 26", "2026-03"),
        ("by end of April 2027", "2027-04"),
        ("2028", "2028"),
        ("2028/29", "2028/29"),
        ("31 March 2026", "2026-03-31"),
        ("31/03/2026", "2026-03-31"),
        ("2028/31", ""),
        ("Ongoing", ""),
        ("1-2 years", ""),
        ("2024-2029", ""),
        ("2025 to 2026", ""),
        ("commenced 2024", ""),
        ("2027 onwards", ""),
        ("Jan 25-October 25", ""),
        ("", ""),
    ],
)
def test_a_time_is_taken_only_where_the_words_come_down_to_one(raw: str, due: str) -> None:
    assert due_of(raw) == due


def test_a_sentence_may_open_with_its_time() -> None:
    assert due_opening("By April 2027, all hubs are open.") == "By April 2027"
    assert due_opening("By 2026-28, all hubs are open.") == ""
    assert due_opening("Hubs open by 2028, we hope.") == ""


@pytest.mark.parametrize(
    ("owner", "kept"),
    [
        ("Jo Marsh", ""),
        ("Ann Young", ""),
        ("Head of Places (Jo Marsh)", "Head of Places"),
        ("Jo Marsh and Al Reed", ""),
        ("Housing Team / Active Coast", "Housing Team / Active Coast"),
        ("DPH, CPH and PH Specialists", "DPH, CPH and PH Specialists"),
    ],
)
def test_names_are_told_from_roles_and_teams(owner: str, kept: str) -> None:
    assert without_names(owner) == kept


def test_a_name_before_a_role_is_left_out_of_a_sentence() -> None:
    text = "A report from Rob Young, Executive Director of Places, on damp."
    assert roles_only(text) == "A report from Executive Director of Places, on damp."


#: Page -> first three words, lead (its first six words) and time of each row, in print order.
PRINTED: dict[int, tuple[tuple[str, str, str], ...]] = {
    5: (
        ("Optimise the opportunity", "Lead for Family Hubs", "2026-03"),
        ("Encourage healthy behaviours", "Lead for Family Hubs", "2026-03"),
        ("Ensure a clear", "FH workforce leads for parenting", "2026-03"),
        ("Better understand the", "Early years lead The Education People", "2026-03"),
        ("Deliver school support", "Active Kent", "2026-03"),
        (
            "Support economically deprived",
            "Lead for Family Hubs/Financial Hardship Programme",
            "2026-03",
        ),
        ("Support parents in", "Family hubs", "2026-03"),
        ("Ensure community learning", "Head of Service Community Learning and", "2026-03"),
    ),
    6: (
        ("Pupils achieving a", "", "2028"),
        ("The proportion of", "", "2028"),
        ("Pupil absence rates", "", "2028"),
        ("Increase employment rates", "", "2028"),
    ),
    7: (
        ("Develop a cohesive", "DPH, CPH and PH Specialists, PH", ""),
        ("Support system partners", "DPH, CPH and PH Specialists, PH", "2026-03"),
        ("By working in", "CPH", "2026-03"),
        ("Establish prevention as", "CPH leads for each area", "2026-03"),
        ("Training on trauma", "CPH lead", "2026-03"),
        ("Improve access/ equity", "CPH lead", "2026-03"),
        ("Reduce suicides and", "CPH lead", "2026-03"),
        ("Increase numbers entering", "CPH lead", ""),
    ),
    8: (
        ("Gain assurance that", "DPH/DDPH", "2026-03"),
        ("Review all services", "AD Integrated Commissioning", "2026-03"),
        ("Support opportunities, look", "DPH / PH Consultant", "2026-03"),
        ("Support and enhance", "PH Consultant Performance/P H Consultant", "2026-03"),
        ("Improve access to", "CPH", ""),
        ("Establish a robust", "CPH", ""),
    ),
    9: (
        ("Deliver Adult social", "CPH lead", "2027"),
        ("Deliver Ageing Well", "CPH lead", "2027"),
        ("Deliver Smokefree Generation", "CPH lead", ""),
        ("Establishing and investing", "CPH lead", ""),
        ("Responsive infant feeding", "CPH lead", ""),
        ("Universal offer with", "CPH leads", ""),
        ("Increase identification and", "CPH lead", "2026"),
    ),
    10: (
        ("Create a resilient", "DDPH", "2025"),
        ("Identify system partners,", "DPH", ""),
        ("Ensuring maximised uptake", "DDPH", "2025"),
        ("Improving equity and", "DPH", ""),
    ),
    11: (
        ("Research - Develop", "CPH", ""),
        ("JSNA - Further", "CPH", ""),
    ),
    12: (
        ("MECC Tier 1", "WFD", ""),
        ("MECC Trained Trainer", "WFD", ""),
        ("Public Health Champions", "WFD", ""),
        ("Continue current training", "CPH", ""),
        ("New Level 7", "L&D", "2025-03"),
        ("Family Hubs Workforce", "CYP PH", ""),
        ("Business cases and", "WFD and FH WFD", "2025-03"),
    ),
    13: (
        ("By 2026-28, life", "", "2026"),
        ("Mental health -", "", ""),
        ("The proportion of", "", "2028"),
        ("By 2028, the", "", "2028"),
        ("By 2028, smoking", "", "2028"),
        ("Hospital admissions in", "", "2028"),
        ("The suicide rate", "", "2028"),
        ("The mortality rate", "", "2028"),
        ("The proportion of", "", "2028"),
    ),
    14: (
        ("Undertake a review", "Corporate Lead- Strategy Supported by Strategy", ""),
        ("Explore a potential", "Corporate Lead- Strategy, Strategy Officer", ""),
    ),
    15: (("The proportion of", "", "2028"),),
    16: (
        ("Develop a broad", "People Strategy Team", "2027"),
        ("Build organisational resilience", "Organisation Development & Staff Engagement", "2027"),
    ),
    17: (
        ("Continue to focus", "People Strategy Team", "2027"),
        ("Ensure Skill development", "Organisation Development & Staff Engagement", "2027"),
    ),
    18: (
        ("By 2028, the", "", "2028"),
        ("By 2028, staff", "", "2028"),
        ("By 2028, 65%", "", "2028"),
        ("By 2028, 90%", "", "2028"),
    ),
    19: (
        ("Draft and publish", "Commercial Ethics and Sustainability Lead", "2027-04"),
        ("Promote Equality, Diversity", "Commercial Ethics and Sustainability Lead", "2027-04"),
        ("Reduce the risk", "Commercial Ethics and Sustainability Lead", "2027-04"),
        ("Reduce carbon emissions", "Commercial Ethics and Sustainability Lead", "2027-04"),
        ("Increase accessibility to", "Commercial Ethics and Sustainability Lead", "2027-04"),
    ),
    20: (
        ("By April 2027,", "", "2027-04"),
        ("For the emissions", "", "2045"),
    ),
    21: (
        ("Social Prescribing Platform", "Head of Business Delivery Unit", ""),
        ("Digital Front Door", "Project Manager Innovation Delivery Team", ""),
    ),
    22: (
        ("Asset and strength-based", "Head of Business Delivery Unit", ""),
        ("Understanding our Communities", "Innovation and Partnerships Team", ""),
        ("Technology Enhanced Lives", "Innovation Delivery Team Senior Project Manager", ""),
    ),
    23: (
        ("Quality supervision and", "Strategic Safeguarding and Quality Assurance Manager", ""),
        ("Create a social", "Principal Social Worker", ""),
        ("Bring in lived", "Strategic Safeguarding and Quality Assurance Manager", ""),
    ),
    24: (
        ("To scope the", "Innovation and Prevention Manager", ""),
        ("To use data", "Innovation and Prevention Manager", ""),
        ("Develop Falls Prevention", "Innovation Delivery Team Senior Project Manager", "2025-03"),
        ("Prevention Technologies within", "Innovation Delivery Team Senior Project Manager", ""),
    ),
    25: (
        ("Support for informal", "Assistant Director ASC and Health", ""),
        ("Digitising Social Care", "Project Manager, Design and Learning Centre", "2025-03"),
        ("Care Sector Workforce", "Care Sector Workforce Manager", ""),
        ("Digital Inclusion –", "Digital Lead (Financial Hardship Programme Project", "2025-03"),
    ),
    26: (
        ("The proportion of", "", "2028"),
        ("By 2028, the", "", "2028"),
        ("By 2028, maintain", "", "2028"),
        ("By 2028, we", "", "2028"),
        ("By 2028, the", "", "2028"),
        ("By 2028/29, the", "", "2028"),
    ),
    27: (
        ("Co-develop a health,", "Head of Economy", "2025-05"),
        ("Develop a Strategic", "Head of Economy", ""),
        ("Develop an enhanced", "Head of Economy", "2025-12"),
        ("Embed the Local", "Head of Economy", ""),
        ("Ensuring that everyone", "Head of Economy", ""),
        ("Building links between", "Head of Economy", ""),
    ),
    28: (
        ("KCC Climate Change", "Head of Environment", "2024-12"),
        ("Carry out risk", "Head of Environment", "2026-03"),
        ("Complete a risk", "Head of Environment", "2026-06"),
        ("Produce an action", "Head of Environment", "2027-03"),
        ("Delivery of Action", "Head of Environment", ""),
        ("Identify stakeholders for", "Head of Environment", "2028"),
    ),
    29: (
        ("Research and implement", "Business Innovation Manager", "2025-03"),
        ("Ensure a consistent", "Business Innovation Manager", "2027-03"),
        ("Scope opportunity to", "Business Innovation Manager", "2026-03"),
        ("Facilitate residents access", "Head of Community Safety", ""),
        ("Work with partners", "Business Innovation Manager", "2025-03"),
    ),
    30: (
        ("Reduce the %", "", "2028"),
        ("By 2028, the", "", "2028"),
        ("For the emissions", "", ""),
        ("By 2028/29, the", "", "2028/29"),
    ),
}
AMBITIONS = {6, 13, 15, 18, 20, 26, 30}


@pytest.fixture(scope="module")
def paper() -> list[Part]:
    """The parts of the real paper, read once."""
    if not MEASURES.exists():
        pytest.skip("the council documents are not beside the checkout")
    return list(recognise(source_of(MEASURES.read_bytes())))


@pytest.mark.shared
def test_every_row_of_a_paper_of_priority_measures(paper: list[Part]) -> None:
    found: dict[int, list[tuple[str, str, str]]] = {}
    for one in paper:
        if isinstance(one, Statement):
            page = one.where.page or 0
            assert one.kind == ("ambition" if page in AMBITIONS else "commitment")
            row = (" ".join(one.text.split()[:3]), " ".join(one.owner.split()[:6]), one.due)
            found.setdefault(page, []).append(row)
    assert {page: tuple(rows) for page, rows in found.items()} == PRINTED
    assert sum(len(rows) for page, rows in PRINTED.items() if page not in AMBITIONS) == 86
    assert sum(len(rows) for page, rows in PRINTED.items() if page in AMBITIONS) == 30


@pytest.mark.shared
def test_what_that_paper_leaves_open_is_reported_by_page(paper: list[Part]) -> None:
    found = [(p.where.page, p.kind) for p in paper if isinstance(p, Unread)]
    several = [(page, "row-of-several-parts") for page in (11, 11, 12, 22, 25)]
    assert found == several + [(29, "row-without-lead")] * 7
