"""Glossaries and lists of acronyms: every term, what it stands for and what it means."""

from __future__ import annotations

import csv
from io import BytesIO
from pathlib import Path

import pytest
from packs.reading import source_of
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefing.ingest.page import Source
from briefing.ingest.parts import Glossary, Term
from briefing.ingest.read.markdown import read_markdown
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.glossary import recognise

SHARED = Path(__file__).parents[3] / "shared" / "packs"
PACK = SHARED / "2024-09-26-reports-pack.txt"


def _text(text: str) -> Source:
    return read_text("glossary.txt", text.encode(), text)


def _terms(source: Source) -> list[Term]:
    return [term for part in recognise(source) if isinstance(part, Glossary) for term in part.terms]


def _pairs(source: Source) -> list[tuple[str, str]]:
    return [(term.term, term.expansion) for term in _terms(source)]


@pytest.mark.parametrize("mark", [" – ", " - ", ": ", "  ", " = "])
def test_a_list_of_acronyms_has_a_short_and_a_long_form_on_each_line(mark: str) -> None:
    lines = [
        ("HRA", "Housing Revenue Account"),
        ("ASB", "Anti-Social Behaviour"),
        ("HoS", "Head of Service"),
    ]
    text = "Acronyms\n\n" + "\n\n".join(f"{short}{mark}{long}" for short, long in lines) + "\n"
    assert _pairs(_text(text)) == lines


def test_a_long_form_that_runs_over_a_line_is_whole() -> None:
    text = (
        "List of abbreviations\n\nHRA Housing Revenue Account\n\n"
        "DHS Decent Homes Standard (national rules and\n\nguidance)\n\n"
        "ASB Anti-Social Behaviour\n\nThe panel met in May to hear of damp homes in the town.\n"
    )
    assert _pairs(_text(text)) == [
        ("HRA", "Housing Revenue Account"),
        ("DHS", "Decent Homes Standard (national rules and guidance)"),
        ("ASB", "Anti-Social Behaviour"),
    ]


GLOSSARY = """Housing Glossary

Arrears
Rent that is owed by a tenant of the council or of a housing association.

Decant
A move out of a home while it is mended, after which the tenant may

come back to the same home. A Decant Officer (DO) helps with the move.

Housing Revenue Account (HRA)
The account in which a council keeps the rents that it takes, apart from its other money.

Void
A home that stands empty between two tenancies, most often for repairs.

Sources
A website that nobody reads is named here.
"""


def test_a_term_is_a_short_line_with_its_definition_under_it() -> None:
    terms = {term.term: term for term in _terms(_text(GLOSSARY))}
    assert list(terms) == [
        "Arrears",
        "Decant",
        "Housing Revenue Account (HRA)",
        "Void",
        "DO",
        "HRA",
    ]
    assert terms["Decant"].definition.endswith("A Decant Officer (DO) helps with the move.")
    assert terms["Void"].definition.startswith("A home that stands empty")
    assert "website" not in repr(terms)


def test_acronyms_in_brackets_behind_the_words_they_stand_for_are_entries() -> None:
    terms = {term.term: term.expansion for term in _terms(_text(GLOSSARY))}
    assert (terms["DO"], terms["HRA"]) == ("Decant Officer", "Housing Revenue Account")


def test_an_acronym_in_brackets_is_cited_where_it_stands() -> None:
    places = {term.term: term.where.line for term in _terms(_text(GLOSSARY))}
    assert (places["Decant"], places["DO"], places["HRA"]) == (6, 9, 11)


@pytest.mark.parametrize(
    "definition",
    [
        "The Tenancy Support and Repairs Agency (TSARA) is a body of the county and its towns.",
        "A TSARA, or Tenancy Support and Repairs Agency, is a body of the county and its towns.",
    ],
)
def test_a_term_that_is_an_acronym_has_what_its_definition_spells_out(definition: str) -> None:
    text = GLOSSARY.replace("\nVoid\n", f"\nTSARA\n{definition}\n\nVoid\n")
    terms = {term.term: term for term in _terms(_text(text))}
    assert terms["TSARA"].expansion == "Tenancy Support and Repairs Agency"
    assert terms["TSARA"].definition == definition
    assert terms["Void"].expansion == ""


def test_on_paper_a_bold_line_is_a_term() -> None:
    styles = getSampleStyleSheet()
    flow = [Paragraph("Glossary", styles["Heading1"])]
    for term in ("Arrears", "Decant", "Lease", "Void"):
        flow += [
            Paragraph(f"<b>{term}</b>", styles["BodyText"]),
            Paragraph(
                "What it means is told in a sentence of ordinary print. " * 3, styles["BodyText"]
            ),
        ]
    held = BytesIO()
    SimpleDocTemplate(held, pagesize=A4, invariant=1).build(flow)
    assert [term.term for term in _terms(source_of(held.getvalue()))] == [
        "Arrears",
        "Decant",
        "Lease",
        "Void",
    ]


