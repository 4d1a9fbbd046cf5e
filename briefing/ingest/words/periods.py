"""Months, quarters and years as the headings of British tables print them.

A heading gives a period only where it says for certain which: ``Aug-24`` is August 2024 (never
the 24th of August), ``Q3 2024/25`` a quarter of the financial year, ``2024`` the calendar year.
``Aug`` or ``Q3`` alone, and ``FY24``, which councils use for two different years, give none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from briefing.model import Period
from briefing.model.period import MONTHS

_NAMES = {name.lower(): at for at, name in enumerate(MONTHS, start=1)}
_NAMES |= {name[:3]: at for name, at in list(_NAMES.items())} | {"sept": 9}

_MONTH = rf"(?:{'|'.join(_NAMES)})"
_YEAR = r"(?:20\d\d|19\d\d)"
_SHORT = r"['’]?\d\d"
_SPLIT = r"(?:(?:20|19)\d\d\s?[/-]\s?(?:(?:20|19)?\d\d)|\d\d[/-]\d\d)"
_QUARTER = r"(?:q|qtr|qrt|quarter)\.?\s?(?P<quarter>[1-4])"
_JOIN = r"\s?(?:-|to|/)\s?"

_MONTH_YEAR = re.compile(rf"(?P<month>{_MONTH})\.?[\s\-/,]*(?P<year>{_YEAR}|{_SHORT})")
_MONTH_FIGURES = re.compile(rf"(?P<month>0?[1-9]|1[0-2])/(?P<year>{_YEAR})")
_ISO_MONTH = re.compile(rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])")
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-]*(?P<name>{_MONTH})\.?[\s\-,]*(?P<year>{_YEAR}|{_SHORT})"
    r"|(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d{2})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
)
_QUARTER_YEAR = re.compile(
    rf"{_QUARTER}[\s\-,:]*\(?(?P<year>{_SPLIT}|{_YEAR})\)?"
    rf"|(?P<before>{_SPLIT}|{_YEAR})[\s\-,:]*\(?{_QUARTER.replace('quarter>', 'behind>')}\)?"
)
_MONTHS_YEAR = re.compile(
    rf"(?P<first>{_MONTH})\.?(?:[\s-]*(?P<own>{_YEAR}|{_SHORT}))?{_JOIN}"
    rf"(?P<last>{_MONTH})\.?[\s-]*(?P<year>{_YEAR}|{_SHORT})"
)
_SPLIT_YEAR = re.compile(_SPLIT)
_ANY_YEAR = re.compile(rf"(?<!\d)(?:{_SPLIT}|{_YEAR})(?!\d)")
_BARE_MONTH = re.compile(rf"(?P<month>{_MONTH})\.?")
_BARE_QUARTER = re.compile(rf"{_QUARTER}(?:\s*\(?{_MONTH}\.?{_JOIN}{_MONTH}\)?)?")
_BRACKET = re.compile(r"\(([^()]*)\)")

#: Words that may stand around a period without changing which it is.
_AROUND = re.compile(
    r"\b(?:actuals?|outturn|results?|performance|values?|figures?|provisional|as at|as of|position"
    r"|(?:at )?(?:the )?end(?: of)?|month of|month|quarter(?=\s+q)|data|final|published)\b"
)
_YEAR_TO = re.compile(r"(?:year|12 months|twelve months)\s*(?:ending|ended|end|to)\s*(?P<end>.+)")
_QUARTER_TO = re.compile(r"(?:quarter|qtr)\s*(?:ending|ended|to)\s*(?P<end>.+)")
_KINDS = {
    "academic": re.compile(r"\b(?:academic(?: years?)?|school years?)\b\s*|\bay\s?(?=\d)"),
    "municipal": re.compile(r"\bmunicipal(?: years?)?\b\s*"),
    "financial": re.compile(r"\b(?:financial years?|fiscal years?|fy)\b\s*|\bfy(?=\d{2,4}[/-])"),
}


@lru_cache(maxsize=16_384)
def period_of(text: str, *, kind: str = "") -> Period | None:
    """The period that one heading states; None where it does not say for certain.

    Parameters
    ----------
    text
        One header cell, such as ``Aug-24``, ``Q3 2024/25``, ``as at 31 March 2024`` (the month
        of the count), ``2023/24``.
    kind
        The kind of a split year where the table says it (``academic``, ``municipal``); a word in
        the heading itself goes before it. A split year without either is a financial year.

    Returns
    -------
    Period or None
    """
    plain = _plain(text)
    if not plain or len(plain) > 60:
        return None
    for name, mark in _KINDS.items():
        said = mark.sub("", plain)
        if said != plain:
            plain, kind = _plain(said), name
            break
    else:
        plain = re.sub(r"^year(?: of)?\s+(?=\d)", "", plain)
    return _agreed(plain, kind)


def complete(headers: Sequence[str], band: str = "", *, kind: str = "") -> list[Period | None]:
    """The periods of a run of headings of which some leave out the year.

    Parameters
    ----------
    headers
        Headings in printed order, such as ``Aug``, ``Sep`` or ``Q1``, ``Q2``.
    band
        The text that spans them or stands over the table and names exactly one year.
    kind
        As in :func:`period_of`.

    Returns
    -------
    list
        One for each heading: its own period; else the one that the band gives it, where all
        headings run forward inside the year named; else, for a month directly behind one whose
        year is known, the next month. None where none of these is certain.
    """
    own = [period_of(header, kind=kind) for header in headers]
    year = _only_year(band, kind)
    if year is not None and not any(own):
        given = [_within(header, year) for header in headers]
        known = [period for period in given if period]
        if all(a.start < b.start for a, b in pairwise(known)):
            return given
        return list(own)
    return _run_on(headers, own)


def bare(text: str) -> bool:
    """Whether a heading is a month or a quarter without its year."""
    plain = _plain(text)
    return bool(_BARE_MONTH.fullmatch(plain) or _BARE_QUARTER.fullmatch(plain))


def _plain(text: str) -> str:
    """Lower case, one space between words, one form of dash."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text.lower())
    return re.sub(r"\s+", " ", text).strip(" :*,.;")


