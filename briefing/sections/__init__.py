"""The sections of a briefing: what each cell of a notebook shows."""

from briefing.sections.agenda_item import agenda_items
from briefing.sections.annex import annex
from briefing.sections.changes import changes
from briefing.sections.clarify import clarify
from briefing.sections.commitments import commitments
from briefing.sections.complete import complete
from briefing.sections.edition import Edition, open_edition
from briefing.sections.explorer import Explorer, open_explorer
from briefing.sections.front_page import front_page
from briefing.sections.glance import at_a_glance
from briefing.sections.history import history_entries, history_page, open_history
from briefing.sections.recommendations import recommendations

__all__ = [
    "Edition",
    "Explorer",
    "agenda_items",
    "annex",
    "at_a_glance",
    "changes",
    "clarify",
    "commitments",
    "complete",
    "front_page",
    "history_entries",
    "history_page",
    "open_edition",
    "open_explorer",
    "open_history",
    "recommendations",
]
