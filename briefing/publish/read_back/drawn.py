"""The plots of a picture as they are drawn: ticks, marks and lines with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from briefing.publish.read_back.numbers import even

#: A place in points from the top left of the picture.
Place = tuple[float, float]

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_HREF = "{http://www.w3.org/1999/xlink}href"
MARK = "data-mark"


@dataclass(frozen=True)
class Words:
    """A text of a picture and the place where its line stands."""

    text: str
    at: Place


@dataclass(frozen=True)
class Part:
    """A named part of a drawing: its lines as they run, its signs where they stand, its texts."""

    name: str
    lines: tuple[tuple[Place, ...], ...]
    signs: tuple[Place, ...]
    shapes: tuple[tuple[Place, ...], ...]
    texts: tuple[Words, ...]


@dataclass(frozen=True)
class Plot:
    """One plot: the parts that it has by name, and the texts that stand in it beside its ticks."""

    parts: tuple[Part, ...]
    texts: tuple[Words, ...]

    def named(self, name: str) -> list[Part]:
        """The parts of that name, in the order in which they are drawn."""
        return [part for part in self.parts if part.name == name]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the plot."""
        corners = [place for part in self.named("box") for line in part.lines for place in line]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class Picture:
    """The plots of a picture in their order, and the labels at their edges.

    ``labels`` are pairs: the place from which the line to a label starts, and the label's words.
    """

    plots: tuple[Plot, ...]
    labels: tuple[tuple[Place, str], ...]


class NotReadable(ValueError):
    """A picture that is drawn in another way than charts are."""


def picture_of(svg: str) -> Picture:
    """The plots and labels of a chart.

    Raises
    ------
    NotReadable
        When a part is moved as a whole, a sign is not known, or a plot has no box.
    """
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise NotReadable(f"no well-formed picture ({error})") from None
    for element in root.iter():
        if element.get("transform") and _kind(element) != "text":
            raise NotReadable("a part of it is moved as a whole")
    signs = {e.get("id", ""): _places(e) for e in root.iter() if e.get("id") and e.get("d")}
    plots = tuple(_plot(g, signs) for g in root.iter() if g.get(MARK) == "plot")
    if any(not plot.named("box") for plot in plots):
        raise NotReadable("a plot has no box")
    return Picture(plots, tuple(_labels(root, signs)))


def _kind(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _plot(group: ElementTree.Element, signs: Mapping[str, list[Place]]) -> Plot:
    marked = [g for g in group.iter() if g is not group and g.get(MARK)]
    inside = {id(e) for g in marked for e in g.iter()}
    texts = (_words(e) for e in group.iter() if _kind(e) == "text" and id(e) not in inside)
    return Plot(tuple(_part(g, signs) for g in marked), tuple(texts))


def _part(group: ElementTree.Element, signs: Mapping[str, list[Place]]) -> Part:
    lines, places, shapes, texts = [], [], [], []
    for element in _shown(group):
        kind = _kind(element)
        if kind == "path":
            lines.append(tuple(_places(element)))
        elif kind == "text":
            texts.append(_words(element))
        elif kind == "use":
            sign = signs.get(_href(element).removeprefix("#"))
            if not sign:
                raise NotReadable("a sign of it is not known")
            x, y = float(element.get("x", 0)), float(element.get("y", 0))
            shape = tuple((x + dx, y + dy) for dx, dy in sign)
            shapes.append(shape)
            places.append(_middle(shape) if group.get(MARK) not in ("xtick", "ytick") else (x, y))
    return Part(str(group.get(MARK)), tuple(lines), tuple(places), tuple(shapes), tuple(texts))


def _shown(group: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The elements of a group but for what only defines signs."""
    for element in group:
        if _kind(element) != "defs":
            yield element
            yield from _shown(element)


def _href(element: ElementTree.Element) -> str:
    return element.get(_HREF) or element.get("href") or ""


def _places(element: ElementTree.Element) -> list[Place]:
    numbers = [float(n) for n in _NUMBER.findall(element.get("d", ""))]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _middle(shape: tuple[Place, ...]) -> Place:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _words(element: ElementTree.Element) -> Words:
    moved = _MOVED.match(element.get("transform", ""))
    x, y = moved.groups() if moved else (element.get("x", "0"), element.get("y", "0"))
    return Words(even("".join(element.itertext())), (float(x), float(y)))


def _labels(
    root: ElementTree.Element, signs: Mapping[str, list[Place]]
) -> Iterator[tuple[Place, str]]:
    """Each line that leads to a label, with the words of the label."""
    starts: dict[str, Place] = {}
    said: dict[str, list[str]] = {}
    for group in root.iter():
        name = group.get(MARK, "")
        if name.startswith("leader-"):
            (line,) = _part(group, signs).lines or ((),)
            if line:
                starts[name.removeprefix("leader-")] = line[0]
        elif name.startswith("label-"):
            words = [text.text for text in _part(group, signs).texts]
            said.setdefault(name.removeprefix("label-"), []).extend(words)
    if starts.keys() != said.keys():
        raise NotReadable("a label stands without its line, or a line without its label")
    for number, place in starts.items():
        yield place, " ".join(said[number])
