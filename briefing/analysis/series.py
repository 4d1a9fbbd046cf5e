"""Rows of observations as series: one indicator of one printed table over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.analysis.rows import Cite, Row, date_of, decimal, panel_of, period, row_id
from briefing.model import Figure, Indicator, Point, Sentence, Series, Target, compose
from briefing.model.sentence import listing
from briefing.model.series import NOT_CONFIRMED

#: The order in which the targets of a series stand.
TARGET_KINDS = ("target", "floor", "ambition", "expectation")


def read_indicator(row: Row) -> Indicator:
    """A row of the catalogue as an indicator."""
    window = row.get("window_months", "")
    return Indicator(
        indicator=row["indicator"],
        name=row["name"],
        unit=row["unit"],
        measure_type=row["measure_type"],
        window_months=int(window) if window else None,
        polarity=row.get("polarity", "") or "neutral",
        theme=row.get("theme", ""),
        definition=row.get("definition", ""),
        small_base=row.get("small_base") == "yes",
        confirmed=row.get("polarity_source") != NOT_CONFIRMED,
    )


def build_series(
    observations: Iterable[Row],
    indicators: Iterable[Row],
    targets: Iterable[Row],
    cite: Cite,
) -> tuple[Series, ...]:
    """One series for each meeting, table, indicator and breakdown, in printed order.

    Parameters
    ----------
    observations, indicators, targets
        Rows of the tables of these names; corrections have won already, and rows that were not
        public yet have been left out.
    cite
        Maps a row to the place it was read from.

    Returns
    -------
    tuple of Series
        Points in order of time. A row that is missing, suppressed or withheld is a point without
        a figure; an ambiguous value stands in ``unplaced`` and is no point; two different values
        for one period of one table are no point either and both stand in ``unplaced``.
        A target belongs to the series of its meeting, table and indicator; one without a table
        (an expectation of the panel) to every series of its indicator at that meeting of the
        panel and later ones, until a later one of its kind replaces it. A series that is one part
        of a breakdown has no target.

    Raises
    ------
    ValueError
        When a value is no number, or its unit is not that of its indicator; the message names
        the row.
    """
    catalogue = {row["indicator"]: read_indicator(row) for row in indicators}
    goals = tuple(targets)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in observations:
        # A row of no catalogue may print a number and its share: two series, told by their unit.
        unit = "" if row["indicator"] else row["unit"]
        name = row["indicator"] or row["name_as_printed"]
        key = (row["meeting"], row["table"], name, row["breakdown"], unit)
        groups.setdefault(key, []).append(row)
    return tuple(_series(rows, catalogue, goals, cite) for rows in groups.values())


def _series(
    rows: Sequence[Row], catalogue: Mapping[str, Indicator], goals: Sequence[Row], cite: Cite
) -> Series:
    first = rows[0]
    indicator = catalogue.get(first["indicator"]) or Indicator(
        first["indicator"],
        first["name_as_printed"],
        first["unit"] or "count",
        measure_type="",
        confirmed=False,
    )
    points, unplaced = _points(rows, indicator, cite)
    place = cite(first)
    name = indicator.name or first["name_as_printed"]
    return Series(
        indicator=indicator,
        points=points,
        table=first["table"],
        table_title=place.section,
        name_as_printed=first["name_as_printed"],
        breakdown=first["breakdown"],
        meeting=first["meeting"],
        item_number=place.item_number,
        targets=() if first["breakdown"] else _targets(first, goals, indicator, cite),
        unplaced=unplaced,
        second_hand=place.second_hand,
        doubts=tuple(_said_twice(unplaced, name, place.section)),
    )


def _said_twice(unplaced: Sequence[Figure], name: str, table: str) -> Iterator[Sentence]:
    """Why values that have a period stand in none: their table gives it two of them."""
    periods = dict.fromkeys(f.period for f in unplaced if f.period is not None)
    for time in periods:
        both = [compose("{f}", f=f) for f in unplaced if f.period == time]
        yield compose(
            "{name}: for {period} the table {table} gives {both}.",
            name=name,
            period=time,
            table=table,
            both=listing(both),
        )


def _points(
    rows: Sequence[Row], indicator: Indicator, cite: Cite
) -> tuple[tuple[Point, ...], tuple[Figure, ...]]:
    """The points in order of time, and the values that stand in none."""
    known: dict[object, Point] = {}
    unplaced: list[Figure] = []
    for row in rows:
        time = period(row)
        figure = _figure(row, indicator, cite) if row["value"] else None
        if row["status"] != "stated" or time is None:
            if figure is not None and row["status"] in ("stated", "ambiguous"):
                unplaced.append(figure)
            elif time is not None:
                known.setdefault(time, Point(time, None, row["status"]))
            continue
        if figure is None:
            raise ValueError(f"{row_id('observations', row)}: a stated value is blank")
        other = known.get(time)
        if other is None or (other.figure is None and other.status != "ambiguous"):
            known[time] = Point(time, figure)
        elif other.figure is None:
            unplaced.append(figure)
        elif other.figure.value != figure.value:
            unplaced += [other.figure, figure]
            known[time] = Point(time, None, "ambiguous")
    return tuple(sorted(known.values(), key=lambda p: p.period)), tuple(unplaced)


def _figure(row: Row, indicator: Indicator, cite: Cite) -> Figure:
    name = row_id("observations", row)
    unit = row["unit"] or indicator.unit
    if unit != indicator.unit:
        raise ValueError(f"{name}: {unit} in a series of {indicator.unit}")
    try:
        value = decimal(row)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    time = period(row) if row["status"] == "stated" else None
    return Figure(value, unit, time, cite(row), row["raw"], name)


def _targets(
    first: Row, goals: Sequence[Row], indicator: Indicator, cite: Cite
) -> tuple[Target, ...]:
    found: dict[tuple[str, str], Row] = {}
    own = []
    for row in sorted(goals, key=lambda r: r["meeting"]):
        if row["indicator"] != indicator.indicator or not row["indicator"]:
            continue
        if row["table"]:
            if (row["meeting"], row["table"]) == (first["meeting"], first["table"]):
                own.append(row)
        elif panel_of(row["meeting"]) == panel_of(first["meeting"]) and (
            date_of(row["meeting"]) <= date_of(first["meeting"])
        ):
            found[row["kind"], row["due"]] = row
    rows = [*own, *found.values()]
    rows.sort(key=lambda r: TARGET_KINDS.index(r["kind"]))
    return tuple(_target(row, indicator, cite) for row in rows)


def _target(row: Row, indicator: Indicator, cite: Cite) -> Target:
    figure = Figure(
        decimal(row), indicator.unit, None, cite(row), row["raw"], row_id("targets", row)
    )
    return Target(
        figure=figure,
        direction=row["direction"] or "unknown",
        kind=row["kind"],
        due=period(row, "due"),
        set_by=row["set_by"],
        direction_evidence=row.get("direction_evidence", ""),
    )
