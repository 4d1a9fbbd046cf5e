"""Decks of slides: the heading and the paragraphs of each."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from packs.reading import source_of
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from briefing.ingest.page import Source
from briefing.ingest.parts import Slides
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.slides import recognise

SHARED = Path(__file__).parents[3] / "shared" / "packs"
DECK = SHARED / "2023-07-06-position-statement-slides.txt"

TEXT = """Where we stand

§ Rents
In 2022/23 4% of rents were in arrears

§ Repairs are quicker than they were, and
fewer homes are damp



• Phase 1: plan

• Phase 2: build and

let the homes

What comes next



Thank you
from all of us

• Questions
"""


def _deck(source: Source) -> Slides | None:
    return next((part for part in recognise(source) if isinstance(part, Slides)), None)


def _text(text: str) -> Source:
    return read_text("slides.txt", text.encode(), text)


def _pdf(pages: list[tuple[str, list[str]]], size: tuple[float, float]) -> Source:
    held = BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1)
    for heading, lines in pages:
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(60, size[1] - 80, heading)
        canvas.setFont("Helvetica", 14)
        for at, line in enumerate(lines):
            canvas.drawString(60, size[1] - 140 - 30 * at, line)
        canvas.showPage()
    canvas.save()
    return source_of(held.getvalue())


def test_slides_of_a_text_stand_between_runs_of_blank_lines() -> None:
    deck = _deck(_text(TEXT))
    assert deck
    assert [(said.number, said.where.section) for said in deck.slides] == [
        ("1", "Where we stand"),
        ("2", "What comes next"),
        ("3", "Thank you from all of us"),
    ]
    assert deck.slides[0].text.split("\n") == [
        "Rents",
        "In 2022/23 4% of rents were in arrears",
        "Repairs are quicker than they were, and fewer homes are damp",
    ]
    assert deck.slides[1].text.split("\n") == ["Phase 1: plan", "Phase 2: build and let the homes"]


PAGES = [
    ("Where we stand", ["- Rents fell", "- Repairs rose"]),
    ("Next", ["- Build"]),
    ("End", ["- Ask"]),
]


def test_slides_of_a_pdf_are_its_broad_pages() -> None:
    deck = _deck(_pdf(PAGES, landscape(A4)))
    assert deck
    assert [said.where.section for said in deck.slides] == ["Where we stand", "Next", "End"]
    assert [said.where.page for said in deck.slides] == [1, 2, 3]
    assert deck.slides[0].text == "Rents fell\nRepairs rose"


def test_tall_pages_are_no_slides() -> None:
    assert _deck(_pdf(PAGES, A4)) is None


def test_names_contacts_and_few_children_are_left_out() -> None:
    said = "• Ask Jo Marsh, Head of Homes, jo@westmoor.gov.uk. Two children have moved school."
    deck = _deck(_text(TEXT.replace("• Questions", said)))
    assert deck
    assert "Head of Homes" in deck.slides[2].text and "[…]" in deck.slides[2].text
    assert not any(part in deck.slides[2].text for part in ("Marsh", "@", "Two children"))


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("§", "").replace("•", ""),
        TEXT + "\nDECISION-MAKER: HOUSING PANEL\n",
        TEXT.replace("\n\n\n\n", "\n\n"),
        "",
    ],
)
def test_other_text_is_no_deck(text: str) -> None:
    assert _deck(_text(text)) is None


@pytest.mark.shared
@pytest.mark.skipif(not DECK.exists(), reason="the council documents are not beside the checkout")
def test_the_eight_slides_of_a_real_deck() -> None:
    deck = _deck(_text(DECK.read_text(encoding="utf-8")))
    assert deck
    assert [
        (said.where.section.split(":")[0], len(said.text.split("\n"))) for said in deck.slides
    ] == [
        ("The context", 11),
        ("An improving service", 4),
        ("Headline achievements", 9),
        ("Our key challenges", 7),
        ("Next phase", 6),
        ("Education and Early Years", 3),
        ("Education and Early Years", 2),
        ("SEND", 10),
    ]
