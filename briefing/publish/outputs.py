"""Ordinary outputs of any notebook as blocks: pictures, tables, text, streams and errors."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.publish.html_tables import table_blocks
from briefing.publish.markdown import markdown_blocks
from briefing.publish.pictures import clean_svg, raster_svg

_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)")
_RASTER = {"image/png": "png", "image/jpeg": "jpeg"}


@dataclass
class Place:
    """The cell that outputs come from, for messages, and what was to be said of them."""

    name: str
    require_alt_text: bool = False
    warnings: list[str] = field(default_factory=list)

    def warn(self, message: str) -> None:
        """Keep a message that names the cell."""
        self.warnings.append(f"{self.name}: {message}")

    def alternative(self, given: str) -> str:
        """The text alternative of a picture, or an honest one where the notebook gives none.

        Raises
        ------
        BriefingError
            When text alternatives are required and the picture has none.
        """
        if given.strip():
            return given.strip()
        if self.require_alt_text:
            raise BriefingError(
                f"{self.name}: a picture has no text alternative; give one in the metadata of the "
                'output, as {"alt": "what the picture shows"}'
            )
        self.warn("a picture has no text alternative; the edition says so in its place")
        return f"A picture made by {self.name}. The notebook gives no description of it."


def output_blocks(output: Mapping[str, Any], place: Place) -> list[b.Block]:
    """The blocks of one output of a code cell; the richest form that can be printed is taken."""
    kind = output.get("output_type")
    if kind == "stream":
        return _text_block(_joined(output.get("text", "")))
    if kind == "error":
        said = f"{output.get('ename', 'Error')}: {output.get('evalue', '')}".rstrip(": ")
        place.warn(f"it ended in an error, {said}")
        trace = "\n".join(output.get("traceback", ())) or said
        return _text_block(trace)
    data = output.get("data", {})
    metadata = output.get("metadata", {})
    if b.MIME in data:
        return carried(data[b.MIME], place)
    picture = _picture(data, metadata, place)
    if picture is not None:
        return [picture]
    if "text/html" in data:
        tables = table_blocks(_joined(data["text/html"]), str(metadata.get("caption", "")))
        if tables:
            return tables
    if "text/markdown" in data:
        made, missing = markdown_blocks(_joined(data["text/markdown"]))
        for name in missing:
            place.warn(f"the picture {name!r} is not inside the notebook and was left out")
        return made
    return _text_block(_joined(data.get("text/plain", "")))


def carried(content: Any, place: Place) -> list[b.Block]:
    """The blocks that an output of ours carries: one block or a list of them."""
    listed = content if isinstance(content, list) else [content]
    for block in listed:
        if not isinstance(block, dict) or not isinstance(block.get("type"), str):
            raise BriefingError(f"{place.name}: its output carries something that is no block")
    return listed


def _picture(data: Mapping[str, Any], metadata: Mapping[str, Any], place: Place) -> b.Block | None:
    for media in ("image/svg+xml", *_RASTER):
        if media not in data:
            continue
        about = {**metadata, **metadata.get(media, {})}
        alt = place.alternative(str(about.get("alt", "")))
        try:
            if media in _RASTER:
                content = b64decode(_joined(data[media]))
                width = float(about.get("width") or 0)
                svg = raster_svg(content, _RASTER[media], width_px=width)
            else:
                svg = clean_svg(_joined(data[media]))
        except (BriefingError, BadBase64, ValueError) as error:
            raise BriefingError(f"{place.name}: {error}") from None
        return b.figure(svg, alt=alt, caption=str(about.get("caption", "")))
    return None


def _text_block(text: str) -> list[b.Block]:
    shown = _ANSI.sub("", text)
    lines = [line.rsplit("\r", 1)[-1] for line in shown.rstrip().split("\n")]
    kept = "\n".join(lines).strip("\n")
    return [b.code(kept, output=True)] if kept.strip() else []


def _joined(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)
