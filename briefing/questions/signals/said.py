"""Whether the papers themselves speak of what changed since the last ones."""

from __future__ import annotations

import re

from briefing.model.figure import Figure
from briefing.questions.view import View

#: Figures that were worked out anew.
REVISED = re.compile(
    r"\b(?:revis(?:ed|ions?)|restated|re-?calculated|backdated|late\s+recording|recorded\s+late"
    r"|refreshed|corrected|data\s+cleans\w*)\b",
    re.IGNORECASE,
)
#: A target, whatever the papers say of it.
TARGET = re.compile(r"\b(?:target|goal|ambition)s?\b", re.IGNORECASE)
#: A target that was set anew.
NEW_TARGET = re.compile(
    r"\b(?:new|revised|updated|changed|amended|stretch\w*|reset|raised|lowered)\s+"
    r"(?:\w+\s+){0,2}(?:target|goal)s?\b"
    r"|\btargets?\s+(?:\w+\s+){0,3}(?:revis\w+|updat\w+|chang\w+|amend\w+|reset|raised"
    r"|lowered|moved)\b",
    re.IGNORECASE,
)
#: A target of which none is printed for now.
TARGET_GONE = re.compile(
    r"\b(?:no|removed|withdrawn|without)\s+(?:\w+\s+){0,2}targets?\b"
    r"|\btargets?\s+(?:\w+\s+){0,3}(?:review\w*|remov\w+|withdrawn|no\s+longer|not\s+(?:been\s+)?set"
    r"|being\s+set|to\s+be\s+(?:set|agreed))\b",
    re.IGNORECASE,
)


def is_said(view: View, item: str, words: re.Pattern[str], *figures: Figure) -> bool:
    """Whether a sentence of an agenda item speaks of it, with all the figures where some are given.

    Without figures, one that does is taken to speak of all the measures of the item, so that
    nobody is asked what the papers say.
    """
    return any(
        words.search(row["text"]) and all(_states(row["text"], figure) for figure in figures)
        for table in ("passages", "statements")
        for row in view.rows(table)
        if row["item_number"] in ("", item)
    )


def _states(text: str, figure: Figure) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(figure.number)}(?![\d]|[.,]\d)", text))
