"""What a sentence states in figures, by the forms in which papers word it.

Each form names the figure, its unit and the words that say what it measures; a sentence in no such
form gives nothing. The period is the one that stands right behind the figure, or else the only one
that the sentence names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefing.ingest.words.periods import period_of
from briefing.model import Period
from briefing.model.period import MONTHS

Bound = Literal["", "at_least", "at_most"]

_NUM = r"(?<![\d.,/£])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d/]|,\d|\.\d)"
_PER_CENT = r"\s?(?:%|per\s?cent\b)"
_NAME = "|".join([*MONTHS, *(f"{name[:3]}" for name in MONTHS)])
_PERIOD = (
    rf"(?:(?:Q[1-4]\s+)?20\d\d\s?/\s?(?:20)?\d\d|(?:{_NAME})\s+20\d\d"
    r"|(?<![\d/,.£])20\d\d(?![\d/]|[.,]\d|\s?/\s?\d))"
)
_PERIODS = re.compile(_PERIOD)
_BY = re.compile(rf"\b[Bb]y\s+{_PERIOD}")
_UNSURE = re.compile(
    r"(?:around|about|approximately|roughly|circa|c\.|nearly|almost|over|under|more than|fewer than"
    r"|less than|up to|between|some|below|above|[-–])\s*$",
    re.IGNORECASE,
)

_HOPED = re.compile(
    r"\b(?:will|would|should|could|may|might|aims?|aiming|targets?|ambitions?|expect(?:s|ed)?|plans?"
    r"|planned|forecast|predict(?:s|ed)?|projected|estimated?|hopes?|if|unless)\b",
    re.IGNORECASE,
)

#: A longer run of words is no sentence; a list of measures may be as long as it likes.
_LONGEST = 600

#: A clause ends here, for the words that say what a figure measures.
_STOP = r"(?=\s*(?:[.;:()]|,\s|$|\s(?:and|but|while|whilst|which|compared|significantly|with a)\s))"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure: its number and scale as printed, unit, and the printed words of its measure."""

    number: str
    raw: str
    unit: str
    label: str
    period: Period | None = None
    bound: Bound = ""
    change: str = ""
    scale: Decimal = Decimal(1)
    certainty: float = 0.9


def figures_in(sentence: str, kind: str) -> Iterator[Found]:
    """The figures of a sentence in their order, each once.

    ``kind`` says what the paper is: ``stated`` (levels), ``ambition`` (levels to come from and to
    reach) or ``measure`` (a measure with its value and change).
    """
    forms = {"stated": _STATED, "ambition": _AMBITION, "measure": _MEASURE}[kind]
    if len(sentence) > _LONGEST and kind != "measure":
        return
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Found]] = []
    for pattern, make in forms:
        for match in pattern.finditer(sentence):
            start, end = match.span("num")
            if all(end <= a or start >= b for a, b in taken):
                one = make(match, sentence)
                if one and one.label:
                    taken.append((start, end))
                    found.append((start, one))
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]))


def _only_period(sentence: str) -> Period | None:
    """The one period that a sentence names, times by which left out; None for none or several."""
    named = {period_of(text) for text in _PERIODS.findall(_BY.sub("", sentence))}
    return next(iter(named)) if len(named) == 1 else None


def _period(match: re.Match[str], sentence: str) -> Period | None:
    """The period right behind the figure, or the only one of the sentence."""
    behind = match.groupdict().get("period")
    return period_of(behind) if behind else _only_period(sentence)


_LEADS = (
    re.compile(r"^(?:However|Additionally|Overall),?\s+"),
    re.compile(r"^The report (?:stated|noted|said) that\s+", re.IGNORECASE),
    re.compile(rf"^(?:As of|As at|In|At|By|During)\s+{_PERIOD}(?:/\d\d)?,?\s*", re.IGNORECASE),
    re.compile(r"^(?:of|that|while|than|had|has|have|was|were|is|are)\s+", re.IGNORECASE),
    re.compile(r"^(?:the|an?|our|we)\s+", re.IGNORECASE),
)


def _label(words: str) -> str:
    """Words of a measure without a period in front, a verb of the sentence or stray marks."""
    text = words.strip(" ,:;•")
    for lead in _LEADS:
        text = lead.sub("", text).strip(" ,:;")
    return re.sub(r"\s+(?:will|to)$", "", text)


def _sure(match: re.Match[str], sentence: str) -> bool:
    """Whether a figure is stated as it is: not as near some value, hoped for or expected."""
    return not _HOPED.search(sentence) and not _UNSURE.search(sentence[: match.start("num")])


