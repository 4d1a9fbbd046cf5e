"""The tables of a briefing: exceptions, every measure, single figures; and recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.display import trend_cells as cells
from briefing.display import words
from briefing.display.attachments import attach, series_csv
from briefing.display.columns import column
from briefing.display.ledger_table import recommendations_table
from briefing.display.show import Blocks
from briefing.model.blocks import Block, Inline, cell, table
from briefing.model.period import Period
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Series
from briefing.model.trend import Trend

__all__ = ["exceptions_table", "full_table", "observations_table", "recommendations_table"]

#: The most rows of an exceptions table.
MOST_EXCEPTIONS = 12
#: The most periods that stand side by side in a table of single figures.
MOST_PERIODS = 9


def exceptions_table(
    trends: Sequence[Trend],
    *,
    caption: Inline = "Exceptions at a glance",
    name: str = "exceptions.csv",
) -> Blocks:
    """The measures that stand out, in the order given; at most twelve are shown.

    Parameters
    ----------
    trends
        The measures, the one that matters most first.
    caption
        The table's caption.
    name
        File name of the attached figures.
    """
    shown = [trend for trend in trends if trend.last is not None][:MOST_EXCEPTIONS]
    if not shown:
        return Blocks()
    rows = [
        [
            cells.name_cell(trend),
            cells.latest_cell(trend, spark=True),
            cells.point_cell(trend.year_before),
            cells.standing_cell(trend),
            cells.judgement_cell(trend),
        ]
        for trend in shown
    ]
    return Blocks(
        table(
            [
                column("Measure", 2.7),
                column("Latest", 1.7),
                column("A year before", 0.8, "right"),
                column("Target and comparison", 2.6),
                column("Judgement", 2.8),
            ],
            rows,
            caption=caption,
            attach=attach(name, series_csv(t.series for t in shown), "Figures of the exceptions"),
        )
    )


def full_table(
    trends: Iterable[Trend], *, caption: Inline = "Every measure", name: str = "measures.csv"
) -> Blocks:
    """Every measure, by theme: last, previous and year before, target, range, judgement, page."""
    themes: dict[str, list[Trend]] = {}
    for trend in trends:
        themes.setdefault(trend.series.indicator.theme or words.THEME_OF_NONE, []).append(trend)
    if not themes:
        return Blocks()
    rows: list[list[Block]] = []
    groups: dict[int, str] = {}
    for theme, members in themes.items():
        groups[len(rows)] = theme
        rows += [_full_row(trend) for trend in members]
    every = [trend.series for members in themes.values() for trend in members]
    return Blocks(
        table(
            [
                column("Measure", 2.6),
                column("Latest", 1.4),
                column("Period before", 0.8, "right"),
                column("Year before", 0.8, "right"),
                column("Target", 1.1),
                column("Target met", 1.5),
                column("Mean; usual range", 1.6),
                column("Judgement", 2.2),
                column("Page", 0.5, "right"),
            ],
            rows,
            caption=caption,
            style="dense",
            groups=groups,
            attach=attach(name, series_csv(every), "Every figure with its source"),
        )
    )


def _full_row(trend: Trend) -> list[Block]:
    return [
        cells.name_cell(trend),
        cells.latest_cell(trend),
        cells.point_cell(trend.previous),
        cells.point_cell(trend.year_before),
        cells.target_cell(trend),
        cells.met_cell(trend),
        cells.range_cell(trend),
        cells.judgement_cell(trend, reasons=False),
        cells.page_cell(trend),
    ]


def observations_table(
    shown: Iterable[Series | Trend],
    *,
    caption: Inline = "Key figures",
    name: str = "key-figures.csv",
) -> Blocks:
    """Figures as printed, of measures that are no monthly series.

    Measures that share a few periods stand in one row each, a column a period; else each figure
    has a row of its own. A period without a figure says so. A place that holds them all is named
    in the caption, else each row names its own. The groups of one measure that is broken down
    stand under its name; a single measure is named in the caption.
    """
    every = [one.series if isinstance(one, Trend) else one for one in shown]
    every = [series for series in every if series.known]
    if not every:
        return Blocks()
    periods = sorted({p.period for series in every for p in series.points})
    same = all({p.period for p in series.points} == set(periods) for series in every)
    wide = same and 1 < len(periods) <= MOST_PERIODS
    one = len({series.indicator for series in every}) == 1
    groups = wide and one and all(series.breakdown for series in every)
    columns, rows = _by_period(every, periods, groups) if wide else _one_a_row(every)
    if groups:
        caption = compose("{name}", name=every[0].indicator.name)
    shared = _shared_place(every)
    if len(every) == 1 and not wide:
        columns = columns[1:]
        rows = [[{**row[1], "header": True}, *row[2:]] for row in rows]
        caption = _named(every[0])
    if shared.text:
        columns, rows = columns[:-1], [row[:-1] for row in rows]
        caption = [caption, compose(" ({place})", place=shared)]
    return Blocks(
        table(
            columns,
            rows,
            caption=caption,
            attach=attach(name, series_csv(every), "Key figures with their sources"),
        )
    )


def _by_period(
    every: Sequence[Series], periods: Sequence[Period], groups: bool
) -> tuple[list[dict[str, object]], list[list[Block]]]:
    columns = [
        column("Group" if groups else "Measure", 2.6),
        *(column(p.label, 1.0, "right") for p in periods),
    ]
    rows = []
    for series in every:
        points = {p.period: p for p in series.points}
        rows.append(
            [
                cell(series.breakdown if groups else _named(series), header=True),
                *(cells.point_cell(points.get(period)) for period in periods),
                cell(_place(series), small=True),
            ]
        )
    return [*columns, column("Source", 1.4)], rows


def _one_a_row(every: Sequence[Series]) -> tuple[list[dict[str, object]], list[list[Block]]]:
    columns = [
        column("Measure", 3.0),
        column("Period", 1.2),
        column("Figure", 1.0, "right"),
        column("Source", 1.8),
    ]
    rows = [
        [
            cell(_named(series), header=True),
            cell(compose("{period}", period=point.period)),
            cells.point_cell(point),
            cell(_place(series), small=True),
        ]
        for series in every
        for point in series.points
    ]
    return columns, rows


def _named(series: Series) -> Sentence:
    unit = words.unit_note(series)
    return compose("{name} ({unit})" if unit else "{name}", name=words.measure(series), unit=unit)


def _place(series: Series) -> Sentence:
    places = [p.figure.sources for p in series.known if p.figure]
    return compose("{place}", place=places[-1][0]) if places and places[-1] else Sentence("")


def _shared_place(every: Sequence[Series]) -> Sentence:
    """The one place that every row was read from; blank where there are several."""
    places = {_place(series).text for series in every}
    return _place(every[0]) if len(places) == 1 else Sentence("")
