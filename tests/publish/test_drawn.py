"""The plots of a picture as they are read: signs by their middles, words, ticks and labels."""

from __future__ import annotations

import pytest

from briefing.publish.read_back.drawn import NotReadable, Plot, Words, picture_of

DOT = '<defs><path id="dot" d="M -1 -1 L 3 -1 L 3 3 L -1 3 z"/></defs>'
BOX = '<g data-mark="box"><path d="M 10 90 L 110 90 L 110 20 L 10 20 z"/></g>'


def svg(inside: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"{inside}</svg>"
    )


def plot(inside: str) -> Plot:
    (one,) = picture_of(svg(f'{DOT}<g data-mark="plot">{BOX}{inside}</g>')).plots
    return one


def test_a_plot_has_the_corners_of_its_box() -> None:
    assert plot("").box == (10, 20, 110, 90)


def test_a_picture_has_its_plots_in_their_order() -> None:
    other = BOX.replace("10 ", "30 ")
    picture = picture_of(svg(f'<g data-mark="plot">{BOX}</g><g data-mark="plot">{other}</g>'))
    assert [one.box[0] for one in picture.plots] == [10, 30]
    assert picture_of(svg("")).plots == ()


@pytest.mark.parametrize("link", ['xlink:href="#dot"', 'href="#dot"'])
def test_a_sign_stands_where_its_middle_is_and_a_tick_where_it_is_put(link: str) -> None:
    use = f'<use {link} x="50" y="60"/>'
    one = plot(
        f'<g data-mark="points">{use}</g><g data-mark="xtick">{use}</g>'
        f'<g data-mark="ytick">{use}</g>'
    )
    assert [part.signs for part in one.named("points")] == [((51.0, 61.0),)]
    assert [part.signs for part in one.named("xtick")] == [((50.0, 60.0),)]
    assert [part.signs for part in one.named("ytick")] == [((50.0, 60.0),)]
    (points,) = one.named("points")
    assert points.shapes == (((49, 59), (53, 59), (53, 63), (49, 63)),)
    assert points.lines == ()


def test_a_sign_without_a_place_stands_at_the_corner() -> None:
    (points,) = plot('<g data-mark="points"><use href="#dot"/></g>').named("points")
    assert points.signs == ((1.0, 1.0),)


def test_what_defines_a_sign_is_no_line_of_its_part() -> None:
    (part,) = plot(f'<g data-mark="line">{DOT}<path d="M 1 2 L 3.5 -4e-1"/></g>').named("line")
    assert part.lines == (((1.0, 2.0), (3.5, -0.4)),)


def test_words_stand_where_they_are_put_or_moved_to() -> None:
    one = plot(
        '<text x="5" y="6">12  calls</text><text transform="translate(7 8) rotate(0)">13</text>'
        '<text>14</text><g data-mark="ytick"><text x="1" y="2">in a tick</text></g>'
    )
    assert one.texts == (
        Words("12 calls", (5.0, 6.0)),
        Words("13", (7.0, 8.0)),
        Words("14", (0.0, 0.0)),
    )
    (tick,) = one.named("ytick")
    assert tick.texts == (Words("in a tick", (1.0, 2.0)),)


def test_a_label_has_the_place_that_its_line_comes_from() -> None:
    picture = picture_of(
        svg(
            '<g data-mark="leader-1"><path d="M 1 2 L 9 9"/></g>'
            '<g data-mark="label-1"><text>Calls</text><text>12</text></g>'
            '<g data-mark="label-2"><text>Visits</text></g>'
            '<g data-mark="leader-2"><path d="M 3 4 L 9 9"/></g>'
        )
    )
    assert picture.labels == (((1.0, 2.0), "Calls 12"), ((3.0, 4.0), "Visits"))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<g>", "no well-formed picture"),
        ('<g transform="translate(0 4)"></g>', "moved as a whole"),
        ('<g data-mark="plot"></g>', "a plot has no box"),
        (
            f'{DOT}<g data-mark="plot">{BOX}<g data-mark="points"><use href="#x"/></g></g>',
            "a sign of it is not known",
        ),
        (
            f'{DOT}<g data-mark="plot">{BOX}<g data-mark="points"><use/></g></g>',
            "a sign of it is not known",
        ),
        ('<g data-mark="label-1"><text>Calls</text></g>', "without its line"),
        ('<g data-mark="leader-1"><path d="M 1 2 L 9 9"/></g>', "without its label"),
        (
            '<g data-mark="leader-1"></g><g data-mark="label-1"><text>Calls</text></g>',
            "without its line",
        ),
    ],
)
def test_a_picture_that_is_drawn_otherwise_is_not_read(inside: str, words: str) -> None:
    with pytest.raises(NotReadable, match=words):
        picture_of(svg(inside))
