"""Markdown: headings, bold, lists and tables, each line with its number and without its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.ingest.page import Doubt, Line, Page, Source
from briefing.ingest.read.styled import Piece, row_of, words_of
from briefing.ingest.read.symbols import BULLET, with_plain_list_mark

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ITEM = re.compile(r"^(\s*(?:>\s*)*)[-*+]([ \t]+)(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*<?([^\s)>]*)>?[^)]*\)")
_MARKUP = re.compile(
    r"\\([\\`*_{}\[\]()#+.!|~<>^-])|(\*\*|__)|(~~)|(</?(?:sup|sub|del|s|b|strong|br|i|em|u)\s*/?>)"
    r"|(<!--.*?-->)|((?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))|(`+)",
    re.IGNORECASE,
)


def read_markdown(name: str, sha256: str, text: str) -> Source:
    """Read Markdown.

    ``Line.heading`` is the level of a heading, ``Line.cells`` the texts of a row of a table; the
    marks of lists are ``•``. The dashes below a table's headings are no line: the rows of a table
    follow each other.
    """
    links: list[tuple[str, str]] = []
    lines = tuple(_lines(text.replace("\f", "\n").split("\n"), links))
    title = next((line.text for line in lines if line.heading == 1), "")
    return Source(name, sha256, "markdown", (Page(None, lines),), title=title, links=tuple(links))


def _lines(raw: list[str], links: list[tuple[str, str]]) -> Iterator[Line]:
    in_code = False
    in_table = False
    for number, (line, after) in enumerate(pairwise([*raw, ""]), start=1):
        if _FENCE.match(line):
            in_code = not in_code
            yield Line((), number=number)
            continue
        if in_code:
            yield Line(words_of([Piece(line)]), number=number)
            continue
        begins = "|" in line and "|" in after and bool(_DELIMITERS.match(after))
        in_table = begins or (in_table and "|" in line)
        if in_table:
            if not _DELIMITERS.match(line):
                yield _row(line, number, links)
        elif _RULE.match(line) or _UNDERLINE.match(line):
            yield Line((), number=number)
        else:
            yield _paragraph(line, after, number, links)


def _row(line: str, number: int, links: list[tuple[str, str]]) -> Line:
    inner = line.strip().removeprefix("|")
    inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
    cells = re.split(r"(?<!\\)\|", inner)
    texts, words = row_of([_pieces(cell.strip(), links) for cell in cells])
    return Line(words, number=number, cells=texts)


def _paragraph(line: str, after: str, number: int, links: list[tuple[str, str]]) -> Line:
    level = 0
    if heading := _HEADING.match(line):
        level, line = len(heading[1]), heading[2] or ""
    elif line.strip() and not _ITEM.match(line) and (under := _UNDERLINE.match(after)):
        level = 1 if under[1][0] == "=" else 2
    line = _ITEM.sub(rf"\1{BULLET}\2", line)
    line = with_plain_list_mark(_QUOTE.sub("", line))
    line = re.sub(r"\\$", "", line).rstrip()
    return Line(words_of(_pieces(line, links)), number=number, heading=level)


def _pieces(text: str, links: list[tuple[str, str]]) -> list[Piece]:
    """A line's text without markup, in runs of one style."""

    def linked(found: re.Match[str]) -> str:
        if not found[1]:
            links.append((_without_markup(found[2]), found[3]))
        return found[2]

    text = _LINK.sub(linked, text)
    pieces: list[Piece] = []
    bold = struck = raised = False
    at = 0
    for mark in _MARKUP.finditer(text):
        pieces.append(Piece(text[at : mark.start()], bold, _doubt(struck, raised)))
        at = mark.end()
        escaped, strong, strike, tag = mark[1], mark[2], mark[3], (mark[4] or "").lower()
        if escaped:
            pieces.append(Piece(escaped, bold, _doubt(struck, raised)))
        elif strong:
            bold = not bold
        elif strike:
            struck = not struck
        elif tag.startswith("<br"):
            pieces.append(Piece(" "))
        elif tag:
            opens = not tag.startswith("</")
            name = tag.strip("</> ")
            bold = opens if name in ("b", "strong") else bold
            struck = opens if name in ("del", "s") else struck
            raised = opens if name in ("sup", "sub") else raised
    pieces.append(Piece(text[at:], bold, _doubt(struck, raised)))
    return [piece for piece in pieces if piece.text]


def _doubt(struck: bool, raised: bool) -> Doubt:
    return "struck" if struck else "raised" if raised else ""


def _without_markup(text: str) -> str:
    return "".join(piece.text for piece in _pieces(text, [])).strip()
