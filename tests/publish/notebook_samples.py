"""Executed notebooks as the tests need them, of a made-up council."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from briefing.model import blocks as b

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="130" height="48" viewBox="0 0 130 48">'
    '<rect width="48" height="48" rx="6" fill="#205090"/>'
    '<path d="M10 34L24 12L38 34Z" fill="#fff"/>'
    '<text x="56" y="22" font-family="Atkinson Hyperlegible" font-size="15" fill="#205090">'
    'Westmoor</text><text x="56" y="40" font-family="Atkinson Hyperlegible" font-size="15" '
    'fill="#205090">Council</text></svg>'
)


def notebook(*cells: NotebookNode, **metadata: Any) -> NotebookNode:
    """A notebook of those cells."""
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    made = new_notebook(cells=list(cells), metadata={"kernelspec": KERNEL, **metadata})
    nbformat.validate(made)
    return made


def markdown(source: str, **more: Any) -> NotebookNode:
    """A markdown cell."""
    return new_markdown_cell(source, **more)


def code(source: str, *outputs: NotebookNode, tags: tuple[str, ...] = ()) -> NotebookNode:
    """A code cell that was run."""
    metadata = {"tags": list(tags)} if tags else {}
    return new_code_cell(source, outputs=list(outputs), execution_count=1, metadata=metadata)


def shown(*blocks: b.Block) -> NotebookNode:
    """An output of ours."""
    return output({b.MIME: list(blocks), "text/html": "<p>x</p>", "text/plain": "x"})


def output(data: dict[str, Any], **metadata: Any) -> NotebookNode:
    """The result of a cell."""
    return new_output("execute_result", data=data, metadata=metadata, execution_count=1)


def stream(text: str, name: str = "stdout") -> NotebookNode:
    """What a cell printed."""
    return new_output("stream", name=name, text=text)


def of_blocks(*blocks: b.Block, **document: Any) -> NotebookNode:
    """A briefing of those blocks, marked complete."""
    about = {"title": "Briefing of the Westmoor panel", "date": "2031-07-16", **document}
    return notebook(
        code("opening()", shown(b.document(**about))),
        code("body()", shown(*blocks)),
        code("closing()", shown(b.complete("westmoor-children/2031-07-16"))),
    )


def png(width: int = 4, height: int = 2) -> str:
    """A red PNG as notebooks carry it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\x00" + b"\xc0\x20\x20" * width) * height
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return base64.b64encode(data).decode()


def chart(title: str = "Visits in time fell", width: int = 493, height: int = 215) -> str:
    """A line chart as SVG, its text as text."""
    places = [(40 + i * 33, 60 + (i * 37 % 90)) for i in range(13)]
    line = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="2.4" fill="#4A4A4A"/>' for x, y in places)
    months = "".join(
        f'<text x="{x - 9}" y="{height - 8}" font-size="8">{m}</text>'
        for (x, _), m in zip(
            places,
            [
                "Aug",
                "Sep",
                "Oct",
                "Nov",
                "Dec",
                "Jan",
                "Feb",
                "Mar",
                "Apr",
                "May",
                "Jun",
                "Jul",
                "Aug",
            ],
            strict=True,
        )
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" font-family="Atkinson Hyperlegible" fill="#1A1A1A">'
        f'<text x="2" y="14" font-size="11" font-weight="bold">{title}</text>'
        '<text x="2" y="29" font-size="8.5">Visits made within ten working days, %</text>'
        f'<rect x="40" y="55" width="{width - 90}" height="95" fill="#E4EAF0"/>'
        f'<polyline points="{line}" fill="none" stroke="#4A4A4A" stroke-width="1.4"/>{dots}{months}'
        f'<line x1="40" x2="{width - 50}" y1="70" y2="70" stroke="#801650" stroke-dasharray="5 3"/>'
        "</svg>"
    )


SPARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="18" viewBox="0 0 72 18">'
    '<polyline points="3,14 12,9 21,12 30,6 39,8 48,4 57,7 64,3" fill="none" stroke="#4A4A4A"/>'
    '<circle cx="64" cy="3" r="2.2" fill="#C8500A"/></svg>'
)


def front_page() -> list[b.Block]:
    """Page one as the sections make it."""
    things = [
        "Visits under child protection plans were in time in 94% of cases, the best of the year.",
        "Supervision of cases in care stood at 71%, below the 90% that the panel expects.",
        "Re-referrals within twelve months ran above target for the seventh month.",
        "The number of council foster households fell; two thirds of placements are bought in.",
        "All initial health assessments of July were on time.",
    ]
    return [
        b.heading("Briefing for the meeting of 16 July 2031", 1),
        b.paragraph(
            "Westmoor Children's Panel, 5.30 pm, Committee Room 2. Ten reports, one question "
            "above all: are families helped early enough to keep children out of care?",
            style="lead",
        ),
        b.box(
            [
                b.paragraph(
                    "What would have to be true for fewer children to come into care by March?"
                )
            ],
            title="The big question",
            tone="neutral",
            level=2,
        ),
        b.columns(
            [
                [
                    b.heading("Five things to know", 2),
                    b.items(things, ordered=True),
                ],
                [
                    b.heading("Asked of the panel", 2),
                    b.items(
                        [
                            [b.paragraph([{"text": "Item 7. ", "bold": True}, "Note the report"])],
                            "Item 8. Consider the challenges and agree what to ask of partners",
                        ],
                        style="tight",
                    ),
                    b.heading("Invited", 2),
                    b.paragraph("Executive Director, children and learning", style="small"),
                ],
            ],
            widths=[3, 2],
        ),
        b.box(
            [b.paragraph("Visits to children in need were made in time in 92% of cases.")],
            title="Going well",
            tone="good",
        ),
        b.box(
            [b.paragraph("Seven of fourteen measures stood below what the panel expects.")],
            title="Of concern",
            tone="concern",
        ),
    ]


def exceptions() -> b.Block:
    """A table of words, figures, signs and sparklines."""
    rows = []
    for name, value, tone, icon, word in (
        (
            "Visits under child protection plans within ten days",
            "94%",
            "good",
            "improvement-high",
            "Improving",
        ),
        (
            "Supervision of children in care each month",
            "71%",
            "concern",
            "concern-low",
            "Getting worse",
        ),
        (
            "Re-referrals within twelve months",
            "27%",
            "",
            "withheld",
            "Not judged: a rolling measure",
        ),
    ):
        rows.append(
            [
                b.cell(name, header=True),
                b.cell(value, align="right"),
                b.cell("90%", align="right"),
                b.cell(word, tone=tone, icon=icon),
                b.cell("", svg=SPARK),
                b.cell("item 9, Visiting, page 60", small=True),
            ]
        )
    return b.table(
        [
            {"text": "Measure", "width": 4},
            {"text": "July", "align": "right"},
            {"text": "Target", "align": "right"},
            {"text": "Judgement", "width": 3},
            {"text": "Last year"},
            {"text": "Where", "width": 2},
        ],
        rows,
        caption="Exceptions at a glance, July 2031",
        summary="One measure a row; the judgement stands in words in the fourth column.",
        groups={"0": "Visits and supervision", "2": "Families who return"},  # type: ignore[dict-item]
    )


def wide_table(rows: int = 60, *, landscape: bool = False, style: str = "dense") -> b.Block:
    """A table of eight columns over several pages."""
    columns = [{"text": "Measure"}, *({"text": f"{m} 2031", "align": "right"} for m in (
        "January", "February", "March", "April", "May", "June"))]  # fmt: skip
    columns.append({"text": "Source"})
    made = [
        [
            b.cell(f"Measure number {n} of children, families and their workers", header=True),
            *(b.cell(str(1000 + n * m), align="right") for m in range(6)),
            b.cell("item 9, Strong localities, page 50"),
        ]
        for n in range(rows)
    ]
    csv = "measure,value\n" + "".join(f"Measure {n},{1000 + n}\n" for n in range(rows))
    return b.table(
        columns,
        made,
        caption="All measures",
        style=style,
        landscape=landscape,
        attach={"name": "measures.csv", "csv": csv, "description": "All measures as data"},
    )


