"""Published figures: by measure, area and year, each with the day from which it was public."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files

from briefing.model import Period
from briefing.model.period import british

#: Area -> year in whose March it ends -> value.
ByArea = Mapping[str, Mapping[int, Decimal]]

NATION = "England"
_COMPASS = ("North", "South", "East", "West")

#: A figure whose release is not known counts as public so long after the end of its year.
LATE = timedelta(days=366)


@dataclass(frozen=True)
class Measure:
    """How a measure of the catalogue is published.

    ``code`` is its name in the source (``LAIT``, by ``Short Desc``; or a ``DfE`` file, by column
    and, behind ``@``, the category of the row); with ``divisor`` it is the quotient of two
    published measures in percent. ``same`` says whether the same thing is counted, or something
    close. ``by_day`` is set for what is counted on 31 March.
    """

    indicator: str
    source: str
    code: str
    divisor: str
    same: bool
    by_day: bool
    publication: str

    @property
    def cited(self) -> str:
        """The source and the name of the measure in it."""
        names = [self.code.partition("@")[0], self.divisor]
        return f"{self.source} {' and '.join(filter(None, names))}"

    def period(self, year: int) -> str:
        """The period that a year's value is of: that March, or the year that ends with it."""
        return f"{year}-03" if self.by_day else f"{year - 1}/{year % 100:02d}"

    def when(self, year: int) -> str:
        """The period in words."""
        if self.by_day:
            return f"at {british(date(year, 3, 31))}"
        return f"for {Period(self.period(year)).label}"


@cache
def measures() -> tuple[Measure, ...]:
    """The published measures that the kit knows, from ``measures.csv`` beside this file."""
    text = files(__package__).joinpath("measures.csv").read_text(encoding="utf-8")
    return tuple(
        Measure(
            row["indicator"],
            row["source"],
            row["measure"],
            row["divisor"],
            row["relation"] == "same",
            row["span"] == "day",
            row["publication"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def codes(source: str) -> tuple[str, ...]:
    """The names of the measures that are read from a source."""
    found = ((m.code, m.divisor) for m in measures() if m.source == source)
    return tuple(dict.fromkeys(code for pair in found for code in pair if code))


@dataclass(frozen=True)
class Neighbours:
    """Sets of statistical neighbours: authority's number -> numbers of its neighbours."""

    published: date
    sets: Mapping[int, tuple[int, ...]]

    @property
    def name(self) -> str:
        """The set by its month: ``statistical neighbours of May 2025``."""
        return f"statistical neighbours of {british(self.published).partition(' ')[2]}"


@dataclass(frozen=True)
class Published:
    """What the published files hold.

    Parameters
    ----------
    values
        Source and code of a measure -> area -> year -> value.
    regions
        Authority -> the region that it lies in.
    numbers
        Number of an authority -> its name.
    updated
        Source and code of a measure -> the day on which its latest year came out.
    """

    values: Mapping[tuple[str, str], ByArea] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    updated: Mapping[tuple[str, str], date] = field(default_factory=dict)
    neighbours: Neighbours | None = None

    def of(self, measure: Measure, area: str) -> dict[int, Decimal]:
        """The values of a measure in an area, by year; quotients in percent to one decimal."""
        top = self.values.get((measure.source, measure.code), {}).get(area, {})
        if not measure.divisor:
            step = Decimal(1).scaleb(-self.places(measure))
            return {year: value.quantize(step) for year, value in top.items()}
        under = self.values.get((measure.source, measure.divisor), {}).get(area, {})
        return {
            year: (100 * value / under[year]).quantize(Decimal("0.1"), ROUND_HALF_UP)
            for year, value in top.items()
            if under.get(year)
        }

    def of_neighbours(self, measure: Measure, authority: str) -> dict[int, Decimal]:
        """The plain average of the authority's neighbours, of years that all of them have."""
        number = next((n for n, name in self.numbers.items() if name == authority), None)
        chosen = self.neighbours.sets.get(number, ()) if self.neighbours and number else ()
        series = [self.of(measure, self.numbers.get(n, "")) for n in chosen]
        years = set.intersection(*(set(one) for one in series)) if series else set()
        step = Decimal(1).scaleb(-self.places(measure))
        return {
            year: (sum((one[year] for one in series), Decimal()) / len(series)).quantize(
                step, ROUND_HALF_UP
            )
            for year in sorted(years)
        }

    def places(self, measure: Measure) -> int:
        """The decimals that a measure is published with."""
        if measure.divisor:
            return 1
        every = self.values.get((measure.source, measure.code), {})
        return max((decimals(v) for years in every.values() for v in years.values()), default=0)

    def public_from(self, measure: Measure, year: int) -> date:
        """The day from which a year's value was public.

        Years come out in the month of the latest one, a year apart. Where the day of the latest
        is not known, a year after the end of the year: later than any that has been seen.
        """
        key = (measure.source, measure.code)
        updated = self.updated.get(key)
        years = [year for area in self.values.get(key, {}).values() for year in area]
        if updated is None or not years:
            return date(year, 3, 31) + LATE
        return updated.replace(year=updated.year - (max(years) - year), day=min(updated.day, 28))

    def authority(self, council: str) -> str:
        """The area that a council governs, from its name; blank where none fits.

        Examples
        --------
        >>> Published(regions={"Westmoor": "North"}).authority("Westmoor City Council")
        'Westmoor'
        """
        found = [area for area in self.regions if f" {_short(area)} " in f" {_words(council)} "]
        return max(found, key=len, default="")

    def called(self, area: str) -> str:
        """An area as a sentence names it: regions of a compass point have an article."""
        regional = area in self.regions.values()
        return f"the {area}" if regional and area.startswith(_COMPASS) else area

    def areas(self, authority: str) -> Iterator[tuple[str, str]]:
        """Comparator and name of each area that is compared with an authority."""
        yield "own", authority
        if region := self.regions.get(authority):
            yield "region", region
        yield "england", NATION


def decimals(value: Decimal) -> int:
    """The number of decimals that a value is written with."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _words(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("&", "and").split())


def _short(area: str) -> str:
    """The words of an area's name before a comma: ``Bristol, City of`` is Bristol."""
    return _words(area.partition(",")[0])
