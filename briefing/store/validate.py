"""The check of a whole store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefing.errors import BriefingError
from briefing.model.tables import TABLES
from briefing.store import csvfile
from briefing.store.checks import Batch, Known, check
from briefing.store.folder import DataFolder
from briefing.store.layout import (
    MEETING_FILE,
    PACKAGE_FILE,
    PANEL_FILE,
    STORED,
    Place,
    Row,
    correction_columns,
)
from briefing.store.package import generated
from briefing.store.problems import Problem
from briefing.store.schema import panel_validator


def validate(folder: DataFolder) -> list[Problem]:
    """Every fault of a store, in the order of its files; none for a sound one.

    Rows are held against their columns, against each other and against what they refer to;
    every file must be one that the layout knows; ``datapackage.json`` must describe them.
    """
    unreadable = list(_unreadable(folder))
    if unreadable:
        return unreadable
    problems = [*_strangers(folder), *_panels(folder)]
    problems += check(_batches(folder), Known.of(folder))
    problems += _headers(folder)
    for file, text in generated(folder).items():
        path = folder.root / file
        if not path.exists() or csvfile.read_text(path, str(path)) != text:
            problems.append(
                Problem(str(file), f"is out of date: run python -m briefing.store {folder.root}")
            )
    return problems


def _unreadable(folder: DataFolder) -> Iterator[Problem]:
    def fault(file: PurePosixPath, error: BriefingError) -> Problem:
        return Problem(str(file), str(error).removeprefix(str(folder.root / file)).lstrip(",: "))

    for place in folder.places:
        for table in STORED:
            for corrections in (False, True):
                try:
                    _kept(folder, corrections)(table, place)
                except BriefingError as error:
                    yield fault(place.file(table, corrections=corrections), error)
        if place.panel:
            try:
                folder.panel(place.panel)
            except BriefingError as error:
                yield fault(place.folder / PANEL_FILE, error)


def _kept(folder: DataFolder, corrections: bool) -> Callable[[str, Place], Sequence[Row]]:
    return folder.corrections if corrections else folder.as_read


def _batches(folder: DataFolder) -> Iterator[Batch]:
    """The rows as read of every file, then the corrections."""
    for corrections in (False, True):
        for place in folder.places:
            for table in STORED:
                file = place.file(table, corrections=corrections)
                rows = list(enumerate(_kept(folder, corrections)(table, place), start=2))
                if rows:
                    yield Batch(table, str(file), rows, place, corrections)


def _headers(folder: DataFolder) -> Iterator[Problem]:
    for place in folder.places:
        for table in folder.tables_in(place):
            for corrections in (False, True):
                file = place.file(table, corrections=corrections)
                path = folder.root / file
                if file.name == MEETING_FILE or not path.exists():
                    continue
                declared = TABLES[table]
                columns = correction_columns(declared) if corrections else declared.columns
                header = csvfile.records(csvfile.read_text(path, str(path)), str(path))[0]
                if tuple(header) != columns:
                    yield Problem(str(file), f"its columns should be {','.join(columns)}", 1)


def _panels(folder: DataFolder) -> Iterator[Problem]:
    for slug in folder.panels:
        file = Place(panel=slug).folder / PANEL_FILE
        found = folder.panel(slug)
        for error in panel_validator().iter_errors(found):
            name = ".".join(map(str, error.absolute_path))
            yield Problem(str(file), error.message, column=name)
        if found.get("panel") != slug:
            yield Problem(str(file), f"should be {slug!r}, as its folder", column="panel")
        if isinstance(logo := found.get("logo"), dict):
            name = Path(str(logo.get("file"))).name
            if not (folder.root / file.parent / name).is_file():
                yield Problem(str(file), f"there is no file {name!r} beside it", column="logo")


def _strangers(folder: DataFolder) -> Iterator[Problem]:
    """Files that nothing reads, such as a misspelt name."""
    known: set[PurePosixPath] = {PurePosixPath(PACKAGE_FILE), *generated(folder)}
    for place in folder.places:
        known |= {place.file(t, corrections=c) for t in STORED for c in (False, True)}
        if place.panel:
            known |= {place.folder / PANEL_FILE, place.decisions}
            pictures = (folder.root / place.folder).glob("*.svg")
            known |= {place.folder / picture.name for picture in pictures}
    for path in sorted(folder.root.rglob("*")):
        file = PurePosixPath(path.relative_to(folder.root).as_posix())
        hidden = any(part.startswith(".") for part in file.parts)
        if path.is_file() and not hidden and file not in known:
            yield Problem(str(file), "nothing reads this file: is its name or its folder misspelt?")
