"""The paper itself beside what was read from it: a picture of the page, or lines of the text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from briefing.errors import BriefingError
from briefing.ingest.read.picture import PagePicture
from briefing.ingest.safely import run_safely
from briefing.model import blocks as b
from briefing.model.blocks import Block

#: Lines of a text file that are shown above the line of a row, and below it.
ABOVE, BELOW = 6, 4
#: Letters of a label that are looked for on its page: labels may run over lines.
LOOKED_FOR = 24


class Papers:
    """The files that the rows of a meeting were read from, as far as they are at hand.

    Parameters
    ----------
    source
        A file or a folder of files; blank for none.
    hashes
        Document -> SHA-256 of the file that was read.

    Raises
    ------
    BriefingError
        When there is no such file or folder, or a file is not one that was read.
    """

    def __init__(self, source: str, hashes: dict[str, str]) -> None:
        self._files: dict[str, Path] = {}
        self._hashes = hashes
        if not source:
            return
        place = Path(source)
        if not place.exists():
            raise BriefingError(f"there is no file or folder {place}")
        by_hash = {sha: document for document, sha in hashes.items() if sha}
        for path in sorted(place.iterdir()) if place.is_dir() else [place]:
            document = by_hash.get(_hash(path)) if path.is_file() else None
            if document:
                self._files[document] = path
        if place.is_file() and not self._files:
            raise BriefingError(
                f"{place} is not a file that the meeting's rows were read from: those are "
                f"{', '.join(sorted(by_hash.values())) or 'not on record'}"
            )

    def has(self, document: str) -> bool:
        """Whether the file of a document is at hand."""
        return document in self._files

    def beside(self, document: str, page: str, line: str, labels: Sequence[str]) -> list[Block]:
        """The page of a PDF with the labels marked, or the lines of a text file; else nothing."""
        path = self._files.get(document)
        if path is None:
            return []
        if path.suffix.lower() == ".pdf" and page:
            texts = tuple(label[:LOOKED_FOR] for label in labels)
            drawn = _picture(str(path), int(page), texts)
            return [
                b.figure(
                    _svg(drawn),
                    alt=f"Page {page} of {path.name}",
                    caption=f"Page {page} of {path.name}",
                )
            ]
        if line and path.suffix.lower() != ".pdf":
            first = max(int(line) - ABOVE, 1)
            shown = _lines(str(path))[first - 1 : int(line) + BELOW]
            text = "\n".join(
                f"{'▸' if at == int(line) else ' '} {at:>5}  {words}"
                for at, words in enumerate(shown, start=first)
            )
            return [b.code(text, output=True)]
        return []


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=8)
def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8", errors="replace").split("\n")


@lru_cache(maxsize=64)
def _picture(path: str, page: int, labels: tuple[str, ...]) -> PagePicture:
    drawn: PagePicture = run_safely(
        "briefing.ingest.read.picture:page_picture", Path(path), page, labels
    )
    return drawn


def _svg(drawn: PagePicture) -> str:
    data = base64.b64encode(drawn.jpeg).decode()
    marks = "".join(
        f'<rect x="{x - 2:.1f}" y="{y - 2:.1f}" width="{width + 4:.1f}" height="{height + 4:.1f}" '
        'fill="none" stroke="#b3261e" stroke-width="1.5"/>'
        for x, y, width, height in drawn.marks
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width:g} {drawn.height:g}">'
        f'<image width="{drawn.width:g}" height="{drawn.height:g}" '
        f'href="data:image/jpeg;base64,{data}"/>{marks}</svg>'
    )
