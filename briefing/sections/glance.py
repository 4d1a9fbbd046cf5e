"""Exceptions at a glance: at most twelve measures that stand out, good and bad."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis import expected_false_alarms
from briefing.analysis.standouts import primary, standouts
from briefing.display.show import Blocks
from briefing.display.tables import exceptions_table
from briefing.model import blocks as b
from briefing.model import compose, derive
from briefing.model.blocks import Block
from briefing.model.trend import Trend
from briefing.sections.edition import Edition


def exceptions_of(edition: Edition, item_number: str = "") -> tuple[Trend, ...]:
    """The trends that stand out, of one item or of the whole meeting.

    A measure that two items print belongs to the item whose figures reach furthest.
    """
    trends = primary(edition.trends)
    if item_number:
        trends = tuple(t for t in trends if t.series.item_number == item_number)
    return tuple(s.trend for s in standouts(trends))


def at_a_glance(edition: Edition) -> Blocks:
    """The exceptions table, how many alarms chance alone would raise, the panel's expectation."""
    chosen = exceptions_of(edition)
    if not chosen:
        return Blocks([])
    return Blocks(
        [
            b.heading("Exceptions at a glance", level=2, anchor="exceptions"),
            *_how_to_read(edition),
            exceptions_table(chosen, caption="The measures that stand out"),
        ]
    )


def _how_to_read(edition: Edition) -> list[Block]:
    judged = [t for t in primary(edition.trends) if t.variation]
    if not judged:
        return []
    return [
        b.paragraph(
            compose(
                "{count} measures in the papers could be judged by process limits. Even if "
                "nothing had changed, about {alarms} of them would be called out at their last "
                "point by chance alone.",
                count=derive(
                    len(judged),
                    "measures judged by process limits",
                    *(t.last.figure for t in judged if t.last),
                ),
                alarms=expected_false_alarms(judged, last_point=True),
            ),
            style="small",
        ),
        *unconfirmed(judged),
    ]


def unconfirmed(shown: Iterable[Trend]) -> list[Block]:
    """That nobody has said yet how measures are counted and which way is good, if so."""
    new = [t for t in shown if not t.series.indicator.confirmed]
    if not new:
        return []
    return [
        b.paragraph(
            compose(
                "Not confirmed by a person yet, for {count} of these measures: over what time "
                "they are counted, and which way is good. None of them is called better or worse, "
                "and what is called unusual may change once that is confirmed.",
                count=derive(
                    len(new),
                    "measures not confirmed by a person yet",
                    *(t.last.figure for t in new if t.last),
                ),
            ),
            style="small",
        )
    ]
