"""A PDF opened by both parsers, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.utils import decode_text

from briefing.errors import BriefingError

#: The first parser keeps what it has decoded; it is made to forget after so many pages.
_FORGET_AFTER = 25


@dataclass(frozen=True)
class OpenedPdf:
    """Both parsers' view of one file."""

    first: PDFDocument
    second: pypdfium2.PdfDocument
    title: str
    layers_off: frozenset[int]
    tagged: bool

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.second)

    def each_page(
        self, wanted: Callable[[int], bool]
    ) -> Iterator[tuple[int, PDFPage, pypdfium2.PdfPage | None]]:
        """The wanted pages by their number from 1, as each parser gives them.

        None for a page that the second parser cannot open.
        """
        for number, page in enumerate(PDFPage.create_pages(self.first), start=1):
            if wanted(number):
                second = self._second(number)
                yield number, page, second
                if second is not None:
                    second.close()
            if number % _FORGET_AFTER == 0:
                self.first._cached_objs.clear()

    def _second(self, number: int) -> pypdfium2.PdfPage | None:
        try:
            return self.second[number - 1]
        except pypdfium2.PdfiumError:
            return None


def open_pdf(name: str, content: bytes) -> OpenedPdf:
    """Open a PDF.

    Raises
    ------
    BriefingError
        It needs a password, is broken, has no pages, or the parsers find different pages.
    """
    try:
        second = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        if "assword" in str(fault) or "ecurity" in str(fault):
            raise BriefingError(
                f"{name}: is protected by a password; save it without one"
            ) from None
        raise BriefingError(f"{name}: is broken and cannot be opened as a PDF") from None
    try:
        first = PDFDocument(PDFParser(BytesIO(content)))
        count = sum(1 for _ in PDFPage.create_pages(first))
        catalog = first.catalog
    except PDFPasswordIncorrect:
        raise BriefingError(f"{name}: is protected by a password; save it without one") from None
    except PDFEncryptionError:
        raise BriefingError(f"{name}: is encrypted in a way that cannot be read") from None
    except MemoryError:
        raise
    except Exception:
        raise BriefingError(f"{name}: is broken and cannot be opened as a PDF") from None
    if not count and not len(second):
        raise BriefingError(f"{name}: is broken: it has no pages")
    if count != len(second):
        raise BriefingError(
            f"{name}: is broken: one reader finds {count} pages in it, another {len(second)}"
        )
    return OpenedPdf(
        first, second, _title(first), _layers_off(catalog), "StructTreeRoot" in catalog
    )


def _title(document: PDFDocument) -> str:
    for info in document.info:
        title = resolve1(info.get("Title"))
        if isinstance(title, bytes):
            return " ".join(decode_text(title).split())
    return ""


def _layers_off(catalog: dict[str, Any]) -> frozenset[int]:
    properties = resolve1(catalog.get("OCProperties"))
    if not isinstance(properties, dict):
        return frozenset()
    default = resolve1(properties.get("D"))
    default = default if isinstance(default, dict) else {}
    off = _references(default.get("OFF"))
    base = resolve1(default.get("BaseState"))
    if getattr(base, "name", "") == "OFF":
        off |= _references(properties.get("OCGs")) - _references(default.get("ON"))
    return off


def _references(listed: object) -> frozenset[int]:
    values = resolve1(listed)
    items = values if isinstance(values, list) else []
    return frozenset(item.objid for item in items if isinstance(item, PDFObjRef))
