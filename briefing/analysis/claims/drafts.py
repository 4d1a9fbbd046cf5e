"""The claims of one clause, before it is known which measure they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clauses import Frame
from briefing.analysis.claims.vocabulary import tokens
from briefing.model import Period
from briefing.model.claim import ClaimKind, Direction, Quantity

_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_NTH = {"second": "two", "third": "three", "fourth": "four", "fifth": "five", "sixth": "six"}
_NTH |= {"seventh": "seven", "eighth": "eight"}
_WHO = (
    ("statistical_neighbours", r"stat|sn"),
    ("england", r"england|national"),
    ("region", r"region|south"),
    ("target", r"target|expected|ambition|goal|benchmark|threshold"),
)
#: Baselines in words that come down to one period.
_TOLD = ("previous", "yearago")
#: Directions that are themselves denials.
_DENIALS = ("unmet", "not_up", "not_down")
_ELLIPSIS = re.compile(
    rf"^\s*(?:and\s+|but\s+|by\s+|also\s+)*(?P<q>{grammar.FIGURE})\s+(?=(?:from|since|on|than"
    rf"|compared|against)\b)",
    re.IGNORECASE,
)
#: "12% below the average": a distance, which is no level.
_APART = re.compile(
    rf"(?P<q>{grammar.FIGURE})\s*(?:percentage\s+points?|points?)?\s*$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"^(?:\s+(?!from|since|than|compared|to|and)[\w§'-]+){0,4}?\s+(?:in|at|for|during|as\s+at"
    r"|as\s+of|by)\s+(?:the\s+)?(?P<p>«p\d+»)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Draft:
    """A claim without its measure; ``words`` where its own words name one."""

    kind: ClaimKind
    period: Period | None = None
    current: bool = True
    now: bool = False
    baselines: tuple[Period, ...] = ()
    base: str = ""
    window_months: int | None = None
    quantity: Quantity | None = None
    direction: Direction = ""
    against: str = ""
    rank: Literal["", "lowest", "highest"] = ""
    steady: bool = False
    start: Quantity | None = None
    end: Quantity | None = None
    unsure: str = ""
    words: tuple[str, ...] = ()


class _Clause:
    """A clause that is read form by form; what is read is taken out."""

    def __init__(self, text: str, frame: Frame) -> None:
        self.whole = grammar.TAIL.sub("", text) or text
        self.rest = self.whole
        self.frame = frame
        self.used: set[str] = set()
        self.spent: set[str] = set()
        hope = grammar.NOT_HOPED.sub(" ", self.whole)
        self.projects = bool(grammar.AT_THIS_RATE.search(self.whole))
        self.hoped = bool(grammar.HOPED.search(hope))
        self.denied = bool(grammar.DENIED.search(hope))
        self.now = bool(grammar.NOW.search(self.whole))
        self.past = bool(grammar.PAST.search(self.whole)) and not grammar.PRESENT.search(self.whole)

    def take(self, match: re.Match[str], *marks: str | None) -> None:
        """Take a match out of the rest, and remember the figures that it spent."""
        self.rest = self.rest.replace(match[0], " ", 1)
        self.spent.update(m for m in marks if m)

    def period_behind(self, mark: str) -> Period | None:
        """The period of a figure: right behind it, the only one of the clause, or the lead's."""
        at = self.whole.find(mark)
        behind = _BEHIND.match(self.whole[at + len(mark) :]) if at >= 0 else None
        if behind:
            return self.frame.period(behind["p"])
        return self.own_period()

    def own_period(self) -> Period | None:
        """The only period of the clause that is no baseline, or else the sentence's lead."""
        free = [m for m in re.findall(r"«p\d+»", self.whole) if m not in self.used]
        if len(free) == 1:
            return self.frame.period(free[0])
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


