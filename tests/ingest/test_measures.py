"""A printed row is matched to a measure by name and unit or by its values, never by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.ingest.decisions.record import Decision
from briefing.ingest.measures.match import CONFLICT, Match, match, new_indicator
from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.model import Period
from briefing.model.published.measures import measures, names

ROOT = Path(__file__).parents[2]
WHERE = Where(page=1)


def measure(slug: str, unit: str, name: str, *aliases: str, type: str = "month") -> dict[str, str]:
    return {
        "indicator": slug,
        "name": name,
        "unit": unit,
        "measure_type": type,
        "aliases": "|".join(aliases),
    }


CATALOGUE = (
    measure("visits", "count", "Visits made", "Number of visits in the month"),
    measure("visits-in-time", "percent", "Visits made in time", "Percentage of visits in time"),
    measure("carers", "count", "Carers", "Number of carers at month end", type="stock"),
    measure("carers-rate", "rate_per_10000", "Carers per 10,000", "Rate of carers", type="stock"),
    measure("reviews", "percent", "Reviews held", "% of reviews held in time"),
)


def row(label: str, *values: str, breakdown: str = "", unit: str = "") -> TableRow:
    cells = tuple(
        Cell(raw, "stated", WHERE, column=at, value=Decimal(raw.strip("%£").replace(",", "")))
        for at, raw in enumerate(values, start=1)
    )
    return TableRow(label, WHERE, cells, breakdown=breakdown, unit=unit)


def table(*rows: TableRow, periods: Sequence[str] = (), title: str = "Visits") -> PrintedTable:
    codes = periods or [f"2031-{month:02d}" for month in range(1, 10)]
    columns = [Column("label", "Measure")]
    columns += [Column("period", code, Period(code)) for code in codes]
    return PrintedTable(where=WHERE, title=title, columns=tuple(columns), rows=rows)


def one(
    printed: TableRow,
    known: Mapping[str, Mapping[str, Decimal]] | None = None,
    decisions: Sequence[Decision] = (),
    **more: object,
) -> Match:
    found = match([table(printed, **more)], CATALOGUE, known or {}, decisions)  # type: ignore[arg-type]
    return found[0, 0]


def months(*values: str) -> dict[str, Decimal]:
    return {f"2031-{at:02d}": Decimal(value) for at, value in enumerate(values, start=1)}


def decision(kind: str, name: str, value: str = "", **more: str) -> Decision:
    return Decision(kind, name, value, "A. Manager", "Asked the service", "2031-09-30", **more)


@pytest.mark.parametrize(
    "label",
    [
        "Number of visits in the month",
        "No. of visits  in the month",
        "No of Visits in the Month",
        "# of visits in the month",
    ],
)
def test_the_same_name_printed_otherwise_matches(label: str) -> None:
    found = one(row(label, "12", "14"))
    assert (found.indicator, found.unit, found.how) == ("visits", "count", "name")


@pytest.mark.parametrize("label", ["Percentage of visits in time", "%age of visits in time",
                                   "% visits in time", "Visits in time (%)"])  # fmt: skip
def test_words_for_percentages_are_one(label: str) -> None:
    assert one(row(label, "81.5", "80")).indicator == "visits-in-time"


def test_dashes_and_apostrophes_make_no_other_name() -> None:
    catalogue = [measure("re", "count", "Children's re-referrals")]
    found = match([table(row("Number of children’s re–referrals", "5"))], catalogue, {})
    assert found[0, 0].indicator == "re"


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("Percentage of carers at month end", ["12", "14"]),
        ("Number of visits in time", ["12", "14"]),
        ("Number of carers at month end", ["12%", "14%"]),
        ("Rate of visits in the month per 10,000", ["12.5", "14.1"]),
        ("Average number of visits in the month", ["12", "14"]),
        ("Carers at month end per 100,000", ["12", "14"]),
    ],
)
def test_number_rate_and_percentage_never_match_each_other(label: str, values: list[str]) -> None:
    assert one(row(label, *values)).how != "name"


def test_values_of_another_measure_do_not_get_past_the_unit() -> None:
    known = {"visits": months("101", "233", "345", "456")}
    found = one(row("Percentage of doors knocked", "101", "233", "345", "456"), known)
    assert found.indicator != "visits"


def test_a_name_without_a_unit_matches_only_where_one_measure_has_it() -> None:
    assert one(row("Carers", "12", "14")).how == "unmatched"
    assert one(row("Visits made", "12", "14")).indicator == "visits"
    assert one(row("Carers", "61.5", "60.2")).how == "unmatched"


def test_decimals_are_no_number_of_things() -> None:
    assert one(row("Visits made", "12.5", "14.1")).how == "unmatched"


def test_values_decide_where_names_differ() -> None:
    known = {"visits": months("101", "233", "345", "456"), "carers": months("7", "8", "9")}
    found = one(row("Number of doors knocked", "101", "233", "345", "460"), known)
    assert found.how != "overlap"
    found = one(row("Number of doors knocked", "101", "233", "345", "456"), known)
    assert (found.indicator, found.how) == ("visits", "overlap")
    assert found.certainty < 1


@pytest.mark.parametrize("values", [["7", "8", "9"], ["100", "100", "100", "100"], ["101", "233"]])
def test_few_figures_that_agree_by_chance_decide_nothing(values: list[str]) -> None:
    known = {"visits": months(*values)}
    assert one(row("Number of doors knocked", *values), known).how == "new"


def test_values_of_two_measures_decide_nothing() -> None:
    values = ("101", "233", "345", "456")
    known = {"visits": months(*values), "carers": months(*values)}
    assert one(row("Number of doors knocked", *values), known).how == "new"


def test_values_choose_between_measures_of_one_name() -> None:
    catalogue = [
        measure("a", "count", "Plans, north", "Number of plans"),
        measure("b", "count", "Plans, south", "Number of plans"),
    ]
    printed = table(row("Number of plans", "4", "5", "6"))
    assert match([printed], catalogue, {})[0, 0].how != "name"
    known = {"a": months("4", "5", "6"), "b": months("4", "5", "7")}
    assert match([printed], catalogue, known)[0, 0].indicator == "a"


def test_a_name_whose_earlier_values_are_all_different_is_asked_about() -> None:
    known = {"visits": months("101", "233", "345")}
    found = one(row("Number of visits in the month", "17", "18", "19"), known)
    assert found.how == "unmatched"
    assert found.suggestions[0][0] == "visits"
    revised = one(row("Number of visits in the month", "101", "234", "346"), known)
    assert revised.indicator == "visits"


def test_likeness_suggests_and_never_matches() -> None:
    found = one(row("Number of visits in the months", "12", "13"))
    assert found.how == "new"
    assert found.indicator not in {r["indicator"] for r in CATALOGUE}
    assert found.suggestions[0][0] == "visits"
    assert found.certainty < 0.5


def test_two_rows_of_a_table_are_not_one_measure() -> None:
    twice = table(row("Number of visits in the month", "1"), row("No. of visits in the month", "2"))
    found = match([twice], CATALOGUE, {})
    assert [m.how for m in found.values()] == ["unmatched", "unmatched"]
    assert {m.suggestions[0][0] for m in found.values()} == {"visits"}


def test_groups_of_one_measure_stand_in_one_table() -> None:
    groups = table(
        row("Number of visits in the month", "1", breakdown="Girls"),
        row("Number of visits in the month", "2", breakdown="Boys"),
    )
    assert {m.indicator for m in match([groups], CATALOGUE, {}).values()} == {"visits"}


def test_what_a_person_decided_wins() -> None:
    same = decision("same_measure", "Number of doors knocked", "visits")
    found = one(row("No. of doors knocked", "3"), decisions=[same])
    assert found.how == "new"
    found = one(row("Number of doors knocked", "3"), decisions=[same])
    assert (found.indicator, found.how, found.unit) == ("visits", "decision", "count")
    assert "A. Manager" in found.reason
    none = decision("not_a_measure", "Number of visits in the month")
    found = one(row("Number of visits in the month", "3"), decisions=[none])
    assert (found.indicator, found.how) == ("", "decision")


def test_the_later_of_two_decisions_holds_and_one_on_a_table_stays_there() -> None:
    first = decision("same_measure", "Doors knocked", "visits")
    later = decision("same_measure", "Doors knocked", "carers", table="other-things")
    printed = row("Doors knocked", "3")
    assert one(printed, decisions=[first, later]).indicator == "visits"
    assert one(printed, decisions=[first, later], title="Other things").indicator == "carers"


def test_a_decision_cannot_make_a_percentage_of_a_number() -> None:
    wrong = decision("same_measure", "Percentage of doors knocked", "visits")
    assert one(row("Percentage of doors knocked", "3%"), decisions=[wrong]).indicator != "visits"


def test_a_measure_of_months_is_not_that_of_quarters() -> None:
    quarters = ["2031-Q1", "2031-Q2"]
    found = one(row("Number of visits in the month", "31", "33"), periods=quarters)
    assert found.how == "new"
    assert found.suggestions[0][0] == "visits"
    stock = one(row("Number of carers at month end", "31", "33"), periods=quarters)
    assert stock.indicator == "carers"


@pytest.mark.parametrize(
    ("label", "unit", "type"),
    [
        ("Number of missed bin collections, rolling 12 months", "count", "rolling_12_months"),
        ("Percentage of calls answered year to date", "percent", "year_to_date"),
        ("Number of empty homes at month end", "count", "stock"),
        ("Number of potholes mended", "count", ""),
        ("Rate of garden fires per 1,000 homes", "rate_per_1000", ""),
    ],
)
def test_a_measure_that_the_catalogue_lacks(label: str, unit: str, type: str) -> None:
    printed = table(row(label, "31", "33"))
    found = match([printed], CATALOGUE, {})[0, 0]
    assert found.how == "new"
    made = new_indicator(printed.rows[0], printed, found)
    assert (made["indicator"], made["unit"]) == (found.indicator, unit)
    assert (made["measure_type"], made["polarity"]) == (type, "neutral")
    assert made["name"] == label
    assert "confirmation" in made["definition"]
    again = match([printed], [*CATALOGUE, {"aliases": "", **made}], {})[0, 0]
    assert (again.indicator, again.how) == (found.indicator, "name")


def test_a_new_measure_of_quarters_and_of_years() -> None:
    for periods, type in ((["2031-Q1", "2031-Q2"], "quarter"), (["2030", "2031"], "year")):
        printed = table(row("Number of potholes mended", "31", "33"), periods=periods)
        found = match([printed], CATALOGUE, {})[0, 0]
        assert new_indicator(printed.rows[0], printed, found)["measure_type"] == type


def test_no_measure_is_made_of_a_row_whose_unit_is_not_known() -> None:
    assert one(row("Potholes mended in town", "31", "33")).how == "unmatched"


@pytest.mark.parametrize("label", ["Total (%)", "Q1 %", "England %", "Overall percentage"])
def test_no_measure_is_made_of_a_label_that_could_stand_anywhere(label: str) -> None:
    assert one(row(label, "31%", "33%")).how == "unmatched"


def test_no_measure_is_made_of_two_rows_that_differ() -> None:
    tables = [table(row("Number of potholes mended", v), title=v) for v in ("31", "32")]
    found = match(tables, CATALOGUE, {}).values()
    assert {(m.how, m.reason) for m in found} == {("unmatched", CONFLICT)}
    tables = [table(row("Number of potholes mended", "31"), title=t) for t in "ab"]
    assert len({m.indicator for m in match(tables, CATALOGUE, {}).values()}) == 1


def test_rows_that_differ_here_and_there_are_still_one_measure() -> None:
    first = ("507", "510", "503", "490", "494", "488")
    other = ("510", "510", "503", "490", "494", "489")
    tables = [table(row("Number of potholes mended", *v), title=v[0]) for v in (first, other)]
    found = match(tables, CATALOGUE, {}).values()
    assert {m.how for m in found} == {"new"}
    assert len({m.indicator for m in found}) == 1


NUMBERS = (470, 488, 503, 510, 512, 530, 541, 555, 560)
OTHERS = (221, 234, 249, 256, 276, 304, 311, 320, 346)


def _pair(what: str, numbers: Sequence[int], per: int, named: str = "") -> tuple[TableRow, ...]:
    """A number and its rate in a town of 50,000."""
    rates = [str(round(number * per / 50_000)) for number in numbers]
    return (
        row(f"Number of {what}", *map(str, numbers)),
        row(f"Rate of {what}{named}", *rates),
    )


@pytest.mark.parametrize(
    ("rates", "unit"),
    [
        (_pair("potholes mended in town", OTHERS, 10_000), "rate_per_10000"),
        (_pair("potholes mended in town", OTHERS, 1_000), ""),
        (_pair("potholes mended in town", OTHERS, 10_000)[::-1], ""),
        ((row("Number of lamps lit", *map(str, OTHERS)),
          _pair("potholes mended in town", OTHERS, 10_000)[1]), ""),
    ],
    ids=["the same population", "another", "no number above it", "a number of other things"],
)  # fmt: skip
def test_a_rate_is_per_as_many_as_the_rate_of_the_same_population(
    rates: tuple[TableRow, ...], unit: str
) -> None:
    printed = table(*_pair("trees felled in parks", NUMBERS, 10_000, " per 10,000"), *rates)
    found = match([printed], CATALOGUE, {})
    place = next(
        n for n, one in enumerate(printed.rows) if one.label == "Rate of potholes mended in town"
    )
    assert found[0, place].unit == unit


def test_a_measure_that_is_published_of_all_councils_is_called_so() -> None:
    printed = table(
        row("Rate of looked after children per 10,000", "94", "95"),
        row("% of re-referrals within 12 months", "24%", "20%"),
        row("Number of re-referrals within 12 months", "24", "20"),
    )
    found = match([printed], (), {})
    assert [found[0, place].indicator for place in range(3)] == [
        "rate-of-children-in-care",
        "re-referrals-within-12-months",
        "re-referrals-within-12-months-2",
    ]


def test_names_of_published_measures_are_of_such_measures() -> None:
    units = {(one.indicator, one.unit) for one in measures() if one.relation != "part"}
    assert {(indicator, unit) for indicator, unit, _ in names()} <= units


LABELS = st.sampled_from(
    [
        *(name for r in CATALOGUE for name in (r["name"], *r["aliases"].split("|")) if name),
        *("Number of", "%", "Rate", "per 10,000", "Total", "No.", "-", "", "Number of potholes"),
    ]
) | st.text(max_size=30)


@given(
    st.lists(
        st.tuples(
            LABELS,
            st.lists(st.sampled_from(["1", "2.5", "3%", "£4", "17"]), max_size=4),
            st.sampled_from(["", "Girls"]),
        ),
        max_size=6,
    )
)
def test_whatever_is_printed_no_unit_and_no_row_is_mistaken(
    printed: list[tuple[str, list[str], str]],
) -> None:
    rows = [row(label, *values, breakdown=group) for label, values, group in printed]
    found = match([table(*rows)], CATALOGUE, {"visits": months("1", "2.5", "3")})
    claimed = Counter((m.indicator, rows[n].breakdown) for (_, n), m in found.items())
    assert all(times == 1 for (indicator, _), times in claimed.items() if indicator)
    for (_, n), m in found.items():
        if any("%" in cell.raw for cell in rows[n].cells):
            assert m.unit in ("", "percent")
        if m.how == "name":
            assert m.unit == next(r["unit"] for r in CATALOGUE if r["indicator"] == m.indicator)


def test_the_rows_of_september_2024_are_matched_as_entered_by_hand() -> None:
    store = briefing.open_store(ROOT / "data")
    by_row: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for cell in store.meeting("2024-09-26").rows("observations"):
        by_row[cell["table"], cell["observation"].rsplit("/", 1)[1].split("-")[0]].append(cell)
    tables: dict[str, list[TableRow]] = defaultdict(list)
    expected: dict[str, list[str]] = defaultdict(list)
    for (name, _), cells in by_row.items():
        if name in ("serious-youth-violence", "neglect-crimes"):
            continue
        values = [c["value"] for c in cells if c["value"]]
        tables[name].append(row(cells[0]["name_as_printed"], *values))
        expected[name].append(cells[0]["indicator"])
    periods = [f"20{year}-{month:02d}" for year in (23, 24) for month in range(1, 13)]
    printed = [table(*rows, periods=periods, title=name) for name, rows in tables.items()]
    found = match(printed, store.rows("indicators"), {})
    assert Counter(m.how for m in found.values()) == {"name": 79}
    for at, name in enumerate(tables):
        assert [found[at, n].indicator for n in range(len(tables[name]))] == expected[name]
