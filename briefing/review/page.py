"""The sections of the review notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefing.display.columns import column
from briefing.display.show import Blocks
from briefing.model import blocks as b
from briefing.model.blocks import Block
from briefing.model.period import Period
from briefing.review.matters import PrintedRow, Row
from briefing.review.opened import Review
from briefing.sections.words import british_date, listed

_COMPARATORS = {
    "own": "the authority",
    "statistical_neighbours": "statistical neighbours",
    "region": "the region",
    "england": "England",
    "unknown": "not known",
}
#: The most values of a row that a sentence lists.
_MOST_CELLS = 16
_DECIDED = {
    "same_measure": "is the measure",
    "new_measure": "is a measure of its own:",
    "not_a_measure": "is no measure",
    "placed": "has its values placed in",
    "comparator": "has the comparator",
}


def summary(review: Review) -> Blocks:
    """What there is, and what awaits a decision."""
    meeting = review.meeting
    values = sum(len(row.unplaced) for row in review.ambiguous)
    counts = [
        (
            "Rows with values whose period is not known",
            f"{len(review.ambiguous)} ({values} values)",
        ),
        ("Rows of no confirmed measure", len(review.unmatched)),
        ("Comparator values that nobody has confirmed", len(review.comparators)),
        ("Rows with withheld values", len(review.withheld)),
        ("Things that were not understood or do not agree", len(review.issues)),
        ("Rows read in all", len(review.rows)),
    ]
    documents = meeting.rows("documents")
    held = [d["source_name"] or d["title"] for d in documents if review.papers.has(d["document"])]
    missing = [d["source_name"] for d in documents if not review.papers.has(d["document"])]
    at_hand = f"At hand: {listed(held)}. " if held else ""
    if missing:
        at_hand += (
            f"To see the paper beside what was read, set source to {listed(missing, last='or')}, "
            "or to the folder that it is in."
        )
    return Blocks(
        b.heading(f"{meeting.panel_title}, {british_date(meeting.date)}", level=2),
        b.items([f"{words}: {number}" for words, number in counts], style="tight"),
        b.paragraph(at_hand),
    )


def ambiguous(review: Review) -> Blocks:
    """Values of which the papers do not say which period they are of, each beside its page."""
    return _rows(
        review,
        review.ambiguous,
        "Which period is each value of?",
        "No value awaits a period.",
        placing,
    )


def unmatched(review: Review) -> Blocks:
    """Printed rows of no confirmed measure, with the measures that they may be of."""
    return _rows(
        review,
        review.unmatched,
        "Which measure is each row?",
        "Every printed row is of a known measure.",
        lambda row: measuring(review, row),
    )


def withheld(review: Review) -> Blocks:
    """Values that are not used, and why."""
    return _rows(
        review,
        review.withheld,
        "What was withheld",
        "No value is withheld.",
        lambda row: [b.paragraph(_printed(row)), b.paragraph(_reasons(row), style="source")],
    )


def comparators(review: Review) -> Blocks:
    """Comparator values that the papers do not name, with what is proposed."""
    rows = review.comparators
    heading = b.heading("Whose values are the comparators?", level=2)
    if not rows:
        return Blocks(heading, b.paragraph("Every comparator is named or confirmed."))
    cells = [
        [
            b.cell(review.name_of(row["indicator"])),
            b.cell(row["column_position"]),
            b.cell(row["raw"]),
            b.cell(comparator_words(row)),
            b.cell(row["identification_evidence"], small=True),
        ]
        for row in rows
    ]
    columns = [
        column("Measure", 2),
        column("Column", 0.6, "right"),
        column("Printed", 0.8, "right"),
        column("Proposed", 1.4),
        column("Because", 4),
    ]
    return Blocks(heading, b.table(columns, cells, caption="Comparators to confirm", style="dense"))


def not_understood(review: Review) -> Blocks:
    """What a page held that was not understood, or does not agree."""
    heading = b.heading("What was not understood", level=2)
    rows = review.issues
    if not rows:
        return Blocks(heading, b.paragraph("Nothing: no page held anything that was left over."))
    cells = [
        [b.cell(_where(row)), b.cell(row["kind"].replace("-", " ")), b.cell(row["message"])]
        for row in rows
    ]
    columns = [column("Where", 1.2), column("Kind", 1.2), column("What", 5)]
    return Blocks(heading, b.table(columns, cells, caption="Issues", style="dense"))


def as_read(review: Review) -> Blocks:
    """Every printed table as it was read, with the pages that it stands on."""
    tables: dict[str, list[PrintedRow]] = {}
    for row in review.rows:
        tables.setdefault(row["table"], []).append(row)
    made = [part for rows in tables.values() for part in _table_as_read(review, rows)]
    heading = b.heading("All that was read", level=2)
    return Blocks(heading, made or b.paragraph("The papers print no figures."))


def decided(review: Review) -> Blocks:
    """The decisions on record that bear on the meeting."""
    heading = b.heading("Decided so far", level=2)
    made = review.decisions
    if not made:
        return Blocks(heading, b.paragraph("Nothing is decided yet."))
    return Blocks(
        heading,
        b.items(
            [
                [
                    {"text": f"{one.name_as_printed} ", "bold": True},
                    f"{_DECIDED[one.kind]} {one.value.replace('|', ', ')}".strip() + ". ",
                    {
                        "text": f"{one.author}, {british_date(one.decided)}: {one.reason}",
                        "muted": True,
                    },
                ]
                for one in made
            ],
            style="tight",
        ),
    )


def beside(review: Review, rows: Sequence[PrintedRow], bodies: Sequence[list[Block]]) -> Blocks:
    """Rows of one page with what is said of them, beside the page where it is at hand."""
    first = rows[0]
    said = [
        part
        for row, body in zip(rows, bodies, strict=True)
        for part in (b.heading(row.name, level=3), b.paragraph(row.place, style="source"), *body)
    ]
    labels = [row["name_as_printed"] for row in rows]
    paper = review.papers.beside(first["document"], first["page"], first["line"], labels)
    if not paper:
        return Blocks(said)
    return Blocks(b.columns([said, paper], widths=(1, 1), keep=False))


def placing(row: PrintedRow) -> list[Block]:
    """A row's values with the periods that each may be of."""
    return [_candidates(row), b.paragraph(_ways(row))]


