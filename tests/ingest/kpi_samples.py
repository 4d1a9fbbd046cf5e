"""Pages of key indicators of a fictional council, as quarterly reports print them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

FILLS = {"red": "#d13438", "amber": "#ffb900", "green": "#107c10"}


@dataclass(frozen=True)
class Measure:
    """What a block says."""

    name: str
    latest: str
    target: str
    floor: str
    previous: str
    rag: str
    direction: str


MEASURES = (
    Measure(
        "Percentage of calls answered within 20 seconds",
        "87.2%",
        "90%",
        "85%",
        "86.0%",
        "amber",
        "up",
    ),
    Measure(
        "Number of households in temporary accommodation",
        "1,204",
        "1,000",
        "1,150",
        "1,180",
        "red",
        "up",
    ),
    Measure("Average days to re-let an empty home (days)", "24", "25", "30", "27", "green", "down"),
)


def _heading(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.setFont("Helvetica-Bold", 11)
    canvas.setFillColor(colors.black)
    canvas.drawString(x, y, text)
    canvas.setFont("Helvetica", 9)


def terms_over_values(path: Path) -> Path:
    """Each block: a bold name, a row of terms, the values below; the rating a coloured box."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    y = 760.0
    for measure in MEASURES:
        _heading(canvas, 50, y, measure.name)
        terms = (
            "Latest result (Q2 2024/25)",
            "Target",
            "Floor standard",
            "Previous result",
            "Direction of travel",
        )
        values = (
            measure.latest,
            measure.target,
            measure.floor,
            measure.previous,
            measure.direction.title(),
        )
        for at, (term, value) in enumerate(zip(terms, values, strict=True)):
            x = 50 + at * 105 + (25 if at else 0)
            canvas.drawString(x, y - 20, term)
            canvas.drawString(x, y - 34, value)
        canvas.setFillColor(colors.HexColor(FILLS[measure.rag]))
        canvas.rect(480, y - 4, 60, 14, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        y -= 150
    canvas.showPage()
    canvas.save()
    return path


def terms_with_colons(path: Path) -> Path:
    """Each block: a bold name, then lines ``Target: 90%``; the rating a word."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    y = 760.0
    for measure in MEASURES:
        _heading(canvas, 50, y, measure.name)
        lines = (
            f"Current performance: {measure.latest}",
            f"Target: {measure.target}",
            f"Floor: {measure.floor}",
            f"Previous quarter: {measure.previous}",
            f"RAG status: {measure.rag.upper()}",
            f"Direction of travel: {measure.direction}",
        )
        for at, line in enumerate(lines):
            canvas.drawString(50, y - 18 - at * 13, line)
        y -= 150
    canvas.showPage()
    canvas.save()
    return path


def cards_side_by_side(path: Path) -> Path:
    """Cards in two columns: terms at the left of a card, values to their right."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for at, measure in enumerate(MEASURES[:2]):
        x = 50.0 + at * 260
        _heading(canvas, x, 760, measure.name[:38])
        pairs = (
            ("Latest", measure.latest),
            ("Target", measure.target),
            ("Floor", measure.floor),
            ("Previous", measure.previous),
        )
        for line, (term, value) in enumerate(pairs):
            canvas.drawString(x, 740 - line * 14, term)
            canvas.drawRightString(x + 160, 740 - line * 14, value)
        canvas.setFillColor(colors.HexColor(FILLS[measure.rag]))
        canvas.circle(x + 200, 745, 8, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
    canvas.showPage()
    canvas.save()
    return path
