"""Published figures propose whose value an unnamed comparator holds; nothing is assumed."""

from __future__ import annotations

import csv
import re
import shutil
import sys
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from briefing.errors import BriefingError
from briefing.ingest.filing.into_store import ingest
from briefing.ingest.measures.match import Match
from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.ingest.published import (
    Proposal,
    PublishedRows,
    Unnamed,
    propose,
    read_published,
    unnamed,
)
from briefing.model.published import Published
from briefing.store import DataFolder

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT.parent / "shared" / "benchmarks"
BY_HAND = ROOT / "data/panels/southampton-children-and-families/meetings/2024-09-26/benchmarks.csv"

TIMELY = "Continue_Assess_Comp"
#: Area -> (number, region, values of 2029, 2030 and 2031).
AREAS = {
    "Westmoor": (901, "North East", ("71.300000000000011", "72.4", "75.5")),
    "Eastvale": (902, "North East", ("60", "61", "62.1")),
    "Southdown": (903, "South West", ("80", "81", "82.2")),
    "North East": (None, "NA", ("64.1", "65.2", "66.3")),
    "England": (None, "NA", ("83.099999999999994", "82.5", "c")),
}


def write_parquet(path: Path, *, england: Sequence[str] = ()) -> Path:
    rows = [
        (TIMELY, str(year), area, value, number, region)
        for area, (number, region, values) in AREAS.items()
        for year, value in zip(
            (2029, 2030, 2031), england if england and area == "England" else values, strict=True
        )
    ]
    names = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"]
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    columns["LA Number"] = [None if n is None else float(n) for n in columns["LA Number"]]
    pq.write_table(pa.table(columns), path)
    return path


