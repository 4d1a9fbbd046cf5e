"""New rows beside those on record: what is new, what is the same, and what a paper changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.ingest.filing.on_record import Held, held_rows
from briefing.ingest.records.rows import PLACE, Row, Rows
from briefing.model.tables import CORRECTION, TABLES
from briefing.store import STORED, DataFolder

_AUTHOR, _REASON = (f.name for f in CORRECTION)

#: Tables whose newest printing counts, whichever paper it stands in.
_NEWEST = ("glossary",)

#: Tables of which no paper changes a row on record.
_KEPT = ("indicators", "documents")

#: Columns that no paper prints: what was made of a row.
_OURS = ("indicator", "unit", "identification_evidence", "direction_evidence")

#: What papers say of a meeting that they may change.
_TOLD = ("start_time", "venue", "municipal_year", "agenda_published")

#: Tables that say nothing of what a paper prints anew or no longer.
_NOT_COMPARED = ("documents", "issues", "meetings", "indicators")

#: A meeting's status only ever moves on.
_STAGES = ("known_date", "scheduled", "held")

#: Figures that a republished paper no longer prints are withheld: the cells that say so.
_WITHHELD = {
    "observations": {"value": "", "status": "withheld"},
    "benchmarks": {"value": ""},
}

#: What a row of a table is called, where its key alone does not say.
_CALLED = {
    "observations": ("table", "name_as_printed", "breakdown"),
    "tables": ("title",),
    "targets": ("table", "indicator", "kind"),
    "benchmarks": ("table", "indicator", "column_position"),
    "agenda_items": ("meeting", "item_number", "title"),
    "recommendations": ("text",),
    "statements": ("text",),
    "findings": ("kind", "paragraph"),
}

#: So much of a printed text stands in a message.
_LONG = 60


@dataclass
class Revision:
    """What adding a document to the store comes to.

    ``rows`` are to be added, by table; ``changes`` say, one line each, what a republished paper
    prints differently; ``issues`` are rows of the issues where another paper says otherwise.
    ``untold`` are issues of a paper of no meeting, which the store has no place for.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    untold: list[Row] = field(default_factory=list)
    _told: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def add(self, table: str, row: Row) -> None:
        """One row more to be added."""
        self.rows.setdefault(table, []).append(row)

    def change(self, table: str, row: Row, what: str) -> None:
        """One change more; those of one printed row are told in one line."""
        self._told.setdefault((table, *_name(table, row)), []).append(what)

    def finish(self, document: Row) -> Revision:
        """The changes as lines, and all issues as rows."""
        for (table, *name), what in self._told.items():
            told = "; ".join(dict.fromkeys(what))
            self.changes.append(f"{table.replace('_', ' ')}, {', '.join(name)}: {told}")
        self.issues += [_issue(document, "republished", change) for change in self.changes]
        found = [*self.rows.pop("issues", ()), *self.issues]
        if document["meeting"]:
            self.rows |= {"issues": found} if found else {}
        else:
            self.untold = found
        return self


def revise(folder: DataFolder, rows: Rows, document: Row, superseded: Iterable[str]) -> Revision:
    """Hold the rows of a document against those on record.

    A row on record stays as it was read. Where the document says more, or replaces the paper that
    the row was read from, its row is a correction that names the document; what a person
    corrected stays as the person said. Where it says otherwise and replaces nothing, the row on
    record stands, and an issue says so. Figures that a republished paper no longer prints are
    withheld.
    """
    replaced = frozenset(superseded)
    made = Revision()
    mine = frozenset([document["document"]])
    for table in (*rows.tables, *(t for t in STORED if t not in rows.tables)):
        found = rows.tables.get(table, ())
        if not found and not replaced:
            continue
        known = {_key(table, one.row, replaced): one for one in held_rows(folder, table)}
        keys = set()
        for row in found:
            keys.add(key := _key(table, row, mine if replaced else frozenset()))
            old = None if table == "issues" else known.get(key)
            kept = row if old is None else _held(made, table, old, row, document, replaced)
            if kept is not None:
                made.add(table, kept)
            if old is None and replaced and table not in _NOT_COMPARED:
                made.change(table, row, f"{_cell(table, row, 'value')}{_new(row)}")
        if table == "recommendations":
            updates = rows.tables.get("recommendation_updates", ())
            keys |= {(row["recommendation"],) for row in updates}
        for key, old in known.items():
            if key not in keys:
                _vanished(made, table, old.row, document, replaced)
    return made.finish(document)


def _held(
    made: Revision, table: str, held: Held, new: Row, document: Row, replaced: frozenset[str]
) -> Row | None:
    """The row to add in the place of one on record; None for none."""
    old = held.row
    if table in _KEPT:
        return None
    if table == "meetings":
        return _meeting(made, held, new, document, replaced)
    columns = [c for c in TABLES[table].columns if c not in PLACE and c not in (_AUTHOR, _REASON)]
    columns = [c for c in columns if c != "document"]
    by = {_AUTHOR: document["document"]}
    if table in _NEWEST or old.get("document", "") in replaced:
        return _republished(made, table, held, new, by, columns)
    known = {c: (_plain(old[c]), _plain(held.printed[c])) for c in columns}
    differ = [c for c in columns if new[c] and _plain(new[c]) not in known[c]]
    if not differ:
        return None
    if all(not old[c] for c in differ):
        return {**old, **{c: new[c] for c in differ}, **by, _REASON: "This paper says more"}
    told = "; ".join(
        f"{c.replace('_', ' ')} {_short(old[c])}, here {_short(new[c])}" for c in differ if old[c]
    )
    name = ", ".join(_name(table, new))
    where = old.get("document", "")
    message = f"{table.replace('_', ' ')}, {name}: on record from {where} otherwise: {told}"
    made.issues.append(_issue(document, "differs-from-record", message, new))
    return None


