"""The PDF edition: PDF/UA-1 and PDF/A-3a, the same bytes from the same notebook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from briefing.model.blocks import Block
from briefing.publish import colours
from briefing.publish.edition import Edition, walk
from briefing.publish.fonts import FAMILIES, PLACEHOLDER, named, with_fallbacks
from briefing.publish.headings import headings
from briefing.publish.layout import sheets
from briefing.publish.pictures import size_mm
from briefing.publish.tagging import finish
from briefing.publish.typesetting import typeset, typeset_within

#: The day of a document that states none; a PDF needs one and may not take it from a clock.
NO_DATE = (2000, 1, 1)

#: The largest space that a logo takes, in millimetres.
LOGO = (42.0, 20.0)

#: What blocks carry for the reading back of what was made of them.
_TRACES = frozenset(("figures", "marks", "axis", "plots", "alt_told", "caption_told", "attach"))

_MIME = {"csv": "text/csv", "json": "application/json", "md": "text/markdown"}


@dataclass(frozen=True)
class Pdf:
    """A finished PDF: its bytes, its number of pages, and what it could not print, in words."""

    content: bytes
    pages: int
    warnings: tuple[str, ...] = ()


def to_pdf(edition: Edition, *, timeout: float | None = None) -> Pdf:
    """The PDF of an edition.

    Parameters
    ----------
    edition
        What :func:`briefing.publish.from_notebook.edition_from_notebook` gives.
    timeout
        Seconds after which to give up. The pages are then made in a process of their own, which
        can be killed; without a limit they are made in this one.

    Raises
    ------
    BriefingError
        When the pages cannot be made, or not in time.
    """
    data = page_data(edition)
    raw, missing = typeset(data) if timeout is None else typeset_within(data, timeout)
    summaries = [str(b.get("summary", "")) for b in walk(edition.blocks) if b["type"] == "table"]
    content, pages = finish(raw, summaries)
    lost = (
        f"no font has these characters, printed as {PLACEHOLDER}: {named(missing)}"
        if missing
        else ""
    )
    return Pdf(content, pages, (lost,) if lost else ())


def page_data(edition: Edition) -> dict[str, Any]:
    """Everything that the page template needs, as plain JSON."""
    from briefing.display import style
    from briefing.display.icons import ICONS, icon

    def printable(value: Any, key: str = "") -> Any:
        """Pictures with a font for every character; what the page does not need left out."""
        if isinstance(value, str):
            if key == "icon":
                return icon(value) if value in ICONS else ""
            return with_fallbacks(value) if key == "svg" else value
        if isinstance(value, dict):
            kept = {k: printable(v, k) for k, v in value.items() if k not in _TRACES}
            return {k: v for k, v in kept.items() if v or k != "icon"}
        return [printable(one) for one in value] if isinstance(value, list) else value

    document = edition.document
    tones = {
        name: {"ink": tone.ink, "edge": tone.edge, "fill": tone.fill}
        for name, tone in style.TONES.items()
    }
    return {
        "document": _document(document, edition.title),
        "look": {
            "accent": colours.accent(str(document.get("colour", ""))),
            "band": colours.banner(str(document.get("colour", ""))),
            "ink": style.INK,
            "muted": style.MUTED,
            "link": style.LINK,
            "tones": tones,
            "fonts": list(FAMILIES),
        },
        "anchors": [h["anchor"] for h in headings(list(edition.blocks))],
        "attachments": [_attachment(a) for a in edition.attachments],
        "sheets": printable(_with_masthead(sheets(edition.blocks))),
    }


def _document(document: Block, title: str) -> dict[str, Any]:
    language, _, region = str(document.get("language") or "en-GB").partition("-")
    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(document.get("date", "")))
    return {
        "title": title,
        "subject": str(document.get("subject", "")),
        "author": str(document.get("author", "")),
        "keywords": [str(k) for k in document.get("keywords", ())],
        "lang": language.lower(),
        "region": region.upper() or None,
        "date": [int(part) for part in date.groups()] if date else list(NO_DATE),
        "running": str(document.get("running") or title),
        "foot": str(document.get("author", "")),
        "status": str(document.get("status", "")),
        "logo": _logo(document.get("logo")),
    }


def _logo(logo: dict[str, str] | None) -> dict[str, Any] | None:
    if not logo or not logo.get("svg"):
        return None
    width, height = size_mm(logo["svg"])
    shown = min(LOGO[0], LOGO[1] * width / height)
    return {"svg": with_fallbacks(logo["svg"]), "alt": logo.get("alt", ""), "width": shown}


def _attachment(attachment: Block) -> dict[str, str]:
    ending = attachment["name"].rpartition(".")[2].lower()
    return {
        "name": attachment["name"],
        "text": attachment["text"],
        "description": attachment["description"],
        "mime": _MIME.get(ending, "text/plain"),
    }


def _with_masthead(laid: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same sheets; the first heading of level 1 is marked as the head of the front page."""
    for sheet in laid:
        for place, block in enumerate(sheet["blocks"]):
            if block["type"] == "heading" and block["level"] == 1:
                sheet["blocks"][place] = {**block, "first": True}
                return laid
    return laid
