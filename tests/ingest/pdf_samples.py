"""Small PDFs of a made-up council, drawn for one test each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from briefing.ingest.page import Page, Source, Word
from briefing.ingest.read import read_source

WIDE, HIGH = 595.0, 842.0

Draw = Callable[[Any], None]


def drawn(folder: Path, *pages: Draw, name: str = "sample.pdf", **options: Any) -> Path:
    """A PDF with a page for each drawing."""
    path = folder / name
    canvas = Canvas(str(path), pagesize=(WIDE, HIGH), invariant=1, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def read(folder: Path, *pages: Draw, **options: Any) -> Source:
    """What is read of a PDF with a page for each drawing."""
    return read_source(drawn(folder, *pages, **options))


def read_page(folder: Path, draw: Draw) -> Page:
    """What is read of a PDF of one page."""
    (page,) = read(folder, draw).pages
    return page


def word(page: Page, text: str) -> Word:
    """The only word of a page with a text."""
    found = [one for one in page.words if one.text == text]
    assert len(found) == 1, f"{text!r} is {len(found)} words of {[w.text for w in page.words]}"
    return found[0]


def texts(page: Page) -> list[str]:
    """The words of a page in their order."""
    return [one.text for one in page.words]


def label(canvas: Any) -> None:
    """A plain row beside the figure that a test is about."""
    canvas.drawString(72, 700, "Children in care")
    canvas.drawString(300, 700, "481")
