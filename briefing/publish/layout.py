"""Blocks with every measure of the printed page worked out, in millimetres."""

from __future__ import annotations

from typing import Any

from briefing.model.blocks import Block
from briefing.publish.edition import plain
from briefing.publish.fonts import text_width
from briefing.publish.pictures import size_mm
from briefing.publish.table_layout import MM_PER_POINT, Plan, column_leads, plan, words

#: Text width of A4 with margins of 18 mm, upright and on its side.
PORTRAIT = 174.0
LANDSCAPE = 261.0

#: The tallest picture that still leaves room for its caption.
TALLEST = {PORTRAIT: 225.0, LANDSCAPE: 140.0}

GUTTER = 6.0

#: The space above a heading, by level, which columns that begin with one take over.
ABOVE = {2: 8.0, 3: 5.6}

BOX_SIDES = 9.0
LIST_INDENT = 6.0

#: How each tone's bar differs without colour: its width in millimetres and its pattern.
BARS = {
    "plain": (0.8, "solid"),
    "good": (1.2, "solid"),
    "concern": (2.4, "solid"),
    "neutral": (1.2, "densely-dashed"),
    "note": (0.6, "solid"),
    "draft": (1.2, "densely-dotted"),
}

#: A place where a line may end that takes no room and is not seen.
_BREAK = "​"

#: Type sizes of the page template in points, by style of paragraph and level of heading.
BODY_SIZE = 10.5
BOX_TITLE_SIZE = 11.5
SIZES = {"lead": 12.5, "small": 9.0, "source": 8.5, 1: 22.0, 2: 15.0, 3: 12.0}


