"""The mark of a last cell: everything before it ran."""

from __future__ import annotations

from briefing.display.show import Blocks
from briefing.model import blocks as b
from briefing.sections.edition import Edition
from briefing.sections.history import History


def complete(whole: Edition | History) -> Blocks:
    """Say that the edition is whole, and how many figures it withheld."""
    withheld = sum(len(series.unplaced) for series in whole.meeting.series())
    return Blocks(b.complete(whole.meeting.id, withheld=withheld))
