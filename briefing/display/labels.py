"""Labels that stand at the edge of a chart beside what they name, and never on one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A label: the place it would like best, and the room it takes, from the top, in points."""

    wanted: float
    height: float


def spread(labels: Sequence[Label], top: float, bottom: float) -> list[float]:
    """The middles of the labels, moved as little as will keep them apart and inside.

    Labels keep the order of their wanted places. Those that would overlap are set close in a
    block about the mean of what they wanted. Where there are more than fit, the block runs over
    the bottom rather than into itself.
    """
    order = sorted(range(len(labels)), key=lambda i: labels[i].wanted)
    blocks: list[_Block] = []
    for index in order:
        block = _Block([index], labels[index].height, labels[index].wanted)
        block.keep(top, bottom)
        while blocks and blocks[-1].end > block.start:
            block = blocks.pop().join(block)
            block.keep(top, bottom)
        blocks.append(block)
    middles = [0.0] * len(labels)
    for block in blocks:
        edge = block.start
        for index in block.members:
            middles[index] = edge + labels[index].height / 2
            edge += labels[index].height
    return middles


@dataclass
class _Block:
    members: list[int]
    height: float
    middle: float

    @property
    def start(self) -> float:
        return self.middle - self.height / 2

    @property
    def end(self) -> float:
        return self.middle + self.height / 2

    def join(self, lower: _Block) -> _Block:
        height = self.height + lower.height
        middle = (self.middle * self.height + lower.middle * lower.height) / height
        return _Block(self.members + lower.members, height, middle)

    def keep(self, top: float, bottom: float) -> None:
        self.middle = max(min(self.middle, bottom - self.height / 2), top + self.height / 2)
