"""What goes onto the sheets of the workbook: frames of every figure and table of an edition."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.blocks import Block
from briefing.model.tables import DECIMAL, TABLES, WHOLE
from briefing.publish.edition import Edition, nested, plain
from briefing.publish.headings import heading_text

if TYPE_CHECKING:
    import pandas as pd

#: What stands in a cell that is blank or a dash (symbols of the Government Analysis Function).
NOT_AVAILABLE = "[x]"

#: Signs that say something alone, and the words for them: no cell may hold a sign only.
_SIGNS = {
    "%": "percent",
    "£": "pounds",
    "+": "plus",
    "✓": "yes",
    "✔": "yes",
    "✗": "no",
    "✘": "no",
    "▲": "up",
    "▼": "down",
    "↑": "up",
    "↓": "down",
    "→": "level",
}
_ABSENT = {"", "-", "–", "—", "−", "..", "…", "n/a"}
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")

#: Columns of the kit's tables that hold numbers; all others hold text, such as a year.
_NUMBERS = {
    field.name
    for table in TABLES.values()
    for field in table.fields
    if field.pattern in (DECIMAL, WHOLE)
} - {"page", "line", "printed_page_from", "printed_page_to"}
_WITHHELD = ("ambiguous", "withheld", "suppressed", "missing")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its tab, its title in full, its table, and how to read it."""

    tab: str
    title: str
    frame: pd.DataFrame
    about: str


def sheets_of(edition: Edition) -> list[Sheet]:
    """The figures printed, every attached file, every table without one, the figures withheld."""
    made = [_figures(edition)]
    made += [s for s in map(_attached, edition.attachments) if s]
    made += [s for t in _tables(edition) if (s := _printed(t)) is not None]
    withheld = _withheld(edition)
    if withheld is not None:
        made.append(withheld)
    taken: set[str] = {"cover", "notes"}
    return [
        Sheet(_tab(s.tab, taken), s.title, s.frame, s.about) for s in made if len(s.frame.index)
    ]


def text_cell(text: str) -> str:
    """A text as a cell may hold it: never empty, never a sign alone, no markup of gptables."""
    said = " ".join(text.split())
    if len(said) > 1 and said[0] == "'" and said[1] in "=+-@":
        said = said[1:]
    if said.lower() in _ABSENT:
        return NOT_AVAILABLE
    said = said.replace("](", "] (").replace("$$", "$ $")
    if re.search(r"[a-zA-Z0-9]", said):
        return said
    words = [_SIGNS.get(c) or unicodedata.name(c, "sign").lower() for c in said if c != " "]
    return " ".join(words)


def _figures(edition: Edition) -> Sheet:
    """Every figure that the body prints, under which heading, from which places."""
    rows = []
    for path, block in _placed(list(edition.blocks), []):
        for part in (block, *(c for row in block.get("rows", ()) for c in row)):
            for trace in part.get("figures", ()):
                rows.append(
                    [
                        " / ".join(path[1:] or path),
                        str(trace.get("text", "")),
                        _said(part),
                        str(trace.get("operation", "")) or "as printed",
                        "; ".join(dict.fromkeys(map(str, trace.get("sources", ())))),
                        "; ".join(dict.fromkeys(map(str, trace.get("rows", ())))),
                    ]
                )
    columns = [
        "Section",
        "Figure",
        "In the text",
        "How found",
        "Source",
        "Rows of the store",
    ]
    return Sheet(
        "Figures printed",
        "Figures printed in the briefing, each with its source",
        _frame(columns, rows),
        "One row a figure, in the order of the briefing.",
    )


def _placed(blocks: list[Block], path: list[str]) -> Iterator[tuple[list[str], Block]]:
    """Every block with the headings that it stands under."""
    for block in blocks:
        if block["type"] == "heading":
            level = int(block.get("level", 2))
            path[:] = [*path[: level - 1], heading_text(block)]
        yield list(path), block
        for inner in nested(block):
            yield from _placed(inner, path)


