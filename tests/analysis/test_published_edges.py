"""Comparators against published values: the set of neighbours, the year, and what is said."""

from __future__ import annotations

from datetime import date

import pytest
from published_samples import neighbours, years

from analysis.test_published_check import (
    ENGLAND,
    NEAR,
    NEW_SET,
    OLD_SET,
    OWN,
    PAPERS,
    RATE,
    TIMELY,
    checked,
    neighbour,
    printed,
    rates,
    told,
)

CLOSE = [
    row
    for area in ("Westmoor", "Eastvale", "Southdown")
    for row in years("calls", area, {2030: "61.0"}, source="Own", relation="close")
]


# ---------------------------------------------------------------- which rows are held


def test_rows_without_a_measure_or_a_value_are_passed_over() -> None:
    rows = [
        printed("", 1, "75.5", "own"),
        printed(TIMELY, 1, "", "own"),
        printed(TIMELY, 1, "75.5", "own"),
    ]
    (check,) = checked(rows, OWN)
    assert check.year == "exact"


def test_a_column_that_a_person_confirmed_shows_a_newer_value() -> None:
    rows = [printed(TIMELY, 4, "82.2", "england", "confirmed", period="2027/28")]
    assert told(checked(rows, ENGLAND)[0]) == ("exact", "2027/28", "yes")


def test_a_value_of_the_newest_year_is_certain_though_its_column_was_only_proposed() -> None:
    rows = [printed(TIMELY, 4, "83.1", "england", "proposed", period="2029/30")]
    assert told(checked(rows, ENGLAND)[0]) == ("exact", "2029/30", "no")


def test_nearest_rates_of_a_proposed_column_show_a_newer_one_by_their_number() -> None:
    values = [
        *rates("England", RATE, {2028: "400.0", 2029: "540.0", 2030: "610.0"}),
        *rates("England", "rate-of-plans", {2028: "30.0", 2029: "42.7", 2030: "55.0"}),
    ]
    rows = [
        printed(RATE, 4, "546.5", "england", "proposed"),
        printed("rate-of-plans", 4, "43.2", "england", "proposed"),
    ]
    assert [told(one) for one in checked(rows, values)] == [("nearest", "2028/29", "yes")] * 2


def test_only_columns_of_one_row_and_year_bear_each_other_out() -> None:
    other = printed(TIMELY, 1, "75.5", "own", "proposed", period="2029/30")
    rows = [printed(TIMELY, 4, "82.5", "england", "proposed", period="2028/29"), other]
    first, _ = checked(rows, [*ENGLAND, *OWN])
    assert told(first) == ("exact", "2028/29", "cannot_tell")
    apart = [rows[0], {**other, "table": "another", "value": "72.4", "period": "2028/29"}]
    first, _ = checked(apart, [*ENGLAND, *OWN])
    assert told(first) == ("exact", "2028/29", "cannot_tell")


# ---------------------------------------------------------------- neighbours


@pytest.mark.parametrize(("day", "year"), [(PAPERS, "exact"), (date(2031, 7, 9), "cannot_tell")])
def test_a_set_counts_from_the_day_it_was_public(day: date, year: str) -> None:
    near = neighbours("neighbours of July 2031", day.isoformat(), "Eastvale", "Southdown")
    (check,) = checked([neighbour("71.5")], NEAR, near)
    assert check.year == year


def test_what_is_said_of_neighbours_that_are_not_known() -> None:
    (named,) = checked([neighbour("71.5", neighbour_set="another")], NEAR, OLD_SET)
    assert named.working.text == ("The set of neighbours that the papers name is not on record.")
    (unnamed,) = checked([neighbour("71.5")], NEAR)
    assert unnamed.working.text == (
        "The papers do not say which set of statistical neighbours it is of, and none that was "
        "public then is on record."
    )
    close = [{**neighbour("61.0"), "indicator": "calls"}]
    (check,) = checked(close, CLOSE, OLD_SET)
    assert check.working.text == "Only a close measure is published."
    assert (check.year, check.comparator) == ("cannot_tell", "statistical_neighbours")