def _agreed(text: str, kind: str) -> Period | None:
    """The period of a heading and its brackets: what both state must be the same."""
    outside = _BRACKET.sub(" ", text).strip()
    inside = [part.strip() for part in _BRACKET.findall(text)]
    main = _single(_without_around(outside), kind)
    if not inside:
        return main
    if main is None:
        return _single(_without_around(re.sub(r"[()]", " ", text)), kind)
    for part in inside:
        part = _without_around(part)
        if not part or part in ("p", "r"):
            continue
        other = _single(part, kind)
        if other is not None:
            if (other.start, other.length) != (main.start, main.length):
                return None
        elif not _names_months_of(part, main):
            return None
    return main


def _names_months_of(text: str, period: Period) -> bool:
    """Whether a bracket such as ``Apr-Jun`` names the first and last month of a period."""
    match = re.fullmatch(rf"({_MONTH})\.?{_JOIN}({_MONTH})\.?", text)
    if not match:
        return False
    first, last = period.start % 12 + 1, (period.start + period.length - 1) % 12 + 1
    return (_NAMES[match[1]], _NAMES[match[2]]) == (first, last)


def _without_around(text: str) -> str:
    return _plain(_AROUND.sub(" ", text)) if not _YEAR_TO.match(text) else text


def _single(text: str, kind: str) -> Period | None:
    """The period of a heading of which nothing else is left."""
    if match := _YEAR_TO.match(text):
        return _year_to(match["end"])
    if match := _QUARTER_TO.match(text):
        last = _month(match["end"])
        return _quarter_of_months(last.start - 2) if last else None
    if match := _QUARTER_YEAR.fullmatch(text):
        year = _year(match["year"] or match["before"], kind)
        number = match["quarter"] or match["behind"]
        return Period(f"{year.code}-Q{number}", year.kind) if year else None
    return _months(text) or _month(text) or _year(text, kind)


