"""Who a question is addressed to: someone who can answer it and whom the papers invite."""

from __future__ import annotations

import re

from briefing.questions.templates import addressees
from briefing.questions.view import Row, View

_INVITED = ("invited", "in_attendance")

#: A row of attendance may say in its section for which item someone comes: ``Item 9, paragraph 5``.
_ITEM = re.compile(r"item (\w+)\b", re.IGNORECASE)


def address(view: View, item_number: str, answers: str, invited: tuple[str, ...] = ()) -> str:
    """The role that a question is addressed to; blank where nobody who can answer is invited.

    Those whom the manager invites go first, then those whom the papers invite or name as
    attending for the item. Whose report it is says nothing: the performance report is the
    scrutiny manager's own.

    Parameters
    ----------
    answers
        Who can answer: ``direction``, ``delivery`` or ``partner``.
    invited
        Roles that the editorial file names.
    """
    roles = [*invited, *_from_papers(view, item_number)]
    for word in addressees().get(answers, ()):
        for role in roles:
            if word.lower() in role.lower():
                return role
    return ""


def _from_papers(view: View, item_number: str) -> list[str]:
    rows = [r for r in view.rows("attendance") if r["status"] in _INVITED and r["role"]]
    return [r["role"] for r in rows if _comes_for(r, item_number)]


def _comes_for(row: Row, item_number: str) -> bool:
    match = _ITEM.match(row.get("section", ""))
    return match is None or match[1].lower() == item_number.lower()
