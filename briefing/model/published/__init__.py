"""Published figures of all authorities: the measures, and what is on record of them."""

from briefing.model.published.areas import Council, council_in
from briefing.model.published.measures import Measure, measures, of_source
from briefing.model.published.record import Neighbours, Published, Value, rounded

__all__ = [
    "Council",
    "Measure",
    "Neighbours",
    "Published",
    "Value",
    "council_in",
    "measures",
    "of_source",
    "rounded",
]
