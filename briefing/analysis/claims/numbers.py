"""The figures that a sentence states, in digits and in words."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model.claim import Form, Quantity

_FORMS: dict[str, Form] = {
    "about": "about", "around": "about", "approximately": "about", "approx": "about",
    "roughly": "about", "circa": "about", "nearly": "about", "almost": "about", "some": "about",
    "close to": "about", "just under": "about", "just over": "about", "just below": "about",
    "just above": "about", "over": "over", "more than": "over", "in excess of": "over",
    "well over": "over", "greater than": "over", "higher than": "over", "above": "over",
    "under": "under", "less than": "under", "fewer than": "under", "lower than": "under",
    "below": "under", "well under": "under", "at least": "at_least", "no less than": "at_least",
    "no fewer than": "at_least", "at most": "at_most", "no more than": "at_most",
    "not more than": "at_most", "a maximum of": "at_most", "a minimum of": "at_least",
}  # fmt: skip
_FORM = "|".join(sorted(_FORMS, key=len, reverse=True))
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
#: Numbers in words that are figures; lower ones are often no figure of anything.
_WORDS = {word: at for at, word in enumerate(_ONES, start=1) if at > 3}
_WORDS |= {word: at for at, word in enumerate(_TEENS, start=10)}
for _at, _ten in enumerate(_TENS, start=2):
    _WORDS[_ten] = 10 * _at
    _WORDS |= {f"{_ten}-{one}": 10 * _at + n for n, one in enumerate(_ONES, start=1)}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?:\b(?P<form>{_FORM})\s+)?(?:an?\s+(?=\d))?"
    rf"(?<![\w.,/£«§+-])(?P<num>{_NUMBER})(?![\d«]|,\d|\.\d|/\d|st\b|nd\b|rd\b|th\b|\+)"
    r"(?!(?!pp)[a-zA-Z])"
    r"(?P<unit>\s?%|\s?per\s?cent\b(?!age)|\s?(?:percentage\s+points?|p\.?p\.?(?![a-z])|ppts?)"
    r"|\s+per\s+10,?000|\s+per\s+1,?000|\s+(?:working\s+)?days\b)?",
    re.IGNORECASE,
)
_WORDED = re.compile(
    rf"(?<![\w-])(?P<num>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![\w-])"
    r"(?!\s+(?:\w+\s+)?(?:months?|years?|quarters?|weeks?|days?|hours?|minutes?|times)\b"
    r"|\s+(?:or\s+more|times|per\s?cent|thousand|hundred|million|(?:in|out\s+of)\s+\w+\b))",
    re.IGNORECASE,
)
_SHARE_IN_WORDS = re.compile(
    rf"(?<![\w-])({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?=\s+per\s?cent)",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "": 1}
_FRACTION = re.compile(
    rf"(?:\b(?P<form>{_FORM})\s+)?(?<!last\s)(?<!past\s)(?<!previous\s)(?<!first\s)(?<!latest\s)"
    rf"(?<!recent\s)\b(?:(?P<n>a|one|two|three|four)[\s-])?(?P<part>half|thirds?"
    rf"|quarters?|fifths?|tenths?)"
    r"(?=\s+(?:of|lower|higher|fewer|more|less|since|from|than|compared|on|in|over|reduction"
    r"|increase|were|are|have)\b|\s*[,.;]|\s*$)",
    re.IGNORECASE,
)
_FEW = {word: at for at, word in enumerate((*_ONES, *_TEENS[:3]), start=1)}
_ANY = "|".join(_FEW)
#: "one in five", "3 out of 4".
_RATIO = re.compile(
    rf"(?:\b(?P<form>{_FORM})\s+)?(?<![\w.,-])(?P<a>{_ANY}|\d{{1,2}})\s+(?:in|out\s+of)\s+"
    rf"(?:every\s+)?(?P<b>{_ANY}|\d{{1,3}})(?![\w,%-]|\.\d)(?!\s+(?:months?|years?|quarters?|weeks?"
    r"|days?|cases|areas|teams|wards|of\s+the)\b)",
    re.IGNORECASE,
)
_MULTIPLES = (
    (r"doubl(?:ed|ing)", "increased by", 100),
    (r"(?:trebl|tripl)(?:ed|ing)", "increased by", 200),
    (r"quadrupl(?:ed|ing)", "increased by", 300),
    (r"halv(?:ed|ing)", "reduced by", 50),
    (r"three\s+times\s+as\s+(?:many|high|much)\s+as", "up", 200),
    (r"half\s+as\s+(?:many|high|much)\s+again(?:\s+as\b|(?=\s+in\b))", "up", 50),
    (
        r"(?:twice|double|two\s+times)\s+(?:as\s+(?:many|high|much)\s+as|the\s+(?:number|rate|level"
        r"|figure)\s+(?:of|in|for|at))",
        "up",
        100,
    ),
    (
        r"half\s+(?:as\s+(?:many|high|much)\s+as|the\s+(?:number|rate|level|figure)\s+(?:of|in"
        r"|for|at))",
        "down",
        50,
    ),
)
_MULTIPLE = tuple(
    (
        re.compile(rf"(?:\b(?P<form>{_FORM})\s+(?:has\s+|have\s+)?)?\b(?:{rule})", re.IGNORECASE),
        words,
        size,
    )
    for rule, words, size in _MULTIPLES
)
#: Numbers that are no figure of a measure: ages, ordinals, spans of time, ranges, shares.
_NO_FIGURE = (
    re.compile(
        r"\bage[ds]?\s+(?:of\s+|between\s+|under\s+|over\s+)?\d+(?:\s*(?:and|to|or|-"
        r"|–)\s*\d+)*(?:\s+(?:or|and)\s+(?:under|over))?",
        re.I,
    ),
    re.compile(r"\b\d+\s*(?:-|–)\s*\d+\s*(?:years?|yo)\b|\b\d+\s+years?\s+olds?\b", re.I),
    re.compile(r"\b\d+(?:\.\d+)?%?\s?(?:-|–)\s?\d+(?:\.\d+)?%?(?=\s|$|[,.;])"),
    re.compile(r"\bbetween\s+[^\s«]+\s+and\s+[^\s«]+", re.I),
    re.compile(
        r"\b(?:standards?|items?|sections?|regulations?|polic(?:y|ies)|appendi(?:x|ces)|annex|tables?"
        r"|charts?|pages?|paragraphs?|paras?|part|phase|stage|step|tier|version|priority"
        r"|objective|outcome|chapter|articles?|notes?|recommendations?|actions?|option|question"
        r"|schedule|band|grade|category|type|class)\s+\d+(?:\.\d+)*[a-z]?\b(?!\s?%|,\d)",
        re.I,
    ),
    re.compile(r"\b\d+\s+(?:in|out\s+of)\s+(?:every\s+)?\d+\b", re.I),
    re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.I),
    re.compile(r"\b\d{1,2}(?:[./]\d{1,2}[./]\d{2,4}|:\d{2}|\.\d{2}\s?(?:am|pm))\b(?!\s?%)", re.I),
)
#: What makes a number one of a time: "12 months".
_OF_TIME = re.compile(
    r"\s+(?:consecutive\s+|successive\s+)?(?:months?|years?|quarters?|weeks?|hours?|minutes?)\b",
    re.IGNORECASE,
)
#: Words behind which a number of days is a limit or a time, and no figure of a measure.
_LIMIT = re.compile(
    r"\b(?:within|in|for|after|last|past|previous|next|every|each|the|a|an)\s+$", re.IGNORECASE
)
#: A number that may be a year, and the words after which it is a count all the same.
_YEAR = re.compile(r"(?:199|20[0-3])\d")
_COUNTS = re.compile(
    r"(?<!\d )\b(?:to|at|were|are|is|was|now|totalled|from|below|above|about|averaged|(?:target"
    r"|average|total|peak)\s+of)\s*$",
    re.IGNORECASE,
)


def mark_figures(text: str) -> tuple[str, list[Quantity]]:
    """The text with ``«q0»`` for its figures, and these in no certain order.

    Multiples are put as the change that they are: *halved* as ``reduced by «q0»``.
    """
    found: list[Quantity] = []

    def keep(quantity: Quantity) -> str:
        found.append(quantity)
        return f"«q{len(found) - 1}»"

    for rule, words, size in _MULTIPLE:

        def multiple(m: re.Match[str], words: str = words, size: int = size) -> str:
            form: Form = _form(m["form"]) if m["form"] else "about"
            mark = keep(Quantity(Decimal(size), "percent", form, m[0].strip()))
            return (
                f"{mark} {'higher' if words == 'up' else 'lower'} than in"
                if words in ("up", "down")
                else f"{words} {mark}"
            )

        text = rule.sub(multiple, text)

    def fraction(m: re.Match[str]) -> str:
        part = m["part"].lower().rstrip("s") if m["part"].lower() != "half" else "half"
        if part != "half" and not m["n"]:
            return m[0]
        value = Decimal(100) * _TIMES[(m["n"] or "").lower()] / _PARTS[part]
        form: Form = _form(m["form"]) if m["form"] else "about"
        return keep(Quantity(value.quantize(Decimal("0.1")), "percent", form, m[0].strip()))

    def ratio(m: re.Match[str]) -> str:
        part, whole = (_FEW.get(m[g].lower()) or int(m[g]) for g in ("a", "b"))
        if not part < whole:
            return m[0]
        value = (Decimal(100) * part / whole).quantize(Decimal("0.1"))
        form: Form = _form(m["form"]) if m["form"] else "about"
        return keep(Quantity(value, "percent", form, m[0].strip()))

    text = _RATIO.sub(ratio, _FRACTION.sub(fraction, text))
    text = _SHARE_IN_WORDS.sub(lambda m: str(_WORDS[m[1].lower()]), text)
    for rule in _NO_FIGURE:
        text = rule.sub(lambda m: re.sub(r"\d", "#", m[0]) if "%" not in m[0] else "some", text)

    def figure(m: re.Match[str]) -> str:
        if _OF_TIME.match(m.string[m.end() :]):
            return m[0]
        if (
            _YEAR.fullmatch(m["num"])
            and not m["unit"]
            and not m["form"]
            and not _COUNTS.search(m.string[: m.start()])
        ):
            return m[0]
        words = (m["unit"] or "").lower().replace(",", "").strip()
        unit = ""
        if words.startswith("%") or re.fullmatch(r"per\s?cent", words):
            unit = "percent"
        elif words.startswith("p") and not words.startswith("per 1"):
            unit = "percentage_points"
        elif words:
            unit = "rate_per_10000" if "10000" in words else "rate_per_1000"
        if words.endswith("days"):
            if _LIMIT.search(m.string[: m.start()]):
                return m[0]
            unit = "days"
        value = Decimal(m["num"].replace(",", ""))
        return keep(Quantity(value, unit, _form(m["form"]), m[0].strip()))

    text = _QUANTITY.sub(figure, text)
    text = _WORDED.sub(
        lambda m: keep(Quantity(Decimal(_WORDS[m[0].lower()]), "", "exact", m[0])), text
    )
    return text, found


def _form(words: str | None) -> Form:
    return _FORMS[" ".join(words.lower().split())] if words else "exact"
