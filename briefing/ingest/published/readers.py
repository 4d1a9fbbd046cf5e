"""Readers of the published files: each kind is known by what is in it, not by its name."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.ingest.published.record import NATION, Neighbours, Published, codes

_EXTRA = 'install it with: pip install "scrutiny-briefing[parquet]"'
#: Day 0 of a spreadsheet's count of days.
_EPOCH = date(1899, 12, 30)
#: Figures that a binary number holds for certain.
_FIGURES = 12


@dataclass
class _Found:
    values: dict[tuple[str, str], dict[str, dict[int, Decimal]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    regions: dict[str, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    updated: dict[tuple[str, str], date] = field(default_factory=dict)
    neighbours: Neighbours | None = None

    def area(self, name: str, region: str = "", number: object = None) -> None:
        """Note an authority, its region and its number."""
        if region:
            self.regions.setdefault(name, region)
        if isinstance(number, int | float | str) and str(number).replace(".", "").isdigit():
            self.numbers.setdefault(int(float(number)), name)


def read_published(paths: Iterable[Path]) -> Published:
    """Read published files; a folder stands for the files in it.

    Known are the values of the Local Authority Interactive Tool (Parquet), its data dictionary
    (CSV), sets of statistical neighbours (XLSX) and the open data files of the DfE (CSV). Other
    files are passed over; only the measures that the kit knows are read.

    Raises
    ------
    BriefingError
        When a file cannot be read, or a library that reads its kind is not installed.
    """
    found = _Found()
    readers: dict[str, Callable[[Path, _Found], None]] = {
        ".csv": _csv,
        ".parquet": _parquet,
        ".xlsx": _xlsx,
    }
    for path in _files(paths):
        if reader := readers.get(path.suffix.lower()):
            try:
                reader(path, found)
            except BriefingError:
                raise
            except Exception as error:
                raise BriefingError(f"{path} cannot be read: {error}") from None
    return Published(
        values=found.values,
        regions=found.regions,
        numbers=found.numbers,
        updated=found.updated,
        neighbours=found.neighbours,
    )


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (entry for entry in sorted(path.iterdir()) if entry.is_file())
        elif path.is_file():
            yield path
        else:
            raise BriefingError(f"there is no file or folder {path}")


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


def _parquet(path: Path, found: _Found) -> None:
    pq = _library("pyarrow.parquet", path)
    columns = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"]
    if not set(columns) <= set(pq.read_schema(path).names):
        return
    wanted = [("Short Desc", "in", list(codes("LAIT")))]
    table = pq.read_table(path, columns=columns, filters=wanted).to_pydict()
    for code, year, area, raw, number, region in zip(*table.values(), strict=True):
        value = _number(raw)
        if value is None or not area or not str(year).isdigit():
            continue
        found.values["LAIT", code][area][int(year)] = value
        if number and region and region != "NA" and "(Pre LG)" not in area:
            found.area(area, region, number)


def _csv(path: Path, found: _Found) -> None:
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        columns = set(rows.fieldnames or ())
        if {"Measure_short", "Last Update"} <= columns:
            _dictionary(rows, found)
        elif {"time_period", "geographic_level"} <= columns:
            _open_data(rows, columns, found)


def _dictionary(rows: Iterable[Mapping[str, str]], found: _Found) -> None:
    wanted = codes("LAIT")
    for row in rows:
        if row["Measure_short"] in wanted and row["Last Update"].isdigit():
            day = _EPOCH + timedelta(days=int(row["Last Update"]))
            found.updated["LAIT", row["Measure_short"]] = day


def _open_data(rows: Iterable[Mapping[str, str]], columns: set[str], found: _Found) -> None:
    wanted = [(code, *code.split("@")) for code in codes("DfE") if code.split("@")[0] in columns]
    for row in rows if wanted else ():
        level = row["geographic_level"]
        area = {
            "National": NATION,
            "Regional": row.get("region_name", ""),
            "Local authority": row.get("la_name", ""),
        }.get(level, "")
        year = row["time_period"]
        if not area or not year.isdigit() or len(year) != 4:
            continue
        if level == "Local authority":
            found.area(area, row.get("region_name", ""), row.get("old_la_code"))
        for code, column, *category in wanted:
            value = _number(row[column])
            if value is not None and all(name in row.values() for name in category):
                found.values["DfE", code][area][int(year)] = value


def _xlsx(path: Path, found: _Found) -> None:
    workbook = _library("openpyxl", path).load_workbook(path, read_only=True, data_only=True)
    try:
        sets: dict[int, tuple[int, ...]] = {}
        for sheet in workbook.worksheets:
            columns: list[int] = []
            for row in sheet.iter_rows(values_only=True):
                names = [str(cell or "").strip() for cell in row]
                if "SN1" in names:
                    columns = [
                        at
                        for at, name in enumerate(names)
                        if name[:2] == "SN" and name[2:].isdigit()
                    ]
                elif columns and isinstance(row[0], int):
                    chosen = (row[at] for at in columns if at < len(row))
                    sets[row[0]] = tuple(n for n in chosen if isinstance(n, int))
        made = workbook.properties.modified
    finally:
        workbook.close()
    if sets and isinstance(made, datetime):
        found.neighbours = Neighbours(made.date(), sets)
