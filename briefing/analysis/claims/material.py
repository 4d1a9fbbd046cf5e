"""What the reading of claims starts from, and what they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefing.model import Citation, Period, Series
from briefing.model.trend import Comparator


@dataclass(frozen=True)
class Passage:
    """A sentence of the papers; ``previous`` is the one before it in the same paragraph.

    ``published`` is the day that the paper came out: a month without a year is the latest such
    month that had ended or begun by then.
    """

    id: str
    text: str
    item_number: str = ""
    section: str = ""
    citation: Citation | None = None
    published: date | None = None
    previous: str = ""


@dataclass(frozen=True)
class Measure:
    """An indicator as the papers may name it; ``definition`` adds words that may stand beside."""

    indicator: str
    name: str
    aliases: tuple[str, ...] = ()
    unit: str = "count"
    polarity: str = "neutral"
    definition: str = ""


@dataclass(frozen=True)
class Record:
    """What the tables of the papers print.

    Parameters
    ----------
    series
        Every series, with its targets.
    comparators
        Of each indicator, the comparator columns.
    published
        The day that the papers came out; periods that begin after it are left out.
    """

    series: tuple[Series, ...]
    comparators: Mapping[str, tuple[Comparator, ...]] = field(default_factory=dict)
    published: date | None = None

    def of(self, indicator: str) -> tuple[Series, ...]:
        """The series of one indicator that are of the whole and not of a part."""
        return tuple(
            s for s in self.series if s.indicator.indicator == indicator and not s.breakdown
        )

    @property
    def latest(self) -> Period | None:
        """The month of the publication."""
        if self.published is None:
            return None
        return Period(f"{self.published.year:04d}-{self.published.month:02d}")
