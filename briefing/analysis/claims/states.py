"""Forms of claims that state a level: beside a target, ranked, on average, held for a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import BEHIND, Clause, Draft
from briefing.analysis.claims.vocabulary import NUMBER_WORDS, tokens
from briefing.model.claim import Direction

#: Numbers of several, in words.
NUMBERS = {word: number for word, number in NUMBER_WORDS.items() if number > 1} | {"thirteen": 13}
_SIDES = ("below", "above")
IN_BRACKETS = "it stands in brackets"
_WHO = (
    ("statistical_neighbours", r"stat|sn"),
    ("england", r"england|national"),
    ("region", r"region|south"),
    ("target", r"target|expected|ambition|goal|benchmark|threshold|ceiling"),
    ("others", r"comparator"),
)
#: "12% below the average": a distance, which is no level.
_APART = re.compile(
    rf"(?P<q>{grammar.FIGURE})\s*(?:percentage\s+points?|points?)?\s*$", re.IGNORECASE
)

#: "by a further 21": no level.
_BY = re.compile(r"\bby\s+(?:[a-z-]+\s+){0,3}$", re.IGNORECASE)


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
        gap = match["by"] or (apart["q"] if apart else None)
        against = next(name for name, rule in _WHO if re.match(rule, who))
        behind = clause.rest[match.end() :]
        held = grammar.SINCE_LAST.search(behind)
        run = grammar.RUN.match(behind)
        quantity = clause.frame.quantity(mark) if mark else None
        clause.take(match, mark, gap)
        if apart:
            clause.rest = clause.rest.replace(apart["q"], " ", 1)
        if gap and side not in ("below", "above", "better", "worse"):
            continue
        lasted = side in _SIDES if mark else side in (*_SIDES, "met", "unmet", "better", "worse")
        if lasted and not gap and (held or run):
            since = clause.frame.period(held["p"]) if held else None
            clause.used.update([held["p"]] if held else [])
            if run:
                clause.take(run)
            yield Draft(
                "duration",
                quantity=quantity,
                direction=side,
                against=against,
                baselines=(since,) if since else (),
                window_months=NUMBERS[run["n"].lower()] if run else None,
            )
        else:
            yield Draft(
                "comparison",
                period=clause.own_period(),
                quantity=quantity,
                direction=side,
                against=against,
                gap=clause.frame.quantity(gap) if gap else None,
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
    for match in [*grammar.AVERAGED.finditer(clause.rest), *_on_average(clause)]:
        since = grammar.SPANNED.search(clause.whole)
        begun = since and (since["p"] or since["p2"])
        window = re.search(
            r"\b(?:over|in|for)\s+the\s+(?:last|past|previous)\s+(?P<n>\w+)\s+months",
            clause.whole,
            re.I,
        )
        if not grammar.A_MONTH.search(clause.whole) and not since and not window:
            continue
        months = None
        if window:
            n = window["n"]
            months = NUMBERS.get(n.lower()) or (int(n) if n.isdigit() else None)
        start = clause.frame.period(begun) if begun else None
        if begun:
            clause.used.add(begun)
        clause.take(match, match["q"])
        clause.rest = grammar.ON_AVERAGE.sub(" ", clause.rest)
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


def _on_average(clause: Clause) -> list[re.Match[str]]:
    """The only figure of a clause that says it is an average."""
    figures = list(re.finditer(rf"(?P<q>{grammar.FIGURE})", clause.rest))
    averaged = grammar.ON_AVERAGE.search(clause.rest)
    return figures if averaged and len(figures) == 1 else []


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
        if not unsure and _BY.search(clause.whole[: clause.whole.find(mark)]):
            unsure = "it is a change"
        if not unsure and grammar.SPAN.search(clause.rest):
            unsure = "it is of a span of time"
        period = clause.period_behind(mark)
        if period is None and clause.whole.lstrip().startswith("("):
            unsure = unsure or IN_BRACKETS
        if projects:
            yield Draft("projection", period=period, quantity=quantity)
        else:
            yield Draft("level", period=period, quantity=quantity, unsure=unsure)
