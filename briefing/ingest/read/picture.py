"""A page of a PDF as a picture, with what was looked for marked on it, for people to look at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from briefing.errors import BriefingError
from briefing.ingest.page import Page
from briefing.ingest.read.finding import Asked, Mark, Place, find
from briefing.ingest.read.opened import OpenedPdf, open_pdf
from briefing.ingest.read.painter import Painter
from briefing.ingest.read.pdf_page import read_page
from briefing.ingest.read.words import main_turn

#: Pixels a point, and the quality of the picture (JPEG, of 100).
SCALE, QUALITY = 1.6, 80
#: The longest side of a page that is drawn, in points: a poster of 3 metres is no page.
LONGEST = 3000


@dataclass(frozen=True)
class PagePicture:
    """A page as JPEG, its size in points, and where the text that was asked for stands on it.

    A mark is the left and upper edge, the width and the height, in points.
    """

    jpeg: bytes
    width: float
    height: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class PlacePicture:
    """A page as a picture, the way up that its text is read, and the place of each thing asked."""

    page: PagePicture
    places: tuple[Place, ...]


def page_picture(path: Path, number: int, marked: tuple[str, ...] = ()) -> PagePicture:
    """Draw a page of a PDF.

    Parameters
    ----------
    path
        The file.
    number
        The page, from 1.
    marked
        Texts to find on the page; one that is not found is not marked.

    Raises
    ------
    BriefingError
        When the file is no PDF that can be opened, has no such page, or the page is too large.
    """
    with _opened(path, number) as page:
        drawn = _drawn(page, 0)
        marks = tuple(mark for text in marked for mark in _find(page, text, drawn.height))
        return PagePicture(drawn.jpeg, drawn.width, drawn.height, marks)


def place_picture(path: Path, number: int, asked: tuple[Asked, ...]) -> PlacePicture:
    """Draw a page of a PDF and find on it the places of printed values and texts.

    Raises
    ------
    BriefingError
        As :func:`page_picture`.
    """
    with _opened(path, number) as page:
        read, turn = page_as_read(path, number)
        return PlacePicture(_drawn(page, turn), tuple(find(read, one) for one in asked))


def page_as_read(path: Path, number: int) -> tuple[Page, int]:
    """A page with its words where they stand, and how far it was turned to be read, in degrees.

    Raises
    ------
    BriefingError
        When the file cannot be opened or has no such page.
    """
    opened: OpenedPdf = open_pdf(path.name, path.read_bytes())
    painter = Painter(opened.layers_off)
    for found, page, second in opened.each_page(lambda at: at == number):
        if second is not None:
            turn = main_turn(painter.paint(page))
            read, _ = read_page(found, page, second, painter, tagged=False)
            return read, turn
    raise BriefingError(f"{path} has no page {number} that can be read")


@contextmanager
def _opened(path: Path, number: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise BriefingError(f"{path} cannot be opened as a PDF: {error}") from None
    try:
        if not 1 <= number <= len(document):
            raise BriefingError(f"{path} has no page {number}: it has {len(document)}")
        page = document[number - 1]
        if max(page.get_size()) > LONGEST:
            raise BriefingError(f"{path}, page {number} is too large to be drawn")
        yield page
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage, turn: int) -> PagePicture:
    """The page, turned clockwise beyond its own rotation."""
    image = page.render(scale=SCALE, rotation=turn).to_pil().convert("RGB")
    made = io.BytesIO()
    image.save(made, "JPEG", quality=QUALITY)
    width, height = page.get_size()
    if turn in (90, 270):
        width, height = height, width
    return PagePicture(made.getvalue(), width, height)


def _find(page: pypdfium2.PdfPage, text: str, height: float) -> list[Mark]:
    """Where a text first stands on an upright page."""
    if not text.strip() or page.get_rotation():
        return []
    layer = page.get_textpage()
    try:
        found = layer.search(text).get_next()
        if found is None:
            return []
        edge, foot, _, _ = page.get_cropbox()
        boxes = (layer.get_rect(at) for at in range(layer.count_rects(*found)))
        return [
            (left - edge, height + foot - top, right - left, top - low)
            for left, low, right, top in boxes
        ]
    finally:
        layer.close()
