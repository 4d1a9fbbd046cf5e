"""Per how many a rate is, where its row does not say: as another rate of its table shows.

A number and its rate stand one under the other, and their quotient is the population. Where another
row of the table names its rate as per 10,000 or per 1,000, the population of its pair is known; a
pair with the same population has a rate per as many, since per any other number it would be ten
times off. That is shown in every period, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from briefing.ingest.measures.catalogue import named
from briefing.ingest.measures.units import RATES, Units, units_of
from briefing.ingest.parts import PrintedTable, TableRow

#: Periods that two pairs share at least, and different numbers in each pair.
SHARED, DIFFERENT = 8, 5
#: The most by which two populations differ and are still the same, for rounding and slips.
NEAR = Decimal("0.1")

#: Column of a period -> a number for each one of its rate.
_Quotients = dict[int, Decimal]


def rate_by_population(row: TableRow, table: PrintedTable, units: Units) -> Units:
    """The units that a rate may have: the one that another rate of the table tells, else all."""
    own = _quotients(row, table) if len(units & RATES) > 1 else {}
    told = {
        unit
        for other in table.rows
        if own and other is not row and len(found := units_of(other, table)) == 1
        for unit in found & RATES
        if _same(own, _quotients(other, table))
    }
    return frozenset(told) if len(told) == 1 else units


def _quotients(row: TableRow, table: PrintedTable) -> _Quotients:
    """The number above a rate divided by it; empty where no number of the same stands there."""
    above = next((upper for upper, lower in pairwise(table.rows) if lower is row), None)
    if above is None or units_of(above, table) != {"count"} or not _alike(above, row):
        return {}
    counts = dict(_values(above))
    found = {at: counts[at] / rate for at, rate in _values(row) if at in counts and rate}
    return found if len({counts[at] for at in found}) >= DIFFERENT else {}


def _alike(number: TableRow, rate: TableRow) -> bool:
    """Whether a number and a rate are of the same: the one's words are for the most the other's."""
    counted, rated = (set(named(row.label)[1].split()) for row in (number, rate))
    both = len(counted & rated)
    return both > 1 and 3 * both >= 2 * min(len(counted), len(rated))


def _same(one: _Quotients, other: _Quotients) -> bool:
    shared = one.keys() & other.keys()
    return len(shared) >= SHARED and all(abs(one[at] / other[at] - 1) <= NEAR for at in shared)


def _values(row: TableRow) -> Iterator[tuple[int, Decimal]]:
    for cell in row.cells:
        if cell.status == "stated" and cell.column is not None and cell.value is not None:
            yield cell.column, cell.value
