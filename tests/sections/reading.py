"""Reading blocks as a person would."""

from collections.abc import Iterable, Iterator

from briefing.model.blocks import Block


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside others too, in reading order."""
    for block in blocks:
        yield block
        for inner in (*block.get("columns", ()), *block.get("items", ())):
            if isinstance(inner, list):
                yield from walk(inner)
        yield from walk(block.get("blocks", ()))
        for row in block.get("rows", ()):
            yield from walk(row)


def words(blocks: Iterable[Block]) -> str:
    """Everything that blocks say, titles and captions included."""
    parts = []
    for block in walk(blocks):
        for key in ("title", "caption", "runs"):
            if isinstance(block.get(key), list):
                parts.append("".join(run["text"] for run in block[key]))
    return "\n".join(parts)


def headings(blocks: Iterable[Block]) -> list[tuple[int, str]]:
    """Level and words of every heading."""
    return [(b["level"], words([b])) for b in walk(blocks) if b["type"] == "heading"]
