"""One measure with two values in words: told where it is certainly one, and nowhere else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from briefing.analysis.claims import Passage
from briefing.analysis.disagreements import two_values
from briefing.model import Citation, Period, compose
from briefing.model.claim import Claim, Quantity, Verdict

PUBLISHED = date(2031, 9, 16)


def passage(text: str, line: int, *, section: str = "Reviews", previous: str = "") -> Passage:
    place = Citation("pack", item_number="10", section=section, line=line)
    return Passage(f"p{line}", text, "10", section, place, PUBLISHED, previous)


def told(*texts: str, apart: int = 3) -> list[tuple[str, str]]:
    found = two_values([passage(text, 10 + apart * n) for n, text in enumerate(texts)])
    return [(one.left.raw, one.right.raw) for one in found]


def test_sentences_of_a_list_that_differ_in_their_share_alone_are_told_with_both() -> None:
    texts = (
        "31% of babies with a plan are weighed by 6 months",
        "64% of babies are weighed by 9 months",
        "68% of babies with a plan are weighed by 6 months",
    )
    (found,) = two_values([passage(text, 10 + 3 * n) for n, text in enumerate(texts)])
    assert found.kind == "two_values"
    assert found.working.text == (
        "“… of babies with a plan are weighed by 6 months” is printed once with 31% and once with "
        "68%."
    )
    assert [c.line for f in (found.left, found.right) for c in f.sources] == [10, 16]


@pytest.mark.parametrize(
    "texts",
    [
        ("In May 2031, 31% of calls were late.", "In May 2031, 36% of calls were late."),
        ("There were 42 late calls in May 2031.", "There were 47 late calls in May 2031."),
        ("Calls were 31 per 10,000 in 2030.", "Calls were 36 per 10,000 in 2030."),
    ],
)  # fmt: skip
def test_a_named_time_makes_it_one_measure(texts: tuple[str, str]) -> None:
    assert len(told(*texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        # Other times, ages or groups.
        ("31% of babies are weighed by 6 months", "68% of babies are weighed by 9 months"),
        ("The 12-15 month check had 75% in May", "The 24-30 month check had 73% in May"),
        ("31% of boys are weighed by 6 months", "68% of girls are weighed by 6 months"),
        ("In May 2031, 31% of calls were late.", "In June 2031, 36% of calls were late."),
        # No time and no age: a heading that is not seen may part them.
        ("85% of all babies are weighed when due", "72% of all babies are weighed when due"),
        ("Performance has improved to 89%.", "Performance has improved to 84%."),
        ("At 86%, visits miss the target of 95%.", "At 91%, visits miss the target of 95%."),
        # Rounding, or words that bound a figure.
        ("31% of babies are weighed by 6 months", "31.4% of babies are weighed by 6 months"),
        ("About 31% of babies are weighed by 6 months", "34% of babies are weighed by 6 months"),
        ("There were 1,200 late calls in May 2031.", "There were 1,187 late calls in May 2031."),
        # Hopes, and sentences that lean on the one before.
        ("31% of babies will be weighed by 6 months", "68% of babies will be weighed by 6 months"),
        ("This was 31% of babies by 6 months", "This was 68% of babies by 6 months"),
        # What differs is a span and no figure of the measure.
        ("Reviews were every 6 weeks in 2031", "Reviews were every 8 weeks in 2031"),
    ],
)  # fmt: skip
def test_what_only_seems_to_differ_is_left_alone(texts: tuple[str, str]) -> None:
    assert told(*texts) == []


def test_sentences_far_apart_or_under_other_headings_are_left_alone() -> None:
    texts = [f"{n}% of babies with a plan are weighed by 6 months" for n in (31, 68)]
    assert told(*texts, apart=40) == []
    sections = [passage(t, 10 + n, section=f"Team {n}") for n, t in enumerate(texts)]
    assert not list(two_values(sections))


def test_a_list_that_says_several_things_again_has_them_of_several_groups() -> None:
    visits = "{}% of visits were made within 4 weeks"
    plans = "{}% of plans were reviewed within 12 weeks"
    assert told(visits.format(81), plans.format(70), visits.format(92), plans.format(75)) == []
    assert told(*(visits.format(n) for n in (81, 86, 92))) == []


def claim(at: int, value: str, **more: object) -> Verdict:
    given: dict[str, object] = {
        "id": f"c{at}",
        "passage": f"p{at}",
        "text": f"Sentence {at}.",
        "kind": "level",
        "indicators": ("calls",),
        "tie": 1.0,
        "period": Period("2031-05"),
        "quantity": Quantity(Decimal(value), "", "exact", value),
        "citation": Citation("pack", line=at),
        **more,
    }
    made = Claim(**given)  # type: ignore[arg-type]
    return Verdict(made, "cannot_verify", 0.5, compose("open"))


def test_claims_of_one_named_measure_and_period_are_told() -> None:
    (found,) = two_values([], [claim(1, "417"), claim(900, "423")])
    assert (found.left.row, found.right.row) == ("p1", "p900")
    assert found.working.text.startswith("For May 2031, one sentence states 417 and another 423")


@pytest.mark.parametrize(
    "other",
    [
        {"period": Period("2031-06")},
        {"period": None},
        {"indicators": ("visits",)},
        {"indicators": ("calls", "rate-of-calls")},
        {"tie": 0.8},
        {"unsure": "the words deny it"},
        {"against": "target"},
        {"quantity": Quantity(Decimal(423), "", "about", "about 423")},
        {"quantity": Quantity(Decimal(42), "percent", "exact", "42%")},
    ],
)
def test_claims_that_may_be_of_something_else_are_left_alone(other: dict[str, object]) -> None:
    assert not list(two_values([], [claim(1, "417"), claim(900, "423", **other)]))


def test_what_the_tables_contradict_is_told_already() -> None:
    first, second = claim(1, "417"), claim(900, "423")
    wrong = Verdict(second.claim, "contradicts", 0.9, compose("not so"))
    assert not list(two_values([], [first, wrong]))
