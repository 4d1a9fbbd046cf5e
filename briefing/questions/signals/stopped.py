"""Data that stopped: months missing, rows that cannot be placed, and what the last pack had."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.changes import Pair, changes_between
from briefing.analysis.disagreements.against_earlier import ended, revisions
from briefing.analysis.series import build_series
from briefing.model.figure import derive
from briefing.model.period import Period
from briefing.model.series import Series
from briefing.model.trend import Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import make, measure, name_inside, of_trend
from briefing.questions.signals.new_columns import comparator_columns, target_changes
from briefing.questions.signals.record import Signal
from briefing.questions.signals.said import REVISED, is_said
from briefing.questions.view import View

#: Values that cannot be placed make a row with a gap from this many on; fewer are single figures.
A_ROW = 3


def signals(view: View) -> Iterator[Signal]:
    """What the papers no longer say, or say otherwise than before."""
    for trend in current(view.trends):
        yield from _month_missing(trend)
    yield from _unplaced(view)
    yield from _since_the_last_pack(view)


def _month_missing(trend: Trend) -> Iterator[Signal]:
    """A series whose latest period before the meeting has no figure.

    Columns for months that are still to come are blank of necessity.
    """
    met = _month_of(trend.series)
    points = [p for p in trend.series.points if not met or p.period.start + p.period.length <= met]
    if trend.last is None or not points or points[-1].figure is not None:
        return
    weight = weigh("month-missing", small_base=trend.series.indicator.small_base)
    yield of_trend("month-missing", trend, weight, {"missing_period": points[-1].period})


def _month_of(series: Series) -> int:
    """The month of the meeting on the scale of :attr:`Period.start`; 0 where it is not known."""
    day = series.meeting.rpartition("/")[2]
    return Period(day[:7]).start if day else 0


def _unplaced(view: View) -> Iterator[Signal]:
    """Printed rows of several values with fewer than there are months, one signal an item.

    Figures without any date, such as those of running text, stand in no such row.
    """
    short = {r["observation"] for r in view.rows("observations") if "|" in r["period_candidates"]}
    by_item: dict[str, list[Trend]] = {}
    for trend in view.trends:
        unplaced = [f for f in trend.series.unplaced if f.row in short]
        if len(unplaced) >= A_ROW and not trend.series.second_hand:
            by_item.setdefault(trend.series.item_number, []).append(trend)
    for item, found in by_item.items():
        firsts = [t.series.unplaced[0] for t in found]
        rows = derive(len(firsts), "printed rows whose values cannot all be placed", *firsts)
        yield make(
            "unplaced",
            f"rows-item-{item}",
            item,
            weigh("unplaced"),
            {"rows": rows, "example": measure(found[0])},
            indicators=tuple(dict.fromkeys(t.series.indicator.indicator for t in found)),
        )


def _since_the_last_pack(view: View) -> Iterator[Signal]:
    """What the same tables of the latest earlier pack printed, and these print otherwise or not.

    A second-hand summary is never compared: what it leaves out may well be in the papers.
    """
    now = [t.series for t in view.trends if not t.series.second_hand]
    tables = {s.table for s in now}
    rows = [
        r
        for r in view.earlier("observations")
        if r["table"] in tables and not view.cite(r).second_hand
    ]
    if not rows:
        return
    last = max(r["meeting"] for r in rows)
    targets = [r for r in view.earlier("targets") if r["meeting"] == last and r["table"]]
    then = build_series(
        [r for r in rows if r["meeting"] == last], view.rows("indicators"), targets, view.cite
    )
    changes = changes_between(then, now)
    items = {s.table: s.item_number for s in now}
    for series in ended(changes, now):
        yield _vanished(series, items[series.table])
    newest = {pair.right_series.indicator.indicator: pair for pair in revisions(changes)}
    for pair in newest.values():
        if not is_said(view, pair.right_series.item_number, REVISED):
            yield _revised(pair)
    yield from target_changes(view, then, now)
    yield from comparator_columns(view, last, tables)


def _vanished(series: Series, item: str) -> Signal:
    figures = [p.figure for p in series.known if p.figure is not None]
    return make(
        "vanished",
        series.indicator.indicator,
        item,
        weigh("vanished"),
        {"measure": name_inside(series)},
        indicators=(series.indicator.indicator,),
        citations=[f.citation for f in figures[-1:] if f.citation is not None],
        rows=[f.row for f in figures[-1:]],
    )


def _revised(pair: Pair) -> Signal:
    """The newest period of a measure that two packs state differently."""
    series = pair.right_series
    fields = {
        "measure": name_inside(series),
        "was": pair.left,
        "now": pair.right,
        "period": pair.period,
    }
    return make(
        "revised",
        series.indicator.indicator,
        series.item_number,
        weigh("revised"),
        fields,
        indicators=(series.indicator.indicator,),
    )
