"""Derived figures worked out again from the rows that they name, with arithmetic of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

from briefing.model.period import MONTHS, Period
from briefing.publish.read_back.record import Record
from briefing.store import Row

#: Mean moving range to the distance of a process limit from the mean, and the moving range, in
#: means, from which one is left out once.
_LIMIT, _SCREEN = Fraction("2.66"), Fraction("3.267")


#: A period as operations name it.
_LABEL = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{4}}|Quarter \d of .+|\d{{4}}(?:/\d\d)?")

#: The values that an operation may give, each with its unit.
Worked = Iterator[tuple[Decimal | Fraction, str]]


@dataclass(frozen=True)
class Source:
    """One row that a figure rests on, as the store has it now."""

    name: str
    table: str
    row: Row
    value: Decimal | None
    unit: str


def worked_out(operation: str, sources: Sequence[Source], record: Record) -> Worked:
    """The values, with their units, that the operation may give from the rows."""
    for pattern, work in _OPERATIONS.items():
        match = re.fullmatch(pattern, operation)
        if match:
            yield from work(sources, record, match)
            return


def of_other_periods(operation: str, sources: Sequence[Source]) -> bool:
    """Whether the first and last row are of other periods than the operation names."""
    matches = (re.fullmatch(pattern, operation) for pattern in _OPERATIONS)
    match = next(filter(None, matches), None)
    return match is not None and not _of_those_periods(sources, match)


def _of_those_periods(sources: Sequence[Source], match: re.Match[str]) -> bool:
    """Whether the first and the last row are of the periods that the operation names."""
    said = match.groupdict()
    for name, source in (("then", sources[:1]), ("now", sources[-1:])):
        named = said.get(name) or ""
        if _LABEL.fullmatch(named) and [_label(one) for one in source] != [named]:
            return False
    return True


def _label(source: Source) -> str:
    return _of(source).label if source.row.get("period") else ""


def _values(sources: Sequence[Source]) -> list[Fraction]:
    return [Fraction(s.value) for s in sources if s.value is not None]


def _difference_unit(unit: str) -> str:
    return "percentage_points" if unit == "percent" else unit


def _limits(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if len(values) < 2:
        return
    mean = sum(values, Fraction(0)) / len(values)
    ranges = [abs(b - a) for a, b in pairwise(values)]
    average = sum(ranges, Fraction(0)) / len(ranges)
    kept = [r for r in ranges if r < _SCREEN * average]
    average = sum(kept, Fraction(0)) / len(kept) if kept else Fraction(0)
    way = {"mean": 0, "lower": -1, "upper": 1}[match[0].split(" ")[0]]
    yield mean + way * _LIMIT * average, sources[0].unit


def _change(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if len(values) == 2:
        change = values[1] - values[0]
        unit = _difference_unit(sources[1].unit)
        yield (abs(change) if match[0].startswith(("size", "distance")) else change), unit
        if "size" in match[0]:
            yield abs(change) / 12, unit


def _percentage_change(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if len(values) == 2 and values[0]:
        yield abs(100 * (values[1] - values[0]) / values[0]), "percent"


def _mean(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if values:
        yield sum(values, Fraction(0)) / len(values), sources[0].unit


def _pace(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if len(values) == 2:
        pace = (values[1] - values[0]) / 12
        unit = _difference_unit(sources[1].unit)
        yield (abs(pace) if match[0].startswith("size") else pace), unit


def _carried(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if len(values) == 2:
        due = _period(match["due"])
        months = _of(sources[1]).months_to(due) if due else 0
        pace = (values[1] - values[0]) / 12
        yield values[1] + pace * months, sources[1].unit


def _carried_from(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    due = _period(match["due"])
    if len(values) == 2 and due:
        gone = _of(sources[0]).months_to(_of(sources[1]))
        ahead = _of(sources[1]).months_to(due)
        yield values[1] + (values[1] - values[0]) / gone * ahead, sources[1].unit


def _needed(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    due = _period(match["due"])
    if len(values) == 2 and due:
        needed = (values[1] - values[0]) / _of(sources[0]).months_to(due)
        unit = _difference_unit(sources[0].unit)
        yield (abs(needed) if match[0].startswith("size") else needed), unit


def _of(source: Source) -> Period:
    return Period(source.row["period"], source.row.get("period_kind", ""))


def _period(label: str) -> Period | None:
    """A period by its label: ``March 2025``, ``2025``."""
    month, _, year = label.rpartition(" ")
    try:
        return Period(f"{year}-{MONTHS.index(month) + 1:02d}" if month else year)
    except ValueError:
        return None


def _running(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    """Rows in a row with one outcome, the last of them the target's."""
    *points, target = sources
    met = match["outcome"] == "met"
    if target.table == "targets" and all(_meets(p, target) is met for p in points):
        monthly = points and points[-1].row.get("period_kind") == "month"
        yield Decimal(len(points)), "months" if monthly else "count"


