"""Parts and totals of one table: what adds up, and shares of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from briefing.analysis.disagreements.disagreement import (
    FITTING,
    SHARED,
    SMALL,
    Disagreement,
    could_be,
    holds,
    name_of,
)
from briefing.analysis.disagreements.names import same_thing
from briefing.model import Figure, Period, Series, compose, derive
from briefing.model.decimals import decimals


def parts_and_totals(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Periods in which parts and total do not agree though they do in nearly all others.

    That series belong together is told from the figures alone: two counts that add up to a third,
    or whose quotient is a printed percentage, in at least four periods of five. Where the names
    say it too, for one percentage of a table, its other percentages are of the same whole.
    """
    every = [one for one in series if one.known]
    tables: dict[tuple[str, str], list[Series]] = {}
    for one in every:
        tables.setdefault((one.meeting, one.table), []).append(one)
    for group in tables.values():
        counts = [s for s in group if s.indicator.unit == "count"]
        shares = [s for s in group if s.indicator.unit == "percent"]
        yield from _shares(counts, shares, every)
        yield from _sums(counts)


@dataclass(frozen=True)
class _Quotient:
    """A percentage that is one count's part of another."""

    part: Series
    whole: Series
    share: Series
    shared: tuple[Period, ...]
    wrong: tuple[Period, ...]

    @property
    def holds(self) -> bool:
        right = {self.share.figures[p].value for p in self.shared if p not in self.wrong}
        return holds(len(self.shared) - len(self.wrong), len(self.shared), len(right))

    @property
    def fits(self) -> bool:
        count = len(self.shared)
        return count >= SHARED and count - len(self.wrong) >= FITTING * count


def _shares(
    counts: Sequence[Series], shares: Sequence[Series], every: Sequence[Series]
) -> Iterator[Disagreement]:
    made = [
        _quotient(part, whole, share) for share in shares for part, whole in permutations(counts, 2)
    ]
    sure = [one for one in made if one.holds]
    wholes = {id(one.whole) for one in sure if same_thing(one.part, one.share)}
    alike = [
        one
        for one in made
        if id(one.whole) in wholes and one.fits and not one.holds
        if same_thing(one.part, one.share)
    ]
    for one in (*sure, *alike):
        others = _elsewhere(one.whole, every)
        for period in one.wrong:
            if one.whole.figures[period].value >= SMALL and not any(
                _is_share(one.part.figures[period], whole[period], one.share.figures[period])
                for whole in others
                if period in whole and whole[period].value > 0
            ):
                yield _share(one, period)


def _quotient(part: Series, whole: Series, share: Series) -> _Quotient:
    parts, wholes, printed = part.figures, whole.figures, share.figures
    shared = [p for p in printed if p in parts and p in wholes and wholes[p].value > 0]
    wrong = [p for p in shared if not _is_share(parts[p], wholes[p], printed[p])]
    return _Quotient(part, whole, share, tuple(shared), tuple(wrong))


def _elsewhere(whole: Series, every: Sequence[Series]) -> list[Mapping[Period, Figure]]:
    """What other tables print for the same whole: a share may rest on either."""
    return [s.figures for s in every if s is not whole and s.measure == whole.measure]


def _is_share(part: Figure, whole: Figure, share: Figure) -> bool:
    low, high = could_be(share)
    return low <= 100 * part.value / whole.value <= high


def _share(found: _Quotient, period: Period) -> Disagreement:
    a, b = found.part.figures[period], found.whole.figures[period]
    printed = found.share.figures[period]
    worked = derive(
        100 * a.value / b.value,
        "the part as a percentage of the whole",
        a,
        b,
        unit="percent",
        period=period,
        places=decimals(printed.value),
    )
    return Disagreement(
        "parts_and_total",
        printed,
        a,
        compose(
            "{share}, {period}: {printed} is printed; {part} ({a}) of {whole} ({b}) would be "
            "{worked}.",
            share=name_of(found.share),
            period=period,
            printed=printed,
            part=name_of(found.part),
            a=a,
            whole=name_of(found.whole),
            b=b,
            worked=worked,
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
            "{total}, {period}: {printed} is printed; {one} ({a}) and {other} ({b}) make {worked}.",
            total=name_of(total),
            period=period,
            printed=printed,
            one=name_of(one),
            a=a,
            other=name_of(other),
            b=b,
            worked=worked,
        ),
    )
