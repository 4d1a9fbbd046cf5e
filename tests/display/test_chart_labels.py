"""Labels at an edge: apart, inside, in order, and no further from home than need be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.display.labels import Label, spread

LABELS = st.lists(st.builds(Label, st.floats(-20, 120), st.floats(5, 20)), max_size=6)


@given(LABELS)
def test_labels_never_overlap_and_keep_their_order(labels: list[Label]) -> None:
    middles = spread(labels, 0, 130)
    boxes = sorted(
        (m - label.height / 2, m + label.height / 2)
        for m, label in zip(middles, labels, strict=True)
    )
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(boxes))
    for i, one in enumerate(labels):
        for j, other in enumerate(labels):
            if one.wanted < other.wanted:
                assert middles[i] <= middles[j] + 1e-6


@given(LABELS)
def test_labels_stay_inside_where_they_fit(labels: list[Label]) -> None:
    if sum(label.height for label in labels) > 130:
        return
    for middle, label in zip(spread(labels, 0, 130), labels, strict=True):
        assert middle - label.height / 2 >= -1e-6
        assert middle + label.height / 2 <= 130 + 1e-6


def test_labels_that_are_apart_stay_where_they_are() -> None:
    assert spread([Label(20, 10), Label(60, 10)], 0, 100) == [20, 60]


def test_two_labels_of_one_place_share_the_move() -> None:
    assert spread([Label(50, 10), Label(50, 10)], 0, 100) == [45, 55]