def measuring(review: Review, row: PrintedRow) -> list[Block]:
    """A row's values, and the measures that it may be of."""
    return [b.paragraph(_printed(row)), *_suggested(review, row)]


def without_words(row: PrintedRow, way: Sequence[Period]) -> str:
    """A way of placing a row's values by the periods that it leaves without one."""
    empty = row.without(way)
    if not empty:
        return f"{way[0].short} to {way[-1].short}, none without a value"
    return f"no value for {listed([period.label for period in empty])}"


def comparator_words(row: Row) -> str:
    """What is proposed of a comparator value: ``England, 2022/23``."""
    return ", ".join(filter(None, (_COMPARATORS[row["comparator"]], row["period"])))


def _rows(
    review: Review,
    rows: Sequence[PrintedRow],
    title: str,
    none: str,
    body: Callable[[PrintedRow], list[Block]],
) -> Blocks:
    heading = b.heading(title, level=2)
    if not rows:
        return Blocks(heading, b.paragraph(none))
    groups = _grouped(review, rows)
    return Blocks(heading, *(beside(review, group, [body(r) for r in group]) for group in groups))


def _grouped(review: Review, rows: Iterable[PrintedRow]) -> list[list[PrintedRow]]:
    """Rows that one picture of a page stands beside; of a text file each by itself."""
    groups: dict[tuple[str, ...], list[PrintedRow]] = {}
    for row in rows:
        paged = row["page"] and review.papers.has(row["document"])
        key = (row["document"], row["page"], "" if paged else row["observation"])
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _table_as_read(review: Review, rows: Sequence[PrintedRow]) -> list[Block]:
    """A table by period; values without a period are counted in a column of their own."""
    cells = [cell for row in rows for cell in row.cells]
    periods = sorted({_of(cell) for cell in cells if cell["period"]})
    columns = [column("Row", 3), *(column(p.short, 1, "right") for p in periods)]
    unplaced = any(not cell["period"] for cell in cells)
    made = []
    for row in rows:
        by_period = {_of(cell): cell["raw"] for cell in row.cells if cell["period"]}
        rest = sum(not cell["period"] for cell in row.cells)
        values = [by_period.get(period, "") for period in periods]
        values += [str(rest or "")] if unplaced else []
        made.append([b.cell(row.name), *(b.cell(value) for value in values)])
    if unplaced:
        columns.append(column("Without a period", 1, "right"))
    pages = dict.fromkeys((row["document"], row["page"]) for row in rows if row["page"])
    return [
        b.table(columns, made, caption=rows[0].place, style="dense"),
        *(
            part
            for document, page in pages
            for part in review.papers.beside(document, page, "", ())
        ),
    ]


