"""Words that say a thing in one of several ways, put in the one way that the grammar reads."""

from __future__ import annotations

import re

from briefing.model.period import MONTHS

#: So many digits of a year leave out the century.
_CENTURY = 2
_NUMBER = r"(?:an?\s+)?\d[\d,.]*\d?\s?%?"
_NOT = r"(?:has|have|had|did|does|do|is|was|are|were)\s+(?:not|never)\s+"
_GONE = r"(?:been|be|fall(?:en)?|drop(?:ped)?|dip(?:ped)?|gone?|ris(?:en|e)|move?d?)\s+(?:to\s+)?"
#: What says of when a bound has held.
_HELD = (
    rf"(?=\s*{_NUMBER}\s+(?:since|(?:for|in|at|during|over)\s+(?:the|any|each|every|all|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)))"
)

#: Who says so, where that is the papers' own figures: "the dashboard shows that".
_SOURCE = (
    r"(?:(?:the|our|latest|recent|most\s+recent|current|local|monthly|quarterly|police|performance"
    r"|management|council|council's|service|service's|this\s+month's)\s+)*"
    r"(?:data|figures|statistics|dashboards?|tables?|charts?|graphs?|scorecards?|information)"
    r"(?:\s+(?:from|of)\s+(?:the\s+|our\s+)?(?:police|dashboard|service|table|scorecard|council))?"
    r"(?:\s+(?:above|below|here))?"
)
_SHOWS = r"(?:shows?|showed|confirms?|confirmed|tells?)"

#: How it is worded -> how the grammar reads it; earlier rules go before later ones.
_RULES: tuple[tuple[str, str], ...] = (
    # who says so
    (rf"^\s*(?:as\s+)?{_SOURCE}\s+{_SHOWS}(?:\s+that\b|\s+us\b|,)?\s+", ""),
    (rf"^\s*according\s+to\s+{_SOURCE},?\s+", ""),
    (rf",?\s+(?:according\s+to|as\s+shown\s+(?:by|in))\s+{_SOURCE}\s*(?=[.,]|$)", ""),
    # marks of notes, of lists and of a scan
    (r"\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]|(?<=\w)[*†‡]+(?=[\s,.;:]|$)", ""),
    (
        r"\s*\((?:see|refer\s+to)\s+(?:the\s+)?(?:notes?|pages?|tables?|sections?|paragraphs?"
        r"|append\w+|figures?|charts?|graphs?)\b[^()]*\)",
        "",
    ),
    (r"^\s*(?:[•●▪*–—-]\s*)?(?:\d+(?:\.\d+)+\.?|\d{1,2}[.)]|\([a-z0-9]{1,3}\))\s+(?=[A-Z])", ""),
    (r"(?<=\d)\s,(?=\d{3}(?!\d))", ","),
    # bounds
    (rf"\b{_NOT}exceed(?:ed)?\b", "was at most"),
    (r"\bnot\s+(?:less|fewer|lower)\s+than\b", "at least"),
    (r"\bnot\s+(?:more|greater|higher)\s+than\b", "at most"),
    (rf"\b{_NOT}{_GONE}(?:below|under|lower\s+than){_HELD}", "stayed at least"),
    (rf"\b{_NOT}{_GONE}(?:above|over|higher\s+than){_HELD}", "stayed at most"),
    # what a figure is of, behind it
    (
        rf"\b(the|our|its|their|an?)\s+({_NUMBER})\s+((?:local\s+|national\s+)?(?:target|goal"
        r"|benchmark|threshold|ceiling)|England\s+average|national\s+average)\b(?!\s+of\b)",
        r"\1 \3 of \2",
    ),
    (r"\b(?:made|makes?|making)\s+up\b", "were"),
    # a year before
    (r"^\s*year[\s-]on[\s-]year,", "Compared with a year ago,"),
    (
        rf"({_NUMBER}(?:\s*percentage\s+points?|\s?ppts?)?)\s+year[\s-]on[\s-]year\b",
        r"\1 on a year ago",
    ),
    # as many times over
    (
        r"\b(twice|half|(?:two|three|four|five)\s+times)\s+as\s+(?:many|much)\s+(?!again\b)"
        r"([^,;.()]{3,80}?)\s+as\s+((?:in|at|a\s+year|last\s+year|the\s+same)\b)",
        r"\2 \1 as many as \3",
    ),
    # runs of months
    (
        r"\bin\s+(?:each|every\s+one|all)\s+of\s+the\s+(?:last|past|previous)\s+"
        r"(two|three|four|five|six|seven|eight)\s+months\b",
        r"for \1 consecutive months",
    ),
    (
        r"\bin\s+any\s+(?:one\s+)?of\s+the\s+(?:last|past|previous)\s+(\w+)\s+months\b",
        r"for the last \1 months",
    ),
    (r"\bon\s+an?\s+upward\s+(?:trend|trajectory)\b", "gone up"),
    (r"\bon\s+an?\s+downward\s+(?:trend|trajectory)\b", "gone down"),
)  # fmt: skip
_COMPILED = tuple((re.compile(rule, re.IGNORECASE), to) for rule, to in _RULES)


_DATE = re.compile(
    r"(?<![\d/.])(?P<day>0?[1-9]|[12]\d|3[01])(?P<by>[/.])(?P<month>0?[1-9]|1[0-2])(?P=by)(?P<year>20\d\d|\d\d)"
    r"(?![\d/]|\.\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?!\d)")


def _date_in_words(date: re.Match[str]) -> str:
    year = date["year"] if len(date["year"]) > _CENTURY else f"20{date['year']}"
    return f"{int(date['day'])} {MONTHS[int(date['month']) - 1]} {year}"


def reworded(text: str) -> str:
    """A sentence in the words that the grammar reads; what it states stays the same."""
    text = _ISO.sub(_date_in_words, _DATE.sub(_date_in_words, text))
    for rule, to in _COMPILED:
        text = rule.sub(to, text)
    return text
