"""Challenge questions: from a meeting's judgements to what a panel can ask about them."""

from briefing.questions.editorial import (
    Editorial,
    EditorialError,
    apply,
    load_editorial,
    template,
)
from briefing.questions.question import Evidence, Question, Remark, Suggestion
from briefing.questions.questions import ask, candidates
from briefing.questions.remarks import five_things, going_well, suggest_recommendations
from briefing.questions.replies import Reply
from briefing.questions.signals import Signal, detect
from briefing.questions.view import View

__all__ = [
    "Editorial",
    "EditorialError",
    "Evidence",
    "Question",
    "Remark",
    "Reply",
    "Signal",
    "Suggestion",
    "View",
    "apply",
    "ask",
    "candidates",
    "detect",
    "five_things",
    "going_well",
    "load_editorial",
    "suggest_recommendations",
    "template",
]
