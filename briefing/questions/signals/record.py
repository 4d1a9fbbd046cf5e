"""A signal: something in the papers that a panel may wish to ask about, or to hold on to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from briefing.model.figure import Citation
from briefing.model.sentence import Sentence

#: Kinds that say what goes well; all others give rise to questions.
GOOD = (
    "improvement",
    "target-met",
    "better-than-last-year",
    "better-than-comparators",
    "answered",
    "strength",
)


@dataclass(frozen=True)
class Signal:
    """One observation about the papers, with the rows that it rests on.

    Parameters
    ----------
    kind
        What it is, the name of an entry of ``wording/kinds.toml``.
    subject
        What it is about: an indicator, a recommendation, a statement; unique in its kind.
    item_number
        The agenda item under which its evidence stands.
    severity
        0 to 100, see :mod:`briefing.questions.severity`.
    fields
        The figures and words that a wording may print, by name. Never a bare number.
    evidence
        What the papers print, in one sentence.
    headline
        The same shorter, for page one.
    text
        Words of the papers (in summary) that tell its theme where no indicator does.
    """

    kind: str
    subject: str
    item_number: str
    severity: Decimal
    evidence: Sentence
    headline: Sentence
    indicators: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    rows: tuple[str, ...] = ()
    text: str = ""

    @property
    def signal(self) -> str:
        """The slug, unique in the meeting."""
        return f"{self.kind}-{self.subject}"

    @property
    def good(self) -> bool:
        """Whether it says that something goes well."""
        return self.kind in GOOD
