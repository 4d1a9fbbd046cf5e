"""The review of what was read: each open matter beside its page, and a person's decision on it."""

from briefing.review.opened import Review, open_review
from briefing.review.page import (
    ambiguous,
    as_read,
    comparators,
    decided,
    not_understood,
    summary,
    unmatched,
    withheld,
)
from briefing.review.where import where_from

__all__ = [
    "Review",
    "ambiguous",
    "as_read",
    "comparators",
    "decided",
    "not_understood",
    "open_review",
    "summary",
    "unmatched",
    "where_from",
    "withheld",
]
