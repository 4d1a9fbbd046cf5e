"""Which measure of the catalogue a printed row is of: by name and unit, or by its values.

A number, a rate and a percentage of the same thing are three measures and never match each
other. Likeness of names suggests, it never matches; what a person decided wins.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Literal

from briefing.ingest.decisions.record import Decision
from briefing.ingest.measures.catalogue import Catalogue, CatalogueRow, Suggestions, named, plain
from briefing.ingest.measures.new_slug import new_slug
from briefing.ingest.measures.population import rate_by_population
from briefing.ingest.measures.units import Units, units_of
from briefing.ingest.parts import PrintedTable, TableRow
from briefing.ingest.words.slugs import slug
from briefing.model.decimals import decimals

Values = Mapping[str, Decimal]
How = Literal["name", "overlap", "decision", "new", "unmatched"]
At = tuple[int, int]

#: Periods that two series share at least before their values decide anything.
SHARED = 3
#: Figures printed in the shared values, and different values among them, at least, before values
#: alone match a row to a measure of another name: three small numbers agree by chance.
FIGURES, DIFFERENT = 9, 3

#: Who says which way is good in a measure that a paper brought: nobody so far.
NOT_CONFIRMED = "not confirmed by a person yet"
#: Why a row is of no measure of the catalogue, and may be of a new one.
UNKNOWN = "no measure of this name and unit is in the catalogue"
OTHER_TIME = "the measure of this name is counted over another time"
#: Why rows of one name and unit make no new measure.
CONFLICT = "rows of this name and unit print different values of one period"
#: Words of labels that could stand in any table.
_ANYWHERE = re.compile(
    r"all|and|average|change|children|difference|direction|england|group|latest|mean|national"
    r"|numbers?|others?|overall|percentage|performance|previous|rate|region|regional|score"
    r"|subtotal|target|the|this|totals?|travel|unknown|variance|years?"
)

#: Length of a period in months -> types of measure that never have values of such periods.
_NOT_OF = {1: {"quarter", "year"}, 3: {"month", "year"}, 12: {"month", "quarter"}}

_TYPES = (
    ("rolling_12_months", r"\brolling\b|\blast (12|twelve) months\b|\b(12|twelve) months (to|end)"),
    ("year_to_date", r"\byear[ -]to[ -]date\b|\bytd\b|\bcumulative\b"),
    ("stock", r"\b(month|quarter|year|period)[ -]?end\b|\bend of (the )?(month|quarter|year|period)"
     r"|\bsnapshot\b|\bas at\b|\bat (28|29|30|31)(th|st)? (?!days)[a-z]"),
)  # fmt: skip


@dataclass(frozen=True)
class Match:
    """What a printed row was matched to.

    ``indicator`` is blank where nothing was matched, ``unit`` where it is not known. ``how``:
    ``name``, ``overlap`` (of values with an earlier paper), ``decision`` (a person's), ``new`` (a
    measure that the catalogue lacks: see :func:`new_indicator`) or ``unmatched``; ``reason`` says
    why. A row that a person decided to be no measure has no indicator and ``decision``.
    ``suggestions`` are indicators with their likeness from 0 to 100, the likeliest first.
    """

    indicator: str = ""
    unit: str = ""
    certainty: float = 0.0
    how: How = "unmatched"
    suggestions: Suggestions = ()
    reason: str = ""


def match(
    tables: Sequence[PrintedTable],
    catalogue: Iterable[CatalogueRow],
    known: Mapping[str, Values],
    decisions: Sequence[Decision] = (),
) -> dict[At, Match]:
    """The measure of every printed row, by the place of its table and its own place in it.

    Parameters
    ----------
    tables
        The tables of one document.
    catalogue
        Rows of the table of indicators.
    known
        Indicator -> period -> value, of the earlier papers of the panel; values of a measure as a
        whole, not of its groups.
    decisions
        What people decided; the last one on a row holds.
    """
    held = Catalogue(catalogue)
    found = {
        (at, number): _match(row, table, held, known, decisions)
        for at, table in enumerate(tables)
        for number, row in enumerate(table.rows)
    }
    found |= _new(tables, found, held)
    for place in _claimed_twice(tables, found):
        taken = found[place]
        suggestions = taken.suggestions
        if taken.how != "new":
            others = held.suggest(tables[place[0]].rows[place[1]].label, frozenset({taken.unit}))
            suggestions = _first(taken.indicator, others)
        found[place] = Match(
            unit=taken.unit,
            suggestions=suggestions,
            reason="more than one row of the table has this name",
        )
    return found


def new_indicator(row: TableRow, table: PrintedTable, match: Match) -> dict[str, str]:
    """A row of the catalogue for a measure that it lacks, of a row whose match is ``new``."""
    return new_measure(match.indicator, row.label, match.unit, measure_type(row, table))


def new_measure(indicator: str, label: str, unit: str, measure_type: str) -> dict[str, str]:
    """A row of the catalogue for a measure as a paper prints it, neutral until confirmed."""
    return {
        "indicator": indicator,
        "name": " ".join(label.split()).rstrip(".:;,"),
        "unit": unit,
        "measure_type": measure_type,
        "polarity": "neutral",
        "definition": "As printed; over what time it is counted and which way is good await "
        "confirmation.",
        "polarity_source": NOT_CONFIRMED,
    }


def measure_type(row: TableRow, table: PrintedTable) -> str:
    """Over what time a row's values are counted, by the words of the paper alone."""
    return type_in_words(f"{row.label} {table.title}", _lengths(table))


