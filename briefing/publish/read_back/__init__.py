"""Reading back what was made: a number that traces to no figure stops the edition.

Four things must hold. Every number of the briefing's texts is a figure of that text, or stands in
a phrase that is allowed by name (:mod:`~briefing.publish.read_back.told`). Every figure is what its
rows of the store say, or follows from them (:mod:`~briefing.publish.read_back.against_store`).
Every mark of a chart stands where its axes put its figure
(:mod:`~briefing.publish.read_back.from_chart`). And the finished file, read by another program than
made it, prints those texts (:mod:`~briefing.publish.read_back.aligned`).
"""

from __future__ import annotations

import os
from collections import Counter

from briefing.errors import BriefingError
from briefing.model.blocks import Block
from briefing.publish.edition import Edition, parts
from briefing.publish.read_back.against_store import against_store
from briefing.publish.read_back.aligned import Printed, difference
from briefing.publish.read_back.attached import wrong_attachment
from briefing.publish.read_back.carried import wrong_in_page, wrong_in_pdf
from briefing.publish.read_back.from_chart import wrong_chart, wrong_sparkline
from briefing.publish.read_back.from_html import expected_in_page, printed_page, wrongly_spoken
from briefing.publish.read_back.from_pdf import expected_on_pages, printed_pages
from briefing.publish.read_back.from_xlsx import wrong_cell
from briefing.publish.read_back.in_place import out_of_place
from briefing.publish.read_back.record import Record
from briefing.publish.read_back.texts import Text, texts_of
from briefing.publish.read_back.told import untraced
from briefing.sections.edition import open_edition

__all__ = ["Record", "open_record", "read_back_file", "trace_numbers"]


def open_record(store: str | os.PathLike[str], meeting: str, edition: str = "") -> Record:
    """What the store says of a meeting now, to read its briefing back against."""
    return Record(open_edition(meeting, edition=edition, data=os.fspath(store)))


def trace_numbers(edition: Edition, record: Record) -> Counter[str]:
    """Trace every number of an edition's texts, and hold every figure against the store.

    Returns
    -------
    Counter
        How many numbers trace to a figure, and how many stand in each allowance.

    Raises
    ------
    BriefingError
        For the first number that does not trace, with the words about it; for a figure that is
        not what its rows say; for a chart that draws something else; for an attached file that
        holds it.
    """
    counts: Counter[str] = Counter()
    texts = texts_of(edition)
    for text in texts:
        for fault in untraced(text, record.allowances, counts):
            raise BriefingError(f"read back: {fault}")
        for trace in text.figures:
            if wrong := against_store(trace, record):
                raise BriefingError(f"read back: {wrong} ({text.where})")
    if wrong := out_of_place(edition, texts, record):
        raise BriefingError(f"read back: {wrong}")
    for block in parts(edition.blocks):
        wrong = _DRAWN.get(str(block.get("type")), _nothing)(block, record)
        if wrong:
            raise BriefingError(f"read back: {wrong}")
    if wrong := wrong_attachment(edition, record):
        raise BriefingError(f"read back: {wrong}")
    return counts


def read_back_file(form: str, content: bytes, edition: Edition) -> None:
    """Hold a finished file against the edition that it was made from.

    Parameters
    ----------
    form
        ``pdf``, ``html`` or ``xlsx``.
    content
        The bytes of the file.
    edition
        The edition, its numbers traced.

    Raises
    ------
    BriefingError
        For the first number that the edition does not have there; the message names the page,
        the number and the words about it.
    """
    if form == "xlsx":
        if found := wrong_cell(content, edition):
            place, said, wanted = found
            raise BriefingError(f"read back of the XLSX, {place}: {said!r} instead of {wanted!r}")
        return
    texts = texts_of(edition)
    if form == "pdf":
        printed = printed_pages(content, edition)
        _compare(expected_on_pages(texts), printed, "PDF")
        if wrong := wrong_in_pdf(content, edition):
            raise BriefingError(f"read back of the PDF: {wrong}")
        return
    printed, spoken = printed_page(content)
    _compare(expected_in_page(edition, texts), printed, "HTML")
    if said := wrongly_spoken(spoken, edition, texts):
        raise BriefingError(f"read back of the HTML: nothing accounts for the words {said!r}")
    if wrong := wrong_in_page(content, edition):
        raise BriefingError(f"read back of the HTML: {wrong}")


def _nothing(block: Block, record: Record) -> str:
    return ""


#: What draws figures, by the kind of its block.
_DRAWN = {"figure": wrong_chart, "cell": wrong_sparkline}


def _compare(expected: list[Text], printed: Printed, name: str) -> None:
    found = difference(expected, printed)
    if found is None:
        return
    number, words = printed.told_at(found.place)
    page = f", page {printed.page_at(found.place)}" if name == "PDF" else ""
    wanted = f"; {found.where} should say {found.expected[:160]!r}" if found.expected else ""
    raise BriefingError(
        f"read back of the {name}{page}: {number} in {words!r} does not trace{wanted}"
    )
