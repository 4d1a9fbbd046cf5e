"""What a user names is found, or what comes near is told."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError
from briefing.face.find import find_meeting, near

MEETINGS = (
    "westmoor-adults/2031-05-14",
    "westmoor-children/2031-05-14",
    "westmoor-adults/2031-07-16",
)


def test_a_meeting_is_found_by_its_name_or_its_date() -> None:
    assert find_meeting("westmoor-children/2031-05-14", MEETINGS) == MEETINGS[1]
    assert find_meeting("2031-07-16", MEETINGS) == MEETINGS[2]


def test_a_date_on_which_two_panels_met_is_ambiguous() -> None:
    with pytest.raises(
        BriefingError, match="more than one panel met: name one of westmoor-adults/"
    ):
        find_meeting("2031-05-14", MEETINGS)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("2031-07-17", "westmoor-adults/2031-07-16, westmoor-adults/2031-05-14"),
        (
            "westmoor-children/2031-05-15",
            "westmoor-adults/2031-05-14, westmoor-children/2031-05-14",
        ),
        ("westmor-adults", "westmoor-adults/2031-05-14"),
        ("../../etc/passwd", "westmoor"),
        ("", "westmoor"),
    ],
)
def test_an_unknown_meeting_is_told_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(
        BriefingError, match=f"there is no meeting '{name}'; the nearest.*{nearest}"
    ):
        find_meeting(name, MEETINGS)


def test_an_empty_store_says_so() -> None:
    with pytest.raises(BriefingError, match="the store holds none yet"):
        find_meeting("2031-07-16", ())


def test_names_that_come_near() -> None:
    names = ("rate-of-children-in-care", "children-in-care", "referrals")
    assert (
        near("children-in-car", names)
        == " Did you mean children-in-care or rate-of-children-in-care?"
    )
    assert near("zzz", names) == ""
    assert near("", names) == ""
