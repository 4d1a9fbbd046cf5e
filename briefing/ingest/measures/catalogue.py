"""The catalogue of measures by name, and names compared as printing leaves them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from briefing.ingest.measures.units import ANY, Units

CatalogueRow = Mapping[str, str]
#: Indicators with the likeness of their names, from 0 to 100, the likeliest first.
Suggestions = tuple[tuple[str, float], ...]

#: The least likeness of two names that is suggested, out of 100, and how many are.
LIKE, SUGGESTED = 55, 3

_HEAD = (
    (r"(%|%age|percentages?|per ?cent|proportion|share)( of)?", "percent"),
    (r"(average|mean)( numbers?( of)?)?", "average"),
    (r"(numbers?|no|count|#)( of)?", "count"),
    (r"rates?( of)?", "rate"),
)
_TAIL = re.compile(
    r"[ ,]*\(?\b(number|no|count|percentage|per ?cent|rate(?: per 1[0, ]*)?|per 1[0, ]*)\)?$"
    r"|[ ,]*\(?(%|#)\)?$"
)


def plain(name: str) -> str:
    """A name without what printing adds: case, spaces, dashes, apostrophes, a last full stop."""
    text = re.sub(r"['‘’`´]", "", name.lower()).replace("&", " and ")
    text = re.sub(r"[\u2010-\u2015\-_/]", " ", text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return " ".join(re.sub(r"[\"“”:;*†‡]|\.$|\.(?= |$)", " ", text).split())


def named(name: str) -> tuple[str, str]:
    """A name in one form, and what it is of without the words for its unit.

    Examples
    --------
    >>> named("No. of re-referrals")
    ('count of re referrals', 're referrals')
    >>> named("Number of re–referrals") == named("No. of re-referrals")
    True
    """
    whole = plain(name)
    for words, unit in _HEAD:
        if found := re.match(rf"(?:the )?{words}(?= |$) ?", whole):
            whole = f"{unit} of {whole[found.end() :]}"
            break
    rest = re.sub(r"^(percent|average|count|rate) of ", "", whole)
    return whole, _TAIL.sub("", rest).strip()


class Catalogue:
    """The catalogue by name: an indicator's own name and every alias."""

    def __init__(self, rows: Iterable[CatalogueRow]) -> None:
        self.rows = {row["indicator"]: row for row in rows}
        self.whole: dict[str, set[str]] = defaultdict(set)
        self.rest: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, list[str]] = {}
        for indicator, row in self.rows.items():
            names = [row["name"], *filter(None, row.get("aliases", "").split("|"))]
            self.names[indicator] = [plain(name) for name in names]
            for name in names:
                whole, rest = named(name)
                self.whole[whole].add(indicator)
                self.rest[rest].add(indicator)

    def unit(self, indicator: str) -> str:
        """The unit of a measure."""
        return self.rows[indicator]["unit"]

    def by_name(self, name: str, units: Units) -> set[str]:
        """Measures of this name whose unit is one of those; none where the unit cannot be told."""
        whole, rest = named(name)
        same = {i for i in self.rest.get(rest, ()) if self.unit(i) in units}
        exact = {i for i in self.whole.get(whole, ()) if self.unit(i) in units}
        if len(units) == 1:
            return exact or same
        return exact if len({self.unit(i) for i in exact | same}) == 1 else set()

    def suggest(self, name: str, units: Units = ANY) -> Suggestions:
        """The measures whose names are most like one; those of no such unit are left out."""
        wanted = plain(name)
        scores = {
            indicator: max(fuzz.token_sort_ratio(wanted, n) for n in names)
            for indicator, names in self.names.items()
            if self.unit(indicator) in (units or ANY)
        }
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:SUGGESTED]
        return tuple((indicator, round(score, 1)) for indicator, score in best if score >= LIKE)
