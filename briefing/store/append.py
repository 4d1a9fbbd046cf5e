"""Adding to the store: new rows, and corrections kept beside what was read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from briefing.model.tables import CORRECTION, SOURCE, TABLES
from briefing.store import csvfile
from briefing.store.atomic import locked, write_files
from briefing.store.checks import Batch, Known, check
from briefing.store.folder import DataFolder
from briefing.store.layout import (
    PANEL_FILE,
    Place,
    Row,
    correction_columns,
    key_of,
    place_of,
)
from briefing.store.package import generated
from briefing.store.problems import DataProblems, Problem

_CORRECTED_BY, _REASON = (f.name for f in CORRECTION)

#: What a cell given by hand says to become blank.
BLANK = "(blank)"

_PLACE = frozenset(f.name for f in SOURCE)

#: A meeting's status only ever moves on.
_STAGES = ("known_date", "scheduled", "held")


@dataclass(frozen=True)
class Given:
    """Rows given for one table, each with its number; a column left out is not stated.

    ``file`` is where they came from, for messages. With ``by_hand`` a blank cell of a row that is
    on record stays as it was, and one that says :data:`BLANK` becomes blank.
    """

    table: str
    rows: Sequence[tuple[int, Row]]
    file: str
    by_hand: bool = False


@dataclass(frozen=True)
class Outcome:
    """What an addition did: numbers of rows, and the files that were written."""

    added: int = 0
    corrected: int = 0
    unchanged: int = 0
    files: tuple[PurePosixPath, ...] = ()


@dataclass
class _Sorted:
    """The rows of one table, told apart by what they do."""

    new: list[tuple[int, Row]] = field(default_factory=list)
    corrections: dict[Place, list[tuple[int, Row]]] = field(default_factory=dict)
    moved_on: list[tuple[int, Row]] = field(default_factory=list)
    idle: list[int] = field(default_factory=list)
    unchanged: int = 0


def add(folder: DataFolder, given: Iterable[Given], *, timeout: float = 5.0) -> Outcome:
    """Add rows to a store, all of them or none.

    A row whose key the store lacks is new. One that says what the store says changes nothing.
    One that says otherwise is a correction: it names its author and its reason, is kept beside
    what was read, and wins over it. Columns that a correction leaves out stay as they were. The
    row of a meeting may also move on (a known date becomes scheduled, then held) or fill blanks,
    without an author.

    Raises
    ------
    DataProblems
        When any row has a fault; nothing was changed then.
    BriefingError
        When another program is writing to the store for longer than ``timeout`` seconds, or a
        file cannot be written.
    """
    with locked(folder.root, timeout):
        folder.forget()
        parts = [(part, _sort(folder, part)) for part in given]
        problems = list(_problems(folder, parts))
        if problems:
            raise DataProblems(problems)
        files = _files(folder, _by_table(parts))
        if files:
            write_files(folder.root, files)
            folder.forget()
            refresh(folder)
    return Outcome(
        added=sum(len(rows.new) for _, rows in parts),
        corrected=sum(
            len(rows.moved_on) + sum(map(len, rows.corrections.values())) for _, rows in parts
        ),
        unchanged=sum(rows.unchanged for _, rows in parts),
        files=tuple(files),
    )


def add_panel(folder: DataFolder, panel: str, council: str, name: str) -> bool:
    """Make the file of a panel that has no meeting yet; whether the store did not know it.

    Raises
    ------
    BriefingError
        When another program is writing to the store, or the file cannot be written.
    """
    with locked(folder.root):
        folder.forget()
        files = _new_panel(folder, {"panel": panel, "council": council, "title": name})
        write_files(folder.root, files)
        folder.forget()
    return bool(files)


def refresh(folder: DataFolder) -> bool:
    """Write ``datapackage.json`` and the schemas afresh; whether anything was out of date."""
    stale = {}
    for file, text in generated(folder).items():
        path = folder.root / file
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            stale[file] = text
    write_files(folder.root, stale)
    return bool(stale)


def _sort(folder: DataFolder, given: Given) -> _Sorted:
    table = TABLES[given.table]
    columns = correction_columns(table)
    known: dict[tuple[str, ...], tuple[Place, Row]] = {}
    for place in folder.places:
        for row in folder.rows(given.table, place):
            known[key_of(table, row)] = (place, row)
    told = _Sorted()
    for number, row in given.rows:
        stated = _by_hand(row) if given.by_hand else row
        if key_of(table, stated) not in known:
            told.new.append((number, {**dict.fromkeys(columns, ""), **stated}))
            continue
        place, old = known[key_of(table, stated)]
        author = {name: stated.get(name, "") for name in (_CORRECTED_BY, _REASON)}
        new = {**old, **stated, **author}
        same = all(new[column] == old[column] for column in table.columns if column not in author)
        if same and (not any(author.values()) or new == old):
            told.unchanged += 1
        elif given.table == "meetings" and not any(author.values()) and _moves_on(old, new):
            told.moved_on.append((number, new))
        else:
            told.corrections.setdefault(place, []).append((number, new))
            if same:
                told.idle.append(number)
    return told


def _by_hand(row: Row) -> Row:
    """What a person stated: not the blank cells, but those marked to become blank."""
    return {column: "" if cell == BLANK else cell for column, cell in row.items() if cell}


def _moves_on(old: Row, new: Row) -> bool:
    """Whether a meeting's row says no less than before, and its status goes no step back.

    With a new status it may name the paper that says so.

    A row that was corrected moves on by a further correction only: the last one wins.
    """
    if old[_CORRECTED_BY] or old["status"] not in _STAGES:
        return False
    free = {"status"} if new["status"] == old["status"] else {"status", *_PLACE}
    if any(new[c] != old[c] != "" for c in TABLES["meetings"].columns if c not in free):
        return False
    return new["status"] in _STAGES[_STAGES.index(old["status"]) :]


def _problems(folder: DataFolder, parts: Sequence[tuple[Given, _Sorted]]) -> Iterator[Problem]:
    known = Known.of(folder, {given.table: [row for _, row in rows.new] for given, rows in parts})
    for given, rows in parts:
        table, file = given.table, given.file
        yield from check([Batch(table, file, rows.moved_on)], known)
        for row in folder.every(table):
            known.keys.setdefault(table, {})[key_of(TABLES[table], row)] = "the store"
        yield from check([Batch(table, file, rows.new)], known)
        for place, corrections in rows.corrections.items():
            yield from check([Batch(table, file, corrections, place, corrections=True)], known)
        for number in rows.idle:
            message = f"changes nothing; to make a cell blank, write {BLANK} in it"
            yield Problem(file, message, number)
        for number, row in rows.new:
            if row[_CORRECTED_BY]:
                key = ", ".join(filter(None, key_of(TABLES[table], row)))
                message = f"there is no row {key} to correct; a new row has no corrected_by"
                yield Problem(file, message, number, _CORRECTED_BY)


def _by_table(parts: Sequence[tuple[Given, _Sorted]]) -> dict[str, _Sorted]:
    """What is to be written to each table."""
    tables: dict[str, _Sorted] = {}
    for given, rows in parts:
        told = tables.setdefault(given.table, _Sorted())
        told.new += rows.new
        told.moved_on += rows.moved_on
        for place, corrections in rows.corrections.items():
            told.corrections.setdefault(place, []).extend(corrections)
    return tables


def _files(folder: DataFolder, tables: Mapping[str, _Sorted]) -> dict[PurePosixPath, str]:
    """The whole text of every file that changes."""
    files: dict[PurePosixPath, str] = {}
    for name, told in tables.items():
        table = TABLES[name]
        places: dict[Place, list[Row]] = {}
        for _, row in (*told.new, *told.moved_on):
            places.setdefault(place_of(table, row), []).append(row)
        for place, rows in places.items():
            file = place.file(name)
            if name == "meetings":
                files[file] = _json({column: rows[-1][column] for column in table.columns})
                files.update(_new_panel(folder, rows[-1]))
            else:
                every = (*folder.as_read(name, place), *rows)
                files[file] = csvfile.write(table.columns, every)
        for place, corrections in told.corrections.items():
            file = place.file(name, corrections=True)
            every = (*folder.corrections(name, place), *(row for _, row in corrections))
            files[file] = csvfile.write(correction_columns(table), every)
    return files


def _new_panel(folder: DataFolder, meeting: Row) -> dict[PurePosixPath, str]:
    """A first ``panel.json`` for a panel that the store does not know yet."""
    if meeting["panel"] in folder.panels:
        return {}
    name = meeting["title"] or meeting["panel"]
    panel = {
        "panel": meeting["panel"],
        "council": meeting["council"],
        "name": name,
        "short_name": name,
        "aliases": [],
    }
    return {Place(panel=meeting["panel"]).folder / PANEL_FILE: _json(panel)}


def _json(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
