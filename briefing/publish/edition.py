"""An edition: the blocks of one notebook, put in order, and ways to walk them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing.model.blocks import Block


@dataclass(frozen=True)
class Edition:
    """What every format is made from.

    Parameters
    ----------
    document
        The document block: title, language, status, date, colour and so on.
    blocks
        The body in reading order, without document, attachment and complete blocks.
    attachments
        Files that go with the body, each name once.
    complete
        The mark of the last cell, or None where the notebook has none there.
    warnings
        What a reader of the edition would miss, in words, each naming its cell.
    """

    document: Block
    blocks: tuple[Block, ...]
    attachments: tuple[Block, ...] = ()
    complete: Block | None = None
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title of the whole document."""
        return str(self.document.get("title", "")).strip() or "Notebook"

    def warned(self, *warnings: str) -> Edition:
        """The same edition with further warnings."""
        return replace(self, warnings=self.warnings + warnings)

    def traces(self) -> list[dict[str, Any]]:
        """Every figure that the body prints, in reading order, each with its sources."""
        return [entry for part in parts(self.blocks) for entry in part.get("figures", ())]


def nested(block: Block) -> list[list[Block]]:
    """The lists of blocks that a block holds, in reading order."""
    kind = block.get("type")
    if kind == "box":
        return [block.get("blocks", [])]
    if kind == "columns":
        return list(block.get("columns", []))
    if kind == "list":
        return list(block.get("items", []))
    return []


def with_nested(block: Block, lists: list[list[Block]]) -> Block:
    """The block with other lists of blocks in the places that :func:`nested` gives."""
    kind = block.get("type")
    if kind == "box":
        return {**block, "blocks": lists[0]}
    if kind in ("columns", "list"):
        return {**block, "columns" if kind == "columns" else "items": lists}
    return block


def walk(blocks: tuple[Block, ...] | list[Block]) -> Iterator[Block]:
    """Every block and every block inside it, in reading order."""
    for block in blocks:
        yield block
        for inner in nested(block):
            yield from walk(inner)


def parts(blocks: tuple[Block, ...] | list[Block]) -> Iterator[Block]:
    """Every block as :func:`walk` gives it, and the cells of tables after their table."""
    for block in walk(blocks):
        yield block
        if block.get("type") == "table":
            for row in block.get("rows", []):
                yield from row


def rebuild(
    blocks: tuple[Block, ...] | list[Block], change: Callable[[Block], Block]
) -> list[Block]:
    """New blocks, ``change`` applied to each block before the blocks inside it."""
    made = []
    for block in blocks:
        new = change(block)
        inner = nested(new)
        made.append(with_nested(new, [rebuild(one, change) for one in inner]) if inner else new)
    return made


def plain(runs: list[dict[str, Any]] | None) -> str:
    """The text of runs alone."""
    return "".join(str(run.get("text", "")) for run in runs or ())
