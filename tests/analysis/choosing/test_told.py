"""Papers that tell the other side of a change themselves, and those that do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import pytest

from analysis.choosing.making import LAST, moved, series
from briefing.analysis.choosing.compared import Compared
from briefing.analysis.choosing.told import told_otherwise
from briefing.analysis.claims.lines import Line
from briefing.model import Figure, Period
from briefing.model.claim import Claim, Direction, Verdict
from briefing.model.sentence import Sentence

#: The month from which the measure went the other way.
TURNED = LAST.shift(-3)
#: That of a claim of another item and another sentence, about another measure.
ELSEWHERE: Mapping[str, object] = {
    "item_number": "4", "passage": "p-other", "indicators": ("letters",),
}  # fmt: skip


def change(direction: Direction = "up") -> Compared:
    """That calls went that way over the year."""
    one = series((193, 219, 204) if direction == "up" else (219, 193, 204))
    points: list[tuple[Period, Figure]] = [(p.period, p.figure) for p in one.points if p.figure]
    claim = replace(moved(one, 2), direction=direction)
    sign = 1 if direction == "up" else -1
    return Compared(claim, Line(one, tuple(points)), *points[0], *points[-1], sign)


def other(found: Compared, **more: object) -> Claim:
    """Another statement of the same item about the same measure; it tells nothing of its own."""
    cells = {**vars(found.claim), "id": "d", "passage": "p-d", "direction": "", "baselines": ()}
    return Claim(**{**cells, **more})


def told(found: Compared, *claims: Claim, turning: Period | None = None) -> bool:
    held = [Verdict(claim, "agrees", 1.0, Sentence("")) for claim in claims]
    return told_otherwise(found, held, turning)


@pytest.mark.parametrize(
    ("claimed", "said", "expected"),
    [
        ("up", "down", True),
        ("up", "not_up", True),
        ("up", "up", False),
        ("up", "not_down", False),
        ("up", "level", False),
        ("up", "", False),
        ("down", "up", True),
        ("down", "not_down", True),
        ("down", "down", False),
        ("down", "not_up", False),
        ("down", "level", False),
    ],
)
def test_the_other_side_is_a_movement_the_other_way_or_the_denial_of_this_one(
    claimed: Direction, said: Direction, expected: bool
) -> None:
    found = change(claimed)
    assert told(found, other(found, direction=said)) is expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        ({"passage": "p-c"}, True),
        ({"indicators": ("letters", "calls")}, True),
        ({"item_number": "4"}, False),
        ({"indicators": ("letters",)}, False),
        (ELSEWHERE, False),
        ({**ELSEWHERE, "passage": "p-c"}, True),
        ({"item_number": "4", "passage": "p-c"}, True),
        ({"indicators": ("letters",), "passage": "p-c"}, True),
    ],
)
def test_it_is_told_of_the_measure_in_the_same_item_or_in_the_same_sentence(
    more: Mapping[str, object], expected: bool
) -> None:
    found = change()
    assert told(found, other(found, direction="down", **more)) is expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"period": TURNED}, True),
        ({"period": TURNED.shift(1)}, False),
        ({"baselines": (TURNED,)}, True),
        ({"baselines": (TURNED.shift(-1), TURNED)}, True),
        ({"baselines": (TURNED.shift(1),)}, False),
        ({}, False),
        ({"period": TURNED, "item_number": "4"}, False),
    ],
)
def test_a_statement_of_the_month_of_the_turn_tells_it(
    more: Mapping[str, object], expected: bool
) -> None:
    found = change()
    assert told(found, other(found, **more), turning=TURNED) is expected


def test_without_a_month_of_the_turn_a_statement_of_no_month_tells_nothing() -> None:
    found = change()
    assert not told(found, other(found, period=None))


def test_a_statement_is_not_its_own_other_side() -> None:
    found = change()
    assert not told(found, found.claim, turning=found.base)
    assert not told(found)
    assert told(found, found.claim, other(found), other(found, direction="down"))


@pytest.mark.parametrize("verdict", ["agrees", "contradicts", "cannot_verify"])
def test_how_it_stands_beside_the_tables_does_not_matter(
    verdict: Literal["agrees", "contradicts", "cannot_verify"],
) -> None:
    found = change()
    also = Verdict(other(found, direction="down"), verdict, 1.0, Sentence(""))
    assert told_otherwise(found, [also])
