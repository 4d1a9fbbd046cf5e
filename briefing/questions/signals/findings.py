"""What an inspection once found, and where the same measure stands today."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.rows import row_id
from briefing.model.trend import Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import make, trend_fields
from briefing.questions.signals.record import Signal
from briefing.questions.signals.statements import clause, has_number
from briefing.questions.templates import phrases
from briefing.questions.view import Row, View

#: Kinds of finding, the one that asks most of a service first.
ORDER = (
    "priority_action",
    "area_for_improvement",
    "strength",
    "weakness",
    "judgement",
    "narrative",
)


def signals(view: View) -> Iterator[Signal]:
    """One signal a measure that the papers print: what was asked for goes before what was noted.

    An old finding is background. It weighs little and never says how the service is today.
    """
    trends = {t.series.indicator.indicator: t for t in reversed(current(view.trends))}
    seen: set[str] = set()
    for row in sorted(view.rows("findings"), key=lambda r: ORDER.index(r["kind"])):
        named = [i for i in row["indicator"].split("|") if i and i in trends]
        if named and named[0] not in seen and not has_number(row["text"]):
            seen.update(named)
            yield _signal(view, row, trends[named[0]], tuple(named))


def _signal(view: View, row: Row, trend: Trend, named: tuple[str, ...]) -> Signal:
    citation = view.cite(row)
    fields = {
        **trend_fields(trend),
        "found": phrases()[f"found_{row['kind']}"],
        "finding": clause(row["text"]),
        "inspection": citation.document_title,
    }
    return make(
        "inspection",
        named[0],
        trend.series.item_number,
        weigh("inspection"),
        fields,
        indicators=named,
        citations=(citation,),
        rows=(row_id("findings", row),),
    )
