"""What columns hold by their headings, the bands over these and the year in the table's title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.ingest.tables.headings import Meaning, is_unit, meaning
from briefing.ingest.words.periods import bare, complete, period_of


def dated(headings: Sequence[str], bands: Sequence[str], title: str) -> list[Meaning]:
    """The meaning of each column; a month or quarter without a year is a period not known."""
    said = [Meaning("period") if bare(heading) else meaning(heading) for heading in headings]
    for band, run in groupby(range(len(headings)), key=lambda at: bands[at]):
        places = list(run)
        if band:
            _under(band, places, headings, said)
    _by_year(said, headings, title)
    return said


def _under(band: str, places: Sequence[int], headings: Sequence[str], said: list[Meaning]) -> None:
    """Give the columns under one band the period that it names."""
    unfinished = [at for at in places if said[at].kind == "period" and not said[at].period]
    bares = [at for at in unfinished if bare(headings[at])]
    for at, period in zip(bares, complete([headings[at] for at in bares], band), strict=True):
        said[at] = replace(said[at], period=period)
    whole = period_of(band)
    for at in places:
        if whole is None or at in bares:
            continue
        if not headings[at].strip() or is_unit(headings[at]):
            said[at] = Meaning("period", whole)
        elif said[at].latest or said[at].kind in ("target", "floor", "comparator"):
            said[at] = replace(said[at], period=said[at].period or whole)


def _by_year(said: list[Meaning], headings: Sequence[str], title: str) -> None:
    """Complete months and quarters without a year by their neighbours, or by the title."""
    places = [at for at, one in enumerate(said) if one.kind == "period" and not one.latest]
    if not any(bare(headings[at]) and said[at].period is None for at in places):
        return
    texts = [headings[at] for at in places]
    known = any(said[at].period for at in places)
    given = complete(texts, "" if known else title)
    for at, period in zip(places, given, strict=True):
        said[at] = replace(said[at], period=said[at].period or period)
