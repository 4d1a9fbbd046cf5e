"""Replies of the authors in the editorial file: read as they are written, and nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.questions import EditorialError, Reply, load_editorial, template

WHOLE = """\
status = "draft"

[[reply]]
point = "visits-level-1a2b3c"
by = "the Head of Service"
on = 2031-07-14
text = '''
91 was of May;
"93" is right.'''

[[reply]]
point = "same-series-visits-2031-05"
by = "Data Manager"
on = 2031-07-12
text = "Both are right."
"""


def replies(text: str) -> tuple[Reply, ...]:
    return load_editorial(text, ()).replies


def test_replies_are_read_in_the_order_of_their_days() -> None:
    second, first = replies(WHOLE)
    assert (first.point, first.on, first.line) == ("visits-level-1a2b3c", date(2031, 7, 14), 3)
    assert first.words == (
        'Reply of the Head of Service, 14 July 2031: “91 was of May; "93" is right.”'
    )
    assert (second.by, second.line) == ("Data Manager", 11)


def test_characters_that_turn_or_hide_what_is_printed_are_left_out() -> None:
    (reply,) = replies(
        '[[reply]]\npoint = "a"\nby = "Head"\non = 2031-07-14\ntext = "9\\u202e1 o\\u00adf\\tMay"'
    )
    assert reply.text == "91 of May"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('by = "Data Manager"', "", "line 11: a reply says by whom, in quotes: by = \"Head of "
         'Service"'),
        ('by = "Data', 'bye = "Data', "line 13: 'bye' is not a key in [[reply]]. Known: point, "
         "by, on, text."),
        ("on = 2031-07-12", 'on = "12 July"', "line 14: a reply says when it came, a day without "
         "quotes: on = 2024-09-24"),
        ("on = 2031-07-12", "", "line 11: a reply says when it came, a day without quotes: "
         "on = 2024-09-24"),
        ('text = "Both are right."', "text = 3", 'line 15: text is a text in quotes: text = "..."'),
        ("same-series-visits-2031-05", "Same series", "line 12: 'Same series' is no identifier of "
         "a point: briefing check lists them."),
        ("Data Manager", "dm@westmoor.example", "line 13: by has a mail address, a telephone "
         "number or a link: leave it out."),
        ("Data Manager", "Data Manager, 01632 960 123", "line 13: by has a mail address, a "
         "telephone number or a link: leave it out."),
        ("Both are right.", "Ring +44 1632 960123", "line 15: text has a mail address, a telephone "
         "number or a link: leave it out."),
        ("Both are right.", "See www.westmoor.example", "line 15: text has a mail address, a "
         "telephone number or a link: leave it out."),
        ("Data Manager", "Data Manager " * 9, 'line 13: by is a role and no name, such as '
         'by = "Head of Service"'),
        ("Data Manager", "Mrs Jo Ash, Data Manager", 'line 13: by is a role and no name, such as '
         'by = "Head of Service"'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_the_line_of_its_own_reply(
    old: str, new: str, message: str
) -> None:
    with pytest.raises(EditorialError) as caught:
        replies(WHOLE.replace(old, new))
    assert str(caught.value) == message


def test_one_bracket_too_few_is_named() -> None:
    with pytest.raises(EditorialError, match=r"line 3: .* stands below \[\[reply\]\]"):
        replies(WHOLE.replace("[[reply]]", "[reply]", 1).split("\n[[reply]]")[0])


def test_the_same_reply_twice_is_named() -> None:
    with pytest.raises(EditorialError, match="line 17: the reply to same-series-visits-2031-05"):
        replies(WHOLE + "\n" + WHOLE[WHOLE.rindex("[[reply]]") :])


@pytest.mark.parametrize("words", ["12,345,678 to 90,123,456", "2029/30 to 2030/31", "£01.50"])
def test_figures_are_no_telephone_numbers(words: str) -> None:
    assert replies(WHOLE.replace("Both are right.", words))[0].text == words


def test_the_template_lists_the_points_and_shows_how_to_reply() -> None:
    text = template("Westmoor", (), [("visits-level-1a2b3c", "Visits were 93.")])
    assert "#   visits-level-1a2b3c\n#     Visits were 93." in text
    head = text.partition("# [[reply]]")[2].partition("# The questions")[0]
    keys = "\n".join(line.removeprefix("# ") for line in head.splitlines() if " = " in line)
    filled = keys.replace('text = ""', 'text = "It is so."')
    assert replies(f"[[reply]]\n{filled}")[0].by == "Head of Service"
    assert load_editorial(text, ()).replies == ()
