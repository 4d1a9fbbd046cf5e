"""Plain text: lines as they stand in the file, pages where form feeds part them."""

from __future__ import annotations

import codecs

from briefing.ingest.page import Line, Page, Source
from briefing.ingest.read.styled import plain_words

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)  # fmt: skip


def decoded(content: bytes) -> str | None:
    """The text of a file in UTF-8, UTF-16 or the Windows encoding of western Europe.

    Ends of lines become ``\\n``. None where the content is no text.
    """
    text = _decoded(content)
    if text is None or any(sign in text for sign in "\0\1\2\3\4\5\6"):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(name: str, sha256: str, text: str) -> Source:
    """Read plain text.

    A form feed begins a page; without one there is one page, with the number None.
    """
    pieces = text.split("\f")
    if len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    paged = "\f" in text
    pages = []
    number = 1
    for at, piece in enumerate(pieces, start=1):
        page = at if paged else None
        lines = piece.split("\n")
        pages.append(
            Page(
                number=page,
                lines=tuple(
                    Line(plain_words(line), page=page, number=number + below)
                    for below, line in enumerate(lines)
                ),
            )
        )
        number += len(lines) - 1
    return Source(name, sha256, "text", tuple(pages))


def _decoded(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    half = len(content) // 2
    if half and len(content) % 2 == 0:
        for encoding, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
            if zeros.count(0) > 0.7 * half:
                return content.decode(encoding, errors="replace")
    return content.decode("cp1252", errors="replace")
