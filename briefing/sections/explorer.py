"""For analysts: one indicator of one meeting, chart and table side by side, with export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.analysis import judge
from briefing.display.html import to_html
from briefing.display.show import Blocks
from briefing.display.tables import observations_table
from briefing.display.trend_chart import trend_chart
from briefing.errors import BriefingError
from briefing.face import Meeting, Store, open_store
from briefing.model import Period, Series
from briefing.model import blocks as b
from briefing.model.trend import Trend
from briefing.sections import words_and_tables
from briefing.sections.edition import find_data

if TYPE_CHECKING:
    import pandas as pd


#: The columns of the rows on show.
COLUMNS = (
    "indicator", "period", "value", "unit", "status", "raw", "printed_page", "observation",
)  # fmt: skip


def open_explorer(meeting: str = "", *, indicator: str = "", data: str = "") -> Explorer:
    """An explorer of the store, on one meeting and indicator.

    Parameters
    ----------
    meeting
        Blank takes the meeting that prints most series.
    indicator
        The indicator to begin with; one that the meeting does not print gives way to its first.
    data
        The store; blank takes ``BRIEFING_DATA`` or the nearest ``data/``.

    Raises
    ------
    BriefingError
        When the store or the meeting is not found, or no meeting has figures.
    """
    store = open_store(data or find_data())
    return Explorer(store, store.meeting(meeting) if meeting else _fullest(store), indicator)


def _with_figures(store: Store) -> list[Meeting]:
    meetings = (store.meeting(name) for name in store.meeting_ids)
    return [m for m in meetings if any(s.known for s in m.series())]


def _fullest(store: Store) -> Meeting:
    found = _with_figures(store)
    if not found:
        raise BriefingError(f"no meeting in {store.root} has figures")
    return max(found, key=lambda m: len(m.series()))


class Explorer:
    """What is on show: a meeting, a series of it and a span of periods."""

    def __init__(self, store: Store, meeting: Meeting, indicator: str = "") -> None:
        self.store = store
        self.meeting = meeting
        choices = self.choices
        if not choices:
            raise BriefingError(f"the papers of {meeting.id} print no figures")
        self.series = next(
            (s for s in choices.values() if s.indicator.indicator == indicator),
            next(iter(choices.values())),
        )
        self.first, self.last = self.series.points[0].period, self.series.points[-1].period

    @property
    def choices(self) -> dict[str, Series]:
        """Every series of the meeting that has a known value, by a label."""
        return {_label(s): s for s in self.meeting.series() if s.known}

    def choose(
        self, series: Series, first: Period | None = None, last: Period | None = None
    ) -> None:
        """Put a series on show, from one period to another (all of it by default)."""
        self.series = series
        self.first = first or series.points[0].period
        self.last = last or series.points[-1].period

    @property
    def trend(self) -> Trend:
        """The analysis of the periods on show."""
        shown = tuple(p for p in self.series.points if self.first <= p.period <= self.last)
        return judge(
            replace(self.series, points=shown),
            benchmarks=self.meeting.rows("benchmarks"),
            cite=self.meeting.citation,
        )

    def show(self) -> Blocks:
        """Chart and table side by side."""
        trend = self.trend
        chart = trend_chart(trend, size="full").to_blocks()
        return Blocks(b.columns([chart, list(Blocks(observations_table([trend])))], widths=(5, 2)))

    def rows(self) -> pd.DataFrame:
        """The rows that are on show, with the columns that say most; the export has all."""
        return self._every_column()[list(COLUMNS)]

    def statements(self, verdict: str = "") -> pd.DataFrame:
        """What the words of the papers say, held against the tables: of one verdict, or all."""
        return words_and_tables.statements(self.meeting, verdict)

    def disagreements(self, kind: str = "") -> pd.DataFrame:
        """Figures of the tables that do not agree with each other: of one kind, or all."""
        return words_and_tables.disagreements(self.meeting, kind)

    def _every_column(self) -> pd.DataFrame:
        frame = self.meeting.observations
        shown = {p.figure.row for p in self.trend.series.known if p.figure}
        return frame[frame["observation"].isin(shown)].reset_index(drop=True)

    def export(self, folder: str | Path = "") -> Path:
        """Write the rows on show to a CSV file and return its path.

        ``folder`` is ``reports/exports`` beside the store by default.
        """
        target = (
            Path(folder) if folder else self.store.root.resolve().parent / "reports" / "exports"
        )
        target.mkdir(parents=True, exist_ok=True)
        name = f"{self.meeting.date}-{self.series.indicator.indicator}-{self.series.table}.csv"
        path = target / name
        self._every_column().to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
        return path

    @cached_property
    def widget(self) -> Any:
        """The controls, with chart and table below them."""
        return _Controls(self).box


def _label(series: Series) -> str:
    parts = (series.indicator.name or series.name_as_printed, series.breakdown, series.table_title)
    return " · ".join(part for part in parts if part)


class _Controls:
    """The explorer's controls; each change redraws what stands below them."""

    def __init__(self, explorer: Explorer) -> None:
        import ipywidgets as w

        self.explorer = explorer
        meetings = _with_figures(explorer.store)
        wide = w.Layout(width="95%")
        self.panel = w.Dropdown(
            description="Panel",
            options=[(explorer.store.panel(p).name, p) for p in explorer.store.panels],
            value=explorer.meeting.panel,
            layout=wide,
        )
        self.meeting = w.Dropdown(description="Meeting", layout=wide)
        self.indicator = w.Dropdown(description="Indicator", layout=wide)
        self.periods = w.SelectionRangeSlider(
            description="Months", options=[("", 0), ("", 1)], index=(0, 1), layout=wide
        )
        self.button = w.Button(description="Export", tooltip="Write the rows on show to a CSV file")
        self.message = w.HTML()
        self.view = w.HTML()
        self.meetings = meetings
        self.box = w.VBox(
            [self.panel, self.meeting, self.indicator, self.periods, self.view,
             w.HBox([self.button, self.message])]
        )  # fmt: skip
        self._list_meetings(explorer.meeting)
        self.panel.observe(lambda change: self._list_meetings(), "value")
        self.meeting.observe(lambda change: self._list_indicators(), "value")
        self.indicator.observe(lambda change: self._list_periods(), "value")
        self.periods.observe(lambda change: self._draw(), "value")
        self.button.on_click(lambda button: self._export())

    def _list_meetings(self, chosen: Meeting | None = None) -> None:
        found = [m for m in self.meetings if m.panel == self.panel.value]
        self.meeting.options = [(m.date, m.id) for m in reversed(found)]
        if chosen is not None:
            self.meeting.value = chosen.id
        self._list_indicators(keep=chosen is not None)

    def _list_indicators(self, *, keep: bool = False) -> None:
        if self.meeting.value is None:
            self.view.value = "<p>No meeting of this panel has figures.</p>"
            return
        current = self.explorer.series if keep else None
        self.explorer.meeting = next(m for m in self.meetings if m.id == self.meeting.value)
        labels = list(self.explorer.choices)
        self.indicator.options = labels
        self.indicator.value = _label(current) if current is not None else labels[0]
        self._list_periods()

    def _list_periods(self) -> None:
        series = self.explorer.choices.get(self.indicator.value or "")
        if series is None:
            return
        self.explorer.choose(series)
        options: Sequence[tuple[str, int]] = [
            (p.period.short, i) for i, p in enumerate(series.points)
        ]
        single = [*options, *options] if len(options) == 1 else options
        self.periods.options = single
        self.periods.index = (0, len(single) - 1)
        self._draw()

    def _draw(self) -> None:
        points = self.explorer.series.points
        first, last = self.periods.value
        if max(first, last) >= len(points):
            return
        self.explorer.choose(self.explorer.series, points[first].period, points[last].period)
        if self.explorer.trend.last is None:
            self.view.value = "<p>No figure is known for these months.</p>"
            return
        self.view.value = to_html(list(self.explorer.show()), fragment=False)
        self.message.value = ""

    def _export(self) -> None:
        try:
            path = self.explorer.export()
        except OSError as error:
            self.message.value = f"Not written: {error.strerror}"
        else:
            self.message.value = f"Written: {path.parent.name}/{path.name}"
