"""Which unit a printed row may have: from its words, its cells and the form of its values."""

from __future__ import annotations

import re

from briefing.ingest.parts import Cell, PrintedTable, TableRow
from briefing.model.tables import VALUE_UNITS

Units = frozenset[str]

ANY: Units = frozenset(VALUE_UNITS)
RATES: Units = frozenset({"rate_per_10000", "rate_per_1000"})
_PER = {"10000": frozenset({"rate_per_10000"}), "1000": frozenset({"rate_per_1000"})}

_TEN = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONE = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen)"
)
_LIMIT = re.compile(
    rf"\b(?:\d+|a hundred|{_TEN}(?:[ -]{_ONE})?|{_ONE})\+?"
    r"(?: (?:or )?(?:more|fewer|less|working|calendar|school|consecutive|full|clear))*"
    r"(?: |-)?(?:days?|weeks?)\b(?! per\b)",
    re.I,
)

_PERCENT = re.compile(r"%|\bper ?cent(age)?s?\b|\bproportion of\b|\bshare of\b", re.I)
_LEADS_PERCENT = re.compile(r"\W*(the )?(%|per ?cent|proportion of|share of)", re.I)
_AVERAGE = re.compile(r"\b(average|mean|median)\b", re.I)
_NUMBER = re.compile(
    r"\b(numbers? of|no\.? of|count of)|^\W*(no\b|number\b|#)|\bnumber\b\W*$", re.I
)
_RATE = re.compile(r"\brates?\b", re.I)
_PER_SO_MANY = re.compile(r"\bper (1\d{0,2}(?:[ ,]?000)+)\b", re.I)
_PER_ONE = re.compile(r"\bper (?!cent|month|week|quarter|year|annum|day|\d)", re.I)
_MONEY = re.compile(r"£|\b(cost|spend|budget)\b", re.I)
_OF_TIME = {"days": re.compile(r"\bdays\b", re.I), "weeks": re.compile(r"\bweeks\b", re.I)}
_FULL_TIME = re.compile(r"\b(fte|full[- ]time equivalents?)\b", re.I)
_SCORE = re.compile(r"\bscores?\b", re.I)


def without_limits(label: str) -> str:
    """A label without the spans of time that it counts: a limit or a look-back is not its unit.

    Examples
    --------
    >>> without_limits("Invoices paid within thirty days")
    'Invoices paid within '
    """
    return _LIMIT.sub("", label)


def units_in_words(label: str) -> Units:
    """The units that the words of a label allow; all of them where they say nothing.

    Examples
    --------
    >>> sorted(units_in_words("Percentage of visits within 20 days"))
    ['percent']
    >>> sorted(units_in_words("Rate of referrals per 10,000"))
    ['rate_per_10000']
    """
    if _LEADS_PERCENT.match(label):
        return frozenset({"percent"})
    if many := _PER_SO_MANY.search(label):
        return _PER.get(re.sub(r"\D", "", many[1]), frozenset())
    percent = frozenset({"percent"}) if _PERCENT.search(label) else frozenset()
    if _AVERAGE.search(label):
        return frozenset({"average"}) | percent | _measured_in(label)
    if _NUMBER.search(label):
        each = frozenset({"average"}) if _PER_ONE.search(label) else frozenset()
        return frozenset({"count"}) | percent | each | _measured_in(label)
    if _RATE.search(label):
        return RATES | {"percent"}
    return percent or ANY


def units_of(row: TableRow, table: PrintedTable) -> Units:
    """The units that a row of a table may have.

    One of them means that the unit is known; none that the paper contradicts itself, or names a
    unit that the store does not hold.
    """
    found = units_in_words(row.label)
    if row.unit:
        found &= {row.unit}
    cells = [cell for cell in row.cells if _is_value(cell, table)]
    printed = frozenset(filter(None, map(_unit_of, cells)))
    if len(printed) > 1:
        return frozenset()
    if printed:
        return found & printed
    if any(_has_decimals(cell) for cell in cells):
        found -= {"count"}
    return found & {table.unit} if len(found) > 1 and table.unit in found else found


def _measured_in(label: str) -> Units:
    timeless = without_limits(label)
    found = {unit for unit, words in _OF_TIME.items() if words.search(timeless)}
    if _MONEY.search(label):
        found.add("gbp")
    if _FULL_TIME.search(label) and not _PER_ONE.search(label):
        found.add("fte")
    if _SCORE.search(label):
        found.add("score")
    return frozenset(found)


def _is_value(cell: Cell, table: PrintedTable) -> bool:
    """Whether a cell is, or may be, a value of a period; targets may be written otherwise."""
    if cell.value is None:
        return False
    places = cell.candidates if cell.column is None else (cell.column,)
    return all(table.columns[at].kind == "period" for at in places if at < len(table.columns))


def _unit_of(cell: Cell) -> str:
    if cell.unit:
        return cell.unit
    raw = cell.raw.strip()
    if raw.endswith("%"):
        return "percent"
    return "gbp" if raw.startswith("£") else ""


def _has_decimals(cell: Cell) -> bool:
    return cell.value is not None and cell.value != cell.value.to_integral_value()
