"""The layouts of tables: how councils rule, align, fill and head them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from random import Random
from typing import Literal

from packs.content import Manner

_PLAINLY = Manner()


@dataclass(frozen=True)
class Look:
    """A layout of a table.

    Widths and sizes are in points. ``heads`` is the style of the periods; ``comparators`` the
    headings of the columns behind the target, where a blank is a column without a name. ``rag``
    and ``direction`` name how these are shown, blank for not at all; ``units`` where the unit
    is named. ``others`` are headings of columns that hold no period's value; with ``pairs`` each
    period has a number and a percentage; the last ``future`` periods are blank. ``themes`` are
    groups named in a merged cell at the left, ``comments`` rows of text below some measures.
    """

    name: str
    heads: str = "Aug-24"
    periods: int = 12
    rows: tuple[int, int] = (6, 12)
    rules: Literal["full", "rows", "header", "box", "none"] = "full"
    zebra: bool = False
    header_fill: str = ""
    align: Literal["left", "centre", "right"] = "right"
    upright: Literal["top", "middle", "bottom"] = "middle"
    size: float = 8.0
    label_width: float = 150.0
    padding: float = 3.0
    gap: float | None = None
    long_labels: bool = False
    hyphens: bool = False
    units: Literal["label", "brackets", "cell", "column", "title"] = "label"
    manner: Manner = _PLAINLY
    target: str = ""
    comparators: tuple[str, ...] = ()
    rag: Literal["", "word", "letter", "glyph", "fill", "cell", "filled word"] = ""
    direction: Literal["", "arrow", "triangle", "word", "in the cell"] = ""
    numbers: Literal["", "KPI 12", "1.2", "12"] = ""
    footnotes: bool = False
    notes: bool = False
    groups: bool = False
    parts: bool = False
    transposed: bool = False
    repeat_header: bool = True
    paper: Literal["portrait", "landscape", "flag", "sideways"] = "portrait"
    head_align: Literal["", "left", "centre", "right"] = ""
    upward_heads: bool = False
    target_first: bool = False
    others: tuple[str, ...] = ()
    pairs: bool = False
    future: int = 0
    themes: bool = False
    comments: bool = False
    continued: bool = False
    watermark: str = ""


_PLAIN = Look("full rules")

LOOKS: dict[str, Look] = {
    look.name: look
    for look in (
        _PLAIN,
        Look("horizontal rules", heads="Aug 24", rules="rows", align="centre", units="brackets"),
        Look("no rules", heads="July 23", periods=7, rules="none", units="cell",
             manner=Manner(True)),
        Look("zebra", heads="Q3 2024/25", periods=8, rules="none", zebra=True, align="left"),
        Look("only under the header", heads="Aug 2024", rules="header", periods=10, padding=2.0),
        Look("values on top of long labels", long_labels=True, upright="top", heads="Aug-24"),
        Look("values amid long labels", long_labels=True, rules="rows", align="centre",
             heads="Q3 24/25", periods=6, label_width=130),
        Look("values under long labels", long_labels=True, upright="bottom", rules="none",
             heads="2023/24", periods=5, label_width=170),
        Look("amid long labels without rules", long_labels=True, rules="none", padding=5.0,
             heads="August 2024", periods=6),
        Look("a year left out", heads="Aug-24 jump", header_fill="#1f3b63"),
        Look("quarters under years", heads="Q3 under split year", periods=8, header_fill="#d9e2ec"),
        Look("months under years", heads="Aug under calendar year", periods=12, rules="rows"),
        Look("months under split years", heads="Aug under split year", periods=12, rules="full"),
        Look("named comparators", heads="2023/24", periods=4, target="Target",
             comparators=("Statistical neighbours", "South East", "England"), label_width=120),
        Look("nameless comparators", heads="Aug-24", periods=7, target="Target 2024/25",
             comparators=("", "", ""), rules="rows"),
        Look("RAG in words", heads="Q3 2024/25", periods=4, target="Target", rag="word"),
        Look("RAG in letters", heads="Aug-24", periods=8, rag="letter", rules="rows",
             align="centre"),
        Look("RAG in glyphs", heads="2023/24", periods=4, target="Target", rag="glyph",
             direction="arrow"),
        Look("RAG as fill", heads="Q3 24/25", periods=5, target="Target", rag="fill"),
        Look("RAG as fill of the last value", heads="Aug 24", periods=9, rag="cell", rules="rows"),
        Look("RAG as word on a fill", heads="2023-24", periods=4, rag="filled word",
             direction="triangle", header_fill="#1f3b63"),
        Look("direction in words", heads="Aug-24", periods=6, direction="word", rules="header"),
        Look("gaps", manner=Manner(gaps=0.25), heads="Aug-24", periods=9),
        Look("gaps without rules", rules="none", heads="Aug 24", periods=9, align="centre",
             manner=Manner(gaps=0.2, gap_marks=("", "", "-", "n/a", "c", "*", "..", "N/A"))),
        Look("landscape", heads="Aug-24", periods=14, paper="landscape", size=9, target="Target"),
        Look("turned by a flag", heads="Aug-24", periods=14, paper="flag", target="Target",
             comparators=("England",)),
        Look("printed sideways", heads="Aug-24", periods=14, paper="sideways"),
        Look("over pages with headers", rows=(48, 60), heads="Aug-24", numbers="1.2"),
        Look("over pages without headers", rows=(48, 60), heads="Q3 2024/25", periods=6,
             repeat_header=False, numbers="KPI 12"),
        Look("over pages without rules", rows=(48, 60), heads="Aug 24", periods=8, rules="none",
             repeat_header=False),
        Look("several a page", rows=(3, 4), heads="2023/24", periods=5, rules="rows"),
        Look("section rows", groups=True, rows=(12, 16), heads="Aug-24"),
        Look("section rows without rules", groups=True, rows=(12, 16), rules="none",
             heads="2023", periods=5),
        Look("indented parts", parts=True, rows=(12, 16), heads="Aug 24", rules="rows", periods=8),
        Look("years down the side", transposed=True, heads="2023/24", periods=5),
        Look("months down the side", transposed=True, heads="August 2024", periods=12,
             rules="header"),
        Look("narrow columns", heads="Aug-24", periods=14, size=7, gap=3.0, rules="none",
             label_width=110),
        Look("narrow ruled columns", heads="Aug-24", periods=14, size=7, gap=2.5, label_width=110),
        Look("small print", size=6.5, heads="Aug 24", periods=13, rules="rows", padding=1.5),
        Look("signs and thousands", heads="Aug-24", periods=8, units="column",
             manner=Manner(negatives=True, minus="−")),
        Look("spaced thousands", heads="2023/24", periods=5,
             manner=Manner(negatives=True, minus="–", thousands="\u2009")),
        Look("no thousands mark", heads="AUG-24", periods=9, manner=Manner(thousands="")),
        Look("numbered measures", numbers="KPI 12", heads="Aug '24", periods=8),
        Look("plainly numbered measures", numbers="12", heads="Aug-24", periods=8, rules="none"),
        Look("footnote marks", footnotes=True, heads="Q3 2024/25", periods=6),
        Look("notes column", notes=True, heads="Aug-24", periods=5, upright="top"),
        Look("notes column without rules", notes=True, heads="2023/24", periods=3, rules="none",
             upright="top", padding=4.0),
        Look("unit column", units="column", heads="2023/24 outturn", periods=4, target="Target"),
        Look("unit in the title", units="title", heads="2024/25 Q3", periods=6, zebra=True),
        Look("hyphens in labels", hyphens=True, long_labels=True, label_width=95),
        Look("units in cells", units="cell", manner=Manner(True, gaps=0.08),
             heads="Quarter 3 2024/25", periods=5, target="Target 2031/32", rag="word"),
        Look("headings left, numbers right", head_align="left", rules="none", heads="2023/24",
             periods=4, padding=6.0),
        Look("headings centred, numbers right", head_align="centre", rules="rows", padding=5.0,
             heads="Aug 24", periods=7),
        Look("headings that run upwards", upward_heads=True, heads="Aug-24", periods=12),
        Look("target before the periods", target_first=True, target="Target", heads="Q3 2024/25",
             periods=4, direction="arrow", rag="letter"),
        Look("change and sum to date", others=("YTD", "Change"), heads="Aug-24", periods=6),
        Look("sums and changes with months", others=("Year to Aug-31", "Change since Jul-31"),
             heads="Aug-24", periods=4, rules="rows"),
        Look("number and share", pairs=True, heads="2023/24", periods=4, rules="full"),
        Look("number and share without rules", pairs=True, heads="Q3 2024/25", periods=3,
             rules="header", align="centre"),
        Look("months to come", future=5, heads="Aug-24", periods=12),
        Look("months to come without rules", future=4, heads="Aug 24", periods=10, rules="none"),
        Look("themes in merged cells", themes=True, heads="2023/24", periods=5, label_width=120),
        Look("themes between lines", themes=True, heads="Aug-24", periods=7, rules="rows",
             label_width=120),
        Look("comments under measures", comments=True, heads="Aug-24", periods=8),
        Look("comments without rules", comments=True, heads="2023/24", periods=4, rules="none"),
        Look("over pages, continued", rows=(46, 56), continued=True, heads="Aug 24", periods=8,
             rules="rows", header_fill="#d9e2ec"),
        Look("under a watermark", watermark="DRAFT", heads="Aug-24", periods=7, rules="rows"),
        Look("tight rows without rules", rules="none", padding=1.5, upright="top", heads="Aug-24",
             periods=8),
        Look("tight rows, values amid", rules="none", padding=1.5, heads="Q3 24/25", periods=6,
             label_width=110),
        Look("tight rows, values below", rules="none", padding=1.5, upright="bottom",
             heads="2023/24", periods=6, label_width=110),
        Look("arrows in the cells", direction="in the cell", units="cell", manner=Manner(True),
             heads="Q3 2024/25", periods=4),
    )
}  # fmt: skip


def any_look(rng: Random) -> Look:
    """A layout put together at random from what the named ones are made of, named by it."""
    look = Look(
        "any",
        heads=rng.choice(("Aug-24", "Aug 2024", "Q3 2024/25", "2023/24", "July 23")),
        periods=rng.randint(2, 8),
        rows=(rng.randint(2, 5), rng.randint(5, 8)),
        rules=rng.choice(("full", "rows", "header", "box", "none")),
        zebra=rng.random() < 0.3,
        header_fill=rng.choice(("", "#1f3b63", "#d9e2ec")),
        align=rng.choice(("left", "centre", "right")),
        head_align=rng.choice(("", "", "left", "centre")),
        upright=rng.choice(("top", "middle", "bottom")),
        size=rng.choice((6.5, 8.0, 9.0)),
        padding=rng.choice((1.5, 3.0, 5.0)),
        label_width=rng.choice((110.0, 150.0, 190.0)),
        long_labels=rng.random() < 0.4,
        units=rng.choice(("label", "brackets", "cell", "column", "title")),
        manner=Manner(
            rng.random() < 0.5,
            minus=rng.choice("-−"),
            negatives=rng.random() < 0.3,
            gaps=rng.choice((0.0, 0.2)),
        ),
        target=rng.choice(("", "Target")),
        rag=rng.choice(("", "word", "letter", "fill")),
        direction=rng.choice(("", "arrow")),
        numbers=rng.choice(("", "KPI 12", "1.2")),
        groups=rng.random() < 0.3,
        notes=rng.random() < 0.2,
    )
    said = ", ".join(
        f"{part.name}={getattr(look, part.name)!r}"
        for part in fields(look)
        if part.name != "name" and getattr(look, part.name) != part.default
    )
    return replace(look, name=f"any ({said})")
