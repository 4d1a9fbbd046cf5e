"""What a picture shows, read back from its SVG: its texts and the room that each takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from briefing.display.canvas import text_width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Text:
    """A line of text and its box, in points from the top left."""

    text: str
    size: float
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: Text) -> bool:
        """Whether the boxes share more than a hair."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.5
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5
        )


def size_of(svg: str) -> tuple[float, float]:
    """Width and height in points."""
    box = ElementTree.fromstring(svg).attrib["viewBox"].split()
    return float(box[2]), float(box[3])


def texts(svg: str) -> list[Text]:
    """Every text of a picture."""
    found = []
    for element in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        look = element.attrib["style"]
        size = float(re.search(r"font-size: ([\d.]+)px", look)[1])  # type: ignore[index]
        anchor = re.search(r"text-anchor: (\w+)", look)
        words = element.text or ""
        width = text_width(words, size, bold="font-weight: 700" in look)
        moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.attrib.get("transform", ""))
        place = moved.groups() if moved else (element.attrib["x"], element.attrib["y"])
        x, y = (float(n) for n in place)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor[1] if anchor else "start"]
        left = x - width * share
        found.append(Text(words, size, left, left + width, y - 0.7 * size, y + 0.02 * size))
    return found


def collisions(svg: str) -> list[tuple[str, str]]:
    """Pairs of texts that stand on one another."""
    return [(a.text, b.text) for a, b in combinations(texts(svg), 2) if a.touches(b)]


def outside(svg: str) -> list[str]:
    """Texts that leave the picture."""
    width, height = size_of(svg)
    return [
        t.text
        for t in texts(svg)
        if t.left < -0.5 or t.right > width + 0.5 or t.top < -0.5 or t.bottom > height + 0.5
    ]
