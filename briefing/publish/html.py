"""The HTML edition: one file that needs nothing else, no script, to WCAG 2.2 AA."""

from __future__ import annotations

import base64
import io
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from briefing.model.blocks import Block
from briefing.publish import colours
from briefing.publish.edition import Edition, walk
from briefing.publish.fonts import BODY, body_file
from briefing.publish.headings import heading_text

#: Style of a font file -> weight and slant in CSS.
_FACES = {
    "Regular": ("400", "normal"),
    "Bold": ("700", "normal"),
    "Italic": ("400", "italic"),
    "BoldItalic": ("700", "italic"),
}


def to_html_page(edition: Edition) -> str:
    """The edition as one HTML page with its pictures, fonts and files inside."""
    from jinja2 import Environment
    from markupsafe import Markup

    from briefing.display.html import CSS, to_html

    document = edition.document
    page = Environment(autoescape=True).from_string(_template("page.html"))
    styles = (_faces(edition), CSS, _template("page.css"), _own_style(edition))
    loose = loose_files(edition)
    return page.render(
        language=str(document.get("language") or "en-GB"),
        title=edition.title,
        status=str(document.get("status", "")),
        subject=str(document.get("subject", "")),
        author=str(document.get("author", "")),
        keywords=[str(k) for k in document.get("keywords", ())],
        styles=Markup("\n".join(styles)),
        head=Markup(to_html([document])),
        contents=contents_of(edition),
        body=Markup(to_html(edition.blocks)),
        sources=sources_of(edition),
        files=Markup(to_html(loose)) if loose else "",
    )


def _template(name: str) -> str:
    return files("briefing.publish").joinpath(f"templates/{name}").read_text(encoding="utf-8")


def contents_of(edition: Edition) -> list[dict[str, Any]]:
    """Headings of the first two levels; those under the title stand as high as other parts."""
    found = [b for b in walk(edition.blocks) if b["type"] == "heading" and b["level"] <= 2][1:]
    entries = []
    under_title = True
    for heading in found:
        under_title = under_title and heading["level"] > 1
        level = 1 if under_title else heading["level"]
        entries.append({"level": level, "anchor": heading["anchor"], "text": heading_text(heading)})
    return entries if len(entries) > 1 else []


def sources_of(edition: Edition) -> list[str]:
    """Every place that a printed figure was read from, each once, numbers in their order."""
    places = {str(s) for trace in edition.traces() for s in trace.get("sources", ())}

    def numbers_in_order(place: str) -> list[str | int]:
        return [int(p) if p.isdigit() else p for p in re.split(r"(\d+)", place)]

    return sorted(places, key=numbers_in_order)


def loose_files(edition: Edition) -> list[Block]:
    """The attached files that no table of the body offers."""
    return [a for a in edition.attachments if not _of_a_table(edition, str(a["text"]))]


def _of_a_table(edition: Edition, text: str) -> bool:
    """Whether a table of the body already offers a file with that content."""
    tables = (b for b in walk(edition.blocks) if b["type"] == "table" and b.get("attach"))
    return any(table["attach"].get("csv") == text for table in tables)


def _own_style(edition: Edition) -> str:
    """The panel's colours, and what stands on every printed page."""
    document = edition.document
    colour = str(document.get("colour", ""))
    running = str(document.get("running") or edition.title)
    status = str(document.get("status", ""))
    return (
        f":root{{--page-band:{colours.banner(colour)};--page-accent:{colours.accent(colour)}}}\n"
        "@page{size:A4;margin:20mm 16mm 18mm;"
        f"@top-left{{content:{_css_string(running)};font:8.5pt sans-serif;color:#595959}}"
        f"@top-right{{content:{_css_string(status)};font:bold 8.5pt sans-serif;color:#801650}}"
        '@bottom-right{content:"Page " counter(page) " of " counter(pages);'
        "font:8.5pt sans-serif;color:#595959}}"
    )


def _css_string(text: str) -> str:
    """A string of CSS; whatever is no plain letter, digit or space is written by its number."""
    safe = (c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(safe)}"'


def _faces(edition: Edition) -> str:
    """The body font, in the styles that the page uses."""
    styles = ["Regular", "Bold"]
    runs = [run for block in walk(edition.blocks) for run in block.get("runs", ())]
    if any(run.get("italic") for run in runs):
        styles.append("Italic")
    if any(run.get("italic") and run.get("bold") for run in runs):
        styles.append("BoldItalic")
    return "\n".join(_face(style) for style in styles)


@lru_cache(maxsize=len(_FACES))
def _face(style: str) -> str:
    """The font without its combining marks: from them a browser would build, badly, the letters
    that it lacks and that other fonts have whole."""
    from fontTools.ttLib import TTFont

    weight, slant = _FACES[style]
    packed = io.BytesIO()
    with TTFont(body_file(style), recalcTimestamp=False) as font:
        for table in font["cmap"].tables:
            table.cmap = {c: name for c, name in table.cmap.items() if not 0x300 <= c <= 0x36F}
        font.flavor = "woff"
        font.save(packed)
    content = base64.b64encode(packed.getvalue()).decode("ascii")
    return (
        f'@font-face{{font-family:"{BODY}";font-weight:{weight};font-style:{slant};'
        f'font-display:swap;src:url(data:font/woff;base64,{content}) format("woff")}}'
    )
