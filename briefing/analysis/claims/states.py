"""Forms of claims that state a level: beside a target, ranked, on average, held for a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import BEHIND, Clause, Draft
from briefing.analysis.claims.vocabulary import tokens
from briefing.model.claim import Direction

#: Numbers in words.
NUMBERS = {
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
_WHO = (
    ("statistical_neighbours", r"stat|sn"),
    ("england", r"england|national"),
    ("region", r"region|south"),
    ("target", r"target|expected|ambition|goal|benchmark|threshold"),
    ("others", r"comparator"),
)
#: "12% below the average": a distance, which is no level.
_APART = re.compile(
    rf"(?P<q>{grammar.FIGURE})\s*(?:percentage\s+points?|points?)?\s*$", re.IGNORECASE
)


def aims(clause: Clause) -> Iterator[Draft]:
    """A target that the words themselves set: our target for it is 87."""
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


def compared(clause: Clause) -> Iterator[Draft]:
    """A level beside a target or a comparator."""
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


def ranks(clause: Clause) -> Iterator[Draft]:
    """A lowest or highest."""
    for match in list(grammar.RANK.finditer(clause.rest)):
        others = grammar.OTHERS.search(clause.whole)
        months: int | None = None
        if match["n"]:
            n = match["n"]
            count = (
                int(clause.frame.quantity(n).value)
                if n.startswith("«")
                else NUMBERS.get(n.lower()) or int(n)
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


def averages(clause: Clause) -> Iterator[Draft]:
    """An average a month, since a time or over one."""
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
            months = int(clause.frame.quantity(n).value) if n[0] == "«" else NUMBERS.get(n.lower())
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


def held(clause: Clause) -> Iterator[Draft]:
    """A level that has held since a time, or for one."""
    for match in list(grammar.HELD.finditer(clause.rest)):
        quantity = clause.frame.quantity(match["q"])
        since = clause.frame.period(match["p"]) if match["p"] else None
        months = None
        if match["n"]:
            n = match["n"]
            months = (
                int(clause.frame.quantity(n).value)
                if n.startswith("«")
                else NUMBERS.get(n.lower()) or int(n)
            )
            clause.spent.add(n)
        if match["p"]:
            clause.used.add(match["p"])
        clause.take(match, match["q"])
        yield Draft(
            "duration", quantity=quantity, baselines=(since,) if since else (), window_months=months
        )


def levels(clause: Clause) -> Iterator[Draft]:
    """Every figure that no other form has taken: a level, or where a pace would end."""
    marks = [m for m in re.findall(grammar.FIGURE, clause.rest) if m not in clause.spent]
    projects = clause.projects
    if clause.hoped and not projects:
        return
    own = [bool(BEHIND.match(clause.whole[clause.whole.find(m) + len(m) :])) for m in marks]
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
