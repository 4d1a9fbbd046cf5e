"""Trends made by hand, so that these tests rest on no analysis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from briefing.model import Citation, Figure, Indicator, Period, Point, Series, Target, derive
from briefing.model.trend import Comparator, JudgedPoint, Limits, TargetState, Trend

PAPER = Citation(
    "pack", "Reports pack", item_number="9", section="Visiting", page=60, printed_page="60"
)


def figure(value: str | int, unit: str = "percent", period: str = "", row: str = "") -> Figure:
    """A figure as the papers print it."""
    return Figure(
        Decimal(value), unit, Period(period) if period else None, PAPER, raw=str(value), row=row
    )


def months(first: str, number: int) -> list[str]:
    """Codes of successive months."""
    return [Period(first).shift(i).code for i in range(number)]


def series(
    values: Sequence[str | int | None],
    *,
    first: str = "2023-08",
    periods: Sequence[str] | None = None,
    unit: str = "percent",
    name: str = "Visits to children in care made in time",
    polarity: str = "high",
    measure_type: str = "month",
    **more: Any,
) -> Series:
    """A series; None is a period without a figure."""
    codes = periods or months(first, len(values))
    points = tuple(
        Point(Period(code), None, "missing")
        if value is None
        else Point(Period(code), figure(value, unit, code, f"row/{code}"))
        for code, value in zip(codes, values, strict=True)
    )
    indicator = Indicator(
        name.lower().replace(" ", "-"), name, unit, measure_type, polarity=polarity, theme="Visits"
    )
    return Series(indicator, points, table="visiting", item_number="9", **more)


def target(
    value: str | int, direction: str = "at_least", unit: str = "percent", **more: Any
) -> Target:
    """A target."""
    return Target(figure(value, unit), direction, **more)


def trend(
    of: Series,
    *,
    mean: str = "",
    limits: tuple[str, str] = ("", ""),
    provisional: bool = False,
    variation: str = "",
    direction: str = "",
    rule: str = "",
    flagged: int = 0,
    goal: Target | None = None,
    running: int = 13,
    comparators: tuple[Comparator, ...] = (),
    **more: Any,
) -> Trend:
    """A trend whose last ``flagged`` points broke ``rule``."""
    known = [p for p in of.points if p.figure is not None]
    judged = tuple(
        JudgedPoint(
            p.period,
            p.figure,
            (rule,) if i >= len(known) - flagged else (),
            judgement=(variation if i >= len(known) - flagged else "common_cause")
            if variation
            else "",
            direction=direction if i >= len(known) - flagged else "",
        )
        for i, p in enumerate(known)
        if p.figure is not None
    )
    lines: tuple[Limits, ...] = ()
    if mean:
        low, high = (Decimal(v) for v in limits)
        lines = (
            Limits(
                Decimal(mean),
                low,
                high,
                low,
                high,
                judged[0].period,
                judged[-1].period,
                provisional,
            ),
        )
    state = None
    if goal is not None and judged:
        outcome = goal.met_by(judged[-1].figure.value)
        state = TargetState(
            goal,
            outcome,
            None if outcome is None else derive(running, "months running", unit="months"),
        )
    before = next((p for p in known if judged and p.period == judged[-1].period.shift(-12)), None)
    return Trend(
        of,
        judged,
        lines,
        rule=rule,
        variation=variation,
        year_before=before,
        target=state,
        targets=(state,) if state else (),
        comparators=comparators,
        **more,
    )


VISITS = (83, 81, 81, 85, 83, 83, 79, 83, 80, 85, 87, 84, 85)


def visits() -> Trend:
    """A measure in ordinary variation whose target is out of reach."""
    return trend(
        series(VISITS),
        mean="83",
        limits=("76.35", "89.65"),
        variation="common_cause",
        goal=target(95),
        assurance="consistently_fails",
    )


def referrals() -> Trend:
    """A special cause, neither good nor bad, with comparators."""
    values = (264, 263, 267, 276, 315, 216, 308, 197, 202, 191, 185, 207, 254, 156)
    return trend(
        series(
            values,
            periods=["2022-08", *months("2023-08", 13)],
            unit="count",
            name="Referrals to children's services",
            polarity="neutral",
        ),
        mean="233.6",
        limits=("90.2", "377.1"),
        variation="low",
        direction="low",
        rule="outside",
        flagged=1,
        comparators=(
            Comparator(
                "statistical_neighbours", "proposed", figure(200, "count"), Period("2022/23")
            ),
            Comparator("england", "named", figure(195, "count"), Period("2022/23")),
        ),
    )


def in_care() -> Trend:
    """A stock: never judged, set beside the year before."""
    return trend(
        series(
            (112, 103, 102, 101, 102, 102, 99, 99, 98, 97, 98, 96, 95, 94),
            periods=["2022-08", *months("2023-08", 13)],
            unit="rate_per_10000",
            name="Children in care per 10,000 children",
            polarity="neutral",
            measure_type="stock",
        ),
        goal=target(87, "at_most", "rate_per_10000", due=Period("2025-03")),
        withheld_reason="Each figure is the position on one day.",
    )
