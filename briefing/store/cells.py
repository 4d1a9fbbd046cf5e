"""Checks of one row by itself: each cell against its column, and cells against each other."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.period import Period
from briefing.model.tables import CORRECTION, DATE, MEETING, PERIOD, TABLES, Field
from briefing.store.layout import Row, is_day, is_meeting
from briefing.store.schema import right, row_validator

_CORRECTED_BY, _REASON = (f.name for f in CORRECTION)


def check_row(table: str, row: Row) -> Iterator[tuple[str, str]]:
    """The faults of a row, each as the column and what is wrong with it."""
    wrong = dict(_by_schema(table, row))
    yield from wrong.items()
    for field in TABLES[table].fields:
        if row.get(field.name) and field.name not in wrong:
            yield from _by_calendar(field, row)
    yield from _by_source(row)
    if table == "observations":
        yield from _observation(row)
    if table == "documents" and not row["published"] and not row["meeting"]:
        yield "published", "may not be blank for a document of no meeting: from when is it public?"
    if bool(row.get(_CORRECTED_BY)) != bool(row.get(_REASON)):
        blank = _REASON if row.get(_CORRECTED_BY) else _CORRECTED_BY
        yield blank, "a correction names both its author and its reason"


def _by_schema(table: str, row: Row) -> Iterator[tuple[str, str]]:
    fields = {f.name: f for f in TABLES[table].fields}
    for error in row_validator(table).iter_errors(row):
        column = str(error.absolute_path[-1])
        value = row[column]
        if value:
            yield column, f"{value!r} should be {right(fields[column])}"
        else:
            yield column, f"may not be blank: {right(fields[column])}"


def _by_calendar(field: Field, row: Row) -> Iterator[tuple[str, str]]:
    """Days, meetings and periods that have the right form but do not exist."""
    value = row[field.name]
    if field.pattern == DATE and not is_day(value):
        yield field.name, f"{value!r} is not a day of the calendar"
    elif field.pattern == MEETING and not is_meeting(value):
        yield field.name, f"{value!r} does not name a meeting that can be: {right(field)}"
    elif field.pattern == rf"{DATE}|{PERIOD}" and len(value) == 10:
        if not is_day(value):
            yield field.name, f"{value!r} is not a day of the calendar"
    elif PERIOD in field.pattern or field.name == "period_candidates":
        kind = row.get("period_kind", "") if field.name.startswith("period") else ""
        for code in value.split("|"):
            try:
                Period(code, kind)
            except ValueError as error:
                yield field.name, str(error)


def _by_source(row: Row) -> Iterator[tuple[str, str]]:
    """No figure without a source."""
    if row.get("value") and not row.get("document", "x"):
        yield "document", "a value needs the document that it was read from"


def _observation(row: Row) -> Iterator[tuple[str, str]]:
    status, meeting = row["status"], row["meeting"]
    if not row["observation"].startswith(f"{meeting}/"):
        yield "observation", f"should begin with its meeting, as {meeting}/family-help/r01-p01"
    if status in ("missing", "suppressed") and row["value"]:
        yield "value", f"must be blank where the status is {status}"
    if status in ("stated", "ambiguous") and not row["value"]:
        yield "value", f"may not be blank where the status is {status}"
    if status == "stated" and not row["period"]:
        yield "period", "may not be blank where the status is stated: else the status is ambiguous"
    if status == "ambiguous" and row["period"]:
        yield "period", "must be blank where the status is ambiguous: see period_candidates"
