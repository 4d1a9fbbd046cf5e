"""Published figures as a day knew them: which file counts, quotients, averages, decimals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from published_samples import neighbours, value, years

from briefing.model import Period
from briefing.model.decimals import decimals
from briefing.model.published import Council, Measure, Published, Value, measures, rounded
from briefing.model.published.record import latest

COUNCIL = "Westmoor City Council"
TIMELY = "assessments-within-45-days"
DAY = date(2031, 6, 1)


def test_a_value_came_out_with_the_release_of_its_first_row() -> None:
    assert Value(Decimal(1), Period("2030"), DAY, False, ()).release == ""
    row = value(TIMELY, "Westmoor", "2028/29", "71.0", "2029-11-30")
    (found,) = on_record(row).values()
    assert found.release == "Statistics for 2028/29"


def on_record(*rows: dict[str, str], day: date = DAY) -> dict[Period, Value]:
    """What is on record of Westmoor's one measure by a day."""
    published = Published.of(COUNCIL, rows)
    (only,) = published.measures
    return published.series(only, "901", day)


def test_a_file_without_a_day_is_held_since_its_values_were_public() -> None:
    row = value(TIMELY, "Westmoor", "2028/29", "71.0", "2029-11-30", held="")
    (found,) = on_record(row).values()
    assert not found.later


def test_a_file_counts_from_the_day_it_is_held() -> None:
    row = value(TIMELY, "Westmoor", "2028/29", "71.0", "2029-11-30", held="2031-06-01")
    (found,) = on_record(row).values()
    assert not found.later


def test_of_files_that_are_all_later_the_earliest_is_nearest_to_what_was_known() -> None:
    first = value(TIMELY, "Westmoor", "2028/29", "71.0", "2029-11-30", held="2032-01-31")
    second = {**first, "value": "70.2", "held": "2033-01-31"}
    for rows in ((first, second), (second, first)):
        (found,) = on_record(*rows).values()
        assert (found.value, found.later) == (Decimal("71.0"), True)


def test_values_are_given_in_the_order_of_time() -> None:
    rows = years(TIMELY, "Westmoor", {2029: "71.0", 2027: "69.0", 2028: "70.0"})
    assert [period.code for period in on_record(*rows)] == ["2026/27", "2027/28", "2028/29"]


def test_a_row_of_a_part_or_of_no_indicator_is_no_measure_by_itself() -> None:
    rows = [
        value("calls", "Westmoor", "2028/29", "71.0", "2029-11-30", source="Own", relation="part"),
        value("", "Westmoor", "2028/29", "71.0", "2029-11-30", source="Own", measure="other"),
    ]
    assert Published.of(COUNCIL, rows).measures == ()


def test_what_a_row_leaves_open_of_its_measure() -> None:
    row = value("calls", "Westmoor", "2030-03", "7", "2030-11-30", source="Own", relation="")
    (found,) = Published.of(COUNCIL, [{**row, "unit": ""}]).measures
    assert (found.relation, found.unit, found.by_day) == ("same", "count", True)
    assert (found.code, found.publication) == ("short-calls", "Statistics for 2030-03")


def test_measures_that_count_the_same_come_first() -> None:
    rows = [
        value("calls", "Westmoor", "2028/29", "7", "2029-11-30", source="Own", **more)
        for more in ({"measure": "near", "relation": "close"}, {"measure": "same"})
    ]
    found = Published.of(COUNCIL, rows).of_indicator("calls")
    assert [m.code for m in found] == ["same", "near"]


# ---------------------------------------------------------------- quotients and averages


def of_parts(over: dict[str, str], under: dict[str, str]) -> Published:
    quotient = next(m for m in measures() if m.divisor)
    parts = ((quotient.code, over), (quotient.divisor, under))
    base = {"period": "2028/29", "amount": "1.0", "published": "2029-11-30"}
    return Published.of(
        COUNCIL,
        [
            value(quotient.indicator, "Westmoor", measure=code, **{**base, **more})  # type: ignore[arg-type]
            for code, more in parts
            if more
        ],
    )


def quotient_of(published: Published) -> Measure:
    return next(m for m in published.measures if m.divisor)


@pytest.mark.parametrize("part", [0, 1])
def test_a_quotient_is_as_late_as_the_later_of_its_parts(part: int) -> None:
    late = {"amount": "3", "published": "2030-01-31", "held": "2032-01-31"}
    parts = [{"amount": "8"}, {"amount": "8"}]
    parts[part] = late
    published = of_parts(*parts)
    quotient = quotient_of(published)
    (found,) = published.series(quotient, "901", DAY).values()
    assert (found.published, found.later) == (date(2030, 1, 31), True)
    assert published.places(quotient) == 1