def _plain(unit: str) -> Callable[[re.Match[str], str], Found | None]:
    def make(match: re.Match[str], sentence: str) -> Found | None:
        if not _sure(match, sentence):
            return None
        raw = sentence[match.start("num") : match.end("raw")]
        period = _period(match, sentence)
        return Found(match["num"], raw, unit, _label(match["label"]), period)

    return make


def _rate(match: re.Match[str], sentence: str) -> Found | None:
    if not _sure(match, sentence):
        return None
    unit = {"1,000": "rate_per_1000", "10,000": "rate_per_10000"}.get(match["base"])
    if not unit:
        return None
    label = _label(match["label"])
    first = re.search(r"(?:had|has|was|is)\s+an?\s+((?:[\w-]+\s){0,4}rate)\s+of\b", sentence)
    if first and first[1] not in label:
        label = f"{first[1]}: {label}"
    raw = sentence[match.start("num") : match.end("raw")]
    return Found(match["num"], raw, unit, label, _period(match, sentence))


def _changed(match: re.Match[str], sentence: str) -> Found | None:
    if not _sure(match, sentence):
        return None
    raw = f"{match['verb']} by {sentence[match.start('num') : match.end('raw')]}"
    return Found(
        match["num"],
        raw,
        "percent",
        f"{_label(match['label'])} {match['verb']} by",
        _only_period(sentence),
    )


def _money(match: re.Match[str], sentence: str) -> Found | None:
    scale = {"m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "k": 1000}
    factor = Decimal(scale.get((match["scale"] or "").strip().lower(), 1))
    label = " ".join(filter(None, (match.groupdict().get("before"), match["label"])))
    return Found(
        match["num"], match["raw"], "gbp", _label(label), _only_period(sentence), scale=factor
    )


def _staff(match: re.Match[str], sentence: str) -> Found | None:
    return Found(match["num"], match["raw"], "fte", f"{match['label']} FTE", _only_period(sentence))


def _baseline(match: re.Match[str], sentence: str) -> Found | None:
    """Where a measure comes from: ``fallen from 7.9% in 2021/22``; the period only as printed."""
    period = period_of(match["period"]) if match["period"] else None
    return Found(match["num"], match["raw"], "percent", _subject(match["label"]), period)


def _goal(match: re.Match[str], sentence: str) -> Found | None:
    words, verb = (match["word"] or "").lower(), match["verb"].lower()
    bound: Bound = ""
    if words:
        bound = "at_least" if words == "at least" else "at_most"
    elif verb.startswith(("fall", "reduc", "decreas")):
        bound = "at_most"
    elif verb.startswith(("improv", "increas", "ris")):
        bound = "at_least"
    if not bound:
        return None
    return Found(match["num"], match["raw"], "percent", _subject(match["label"]), bound=bound)


def _subject(words: str) -> str:
    """What an ambition is about, its verb left out."""
    text = re.split(r"\band (?=\w+ \w+ will\b)", words)[-1]
    text = re.sub(r"\s*\b(?:will|which|to)\s+(?:be|have)?\s*(?:been)?\s*$", "", text)
    return _label(re.sub(r"^(?:Reduce|Increase|Improve|Maintain) the\s+", "", text))


def _measured(match: re.Match[str], sentence: str) -> Found | None:
    unit = "percent" if match["pct"] else "days" if "days" in match["label"] else ""
    if not unit:
        return None
    change = re.sub(r"\s+", "", match["change"])
    label = re.sub(r"^KPI \d+:\s*", "", match["label"].strip(" :"))
    return Found(match["num"], match["raw"], unit, label, None, change=change)


def _adjective(match: re.Match[str], sentence: str) -> Found | None:
    """``Social workers 90% permanent``: the label is what stands around the figure."""
    behind = match["raw"].replace("%", "").strip()
    return Found(
        match["num"], f"{match['num']}%", "percent", f"{_label(match['label'])} {behind}", None
    )


_VERBS = r"(?:decreased|increased|fallen|risen|declined|reduced|dropped|grown|fell|rose|decreased)"
_TURNS = r"(?:improved|fallen|reduced|increased|decreased|risen)"
_Form = tuple[re.Pattern[str], Callable[[re.Match[str], str], Found | None]]

_STATED: tuple[_Form, ...] = (
    (
        re.compile(
            rf"(?P<label>[^,;:.]*?)\s(?:has|have|had)?\s?(?:been\s)?(?P<verb>{_VERBS})\s+by\s+"
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})"
        ),
        _changed,
    ),
    (
        re.compile(
            rf"(?P<label>(?:[\w’'-]+\s){{1,3}}(?:rate|average))\s+of\s+"
            rf"(?P<num>{_NUM})(?P<raw>(?:\s\w+)?\sper\s(?P<base>[\d,]+\d))"
        ),
        _rate,
    ),
    (
        re.compile(rf"(?P<label>(?:[a-z-]+\s){{1,3}}score)\s+of\s+(?P<raw>(?P<num>{_NUM}))(?!%)"),
        _plain("score"),
    ),
    (
        re.compile(
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})\s+of\s+(?:the\s[\d,]+\s)?(?P<label>\w.{{10,140}}?){_STOP}"
        ),
        _plain("percent"),
    ),
    (
        re.compile(
            rf"^(?P<label>[A-Z][^.,;:%\d]{{3,60}}?)\s(?P<num>{_NUM})(?P<raw>{_PER_CENT}\s[a-z]+)\.?$"
        ),
        _adjective,
    ),
    (
        re.compile(
            rf"{_PER_CENT}\s+of\s+the\s+(?P<raw>(?P<num>\d{{1,3}}(?:,\d{{3}})+))\s+(?P<label>[a-z].{{5,60}}?)"
            r"\s(?:live|lived|are|were|have|had|is|was)\b"
        ),
        _plain("count"),
    ),
    (
        re.compile(
            rf"\b(?:[Tt]here\s(?:are|were)|comprising)\s+(?P<raw>(?P<num>{_NUM}))(?!{_PER_CENT})\s+"
            rf"(?P<label>(?!per\b)[a-z].{{5,90}}?){_STOP}"
        ),
        _plain("count"),
    ),
    (
        re.compile(
            rf"\bcomprising\s[^.;]*?\band\s+(?P<raw>(?P<num>{_NUM}))(?!{_PER_CENT})\s+(?P<label>[a-z].{{5,60}}?){_STOP}"
        ),
        _plain("count"),
    ),
    (
        re.compile(
            rf"^(?P<label>Headcount|Staff|Employees)\s?:?\s+(?P<raw>(?P<num>{_NUM}))(?=\s?\(|\.?$)"
        ),
        _plain("count"),
    ),
    (
        re.compile(
            rf"^(?P<label>Headcount|Staff|Employees)\s?:?\s+[\d,]+\s\((?P<raw>(?P<num>{_NUM})\sFTE)\)"
        ),
        _staff,
    ),
    (
        re.compile(
            r"^(?:(?P<before>[A-Z][\w ]{2,40}?)\s?:\s?)?(?P<raw>£(?P<num>\d[\d,]*(?:\.\d+)?)"
            r"(?P<scale>m|bn|k|\smillion|\sbillion)?)\b\s(?P<label>(?:(?!\bto\b)[A-Za-z][\w’'-]*\s?){2,6})"
        ),
        _money,
    ),
)


