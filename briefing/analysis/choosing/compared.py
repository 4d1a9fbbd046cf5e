"""The two values that a true claim of a change compares, and the series that they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.analysis.claims.lines import Line, lines
from briefing.analysis.claims.material import Record
from briefing.analysis.difference import SMALL
from briefing.model import Figure, Period
from briefing.model.claim import Claim, Verdict

#: What a claim may state of a change.
_KINDS = ("change", "percent_change", "direction")
#: Which way a direction points.
_SIGNS = {"up": 1, "down": -1}
_OTHER_WAY = {"up": "down", "down": "up"}
#: Below this a tie of words and measure is no ground to set anything beside a sentence.
SURE_ENOUGH = 0.7

Points = Sequence[tuple[Period, Figure]]


@dataclass(frozen=True)
class Compared:
    """A change that a claim states truly: from ``before`` in ``base`` to ``after`` in ``now``.

    ``sign`` is 1 for a rise, -1 for a fall.
    """

    claim: Claim
    line: Line
    base: Period
    before: Figure
    now: Period
    after: Figure
    sign: int

    @property
    def indicator(self) -> str:
        """The measure."""
        return self.line.series.indicator.indicator

    @property
    def way(self) -> str:
        """Where the claim says that the measure moves: up or down."""
        return self.claim.direction

    @property
    def other_way(self) -> str:
        """The way that it does not."""
        return _OTHER_WAY[self.way]

    def gain(self, earlier: Figure, later: Figure) -> Decimal:
        """How far a value has moved the way that the claim says; negative for the other way."""
        return self.sign * (later.value - earlier.value)

    def is_few(self, earlier: Figure, later: Figure) -> bool:
        """Whether the two are of fewer than ten people, or differ by so few: nothing is made of
        them.
        """
        size = min(earlier.value, later.value, abs(later.value - earlier.value))
        return earlier.unit == "count" and size < SMALL


def compared(verdict: Verdict, record: Record) -> Compared | None:
    """The change that a claim states, where the tables bear it out and it is of the newest value.

    None for a claim that does not agree, that is loosely tied to its measure, compares with an
    average or several periods, or tells of an earlier time.
    """
    claim = verdict.claim
    sign = _SIGNS.get(claim.direction)
    if verdict.verdict != "agrees" or claim.kind not in _KINDS or sign is None:
        return None
    if claim.tie < SURE_ENOUGH or claim.steady or len(claim.baselines) > 1:
        return None
    if claim.base.startswith(("average", "years")):
        return None
    if len(verdict.printed) < 2:
        return None
    before, after = verdict.printed[:2]
    line = _line_of(before, after, claim, record)
    if line is None or before.period is None or after.period is None:
        return None
    if after.period.start < _newest(claim, record) or before.period >= after.period:
        return None
    found = Compared(claim, line, before.period, before, after.period, after, sign)
    return found if found.gain(before, after) > 0 else None


def _line_of(before: Figure, after: Figure, claim: Claim, record: Record) -> Line | None:
    """The table that both values stand in."""
    wanted = {(before.period, before.row), (after.period, after.row)}
    for indicator in claim.indicators:
        for line in lines(record, indicator):
            if wanted <= {(period, figure.row) for period, figure in line.points}:
                return line
    return None


def _newest(claim: Claim, record: Record) -> int:
    """When the newest value begins that any table prints of what the claim is about."""
    found = (line.last for indicator in claim.indicators for line in lines(record, indicator))
    return max((last[0].start for last in found if last is not None), default=0)