def sheets(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    """The blocks in stretches of upright and of turned pages.

    A wide table takes the headings right before it and the small print right after it along.
    """
    made: list[dict[str, Any]] = [{"landscape": False, "blocks": []}]
    for block in blocks:
        current = made[-1]
        if _turned(block) and not current["landscape"]:
            _turn(made, block)
        elif current["landscape"] and not (_turned(block) or _small_print(block)):
            made.append({"landscape": False, "blocks": [block]})
        else:
            current["blocks"].append(block)
    laid = []
    for sheet in made:
        if sheet["blocks"]:
            width = LANDSCAPE if sheet["landscape"] else PORTRAIT
            laid.append({**sheet, "blocks": [lay_out(b, width, width) for b in sheet["blocks"]]})
    return laid


def lay_out(block: Block, width: float, page: float) -> Block:
    """The block for a column of ``width`` millimetres on a page of text width ``page``."""
    kind = block["type"]
    if kind in ("heading", "paragraph"):
        size = SIZES.get(block.get("style") or block.get("level"), BODY_SIZE)
        return {**block, "runs": _breakable(block["runs"], width, size)}
    if kind == "list":
        inner = width - LIST_INDENT
        return {**block, "items": [[lay_out(b, inner, page) for b in i] for i in block["items"]]}
    if kind == "box":
        bar, dash = BARS.get(block.get("tone", "plain"), BARS["plain"])
        inner = width - BOX_SIDES
        content = [lay_out(b, inner, page) for b in block["blocks"]]
        tone = block.get("tone") if block.get("tone") in BARS else "plain"
        made = {**block, "tone": tone, "bar": bar, "dash": dash, "blocks": content}
        if block.get("title"):
            made["title"] = _breakable(block["title"], inner, BOX_TITLE_SIZE)
        return made
    if kind == "columns":
        return _columns(block, width, page)
    if kind == "figure":
        return {**block, "width": _picture_width(block, width, page)}
    if kind == "table":
        return _table(block, width)
    if kind == "code":
        return {**block, "text": _break_long(block["text"], width * 0.9, 8.0, 0.602)}
    return block


def _columns(block: Block, width: float, page: float) -> Block:
    cells = block.get("columns", [])
    shares = [float(w) for w in block.get("widths") or [1] * len(cells)]
    shares = (shares + [1.0] * len(cells))[: len(cells)]
    room = width - GUTTER * (len(cells) - 1)
    tracks = [room * s / sum(shares) for s in shares]
    laid = [[lay_out(b, t, page) for b in c] for c, t in zip(cells, tracks, strict=True)]
    firsts = [c[0]["level"] for c in cells if c and c[0]["type"] == "heading"]
    above = max((ABOVE.get(level, 4.5) for level in firsts), default=4.5)
    return {**block, "columns": laid, "tracks": tracks, "gutter": GUTTER, "above": above}


def _picture_width(block: Block, width: float, page: float) -> float:
    natural, height = size_mm(block["svg"])
    wanted = min(float(block.get("width_mm") or natural), width)
    return min(wanted, natural * TALLEST.get(page, TALLEST[PORTRAIT]) / height)


def _turned(block: Block) -> bool:
    """Whether a table is to stand on a turned page: by its wish, or because it must."""
    if block["type"] != "table":
        return False
    return bool(block.get("landscape")) or not plan(_with_pictures(block), PORTRAIT).fits


def _turn(made: list[dict[str, Any]], table: Block) -> None:
    """Put a wide table on a turned page, with the headings that it stands under."""
    blocks = made[-1]["blocks"]
    start = len(blocks)
    if start > 1 and blocks[-1]["type"] == "paragraph" and blocks[-2]["type"] == "heading":
        start -= 1
    while start and blocks[start - 1]["type"] == "heading" and blocks[start - 1]["level"] > 1:
        start -= 1
    lead = [*blocks[start:], table]
    made[-1]["blocks"] = blocks[:start]
    if start == 0 and len(made) > 1:
        made.pop()
        made[-1]["blocks"] += lead
    else:
        made.append({"landscape": True, "blocks": lead})


def _small_print(block: Block) -> bool:
    return block["type"] == "paragraph" and block.get("style") in ("source", "small")


def _with_pictures(table: Block) -> Block:
    """The table with the width of each picture in a cell, in millimetres."""
    rows = [
        [{**c, "svg-width": size_mm(c["svg"])[0]} if c.get("svg") else c for c in row]
        for row in table.get("rows", [])
    ]
    return {**table, "rows": rows}


def _table(block: Block, width: float) -> Block:
    table = _with_pictures(block)
    chosen: Plan = plan(table, width)
    leads = column_leads(table)
    rooms = [w - 2 * chosen.inset - lead for w, lead in zip(chosen.widths, leads, strict=True)]
    columns = [
        {
            "text": _break_long(str(c.get("text", "")), room, chosen.size, 0.0),
            "align": c.get("align") if c.get("align") in ("left", "right", "center") else "left",
            "width": w,
            "lead": lead,
        }
        for c, w, lead, room in zip(table["columns"], chosen.widths, leads, rooms, strict=True)
    ]
    rows = [
        {
            "tall": tall,
            "cells": [_cell(c, room, chosen.size) for c, room in zip(row, rooms, strict=True)],
        }
        for row, tall in zip(table["rows"], chosen.tall, strict=True)
    ]
    return {
        "type": "table",
        "columns": columns,
        "rows": rows,
        "size": chosen.size,
        "inset": chosen.inset,
        "groups": block.get("groups") or {},
        "caption": block["caption"] if plain(block.get("caption")).strip() else [],
    }


def _cell(cell: Block, width: float, size: float) -> Block:
    made = {**cell, "runs": _breakable(cell.get("runs", []), width, size)}
    if "svg-width" in cell:
        made["svg-width"] = min(cell["svg-width"], width)
    return made


def _breakable(runs: list[dict[str, Any]], width: float, size: float = BODY_SIZE) -> list[Any]:
    """Runs in which no word is wider than the column."""
    return [{**run, "text": _break_long(run["text"], width, size, 0.0)} for run in runs]


def _break_long(text: str, width: float, size: float, advance: float) -> str:
    """The text with places to break in each word that is wider than ``width`` millimetres.

    ``advance`` is the width of every character in em, or 0 for the body font.
    """
    em = size * MM_PER_POINT
    room = width / em
    for word in dict.fromkeys(words(text)):
        whole = len(word) * advance or text_width(word, bold=True)
        if whole > room:
            step = max(1, int(len(word) * room / whole * 0.9))
            cut = _BREAK.join(word[i : i + step] for i in range(0, len(word), step))
            text = text.replace(word, cut)
    return text
