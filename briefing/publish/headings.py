"""Headings that a screen reader can walk: one title, no level skipped, a name for each."""

from __future__ import annotations

import re
import unicodedata

from briefing.model import blocks as b
from briefing.publish.edition import plain, rebuild, walk

#: PDF/UA-1 knows six levels of headings.
DEEPEST = 6


def headings(blocks: list[b.Block]) -> list[b.Block]:
    """Every heading in reading order, boxes whose title is a heading among them."""
    return [block for block in walk(blocks) if _level(block)]


def repair(blocks: list[b.Block], title: str) -> list[b.Block]:
    """Blocks that begin with one heading of level 1 and whose levels never skip.

    Where the first heading is not of level 1, the document's title becomes it. One without
    words is none. Every heading gets an ``anchor`` that is unique in the document; the first to
    give itself a name keeps it.
    """
    blocks = rebuild(blocks, _without_empty)
    found = headings(blocks)
    if not found or _level(found[0]) != 1:
        blocks = [b.heading(title, 1), *blocks]
    open_levels: list[int] = []
    given = {h["anchor"] for h in found if h.get("anchor")}
    taken: set[str] = set()

    def mend(block: b.Block) -> b.Block:
        level = _level(block)
        if not level:
            return block
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        changed = {**block, "level": min(len(open_levels), DEEPEST)}
        if not changed.get("anchor") or changed["anchor"] in taken:
            changed["anchor"] = _free(plain(_words(block)), taken | given)
        taken.add(changed["anchor"])
        return changed

    return rebuild(blocks, mend)


def heading_text(block: b.Block) -> str:
    """The words of a heading, its number first."""
    return f"{block.get('numbered', '')} {plain(_words(block))}".strip()


def _level(block: b.Block) -> int:
    if block.get("type") == "heading":
        return max(1, int(block.get("level", 2)))
    if block.get("type") == "box" and block.get("title"):
        return int(block.get("level") or 0)
    return 0


def _without_empty(block: b.Block) -> b.Block:
    if block.get("type") == "heading" and not plain(_words(block)).strip():
        return b.paragraph("")
    if block.get("type") == "box" and not plain(block.get("title")).strip():
        return {key: value for key, value in block.items() if key not in ("title", "level")}
    return block


def _words(block: b.Block) -> list[b.Run]:
    return list(block.get("runs" if block["type"] == "heading" else "title", []))


def _free(text: str, taken: set[str]) -> str:
    base = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", base).strip("-")[:60] or "section"
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    return name
