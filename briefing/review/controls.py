"""The controls of the review, for JupyterLab: choose a matter, see its page, decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import ipywidgets as w

from briefing.display.html import to_html
from briefing.errors import BriefingError
from briefing.ingest.decisions.record import COMPARATORS
from briefing.ingest.words.slugs import slug, unused
from briefing.model import blocks as b
from briefing.model.tables import VALUE_UNITS
from briefing.review.matters import PrintedRow, Row
from briefing.review.opened import Review
from briefing.review.page import beside, comparator_words, measuring, placing, without_words

#: An option: its label; the kind, the value and the unit of the decision, blank for none yet.
Option = tuple[str, tuple[str, str, str]]
CHOOSE: Option = ("Choose…", ("", "", ""))


@dataclass(frozen=True)
class Matter:
    """Something to decide: how it is listed, what is shown, and what can be chosen."""

    label: str
    name_as_printed: str
    table: str
    show: Callable[[], str]
    options: Callable[[], list[Option]]


def matters(review: Review) -> list[Matter]:
    """Everything that awaits a decision, in the order of the notebook."""
    return [
        *(_placing(review, row) for row in review.ambiguous),
        *(_measuring(review, row) for row in review.unmatched),
        *(_comparing(review, row) for row in review.comparators if review.printed_name(row)),
    ]


class Controls:
    """A list of matters, the one on show, the choices, who decides and why."""

    def __init__(self, review: Review) -> None:
        self.review = review
        wide = w.Layout(width="95%")
        self.matter = w.Dropdown(description="Matter", layout=wide)
        self.view = w.HTML()
        self.choice = w.Dropdown(description="Decision", layout=wide)
        self.author = w.Text(description="Decided by", value=review.author, layout=wide)
        self.reason = w.Text(
            description="Reason", placeholder="such as: asked the service", layout=wide
        )
        self.button = w.Button(
            description="Record", tooltip="Put the decision on record and correct the rows"
        )
        self.message = w.HTML()
        self.box = w.VBox(
            [self.matter, self.view, self.choice, self.author, self.reason,
             w.HBox([self.button, self.message])]
        )  # fmt: skip
        self.matter.observe(lambda change: self._show(), "value")
        self.button.on_click(lambda button: self.record())
        self._list()

    def _list(self) -> None:
        found = matters(self.review)
        labels = [f"{number}. {matter.label}" for number, matter in enumerate(found, start=1)]
        self.matter.options = list(zip(labels, found, strict=True))
        self.button.disabled = not found
        if found:
            self.matter.value = found[0]
        self._show()

    def _show(self) -> None:
        matter: Matter | None = self.matter.value
        if matter is None:
            self.view.value = "<p>Nothing awaits a decision.</p>"
            self.choice.options = [CHOOSE]
            return
        self.view.value = matter.show()
        self.choice.options = [CHOOSE, *matter.options()]
        self.choice.index = 0

    def record(self) -> None:
        """Put the decision on show on record, and go on to what is left."""
        matter, chosen = self.matter.value, self.choice.value
        if matter is None or chosen == CHOOSE[1]:
            self.message.value = "Choose a decision first."
            return
        kind, value, unit = chosen
        try:
            corrected = self.review.decide(
                kind,
                matter.name_as_printed,
                value,
                table=matter.table,
                unit=unit,
                reason=self.reason.value,
                author=self.author.value,
            )
        except BriefingError as error:
            self.message.value = to_html([b.paragraph(f"Not recorded: {error}")], fragment=True)
            return
        self._list()
        self.message.value = f"Recorded; values corrected: {corrected}."


def _placing(review: Review, row: PrintedRow) -> Matter:
    return Matter(
        f"Periods of: {row.name} ({row.place})",
        row["name_as_printed"],
        row["table"],
        lambda: to_html(list(beside(review, [row], [placing(row)])), fragment=False),
        lambda: [
            (
                f"Placed with {without_words(row, way)}",
                ("placed", "|".join(period.code for period in way), ""),
            )
            for way in row.ways
        ],
    )


def _measuring(review: Review, row: PrintedRow) -> Matter:
    def options() -> list[Option]:
        likely = [indicator for indicator, _ in review.suggestions(row)]
        known = review.store.indicators
        others = sorted(
            (measure.name, i)
            for i, measure in known.items()
            if i not in (*likely, row["indicator"]) and measure.unit == (row.unit or measure.unit)
        )
        own = row["indicator"] or unused(slug(row["name_as_printed"]), known)
        return [
            *((f"It is: {review.name_of(i)}", ("same_measure", i, row.unit)) for i in likely),
            *(
                (f"It is a measure of its own, of the unit {unit}", ("new_measure", own, unit))
                for unit in ((row.unit,) if row.unit else VALUE_UNITS)
            ),
            ("It is no measure: withhold its values", ("not_a_measure", "", row.unit)),
            *((f"It is: {name}", ("same_measure", i, row.unit)) for name, i in others),
        ]

    return Matter(
        f"Measure of: {row.name} ({row.place})",
        row["name_as_printed"],
        row["table"],
        lambda: to_html(list(beside(review, [row], [measuring(review, row)])), fragment=False),
        options,
    )


def _comparing(review: Review, benchmark: Row) -> Matter:
    name, position = review.printed_name(benchmark), benchmark["column_position"]
    shown = [
        b.paragraph(f"{name}: {benchmark['raw']} in comparator column {position}."),
        b.paragraph(benchmark["identification_evidence"], style="source"),
    ]

    def options() -> list[Option]:
        named = [c for c in COMPARATORS if c != "unknown"]
        proposed = ":".join(filter(None, (position, benchmark["comparator"], benchmark["period"])))
        offered: list[Option] = [
            (
                f"It is of {comparator_words({**benchmark, 'comparator': c, 'period': ''})}, "
                "the period not known",
                ("comparator", f"{position}:{c}", ""),
            )
            for c in named
        ]
        if benchmark["identification"] == "proposed":
            words = comparator_words(benchmark)
            offered.insert(0, (f"As proposed: {words}", ("comparator", proposed, "")))
        return offered

    return Matter(
        f"Comparator {position} of: {name}",
        name,
        benchmark["table"],
        lambda: to_html(shown, fragment=False),
        options,
    )
