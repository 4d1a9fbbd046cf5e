"""A claim before its measure is known, and a clause that is read form by form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clauses import Frame
from briefing.model import Period
from briefing.model.claim import Quantity, Statement

#: The period right behind a figure.
BEHIND = re.compile(
    r"^(?:\s+(?!from|since|than|compared|to|and)[\w§'-]+){0,4}?\s+(?:in|at|for|during|as\s+at"
    r"|as\s+of|by)\s+(?:the\s+)?(?P<p>«p\d+»)",
    re.IGNORECASE,
)


#: A clause that tells of a time named before it: "in May, when it was 12".
OF_THEN = re.compile(
    r"\s*(?:when|where|at\s+which|by\s+which|in\s+which|from\s+which|after\s+which|by\s+then|at\s+that"
    r"|having|until|before)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Draft(Statement):
    """What a clause states, before its measure is known.

    ``words`` where its own words name one; ``earlier`` for a level that another is compared with.
    """

    words: tuple[str, ...] = ()
    earlier: bool = False


class Clause:
    """A clause that is read form by form; what is read is taken out."""

    def __init__(self, text: str, frame: Frame) -> None:
        self.whole = grammar.TAIL.sub("", text) or text
        self.rest = self.whole
        self.frame = frame
        self.used: set[str] = set()
        self.spent: set[str] = set()
        self.ended: Period | None = None
        self.adrift = False
        hope = grammar.NOT_HOPED.sub(" ", self.whole)
        self.projects = bool(grammar.AT_THIS_RATE.search(self.whole))
        self.hoped = bool(grammar.HOPED.search(hope))
        self.denied = bool(grammar.DENIED.search(hope))
        self.now = bool(grammar.NOW.search(self.whole))
        at = frame.text.find(self.whole.strip(" ("))
        told = re.findall(r"«p\d+»", frame.text[:at]) if at > 0 else []
        self.of_then = bool(OF_THEN.match(self.whole))
        self.before = frame.period(told[-1]) if told else None
        self.past = bool(grammar.PAST.search(self.whole)) and not grammar.PRESENT.search(self.whole)

    def take(self, match: re.Match[str], *marks: str | None) -> None:
        """Take a match out of the rest, and remember the figures that it spent."""
        self.rest = self.rest.replace(match[0], " ", 1)
        self.spent.update(m for m in marks if m)

    def dated(self, mark: str) -> bool:
        """Whether a period stands right behind a figure."""
        at = self.whole.find(mark)
        return at >= 0 and BEHIND.match(self.whole[at + len(mark) :]) is not None

    def period_behind(self, mark: str) -> Period | None:
        """The period of a figure: right behind it, the only one of the clause, or the lead's."""
        at = self.whole.find(mark)
        behind = BEHIND.match(self.whole[at + len(mark) :]) if at >= 0 else None
        if behind:
            return self.frame.period(behind["p"])
        return self.own_period()

    def own_period(self) -> Period | None:
        """The only period of the clause that is no baseline, or else the sentence's lead."""
        free = [m for m in re.findall(r"«p\d+»", self.whole) if m not in self.used]
        if len(free) == 1:
            return self.frame.period(free[0])
        if not free and self.of_then:
            return self.before
        return self.frame.lead if not free else None

    def base_from(self, start: int) -> tuple[tuple[Period, ...], str, Quantity | None]:
        """The baseline that stands behind a place of the clause, or in front of all."""
        found = grammar.BASE.search(self.whole, start) or next(
            (m for m in grammar.BASE.finditer(self.whole, 0, start)), None
        )
        if found is None:
            return (), "", None
        return self.base_of(found)

    def base_of(self, found: re.Match[str]) -> tuple[tuple[Period, ...], str, Quantity | None]:
        """The baseline that a match gives: its periods or its words, and its own figure."""
        mark = found["base"]
        self.used.add(mark)
        start = self.frame.quantity(found["start"]) if found["start"] else None
        period = self.frame.period(mark)
        if period:
            return (period,), "", start
        name = mark.strip("«»")
        return (), (name[1:] if name[0] == "b" else f"years{name[1:]}"), start
