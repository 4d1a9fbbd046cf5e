"""The comparator columns of a printed table as records, each with its year and neighbour set."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.rows import Cite, Row, decimal, period, row_id
from briefing.model import Figure, Series
from briefing.model.trend import Comparator

#: How a comparator is called in a sentence.
NAMES = {
    "own": "the council's own published figure",
    "statistical_neighbours": "statistical neighbours",
    "region": "the region",
    "england": "England",
    "unknown": "a comparator that the papers do not name",
}


def read_comparators(rows: Iterable[Row], series: Series, cite: Cite) -> tuple[Comparator, ...]:
    """The comparators of a series' meeting, table and indicator, in the order of their columns.

    A column whose owner is not known is kept and called so by :func:`name_of`; a column without a
    value is no comparator. A series that is one part of a breakdown has none.

    Parameters
    ----------
    rows
        Rows of the table of benchmarks; those of other series are passed over.
    cite
        Maps a row to the place it was read from.
    """
    if series.breakdown or not series.indicator.indicator:
        return ()
    place = (series.meeting, series.table, series.indicator.indicator)
    found = [r for r in rows if (r["meeting"], r["table"], r["indicator"]) == place and r["value"]]
    found.sort(key=lambda r: int(r["column_position"]))
    return tuple(_comparator(row, series, cite) for row in found)


def _comparator(row: Row, series: Series, cite: Cite) -> Comparator:
    time = period(row)
    return Comparator(
        comparator=row["comparator"],
        identification=row["identification"],
        figure=Figure(
            decimal(row),
            series.indicator.unit,
            time,
            cite(row),
            row["raw"],
            row_id("benchmarks", row),
        ),
        period=time,
        neighbour_set=row["neighbour_set"],
        release=row["release"],
        evidence=row.get("identification_evidence", ""),
    )


def name_of(comparator: Comparator) -> str:
    """What a comparator is called, with a word of doubt where its owner was only inferred."""
    name = NAMES[comparator.comparator]
    if comparator.identification == "proposed" and comparator.comparator != "unknown":
        return f"{name} (as it appears: the papers do not name the column)"
    return name


def standing(value: Figure, comparator: Comparator, polarity: str) -> str:
    """How a value stands beside a comparator by the polarity of its indicator.

    Returns
    -------
    str
        ``better``, ``worse`` or ``level`` for an indicator whose good side is known; ``higher``,
        ``lower`` or ``level`` for a neutral one; blank when the comparator's owner is unknown or
        the units differ.
    """
    other = comparator.figure
    if comparator.comparator == "unknown" or value.unit != other.unit:
        return ""
    if value.value == other.value:
        return "level"
    higher = value.value > other.value
    if polarity == "neutral":
        return "higher" if higher else "lower"
    return "better" if higher == (polarity == "high") else "worse"
