"""What a measure that the catalogue lacks is called in the store."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from briefing.ingest.measures.catalogue import named
from briefing.ingest.words.slugs import slug, unused
from briefing.model.published.measures import names


def new_slug(name: str, unit: str, kind: str, taken: Container[str]) -> str:
    """The slug of a new measure: that of the published measure of this name, else of its words.

    A measure that is published of all councils is found again by its slug, whatever its papers
    call it.

    Parameters
    ----------
    name, unit
        As the paper prints it.
    kind
        The measure type, where another measure of this name is counted over another time.
    taken
        Slugs of other measures.

    Examples
    --------
    >>> new_slug("Rate of children looked after per 10,000", "rate_per_10000", "", ())
    'rate-of-children-in-care'
    >>> new_slug("Percentage of lamps lit", "percent", "", ())
    'percent-lamps-lit'
    """
    published = "" if kind else _published().get((named(name)[1], unit), "")
    if published and published not in taken:
        return published
    words = "" if unit == "count" else f"{unit.replace('_', ' ')} "
    return unused(slug(f"{words}{named(name)[1]} {kind}", words=10), taken)


@cache
def _published() -> dict[tuple[str, str], str]:
    return {(named(name)[1], unit): indicator for indicator, unit, name in names()}
