"""Published figures in the store: added once, vintages beside each other, areas as wanted."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from published_samples import neighbours, years

from briefing.errors import BriefingError
from briefing.ingest.published import PublishedRows, keep_published, on_record
from briefing.model.published import Published
from briefing.store import DataFolder, Place, validate

VISITS = "visits-in-time"
AREAS = ("Westmoor", "Eastvale", "Southdown", "North East", "England")


@pytest.fixture
def folder(westmoor: Path) -> DataFolder:
    return DataFolder(westmoor)


def read(
    amount: str = "72.4",
    *,
    indicator: str = VISITS,
    file: str = "first",
    held: str = "2030-11-30",
    **more: str,
) -> PublishedRows:
    """The values of one file for five areas, and a set of neighbours."""
    values = [
        row
        for area in AREAS
        for row in years(
            indicator, area, {2029: "71.0", 2030: amount}, file=file, held=held, **more
        )
    ]
    sets = neighbours("neighbours of May 2026", "2026-05-01", "Southdown")
    names = ((file, "values"), ("sets", "neighbours"))
    files = [
        {"file": name, "source": "", "kind": kind, "source_name": f"{name}.csv", "sha256": "",
         "held": ""}
        for name, kind in names
    ]  # fmt: skip
    return PublishedRows(values=values, sets=sets, files=files)


def stored(folder: DataFolder, area: str = "Westmoor") -> list[tuple[str, str, str]]:
    return [
        (row["period"], row["value"], row["file"])
        for row in folder.rows("published_values", Place())
        if row["area"] == area
    ]


def content(folder: DataFolder) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.root.rglob("*.*") if path.is_file()}


def test_values_and_sets_are_kept_and_the_store_stays_sound(folder: DataFolder) -> None:
    kept = keep_published(folder, read())
    assert (len(kept.values), len(kept.sets), kept.on_record) == (10, 1, 0)
    assert stored(folder) == [("2028/29", "71.0", "first"), ("2029/30", "72.4", "first")]
    assert [row["file"] for row in folder.rows("published_files", Place())] == ["first", "sets"]
    assert validate(folder) == []


def test_importing_again_changes_nothing(folder: DataFolder) -> None:
    keep_published(folder, read())
    before = content(folder)
    kept = keep_published(folder, read())
    assert (len(kept.values), len(kept.sets), kept.on_record) == (0, 0, 11)
    assert content(folder) == before


def test_a_later_release_adds_only_what_it_says_otherwise(folder: DataFolder) -> None:
    keep_published(folder, read())
    kept = keep_published(folder, read("73.0", file="later", held="2031-11-30"))
    assert [row["period"] for row in kept.values] == ["2029/30"] * 5
    assert stored(folder) == [
        ("2028/29", "71.0", "first"),
        ("2029/30", "72.4", "first"),
        ("2029/30", "73.0", "later"),
    ]
    assert validate(folder) == []


def test_each_day_sees_the_vintage_that_it_could_know(folder: DataFolder) -> None:
    keep_published(folder, read())
    keep_published(folder, read("73.0", file="later", held="2031-11-30"))
    held = on_record(folder)
    published = Published.of("Westmoor Council", held.values, held.sets)
    (measure,) = published.measures

    def last(day: date) -> str:
        return str(list(published.series(measure, "901", day).values())[-1].value)

    assert (last(date(2031, 1, 1)), last(date(2032, 1, 1))) == ("72.4", "73.0")


def test_an_earlier_release_that_comes_late_is_kept_too(folder: DataFolder) -> None:
    keep_published(folder, read("73.0", file="later", held="2031-11-30"))
    keep_published(folder, read())
    assert ("2029/30", "72.4", "first") in stored(folder)
    before = content(folder)
    keep_published(folder, read())
    keep_published(folder, read("73.0", file="later", held="2031-11-30"))
    assert content(folder) == before


@pytest.mark.parametrize(
    ("areas", "near", "kept"),
    [
        (["Westmoor"], False, ["Westmoor", "North East", "England"]),
        (["westmoor"], True, ["Westmoor", "Southdown", "North East", "England"]),
        (["North East"], False, ["North East", "England"]),
        (["Westmoor", "Eastvale"], False, ["Westmoor", "Eastvale", "North East", "England"]),
    ],
)
def test_only_the_areas_that_are_wanted_are_kept(
    folder: DataFolder, areas: Sequence[str], near: bool, kept: Sequence[str]
) -> None:
    found = keep_published(folder, read(), areas, neighbours=near)
    assert sorted(found.areas) == sorted(kept)
    assert len(found.sets) == (1 if areas[0].lower() == "westmoor" else 0)


def test_an_area_that_is_not_there_is_named_and_nothing_changes(folder: DataFolder) -> None:
    before = content(folder)
    with pytest.raises(BriefingError, match=r"no area 'Westmor'.*Did you mean Westmoor"):
        keep_published(folder, read(), ["Westmor"])
    assert content(folder) == before


def test_days_that_were_not_known_are_completed_and_the_change_is_named(
    folder: DataFolder,
) -> None:
    keep_published(folder, read(published="2032-03-31", held="2032-03-31", dated="reckoned"))
    kept = keep_published(folder, read(published="2030-11-30", held="2030-11-30"))
    assert (len(kept.values), kept.dated) == (0, 10)
    rows = folder.rows("published_values", Place())
    assert {(row["published"], row["corrected_by"]) for row in rows} == {
        ("2030-11-30", "briefing benchmarks import")
    }
    before = content(folder)
    keep_published(folder, read(published="2030-11-30", held="2030-11-30"))
    assert content(folder) == before
    assert validate(folder) == []


def test_a_measure_that_the_catalogue_lacks_is_kept_without_an_indicator(
    folder: DataFolder,
) -> None:
    keep_published(folder, read(indicator="bins-emptied"))
    assert {row["indicator"] for row in folder.rows("published_values", Place())} == {""}
    published = Published.of("Westmoor Council", on_record(folder).values)
    assert published.of_indicator("bins-emptied") == ()


def test_the_stored_table_can_be_read_as_a_csv(folder: DataFolder) -> None:
    keep_published(folder, read(), ["Westmoor"])
    with open(folder.root / "catalogue" / "published_values.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["area"] for row in rows] == ["Westmoor"] * 2 + ["England"] * 2 + ["North East"] * 2
