"""Evidence of the same series printed elsewhere: in another table, or in an earlier paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefing.ingest.placing.names import alike, same
from briefing.ingest.placing.rows import OpenRow, Way, rows_with_values
from briefing.model import Period

_FEWEST_EQUAL = 3
_FEWEST_BESIDE_ONE = 5
_FEW_REVISED = 2


@dataclass(frozen=True)
class Printed:
    """A series as printed somewhere else; ``place`` says where in words."""

    name: str
    unit: str
    values: Mapping[Period, Decimal]
    place: str


@dataclass(frozen=True)
class _Fit:
    """How a way agrees with a series; ``unlike`` are shared periods with another figure."""

    equal: tuple[Period, ...]
    unlike: tuple[Period, ...]


def by_series(row: OpenRow, printed: Iterable[Printed]) -> bool:
    """Narrow a row to the one way in which it agrees with the same series elsewhere.

    A way that fills every period which both have goes before one that leaves such a period empty;
    the latter counts only where the former would take several revised figures.
    """
    return any([_narrow(row, series) for series in printed if _may_be(row, series)])


def printed_in(rows: Sequence[OpenRow], place: str) -> list[Printed]:
    """The series of a table, as far as they are known."""
    return [
        Printed(row.row.label, _unit(row), values, place) for row, values in rows_with_values(rows)
    ]


def _unit(row: OpenRow) -> str:
    return next((cell.unit for cell in row.cells if cell.unit), row.row.unit or row.table.unit)


def _may_be(row: OpenRow, series: Printed) -> bool:
    if row.settled or not (same(row.row.label, series.name) or alike(row.row.label, series.name)):
        return False
    own = _unit(row)
    return not (own and series.unit) or own == series.unit


def _narrow(row: OpenRow, series: Printed) -> bool:
    strict = not same(row.row.label, series.name)
    columns = row.table.columns
    printed = {period for column in columns if (period := column.period)} & series.values.keys()
    fits: dict[Way, _Fit] = {}
    gaps: dict[Way, _Fit] = {}
    for way in row.ways:
        values = row.values(way)
        fit = _fit(values, series.values)
        if fit and (len(fit.equal) >= _FEWEST_BESIDE_ONE or not (strict or fit.unlike)):
            (fits if printed <= values.keys() else gaps)[way] = fit
    agreeing = fits or ({} if _nearly_full(row, series, printed) else gaps)
    readings = {tuple(sorted(row.values(way).items())) for way in agreeing}
    if len(readings) != 1:
        return False
    fit = next(iter(agreeing.values()))
    why = (
        f"{series.place} prints the same series: only with the empty column so placed are the"
        f" figures of {_spoken(fit.equal)} those printed there"
    )
    if fit.unlike:
        why += f"; {fit.unlike[0].label}, the latest period that both have, differs"
    return row.narrow(lambda way: way in agreeing, why, outside=True)


def _nearly_full(row: OpenRow, series: Printed, printed: set[Period]) -> bool:
    """Whether a way that fills every shared period differs in few of them, perhaps revised."""
    for way in row.ways:
        values = row.values(way)
        if printed <= values.keys():
            unlike = sum(values[period] != series.values[period] for period in printed)
            if unlike <= _FEW_REVISED:
                return True
    return False


def _fit(values: Mapping[Period, Decimal], series: Mapping[Period, Decimal]) -> _Fit | None:
    """How values agree; None where it is not enough to be more than chance.

    All shared periods agree; or all but the latest, which is often revised in the next paper.
    """
    shared = sorted(values.keys() & series.keys())
    equal = tuple(period for period in shared if values[period] == series[period])
    unlike = tuple(period for period in shared if values[period] != series[period])
    if len({values[period] for period in equal}) < 2 or (unlike and unlike != (shared[-1],)):
        return None
    enough = _FEWEST_BESIDE_ONE if unlike else _FEWEST_EQUAL
    return _Fit(equal, unlike) if len(equal) >= enough else None


def _spoken(periods: Sequence[Period]) -> str:
    unbroken = all(b.follows(a) for a, b in pairwise(periods))
    if unbroken:
        return f"{periods[0].label} to {periods[-1].label}"
    return f"{len(periods)} periods from {periods[0].label} to {periods[-1].label}"
