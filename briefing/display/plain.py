"""Blocks as plain text, for terminals and for notebooks that show nothing richer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.blocks import Block, Run


def to_text(blocks: Iterable[Block]) -> str:
    """The blocks' words, one block a paragraph; a table is one row a line, cells by tabs."""
    return "\n\n".join(part for block in blocks for part in _parts(block) if part)


def text_of(runs: Iterable[Run]) -> str:
    """The words of runs."""
    return "".join(str(run["text"]) for run in runs)


def _parts(block: Block) -> Iterator[str]:
    kind = block["type"]
    if kind in ("heading", "paragraph"):
        yield text_of(block.get("runs", []))
    elif kind == "list":
        yield "\n".join(f"- {to_text(entry)}" for entry in block.get("items", []))
    elif kind == "box":
        yield text_of(block.get("title", []))
        yield to_text(block.get("blocks", []))
    elif kind == "columns":
        for column in block.get("columns", []):
            yield to_text(column)
    elif kind == "figure":
        yield "" if block.get("decorative") else str(block.get("alt", ""))
        yield text_of(block.get("caption", []))
    elif kind == "table":
        yield text_of(block.get("caption", []))
        yield _table(block)
    elif kind in ("code", "attachment"):
        yield str(block.get("text" if kind == "code" else "name", ""))
    elif kind == "document":
        yield str(block.get("title", ""))


def _table(block: Block) -> str:
    lines = ["\t".join(str(column.get("text", "")) for column in block.get("columns", []))]
    for row in block.get("rows", []):
        lines.append("\t".join(text_of(cell.get("runs", [])) for cell in row))
    return "\n".join(lines)
