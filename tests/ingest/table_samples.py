"""Printed tables of a fictional council in many layouts, each with the right answer beside it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LABELS = (
    "Number of contacts in the month",
    "Number of referrals into early help",
    "Rate of referrals per 10,000 population under 18 years old",
    "Percentage of assessments completed within 45 working days of referral",
    "Children in care",
    "Percentage of care leavers in suitable accommodation",
    "Number of children subject to a protection plan for longer than two years",
    "Approved fostering households",
    "Rate of children in need per 10,000",
    "Average caseload of social workers in the assessment teams",
    "Percentage of initial health assessments held within 20 working days",
    "Agency workers (%)",
)
COLOURS = {
    "red": colors.HexColor("#e00000"),
    "amber": colors.HexColor("#ffc000"),
    "green": colors.HexColor("#00b050"),
}


@dataclass(frozen=True)
class Style:
    """How a table is printed."""

    rules: str = "all"
    align: str = "CENTER"
    head_align: str = ""
    valign: str = "MIDDLE"
    size: float = 8
    pad: float = 3
    label_width: float = 150
    repeat: int = 1
    wide: bool = False
    colour: str = "none"
    months: str = "{m}-{y}"


@dataclass(frozen=True)
class Answer:
    """What a row says: its label, the group above it, and its cells by heading."""

    label: str
    cells: dict[str, str]
    group: str = ""
    rag: str = ""


@dataclass
class Sample:
    """A table with its headings, printed rows (a group row is a text alone) and answers."""

    title: str
    heads: list[list[str]]
    columns: list[str]
    rows: list[list[str] | str]
    answers: list[Answer]
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    rags: dict[int, str] = field(default_factory=dict)


def figure(rng: random.Random, label: str) -> str:
    """A figure as printed for a measure, or a mark for none."""
    if rng.random() < 0.06:
        return rng.choice(["", "-", "n/a", "c", "Not available", "<5", "–"])
    if "ercentage" in label or "%" in label:
        return rng.choice(
            [f"{rng.randint(5, 100)}%", f"{rng.uniform(5, 99):.1f}%", str(rng.randint(5, 100))]
        )
    if "Rate" in label or "Average" in label:
        return f"{rng.uniform(1, 900):.1f}"
    return rng.choice(
        [
            str(rng.randint(0, 40)),
            str(rng.randint(100, 999)),
            f"{rng.randint(1000, 9999):,}",
            str(rng.randint(1000, 2100)),
        ]
    )


def months(rng: random.Random, count: int, shape: str) -> list[str]:
    """Headings of months in a row; sometimes the first is a year before the second."""
    start = rng.randint(2021 * 12, 2024 * 12)
    steps = list(range(start, start + count))
    if rng.random() < 0.4 and count > 2:
        steps[0] = steps[1] - 12
    return [shape.format(m=MONTHS[s % 12], y=f"{s // 12 % 100:02d}", Y=s // 12) for s in steps]


def quarters(rng: random.Random, count: int) -> list[str]:
    """Headings of quarters in a row."""
    start = rng.randint(2021 * 4, 2024 * 4)
    return [f"Q{s % 4 + 1} {s // 4}/{(s // 4 + 1) % 100:02d}" for s in range(start, start + count)]


def years(rng: random.Random, count: int) -> list[str]:
    """Headings of years in a row."""
    start = rng.randint(2015, 2020)
    split = rng.random() < 0.5
    return [f"{y}/{(y + 1) % 100:02d}" if split else str(y) for y in range(start, start + count)]


def sample(rng: random.Random, style: Style, rows: int = 0) -> Sample:
    """A table with random measures, periods, targets and comparators."""
    kind = rng.choice(["months", "months", "quarters", "years"])
    count = rng.randint(3, 13 if style.wide else 6)
    periods = {
        "months": lambda: months(rng, count, style.months),
        "quarters": lambda: quarters(rng, min(count, 8)),
        "years": lambda: years(rng, min(count, 8)),
    }[kind]()
    before = rng.random() < 0.2
    extra = rng.sample(["Target", "SN", "England", "South East"], rng.randint(0, 3))
    extra.sort(key=["Target", "SN", "England", "South East"].index)
    columns = periods + extra
    if before and "Target" in extra:
        columns = ["Target", *periods, *[e for e in extra if e != "Target"]]
    if style.colour in ("words", "letters"):
        columns = [*columns, "RAG"]
    labels = [rng.choice(LABELS) for _ in range(rows or rng.randint(3, 9))]
    printed: list[list[str] | str] = []
    answers: list[Answer] = []
    rags: dict[int, str] = {}
    group = ""
    for at, label in enumerate(labels):
        if rng.random() < 0.12 and at < len(labels) - 1:
            group = rng.choice(["Front door", "Children in care", "Workforce"])
            printed.append(group)
        cells = [figure(rng, label) for _ in columns]
        if not any(any(c.isdigit() for c in cell) for cell in cells):
            cells[0] = "12"
        rag = ""
        if style.colour != "none":
            rag = rng.choice(["red", "amber", "green"])
            if style.colour == "words":
                cells[-1] = rng.choice([rag.upper(), rag.title()])
            elif style.colour == "letters":
                cells[-1] = rag[0].upper()
            else:
                rags[len(printed)] = rag
        printed.append([label, *cells])
        kept = {c: v for c, v in zip(columns, cells, strict=True) if c != "RAG"}
        answers.append(Answer(label, kept, group, rag if style.colour != "fills" else ""))
    return Sample(
        f"Performance of {rng.choice(['families', 'the front door', 'placements'])}",
        [["Indicator", *columns]],
        columns,
        printed,
        answers,
        rags=rags,
    )


def flowable(made: Sample, style: Style, width: float) -> Table:
    """The table as reportlab prints it."""
    text = ParagraphStyle(
        "cell", fontName="Helvetica", fontSize=style.size, leading=style.size * 1.2
    )
    head = replace_style(text, style.head_align or style.align)
    deep = len(made.heads)
    count = len(made.columns)
    label_width = min(style.label_width, width - count * 34)
    each = min((width - label_width) / count, 62)
    body: list[list[object]] = []
    for line in made.heads:
        body.append(
            [
                Paragraph(f"<b>{t}</b>", text if not at else head) if t else ""
                for at, t in enumerate(line)
            ]
        )
    commands: list[tuple[object, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), style.size),
        ("LEADING", (0, 0), (-1, -1), style.size * 1.2),
        ("ALIGN", (1, 0), (-1, -1), style.align),
        ("VALIGN", (0, 0), (-1, -1), style.valign),
        *[
            (f"{side}PADDING", (0, 0), (-1, -1), style.pad)
            for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")
        ],
    ]
    for start, stop, line in made.spans:
        commands.append(("SPAN", (start, line), (stop, line)))
    for at, row in enumerate(made.rows):
        y = at + deep
        if isinstance(row, str):
            body.append([Paragraph(f"<b>{row}</b>", text), *[""] * count])
            commands.append(("SPAN", (0, y), (-1, y)))
        else:
            body.append([Paragraph(row[0], text), *row[1:]])
            if "Not available" in row:
                body[-1][1:] = [Paragraph(t, head) if t == "Not available" else t for t in row[1:]]
        if at in made.rags:
            commands.append(("BACKGROUND", (count, y), (count, y), COLOURS[made.rags[at]]))
        elif style.rules == "zebra" and at % 2:
            commands.append(("BACKGROUND", (0, y), (-1, y), colors.HexColor("#eeeeee")))
    if style.rules == "all":
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    elif style.rules == "level":
        commands.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey))
    elif style.rules == "head":
        commands.append(("LINEBELOW", (0, deep - 1), (-1, deep - 1), 1, colors.black))
    return Table(
        body,
        colWidths=[label_width, *[each] * count],
        repeatRows=style.repeat * deep,
        style=TableStyle(commands),
        hAlign="LEFT",
    )


def replace_style(style: ParagraphStyle, align: str) -> ParagraphStyle:
    """A paragraph style with another alignment."""
    return ParagraphStyle(
        f"cell-{align}", parent=style, alignment={"LEFT": 0, "CENTER": 1, "RIGHT": 2}[align]
    )


def build(path: Path, samples: Sequence[Sample], style: Style) -> Path:
    """A PDF with the tables one below the other, a heading over each and text between."""
    page = landscape(A4) if style.wide else A4
    doc = SimpleDocTemplate(
        str(path),
        pagesize=page,
        leftMargin=40,
        rightMargin=40,
        topMargin=50,
        bottomMargin=50,
        invariant=1,
    )
    heading = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=12, leading=15)
    plain = ParagraphStyle("plain", fontName="Helvetica", fontSize=10, leading=12)
    story: list[object] = []
    for made in samples:
        story += [
            Paragraph(made.title, heading),
            Spacer(1, 6),
            flowable(made, style, page[0] - 80),
            Spacer(1, 10),
            Paragraph(
                "The panel asked in 2024 how the figures of the 12 wards compare, "
                "and heard that 25 of the children had moved since August 2023.",
                plain,
            ),
            Spacer(1, 14),
        ]
    doc.build(story)
    return path


STYLES = (
    Style(),
    Style(rules="level", align="RIGHT"),
    Style(rules="none", align="RIGHT"),
    Style(rules="zebra", align="LEFT", valign="TOP"),
    Style(rules="head", align="CENTER", valign="BOTTOM"),
    Style(rules="all", align="RIGHT", wide=True, size=7, months="{m} {y}"),
    Style(rules="none", align="CENTER", wide=True, size=7, colour="fills"),
    Style(rules="level", align="CENTER", colour="words", months="{m} {Y}"),
    Style(rules="all", align="LEFT", colour="letters", valign="TOP"),
    Style(rules="none", align="LEFT", head_align="LEFT", pad=2, repeat=0),
    Style(rules="all", align="RIGHT", head_align="LEFT", repeat=0, wide=True, size=7),
    Style(rules="none", align="RIGHT", head_align="LEFT", valign="TOP"),
    Style(rules="zebra", align="CENTER", colour="fills", months="{m} {Y}", label_width=110),
)

_TEXT = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=9.6)
_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=12, leading=15)
_CENTRED = (
    ("FONTSIZE", (0, 0), (-1, -1), 8),
    ("ALIGN", (1, 0), (-1, -1), "CENTER"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)


def printed(
    path: Path,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *commands: tuple[object, ...],
    title: str = "Timeliness of visits",
    wrapped: bool = False,
) -> Path:
    """A PDF of one table under a heading, with reportlab's own commands of style."""
    body = [
        [
            Paragraph(text, _TEXT) if wrapped or (not at and len(text) > 28) else text
            for at, text in enumerate(row)
        ]
        for row in rows
    ]
    table = Table(body, colWidths=list(widths), style=TableStyle([*_CENTRED, *commands]))
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=40, rightMargin=40, invariant=1).build(
        [Paragraph(title, _TITLE), Spacer(1, 6), table]
    )
    return path
