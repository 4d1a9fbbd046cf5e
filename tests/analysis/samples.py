"""Rows, series and citations of a made-up council, for the tests of the analysis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.analysis import build_series
from briefing.analysis.rows import Row
from briefing.model import TABLES, Citation, Figure, Indicator, Period, Point, Series, Target

PANEL = "westmoor-children"
MEETING = f"{PANEL}/2031-09-24"
EARLIER = f"{PANEL}/2031-07-16"

#: Thirteen months of visits made in time: ordinary variation about 83%.
VISITS = (83, 81, 81, 85, 83, 83, 79, 83, 80, 85, 87, 84, 85)


def cite(row: Row) -> Citation:
    return Citation(
        document=row.get("document", "") or "pack",
        meeting=row.get("meeting", ""),
        item_number="9",
        section=row.get("section", "") or row.get("table", ""),
        printed_page=row.get("printed_page", ""),
    )


def row(table: str, /, **cells: str) -> dict[str, str]:
    """A row with every column of its table, blank where none is given."""
    assert set(cells) <= set(TABLES[table].columns)
    return {column: cells.get(column, "") for column in TABLES[table].columns}


def indicator_row(**cells: str) -> dict[str, str]:
    return row(
        "indicators",
        **{
            "indicator": "visits-in-time",
            "name": "Visits made in time",
            "unit": "percent",
            "measure_type": "month",
            "polarity": "high",
            **cells,
        },
    )


def observation(period: str, value: str, **cells: str) -> dict[str, str]:
    meeting = cells.get("meeting", MEETING)
    table = cells.get("table", "visiting")
    return row(
        "observations",
        **{
            "observation": f"{meeting}/{table}/{period or 'none'}-{value or 'none'}",
            "meeting": meeting,
            "table": table,
            "indicator": "visits-in-time",
            "name_as_printed": "Visits",
            "period": period,
            "period_kind": "month" if period else "",
            "value": value,
            "unit": "percent",
            "status": "stated",
            "raw": f"{value}%",
            **cells,
        },
    )


def target_row(value: str, **cells: str) -> dict[str, str]:
    return row(
        "targets",
        **{
            "meeting": MEETING,
            "table": "visiting",
            "indicator": "visits-in-time",
            "kind": "target",
            "value": value,
            "direction": "at_least",
            "raw": value,
            **cells,
        },
    )


def benchmark_row(value: str, **cells: str) -> dict[str, str]:
    return row(
        "benchmarks",
        **{
            "meeting": MEETING,
            "table": "visiting",
            "indicator": "visits-in-time",
            "column_position": "1",
            "comparator": "england",
            "identification": "named",
            "value": value,
            "raw": value,
            **cells,
        },
    )


def figure(
    value: Decimal | int | str, period: str = "", unit: str = "percent", raw: str = ""
) -> Figure:
    return Figure(
        Decimal(value),
        unit,
        Period(period) if period else None,
        Citation("pack"),
        raw or str(value),
        f"row-{period}-{value}",
    )


def target(
    value: Decimal | int | str,
    direction: str = "at_least",
    *,
    kind: str = "target",
    due: str = "",
    unit: str = "percent",
) -> Target:
    return Target(
        figure(value, unit=unit), direction, kind, Period(due) if due else None, "the panel"
    )


def series(
    values: Sequence[Decimal | int | str | None],
    *,
    first: str = "2030-08",
    unit: str = "percent",
    measure_type: str = "month",
    window: int | None = None,
    polarity: str = "high",
    small_base: bool = False,
    targets: Sequence[Target] = (),
    before: Sequence[tuple[str, int]] = (),
    slug: str = "visits-in-time",
    table: str = "visiting",
) -> Series:
    """A series of successive periods from ``first``; ``before`` stands ahead of a gap."""
    start = Period(first)
    points = [Point(Period(p), figure(v, p, unit)) for p, v in before]
    for step, value in enumerate(values):
        period = start.shift(step)
        known = None if value is None else figure(value, period.code, unit)
        points.append(Point(period, known, "missing" if known is None else "stated"))
    return Series(
        Indicator(
            slug,
            slug.replace("-", " "),
            unit,
            measure_type,
            window,
            polarity,
            small_base=small_base,
        ),
        tuple(points),
        table=table,
        meeting=MEETING,
        targets=tuple(targets),
    )


def built(
    observations: Sequence[Row],
    targets: Sequence[Row] = (),
    indicators: Sequence[Row] = (indicator_row(),),
) -> tuple[Series, ...]:
    return build_series(observations, indicators, targets, cite)
