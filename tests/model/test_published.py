"""Published figures as a day knew them: areas, vintages, quotients, neighbours."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from published_samples import neighbours, value, years

from briefing.model.published import Published, council_in, measures
from briefing.model.published.areas import called, key, region_key

COUNCIL = "Westmoor City Council"
TIMELY = "assessments-within-45-days"
DAY = date(2031, 6, 1)


def series(published: Published, comparator: str = "own", day: date = DAY) -> dict[str, str]:
    (measure,) = published.measures
    for name, area in published.areas:
        if name == comparator:
            found = published.series(measure, area, day)
            return {period.code: str(one.value) for period, one in found.items()}
    return {}


@pytest.mark.parametrize(
    ("council", "area"),
    [
        ("Westmoor City Council", "Westmoor"),
        ("London Borough of Westmoor", "Westmoor"),
        ("North Westmoor Council", "North Westmoor"),
        ("Bridge-on-Sea & District Council", "Bridge on Sea and District, Borough of"),
        ("Westmoorland Council", ""),
    ],
)
def test_the_area_of_a_council(council: str, area: str) -> None:
    names = ("Westmoor", "North Westmoor", "Bridge on Sea and District, Borough of")
    rows = [
        {"area": name, "area_kind": "authority", "area_code": "", "region": "North"}
        for name in names
    ]
    found = council_in(rows, council)
    assert (found.name if found else "") == area


def test_a_region_is_one_however_a_file_writes_it() -> None:
    assert region_key("London (Inner)") == region_key("Inner London")
    assert region_key("Yorkshire and The Humber") == region_key("Yorkshire and the Humber")
    assert key("Bristol, City of") == "bristol"
    assert called("North East", region=True) == "the North East"
    assert called("London", region=True) == "London"


def test_only_what_bears_on_the_council_is_held() -> None:
    rows = [
        row
        for area in ("Westmoor", "Eastvale", "Southdown", "North East", "England")
        for row in years(TIMELY, area, {2030: "70.0"})
    ]
    alone = Published.of(COUNCIL, rows)
    assert [name for _, name in sorted(alone.names)] == ["901", "england", "east north"]
    near = Published.of(COUNCIL, rows, neighbours("set of 2030", "2030-05-01", "Southdown"))
    assert ("authority", "903") in near.names and ("authority", "902") not in near.names


def test_without_its_area_a_council_is_still_held_to_england() -> None:
    published = Published.of("Elsewhere Council", years(TIMELY, "England", {2030: "70.0"}))
    assert published.council is None
    assert series(published, "england") == {"2029/30": "70.0"}


def test_what_came_out_later_is_not_seen() -> None:
    published = Published.of(COUNCIL, years(TIMELY, "Westmoor", {2029: "71.0", 2030: "72.0"}))
    assert series(published, day=date(2030, 11, 29)) == {"2028/29": "71.0"}
    assert series(published, day=date(2030, 11, 30)) == {"2028/29": "71.0", "2029/30": "72.0"}


def test_of_two_vintages_each_day_sees_its_own() -> None:
    first = value(TIMELY, "Westmoor", "2028/29", "71.0", "2029-11-30", file="first")
    later = {**first, "value": "70.2", "held": "2030-11-30", "file": "later"}
    published = Published.of(COUNCIL, [later, first])
    (measure,) = published.measures
    before = published.series(measure, "901", date(2030, 6, 1))
    after = published.series(measure, "901", date(2030, 12, 1))
    assert [(str(v.value), v.later) for v in before.values()] == [("71.0", False)]
    assert [(str(v.value), v.later) for v in after.values()] == [("70.2", False)]


def test_a_value_known_from_a_later_file_alone_may_have_been_revised() -> None:
    row = value(TIMELY, "Westmoor", "2028/29", "71.0", "2029-11-30", held="2032-11-30")
    published = Published.of(COUNCIL, [row])
    (measure,) = published.measures
    (found,) = published.series(measure, "901", DAY).values()
    assert found.later and found.rows == (row,)


def test_a_quotient_is_worked_out_from_both_parts() -> None:
    quotient = next(m for m in measures() if m.divisor)
    rows = [
        row
        for code, amounts in (
            (quotient.code, {2029: "33.0", 2030: "20.0"}),
            (quotient.divisor, {2029: "99.0"}),
        )
        for row in years(quotient.indicator, "Westmoor", amounts, measure=code)
    ]
    published = Published.of(COUNCIL, rows)
    (found,) = published.series(quotient, "901", DAY).values()
    assert (found.period.code, found.value, len(found.rows)) == ("2028/29", Decimal("33.3"), 2)
    assert published.of_indicator(quotient.indicator) == (quotient,)


def test_the_average_of_neighbours_needs_all_of_them() -> None:
    rows = [
        *years(TIMELY, "Westmoor", {2029: "50.0"}),
        *years(TIMELY, "Eastvale", {2029: "60.0", 2030: "62.0"}),
        *years(TIMELY, "Southdown", {2029: "61.1"}),
    ]
    sets = neighbours("set of 2028", "2028-05-01", "Eastvale", "Southdown")
    published = Published.of(COUNCIL, rows, sets)
    (measure,) = published.measures
    near = published.neighbours(DAY)
    assert near is not None and near.members == ("902", "903")
    (found,) = published.average(measure, near, DAY).values()
    assert (found.period.code, found.value) == ("2028/29", Decimal("60.6"))
    assert published.neighbours(date(2028, 4, 30)) is None


def test_a_measure_that_only_the_store_knows_counts_by_its_indicator() -> None:
    row = value("first-time-entrants", "England", "2029", "148", "2030-01-31", source="YJB")
    published = Published.of(COUNCIL, [row])
    (measure,) = published.of_indicator("first-time-entrants")
    assert (measure.source, measure.unit, measure.by_day) == ("YJB", "percent", False)
    assert series(published, "england") == {"2029": "148"}


def test_every_measure_of_the_kit_is_sound() -> None:
    parts = {(m.source, m.code) for m in measures() if m.relation == "part"}
    for measure in measures():
        assert measure.indicator and measure.publication
        assert measure.unit in ("percent", "rate_per_10000")
        if measure.divisor:
            assert (measure.source, measure.code) in parts
