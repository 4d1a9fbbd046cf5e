"""Forms of claims that state a movement: by so much, from one level to another, one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import Clause, Draft
from briefing.analysis.claims.states import NUMBERS
from briefing.model.claim import ClaimKind, Direction

_NTH = {"second": "two", "third": "three", "fourth": "four", "fifth": "five", "sixth": "six"}
_NTH |= {"seventh": "seven", "eighth": "eight"}
#: Baselines in words that come down to one period.
_TOLD = ("previous", "yearago")
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
            follows = grammar.BASE.match(clause.whole[place:].lstrip())
            if bare and (
                (at == 1 and not follows) or (at == 2 and re.fullmatch("up|down", word, re.I))
            ):
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


def from_to(clause: Clause) -> Iterator[Draft]:
    """Levels that a movement is said to start from and to reach."""
    if clause.hoped:
        return
    frame = clause.frame
    for match in list(grammar.FROM_TO.finditer(clause.rest)):
        first, last = match["pa"] or match["pc"], match["pb"] or match["pd"]
        clause.used.update(m for m in (first, last) if m)
        begun = frame.period(first) if first else None
        ended = frame.period(last) if last else None
        clause.take(match, match["a"], match["b"])
        unsure = "" if begun else "the words name no period for it"
        yield Draft("level", period=begun, quantity=frame.quantity(match["a"]), unsure=unsure)
        yield Draft(
            "level",
            period=ended or (frame.lead if not last else None),
            quantity=frame.quantity(match["b"]),
        )
    for match in list(grammar.FROM.finditer(clause.rest)):
        clause.used.add(match["pa"])
        begun = frame.period(match["pa"])
        base = match["pa"].strip("«»")[1:] if not begun else ""
        clause.take(match, match["a"])
        unsure = "" if begun or base in _TOLD else "the words name no period for it"
        yield Draft(
            "level",
            period=begun or (clause.own_period() if not unsure else None),
            base=base if not unsure and not begun else "",
            quantity=frame.quantity(match["a"]),
            unsure=unsure,
        )


def moves(clause: Clause, found: Sequence[Draft]) -> Iterator[Draft]:
    """A movement without a figure."""
    if clause.hoped or any(d.kind in ("percent_change", "change", "average") for d in found):
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
    yield Draft(
        "direction",
        period=clause.own_period(),
        baselines=baselines,
        base=base,
        direction=way,
        steady=bool(steady or months),
        window_months=months,
        start=start,
    )
