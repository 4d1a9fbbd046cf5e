"""Readers of the published files: each kind is known by what is in it, not by its name."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.ingest.published.rows import Cell, PublishedRows, Sheet, Told, rows_of
from briefing.model.period import british
from briefing.model.published import of_source
from briefing.model.published.areas import NATION

_EXTRA = 'install it with: pip install "scrutiny-briefing[parquet]"'
#: Day 0 of a spreadsheet's count of days.
_EPOCH = date(1899, 12, 30)
#: Figures that a binary number holds for certain.
_FIGURES = 12


@dataclass
class _Found:
    """What the files say, before it is put into rows."""

    cells: list[Cell] = field(default_factory=list)
    updated: dict[tuple[str, str], date] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def read_published(paths: Iterable[Path]) -> PublishedRows:
    """Read published files; a folder stands for the files in it.

    Known are the values of the Local Authority Interactive Tool (Parquet), its data dictionary
    (CSV), sets of statistical neighbours (XLSX) and the open data files of the DfE (CSV). Other
    files are passed over, and said to be; only the measures that the kit knows are read.

    Raises
    ------
    BriefingError
        When a file cannot be read, or a library that reads its kind is not installed.
    """
    found = _Found()
    readers: dict[str, Callable[[Path, _Found], Told | None]] = {
        ".csv": _csv,
        ".parquet": _parquet,
        ".xlsx": _xlsx,
    }
    for path in _files(paths):
        try:
            told = readers.get(path.suffix.lower(), _other)(path, found)
        except BriefingError:
            raise
        except UnicodeDecodeError:
            raise BriefingError(f"{path} cannot be read: it is not in UTF-8") from None
        except Exception as error:
            raise BriefingError(f"{path} cannot be read: {error}") from None
        found.told.append(told or Told(path.name, "", "not a published file that the kit knows"))
    return rows_of(found.cells, found.updated, found.sheets, found.told)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (entry for entry in sorted(path.iterdir()) if entry.is_file())
        elif path.is_file():
            yield path
        else:
            raise BriefingError(f"there is no file or folder {path}")


def _other(path: Path, found: _Found) -> None:
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _library(name: str, path: Path) -> Any:
    try:
        return import_module(name)
    except ImportError:
        kind = name.partition(".")[0]
        raise BriefingError(f"to read {path.name}, {kind} is needed: {_EXTRA}") from None


def _number(text: object) -> Decimal | None:
    """A published number, without what binary floats add behind its last figure."""
    try:
        value = Decimal(format(float(str(text).replace(",", "")), f".{_FIGURES}g"))
    except (InvalidOperation, ValueError):
        return None
    return Decimal(format(value, "f")) if value.is_finite() else None


def _year(text: object) -> int | None:
    """A year of four figures: no other span of time is read."""
    said = str(text)
    return int(said) if len(said) == 4 and said.isdigit() else None


def _code(number: object) -> str:
    """The number of an area: three figures, which a file may hold as a fraction."""
    said = str(number if number is not None else "").removesuffix(".0")
    return said if said.isdigit() else ""


def _parquet(path: Path, found: _Found) -> Told | None:
    pq = _library("pyarrow.parquet", path)
    columns = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"]
    if not set(columns) <= set(pq.read_schema(path).names):
        return None
    wanted = of_source("LAIT")
    table = pq.read_table(path, columns=columns, filters=[("Short Desc", "in", list(wanted))])
    every = pq.read_table(path, columns=["Short Desc"])["Short Desc"].unique()
    told = Told(path.name, _sha256(path), "", kind="values", source="LAIT", known=set())
    for code, years, area, raw, number, region in zip(*table.to_pydict().values(), strict=True):
        value, year = _number(raw), _year(years)
        if value is None or year is None or not area:
            told.blank += 1
            continue
        inside = region if region and region != "NA" else ""
        kind = "authority" if inside else "england" if area == NATION else "region"
        told.known.add(code)
        found.cells.append(
            Cell(wanted[code], area, kind, year, value, told, code=_code(number), region=inside)
        )
    told.others = len(every) - len(told.known)
    return told


def _csv(path: Path, found: _Found) -> Told | None:
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        columns = set(rows.fieldnames or ())
        if {"Measure_short", "Last Update"} <= columns:
            return _dictionary(path, rows, found)
        if {"time_period", "geographic_level"} <= columns:
            return _open_data(path, rows, columns, found)
    return None


def _dictionary(path: Path, rows: Iterable[Mapping[str, str]], found: _Found) -> Told:
    wanted = of_source("LAIT")
    for row in rows:
        last = row["Last Update"] or ""
        if row["Measure_short"] in wanted and last.isdigit():
            day = _EPOCH + timedelta(days=int(last))
            found.updated["LAIT", row["Measure_short"]] = day
    return Told(path.name, _sha256(path), "", kind="dictionary", source="LAIT")


def _open_data(
    path: Path, rows: Iterable[Mapping[str, str]], columns: set[str], found: _Found
) -> Told | None:
    wanted = [
        (measure, column, category)
        for code, measure in of_source("DfE").items()
        for column, _, category in (code.partition(": "),)
        if column in columns
    ]
    if not wanted:
        return None
    told = Told(path.name, _sha256(path), "", kind="values", source="DfE", known=set())
    for row in rows:
        kind, area = {
            "National": ("england", NATION),
            "Regional": ("region", row.get("region_name", "")),
            "Local authority": ("authority", row.get("la_name", "")),
        }.get(row["geographic_level"], ("", ""))
        year = _year(row["time_period"])
        if not area or year is None:
            continue
        local = kind == "authority"
        code = _code(row.get("old_la_code")) if local else ""
        region = row.get("region_name", "") if local else ""
        for measure, column, category in wanted:
            if category and category not in row.values():
                continue
            value = _number(row[column])
            if value is None:
                told.blank += 1
                continue
            told.known.add(measure.code)
            found.cells.append(
                Cell(measure, area, kind, year, value, told, code=code, region=region)
            )
    return told


def _xlsx(path: Path, found: _Found) -> Told | None:
    workbook = _library("openpyxl", path).load_workbook(path, read_only=True, data_only=True)
    members: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    try:
        for sheet in workbook.worksheets:
            columns: list[int] = []
            named = None
            for row in sheet.iter_rows(values_only=True):
                heads = [str(cell or "").strip() for cell in row]
                if "SN1" in heads:
                    columns = [
                        at
                        for at, head in enumerate(heads)
                        if head[:2] == "SN" and head[2:].isdigit()
                    ]
                    named = heads.index("LA Name") if "LA Name" in heads else None
                elif columns and isinstance(row[0], int):
                    chosen = (row[at] for at in columns if at < len(row))
                    members[_code(row[0])] = tuple(_code(n) for n in chosen if isinstance(n, int))
                    if named is not None:
                        names[_code(row[0])] = heads[named]
        made = workbook.properties.modified
    finally:
        workbook.close()
    if not members or not isinstance(made, datetime):
        return None
    name = f"statistical neighbours of {british(made.date()).partition(' ')[2]}"
    told = Told(path.name, _sha256(path), "", kind="neighbours", held=made.date())
    found.sheets.append(Sheet(name, made.date(), members, names, told))
    return told
