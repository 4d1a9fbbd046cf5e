"""What the heading of a column says it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.ingest.measures.units import without_limits
from briefing.ingest.parts import ColumnKind
from briefing.ingest.words.periods import period_of
from briefing.model import Period

_REGIONS = (
    r"north east|north west|yorkshire(?: (?:and|&) (?:the )?humber(?:side)?)?|east midlands|"
    r"west midlands|east of england|(?:greater )?london|south east|south west"
)
_AVERAGE = r"(?:average|avg|ave|av|mean|median|data|figures?|rate|result|value|benchmark|%|\(%\))"
_COMPARATORS = (
    ("statistical_neighbours", r"(?:stat(?:istical|s)?\.? ?neigh(?:bour)?s?\.?(?:'s)?|s\.?n\.?s?)"),
    ("england", r"(?:england|national|eng\.?|nat\.?|all england)"),
    ("region", rf"(?:{_REGIONS}|region(?:al)?)(?: region)?"),
    ("own", r"(?:our own|council|borough|city|county|authority)"),
)
_NAMED = tuple((name, re.compile(rf"(?:{words})(?: {_AVERAGE})*")) for name, words in _COMPARATORS)
_UNNAMED = re.compile(
    r"(?:comparators?|benchmarks?|(?:cipfa )?nearest neighbours?|neighbours?|similar authorities|"
    r"family group|comparator group|best in class|top quartile)"
    rf"(?: {_AVERAGE})*"
)
_SHAPES: tuple[tuple[ColumnKind, re.Pattern[str]], ...] = (
    (
        "text",
        re.compile(
            r".*\b(?:comments?|commentary|notes?|narrative|explanation|analysis|polarity|good is|"
            r"aim|lead|owner|officer|frequency|ref|reference|code|id|source|bigger|smaller|"
            r"desired direction|direction of good|aim to|good performance|better|definition|"
            r"timescales?|actions?|evidence|theme|priority|number|no|dates?|due)\b\.?|#"
        ),
    ),
    (
        "unknown",
        re.compile(
            r".*\b(?:variance|difference|distance|gap|ytd|year to date|cumulative|rolling|forecast|"
            r"projected|projection|change|rank|quartile|numerator|denominator|total|average|mean)"
            r"\b.*|.*% of target.*"
        ),
    ),
    (
        "rag",
        re.compile(r"(?:.*\brag\b.*|status|traffic light|rating|performance status|on track\??)"),
    ),
    ("direction", re.compile(r"(?:d\.?o\.?t\.?|.*\bdirection\b.*|.*\btrend\b.*|travel|arrow)")),
    ("floor", re.compile(r".*\b(?:floor|minimum|lower threshold)\b.*")),
    ("target", re.compile(r".*\b(?:targets?|goal|ambition|aspiration)\b.*")),
    ("unit", re.compile(r"(?:units?|unit of measure|measured in|format|measure type)")),
)
_LABEL = re.compile(
    r".*\b(?:indicators?|measures?|kpis?|description|performance|metric|outcome|title|name|"
    r"what we measure)\b.*"
)
_BREAKDOWN = re.compile(
    r"(?:breakdown|groups?|cohort|category|area|ward|gender|sex|ethnicity|age(?: group)?|team|"
    r"locality|district|type|service|school phase|phase)"
)
_LATEST = re.compile(
    r"(?:(?:latest|current|actual|result|performance|value|outturn|previous|last|this|prior|"
    r"baseline|same|now|position)\b)(?: (?:actual|result|performance|value|outturn|quarter|month|"
    r"year|period|data|figure|position|qtr|time|reported|available|last|score|reporting))*"
)
_UNIT_ALONE = re.compile(r"(?:no|number|n|#|count|%|\(%\)|per ?cent|percentage|rate|£|£000s?|days)")
_PERIODS = re.compile(
    r"(?:.*\b(?:year|month|quarter|period|date)|as at|collection year|years?|quarters?|months?)"
)
_UNIT = re.compile(
    r"(?P<per10>per\s*10[,\s]?000\b(?!,)|per\s*10k\b)|(?P<per1>per\s*1[,\s]?000\b(?!,))"
    r"|(?P<gbpk>£\s?['’]?(?:000['’]?s?|k)\b)|(?P<gbpm>£\s?m(?:illions?)?\b)|(?P<gbp>\(£\)|£)"
    r"|(?P<percent>%|\bper\s?cent(?:age)?\b|\bproportion of\b)"
    r"|(?P<fte>\bftes?\b)|(?P<days>\((?:working )?days\)|\bin days\b|\b(?:number of )?days\b)"
    r"|(?P<weeks>\(weeks\)|\bin weeks\b)"
    r"|(?P<count>^(?:the )?(?:number|no\.?|total number|count)\b(?: of)?)",
    re.IGNORECASE,
)
_SCALED = {"gbpk": ("gbp", 1_000), "gbpm": ("gbp", 1_000_000), "gbp": ("gbp", 1)}
_PLAIN = {
    "per10": "rate_per_10000",
    "per1": "rate_per_1000",
    "percent": "percent",
    "fte": "fte",
    "days": "days",
    "weeks": "weeks",
    "count": "count",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says: the column's kind, its period or comparator, ``latest`` for a value
    whose period the heading does not state."""

    kind: ColumnKind
    period: Period | None = None
    comparator: str = ""
    latest: bool = False


