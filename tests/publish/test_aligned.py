"""The text of a finished edition beside the texts that it was made from."""

from __future__ import annotations

import pytest

from briefing.publish.read_back.aligned import Difference, Printed, difference, squeezed
from briefing.publish.read_back.texts import Text


def differs(expected: list[str], *pages: str) -> Difference | None:
    return difference([Text(words, where="a place") for words in expected], Printed(pages))


def cells(*words: str, head: str = "Head", where: str = "a table") -> list[Text]:
    return [Text(one, where=where, repeats=(head,)) for one in words]


# ---------------------------------------------------------------- what the setting may change


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a b\u200bc\u00add\ufffee", "abcde"),
        ("well-known \u2010 \u2011 \u2022", "wellknown"),
        ("from -7 to (-7) and 5-7", "from-7to(-7)and57"),
        ("- and -£7 and \u22127", "and-£7and-7"),
    ],
)
def test_spaces_and_hyphens_are_squeezed_out_and_no_minus(text: str, plain: str) -> None:
    assert squeezed(text) == plain


def test_a_place_is_told_with_its_page_and_the_words_about_it() -> None:
    printed = Printed(("Some 12 here", "and 13 there, 14"))
    assert printed.whole == "Some12hereand13there,14"
    assert [printed.page_at(place) for place in (0, 9, 10, 22)] == [1, 1, 2, 2]
    assert printed.told_at(0) == ("12", "Some 12 here")
    assert printed.told_at(5) == ("12", "Some 12 here")
    assert printed.told_at(6) == ("h", "Some 12 here")
    assert printed.told_at(13)[0] == "13"
    assert printed.told_at(16)[0] == "14"
    long = Printed(("1 " + "word " * 40,))
    assert long.told_at(30) == (long.whole[30], ("1 " + "word " * 40).strip()[-80:])


# ---------------------------------------------------------------- in their order


def test_what_stands_there_in_its_order_is_no_difference() -> None:
    assert differs(["One 1.", "Two 2."], "One 1. Two 2.") is None
    assert differs([], "No number") is None


def test_a_number_that_is_other_is_told_with_its_place_and_its_text() -> None:
    assert differs(["One 1.", "Two 28."], "One 1. Two 29.") == Difference(9, "Two 28.", "a place")
    assert differs(["One 1.", "Two 2."], "Two 2. One 1.") is not None


def test_a_number_over_at_the_end_is_told() -> None:
    assert differs(["One 1."], "One 1. And 7") == Difference(8, "", "the end")
    assert differs(["One 1."], "One 1. And more") is None
    assert differs(["One 1.", "x"], "One 1. 7 x") is not None


def test_a_text_that_is_missing_is_told() -> None:
    assert differs(["One 1.", "Two 2."], "One 1.") == Difference(5, "Two 2.", "a place")


# ---------------------------------------------------------------- words set in another way


def test_words_without_a_number_may_be_set_in_another_way() -> None:
    assert differs(["Eén woord", "Two 2."], "E?n woord Two 2.") is None
    assert differs(["Eén woord", "Two 2."], "E?n 7 woord Two 2.") is not None


def test_what_may_stand_between_two_texts_has_its_bounds() -> None:
    """Forty characters, and twice as many as the words that were passed over."""
    for stray, sound in ((40, True), (41, False)):
        found = differs(["Two 2."], "x" * stray + "Two 2.")
        assert (found is None) is sound
    for stray, sound in ((60, True), (61, False)):
        found = differs(["y" * 10, "Two 2."], "x" * stray + "Two 2.")
        assert (found is None) is sound


def test_words_that_were_found_give_no_room_for_others() -> None:
    texts = ["y" * 10, "One 1.", "Two 2."]
    assert differs(texts, "x" * 20 + "One 1." + "x" * 40 + "Two 2.") is None
    assert differs(texts, "x" * 20 + "One 1." + "x" * 41 + "Two 2.") is not None


@pytest.mark.parametrize(
    ("printed", "sound"),
    [("Zoë 12", True), ("Zo 12", True), ("Zo??? 12", True), ("Zo???? 12", False), ("Zo? 3", False)],
)
def test_up_to_three_signs_stand_for_a_letter_that_a_font_lacks(printed: str, sound: bool) -> None:
    assert (differs(["Zoë 12"], printed) is None) is sound
    assert differs(["Zoë 12"], f"5 {printed}") is not None


# ---------------------------------------------------------------- tables over a page


def test_a_head_is_repeated_only_where_a_page_begins() -> None:
    row = cells("12 of the first", "13")
    assert difference(row, Printed(("12 of", "Head the first 13"))) is None
    assert difference(row, Printed(("12 of Head the first 13",))) is not None
    assert difference(row, Printed(("12 of", "Else the first 13"))) is not None
    after = [Text("Before 1"), *row]
    assert difference(after, Printed(("Before 1 12 of", "Head the first 13"))) is None
    assert difference(after, Printed(("Before 1 12 of", "Head the fast 13"))) is not None


def test_a_row_that_goes_over_a_page_side_by_side() -> None:
    row = [*cells("12 a 13", "14 b 15"), Text("After 16", where="a paragraph")]
    assert difference(row, Printed(("12 a 14 b", "Head 13 15 After 16"))) is None
    assert difference(row, Printed(("12 a 14 b", "Head 13 17 After 16"))) is not None
    assert difference(row, Printed(("12 a 14 b", "Head 13 15 9 After 16"))) is not None
    assert difference(row, Printed(("12 a 14 b", "13 15 After 16"))) is not None
    assert difference(row, Printed(("12 a 14 b Head 13 15 After 16",))) is not None


def test_cells_of_another_table_are_no_part_of_the_row() -> None:
    row = [*cells("12 a 13", "14 b 15"), *cells("20 c", where="another table")]
    assert difference(row, Printed(("12 a 14 b", "Head 13 15 20 c"))) is None
    first = [Text("Before 1"), *row]
    assert difference(first, Printed(("Before 1", "12 a 14 b", "Head 13 15 20 c"))) is None


def test_a_row_that_follows_stays_where_it_is() -> None:
    texts = [*cells("12 a 13", "14 b 15"), Text("Then 16"), Text("and 17")]
    assert difference(texts, Printed(("12 a 14 b", "Head 13 15", "Then 16 and 17"))) is None
    assert difference(texts, Printed(("12 a 14 b", "Head 13 15", "Then 16 and 18"))) is not None
