"""The periods that a sentence names, in words that leave out what a reader of the day knew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing.model import Period
from briefing.model.period import MONTHS

_NAMES = {name.lower(): at for at, name in enumerate(MONTHS, start=1)}
_NAMES |= {name[:3].lower(): at for at, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_LONG = "|".join(MONTHS)
_ANY = "|".join(sorted((n.capitalize() for n in _NAMES), key=len, reverse=True))
_YEAR = r"20\d\d"
_SPLIT = rf"{_YEAR}\s?[/–-]\s?(?:20)?\d\d(?!\d)"
_ENDED = r"(?:the\s+)?(?:end|month|start|beginning)\s+of\s+"

_PERIOD = re.compile(
    rf"(?:{_ENDED})?\b(?P<month>{_ANY})\.?[\s\-]+['’]?(?P<year>{_YEAR}|\d\d(?!\d|\s?%))\b"
    rf"|\b(?:(?:Q|[Qq](?:uarte|t)r\s+)(?P<q>[1-4])|(?P<qword>first|second|third|fourth)\s+quarter)"
    rf"\s*(?:of\s+"
    rf"|in\s+)?\(?(?P<qyear>{_SPLIT}|{_YEAR})\)?"
    rf"|\b(?:financial\s+year\s+)?(?P<split>{_SPLIT})(?!\d)"
    rf"|(?:{_ENDED})?\b(?P<alone>{_LONG})\b(?!\s+\d{{1,2}}\b)"
    rf"|\b(?:Q|[Qq](?:uarte|t)r\s+)(?P<qalone>[1-4])\b"
    rf"|(?<=\b[Ii]n\s)(?P<bare>{_YEAR})\b|(?<=\b[Ss]ince\s)(?P<bare2>{_YEAR})\b"
    rf"|(?<=\b[Ff]rom\s)(?P<bare3>{_YEAR})\b"
)
_RELATIVE = (
    (
        "yearago",
        r"(?:the\s+)?same\s+(?:month|period|time|point|quarter)\s+(?:of\s+)?(?:last"
        r"|the\s+previous|a)\s+year"
        r"(?:\s+(?:ago|earlier|before))?|this\s+time\s+last\s+year|(?:a|one)\s+year\s+(?:ago"
        r"|earlier|before)"
        r"|(?:12|twelve)\s+months\s+(?:ago|earlier|before)",
    ),
    ("lastyear", r"last\s+year|the\s+previous\s+year|the\s+year\s+before"),
    (
        "previous",
        r"last\s+(?:month|quarter)|(?:the\s+)?(?:previous|prior|preceding)\s+(?:month|quarter)"
        r"|the\s+(?:month|quarter)\s+before|(?:a|one)\s+(?:month|quarter)\s+(?:ago|earlier)",
    ),
    (
        "average",
        r"(?:(?<=from\s)|(?<=than\s)|(?<=against\s)|(?<=on\s)|(?<=below\s)|(?<=above\s)"
        r"|(?<=with\s)|(?<=to\s))"
        r"(?:the|our|its|their)\s+(?:monthly\s+|usual\s+|annual\s+|long-?\s?term\s+"
        r"|yearly\s+)?(?:average|mean)"
        r"(?=\s*(?:$|[,.;]|but\b|and\b|for\b|over\b))",
    ),
)
_RELATIVES = tuple((base, re.compile(rule, re.IGNORECASE)) for base, rule in _RELATIVE)
_YEARS_BEFORE = re.compile(
    r"(?:the\s+|each\s+of\s+the\s+|both\s+of\s+the\s+)?(?:(?P<a>two|three|2|3)\s+previous"
    r"|(?:previous|last|past)\s+(?P<b>two|three|2|3))\s+years",
    re.IGNORECASE,
)
#: "over the year to August": from the August before; "in the six months to August" likewise.
_TO = re.compile(
    r"\b(?:over|in|during)\s+the\s+(?P<n>year|(?:12|twelve|3|three|6|six|9|nine)\s+months)\s+to\s+"
    r"«p(?P<end>\d+)»",
    re.IGNORECASE,
)
#: "August last year".
_OF_LAST_YEAR = re.compile(rf"\b({_LONG})\s+(?:of\s+)?last\s+year\b")
#: Words behind which a period is one to compare with, and so lies before the one compared.
_COMPARED = re.compile(
    r"\b(?:from|than|on|since|against|compar\w+\s+(?:to|with))\s+(?:\S+\s+){0,4}?(?:in|at|of|for"
    r"|during)?\s*$",
    re.IGNORECASE,
)
#: What joins two months of one telling: from 12 in May to 14 in August 2030.
_JOINED = re.compile(
    r"[^,;.]{0,30}?\b(?:to|and|until)\b(?:(?!than|from|since)[^,;.]){0,25}", re.IGNORECASE
)
#: What stands between the months of a list: 12 in May, 14 in June and 15 in July 2030.
_LISTED = re.compile(
    rf"(?:[\s,(]|\d[\d.,]*\s?%?|\b(?:in|to|and|then|at|for|by|Q[1-4]|{_ANY})\b)+", re.IGNORECASE
)
#: "between March and August": from the one to the other.
_BETWEEN = re.compile(r"\bbetween\s+(«p\d+»)\s+and\s+(«p\d+»)", re.IGNORECASE)
_AVERAGE_OF = re.compile(
    r"the\s+(?:monthly\s+)?average\s+(?:of|for|over)\s+the\s+(?:last|previous|past"
    r"|preceding)\s+(\d+|six|twelve|three)\s+months",
    re.IGNORECASE,
)
_MONTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_HOW_MANY = {"two": 2, "2": 2, "three": 3, "3": 3}
_QUARTERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def mark_times(text: str, published: date | None) -> tuple[str, list[Period]]:
    """The text with ``«p0»`` for its periods, and these in order.

    ``«byearago»`` and the like stand for baselines in words, ``«y2»`` for
    the same month of the two years before. A month without a year is the latest one that had
    begun by the day of publication; without such a day, it is left in the text.
    """
    if published:
        text = _OF_LAST_YEAR.sub(rf"\1 {published.year - 1}", text)
    text = _AVERAGE_OF.sub(lambda m: f"«baverage{_MONTHS.get(m[1].lower(), m[1])}»", text)
    for base, rule in _RELATIVES:
        text = rule.sub(f"«b{base}»", text)
    text = _YEARS_BEFORE.sub(lambda m: f"«y{_HOW_MANY[(m['a'] or m['b']).lower()]}»", text)
    found: list[Period] = []
    told = _told(text, published)

    def mark(match: re.Match[str]) -> str:
        period = _period(match, published)
        if period is None:
            return match[0]
        if match["alone"] or match["qalone"]:
            period = _beside(period, match, told)
        if period is None:
            return "«bunknown»"
        found.append(period)
        return f"«p{len(found) - 1}»"

    text = _PERIOD.sub(mark, text)
    text = re.sub(r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?=«p\d+»)", "", text)
    text = _BETWEEN.sub(r"from \1 to \2", text)

    def time_to(match: re.Match[str]) -> str:
        end = found[int(match["end"])]
        words = match["n"].lower().split()[0]
        months = 12 if words == "year" else _MONTHS.get(words) or int(words)
        found.append(end.shift(-months // end.length))
        return f"from «p{len(found) - 1}» to «p{match['end']}»"

    return _TO.sub(time_to, text), found


def _told(text: str, published: date | None) -> list[tuple[re.Match[str], Period]]:
    """The months and quarters that a sentence names with their year."""
    found = ((match, _period(match, published)) for match in _PERIOD.finditer(text))
    return [(m, p) for m, p in found if p and (m["month"] or m["qyear"])]


def _beside(
    period: Period, match: re.Match[str], told: Sequence[tuple[re.Match[str], Period]]
) -> Period | None:
    """A month named without its year beside one that has it; None where two years would do.

    *From May to August 2030* is all of 2030, and what a month of 2030 is compared with lies before
    it. A month behind one of an earlier year, not compared, may be of that year or of now.
    """
    text = match.string
    dated = [(m, p) for m, p in told if p.length == period.length and p.start < period.start]
    later = next(((m, p) for m, p in dated if m.start() > match.start()), None)
    between = text[match.end() : later[0].start()] if later else ""
    if later and (_JOINED.fullmatch(between) or _LISTED.fullmatch(between)):
        return _before(period, later[1])
    earlier = next(((m, p) for m, p in reversed(dated) if m.start() < match.start()), None)
    if earlier is None:
        return period
    compared = [bool(_COMPARED.search(text[: m.start()])) for m in (earlier[0], match)]
    if compared == [False, True]:
        return _before(period, earlier[1])
    return period if period.start - earlier[1].start <= 12 else None


def _before(period: Period, other: Period) -> Period:
    """The same month of the latest year in which it lies no later than another."""
    years = -(-(period.start - other.start) // 12)
    return period.shift(-12 // period.length * years)


def _period(match: re.Match[str], published: date | None) -> Period | None:
    if match["month"]:
        year = match["year"]
        full = int(year) if len(year) == 4 else 2000 + int(year)
        return Period(f"{full:04d}-{_NAMES[match['month'].lower()]:02d}")
    if match["qyear"]:
        quarter = match["q"] or _QUARTERS[match["qword"].lower()]
        return _made(f"{_year(match['qyear'])}-Q{quarter}")
    if match["split"]:
        return _made(_year(match["split"]))
    bare = match["bare"] or match["bare2"] or match["bare3"]
    if bare:
        return Period(bare)
    if published is None:
        return None
    if match["alone"]:
        month = _NAMES[match["alone"].lower()]
        year = published.year if month <= published.month else published.year - 1
        return Period(f"{year:04d}-{month:02d}")
    first = published.year if published.month >= 4 else published.year - 1
    period = Period(f"{first:04d}/{(first + 1) % 100:02d}-Q{match['qalone']}")
    began = period.start <= published.year * 12 + published.month - 1
    return period if began else period.shift(-4)


def _year(text: str) -> str:
    parts = [part.strip() for part in re.split(r"[/–-]", text)]
    return f"{parts[0]}/{parts[1][-2:]}" if len(parts) > 1 else parts[0]


def _made(code: str) -> Period | None:
    try:
        return Period(code)
    except ValueError:
        return None
