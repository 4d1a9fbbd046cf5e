"""List marks told from numbers that open a sentence."""

import pytest

from briefing.ingest.words.numbering import follows, is_bullet, kinds, marker, starts


@pytest.mark.parametrize(
    ("line", "mark", "rest"),
    [
        ("(i) That the report be noted", "(i)", "That the report be noted"),
        ("i) That", "i)", "That"),
        ("(1) The Chair", "(1)", "The Chair"),
        ("1) Notes", "1)", "Notes"),
        ("a) first", "a)", "first"),
        ("(aa) twenty-seventh", "(aa)", "twenty-seventh"),
        ("i. first", "i.", "first"),
        ("8. APOLOGIES", "8.", "APOLOGIES"),
        ("8.APOLOGIES", "8.", "APOLOGIES"),
        ("286.   Apologies", "286.", "Apologies"),
        ("7a. Title", "7a.", "Title"),
        ("7a Title", "7a", "Title"),
        ("5.1 The Panel noted", "5.1", "The Panel noted"),
        ("5.12. the Panel", "5.12.", "the Panel"),
        ("\u2022 point", "\u2022", "point"),
        ("\uf0b7 point", "\uf0b7", "point"),
        ("\ufffd point", "\ufffd", "point"),
        ("- point", "-", "point"),
        ("\u2013 point", "\u2013", "point"),
        ("8.", "8.", ""),
        ("(ii)", "(ii)", ""),
    ],
)
def test_a_mark_is_parted_from_its_text(line: str, mark: str, rest: str) -> None:
    assert marker(line) == (mark, rest)


@pytest.mark.parametrize(
    "line",
    [
        "3.5 million pounds were spent",
        "5.2 per cent of children",
        "8 August 2024",
        "8. August 2024",
        "2024. The year ended",
        "-5% since last year",
        "e.g. a plan",
        "A. Smith proposed",
        "(2023/24) figures",
        "(and) so on",
        "mix) of things",
        "7 children were placed",
        "Plain words",
        "",
    ],
)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert marker(line) == ("", line)


def test_a_bare_number_is_a_mark_only_where_asked_for() -> None:
    assert marker("7 THE BUDGET") == ("", "7 THE BUDGET")
    assert marker("7 THE BUDGET", bare=True) == ("7", "THE BUDGET")
    assert marker("8 August 2024", bare=True) == ("", "8 August 2024")


@pytest.mark.parametrize(
    ("mark", "previous"),
    [
        ("(ii)", "(i)"),
        ("(i)", "(h)"),
        ("(v)", "(iv)"),
        ("(v)", "(u)"),
        ("(x)", "(ix)"),
        ("2)", "1)"),
        ("9.", "8."),
        ("7a.", "7."),
        ("7b.", "7a."),
        ("8.", "7b."),
        ("5.10", "5.9"),
        ("\u2022", "\u2022"),
        ("(aa)", "(z)"),
    ],
)
def test_a_list_goes_on(mark: str, previous: str) -> None:
    assert follows(mark, previous)


@pytest.mark.parametrize(
    ("mark", "previous"),
    [
        ("(i)", "(ii)"),
        ("(iii)", "(i)"),
        ("(b)", "a)"),
        ("(1)", "(a)"),
        ("5.1", "5.9"),
        ("(2)", "\u2022"),
        ("", "1."),
        ("1.", ""),
    ],
)
def test_a_list_does_not_go_on(mark: str, previous: str) -> None:
    assert not follows(mark, previous)


def test_first_marks_and_what_a_mark_may_be() -> None:
    assert all(starts(mark) for mark in ("1.", "(a)", "(i)", "i)", "\u2022", "5.1"))
    assert not any(starts(mark) for mark in ("2.", "(b)", "(iv)", "5.2", ""))
    assert kinds("(v)") == {"letter", "roman"}
    assert kinds("(b)") == {"letter"}
    assert is_bullet("\u2022")
    assert not is_bullet("a)")