def test_an_average_that_rounds_is_said_to() -> None:
    (check,) = checked([neighbour("72")], NEAR, OLD_SET)
    assert check.working.text.startswith(
        "The published 71.5% of the neighbours of May 2026 for 2029/30 rounds to it."
    )
    (exact,) = checked([neighbour("71.5")], NEAR, OLD_SET)
    assert exact.working.text == (
        "It equals the published 71.5% of the neighbours of May 2026 for 2029/30. No newer one was "
        "public then."
    )


def test_an_average_of_an_earlier_year_shows_that_a_newer_one_was_public() -> None:
    (check,) = checked([neighbour("70.0")], NEAR, OLD_SET)
    assert told(check) == ("exact", "2028/29", "yes")
    assert check.newer is not None and check.newer.figure.text == "71.5%"


def test_an_average_is_looked_for_in_the_year_that_the_papers_name() -> None:
    assert checked([neighbour("70.0", period="2028/29")], NEAR, OLD_SET)[0].year == "exact"
    (other,) = checked([neighbour("70.0", period="2029/30")], NEAR, OLD_SET)
    assert other.working.text.startswith(
        "It is no average of a set of neighbours that is on record."
    )


@pytest.mark.parametrize(("year", "found"), [(2028, "exact"), (2027, "cannot_tell")])
def test_without_a_year_the_latest_three_are_looked_at(year: int, found: str) -> None:
    amounts = {2027: "50.0", 2028: "51.0", 2029: "52.0", 2030: "53.0"}
    values = [
        row
        for area in ("Westmoor", "Eastvale", "Southdown")
        for row in years(TIMELY, area, amounts)
    ]
    (check,) = checked([neighbour(amounts[year])], values, OLD_SET)
    assert check.year == found
    named = neighbour(amounts[year], period=f"{year - 1}/{year % 100}")
    assert checked([named], values, OLD_SET)[0].year == "exact"


def test_an_average_of_two_years_or_sets_is_of_neither() -> None:
    values = [
        row
        for area in ("Westmoor", "Eastvale", "Southdown", "Hillside")
        for row in years(TIMELY, area, {2030: "53.0"})
    ]
    (check,) = checked([neighbour("53.0")], values, [*OLD_SET, *NEW_SET])
    assert check.working.text.startswith(
        "The average of its neighbours equals it in more than one year or set, so its year cannot "
        "be told."
    )
    assert check.year == "cannot_tell" and check.neighbour_set == ""


def test_of_several_sets_one_with_values_is_enough() -> None:
    values = [row for row in NEAR if row["area"] != "Southdown"]
    (check,) = checked([neighbour("1.0")], values, [*OLD_SET, *NEW_SET])
    assert check.working.text.startswith("It is no average of a set")
    values = [row for row in NEAR if row["area"] != "Hillside"]
    (check,) = checked([neighbour("1.0")], values, [*OLD_SET, *NEW_SET])
    assert check.working.text.startswith("It is no average of a set")


def test_a_named_set_is_told_where_its_value_is_not() -> None:
    named = neighbour("1.0", neighbour_set="neighbours of May 2026")
    (check,) = checked([named], NEAR, [*OLD_SET, *NEW_SET])
    assert (check.year, check.neighbour_set) == ("cannot_tell", "neighbours of May 2026")
    assert check.sets is not None and check.sets.known
    assert check.sets.average.text == "71.5%"


# ---------------------------------------------------------------- what a check carries


def test_a_check_carries_the_published_value_that_it_rests_on() -> None:
    (check,) = checked([printed(TIMELY, 1, "75.5", "own")], OWN)
    assert check.found is not None and check.found.text == "75.5%"
    assert check.sure and check.printed.text == "75.5%"
    assert (check.comparator, check.neighbour_set, check.sets) == ("own", "", None)
    (unsure,) = checked([printed(TIMELY, 1, "1.0", "own")], OWN)
    assert (unsure.found, unsure.sure, unsure.release) == (None, False, "")