def _meets(point: Source, target: Source) -> bool | None:
    if point.value is None or target.value is None:
        return None
    return {
        "at_most": point.value <= target.value,
        "at_least": point.value >= target.value,
    }.get(target.row["direction"])


def _expected(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    """Pairs of a value and its expectation, all with one outcome in one period."""
    wanted = {"did not meet": False, "met": True}.get(match["outcome"])
    targets = {s.row["indicator"]: s for s in sources if s.table == "targets"}
    points = [s for s in sources if s.table == "observations"]
    right = all(
        s.row["indicator"] in targets
        and _meets(s, targets[s.row["indicator"]]) is wanted
        and _of(s).label == match["period"]
        for s in points
    )
    if right:
        yield Decimal(len(points) if wanted is not None else len(targets)), "count"


def _count(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    if sources:
        yield Decimal(len(sources)), "count"
        yield Decimal(len(sources)), "months"


def _pairs(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    """Values of one measure and period of which two tables print different ones."""
    groups: dict[tuple[str, ...], list[Source]] = {}
    for source in sources:
        row = source.row
        name = row.get("indicator") or f"{row.get('name_as_printed', '')} ({source.unit})"
        key = (name, row.get("breakdown", ""), row.get("period", ""))
        groups.setdefault(key, []).append(source)
    differing = (
        any(
            left.value != right.value and left.row.get("table") != right.row.get("table")
            for left, right in combinations(group, 2)
        )
        for group in groups.values()
    )
    yield Decimal(sum(differing)), "count"


def _share(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    values = _values(sources)
    if len(values) == 2 and values[1]:
        yield 100 * values[0] / values[1], "percent"


def _sum(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    yield sum(_values(sources), Fraction(0)), "count"


def _of_no_item(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    """What stands under no agenda item, counted in the store again."""
    meeting = record.edition.meeting
    if match[0].startswith("figures"):
        loose = (s for s in meeting.series() if not s.item_number)
        yield Decimal(sum(len(s.known) + len(s.unplaced) for s in loose)), "count"
    else:
        kinds = [r["kind"] for r in meeting.rows("statements") if not r["item_number"]]
        yield Decimal(kinds.count("commitment") + kinds.count("ambition")), "count"


def _ledger(sources: Sequence[Source], record: Record, match: re.Match[str]) -> Worked:
    """Counts and ages of recommendations, from the ledger as the store gives it now."""
    entries = record.edition.meeting.ledger
    ages = {
        "days from": [e.age_days for e in entries],
        "meetings of": [e.age_meetings for e in entries],
    }
    for start, figures in ages.items():
        if match[0].startswith(start):
            yield from ((figure.value, figure.unit) for figure in figures)
            return
    flags = {
        "of these with a step still to come": "complete_but_only_planned",
        "overdue": "overdue",
        "never entered in the tracker": "resolution_never_entered",
        "gone from the list without acceptance": "gone_without_acceptance",
    }
    counts = {
        "recommendations on record": len(entries),
        "marked complete": sum(e.status.lower().startswith("complete") for e in entries),
        "in progress": sum(e.status.lower().startswith("in progress") for e in entries),
        "without a response on record": sum(not e.updates for e in entries),
        **{words: sum(flag in e.flags for e in entries) for words, flag in flags.items()},
    }
    if match[0] in counts:
        yield Decimal(counts[match[0]]), "count"


_OPERATIONS: Mapping[str, Callable[[Sequence[Source], Record, re.Match[str]], Worked]] = {
    "mean of the points|lower process limit|upper process limit": _limits,
    "(size of the )?mean change a month over the last twelve months": _pace,
    "(size of the )?change a month that reaches the target in (?P<due>.+)": _needed,
    "size of the percentage change from (?P<then>.+) to (?P<now>.+)": _percentage_change,
    "mean from (?P<then>.+) to (?P<now>.+)": _mean,
    "mean of .+": _mean,
    "change( from (?P<then>.+) to (?P<now>.+))?|size of the change.*|distance from the target": (
        _change
    ),
    "pace from (?P<then>.+) to (?P<now>.+) carried on to (?P<due>.+)": _carried_from,
    "the pace of the last twelve months carried on to (?P<due>.+)": _carried,
    "periods in a row that (?P<outcome>met|missed) the target as it stands now": _running,
    "measures that (?P<outcome>did not meet|met|could not be held against) the expectation "
    "in (?P<period>.+)": _expected,
    "values that two tables print differently": _pairs,
    "the part as a percentage of the whole|one published rate as a percentage of another": _share,
    "sum of the parts": _sum,
    "(commitments and ambitions|figures) under no agenda item": _of_no_item,
    "number of .+|further rows .+|measures .+|points in a row .+|printed rows .+": _count,
    "days from .+|meetings of .+|recommendations on record|marked complete|of these .+"
    "|in progress|overdue|never entered .+|gone from .+|without a response on record": _ledger,
}
