"""An expectation that the panel itself minuted, and how many measures stood below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.analysis.expectations import ExpectationCount, count_below
from briefing.model.period import MONTHS, Period
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Target
from briefing.model.trend import Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import context, make
from briefing.questions.signals.record import Signal
from briefing.questions.templates import fill, phrases, theme_of
from briefing.questions.view import View


def signals(view: View) -> Iterator[Signal]:
    """One signal an expectation and its level, when a measure stood below it.

    The month in which it was stated is a baseline, and the signal says so. The same count for
    the month before and for the same month last year tells the season from the level.
    """
    groups: dict[tuple[str, str, str], list[Trend]] = {}
    for trend in current(view.trends):
        if (target := _expected(trend)) is not None:
            key = (trend.series.item_number, target.set_by, str(target.figure.value))
            groups.setdefault(key, []).append(trend)
    for (item, set_by, _), trends in groups.items():
        yield from _signal(view, item, set_by, trends)


def _expected(trend: Trend) -> Target | None:
    found = (t for t in trend.series.targets if t.kind == "expectation" and t.due is None)
    return next(found, None)


def _signal(view: View, item: str, set_by: str, trends: Sequence[Trend]) -> Iterator[Signal]:
    period = max(t.last.period for t in trends if t.last is not None)
    counted = count_below([t.series for t in trends], period, set_by=set_by)
    if not counted.below.value or len(trends) < 2:
        return
    indicators = tuple(t.series.indicator.indicator for t in trends)
    theme = theme_of(indicators, "")
    target = _expected(trends[0])
    assert target is not None
    setter, _, on = set_by.partition(", ")
    fields: dict[str, Any] = {
        "below": counted.below,
        "of": counted.total,
        "period": period,
        "level": target.figure,
        "setter": setter or phrases()["panel"],
        "stated": fill(phrases()["stated_on"], {"day": on}) if on else "",
        "subject": theme.title.lower() if theme is not None else phrases()["measures"],
        "by_table": _by_table(counted, trends),
        "baseline": _baseline(on, period),
        "context": context(view, indicators),
        "before": _before(trends, period, set_by),
    }
    yield make(
        "expectation",
        f"item-{item}" if len(indicators) > 1 else indicators[0],
        item,
        weigh("expectation", share=counted.below.value / counted.total.value),
        fields,
        indicators=indicators,
    )


def _by_table(counted: ExpectationCount, trends: Sequence[Trend]) -> Sentence:
    """The count in each printed table: ``3 of 7 in Visiting, 5 of 7 in Supervision``."""
    titles = {t.series.table: t.series.table_title for t in trends}
    joined = Sentence("")
    for table in counted.tables:
        part = counted.of_table(table)
        sentence = fill(
            phrases()["in_table"],
            {"below": part.below, "of": part.total, "table": titles.get(table) or table},
        )
        template = "{joined}, {sentence}" if joined.text else "{sentence}"
        joined = compose(template, joined=joined, sentence=sentence)
    return joined


def _baseline(on: str, period: Period) -> Sentence:
    """Says that the period is the first since the expectation was stated, where it is."""
    words = on.split()
    if len(words) != 3 or words[1] not in MONTHS:
        return Sentence("")
    stated = Period(f"{words[2]}-{MONTHS.index(words[1]) + 1:02d}")
    return fill(phrases()["baseline"], {"period": period}) if stated == period else Sentence("")


def _before(trends: Sequence[Trend], period: Period, set_by: str) -> Sentence:
    """The same count one month and twelve months before, where every measure has a value."""
    parts: list[Sentence] = []
    for steps in (-1, -12 // period.length):
        then = count_below([t.series for t in trends], period.shift(steps), set_by=set_by)
        if not then.unknown.value:
            fields = {"below": then.below, "period": then.period}
            parts.append(fill(phrases()["below_then"], fields))
    if not parts:
        return Sentence("")
    counts = parts[0]
    for part in parts[1:]:
        counts = compose("{counts} and {part}", counts=counts, part=part)
    return fill(phrases()["compared"], {"counts": counts})
