"""The text of a finished PDF, read page by page by another program than made it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import BriefingError
from briefing.publish.edition import Edition
from briefing.publish.read_back.aligned import Printed, squeezed
from briefing.publish.read_back.texts import Text

#: The texts that stand on pages.
ON_PAGES = frozenset(("text", "head", "page", "drawn", "ordinal"))


def printed_pages(content: bytes, edition: Edition) -> Printed:
    """The text of each page without what stands on every page.

    Raises
    ------
    BriefingError
        When a page does not begin with the running head and end with its number.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(content) as pdf:
        pages = []
        for page in pdf:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    document = edition.document
    running = str(document.get("running") or edition.title)
    status, author = str(document.get("status", "")), str(document.get("author", ""))
    bodies = []
    for number, text in enumerate(pages, start=1):
        head = (running if number > 1 else "") + status
        foot = f"{author} Page {number} of {len(pages)}"
        bodies.append(_between(text, head, foot, number))
    return Printed(tuple(bodies))


def expected_on_pages(texts: Sequence[Text]) -> list[Text]:
    """The texts that the pages must print, in their order."""
    return [text for text in texts if text.kind in ON_PAGES]


def _between(page: str, head: str, foot: str, number: int) -> str:
    """The page without its head and its foot."""
    start, end = _after(page, squeezed(head)), _before(page, squeezed(foot))
    if start is None or end is None or end < start:
        what = "foot" if start is not None else "head"
        raise BriefingError(f"page {number} of the PDF: its {what} is not as it was set")
    return page[start:end]


def _after(page: str, squeezed_head: str) -> int | None:
    """Where the head of a page ends; None where the page does not begin with it."""
    for end in range(len(squeezed_head), min(len(page), 4 * len(squeezed_head) + 40) + 1):
        if squeezed(page[:end]) == squeezed_head:
            return end
    return None


def _before(page: str, squeezed_foot: str) -> int | None:
    """Where the foot of a page begins; None where the page does not end with it."""
    for size in range(len(squeezed_foot), min(len(page), 4 * len(squeezed_foot) + 40) + 1):
        if squeezed(page[len(page) - size :]) == squeezed_foot:
            return len(page) - size
    return None
