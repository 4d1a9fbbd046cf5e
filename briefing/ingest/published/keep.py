"""Published figures into the store: what is new is added, and what differs is a vintage more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from briefing.errors import BriefingError
from briefing.ingest.published.rows import PublishedRows, Row
from briefing.model.published.areas import (
    council_in,
    identifier,
    key,
    region_key,
    set_authority,
    set_member,
)
from briefing.store import DataFolder, Given, Place, add

#: Who is named where what a file says of its days completes what is on record.
_AUTHOR = "briefing benchmarks import"

#: What says the same of a value, whichever file it stands in.
Same = tuple[str, str, str, str]


@dataclass(frozen=True)
class Kept:
    """What became of published rows.

    ``values`` and ``sets`` were added, ``dated`` are values whose day of publication is now
    known, ``on_record`` were there already. ``areas`` are the names of the areas that were kept.
    """

    values: Sequence[Row] = ()
    sets: Sequence[Row] = ()
    dated: int = 0
    on_record: int = 0
    areas: tuple[str, ...] = ()


def on_record(folder: DataFolder) -> PublishedRows:
    """The published figures that a store holds."""
    return PublishedRows(
        values=folder.rows("published_values", Place()),
        sets=folder.rows("neighbour_sets", Place()),
        files=folder.rows("published_files", Place()),
    )


def keep_published(
    folder: DataFolder,
    read: PublishedRows,
    areas: Sequence[str] = (),
    *,
    neighbours: bool = False,
) -> Kept:
    """Add what was read of published files to a store; reading the same again changes nothing.

    A value is added where the store has none of its measure, area and period, or where the
    release before it says otherwise: both stay. Where a file is on record and its days of
    publication were not known then, they are now.

    Parameters
    ----------
    areas
        Names of authorities or regions to keep, an authority with its region, and England with
        any; blank keeps all.
    neighbours
        Whether to keep the statistical neighbours of these authorities too.

    Raises
    ------
    BriefingError
        When an area is not in the files, or the store cannot be written.
    """
    stored = on_record(folder)
    chosen = _chosen(read, stored, areas, neighbours)
    fresh, better, idle = _sorted(_once(chosen.values), stored.values)
    known = {row["indicator"] for row in folder.rows("indicators", Place())}
    values = [{**row, "indicator": row["indicator"] if row["indicator"] in known else ""}
              for row in (*fresh, *better)]  # fmt: skip
    held = {(r["set"], set_authority(r), r["position"], r["file"]) for r in stored.sets}
    wanted = {(r["set"], set_authority(r), r["position"], r["file"]): r for r in chosen.sets}
    sets = [row for at, row in wanted.items() if at not in held]
    used = {row["file"] for row in (*fresh, *sets)}
    dictionaries = {r["file"] for r in chosen.files if r["kind"] == "dictionary" and values}
    on_file = {row["file"] for row in stored.files}
    files = [
        r for r in _files(chosen) if r["file"] in used | dictionaries and r["file"] not in on_file
    ]
    given: dict[str, Sequence[Row]] = {
        "published_files": files,
        "published_values": values,
        "neighbour_sets": sets,
    }
    if any(given.values()):
        add(folder, [_given(table, rows) for table, rows in given.items() if rows])
    return Kept(
        values=fresh,
        sets=sets,
        dated=len(better),
        on_record=idle + len(wanted) - len(sets),
        areas=tuple(dict.fromkeys(row["area"] for row in chosen.values)),
    )


def _given(table: str, rows: Iterable[Row]) -> Given:
    return Given(table, list(enumerate(rows, start=1)), f"the published files, {table}")


def _files(read: PublishedRows) -> Iterator[Row]:
    yield from {row["file"]: row for row in read.files}.values()


def _chosen(
    read: PublishedRows, stored: PublishedRows, areas: Sequence[str], neighbours: bool
) -> PublishedRows:
    """The rows of the areas that are wanted."""
    if not areas:
        return read
    every = [*read.values, *stored.values]
    names = {(r["area_kind"], identifier(r)): r for r in every}
    regions = {identifier(r): r["region"] for r in every if r["region"]}
    sets = [*read.sets, *stored.sets]
    codes = {set_authority(r): r["authority"] for r in sets}
    authorities: set[str] = set()
    wanted: set[str] = set()
    for name in areas:
        found = _named(name, every, names, codes)
        authorities |= {at for kind, at in found if kind == "authority"}
        wanted |= {region_key(at) if kind == "region" else at for kind, at in found}
    if neighbours:
        wanted |= {set_member(row) for row in sets if set_authority(row) in authorities}
    wanted |= {region_key(regions[at]) for at in authorities if at in regions}
    return PublishedRows(
        values=[r for r in read.values if r["area_kind"] == "england" or identifier(r) in wanted],
        sets=[row for row in read.sets if set_authority(row) in authorities],
        files=read.files,
        told=read.told,
    )


def _named(
    name: str,
    every: Iterable[Row],
    names: Mapping[tuple[str, str], Row],
    codes: Mapping[str, str],
) -> set[tuple[str, str]]:
    """The areas of a name, which may be a council's own: kind and identifier of each."""
    found = {
        (kind, at)
        for (kind, at), row in names.items()
        if (key(row["area"]) == key(name) if kind != "region" else at == region_key(name))
    }
    found |= {("authority", at) for at, area in codes.items() if key(area) == key(name)}
    if not found and (council := council_in(every, name)):
        found = {("authority", council.id)}
    if not found:
        known = sorted({*(row["area"] for row in names.values()), *codes.values()})
        near = get_close_matches(name, known, n=1, cutoff=0.6)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise BriefingError(f"there is no area {name!r} in these files.{hint}")
    return found


def _once(rows: Iterable[Row]) -> list[Row]:
    """Each value of each file once, however often the file was named."""
    return list({(*_same(row), row["file"]): row for row in rows}.values())


def _same(row: Row) -> Same:
    return row["source"], row["measure"], f"{row['area_kind']} {identifier(row)}", row["period"]


def _sorted(rows: Iterable[Row], stored: Iterable[Row]) -> tuple[list[Row], list[Row], int]:
    """New rows; rows on record whose days are now stated; how many others are on record."""
    vintages: dict[Same, list[Row]] = defaultdict(list)
    for row in stored:
        vintages[_same(row)].append(row)
    fresh: list[Row] = []
    better: list[Row] = []
    idle = 0
    for row in sorted(rows, key=lambda row: row["held"]):
        held = vintages[_same(row)]
        own = next((old for old in held if old["file"] == row["file"]), None)
        before = [old for old in held if old["held"] <= row["held"]]
        if own is not None:
            if _says_more(row, own):
                better.append(_completed(row, own))
            else:
                idle += 1
        elif before and max(before, key=lambda old: old["held"])["value"] == row["value"]:
            idle += 1
        else:
            fresh.append(row)
            held.append(row)
    return sorted(fresh, key=_same), better, idle


def _says_more(row: Row, old: Row) -> bool:
    """Whether the day of publication of a value on record is known better now."""
    earlier = row["published"] < old["published"] or row["held"] < old["held"]
    return earlier and not old.get("corrected_by")


def _completed(row: Row, old: Row) -> Row:
    days = {name: row[name] for name in ("published", "dated", "held")}
    reason = "The data dictionary, read with the values, says when they came out"
    return {**old, **days, "corrected_by": _AUTHOR, "correction_reason": reason}
