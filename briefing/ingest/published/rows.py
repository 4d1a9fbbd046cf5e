"""What was read of published files, as rows of the tables of published figures."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import PurePath

from briefing.ingest.words.slugs import slug
from briefing.model.decimals import decimals
from briefing.model.published import Measure

Row = Mapping[str, str]

#: A figure whose release is not known counts as public so long after the end of its year: later
#: than any that has been seen.
LATE = timedelta(days=366)


@dataclass(eq=False)
class Told:
    """What became of a file: what it holds, or why it was passed over.

    ``known`` are the measures that were read, ``others`` how many more it holds, ``blank`` how
    many values were suppressed or are of another span of time than a year.
    """

    name: str
    sha256: str = ""
    passed_over: str = ""
    kind: str = ""
    source: str = ""
    held: date | None = None
    known: set[str] = field(default_factory=set)
    others: int = 0
    blank: int = 0

    @property
    def file(self) -> str:
        """The file's slug: its name, and the beginning of its hash."""
        return f"{slug(PurePath(self.name).stem)}-{self.sha256[:8]}"


@dataclass(frozen=True)
class Cell:
    """One published value as read."""

    measure: Measure
    area: str
    kind: str
    year: int
    value: Decimal
    file: Told
    code: str = ""
    region: str = ""


@dataclass(frozen=True)
class Sheet:
    """Sets of neighbours as read: authority's number -> numbers of its neighbours, and names."""

    name: str
    published: date
    members: Mapping[str, Sequence[str]]
    names: Mapping[str, str]
    file: Told


@dataclass(frozen=True)
class PublishedRows:
    """Rows of the tables ``published_values``, ``neighbour_sets`` and ``published_files``."""

    values: Sequence[Row] = ()
    sets: Sequence[Row] = ()
    files: Sequence[Row] = ()
    told: Sequence[Told] = ()


def rows_of(
    cells: Sequence[Cell],
    updated: Mapping[tuple[str, str], date],
    sheets: Sequence[Sheet],
    told: Sequence[Told],
) -> PublishedRows:
    """The rows of what was read.

    Values are written with as many decimals as their measure has in its file. ``updated`` is the
    day, by source and measure, on which its latest year came out.
    """
    series: dict[tuple[Told, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        series[cell.file, cell.measure.code].append(cell)
    values = [row for group in series.values() for row in _values(group, updated)]
    names = {cell.code: cell.area for cell in cells if cell.code}
    return PublishedRows(
        values=values,
        sets=[row for sheet in sheets for row in _set(sheet, names)],
        files=[_file(one) for one in told if one.kind],
        told=told,
    )


def _values(
    cells: Sequence[Cell], updated: Mapping[tuple[str, str], date]
) -> Iterator[dict[str, str]]:
    measure, file = cells[0].measure, cells[0].file
    places = max(decimals(cell.value) for cell in cells)
    step = Decimal(1).scaleb(-places)
    newest = max(cell.year for cell in cells)
    day = updated.get((measure.source, measure.code))
    held, _ = _public_by(newest, newest, day)
    for cell in cells:
        published, dated = _public_by(cell.year, newest, day)
        period = measure.period(cell.year)
        yield {
            "indicator": measure.indicator,
            "source": measure.source,
            "measure": measure.code,
            "relation": measure.relation,
            "area": cell.area,
            "area_code": cell.code,
            "area_kind": cell.kind,
            "region": cell.region,
            "value": f"{cell.value.quantize(step, ROUND_HALF_UP):f}",
            "unit": measure.unit,
            "period": period.code,
            "period_kind": period.kind,
            "release": _release(measure, cell.year),
            "published": published.isoformat(),
            "dated": dated,
            "held": held.isoformat(),
            "file": file.file,
        }


def _release(measure: Measure, year: int) -> str:
    held = ", as held in LAIT" if measure.source == "LAIT" else ""
    return f"DfE {measure.publication} {measure.when(measure.period(year))}{held}"


def _public_by(year: int, newest: int, updated: date | None) -> tuple[date, str]:
    """The day by which a year's value was public, and whether that is stated or reckoned.

    The day of the latest year is stated; the first of a month stands for that month, which is
    over by its last day. Earlier years came out in the same month or, at the latest, in the month
    behind it. Where no day is stated, a year after the end of the year.
    """
    if updated is None:
        return date(year, 3, 31) + LATE, "reckoned"
    if year == newest:
        return (_last_day(updated) if updated.day == 1 else updated), "stated"
    month = updated.year * 12 + updated.month - 12 * (newest - year)
    return _last_day(date(month // 12, month % 12 + 1, 1)), "reckoned"


def _last_day(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _set(sheet: Sheet, others: Mapping[str, str]) -> Iterator[dict[str, str]]:
    names = {**others, **sheet.names}
    for authority, members in sheet.members.items():
        for position, member in enumerate(members, start=1):
            yield {
                "set": sheet.name,
                "published": sheet.published.isoformat(),
                "authority": names.get(authority, authority),
                "authority_code": authority,
                "neighbour": names.get(member, member),
                "neighbour_code": member,
                "position": str(position),
                "file": sheet.file.file,
            }


def _file(told: Told) -> dict[str, str]:
    return {
        "file": told.file,
        "source": told.source,
        "kind": told.kind,
        "source_name": told.name,
        "sha256": told.sha256,
        "held": told.held.isoformat() if told.held else "",
    }
