"""The comparator columns of 26 September 2024, as a careful reader finds them by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.analysis.published import ComparatorCheck
from briefing.model import blocks as b
from briefing.publish.edition import plain
from briefing.publish.read_back.against_store import against_store
from briefing.publish.read_back.record import Record
from briefing.sections.comparators import older_comparators, published_sources
from briefing.sections.edition import open_edition

ROOT = Path(__file__).parents[2]

#: Measure and position -> whose it is, which year it is of, the published value, a newer one.
#: Nothing stands here for the others: of those the year cannot be told.
BY_HAND = {
    ("rate-of-referrals", 1): ("own", "nearest", "2022/23", "749.7", ""),
    ("rate-of-referrals", 4): ("england", "nearest", "2022/23", "538.1", ""),
    ("assessments-within-45-days", 1): ("own", "exact", "2022/23", "81.6", ""),
    ("assessments-within-45-days", 4): ("england", "exact", "2022/23", "82.5", ""),
    ("rate-of-section-47-enquiries", 1): ("own", "nearest", "2022/23", "347.6", ""),
    ("rate-of-section-47-enquiries", 4): ("england", "nearest", "2022/23", "189.4", ""),
    ("section-47-to-icpc", 1): ("own", "exact", "2022/23", "23.9", ""),
    ("section-47-to-icpc", 4): ("england", "exact", "2022/23", "33.0", ""),
    ("rate-of-child-protection-plans", 1): ("own", "nearest", "2023-03", "63.0", ""),
    ("rate-of-child-protection-plans", 4): ("england", "nearest", "2023-03", "42.7", ""),
    ("rate-of-children-in-care", 1): ("own", "exact", "2022-03", "114", "108"),
    ("rate-of-children-in-care", 3): ("region", "exact", "2022-03", "56", "57"),
    ("rate-of-children-open-to-service", 1): ("own", "nearest", "2023-03", "517.8", ""),
    ("referrals-no-further-action", 1): ("own", "exact", "2022/23", "14.3", ""),
    ("referrals-no-further-action", 4): ("england", "exact", "2022/23", "7.1", ""),
    ("repeat-child-protection-plans", 1): ("own", "exact", "2022/23", "33.1", ""),
}


@pytest.fixture(scope="module")
def checks() -> tuple[ComparatorCheck, ...]:
    return briefing.open_store(ROOT / "data").meeting("2024-09-26").comparator_checks


def test_each_value_is_told_as_by_hand_and_no_other(checks: tuple[ComparatorCheck, ...]) -> None:
    assert len(checks) == 34
    told = {
        (one.row["indicator"], int(one.row["column_position"])): (
            one.comparator,
            one.year,
            one.period.code if one.period else "",
            str(one.found.value) if one.found else "",
            str(one.newer.figure.value) if one.newer else "",
        )
        for one in checks
        if one.year != "cannot_tell"
    }
    assert told == BY_HAND


def test_a_newer_value_is_told_only_where_the_year_is(checks: tuple[ComparatorCheck, ...]) -> None:
    assert {one.is_newer_out for one in checks if one.year == "cannot_tell"} == {"cannot_tell"}
    assert [one.newer.published for one in checks if one.newer] == ["2023-12-31"] * 2
    assert all(one.newer is None or one.newer.published < "2024-09-18" for one in checks)


def test_the_neighbours_of_then_are_not_on_record(checks: tuple[ComparatorCheck, ...]) -> None:
    named = [one for one in checks if one.comparator == "statistical_neighbours"]
    assert len(named) == 10
    assert {one.later_set for one in named} == {"cannot_tell"}
    assert not any("2025" in one.working.text for one in checks)


def test_every_figure_of_the_checks_is_borne_out_by_the_store(
    checks: tuple[ComparatorCheck, ...],
) -> None:
    record = Record(open_edition("2024-09-26", data=str(ROOT / "data")))
    figures = [figure for one in checks for figure in (one.printed, *one.working.figures)]
    assert any(figure.operation for figure in figures)
    for one in checks:
        for trace in b.trace(one.working):
            assert against_store(trace, record) == ""


def test_no_comparator_is_years_old() -> None:
    meeting = briefing.open_store(ROOT / "data").meeting("2024-09-26")
    assert not any(signal.kind.startswith("comparator-o") for signal in meeting.signals())


def test_on_a_later_day_what_came_out_since_is_seen() -> None:
    meeting = briefing.open_store(ROOT / "data").meeting("2024-09-26", as_of="2025-06-30")
    newer = {
        (one.row["indicator"], one.comparator): str(one.newer.figure.value)
        for one in meeting.comparator_checks
        if one.newer
    }
    assert newer["rate-of-children-in-care", "own"] == "97"
    assert newer["assessments-within-45-days", "england"] == "84.5"


def test_the_published_figures_on_record_are_those_that_the_panel_needs() -> None:
    store = briefing.open_store(ROOT / "data")
    rows = store.rows("published_values")
    assert {row["area"] for row in rows} == {"Southampton", "South East", "England"}
    assert len(rows) < 1_500
    assert all(row["indicator"] in store.indicators for row in rows)


def test_the_annex_says_whose_they_are_and_names_their_releases() -> None:
    edition = open_edition("2024-09-26", data=str(ROOT / "data"))
    (_, _, entries) = older_comparators(edition)
    openings = [plain(entry[0]["runs"]) for entry in entries["items"]]
    assert [opening.partition(": ")[0] for opening in openings] == [
        "Children in care per 10,000, the council's own as it appears",
        "Children in care per 10,000, the region as it appears",
    ]
    assert [source.partition(",")[0][-13:] for source in published_sources(edition)] == [
        "31 March 2022",
        "31 March 2023",
    ]
