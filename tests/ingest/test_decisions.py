"""Decisions of people: kept in a file of the panel, and applied to rows already in the store."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from westmoor import JULY, MAY, OTHER, PANEL, StoreMaker, document, observation

import briefing
from briefing.errors import BriefingError
from briefing.ingest.decisions.record import (
    COLUMNS,
    Decision,
    add_decisions,
    for_meeting,
    read_decisions,
)
from briefing.ingest.decisions.settle import decide, settle
from briefing.store import DataFolder, refresh, validate

AT = f"panels/{PANEL}/meetings/2031-07-16"


def decision(kind: str, name: str, value: str = "", **more: str) -> Decision:
    row = {"author": "A. Manager", "reason": "Asked the service", "decided": "2031-07-20", **more}
    return Decision(kind, name, value, **row)


def placed(*periods: str, name: str = "Visits by night") -> Decision:
    return decision("placed", name, "|".join(periods), meeting=JULY, table="visits")


@pytest.fixture
def folder(maker: StoreMaker, westmoor: Path) -> DataFolder:
    """The store, with three values of four months, a row of no measure and a comparator."""
    months = ("2031-03|2031-04", "2031-04|2031-05", "2031-05|2031-06")
    more = {"indicator": "", "name_as_printed": "Visits by night"}
    rows = [
        observation(JULY, f"r01-p0{at}", "", value, status="ambiguous",
                    period_candidates=candidates, **more)
        for at, (value, candidates) in enumerate(zip(("70", "71", "72"), months, strict=True), 1)
    ]  # fmt: skip
    rows += [
        observation(JULY, "r02-p01", "2031-05", "417", indicator="", unit="count", raw="417",
                    name_as_printed="Children in our care"),
        observation(JULY, "r03-p01", "2031-05", "91"),
        observation(JULY, "r04-p01", "2031-05", "92", indicator="",
                    name_as_printed="Visits on time"),
    ]  # fmt: skip
    maker.table("observations", *rows, at=AT)
    maker.table(
        "benchmarks",
        {"meeting": JULY, "table": "visits", "indicator": "visits-in-time", "column_position": "2",
         "comparator": "unknown", "identification": "unknown", "value": "88.1",
         "document": "pack-2031-07-16"},
        at=AT,
    )  # fmt: skip
    found = DataFolder(westmoor)
    refresh(found)
    assert validate(found) == []
    return found


def cells(folder: DataFolder, table: str, column: str) -> list[str]:
    folder.forget()
    store = briefing.open_store(folder.root)
    return [row[column] for row in store.rows(table, [JULY])]


def test_decisions_come_back_as_they_were_written(folder: DataFolder) -> None:
    first = decision("same_measure", "Children in our care", "children-in-care", unit="count")
    second = decision("not_a_measure", 'Total, "all"\nof it', table="visits", meeting=MAY)
    assert read_decisions(folder, PANEL) == ()
    assert add_decisions(folder, PANEL, [first, second]) == 2
    assert add_decisions(folder, PANEL, [second]) == 0
    assert read_decisions(folder, PANEL) == (first, second)
    assert for_meeting((first, second), JULY) == (first,)
    assert read_decisions(folder, OTHER.partition("/")[0]) == ()


def test_every_part_of_a_decision_has_its_column() -> None:
    assert sorted(COLUMNS) == sorted(field.name for field in fields(Decision))


def test_the_file_is_one_that_the_store_knows(folder: DataFolder) -> None:
    add_decisions(folder, PANEL, [decision("not_a_measure", "Total")])
    assert (folder.root / "panels" / PANEL / "decisions.csv").is_file()
    assert validate(folder) == []


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"author": " "}, "author may not be blank"),
        ({"reason": ""}, "reason may not be blank"),
        ({"decided": "20 July"}, "decided is a day"),
        ({"unit": "people"}, "its unit is one of"),
        ({"meeting": "2031-07-16"}, "its meeting is written"),
        ({"kind": "guess"}, "its kind is one of"),
        ({"value": "Not a slug"}, "its value is the slug"),
        ({"kind": "placed", "value": "2031-04"}, "names the meeting and the table"),
        ({"kind": "not_a_measure"}, "its value is nothing"),
        ({"kind": "comparator", "meeting": JULY, "table": "visits", "value": "2:mars"}, "such as"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(more: dict[str, str], message: str) -> None:
    row = {"kind": "same_measure", "name_as_printed": "Total", "value": "total", **more}
    with pytest.raises(BriefingError, match=message):
        decision(row.pop("kind"), row.pop("name_as_printed"), row.pop("value"), **row)


def test_a_fault_in_the_file_is_named_by_its_row(folder: DataFolder) -> None:
    add_decisions(folder, PANEL, [decision("not_a_measure", "Total")])
    path = folder.root / "panels" / PANEL / "decisions.csv"
    path.write_text(path.read_text().replace("not_a_measure", "nothing"), encoding="utf-8")
    with pytest.raises(BriefingError, match=r"decisions\.csv, row 2: .*its kind is one of"):
        read_decisions(folder, PANEL)


def test_values_are_placed_as_decided(folder: DataFolder) -> None:
    assert decide(folder, PANEL, placed("2031-03", "2031-04", "2031-06")) == 3
    assert cells(folder, "observations", "period")[:3] == ["2031-03", "2031-04", "2031-06"]
    assert cells(folder, "observations", "status")[:3] == ["stated"] * 3
    assert cells(folder, "observations", "corrected_by")[:3] == ["A. Manager"] * 3
    assert len(read_decisions(folder, PANEL)) == 1
    assert validate(folder) == []


def test_what_was_read_stays_beside_the_decision(folder: DataFolder) -> None:
    path = folder.root / AT / "observations.csv"
    before = path.read_bytes()
    decide(folder, PANEL, placed("2031-03", "2031-04", "2031-06"))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (placed("2031-03", "2031-04"), "2 periods are named, and 3 values"),
        (placed("2031-03", "2031-04", "2031-07"), "72% may be of 2031-05, 2031-06, not of 2031-07"),
        (placed("2031-04", "2031-04", "2031-06"), "do not follow each other"),
        (placed("2031-04", name="Nothing"), "no row on record has this name"),
        (decision("same_measure", "Children in our care", "nothing"), "no measure 'nothing'"),
        (decision("same_measure", "Children in our care", "visits-in-time"), "two measures"),
        (decision("same_measure", "Visits on time", "visits-in-time"), "of the same table is"),
        (
            decision("comparator", "Visits in time", "3:england", meeting=JULY, table="visits"),
            "no one comparator in position 3",
        ),
    ],
)
def test_a_decision_that_fits_no_row_changes_nothing(
    folder: DataFolder, chosen: Decision, message: str
) -> None:
    before = {p: p.read_bytes() for p in folder.root.rglob("*.csv")}
    with pytest.raises(BriefingError, match=message):
        decide(folder, PANEL, chosen)
    assert {p: p.read_bytes() for p in folder.root.rglob("*.csv")} == before


def test_a_row_is_given_its_measure(folder: DataFolder) -> None:
    same = decision("same_measure", "Children in our Care", "children-in-care", unit="count")
    assert decide(folder, PANEL, same) == 1
    assert cells(folder, "observations", "indicator")[3] == "children-in-care"
    assert validate(folder) == []


def test_a_row_makes_a_measure_that_the_catalogue_lacks(folder: DataFolder) -> None:
    assert decide(folder, PANEL, decision("new_measure", "Visits by night", "visits-by-night")) == 3
    assert cells(folder, "observations", "indicator")[:3] == ["visits-by-night"] * 3
    made = briefing.open_store(folder.root).indicators["visits-by-night"]
    assert (made.unit, made.measure_type, made.polarity) == ("percent", "", "neutral")
    assert validate(folder) == []


def test_a_decision_names_the_unit_that_a_paper_does_not(
    folder: DataFolder, maker: StoreMaker
) -> None:
    row = observation(JULY, "r01-p01", "2031-05", "7", indicator="", unit="", raw="7",
                      name_as_printed="Doors")  # fmt: skip
    maker.table("observations", row, at=AT)
    folder.forget()
    with pytest.raises(BriefingError, match="the unit of its values is not known"):
        decide(folder, PANEL, decision("new_measure", "Doors", "doors"))
    decide(folder, PANEL, decision("new_measure", "Doors", "doors", unit="count"))
    assert cells(folder, "observations", "unit") == ["count"]
    assert validate(folder) == []


def test_a_row_that_is_no_measure_is_withheld(folder: DataFolder) -> None:
    decide(folder, PANEL, decision("not_a_measure", "Visits in time", table="visits"))
    assert cells(folder, "observations", "status")[4] == "withheld"
    assert cells(folder, "observations", "indicator")[4] == ""
    assert validate(folder) == []


def test_a_comparator_is_confirmed(folder: DataFolder) -> None:
    name = decision(
        "comparator", "Visits in time", "2:england:2029/30", meeting=JULY, table="visits"
    )
    assert decide(folder, PANEL, name) == 1
    assert cells(folder, "benchmarks", "comparator") == ["england"]
    assert cells(folder, "benchmarks", "identification") == ["confirmed"]
    assert cells(folder, "benchmarks", "period") == ["2029/30"]
    assert validate(folder) == []


def test_decisions_are_applied_again_without_a_change(folder: DataFolder) -> None:
    decide(folder, PANEL, placed("2031-03", "2031-04", "2031-06"))
    decide(folder, PANEL, decision("same_measure", "Children in our care", "children-in-care"))
    folder.forget()
    before = {p: p.read_bytes() for p in folder.root.rglob("*.csv")}
    done = settle(folder, PANEL, read_decisions(folder, PANEL))
    assert (done.corrected, done.passed_over) == (0, ())
    assert {p: p.read_bytes() for p in folder.root.rglob("*.csv")} == before


def test_a_decision_that_fits_no_more_is_passed_over_by_name(folder: DataFolder) -> None:
    gone, fitting = placed("2031-03", name="Gone"), placed("2031-03", "2031-04", "2031-06")
    done = settle(folder, PANEL, [gone, fitting])
    assert done.corrected == 3
    assert done.passed_over == ("'Gone' (placed): no row on record has this name",)


def test_another_panel_is_left_alone(folder: DataFolder, maker: StoreMaker) -> None:
    at = "panels/westmoor-adults/meetings/2031-07-16"
    maker.table("documents", document("pack-adults", OTHER, published="2031-07-08"), at=at)
    maker.table("tables", {"meeting": OTHER, "table": "visits", "title": "V"}, at=at)
    row = observation(OTHER, "r01-p01", "2031-05", "9", indicator="", document="pack-adults",
                      unit="count", name_as_printed="Children in our care")  # fmt: skip
    maker.table("observations", row, at=at)
    folder.forget()
    decide(folder, PANEL, decision("same_measure", "Children in our care", "children-in-care"))
    store = briefing.open_store(folder.root)
    assert [r["indicator"] for r in store.rows("observations", [OTHER])] == [""]
