"""Comparator columns held against published values: nothing is said that is not certain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from published_samples import neighbours, years

from briefing.analysis import row_id
from briefing.analysis.published import ComparatorCheck, check_comparators
from briefing.analysis.rows import Row
from briefing.model import Citation, Figure, Period
from briefing.model.published import Published

MEETING = "westmoor-children/2031-07-16"
PAPERS = date(2031, 7, 8)
TIMELY, RATE, OTHER = "assessments-within-45-days", "rate-of-referrals", "rate-of-plans"


def printed(
    indicator: str,
    position: int,
    value: str,
    comparator: str = "unknown",
    identification: str = "named",
    **more: str,
) -> dict[str, str]:
    known = comparator != "unknown"
    return {
        "meeting": MEETING,
        "table": "performance",
        "indicator": indicator,
        "column_position": str(position),
        "comparator": comparator,
        "identification": identification if known else "unknown",
        "value": value,
        "period": "",
        "neighbour_set": "",
        "release": "",
        "raw": value,
        **more,
    }


def figure_of(row: Row) -> Figure:
    table = "benchmarks" if "comparator" in row else "published_values"
    period = Period(row["period"], row.get("period_kind", "")) if row["period"] else None
    unit = row.get("unit") or ("percent" if row["indicator"] == TIMELY else "rate_per_10000")
    return Figure(Decimal(row["value"]), unit, period, Citation(table), row=row_id(table, row))


def checked(
    rows: Sequence[Row],
    values: Sequence[Row],
    sets: Sequence[Row] = (),
    seen: date = PAPERS,
) -> tuple[ComparatorCheck, ...]:
    published = Published.of("Westmoor Council", values, sets)
    return check_comparators(rows, published, PAPERS, seen, figure_of)


def told(check: ComparatorCheck) -> tuple[str, str, str]:
    return check.year, check.period.code if check.period else "", check.is_newer_out


OWN = years(TIMELY, "Westmoor", {2027: "70.1", 2028: "71.3", 2029: "72.4", 2030: "75.5"})
ENGLAND = years(TIMELY, "England", {2027: "81.0", 2028: "82.2", 2029: "82.5", 2030: "83.1"})


def test_a_value_of_the_latest_year_is_exact_and_no_newer_one_was_out() -> None:
    (check,) = checked([printed(TIMELY, 1, "75.5", "own")], OWN)
    assert told(check) == ("exact", "2029/30", "no")
    assert check.release == "Statistics for 2029/30"
    assert check.working.text == (
        "It equals the published 75.5% of Westmoor for 2029/30. No newer one was public then."
    )


def test_a_newer_value_that_was_public_is_told_with_its_year_and_day() -> None:
    (check,) = checked([printed(TIMELY, 4, "82.2", "england")], ENGLAND)
    assert told(check) == ("exact", "2027/28", "yes")
    assert check.newer is not None and check.newer.published == "2030-11-30"
    assert (check.newer.figure.text, check.newer.period.code) == ("83.1%", "2029/30")
    assert check.months_behind == 24
    assert check.working.text.endswith(
        "A newer one, 83.1% for 2029/30, was public by the end of November 2030."
    )


def test_what_came_out_after_the_papers_is_never_shown() -> None:
    later = years(TIMELY, "England", {2031: "84.0"})
    rows = [printed(TIMELY, 4, "83.1", "england")]
    (check,) = checked(rows, [*ENGLAND, *later])
    assert check.is_newer_out == "no" and "84.0" not in check.working.text
    (seen,) = checked(rows, [*ENGLAND, *later], seen=date(2032, 1, 1))
    assert seen.newer is not None and seen.newer.figure.text == "84.0%"


def test_a_value_of_two_years_is_of_neither() -> None:
    values = years(TIMELY, "England", {2028: "82.5", 2029: "82.5", 2030: "83.1"})
    (check,) = checked([printed(TIMELY, 4, "82.5", "england")], values)
    assert told(check) == ("cannot_tell", "", "cannot_tell")
    assert "more than one year (82.5% for 2027/28 and 82.5% for 2028/29)" in check.working.text


def test_a_year_that_other_columns_of_the_row_speak_against_is_not_told() -> None:
    rows = [
        printed(TIMELY, 1, "75.5", "own"),
        printed(TIMELY, 3, "66.3", "region"),
        printed(TIMELY, 4, "82.5", "england"),
    ]
    region = years(TIMELY, "North East", {2029: "65.2", 2030: "66.3"})
    *_, check = checked(rows, [*OWN, *ENGLAND, *region])
    assert told(check) == ("cannot_tell", "", "cannot_tell")
    assert "other columns of its row are of 2029/30" in check.working.text


def test_an_old_value_alone_shows_no_year() -> None:
    old = {year: f"{60 + year - 2023}.7" for year in range(2023, 2031)}
    (check,) = checked([printed(TIMELY, 4, "61.7", "england")], years(TIMELY, "England", old))
    assert told(check) == ("cannot_tell", "", "cannot_tell")


def test_of_a_column_that_was_only_proposed_one_value_is_not_enough_for_a_newer_one() -> None:
    rows = [printed(TIMELY, 4, "82.5", "england", "proposed", period="2028/29")]
    (check,) = checked(rows, ENGLAND)
    assert told(check) == ("exact", "2028/29", "cannot_tell")
    rows.append(printed(TIMELY, 1, "72.4", "own", "proposed", period="2028/29"))
    both = checked(rows, [*ENGLAND, *OWN])
    assert [told(one) for one in both] == [("exact", "2028/29", "yes")] * 2


@pytest.mark.parametrize(("value", "year"), [("83", "cannot_tell"), ("83.1", "exact")])
def test_a_rounded_value_in_a_column_without_a_name_shows_no_year(value: str, year: str) -> None:
    rows = [printed(RATE, 4, "500.0", "england"), printed(TIMELY, 4, value)]
    _, check = checked(rows, ENGLAND)
    assert (check.comparator, check.year) == ("england", year)


def test_a_row_of_fewer_places_does_not_say_which_column_a_value_is_of() -> None:
    rows = [printed(RATE, n, "500.0", "england") for n in (3, 4)]
    rows.append(printed(TIMELY, 3, "83.1"))
    *_, check = checked(rows, ENGLAND)
    assert check.comparator == "unknown"
    assert check.working.text == "It is not known whose value it is, so its year cannot be told."


def rates(area: str, indicator: str, amounts: dict[int, str]) -> list[dict[str, str]]:
    """Rates as a file of 2032 holds them."""
    return years(indicator, area, amounts, unit="rate_per_10000", held="2032-11-30")


REVISED = [
    *rates("England", RATE, {2028: "535.0", 2029: "546.0", 2030: "540.0"}),
    *rates("England", OTHER, {2028: "41.0", 2029: "44.9", 2030: "42.7"}),
]


def test_rates_that_stand_off_one_year_by_one_factor_are_nearest_to_it() -> None:
    rows = [
        printed(RATE, 4, "546.5", "england"),
        printed(OTHER, 4, "43.2", "england"),
    ]
    checks = checked(rows, REVISED)
    assert [told(one) for one in checks] == [("nearest", "2029/30", "no")] * 2
    assert "540.0 per 10,000 of England for 2029/30, 1.2% lower" in checks[0].working.text
    assert "population behind them was revised since" in checks[0].working.text


def test_a_rate_near_two_years_is_of_neither() -> None:
    (check,) = checked([printed(RATE, 4, "546.5", "england")], REVISED)
    assert told(check) == ("cannot_tell", "", "cannot_tell")
    assert "they lie between 535.0 per 10,000 and 546.0 per 10,000" in check.working.text


def test_a_rate_near_one_year_alone_may_have_been_revised_but_shows_no_newer_one() -> None:
    values = rates("England", RATE, {2028: "400.0", 2029: "540.0", 2030: "610.0"})
    (check,) = checked([printed(RATE, 4, "546.5", "england")], values)
    assert told(check) == ("nearest", "2028/29", "cannot_tell")
    assert "published values may have been revised since" in check.working.text
    assert "newer" not in check.working.text


def test_a_value_known_from_before_the_papers_was_not_revised_since() -> None:
    values = years(RATE, "England", {2030: "540.0"}, unit="rate_per_10000")
    (check,) = checked([printed(RATE, 4, "546.5", "england")], values)
    assert check.year == "cannot_tell"


@pytest.mark.parametrize("value", ["82.0", "82"])
def test_a_percentage_near_a_published_one_is_another(value: str) -> None:
    (check,) = checked([printed(TIMELY, 4, value, "england")], ENGLAND[-1:])
    assert check.year == "cannot_tell"


def test_what_is_not_on_record_is_said_to_be() -> None:
    rows = [
        printed(RATE, 4, "500.0", "england"),
        printed(TIMELY, 3, "61.0", "region"),
        printed(TIMELY, 4, "", "england"),
    ]
    first, second = checked(rows, ENGLAND)
    assert first.working.text == "No published values of this measure are on record."
    assert second.working.text == "No published values of its area are on record."
    assert second.rows == (row_id("benchmarks", rows[1]),)


NEAR = [
    *OWN,
    *years(TIMELY, "Eastvale", {2029: "60.0", 2030: "61.0"}),
    *years(TIMELY, "Southdown", {2029: "80.0", 2030: "82.0"}),
    *years(TIMELY, "Hillside", {2029: "90.0", 2030: "92.0"}),
]
OLD_SET = neighbours("neighbours of May 2026", "2026-05-01", "Eastvale", "Southdown")
NEW_SET = neighbours("neighbours of May 2031", "2031-05-01", "Eastvale", "Hillside")


def neighbour(value: str, **more: str) -> dict[str, str]:
    return printed(TIMELY, 2, value, "statistical_neighbours", **more)


def test_the_set_of_then_that_is_not_on_record_cannot_be_told() -> None:
    late = neighbours("neighbours of May 2032", "2032-05-01", "Eastvale")
    (check,) = checked([neighbour("71.5")], NEAR, late)
    assert told(check) == ("cannot_tell", "", "cannot_tell")
    assert check.later_set == "cannot_tell"
    assert "none that was public then is on record" in check.working.text
    assert "2032" not in check.working.text


def test_a_named_set_that_is_not_on_record_cannot_be_told() -> None:
    (check,) = checked([neighbour("71.5", neighbour_set="another")], NEAR, OLD_SET)
    assert (check.year, check.neighbour_set) == ("cannot_tell", "another")


def test_an_average_tells_the_set_and_that_a_later_one_moves_it() -> None:
    (check,) = checked([neighbour("71.5")], NEAR, [*OLD_SET, *NEW_SET])
    assert told(check) == ("exact", "2029/30", "no")
    assert (check.neighbour_set, check.later_set) == ("neighbours of May 2026", "moved")
    assert check.sets is not None and check.sets.known
    assert (check.sets.average.text, check.sets.later_average.text) == ("71.5%", "76.5%")
    assert "With the neighbours of May 2026 the average is 71.5%" in check.working.text


def test_where_the_set_is_not_known_that_of_then_is_held_to_a_later_one() -> None:
    later = neighbours("neighbours of May 2032", "2032-05-01", "Eastvale", "Southdown")
    (check,) = checked([neighbour("70.7")], NEAR, [*NEW_SET, *later], seen=date(2032, 6, 1))
    assert check.year == "cannot_tell" and check.neighbour_set == ""
    assert check.sets is not None and not check.sets.known
    assert (check.sets.then, check.later_set) == ("neighbours of May 2031", "moved")
    (then,) = checked([neighbour("70.7")], NEAR, [*NEW_SET, *later])
    assert then.sets is None


def test_neighbours_without_their_values_show_nothing() -> None:
    (check,) = checked([neighbour("71.5")], OWN, OLD_SET)
    assert check.working.text == "The published values of its neighbours are not on record."


def test_nothing_given_is_changed_and_nothing_printed_is_nothing_told() -> None:
    rows = [printed(TIMELY, 1, "75.5", "own")]
    before = [dict(row) for row in rows]
    checked(rows, OWN)
    assert rows == before
    assert checked([], OWN) == ()
