"""Sentences print figures alone, and say of every number in them what it is."""

from decimal import Decimal

import pytest

from briefing.model import Citation, Figure, Period, Sentence, compose
from briefing.model.sentence import Mark, listing

HERE = Citation("pack", item_number="9", section="Family Help", printed_page="46")
AUGUST = Period("2024-08")
VISITING = Figure(Decimal(89), "percent", AUGUST, HERE, "89%")


def _said(name: str) -> Sentence:
    return compose("{name} in {when}", name=name, when=AUGUST)


@pytest.mark.parametrize("number", [14, 1.5, Decimal(3), True])
def test_a_sentence_refuses_a_bare_number(number: object) -> None:
    with pytest.raises(TypeError, match="bare number"):
        compose("{n} of them", n=number)


def test_what_is_no_text_is_refused_and_so_is_a_field_without_a_value() -> None:
    with pytest.raises(TypeError, match="cannot print a list"):
        compose("{n}", n=[VISITING])
    with pytest.raises(KeyError):
        compose("{n} of {m}", n=VISITING)


def test_a_sentence_carries_its_figures() -> None:
    made = compose("{what:capital} was {n} in {when}", what="visiting", n=VISITING, when=AUGUST)
    assert made.text == str(made) == "Visiting was 89% in August 2024"
    assert made.figures == (VISITING,)
    assert made.sources == (HERE,)
    nested = compose("{first} {n:number}", first=made, n=VISITING)
    assert nested.text.endswith("2024 89")
    assert nested.figures == (VISITING, VISITING)
    assert nested.sources == (HERE,)


def test_a_sentence_marks_the_periods_and_places_that_it_names() -> None:
    made = compose("{when:short} {n} ({place})", when=AUGUST, n=VISITING, place=HERE)
    assert made.text == "Aug 24 89% (item 9, Family Help, page 46)"
    assert made.marks == (Mark("period", "Aug 24"), Mark("place", HERE.text))
    nested = compose("{made}; {when}", made=made, when=AUGUST)
    assert nested.marks == (*made.marks, Mark("period", "August 2024"))
    assert compose("{text}", text="page 46").marks == ()


def test_two_sentences_that_read_alike_and_rest_on_the_same_are_equal() -> None:
    assert compose("in {when}", when=AUGUST) == compose("in {when}", when="August 2024")
    assert compose("{n}", n=VISITING) != compose("{n}", n="89%")


def test_sentences_are_joined_with_all_that_they_carry() -> None:
    first = compose("It was {n}", n=VISITING)
    second = compose("That was in {when}.", when=AUGUST)
    made = second + first + second
    assert made.text == "That was in August 2024. It was 89% That was in August 2024."
    assert made.figures == (VISITING,)
    assert len(made.marks) == 2
    assert (Sentence("") + first).text == "It was 89%"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ("", ""),
        ("a", "a in August 2024"),
        ("ab", "a in August 2024 and b in August 2024"),
        ("abc", "a in August 2024, b in August 2024 and c in August 2024"),
    ],
)
def test_sentences_are_listed_as_a_person_lists_them(names: str, text: str) -> None:
    made = listing([_said(name) for name in names])
    assert made.text == text
    assert made.marks == (Mark("period", "August 2024"),) * len(names)


def test_values_may_be_given_by_name_and_the_later_ones_win() -> None:
    assert compose("{a} and {b}", {"a": "one", "b": "two"}, b="three").text == "one and three"


def test_text_from_a_pack_is_never_a_template() -> None:
    assert compose("{text}", text="{0} {n!r} #panic()").text == "{0} {n!r} #panic()"
