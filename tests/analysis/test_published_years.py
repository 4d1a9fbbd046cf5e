"""Which year's published value a printed one is: what shows it, and what is left open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from briefing.analysis.published import words
from briefing.analysis.published.record import ComparatorCheck, Newer, Sets
from briefing.analysis.published.revised import Rate, is_near, of_year, only_near, shared_year
from briefing.analysis.published.telling import Asked, Beside, Told, shows_its_year, tell
from briefing.analysis.published.whose import whose
from briefing.analysis.rows import Row
from briefing.model import Citation, Figure, Period, Sentence
from briefing.model.published import Measure, Value

RATE, SHARE = "rate_per_10000", "percent"


def of(year: int) -> Period:
    return Period(f"{year - 1}/{year % 100:02d}")


def series(
    amounts: Mapping[int, str], *, later: bool = True, day: bool = False
) -> dict[Period, Value]:
    """Published values by the year in which they end."""
    found = {}
    for year, amount in amounts.items():
        period = Period(f"{year}-03") if day else of(year)
        row = {"value": amount, "period": period.code, "release": f"For {year}"}
        found[period] = Value(Decimal(amount), period, date(year, 11, 30), later, (row,))
    return found


def measure(unit: str = RATE, relation: str = "same", **more: object) -> Measure:
    return Measure("calls", "LAIT", "Calls", relation=relation, unit=unit, **more)  # type: ignore[arg-type]


def figure_of(row: Row) -> Figure:
    return Figure(
        Decimal(row["value"]), RATE, Period(row["period"]), Citation("l"), row=row["period"]
    )


def printed(value: str, unit: str = RATE) -> Figure:
    return Figure(Decimal(value), unit, None, Citation("pack"), row="printed")


def asked(
    value: str,
    amounts: Mapping[int, str],
    *,
    unit: str = RATE,
    relation: str = "same",
    later: bool = True,
    **more: object,
) -> Asked:
    beside = Beside(measure(unit, relation), series(amounts, later=later))
    return Asked(printed(value), "England", (beside,), **more)  # type: ignore[arg-type]


def told(one: Asked) -> tuple[str, str, bool]:
    found = tell(one, figure_of)
    return found.year, found.value.period.code if found.value else "", found.sure


AMOUNTS = {2027: "400.0", 2028: "450.0", 2029: "540.0", 2030: "610.0"}

# ---------------------------------------------------------------- a year that shows itself


@pytest.mark.parametrize(
    ("value", "inferred", "year"),
    [
        ("610.0", False, of(2030)),
        ("450.0", False, of(2028)),
        ("400.0", False, None),
        ("611.0", False, None),
        ("610.0", True, of(2030)),
    ],
)
def test_one_of_the_latest_three_values_shows_its_year(
    value: str, inferred: bool, year: Period | None
) -> None:
    assert shows_its_year(asked(value, AMOUNTS, inferred=inferred)) == year


@pytest.mark.parametrize(("inferred", "year"), [(False, of(2030)), (True, None)])
def test_a_rounded_value_shows_its_year_in_a_column_of_its_own(
    inferred: bool, year: Period | None
) -> None:
    assert shows_its_year(asked("610", {**AMOUNTS, 2030: "610.2"}, inferred=inferred)) == year


def test_a_value_of_two_years_or_of_a_close_measure_shows_none() -> None:
    assert shows_its_year(asked("610.0", {**AMOUNTS, 2029: "610.0"})) is None
    assert shows_its_year(asked("610.0", AMOUNTS, relation="close")) is None


def test_the_year_that_a_row_names_is_taken_from_it() -> None:
    assert shows_its_year(asked("1.0", AMOUNTS, stated=of(2027))) == of(2027)
    assert shows_its_year(asked("1.0", AMOUNTS, relation="close", stated=of(2027))) == of(2027)


# ---------------------------------------------------------------- other columns of the row


def test_other_columns_of_the_row_show_the_year_of_an_old_value() -> None:
    assert told(asked("400.0", AMOUNTS, row=of(2027))) == ("exact", "2026/27", True)
    assert told(asked("400.0", AMOUNTS))[:2] == ("cannot_tell", "")
    assert told(asked("610.0", AMOUNTS, row=of(2027)))[:2] == ("cannot_tell", "")
    assert told(asked("610.0", AMOUNTS)) == ("exact", "2029/30", True)


@pytest.mark.parametrize(
    ("value", "inferred", "year"),
    [
        ("610", False, "exact"),
        ("610", True, "cannot_tell"),
        ("610.2", True, "exact"),
        ("610.2", False, "exact"),
    ],
)
def test_a_rounded_value_of_a_column_without_a_name_shows_no_year_in_its_row(
    value: str, inferred: bool, year: str
) -> None:
    one = asked(value, {**AMOUNTS, 2030: "610.2"}, inferred=inferred, row=of(2030))
    assert told(one)[0] == year


def test_a_value_of_several_years_names_each_of_them() -> None:
    values = {2027: "540.0", 2028: "540.0", 2029: "540.0", 2030: "610.0"}
    found = tell(asked("540.0", values), figure_of)
    assert found.year == "cannot_tell"
    assert found.why.text == (
        "It may be the published value of England of more than one year (540.0 per 10,000 for "
        "2026/27 and 540.0 per 10,000 for 2027/28 and 540.0 per 10,000 for 2028/29), so its year "
        "cannot be told."
    )


# ---------------------------------------------------------------- a year that the row names


def test_the_value_of_a_stated_year_is_it_or_rounds_to_it() -> None:
    assert told(asked("400.0", AMOUNTS, stated=of(2027))) == ("exact", "2026/27", True)
    rounds = tell(asked("400", {**AMOUNTS, 2027: "400.4"}, stated=of(2027)), figure_of)
    assert rounds.year == "exact" and "rounds to it" in rounds.why.text
    missing = tell(asked("400.0", AMOUNTS, stated=of(2020)), figure_of)
    assert missing.why.text == "No published value of its year is on record."
    assert missing.year == "cannot_tell"


def test_a_rate_near_that_of_its_stated_year_may_have_been_revised_since() -> None:
    found = tell(asked("404.0", AMOUNTS, stated=of(2027)), figure_of)
    assert (found.year, found.sure) == ("nearest", False)
    assert found.value is not None and found.value.period == of(2027)
    assert "published values may have been revised since" in found.why.text


@pytest.mark.parametrize(
    "one",
    [
        asked("404.0", AMOUNTS, stated=of(2027), later=False),
        asked("404", AMOUNTS, stated=of(2027)),
        asked("404.0", AMOUNTS, stated=of(2027), unit=SHARE),
        asked("420.0", AMOUNTS, stated=of(2027)),
        asked("450.0", AMOUNTS, stated=of(2027)),
    ],
    ids=["known from before", "rounded", "a percentage", "far", "of another year"],
)
def test_without_that_it_cannot_be_told(one: Asked) -> None:
    assert told(one)[:2] == ("cannot_tell", "")


# ---------------------------------------------------------------- the nearest value


def test_the_one_rate_that_is_near_may_have_been_revised_since() -> None:
    assert told(asked("546.5", AMOUNTS)) == ("nearest", "2028/29", False)


@pytest.mark.parametrize(
    "one",
    [
        asked("546.5", AMOUNTS, later=False),
        asked("546", AMOUNTS),
        asked("546.5", AMOUNTS, unit=SHARE),
        asked("546.5", AMOUNTS, relation="close"),
        asked("546.5", {**AMOUNTS, 2030: "550.0"}),
        asked("404.0", AMOUNTS),
    ],
    ids=["known from before", "rounded", "a percentage", "close", "two years", "an old year"],
)
def test_no_value_is_named_as_nearest_without_that(one: Asked) -> None:
    found = tell(one, figure_of)
    assert (found.year, found.value) == ("cannot_tell", None)
    assert "is near it: they lie between" in found.why.text


def test_a_column_that_was_revised_shows_its_year_even_of_a_close_measure() -> None:
    march = Period("2029-03")
    assert told(asked("546.5", AMOUNTS, revised=march)) == ("nearest", "2028/29", True)
    close = tell(asked("546.5", AMOUNTS, relation="close", revised=march), figure_of)
    assert (close.year, close.sure) == ("nearest", True)
    assert "The nearest, of a close measure, is 540.0 per 10,000" in close.why.text
    assert told(asked("546.5", AMOUNTS, revised=march, later=False))[0] == "cannot_tell"


def test_of_several_measures_one_that_can_be_revised_is_taken() -> None:
    share = Beside(measure(SHARE), series(AMOUNTS))
    rate = Beside(measure(), series(AMOUNTS))
    one = Asked(printed("546.5"), "England", (share, rate))
    found = tell(one, figure_of)
    assert found.year == "nearest" and found.measure == rate.measure


def test_the_same_measure_counts_wherever_it_stands() -> None:
    close = Beside(measure(relation="close"), series({2030: "1.0"}))
    same = Beside(measure(), series(AMOUNTS))
    one = Asked(printed("610.0"), "England", (close, same))
    assert one.same == same and told(one)[0] == "exact"


# ---------------------------------------------------------------- rates that were revised


def rate(value: str, amounts: Mapping[int, str], *, unit: str = RATE, day: bool = False) -> Rate:
    return Rate(Decimal(value), measure(unit), series(amounts, day=day))


@pytest.mark.parametrize(
    ("value", "unit", "can"),
    [
        ("546.5", RATE, True),
        ("546.51", RATE, True),
        ("546", RATE, False),
        ("546.5", "rate_per_1000", True),
        ("54.5", SHARE, False),
    ],
)
def test_a_rate_printed_as_finely_as_published_can_be_revised(
    value: str, unit: str, can: bool
) -> None:
    assert rate(value, AMOUNTS, unit=unit).can_be_revised is can


def test_the_finest_published_value_counts_and_none_ask_for_no_decimals() -> None:
    assert not rate("546.5", {2029: "540.25", 2030: "610.0"}).can_be_revised
    assert rate("546", {}).can_be_revised


@pytest.mark.parametrize(
    ("value", "near"),
    [("103", True), ("103.1", False), ("97", True), ("96.9", False), ("100", True)],
)
def test_a_value_is_near_within_three_in_a_hundred(value: str, near: bool) -> None:
    assert is_near(Decimal(100), Decimal(value)) is near
    assert not is_near(Decimal(0), Decimal(value))


def test_two_rates_off_one_year_by_one_factor_show_it() -> None:
    rates = [rate("546.5", {2029: "540.0"}), rate("43.2", {2029: "42.7"})]
    assert shared_year(rates) == Period("2029-03")
    assert shared_year(rates[:1]) is None
    assert shared_year([]) is None


def test_two_rates_off_one_year_by_two_factors_show_none() -> None:
    higher, lower = rate("546.5", {2029: "540.0"}), rate("534.6", {2029: "540.0"})
    assert shared_year([higher, lower]) is None
    assert shared_year([lower, higher]) is None
    assert shared_year([higher, higher]) == Period("2029-03")


def test_a_factor_is_as_exact_as_the_rounding_of_both_values_lets_it_be() -> None:
    exact = rate("505.00", {2029: "500.00"})
    coarse = [rate(value, {2029: "50.0"}) for value in ("50.4", "50.5", "50.6", "50.7")]
    found = [shared_year([exact, one]) is not None for one in coarse]
    assert found == [True, True, True, False]
    assert shared_year([exact, rate("50.3", {2029: "50.0"})]) is None


def test_rates_that_fit_two_years_show_none() -> None:
    both = {2028: "540.0", 2029: "540.0"}
    assert shared_year([rate("546.5", both), rate("546.5", both)]) is None
    one = rate("546.5", {2029: "540.0", 2030: "700.0"})
    assert shared_year([rate("546.5", both), one]) == Period("2029-03")


def test_a_day_in_march_and_the_year_to_it_are_one_year() -> None:
    day = rate("43.2", {2029: "42.7"}, day=True)
    assert shared_year([rate("546.5", {2029: "540.0"}), day]) == Period("2029-03")


def test_only_the_latest_three_years_are_looked_at() -> None:
    old = {2027: "540.0", 2028: "700.0", 2029: "800.0", 2030: "900.0"}
    assert shared_year([rate("546.5", old)] * 2) is None
    assert only_near(rate("546.5", old)) is None
    recent = {year + 1: amount for year, amount in old.items() if year < 2030}
    assert shared_year([rate("546.5", recent)] * 2) == Period("2028-03")
    near = only_near(rate("546.5", recent))
    assert near is not None and near.period == of(2028)


def test_the_value_of_a_year_is_found_by_its_last_month_where_it_is_near() -> None:
    found = of_year(rate("546.5", AMOUNTS), Period("2029-03"))
    assert found is not None and found.period == of(2029)
    assert of_year(rate("546.5", AMOUNTS), Period("2030-03")) is None
    assert of_year(rate("546.5", AMOUNTS), Period("2029-04")) is None
    day = of_year(rate("546.5", AMOUNTS, day=True), Period("2029-03"))
    assert day is not None and day.period == Period("2029-03")


# ---------------------------------------------------------------- whose value it is


def column(position: int, comparator: str, identification: str, indicator: str = "calls") -> Row:
    return {
        "table": "performance",
        "indicator": indicator,
        "column_position": str(position),
        "comparator": comparator,
        "identification": identification,
    }


@pytest.mark.parametrize("identification", ["named", "proposed", "confirmed"])
def test_a_column_shows_whose_it_is_by_its_other_rows(identification: str) -> None:
    rows = [column(4, "england", identification), column(4, "unknown", "unknown", "plans")]
    assert whose(rows) == ["england", "england"]


def test_a_column_of_two_or_of_none_is_unknown() -> None:
    rows = [
        column(4, "england", "named"),
        column(4, "region", "named", "visits"),
        column(4, "unknown", "unknown", "plans"),
    ]
    assert whose(rows) == ["england", "region", "unknown"]
    assert whose([column(4, "england", "guessed")]) == ["unknown"]
    assert whose([column(4, "unknown", "named")]) == ["unknown"]
    named_unknown = [column(4, "unknown", "named"), column(4, "england", "named", "plans")]
    assert whose(named_unknown) == ["england", "england"]
    assert whose([]) == []


# ---------------------------------------------------------------- what a check says


def check(comparator: str, identification: str = "named") -> ComparatorCheck:
    row = {"comparator": comparator, "identification": identification}
    return ComparatorCheck(row, comparator, printed("1.0"), "cannot_tell", Sentence("So it is."))


@pytest.mark.parametrize(
    ("identification", "sure"),
    [("named", True), ("confirmed", True), ("proposed", False), ("unknown", False)],
)
def test_whose_value_it_is_has_a_word_of_doubt_where_no_one_says_so(
    identification: str, sure: bool
) -> None:
    for comparator, who in (
        ("own", "the council's own"),
        ("region", "the region"),
        ("england", "England"),
        ("statistical_neighbours", "statistical neighbours"),
    ):
        words = check(comparator, identification).whose
        assert words.startswith(who) and (words == who) is sure


def test_a_check_that_found_nothing_says_so() -> None:
    nothing = check("england")
    assert (nothing.is_newer_out, nothing.months_behind) == ("cannot_tell", 0)
    assert (nothing.release, nothing.later_set, nothing.neighbour_set) == ("", "", "")
    assert nothing.rows == ("printed",)
    assert check("statistical_neighbours").later_set == "cannot_tell"


# ---------------------------------------------------------------- words


def test_a_quotient_and_an_average_say_how_they_were_worked_out() -> None:
    first, second = (next(iter(series({2030: amount}).values())) for amount in ("30.0", "60.0"))
    both = Value(Decimal("50.0"), of(2030), date(2030, 11, 30), False, first.rows + second.rows)
    quotient = words.figure(both, measure(SHARE, divisor="All calls"), figure_of)
    assert quotient.operation == "one published rate as a percentage of another"
    assert (quotient.unit, quotient.period, quotient.value) == (SHARE, of(2030), Decimal("50.0"))
    mean = words.figure(both, measure(SHARE), figure_of)
    assert mean.operation == "mean of the published values of the neighbours"
    three = Value(both.value, both.period, both.published, False, both.rows + first.rows)
    averaged = words.figure(three, measure(SHARE, divisor="All calls"), figure_of)
    assert averaged.operation == "mean of the published values of the neighbours"
    assert not words.figure(first, measure(), figure_of).operation


def test_a_newer_value_is_told_with_its_day_or_year() -> None:
    newer = Newer(printed("610.0"), Period("2030-03"), "For 2030", "2030-11-30")
    assert words.out(newer, measure(by_day=True)).text == (
        "A newer one, 610.0 per 10,000 at the end of March 2030, was public by the end of November "
        "2030."
    )


def test_a_gap_is_told_by_its_size_and_side() -> None:
    time = words.when(of(2029), measure())
    found = words.near(
        printed("500.0"), printed("510.0"), "England", time, together=True, close=False
    )
    assert found.text == (
        "No published value equals it. The nearest is 510.0 per 10,000 of England for 2028/29, "
        "2.0% higher; other rates of its column differ by about the same part, as they would if "
        "the estimate of the population behind them was revised since."
    )


def test_averages_with_two_sets_are_set_side_by_side() -> None:
    alike = Sets("set of May", "set of June", printed("50.0"), printed("50.0"), True)
    assert not alike.moved
    assert words.moved(alike).text == (
        "With the set of May and with the set of June the average is 50.0 per 10,000 alike."
    )
    apart = Sets("set of May", "set of June", printed("50.0"), printed("51.0"), True)
    assert apart.moved
    assert words.moved(apart).text == (
        "With the set of May the average is 50.0 per 10,000, with the set of June it is 51.0 per "
        "10,000."
    )


def test_what_is_told_is_sure_unless_it_says_otherwise() -> None:
    assert Told("exact", words.when(of(2029), measure())).sure