def rich() -> NotebookNode:
    """A briefing with every kind of block, some 15 pages, 12 charts."""
    traced = {"text": "94%", "rows": ["w/visits/r01-p01"], "sources": ["item 9, Visiting, page 60"]}
    items: list[b.Block] = []
    for number in range(1, 6):
        items += [
            b.page_break() if number == 1 else b.heading("Lines of enquiry", 3),
            b.heading(
                f"Performance of localities, part {number}", 2, numbered=f"Item {number + 6}"
            ),
            b.paragraph(
                [
                    "The report covers ",
                    {"text": "six localities", "bold": True},
                    " and says what has changed since May. ",
                    {"text": "Where a month is missing the papers print a dash.", "italic": True},
                    " See ",
                    {"text": "the annex", "href": "#annex"},
                    " or ",
                    {"text": "the council's pages", "href": "https://www.example.org/panel"},
                    ".",
                ]
            ),
            b.figure(
                chart(f"Visits in time fell in part {number}"),
                alt="Visits in time, August to August: 94% at first, 71% at the end, target 90%.",
                caption="Visits in time, last thirteen months. Source: item 9, Visiting, page 60.",
            ),
            {**b.paragraph("Visits in time stood at 94%."), "figures": [traced]},
            b.paragraph("Evidence: item 9, Visiting, page 60", style="source"),
            b.heading("Questions", 3),
            b.items(
                [
                    [
                        b.paragraph([{"text": "What stands behind the fall?", "bold": True}]),
                        b.paragraph("A good answer names the teams.", style="small"),
                        b.items(["first", "second"]),
                    ],
                    "And by when will it be mended?",
                ],
                ordered=True,
            ),
            b.box(
                [b.paragraph("That the service reports by team in November.")],
                title="A recommendation the panel could make",
                tone="note",
                level=3,
            ),
            b.notes(4),
        ]
    small = [
        [b.figure(chart("Fell", 240, 190), alt=f"Small chart {n}a"), b.paragraph("Left")]
        for n in range(2)
    ]
    return notebook(
        code(
            "opening()",
            shown(
                b.document(
                    title="Briefing: Westmoor Children's Panel, 16 July 2031",
                    subject="Scrutiny briefing",
                    author="Scrutiny Manager, Westmoor Council",
                    running="Westmoor Children's Panel, 16 July 2031",
                    status="DRAFT",
                    date="2031-07-16",
                    colour="#205090",
                    keywords=["scrutiny", "children"],
                    logo={"svg": LOGO, "alt": "Westmoor Council"},
                ),
                *front_page(),
            ),
        ),
        code(
            "exceptions()",
            shown(b.page_break(), b.heading("Exceptions at a glance", 2), exceptions()),
        ),
        markdown("A remark in *Markdown* with `code`, Ŵŷ, → and ✓ & an entity: &pound;5."),
        code("items()", shown(*items)),
        code(
            "multiples()",
            shown(
                b.heading("Small multiples", 2),
                b.columns(small),
                b.columns(small),
                b.figure(SPARK, alt="", decorative=True, width_mm=20),
                b.heading("Annex", 2, anchor="annex"),
                wide_table(),
                b.heading("On a turned page", 2),
                wide_table(20, landscape=True, style=""),
                b.code("plain output\n  kept as it is", output=True),
                b.attachment(
                    "questions.csv", "rank,question\n1,Why?\n", description="The questions"
                ),
            ),
        ),
        code("closing()", shown(b.complete("westmoor-children/2031-07-16", withheld=3))),
    )
