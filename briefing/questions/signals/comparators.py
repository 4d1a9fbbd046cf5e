"""Worse, or better, than neighbours and England; comparators years old or of another set."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.analysis.published import ComparatorCheck
from briefing.model.period import Period
from briefing.model.sentence import Sentence, compose
from briefing.model.trend import Comparator, Trend
from briefing.questions.severity import weigh
from briefing.questions.signals.current import current
from briefing.questions.signals.making import inside, make, measure, of_trend
from briefing.questions.signals.record import Signal
from briefing.questions.templates import fill, phrases
from briefing.questions.view import View

#: Whose values a council is held against, in the order in which they are named.
WHOSE = ("statistical_neighbours", "england")
#: How a comparator column must have been identified to be used.
KNOWN = ("named", "proposed", "confirmed")
#: So many months of newer published values make a comparator years old.
YEARS_OLD = 24


def signals(view: View) -> Iterator[Signal]:
    """Measures on the same side of every comparator that is known; one that is out of date.

    A measure on which neither way is good in itself is never called worse or better.
    """
    yield from _sides(view)
    yield from _out_of_date(view)


def _sides(view: View) -> Iterator[Signal]:
    for trend in current(view.trends):
        indicator = trend.series.indicator
        held = known(trend)
        if indicator.polarity == "neutral" or trend.last is None or not held:
            continue
        value = trend.last.figure.value
        ahead = [_ahead(indicator.polarity, value, c.figure.value) for c in held]
        nearest = min(ahead, key=abs)
        if all(a < 0 for a in ahead):
            kind = "worse-than-comparators"
        elif all(a > 0 for a in ahead):
            kind = "better-than-comparators"
        else:
            continue
        weight = weigh(kind, gap=nearest, small_base=indicator.small_base)
        yield of_trend(kind, trend, weight, {"comparison": comparison(held)})


def _out_of_date(view: View) -> Iterator[Signal]:
    """The comparator furthest behind what was public, else one of another set; one a meeting.

    Only a comparator whose published value or set is known for certain is called so.
    """
    sure = [one for one in view.comparator_checks if one.year == "exact"]
    old = [one for one in sure if one.months_behind >= YEARS_OLD]
    if old:
        yield _years_old(view, max(old, key=lambda one: one.months_behind))
        return
    other = [one for one in sure if one.sets and one.sets.known and one.sets.moved]
    if other:
        yield _of_another_set(view, other[0])


def _years_old(view: View, one: ComparatorCheck) -> Signal:
    assert one.newer is not None and one.period is not None
    fields = {
        "value": one.printed,
        "year": one.period,
        "newer": one.newer.figure,
        "newer_year": one.newer.period,
        "month": Period(one.newer.published[:7]),
    }
    return _of_check("comparator-old", view, one, fields, years=one.months_behind // 12)


def _of_another_set(view: View, one: ComparatorCheck) -> Signal:
    assert one.sets is not None
    fields = {
        "value": one.printed,
        "then": one.sets.then,
        "later": one.sets.later,
        "average": one.sets.later_average,
    }
    return _of_check("comparator-other-set", view, one, fields)


def _of_check(
    kind: str, view: View, one: ComparatorCheck, fields: dict[str, object], years: int = 0
) -> Signal:
    table, indicator = one.row["table"], one.row["indicator"]
    items = {row["table"]: row["item_number"] for row in view.rows("tables")}
    names = {row["indicator"]: inside(row["name"]) for row in view.rows("indicators")}
    of = (t for t in view.trends if t.series.indicator.indicator == indicator)
    trend = next(of, None)
    fields = {"measure": measure(trend) if trend else names.get(indicator, indicator), **fields}
    return make(
        kind,
        indicator,
        items.get(table) or (one.printed.citation.item_number if one.printed.citation else ""),
        weigh(kind, months=years),
        fields,
        indicators=(indicator,),
    )


def known(trend: Trend) -> tuple[Comparator, ...]:
    """The comparators of neighbours and England whose column is identified."""
    found = {c.comparator: c for c in trend.comparators if c.identification in KNOWN}
    return tuple(found[w] for w in WHOSE if w in found)


def comparison(held: tuple[Comparator, ...]) -> Sentence:
    """The comparators in words: ``22% for statistical neighbours (2022/23)`` and so on."""
    parts = []
    for comparator in held:
        template = phrases()[comparator.comparator]
        of = phrases()["of_year"] if comparator.period is not None else phrases()["of_no_year"]
        parts.append(
            fill(
                f"{template} {of}",
                {"value": comparator.figure, "year": comparator.period or ""},
            )
        )
    joined = parts[0]
    for part in parts[1:]:
        joined = compose("{joined} and {part}", joined=joined, part=part)
    if any(c.identification == "proposed" for c in held):
        joined = joined + Sentence(phrases()["proposed"])
    return joined


def _ahead(polarity: str, own: Decimal, other: Decimal) -> Decimal:
    """By how much the own value is better, as a share of the other."""
    difference = own - other if polarity == "high" else other - own
    return difference / abs(other) if other else difference
