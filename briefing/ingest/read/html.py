"""Web pages: their visible text block by block, rows of tables with their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing.errors import BriefingError
from briefing.ingest.page import Doubt, Line, Page, Source
from briefing.ingest.read.styled import Piece, row_of, words_of
from briefing.ingest.read.symbols import BULLET, with_plain_list_mark

_DROPPED = frozenset(
    (
        "script", "style", "noscript", "template", "head", "nav", "footer", "select", "option",
        "button", "input", "textarea", "svg", "math", "iframe", "object", "embed", "audio",
        "video", "canvas",
    )
)  # fmt: skip
_DROPPED_ROLES = frozenset(("navigation", "search", "contentinfo", "banner"))
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
    )
)  # fmt: skip
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
    r"|font-size\s*:\s*0(?![.\d])", re.IGNORECASE
)  # fmt: skip
_STRUCK = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|sub)\b", re.IGNORECASE)
_WIDEST = 200
_TOO_DEEP = (etree.ErrorTypes.ERR_RESOURCE_LIMIT,)


def read_html(name: str, sha256: str, text: str) -> Source:
    """Read a saved web page; nothing is fetched.

    Headings have their level, list items ``•`` or their number, rows of tables their cells. What
    only helps to find one's way about the site is left out where the page marks it as such.

    Raises
    ------
    BriefingError
        There is no text in it.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise BriefingError(f"{name}: has no text") from None
    if parser.error_log.filter_from_errors().filter_types(_TOO_DEEP):
        raise BriefingError(f"{name}: is broken: its elements are nested too deeply")
    title = " ".join((root.findtext(".//title") or "").split())
    links = tuple(
        (_text(link), link.get("href", "")) for link in root.iter("a") if link.get("href")
    )
    lines = tuple(_Blocks(_body(root)).lines())
    if not lines:
        raise BriefingError(f"{name}: has no text")
    page = Page(None, lines)
    return Source(name, sha256, "html", (page,), title=title, html=text, links=links)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _body(root: HtmlElement) -> HtmlElement:
    """The part of the page that holds its matter."""
    bodies = root.xpath("//main | //*[@role='main']")
    if len(bodies) == 1 and (bodies[0].find(".//h1") is not None or len(_text(bodies[0])) > 500):
        return bodies[0]
    body = root.find("body")
    return root if body is None else body


class _Blocks:
    """A walk over a page without recursion, which gathers text until a block begins or ends."""

    def __init__(self, body: HtmlElement) -> None:
        self._body = body
        self._pieces: list[Piece] = []
        self._line: int | None = None
        self._mark = ""
        self._heading = 0
        self._styles: list[tuple[bool, Doubt]] = [(False, "")]
        self._counters: list[int] = []

    def lines(self) -> Iterator[Line]:
        """The page's lines."""
        skipped: HtmlElement | None = None
        for event, element in etree.iterwalk(self._body, events=("start", "end")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._add(element.tail, element)
                continue
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if _left_out(element):
                    skipped = element
                    continue
                if element.tag == "table" and _is_of_data(element):
                    yield from self._flush()
                    yield from _rows(element)
                    skipped = element
                    continue
                yield from self._enter(element)
            else:
                yield from self._leave(element)
        yield from self._flush()

    def _enter(self, element: HtmlElement) -> Iterator[Line]:
        tag = element.tag
        if tag in _BLOCKS or tag == "br":
            yield from self._flush()
        if tag in ("ul", "ol"):
            self._counters.append(_whole(element.get("start"), 1))
        elif tag == "li":
            self._mark = self._list_mark(element)
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])
        self._styles.append(_style(element, *self._styles[-1]))
        self._add(element.text, element)

    def _leave(self, element: HtmlElement) -> Iterator[Line]:
        if len(self._styles) > 1:
            self._styles.pop()
        if element.tag in _BLOCKS:
            yield from self._flush()
        if element.tag in ("ul", "ol") and self._counters:
            self._counters.pop()
        if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
            self._heading = 0
        if element.tag == "li":
            self._mark = ""
        if element is not self._body:
            self._add(element.tail, element)

    def _list_mark(self, item: HtmlElement) -> str:
        holder = item.getparent()
        if holder is None or holder.tag != "ol" or not self._counters:
            return BULLET
        number = _whole(item.get("value"), self._counters[-1])
        self._counters[-1] = number + 1
        return numbered(number, holder.get("type", "1")) + "."

    def _add(self, text: str | None, element: HtmlElement) -> None:
        if not text:
            return
        if text.strip() and self._line is None:
            self._line = element.sourceline
        self._pieces.append(Piece(text, *self._styles[-1]))

    def _flush(self) -> Iterator[Line]:
        joined = "".join(piece.text for piece in self._pieces)
        if joined.strip():
            pieces = [Piece(f"{self._mark} "), *self._pieces] if self._mark else self._pieces
            ((_, words),) = [row_of([pieces])]
            if len(words) > 1 and not self._mark:
                plain = with_plain_list_mark(f"{words[0].text} {words[1].text}")
                if plain.startswith(BULLET):
                    words = (*words_of([Piece(BULLET)]), *words[1:])
            yield Line(words, number=self._line, heading=self._heading)
            self._mark = ""
        self._pieces = []
        self._line = None


