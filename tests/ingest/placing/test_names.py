"""Names of measures are compared by the words that carry meaning."""

from __future__ import annotations

import pytest

from briefing.ingest.placing.names import alike, core, longest_run, same, words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("The number of visits to the homes of children", "number visit home child"),
        ("Number of visits by address", "number visit address"),
        ("%age of visits", "percentage visit"),
        ("% of visits", "percentage visit"),
        ("Per cent of visits", "percentage visit"),
        ("S47s begun", "section 47 begun"),
        ("s.47 begun", "section 47 begun"),
        ("Section 47 begun", "section 47 begun"),
        ("Rate per 10,000", "rate per 10000"),
        ("A gas bus is at 2.5 bins", "gas bus 2.5 bin"),
        ("Its trees", "its tree"),
        ("", ""),
    ],
)
def test_the_words_of_a_name(name: str, found: str) -> None:
    assert words(name) == found.split()


def test_the_core_of_a_name_has_no_base_and_no_brackets() -> None:
    assert core("Rate of visits (new) made per 10,000 people") == ["rate", "visit", "made"]
    assert core("Visits per week") == ["visit", "per", "week"]
    assert core("Visits per 1 000") == ["visit"]
    assert core("Late(new)visits") == ["late", "visit"]


def test_names_with_the_same_words_are_the_same() -> None:
    assert same("% of visits made", "Percentage of visits made")
    assert not same("Visits made", "Made visits")
    assert not same("Number of visits", "Rate of visits")


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Number of late visits", "Number of visits made late", True),
        ("Number of late visits", "Rate of late visits", False),
        ("Number of late visits", "late visits", False),
        ("Number of visits", "Number of visits late", False),
        ("Late visits made", "Late visits paid", True),
        ("Late visits made by foot", "Late visits paid when asked again", False),
        ("Late bus visits made here", "Late bus visits paid there always", True),
        ("", "", False),
        ("Late visits", "", False),
        ("Average late visits made", "Late visits made", False),
        ("Proportion of late visits made", "Late visits made", False),
        ("Percentage of late visits made", "Late visits made", False),
    ],
)
def test_names_that_may_be_of_one_measure(one: str, other: str, may: bool) -> None:
    assert alike(one, other) is may
    assert alike(other, one) is may


@pytest.mark.parametrize(
    ("name", "text", "size"),
    [
        ("late visit made", "the late visit made today", 3),
        ("late visit made", "visit made", 2),
        ("visit made", "late visit made", 2),
        ("late visit made", "made visit late", 1),
        ("late visit late visit made", "late visit made", 3),
        ("late", "early", 0),
        ("", "late", 0),
        ("late", "", 0),
    ],
)
def test_the_longest_run_of_words_that_both_have(name: str, text: str, size: int) -> None:
    assert longest_run(name.split(), text.split()) == size
