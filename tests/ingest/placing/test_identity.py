"""Two counts and the percentage that is printed of them place each other, or nothing."""

from __future__ import annotations

import pytest

from briefing.ingest.placing.identity import by_identity
from ingest.placing.making import MONTHS, opened, placed

SHARE = "Percentage of meetings resulting in plans"
MEETINGS, PLANS = "Number of meetings held", "Number of plans"
SOUND = {MEETINGS: "50 40 80 25 60", PLANS: "5 10 8 5 12 3", SHARE: "10 25 10 20 20"}


def codes(rows: dict[str, str]) -> list[list[str]]:
    """The columns that each row is certain of after the evidence."""
    made = opened(rows)
    by_identity(made)
    return [list(placed(row)) for row in made]


def test_the_one_way_that_holds_is_taken_and_said() -> None:
    made = opened(SOUND)
    assert by_identity(made)
    assert [list(placed(row)) for row in made] == [list(MONTHS[:5]), list(MONTHS), list(MONTHS[:5])]
    assert made[0].proved
    assert made[2].closed().cells[0].evidence == (
        "Only with the empty columns so placed is “Number of plans” divided by"
        " “Number of meetings held” the percentage printed as"
        " “Percentage of meetings resulting in plans” in every period"
    )
    assert not by_identity(made)


@pytest.mark.parametrize(
    "label",
    [
        "Proportion of meetings leading to plans",
        "% of meetings which became plans",
        "%age of meetings that led to plans",
        "percentage of meetings progressing to plans",
    ],
)
def test_other_words_for_a_share(label: str) -> None:
    rows = {MEETINGS: SOUND[MEETINGS], PLANS: SOUND[PLANS], label: SOUND[SHARE]}
    assert codes(rows)[0] == list(MONTHS[:5])


@pytest.mark.parametrize(
    ("meetings", "plans"),
    [("Total number of meetings", "No. of plans"), ("- Number of meetings", "no of plans made")],
)
def test_other_words_for_a_count(meetings: str, plans: str) -> None:
    rows = {meetings: SOUND[MEETINGS], plans: SOUND[PLANS], SHARE: SOUND[SHARE]}
    assert codes(rows)[0] == list(MONTHS[:5])


@pytest.mark.parametrize(
    "rows",
    [
        {"Rate of meetings": SOUND[MEETINGS], PLANS: SOUND[PLANS], SHARE: SOUND[SHARE]},
        {"Late number of meetings": SOUND[MEETINGS], PLANS: SOUND[PLANS], SHARE: SOUND[SHARE]},
        {"Number of calls": SOUND[MEETINGS], PLANS: SOUND[PLANS], SHARE: SOUND[SHARE]},
        {**SOUND, "Number of plans signed": "1 2 3 4 5 6"},
        {MEETINGS: SOUND[MEETINGS], PLANS: SOUND[PLANS], "Share of rain": SOUND[SHARE]},
        {MEETINGS: SOUND[MEETINGS], PLANS: SOUND[PLANS],
         "Percentage of meetings resulting in meetings": SOUND[SHARE]},
        {MEETINGS: SOUND[MEETINGS], PLANS: SOUND[PLANS],
         "Percentage of meetings resulting in the": SOUND[SHARE]},
        {**SOUND, SHARE: "10 25 10 20 21"},
        {**SOUND, PLANS: "5 10 8 5 13 3"},
        {**SOUND, MEETINGS: "50 0 80 25 60"},
        {MEETINGS: SOUND[MEETINGS],
         "Percentage of meetings resulting in meetings": "100 100 - 100 100 100"},
    ],
    ids=["a rate", "a late one", "other things", "two counts", "no share", "one count", "no word",
         "a share off", "a count off", "of none", "of itself"],
)  # fmt: skip
def test_what_does_not_hold_places_nothing(rows: dict[str, str]) -> None:
    assert not by_identity(opened(rows))


def test_three_shares_are_too_few_and_four_are_enough() -> None:
    rows = {MEETINGS: "50 40 80", PLANS: "5 10 8 3 3 3", SHARE: "10 25 10"}
    assert not by_identity(opened(rows))
    rows = {MEETINGS: "50 40 80 25", PLANS: "5 10 8 5 12 3", SHARE: "10 25 10 20"}
    assert codes(rows)[0] == list(MONTHS[:4])


@pytest.mark.parametrize(
    ("shares", "holds"),
    [
        ("12 25 10 20 20", True),
        ("13 25 10 20 20", True),
        ("14 25 10 20 20", False),
        ("12.5 25 10 20 20", True),
        ("12.4 25 10 20 20", False),
        ("12.6 25 10 20 20", False),
        ("12.50 25.00 10 20 20", True),
    ],
)
def test_a_share_is_the_quotient_as_far_as_it_is_printed(shares: str, holds: bool) -> None:
    rows = {MEETINGS: "40 40 80 25 60", PLANS: "5 10 8 5 12 3", SHARE: shares}
    assert by_identity(opened(rows)) is holds


def test_rows_that_are_all_settled_are_told_nothing() -> None:
    rows = {MEETINGS: "50 40 80 25 60 30", PLANS: "5 10 8 5 12 3", SHARE: "10 25 10 20 20 10"}
    assert not by_identity(opened(rows))


def test_rows_with_too_many_ways_together_are_left_alone() -> None:
    shares = [(10, 20, 25, 50)[at % 4] for at in range(200)]
    rows = {
        MEETINGS: " ".join("100" for _ in shares),
        PLANS: " ".join(map(str, shares)),
        SHARE: " ".join(map(str, [*shares[:99], "-", *shares[99:]])),
    }
    years = tuple(str(year) for year in range(1800, 2001))
    assert not by_identity(opened(rows, periods=years))


def test_the_part_may_be_the_row_that_leaves_out_a_period() -> None:
    rows = {MEETINGS: "50 40 80 25 60 30", PLANS: "5 10 8 5 12", SHARE: "10 25 10 20 20"}
    assert codes(rows)[1] == list(MONTHS[:5])
