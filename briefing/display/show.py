"""What a notebook cell shows: blocks, as HTML for the eye and as data for the editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, Self, runtime_checkable

from briefing.display.html import to_html
from briefing.display.plain import to_text
from briefing.model.blocks import MIME, Block


@runtime_checkable
class Showable(Protocol):
    """Anything that turns into blocks, such as a chart."""

    def to_blocks(self) -> list[Block]:
        """The blocks, in order."""
        ...


Shown = Block | Showable | Iterable["Block | Showable"]


class Blocks:
    """Blocks in order: iterable, addable, and shown by JupyterLab.

    A block, a chart or any number of them may be given and added.

    Examples
    --------
    >>> from briefing.model.blocks import heading, paragraph
    >>> page = Blocks(heading("Visits")) + paragraph("Seven measures.")
    >>> [block["type"] for block in page]
    ['heading', 'paragraph']
    """

    def __init__(self, *content: Shown) -> None:
        self._blocks = tuple(block for part in content for block in _flat(part))

    def to_blocks(self) -> list[Block]:
        """The blocks, in order."""
        return list(self._blocks)

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks)

    def __len__(self) -> int:
        return len(self._blocks)

    def __add__(self, other: Shown) -> Self:
        return type(self)(self, other)

    def __radd__(self, other: Shown) -> Self:
        return type(self)(other, self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        blocks = self.to_blocks()
        return {
            MIME: blocks,
            "text/html": to_html(blocks, fragment=False),
            "text/plain": to_text(blocks),
        }


def _flat(part: Shown) -> Iterator[Block]:
    if isinstance(part, dict):
        yield part
    elif isinstance(part, Showable):
        yield from part.to_blocks()
    else:
        for each in part:
            yield from _flat(each)