_AMBITION: tuple[_Form, ...] = (
    (
        re.compile(
            rf"^(?P<label>[^()]*?)\s(?P<verb>{_TURNS})\s+from\s+"
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})(?:\s+in\s+(?P<period>{_PERIOD}))?"
            r"(?=\s+to\s|\.?$)"
        ),
        _baseline,
    ),
    (
        re.compile(
            rf"^(?P<label>Reduce the % of .{{5,140}}?)\s+from\s+(?P<raw>(?P<num>{_NUM}){_PER_CENT})"
            rf"\s+in\s+(?P<period>{_PERIOD})"
        ),
        _baseline,
    ),
    (
        re.compile(
            rf"^(?P<label>[^()]*?)\s(?P<verb>{_TURNS})\s(?:from\s[\d.]+{_PER_CENT}(?:\s+in\s+{_PERIOD})?"
            rf"|in\s[A-Z]\w+)\s*to\s+(?P<word>at least|no more than|below|less than)?\s*"
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})"
        ),
        _goal,
    ),
    (
        re.compile(
            rf"^(?P<label>[^()]*?)\swill\s(?P<verb>be)\s+"
            r"(?P<word>at least|no more than|below|less than)\s+"
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})"
        ),
        _goal,
    ),
    (
        re.compile(
            rf"^(?P<label>[^()]*?)\s(?:be\s)?maintained at the current level of\s+"
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})(?P<period>)?"
        ),
        _baseline,
    ),
    (
        re.compile(
            rf"^(?P<label>[^()]*?)\swill\s.*\((?P<period>{_PERIOD}):\s(?:[A-Z]\w+\s)?"
            rf"(?P<raw>(?P<num>{_NUM}){_PER_CENT})\)"
        ),
        _baseline,
    ),
)

_MEASURE: tuple[_Form, ...] = (
    (
        re.compile(
            r"(?P<label>(?:KPI \d+:\s*)?(?:%|[A-Z])[^()%]*?):?\s"
            r"(?P<raw>(?P<num>\d+(?:\.\d+)?)(?P<pct>%)?)"
            r"\s*\((?P<change>[+-]?\s?\d+(?:\.\d+)?\s?p\.\s?p\.)\)"
        ),
        _measured,
    ),
)
