"""A target in words that is not the one that the table prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.choosing.compared import SURE_ENOUGH
from briefing.analysis.choosing.context import Context
from briefing.analysis.claims.holding.outcome import name, words
from briefing.analysis.claims.lines import Line, lines
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import printed, says
from briefing.model import Figure, Target, compose
from briefing.model.claim import Claim, Quantity, Verdict

#: What a claim that quotes a target may state.
_KINDS = ("duration", "comparison", "ambition")
#: Kinds of target that a table's own column holds.
_OWN = ("target", "floor")
#: Words by which a target is told to be of another time than the table's.
_ANOTHER_TIME = re.compile(
    r"\b(?:until|had\s+been|used\s+to|old|former|formerly|previous|previously|earlier|original"
    r"|new|newly|revised|proposed|interim|next|future|raised|lowered|changed|moved"
    r"|by\s+(?:\w+\s+){0,4}20\d\d)\b",
    re.IGNORECASE,
)
#: Words by which it is told to be another than the council's own of these months.
_ANOTHER_KIND = re.compile(
    r"\b(?:national\w*|statutory|government\w*|minimum|stretch|year[- ]end|annual|quarterly)\s+"
    r"(?:\w+\s+)?target\b",
    re.IGNORECASE,
)
_WHOSE = {"statistical_neighbours": "statistical neighbours", "england": "England"}


def another_target(verdict: Verdict, record: Record) -> Context | None:
    """The context of a claim whose target no table prints, where its table prints another.

    A claim that the tables contradict is left to that; a target of another time, such as an old
    one, one with a date of its own, or one that is said to be national, is another of necessity.
    """
    claim = verdict.claim
    quantity = claim.quantity
    if verdict.verdict == "contradicts" or claim.unsure or quantity is None:
        return None
    if claim.kind not in _KINDS or claim.tie < SURE_ENOUGH or _is_another(claim):
        return None
    if not _quotes_a_target(claim, quantity):
        return None
    held = [
        line
        for line in _lines(claim, record)
        if quantity.unit in ("", line.series.indicator.unit) and _own(line)
    ]
    every = [t for line in held for t in line.series.targets]
    if not held or any(says(quantity, printed(t.figure)) for t in every):
        return None
    return _context(claim, quantity, held[-1], record)


def _is_another(claim: Claim) -> bool:
    dated = claim.kind == "ambition" and bool(claim.baselines)
    told = _ANOTHER_TIME.search(claim.text) or _ANOTHER_KIND.search(claim.text)
    return dated or not claim.current or told is not None


def _quotes_a_target(claim: Claim, quantity: Quantity) -> bool:
    """Whether the words call the figure a target: a target of 100, our target is 100."""
    if quantity.form not in ("exact", "at_least", "at_most") or not quantity.raw:
        return False
    raw = re.escape(quantity.raw)
    behind = rf"\btarget\s+(?:(?:rate|level|figure)\s+)?(?:of|is|was|at)\s+{raw}(?![\d,.]*\d)"
    before = rf"(?<![\d.,]){raw}\s+target\b"
    aim = claim.kind == "ambition" and re.search(r"\btarget\b", claim.text, re.IGNORECASE)
    return bool(aim or re.search(f"{behind}|{before}", claim.text, re.IGNORECASE))


def _lines(claim: Claim, record: Record) -> Iterator[Line]:
    """The tables of the claim's own item, or of any where it has none."""
    for indicator in claim.indicators:
        for line in lines(record, indicator):
            if claim.item_number in ("", line.series.item_number):
                yield line


def _own(line: Line) -> Target | None:
    return next((t for t in line.series.targets if t.kind in _OWN), None)


def _context(claim: Claim, quantity: Quantity, line: Line, record: Record) -> Context | None:
    target = _own(line)
    if target is None:
        return None
    indicator = line.series.indicator
    start = compose(
        "{m}: the words name a target of {said}; the target in the table is {t}",
        m=name(line),
        said=words(claim, quantity, indicator.unit),
        t=target.figure,
    )
    beside = _comparator(claim, indicator.indicator, record)
    working = compose("{start}.", start=start)
    if beside is not None:
        whose = _WHOSE[claim.against]
        end = ", and its figure for {whose} {f}."
        working = compose("{start}" + end, start=start, whose=whose, f=beside)
    return Context(claim, "another_target", indicator.indicator, working.figures, working)


def _comparator(claim: Claim, indicator: str, record: Record) -> Figure | None:
    """The figure of those whom the words name with the target, where a column is named so."""
    if claim.against not in _WHOSE:
        return None
    return next(
        (
            one.figure
            for one in record.comparators.get(indicator, ())
            if one.comparator == claim.against and one.identification in ("named", "confirmed")
        ),
        None,
    )
