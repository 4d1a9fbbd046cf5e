"""Whether the papers tell the other side of a change themselves."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.choosing.compared import Compared
from briefing.model import Period
from briefing.model.claim import Claim, Verdict

_AGAINST = {1: ("down", "not_up"), -1: ("up", "not_down")}


def told_otherwise(
    found: Compared, verdicts: Iterable[Verdict], turning: Period | None = None
) -> bool:
    """Whether another statement of the same item tells the movement the other way.

    Of the same measure, or in the same sentence; a statement of the month in which the movement
    turned tells it, too. How such a statement stands beside the tables does not matter here:
    papers that name both sides leave nothing out.
    """
    others = (v.claim for v in verdicts if v.claim is not found.claim)
    return any(_tells(other, found, turning) for other in others)


def _tells(other: Claim, found: Compared, turning: Period | None) -> bool:
    claim = found.claim
    own = found.indicator in other.indicators and other.item_number == claim.item_number
    if not own and other.passage != claim.passage:
        return False
    if other.direction in _AGAINST[found.sign]:
        return True
    return turning is not None and turning in (other.period, *other.baselines)
