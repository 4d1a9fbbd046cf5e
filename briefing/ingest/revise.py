"""New rows beside those on record: what is new, what is the same, and what a paper changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.ingest.records.rows import PLACE, Row, Rows
from briefing.model.tables import CORRECTION, TABLES
from briefing.store import DataFolder

_AUTHOR, _REASON = (f.name for f in CORRECTION)

#: Tables whose newest printing counts, whichever paper it stands in.
_NEWEST = ("glossary",)

#: Tables of which no paper changes a row on record.
_KEPT = ("indicators", "documents")

#: A meeting's status only ever moves on.
_STAGES = ("known_date", "scheduled", "held")


@dataclass
class Revision:
    """What adding a document to the store comes to.

    ``rows`` are to be added, by table; ``changes`` say, one line each, what a republished paper
    prints differently; ``issues`` are rows of the issues where another paper says otherwise.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)


def revise(folder: DataFolder, rows: Rows, document: Row, superseded: Iterable[str]) -> Revision:
    """Hold the rows of a document against those on record.

    A row on record stays as it was read. Where the document says more, or replaces the paper that
    the row was read from, its row is a correction that names the document. Where it says otherwise
    and replaces nothing, the row on record stands, and an issue says so.
    """
    replaced = frozenset(superseded)
    made = Revision()
    for table, found in rows.tables.items():
        known = _known(folder, table)
        for row in found:
            old = known.get(_key(table, row))
            kept = row if old is None else _held(made, table, old, row, document, replaced)
            if kept is not None:
                made.rows.setdefault(table, []).append(kept)
        made.changes += _vanished(table, known.values(), found, replaced)
    for change in made.changes:
        made.issues.append(_issue(document, "republished", change))
    if made.issues:
        made.rows.setdefault("issues", []).extend(made.issues)
    return made


def _held(
    made: Revision,
    table: str,
    old: Row,
    new: Row,
    document: Row,
    replaced: frozenset[str],
) -> Row | None:
    """The row to add in the place of one on record; None for none."""
    if table in _KEPT:
        return None
    if table == "meetings":
        return _moved_on(old, new)
    columns = [c for c in TABLES[table].columns if c not in PLACE and c not in (_AUTHOR, _REASON)]
    differ = [c for c in columns if new[c] and new[c] != old[c]]
    gone = [c for c in columns if old[c] and not new[c]]
    by = {_AUTHOR: document["document"]}
    name = " ".join(filter(None, _key(table, new)))
    if table in _NEWEST or old.get("document", "") in replaced:
        if not differ and not gone:
            return None
        told = "; ".join(f"{c} {old[c]!r} is now {new[c]!r}" for c in (*differ, *gone))
        made.changes.append(f"{table} {name}: {told}")
        return {**new, **by, _REASON: f"Republished after {old.get('document', '')}: {told}"}
    if not differ:
        return None
    if all(not old[c] for c in differ):
        return {**old, **{c: new[c] for c in differ}, **by, _REASON: "This paper says more"}
    told = "; ".join(f"{c} {old[c]!r}, here {new[c]!r}" for c in differ if old[c])
    message = f"{table} {name} is on record from {old.get('document', '')} otherwise: {told}"
    made.issues.append(_issue(document, "differs-from-record", message, new))
    return None


def _moved_on(old: Row, new: Row) -> Row | None:
    stages = (old["status"], new["status"])
    merged = {column: old[column] or new.get(column, "") for column in old}
    merged["status"] = max(stages, key=_STAGES.index)
    if merged["status"] != old["status"]:
        merged |= {column: new[column] or old[column] for column in PLACE}
    return None if merged == dict(old) else {c: merged[c] for c in TABLES["meetings"].columns}


def _vanished(
    table: str, known: Iterable[Row], found: Iterable[Row], replaced: frozenset[str]
) -> list[str]:
    """What the replaced paper had and the new one lacks."""
    if table in ("documents", "issues", "meetings", "indicators"):
        return []
    keys = {_key(table, row) for row in found}
    gone = (row for row in known if row.get("document") in replaced)
    return [
        f"{table} {' '.join(filter(None, _key(table, row)))}: no longer printed"
        for row in gone
        if _key(table, row) not in keys
    ]


def _known(folder: DataFolder, table: str) -> dict[tuple[str, ...], Row]:
    return {_key(table, row): dict(row) for row in folder.every(table)}


def _key(table: str, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in TABLES[table].key)


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