@lru_cache(maxsize=16_384)
def meaning(heading: str) -> Meaning:
    """What a heading says its column holds; ``unknown`` where it does not say."""
    period = period_of(heading)
    if period:
        return Meaning("period", period)
    plain = _plain(heading)
    if not plain:
        return Meaning("unknown")
    outside, dated = _dated(plain)
    for name, words in _NAMED:
        if words.fullmatch(outside) or words.fullmatch(outside.replace(" ", "")):
            return Meaning("comparator", dated, name)
    if _UNNAMED.fullmatch(outside):
        return Meaning("comparator", dated)
    if re.search(r"\brag\b", plain):
        return Meaning("rag")
    for kind, shape in _SHAPES:
        if shape.fullmatch(plain):
            return Meaning(kind, dated if kind in ("target", "floor") else None)
    if _LATEST.fullmatch(outside):
        return Meaning("period", dated, latest=True)
    if _LABEL.fullmatch(plain):
        return Meaning("label")
    return Meaning("breakdown") if _BREAKDOWN.fullmatch(plain) else Meaning("unknown")


def of_value(heading: str) -> bool:
    """Whether a heading is of a column of values that belongs to a performance table."""
    said = meaning(heading)
    return said.kind in ("period", "target", "floor", "comparator")


def is_unit(heading: str) -> bool:
    """Whether a heading is a unit and nothing else."""
    return bool(_UNIT_ALONE.fullmatch(_plain(heading)))


def of_periods(heading: str) -> bool:
    """Whether a heading says that its column holds periods, such as ``Collection year``."""
    return bool(_PERIODS.fullmatch(_plain(heading)))


def unit_of(text: str) -> tuple[str, int]:
    """The unit that a label or heading names and by what it multiplies; blank and 1 for none."""
    found = {match.lastgroup or "" for match in _UNIT.finditer(without_limits(text.strip()))}
    for name in ("per10", "per1"):
        if name in found:
            return _PLAIN[name], 1
    money = [name for name in ("gbpk", "gbpm", "gbp") if name in found]
    if money:
        return _SCALED[money[0]]
    for name in ("percent", "fte", "days", "weeks", "count"):
        if name in found:
            return ("", 1) if re.search(r"per\s*100[,\s]?000", text, re.I) else (_PLAIN[name], 1)
    return "", 1


def unit_of_title(title: str) -> tuple[str, int]:
    """The unit that the title of a table names in brackets or behind a comma; blank for none."""
    match = re.search(r"[(,]([^(),]*(?:,\d{3}[^(),]*)?)\)?\s*$", title)
    return unit_of(match[1]) if match else ("", 1)


def _plain(heading: str) -> str:
    return re.sub(r"\s+", " ", heading.lower().replace("’", "'")).strip(" :*.")


def _dated(plain: str) -> tuple[str, Period | None]:
    """A heading without the period that begins or ends it, and that period."""
    words = re.sub(r"[()]", " ", plain).split()
    for size in range(min(4, len(words) - 1), 0, -1):
        for part, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            period = period_of(" ".join(part))
            if period:
                return " ".join(rest).strip(" -:,"), period
    return " ".join(words) if "(" in plain and ")" in plain else plain, None
