"""The public face: a store opened, its meetings, and what is judged and asked of each."""

from briefing.analysis.choosing import Context
from briefing.analysis.disagreements import Disagreement
from briefing.analysis.published import ComparatorCheck
from briefing.face.meeting import Meeting
from briefing.face.papers import EVERYTHING
from briefing.face.store import Store, open_store
from briefing.questions import Question
from briefing.store import Panel

__all__ = [
    "EVERYTHING",
    "ComparatorCheck",
    "Context",
    "Disagreement",
    "Meeting",
    "Panel",
    "Question",
    "Store",
    "open_store",
]
