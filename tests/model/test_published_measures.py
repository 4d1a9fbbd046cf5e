"""The areas that figures are published for, and how a measure is published."""

from __future__ import annotations

from datetime import date

import pytest
from published_samples import neighbours, years

from briefing.model import Period
from briefing.model.published import Council, Measure, Published, council_in, measures, of_source
from briefing.model.published.areas import called, identifier
from briefing.model.published.measures import names

COUNCIL = "Westmoor City Council"
TIMELY = "assessments-within-45-days"
DAY = date(2031, 6, 1)


def authority(area: str, **more: str) -> dict[str, str]:
    return {"area": area, "area_kind": "authority", "area_code": "", "region": "", **more}


def test_the_area_with_most_of_the_councils_name_and_the_region_that_a_row_names() -> None:
    rows = [
        authority("Westmoor"),
        authority("North Westmoor"),
        authority("North Westmoor", region="Inner London"),
        {**authority("North Westmoor Council Area"), "area_kind": "region"},
        {**authority("North Westmoor Council"), "area_kind": "england"},
    ]
    found = council_in(rows, "North Westmoor Council")
    assert found == Council("north westmoor", "North Westmoor", "inner london")
    assert council_in(rows[:1], "Westmoor") == Council("westmoor", "Westmoor")
    assert Council("1", "A").region == ""


def test_a_name_at_the_end_of_the_councils_name_counts() -> None:
    assert council_in([authority("Westmoor")], "Council of Westmoor") is not None
    assert council_in([authority("Westmoor")], "Council of Eastwestmoor") is None


@pytest.mark.parametrize("point", ["North East", "South West", "East Midlands", "West Midlands"])
def test_regions_of_a_compass_point_have_an_article(point: str) -> None:
    assert called(point, region=True) == f"the {point}"
    assert called(point, region=False) == point
    assert called(f"Greater {point}", region=True) == f"Greater {point}"
    assert called("Great North", region=True) == "Great North"


@pytest.mark.parametrize(
    ("kind", "area", "code", "found"),
    [
        ("england", "England", "E1", "england"),
        ("england", "ENGLAND (all)", "", "england"),
        ("region", "London (Inner)", "E2", "inner london"),
        ("authority", "Westmoor", "901", "901"),
        ("authority", "Westmoor, City of", "", "westmoor"),
    ],
)
def test_an_area_is_told_by_its_number_and_a_wider_one_by_its_name(
    kind: str, area: str, code: str, found: str
) -> None:
    assert identifier({"area_kind": kind, "area": area, "area_code": code}) == found


def test_neighbours_without_numbers_are_told_by_their_names() -> None:
    rows = [
        {**row, "area_code": ""}
        for area in ("Westmoor", "Eastvale", "Southdown")
        for row in years(TIMELY, area, {2030: "70.0"})
    ]
    sets = [
        {**row, "authority_code": "", "neighbour_code": ""}
        for row in neighbours("set of 2030", "2030-05-01", "Southdown")
    ]
    others = [
        {**row, "authority": "Hillside", "neighbour": "Eastvale"}
        for row in neighbours("set of 2030", "2030-05-01", "Eastvale")
    ]
    published = Published.of(COUNCIL, rows, [*sets, {**others[0], "authority_code": "904"}])
    assert set(published.names) == {("authority", "westmoor"), ("authority", "southdown")}
    near = published.neighbours(DAY)
    assert near is not None and near.members == ("southdown",)
    assert set(Published.of("Elsewhere Council", rows, sets).names) == set()


# ---------------------------------------------------------------- measures


def measure(**more: object) -> Measure:
    return Measure("a-measure", "DfE", "column:category", **more)  # type: ignore[arg-type]


def test_a_measure_is_a_count_of_a_year_that_counts_the_same_unless_said_otherwise() -> None:
    plain = measure()
    assert (plain.relation, plain.unit, plain.by_day, plain.publication) == (
        "same",
        "count",
        False,
        "",
    )


def test_a_measure_is_cited_by_its_column_and_read_by_its_whole_name() -> None:
    assert measure().cited == "DfE column"
    assert measure(divisor="whole").cited == "DfE column and whole"
    assert measure().codes == ("column:category",)
    assert measure(divisor="whole").codes == ("column:category", "whole")


def test_a_year_is_that_march_or_the_year_that_ends_with_it() -> None:
    assert measure(by_day=True).period(2030) == Period("2030-03")
    assert measure().period(2030) == Period("2029/30", "financial")
    assert measure().period(2009) == Period("2008/09", "financial")
    assert measure().period(2000) == Period("1999/00", "financial")
    assert measure().period(2030).kind == "financial"


def test_a_period_in_words() -> None:
    assert measure(by_day=True).when(Period("2030-03")) == "at 31 March 2030"
    assert measure(by_day=True).when(Period("2030-09")) == "for September 2030"
    assert measure(by_day=True).when(Period("2030")) == "for 2030"
    assert measure().when(Period("2030-03")) == "for March 2030"
    assert measure().when(Period("2029/30", "financial")) == "for 2029/30"


def test_some_measures_are_of_a_day_and_some_of_a_year() -> None:
    by_day = {m.indicator for m in measures() if m.by_day}
    over_a_year = {m.indicator for m in measures() if not m.by_day}
    assert "rate-of-children-in-care" in by_day
    assert TIMELY in over_a_year
    assert not by_day & over_a_year


def test_what_is_read_from_a_source_are_its_measures_without_quotients() -> None:
    sources = {m.source for m in measures()}
    assert len(sources) > 1
    for source in sources:
        found = of_source(source)
        assert found
        assert all(m.source == source and not m.divisor for m in found.values())
        assert all(code == m.code for code, m in found.items())
    read = sum(len(of_source(source)) for source in sources)
    assert read == len({(m.source, m.code) for m in measures() if not m.divisor})


def test_papers_name_the_measures_that_the_kit_knows() -> None:
    found = names()
    assert len(found) > 20
    assert {indicator for indicator, _, _ in found} <= {m.indicator for m in measures()}
    units = {(m.indicator, m.unit) for m in measures()}
    assert {(indicator, unit) for indicator, unit, _ in found} <= units
    assert all(name.strip() == name != "" for _, _, name in found)
    assert len({(unit, name) for _, unit, name in found}) == len(found)
