"""Headings of columns, their lines joined, and the headings that span several of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.page import Page
from briefing.ingest.tables.chunks import Chunk, TextRow, upright
from briefing.ingest.tables.columns import Columns
from briefing.ingest.tables.heads import joined, pieces
from briefing.ingest.words.periods import bare, period_of
from briefing.model.period import MONTHS

_MONTH = {name[:3].lower(): at for at, name in enumerate(MONTHS)}


def banded(
    head: Sequence[TextRow], seed: TextRow, grid: Columns, page: Page
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The heading of each column and the band over it; blank for none.

    A band whose reach neither rules nor the order of the headings below settle is left out: its
    columns then have no period.
    """
    leaves = _columns_of(seed, grid)
    lines: list[list[str]] = [[] for _ in grid.edges]
    bands = [""] * len(grid.edges)
    for row in head:
        if row is seed or row == seed:
            for at, text in leaves.items():
                lines[at].append(text)
            continue
        parts = pieces(row)
        if row.middle < seed.middle and _is_band_row(parts, grid, leaves):
            for at, text in _reaches(parts, grid, leaves, page, row).items():
                bands[at] = joined([bands[at], text]) if bands[at] else text
            parts = [part for part in parts if not _is_band(part, grid, leaves)]
        for part in parts:
            inside = grid.of(part.x0, part.x1)
            if len(inside) == 1:
                lines[inside[0]].append(part.text)
            else:
                for at, text in _word_by_word(part, grid).items():
                    lines[at].append(text)
    return tuple(joined(texts) for texts in lines), tuple(bands)


def _columns_of(seed: TextRow, grid: Columns) -> dict[int, str]:
    found: dict[int, str] = {}
    for piece in pieces(seed):
        for at in grid.of(piece.x0, piece.x1)[:1]:
            found[at] = joined([found[at], piece.text]) if at in found else piece.text
    return found


def _word_by_word(part: Chunk, grid: Columns) -> dict[int, str]:
    """The words of a chunk over several columns, where each stands over one."""
    found: dict[int, str] = {}
    for word in part.words:
        inside = grid.of(word.x0, word.x1)
        if len(inside) != 1:
            return {}
        found[inside[0]] = f"{found[inside[0]]} {word.text}" if inside[0] in found else word.text
    return found


def _is_band_row(parts: Sequence[Chunk], grid: Columns, leaves: dict[int, str]) -> bool:
    return any(_is_band(part, grid, leaves) for part in parts)


def _is_band(part: Chunk, grid: Columns, leaves: dict[int, str]) -> bool:
    """Whether a heading stands over several columns: a year over months, or by its width."""
    period = period_of(part.text) or period_of(re.sub(r"(?i)^(?:year|quarter)\s+", "", part.text))
    unfinished = [at for at, text in leaves.items() if bare(text) or period_of(text) is None]
    inside = grid.of(part.x0, part.x1)
    if period and len(unfinished) > 1:
        over = [at for at in inside if at in leaves]
        return not over or any(at in unfinished for at in over)
    return len(inside) > 1 and len([at for at in inside if at in leaves]) > 1


def _reaches(
    parts: Sequence[Chunk], grid: Columns, leaves: dict[int, str], page: Page, row: TextRow
) -> dict[int, str]:
    """Which columns each band of a row spans."""
    found = [part for part in parts if _is_band(part, grid, leaves)]
    under = sorted(at for at, text in leaves.items() if at and period_of(text) is None)
    if any(bare(leaves[at]) for at in under):
        under = [at for at in under if bare(leaves[at])]
    alone = {at: part for part in found for at in grid.of(part.x0, part.x1)}
    if len(found) == len(under) and sorted(alone) == under:
        return {at: part.text for at, part in alone.items()}
    by_rules = _by_rules(found, grid, under, page, row)
    if by_rules:
        return by_rules
    split = any(re.search(r"\d\s*[/-]\s*\d", part.text) for part in found)
    runs = runs_of([(at, leaves[at]) for at in under], split)
    if len(runs) != len(found):
        return {}
    reach: dict[int, str] = {}
    for part, run in zip(found, runs, strict=True):
        low, high = grid.edges[run[0]][0] - 6, grid.edges[run[-1]][1] + 6
        if not low <= part.centre <= high:
            return {}
        reach |= dict.fromkeys(run, part.text)
    return reach


def _by_rules(
    found: Sequence[Chunk], grid: Columns, under: Sequence[int], page: Page, row: TextRow
) -> dict[int, str]:
    """The columns between the upright rules left and right of each band."""
    bars = [
        (bar.x0 + bar.x1) / 2 for bar in upright(page.rules) if bar.top <= row.middle <= bar.bottom
    ]
    reach: dict[int, str] = {}
    for part in found:
        before = [x for x in bars if x <= part.x0 + 1]
        behind = [x for x in bars if x >= part.x1 - 1]
        if not before or not behind:
            return {}
        low, high = max(before), min(behind)
        for at in under:
            middle = sum(grid.edges[at]) / 2
            if low < middle < high:
                if at in reach:
                    return {}
                reach[at] = part.text
    return reach


def runs_of(leaves: Sequence[tuple[int, str]], split: bool) -> list[list[int]]:
    """Columns cut where their headings begin again: a month or quarter of the next year."""
    runs: list[list[int]] = []
    seen: set[str] = set()
    before = -1
    for at, text in leaves:
        order = _order(text, split)
        again = text in seen or (order is not None and order <= before)
        if not runs or again:
            runs.append([])
            seen = set()
        runs[-1].append(at)
        seen.add(text)
        before = order if order is not None else -1
    return runs


def _order(text: str, split: bool) -> int | None:
    month = _MONTH.get(text.strip()[:3].lower())
    if month is not None and bare(text):
        return (month - 3) % 12 if split else month
    match = re.match(r"\s*(?:q|qtr|quarter)\.?\s*([1-4])", text, re.IGNORECASE)
    return int(match[1]) if match else None
