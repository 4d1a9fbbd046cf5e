"""A deck of slides: where each begins, its heading and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.page import Line, Page, Source
from briefing.ingest.tables.ruled import ruled_rows
from briefing.ingest.words.running import run_on

_BULLETS = ("•", "§", "▪", "➢", "►", "–", "-", "*", "o ", "❖")
_MARK = re.compile(r"^(?:[•§▪➢►❖*–-]|o(?=\s))\s*")

#: What no slide has: the furniture of an agenda, minutes or a report.
_PAPER = re.compile(
    r"(?:decision-maker|subject|report of|date of decision|resolved|apologies|page \d+ of)\b.*",
    re.IGNORECASE,
)

#: A slide holds few words; a page of a report holds more.
_MOST_WORDS = 330
_FEWEST_SLIDES = 3


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: heading, paragraphs (a bullet each) with the line each begins on."""

    heading: str
    line: Line
    paragraphs: tuple[tuple[str, Line], ...]


def deck_of(source: Source) -> tuple[Slide, ...]:
    """The slides that a document is made of; none for any other document."""
    if source.form not in ("pdf", "text") or any(_PAPER.match(line.text) for line in source.lines):
        return ()
    if source.positioned:
        return _printed(source.pages)
    chunks = [chunk for chunk in _chunks(source.lines) if chunk]
    if not _FEWEST_SLIDES <= len(chunks) <= 200 or not _looks_so(chunks):
        return ()
    return tuple(slide for chunk in chunks if (slide := _slide(chunk)))


def _printed(pages: Sequence[Page]) -> tuple[Slide, ...]:
    """Slides of a PDF: broad pages with few words, most of them without a table."""
    used = [page for page in pages if any(not line.blank for line in page.lines)]
    broad = all(page.width > 1.2 * page.height for page in used)
    few = all(sum(len(line.words) for line in page.lines) <= _MOST_WORDS for page in used)
    if len(used) < _FEWEST_SLIDES or not broad or not few:
        return ()
    if 3 * sum(len(ruled_rows(page)) > 2 for page in used) > len(used):
        return ()
    return tuple(slide for page in used if (slide := _printed_slide(page)))


def _printed_slide(page: Page) -> Slide | None:
    lines = [line for line in page.lines if not line.blank]
    size = max(line.size for line in lines)
    heading = [line for line in lines if line.size >= size - 0.5]
    if heading[0].top > page.height / 2 or len(heading) == len(lines):
        return Slide(run_on(x.text for x in heading), heading[0], ()) if heading else None
    rest = [line for line in lines if line not in heading]
    return Slide(run_on(line.text for line in heading), heading[0], tuple(_paragraphs(rest)))


def _chunks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines between runs of two or more blank ones, or between pages; blank lines kept inside."""
    chunk: list[Line] = []
    blanks = 0
    for line in lines:
        if line.blank:
            blanks += 1
            continue
        if chunk and (blanks >= 2 or line.page != chunk[-1].page):
            yield chunk
            chunk = []
        elif chunk and blanks:
            chunk.append(Line(()))
        chunk.append(line)
        blanks = 0
    if chunk:
        yield chunk


def _looks_so(chunks: Sequence[Sequence[Line]]) -> bool:
    """Whether most blocks are bullets and no chunk is longer than a slide can be."""
    blocks = [block for chunk in chunks for block in _blocks(chunk)]
    bullets = sum(block[0].text.startswith(_BULLETS) for block in blocks)
    words = max(sum(len(line.words) for line in chunk) for chunk in chunks)
    return bool(blocks) and bullets >= 0.5 * len(blocks) and words <= _MOST_WORDS


def _blocks(chunk: Sequence[Line]) -> list[list[Line]]:
    """Lines that blank ones or bullets part."""
    blocks: list[list[Line]] = []
    fresh = True
    for line in chunk:
        if line.blank:
            fresh = True
            continue
        if fresh or line.text.startswith(_BULLETS):
            blocks.append([])
        blocks[-1].append(line)
        fresh = False
    return blocks


def _slide(chunk: Sequence[Line]) -> Slide | None:
    """The slide of a chunk; its heading stands first, or last where bullets open it."""
    blocks = _blocks(chunk)
    heading: list[Line] = []
    if not blocks[0][0].text.startswith(_BULLETS):
        heading = blocks.pop(0)
    elif not blocks[-1][0].text.startswith(_BULLETS) and len(blocks[-1]) == 1:
        heading = blocks.pop()
    if not heading:
        return None
    rest = [line for block in blocks for line in (*block, Line(()))]
    return Slide(run_on(line.text for line in heading), heading[0], tuple(_paragraphs(rest)))


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The paragraphs of a slide, without bullets; a short line above a new sentence is its own."""
    run: list[Line] = []
    for block in _blocks(lines):
        for at, line in enumerate(block):
            text = line.text
            goes_on = text[0].islower() or (at > 0 and not _is_own(block[at - 1], text))
            if run and not goes_on:
                yield _MARK.sub("", run_on(x.text for x in run)), run[0]
                run = []
            run.append(line)
    if run:
        yield _MARK.sub("", run_on(x.text for x in run)), run[0]


def _is_own(above: Line, text: str) -> bool:
    return len(above.text) <= 45 and (text[0].isupper() or text[0] in "£0123456789")