def write_csv(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_dictionary(path: Path, day: date) -> Path:
    serial = str((day - date(1899, 12, 30)).days)
    return write_csv(path, [{"Measure_short": TIMELY, "Last Update": serial, "Polarity": "High"}])


def write_neighbours(path: Path, made: datetime) -> Path:
    book = openpyxl.Workbook()
    for row in ((1, 2, 3), ("LA num", "SN1", "SNP", "SN2", "SNP"),
                (901, 902, "Close", 903, "Close")):  # fmt: skip
        book.active.append(row)
    book.save(path)
    with zipfile.ZipFile(path) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    day = f">{made.isoformat()}Z</dcterms:modified>"
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(r">[^<]*</dcterms:modified>", day, core).encode()
    with zipfile.ZipFile(path, "w") as saved:
        for name, content in parts.items():
            saved.writestr(name, content)
    return path


@pytest.fixture
def published(tmp_path: Path) -> PublishedRows:
    write_parquet(tmp_path / "values.parquet")
    write_dictionary(tmp_path / "dictionary.csv", date(2031, 10, 1))
    (tmp_path / "notes.txt").write_text("Passed over.")
    return read_published([tmp_path])


def cell(
    value: str, position: int = 1, row: int = 0, indicator: str = "assessments-within-45-days"
) -> Unnamed:
    return Unnamed((0, row, position), indicator, position, Decimal(value))


def proposed(
    cells: Sequence[Unnamed], found: PublishedRows, day: str = "2032-01-01"
) -> list[Proposal]:
    figures = Published.of("Westmoor City Council", found.values, found.sets)
    made = propose(cells, figures, date.fromisoformat(day))
    return [made[c.at] for c in cells]


def values(found: PublishedRows, area: str) -> dict[str, str]:
    return {row["period"]: row["value"] for row in found.values if row["area"] == area}


def test_binary_floats_are_read_as_published(published: PublishedRows) -> None:
    assert values(published, "Westmoor") == {
        "2028/29": "71.3",
        "2029/30": "72.4",
        "2030/31": "75.5",
    }
    assert values(published, "England") == {"2028/29": "83.1", "2029/30": "82.5"}


def test_every_value_has_the_decimals_of_its_measure(published: PublishedRows) -> None:
    assert values(published, "Eastvale") == {
        "2028/29": "60.0",
        "2029/30": "61.0",
        "2030/31": "62.1",
    }


def test_rows_say_what_kind_of_area_and_which_file_they_are_of(published: PublishedRows) -> None:
    kinds = {row["area"]: (row["area_kind"], row["area_code"], row["region"])
             for row in published.values}  # fmt: skip
    assert kinds["Westmoor"] == ("authority", "901", "North East")
    assert kinds["North East"] == ("region", "", "")
    assert kinds["England"] == ("england", "", "")
    files = {row["file"]: row for row in published.files}
    assert [row["kind"] for row in files.values()] == ["dictionary", "values"]
    assert {row["file"] for row in published.values} <= set(files)


def test_days_of_publication_are_stated_for_the_latest_year_and_reckoned_for_others(
    published: PublishedRows,
) -> None:
    days = {row["period"]: (row["published"], row["dated"]) for row in published.values}
    assert days == {
        "2030/31": ("2031-10-31", "stated"),
        "2029/30": ("2030-11-30", "reckoned"),
        "2028/29": ("2029-11-30", "reckoned"),
    }
    assert {row["held"] for row in published.values} == {"2031-10-31"}


def test_what_is_no_published_file_is_said_to_be_passed_over(published: PublishedRows) -> None:
    passed = {one.name: one.passed_over for one in published.told if one.passed_over}
    assert passed == {"notes.txt": "not a published file that the kit knows"}
    assert next(one for one in published.told if one.name == "values.parquet").blank == 1


def test_an_exact_value_is_proposed_with_its_year(published: PublishedRows) -> None:
    own, england = proposed([cell("72.4", 1), cell("82.5", 3)], published)
    assert (own.comparator, own.identification, own.period) == ("own", "proposed", "2029/30")
    assert (england.comparator, england.period) == ("england", "2029/30")
    assert own.release == "DfE children in need statistics for 2029/30, as held in LAIT"
    assert "Westmoor's 72.4 for 2029/30 (LAIT Continue_Assess_Comp)" in own.evidence


def test_what_came_out_later_is_not_seen(published: PublishedRows) -> None:
    (before,) = proposed([cell("75.5")], published, "2031-10-30")
    (after,) = proposed([cell("75.5")], published, "2031-10-31")
    assert (before.identification, after.identification) == ("unknown", "proposed")


def test_without_a_day_of_release_a_value_counts_a_year_after(tmp_path: Path) -> None:
    found = read_published([write_parquet(tmp_path / "values.parquet")])
    (early,) = proposed([cell("72.4")], found, "2031-03-30")
    (late,) = proposed([cell("72.4")], found, "2031-04-01")
    assert (early.identification, late.identification) == ("unknown", "proposed")


def test_a_value_of_two_years_is_not_proposed(tmp_path: Path) -> None:
    write_parquet(tmp_path / "values.parquet", england=("82.5", "82.5", "80"))
    (found,) = proposed([cell("82.5")], read_published([tmp_path]))
    assert (found.comparator, found.period) == ("unknown", "")
    assert "2028/29" in found.evidence and "2029/30" in found.evidence


def test_a_column_of_another_year_than_its_row_is_not_proposed(published: PublishedRows) -> None:
    cells = [cell("72.4", 1), cell("83.1", 2), cell("82.5", 3)]
    own, odd, england = proposed(cells, published)
    assert (own.identification, england.identification) == ("proposed", "proposed")
    assert odd.identification == "unknown"
    assert "yet other columns of the row are of 2029/30" in odd.evidence


def test_two_columns_that_say_two_years_are_both_left(published: PublishedRows) -> None:
    found = proposed([cell("72.4", 1), cell("83.1", 2)], published)
    assert {p.identification for p in found} == {"unknown"}


def test_a_rounded_value_needs_a_row_that_shows_its_column(published: PublishedRows) -> None:
    (alone,) = proposed([cell("72", 1)], published)
    assert alone.identification == "unknown"
    rounded, _ = proposed([cell("72", 1, row=0), cell("75.5", 1, row=1)], published)
    assert (rounded.comparator, rounded.period) == ("own", "2029/30")
    assert "rounds to it" in rounded.evidence
    other, _ = proposed([cell("72", 1, row=0), cell("66.3", 1, row=1)], published)
    assert other.identification == "unknown"


def test_the_nearest_value_may_have_been_revised(published: PublishedRows) -> None:
    near, _ = proposed([cell("76.0", 1, row=0), cell("75.5", 1, row=1)], published)
    assert near.identification == "unknown"
    assert "Westmoor's 75.5 for 2030/31" in near.evidence
    assert "0.7% lower" in near.evidence and "revised" in near.evidence


def test_a_neighbour_column_of_a_later_set_stays_unknown(tmp_path: Path) -> None:
    write_parquet(tmp_path / "values.parquet")
    write_dictionary(tmp_path / "dictionary.csv", date(2031, 10, 1))
    write_neighbours(tmp_path / "neighbours.xlsx", datetime(2031, 12, 5))
    found = read_published([tmp_path])
    average = cell("71.0", 2)
    (before,) = proposed([average], found, "2031-11-30")
    assert before.identification == "unknown"
    assert "statistical neighbours of December 2031, is later than the paper" in before.evidence
    assert [row["neighbour_code"] for row in found.sets] == ["902", "903"]
    assert [row["neighbour"] for row in found.sets] == ["Eastvale", "Southdown"]
    (after,) = proposed([average], found, "2032-01-01")
    assert (after.comparator, after.period) == ("statistical_neighbours", "2029/30")
    assert after.neighbour_set == "statistical neighbours of December 2031"


def test_a_measure_that_is_not_published_is_unknown(published: PublishedRows) -> None:
    (found,) = proposed([cell("72.4", indicator="bins-emptied")], published)
    assert found == Proposal(evidence="The published files to hand hold no such measure")


def test_open_data_files_are_known_by_their_columns(tmp_path: Path) -> None:
    category = "Children looked after on 31 March each year"
    row = {
        "time_period": "2030",
        "geographic_level": "Local authority",
        "region_name": "North East",
        "old_la_code": "901",
        "la_name": "Westmoor",
        "population_type": category,
        "rate_per_10000": "88",
    }
    write_csv(
        tmp_path / "rates.csv",
        [
            row,
            {**row, "population_type": "Another population", "rate_per_10000": "12"},
            {**row, "geographic_level": "National", "la_name": "", "rate_per_10000": "70"},
            {**row, "time_period": "2031", "rate_per_10000": "x"},
        ],
    )
    found = read_published([tmp_path])
    care = "rate-of-children-in-care"
    cells = [cell("88.00", 1, 0, care), cell("70.00", 4, 0, care)]
    own, england = proposed(cells, found)
    assert (own.comparator, own.period) == ("own", "2030-03")
    assert (england.comparator, england.period) == ("england", "2030-03")
    (other,) = proposed([cell("12.00", 1, 0, care)], found)
    assert other.identification == "unknown"


def test_only_comparators_without_a_name_are_asked_about() -> None:
    where = Where(page=1)
    columns = (
        Column("label", ""),
        Column("target", "Target"),
        Column("comparator", "", position=1),
        Column("comparator", "England", comparator="england", position=2),
    )
    cells = tuple(Cell("7", "stated", where, at, Decimal(7)) for at in (1, 2, 3))
    rows = (TableRow("Known", where, cells), TableRow("Unknown", where, cells))
    table = PrintedTable(where=where, title="T", columns=columns, rows=rows)
    matches = {(0, 0): Match("known", "count", 1, "name"), (0, 1): Match()}
    assert unnamed([table], matches) == [Unnamed((0, 0, 1), "known", 1, Decimal(7))]


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_parquet(tmp_path / "values.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(BriefingError, match=r"pyarrow is needed.*pip install"):
        read_published([path])


@pytest.mark.parametrize("name", ["broken.parquet", "broken.xlsx"])
def test_a_broken_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no such thing")
    with pytest.raises(BriefingError, match=name):
        read_published([tmp_path])


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="nowhere"):
        read_published([tmp_path / "nowhere"])


@pytest.mark.shared
@pytest.mark.skipif(
    not BENCHMARKS.exists(), reason="the published files are not beside the checkout"
)
def test_the_comparators_of_september_2024_come_out_as_found_by_hand() -> None:
    rows = list(csv.DictReader(BY_HAND.read_text(encoding="utf-8").splitlines()))
    numbers: dict[str, int] = {}
    cells = [
        cell(
            row["value"],
            int(row["column_position"]),
            numbers.setdefault(row["indicator"], len(numbers)),
            row["indicator"],
        )
        for row in rows
    ]
    found = read_published([BENCHMARKS])
    figures = Published.of("Southampton City Council", found.values, found.sets)
    made = propose(cells, figures, date(2024, 9, 18))
    named = 0
    for row, unknown in zip(rows, cells, strict=True):
        proposal = made[unknown.at]
        if row["identification"] == "named":
            named += 1
            assert proposal.identification == "unknown"
            continue
        assert (proposal.comparator, proposal.identification, proposal.period) == (
            row["comparator"],
            row["identification"],
            row["period"],
        ), (row["indicator"], row["column_position"])
        assert proposal.release == row["release"]
    assert (named, sum(p.identification == "proposed" for p in made.values())) == (4, 9)


@pytest.mark.shared
@pytest.mark.skipif(
    not BENCHMARKS.exists(), reason="the published files are not beside the checkout"
)
def test_a_pack_is_held_against_what_the_store_has_of_published_figures(tmp_path: Path) -> None:
    (tmp_path / "data" / "panels").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "catalogue", tmp_path / "data" / "catalogue")
    folder = DataFolder(tmp_path / "data")
    ingest(folder, BENCHMARKS.parent / "packs" / "2024-09-26-reports-pack.txt")
    found = [row for row in folder.every("benchmarks") if row["identification"] == "proposed"]
    by_hand = csv.DictReader(BY_HAND.read_text(encoding="utf-8").splitlines())
    assert sorted((r["indicator"], r["comparator"], r["period"]) for r in found) == sorted(
        (r["indicator"], r["comparator"], r["period"])
        for r in by_hand
        if r["identification"] == "proposed"
    )
