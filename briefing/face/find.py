"""Finding what a user named, and what they may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date

from briefing.errors import BriefingError


def near(name: str, names: Sequence[str]) -> str:
    """The names that come near one, as a sentence; blank where none does."""
    found = difflib.get_close_matches(name, names, n=4, cutoff=0.5)
    found += [n for n in names if name and name in n and n not in found][: 4 - len(found)]
    return f" Did you mean {' or '.join(found)}?" if found else ""


def find_meeting(name: str, meetings: Sequence[str]) -> str:
    """The meeting named by ``PANEL/YYYY-MM-DD``, or by its date while only one panel met then.

    Raises
    ------
    BriefingError
        When no meeting or more than one is meant; the message names those that come near.
    """
    if name in meetings:
        return name
    same_day = [m for m in meetings if m.endswith(f"/{name}")]
    if len(same_day) == 1:
        return same_day[0]
    if same_day:
        raise BriefingError(f"on {name} more than one panel met: name one of {', '.join(same_day)}")
    if not meetings:
        raise BriefingError(f"there is no meeting {name!r}: the store holds none yet")
    raise BriefingError(
        f"there is no meeting {name!r}; the nearest are {', '.join(_nearest(name, meetings))}"
    )


def _nearest(name: str, meetings: Sequence[str]) -> list[str]:
    """Up to three meetings: by date where a date was named, else by their spelling."""
    try:
        day = date.fromisoformat(name.rpartition("/")[2])
    except ValueError:
        return difflib.get_close_matches(name, meetings, n=3, cutoff=0.3) or list(meetings[-3:])
    return sorted(meetings, key=lambda m: (abs(date.fromisoformat(m[-10:]) - day), m))[:3]
