"""Paths, rectangles and matrices of a PDF, as the parser gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import Matrix, apply_matrix_pt

from briefing.ingest.read.canvas import Rectangle

Points = list[tuple[float, float]]
Outline = tuple[tuple[tuple[float, float], ...], ...]

EVERYWHERE: Rectangle = (-1e9, -1e9, 1e9, 1e9)


def subpaths(path: Sequence[Any], ctm: Matrix) -> list[Points]:
    """The parts of a path as corners (and what steers its curves), in a reader's coordinates."""
    parts: list[Points] = []
    for step in path:
        if step[0] == "m":
            parts.append([apply_matrix_pt(ctm, (step[1], step[2]))])
        elif not parts:
            continue
        elif step[0] == "h":
            parts[-1].append(parts[-1][0])
        else:
            for at in range(1, len(step), 2):
                parts[-1].append(apply_matrix_pt(ctm, (step[at], step[at + 1])))
    return [part for part in parts if len(part) > 1]


def upright(part: Points) -> bool:
    """Whether it is a rectangle whose sides run along the page's."""
    corners = part[:-1] if part[0] == part[-1] else part
    if len(corners) != 4:
        return False
    x0, y0, x1, y1 = around(corners)
    return all(
        min(x - x0, x1 - x) < 0.05 and min(y - y0, y1 - y) < 0.05 for x, y in corners
    ) and all(abs(p[0] - q[0]) < 0.05 or abs(p[1] - q[1]) < 0.05 for p, q in pairwise(corners))


def around(points: Sequence[tuple[float, float]]) -> Rectangle:
    """The smallest upright rectangle that holds all points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def within(one: Rectangle, other: Rectangle) -> Rectangle:
    """What two rectangles share; its sides are in the wrong order where they share nothing."""
    return (
        max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]),
    )  # fmt: skip


def ordered(box: Sequence[float]) -> Rectangle:
    """A rectangle from any two opposite corners."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def numbers(given: object) -> list[float]:
    """The numbers of an array of the file; empty where it is none."""
    array = resolve1(given)
    values = array if isinstance(array, list) else []
    resolved = [resolve1(value) for value in values]
    return [float(value) for value in resolved if isinstance(value, int | float)]


def matrix_of(given: object) -> Matrix:
    """A matrix of the file; the one that changes nothing where it is none."""
    found = numbers(given)
    if len(found) != 6:
        return (1, 0, 0, 1, 0, 0)
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def dictionary(given: object) -> Mapping[str, Any]:
    """A dictionary of the file; empty where it is none."""
    found = resolve1(given)
    return found if isinstance(found, dict) else {}
