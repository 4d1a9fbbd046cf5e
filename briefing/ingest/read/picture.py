"""A page of a PDF as a picture, with the place of a text marked on it, for people to look at."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError

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
    marks: tuple[tuple[float, float, float, float], ...] = ()


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
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise BriefingError(f"{path} cannot be opened as a PDF: {error}") from None
    try:
        if not 1 <= number <= len(document):
            raise BriefingError(f"{path} has no page {number}: it has {len(document)}")
        page = document[number - 1]
        width, height = page.get_size()
        if max(width, height) > LONGEST:
            raise BriefingError(f"{path}, page {number} is too large to be drawn")
        image = page.render(scale=SCALE).to_pil().convert("RGB")
        drawn = io.BytesIO()
        image.save(drawn, "JPEG", quality=QUALITY)
        marks = tuple(mark for text in marked for mark in _find(page, text, height))
        return PagePicture(drawn.getvalue(), width, height, marks)
    finally:
        document.close()


def _find(page: object, text: str, height: float) -> list[tuple[float, float, float, float]]:
    """Where a text first stands on an upright page."""
    if not text.strip() or page.get_rotation():  # type: ignore[attr-defined]
        return []
    layer = page.get_textpage()  # type: ignore[attr-defined]
    try:
        found = layer.search(text).get_next()
        if found is None:
            return []
        edge, foot, _, _ = page.get_cropbox()  # type: ignore[attr-defined]
        boxes = (layer.get_rect(at) for at in range(layer.count_rects(*found)))
        return [
            (left - edge, height + foot - top, right - left, top - low)
            for left, low, right, top in boxes
        ]
    finally:
        layer.close()
