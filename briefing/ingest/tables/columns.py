"""Columns of a table from where its headings and cells stand, and from upright rules.

Two chunks of one row are never in one column; chunks of different rows that share any width are,
unless something between says otherwise. A chunk that would join two columns which some row holds
apart spans them, and is of neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.ingest.page import Box
from briefing.ingest.tables.chunks import Chunk
from briefing.ingest.tables.headings import meaning

#: Overlap in points below which two chunks do not share width.
_TOUCH = 0.5
#: Points within which two edges are aligned.
_ALIGNED = 2.5


@dataclass
class _Cluster:
    x0: float
    x1: float
    rows: set[int] = field(default_factory=set)
    head: tuple[float, float] | None = None
    fills: tuple[tuple[float, float], ...] = ()
    figures: bool = True

    @property
    def headed(self) -> bool:
        return self.head is not None

    @property
    def filled(self) -> bool:
        return bool(self.fills)

    def add(self, other: _Cluster) -> None:
        self.x0, self.x1 = min(self.x0, other.x0), max(self.x1, other.x1)
        self.rows |= other.rows
        self.head = self.head or other.head
        self.fills += other.fills
        self.figures = self.figures and other.figures


@dataclass(frozen=True)
class Columns:
    """Intervals from the left that do not overlap, and the places of rules between them.

    ``unsure`` names columns of which it is not certain that they are not one with a neighbour:
    what stands there may be of any of the columns given.
    """

    edges: tuple[tuple[float, float], ...]
    bars: tuple[Box, ...] = ()
    unsure: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def of(self, x0: float, x1: float, middle: float | None = None) -> tuple[int, ...]:
        """The columns that a run from ``x0`` to ``x1`` lies in; several where it spans them.

        ``middle`` is the height at which it stands: where the rules that part columns elsewhere
        are missing at that height, all the columns that are thrown together there are given.
        """
        inside = [
            at
            for at, (left, right) in enumerate(self.edges)
            if x0 < right - _TOUCH and x1 > left + _TOUCH
        ]
        if middle is not None and len(inside) == 1:
            inside = self._thrown_together(inside[0], middle)
        for at, others in self.unsure:
            if inside == [at]:
                return others
        return tuple(inside)

    def _thrown_together(self, at: int, middle: float) -> list[int]:
        first = last = at
        while first > 0 and self._open(first - 1, middle):
            first -= 1
        while last < len(self.edges) - 1 and self._open(last, middle):
            last += 1
        return list(range(first, last + 1))

    def _open(self, left: int, middle: float) -> bool:
        """Whether the rule behind a column is missing at a height, though printed elsewhere."""
        low, high = self.edges[left][1], self.edges[left + 1][0]
        between = [bar for bar in self.bars if low - 1.5 <= bar.x0 <= high + 1.5]
        return bool(between) and not any(bar.top - 1 <= middle <= bar.bottom + 1 for bar in between)


def columns(
    heads: Sequence[Chunk], body: Iterable[tuple[int, Chunk]], bars: Sequence[Box]
) -> Columns:
    """The columns of a table.

    Parameters
    ----------
    heads
        The chunks of its lowest row of headings.
    body
        Chunks of its rows, each with the number of its row.
    bars
        The upright rules inside the table.
    """
    places = _places(bars)
    clusters: list[_Cluster] = []
    for chunk in sorted(heads, key=lambda chunk: chunk.width):
        kind = meaning(chunk.text).kind
        head = _Cluster(chunk.x0, chunk.x1, {-1}, head=(chunk.x0, chunk.x1))
        head.figures = kind not in ("rag", "direction")
        _place(clusters, head, places)
    for row, chunk in sorted(body, key=lambda item: item[1].width):
        _place(clusters, _Cluster(chunk.x0, chunk.x1, {row}, fills=((chunk.x0, chunk.x1),)), places)
    clusters = _within_rules(sorted(clusters, key=lambda one: one.x0), places)
    clusters, unsure = _strays(clusters, places)
    return Columns(tuple((one.x0, one.x1) for one in clusters), tuple(bars), unsure)


def _places(bars: Sequence[Box]) -> list[float]:
    """Where upright rules stand, each place once."""
    found: list[float] = []
    for x in sorted((bar.x0 + bar.x1) / 2 for bar in bars):
        if not found or x - found[-1] > 2.5:
            found.append(x)
    return found


def _parted(left: _Cluster, right: _Cluster, places: Sequence[float]) -> bool:
    """Whether a rule stands between two clusters."""
    low, high = sorted(((left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2))
    return any(low < place < high for place in places)


def _place(clusters: list[_Cluster], new: _Cluster, places: Sequence[float]) -> None:
    """Add a chunk to the cluster that it shares width with, or make a new one."""
    near = [one for one in clusters if new.x0 < one.x1 - _TOUCH and new.x1 > one.x0 + _TOUCH]
    for at, one in enumerate(near):
        for other in near[at + 1 :]:
            if one.rows & other.rows or _parted(one, other, places):
                return
    for one in near:
        clusters.remove(one)
        new.add(one)
    clusters.append(new)


def _within_rules(clusters: list[_Cluster], places: Sequence[float]) -> list[_Cluster]:
    """Join what two neighbouring rules enclose, where no row holds it apart."""
    if len(places) < 3:
        return clusters
    joined: list[_Cluster] = []
    for one in clusters:
        before = joined[-1] if joined else None
        enclosed = (
            before is not None
            and places[0] < (before.x0 + before.x1) / 2
            and (one.x0 + one.x1) / 2 < places[-1]
            and not _parted(before, one, places)
        )
        if before is not None and enclosed and not before.rows & one.rows:
            before.add(one)
        else:
            joined.append(one)
    return joined


def _strays(
    clusters: list[_Cluster], places: Sequence[float]
) -> tuple[list[_Cluster], tuple[tuple[int, tuple[int, ...]], ...]]:
    """Pair headings with values that stand beside, not under, them; name what stays unsure."""

    def may_join(left: int, right: int) -> bool:
        if not (0 <= left < right < len(clusters)):
            return False
        one, other = clusters[left], clusters[right]
        return (
            not one.rows & other.rows
            and not _parted(one, other, places)
            and not (one.headed and other.headed)
        )

    if _aligned(clusters[1:]):
        return clusters, ()
    loose = [at for at, one in enumerate(clusters) if at and one.filled and not one.headed]
    empty = [at for at, one in enumerate(clusters) if one.headed and not one.filled and one.figures]
    for step in (-1, 1):
        pairs = {at: at + step for at in loose if at + step in empty}
        other_way = any(at - step in empty and at - step not in pairs.values() for at in loose)
        whole = pairs and len(pairs) == len(loose) == len(empty) and not other_way
        if whole and all(may_join(*sorted(pair)) for pair in pairs.items()):
            return _joined(clusters, pairs), ()
    unsure = []
    for at in loose:
        near = [
            other
            for other in (at - 1, at + 1)
            if may_join(*sorted((at, other))) and clusters[other].headed and clusters[other].figures
        ]
        if near:
            unsure.append((at, tuple(sorted([at, *near]))))
    return clusters, tuple(unsure)


def _aligned(clusters: Sequence[_Cluster]) -> bool:
    """Whether nearly all values under a heading share its left edge, right edge or middle."""
    pairs = [(one.head, fill) for one in clusters if one.head for fill in one.fills]
    if sum(1 for one in clusters if one.headed and one.filled) < 2:
        return False
    left = sum(abs(head[0] - fill[0]) < _ALIGNED for head, fill in pairs)
    right = sum(abs(head[1] - fill[1]) < _ALIGNED for head, fill in pairs)
    middle = sum(abs(sum(head) - sum(fill)) / 2 < _ALIGNED for head, fill in pairs)
    return max(left, right, middle) >= 0.8 * len(pairs)


def _joined(clusters: list[_Cluster], pairs: dict[int, int]) -> list[_Cluster]:
    gone = set(pairs.values())
    kept = []
    for at, one in enumerate(clusters):
        if at in gone:
            continue
        if at in pairs:
            one.add(clusters[pairs[at]])
        kept.append(one)
    return kept
