"""A sentence that tells of several times: which of its claims are surely of now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from briefing.analysis.claims.clause import Draft
from briefing.analysis.claims.tie import NARROWED, Tie
from briefing.model import Period

Told = tuple[Draft, Tie | None]

_CHANGES = ("change", "percent_change")
_MOVES = (*_CHANGES, "direction")
#: "…, 7 in July": of what the change before it told.
_BARE = re.compile(
    r"\s*(?:(?:and|by|then|another|a\s+further|as\s+(?:much|many)\s+as|even|only|just)\s+)*«q\d+»\s+(?:in|at|for|over)\b",
    re.IGNORECASE,
)


def doubted(tie: Tie | None) -> Tie | None:
    """A tie that bears no contradiction."""
    return Tie(tie.indicators, min(tie.certainty, NARROWED)) if tie else None


def goes_on(draft: Draft, clause: str, made: Sequence[Told]) -> bool:
    """Whether a bare figure behind a change may be one more change."""
    after_change = any(d.kind in _CHANGES for d, _ in made)
    return draft.kind == "level" and after_change and _BARE.match(clause) is not None


def of_several_times(made: Sequence[Told], periods: Sequence[Period]) -> list[Told]:
    """The claims, with doubt on those that name no time where the sentence names others.

    A claim of the present beside a month that nothing is compared with may be of that month; a
    movement without a beginning may be told from there; and of two undated levels one is earlier.
    """
    used = {p for d, _ in made for p in d.baselines}
    used |= {d.period for d, _ in made if d.earlier and d.period}
    free = set(periods) - used
    levels: dict[tuple[str, ...], set[Decimal]] = {}
    for d, tie in made:
        if tie and d.quantity and _is_level(d):
            levels.setdefault(tie.indicators, set()).add(d.quantity.value)

    def unsure(d: Draft, tie: Tie | None) -> bool:
        several = tie is not None and len(levels.get(tie.indicators, ())) > 1
        named = set(tie.indicators) if tie else set()
        others = {o.period for o, t in made if t and not named & set(t.indicators)}
        return _at_another_time(d, free - others) or (several and _is_level(d))

    return [(d, doubted(tie) if unsure(d, tie) else tie) for d, tie in made]


def _is_level(draft: Draft) -> bool:
    return draft.kind == "level" and not draft.earlier and _undated(draft)


def _undated(draft: Draft) -> bool:
    return draft.period is None and not draft.now and not draft.unsure


def _at_another_time(draft: Draft, free: set[Period]) -> bool:
    if draft.period and any(base.start >= draft.period.start for base in draft.baselines):
        return draft.kind in _MOVES
    begun = draft.baselines or draft.base or draft.window_months
    if draft.kind in _MOVES and not begun:
        return bool(free - {draft.period})
    return bool(free) and _undated(draft) and not begun
