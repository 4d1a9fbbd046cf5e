"""An average over a time, and where the present pace would end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.analysis.claims.holding.outcome import (
    IMPLIED,
    LOOSE,
    NEAR,
    Outcome,
    agrees,
    contradicts,
    name,
    open_,
    words,
)
from briefing.analysis.claims.lines import Line, contiguous
from briefing.analysis.claims.material import Record
from briefing.analysis.claims.ranges import mean, printed, says
from briefing.model import Figure, Period, Sentence, compose, derive
from briefing.model.claim import Claim

Points = Sequence[tuple[Period, Figure]]


def bases(line: Line, period: Period) -> Iterator[tuple[str, Points]]:
    """The times over which an average up to a period is naturally taken, each with its name."""
    upto = line.between(None, period)
    before = [(p, f) for p, f in upto if p != period]
    first = Period(f"{(period.start - 3) // 12:04d}-04") if period.length == 1 else period
    tried = (
        ("all periods printed", upto),
        ("all periods printed before it", before),
        ("the last twelve periods", upto[-12:]),
        ("the twelve periods before it", before[-12:]),
        ("the eleven periods before it", before[-11:]),
        ("the last twenty-four periods", upto[-24:] if len(upto) >= 24 else []),
        ("the twenty-four periods before it", before[-24:] if len(before) >= 24 else []),
        ("the financial year so far", [x for x in upto if x[0].start >= first.start]),
        (
            "the financial year before it",
            [x for x in before if first.start - 12 <= x[0].start < first.start],
        ),
    )
    for words_of, points in tried:
        if len(points) > 1:
            yield words_of, points


def stated_bases(line: Line, period: Period, months: int) -> Iterator[tuple[str, Points]]:
    """The periods before one, or up to it, that an average over so many months may mean."""
    upto = line.between(None, period)
    count = months // line.step
    for words_of, points in (
        ("the months named before it", [(p, f) for p, f in upto if p != period][-count:]),
        ("the months named up to it", upto[-count:]),
    ):
        if len(points) == count and contiguous(points):
            yield words_of, points


def average(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether the table's values have the average, since the time said or over a natural one."""
    quantity, unit = claim.quantity, line.series.indicator.unit
    now = line.now(claim)
    if quantity is None or now is None or unit not in ("count", "percent", "average"):
        return open_(compose("No table prints {m} for the period.", m=name(line)), silent=True)
    said = words(claim, quantity, unit)
    start = claim.baseline
    if start is not None or claim.window_months:
        points: Points = (
            line.between(start, now[0])
            if start is not None
            else line.points[-((claim.window_months or 0) // line.step) :]
        )
        whole = (
            bool(points)
            and contiguous(points)
            and (
                points[0][0] == start
                if start is not None
                else len(points) * line.step == claim.window_months
            )
        )
        if not whole:
            return open_(compose("The tables do not print all of {m} for that time.", m=name(line)))
        working = _mean(line, points, said)
        if any(
            says(quantity, mean([printed(f) for _, f in cut]))
            for cut in (points, points[1:], points[:-1])
            if cut
        ):
            return agrees(working, IMPLIED)
        return contradicts(working, IMPLIED)
    for _, points in bases(line, now[0]):
        if says(quantity, mean([printed(f) for _, f in points])):
            return agrees(_mean(line, points, said), LOOSE)
    return open_(compose("The sentence does not say over what time {m} is averaged.", m=name(line)))


def _mean(line: Line, points: Points, said: Sentence) -> Sentence:
    figures = [f for _, f in points]
    value = sum((f.value for f in figures), Decimal(0)) / len(figures)
    made = derive(
        value,
        f"mean from {points[0][0].label} to {points[-1][0].label}",
        *figures,
        unit=figures[0].unit,
        places=1,
    )
    return compose(
        "{m} from {a} to {b}: {said} in words, {made} on average in the table.",
        m=name(line),
        a=points[0][0],
        b=points[-1][0],
        said=said,
        made=made,
    )


def projection(claim: Claim, line: Line, record: Record) -> Outcome:
    """Whether a natural pace would end where the sentence says; none speaks against it."""
    quantity, last, due = claim.quantity, line.last, claim.period
    if quantity is None or last is None or due is None or due.start <= last[0].start:
        return open_(
            compose("The sentence does not say when {m} would be so.", m=name(line)), silent=True
        )
    ahead = Decimal(due.start + due.length - last[0].start - last[0].length)
    period, after = last
    for base, before in reversed(line.points[:-1]):
        gone = Decimal(period.start - base.start)
        range_now, range_then = printed(after), printed(before)
        ends = [
            a + (a - b) / gone * ahead
            for a, b in ((range_now.low, range_then.high), (range_now.high, range_then.low))
        ]
        natural = (
            gone in (line.step, 3, 6, 12)
            or base == line.points[0][0]
            or base.code.endswith(("-04", "-03"))
        )
        if natural and min(ends) - Decimal("0.5") <= quantity.value <= max(ends) + Decimal("0.5"):
            end = derive(
                after.value + (after.value - before.value) / gone * ahead,
                f"pace from {base.label} to {period.label} carried on to {due.label}",
                before,
                after,
                unit=after.unit,
                places=0,
            )
            return agrees(
                compose(
                    "{m}: {b} in {bp} and {a} in {ap}; at that pace it would be {end} in {due}.",
                    m=name(line),
                    b=before,
                    bp=base,
                    a=after,
                    ap=period,
                    end=end,
                    due=due,
                ),
                LOOSE,
            )
    paces = [
        (printed(after).low - printed(f).high, printed(after).high - printed(f).low, p)
        for p, f in line.points[:-1]
    ]
    ends_low = [printed(after).low + a / (period.start - p.start) * ahead for a, _, p in paces]
    ends_high = [printed(after).high + b / (period.start - p.start) * ahead for _, b, p in paces]
    if paces and not min(ends_low) - 1 <= quantity.value <= max(ends_high) + 1:
        return contradicts(
            compose(
                "{m}: {a} in {p}; no pace that the table shows ends at {said} in {due}.",
                m=name(line),
                a=after,
                p=period,
                said=words(claim, quantity, after.unit),
                due=due,
            ),
            NEAR,
        )
    return open_(
        compose("The sentence does not say by what pace {m} would get there.", m=name(line))
    )
