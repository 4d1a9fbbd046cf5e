"""Which text rows of a table make up one row: by rules and fills, else by the space between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.ingest.page import Box, Page
from briefing.ingest.tables.chunks import Chunk, TextRow
from briefing.ingest.tables.spaced import spaced

Anchor = Callable[[TextRow], bool]
Label = Callable[[TextRow], Chunk | None]

_EVEN = "the lines stand too evenly to tell which label is whose"

#: The share of a table's width that a rule or the edge of a fill must have to part rows.
_ACROSS = 0.6
#: Space that is wider than the least by this share parts two labels.
_WIDER = 1.18


@dataclass(frozen=True, slots=True)
class Group:
    """Text rows that make up one row of the table; ``doubt`` says why that is not certain."""

    rows: tuple[TextRow, ...]
    doubt: str = ""


def levels(page: Page, left: float, right: float) -> list[float]:
    """Heights at which a rule, or the edge of a fill, crosses most of a table."""
    spans: dict[int, list[tuple[float, float]]] = {}

    def note(height: float, box: Box) -> None:
        spans.setdefault(round(height), []).append((max(left, box.x0), min(right, box.x1)))

    for rule in page.rules:
        if rule.x1 - rule.x0 > rule.bottom - rule.top:
            note((rule.top + rule.bottom) / 2, rule)
    for fill in page.fills:
        if fill.bottom - fill.top < 300:
            note(fill.top, fill)
            note(fill.bottom, fill)
    found: list[float] = []
    for height in sorted(spans):
        near = spans[height] + spans.get(height + 1, [])
        if _covered(near) >= _ACROSS * (right - left) and (not found or height - found[-1] > 2):
            found.append(float(height))
    return found


def _covered(spans: Sequence[tuple[float, float]]) -> float:
    total, reach = 0.0, float("-inf")
    for low, high in sorted(spans):
        if high > reach:
            total += high - max(low, reach)
            reach = high
    return total


def grouped(
    rows: Sequence[TextRow],
    at: Sequence[float],
    anchor: Anchor,
    label: Label,
    worded: Anchor,
) -> list[Group]:
    """The rows of a table.

    Parameters
    ----------
    rows
        Its text rows from the top.
    at
        The heights of :func:`levels`.
    anchor
        Whether a text row holds values.
    label
        The words of a label that it holds; None for none.
    worded
        Whether it holds words of a label or of a comment.
    """
    found: list[Group] = []
    band: list[TextRow] = []
    upper = -1
    for row in rows:
        level = sum(1 for height in at if height <= row.middle)
        if band and level != upper:
            found += _banded(band, anchor, label, worded, bool(at))
            band = []
        band.append(row)
        upper = level
    return found + (_banded(band, anchor, label, worded, bool(at)) if band else [])


def _banded(
    rows: list[TextRow],
    anchor: Anchor,
    label: Label,
    worded: Anchor,
    ruled: bool,
) -> list[Group]:
    """The rows of the table between two rules."""
    values = [row for row in rows if anchor(row)]
    if len(values) <= 1 and ruled and _tight(rows):
        return [Group(tuple(rows))]
    if all(anchor(row) and label(row) for row in rows):
        return [Group((row,)) for row in rows]
    apart = spaced(rows, anchor, worded)
    if apart is not None:
        return [Group(tuple(group)) for group in apart]
    return _by_space(rows, anchor, label)


def _tight(rows: Sequence[TextRow]) -> bool:
    """Whether the lines of a band stand no further apart than lines of one text."""
    return all(below.top - above.bottom < 1.2 * above.height for above, below in pairwise(rows))


def _by_space(rows: Sequence[TextRow], anchor: Anchor, label: Label) -> list[Group]:
    """Labels parted by the wider spaces between their lines; values go to the label beside."""
    lines = [row for row in rows if label(row)]
    steps = [low.middle - high.middle for high, low in pairwise(lines)]
    least = min(steps, default=0.0)
    blocks: list[list[TextRow]] = []
    for at, line in enumerate(lines):
        if at and steps[at - 1] <= least * _WIDER and least <= 1.6 * line.height:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    even = bool(steps) and max(steps) <= least * _WIDER
    edge = max((words.x1 for line in lines if (words := label(line))), default=0.0)
    loose = [row for row in rows if not label(row)]
    pieces: list[list[TextRow]] = []
    for block in blocks:
        inside = [row for row in loose if _beside(row, block)]
        crowded = sum(1 for row in [*block, *inside] if anchor(row)) > 1
        pieces += _unwrapped(block, label, anchor, edge) if crowded or even else [block]
    owners = [_owners(row, pieces) for row in loose]
    found: list[tuple[float, Group]] = []
    for at, piece in enumerate(pieces):
        beside = [row for row, owner in zip(loose, owners, strict=True) if owner == [at]]
        found += _rows_of(piece, beside, anchor, even)
    for row, owner in zip(loose, owners, strict=True):
        if len(owner) != 1:
            found.append((row.middle, Group((row,), "no label stands beside its values")))
    return [group for _, group in sorted(found, key=lambda item: item[0])]


def _owners(row: TextRow, labels: Sequence[Sequence[TextRow]]) -> list[int]:
    """The labels that a line without words of its own may belong to, by its height."""
    beside = [at for at, label in enumerate(labels) if _beside(row, label)]
    if beside:
        return beside
    away = sorted(
        (max(label[0].top - row.bottom, row.top - label[-1].bottom), at)
        for at, label in enumerate(labels)
    )
    near = [at for distance, at in away[:1] if distance < 0.6 * row.height]
    clear = len(away) < 2 or away[1][0] - away[0][0] > 2
    return near if clear else []


def _beside(row: TextRow, block: Sequence[TextRow]) -> bool:
    """Whether a line without a label stands at the height of a label."""
    reach = 0.4 * row.height
    return block[0].top - reach <= row.middle <= block[-1].bottom + reach


def _unwrapped(
    block: Sequence[TextRow], label: Label, anchor: Anchor, edge: float
) -> list[list[TextRow]]:
    """A block cut where a line cannot go on with the line above it.

    It cannot where its first word would have had room above, nor where one is bold and the other
    not.
    """
    parts = [[block[0]]]
    for above, below in pairwise(block):
        upper, lower = label(above), label(below)
        assert upper is not None and lower is not None
        word = lower.words[0]
        room = upper.x1 + 0.25 * (word.bottom - word.top) + (word.x1 - word.x0) < edge - 1
        if (room and not _goes_on(below)) or upper.bold != lower.bold:
            parts.append([below])
        else:
            parts[-1].append(below)
    return parts


def _rows_of(
    block: list[TextRow], beside: list[TextRow], anchor: Anchor, even: bool
) -> list[tuple[float, Group]]:
    """One label with the values beside it as rows of the table."""
    everything = sorted([*block, *beside], key=lambda row: row.middle)
    valued = [row for row in everything if anchor(row)]
    if len(valued) <= 1:
        unsure = bool(valued) and even and not all(_goes_on(row) for row in block[1:])
        return [(everything[0].middle, Group(tuple(everything), _EVEN if unsure else ""))]
    if len(valued) == len(block) and not beside:
        return [(row.middle, Group((row,))) for row in block]
    if not beside and anchor(block[0]):
        runs: list[list[TextRow]] = []
        for row in block:
            if anchor(row):
                runs.append([row])
            else:
                runs[-1].append(row)
        if all(_goes_on(row) for run in runs for row in run[1:]):
            return [(run[0].middle, Group(tuple(run))) for run in runs]
    return [(row.middle, Group((row,), _EVEN)) for row in valued]


def _goes_on(row: TextRow) -> bool:
    """Whether a label line goes on with the line above, by its first letter."""
    text = row.chunks[0].text
    return text.startswith("(") or text.lstrip("\"'“")[:1].islower()
