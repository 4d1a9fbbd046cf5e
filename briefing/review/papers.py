"""The paper itself beside what was read from it: a picture of the page, or lines of the text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from briefing.errors import BriefingError
from briefing.ingest.read.finding import Asked, Mark
from briefing.ingest.read.picture import PagePicture, PlacePicture
from briefing.ingest.safely import run_safely
from briefing.model import blocks as b
from briefing.model.blocks import Block
from briefing.review.places import in_text

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
    any_file
        Whether a file that is none of those is passed over.

    Raises
    ------
    BriefingError
        When there is no such file or folder, or a file is not one that was read.
    """

    def __init__(self, source: str, hashes: dict[str, str], *, any_file: bool = False) -> None:
        self._files: dict[str, Path] = {}
        self._hashes = hashes
        if not source:
            return
        place = Path(source)
        if not place.exists():
            raise BriefingError(f"there is no file or folder {place}")
        by_hash: dict[str, list[str]] = {}
        for document, sha in hashes.items():
            by_hash.setdefault(sha, []).append(document)
        by_hash.pop("", None)
        for path in sorted(place.iterdir()) if place.is_dir() else [place]:
            for document in by_hash.get(_hash(path), ()) if path.is_file() else ():
                self._files[document] = path
        if place.is_file() and not self._files and not any_file:
            raise BriefingError(
                f"{place} is not a file that the meeting's rows were read from: those are "
                f"{', '.join(sorted(d for ds in by_hash.values() for d in ds)) or 'not on record'}"
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
            marks = "".join(_rect(mark, "#b3261e", certain=True) for mark in drawn.marks)
            return [
                b.figure(
                    _svg(drawn, marks),
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

    def places(
        self, document: str, page: str, line: str, wanted: Sequence[tuple[str, Asked]]
    ) -> list[Block]:
        """The page of a PDF, or the lines of a text, with the place of each printed value marked.

        ``wanted`` holds each value as printed, and what to look for. What cannot be told for
        certain is said below. Nothing where the file is not at hand.
        """
        path = self._files.get(document)
        if path is None:
            return []
        if path.suffix.lower() == ".pdf":
            return _on_page(path, int(page), wanted) if page else []
        return _in_lines(path, int(line), wanted) if line else []


def _on_page(path: Path, page: int, wanted: Sequence[tuple[str, Asked]]) -> list[Block]:
    drawn = _places(str(path), page, tuple(asked for _, asked in wanted))
    both = list(zip(wanted, drawn.places, strict=True))
    shown = [raw or "the text" for (raw, _), place in both if place.cell]
    marks = "".join(
        _rect(mark, "#b3261e", certain=True) for place in drawn.places for mark in place.cell
    )
    rows = {mark for place in drawn.places if not place.cell for mark in place.row}
    marks += "".join(_rect(mark, "#8a4b00", certain=False) for mark in sorted(rows))
    said = f"{', '.join(shown)} marked" if shown else "nothing marked for certain"
    caption = f"Page {page} of {path.name}: {said}."
    if rows:
        caption += " A broken line marks the row where the cell is not certain."
    open_ = [f"{raw or 'The text'}: {place.why}" for (raw, _), place in both if place.why]
    return [
        b.figure(_svg(drawn.page, marks), alt=caption, caption=caption),
        *(b.paragraph(words, style="small") for words in dict.fromkeys(open_)),
    ]


def _in_lines(path: Path, line: int, wanted: Sequence[tuple[str, Asked]]) -> list[Block]:
    lines = _lines(str(path))
    below: dict[int, list[Mark]] = {}
    open_ = []
    last = line
    for raw, asked in wanted:
        at, mark = in_text(lines, line, asked)
        last = max(last, at)
        if mark:
            below.setdefault(at, []).append(mark)
        elif raw:
            open_.append(f"It is not certain which {raw} of these lines this is.")
    first = max(line - ABOVE, 1)
    told = []
    for at, words in enumerate(lines[first - 1 : last + BELOW], start=first):
        told.append(f"{'▸' if at in below or at == line else ' '} {at:>5}  {words}")
        if marks := below.get(at):
            carets = [" "] * max(int(x + width) for x, _, width, _ in marks)
            for x, _, width, _ in marks:
                carets[int(x) : int(x + width)] = "^" * int(width)
            told.append(f"{' ' * 9}{''.join(carets)}")
    said = f"Lines of {path.name}:"
    return [
        b.paragraph(said, style="small"),
        b.code("\n".join(told), output=True),
        *(b.paragraph(words, style="small") for words in dict.fromkeys(open_)),
    ]


def _hash(path: Path) -> str:
    stat = path.stat()
    return _hashed(str(path), stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1024)
def _hashed(path: str, changed: int, size: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@lru_cache(maxsize=8)
def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8", errors="replace").split("\n")


@lru_cache(maxsize=64)
def _picture(path: str, page: int, labels: tuple[str, ...]) -> PagePicture:
    drawn: PagePicture = run_safely(
        "briefing.ingest.read.picture:page_picture", Path(path), page, labels
    )
    return drawn


@lru_cache(maxsize=64)
def _places(path: str, page: int, asked: tuple[Asked, ...]) -> PlacePicture:
    drawn: PlacePicture = run_safely(
        "briefing.ingest.read.picture:place_picture", Path(path), page, asked
    )
    return drawn


def _rect(mark: Mark, colour: str, *, certain: bool) -> str:
    x, y, width, height = mark
    broken = "" if certain else ' stroke-dasharray="4 2"'
    return (
        f'<rect x="{x - 2:.1f}" y="{y - 2:.1f}" width="{width + 4:.1f}" height="{height + 4:.1f}" '
        f'fill="none" stroke="{colour}" stroke-width="1.5"{broken}/>'
    )


def _svg(drawn: PagePicture, marks: str) -> str:
    data = base64.b64encode(drawn.jpeg).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width:g} {drawn.height:g}">'
        f'<image width="{drawn.width:g}" height="{drawn.height:g}" '
        f'href="data:image/jpeg;base64,{data}"/>{marks}</svg>'
    )
