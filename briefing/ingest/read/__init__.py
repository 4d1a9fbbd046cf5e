"""Reading a document: whatever its form, the result is a :class:`~briefing.ingest.page.Source`."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from briefing.errors import BriefingError
from briefing.ingest.page import Source
from briefing.ingest.read.html import read_html
from briefing.ingest.read.markdown import read_markdown
from briefing.ingest.read.pdf import read_pdf
from briefing.ingest.read.text import decoded, read_text

__all__ = ["KINDS", "read_source"]

#: What can be read, for messages.
KINDS = "a PDF, a text (.txt), Markdown (.md) or a saved web page (.html)"

_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)", re.I | re.S
)
_OTHERS = (
    (b"PK\x03\x04", "an office document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
)


def read_source(path: Path, *, ocr: bool = False, pages: int | None = None) -> Source:
    """Read a document by its content; the name decides only between text and Markdown.

    Parameters
    ----------
    path
        The file.
    ocr
        Whether pages that are pictures are recognised with tesseract; their figures are marked.
    pages
        The most pages that a PDF may have; None for any number.

    Raises
    ------
    BriefingError
        The file is not there, is empty, is none of the kinds, or cannot be read; one line that
        names the file and the cause.
    """
    name = path.name
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise BriefingError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise BriefingError(f"{path}: is a folder, not a document") from None
    except OSError as fault:
        raise BriefingError(f"{path}: cannot be read ({fault.strerror})") from None
    if not content.strip():
        raise BriefingError(f"{name}: is empty")
    try:
        return _read(path, content, ocr, pages)
    except (BriefingError, MemoryError):
        raise
    except Exception as fault:
        raise BriefingError(
            f"{name}: is broken and cannot be read ({type(fault).__name__})"
        ) from fault


def _read(path: Path, content: bytes, ocr: bool, pages: int | None) -> Source:
    """Read a document by what its content is; a parser may fail in any way on a broken one."""
    name = path.name
    if b"%PDF-" in content[:1024]:
        return read_pdf(name, content, ocr=ocr, pages=pages)
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        raise BriefingError(f"{name}: is named .pdf and is not a PDF")
    for start, kind in _OTHERS:
        if content.startswith(start):
            raise BriefingError(f"{name}: is {kind}; {KINDS} can be read")
    text = decoded(content)
    if text is None:
        raise BriefingError(f"{name}: is not a document of a known kind; {KINDS} can be read")
    if not text.strip():
        raise BriefingError(f"{name}: is empty")
    sha256 = hashlib.sha256(content).hexdigest()
    if _WEB_PAGE.match(text[:4096]) or suffix in (".html", ".htm"):
        return read_html(name, sha256, text)
    if suffix in (".md", ".markdown"):
        return read_markdown(name, sha256, text)
    return read_text(name, sha256, text)