def type_in_words(words: str, lengths: Sequence[int]) -> str:
    """The measure type that words name, else that of the commonest length of period in months.

    Blank for months that no word explains: a figure of a month may be what happened in it or what
    stood at its end, and trends of the two are judged differently.
    """
    common = Counter(lengths).most_common(1)
    by_length = {3: "quarter", 12: "year"}.get(common[0][0], "") if common else ""
    return _named_type(words) or by_length


def _match(
    row: TableRow,
    table: PrintedTable,
    held: Catalogue,
    known: Mapping[str, Values],
    decisions: Sequence[Decision],
) -> Match:
    units = rate_by_population(row, table, units_of(row, table))
    unit = next(iter(units)) if len(units) == 1 else ""
    decided = _decided(row, table, units, decisions)
    if decided is not None and (decided.kind != "new_measure" or unit or decided.unit):
        own = held.rows.get(decided.value, {}).get("unit", "")
        if not own or own in units:
            new = decided.kind == "new_measure" and not own
            why = f"decided by {decided.author}: {decided.reason}"
            how: How = "new" if new else "decision"
            return Match(decided.value, own or unit or decided.unit, 1.0, how, reason=why)
    if not units:
        why = "the paper gives it a unit that the store does not hold, or more than one"
        return Match(suggestions=held.suggest(row.label), reason=why)
    values = {} if row.breakdown else dict(_values(row, table))
    fitting = {i for i in held.rows if held.unit(i) in units and _is_of(held.rows[i], row, table)}
    by_name = held.by_name(row.label, units)
    other_type = by_name - fitting
    by_name &= fitting
    by_values = {i for i in fitting if _agree(values, known.get(i, {}))}
    if len(by_name) > 1:
        by_name &= by_values
    for_sure = {i for i in by_values if _tells(values, known[i])}
    if len(by_name) == 1:
        (only,) = by_name
        if values and _differ(values, known.get(only, {})):
            why = "it has the name of a measure whose earlier values are all different"
            first = _first(only, held.suggest(row.label, units))
            return Match(unit=unit, suggestions=first, reason=why)
        sure = 1.0 if only in by_values or unit else 0.9
        return Match(only, held.unit(only), sure, "name")
    if not by_name and not other_type and len(for_sure) == 1:
        (only,) = for_sure
        return Match(only, held.unit(only), 0.8, "overlap", reason="its values are those of before")
    why = UNKNOWN
    suggestions = held.suggest(row.label, units)
    if other_type:
        why = OTHER_TIME
        suggestions = _first(min(other_type), suggestions)
    elif for_sure or by_values & set(dict(suggestions)):
        suggestions = _first(min(for_sure or by_values & set(dict(suggestions))), suggestions)
    return Match(unit=unit, suggestions=suggestions, reason=why)


def _new(
    tables: Sequence[PrintedTable], found: Mapping[At, Match], held: Catalogue
) -> dict[At, Match]:
    """Rows of measures that the catalogue lacks, those of one name and unit under one slug.

    A label that could stand in any table makes no measure. Nor does one that is printed twice with
    other values: its rows stay unmatched, and say so.
    """
    rows: dict[tuple[str, str, str], list[At]] = defaultdict(list)
    for (at, number), matched in found.items():
        row, table = tables[at].rows[number], tables[at]
        if matched.unit and matched.reason in (UNKNOWN, OTHER_TIME):
            kind = measure_type(row, table) if matched.reason == OTHER_TIME else ""
            if kind or _tells_what(row.label):
                rows[named(row.label)[0], matched.unit, kind].append((at, number))
    made: dict[At, Match] = {}
    taken = set(held.rows)
    for (name, unit, kind), places in rows.items():
        if _conflict([dict(_values(tables[at].rows[n], tables[at])) for at, n in places]):
            made |= {place: replace(found[place], reason=CONFLICT) for place in places}
            continue
        indicator = new_slug(name, unit, kind, taken)
        taken.add(indicator)
        for place in places:
            made[place] = replace(found[place], indicator=indicator, certainty=0.4, how="new")
    return made


