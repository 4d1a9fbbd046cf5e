"""One page of a PDF: painted, looked at, read by both parsers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
from pdfminer.pdfpage import PDFPage

from briefing.ingest.page import Box, Doubt, Line, Note, Page, Word
from briefing.ingest.read.alternatives import alternatives_of
from briefing.ingest.read.annotations import count_of_unread, overlays_of
from briefing.ingest.read.canvas import Canvas, Mark
from briefing.ingest.read.colours import as_hex
from briefing.ingest.read.double_entry import Sign, confirm, signs_of
from briefing.ingest.read.geometry import Surface
from briefing.ingest.read.lines import lines_of
from briefing.ingest.read.painter import Painter, view
from briefing.ingest.read.words import Row, main_turn, read_words

_NOTED: dict[Doubt, str] = {
    "parsers_differ": "two parsers do not agree on",
    "struck": "struck out",
    "invisible": "not visible to a reader",
    "covered": "covered by something else",
    "off_page": "outside the page",
}
_SHOWN = ("parsers_differ", "struck")
_SCAN = 0.8


def read_page(
    number: int, page: PDFPage, second: pypdfium2.PdfPage, painter: Painter, *, tagged: bool
) -> tuple[Page, tuple[Note, ...]]:
    """A page and what is to be said of it.

    Parameters
    ----------
    number
        Its number in the file, from 1.
    page, second
        The page as each of the parsers gives it.
    painter
        The painter of the document.
    tagged
        Whether the document may hold text alternatives.
    """
    canvas = painter.paint(page)
    turn = main_turn(canvas)
    if turn:
        canvas = painter.paint(page, turn)
    matrix, _, _ = view(page, turn)
    surface = Surface(canvas, overlays_of(page, matrix))
    reading = read_words(canvas, surface)
    tokens = [token for row in reading.rows for token in row.tokens]
    strays = [
        sign
        for sign in confirm([*tokens, *reading.redacted], signs_of(second, matrix))
        if not surface.may_be_redacted(sign.x, sign.y)
    ]
    if _is_scan(canvas, reading.rows):
        for token in tokens:
            token.doubt = "ocr"
    lines = (*lines_of(reading.rows, number), *_stray_lines(strays, number))
    notes = list(_doubts(lines, number))
    if reading.redacted:
        words = _many(len(reading.redacted), "word is", "words are")
        notes.append(Note("redacted", f"{words} blacked out and left out", number))
    unread = count_of_unread(page)
    if unread:
        what = _many(unread, "comment or form field", "comments or form fields")
        notes.append(Note("comment", f"not read: {what}", number))
    texts = alternatives_of(second) if tagged else {}
    marks = [mark for mark in canvas.marks if max(mark.x1 - mark.x0, mark.bottom - mark.top) >= 1]
    rules = [_box(mark) for mark in marks if mark.thin]
    fills = [_box(mark) for mark in marks if not mark.thin]
    return (
        Page(
            number=number,
            lines=lines,
            width=round(canvas.width, 2),
            height=round(canvas.height, 2),
            rules=tuple(dict.fromkeys(rules)),
            fills=tuple(dict.fromkeys(fills)),
            pictures=tuple(_pictures(canvas, texts)),
        ),
        tuple(notes),
    )


def _is_scan(canvas: Canvas, rows: Sequence[Row]) -> bool:
    """Whether the page is a picture with the text that a program recognised in it."""
    area = canvas.width * canvas.height
    glyphs = [glyph for row in rows for token in row.tokens for glyph in token.glyphs]
    if not glyphs or not any(
        (picture.x1 - picture.x0) * (picture.bottom - picture.top) >= _SCAN * area
        for picture in canvas.pictures
    ):
        return False
    unseen = sum(
        sight in ("invisible", "covered")
        for row in rows for token in row.tokens for sight in token.sights
    )  # fmt: skip
    return unseen >= 0.9 * len(glyphs)


def _stray_lines(strays: Sequence[Sign], number: int) -> list[Line]:
    """Digits that the second parser alone finds, as words that are doubted."""
    groups: list[list[Sign]] = []
    for sign in strays:
        if groups and sign.at == groups[-1][-1].at + 1:
            groups[-1].append(sign)
        else:
            groups.append([sign])
    return [
        Line((
            Word(
                "".join(sign.text for sign in group),
                round(min(sign.x for sign in group), 2), round(min(s.y for s in group), 2),
                round(max(sign.x for sign in group), 2), round(max(s.y for s in group), 2),
                doubt="parsers_differ",
            ),
        ), page=number)
        for group in groups
    ]  # fmt: skip


def _doubts(lines: Sequence[Line], number: int) -> Iterator[Note]:
    figures = [
        word for line in lines for word in line.words if any(map(str.isdigit, word.text))
    ]  # fmt: skip
    for doubt, saying in _NOTED.items():
        found = [word.text for word in figures if word.doubt == doubt]
        if found:
            what = _many(len(found), "figure", "figures")
            listed = f": {', '.join(found[:8])}" if doubt in _SHOWN else ""
            message = f"{saying} {what}" if doubt == "parsers_differ" else f"{what} {saying}"
            yield Note(doubt, message + listed, number)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _box(mark: Mark) -> Box:
    return Box(
        round(mark.x0, 2), round(mark.top, 2), round(mark.x1, 2), round(mark.bottom, 2),
        colour=as_hex(mark.colour),
    )  # fmt: skip


def _pictures(canvas: Canvas, texts: dict[int, str]) -> Iterator[Box]:
    told = set()
    for picture in canvas.pictures:
        text = texts.get(picture.mark_id, "") if picture.mark_id is not None else ""
        told.add(picture.mark_id)
        yield Box(
            round(picture.x0, 2), round(picture.top, 2),
            round(picture.x1, 2), round(picture.bottom, 2), text=text,
        )  # fmt: skip
    for mark_id, text in texts.items():
        drawn = [mark for mark in canvas.marks if mark.mark_id == mark_id]
        if drawn and mark_id not in told:
            yield Box(
                round(min(mark.x0 for mark in drawn), 2), round(min(m.top for m in drawn), 2),
                round(max(mark.x1 for mark in drawn), 2), round(max(m.bottom for m in drawn), 2),
                text=text,
            )  # fmt: skip
