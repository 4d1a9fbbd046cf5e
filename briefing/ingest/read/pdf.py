"""A PDF as pages of words with their places, each figure read by two parsers."""

from __future__ import annotations

import hashlib
import os

from briefing.errors import BriefingError
from briefing.ingest.page import Note, Page, Source
from briefing.ingest.read.child import Child
from briefing.ingest.read.ocr import recognise_pages
from briefing.ingest.read.opened import OpenedPdf, open_pdf
from briefing.ingest.read.painter import Painter
from briefing.ingest.read.pdf_page import read_page

#: A document of at least so many pages is shared with a second process, block by block.
_SHARED_FROM = 30
_BLOCK = 5
#: More drawing than this on a page without a word is a picture too.
_MANY_MARKS = 50

_Read = tuple[Page, tuple[Note, ...]]


def read_pdf(name: str, content: bytes, *, ocr: bool = False, pages: int | None = None) -> Source:
    """Read a PDF.

    Parameters
    ----------
    name
        The name of the file.
    content
        The file.
    ocr
        Whether pages that are pictures are recognised with tesseract.
    pages
        The most pages that it may have; None for any number.

    Raises
    ------
    BriefingError
        It cannot be opened, has too many pages, or has no text.
    """
    opened = open_pdf(name, content)
    if pages is not None and opened.pages > pages:
        raise BriefingError(f"{name}: has {opened.pages:,} pages; at most {pages:,} are read")
    read = _read_all(opened, content)
    found = [page for page, _ in read]
    notes = [note for _, said in read for note in said]
    empty = [page for page in found if not page.lines and _shows_something(page)]
    scanned = False
    if empty and ocr:
        recognised = recognise_pages(name, opened.second, [page.number or 0 for page in empty])
        found = [recognised.get(page.number or 0, page) for page in found]
        scanned = True
    elif not any(page.lines for page in found):
        raise BriefingError(
            f"{name}: has pictures of pages and no text (a scan); read it with OCR (--ocr)"
            if empty
            else f"{name}: has no text"
        )
    else:
        notes += [
            Note("page_without_text", "the page is a picture and was not read", page.number)
            for page in empty
        ]
    scanned = scanned or any(word.doubt == "ocr" for page in found for word in page.words)
    return Source(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        form="pdf",
        pages=tuple(found),
        notes=tuple(notes),
        title=opened.title,
        scanned=scanned,
    )


def read_blocks(content: bytes, remainder: int, shares: int) -> list[_Read]:
    """The pages of every block of five whose place, divided by ``shares``, leaves ``remainder``."""
    return _read_share(open_pdf("the file", content), remainder, shares)


def _read_all(opened: OpenedPdf, content: bytes) -> list[_Read]:
    if opened.pages < _SHARED_FROM or (os.cpu_count() or 1) < 2:
        return _read_share(opened, 0, 1)
    with Child(f"{__name__}:read_blocks", (content, 1, 2)) as helper:
        read = _read_share(opened, 0, 2)
        answer = helper.answer()
    if answer.outcome == "memory":
        raise MemoryError
    read += answer.value if answer.outcome == "done" else _read_share(opened, 1, 2)
    return sorted(read, key=lambda one: one[0].number or 0)


def _read_share(opened: OpenedPdf, remainder: int, shares: int) -> list[_Read]:
    painter = Painter(opened.layers_off)
    read: list[_Read] = []
    for number, page, second in opened.each_page(
        lambda number: (number - 1) // _BLOCK % shares == remainder
    ):
        if second is None:
            said = Note("page_unread", "the page is broken (one reader cannot open it)", number)
            read.append((Page(number, ()), (said,)))
            continue
        try:
            read.append(read_page(number, page, second, painter, tagged=opened.tagged))
        except MemoryError:
            raise
        except Exception as fault:
            said = Note("page_unread", f"the page is broken ({type(fault).__name__})", number)
            read.append((Page(number, ()), (said,)))
    return read


def _shows_something(page: Page) -> bool:
    return bool(page.pictures) or len(page.rules) + len(page.fills) > _MANY_MARKS
