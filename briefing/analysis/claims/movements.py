"""Forms of claims that state a movement: by so much, from one level to another, one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import Clause, Draft
from briefing.analysis.claims.states import NUMBERS
from briefing.model.claim import ClaimKind, Direction

#: The time over which a movement is told.
_SPAN = re.compile(r"\bfrom\s+(?P<a>«p\d+»)\s+to\s+(?P<b>«p\d+»)", re.IGNORECASE)
#: The year over which a movement is told.
_YEAR_GONE = re.compile(
    r"\b(?:over|in|during|throughout|for)\s+the\s+(?:last|past)\s+(?:year|(?:12|twelve)\s+months)\b",
    re.IGNORECASE,
)
_NTH = {"second": "two", "third": "three", "fourth": "four", "fifth": "five", "sixth": "six"}
_NTH |= {"seventh": "seven", "eighth": "eight"}
#: Baselines in words that come down to one period.
_TOLD = ("previous", "yearago")
#: A baseline behind a figure and what it counts.
_BASED = re.compile(
    rf"(?:\s+(?!(?:in|at|for)\b)[§\w'-]+){{0,4}}?\s+(?:{grammar.BASE.pattern})", re.I
)
#: "rose above 12": to more than twelve, not by more; "rose over 12" may be either.
_SIDED = re.compile(r"(?:above|below|over|under)\b(?=\s)", re.IGNORECASE)
#: "12 up on last year": by twelve, or to twelve?
_LEFT_OPEN = re.compile(rf"\s+(?:on|from|since|in|at|for)\s+(?:\w+\s+){{0,3}}{grammar.TIME}", re.I)
_ELLIPSIS = re.compile(
    rf"^\s*(?:and\s+|but\s+|by\s+|also\s+)*(?P<q>{grammar.FIGURE})\s+(?=(?:from|since|on|than"
    rf"|compared|against)\b)",
    re.IGNORECASE,
)


def changes(clause: Clause, last_way: Direction) -> Iterator[Draft]:
    """A change by so much or so many."""
    if clause.hoped:
        return
    patterns = (*grammar.CHANGES, _ELLIPSIS) if last_way else grammar.CHANGES
    for at, rule in enumerate(patterns):
        for match in list(rule.finditer(clause.rest)):
            mark = match["q"]
            quantity = clause.frame.quantity(mark)
            word = match["dir"] if at < 3 else ""
            bare = quantity.unit in ("", "rate_per_10000", "rate_per_1000")
            place = clause.whole.find(mark) + len(mark)
            follows = _BASED.match(clause.whole[place:])
            if bare and at == 2 and re.fullmatch("up|down", word, re.I):
                behind = clause.whole[clause.whole.find(match[0]) + len(match[0]) :]
                if _LEFT_OPEN.match(behind):
                    clause.take(match, mark)
                continue
            sided = _SIDED.match(quantity.raw) if at == 1 else None
            if sided and sided[0].lower() in ("above", "below"):
                continue
            if sided or (at == 1 and _either(match, clause, follows=bool(follows))):
                clause.take(match, mark)
                continue
            baselines, base, start = clause.base_from(place)
            clause.take(match, mark)
            kind: ClaimKind = "percent_change" if quantity.unit == "percent" else "change"
            yield Draft(
                kind,
                period=clause.own_period(),
                baselines=baselines,
                base=base,
                quantity=quantity,
                direction=grammar.way(word) if word else last_way,
                start=start,
            )


def _either(match: re.Match[str], clause: Clause, *, follows: bool) -> bool:
    """Whether a figure may be the change or what it led to: up 30% in August."""
    told = match["of"] or follows or grammar.VERB.fullmatch(match["dir"])
    return not told and clause.dated(match["q"])


def from_to(clause: Clause) -> Iterator[Draft]:
    """Levels that a movement is said to start from and to reach."""
    if clause.hoped:
        return
    frame = clause.frame
    for match in list(grammar.FROM_TO.finditer(clause.rest)):
        first, last = match["pa"] or match["pc"], match["pb"] or match["pd"]
        if not first and not last and (span := _SPAN.search(clause.whole)):
            first, last = span["a"], span["b"]
        clause.used.update(m for m in (first, last) if m)
        begun = frame.period(first) if first else None
        ended = frame.period(last) if last else None
        clause.ended, clause.adrift = ended, bool(last) and not ended
        clause.take(match, match["a"], match["b"])
        unsure = "" if begun else "the words name no period for it"
        yield Draft(
            "level",
            period=begun,
            quantity=frame.quantity(match["a"]),
            unsure=unsure,
            earlier=True,
        )
        yield Draft(
            "level",
            period=ended or (frame.lead if not last else None),
            quantity=frame.quantity(match["b"]),
        )
    for match in list(grammar.FROM.finditer(clause.rest)):
        told = match["pa"] or match["pb"]
        clause.used.add(told)
        begun = frame.period(told)
        base = told.strip("«»")[1:] if not begun else ""
        clause.take(match, match["a"])
        unsure = "" if begun or base in _TOLD else "the words name no period for it"
        yield Draft(
            "level",
            period=begun or (clause.own_period() if not unsure else None),
            base=base if not unsure and not begun else "",
            quantity=frame.quantity(match["a"]),
            unsure=unsure,
            earlier=True,
        )


def moves(clause: Clause, found: Sequence[Draft]) -> Iterator[Draft]:
    """A movement without a figure."""
    told = any(d.kind in ("percent_change", "change", "average") for d in found)
    if clause.hoped or told or clause.adrift:
        return
    text = re.sub(
        r"\b(?:set|sign\w*|follow\w*|made|make|take\w*|pick\w*|catch|back|open\w*)[\s-]up\b"
        r"|\bup\s+to\b",
        " ",
        clause.whole,
        flags=re.I,
    )
    steady, level, moved = (
        grammar.STEADY.search(text),
        grammar.LEVEL.search(text),
        grammar.MOVED.search(text),
    )
    streak, denied = grammar.STREAK.search(text), grammar.NOT_MOVED.search(text)
    way: Direction
    months: int | None = None
    if denied:
        way = "not_up" if grammar.way(denied["a"] or denied["b"]) == "up" else "not_down"
        clause.take(denied)
    elif streak and moved:
        way = grammar.way(moved[0])
        months = NUMBERS[(streak["n"] or _NTH[streak["nth"].lower()]).lower()]
        clause.take(streak)
    elif steady:
        way = grammar.way(steady["a"] or steady["b"])
    elif level:
        way = "level"
        steady = grammar.SAME.search(text)
    elif moved:
        way = grammar.way(moved[0])
    else:
        return
    if way == "level" and any(d.kind in ("comparison", "duration") for d in found):
        return
    baselines, base, start = clause.base_from(0)
    if not baselines and not base and months is None and _YEAR_GONE.search(text):
        base = "yearago"
    ways = {grammar.way(m[0]) for m in grammar.MOVED.finditer(text)} | (
        {"level"} if level else set()
    )
    several = "it tells of several movements" if {"up", "down"} <= ways or {"level"} < ways else ""
    yield Draft(
        "direction",
        period=clause.ended or clause.own_period(),
        baselines=baselines,
        base=base,
        direction=way,
        steady=bool(steady or months),
        window_months=months,
        start=start,
        unsure=several if not denied else "",
    )
