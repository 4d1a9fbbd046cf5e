"""What one cell says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.words.values import CellOf, Direction, Rag, Value, read_value


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
        ("12.0", "12.0", ""),
        ("+5", "5", ""),
        ("-0", "0", ""),
        (".5", "0.5", ""),
        ("85  %", "85", "percent"),
        ("85.20%", "85.20", "percent"),
        ("85 percent", "85", "percent"),
        ("1 day", "1", "days"),
        ("12 working days", "12", "days"),
        ("3 wks", "3", "weeks"),
        ("1 week", "1", "weeks"),
        ("3 weeks", "3", "weeks"),
        ("7 FTEs", "7", "fte"),
        ("63 per 10000", "63", "rate_per_10000"),
        ("63 per 10k", "63", "rate_per_10000"),
        ("6 per 1,000", "6", "rate_per_1000"),
        ("6 per 1000", "6", "rate_per_1000"),
        ("£0", "0", "gbp"),
        ("+£5", "5", "gbp"),
        ("£-350", "-350", "gbp"),
        ("£12.50", "12.50", "gbp"),
        ("£45k", "45000", "gbp"),
        ("£1.2345k", "1234.5", "gbp"),
        ("£2 thousand", "2000", "gbp"),
        ("£3mn", "3000000", "gbp"),
        ("£2.5 million", "2500000", "gbp"),
        ("£1.5bn", "1500000000", "gbp"),
        ("£1 billion", "1000000000", "gbp"),
        ("16†", "16", ""),
        ("16 ‡", "16", ""),
        ("12 (provisional)", "12", ""),
        ("12[r]", "12", ""),
        ("1\u200b2", "12", ""),
    ],
)
def test_plain_numbers_are_exact(raw: str, value: str, unit: str) -> None:
    assert read_value(raw) == Value("stated", raw, Decimal(value), unit)
    assert str(read_value(raw).value) == value


@pytest.mark.parametrize("of", ["", "target", "rag", "direction"])
@pytest.mark.parametrize(
    "raw",
    [
        *("", " ", "-", "–", "---", "n/a", "N/A", "n.a.", "NA", "#N/A", "nya", "Not available"),
        *("TBC", "tba", "..", "...", ":", "[x]", "[z]", "No data", "No data available"),
        *("Not yet known", "Not applicable", "Data not available", "Data unavailable"),
        *("Awaiting data", "Awaited", "Pending", "Unavailable", "Unknown", "To be confirmed"),
    ],
)
def test_what_is_missing_keeps_its_print(raw: str, of: CellOf) -> None:
    assert read_value(raw, of=of) == Value("missing", raw)


@pytest.mark.parametrize("raw", ["Not avail able", "Not yet avail-\nable", "No d ata"])
def test_what_is_missing_may_be_broken_over_the_lines_of_a_narrow_cell(raw: str) -> None:
    assert read_value(raw.replace("-\n", "\n")) == Value("missing", raw.replace("-\n", "\n"))


@pytest.mark.parametrize(
    "raw",
    [
        *("c", "*", "**", "~", "x", "[c]", "(c)", "Suppressed", "supp.", "Confidential"),
        *("<5", "≤5", "<= 5", "< 5%", "fewer than 5", "Less than 10", "Under 5"),
    ],
)
def test_what_is_suppressed(raw: str) -> None:
    assert read_value(raw) == Value("suppressed", raw)


def test_what_says_nothing_more_has_no_unit_no_colour_and_no_reason() -> None:
    for raw in ("-", "c", "12", "See note"):
        found = read_value(raw)
        assert (found.unit, found.rag, found.direction, found.reason) == ("", "", "", "")


def test_blank_a_dash_a_mark_words_and_nought_are_different_things() -> None:
    printed = ["", "-", "c", "n/a", "Not available", "0", "nil return"]
    found = [read_value(raw) for raw in printed]
    assert [one.raw for one in found] == printed
    assert [one.status for one in found] == [
        *("missing", "missing", "suppressed", "missing", "missing", "stated", "text")
    ]
    assert [one.value for one in found] == [None] * 5 + [Decimal(0), None]


@pytest.mark.parametrize(
    "raw", ["No data sharing agreement", "Not known why", "Cases closed", "Pending review", "Total"]
)
@pytest.mark.parametrize("of", ["", "rag", "direction"])
def test_words_that_begin_like_a_mark_are_text(raw: str, of: CellOf) -> None:
    assert read_value(raw, of=of) == Value("text", raw)


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
        "<100",
        "5 apples",
        "a1",
        "-£-5",
        "(-£5)",
        "(5%)",
        "£5 per 10,000",
        "(£5) 12",
    ],
)
def test_digits_that_are_no_one_plain_number_are_withheld_with_a_reason(raw: str) -> None:
    found = read_value(raw)
    assert found.reason
    assert found == Value("withheld", raw, reason=found.reason)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("12 (34%)", "the cell holds more than one number"),
        ("12-15", "the cell holds more than one number"),
        ("12³", "it is not one plain number"),
        ("-£-5", "it is not one plain number"),
        ("(-£5)", "it is not one plain number"),
        ("(12)", "it stands in brackets"),
    ],
)
def test_the_reason_says_what_is_not_plain(raw: str, reason: str) -> None:
    assert read_value(raw).reason == reason


@pytest.mark.parametrize(
    ("doubt", "reason"),
    [
        ("raised", "part of it is printed smaller and raised, and may be a note's mark"),
        ("struck", "a line strikes it out"),
        ("invisible", "it cannot be seen on the page"),
        ("covered", "something covers it on the page"),
        ("off_page", "it stands outside the page"),
        ("parsers_differ", "two readings of the page give different figures"),
        ("ocr", "it was read from a picture"),
        ("it is faint", "it is faint"),
    ],
)
def test_a_doubtful_print_is_withheld(doubt: str, reason: str) -> None:
    assert read_value("123", doubt=doubt) == Value("withheld", "123", reason=reason)
    assert read_value("n/a", doubt=doubt).status == "missing"
    assert read_value("c", doubt=doubt).status == "suppressed"


def test_words_are_text() -> None:
    assert read_value("See note") == Value("text", "See note")
    assert read_value("Year 11").status == "text"
    assert read_value("12 homes opened over the summer").status == "text"
    assert read_value("12 homes opened in all summer.").status == "withheld"


@pytest.mark.parametrize(
    "raw",
    [
        *("≥95%", ">95%", "<95%", "≤ 95%", ">=95%", "<=95%", "max 95%", "Max. 95%", "min 95%"),
        *("At least 95%", "at most 95%", "Up to 95%", "over 95%", "Under 95%", "95%+", "95% +"),
        *("95% or more", "95% or less", "95% or fewer", "95% or above", "95% or below", "95%"),
    ],
)
def test_a_target_may_be_a_bound(raw: str) -> None:
    assert read_value(raw, of="target") == Value("stated", raw, Decimal(95), "percent")


def test_a_target_may_be_below_what_is_suppressed_elsewhere() -> None:
    assert read_value("<5", of="target") == Value("stated", "<5", Decimal(5))
    assert read_value("c", of="target").status == "suppressed"


@pytest.mark.parametrize("raw", ["95% or more of 20", "between 5 and 9", "85-90%"])
def test_a_target_that_is_no_one_bound_is_not_taken(raw: str) -> None:
    assert read_value(raw, of="target").value is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("(350)", "-350000"),
        ("1,200", "1200000"),
        ("-12", "-12000"),
        ("£350", "350000"),
        ("(£350)", "-350000"),
        ("1.5", "1500"),
        ("0", "0"),
    ],
)
def test_money_takes_brackets_and_scale_from_the_heading(raw: str, value: str) -> None:
    found = read_value(raw, unit="gbp", scale=1000)
    assert (found.status, str(found.value)) == ("stated", value)


def test_a_scale_is_taken_once() -> None:
    found = read_value("£3m", unit="gbp", scale=1000)
    assert (found.status, found.value) == ("withheld", None)
    assert found.reason == "both the cell and its heading state a scale"
    assert str(read_value("£3m", unit="gbp").value) == "3000000"
    assert str(read_value("12%", unit="gbp", scale=1000).value) == "12"


@pytest.mark.parametrize("raw", ["(-350)", "(+350)", "(35%)"])
def test_brackets_with_a_sign_or_a_unit_are_no_minus(raw: str) -> None:
    assert read_value(raw, unit="gbp").reason == "it stands in brackets"


@pytest.mark.parametrize(
    ("raw", "rag"),
    [
        *((raw, "red") for raw in ("R", "red", "(R)", "R.", "🔴", "🟥", "Red - off track")),
        *((raw, "amber") for raw in ("A", "AMBER", "🟠", "🟧", "🟡", "🟨", "🟡 Amber")),
        *((raw, "green") for raw in ("g", "green", "[G]", "🟢", "🟩")),
        ("On track", ""),
        ("85%", ""),
    ],
)
def test_ratings_of_a_rag_column(raw: str, rag: Rag) -> None:
    assert read_value(raw, of="rag") == Value("text", raw, rag=rag)


@pytest.mark.parametrize("raw", ["Red/Amber", "🔴🟢", "🟢 Red"])
def test_two_colours_are_no_rating(raw: str) -> None:
    found = read_value(raw, of="rag")
    assert found == Value("withheld", raw, reason="the cell names more than one colour")
    assert read_value(f"85% {raw}").rag == ""


@pytest.mark.parametrize(
    ("raw", "direction"),
    [
        *((raw, "up") for raw in ("▲", "↑", "🔺", "Up", "(upward)", "Increasing", "Rising")),
        *((raw, "down") for raw in ("▼", "↓", "🔻", "Down", "downwards", "decreased", "Lower")),
        *((raw, "level") for raw in ("◄►", "← →", "→", "↔", "Level", "Same", "no change")),
        *((raw, "") for raw in ("Improving", "Up for review", "85%", "◄")),
    ],
)
def test_directions_of_a_direction_column(raw: str, direction: Direction) -> None:
    assert read_value(raw, of="direction") == Value("text", raw, direction=direction)


def test_two_directions_are_none() -> None:
    found = read_value("▲▼", of="direction")
    assert found == Value("withheld", "▲▼", reason="the cell names more than one direction")
    assert (read_value("85 ▲▼").status, read_value("85 ▲▼").direction) == ("withheld", "")


@pytest.mark.parametrize(
    ("raw", "rag", "direction"),
    [
        ("85% Green", "green", ""),
        ("(green) 85%", "green", ""),
        ("🟢 85%", "green", ""),
        ("🟢 Green 85%", "green", ""),
        ("85% ▲", "", "up"),
        ("▼85%", "", "down"),
        ("85% ◄►", "", "level"),
        ("85% Red ▼", "red", "down"),
    ],
)
def test_a_colour_and_an_arrow_may_stand_beside_a_number(
    raw: str, rag: Rag, direction: Direction
) -> None:
    assert read_value(raw) == Value("stated", raw, Decimal(85), "percent", rag, direction)


def test_a_colour_or_an_arrow_alone_is_no_number() -> None:
    assert read_value("🟢") == Value("text", "🟢", rag="green")
    assert read_value("▲") == Value("text", "▲", direction="up")
    assert read_value("Green as planned") == Value("text", "Green as planned", rag="green")
    found = read_value("12 (34%) Red ▲")
    assert (found.status, found.value) == ("withheld", None)
    assert (found.rag, found.direction) == ("red", "up")


def test_a_letter_is_a_rating_only_where_the_column_says_so() -> None:
    assert read_value("R") == Value("text", "R")
    assert read_value("A") == Value("text", "A")


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