def drafts(text: str, frame: Frame, last_way: Direction) -> tuple[list[Draft], str]:
    """The claims of a clause, and the words that are left when they are taken out.

    ``last_way`` is the direction of the change before it in the sentence, for a clause that leaves
    it out: *down 7% from one month, and 15% from another*.
    """
    clause = _Clause(text, frame)
    found = [
        *_aims(clause),
        *_compared(clause),
        *_ranks(clause),
        *_changes(clause, last_way),
        *_averages(clause),
        *_from_to(clause),
        *_held(clause),
    ]
    moved = list(_moves(clause, found))
    found += [*_levels(clause), *moved]
    denied = "the words deny it" if clause.denied else ""
    made = [
        replace(
            d,
            unsure=d.unsure or (denied if d.direction not in _DENIALS else ""),
            current=d.period is not None or not clause.past,
            now=clause.now,
        )
        for d in found
    ]
    if clause.hoped and not clause.projects:
        made = [d for d in made if d.kind == "ambition" or (d.kind == "comparison" and d.quantity)]
        made = [replace(d, direction="") if d.kind == "comparison" else d for d in made]
    return made, grammar.AT_THIS_RATE.sub(" ", clause.rest)


def _aims(clause: _Clause) -> Iterator[Draft]:
    match = grammar.AIM.search(clause.rest)
    if not match or not re.fullmatch(
        r"\s*(?:(?:and|but|the|our|its|a|an|new|current|with|against|revised|overall)\s*)*",
        clause.rest[: match.start()],
        re.I,
    ):
        return
    due = clause.frame.period(match["due"]) if match["due"] else None
    words = tokens(grammar.SAID.sub(" ", grammar.HOPED.sub(" ", match["words"])))
    words = tuple(w for w in words if w not in ("be", "get", "aim"))
    clause.take(match, match["q"])
    yield Draft(
        "ambition",
        quantity=clause.frame.quantity(match["q"]),
        against="target",
        baselines=(due,) if due else (),
        words=words,
    )


def _compared(clause: _Clause) -> Iterator[Draft]:
    for match in list(grammar.COMPARED.finditer(clause.rest)):
        mark = match["q"] or match["q2"]
        if not match["rel"] and not mark:
            continue
        none: Direction = ""
        side = next(
            (
                s
                for rule, s in grammar.SIDES
                if match["rel"] and re.search(rule, match["rel"], re.I)
            ),
            none,
        )
        who = match["who"].lower()
        apart = _APART.search(clause.rest[: match.start()])
        if apart:
            clause.take(match, apart["q"], mark)
            clause.rest = clause.rest.replace(apart["q"], " ", 1)
            continue
        against = next(name for name, rule in _WHO if re.match(rule, who))
        held = grammar.SINCE_LAST.search(clause.rest[match.end() :]) if mark else None
        quantity = clause.frame.quantity(mark) if mark else None
        clause.take(match, mark)
        if held and side in ("below", "above"):
            since = clause.frame.period(held["p"])
            clause.used.add(held["p"])
            yield Draft(
                "duration",
                quantity=quantity,
                direction=side,
                against=against,
                baselines=(since,) if since else (),
            )
        else:
            yield Draft(
                "comparison",
                period=clause.own_period(),
                quantity=quantity,
                direction=side,
                against=against,
            )


def _ranks(clause: _Clause) -> Iterator[Draft]:
    for match in list(grammar.RANK.finditer(clause.rest)):
        others = grammar.OTHERS.search(clause.whole)
        months: int | None = None
        if match["n"]:
            n = match["n"]
            count = (
                int(clause.frame.quantity(n).value)
                if n.startswith("«")
                else _NUMBERS.get(n.lower()) or int(n)
            )
            months = count * {"m": 1, "q": 3, "y": 12}[match["unit"][0].lower()]
            if n.startswith("«"):
                clause.spent.add(n)
        elif match["one"]:
            months = 12
        since = clause.frame.period(match["p"]) if match["p"] else None
        if match["p"]:
            clause.used.add(match["p"])
        word = (match["new"] or match["most"]).lower()
        clause.take(match, match["q"])
        period = clause.period_behind(match["q"]) if match["q"] else clause.own_period()
        yield Draft(
            "rank",
            period=period,
            window_months=months,
            rank="lowest" if word.startswith("low") else "highest",
            baselines=(since,) if since else (),
            against="others" if others or match["nth"] else "",
            base="words" if match["p"] and not since else "",
        )
        if match["q"]:
            yield Draft("level", period=period, quantity=clause.frame.quantity(match["q"]))


