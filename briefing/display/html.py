"""Blocks as accessible HTML, for notebooks and for the HTML edition.

Text is data: everything is escaped. Pictures stand in the page as SVG, so that their text is set
in the page's font and keeps sharp; one with anything but plain shapes and text (which no chart of
ours has) becomes an image, in which no script runs.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from xml.etree import ElementTree

from briefing.display.canvas import clean
from briefing.display.icons import ICONS, icon
from briefing.display.stylesheet import CSS
from briefing.model.blocks import TONES, Block, Run

__all__ = ["CSS", "inline_svg", "to_html"]

#: The elements that a picture may have to stand in a page.
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "use", "clipPath", "title", "desc", "text", "tspan"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    )
)
_LINK = re.compile(r"(?:https?://|mailto:|#)[^\s]*", re.IGNORECASE)
_ID = re.compile(r'(\bid="|url\(#|href="#)')

#: A picture wider than this, in millimetres, scrolls on a phone, so that its text stays legible.
WIDE = 100
#: A picture on a screen may grow to so many times its width on paper.
LARGER = 1.25


def to_html(blocks: Iterable[Block], *, fragment: bool = True) -> str:
    """The blocks as HTML.

    Parameters
    ----------
    blocks
        Blocks of :mod:`briefing.model.blocks`; ``complete`` marks and page breaks leave no text.
    fragment
        Without the style sheet, for a page that has it; else it stands before the blocks.

    Raises
    ------
    ValueError
        For a block of a kind that is not known.
    """
    body = _Writer().blocks(blocks)
    sheet = "" if fragment else f"<style>{CSS}</style>"
    return f'{sheet}<div class="bk">{body}</div>'


def inline_svg(svg: str, *, label: str = "", prefix: str = "") -> str:
    """A picture to stand in a page, named ``label``; decorative without one.

    ``prefix`` keeps its ids apart from those of every other picture of the page.
    """
    if not _is_plain(svg):
        data = base64.b64encode(svg.encode()).decode()
        return f'<img class="bk-svg" src="data:image/svg+xml;base64,{data}" alt="{_text(label)}">'
    body = svg[svg.index("<svg") :]
    body = _ID.sub(lambda m: m[0] + prefix, body) if prefix else body
    said = f'role="img" aria-label="{_text(label)}"' if label else 'aria-hidden="true"'
    return body.replace("<svg", f'<svg class="bk-svg" {said} focusable="false"', 1)


def _is_plain(svg: str) -> bool:
    """Whether a picture holds nothing but shapes and text, and points nowhere outside itself."""
    if "<!" in svg or "<?" in svg:
        return False
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        return False
    return all(_plain_element(element) for element in root.iter())


def _plain_element(element: ElementTree.Element) -> bool:
    name = str(element.tag).rpartition("}")[2]
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2].lower()
        outside = "url(" in value.replace("url(#", "")
        if attribute.startswith("on") or outside or (attribute == "href" and value[:1] != "#"):
            return False
    return name in _ELEMENTS


def _text(value: object) -> str:
    return escape(clean(str(value)), quote=True)


def _named(*names: str) -> str:
    """A class attribute; blank without a name."""
    found = " ".join(name for name in names if name)
    return f' class="{found}"' if found else ""


def _styled(style: str) -> str:
    return _named(f"bk-{style}") if re.fullmatch(r"[a-z-]+", style) else ""


def _tone(block: Block) -> str:
    tone = block.get("tone", "")
    return f"bk-tone-{tone}" if tone in TONES else ""


@dataclass
class _Writer:
    """Writes one page: it keeps the ids of that page apart."""

    ids: set[str] = field(default_factory=set)
    pictures: int = 0

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        kind = str(block.get("type", ""))
        writers: dict[str, Callable[[Block], str]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "list": self._list,
            "box": self._box,
            "columns": self._columns,
            "figure": self._figure,
            "table": self._table,
            "notes": self._notes,
            "page_break": self._page_break,
            "code": self._code,
            "document": self._document,
            "attachment": self._attachment,
            "complete": self._complete,
        }
        if kind not in writers:
            raise ValueError(f"not a kind of block: {kind!r}")
        return writers[kind](block)

    def runs(self, runs: Iterable[Run]) -> str:
        return "".join(_run(run) for run in runs)

    def identifier(self, wanted: str) -> str:
        """An id that the page does not have yet."""
        plain = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode().lower()
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "part"
        name, number = base, 2
        while name in self.ids:
            name, number = f"{base}-{number}", number + 1
        self.ids.add(name)
        return name

    def picture(self, svg: str, label: str = "") -> str:
        self.pictures += 1
        return inline_svg(svg, label=label, prefix=f"bk{self.pictures}-")

    def _heading(self, block: Block) -> str:
        runs = block.get("runs", [])
        level = min(max(int(block.get("level", 2)), 1), 6)
        anchor = block.get("anchor") or "".join(str(r["text"]) for r in runs)
        number = block.get("numbered", "")
        said = f'<span class="bk-number">{_text(number)}</span> ' if number else ""
        return f'<h{level} id="{self.identifier(str(anchor))}">{said}{self.runs(runs)}</h{level}>'

    def _paragraph(self, block: Block) -> str:
        style = block.get("style", "")
        return f"<p{_styled(style)}>{self.runs(block.get('runs', []))}</p>"

    def _list(self, block: Block) -> str:
        tag = "ol" if block.get("ordered") else "ul"
        style = block.get("style", "")
        entries = "".join(f"<li>{self._entry(entry)}</li>" for entry in block.get("items", []))
        return f"<{tag}{_styled(style)}>{entries}</{tag}>"

    def _entry(self, blocks: list[Block]) -> str:
        """The blocks of a list entry; a lone paragraph needs no paragraph of its own."""
        if len(blocks) == 1 and blocks[0].get("type") == "paragraph" and not blocks[0].get("style"):
            return self.runs(blocks[0].get("runs", []))
        return self.blocks(blocks)

    def _box(self, block: Block) -> str:
        classes = _named("bk-box", _tone(block))
        title = block.get("title", [])
        inside = self.blocks(block.get("blocks", []))
        if not title:
            return f"<div{classes}>{inside}</div>"
        words = self.runs(title)
        name = self.identifier("".join(str(r["text"]) for r in title))
        level = block.get("level")
        tag = f"h{min(max(int(level), 1), 6)}" if level else "p"
        head = f'<{tag} class="bk-box-title" id="{name}">{words}</{tag}>'
        if not level:
            return f'<div{classes} role="group" aria-labelledby="{name}">{head}{inside}</div>'
        return f"<section{classes}>{head}{inside}</section>"

    def _columns(self, block: Block) -> str:
        columns = block.get("columns", [])
        shares = block.get("widths") or [1] * len(columns)
        tracks = " ".join(f"minmax(0,{float(share):g}fr)" for share in shares)
        inside = "".join(f"<div>{self.blocks(column)}</div>" for column in columns)
        return f'<div class="bk-columns" style="--bk-tracks:{tracks}">{inside}</div>'

    def _figure(self, block: Block) -> str:
        alt = "" if block.get("decorative") else str(block.get("alt", ""))
        width = block.get("width_mm")
        wide = float(width or 0) > WIDE
        style = f' style="max-width:{float(width) * LARGER:g}mm"' if width else ""
        picture = self.picture(str(block["svg"]), alt)
        caption = block.get("caption", [])
        name = self.identifier("figure " + "".join(str(run["text"]) for run in caption))
        said = f'<figcaption id="{name}">{self.runs(caption)}</figcaption>' if caption else ""
        if wide:
            called = f'aria-labelledby="{name}"' if caption else 'aria-label="Chart"'
            picture = (
                f'<div class="bk-scroll bk-wide" role="group" {called} tabindex="0">{picture}</div>'
            )
        return f'<figure class="bk-figure"{style}>{picture}{said}</figure>'

    def _table(self, block: Block) -> str:
        columns = block.get("columns", [])
        caption = self.runs(block.get("caption", []))
        summary = block.get("summary", "")
        said = f'<span class="bk-summary">{_text(summary)}</span>' if summary else ""
        name = self.identifier("table " + "".join(str(r["text"]) for r in block.get("caption", [])))
        heads = "".join(
            f'<th role="columnheader" scope="col"{_named(_align(column))}>'
            f"{_text(column.get('text', ''))}</th>"
            for column in columns
        )
        dense = "bk-dense" if block.get("style") == "dense" else ""
        return (
            f'<div class="bk-scroll" role="group" aria-labelledby="{name}" tabindex="0">'
            f'<table role="table"{_named("bk-table", dense)}>'
            f'<caption id="{name}">{caption}{said}</caption>'
            f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>{self._bodies(block)}'
            f"</table></div>{_download(block.get('attach'))}"
        )

    def _bodies(self, block: Block) -> str:
        """The rows, one body a group. Roles are said, since a phone shows the cells as blocks."""
        columns = block.get("columns", [])
        groups = block.get("groups", {})
        bodies: list[list[str]] = [[]]
        for index, row in enumerate(block.get("rows", [])):
            title = groups.get(str(index))
            if title:
                bodies.append([])
                bodies[-1].append(
                    f'<tr role="row" class="bk-group"><th role="rowheader" scope="rowgroup" '
                    f'colspan="{len(columns)}">'
                    f"{_text(title)}</th></tr>"
                )
            cells = "".join(
                self._cell(cell, columns[i] if i < len(columns) else {}, first=i == 0)
                for i, cell in enumerate(row)
            )
            bodies[-1].append(f'<tr role="row">{cells}</tr>')
        return "".join(f'<tbody role="rowgroup">{"".join(rows)}</tbody>' for rows in bodies if rows)

    def _cell(self, cell: Block, column: Block, *, first: bool) -> str:
        header = first or cell.get("header")
        opening = 'th role="rowheader" scope="row"' if header else 'td role="cell"'
        small = "bk-small" if cell.get("small") else ""
        classes = _named(_tone(cell), small, _align(cell) or _align(column))
        label = "" if first else f' data-label="{_text(column.get("text", ""))}"'
        sign = cell.get("icon", "")
        drawn = self.picture(icon(sign)) if sign in ICONS else ""
        drawn = f'<span class="bk-icon">{drawn}</span>' if drawn else ""
        svg = str(cell.get("svg", ""))
        spark = f'<span class="bk-spark">{self.picture(svg)}</span>' if svg else ""
        words = self.runs(cell.get("runs", []))
        return f"<{opening}{classes}{label}>{drawn}{words}{spark}</{opening[:2]}>"

    def _notes(self, block: Block) -> str:
        lines = "<span></span>" * int(block.get("lines", 4))
        return (
            f'<div class="bk-notes" aria-hidden="true"><p>{_text(block.get("label", "Notes"))}</p>'
            f"{lines}</div>"
        )

    def _page_break(self, block: Block) -> str:
        return '<div class="bk-page-break"></div>'

    def _code(self, block: Block) -> str:
        tag = "samp" if block.get("output") else "code"
        text = _text(block.get("text", ""))
        return f'<pre class="bk-code" tabindex="0"><{tag}>{text}</{tag}></pre>'

    def _document(self, block: Block) -> str:
        logo = block.get("logo") or {}
        picture = ""
        if logo.get("svg"):
            data = base64.b64encode(str(logo["svg"]).encode()).decode()
            picture = (
                f'<img class="bk-logo" src="data:image/svg+xml;base64,{data}" '
                f'alt="{_text(logo.get("alt", ""))}">'
            )
        status = block.get("status", "")
        chip = f'<span class="bk-status bk-tone-draft">{_text(status)}</span>' if status else ""
        running = _text(block.get("running") or block.get("title", ""))
        return f'<div class="bk-document">{picture}<span>{running}</span>{chip}</div>'

    def _attachment(self, block: Block) -> str:
        return _download(
            {
                "name": block.get("name", ""),
                "csv": block.get("text", ""),
                "description": block.get("description", ""),
            }
        )

    def _complete(self, block: Block) -> str:
        return ""


def _run(run: Run) -> str:
    text = _text(run["text"])
    for key, tag in (("code", "code"), ("italic", "em"), ("bold", "strong")):
        if run.get(key):
            text = f"<{tag}>{text}</{tag}>"
    if run.get("muted"):
        text = f'<span class="bk-muted">{text}</span>'
    href = str(run.get("href", ""))
    return f'<a href="{_text(href)}">{text}</a>' if _LINK.fullmatch(href) else text


def _align(column: Block) -> str:
    return {"right": "bk-right", "center": "bk-center"}.get(str(column.get("align", "")), "")


def _download(attach: dict[str, str] | None) -> str:
    """A link that holds the file itself, so that the page stays one file."""
    if not attach:
        return ""
    data = base64.b64encode(clean(attach.get("csv", "")).encode()).decode()
    name = attach.get("name", "data.csv")
    words = attach.get("description") or name
    return (
        f'<p class="bk-download"><a download="{_text(name)}" '
        f'href="data:text/csv;charset=utf-8;base64,{data}">Download: {_text(words)}</a></p>'
    )
