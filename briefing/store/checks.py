"""Checks of rows against each other: keys, folders, and the things that rows refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.errors import BriefingError
from briefing.model.period import Period
from briefing.model.tables import TABLES
from briefing.store.cells import check_row
from briefing.store.folder import DataFolder
from briefing.store.layout import Place, Row, key_of, meeting_of, place_of
from briefing.store.problems import Problem

#: Column -> the table whose rows it names, separated by |.
_REFERENCES = {
    "document": "documents",
    "supersedes": "documents",
    "indicator": "indicators",
    "recommendation": "recommendations",
    "meeting": "meetings",
    "meeting_raised": "meetings",
}
_KEY_COLUMN = {
    "documents": "document",
    "indicators": "indicator",
    "recommendations": "recommendation",
    "meetings": "meeting",
}


@dataclass(frozen=True)
class Batch:
    """Rows of one file under check, each with its number; ``place`` where the file has one."""

    table: str
    file: str
    rows: Sequence[tuple[int, Row]]
    place: Place | None = None
    corrections: bool = False


@dataclass
class Known:
    """What rows may refer to: the store's rows and those about to be added."""

    names: dict[str, set[str]]
    printed: set[tuple[str, str]]
    panels: set[str]
    units: dict[str, str] = field(default_factory=dict)
    keys: dict[str, dict[tuple[str, ...], str]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: DataFolder, added: Mapping[str, Iterable[Row]] | None = None) -> Known:
        """What a store knows, and what would be known once rows are added."""
        more = added or {}
        names = {
            table: {row[column] for row in (*folder.every(table), *more.get(table, ()))}
            for table, column in _KEY_COLUMN.items()
        }
        tables = (*folder.every("tables"), *more.get("tables", ()))
        panels = {*folder.panels, *(row["panel"] for row in more.get("meetings", ()))}
        indicators = (*folder.every("indicators"), *more.get("indicators", ()))
        units = {row["indicator"]: row["unit"] for row in indicators}
        return cls(names, {(row["meeting"], row["table"]) for row in tables}, panels, units)


def check(batches: Iterable[Batch], known: Known) -> Iterator[Problem]:
    """Every fault of rows; ``known`` remembers their keys, so that each may occur but once."""
    for batch in batches:
        for number, row in batch.rows:
            for column, message in _check(batch, row, known, f"{batch.file}, row {number}"):
                yield Problem(batch.file, message, number, column)


def _check(batch: Batch, row: Row, known: Known, where: str) -> Iterator[tuple[str, str]]:
    faults = list(check_row(batch.table, row))
    yield from faults
    wrong = {column for column, _ in faults}
    yield from _key(batch, row, known, where)
    for column, message in (*_place(batch, row), *_references(batch.table, row, known)):
        if column not in wrong:
            yield column, message
    if batch.table == "observations" and not wrong:
        yield from _figure(row, known)
    if batch.table == "meetings" and row["meeting"] != f"{row['panel']}/{row['date']}":
        yield "meeting", f"should be its panel and date: {row['panel']}/{row['date']}"
    if batch.corrections and not row["corrected_by"]:
        yield (
            "corrected_by",
            "may not be blank: this row is on record with other content, and a correction names "
            "its author here and its reason in correction_reason",
        )
    if batch.place and not batch.corrections and row.get("corrected_by"):
        yield "corrected_by", "must be blank in what was read: corrections are kept beside it"


def _figure(row: Row, known: Known) -> Iterator[tuple[str, str]]:
    """Whether a value's unit is its measure's, and its period one that its place allows."""
    unit = known.units.get(row["indicator"], "")
    if row["unit"] and unit and row["unit"] != unit:
        yield "unit", f"should be {unit}, the unit of {row['indicator']} in the catalogue"
    if row["period"]:
        try:
            period = Period(row["period"], row["period_kind"])
        except ValueError as error:
            yield "period_kind" if row["period_kind"] else "period", str(error)
        else:
            if period.kind == "month" and not row["period_kind"]:
                yield "period_kind", f"does not go with the period {period}: it is of a month"
    candidates = [c for c in row["period_candidates"].split("|") if c]
    if row["period"] and len(candidates) > 1 and row["period"] not in candidates:
        yield "period", f"is none of its candidates: {', '.join(candidates)}"


def _place(batch: Batch, row: Row) -> Iterator[tuple[str, str]]:
    table = TABLES[batch.table]
    try:
        place = place_of(table, row)
    except BriefingError as error:
        yield table.place if table.place in row else "", str(error)
        return
    if batch.place is not None and place != batch.place:
        column = "meeting_raised" if "meeting_raised" in row else place.meeting and "meeting"
        named = place.meeting or place.panel
        yield column or "panel", f"{named!r} does not belong in {batch.place.folder}"


def _key(batch: Batch, row: Row, known: Known, where: str) -> Iterator[tuple[str, str]]:
    table = TABLES[batch.table]
    keys, key = known.keys.setdefault(batch.table, {}), key_of(table, row)
    if batch.corrections:
        if key not in keys:
            yield table.key[0], f"corrects a row that does not exist: {' '.join(key)}"
    elif key in keys:
        yield table.key[-1], f"the same {', '.join(table.key)} as in {keys[key]}"
    else:
        keys[key] = where


def _references(table: str, row: Row, known: Known) -> Iterator[tuple[str, str]]:
    for column, target in _REFERENCES.items():
        if target == table and column == _KEY_COLUMN[table]:
            continue
        for name in filter(None, row.get(column, "").split("|")):
            if name not in known.names[target]:
                yield column, f"{name!r} is not in {target}: add it there first"
    if table != "tables" and (printed := row.get("table")):
        meeting = meeting_of(row)
        if (meeting, printed) not in known.printed:
            yield "table", f"{printed!r} is not in the tables of {meeting}: add it there first"
    panel = row.get("panel", "")
    if panel and panel not in known.panels:
        yield "panel", f"there is no panel {panel!r}: its folder is panels/{panel}, with panel.json"
