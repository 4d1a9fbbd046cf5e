"""The sheets of a pack as they are filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from packs.drawing import A4, LANDSCAPE, Sheet, Text, wrapped

MARGIN = 42.0


@dataclass
class Press:
    """The sheets of a pack as they are filled from above; ``y`` is where the next thing goes."""

    face: str
    sheets: list[Sheet] = field(default_factory=list)
    y: float = MARGIN

    def sheet(self, paper: str = "portrait") -> Sheet:
        """Begin a new page."""
        width, height = A4 if paper == "portrait" else LANDSCAPE
        turned = paper if paper in ("flag", "sideways") else ""
        self.sheets.append(Sheet(width, height, turned=turned))  # type: ignore[arg-type]
        self.y = MARGIN
        return self.sheets[-1]

    @property
    def page(self) -> int:
        """The file's page that is being filled, from 1."""
        return len(self.sheets)

    @property
    def floor(self) -> float:
        """How far down a page is filled."""
        return self.sheets[-1].height - MARGIN - 14

    def write(
        self,
        text: str,
        size: float = 10.5,
        bold: bool = False,
        x: float = MARGIN,
        width: float = 0.0,
        space: float = 4.0,
    ) -> None:
        """A paragraph."""
        room = width or self.sheets[-1].width - MARGIN - x
        for line in wrapped(text, room, self.face, size, bold):
            if self.y + size * 1.25 > self.floor:
                self.sheet()
            self.y += size * 1.25
            self.sheets[-1].add(Text(x, self.y, line, size, bold))
        self.y += space