def _changes(clause: _Clause, last_way: Direction) -> Iterator[Draft]:
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


def _averages(clause: _Clause) -> Iterator[Draft]:
    for match in list(grammar.AVERAGED.finditer(clause.rest)):
        since = re.search(rf"\bsince\s+(?P<p>{grammar.TIME})", clause.whole, re.I)
        window = re.search(
            r"\b(?:over|in|for)\s+the\s+(?:last|past)\s+(?P<n>«q\d+»|\d+|\w+)\s+months",
            clause.whole,
            re.I,
        )
        if not grammar.A_MONTH.search(clause.whole) and not since and not window:
            continue
        months = None
        if window:
            n = window["n"]
            months = int(clause.frame.quantity(n).value) if n[0] == "«" else _NUMBERS.get(n.lower())
            clause.spent.add(n)
        start = clause.frame.period(since["p"]) if since else None
        if since:
            clause.used.add(since["p"])
        clause.take(match, match["q"])
        clause.rest = grammar.A_MONTH.sub(" ", clause.rest)
        if window:
            clause.take(window)
        yield Draft(
            "average",
            period=clause.own_period(),
            quantity=clause.frame.quantity(match["q"]),
            baselines=(start,) if start else (),
            window_months=months,
        )


def _from_to(clause: _Clause) -> Iterator[Draft]:
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


def _held(clause: _Clause) -> Iterator[Draft]:
    for match in list(grammar.HELD.finditer(clause.rest)):
        quantity = clause.frame.quantity(match["q"])
        since = clause.frame.period(match["p"]) if match["p"] else None
        months = None
        if match["n"]:
            n = match["n"]
            months = (
                int(clause.frame.quantity(n).value)
                if n.startswith("«")
                else _NUMBERS.get(n.lower()) or int(n)
            )
            clause.spent.add(n)
        if match["p"]:
            clause.used.add(match["p"])
        clause.take(match, match["q"])
        yield Draft(
            "duration", quantity=quantity, baselines=(since,) if since else (), window_months=months
        )


def _levels(clause: _Clause) -> Iterator[Draft]:
    marks = [m for m in re.findall(grammar.FIGURE, clause.rest) if m not in clause.spent]
    projects = clause.projects
    if clause.hoped and not projects:
        return
    own = [bool(_BEHIND.match(clause.whole[clause.whole.find(m) + len(m) :])) for m in marks]
    for mark, dated in zip(marks, own, strict=True):
        quantity = clause.frame.quantity(mark)
        alike = [m for m in marks if clause.frame.quantity(m).unit == quantity.unit]
        unsure = "several figures stand together" if len(alike) > 1 and not dated else ""
        if quantity.unit == "percentage_points":
            continue
        if not unsure and grammar.SPAN.search(clause.rest):
            unsure = "it is of a span of time"
        period = clause.period_behind(mark)
        if period is None and clause.whole.lstrip().startswith("("):
            unsure = unsure or "it stands in brackets"
        if projects:
            yield Draft("projection", period=period, quantity=quantity)
        else:
            yield Draft("level", period=period, quantity=quantity, unsure=unsure)


def _moves(clause: _Clause, found: list[Draft]) -> Iterator[Draft]:
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
        months = _NUMBERS[(streak["n"] or _NTH[streak["nth"].lower()]).lower()]
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