def _tells_what(label: str) -> bool:
    """Whether a label says by itself what is counted, as ``Total`` and ``Q1`` do not."""
    words = re.findall(r"[^\W\d_]{3,}", named(label)[1])
    return len([word for word in words if not _ANYWHERE.fullmatch(word)]) > 1


def _conflict(series: Iterable[Values]) -> bool:
    """Whether two series state different values of one period, and are not the same for the most.

    Two tables of a pack may print one measure and differ here and there: that is a point to
    clarify, and no ground to take them for two measures.
    """
    return any(
        any(left != right for left, right in _shared(one, other)) and not _mostly(one, other)
        for one, other in combinations(series, 2)
    )


def _mostly(one: Values, other: Values) -> bool:
    """Whether half of the shared values at least are the same, too many to be so by chance."""
    same = {period: value for period, value in one.items() if other.get(period) == value}
    return 2 * len(same) >= len(_shared(one, other)) and _tells(same, other)


def _first(indicator: str, suggestions: Suggestions) -> Suggestions:
    score = dict(suggestions).get(indicator, 100.0)
    return ((indicator, score), *(one for one in suggestions if one[0] != indicator))


def _decided(
    row: TableRow, table: PrintedTable, units: Units, decisions: Sequence[Decision]
) -> Decision | None:
    """The last decision on which measure a row is."""
    bearing = [
        one
        for one in decisions
        if one.kind in ("same_measure", "new_measure", "not_a_measure")
        and plain(one.name_as_printed) == plain(row.label)
        and (not one.unit or one.unit in units)
        and one.table in ("", slug(table.title))
    ]
    return bearing[-1] if bearing else None


def _claimed_twice(tables: Sequence[PrintedTable], found: Mapping[At, Match]) -> Iterator[At]:
    """Rows of one table that were matched to the same measure and group, but for the decided."""
    claims: dict[tuple[int, str, str], list[At]] = defaultdict(list)
    for (at, number), matched in found.items():
        if matched.indicator:
            group = plain(tables[at].rows[number].breakdown)
            claims[at, matched.indicator, group].append((at, number))
    for places in claims.values():
        if len(places) > 1:
            yield from (
                place
                for place in places
                if found[place].certainty < 1 or found[place].how == "name"
            )


def _values(row: TableRow, table: PrintedTable) -> Iterator[tuple[str, Decimal]]:
    for cell in row.cells:
        if cell.status == "stated" and cell.column is not None and cell.value is not None:
            period = table.columns[cell.column].period
            if period is not None:
                yield period.code, cell.value


def _lengths(table: PrintedTable) -> list[int]:
    return [column.period.length for column in table.columns if column.period is not None]


def _named_type(text: str) -> str:
    return next((kind for kind, words in _TYPES if re.search(words, text, re.I)), "")


def _is_of(indicator: CatalogueRow, row: TableRow, table: PrintedTable) -> bool:
    """Whether a measure's values may be of the periods that the table's columns are of."""
    kind = indicator.get("measure_type", "")
    lengths = set(_lengths(table))
    if lengths and all(kind in _NOT_OF.get(length, ()) for length in lengths):
        return False
    said = _named_type(table.title)
    return said not in ("rolling_12_months", "year_to_date") or kind not in ("month", "quarter")


def _shared(values: Values, earlier: Values) -> list[tuple[Decimal, Decimal]]:
    return [(value, earlier[period]) for period, value in values.items() if period in earlier]


def _equal(one: Decimal, other: Decimal) -> bool:
    """Whether two values are the same as far as the rougher of them is printed."""
    step = Decimal(1).scaleb(-min(decimals(one), decimals(other)))
    return one.quantize(step, ROUND_HALF_UP) == other.quantize(step, ROUND_HALF_UP)


def _agree(values: Values, earlier: Values) -> bool:
    shared = _shared(values, earlier)
    return len(shared) >= SHARED and all(one == other for one, other in shared)


def _differ(values: Values, earlier: Values) -> bool:
    shared = _shared(values, earlier)
    return len(shared) >= SHARED and not any(_equal(one, other) for one, other in shared)


def _tells(values: Values, earlier: Values) -> bool:
    """Whether the shared values say enough to be no other measure's by chance."""
    shared = [one for one, _ in _shared(values, earlier)]
    figures = sum(len(one.normalize().as_tuple().digits) for one in shared)
    return len(set(shared)) >= DIFFERENT and figures >= FIGURES
