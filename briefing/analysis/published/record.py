"""What a check of one comparator value says."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analysis.rows import Row
from briefing.model import Figure, Period, Sentence

#: Whose value a comparator is, in words.
_WHOSE = {
    "own": "the council's own",
    "statistical_neighbours": "statistical neighbours",
    "region": "the region",
    "england": "England",
    "unknown": "not known whose",
}


@dataclass(frozen=True)
class Newer:
    """A newer published value of the same measure and area: the newest, and when it was public."""

    figure: Figure
    period: Period
    release: str
    published: str


@dataclass(frozen=True)
class Sets:
    """Two sets of statistical neighbours, and a council's average of one measure with each.

    ``known`` is set where the value is known to be of the first set: the papers name it, or the
    value is its average. Else the first is the set that was in force when the papers came out.
    """

    then: str
    later: str
    average: Figure
    later_average: Figure
    known: bool

    @property
    def moved(self) -> bool:
        """Whether the averages differ."""
        return self.average.value != self.later_average.value


@dataclass(frozen=True)
class ComparatorCheck:
    """One value of a comparator column, held against published values.

    Parameters
    ----------
    row
        The row of the table of benchmarks.
    comparator
        Whose value it is taken for: as its own row says, else as others of its column show.
    printed
        The value as the papers print it.
    year
        Whether the published value of it is known: ``exact``, only the ``nearest``, which may
        have been revised since, or ``cannot_tell``.
    found
        The published value that it is, or that is nearest.
    sure
        Whether its year is certain. A value that only lies near one may be of another year.
    period, release
        When that is of, and the release that it came out with.
    newer
        The newest value of the same measure and area that was public; None where there is none
        newer, or where that cannot be told because the year is not known.
    neighbour_set
        The set of statistical neighbours that it is of; blank where that is not known.
    sets
        That set and a later one; None where there is none, or their values are not on record.
    working
        What was found, in words.
    """

    row: Row
    comparator: str
    printed: Figure
    year: str
    working: Sentence
    found: Figure | None = None
    sure: bool = False
    period: Period | None = None
    release: str = ""
    newer: Newer | None = None
    neighbour_set: str = ""
    sets: Sets | None = None

    @property
    def whose(self) -> str:
        """Whose value it is, with a word of doubt where the papers do not name the column."""
        sure = self.row["identification"] in ("named", "confirmed") or self.comparator == "unknown"
        return _WHOSE[self.comparator] + ("" if sure else " as it appears")

    @property
    def is_newer_out(self) -> str:
        """``yes``, ``no``, or ``cannot_tell`` where its own year is not known."""
        if self.newer is not None:
            return "yes"
        return "no" if self.sure else "cannot_tell"

    @property
    def months_behind(self) -> int:
        """Months from the end of its period to that of the newest that was public."""
        if self.newer is None or self.period is None:
            return 0
        return self.period.months_to(self.newer.period)

    @property
    def later_set(self) -> str:
        """``same`` or ``moved``: the average with a later set of neighbours.

        Blank for other comparators; ``cannot_tell`` where there is no second set to hold it to.
        """
        if self.comparator != "statistical_neighbours":
            return ""
        if self.sets is None:
            return "cannot_tell"
        return "moved" if self.sets.moved else "same"

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of the store that it rests on, its own first."""
        averages = (self.sets.average, self.sets.later_average) if self.sets else ()
        newer = (self.newer.figure,) if self.newer else ()
        found = (self.found,) if self.found else ()
        figures = (self.printed, *found, *newer, *averages)
        return tuple(dict.fromkeys(row for figure in figures for row in figure.rows))
