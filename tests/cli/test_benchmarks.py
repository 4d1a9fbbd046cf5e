"""``benchmarks``: published files into the store, and what it holds of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from published_samples import AREAS

from briefing.model import TABLES
from briefing.store import DataFolder, Place, csvfile, validate
from cli.conftest import Run

COLUMNS = ("time_period", "geographic_level", "region_name", "old_la_code", "la_name")
MEASURE = "rereferral_percent"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An open data file of three areas and two years, one cell of it suppressed."""
    levels = {"authority": "Local authority", "region": "Regional", "england": "National"}
    rows = [
        {
            "time_period": year,
            "geographic_level": levels[kind],
            "region_name": region or (area if kind == "region" else ""),
            "old_la_code": code,
            "la_name": area if kind == "authority" else "",
            MEASURE: "c" if (area, year) == ("Eastvale", "2030") else f"2{year[-1]}.4",
        }
        for area, (code, kind, region) in AREAS.items()
        for year in ("2029", "2030")
    ]
    path = tmp_path / "published" / "referrals.csv"
    path.parent.mkdir()
    path.write_text(csvfile.write((*COLUMNS, MEASURE), rows), encoding="utf-8", newline="\n")
    return path


def test_it_says_what_was_stored_and_what_was_passed_over(
    run: Run, file: Path, westmoor: Path
) -> None:
    (file.parent / "notes.txt").write_text("Nothing.", encoding="utf-8")
    told = run("benchmarks", "import", str(file.parent), "--area", "Westmoor").stderr.splitlines()
    assert told == [
        "notes.txt: passed over, not a published file that the kit knows.",
        "referrals.csv: values of 1 measure; passed over: 1 cell with no figure for a year.",
        "6 values and 0 neighbours stored, 0 on record already (Westmoor; North East; England).",
    ]
    rows = DataFolder(westmoor).rows("published_values", Place())
    assert {row["value"] for row in rows} == {"29.4", "20.4"}
    assert {row["published"] for row in rows} == {"2030-04-01", "2031-04-01"}
    assert validate(DataFolder(westmoor)) == []


def test_importing_again_changes_no_file(run: Run, file: Path, westmoor: Path) -> None:
    def content() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in westmoor.rglob("*.*") if path.is_file()}

    run("benchmarks", "import", str(file))
    before = content()
    told = run("benchmarks", "import", str(file), str(file.parent)).stderr
    assert "0 values and 0 neighbours stored, 11 on record already" in told
    assert content() == before


def test_alone_it_lists_what_the_store_holds(run: Run, file: Path) -> None:
    assert "no published figures" in run("benchmarks").stderr
    run("benchmarks", "import", str(file), "--quiet")
    assert run("benchmarks").stdout == (
        f"DfE {MEASURE}  no indicator, 2028/29 to 2029/30, 6 areas\n"
    )
    found = json.loads(run("benchmarks", "--json").stdout)
    assert found["neighbour_sets"] == []
    assert found["measures"][0]["values"] == 11


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import",), "Missing argument"),
        (("import", "nowhere.csv"), "does not exist"),
        (("--data", ".", "import", "x"), "write --data behind import"),
        (("--json", "import", "x"), "write --json behind import"),
    ],
)
def test_bad_usage_exits_with_2(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("benchmarks", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_files_of_which_none_is_known_exit_with_2(run: Run, file: Path, westmoor: Path) -> None:
    other = file.with_name("other.csv")
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    result = run("benchmarks", "import", str(other))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no published file that the kit knows: other.csv" in result.stderr
    other.write_bytes("time_period,geographic_level".encode("utf-16"))
    result = run("benchmarks", "import", str(other))
    assert result.exit_code == 2
    assert "it is not in UTF-8" in result.stderr
    assert not (westmoor / "catalogue" / "published_values.csv").exists()


def test_files_of_windows_are_read_alike(run: Run, file: Path, westmoor: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    told = run("benchmarks", "import", str(file), "--area", "Westmoor City Council").stderr
    assert "6 values and 0 neighbours stored" in told


def test_a_store_can_begin_with_published_figures(run: Run, file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    run("benchmarks", "import", str(file), "--data", str(new))
    told = run("benchmarks", "import", str(file), "--data", str(new)).stderr
    assert "0 values and 0 neighbours stored, 11 on record already" in told


def test_an_area_that_is_not_there_exits_with_2(run: Run, file: Path, westmoor: Path) -> None:
    result = run("benchmarks", "import", str(file), "--area", "Westmore")
    assert result.exit_code == 2
    assert "Did you mean Westmoor" in result.stderr
    assert not (westmoor / "catalogue" / "published_values.csv").exists()


def test_its_help_has_an_example_and_the_common_options(run: Run) -> None:
    text = run("benchmarks", "import", "--help").stdout
    assert "  briefing benchmarks import published/ --area Westmoor" in text
    for option in ("--area", "--neighbours", "--data", "--reports", "--quiet"):
        assert option in text


def test_check_tells_of_comparator_columns_under_their_own_heading(run: Run) -> None:
    data = str(Path(__file__).parents[2] / "data")
    lines = run("check", "2024-09-26", "--data", data).stdout.splitlines()
    told = lines[lines.index("Comparator columns:") :]
    assert told[1] == (
        "  34 values: 9 exactly as published, 7 near a published value that may have been revised "
        "since, 18 whose year cannot be told. This is context, not a fault."
    )
    assert sum("A newer one, 108 per 10,000 at the end of March 2023" in line for line in told) == 1
    found = json.loads(run("check", "2024-09-26", "--data", data, "--json").stdout)
    assert len(found["comparator_checks"]) == 34


def test_check_names_no_kind_that_no_comparator_is_of(run: Run, file: Path, westmoor: Path) -> None:
    meeting = "westmoor-children/2031-07-16"
    row = {"meeting": meeting, "table": "visits", "indicator": "visits-in-time", "value": "84"}
    more = {"column_position": "1", "comparator": "england", "identification": "named", "raw": "84"}
    table = csvfile.write(
        TABLES["benchmarks"].columns, [{**row, **more, "document": "pack-2031-07-16"}]
    )
    folder = westmoor / "panels" / "westmoor-children" / "meetings" / "2031-07-16"
    (folder / "benchmarks.csv").write_text(table, encoding="utf-8", newline="\n")
    run("benchmarks", "import", str(file))
    told = run("check", meeting).stdout
    assert "  1 value: 1 whose year cannot be told. This is context, not a fault." in told


def test_the_dictionary_of_lait_alone_is_said_to_change_nothing(run: Run, file: Path) -> None:
    dictionary = file.with_name("dictionary.csv")
    dictionary.write_text("Measure_short,Last Update\nLAC,45962\nCIN\n", encoding="utf-8")
    told = run("benchmarks", "import", str(dictionary)).stderr
    assert "says nothing without its values" in told


def test_without_published_figures_nothing_is_checked(run: Run, westmoor: Path) -> None:
    assert "Comparator columns" not in run("check", "westmoor-children/2031-07-16").stdout