def _said(block: Block) -> str:
    text = plain(block.get("runs") or block.get("caption"))
    return text if len(text) <= 300 else text[:297] + "..."


def _attached(attachment: Block) -> Sheet | None:
    """A sheet of an attached CSV file."""
    stem, _, ending = attachment["name"].rpartition(".")
    if ending.lower() != "csv":
        return None
    rows = list(csv.reader(io.StringIO(attachment["text"])))
    if len(rows) < 2:
        return None
    title = attachment["description"] or stem
    return Sheet(stem, title, _frame(rows[0], rows[1:]), f"The same data as the file {stem}.csv.")


def _tables(edition: Edition) -> Iterator[Block]:
    for _, block in _placed(list(edition.blocks), []):
        if block["type"] == "table" and not block.get("attach"):
            yield block


def _printed(table: Block) -> Sheet | None:
    """A sheet of a table as the briefing prints it."""
    columns = [str(c.get("text", "")) for c in table["columns"]]
    groups = table.get("groups") or {}
    rows = []
    group = ""
    for index, row in enumerate(table["rows"]):
        group = groups.get(str(index), group)
        rows.append(([group] if groups else []) + [plain(c.get("runs")) for c in row])
    if not rows:
        return None
    title = plain(table.get("caption")) or "Table"
    heads = (["Group"] if groups else []) + columns
    said = [i for i in range(len(heads)) if any(row[i].strip() for row in rows)]
    frame = _frame([heads[i] for i in said], [[row[i] for i in said] for row in rows])
    return Sheet(title, title, frame, "As the briefing prints it.")


def _withheld(edition: Edition) -> Sheet | None:
    """The rows of attached files whose figure is not certain, not given or not to be shown."""
    heads: list[str] = []
    rows: list[list[str]] = []
    for attachment in edition.attachments:
        if not attachment["name"].lower().endswith(".csv"):
            continue
        first, *others = list(csv.reader(io.StringIO(attachment["text"]))) or [[]]
        if "status" not in first or "observation" not in first or (heads and first != heads):
            continue
        heads = first
        rows += [r for r in others if r[first.index("status")] in _WITHHELD and r not in rows]
    if not rows:
        return None
    return Sheet(
        "Withheld",
        "Figures withheld from charts, trends and questions",
        _frame(heads, rows),
        "Their status says why: ambiguous where the papers do not say which period it is of.",
    )


def _frame(columns: list[str], rows: list[list[str]]) -> pd.DataFrame:
    """Rows as a frame: unique column names, numbers where a column holds numbers."""
    import pandas as pd

    names = _unique([text_cell(c).replace("\n", " ") for c in columns])
    width = len(names)
    full = [(row + [""] * width)[:width] for row in rows]
    return pd.DataFrame(
        {n: _column(columns[i], [row[i] for row in full]) for i, n in enumerate(names)},
        dtype=object,
    )


def _column(name: str, texts: list[str]) -> list[str | float | int]:
    if name in _NUMBERS:
        return [_number(t) if _PLAIN_NUMBER.fullmatch(t) else text_cell(t) for t in texts]
    return [text_cell(t) for t in texts]


def _number(text: str) -> float | int:
    return float(text) if "." in text else int(text)


def _unique(names: list[str]) -> list[str]:
    made: list[str] = []
    for name in names:
        count, free = 1, "Column" if name == NOT_AVAILABLE else name
        base = free
        while free in made:
            count += 1
            free = f"{base} ({count})"
        made.append(free)
    return made


def _tab(name: str, taken: set[str]) -> str:
    """A name that Excel allows for a sheet and that none has yet."""
    base = re.sub(r"[\[\]:*?/\\']", " ", name.replace("_", " ").replace("-", " ")).strip()
    base = (base[:1].upper() + base[1:])[:31].strip() or "Table"
    free, count = base, 1
    while free.lower() in taken:
        count += 1
        free = f"{base[:27]} {count}"
    taken.add(free.lower())
    return free
