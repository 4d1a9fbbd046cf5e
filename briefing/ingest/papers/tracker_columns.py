"""The headings of a tracker, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Role = Literal["raised", "title", "action", "taken", "status", "recipient"]

_HEADINGS: dict[Role, str] = {
    "raised": r"(meeting|date)(raised|ofmeeting|made|ofrecommendation|date)?",
    "title": r"title|(agenda)?item|subject|topic|issue|theme",
    "action": r"action(proposed|required|requested|agreed)?|proposedactions?"
    r"|(scrutiny|panel|committee)?recommendations?(made)?|resolutions?",
    "taken": r"actions?taken|responses?(received)?|(progress)?updates?|outcomes?|progress(made)?"
    r"|comments?",
    "status": r"(progress|current)?status|progress|rag(status|rating)?|completed?",
    "recipient": r"recipient|addressedto|lead(officer|member)?|owner|responsib\w+|cabinetmember",
}
_LINE = re.compile(
    r"(?P<raised>(?:meeting\s+)?date(?:\s+(?:raised|of\s+meeting))?|meeting)\s+"
    r"(?:(?P<title>title|(?:agenda\s+)?item|subject|topic|issue)\s+)?"
    r"(?P<action>action\s+(?:proposed|required|requested|agreed)|(?:scrutiny\s+)?recommendations?)\s+"
    r"(?P<taken>actions?\s+taken|responses?|(?:progress\s+)?updates?|outcomes?)"
    r"(?P<status>\s+(?:progress(?:\s+status)?|(?:current\s+)?status|rag))?",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:partially |partly |not (?:yet )?)?(?:complete[d]?|in progress|on-?going|outstanding"
    r"|started|rejected|declined|accepted|agreed|met|implemented|closed|open|overdue|superseded|deferred"
    r"|on hold|under ?way|achieved|delayed|on track|to be confirmed|noted|pending)\.?",
    re.IGNORECASE,
)


def columns_of(texts: Sequence[str]) -> dict[Role, int]:
    """What each column holds, for the headings of a tracker; empty for any other row."""
    found: dict[Role, int] = {}
    for at, text in enumerate(texts):
        letters = re.sub(r"[^a-z]", "", text.lower())
        for role, pattern in _HEADINGS.items():
            if role not in found and re.fullmatch(pattern, letters):
                found[role] = at
                break
    whole = {"raised", "action"} <= set(found) and {"taken", "status"} & set(found)
    return found if whole else {}


def is_header_line(text: str) -> bool:
    """Whether a line of text without columns holds the headings of a tracker, the last or none."""
    return len(text) < 120 and bool(_LINE.fullmatch(text.strip()))


def is_status(text: str) -> bool:
    """Whether a text is a status and nothing more."""
    return bool(_STATUS.fullmatch(text.strip()))