def _republished(
    made: Revision, table: str, held: Held, new: Row, by: Row, columns: list[str]
) -> Row | None:
    """The row of a republished paper, but for the cells that a person corrected."""
    old, printed = held.row, held.printed
    differ = [c for c in columns if new[c] != printed[c]]
    stand = [c for c in differ if c in held.by_person and held.by_person[c] != new[c]]
    for column in stand:
        made.change(
            table,
            new,
            f"{_cell(table, new, column)}{_short(printed[column])} is now {_short(new[column])}, "
            f"but stays {_short(old[column])} as corrected by {held.author}",
        )
    silent = {"raw"} if "value" in stand else set()
    changed = [c for c in differ if c not in stand and c not in silent and new[c] != old[c]]
    if not changed:
        return None
    implied = {*_OURS, *(("raw", "status", "evidence") if "value" in changed else ())}
    told = [
        f"{_cell(table, new, c)}{_short(printed[c])} is now {_short(new[c])}"
        for c in changed
        if c not in implied
    ]
    for what in told:
        made.change(table, new, what)
    kept = {c: old[c] for c in columns if c in held.by_person and c not in changed}
    reason = f"Republished after {old.get('document', '')}: {'; '.join(told) or 'read afresh'}"
    return {**new, **kept, **by, _REASON: reason}


def _meeting(
    made: Revision, held: Held, new: Row, document: Row, replaced: frozenset[str]
) -> Row | None:
    """The row of a meeting that moves on; what a republished paper says otherwise is corrected."""
    old, by = held.row, {_AUTHOR: document["document"]}
    columns = TABLES["meetings"].columns
    merged = {column: old[column] or new[column] for column in columns}
    merged["status"] = max(old["status"], new["status"], key=_STAGES.index)
    if not old["document"] or merged["status"] != old["status"]:
        merged |= {column: new[column] for column in PLACE}
    differ = [c for c in _TOLD if new[c] and new[c] not in (old[c], held.printed[c]) and old[c]]
    told = "; ".join(
        f"{c.replace('_', ' ')} {_short(old[c])} is now {_short(new[c])}" for c in differ
    )
    if differ and replaced and new["meeting"] == document["meeting"]:
        made.change("meetings", new, told)
        return {**merged, **{c: new[c] for c in differ}, **by, _REASON: f"Republished: {told}"}
    if differ:
        message = f"meetings, {new['meeting']}: on record otherwise: {told}"
        made.issues.append(_issue(document, "differs-from-record", message, new))
    if all(merged[column] == old[column] for column in columns):
        return None
    return {**merged, **by, _REASON: "This paper says more"} if old[_AUTHOR] else merged


def _vanished(
    made: Revision, table: str, old: Row, document: Row, replaced: frozenset[str]
) -> None:
    """Tell, and withhold, what the replaced paper had and the new one lacks."""
    if table in _NOT_COMPARED:
        return
    if old.get("document") not in replaced:
        return
    cells = _WITHHELD.get(table)
    if cells is None:
        made.change(table, old, "no longer printed")
        return
    if all(old[column] == cell for column, cell in cells.items()):
        return
    made.change(
        table,
        old,
        f"{_cell(table, old, 'value')}{_short(old['raw'] or old['value'])} no longer printed",
    )
    reason = f"No longer printed in {document['document']}"
    by = {_AUTHOR: document["document"], _REASON: reason}
    made.add(table, {**old, **cells, **by})


def _plain(text: str) -> str:
    """A cell without what printers choose: capitals and spaces."""
    return " ".join(text.casefold().split())


def _new(row: Row) -> str:
    said = row.get("raw") or row.get("value")
    return f"{_short(said)} is new" if said else "new"


def _name(table: str, row: Row) -> tuple[str, ...]:
    columns = _CALLED.get(table, TABLES[table].key)
    cells = ((c, row[c]) for c in columns if row.get(c))
    return tuple(_short(cell[-10:] if c == "meeting" else cell, mark="") for c, cell in cells)


def _cell(table: str, row: Row, column: str) -> str:
    """What a cell is called: a value by its period, another by its column."""
    name = "" if column == "value" else f"{column.replace('_', ' ')} "
    when = row.get("period") or (f"value {row['position']}" if row.get("position") else "")
    return f"{when}: {name}" if table == "observations" and when else name


def _short(text: str, *, mark: str = "'") -> str:
    cut = text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"
    return f"{mark}{cut}{mark}" if cut or not mark else "nothing"


def _key(table: str, row: Mapping[str, str], papers: frozenset[str]) -> tuple[str, ...]:
    """What tells a row from others; the printings of one paper count as one."""
    return tuple(
        "" if c == "document" and table != "documents" and row[c] in papers else row.get(c, "")
        for c in TABLES[table].key
    )


def _issue(document: Row, kind: str, message: str, row: Row | None = None) -> Row:
    place = row or {}
    columns = ("page", "line", "printed_page", "section")
    return {
        "meeting": document["meeting"],
        "document": document["document"],
        "kind": kind,
        "message": message,
        **{column: place.get(column, "") for column in columns},
    }
