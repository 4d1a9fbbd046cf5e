"""Periods that had not begun when the paper that prints them came out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from briefing.analysis.claims import grammar
from briefing.analysis.claims.material import Passage
from briefing.analysis.claims.times import mark_times
from briefing.analysis.disagreements.disagreement import Disagreement, name_of
from briefing.model import Figure, Period, Series, compose, derive

_PERIOD = r"«p(\d+)»"
_MONTHS_OF = rf"(?:the\s+(?:end|start)\s+of\s+)?{_PERIOD}"
#: What was measured over a span: the graph shows an increase between one month and another.
_SPANS = re.compile(
    r"\b(?:shows?|showed|shown|illustrates?|demonstrates?|saw|seen|evidences?|indicates?|there"
    r"\s+(?:was|were|has\s+been|have\s+been))\b[^.;«]{0,90}?\b(?:increas\w+|decreas\w+|reduc\w+"
    r"|ris(?:es?|ing)|falls?|falling|declin\w+|improve\w*|drops?|trends?|changes?|rates?"
    r"|percentages?|proportion)\b[^.;«]{0,90}?\b(?:between|from)\s+(?P<first>«p\d+»)\s+"
    rf"(?:and|to|until)\s+{_MONTHS_OF}",
    re.IGNORECASE,
)
#: What was reached at a time: it rose to so much in that month.
_REACHED = re.compile(
    r"\b(?:rose|fell|dropped|climbed|grew|went\s+(?:up|down)|(?:has|have)\s+(?:risen|fallen|dropped"
    r"|increased|decreased|reduced|improved|grown))\b[^.;«]{0,40}?\bto\s+(?:\d[\d,.]*\s?%?|\w+)"
    rf"(?:\s+\w+){{0,3}}?\s+(?:in|during|at|as\s+at)\s+{_MONTHS_OF}",
    re.IGNORECASE,
)
#: Words of what is still to come, or of what money and places are meant for: in a sentence, or in
#: the name of a row or table.
_TO_COME = re.compile(
    r"\b(?:plan\w*|target\w*|forecast\w*|project(?:s|ed|ion|ions)?|predict\w*|due|schedul\w+"
    r"|deadline|shall|going\s+to|ambition\w*|goal|propos\w+|commission\w*|fund\w*|budget\w*|grant"
    r"|contract\w*|savings?|capital|places|capacity|provision|strategy|programme|roadmap|timeline"
    r"|timetable|trajector\w+|model\w*|estimate[sd]?|assum\w+|scenario\w*|next|upcoming|future"
    r"|launch\w*|start(?:s|ing)?|until|onwards?|ongoing|term\s+of\s+office|draft|need(?:s|ed)?)\b",
    re.IGNORECASE,
)


def after_publication(series: Iterable[Series], published: date) -> Iterator[Disagreement]:
    """Values of periods that begin after the day on which their paper came out, once a table.

    What is planned or forecast may be printed for such periods, and is left alone.
    """
    latest = _month(published)
    tables: dict[tuple[str, str], list[tuple[Series, Period, Figure]]] = {}
    for one in series:
        if one.second_hand or _TO_COME.search(f"{one.table_title} {name_of(one)}"):
            continue
        late = [(one, p, figure) for p, figure in one.figures.items() if p.start > latest]
        tables.setdefault((one.table, one.table or name_of(one)), []).extend(late)
    for found in tables.values():
        if found:
            yield _late(found)


def _late(found: Sequence[tuple[Series, Period, Figure]]) -> Disagreement:
    figures = [figure for _, _, figure in found]
    periods = sorted(period for _, period, _ in found)
    one, period, figure = found[0]
    said = compose(
        "{measure}: {figure} is printed for {period}, which begins after the paper came out.",
        measure=name_of(one),
        figure=figure,
        period=period,
    )
    if len(figures) > 1:
        count = derive(len(figures), "figures of periods after the paper came out", *figures)
        said = compose(
            "In the table {table}, {count} figures are printed for {first} to {last}. {example}"
            if one.table
            else "{count} figures are printed for {first} to {last}. {example}",
            table=one.table_title or one.table,
            count=count,
            first=periods[0],
            last=periods[-1],
            example=said,
        )
    return Disagreement("date_after_publication", figures[0], figures[-1], said)


def told_as_past(passages: Iterable[Passage], published: date) -> Iterator[Disagreement]:
    """Sentences that tell as past what had not begun when the paper came out.

    Only what was measured counts: a movement that is shown up to such a month, or a level that was
    reached in it. Plans, targets, forecasts and dates by which something is due are no fault, nor
    is a span that lies ahead as a whole: nothing of it can have been measured.
    """
    latest = _month(published)
    for passage in passages:
        text, periods = mark_times(" ".join(passage.text.split()), published)
        words = f"{mark_times(passage.previous, published)[0]} {text}"
        if passage.citation is None or _TO_COME.search(words) or grammar.HOPED.search(words):
            continue
        for found in (*_SPANS.finditer(text), *_REACHED.finditer(text)):
            period = periods[int(found[found.re.groups])]
            first = periods[int(found["first"][2:-1])] if found.re is _SPANS else None
            planned = first is not None and first.start > latest
            if period.start > latest and not planned:
                yield _sentence(passage, period, published)
                break


def _sentence(passage: Passage, period: Period, published: date) -> Disagreement:
    months = Figure(
        Decimal(period.start - _month(published)),
        "months",
        citation=passage.citation,
        raw=period.label,
        row=passage.id,
    )
    return Disagreement(
        "date_after_publication",
        months,
        months,
        compose(
            "“{words}”: {period} begins after {published}, when the paper came out.",
            words=passage.text.rstrip(". "),
            period=period,
            published=Period(f"{published:%Y-%m}"),
        ),
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
