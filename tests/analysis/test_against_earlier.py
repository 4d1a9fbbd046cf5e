"""These papers against earlier ones: what moved, what went, and what only seems to have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.samples import EARLIER, target
from analysis.test_disagreements import series
from briefing.analysis import judge
from briefing.analysis.disagreements import (
    Disagreement,
    against_earlier,
    comparators_against_earlier,
    definitions_against_earlier,
    targets_against_earlier,
)
from briefing.model import Citation, Figure, Period, Series, Target
from briefing.model.trend import Comparator, Trend

VALUES = ["61", "62", "63"]


def then(slug: str = "calls", *, name: str = "", targets: Sequence[Target] = ()) -> Series:
    return replace(series(slug, VALUES, meeting=EARLIER, name=name), targets=tuple(targets))


def now(slug: str = "calls", *, name: str = "", targets: Sequence[Target] = ()) -> Series:
    return replace(series(slug, [*VALUES, "64"], name=name), targets=tuple(targets))


def test_a_revision_and_an_end_are_told() -> None:
    before = [
        series("calls", ["61", "62", "63"], meeting=EARLIER),
        series("visits", ["80", "81"], meeting=EARLIER),
    ]
    after = [series("calls", ["61", "65", "63", "64"])]
    revised, vanished = against_earlier(before, after)
    assert (revised.kind, revised.left.raw, revised.right.raw) == ("revised", "62", "65")
    assert vanished.kind == "vanished"
    assert "August 2030 to September 2030" in vanished.working.text


def test_what_is_still_printed_under_its_name_has_not_vanished() -> None:
    before = [then(), then("visits", name="Visits made")]
    after = [now(), now("visits-in-time", name="Visits made")]
    assert not list(against_earlier(before, after))


def test_other_papers_are_no_later_issue() -> None:
    before = [then(f"measure-{n}") for n in range(4)]
    assert not list(against_earlier(before, [now("measure-1")]))


def test_two_things_of_one_name_are_no_revision() -> None:
    before = [series("ward", ["31", "84", "22", "67"], meeting=EARLIER)]
    assert not list(against_earlier(before, [series("ward", ["85", "4", "81", "23"])]))
    restated = [series("ward", ["32", "86", "23", "69"])]
    assert len(list(against_earlier(before, restated))) == 4


def test_a_target_that_moved_is_told_with_both() -> None:
    before, after = (
        then(targets=[target(90, unit="count")]),
        now(targets=[target(85, unit="count")]),
    )
    (found,) = targets_against_earlier([before], [after])
    assert (found.kind, found.left.value, found.right.value) == ("target_moved", 90, 85)
    assert found.working.text == (
        "Calls: the target is 85 in these papers and was 90 in the earlier ones."
    )


def test_an_ambition_put_off_is_told_with_its_dates() -> None:
    first, later = (target(87, kind="ambition", due=due) for due in ("2031-03", "2031-09"))
    (found,) = targets_against_earlier([then(targets=[first])], [now(targets=[later])])
    assert found.kind == "target_moved"
    assert "87% by September 2031" in found.working.text
    assert "87% by March 2031" in found.working.text


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [([90], [], "target_dropped"), ([], [90], "target_given"), ([90], [90], "")],
)
def test_a_target_dropped_or_given(before: list[int], after: list[int], kind: str) -> None:
    found = targets_against_earlier(
        [then(targets=[target(v) for v in before])], [now(targets=[target(v) for v in after])]
    )
    assert [one.kind for one in found] == [kind][: bool(kind)]


def test_what_the_panel_expects_is_no_column_of_a_table() -> None:
    expected = target(90, kind="expectation")
    assert not list(targets_against_earlier([then(targets=[expected])], [now()]))
    stated = Target(Figure(Decimal(90), citation=Citation("minutes", meeting=EARLIER), raw="90"))
    assert not list(targets_against_earlier([then()], [now(targets=[stated])]))


def test_other_tables_and_summaries_are_not_compared() -> None:
    before, after = then(targets=[target(90)]), now(targets=[target(85)])
    assert not list(targets_against_earlier([before], [replace(after, table="two")]))
    assert not list(targets_against_earlier([before], [replace(after, second_hand=True)]))
    assert not list(targets_against_earlier([before], [replace(after, breakdown="Boys")]))


def test_a_column_that_is_gone_is_told_once() -> None:
    before = [then(f"measure-{n}", targets=[target(90)]) for n in range(6)]
    (found,) = targets_against_earlier(before, [now(f"measure-{n}") for n in range(6)])
    assert found.kind == "target_dropped"
    assert found.working.text.startswith("In the table One 6 rows have no target")


def beside(one: Series, *columns: tuple[str, str, str, int]) -> Trend:
    """A series with comparators: whose, how that is known, value, place of the column."""
    found = tuple(
        Comparator(
            whose,
            known,
            Figure(Decimal(v), raw=v, citation=Citation("pack"), row=f"{one.meeting}/calls/{at}"),
        )
        for whose, known, v, at in columns
    )
    return replace(judge(one), comparators=found)


def told(before: Trend, after: Trend) -> list[Disagreement]:
    return list(comparators_against_earlier([before], [after]))


def test_a_comparator_that_moved_is_told_by_its_owner() -> None:
    before = beside(then(), ("england", "named", "70", 1), ("region", "named", "66", 2))
    after = beside(now(), ("region", "named", "66", 1), ("england", "named", "74", 2))
    (found,) = told(before, after)
    assert found.kind == "comparator_moved"
    assert found.working.text == (
        "Calls: the figure of England is 74 in these papers and was 70 in the earlier ones."
    )


def test_a_column_without_a_name_is_held_by_its_place_and_said_to_be_unknown() -> None:
    before = beside(then(), ("unknown", "unknown", "70", 1), ("unknown", "unknown", "66", 3))
    after = beside(now(), ("unknown", "unknown", "70", 1), ("unknown", "unknown", "69", 3))
    (found,) = told(before, after)
    assert "in a column whose owner the papers do not name" in found.working.text
    assert (found.left.raw, found.right.raw) == ("66", "69")


def test_a_column_of_another_owner_is_no_move() -> None:
    before = beside(then(), ("england", "named", "70", 1))
    after = beside(now(), ("region", "named", "66", 1))
    assert {one.kind for one in told(before, after)} <= {"comparator_dropped", "comparator_given"}


def test_a_named_column_may_stand_on_without_its_name() -> None:
    before = beside(then(), ("england", "named", "70", 1))
    assert not told(before, beside(now(), ("unknown", "unknown", "70", 1)))
    assert not told(before, beside(now(), ("unknown", "unknown", "70", 2)))


def test_comparators_dropped_and_given() -> None:
    with_one, without = (("england", "named", "70", 1),), ()
    (gone,) = told(beside(then(), *with_one), beside(now(), *without))
    assert gone.kind == "comparator_dropped"
    assert gone.working.text == (
        "Calls: the earlier papers print a figure of England, 70; these print none."
    )
    (come,) = told(beside(then(), *without), beside(now(), *with_one))
    assert come.kind == "comparator_given"


def test_a_comparator_of_a_newer_year_is_told_with_the_years() -> None:
    before = beside(then(), ("england", "named", "70", 1))
    after = beside(now(), ("england", "named", "74", 1))
    old = replace(before.comparators[0], period=Period("2029/30"))
    new = replace(after.comparators[0], period=Period("2030/31"))
    (found,) = told(replace(before, comparators=(old,)), replace(after, comparators=(new,)))
    assert "74 for 2030/31" in found.working.text
    assert "70 for 2029/30" in found.working.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits within 3 weeks", "Visits within 2 weeks"),
        ("Visits within last six weeks", "Visits within last four weeks"),
        ("Children with 3 or more moves", "Children with 2 or more moves"),
        ("Calls", "Calls (excluding repeats)"),
        ("Carers (including relatives)", "Carers"),
    ],
)
def test_a_name_with_another_number_or_exception_is_told(old: str, new: str) -> None:
    (found,) = definitions_against_earlier([then(name=old)], [now(name=new)])
    assert found.kind == "definition_changed"
    assert old in found.working.text and new in found.working.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits within three weeks", "Visits made in the last 3 weeks"),
        ("2nd or later plan", "Second or later plan"),
        ("Number of CLA", "Children looked after"),
        ("Calls (not repeats)", "Calls excluding repeats"),
        ("Children in care (rate per 10,000)", "Rate of children in care"),
        ("Referrals with no further action", "Referrals with NFA"),
        ("Average caseload (1 FTE)", "Average caseload"),
        ("", "Calls within 3 weeks"),
    ],
)
def test_other_words_for_the_same_are_no_change(old: str, new: str) -> None:
    assert not list(definitions_against_earlier([then(name=old)], [now(name=new)]))
