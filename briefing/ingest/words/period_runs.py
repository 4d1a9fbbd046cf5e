"""A line of headings cut into periods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from briefing.model import Period

Reader = Callable[[str], Period | None]

#: The most words that one period is printed with.
_LONGEST = 7
#: The most ways to cut a line that are followed up at once.
_MOST_WAYS = 64


def runs(words: Sequence[str], read: Reader) -> list[Period]:
    """The periods of a line's words in order, by what ``read`` says of some words together."""
    found: list[Period] = []
    at = 0
    while at < len(words):
        cuts = _cuts(words, at, read)
        if not cuts:
            at += 1
            continue
        far = max(end for _, end in cuts)
        found += _settled([run for run, end in cuts if end == far])
        at = far
    return found


def _cuts(words: Sequence[str], at: int, read: Reader) -> list[tuple[list[Period], int]]:
    """Every way to cut the words from ``at`` into periods without a gap, with where it ends."""
    ways: list[tuple[list[Period], int]] = []
    frontier: list[tuple[list[Period], int]] = [([], at)]
    while frontier and len(frontier) < _MOST_WAYS:
        run, start = frontier.pop()
        steps = list(_steps(words, start, read))
        if run and not steps:
            ways.append((run, start))
        frontier += [([*run, period], end) for period, end in steps]
    return ways


def _steps(words: Sequence[str], start: int, read: Reader) -> Iterator[tuple[Period, int]]:
    for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
        period = read(" ".join(words[start:end]))
        if period and words[start:end][-1] not in ("-", "–", ":"):
            yield period, end


def _settled(ways: list[list[Period]]) -> list[Period]:
    """The one way to read a run, or the only one that keeps the order of time."""
    different = [way for at, way in enumerate(ways) if way not in ways[:at]]
    if len(different) == 1:
        return different[0]
    ordered = [way for way in different if _keeps_order(way)]
    return ordered[0] if len(ordered) == 1 else []


def _keeps_order(way: list[Period]) -> bool:
    pairs = list(pairwise(way))
    forward = all(a.start + a.length <= b.start for a, b in pairs)
    return forward or all(b.start + b.length <= a.start for a, b in pairs)