def test_two_sets_are_compared_in_the_year_that_the_value_is_of() -> None:
    (check,) = checked([neighbour("70.0")], NEAR, [*OLD_SET, *NEW_SET])
    assert check.period is not None and check.period.code == "2028/29"
    assert check.sets is not None
    assert (check.sets.average.text, check.sets.later_average.text) == ("70.0%", "75.0%")
    (unknown,) = checked([neighbour("1.0")], NEAR, [*OLD_SET, *NEW_SET])
    assert unknown.sets is None


def test_two_sets_without_a_year_in_common_are_not_compared() -> None:
    values = [row for row in NEAR if row["area"] != "Hillside"]
    values += years(TIMELY, "Hillside", {2029: "90.0"})
    (check,) = checked([neighbour("71.5")], values, [*OLD_SET, *NEW_SET])
    assert check.year == "exact" and check.sets is None


# ---------------------------------------------------------------- words


def test_what_is_said_of_a_rate_that_was_revised_since() -> None:
    values = rates("England", RATE, {2028: "400.0", 2029: "540.0", 2030: "610.0"})
    (check,) = checked([printed(RATE, 4, "546.5", "england")], values)
    assert check.working.text == (
        "No published value equals it. The nearest is 540.0 per 10,000 of England for 2028/29, "
        "1.2% lower; published values may have been revised since."
    )
    (higher,) = checked([printed(RATE, 4, "534.6", "england")], values)
    assert "1.0% higher; published values may" in higher.working.text


def test_a_close_measure_alone_tells_no_year() -> None:
    values = rates("England", "calls", {2028: "400.0", 2029: "540.0"})
    close = [{**row, "source": "Own", "relation": "close"} for row in values]
    (check,) = checked([printed("calls", 4, "546.5", "england")], close)
    assert check.working.text == (
        "No published value of England is near it: they lie between 400.0 per 10,000 and 540.0 per "
        "10,000."
    )
    (single,) = checked([printed("calls", 4, "546.5", "england")], close[:1])
    assert single.working.text == ("No published value of England is near it (400.0 per 10,000).")


def test_what_is_said_of_a_year_that_nothing_else_shows() -> None:
    old = {year: f"{60 + year - 2023}.7" for year in range(2023, 2031)}
    (check,) = checked([printed(TIMELY, 4, "61.7", "england")], years(TIMELY, "England", old))
    assert check.working.text == (
        "The published 61.7% of England for 2023/24 equals it, yet nothing else shows it to be of "
        "that year, so its year cannot be told."
    )
    (rounded,) = checked([printed(TIMELY, 4, "62", "england")], years(TIMELY, "England", old))
    assert "for 2023/24 rounds to it, yet nothing else" in rounded.working.text


def test_an_average_is_worked_out_from_its_neighbours_for_its_year() -> None:
    (check,) = checked([neighbour("71.5")], NEAR, OLD_SET)
    assert check.found is not None and check.found.period is not None
    assert check.found.operation == "mean of the published values of the neighbours"
    assert (check.found.period.code, len(check.found.rows)) == ("2029/30", 2)


def test_two_sets_with_one_average_are_said_to_have_it() -> None:
    again = neighbours("neighbours of May 2031", "2031-05-01", "Eastvale", "Southdown")
    (check,) = checked([neighbour("1.0")], NEAR, [*OLD_SET, *again])
    assert check.sets is None
    named = neighbour("71.5", neighbour_set="neighbours of May 2026")
    (check,) = checked([named], NEAR, [*OLD_SET, *again])
    assert check.sets is not None and not check.sets.moved
    assert check.working.text.endswith(
        "With the neighbours of May 2026 and with the neighbours of May 2031 the average is 71.5% "
        "alike."
    )
