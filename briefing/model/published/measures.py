"""The published measures that the kit knows, and how each is published."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from briefing.model.period import Period, british


@dataclass(frozen=True)
class Measure:
    """How a measure of the catalogue is published.

    ``code`` is its name in the source (``LAIT``, by ``Short Desc``; or a ``DfE`` file, by column
    and, behind a colon, the category of the row); with ``divisor`` it is the quotient of two
    published measures in percent. ``relation`` says whether the ``same`` thing is counted,
    something ``close``, or a ``part`` of a quotient. ``by_day`` is set for what is counted on
    31 March.
    """

    indicator: str
    source: str
    code: str
    divisor: str = ""
    relation: str = "same"
    unit: str = "count"
    by_day: bool = False
    publication: str = ""

    @property
    def cited(self) -> str:
        """The source and the name of the measure in it."""
        names = [self.code.partition(":")[0], self.divisor]
        return f"{self.source} {' and '.join(filter(None, names))}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The names in the source of all that it is worked out from."""
        return (self.code, self.divisor) if self.divisor else (self.code,)

    def period(self, year: int) -> Period:
        """The period that a year's value is of: that March, or the year that ends with it."""
        if self.by_day:
            return Period(f"{year}-03")
        return Period(f"{year - 1}/{year % 100:02d}", "financial")

    def when(self, period: Period) -> str:
        """A period of it in words: ``at 31 March 2023``, ``for 2022/23``."""
        if self.by_day and period.code.endswith("-03"):
            return f"at {british(date(int(period.code[:4]), 3, 31))}"
        return f"for {period.label}"


@cache
def measures() -> tuple[Measure, ...]:
    """The published measures that the kit knows, from ``measures.csv`` beside this file."""
    text = files(__package__).joinpath("measures.csv").read_text(encoding="utf-8")
    return tuple(
        Measure(
            indicator=row["indicator"],
            source=row["source"],
            code=row["measure"],
            divisor=row["divisor"],
            relation=row["relation"],
            unit=row["unit"],
            by_day=row["span"] == "day",
            publication=row["publication"],
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def of_source(source: str) -> dict[str, Measure]:
    """The measures that are read from a source as they stand there, by their names in it."""
    return {m.code: m for m in measures() if m.source == source and not m.divisor}


@cache
def names() -> tuple[tuple[str, str, str], ...]:
    """Names that papers give to published measures: indicator, unit, name (``names.csv``)."""
    text = files(__package__).joinpath("names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple((row["indicator"], row["unit"], row["name"]) for row in rows)
