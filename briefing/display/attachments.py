"""The rows below a table as CSV with their sources, for those who reckon for themselves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from briefing.model.figure import Citation, Figure
from briefing.model.period import Period
from briefing.model.series import Series

#: Columns of the rows of series.
SERIES_COLUMNS = (
    "indicator",
    "measure",
    "breakdown",
    "period",
    "status",
    "value",
    "unit",
    "raw",
    "observation",
    "meeting",
    "item_number",
    "document",
    "section",
    "page",
    "printed_page",
    "second_hand",
)

_NUMBER = re.compile(r"[-+]?[\d.,]+%?")


def attach(name: str, csv_text: str, description: str) -> dict[str, str]:
    """What :func:`briefing.model.blocks.table` attaches."""
    return {"name": name, "csv": csv_text, "description": description}


def series_csv(every: Iterable[Series]) -> str:
    """Every figure of the series with its source, one a row; values without a period too."""
    rows = []
    for series in every:
        for point in series.points:
            rows.append(_row(series, point.figure, point.period, point.status))
        for figure in series.unplaced:
            rows.append(_row(series, figure, None, "ambiguous"))
    return to_csv(SERIES_COLUMNS, rows)


def _row(series: Series, figure: Figure | None, period: Period | None, status: str) -> list[str]:
    place = figure.citation if figure and figure.citation else Citation("")
    return [
        series.indicator.indicator,
        series.indicator.name,
        series.breakdown,
        period.code if period else "",
        status,
        str(figure.value) if figure else "",
        series.indicator.unit,
        figure.raw if figure else "",
        figure.row if figure else "",
        series.meeting,
        place.item_number or series.item_number,
        place.document,
        place.section,
        "" if place.page is None else str(place.page),
        place.printed_page,
        "yes" if series.second_hand else "",
    ]


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV; before a text that a spreadsheet would run as a formula goes an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_inert(text) for text in row] for row in rows)
    return buffer.getvalue()


def _inert(text: str) -> str:
    risky = text[:1] in ("=", "+", "-", "@", "\t", "\r") and len(text) > 1
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text
