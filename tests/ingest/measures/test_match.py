"""What a row is matched to and why: the words, the likeness and the certainty that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from briefing.ingest.decisions.record import Decision
from briefing.ingest.measures.match import (
    CONFLICT,
    OTHER_TIME,
    UNKNOWN,
    Match,
    match,
    measure_type,
    new_measure,
    type_in_words,
)
from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.model import Period

WHERE = Where(page=1)
VISITS = "Number of visits in the month"


def measure(
    slug: str, unit: str, name: str, type: str = "month", aliases: str = ""
) -> dict[str, str]:
    return {"indicator": slug, "name": name, "unit": unit, "measure_type": type, "aliases": aliases}


CATALOGUE = (
    measure("visits", "count", "Visits made", aliases=VISITS),
    measure("carers", "count", "Number of carers at month end", "stock"),
)


def row(label: str, *values: str, status: str = "stated", breakdown: str = "") -> TableRow:
    cells = tuple(
        Cell(raw, status, WHERE, at, Decimal(raw.strip("%")))  # type: ignore[arg-type]
        for at, raw in enumerate(values, start=1)
    )
    return TableRow(label, WHERE, cells, breakdown=breakdown)


def table(*rows: TableRow, periods: Sequence[str] = (), title: str = "Visits") -> PrintedTable:
    codes = periods or [f"2031-{month:02d}" for month in range(1, 10)]
    heads = (Column("label", "Measure"), *(Column("period", c, Period(c)) for c in codes))
    return PrintedTable(where=WHERE, title=title, columns=heads, rows=rows)


def months(*values: str) -> dict[str, Decimal]:
    return {f"2031-{at:02d}": Decimal(value) for at, value in enumerate(values, start=1)}


def one(
    printed: TableRow,
    known: Mapping[str, Mapping[str, Decimal]] | None = None,
    catalogue: Sequence[dict[str, str]] = CATALOGUE,
    decisions: Sequence[Decision] = (),
    **more: object,
) -> Match:
    return match([table(printed, **more)], catalogue, known or {}, decisions)[0, 0]  # type: ignore[arg-type]


def decision(kind: str, value: str = "", **more: str) -> Decision:
    return Decision(kind, "Doors knocked", value, "A. Manager", "Asked", "2031-09-30", **more)


def test_a_name_with_its_unit_is_certain_and_one_without_is_less_so() -> None:
    assert one(row(VISITS, "12")) == Match("visits", "count", 1.0, "name")
    assert one(row("Visits made", "12")) == Match("visits", "count", 0.9, "name")
    known = {"visits": months("12", "13", "14")}
    assert one(row("Visits made", "12", "13", "14"), known).certainty == 1.0


def test_values_that_are_those_of_before_say_so() -> None:
    known = {"visits": months("101", "233", "345")}
    found = one(row("Number of doors knocked", "101", "233", "345"), known)
    assert found == Match(
        "visits", "count", 0.8, "overlap", reason="its values are those of before"
    )


@pytest.mark.parametrize(
    ("values", "how"),
    [
        (("101", "233", "345"), "overlap"),
        (("10", "23", "34"), "new"),
        (("10", "23", "34", "45", "5"), "new"),
        (("10", "23", "34", "45", "56"), "overlap"),
        (("1010", "2330", "10"), "new"),
        (("1001", "1001", "2002"), "new"),
        (("101", "233"), "new"),
    ],
)
def test_how_much_values_must_say_to_be_no_chance(values: tuple[str, ...], how: str) -> None:
    found = one(row("Number of doors knocked", *values), {"visits": months(*values)})
    assert found.how == how


def test_values_of_a_group_are_not_those_of_the_whole() -> None:
    known = {"visits": months("101", "233", "345")}
    printed = row("Number of doors knocked", "101", "233", "345", breakdown="Girls")
    assert one(printed, known).how == "new"


def test_figures_that_are_not_placed_decide_nothing() -> None:
    known = {"visits": months("101", "233", "345")}
    printed = row("Number of doors knocked", "101", "233", "345", status="ambiguous")
    assert one(printed, known).how == "new"


def test_values_that_agree_by_name_alone_are_suggested_first() -> None:
    known = {"carers": months("7", "8", "9"), "visits": months("101", "233", "345")}
    found = one(row("Number of carers seen at month end", "7", "8", "9"), known)
    assert (found.how, found.reason) == ("new", UNKNOWN)
    assert found.suggestions[0][0] == "carers"


def test_a_name_whose_values_are_all_different_says_so() -> None:
    found = one(row(VISITS, "17", "18", "19"), {"visits": months("101", "233", "345")})
    assert (found.indicator, found.unit, found.how) == ("", "count", "unmatched")
    assert found.reason == "it has the name of a measure whose earlier values are all different"
    assert found.suggestions[0] == ("visits", 100.0)
    names = [name for name, _ in found.suggestions]
    assert len(names) == len(set(names))
    few = one(row(VISITS, "17", "18"), {"visits": months("101", "233", "345")})
    assert few.how == "name"


@pytest.mark.parametrize(
    ("before", "how"), [(("17.4", "18.4", "19.4"), "name"), (("17.6", "18.6", "19.6"), "unmatched")]
)
def test_values_are_the_same_as_far_as_the_rougher_is_printed(
    before: tuple[str, ...], how: str
) -> None:
    catalogue = (measure("share", "percent", "% of visits in time"),)
    printed = row("% of visits in time", "17", "18", "19")
    assert one(printed, {"share": months(*before)}, catalogue).how == how


def test_a_unit_that_the_paper_contradicts_is_told() -> None:
    found = one(row("Number of visits made", "12.5%", "13.5"))
    assert found.suggestions[0][0] == "visits"
    assert (found.indicator, found.unit, found.how) == ("", "", "unmatched")
    assert (
        found.reason == "the paper gives it a unit that the store does not hold, or more than one"
    )


def test_a_measure_of_another_time_is_told_and_suggested() -> None:
    found = one(row(VISITS, "31", "33"), periods=["2031-Q1", "2031-Q2"])
    assert (found.how, found.reason) == ("new", OTHER_TIME)
    assert found.suggestions[0][0] == "visits"
    assert found.indicator.endswith("quarter")
    assert one(row(VISITS, "31"), title="Rolling 12 months").reason == OTHER_TIME
    assert one(row(VISITS, "31"), title="Year to date").reason == OTHER_TIME
    assert one(row("Number of carers at month end", "31"), title="Year to date").how == "name"
    assert one(row(VISITS, "31", "32"), periods=["2031-01", "2031-Q2"]).how == "name"


@pytest.mark.parametrize(
    ("type", "periods", "may"),
    [
        ("quarter", ["2031-01"], False),
        ("year", ["2031-01"], False),
        ("month", ["2031-01"], True),
        ("quarter", ["2031-Q1"], True),
        ("year", ["2031-Q1"], False),
        ("month", ["2031-Q1"], False),
        ("year", ["2031"], True),
        ("quarter", ["2031"], False),
        ("month", ["2031"], False),
        ("stock", ["2031"], True),
    ],
)
def test_a_measure_has_values_of_its_own_length_of_period(
    type: str, periods: list[str], may: bool
) -> None:
    catalogue = (measure("visits", "count", "Number of visits", type),)
    found = one(row("Number of visits", "31"), catalogue=catalogue, periods=periods)
    assert (found.how == "name") is may


def test_a_name_of_one_word_makes_a_new_measure_only_beside_one_of_another_time() -> None:
    catalogue = (measure("visits", "count", "Number of visits"),)
    found = one(row("Number of visits", "31"), catalogue=catalogue, periods=["2031-Q1"])
    assert (found.indicator, found.how) == ("visits-quarter", "new")
    found = one(row("Number of bells", "31"))
    assert (found.how, found.reason) == (
        "unmatched",
        "no measure of this name and unit is in the catalogue",
    )
    assert one(row("Number of allowances overpaid", "31")).how == "new"


@pytest.mark.parametrize(
    ("words", "type"),
    [
        ("Visits, rolling 12 months", "rolling_12_months"),
        ("Visits in the last 12 months", "rolling_12_months"),
        ("Visits, twelve months to March", "rolling_12_months"),
        ("Visits year to date", "year_to_date"),
        ("Visits YTD", "year_to_date"),
        ("Cumulative visits", "year_to_date"),
        ("Homes at month end", "stock"),
        ("Homes at the end of the quarter", "stock"),
        ("Homes: snapshot", "stock"),
        ("Homes as at March", "stock"),
        ("Homes at 31st March", "stock"),
        ("Homes at 28 days", ""),
        ("Visits", ""),
    ],
)
def test_over_what_time_words_say_that_a_measure_is_counted(words: str, type: str) -> None:
    assert type_in_words(words, []) == type
    assert type_in_words(words, [1]) == type
    assert type_in_words(words, [3]) == (type or "quarter")
    assert type_in_words(words, [12, 12, 3]) == (type or "year")


def test_the_title_of_a_table_may_say_it() -> None:
    printed = table(row("Visits", "1"), title="Rolling 12 months")
    assert measure_type(printed.rows[0], printed) == "rolling_12_months"


def test_what_is_known_of_a_new_measure() -> None:
    made = new_measure("doors", " Doors  knocked: ", "count", "month")
    assert made == {
        "indicator": "doors",
        "name": "Doors knocked",
        "unit": "count",
        "measure_type": "month",
        "polarity": "neutral",
        "definition": "As printed; over what time it is counted and which way is good await"
        " confirmation.",
        "polarity_source": "not confirmed by a person yet",
    }


def test_a_new_measure_is_called_by_its_unit_and_words() -> None:
    found = one(row("% of doors knocked", "12%"))
    assert (found.indicator, found.certainty) == ("percent-doors-knocked", 0.4)
    assert one(row("Number of doors knocked", "12")).indicator == "doors-knocked"
    taken = (*CATALOGUE, measure("doors-knocked", "count", "Number of something else"))
    assert one(row("Number of doors knocked", "12"), catalogue=taken).indicator == "doors-knocked-2"


def test_two_rows_of_one_name_in_two_tables_are_one_new_measure_and_another_is_another() -> None:
    tables = [
        table(row("Number of doors knocked", "12"), row("Number of bells rung", "3")),
        table(row("No. of doors knocked", "12"), title="Again"),
    ]
    found = match(tables, CATALOGUE, {})
    assert found[0, 0].indicator == found[1, 0].indicator != found[0, 1].indicator


@pytest.mark.parametrize(
    ("first", "other", "how"),
    [
        (("507", "511", "503", "490"), ("507", "511", "503", "491"), "new"),
        (("507", "510", "503", "490"), ("507", "511", "504", "491"), "unmatched"),
        (("5", "6", "7", "8"), ("5", "6", "7", "9"), "unmatched"),
        (("507", "511", "503", "1", "2", "3"), ("507", "511", "503", "4", "5", "6"), "new"),
        (("507", "511", "503", "1", "2", "3", "7"), ("507", "511", "503", *"4568"), "unmatched"),
    ],
)
def test_rows_that_differ_for_the_most_are_told_apart(
    first: tuple[str, ...], other: tuple[str, ...], how: str
) -> None:
    tables = [table(row("Number of doors knocked", *v), title=v[-1]) for v in (first, other)]
    found = match(tables, CATALOGUE, {})
    assert {m.how for m in found.values()} == {how}
    assert {m.reason for m in found.values()} == {UNKNOWN if how == "new" else CONFLICT}


def test_rows_of_one_table_with_one_name_are_matched_to_none() -> None:
    found = match([table(row(VISITS, "1"), row(VISITS, "2"))], CATALOGUE, {})
    for place in ((0, 0), (0, 1)):
        assert (found[place].indicator, found[place].unit) == ("", "count")
        assert found[place].reason == "more than one row of the table has this name"
        assert found[place].suggestions[0][0] == "visits"
    both = match([table(row(VISITS, "1")), table(row(VISITS, "2"), title="Again")], CATALOGUE, {})
    assert {m.indicator for m in both.values()} == {"visits"}


def test_a_row_that_a_person_decided_stays_beside_one_of_the_name() -> None:
    printed = table(row(VISITS, "1"), row("Doors knocked", "2"))
    found = match([printed], CATALOGUE, {}, [decision("same_measure", "visits")])
    assert (found[0, 0].indicator, found[0, 1].indicator) == ("", "visits")


def test_a_decision_on_a_new_measure() -> None:
    made = decision("new_measure", "doors", unit="count")
    found = one(row("Doors knocked", "2"), decisions=[made])
    assert found == Match("doors", "count", 1.0, "new", reason="decided by A. Manager: Asked")
    named = (*CATALOGUE, measure("doors", "count", "Doors"))
    found = one(row("Doors knocked", "2"), catalogue=named, decisions=[made])
    assert (found.indicator, found.how) == ("doors", "decision")
    vague = decision("new_measure", "doors")
    assert one(row("Doors knocked", "2"), decisions=[vague]).how == "unmatched"
    assert one(row("Doors knocked", "2%"), decisions=[vague]).indicator == "doors"


def test_a_decision_holds_for_its_unit_its_name_and_its_kind_alone() -> None:
    printed = row("Doors knocked", "2%")
    assert one(printed, decisions=[decision("not_a_measure", unit="count")]).how == "new"
    assert one(printed, decisions=[decision("not_a_measure", unit="percent")]).how == "decision"
    assert one(printed, decisions=[decision("not_a_measure", table="visits")]).how == "decision"
    assert one(printed, decisions=[decision("not_a_measure", table="calls")]).how == "new"
    assert one(row("Bells rung", "2%"), decisions=[decision("not_a_measure")]).how == "new"
