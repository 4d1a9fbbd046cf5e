"""Comparators against earlier papers: which columns are one, and what is told of many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.samples import target
from analysis.test_against_earlier import beside, now, then, told
from briefing.analysis.disagreements import comparators_against_earlier, targets_against_earlier
from briefing.model import Period, Series

Column = tuple[str, str, str, int]


def kinds(old: Sequence[Column], new: Sequence[Column]) -> list[str]:
    return [one.kind for one in told(beside(then(), *old), beside(now(), *new))]


def words(old: Sequence[Column], new: Sequence[Column]) -> str:
    (found,) = told(beside(then(), *old), beside(now(), *new))
    return found.working.text


# ---------------------------------------------------------------- which columns are one


def test_a_person_may_say_whose_a_column_is() -> None:
    old, new = ("england", "confirmed", "70", 1), ("england", "confirmed", "74", 2)
    assert words([old], [new]) == (
        "Calls: the figure of England is 74 in these papers and was 70 in the earlier ones."
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("proposed", "proposed"), ("named", "proposed"), ("proposed", "named")],
)
def test_an_owner_that_is_only_proposed_is_not_named(old: str, new: str) -> None:
    assert words([("england", old, "70", 1)], [("england", new, "74", 1)]) == (
        "Calls: a comparator is 74 in these papers and was 70 in the earlier ones, in a column "
        "whose owner the papers do not name."
    )
    assert kinds([("england", old, "70", 1)], [("england", new, "74", 2)]) == []


@pytest.mark.parametrize("named_before", [True, False])
def test_a_named_column_that_moved_on_without_its_name(named_before: bool) -> None:
    named, bare = ("england", "named"), ("unknown", "unknown")
    old, new = (named, bare) if named_before else (bare, named)
    assert kinds([(*old, "70", 1)], [(*new, "74", 1)]) == ["comparator_moved"]
    assert kinds([(*old, "70", 1)], [(*new, "74", 2)]) == []


def test_columns_of_two_owners_in_one_place_are_two() -> None:
    assert kinds([("england", "proposed", "70", 1)], [("region", "named", "66", 1)]) == []
    assert kinds([("england", "named", "70", 1)], [("region", "named", "66", 1)]) == []


def test_that_nobody_is_named_makes_no_two_columns_one() -> None:
    assert kinds([("unknown", "named", "70", 1)], [("unknown", "confirmed", "66", 2)]) == []


def test_a_column_that_is_found_by_its_name_is_not_held_against_its_old_place() -> None:
    england = ("england", "named", "70")
    assert kinds([(*england, 1)], [(*england, 2), ("unknown", "unknown", "66", 1)]) == []
    assert kinds([(*england, 2), ("unknown", "unknown", "66", 1)], [(*england, 1)]) == []


def test_values_of_two_years_are_told_with_them() -> None:
    before = beside(then(), ("england", "named", "70", 1))
    after = beside(now(), ("england", "named", "74", 1))
    old = replace(before.comparators[0], period=Period("2029/30"))
    new = replace(after.comparators[0], period=Period("2030/31"))
    (found,) = told(replace(before, comparators=(old,)), replace(after, comparators=(new,)))
    assert found.working.text == (
        "Calls: the figure of England is 74 for 2030/31 in these papers and was 70 for 2029/30 in "
        "the earlier ones."
    )


# ---------------------------------------------------------------- dropped and given


def test_one_of_several_named_columns_may_be_dropped_or_given() -> None:
    england, region = ("england", "named", "70", 1), ("region", "named", "66", 2)
    assert kinds([england, region], [england]) == ["comparator_dropped"]
    assert kinds([england], [england, region]) == ["comparator_given"]
    assert words([england], [england, region]) == (
        "Calls: these papers print a figure of the region, 66; the earlier ones printed none."
    )


def test_a_column_without_a_name_that_is_gone_beside_others_is_not_told() -> None:
    england, bare = ("england", "named", "70", 1), ("unknown", "unknown", "66", 2)
    assert kinds([england, bare], [england]) == []
    assert kinds([england], [england, bare]) == []


def test_a_named_column_that_is_gone_may_be_the_one_without_a_name() -> None:
    england, region = ("england", "named", "70", 1), ("region", "named", "66", 2)
    bare = ("unknown", "unknown", "66", 5)
    assert kinds([england, region], [england, bare]) == []
    assert kinds([england, bare], [england, region]) == []


def test_where_all_comparators_go_even_one_without_a_name_is_told() -> None:
    bare = ("unknown", "unknown", "66", 2)
    assert words([bare], []) == (
        "Calls: the earlier papers print a comparator, 66; these print none."
    )
    assert kinds([], [bare]) == ["comparator_given"]


def test_the_figure_beside_a_missing_comparator_is_the_latest_of_its_row() -> None:
    england = ("england", "named", "70", 1)
    (gone,) = told(beside(then(), england), beside(now()))
    assert (gone.left.raw, gone.right.raw) == ("70", "64")
    (come,) = told(beside(then()), beside(now(), england))
    assert (come.left.raw, come.right.raw) == ("70", "63")


# ---------------------------------------------------------------- many rows alike


def moved(columns: Sequence[tuple[str, str, int]]) -> list[str]:
    """What is told of rows, each with one column that moved: its owner, how known, its place."""
    found = comparators_against_earlier(
        [beside(then(f"m-{n}"), (who, how, "70", at)) for n, (who, how, at) in enumerate(columns)],
        [beside(now(f"m-{n}"), (who, how, "74", at)) for n, (who, how, at) in enumerate(columns)],
    )
    return [one.working.text for one in found]


def test_three_rows_are_told_each_and_four_as_one() -> None:
    england = ("england", "named", 1)
    assert len(moved([england] * 3)) == 3
    assert moved([england] * 4) == [
        "In the table One 4 rows print another figure in one column of comparators than the "
        "earlier papers did. M 0: the figure of England is 74 in these papers and was 70 in the "
        "earlier ones."
    ]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("england", "named", 1), ("region", "named", 1), 4),
        (("england", "named", 1), ("england", "named", 2), 1),
        (("unknown", "unknown", 1), ("unknown", "unknown", 2), 4),
        (("unknown", "unknown", 1), ("unknown", "unknown", 1), 1),
        (("england", "proposed", 1), ("region", "proposed", 1), 1),
    ],
)
def test_rows_count_as_alike_by_the_owner_or_else_the_place_of_their_column(
    one: tuple[str, str, int], other: tuple[str, str, int], count: int
) -> None:
    assert len(moved([one, one, other, other])) == count


@pytest.mark.parametrize("given", [True, False])
def test_a_column_that_many_rows_gained_or_lost_is_told_once(given: bool) -> None:
    england = ("england", "named", "70", 1)
    old, new = ((), (england,)) if given else ((england,), ())
    (found,) = comparators_against_earlier(
        [beside(then(f"m-{n}"), *old) for n in range(5)],
        [beside(now(f"m-{n}"), *new) for n in range(5)],
    )
    start = (
        "In the table One 5 rows have a comparator in a column where the earlier papers print "
        "none. M 0: these papers print a figure of England, 70"
        if given
        else "In the table One 5 rows have no comparator in a column where the earlier papers "
        "print one. M 0: the earlier papers print a figure of England, 70"
    )
    assert found.working.text.startswith(start)


def test_a_table_without_a_title_is_called_by_its_name() -> None:
    england = ("england", "named", "70", 1)
    (found,) = comparators_against_earlier(
        [beside(then(f"m-{n}"), england) for n in range(4)],
        [beside(replace(now(f"m-{n}"), table_title="")) for n in range(4)],
    )
    assert found.working.text.startswith("In the table one 4 rows")
    (other,) = comparators_against_earlier(
        [beside(then(f"m-{n}"), england) for n in range(4)],
        [
            beside(replace(now(f"m-{n}"), table_title=""), ("england", "named", "74", 1))
            for n in range(4)
        ],
    )
    assert other.working.text.startswith("In the table one 4 rows")


# ---------------------------------------------------------------- targets


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (
            90,
            85,
            "In the table One the targets of 4 rows are others than in the earlier papers. M 0: "
            "the target is 85% in these papers and was 90% in the earlier ones.",
        ),
        (
            90,
            None,
            "In the table One 4 rows have no target that had one in the earlier papers. M 0: the "
            "earlier papers give 90% as its target; these give none.",
        ),
        (
            None,
            85,
            "In the table One 4 rows have a target that had none in the earlier papers. M 0: these "
            "papers give 85% as its target; the earlier ones gave none.",
        ),
    ],
)
def test_targets_of_many_rows_are_told_once(old: int | None, new: int | None, text: str) -> None:
    before = [then(f"m-{n}", targets=[target(old)] if old else []) for n in range(4)]
    after = [now(f"m-{n}", targets=[target(new)] if new else []) for n in range(4)]
    (found,) = targets_against_earlier(before, after)
    assert found.working.text == text


def test_a_dropped_target_stands_beside_the_latest_figure_of_the_other_papers() -> None:
    (gone,) = targets_against_earlier([then(targets=[target(90)])], [now()])
    assert (gone.left.raw, gone.right.raw) == ("90", "64")
    (come,) = targets_against_earlier([then()], [now(targets=[target(85)])])
    assert (come.left.raw, come.right.raw) == ("85", "63")


def test_a_target_that_is_kept_beside_another_did_not_move() -> None:
    before = then(targets=[target(90), target(95)])
    assert not list(targets_against_earlier([before], [now(targets=[target(90), target(85)])]))


def test_each_kind_of_target_is_held_against_its_own() -> None:
    before = then(targets=[target(90), target(80, kind="floor")])
    after = now(targets=[target(90), target(75, kind="floor")])
    (found,) = targets_against_earlier([before], [after])
    assert found.working.text == (
        "Calls: the floor is 75% in these papers and was 80% in the earlier ones."
    )


# ---------------------------------------------------------------- which rows are one


def dropped(before: Series, after: Series) -> bool:
    return bool(list(targets_against_earlier([before], [after])))


def test_rows_that_change_besides_those_that_many_share_are_told_too() -> None:
    before = [then(f"m-{n}", targets=[target(90)]) for n in range(4)]
    other = replace(then("other", targets=[target(90)]), table="two", table_title="Two")
    after = [now(f"m-{n}") for n in range(4)]
    alone = replace(now("other"), table="two", table_title="Two")
    found = targets_against_earlier([other, *before], [alone, *after])
    assert [one.working.text[:16] for one in found] == ["Other: the earli", "In the table One"]


def test_only_rows_of_a_table_and_of_the_catalogue_are_compared() -> None:
    before, after = then(targets=[target(90)]), now()
    assert dropped(before, after)
    assert not dropped(replace(before, table=""), replace(after, table=""))
    nameless = replace(before.indicator, indicator="")
    assert not dropped(replace(before, indicator=nameless), replace(after, indicator=nameless))
    assert not dropped(replace(before, second_hand=True), after)


@pytest.mark.parametrize(("points", "found"), [(1, False), (2, True), (3, True)])
def test_a_row_is_compared_where_it_is_printed_over_time(points: int, found: bool) -> None:
    before, after = then(targets=[target(90)]), now()
    assert dropped(replace(before, points=before.points[:points]), after) is found
    assert dropped(before, replace(after, points=after.points[:points])) is found


def test_of_a_row_that_is_printed_twice_the_first_counts() -> None:
    first, second = then(targets=[target(90)]), then(targets=[target(80)])
    (found,) = targets_against_earlier([first, second], [now(targets=[target(85)])])
    assert (found.left.raw, found.right.raw) == ("90", "85")
    after = [now(targets=[target(85)]), now(targets=[target(70)])]
    (found,) = targets_against_earlier([first], after)
    assert (found.left.raw, found.right.raw) == ("90", "85")
