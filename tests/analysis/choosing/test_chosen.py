"""Statements that are true, and what the tables add to them: both ways, and never to noise."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.choosing.making import (
    LAST,
    contexts,
    moved,
    neighbours,
    quoted,
    series,
    target,
    verdicts,
)
from briefing.analysis.choosing import Context
from briefing.model import Series
from briefing.model.claim import Claim, Quantity

#: Up on a year ago, and down in each of the last three months.
TURNED = (193, 198, 201, 206, 205, 204, 200, 202, 212, 219, 218, 215, 204)
#: One month far above all others, the last but one.
ONE_HIGH = (10, 10, 8, 4, 5, 4, 2, 4, 5, 9, 13, 21, 15)
MONTHLY = {"unit": "percent", "measure_type": "month"}

#: What a fair sentence never says.
BLAME = r"\b(chose|chosen|choose|flatter\w*|mislead\w*|cherry|spin|hid\w*|wrong|error|fail\w*)\b"


def mirrored(values: tuple[int, ...], about: int = 400) -> tuple[int, ...]:
    """The same movement upside down."""
    return tuple(about - value for value in values)


def only(one: Series, *claims: Claim) -> Context:
    (found,) = contexts(one, *claims)
    return found


def test_a_rise_on_last_year_is_set_beside_the_fall_since() -> None:
    one = series(TURNED)
    found = only(one, moved(one, 12))
    assert found.kind == "other_way_since"
    assert found.working.text == (
        "Calls: 204 in August 2031 is up on 193 in August 2030, and down since May 2031, which "
        "had 219."
    )
    assert [f.value for f in found.figures] == [193, 204, 219]


def test_a_fall_on_last_year_is_set_beside_the_rise_since() -> None:
    one = series(mirrored(TURNED))
    assert only(one, moved(one, 12)).working.text == (
        "Calls: 196 in August 2031 is down on 207 in August 2030, and up since May 2031, which "
        "had 181."
    )


@pytest.mark.parametrize("kind", ["change", "percent_change"])
def test_a_change_in_figures_is_looked_at_like_one_without(kind: str) -> None:
    one = series(TURNED)
    size = Quantity(Decimal(11), raw="11")
    if kind == "percent_change":
        size = Quantity(Decimal("5.7"), "percent", raw="5.7%")
    claim = replace(moved(one, 12), kind=kind, quantity=size)
    assert only(one, claim).kind == "other_way_since"


@pytest.mark.parametrize(
    "values",
    [
        (193, 198, 201, 206, 205, 204, 200, 202, 212, 213, 219, 212, 204),
        (193, 198, 201, 206, 205, 204, 200, 202, 212, 219, 212, 212, 204),
        (193, 198, 201, 206, 205, 204, 200, 202, 212, 213, 212, 211, 210),
        (150, 180, 200, 240, 260, 280, 300, 320, 340, 360, 357, 354, 348),
        (13, 14, 15, 16, 17, 18, 19, 20, 21, 24, 22, 20, 15),
        (3, 4, 5, 6, 7, 8, 9, 10, 11, 24, 20, 14, 8),
    ],
    ids=["two months only", "a level step", "a small turn", "a small part", "few more", "few"],
)
def test_no_turn_is_made_of_less(values: tuple[int, ...]) -> None:
    one = series(values)
    assert contexts(one, moved(one, 12)) == ()


def test_what_the_papers_tell_themselves_is_not_told_again() -> None:
    one = series(TURNED)
    claim = moved(one, 12)
    also = moved(one, 3, name="d")
    assert contexts(one, claim, also) == ()
    elsewhere = replace(also, item_number="4", indicators=())
    assert len(contexts(one, claim, elsewhere)) == 1
    same_sentence = replace(elsewhere, passage=claim.passage)
    assert contexts(one, claim, same_sentence) == ()
    named = replace(
        claim, id="e", kind="level", direction="", quantity=Quantity(Decimal(219), raw="219"),
        baselines=(), period=LAST.shift(-3),
    )  # fmt: skip
    assert contexts(one, claim, named) == ()


def test_each_measure_is_named_once() -> None:
    one = series(TURNED)
    assert len(contexts(one, moved(one, 12), moved(one, 12, name="d"))) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"tie": 0.4},
        {"steady": True},
        {"base": "average", "baselines": ()},
        {"baselines": (LAST.shift(-12), LAST.shift(-11))},
        {"period": LAST.shift(-3)},
        {"unsure": "the words deny it"},
    ],
    ids=lambda more: next(iter(more)),
)
def test_a_claim_that_is_no_plain_change_to_the_newest_value_is_left(
    more: dict[str, object],
) -> None:
    one = series(TURNED)
    claim = Claim(**{**vars(moved(one, 12)), **more})
    assert contexts(one, claim) == ()


def test_a_claim_that_the_tables_contradict_is_left() -> None:
    one = series(TURNED)
    claim = replace(moved(one, 12), direction="down")
    assert [v.verdict for v in verdicts(one, claim)] == ["contradicts"]
    assert contexts(one, claim) == ()


@pytest.mark.parametrize("named", [True, False], ids=["named", "implied"])
def test_a_fall_from_the_one_high_month_is_set_beside_the_others(named: bool) -> None:
    one = series(ONE_HIGH, **MONTHLY)
    found = only(one, moved(one, 1, named=named))
    assert found.kind == "flattering_month"
    assert found.working.text == (
        "Calls: 15% in August 2031 is down on 21% in July 2031; the other months from August 2030 "
        "to June 2031 lay between 2% and 13%."
    )


def test_a_rise_from_the_one_low_month_likewise() -> None:
    one = series(mirrored(ONE_HIGH, 95), **MONTHLY)
    assert only(one, moved(one, 1)).working.text == (
        "Calls: 80% in August 2031 is up on 74% in July 2031; the other months from August 2030 "
        "to June 2031 lay between 82% and 93%."
    )


@pytest.mark.parametrize(
    ("values", "back"),
    [
        ((10, 14, 8, 4, 12, 4, 2, 11, 5, 9, 13, 19, 15), 1),
        ((10, 10, 8, 4, 5, 4, 2, 4, 5, 9, 11, 21, 20), 1),
        ((10, 10, 8, 4, 5, 4, 2, 4, 5, 9, 13, 21, 3), 1),
        ((69, 85, 84, 89, 74, 88, 89, 93, 88, 87, 88, 96, 80), 1),
        ((98, 94, 90, 87, 83, 79, 76, 71, 68, 64, 60, 57, 53), 12),
        (ONE_HIGH, 12),
        (ONE_HIGH[5:], 1),
    ],
    ids=[
        "within the limits",
        "an ordinary step",
        "lower than the others too",
        "ordinary variation",
        "an even fall",
        "another month",
        "too few months",
    ],
)
def test_no_month_is_singled_out_for_less(values: tuple[int, ...], back: int) -> None:
    one = series(values, **MONTHLY)
    assert contexts(one, moved(one, back)) == ()


def test_a_month_of_the_holidays_may_be_compared_with_the_one_of_last_year() -> None:
    others = (191, 214, 203, 198, 207, 211, 195, 202, 209, 196, 205)
    low = series((105, *others, 159), measure_type="month")
    assert contexts(low, moved(low, 12)) == ()
    back_among_them = series((105, *others, 199), measure_type="month")
    assert only(back_among_them, moved(back_among_them, 12)).kind == "flattering_month"
    after_a_low_month = series((203, *others[:10], 105, 159), measure_type="month")
    assert only(after_a_low_month, moved(after_a_low_month, 1)).kind == "flattering_month"


@pytest.mark.parametrize("measure_type", ["stock", "look_back", "rolling_12_months", ""])
def test_no_month_is_singled_out_where_figures_share_their_data(measure_type: str) -> None:
    one = series(ONE_HIGH, unit="percent", measure_type=measure_type)
    assert contexts(one, moved(one, 1)) == ()


def test_no_month_is_singled_out_for_a_few_people() -> None:
    one = series(ONE_HIGH, measure_type="month")
    assert contexts(one, moved(one, 1)) == ()


FALLING = (103, 102, 101, 102, 102, 99, 99, 98, 97, 98, 96, 95, 94)
RATE = {"unit": "rate_per_10000"}


def rate(*targets: str) -> Series:
    held = tuple(target(value, "rate_per_10000") for value in targets)
    return series(FALLING, unit="rate_per_10000", targets=held)


def test_a_target_of_the_words_is_set_beside_the_tables() -> None:
    one = rate("87")
    claim = quoted("Calls have stayed below our target of 100 since January.", "100")
    assert only(one, claim).working.text == (
        "Calls: the words name a target of 100 per 10,000; the target in the table is 87 per "
        "10,000."
    )


def test_whose_figure_the_words_make_a_target_is_printed_too() -> None:
    one = rate("87")
    text = "Calls have stayed below our neighbours' average target of 100 since January."
    claim = quoted(text, "100", against="statistical_neighbours")
    (found,) = contexts(one, claim, comparators=(neighbours("100.90", "rate_per_10000"),))
    assert found.working.text.endswith(
        "is 87 per 10,000, and its figure for statistical neighbours 100.90 per 10,000."
    )
    assert [str(f.value) for f in found.figures] == ["100", "87", "100.90"]


@pytest.mark.parametrize(
    ("one", "text", "more"),
    [
        (rate("100"), "below our target of 100", {}),
        (rate("87", "100"), "below our target of 100", {}),
        (rate(), "below our target of 100", {}),
        (rate("87"), "below 100", {}),
        (rate("87"), "below 100, and on the way to the target", {}),
        (rate("87"), "below our target of 1000", {}),
        (rate("87"), "below our target of 100%", {"unit": "percent"}),
        (rate("87"), "below our target of 100", {"item_number": "4"}),
        (rate("87"), "below our target of 100", {"tie": 0.4}),
        (rate("87"), "below our target of 100", {"unsure": "the words deny it"}),
        (rate("87"), "our target is 100 by 2033", {"kind": "ambition", "baselines": (LAST,)}),
        (rate("87"), "below our old target of 100", {}),
        (rate("87"), "below our target of 100 until July", {}),
        (rate("87"), "below our target of 100", {"current": False}),
        (rate("87"), "below our target of 100 by the end of March 2033", {}),
        (rate("87"), "below the national target of 100", {}),
        (rate("87"), "below the year-end target of 100", {}),
    ],
    ids=[
        "the table's", "one of the table's", "no target printed", "no target said",
        "another sense", "another figure", "another unit", "another item", "a loose tie",
        "denied", "of a date of its own", "an old one", "until", "of the past",
        "by a date", "national", "of the year",
    ],
)  # fmt: skip
def test_no_target_is_set_beside_the_words_without_need(
    one: Series, text: str, more: dict[str, object]
) -> None:
    assert contexts(one, quoted(f"Calls were {text}.", "100", **more)) == ()


def every_kind() -> list[Context]:
    turned, high, aimed = series(TURNED), series(ONE_HIGH, **MONTHLY), rate("87")
    text = "Calls have stayed below our target of 100 since January."
    return [
        only(turned, moved(turned, 12)),
        only(high, moved(high, 1)),
        only(aimed, quoted(text, "100")),
    ]


def test_every_number_of_a_sentence_is_a_figure_of_the_papers() -> None:
    for found in every_kind():
        bare = found.working.text
        for figure in found.working.figures:
            assert figure.sources and not figure.operation
            bare = bare.replace(figure.text, "", 1)
        for mark in found.working.marks:
            bare = bare.replace(mark.text, "", 1)
        assert not re.search(r"\d", bare), bare
        assert set(found.figures) == set(found.working.figures)


def test_no_sentence_says_a_word_about_the_authors() -> None:
    for found in every_kind():
        assert not re.search(BLAME, found.working.text, re.IGNORECASE)