def test_a_table_of_terms_is_read_by_its_cells() -> None:
    text = (
        "| Acronym | In full | Meaning |\n| --- | --- | --- |\n"
        "| HRA | Housing Revenue Account | Rents |\n"
    )
    (term,) = _terms(read_markdown("glossary.md", text.encode(), text))
    assert (term.term, term.expansion, term.definition) == (
        "HRA",
        "Housing Revenue Account",
        "Rents",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The report also included a glossary of terms.\n\nDamp homes\n"
        "The panel heard of damp homes in the town.\n",
        "Glossary\n",
        "Appendices\n\n1. Performance\n\n2. Housing Glossary\n\nDocuments In Rooms\n"
        "None of them is kept there today.\n",
        "Acronyms\n\nThe panel met in May.\n",
    ],
)
def test_a_mention_of_a_glossary_is_none(text: str) -> None:
    assert _terms(_text(text)) == []


#: The entries of the real glossary, counted by hand on printed pages 62 to 77.
ACRONYMS = [
    "ADM",
    "ASYE",
    "BIT",
    "C&FF",
    "CAMHS",
    "CiC",
    "CLA",
    "CP",
    "CRS",
    "CYP",
    "EH",
    "FEW",
    "HoS",
    "ICAS",
    "ICAT",
    "Jigsaw",
    "KCSiE",
    "ROTH",
    "PM",
    "PTC",
    "SL",
    "SW",
    "SWF/SWWF",
    "YJS",
    "YPS",
]
IN_BRACKETS = [
    "IRO",
    "CiN",
    "CSE",
    "CRC",
    "DCS",
    "SCIE",
    "LAC",
    "ILR",
    "IDVA",
    "ICPC",
    "FDAC",
    "PLO",
    "LADO",
    "LSCB",
    "PEP",
    "PPRC",
    "RCPC",
    "SEND",
    "SGO",
    "SEN",
    "YOI",
    "YJB",
    "YOS",
    "YOT",
]
TERMS = 63


@pytest.mark.shared
@pytest.mark.skipif(not PACK.exists(), reason="the council documents are not beside the checkout")
def test_every_term_and_acronym_of_a_real_pack() -> None:
    terms = _terms(read_text(PACK.name, PACK.read_bytes(), PACK.read_text(encoding="utf-8")))
    listed = [term for term in terms if term.where.section == "Acronyms"]
    defined = [term for term in terms if term.definition]
    spelt = [t for t in terms if not t.definition and t.where.section == "Glossary"]
    assert [term.term for term in listed] == ACRONYMS
    assert [term.term for term in spelt] == IN_BRACKETS
    assert len(defined) == TERMS
    assert len(terms) == len(ACRONYMS) + len(IN_BRACKETS) + TERMS == 112
    lines = {term.term: term.where.line for term in defined}
    assert lines["Abuse"] == 3093
    assert lines["Intervention and Complex Assessment Service"] == 3526
    assert lines["Youth Offending Service or Team"] == 3989
    assert "Sources" not in lines
    long = {term.term: term.expansion for term in (*listed, *spelt)}
    assert long["KCSiE"].endswith("settings)")
    assert long["RCPC"] == "Review Child Protection Conference"
    assert (long["YOS"], long["YOT"]) == ("Youth Offending Service", "Youth Offending Team")
    places = {term.term: term.where.line for term in spelt}
    assert (places["IRO"], places["FDAC"], places["PLO"]) == (3113, 3535, 3543)
    own = {term.term: term.expansion for term in defined if term.expansion}
    assert set(own) == {"CAFCASS", "SENCO"}
    assert own["SENCO"] == "Special Educational Needs Co-ordinator"
    assert own["CAFCASS"].split()[0] == "Children"


@pytest.mark.shared
@pytest.mark.skipif(not PACK.exists(), reason="the council documents are not beside the checkout")
def test_all_that_was_entered_by_hand_from_those_pages_is_found() -> None:
    by_hand = Path(__file__).parents[2] / "data" / "panels" / "southampton-children-and-families"
    with (by_hand / "glossary.csv").open(encoding="utf-8") as held:
        rows = [row for row in csv.DictReader(held) if row["section"].startswith("Glossary")]
    terms = _terms(read_text(PACK.name, PACK.read_bytes(), PACK.read_text(encoding="utf-8")))
    found = {term.term.replace("’", "'").casefold() for term in terms}
    missing = {row["term"] for row in rows if row["term"].casefold() not in found}
    assert missing == {"YOS or YOT"}