def test_a_quotient_needs_both_parts_and_no_part_of_nothing() -> None:
    assert not any(m.divisor for m in of_parts({"amount": "8"}, {}).measures)
    published = of_parts({"amount": "8"}, {"amount": "0"})
    quotient = quotient_of(published)
    assert published.series(quotient, "901", DAY) == {}


def test_a_quotient_is_rounded_half_up_to_one_decimal() -> None:
    published = of_parts({"amount": "1"}, {"amount": "16"})
    quotient = quotient_of(published)
    (found,) = published.series(quotient, "901", DAY).values()
    assert str(found.value) == "6.3"


def near_westmoor(*rows: dict[str, str], sets: list[dict[str, str]] | None = None) -> Published:
    own = years(TIMELY, "Westmoor", {2029: "50.0"})
    given = sets or neighbours("set of 2028", "2028-05-01", "Eastvale", "Southdown")
    return Published.of(COUNCIL, [*own, *rows], given)


def test_an_average_is_as_late_and_as_fine_as_its_values() -> None:
    published = near_westmoor(
        *years(TIMELY, "Eastvale", {2028: "60", 2027: "62"}, held="2032-01-31"),
        *years(TIMELY, "Southdown", {2028: "61.25"}, published="2030-02-28"),
        *years(TIMELY, "Southdown", {2027: "61"}),
    )
    (only,) = published.measures
    near = published.neighbours(DAY)
    assert near is not None
    first, second = published.average(only, near, DAY).values()
    assert (first.period.code, str(first.value)) == ("2026/27", "61.50")
    assert (second.period.code, str(second.value)) == ("2027/28", "60.63")
    assert second.published == date(2030, 2, 28)
    assert first.later and second.later
    assert [row["area"] for row in second.rows] == ["Eastvale", "Southdown"]
    assert published.places(only) == 2


def test_a_measure_that_nothing_is_on_record_of_has_no_decimals() -> None:
    assert Published().places(Measure("calls", "DfE", "calls")) == 0


def test_the_set_in_force_is_the_latest_that_was_public() -> None:
    sets = [
        *neighbours("set of 2031", "2031-06-01", "Southdown"),
        *neighbours("set of 2028", "2028-05-01", "Southdown", "Eastvale")[::-1],
    ]
    published = near_westmoor(sets=sets)
    then, now = published.neighbours(date(2031, 5, 31)), published.neighbours(DAY)
    assert then is not None and now is not None
    assert (then.name, then.members) == ("set of 2028", ("903", "902"))
    assert now.name == "set of 2031"


def test_what_a_council_is_compared_with() -> None:
    areas = ("North East", "England", "Eastvale", "Southdown")
    rows = [row for area in areas for row in years(TIMELY, area, {2029: "60.0"})]
    published = near_westmoor(*rows)
    (only,) = published.measures
    found = [(who, area, len(series)) for who, area, series in published.comparable(only, DAY)]
    assert found == [
        ("own", "Westmoor", 1),
        ("region", "the North East", 1),
        ("england", "England", 1),
        ("statistical_neighbours", "the statistical neighbours", 1),
    ]
    before = published.comparable(only, date(2028, 1, 31))
    assert list(before) == []
    alone = Published.of("Elsewhere Council", rows)
    assert [who for who, _, _ in alone.comparable(only, DAY)] == ["england"]
    assert (alone.called("own"), alone.called("england")) == ("", "England")


def test_a_region_without_rows_of_its_own_is_called_by_its_name() -> None:
    published = Published(council=Council("901", "Westmoor", "london"))
    assert published.called("region") == "London"


# ---------------------------------------------------------------- decimals


def test_a_value_is_looked_for_in_the_latest_eight_years() -> None:
    rows = years(TIMELY, "Westmoor", {year: "70.0" for year in range(2020, 2031)})
    found = list(latest(on_record(*rows)))
    assert (len(found), found[0].code, found[-1].code) == (8, "2022/23", "2029/30")
    backwards = {period: on_record(*rows)[period] for period in reversed(found)}
    assert list(latest(backwards, 2)) == found[-2:]


@pytest.mark.parametrize(("text", "places"), [("7", 0), ("7.10", 2), ("7E+2", 0), ("NaN", 0)])
def test_decimals_are_those_that_are_written(text: str, places: int) -> None:
    assert decimals(Decimal(text)) == places


@pytest.mark.parametrize(
    ("text", "places", "found"),
    [("7.25", 1, "7.3"), ("7.25", 2, "7.25"), ("7.2", 2, "7.2"), ("72.5", 0, "73"), ("7", 1, "7")],
)
def test_a_value_is_rounded_half_up_and_never_made_finer(
    text: str, places: int, found: str
) -> None:
    assert str(rounded(Decimal(text), places)) == found
