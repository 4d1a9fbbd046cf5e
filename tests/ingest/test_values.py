"""What one cell says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.words.values import read_value


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("12", "12", ""),
        ("0", "0", ""),
        ("1,234.5", "1234.5", ""),
        ("−5", "-5", ""),
        ("–5", "-5", ""),
        ("85.2%", "85.2", "percent"),
        ("85 %", "85", "percent"),
        ("85 per cent", "85", "percent"),
        ("63.2 per 10,000", "63.2", "rate_per_10000"),
        ("45 days", "45", "days"),
        ("1.5 FTE", "1.5", "fte"),
        ("£12,345", "12345", "gbp"),
        ("£1.2m", "1200000", "gbp"),
        ("-£345k", "-345000", "gbp"),
        ("(£1.2m)", "-1200000", "gbp"),
        ("16*", "16", ""),
        ("12 (p)", "12", ""),
    ],
)
def test_plain_numbers_are_exact(raw: str, value: str, unit: str) -> None:
    found = read_value(raw)
    assert (found.status, found.value, found.unit) == ("stated", Decimal(value), unit)


@pytest.mark.parametrize(
    "raw", ["", " ", "-", "–", "n/a", "N/A", "Not available", "TBC", "..", "[x]", "No data"]
)
def test_what_is_missing_keeps_its_print(raw: str) -> None:
    found = read_value(raw)
    assert (found.status, found.value, found.raw) == ("missing", None, raw)


@pytest.mark.parametrize("raw", ["c", "*", "<5", "≤5", "x", "[c]", "fewer than 5"])
def test_what_is_suppressed(raw: str) -> None:
    assert read_value(raw).status == "suppressed"


@pytest.mark.parametrize(
    "raw",
    [
        "12 (34%)",
        "12/34",
        "12³",
        "1 234",
        "1,23",
        "5.",
        "12-15",
        "(12)",
        "- 5",
        "95%+",
        ">95%",
        "12 R",
        "3:1",
        "１２",
        "££5",
        "12.5.6",
    ],
)
def test_digits_that_are_no_one_plain_number_are_withheld_with_a_reason(raw: str) -> None:
    found = read_value(raw)
    assert (found.status, found.value) == ("withheld", None)
    assert found.reason


def test_a_doubtful_print_is_withheld() -> None:
    found = read_value("123", doubt="raised")
    assert (found.status, found.value) == ("withheld", None)
    assert "raised" in found.reason


def test_words_are_text() -> None:
    assert read_value("See note").status == "text"
    assert read_value("Year 11").status == "text"


def test_a_target_may_be_a_bound() -> None:
    assert read_value("≥95%", of="target").value == Decimal(95)
    assert read_value("<5", of="target").value == Decimal(5)
    assert read_value("95% or more", of="target").value == Decimal(95)


def test_money_takes_brackets_and_scale_from_the_heading_once() -> None:
    assert read_value("(350)", unit="gbp", scale=1000).value == Decimal(-350000)
    assert read_value("1,200", unit="gbp", scale=1000).value == Decimal(1200000)
    assert read_value("£3m", unit="gbp", scale=1000).status == "withheld"


@pytest.mark.parametrize(
    ("raw", "rag"),
    [("R", "red"), ("AMBER", "amber"), ("green", "green"), ("🟢", "green"), ("On track", "")],
)
def test_ratings_of_a_rag_column(raw: str, rag: str) -> None:
    assert read_value(raw, of="rag").rag == rag


def test_two_colours_are_no_rating() -> None:
    assert read_value("Red/Amber", of="rag").status == "withheld"


@pytest.mark.parametrize(
    ("raw", "direction"),
    [("▲", "up"), ("↓", "down"), ("◄►", "level"), ("→", "level"), ("Up", "up"), ("Improving", "")],
)
def test_directions_of_a_direction_column(raw: str, direction: str) -> None:
    assert read_value(raw, of="direction").direction == direction


def test_a_letter_is_a_rating_only_where_the_column_says_so() -> None:
    assert read_value("R").rag == ""
    assert read_value("85% ▲").direction == "up"
    assert read_value("85% Green").rag == "green"
    assert read_value("85% Green").value == Decimal(85)


@given(st.decimals(-99999, 99999, places=2), st.sampled_from(["", "%", " days"]), st.booleans())
def test_every_number_is_read_as_itself(number: Decimal, unit: str, commas: bool) -> None:
    printed = f"{number:,}{unit}" if commas else f"{number}{unit}"
    found = read_value(printed)
    assert (found.status, found.value) == ("stated", number)


@given(st.text(alphabet="0123456789 ,.%£()-–/<>cnax*km³", max_size=9))
def test_a_stated_value_holds_all_the_digits_printed(text: str) -> None:
    found = read_value(text)
    if found.status != "stated":
        assert found.value is None
        return
    assert found.value is not None
    significant = [c for c in text if c.isdigit()]
    kept = f"{abs(found.value):f}".replace(".", "").strip("0")
    assert kept == "".join(significant).strip("0")