def numbered(number: int, style: str) -> str:
    """The number of a list's item as a browser shows it, in the style 1, a, A, i or I."""
    if style in ("a", "A") and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 1 <= number <= 400:
        roman = ""
        for value, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
                            (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
            count, number = divmod(number, value)
            roman += sign * count
        return roman if style == "i" else roman.upper()
    return str(number)


def _rows(table: HtmlElement) -> Iterator[Line]:
    """A table of data, row by row; a cell over several columns or rows is blank in the others."""
    below: dict[int, int] = {}
    for row in table.iter("tr", "caption"):
        if row.tag == "caption":
            words = words_of(_cell(row))
            if words:
                yield Line(words, number=row.sourceline)
            continue
        cells: list[list[Piece]] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append([])
            wide = max(1, min(_whole(cell.get("colspan"), 1), _WIDEST))
            high = max(1, min(_whole(cell.get("rowspan"), 1), 10 * _WIDEST))
            for at in range(wide):
                if high > 1:
                    below[len(cells)] = high - 1
                cells.append(_cell(cell) if at == 0 else [])
        while below.get(len(cells), 0):
            below[len(cells)] -= 1
            cells.append([])
        texts, words = row_of(cells)
        if any(texts):
            yield Line(words, number=row.sourceline, cells=texts)


def _cell(cell: HtmlElement) -> list[Piece]:
    pieces: list[Piece] = []
    styles: list[tuple[bool, Doubt]] = [(False, "")]
    skipped: HtmlElement | None = None
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if skipped is not None:
            if element is skipped and event == "end":
                skipped = None
                pieces.append(Piece(element.tail or "", *styles[-1]))
            continue
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            if element is not cell and _left_out(element):
                skipped = element
                continue
            styles.append(_style(element, *styles[-1]))
            if element.tag in _BLOCKS or element.tag == "br":
                pieces.append(Piece(" "))
            if element.tag == "img" and element.get("alt"):
                pieces.append(Piece(f" {element.get('alt')} "))
            pieces.append(Piece(element.text or "", *styles[-1]))
        else:
            styles.pop()
            if element is not cell:
                space = " " if element.tag in _BLOCKS else ""
                pieces.append(Piece(space + (element.tail or ""), *styles[-1]))
    return [piece for piece in pieces if piece.text]


def _style(element: HtmlElement, bold: bool, doubt: Doubt) -> tuple[bool, Doubt]:
    tag, style = element.tag, element.get("style", "")
    bold = bold or tag in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6")
    bold = bold or bool(_BOLD.search(style))
    if doubt == "struck" or tag in ("del", "s", "strike") or _STRUCK.search(style):
        return bold, "struck"
    if tag in ("sup", "sub") or _RAISED.search(style):
        return bold, "raised"
    return bold, doubt


def _left_out(element: HtmlElement) -> bool:
    return (
        element.tag in _DROPPED
        or element.get("role") in _DROPPED_ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(element.get("style", "")))
    )


def _is_of_data(table: HtmlElement) -> bool:
    """Whether a table holds rows of cells, and is not only there to lay out a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    if table.find(".//table") is not None or table.find(".//tr") is None:
        return False
    inside = "self::h1 or self::h2 or self::h3 or self::ul or self::ol or self::hr"
    if table.xpath(f"boolean(.//*[{inside}])"):
        return False
    return all(len(cell.findall(".//p")) <= 4 for cell in table.iter("td"))


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
