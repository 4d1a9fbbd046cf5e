"""Names of measures against earlier papers: numbers in words, order, and what a rate is per."""

from __future__ import annotations

import pytest

from analysis.test_against_earlier import now, then
from briefing.analysis.disagreements import definitions_against_earlier


def changed(old: str, new: str) -> bool:
    return bool(list(definitions_against_earlier([then(name=old)], [now(name=new)])))


@pytest.mark.parametrize(
    ("word", "digits"),
    [
        ("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"),
        ("fifth", "5th"), ("sixth", "6th"),
    ],
)  # fmt: skip
def test_an_ordinal_is_the_same_in_words_and_digits(word: str, digits: str) -> None:
    assert not changed(f"{word.title()} or later plan", f"{digits} or later plan")
    assert changed(f"{word.title()} or later plan", "9th or later plan")


NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


@pytest.mark.parametrize(("number", "word"), list(enumerate(NUMBERS, start=1)))
def test_a_number_is_the_same_in_words_and_digits(number: int, word: str) -> None:
    assert not changed(f"Visits within {word} weeks", f"Visits within {number} weeks")
    assert changed(f"Visits within {word} weeks", f"Visits within {number + 1} weeks")


def test_the_order_of_two_numbers_is_only_other_words() -> None:
    old, new = "Aged 3 years and seen in 2 weeks", "Seen in 2 weeks, aged 3 years"
    assert not changed(old, new)
    assert not changed(new, old)


def test_of_whom_a_rate_is_per_is_no_part_of_what_is_counted() -> None:
    old, new = "Rate of plans", "Rate of plans per 10,000 aged 0-17 years (excluding others)"
    assert not changed(old, new)
    assert not changed(new, old)
    assert changed("Rate of plans over 3 months per 10,000", "Rate of plans over 6 months")


def test_a_measure_without_a_printed_name_hides_no_other() -> None:
    before = [then("a", name="Within 3 weeks"), then("b", name="Within 3 weeks")]
    after = [now("a"), now("b", name="Within 2 weeks")]
    (found,) = definitions_against_earlier(before, after)
    assert found.working.text == (
        "B: printed as “Within 2 weeks” in these papers and as “Within 3 weeks” in the earlier "
        "ones."
    )
    assert (found.left.raw, found.right.raw) == ("63", "64")