def _month(text: str) -> Period | None:
    """A month, or the month of a day."""
    if match := _MONTH_YEAR.fullmatch(text):
        return _make(_full(match["year"]), _NAMES[match["month"]])
    if match := _MONTH_FIGURES.fullmatch(text):
        return _make(int(match["year"]), int(match["month"]))
    if match := _ISO_MONTH.fullmatch(text):
        year, month = int(match["year"]), int(match["month"])
        return None if (year + 1) % 100 == month else _make(year, month)
    if match := _DAY.fullmatch(text):
        try:
            if match["iso"]:
                day = date.fromisoformat(match["iso"])
            elif match["name"]:
                day = date(_full(match["year"]), _NAMES[match["name"]], int(match["day"]))
            else:
                day = date(_full(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return None
        return _make(day.year, day.month) if 1900 <= day.year < 2100 else None
    return None


def _months(text: str) -> Period | None:
    """A quarter named by its first and last month."""
    match = _MONTHS_YEAR.fullmatch(text)
    if not match:
        return None
    first, last, year = _NAMES[match["first"]], _NAMES[match["last"]], _full(match["year"])
    if match["own"] and _full(match["own"]) != year:
        return None
    if last - first != 2:
        return None
    return _quarter_of_months(year * 12 + first - 1)


def _quarter_of_months(start: int) -> Period | None:
    year, month = divmod(start, 12)
    return Period(f"{year}-Q{month // 3 + 1}") if month % 3 == 0 else None


def _year_to(text: str) -> Period | None:
    """The year that ends with a month: one of the calendar, or a financial one."""
    last = _month(text)
    if last is None:
        return None
    year, month = divmod(last.start, 12)
    if month == 11:
        return Period(f"{year}")
    return Period(f"{year - 1}/{year % 100:02d}", "financial") if month == 2 else None


def _year(text: str, kind: str) -> Period | None:
    """A year, split or of the calendar."""
    if re.fullmatch(_YEAR, text):
        return Period(text, kind) if kind in ("", "calendar") else None
    if not _SPLIT_YEAR.fullmatch(text):
        return None
    first, second = (part.strip() for part in re.split(r"[/-]", text))
    if len(first) == 2 and int(first) <= 12:
        return None
    start = _full(first)
    if (len(second) == 4 and int(second) != start + 1) or (start + 1) % 100 != int(second[-2:]):
        return None
    if "-" in text and int(second) <= 12:
        return None
    kind = "" if kind == "calendar" else kind
    return Period(f"{start}/{(start + 1) % 100:02d}", kind)


def _full(year: str) -> int:
    """A year in full; one of two digits is of this century."""
    digits = year.strip("'’")
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _make(year: int, month: int) -> Period:
    return Period(f"{year}-{month:02d}")


def _only_year(text: str, kind: str) -> Period | None:
    """The one year that a text names; None for none or several."""
    plain = _plain(text)
    whole = period_of(plain, kind=kind)
    if whole is not None:
        return whole if whole.length == 12 else None
    for name, mark in _KINDS.items():
        if mark.search(plain):
            kind = name
    found = {year for match in _ANY_YEAR.finditer(plain) if (year := _year(match[0], kind))}
    return found.pop() if len(found) == 1 else None


def _within(header: str, year: Period) -> Period | None:
    """The month or quarter of that year which a heading without a year names."""
    plain = _plain(header)
    if match := _BARE_QUARTER.fullmatch(plain):
        months = re.search(rf"({_MONTH})\.?{_JOIN}({_MONTH})", plain)
        quarter = Period(f"{year.code}-Q{match['quarter']}", year.kind)
        agrees = months is None or _names_months_of(months[0], quarter)
        return quarter if agrees else None
    if match := _BARE_MONTH.fullmatch(plain):
        first = year.start % 12
        offset = (_NAMES[match["month"]] - 1 - first) % 12
        at, month = divmod(year.start + offset, 12)
        return _make(at, month + 1)
    return None


def _run_on(headers: Sequence[str], own: list[Period | None]) -> list[Period | None]:
    """Fill bare months directly behind a dated one, where every later date agrees."""
    filled = list(own)
    for at in range(1, len(headers)):
        before = filled[at - 1]
        if filled[at] is None and before is not None and before.kind == "month":
            match = _BARE_MONTH.fullmatch(_plain(headers[at]))
            following = before.shift(1)
            if match and _NAMES[match["month"]] == following.start % 12 + 1:
                filled[at] = following
    for before, guess, now in zip(own, filled, own[1:], strict=False):
        if before is None and guess and now and now.kind == "month" and not now.follows(guess):
            return own
    return filled
