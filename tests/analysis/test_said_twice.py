"""One measure with two values in words: told where it is certainly one, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
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


def test_a_few_words_above_each_may_name_another_group() -> None:
    one, other = (f"{n}% of babies are weighed by 6 months" for n in (31, 68))
    assert told("Boys", one, "Girls", other) == []
    assert told("Boys", one, other) == []
    assert told("All babies of this year", one, other) == [("31%", "68%")]


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


# ---------------------------------------------------------------- how sentences are compared

AGED = "{} of babies with a plan are weighed by 6 months"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (AGED.format("31%") + ".", AGED.format("68%")),
        (AGED.format("31%"), AGED.format("68%") + ". "),
        (f"In all, {AGED.format('31%')}", f"IN ALL, {AGED.format('68%')}"),
        ("42 calls were late in May 2031", "47 calls were late in May 2031"),
        ("There have been 42 late calls in 2031", "There have been 47 late calls in 2031"),
        ("Of calls 31 per 1,000 were late in 2030.", "Of calls 36 per 1,000 were late in 2030."),
    ],
)
def test_letters_and_full_stops_make_no_other_sentence(one: str, other: str) -> None:
    assert len(told(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("31% at 6 months", "68% at 6 months"),
        ("Late calls in May 2031 came to 42 of all", "Late calls in May 2031 came to 47 of all"),
        ("42 days were the longest wait in 2031", "47 days were the longest wait in 2031"),
        ("42 calls in 47 were late in May 2031", "42 calls in 51 were late in May 2031"),
        ("Calls took 42 days on average in 2031", "Calls took 47 days on average in 2031"),
        ("31% of 31% were weighed by 6 months", "68% of 31% were weighed by 6 months"),
        ("In May 2031, 31% were late respectively.", "In May 2031, 36% were late respectively."),
    ],
)
def test_what_does_not_say_what_it_counts_is_left_alone(one: str, other: str) -> None:
    assert told(one, other) == []


def test_the_sentence_is_quoted_without_its_full_stop_and_with_one_gap() -> None:
    texts = [f"{AGED.format(share)}." for share in ("31%", "68%")]
    (found,) = two_values([passage(text, 10 + n) for n, text in enumerate(texts)])
    assert found.working.text.startswith("“… of babies with a plan are weighed by 6 months” is")


def test_a_sentence_that_leans_on_another_or_has_no_place_does_not_hide_the_next() -> None:
    texts = [AGED.format(share) for share in ("31%", "68%")]
    right = [passage(text, 10 + n) for n, text in enumerate(texts)]
    assert list(two_values(right))
    leaning = passage(texts[1], 11, previous="A sentence before.")
    assert not list(two_values([right[0], leaning]))
    nowhere = replace(right[1], citation=None)
    assert not list(two_values([right[0], nowhere]))
    assert list(two_values([leaning, nowhere, *right]))


def test_a_list_of_one_heading_hides_no_other() -> None:
    """Three values of one thing are of three groups; the sentences of another list still differ."""
    other = "{} of plans are reviewed within 12 weeks"
    groups = [passage(AGED.format(f"{n}%"), n, section="One") for n in (31, 35, 39)]
    pair = [passage(other.format(f"{n}%"), n, section="Two") for n in (61, 65)]
    (found,) = two_values([*groups, *pair])
    assert (found.left.raw, found.right.raw) == ("61%", "65%")
    repeated = [
        passage(t.format(f"{n}%"), n, section="One") for n in (31, 40) for t in (AGED, other)
    ]
    (found,) = two_values([*repeated, *pair])
    assert (found.left.raw, found.right.raw) == ("61%", "65%")


def test_a_figure_that_bounds_or_counts_nothing_hides_no_other_of_its_sentence() -> None:
    text = "Of about 40 plans in 12 lists, {} were late in May 2031"
    assert told(text.format("31%"), text.format("36%")) == [("31%", "36%")]


# ---------------------------------------------------------------- how near they stand


@pytest.mark.parametrize(("apart", "found"), [(0, 0), (1, 1), (15, 1), (16, 0)])
def test_sentences_of_one_list_stand_within_fifteen_lines(apart: int, found: int) -> None:
    texts = [AGED.format(share) for share in ("31%", "68%")]
    assert len(told(*texts, apart=apart)) == found
    assert len(told(*texts, apart=-apart)) == found if apart < 10 else True


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"page": 4}, {"page": 4}, 1),
        ({"page": 4}, {"page": 5}, 0),
        ({"printed_page": "12"}, {"printed_page": "12"}, 1),
        ({"printed_page": "12"}, {"printed_page": "13"}, 0),
        ({"page": 4, "printed_page": "12"}, {"page": 5, "printed_page": "12"}, 0),
        ({"line": 3, "page": 4}, {"page": 4}, 1),
        ({"page": 4}, {"line": 3, "page": 4}, 1),
        ({}, {}, 0),
    ],
)
def test_without_lines_sentences_have_to_stand_on_one_page(
    one: dict[str, object], other: dict[str, object], found: int
) -> None:
    passages = [
        replace(
            passage(AGED.format(share), at),
            citation=Citation("pack", item_number="10", section="Reviews", **place),  # type: ignore[arg-type]
        )
        for at, (share, place) in enumerate((("31%", one), ("68%", other)))
    ]
    assert len(list(two_values(passages))) == found


# ---------------------------------------------------------------- claims of one measure


def test_claims_are_told_with_their_sentences() -> None:
    (found,) = two_values([], [claim(1, "417"), claim(900, "423")])
    assert found.kind == "two_values"
    assert found.working.text == (
        "For May 2031, one sentence states 417 and another 423: “Sentence 1” and “Sentence 900”."
    )


def test_claims_that_say_nothing_more_hide_no_other() -> None:
    first, second, last = claim(1, "417"), claim(2, "417"), claim(900, "423")
    alone = claim(3, "12", period=Period("2030-05"))
    same = Verdict(replace(first.claim, id="c9"), "cannot_verify", 0.5, compose("open"))
    found = list(two_values([], [alone, first, same, second, last]))
    assert {(one.left.row, one.right.row) for one in found} == {("p1", "p900"), ("p2", "p900")}


@pytest.mark.parametrize(
    "other",
    [{"kind": "change"}, {"quantity": None}, {"citation": None}, {"now": Decimal(3)}],
)
def test_claims_that_are_no_plain_level_are_left_alone(other: dict[str, object]) -> None:
    assert not list(two_values([], [claim(900, "423", **other), claim(1, "417")]))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("417", "423", 1),
        ("1200", "1250", 0),
        ("1200", "1251", 1),
        ("1251", "1200", 1),
        ("1187", "1200", 0),
        ("500", "540", 0),
        ("500", "551", 1),
        ("100", "150", 0),
        ("100", "151", 1),
        ("90", "91", 1),
        ("110", "115", 0),
        ("110", "116", 1),
    ],
)
def test_a_round_number_may_stand_for_those_about_it(one: str, other: str, found: int) -> None:
    """Within half of the power of ten that it is a multiple of; under a hundred none is round."""
    assert len(list(two_values([], [claim(1, one), claim(900, other)]))) == found
