"""A vote's motion in its own words, where minutes name the paragraph that has them."""

from __future__ import annotations

import pytest

from briefing.ingest.minutes.motions import in_words
from briefing.ingest.minutes.paragraphs import Block

PUT = "The Chairman put the amendment set out in paragraph 2 above to the vote"


def _blocks(*texts: tuple[str, str]) -> list[Block]:
    return [Block(mark, text, ()) for mark, text in texts]


BEFORE = _blocks(
    ("(1)", "The Chairman quoted “The rules of debate”."),
    ("(2)", "Mr Reed proposed, and Mrs Moss seconded the following amendment:"),
    ("", "Proposed Purpose:"),
    ("", "“Mend the town's gates before the frost. The gates are old.”"),
    ("(a)", "and “the fences”"),
    ("(3)", "Mr Vale asked about “the walls”."),
)


def test_the_paragraph_that_is_named_gives_its_first_sentence() -> None:
    assert in_words(PUT, BEFORE) == f"{PUT}: “Mend the town's gates before the frost.”"


def test_of_two_paragraphs_of_one_number_the_last_before_the_vote_is_meant() -> None:
    again = [*BEFORE, *_blocks(("(2)", "It was moved that “the gates stay shut”."))]
    assert in_words(PUT, again) == f"{PUT}: “the gates stay shut”"


def test_a_list_too_long_for_a_name_gives_its_opening() -> None:
    listed = "The Council agrees the following: (a) " + "gates and fences " * 40
    assert in_words(PUT, _blocks(("(2)", f"Moved: “{listed}”"))).endswith(
        ": “The Council agrees the following”"
    )


@pytest.mark.parametrize(
    ("motion", "before"),
    [
        ("The motion was put to the vote", BEFORE),
        (PUT, []),
        (PUT, _blocks(("(2)", "Mr Reed proposed that the gates be mended."))),
        (PUT, _blocks(("(2)", "Moved: “The Labour Group's budget be taken instead.”"))),
        (PUT, _blocks(("(2)", "Moved: “" + "gates and fences " * 40 + "”"))),
        (PUT.replace("paragraph 2", "paragraph 9"), BEFORE),
    ],
)
def test_the_sentence_stays_as_it_is_otherwise(motion: str, before: list[Block]) -> None:
    assert in_words(motion, before) == motion
