"""Parts and totals of one table: what adds up, and shares of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from briefing.analysis.disagreements.disagreement import Disagreement, holds
from briefing.analysis.rounding import rounding_range
from briefing.model import Figure, Period, Series, compose, derive

#: No figure is derived about fewer people than this.
SMALL = 10


def parts_and_totals(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Periods in which parts and total do not agree though they do in nearly all others.

    That series belong together is told from the figures alone: two counts that add up to a third,
    or whose quotient is a printed percentage, in at least four periods of five.
    """
    tables: dict[tuple[str, str], list[Series]] = {}
    for one in series:
        if one.known:
            tables.setdefault((one.meeting, one.table), []).append(one)
    for group in tables.values():
        counts = [s for s in group if s.indicator.unit == "count"]
        shares = [s for s in group if s.indicator.unit == "percent"]
        yield from _shares(counts, shares)
        yield from _sums(counts)


def _shares(counts: Sequence[Series], shares: Sequence[Series]) -> Iterator[Disagreement]:
    for share in shares:
        printed = share.figures
        for part, whole in permutations(counts, 2):
            parts, wholes = part.figures, whole.figures
            shared = [p for p in printed if p in parts and p in wholes and wholes[p].value > 0]
            wrong = [p for p in shared if not _is_share(parts[p], wholes[p], printed[p])]
            right = {printed[p].value for p in shared if p not in wrong}
            if not holds(len(shared) - len(wrong), len(shared), len(right)):
                continue
            for period in wrong:
                if wholes[period].value >= SMALL:
                    yield _share(part, whole, share, period)


def _is_share(part: Figure, whole: Figure, share: Figure) -> bool:
    low, high = rounding_range(share)
    return low <= 100 * part.value / whole.value <= high


def _share(part: Series, whole: Series, share: Series, period: Period) -> Disagreement:
    a, b, printed = part.figures[period], whole.figures[period], share.figures[period]
    exponent = printed.value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    worked = derive(
        100 * a.value / b.value,
        "the part as a percentage of the whole",
        a,
        b,
        unit="percent",
        period=period,
        places=places,
    )
    return Disagreement(
        "parts_and_total",
        printed,
        a,
        compose(
            "{period}: {part} {a} of {whole} {b} would be {worked}; {share} prints {printed}.",
            period=period,
            part=_name(part),
            a=a,
            whole=_name(whole),
            b=b,
            worked=worked,
            share=_name(share),
            printed=printed,
        ),
    )


def _sums(counts: Sequence[Series]) -> Iterator[Disagreement]:
    for total in counts:
        totals = total.figures
        others = [one for one in counts if one is not total]
        for one, other in combinations(others, 2):
            left, right = one.figures, other.figures
            shared = [p for p in totals if p in left and p in right]
            wrong = [p for p in shared if left[p].value + right[p].value != totals[p].value]
            fitting = {
                totals[p].value
                for p in shared
                if p not in wrong and min(left[p].value, right[p].value)
            }
            if not holds(len(shared) - len(wrong), len(shared), len(fitting)):
                continue
            for period in wrong:
                if min(left[period].value, right[period].value) >= SMALL:
                    yield _sum(one, other, total, period)


def _sum(one: Series, other: Series, total: Series, period: Period) -> Disagreement:
    a, b, printed = (s.figures[period] for s in (one, other, total))
    worked = derive(a.value + b.value, "sum of the parts", a, b, unit="count", period=period)
    return Disagreement(
        "parts_and_total",
        printed,
        a,
        compose(
            "{period}: {one} {a} and {other} {b} make {worked}; {total} prints {printed}.",
            period=period,
            one=_name(one),
            a=a,
            other=_name(other),
            b=b,
            worked=worked,
            total=_name(total),
            printed=printed,
        ),
    )


def _name(series: Series) -> str:
    return series.indicator.name or series.name_as_printed
