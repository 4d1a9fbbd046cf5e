from decimal import Decimal

import pytest

from briefing.model import Citation, Figure, Period, derive

HERE = Citation("pack", item_number="9", section="Family Help", printed_page="46")


def _figure(value: str, unit: str = "count", **more: object) -> Figure:
    return Figure(Decimal(value), unit, citation=HERE, raw=value, row=f"r{value}", **more)


def test_a_figure_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="no figure without a source"):
        Figure(Decimal(1))


def test_a_figure_is_an_exact_decimal() -> None:
    with pytest.raises(TypeError, match="exact decimal"):
        Figure(0.1, citation=HERE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1366", "count", "1,366"),
        ("89", "percent", "89%"),
        ("94", "rate_per_10000", "94 per 10,000"),
        ("12.90", "average", "12.90"),
        ("3.4", "rate_per_1000", "3.4 per 1,000"),
        ("2.5", "score", "2.5"),
        ("41.5", "fte", "41.5 full-time equivalent"),
        ("-7", "percentage_points", "-7 percentage points"),
        ("1", "percentage_points", "1 percentage point"),
        ("-1", "percentage_points", "-1 percentage point"),
        ("2", "percentage_points", "2 percentage points"),
        ("1", "months", "1 month"),
        ("13", "months", "13 months"),
        ("1", "meetings", "1 meeting"),
        ("3", "meetings", "3 meetings"),
        ("1", "days", "1 day"),
        ("50", "days", "50 days"),
        ("1", "weeks", "1 week"),
        ("26", "weeks", "26 weeks"),
        ("1", "percent", "1%"),
        ("1", "rate_per_10000", "1 per 10,000"),
        ("57300000", "gbp", "£57,300,000"),
        ("-1200", "gbp", "-£1,200"),
        ("0", "gbp", "£0"),
        ("0.5", "gbp", "£0.5"),
        ("0", "count", "0"),
    ],
)
def test_text_keeps_what_was_printed(value: str, unit: str, text: str) -> None:
    assert _figure(value, unit).text == text


@pytest.mark.parametrize(
    ("value", "places", "number"),
    [
        ("2.666", 2, "2.67"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("1234.5678", 1, "1,234.6"),
        ("7", 2, "7.00"),
        ("-0.004", 2, "0.00"),
    ],
)
def test_a_figure_is_printed_to_its_places_and_a_half_goes_away_from_nought(
    value: str, places: int, number: str
) -> None:
    assert _figure(value, "average", places=places).number == number
    assert derive(Decimal(value), "mean", unit="average", places=places).number == number


def test_a_unit_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="not a unit: 'furlongs'"):
        _figure("8", "furlongs")


def test_a_derived_figure_keeps_its_unit_and_period_and_has_no_text_of_its_own() -> None:
    change = derive(2, "change", _figure("87"), unit="percent", period=Period("2024-08"))
    assert (change.unit, change.period) == ("percent", Period("2024-08"))
    assert (change.raw, change.row, change.citation) == ("", "", None)


def test_a_derived_figure_names_every_source_once() -> None:
    august, last = _figure("470"), _figure("507")
    change = derive(-37, "change over 12 months", august, last)
    assert change.sources == (HERE,)
    assert change.rows == ("r470", "r507")


def test_a_citation_speaks_to_a_councillor() -> None:
    assert HERE.text == "item 9, Family Help, page 46"
    assert Citation("x", "Published summary", second_hand=True).text == (
        "Published summary, second-hand"
    )
    whole = Citation("pack", "Annual report", page=12, corrected=True)
    assert whole.text == str(whole) == "Annual report, page 12 of the file, corrected by hand"
    assert Citation("pack", "Annual report", page=12, printed_page="9").text == (
        "Annual report, page 9"
    )
    assert Citation("pack").text == "pack"
    assert Citation("pack").meeting == ""
