"""A sentence with its figures, periods and things marked, and its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.analysis.claims import grammar
from briefing.analysis.claims.numbers import mark_figures
from briefing.analysis.claims.rewording import reworded
from briefing.analysis.claims.tie import Lexicon
from briefing.analysis.claims.times import mark_times
from briefing.analysis.claims.vocabulary import concepts, plain
from briefing.model import Period
from briefing.model.claim import Quantity

#: "In August 2024, …", "Since April, …": the comma ends no clause.
_LEAD = re.compile(
    r"^(\s*(?:In|At|By|During|Since|For|Compared\s+(?:to|with)|From|As\s+(?:of|at)|When\s+compared\s+(?:to|with)|Unusually\s+for|Over)"
    r"\s[^,«]{0,30}«[pby]\w+»(?:\s+to\s+«p\d+»)?|\s*On\s+average|\s*At\s+(?:this|the\s+(?:current|present))\s+(?:rate|pace)|\s*If\s[^,«]{0,30}\scontinues"
    r"|\s*On\s+(?:the\s+)?(?:current|present)\s+\w+)\s*,",
    re.IGNORECASE,
)
#: "At 470, the number of …": the same.
_AT = re.compile(r"^(\s*(?:At|With)\s+«q\d+»)\s*,")
#: "August 2024 (234)": the figure of the period.
_BRACKETED = re.compile(r"(«p\d+»)\s*\(\s*(«q\d+»)\s*\)")
#: "July 2024: 80%": the same.
_NAMED = re.compile(r"(«p\d+»)\s*[:=]\s*(«q\d+»)")
#: "the same month last year (August 2023)": the period.
_ADDED = re.compile(r"«byearago»\s*\(\s*(?:in\s+)?(«p\d+»)\s*\)")
#: "234 (August 2024)", "234, August 2024": the same.
_DATED = re.compile(
    r"(«q\d+»)(?:\s*\(\s*(?:(?:as\s+)?at\s+|in\s+|for\s+)?(«p\d+»)\s*\)|,\s*(«p\d+»)(?=\s*$|\s*[;,]))"
)
_ASIDE = re.compile(r"\([^()]*\)")
_HARD = re.compile(r"[;:)]|\((?=\()|,(?=\s)|\s[–—-]+\s")
_SOFT = re.compile(
    r"\s(?:and|but|while|whilst|although|though)\s|\s(?=with\s+(?:an?|the)\s+(?:rate|number|percentage|total)\b)"
    r"|\s(?=which\s+(?:is|was|are|were)\b)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"«q\d+»|\b(?:increas|decreas|reduc|fall|fell|rose|risen|drop|dip|declin|remain|lowest|highest"
    r"|below|above|exceed|comparable|unchang|improv|worsen|stayed|stable)\w*|\b(?:met|meets?|missed)\s+(?:the|our|its)\b",
    re.IGNORECASE,
)


_BOTH = re.compile(
    rf"\s*Both\s+(?P<a>[^,;«]+?)\s+and\s+(?P<b>[^,;«]+?)\s+(?P<rest>(?:(?:have|has|are|is|were|was)\s+)?"
    rf"{grammar.MOVED.pattern}.*)",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(
    r"(?P<a>[^,;«]+?)\s+and\s+(?P<b>[^,;«]+?)\s+(?P<verb>were|are|was|is|stood\s+at|stand\s+at|rose\s+to|fell\s+to)"
    r"\s+(?P<qa>«q\d+»)\s+and\s+(?P<qb>«q\d+»),?\s+respectively(?P<rest>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Frame:
    """A sentence as marked, with the periods and figures that the marks stand for."""

    text: str
    periods: tuple[Period, ...]
    quantities: tuple[Quantity, ...]
    lead: Period | None
    published: date | None

    def quantity(self, mark: str) -> Quantity:
        """The figure of a mark such as ``«q0»``."""
        return self.quantities[int(mark.strip("«»")[1:])]

    def period(self, mark: str) -> Period | None:
        """The period of a mark such as ``«p0»``; None for a baseline in words."""
        name = mark.strip("«»")
        return self.periods[int(name[1:])] if name[0] == "p" else None


def mark(text: str, published: date | None, lexicon: Lexicon) -> Frame:
    """Mark a sentence's periods, things and figures."""
    marked, periods = mark_times(reworded(plain(text)).rstrip(".!; "), published)
    marked, quantities = mark_figures(lexicon.protected(concepts(marked, lexicon.windows)))
    marked = _AT.sub(r"\1 ", _BRACKETED.sub(r"\2 in \1", _NAMED.sub(r"\2 in \1", marked)))
    marked = _ADDED.sub(r"\1", marked)
    marked = _DATED.sub(lambda m: f"{m[1]} in {m[2] or m[3]}", marked)
    led = _LEAD.match(marked)
    lead = None
    if led:
        marked = f"{led[1]} {marked[led.end() :]}"
        at = re.match(
            r"\s*(?:In|At|During|For|As\s+(?:of|at)|Unusually\s+for)\b.*«p(\d+)»",
            led[1],
            re.IGNORECASE,
        )
        lead = periods[int(at[1])] if at else None
    return Frame(marked, tuple(periods), tuple(quantities), lead, published)


def _told_together(text: str) -> list[str]:
    """A sentence of two measures at once as one of each: both fell; 90% and 80% respectively."""
    both = _BOTH.fullmatch(text)
    if both:
        return [f"{both['a']} {both['rest']}", f"{both['b']} {both['rest']}"]
    each = _RESPECTIVELY.fullmatch(text)
    if each:
        verb, rest = each["verb"], each["rest"]
        return [f"{each['a']} {verb} {each['qa']}{rest}", f"{each['b']} {verb} {each['qb']}{rest}"]
    return [text]


def in_one_order(text: str) -> bool:
    """Whether a sentence gives figures in the order of other words, and cannot be told apart."""
    return "respectively" in text.lower() and _RESPECTIVELY.fullmatch(text) is None


def _apart(aside: re.Match[str]) -> str:
    """What stands in brackets, each part of it in its own."""
    return re.sub(r",\s|\s(?:and|or)\s(?=«q)", r"\g<0>(", aside[0])


def clauses(text: str) -> Iterator[str]:
    """The clauses of a marked sentence, in order; one in brackets keeps its first bracket."""
    told = (_ASIDE.sub(_apart, one) for one in _told_together(text))
    pieces = (p for one in told for p in _HARD.split(one.replace("(", " ((")))
    for piece in pieces:
        start = 0
        for cut in _SOFT.finditer(piece):
            if _SPEAKS.search(piece, start, cut.start()) and _SPEAKS.search(piece, cut.end()):
                yield piece[start : cut.start()]
                start = cut.end()
        if piece[start:].strip():
            yield piece[start:]
