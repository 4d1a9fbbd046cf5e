"""Two issues of one table: the rows that both print, the later beside the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.analysis.disagreements.disagreement import Disagreement
from briefing.model import Figure, Sentence, Series, compose, derive

#: A table of which more rows than this changed alike is told once, with one row as the example.
_ALIKE = 3

_Key = tuple[str, str]


@dataclass(frozen=True)
class Both:
    """One measure as the earlier papers printed it in a table, and as these do."""

    then: Series
    now: Series

    @property
    def figures(self) -> tuple[Figure, Figure]:
        """The latest known figure of each, to say where it is printed."""
        then, now = (list(series.figures.values())[-1] for series in (self.then, self.now))
        return then, now


def in_both(earlier: Iterable[Series], later: Iterable[Series]) -> tuple[Both, ...]:
    """The measures of the catalogue that both papers print over time in a table of one name.

    Parts of a breakdown, rows of running text and second-hand summaries are left out.
    """
    then = {_key(s): s for s in reversed(tuple(earlier)) if _is_row(s)}
    found: dict[_Key, Both] = {}
    for series in later:
        key = _key(series)
        if _is_row(series) and key in then:
            found.setdefault(key, Both(then[key], series))
    return tuple(found.values())


def _key(series: Series) -> _Key:
    return series.table, series.indicator.indicator


def _is_row(series: Series) -> bool:
    return bool(
        series.table
        and series.indicator.indicator
        and not series.breakdown
        and not series.second_hand
        and len(series.known) > 1
    )


@dataclass(frozen=True)
class Change:
    """One row of a table that changed; ``column`` tells what of it, for rows that changed alike.

    ``alike`` says it of all of them: with ``{rows}``, ``{table}`` and ``{example}``.
    """

    kind: str
    table: str
    column: str
    left: Figure
    right: Figure
    working: Sentence
    alike: str


def told(changes: Sequence[Change]) -> Iterator[Disagreement]:
    """Every change; where many rows of a table changed alike, all of them as one."""
    groups: dict[tuple[str, str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.kind, change.table, change.column), []).append(change)
    for group in groups.values():
        if len(group) <= _ALIKE:
            yield from (Disagreement(c.kind, c.left, c.right, c.working) for c in group)
            continue
        first = group[0]
        rows = derive(len(group), "rows that changed alike", *(c.left for c in group))
        working = compose(first.alike, rows=rows, table=first.table, example=first.working)
        yield Disagreement(first.kind, first.left, first.right, working)
