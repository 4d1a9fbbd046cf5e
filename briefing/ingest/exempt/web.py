"""Exempt matter in a saved web page: rows and list entries that are marked are taken out."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from briefing.ingest.agenda.lines import LEFT_OUT
from briefing.ingest.exempt import marks
from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Unread, Where

#: The class of a cell that holds an item's number, on pages of the committee system.
_NUMBER = "mgItemNumberCell"


def quarantine_web(source: Source) -> tuple[Source, list[Unread]]:
    """A web page without the items that are marked, in its markup and in its lines."""
    soup = BeautifulSoup(source.html, "lxml")
    found: list[Unread] = []
    texts: list[str] = []
    links: set[str] = set()
    following: set[int] = set()
    for row in _rows(soup):
        if row.parent is None:
            continue
        if marks.is_motion(_title(row)):
            following |= _covered(row)
            continue
        if id(row) not in following and not _is_marked(row):
            continue
        number = _number(row)
        texts.append(_plain(row))
        links |= {str(a["href"]) for a in row.find_all("a", href=True)}
        what = f"item {number}" if number else "an entry"
        found.append(
            Unread(
                where=Where(section="Agenda"),
                kind="exempt-left-out",
                message=f"Exempt matter was left out ({what}).",
            )
        )
        _empty(soup, row, number)
    if not found:
        return source, found
    pages = tuple(
        replace(page, lines=tuple(_cleared(line, texts) for line in page.lines))
        for page in source.pages
    )
    kept = tuple(link for link in source.links if link[1] not in links)
    return replace(source, pages=pages, html=str(soup), links=kept), found


def _rows(soup: BeautifulSoup) -> list[Tag]:
    """The rows of agendas, and the innermost rows and list entries outside them."""
    agendas = [r for r in soup.find_all("tr") if r.find(class_=_NUMBER) and not r.find("tr")]
    inside = {id(tag) for row in agendas for tag in row.find_all(["tr", "li"])}
    inside |= {id(row) for row in agendas}
    others = [tag for tag in soup.find_all(["tr", "li"]) if not tag.find(["tr", "li"])]
    return [*agendas, *(tag for tag in others if id(tag) not in inside)]


def _is_marked(row: Tag) -> bool:
    if marks.in_title(_title(row)):
        return True
    parts = [_plain(part) for part in row.find_all(["p", "div", "span", "li", "td", "img"])]
    parts += [str(image.get("alt", "")) for image in row.find_all("img")]
    if row.name == "li":
        parts.append(_plain(row))
    return any(marks.on_page(part) or marks.in_text(part) for part in parts if part)


def _covered(row: Tag) -> set[int]:
    """The rows that a motion to exclude the public is for."""
    said = marks.motion(_title(row), _plain(row))
    behind = [
        r for r in row.find_next_siblings("tr") if isinstance(r, Tag) and r.find(class_=_NUMBER)
    ]
    if said.scope == "next":
        return {id(r) for r in behind[:1]}
    if said.scope == "rest":
        return {id(r) for r in behind}
    if said.scope == "named":
        return {id(r) for r in behind if _number(r) in said.numbers}
    return set()


def _title(row: Tag) -> str:
    for cell in row.find_all(["td", "th"]):
        if _NUMBER in (cell.get("class") or []):
            continue
        title = cell.find(class_=re.compile("^mgAiTitle"))
        return _plain(title if isinstance(title, Tag) else cell)
    return _plain(row)


def _number(row: Tag) -> str:
    cell = row.find(class_=_NUMBER)
    return _plain(cell).rstrip(".") if isinstance(cell, Tag) else ""


def _empty(soup: BeautifulSoup, row: Tag, number: str) -> None:
    """Empty a row; a row of an agenda keeps its number and says that an item was left out."""
    if not number:
        row.decompose()
        return
    cells = [c for c in row.find_all(["td", "th"]) if _NUMBER not in (c.get("class") or [])]
    for at, cell in enumerate(cells):
        cell.clear()
        if at == 0:
            title = soup.new_tag("p", attrs={"class": "mgAiTitleTxt"})
            title.string = LEFT_OUT
            cell.append(title)


def _cleared(line: Line, texts: list[str]) -> Line:
    plain = _squeezed(line.text.lstrip("• "))
    if plain and any(plain in _squeezed(text) for text in texts) and len(plain) > 3:
        return replace(line, words=(), cells=(), heading=0)
    return line


def _plain(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text.lower())
