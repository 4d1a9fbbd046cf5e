"""What a PDF's annotations lay over a page: strikes, covers and marks for redaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, apply_matrix_pt

from briefing.ingest.read.canvas import Rectangle
from briefing.ingest.read.geometry import Overlays
from briefing.ingest.read.shapes import around, numbers

_HIDDEN = 0b100010
_SHAPES = ("Square", "Circle", "Polygon", "Stamp", "FreeText")


def overlays_of(page: PDFPage, matrix: Matrix) -> Overlays:
    """The annotations that a reader sees over the text, in a reader's coordinates."""
    strikes: list[Rectangle] = []
    covers: list[Rectangle] = []
    redactions: list[Rectangle] = []
    for kind, annotation in _annotations(page):
        boxes = [_box(points, matrix) for points in _quads(annotation)]
        if kind == "StrikeOut":
            strikes += boxes
        elif kind == "Redact":
            redactions += boxes
        elif kind in _SHAPES and (kind in ("Stamp", "FreeText") or resolve1(annotation.get("IC"))):
            covers += boxes[:1] if kind in ("Square", "Circle") else boxes
    return Overlays(tuple(strikes), tuple(covers), tuple(redactions))


def count_of_unread(page: PDFPage) -> int:
    """How many annotations hold text that no parser gives as part of the page."""
    return sum(
        kind == "FreeText" or (kind == "Widget" and bool(resolve1(annotation.get("V"))))
        for kind, annotation in _annotations(page)
    )


def _annotations(page: PDFPage) -> Iterator[tuple[str, Mapping[str, Any]]]:
    listed = resolve1(page.annots)
    for one in listed if isinstance(listed, list) else []:
        annotation = resolve1(one)
        if not isinstance(annotation, dict) or annotation.get("Subtype") is None:
            continue
        flags = resolve1(annotation.get("F", 0))
        if not (isinstance(flags, int) and flags & _HIDDEN):
            yield literal_name(resolve1(annotation["Subtype"])), annotation


def _quads(annotation: Mapping[str, Any]) -> list[list[float]]:
    quads = numbers(annotation.get("QuadPoints"))
    if quads and len(quads) % 8 == 0:
        return [quads[at : at + 8] for at in range(0, len(quads), 8)]
    rectangle = numbers(annotation.get("Rect"))
    return [rectangle] if len(rectangle) == 4 else []


def _box(points: list[float], matrix: Matrix) -> Rectangle:
    places = [
        apply_matrix_pt(matrix, (points[at], points[at + 1])) for at in range(0, len(points), 2)
    ]
    return around(places)
