"""What the papers themselves say about the time of year."""

from __future__ import annotations

import re
from collections.abc import Collection

from briefing.model.period import MONTHS, Period
from briefing.questions.view import Row, View

_SEASON = re.compile(
    r"\b(summer|school holidays?|holidays|annual leave|on leave|closed schools|schools closed|"
    r"christmas|easter|time of year|seasonal)\b",
    re.IGNORECASE,
)


def is_seasonal(row: Row) -> bool:
    """Whether a statement puts something down to the time of year."""
    return bool(_SEASON.search(row["text"]))


def seasonal(view: View, indicators: Collection[str], period: Period | None) -> tuple[Row, ...]:
    """The statements that put a measure down to the time of year of a period.

    Only what the papers say counts: the kit knows no season of its own.
    """
    if period is None or period.kind != "month":
        return ()
    month = MONTHS[int(period.code[5:]) - 1].lower()
    found = []
    for row in view.rows("statements"):
        text = row["text"].lower()
        other = [m.lower() for m in MONTHS if m.lower() in text and m.lower() != month]
        named = (set(row["indicator"].split("|")) & set(indicators)) - {""}
        if named and is_seasonal(row) and (month in text or not other):
            found.append(row)
    return tuple(found)
