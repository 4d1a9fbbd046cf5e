"""Rows of published figures of a made-up region, for tests."""

from __future__ import annotations

from briefing.model import TABLES, Period

#: Area -> its number, its kind, its region.
AREAS = {
    "Westmoor": ("901", "authority", "North East"),
    "Eastvale": ("902", "authority", "North East"),
    "Southdown": ("903", "authority", "South West"),
    "Hillside": ("904", "authority", "South West"),
    "North East": ("", "region", ""),
    "England": ("", "england", ""),
}


def value(
    indicator: str, area: str, period: str, amount: str, published: str, **more: str
) -> dict[str, str]:
    """A row of ``published_values``, read from a file that is held since its own publication."""
    code, kind, region = AREAS[area]
    row = {
        "indicator": indicator,
        "source": "LAIT",
        "measure": f"short-{indicator}",
        "relation": "same",
        "area": area,
        "area_code": code,
        "area_kind": kind,
        "region": region,
        "value": amount,
        "unit": "percent",
        "period": period,
        "period_kind": Period(period).kind,
        "release": f"Statistics for {period}",
        "published": published,
        "dated": "stated",
        "held": published,
        "file": "sample",
        **more,
    }
    assert set(row) == set(TABLES["published_values"].columns)
    return row


def years(
    indicator: str, area: str, amounts: dict[int, str], *, day: bool = False, **more: str
) -> list[dict[str, str]]:
    """Values of years by the calendar year in which they end, public in November of that year."""
    return [
        value(
            indicator,
            area,
            f"{year}-03" if day else f"{year - 1}/{year % 100:02d}",
            amount,
            **{"published": f"{year}-11-30", **more},
        )
        for year, amount in amounts.items()
    ]


def neighbours(name: str, published: str, *members: str) -> list[dict[str, str]]:
    """The rows of one set of Westmoor's statistical neighbours."""
    return [
        {
            "set": name,
            "published": published,
            "authority": "Westmoor",
            "authority_code": "901",
            "neighbour": member,
            "neighbour_code": AREAS[member][0],
            "position": str(position),
            "file": "sets",
        }
        for position, member in enumerate(members, start=1)
    ]
