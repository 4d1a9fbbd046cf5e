"""Whether a traced figure is what its rows of the store say, or follows from them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from briefing.model.figure import UNITS, Citation, Figure
from briefing.publish.read_back.numbers import even
from briefing.publish.read_back.record import Record
from briefing.publish.read_back.texts import Trace
from briefing.publish.read_back.worked_out import Source, of_other_periods, worked_out
from briefing.store import Row

#: A cell with a number alone.
_CELL = re.compile(r"([-\u2212])?\s*£?(\d[\d,]*(?:\.\d+)?)\s*%?")
_NUMBER = re.compile(r"-?£?[\d,]+(?:\.(\d+))?")

#: Figures that rest on tables of the kit and not on rows, so that only their name is checked.
_KNOWN_BY_NAME = frozenset(
    f"charts expected to signal at {where} by chance alone"
    for where in ("their last point", "one of their points")
)

#: Units whose sign never parts from the number.
_SIGNED = frozenset(("percent", "gbp"))

#: Units that are never printed with a sign of per cent.
_NO_PERCENT = frozenset(("count", "rate_per_10000", "rate_per_1000", "days", "weeks", "gbp"))

#: The column of a table that its figures are of.
_VALUE = {"votes": "printed_count"}


def against_store(trace: Trace, record: Record) -> str:
    """What is wrong with a traced figure; blank where the store bears it out.

    A figure that was read must be the value of its row, in the row's unit, of the row's period
    and place. A derived one is worked out again where its operation is known.
    """
    text = even(str(trace["text"]))
    try:
        sources = [_source(name, record) for name in trace.get("rows", ())]
    except LookupError as error:
        return f"{text}: {error.args[0]}"
    operation = str(trace.get("operation", ""))
    if operation:
        return _derived(text, operation, sources, record)
    if len(sources) != 1:
        return f"{text}: a figure that was read names one row of the store, not {len(sources)}"
    return _read(text, trace, sources[0], record)


def _source(name: str, record: Record) -> Source:
    if name not in record.rows:
        raise LookupError(f"the store has no row {name} for this meeting")
    table, row = record.rows[name]
    cell = row.get(_VALUE.get(table, "value"), "")
    indicator = record.edition.store.indicators.get(row.get("indicator", ""))
    unit = row.get("unit") or (indicator.unit if indicator else "count")
    try:
        value = Decimal(cell) if cell else None
    except InvalidOperation:
        value = None
    return Source(name, table, row, value, unit)


def _read(text: str, trace: Trace, source: Source, record: Record) -> str:
    value = source.value
    if source.table == "passages":
        return _in_words(text, source)
    if source.table == "votes" and value is None:
        motion = (source.row["motion"], source.row["vote"], source.row["meeting"])
        same = [
            row
            for table, row in record.rows.values()
            if table == "votes" and (row["motion"], row["vote"], row["meeting"]) == motion
        ]
        value = Decimal(len(same))
    if value is None:
        return f"{text}: row {source.name} states no value"
    if text not in _forms(value, source.unit):
        return f"{text}: row {source.name} says {_figure(value, source.unit).text}"
    if not as_printed(source.row):
        return f"{text}: row {source.name} was read from {source.row['raw']!r}"
    placed = source.row.get("period", "") if source.row.get("status") == "stated" else ""
    if source.table == "observations" and str(trace.get("period", "")) != placed:
        return f"{text}: row {source.name} is of {placed or 'no certain period'}"
    if source.table == "published_values" and trace.get("period") != source.row["period"]:
        return f"{text}: row {source.name} is of {source.row['period']}"
    cited = record.edition.meeting.citation(source.row).text
    if list(trace.get("sources", ())) != [cited]:
        return f"{text}: row {source.name} was read in {cited}"
    return ""


def _in_words(text: str, source: Source) -> str:
    """Whether a sentence states a figure: its number stands in it as a number of its own."""
    number = _NUMBER.match(text)
    stated = {even(found[0]) for found in _NUMBER.finditer(source.row["text"].replace(",", ""))}
    if number and number[0].replace(",", "") in stated:
        return ""
    return f"{text}: the sentence {source.name} does not state it"


def as_printed(row: Row) -> bool:
    """Whether a row's value is the number of the cell that it was read from.

    Cells with words and rows corrected by hand are passed over. A measure of change may be printed
    without the minus that its words say.
    """
    cell = _CELL.fullmatch(row.get("raw", "").strip())
    if cell is None or not row.get("value") or row.get("corrected_by"):
        return True
    if "%" in row["raw"] and row.get("unit") in _NO_PERCENT:
        return False
    value, printed = Decimal(row["value"]), Decimal(cell[2].replace(",", ""))
    printed = -printed if cell[1] else printed
    name = f"{row.get('name_as_printed', '')} {row.get('indicator', '')}".lower()
    return value == printed or (value == -printed and "change" in name)


def prints(text: str, value: Decimal | Fraction, unit: str) -> bool:
    """Whether a text is that value, rounded to the decimal places that the text has."""
    found = _NUMBER.match(text)
    if found is None:
        return False
    return text in _forms(_exact(value), unit, len(found[1] or ""))


def _forms(value: Decimal, unit: str, places: int | None = None) -> tuple[str, ...]:
    """How a value may be printed: with its unit and, where that has no sign, alone."""
    figure = _figure(value, unit, places)
    return (figure.text,) if unit in _SIGNED else (figure.text, figure.number)


def _figure(value: Decimal, unit: str, places: int | None = None) -> Figure:
    shown = unit if unit in UNITS else "count"
    return Figure(value, shown, citation=Citation("store"), places=places)


def _exact(value: Decimal | Fraction) -> Decimal:
    if isinstance(value, Decimal):
        return value
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(
        Decimal("1e-9"), rounding=ROUND_HALF_UP
    )


def _derived(text: str, operation: str, sources: list[Source], record: Record) -> str:
    if of_other_periods(operation, sources):
        periods = ", ".join(source.row.get("period", "") for source in sources[:1] + sources[-1:])
        return f"{text}: {operation} rests on rows of {periods}"
    said = list(worked_out(operation, sources, record))
    if not said:
        return "" if operation in _KNOWN_BY_NAME else f"{text}: no way is known to {operation!r}"
    for value, unit in said:
        if prints(text, value, unit):
            return ""
    values = " or ".join(dict.fromkeys(_figure(_exact(v), u, 2).text for v, u in said))
    return f"{text}: {operation} gives {values}"
