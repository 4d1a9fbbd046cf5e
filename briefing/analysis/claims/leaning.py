"""Which way a sentence that the tables contradict errs: does it say more progress, or less?"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from briefing.model.claim import Claim, Verdict

Leaning = Literal["", "overstates", "understates"]


def leaning(verdict: Verdict, polarity: str) -> Leaning:
    """Whether the words overstate or understate progress beside the tables.

    Blank where neither way is better in itself, where the two do not differ in size, or where the
    claim states no figure of its own.
    """
    said, printed = _said(verdict.claim), _printed(verdict)
    if polarity not in ("high", "low") or said is None or printed is None or said == printed:
        return ""
    return "overstates" if (said > printed) is (polarity == "high") else "understates"


def _said(claim: Claim) -> Decimal | None:
    if claim.quantity is None or claim.kind not in ("level", "percent_change", "change"):
        return None
    value = claim.quantity.value
    if claim.kind == "level":
        return value
    return {"up": value, "down": -value}.get(claim.direction)


def _printed(verdict: Verdict) -> Decimal | None:
    dated = verdict.printed
    if verdict.claim.kind == "level":
        return dated[0].value if dated else None
    if len(dated) < 2:
        return None
    change = dated[1].value - dated[0].value
    if verdict.claim.kind == "change":
        return change
    return 100 * change / dated[0].value if dated[0].value else None
