"""One measure that two sentences of the papers give two values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefing.analysis.changes import agree
from briefing.analysis.claims import grammar
from briefing.analysis.claims.material import Passage
from briefing.analysis.claims.numbers import mark_figures
from briefing.analysis.claims.times import mark_times
from briefing.analysis.claims.vocabulary import plain
from briefing.analysis.disagreements.disagreement import Disagreement
from briefing.model import Citation, Figure, compose
from briefing.model.claim import Claim, Quantity, Verdict

#: Sentences of one list stand no more lines apart than these.
_LINES = 15
#: Fewer words than these name no measure.
_WORDS = 5
_MARK = re.compile(grammar.FIGURE)
#: Sentences that lean on others for what they are about, or give figures in the order of others.
_LEANS = re.compile(
    r"^(?:(?:and|but|however|overall),?\s+)?(?:this|it|these|those|they|that|here|there\s+it)\b"
    r"|\brespectively\b|\beach\b|\b(?:the\s+)?(?:former|latter|same|other)\b",
    re.IGNORECASE,
)
#: An age or a span of time: what a sentence's own words may say that it is of.
_SPAN = re.compile(
    rf"(?:{grammar.FIGURE}|\b\d+|[#\d]+\s?[-–]\s?[#\d]+)[\s-]+(?:months?|weeks?|days?|years?)\b",
    re.IGNORECASE,
)
#: A bare number counts something where the sentence begins with it, or says there were so many.
_COUNTS = re.compile(
    rf"^(?:{grammar.FIGURE}|there\s+(?:is|are|was|were|has\s+been|have\s+been)\s+"
    rf"{grammar.FIGURE})\s+(?!months?\b|weeks?\b|days?\b|years?\b|hours?\b)",
    re.IGNORECASE,
)


def two_values(
    passages: Sequence[Passage], verdicts: Iterable[Verdict] = ()
) -> Iterator[Disagreement]:
    """Sentences that state two values of one measure, group and time, beyond any rounding.

    That it is one measure is told in two ways alone: the sentences of one list are the same word
    for word but for the figure, and say themselves of what age or time it is; or both name a
    measure of the tables wholly, and the period.

    Parameters
    ----------
    passages
        Sentences in printed order.
    verdicts
        Claims as held against the tables. One that the tables contradict is told already.
    """
    yield from _word_for_word(passages)
    yield from _of_one_measure(verdicts)


@dataclass(frozen=True)
class _Stated:
    """A sentence as its words without one of its figures, and that figure."""

    passage: Passage
    place: Citation
    words: str
    quantity: Quantity


def _word_for_word(passages: Sequence[Passage]) -> Iterator[Disagreement]:
    alike: dict[tuple[str, ...], list[_Stated]] = {}
    for stated in _of_no_heading(passages):
        key = (*_list_of(stated), stated.quantity.unit, stated.words.lower().rstrip(". "))
        alike.setdefault(key, []).append(stated)
    again = [group for group in alike.values() if len(group) > 1]
    lists = Counter(_list_of(group[0]) for group in again)
    for group in again:
        if len(group) != 2 or lists[_list_of(group[0])] > 1:
            continue
        left, right = group
        one, other = _figure(left.quantity, left), _figure(right.quantity, right)
        if _near(left.place, right.place) and not _round_alike(one, other):
            yield Disagreement(
                "two_values",
                one,
                other,
                compose(
                    "“{words}” is printed once with {one} and once with {other}.",
                    words=left.words.rstrip(". "),
                    one=one,
                    other=other,
                ),
            )


def _of_no_heading(passages: Sequence[Passage]) -> Iterator[_Stated]:
    """What the sentences state, but for those behind a few words that may name another group."""
    before = ("", *(passage.text for passage in passages))
    for words, passage in zip(before, passages, strict=False):
        if not words or len(words.split()) >= _WORDS:
            yield from _readings(passage)


def _list_of(stated: _Stated) -> tuple[str, str, str]:
    """Where a sentence stands. A list that repeats several sentences has them of several groups."""
    return stated.place.document, stated.place.section, stated.passage.item_number


def _readings(passage: Passage) -> Iterator[_Stated]:
    """A sentence without each of its figures in turn, where its own words say what it is of."""
    if passage.citation is None or passage.previous or _LEANS.search(passage.text):
        return
    timed, periods = mark_times(plain(passage.text).rstrip(".!; "), passage.published)
    if grammar.HOPED.search(grammar.NOT_HOPED.sub(" ", timed)):
        return
    text, quantities = mark_figures(timed)
    figures = _MARK.findall(text)
    stated = {figure: quantities[int(figure.strip("«q»"))] for figure in figures}
    dated = any(period.code[:4] in passage.text for period in periods)
    if not (dated or _SPAN.search(text)) or len(text.split()) < _WORDS:
        return
    for figure, quantity in stated.items():
        if quantity.form != "exact" or plain(passage.text).count(quantity.raw) != 1:
            continue
        counts = _COUNTS.match(text.strip()) and figure == figures[0]
        if quantity.unit not in ("percent", "rate_per_10000", "rate_per_1000") and not (
            counts and not quantity.unit
        ):
            continue
        yield _Stated(
            passage, passage.citation, plain(passage.text).replace(quantity.raw, "…", 1), quantity
        )


def _near(left: Citation, right: Citation) -> bool:
    """Whether two sentences stand so near each other that no other heading comes between."""
    if left.line is not None and right.line is not None:
        return 0 < abs(left.line - right.line) <= _LINES
    pages = (left.page, right.page) if left.page else (left.printed_page, right.printed_page)
    return bool(pages[0]) and pages[0] == pages[1]


def _of_one_measure(verdicts: Iterable[Verdict]) -> Iterator[Disagreement]:
    claims = [one.claim for one in verdicts if one.verdict != "contradicts" and _sure(one.claim)]
    for left, right in combinations(claims, 2):
        if (left.indicators, left.period) != (right.indicators, right.period):
            continue
        if left.passage == right.passage or left.quantity is None or right.quantity is None:
            continue
        one, other = _figure(left.quantity, left), _figure(right.quantity, right)
        if one.unit != other.unit or _round_alike(one, other):
            continue
        yield Disagreement(
            "two_values",
            one,
            other,
            compose(
                "For {period}, one sentence states {one} and another {other}: “{a}” and “{b}”.",
                period=left.period,
                one=one,
                other=other,
                a=left.text.rstrip(". "),
                b=right.text.rstrip(". "),
            ),
        )


def _sure(claim: Claim) -> bool:
    """Whether a claim is a level of one wholly named measure at one named time, as it stands."""
    return (
        claim.kind == "level"
        and claim.quantity is not None
        and claim.quantity.form == "exact"
        and claim.period is not None
        and claim.citation is not None
        and len(claim.indicators) == 1
        and claim.tie == 1
        and not (claim.unsure or claim.against or claim.now)
    )


def _figure(quantity: Quantity, of: _Stated | Claim) -> Figure:
    passage, place = (
        (of.passage.id, of.place) if isinstance(of, _Stated) else (of.passage, of.citation)
    )
    return Figure(
        quantity.value, quantity.unit or "count", citation=place, raw=quantity.raw, row=passage
    )


def _round_alike(one: Figure, other: Figure) -> bool:
    """Whether one value may stand behind both, be it that either is a round number."""
    apart = abs(one.value - other.value)
    return agree(one, other) or 2 * apart <= max(_roundness(one), _roundness(other))


def _roundness(figure: Figure) -> Decimal:
    """The power of ten that a whole number from 100 on is a multiple of."""
    value, size = figure.value, Decimal(1)
    while value >= 100 and value % (10 * size) == 0:
        size *= 10
    return size if size > 1 else Decimal(0)
