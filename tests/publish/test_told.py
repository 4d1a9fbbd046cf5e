"""What accounts for each number of a text, and for each figure that a text should print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from briefing.publish.read_back.allowances import Allowances
from briefing.publish.read_back.numbers import around, even, has_number, tokens
from briefing.publish.read_back.texts import Text
from briefing.publish.read_back.told import Fault, untraced


def allowed(*phrases: str) -> Allowances:
    made = Allowances()
    for phrase in phrases:
        made.add("phrase", phrase)
    made.add_period("period", "2031-05")
    made.add_period("period", "2030")
    made.add("page", "page 12")
    return made


def text(words: str, *figures: str, kind: str = "text", marks: Sequence[str] = ()) -> Text:
    traces = tuple({"text": figure} for figure in figures)
    return Text(words, traces, tuple(("period", m) for m in marks), "a paragraph", kind)


def faults(one: Text, *phrases: str) -> list[tuple[str, str]]:
    return [(fault.number, fault.why) for fault in untraced(one, allowed(*phrases))]


def counted(one: Text, *phrases: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    assert untraced(one, allowed(*phrases), counts) == []
    return dict(counts)


BARE = "a number that no figure accounts for"


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("of 1,366.5 and 3.", ["1,366.5", "3"]),
        ("x-7, (-7) and 5-7", ["7", "-7", "5", "7"]),
        ("+7 and \u22127 and £7 and 7%", ["+7", "-7", "£7", "7%"]),
        ("\u00bd, \u00b2, \u00b9 and \u2460", ["\u00bd", "\u00b2", "\u00b9", "\u2460"]),
        ("1\u00bd-7", ["1", "\u00bd", "7"]),
        ("7%-9", ["7%", "9"]),
    ],
)  # fmt: skip
def test_a_number_has_its_sign_and_unit(words: str, found: list[str]) -> None:
    assert [token.text for token in tokens(words)] == found
    assert has_number(words)
    assert not has_number("none of them")


def test_a_text_is_made_even() -> None:
    assert even("  a\u00a0\u202f b\u200bc\u00add \u22127\n") == "a bcd -7"


def test_the_words_about_a_number_are_cut_where_there_are_more() -> None:
    words = "a" * 40 + "12" + "b" * 40
    assert around(words, tokens(words)[0]) == words
    longer = f"x{words}y"
    assert around(longer, tokens(longer)[0]) == f"...{words}..."


# ---------------------------------------------------------------- figures in their order


def test_each_number_is_its_figure() -> None:
    assert counted(text("From 83% to 86%.", "83%", "86%")) == {"figure": 2}
    assert faults(text("From 83% to 86%.", "86%", "83%")) != []
    assert faults(text("From 83% to 87%.", "83%", "86%")) == [("87%", BARE)]
    assert faults(text("From 83% to 86%.", "83%")) == [("86%", BARE)]


def test_a_figure_with_several_numbers_takes_them_up_together() -> None:
    assert counted(text("It is 83 per 10,000 now.", "83 per 10,000")) == {"figure": 2}
    assert faults(text("It is 83 of 10,000 now.", "83 per 10,000")) == [("10,000", BARE)]
    assert counted(text("It is 83 now.", "83 per 10,000")) == {"figure": 1}


def test_a_number_that_two_things_account_for_is_taken_so_that_the_fewest_are_over() -> None:
    assert counted(text("Of 7 days 7 stand.", "7"), "7 days") == {"phrase": 1, "figure": 1}
    assert counted(text("The 7 and 7 days.", "7"), "7 days") == {"figure": 1, "phrase": 1}


def test_figures_that_are_not_printed_are_told_where_no_number_is_wrong() -> None:
    assert faults(text("It rose.", "83%")) == [("83%", "1 of these are not printed")]
    (fault,) = untraced(text("It is 83%.", "83%", "86%", "87%"), allowed())
    assert (fault.number, fault.why) == ("83%, 86%, 87%", "2 of these are not printed")
    assert str(fault) == "2 of these are not printed: 83%, 86%, 87% in 'It is 83%.' (a paragraph)"
    assert faults(text("It rose to 90%.", "83%")) == [("90%", BARE)]


def test_a_fault_says_where_it_stands() -> None:
    (fault,) = untraced(text("Some 612 wait."), allowed())
    assert fault == Fault("612", "Some 612 wait.", "a paragraph", BARE)


def test_a_text_without_numbers_and_figures_is_sound() -> None:
    assert counted(text("Nothing to see.", marks=["May 2031"])) == {}


# ---------------------------------------------------------------- what is allowed


def test_the_number_of_an_entry_is_no_figure() -> None:
    assert counted(text("3. 4", kind="ordinal")) == {"list": 2}


@pytest.mark.parametrize(
    ("words", "kind", "sound"),
    [
        ("2030", "head", True),
        ("2030", "page", True),
        ("2030", "text", False),
        ("May 2031", "head", True),
        ("June 2031", "head", False),
        ("12", "page", True),
        ("13", "page", False),
        ("12", "head", False),
    ],
)
def test_a_year_or_a_page_alone_is_allowed_in_a_cell_of_them(
    words: str, kind: str, sound: bool
) -> None:
    assert (faults(text(words, kind=kind)) == []) is sound


def test_a_sentence_that_marks_its_periods_prints_no_other() -> None:
    words = "In May 2031 there were 83%."
    assert counted(text(words, "83%")) == {"period": 1, "figure": 1}
    assert counted(text(words, "83%", marks=["May 2031"])) == {"period": 1, "figure": 1}
    assert counted(text("83% in June 2031.", "83%", marks=["June 2031"])) == {
        "figure": 1,
        "period": 1,
    }
    other = text("83% in June 2031, not May 2031.", "83%", marks=["June 2031"])
    assert faults(other) == [("2031", BARE)]
    assert counted(text("83% on 4 May 2031, June 2031.", "83%", marks=["June 2031"]),
                   "4 May 2031") == {"figure": 1, "phrase": 2, "period": 1}  # fmt: skip


def test_marks_stand_in_their_order_each_once() -> None:
    words = "From May 2031 to June 2031."
    assert counted(text(words, marks=["May 2031", "June 2031"])) == {"period": 2}
    (fault,) = untraced(text(words, marks=["June 2031", "May 2031"]), allowed())[:1]
    assert (fault.number, fault.why) == ("May 2031", "a period that the text does not print")
    assert fault.words == words
    twice = untraced(text("In May 2031.", marks=["May 2031", "May 2031"]), allowed())
    assert [one.number for one in twice] == ["May 2031"]
    assert faults(text("Now.", "83%", marks=["no number"])) == [
        ("83%", "1 of these are not printed")
    ]


def test_the_month_of_a_day_is_not_the_month_that_is_marked() -> None:
    assert faults(text("On 4 May 2031 all.", marks=["May 2031"]), "4 May 2031") == [
        ("May 2031", "a period that the text does not print")
    ]
    both = text("On 4 May 2031, not in May 2031.", marks=["May 2031"])
    assert counted(both, "4 May 2031") == {"phrase": 2, "period": 1}
    assert counted(text("Of 1,234 May 2031 saw.", "1,234", marks=["May 2031"])) == {
        "figure": 1,
        "period": 1,
    }


# ---------------------------------------------------------------- pictures


def drawn(*pieces: str, figures: Sequence[str] = (), axis: Sequence[str] = ()) -> Text:
    traces = tuple({"text": figure} for figure in figures)
    return Text(" ".join(pieces), traces, (), "the picture", "drawn", pieces, frozenset(axis))


def test_the_labels_of_a_picture_stand_in_any_order_and_more_than_once() -> None:
    picture = drawn("86%", "83", "86%", "2030 now", figures=["83", "86%"], axis=["2030 now"])
    assert counted(picture) == {"figure": 3, "axis": 1}


def test_a_number_of_a_picture_is_a_figure_a_label_of_its_axis_or_allowed() -> None:
    assert counted(drawn("40%", "in May 2031", axis=["40%"])) == {"axis": 1, "period": 1}
    assert counted(drawn("the Q3 mark", axis=["the Q3"])) == {"axis": 1}
    (fault,) = untraced(drawn("41%", axis=["40%"]), allowed())
    assert (fault.number, fault.why) == (
        "41%",
        "a number that no figure of the picture accounts for",
    )