def _of(cell: Row) -> Period:
    return Period(cell["period"], cell["period_kind"])


def _candidates(row: PrintedRow) -> Block:
    cells = [
        [
            b.cell(cell["raw"]),
            b.cell(
                listed([Period(p).short for p in cell["period_candidates"].split("|")], last="or")
                if cell["period_candidates"]
                else "not stated"
            ),
        ]
        for cell in row.unplaced
    ]
    return b.table(
        [column("Printed", 1), column("May be of", 3)],
        cells,
        caption=f"{len(cells)} values in printed order",
        style="dense",
    )


def _ways(row: PrintedRow) -> str:
    if not row.ways:
        return "The candidates do not come down to a few ways of placing the values."
    shown = [without_words(row, way) for way in row.ways]
    if len(shown) == 1:
        return f"One way of placing them in this order: {shown[0]}."
    return f"{len(shown)} ways of placing them in this order, from “{shown[0]}” to “{shown[-1]}”."


def _printed(row: PrintedRow) -> list[b.Inline]:
    values = [f"{cell['raw'] or 'blank'} ({_period(cell)})" for cell in row.cells[:_MOST_CELLS]]
    more = len(row.cells) - len(values)
    return [
        {"text": "Printed: ", "bold": True},
        ", ".join(values) + (f" and {more} more" if more > 0 else "") + ". ",
        {"text": f"Unit: {row.unit.replace('_', ' ') or 'not known'}.", "muted": True},
    ]


def _period(cell: Row) -> str:
    if cell["period"]:
        return _of(cell).short
    return "period not known"


def _suggested(review: Review, row: PrintedRow) -> list[Block]:
    found = review.suggestions(row)
    said: list[Block] = []
    if row["indicator"]:
        said.append(b.paragraph("Taken as a new measure until somebody confirms it."))
    if not found:
        return [*said, b.paragraph("No measure of the catalogue has a name like it.")]
    entries: list[b.Inline | list[Block]] = [
        [
            review.name_of(indicator),
            {"text": f" ({indicator}, {score:.0f}% alike)", "muted": True},
        ]
        for indicator, score in found
    ]
    return [*said, b.paragraph("It may be:"), b.items(entries, style="tight")]


def _reasons(row: PrintedRow) -> str:
    reasons = (c["correction_reason"] or c["evidence"] for c in row.cells)
    found = dict.fromkeys(reason for reason in reasons if reason)
    return "; ".join(found) or "No reason is on record."


def _where(row: Row) -> str:
    if row["printed_page"]:
        return f"page {row['printed_page']}"
    if row["page"]:
        return f"page {row['page']} of the file"
    return f"line {row['line']} of the text" if row["line"] else ""
