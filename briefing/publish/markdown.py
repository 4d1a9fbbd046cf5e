"""Markdown cells as blocks, by the syntax tree of mistune; raw HTML stays text."""

from __future__ import annotations

import html
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from briefing.model import blocks as b
from briefing.publish.pictures import clean_svg, raster_svg

Token = dict[str, Any]
_LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_RASTER = {"image/png": "png", "image/jpeg": "jpeg"}


@lru_cache(maxsize=1)
def _parser() -> Any:
    import mistune

    return mistune.create_markdown(
        renderer=None, plugins=["table", "strikethrough", "url", "task_lists"]
    )


def markdown_blocks(
    source: str, attachments: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[list[b.Block], list[str]]:
    """The blocks of a text in Markdown, and the pictures that could not be had.

    ``attachments`` are those of the cell: name to media type to base64. A picture from elsewhere
    is not fetched; its text alternative stands in its place.
    """
    reader = _Reader(attachments or {})
    return reader.blocks(_parser()(source)), reader.missing


class _Reader:
    def __init__(self, attachments: Mapping[str, Mapping[str, str]]) -> None:
        self.attachments = attachments
        self.missing: list[str] = []
        self.pictures: list[b.Block] = []
        self.kinds: dict[str, Callable[[Token], list[b.Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "block_text": self._paragraph,
            "list": self._list,
            "block_quote": lambda t: [b.box(self.blocks(t["children"]))],
            "block_code": lambda t: [b.code(t["raw"].rstrip("\n"))],
            "block_html": self._html,
            "table": self._table,
        }

    def blocks(self, tokens: list[Token]) -> list[b.Block]:
        made: list[b.Block] = []
        for token in tokens:
            if token["type"] in ("blank_line", "thematic_break"):
                continue
            read = self.kinds.get(token["type"])
            made += read(token) if read else [b.code(str(token.get("raw", "")))]
        return made

    def _heading(self, token: Token) -> list[b.Block]:
        block = b.heading("", token["attrs"]["level"])
        return [{**block, "runs": self.runs(token["children"])}, *self._taken()]

    def _paragraph(self, token: Token) -> list[b.Block]:
        runs = self.runs(token.get("children", []))
        text = [{**b.paragraph(""), "runs": runs}] if _says(runs) else []
        return text + self._taken()

    def _list(self, token: Token) -> list[b.Block]:
        entries: list[Any] = []
        for item in token["children"]:
            inner = self.blocks(item["children"])
            if item["type"] == "task_list_item":
                mark = "[x] " if item["attrs"]["checked"] else "[ ] "
                inner = _prefixed(inner, mark)
            entries.append(inner or [b.paragraph("")])
        style = "tight" if token.get("tight") else ""
        return [b.items(entries, ordered=bool(token["attrs"]["ordered"]), style=style)]

    def _html(self, token: Token) -> list[b.Block]:
        text = re.sub(r"<!--.*?-->", "", token["raw"], flags=re.DOTALL).strip()
        return [b.code(text)] if text else []

    def _table(self, token: Token) -> list[b.Block]:
        head: list[Token] = token["children"][0]["children"]
        body: list[Token] = token["children"][1]["children"] if len(token["children"]) > 1 else []
        columns = [
            {"text": words(self.runs(c["children"])), "align": c["attrs"].get("align") or "left"}
            for c in head
        ]
        rows = [
            [
                {**b.cell(header=i == 0), "runs": self.runs(c["children"])}
                for i, c in enumerate(row["children"])
            ]
            for row in body
        ]
        return [b.table(columns, rows, caption=""), *self._taken()]

    def runs(self, tokens: list[Token], **style: Any) -> list[b.Run]:
        """Inline tokens as runs; runs of one style that touch are one run."""
        made: list[b.Run] = []
        for token in tokens:
            for run in self._inline(token, style):
                if made and _style(made[-1]) == _style(run):
                    made[-1] = {**made[-1], "text": made[-1]["text"] + run["text"]}
                else:
                    made.append(run)
        return made

    def _inline(self, token: Token, style: dict[str, Any]) -> list[b.Run]:
        kind = token["type"]
        children = token.get("children", [])
        if kind == "text":
            return [{"text": html.unescape(token["raw"]), **style}]
        if kind == "strong":
            return self.runs(children, **{**style, "bold": True})
        if kind == "emphasis":
            return self.runs(children, **{**style, "italic": True})
        if kind == "codespan":
            return [{"text": token["raw"], **style, "code": True}]
        if kind == "inline_html" and token["raw"].startswith("<!--"):
            return []
        if kind == "softbreak":
            return [{"text": " ", **style}]
        if kind == "linebreak" or (
            kind == "inline_html" and re.fullmatch(r"<br\s*/?>", token["raw"], re.IGNORECASE)
        ):
            return [{"text": "\n", **style}]
        if kind == "link":
            target = html.unescape(token["attrs"]["url"])
            linked = {**style, "href": target} if _LINK.match(target) else style
            return self.runs(children, **linked)
        if kind == "image":
            return self._image(token, style)
        return self.runs(children, **style) or [{"text": str(token.get("raw", "")), **style}]

    def _image(self, token: Token, style: dict[str, Any]) -> list[b.Run]:
        alt = words(self.runs(token.get("children", [])))
        target = token["attrs"]["url"]
        svg = self._picture(target)
        if not svg:
            self.missing.append(alt or target)
            return [{"text": f"[picture: {alt or 'no description'}]", **style}]
        self.pictures.append({"type": "figure", "svg": svg, "alt": alt})
        return []

    def _picture(self, target: str) -> str:
        """The picture of an attachment or of a data address as SVG, or nothing."""
        if target.startswith("attachment:"):
            content = self.attachments.get(html.unescape(target[len("attachment:") :]), {})
        else:
            match = re.fullmatch(r"data:([\w/+.-]+);base64,(.*)", target, re.DOTALL)
            content = {match[1]: match[2]} if match else {}
        for media, data in content.items():
            if media in _RASTER:
                return raster_svg(b64decode(data), _RASTER[media])
            if media == "image/svg+xml":
                return clean_svg(b64decode(data).decode("utf-8"))
        return ""

    def _taken(self) -> list[b.Block]:
        """The pictures met since the last block; they stand behind their paragraph."""
        taken, self.pictures = self.pictures, []
        return taken


def words(runs: list[b.Run]) -> str:
    """The words of runs, on one line."""
    return " ".join("".join(run["text"] for run in runs).split())


def _says(runs: list[b.Run]) -> bool:
    return any(run["text"].strip() for run in runs)


def _style(run: b.Run) -> b.Run:
    return {key: value for key, value in run.items() if key != "text"}


def _prefixed(blocks: list[b.Block], mark: str) -> list[b.Block]:
    if blocks and blocks[0]["type"] == "paragraph":
        first = {**blocks[0], "runs": [{"text": mark}, *blocks[0]["runs"]]}
        return [first, *blocks[1:]]
    return [b.paragraph(mark), *blocks]
