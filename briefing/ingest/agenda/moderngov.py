"""Saved pages of the committee system that most councils publish by: their blocks, by class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bs4 import BeautifulSoup, Tag

from briefing.ingest.page import Line, Source, Word
from briefing.ingest.words.dates import clock, first_day

PageKind = Literal["", "meeting", "attendance", "committee", "issue"]

_HEADING = re.compile(
    r"(?:(?:agenda|minutes|attendance|meeting|decisions)\s+(?:for|of)\s+)?(?P<body>.+?)\s*"
    r"(?:[-–,]|\bon\b)\s+(?P<when>(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*\d{4}.*|"
    r"\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+\d{4}.*)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[A-Za-z][\w ’'/()-]{1,40}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
_FILE = re.compile(
    r"\s*(?:\(?PDF\)?|DOCX?|XLSX?|PPTX?|ZIP)[\s,]*[\d.,]+\s*[KM]B\)?\s*$", re.IGNORECASE
)
_COUNCIL = re.compile(
    r"(?:[A-Z][\w'’&-]*\s+|and\s+|of\s+|upon\s+){1,6}Council|(?:London|Royal)\s+Borough\s+of\s+.{3,40}"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The body, day and time in a page's heading; blank or None where it has none."""

    body: str = ""
    day: date | None = None
    start_time: str = ""


def page_kind(source: Source) -> PageKind:
    """Which page of the committee system a document is; blank for none."""
    if source.form != "html" or not re.search(
        r"\bmg(?:Item|Ai|Word|Content|Label|SubTitle|Main|Bullet|Thumbs)"
        r"|[\"']modgov[\"']|moderngov",
        source.html,
    ):
        return ""
    soup = parsed(source)
    heads = " ".join(plain(h) for h in soup.find_all(["h1", "title"])).lower()
    if soup.find(class_="mgItemNumberCell") or soup.find(class_=re.compile("^mgAiTitle")):
        return "meeting"
    if "attendance" in heads:
        return "attendance"
    if re.search(r"\b(?:issue|decision)\s+(?:details|history)|\bdecision\s+-\s", heads):
        return "issue"
    if "committee details" in heads or named_section(soup, "membership"):
        return "committee"
    return ""


def parsed(source: Source) -> BeautifulSoup:
    """The page's markup."""
    return BeautifulSoup(source.html, "lxml")


def plain(tag: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(tag.get_text(" ").split())


def title_of(tag: Tag) -> str:
    """The text of a title without the kind and size of the file that it links to."""
    return _FILE.sub("", plain(tag)).strip()


def heading(soup: BeautifulSoup) -> Heading:
    """The body, day and time that a page's headings name."""
    tags = [*soup.find_all(["h1", "h2", "h3"]), *soup.find_all("title")]
    for tag in tags:
        text = plain(tag)
        match = _HEADING.fullmatch(text)
        day = first_day(match["when"]) if match else None
        if match and day:
            when = re.sub(r"^.*?\d{4}", "", match["when"], count=1)
            return Heading(match["body"].strip(" -–,"), day, clock(when))
    return Heading()


def council_of(soup: BeautifulSoup) -> str:
    """The council that the page's title or its description of the site names."""
    texts = [plain(tag) for tag in soup.find_all("title")]
    for name in ("og:site_name", "DC.publisher", "DC.creator", "author"):
        for tag in soup.find_all("meta", attrs={"property": name}) + soup.find_all(
            "meta", attrs={"name": re.compile(f"^{re.escape(name)}$", re.IGNORECASE)}
        ):
            texts.append(str(tag.get("content") or ""))
    for text in texts:
        for piece in re.split(r"\s+[-–|•:]\s+", text):
            if _COUNCIL.fullmatch(piece.strip()):
                return piece.strip()
    return ""


def labels(soup: BeautifulSoup) -> dict[str, str]:
    """What labels such as "Venue:" stand before, by the label in small letters."""
    found: dict[str, str] = {}
    for tag in soup.find_all(["p", "li", "div", "dt", "span"]):
        if tag.find(["p", "li", "div", "dt", "table"]):
            continue
        text = plain(tag)
        if match := _LABELLED.fullmatch(text):
            found.setdefault(match["label"].lower(), match["value"])
        elif text.endswith(":") and len(text) < 40:
            behind = tag.find_next_sibling(["dd", "p", "div", "span"])
            if isinstance(behind, Tag):
                found.setdefault(text[:-1].strip().lower(), plain(behind))
    return found


def named_section(soup: BeautifulSoup, name: str) -> list[Tag]:
    """The elements below a heading that begins with a name, up to the next heading."""
    for head in soup.find_all(["h2", "h3", "h4"]):
        if plain(head).lower().startswith(name):
            found = []
            for tag in head.find_next_siblings():
                if tag.name in ("h1", "h2", "h3", "h4"):
                    break
                found.append(tag)
            return found
    return []


def as_lines(tags: list[Tag]) -> list[Line]:
    """The paragraphs and list entries of elements as lines, a blank line between."""
    lines: list[Line] = []
    for text in _paragraphs(tags):
        lines += [Line(tuple(Word(word, 0, 0, 0, 0) for word in text.split())), Line(())]
    return lines


def _paragraphs(tags: list[Tag]) -> Iterator[str]:
    for tag in tags:
        inner = [t for t in tag.find_all(["p", "li"]) if not t.find(["p", "li"])]
        if not inner:
            if plain(tag):
                yield plain(tag)
            continue
        for one in inner:
            text = plain(one)
            entry = one if one.name == "li" else one.find_parent("li")
            if text and isinstance(entry, Tag) and _first_of(entry, one):
                text = f"{_mark(entry)} {text}"
            if text:
                yield text


def _first_of(entry: Tag, one: Tag) -> bool:
    return entry is one or entry.find(["p", "li"]) is one


def _mark(entry: Tag) -> str:
    """The mark of a list entry as a reader sees it."""
    holder = entry.parent
    if holder is None or holder.name != "ol":
        return "•"
    before = len(entry.find_previous_siblings("li"))
    at = (
        before + int(str(holder.get("start") or "1"))
        if str(holder.get("start") or "1").isdecimal()
        else before + 1
    )
    kind = str(holder.get("type") or "1")
    if kind in ("a", "A") and at <= 26:
        return f"({chr(ord(kind) + at - 1)})"
    if kind in ("i", "I") and at <= 10:
        numeral = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")[at - 1]
        return f"({numeral if kind == 'i' else numeral.upper()})"
    return f"{at}."
