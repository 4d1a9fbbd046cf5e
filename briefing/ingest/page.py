"""What every reader gives: pages of positioned words, lines, rules and fills.

Positions are in points from the upper left corner of the page as a reader sees it (after its
rotation). A source that has no positions (plain text, Markdown, web pages) says so, and counts
characters instead: a word's ``x0`` is then its column in the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

#: Why a word may not be trusted as a figure; a doubtful word is never stored as a value.
Doubt = Literal["", "raised", "struck", "invisible", "covered", "off_page", "parsers_differ", "ocr"]

Form = Literal["pdf", "text", "markdown", "html"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: a rule (thin), a fill or a picture.

    ``colour`` is the colour of its paint as ``#rrggbb``, blank where it has none; ``text`` the
    text alternative of a picture, where the file gives one.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space between, where it stands, and how it is printed.

    ``doubt`` says why a figure in it may not be trusted; blank for none.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    colour: str = ""
    doubt: Doubt = ""

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, from the left, with the place of the line.

    ``page`` is the page of the file from 1 (None where the file has no pages), ``printed_page``
    the number that councillors see (blank where it is not known for certain), ``number`` the line
    of a text file from 1 (None for a PDF). ``cells`` are the texts of a row of a Markdown or web
    table, empty elsewhere. ``heading`` is the level of a Markdown or web heading, 0 for none.
    """

    words: tuple[Word, ...]
    page: int | None = None
    printed_page: str = ""
    number: int | None = None
    cells: tuple[str, ...] = ()
    heading: int = 0

    @property
    def text(self) -> str:
        """The line's words with one space between; a list's bullet is ``•`` in every form."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0].x0 if self.words else 0.0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max((word.x1 for word in self.words), default=0.0)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min((word.top for word in self.words), default=0.0)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max((word.bottom for word in self.words), default=0.0)

    @property
    def size(self) -> float:
        """The size of most of its print, in points; 0 where not known."""
        return max((word.size for word in self.words), default=0.0)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.words) and all(word.bold for word in self.words)

    @property
    def blank(self) -> bool:
        """Whether it has no words."""
        return not self.words


@dataclass(frozen=True, slots=True)
class Note:
    """Something that reading a page met and left out or doubts: a row of the issues to be."""

    kind: str
    message: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True)
class Page:
    """A page; a file without pages has one, with ``number`` None.

    ``printed`` is the page number printed on it where it is known for certain, else blank.
    """

    number: int | None
    lines: tuple[Line, ...]
    width: float = 0.0
    height: float = 0.0
    printed: str = ""
    rules: tuple[Box, ...] = ()
    fills: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()

    @property
    def words(self) -> Iterator[Word]:
        """All words, line by line."""
        return (word for line in self.lines for word in line.words)


@dataclass(frozen=True)
class Source:
    """A document as read.

    ``positioned`` says whether words have true positions on paper (a PDF has). ``html`` is the
    page as saved, for a web page. ``title`` is the title in the file's metadata, ``links`` the
    addresses of a web page's links by their text.
    """

    name: str
    sha256: str
    form: Form
    pages: tuple[Page, ...]
    notes: tuple[Note, ...] = ()
    title: str = ""
    html: str = ""
    scanned: bool = False
    links: tuple[tuple[str, str], ...] = field(default=())

    @property
    def positioned(self) -> bool:
        """Whether words stand where they stand on paper."""
        return self.form == "pdf"

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in the order of reading."""
        return tuple(line for page in self.pages for line in page.lines)
