"""A traced figure against its rows: each way in which it may be another than they say."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import pytest

from briefing.publish.read_back.against_store import against_store, as_printed, prints
from briefing.publish.read_back.record import Record

PLACE = "Reports pack, page 12"


def row(**cells: str) -> dict[str, str]:
    return {
        "observation": "r1",
        "indicator": "visits",
        "value": "83",
        "unit": "percent",
        "period": "2031-05",
        "status": "stated",
        "raw": "83%",
        **cells,
    }


def record(table: str = "observations", *rows: dict[str, str]) -> Record:
    """A record with those rows, named r1, r2 and so on, all read in one place."""
    catalogue = {"visits": SimpleNamespace(unit="percent"), "calls": SimpleNamespace(unit="days")}
    made: Any = SimpleNamespace(
        rows={f"r{at}": (table, one) for at, one in enumerate(rows or (row(),), start=1)},
        edition=SimpleNamespace(
            store=SimpleNamespace(indicators=catalogue),
            meeting=SimpleNamespace(citation=lambda one: SimpleNamespace(text=PLACE)),
        ),
    )
    return cast(Record, made)


def wrong(text: str, held: Record, *rows: str, **trace: object) -> str:
    given = {"rows": rows or ("r1",), "period": "2031-05", "sources": [PLACE], **trace}
    return against_store({"text": text, **given}, held)


# ---------------------------------------------------------------- figures that were read


def test_a_figure_is_the_value_of_its_row() -> None:
    held = record()
    assert wrong("83%", held) == ""
    assert wrong("84%", held) == "84%: row r1 says 83%"
    assert wrong("83", held) == "83: row r1 says 83%"
    assert wrong("-83%", held) == "-83%: row r1 says 83%"


@pytest.mark.parametrize(
    ("unit", "raw", "text", "right"),
    [
        ("count", "1,366", "1,366", True),
        ("count", "1,366", "1366", False),
        ("count", "1,366", "1,366%", False),
        ("rate_per_10000", "1366", "1,366 per 10,000", True),
        ("rate_per_10000", "1366", "1,366", True),
        ("rate_per_10000", "1366", "1,366 per 1,000", False),
        ("gbp", "1366", "£1,366", True),
        ("gbp", "1366", "1,366", False),
        ("days", "1366", "1,366 days", True),
        ("a unit that nobody knows", "1366", "1,366", True),
    ],
)
def test_a_figure_may_be_printed_without_its_unit_but_not_without_a_sign(
    unit: str, raw: str, text: str, right: bool
) -> None:
    held = record("observations", row(unit=unit, value="1366", raw=raw))
    assert (wrong(text, held) == "") is right


def test_a_row_without_a_unit_has_that_of_its_measure() -> None:
    cells = row(value="83", raw="83")
    assert wrong("83%", record("targets", {**cells, "unit": ""})) == ""
    assert wrong("83 days", record("targets", {**cells, "unit": "", "indicator": "calls"})) == ""
    assert wrong("83", record("targets", {**cells, "unit": "", "indicator": "letters"})) == ""


@pytest.mark.parametrize("value", ["", "eighty"])
def test_a_row_without_a_number_states_no_value(value: str) -> None:
    assert wrong("83%", record("observations", row(value=value))) == ("83%: row r1 states no value")


def test_a_figure_names_one_row_that_there_is() -> None:
    held = record("observations", row(), row())
    assert wrong("83%", held, "r3") == "83%: the store has no row r3 for this meeting"
    assert wrong("83%", held, "r1", "r2") == (
        "83%: a figure that was read names one row of the store, not 2"
    )
    assert "not 0" in against_store({"text": "83%"}, held)


def test_a_figure_is_of_the_period_of_its_row() -> None:
    assert wrong("83%", record(), period="2031-06") == "83%: row r1 is of 2031-05"
    assert wrong("83%", record(), period="") == "83%: row r1 is of 2031-05"
    unsure = record("observations", row(status="ambiguous"))
    assert wrong("83%", unsure) == "83%: row r1 is of no certain period"
    assert wrong("83%", unsure, period="") == ""
    published = record("published_values", row(status=""))
    assert wrong("83%", published) == ""
    assert wrong("83%", published, period="2030") == "83%: row r1 is of 2031-05"
    assert wrong("83%", record("targets"), period="") == ""


def test_a_figure_is_of_the_place_of_its_row() -> None:
    assert wrong("83%", record(), sources=["Another pack"]) == f"83%: row r1 was read in {PLACE}"
    assert wrong("83%", record(), sources=[]) == f"83%: row r1 was read in {PLACE}"
    assert wrong("83%", record(), sources=[PLACE, PLACE]) == f"83%: row r1 was read in {PLACE}"


def test_a_row_that_is_not_its_own_cell_is_told_with_it() -> None:
    held = record("observations", row(raw="38%"))
    assert wrong("83%", held) == "83%: row r1 was read from '38%'"


def test_a_sentence_states_its_number_as_a_number_of_its_own() -> None:
    held = record("passages", {"text": "Some £1,366 of 2,000 in 2031, up 4.5%."})
    for text in ("£1,366", "2,000", "4.5"):
        assert wrong(text, held) == ""
    for text in ("1366", "£136", "45", "four", "5%"):
        assert wrong(text, held) == f"{text}: the sentence r1 does not state it"


def test_votes_without_a_printed_count_are_counted_by_their_rows() -> None:
    vote = {"motion": "m", "vote": "for", "meeting": "x", "unit": "count", "printed_count": ""}
    others = [{**vote, "vote": "against"}, {**vote, "motion": "n"}, {**vote, "meeting": "y"}]
    held = record("votes", vote, vote, *others)
    assert wrong("2", held) == ""
    assert wrong("3", held) == "3: row r1 says 2"
    printed = record("votes", {**vote, "printed_count": "7"}, vote)
    assert wrong("7", printed) == ""
    assert wrong("2", printed) == "2: row r1 says 7"


# ---------------------------------------------------------------- a row and its own cell


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        ({}, True),
        ({"raw": " 83 % "}, True),
        ({"raw": "\u221283%", "value": "-83"}, True),
        ({"raw": "-83%"}, False),
        ({"raw": "£1,366.50", "value": "1366.5", "unit": "gbp"}, True),
        ({"raw": "1,366", "value": "1365", "unit": "count"}, False),
        ({"raw": "about 38%"}, True),
        ({"raw": "38 of 90"}, True),
        ({"raw": ""}, True),
        ({"raw": "38%", "value": ""}, True),
        ({"raw": "38%", "corrected_by": "a person"}, True),
        ({"raw": "83%", "unit": "count"}, False),
        ({"raw": "83%", "unit": "days"}, False),
        ({"raw": "83%", "unit": "rate_per_1000"}, False),
        ({"raw": "83%", "unit": "rate_per_10000"}, False),
        ({"raw": "83%", "unit": "gbp"}, False),
        ({"raw": "83%", "unit": "weeks"}, False),
        ({"raw": "83", "unit": "count"}, True),
        ({"value": "-83"}, False),
        ({"value": "-83", "name_as_printed": "Change in visits"}, True),
        ({"value": "-83", "indicator": "visits-change"}, True),
        ({"value": "-84", "indicator": "visits-change"}, False),
    ],
)
def test_a_value_is_the_number_of_its_cell(cells: dict[str, str], right: bool) -> None:
    assert as_printed(row(**cells)) is right


@pytest.mark.parametrize(
    ("text", "value", "unit", "found"),
    [
        ("83%", Decimal("82.6"), "percent", True),
        ("82.6%", Decimal("82.6"), "percent", True),
        ("82%", Decimal("82.6"), "percent", False),
        ("33.3%", Fraction(100, 3), "percent", True),
        ("33.33%", Fraction(100, 3), "percent", True),
        ("66.67%", Fraction(200, 3), "percent", True),
        ("33", Fraction(100, 3), "percent", False),
        ("33", Fraction(100, 3), "count", True),
        ("1,366 per 10,000", Decimal("1366.4"), "rate_per_10000", True),
        ("1,366", Decimal("1366.4"), "rate_per_10000", True),
        ("a third", Fraction(100, 3), "percent", False),
        ("-7", Decimal(-7), "count", True),
        ("7", Decimal(-7), "count", False),
        ("£1,366", Decimal(1366), "gbp", True),
        ("0.0%", Fraction(1, 10**9), "percent", True),
    ],
)
def test_a_text_prints_a_value_to_its_own_places(
    text: str, value: Decimal | Fraction, unit: str, found: bool
) -> None:
    assert prints(text, value, unit) is found


# ---------------------------------------------------------------- figures that were worked out

TWO = record("observations", row(), row(value="86", raw="86%", period="2031-06"))


def derived(text: str, operation: str, *rows: str, held: Record = TWO) -> str:
    return wrong(text, held, *(rows or ("r1", "r2")), operation=operation)


def test_a_figure_is_worked_out_again() -> None:
    assert derived("3 percentage points", "change") == ""
    assert derived("3 percentage points", "change from May 2031 to June 2031") == ""
    assert derived("4 percentage points", "change").startswith(
        "4 percentage points: change gives 3"
    )
    assert derived("84.5%", "mean of the points") == ""


def test_what_it_gives_is_told_once_each_and_to_two_places() -> None:
    said = derived("4 percentage points", "size of the change")
    assert said.startswith("4 percentage points: size of the change gives 3.00")
    assert said.count("gives") == 1 and " or 0.25" in said
    assert derived("3", "number of values") == ("3: number of values gives 2.00 or 2.00 months")
    thirds = record("observations", row(), row(value="84"), row(value="84"))
    assert derived("83%", "mean of the points", "r1", "r2", "r3", held=thirds) == (
        "83%: mean of the points gives 83.67%"
    )


def test_rows_of_other_periods_than_the_operation_names_are_told() -> None:
    operation = "change from April 2031 to June 2031"
    assert derived("3 percentage points", operation) == (
        f"3 percentage points: {operation} rests on rows of 2031-05, 2031-06"
    )


def test_what_rests_on_a_table_of_the_kit_is_known_by_its_name_alone() -> None:
    for where in ("at their last point", "at one of their points"):
        assert derived("0.4", f"charts expected to signal {where} by chance alone") == ""
    assert derived("0.4", "charts expected to signal by chance") == (
        "0.4: no way is known to 'charts expected to signal by chance'"
    )
    assert derived("4", "change", "r1") == "4: no way is known to 'change'"
