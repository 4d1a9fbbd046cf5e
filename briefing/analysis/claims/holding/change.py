"""A change, in numbers or per cent, held against two values of a table."""

from __future__ import annotations

from decimal import Decimal

from briefing.analysis.claims.holding.average import bases, stated_bases
from briefing.analysis.claims.holding.outcome import (
    IMPLIED,
    LOOSE,
    NEAR,
    SURE,
    Outcome,
    agrees,
    contradicts,
    dated,
    name,
    open_,
    words,
)
from briefing.analysis.claims.lines import Line
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import Range, difference, percentage, printed, says, worded
from briefing.analysis.difference import SMALL, difference_unit
from briefing.model import Figure, Period, Sentence, compose, derive
from briefing.model.claim import Claim, Quantity


def change(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether the table's values give the change from the baseline said, or from a natural one."""
    now, quantity = line.now(claim), claim.quantity
    if now is None or quantity is None:
        return open_(compose("No table prints {m} for the period.", m=name(line)), silent=True)
    period, after = now
    if claim.base.startswith("average"):
        return _from_average(claim, quantity, line, period, after)
    named = baselines(claim, period)
    if not named:
        return _unstated(claim, quantity, line, period, after)
    results = [_from(claim, quantity, line, base, period, after) for base in named]
    bad = next((r for r in results if r.verdict == "contradicts"), None)
    return bad or next((r for r in results if r.verdict == "cannot_verify"), results[0])


def baselines(claim: Claim, period: Period) -> tuple[Period, ...]:
    """The baselines of a claim about a period, words for them included; empty where unstated."""
    if claim.baselines:
        return claim.baselines
    if claim.base == "previous":
        return (period.shift(-1),)
    year = 12 // period.length
    if claim.base in ("yearago", "lastyear"):
        return (period.shift(-year),)
    if claim.base.startswith("years"):
        return tuple(period.shift(-year * n) for n in range(1, int(claim.base[5:]) + 1))
    return ()


def _from(
    claim: Claim, quantity: Quantity, line: Line, base: Period, period: Period, after: Figure
) -> Outcome:
    before = line.at(base)
    if before is None:
        return _no_base(claim, quantity, line, base, period, after)
    if too_small(before, after, quantity):
        return _small(line, base, period, before, after)
    if quantity.unit == "percent" and not before.value and before.unit != "percent":
        return open_(
            compose("{m} was {b} in {bp}, and nothing is a percentage of nought.",
                    m=name(line), b=before, bp=base)
        )  # fmt: skip
    if fits(claim, quantity, before, after):
        return agrees(_said(claim, quantity, line, base, period, before, after), dated(claim))
    if _own_figures(claim, quantity, before, after):
        return open_(
            compose(
                "{said} follows from the level that the same sentence states, which is looked at "
                "by itself; the table has {b} in {bp} and {a} in {ap}.",
                said=words(claim, quantity, before.unit),
                b=before,
                bp=base,
                a=after,
                ap=period,
            )
        )
    working = _said(claim, quantity, line, base, period, before, after)
    if _is_near(claim, quantity, before, after):
        return open_(working)
    other = _other_baseline(claim, line, quantity, base, period, after)
    if other:
        working = working + compose(
            "{said} is the change from {other}, not {base}.",
            said=words(claim, quantity, after.unit),
            other=other,
            base=base,
        )
    return contradicts(working, _certainty(claim, after))


def too_small(before: Figure, after: Figure, quantity: Quantity) -> bool:
    """Whether the change is a count of people under ten, or a percentage on a base under ten."""
    if before.unit != "count":
        return False
    if quantity.unit == "percent":
        return abs(before.value) < SMALL
    return abs(after.value - before.value) < SMALL


def fits(claim: Claim, quantity: Quantity, before: Figure, after: Figure) -> bool:
    """Whether some values that round as printed make the change true, in per cent or points."""
    return any(
        says(quantity, r)
        for r in _sizes(claim, quantity, printed(before), printed(after), before.unit)
    )


def _sizes(claim: Claim, quantity: Quantity, before: Range, after: Range, unit: str) -> list[Range]:
    """The size of the change in the direction said: as a percentage, or in the unit."""
    signed: list[Range | None] = []
    if quantity.unit == "percent":
        signed.append(percentage(before, after))
    if quantity.unit != "percent" or unit == "percent":
        signed.append(difference(before, after))
    return [r if claim.direction == "up" else -r for r in signed if r is not None]


def _own_figures(claim: Claim, quantity: Quantity, before: Figure, after: Figure) -> bool:
    """Whether a level that the sentence states, other than the table's, makes it true."""
    if claim.end is None or claim.end.form != "exact" or says(claim.end, printed(after)):
        return False
    start = worded(claim.start) if claim.start else printed(before)
    return any(
        says(quantity, r) for r in _sizes(claim, quantity, start, worded(claim.end), before.unit)
    )


def _is_near(claim: Claim, quantity: Quantity, before: Figure, after: Figure) -> bool:
    """Whether a percentage is out by so little that it may be cut off, or rounded twice."""
    if quantity.unit != "percent" or quantity.form != "exact":
        return False
    said = worded(quantity)
    slack = (said.high - said.low) / 2
    wider = Range(said.low - slack, said.high + slack)
    return any(
        size.low < wider.high and wider.low < size.high
        for size in _sizes(claim, quantity, printed(before), printed(after), before.unit)
    )


def _certainty(claim: Claim, after: Figure) -> float:
    """Less where the sentence does not date itself, or its baseline only loosely."""
    told = claim.end is not None and says(claim.end, printed(after))
    sure = SURE if told else dated(claim)
    if claim.base == "lastyear":
        return min(sure, NEAR)
    return min(sure, IMPLIED) if claim.base else sure


def _other_baseline(
    claim: Claim, line: Line, quantity: Quantity, base: Period, period: Period, after: Figure
) -> Period | None:
    """The baseline that would make it true: the same month of another year, or the only one."""
    fitting = [
        p
        for p, f in line.points
        if p.start < period.start
        and p != base
        and not too_small(f, after, quantity)
        and fits(claim, quantity, f, after)
    ]
    same = [p for p in fitting if (period.start - p.start) % 12 == 0]
    chosen = same or fitting
    return chosen[-1] if len(chosen) == 1 else None


def _said(
    claim: Claim,
    quantity: Quantity,
    line: Line,
    base: Period,
    period: Period,
    before: Figure,
    after: Figure,
) -> Sentence:
    if quantity.unit == "percent" and before.value:
        value = (after.value - before.value) / before.value * 100
        unit, places, what = "percent", 1, "percentage change"
    else:
        value, what = after.value - before.value, "change"
        unit, places = difference_unit(after.unit), None
    size = derive(
        abs(value),
        f"size of the {what} from {base.label} to {period.label}",
        before,
        after,
        unit=unit,
        places=places,
    )
    moved = "down" if value < 0 else "up"
    return compose(
        "{m}: {b} in {bp} and {a} in {ap}, {moved} {size}; the sentence says {way} {said}.",
        m=name(line),
        b=before,
        bp=base,
        a=after,
        ap=period,
        moved=moved,
        size=size,
        way=claim.direction,
        said=words(claim, quantity, after.unit),
    )


def _no_base(
    claim: Claim, quantity: Quantity, line: Line, base: Period, period: Period, after: Figure
) -> Outcome:
    """The tables do not print the baseline: say which one near it would make the claim true."""
    working = compose("No table prints {m} for {p}.", m=name(line), p=base)
    other = _other_baseline(claim, line, quantity, base, period, after)
    found = line.at(other)
    if other and found:
        working = working + compose(
            "From {f} in {p} to {a} in {ap} the sentence would be true.",
            f=found,
            p=other,
            a=after,
            ap=period,
        )
    return open_(working, silent=not other)


def _small(line: Line, base: Period, period: Period, before: Figure, after: Figure) -> Outcome:
    return open_(
        compose(
            "{m}: {b} in {bp} and {a} in {ap}; no change of so few is computed.",
            m=name(line),
            b=before,
            bp=base,
            a=after,
            ap=period,
        )
    )


def _unstated(
    claim: Claim, quantity: Quantity, line: Line, period: Period, after: Figure
) -> Outcome:
    """No baseline is named: a natural one may make the claim true, none speaks against it."""
    earlier = [(p, f) for p, f in line.points if p.start < period.start]
    natural = [
        (p, f)
        for p, f in earlier
        if _is_natural(p, period, None if claim.period else earlier[0][0])
    ]
    if any(too_small(f, after, quantity) for _, f in natural):
        return open_(compose("The sentence does not say from when {m} changed.", m=name(line)))
    fitting = [(p, f) for p, f in natural if fits(claim, quantity, f, after)]
    if fitting:
        base, before = fitting[-1]
        return agrees(_said(claim, quantity, line, base, period, before, after), LOOSE)
    base = period.shift(-1)
    last = line.at(base)
    if claim.period is not None and last is not None:
        return contradicts(_said(claim, quantity, line, base, period, last, after), NEAR)
    return open_(compose("The sentence does not say from when {m} changed.", m=name(line)))


def _is_natural(base: Period, period: Period, first: Period | None) -> bool:
    """Whether a change is naturally told from a period.

    So it is from the one before, and from years before; where ``first`` is given, also from the
    first that is printed and from a financial year's end.
    """
    return (
        base.start + base.length == period.start
        or (period.start - base.start) % 12 == 0
        or (first is not None and (base == first or base.code.endswith(("-03", "-04"))))
    )


def _from_average(
    claim: Claim, quantity: Quantity, line: Line, period: Period, after: Figure
) -> Outcome:
    """The base of an average is seldom stated: any natural one may make the claim true."""
    stated = int(claim.base[7:] or 0)
    tried = stated_bases(line, period, stated) if stated else bases(line, period)
    last: Outcome | None = None
    for words_of, points in tried:
        figures = [f for _, f in points]
        low = sum((printed(f).low for f in figures), Decimal(0)) / len(figures)
        high = sum((printed(f).high for f in figures), Decimal(0)) / len(figures)
        if any(
            says(quantity, r)
            for r in _sizes(claim, quantity, Range(low, high), printed(after), after.unit)
        ):
            middle = derive(
                (low + high) / 2, f"mean of {words_of}", *figures, unit=after.unit, places=1
            )
            return agrees(
                compose(
                    "{m}: {a} in {p}; {said} {way} holds against {middle}, the mean of {base}.",
                    m=name(line),
                    a=after,
                    p=period,
                    said=words(claim, quantity, after.unit),
                    way=claim.direction,
                    middle=middle,
                    base=words_of,
                ),
                LOOSE,
            )
        if stated:
            middle = derive(
                (low + high) / 2, f"mean of {words_of}", *figures, unit=after.unit, places=1
            )
            working = compose(
                "{m}: {a} in {p} and {middle} on average in {base}.",
                m=name(line),
                a=after,
                p=period,
                middle=middle,
                base=words_of,
            )
            last = contradicts(working, IMPLIED)
    return last or open_(
        compose("The sentence does not say over what time {m} is averaged.", m=name(line))
    )
